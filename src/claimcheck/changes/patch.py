"""Patches between lists: keep, drop, add; found in n log n steps, applied in one pass."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.changes.document import Json, Patch, Step


def patch(old: Json, new: Json) -> Patch:
    """Give what turns one report into the other; nothing where they are equal."""
    values = {
        key: value for key, value in new.items() if isinstance(value, str) and old.get(key) != value
    }
    lists = {
        key: steps(_items(old.get(key)), _items(value))
        for key, value in new.items()
        if isinstance(value, list) and old.get(key) != value
    }
    return {"values": values, "lists": lists}


def apply(change: Patch, old: Json) -> Json:
    """Turn the old report into the new one.

    Raises: ValueError for a patch made from another report.
    """
    new = dict(old) | change["values"]
    for key, taken in change["lists"].items():
        new[key] = _applied(taken, _items(old.get(key)))
    return new


def steps(old: Sequence[Json], new: Sequence[Json]) -> list[Step]:
    """Give the steps from one list to another; the longest run of items in order is kept."""
    kept = _kept([_key(item) for item in old], [_key(item) for item in new])
    found: list[Step] = []
    here = there = 0
    for left, right in [*kept, (len(old), len(new))]:
        if left > here:
            found.append({"drop": left - here})
        if right > there:
            found.append({"add": list(new[there:right])})
        if left < len(old):
            _keep_one(found)
        here, there = left + 1, right + 1
    return found


def _keep_one(found: list[Step]) -> None:
    last = found[-1] if found else None
    if last is not None and "keep" in last:
        last["keep"] += 1
    else:
        found.append({"keep": 1})


def _kept(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pair equal items one to one, then keep the longest increasing run of pairs."""
    places: dict[str, list[int]] = defaultdict(list)
    for index in range(len(old) - 1, -1, -1):
        places[old[index]].append(index)
    pairs = [(places[key].pop(), index) for index, key in enumerate(new) if places.get(key)]
    ends: list[int] = []  # the smallest old index that ends a run of each length
    runs: list[int] = []  # the pair behind it
    before: list[int] = []
    for number, (left, _) in enumerate(pairs):
        length = bisect_left(ends, left)
        before.append(runs[length - 1] if length else -1)
        ends[length : length + 1] = [left]
        runs[length : length + 1] = [number]
    kept: list[tuple[int, int]] = []
    at = runs[-1] if runs else -1
    while at >= 0:
        kept.append(pairs[at])
        at = before[at]
    return kept[::-1]


def _applied(taken: Sequence[Step], old: Sequence[Json]) -> list[Json]:
    new: list[Json] = []
    at = 0
    for step in taken:
        if "add" in step:
            new += step["add"]
        elif "keep" in step:
            new += old[at : at + step["keep"]]
            at += step["keep"]
        else:
            at += step["drop"]
    if at != len(old):
        message = "the patch was made from another report"
        raise ValueError(message)
    return new


def _key(item: Json) -> str:
    return json.dumps(item, sort_keys=True)


def _items(value: object) -> list[Json]:
    return value if isinstance(value, list) else []
