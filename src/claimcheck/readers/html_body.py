"""Which blocks of a page are its article: headline, byline, paragraphs, captions, tables.

The article is the smallest element that holds most of the running text, markup that names it
coming first; inside it, what markup, links or wording give away as page is furniture.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from claimcheck.model.article import RegionKind
from claimcheck.readers.html_nodes import BY_CLASS, Block, Node, Page
from claimcheck.readers.html_words import HEADINGS, Role
from claimcheck.readers.written_dates import days

_STOP = re.compile(r"""[.!?…。:](?:\s?["'”’»)\]]){0,3}\Z""")
_MOST: Final = 0.7  # of the running text, which the article's element holds
_NAMED: Final = 0.3  # of it, where the markup names the element
_SHORT_ARTICLE: Final = 200
_LINKED: Final = 0.5
_PROMPT = re.compile(
    r"""
    (?: (?: read | see | also ) \s (?: more | also | next | read ) \b | read: | related: | more:
      | sign \s up \b | subscribe \b | follow \s us \b | click \s here \b | share \s (?:this|on) \b
      | advertisement\b | sponsored\b | photo\s gallery | watch: | video: | listen: | download\s
      | lesen \s sie \s auch | mehr \s zum \s thema | lire \s aussi | à \s lire
      | leia \s (?:mais|também) | lea \s también | leggi \s anche | lees \s ook | tags?:
      | filed \s under | posted \s in
      | comments? \s? (?:\(|$|are\sclosed) | leave \s a \s (?:reply|comment) | copyright\b | ©
      | all \s rights \s reserved | (?:we|this\ssite|this\swebsite) \s uses? \s cookies
      | print \s this | e-?mail \s this | source: \s https? | want \s more | support \s our )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CORRECTION = re.compile(
    r"(?:corrections?|clarification|editor['’]s note)\s?:|an? (?:earlier|previous) version of this"
    r"|this (?:story|article|report) (?:has been|was) (?:corrected|amended)",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|von|par|por|di|door|BY)\s+[A-Z\u00c0-\u00de]")
_NOT_WORD = re.compile(r"\W+")


class Part(NamedTuple):
    """A block of the article and what it is."""

    block: Block
    kind: RegionKind


def parts(page: Page) -> list[Part]:
    """Choose the blocks of the article, in the order of the file, headline and byline first."""
    blocks = page.blocks
    if not blocks:
        return []
    begin, end, kept = _article(blocks)
    head = _headline(page, begin)
    body = [Part(blocks[i], _kind(blocks[i])) for i in range(begin, end) if i in kept]
    body = _without_tail(_without_repeat(body, blocks[head] if head is not None else None))
    top = _top(blocks, head, begin) if head is not None and head < begin else []
    return top + body


def fragment(page: Page) -> list[Part]:
    """Take every block of a page that is nothing but an article: a feed's entry, a field."""
    return [Part(block, _kind(block)) for block in page.blocks if _belongs(block)]


def prose(block: Block) -> bool:
    """Tell whether a block is running text: a whole sentence or longer than any headline."""
    text = block.text
    if block.linked > len(text) * _LINKED or block.node.name in HEADINGS:
        return False
    words = text.count(" ") + 1
    return words > 25 or (words > 7 and _STOP.search(text) is not None) or _dense(text)


def _dense(text: str) -> bool:
    """Tell running text of a script without spaces."""
    return len(text) > 40 and not text.isascii() and text.count(" ") * 12 < len(text)


def _article(blocks: list[Block]) -> tuple[int, int, set[int]]:
    """Give the first and last block of the article and which of those between belong to it.

    Where markup calls nearly all running text furniture, it is not believed.
    """
    good = [i for i, block in enumerate(blocks) if not block.node.furniture and prose(block)]
    every = [i for i, b in enumerate(blocks) if b.node.furniture <= BY_CLASS and prose(b)]
    trusted = True
    much, all_much = _size(blocks, good), _size(blocks, every)
    if much < _SHORT_ARTICLE and all_much > 2 * much:
        good, trusted = every, False
    if not good:
        return 0, len(blocks), {i for i, b in enumerate(blocks) if not b.node.furniture}
    chosen = _element(blocks, good)
    inside = _inside(chosen, blocks)
    kept = {i for i in inside if not (trusted and blocks[i].node.furniture) and _belongs(blocks[i])}
    paragraphs = [i for i in inside if i in kept and prose(blocks[i])] or good
    return min(inside[0], paragraphs[0]), paragraphs[-1] + _trailing(blocks, paragraphs, kept), kept


def _trailing(blocks: list[Block], paragraphs: list[int], kept: set[int]) -> int:
    """Count the blocks from the last paragraph on that still belong: items, cells, sentences."""
    at = last = paragraphs[-1]
    while at + 1 in kept and _goes_on(blocks[at + 1]):
        at += 1
    return at - last + 1


def _goes_on(block: Block) -> bool:
    """Tell whether a short block after the last paragraph belongs to it."""
    if block.node.name in {"li", "td", "th"}:
        return True
    return block.node.name == "p" and _STOP.search(block.text) is not None


def _size(blocks: list[Block], chosen: list[int]) -> int:
    """Count the letters of blocks."""
    return sum(len(blocks[i].text) for i in chosen)


def _element(blocks: list[Block], good: list[int]) -> list[Node]:
    """Find the element of the article, or several of one name side by side."""
    total = 0
    totals: dict[int, int] = {}
    nodes: dict[int, Node] = {}
    order: dict[int, int] = {}
    for index in good:
        size = min(len(blocks[index].text), 2_000)
        total += size
        around = blocks[index].node.within()
        for depth, node in enumerate(reversed(around)):
            nodes[id(node)] = node
            totals[id(node)] = totals.get(id(node), 0) + size
            order.setdefault(id(node), depth)
    named = _named(nodes, totals, order, total)
    if named:
        return named
    holding = [key for key, size in totals.items() if size >= total * _MOST]
    deepest = max(holding, key=lambda key: order[key])
    return [_up(nodes[deepest])]


def _up(node: Node) -> Node:
    """Take the element around a single paragraph or list item."""
    while node.parent is not None and node.name in {"p", "li", "blockquote", "td", "tr", "tbody"}:
        node = node.parent
    return node


def _named(
    nodes: dict[int, Node], totals: dict[int, int], order: dict[int, int], total: int
) -> list[Node]:
    """Find the element that the markup calls the body of the article, with its like beside it."""
    for names in (Role.BODY, "article", "main"):
        found = [
            key
            for key, node in nodes.items()
            if (node.role is names or node.name == names) and totals[key] >= total * _NAMED
        ]
        if not found:
            continue
        most = max(totals[key] for key in found)
        best = max(
            (key for key in found if totals[key] >= most * _MOST), key=lambda key: order[key]
        )
        chosen = nodes[best]
        if names is not Role.BODY:
            return [chosen]
        return [n for n in nodes.values() if _alike(n, chosen)]
    return []


def _alike(node: Node, chosen: Node) -> bool:
    """Tell whether an element continues another: the same names in the same place."""
    if node is chosen:
        return True
    return node.name == chosen.name and node.names == chosen.names and node.parent is chosen.parent


def _inside(chosen: list[Node], blocks: list[Block]) -> list[int]:
    """Give the blocks that lie in one of the chosen elements; each element is climbed once."""
    known = {id(node): True for node in chosen}
    found: list[int] = []
    for index, block in enumerate(blocks):
        node: Node | None = block.node
        climbed: list[int] = []
        while node is not None and id(node) not in known:
            climbed.append(id(node))
            node = node.parent
        lies = node is not None and known[id(node)]
        known.update(dict.fromkeys(climbed, lies))
        if lies:
            found.append(index)
    return found


def _belongs(block: Block) -> bool:
    """Tell whether a block inside the article's element is part of the article."""
    text = block.text
    if not any(map(str.isalnum, text)):
        return False
    short = len(text) < 160
    if short and _PROMPT.match(text):
        return False
    linked = block.linked >= len(text.replace(" ", "")) * 0.8
    return not (linked and block.node.name not in HEADINGS and len(text) < 200)


def _kind(block: Block) -> RegionKind:
    """Name the part a block of the article plays."""
    around = block.node.within(4)
    roles = {node.role for node in around}
    names = {node.name for node in around}
    short = len(block.text) < 200
    if block.node.name == "h1":
        return RegionKind.HEADLINE
    if (
        "figcaption" in names
        or "caption" in names
        or (Role.CAPTION in roles and len(block.text) < 600)
    ):
        return RegionKind.CAPTION
    if _CORRECTION.match(block.text):
        return RegionKind.CORRECTION
    signed = _BY.match(block.text) is not None or Role.BYLINE in roles
    if short and ((signed and not _STOP.search(block.text)) or _dated(block)):
        return RegionKind.BYLINE
    return RegionKind.DECK if Role.DECK in roles else RegionKind.BODY


def _dated(block: Block) -> bool:
    """Tell whether a short line states a full day and little else."""
    found = [] if len(block.text) > 120 or prose(block) else days(block.text)
    return bool(found) and len(block.text) - sum(one.end - one.start for one in found) < 60


def _plain(text: str) -> str:
    """Give the letters of a title, for comparing."""
    return _NOT_WORD.sub(" ", text.lower()).strip()


def _headline(page: Page, begin: int) -> int | None:
    """Find the headline: the heading above or at the top of the article that the title repeats."""
    titles = [_plain(page.title), *(_plain(m.get("content", "")) for m in page.metas if _og(m))]
    best: tuple[int, int] | None = None
    for index, block in enumerate(page.blocks[: begin + 6]):
        if block.node.name not in HEADINGS or block.node.furniture & ~BY_CLASS:
            continue
        words = _plain(block.text)
        if days(block.text):
            continue
        level = int(block.node.name[1])
        repeated = len(words) > 8 and any(
            words in title or title in words for title in titles if title
        )
        score = 10 * repeated + 6 * (level == 1) - level - 3 * (block.node.furniture > 0)
        if len(words) > 3 and (best is None or score >= best[0]) and (repeated or level < 3):
            best = (score, index)
    return None if best is None else best[1]


def _og(meta: dict[str, str]) -> bool:
    """Tell whether a head tag repeats the title."""
    return meta.get("property", meta.get("name", "")).lower() in {"og:title", "twitter:title"}


def _top(blocks: list[Block], head: int, begin: int) -> list[Part]:
    """Take the headline, and the deck, byline and picture between it and the article."""
    found = [Part(blocks[head], RegionKind.HEADLINE)]
    for block in blocks[head + 1 : min(begin, head + 30)]:
        if block.node.furniture or not _belongs(block):
            continue
        kind = _kind(block)
        if kind is RegionKind.BODY and not prose(block):
            dated = any(map(str.isdigit, block.text)) and len(block.text) < 80
            kind = RegionKind.BYLINE if dated else RegionKind.BOILERPLATE
        elif kind is RegionKind.BODY:
            kind = RegionKind.DECK
        if kind is not RegionKind.BOILERPLATE:
            found.append(Part(block, kind))
    return found


def _without_repeat(body: list[Part], head: Block | None) -> list[Part]:
    """Call the headline inside the article what it is, and leave out what stands above it."""
    found: list[Part] = []
    for part in body:
        if head is not None and part.block is head:
            found = [one for one in found if prose(one.block) and one.kind is RegionKind.BODY]
            found.append(Part(part.block, RegionKind.HEADLINE))
        else:
            found.append(part)
    return found


def _without_tail(body: list[Part]) -> list[Part]:
    """Leave out headings that nothing follows."""
    end = len(body)
    while end and body[end - 1].block.node.name in HEADINGS and len(body) > 1:
        end -= 1
    return body[:end]
