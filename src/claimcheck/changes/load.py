"""A report read back from JSON: hostile until it is checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NoReturn, cast

from pydantic import TypeAdapter, ValidationError

from claimcheck.errors import UsageError
from claimcheck.model.report import SCHEMA_VERSION
from claimcheck.output.document import ReportDocument

_MOST_BYTES = 512 * 2**20
_LOOKED_AT = 200
_REMEDY = "give what `report --format json` wrote"


def is_report(path: Path) -> bool:
    """Tell whether a file begins as a report in JSON does, rather than as an article."""
    try:
        with path.open("rb") as stream:
            beginning = stream.read(_LOOKED_AT).lstrip()
    except OSError:
        return False
    return beginning.startswith(b"{") and b'"schema_version"' in beginning


def load(path: Path) -> ReportDocument:
    """Read a report.

    Raises: UsageError E205 for a file that is too large, no JSON, or no report of this schema.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            _refuse(path, f"larger than {_MOST_BYTES:,} bytes")
        value = json.loads(path.read_bytes(), parse_constant=_constant)
    except (ValueError, RecursionError) as error:
        _refuse(path, f"not JSON: {str(error).splitlines()[0][:100]}")
    except OSError as error:
        _refuse(path, f"cannot be read: {(error.strerror or str(error)).lower()}")
    return checked(value, str(path))


def checked(value: object, name: str) -> ReportDocument:
    """Give a JSON value as a report; it is kept as it is, with fields a later version added.

    Raises: UsageError E205 where it is none.
    """
    version = value.get("schema_version") if isinstance(value, dict) else None
    if version != SCHEMA_VERSION:
        shown = f"of schema {str(version)[:20]!r}" if version else "without a schema_version"
        raise UsageError("E205", name, f"a file {shown}", f"this version reads {SCHEMA_VERSION!r}")
    try:
        TypeAdapter(ReportDocument).validate_python(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])[:100]
        raise UsageError("E205", name, f"{where}: {first['msg'].lower()}", _REMEDY) from error
    # Checked above; pydantic's own copy would lose what it does not know.
    return cast("ReportDocument", value)


def _refuse(path: Path, problem: str) -> NoReturn:
    raise UsageError("E205", str(path), problem, _REMEDY) from None


def _constant(name: str) -> NoReturn:
    message = f"{name} is no JSON value"
    raise ValueError(message)
