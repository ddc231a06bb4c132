"""Messages: a rule's template filled with named fields, each field once and never read again."""

from __future__ import annotations

import re
from collections.abc import Mapping

_FIELD = re.compile(r"\{(?P<name>[a-z_]+)\}")


def fill(template: str, fields: Mapping[str, str]) -> str:
    """Fill the fields of a template; what an article wrote is never taken for a field.

    >>> fill("{a} against {b}", {"a": "{b}", "b": "24"})
    '{b} against 24'
    """
    return _FIELD.sub(lambda found: fields.get(found["name"], ""), template)
