"""Which articles, claims and findings of two reports are the same one, before and after.

An article is the same by its content, else by its address or path. Its claims are paired from the
surest likeness to the faintest: all the same, the same question, the same words around. A finding
is the same when it tells of the same claims.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from claimcheck.output.document import ArticleItem, ClaimItem, FindingItem, ReportDocument

_SHARED = 2  # at least one word in this many of the words around two claims must be shared
_MANY = 200  # claims of one article left over, above which words around are not compared

Pairs = dict[str, str]  # id before to id after
Item = TypeVar("Item", "ArticleItem", "ClaimItem", "FindingItem")


def articles(old: Sequence[ArticleItem], new: Sequence[ArticleItem]) -> Pairs:
    """Pair articles: by content, by address, by path, by the name of their file."""
    found: Pairs = {}
    for likeness in (_same_content, _same_address, _same_path, file_name):
        _pair(found, old, new, likeness)
    return found


def claims(old: ReportDocument, new: ReportDocument, of: Pairs) -> Pairs:
    """Pair the claims of articles that are the same."""
    before, after = _by_article(old["claims"]), _by_article(new["claims"])
    found: Pairs = {}
    for left, right in of.items():
        here, there = before[left], after[right]
        for likeness in (_identity, _saying, _sentence, _question):
            _pair(found, here, there, likeness)
        _pair_by_words(found, here, there)
    return found


def findings(old: Sequence[FindingItem], new: Sequence[FindingItem], of: Pairs) -> Pairs:
    """Pair findings: by id, then by how many of their claims are the same, the same rule first."""
    found: Pairs = {}
    _pair(found, old, new, lambda item: item["id"])
    holders: dict[str, list[FindingItem]] = defaultdict(list)
    for item in _left(new, set(found.values())):
        for claim in item["claims"]:
            holders[claim].append(item)
    scored = [
        ((one["rule"] != other["rule"], -shared), one["id"], other["id"])
        for one in _left(old, set(found))
        for other, shared in _sharing(one, holders, of)
    ]
    taken: set[str] = set()
    for _, left, right in sorted(scored):
        if left not in found and right not in taken:
            found[left] = right
            taken.add(right)
    return found


def _sharing(
    one: FindingItem, holders: dict[str, list[FindingItem]], of: Pairs
) -> Iterator[tuple[FindingItem, int]]:
    """Give the findings that tell of claims of this one, and how many."""
    met: Counter[str] = Counter()
    by_id: dict[str, FindingItem] = {}
    for claim in one["claims"]:
        for other in holders.get(of.get(claim, ""), ()):
            met[other["id"]] += 1
            by_id[other["id"]] = other
    for key, count in met.items():
        yield by_id[key], count


def _pair(
    found: Pairs,
    old: Sequence[Item],
    new: Sequence[Item],
    likeness: Callable[[Item], Hashable | None],
) -> None:
    """Pair what is still alone and alike, in order."""
    taken = set(found.values())
    waiting: dict[Hashable, list[str]] = defaultdict(list)
    for item in reversed(new):
        key = likeness(item)
        if key is not None and item["id"] not in taken:
            waiting[key].append(item["id"])
    for item in old:
        key = likeness(item)
        if item["id"] not in found and waiting.get(key):
            found[item["id"]] = waiting[key].pop()


def _pair_by_words(found: Pairs, old: Sequence[ClaimItem], new: Sequence[ClaimItem]) -> None:
    """Pair claims of one kind whose sentences share at least half of their words."""
    taken = set(found.values())
    here, there = _left(old, set(found))[:_MANY], _left(new, taken)[:_MANY]
    for one in here:
        words = set(one["measurand"]["words"])
        near = [
            (-len(words & set(other["measurand"]["words"])), other["id"])
            for other in there
            if other["id"] not in taken
            and _kind(other) == _kind(one)
            and _SHARED * len(words & set(other["measurand"]["words"]))
            >= max(len(words), len(other["measurand"]["words"]), 1)
        ]
        if near:
            found[one["id"]] = min(near)[1]
            taken.add(min(near)[1])


def _left(items: Sequence[Item], done: set[str]) -> list[Item]:
    return [item for item in items if item["id"] not in done]


def _by_article(items: Sequence[ClaimItem]) -> dict[str, list[ClaimItem]]:
    found: dict[str, list[ClaimItem]] = defaultdict(list)
    for item in items:
        found[item["article_id"]].append(item)
    return found


def _same_content(item: ArticleItem) -> Hashable | None:
    return item["id"]


def _same_address(item: ArticleItem) -> Hashable | None:
    return item["url"]


def _same_path(item: ArticleItem) -> Hashable | None:
    return item["path"]


def file_name(item: ArticleItem) -> str | None:
    """Give the name of an article's file, whatever folder it is seen from."""
    return item["path"].replace("\\", "/").rsplit("/", 1)[-1] or None


def _identity(item: ClaimItem) -> Hashable:
    return item["id"]


def _saying(item: ClaimItem) -> Hashable:
    """Give all that a claim says, and the words around it."""
    return (_sentence(item), item["text"])


def _sentence(item: ClaimItem) -> Hashable:
    """Give what a claim is about, with the words around it, but not its value."""
    return (_question(item), tuple(item["measurand"]["words"]))


def _question(item: ClaimItem) -> Hashable:
    asked = item["measurand"]
    slots = (asked["head"], asked["frame"], asked["role"], tuple(asked["modifiers"]))
    return (_kind(item), *slots)


def _kind(item: ClaimItem) -> Hashable:
    quantity = item["quantity"]
    return (item["dimension"], quantity["unit_kind"] if quantity else "")
