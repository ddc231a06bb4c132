"""JSON-LD of a page: what it says of the article, read as data from a stranger."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from claimcheck.readers.kept import whole

_ARTICLE = re.compile(r"article|posting|report|webpage|creativework|newsitem|review", re.IGNORECASE)
_SURE = re.compile(r"article|posting|report", re.IGNORECASE)
_LOOSE = re.compile(
    r'"(?P<key>datePublished|dateModified|dateCreated)"\s*:\s*"(?P<value>[^"]{6,40})"'
)
_MAX: Final = 2**20
_MAX_NODES: Final = 5_000
_HOLDERS: Final = ("@graph", "mainEntity", "mainEntityOfPage")
_COMMENT = re.compile(r"^\s*+(?:<!--|//<!\[CDATA\[|<!\[CDATA\[|/\*)|(?:-->|//\]\]>|\]\]>|\*/)\s*+$")


class LinkedData(NamedTuple):
    """What the node of the article says; every field as written, "" where it is silent."""

    published: str = ""
    created: str = ""
    modified: str = ""
    headline: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    based_on: tuple[str, ...] = ()


def linked_data(scripts: list[str], title: str = "") -> LinkedData:
    """Read the scripts of a page; what is surely an article and bears the page's title is first."""
    nodes: list[Mapping[str, object]] = []
    broken: list[str] = []
    for script in scripts:
        value = _value(script)
        if value is None:
            broken.append(script)
        else:
            nodes += _nodes(value)
    ranked = sorted(
        filter(_rank, nodes), key=lambda one: (_rank(one), _titled(one, title)), reverse=True
    )
    about = LinkedData(
        published=_field(ranked, "datePublished"),
        created=_field(ranked, "dateCreated", "uploadDate"),
        modified=_field(ranked, "dateModified"),
        headline=_field(ranked, "headline", "name"),
        publisher=_name(ranked, "publisher"),
        authors=_several(ranked, "author", "name"),
        url=_field(ranked[:1], "url", "mainEntityOfPage"),
        based_on=_several(ranked[:1], "isBasedOn", "url", "@id"),
    )
    return about if about.published or about.modified else _loose(about, broken)


def _titled(node: Mapping[str, object], title: str) -> bool:
    """Tell whether the title of the page holds the headline of a node."""
    headline = node.get("headline")
    return isinstance(headline, str) and len(headline) > 5 and headline[:60] in title


def _loose(about: LinkedData, scripts: list[str]) -> LinkedData:
    """Take dates from scripts that are no JSON."""
    found: dict[str, str] = {}
    for script in scripts:
        for match in _LOOSE.finditer(script):
            found.setdefault(match["key"], match["value"])
    return about._replace(
        published=found.get("datePublished", ""),
        created=about.created or found.get("dateCreated", ""),
        modified=found.get("dateModified", ""),
    )


def _value(script: str) -> object:
    """Parse a script; None for what is no JSON or too deep."""
    try:
        value: object = json.loads(_COMMENT.sub("", script.strip())[:_MAX], strict=False)
    except (ValueError, RecursionError):
        return None
    return value


def _nodes(value: object) -> Iterator[Mapping[str, object]]:
    """Give the objects of a script, outer ones first; lists of other articles are not entered."""
    pending: deque[object] = deque([value])
    count = 0
    while pending and count < _MAX_NODES:
        one = pending.popleft()
        count += 1
        if isinstance(one, list):
            pending.extend(one[:200])
        elif isinstance(one, dict):
            yield one
            pending.extend(one[key] for key in _HOLDERS if key in one)


def _rank(node: Mapping[str, object]) -> int:
    """Rank a node: 2 an article, 1 a page, 0 something else."""
    kind = node.get("@type", "")
    names = " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)
    return 2 if _SURE.search(names) else 1 if _ARTICLE.search(names) else 0


def _field(nodes: list[Mapping[str, object]], *names: str) -> str:
    """Give the first of some fields that is a string."""
    for node in nodes:
        for name in names:
            value = node.get(name)
            if isinstance(value, dict):
                value = value.get("@id")
            if isinstance(value, str) and value.strip():
                return value.strip()
    return ""


def _several(nodes: list[Mapping[str, object]], field: str, *names: str) -> tuple[str, ...]:
    """Give the strings of a field that may hold one or several, or objects that bear a name."""
    for node in nodes:
        value = node.get(field)
        found: list[str] = []
        for one in value[:20] if isinstance(value, list) else [value]:
            inner = (
                one if not isinstance(one, dict) else next(filter(None, map(one.get, names)), "")
            )
            if isinstance(inner, str) and inner.strip():
                found.append(whole(" ".join(inner.split())[:200]))
        if found:
            return tuple(found)
    return ()


def _name(nodes: list[Mapping[str, object]], name: str) -> str:
    """Give the name of a person or organisation, or of the first of several."""
    for node in nodes:
        value = node.get(name)
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""
