"""Suppressions in a file beside the articles: a YAML list, each with rule, claim and reason.

- rule: CC301
  claim: 3f9a1c2b77d0
  reason: the ministry revised its count
  until: 2026-12-31
"""

from __future__ import annotations

from typing import Final

from claimcheck.errors import GateError, RuleError, did_you_mean
from claimcheck.gate.suppression import FIELDS, Suppression, suppression
from claimcheck.gate.written import content
from claimcheck.rules.document import Document, read_document

_MOST: Final = 10_000


def read_sidecar(path: str) -> tuple[Suppression, ...]:
    """Read a file of suppressions.

    Raises: GateError E511 unreadable or no YAML, E512 an entry that is not as it should be.
    """
    try:
        document = read_document(path, content(path, GateError, "E511"))
    except RuleError as error:
        raise GateError("E511", error.place, error.problem, error.remedy) from error
    if document.value is None:
        return ()
    if not isinstance(document.value, list) or len(document.value) > _MOST:
        remedy = "a list: - {rule: CC301, claim: KEY, reason: why}"
        raise GateError("E512", document.place(()), "not a list of suppressions", remedy)
    return tuple(_listed(document, index) for index in range(len(document.value)))


def _listed(document: Document, index: int) -> Suppression:
    value = document.value[index] if isinstance(document.value, list) else None
    if not isinstance(value, dict):
        remedy = "as {rule: CC301, claim: KEY, reason: why}"
        raise GateError("E512", document.place((index,)), "not a suppression", remedy)
    for key in value:
        if key not in FIELDS:
            remedy = did_you_mean(key, FIELDS) or f"known: {', '.join(FIELDS)}"
            place = document.key_place((index, key))
            raise GateError("E512", place, f'unknown key "{key[:80]}"', remedy)
    fields = {key: _text(document, (index, key), value[key]) for key in value}
    return suppression(fields, document.place((index,)), "E512")


def _text(document: Document, at: tuple[int, str], value: object) -> str:
    """Give a field as text; a claim of digits only reads as a number."""
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return str(value)
    raise GateError("E512", document.place(at), f"{at[1]}: not a text", "put it in quotes")
