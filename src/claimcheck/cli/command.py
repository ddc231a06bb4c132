"""Commands of functions whose parameters are groups of options.

typer reads the options of a command from its signature. A group is a NamedTuple of annotated
fields: its fields stand in the signature that typer sees, and are put together again when the
command runs. So an option is written once, whatever commands take it.
"""

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import typer

from claimcheck.cli.mishap import ReaderGoneError


def command(app: typer.Typer, name: str, work: Callable[..., int]) -> None:
    """Add a command that does this work and ends with the code it gives."""
    parameters = inspect.signature(work).parameters.values()
    groups = {each.name: each.annotation for each in parameters if _is_group(each.annotation)}

    def run(**options: Any) -> None:  # noqa: ANN401 - typer has checked them
        for group, kind in groups.items():
            options[group] = kind(**{field: options.pop(field) for field in kind._fields})
        _end(work, options)

    run.__doc__ = work.__doc__
    run.__signature__ = inspect.Signature(list(_flat(parameters)))  # type: ignore[attr-defined]  # what inspect looks for
    app.command(name)(run)


def _is_group(annotation: Any) -> bool:  # noqa: ANN401 - any annotation there is
    return isinstance(annotation, type) and hasattr(annotation, "_field_defaults")


def _flat(parameters: Any) -> Iterator[inspect.Parameter]:  # noqa: ANN401 - a view inspect keeps private
    """Give each parameter, and each field of a group in its place."""
    for each in parameters:
        if not _is_group(each.annotation):
            yield each.replace(kind=inspect.Parameter.KEYWORD_ONLY)
            continue
        for field, annotation in each.annotation.__annotations__.items():
            yield inspect.Parameter(
                field,
                inspect.Parameter.KEYWORD_ONLY,
                default=each.annotation._field_defaults[field],
                annotation=annotation,
            )


def _end(work: Callable[..., int], options: dict[str, Any]) -> None:
    """Do the work and end with its code.

    A reader that went away passes by another name: typer takes a broken pipe for a failure.
    """
    try:
        code = work(**options)
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    raise typer.Exit(code)
