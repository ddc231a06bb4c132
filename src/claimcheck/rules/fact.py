"""Properties that are worked out at their first use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class fact(Generic[T]):  # noqa: N801 - used as a decorator
    """A property worked out at its first use and kept: `functools.cached_property`, no lock.

    Before Python 3.12 that lock costs more than most facts do.
    """

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self.work_out = work_out
        self.name = work_out.__name__

    def __get__(self, facts: object, _owner: type | None = None) -> T:
        """Work it out; from then on the instance's own attribute answers."""
        found = facts.__dict__[self.name] = self.work_out(facts)
        return found
