"""Names in the markup of news pages: tags, classes and properties, and what each says of a block.

These are the words of page builders, not of reporters: they stand in attributes, never in text.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple

BLOCKS: Final = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul caption amp-sidebar".split()
)
HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())
VOID: Final = frozenset("br hr img input meta link wbr source embed col area base param".split())
CLOSED_BY_BLOCKS: Final = frozenset("p h1 h2 h3 h4 h5 h6 dt".split())
# An opening tag ends a sibling of these names, up to the element that holds them.
SIBLINGS: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"table"})),
    "th": (frozenset({"td", "th"}), frozenset({"table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
}
FURNITURE_TAGS: Final = frozenset("nav aside footer dialog menu amp-sidebar".split())
NEVER_FURNITURE: Final = frozenset("html body main".split())


class Role(Enum):
    """What the markup says that a block is."""

    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    CAPTION = "caption"
    BODY = "body"
    COMMENTS = "comments"
    FURNITURE = "furniture"


_BODY = re.compile(
    r"""
    (?: article | story | post | entry | news | page | content | main | single ) [_\-]{0,2}
      (?: body | content | text | copy | full ) (?: text | copy | body | content )? (?![a-z])
    | (?: ^ | \s ) (?: body[_\-]?(?:copy|text) | articlebody | storytext | postarea | rich-?text
        | prose | detail-?text | td-post-content | mw-parser-output | itemfulltext | articletext
        | artikel-?(?:text|inhalt) | texte | cuerpo | corps | testo )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COMMENTS = re.compile(
    r"(?:^|[\s_\-])(?:(?<!no-)comments?(?![a-z]|-(?:open|closed|off|on)\b)|commentlist|comment-?list|disqus|respond(?![a-z])"
    r"|kommentare?|commentaires?|comentarios?|commenti|reacties|discussion(?![a-z\-]))",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"""
    (?: ^ | [\s_\-] )
    (?: related | share(?!point) | sharing | sharedaddy | social | side-?bar | newsletter | promo
      | advert | ads? (?![a-z]) | adbox | banner | sponsor | cookie | consent | gdpr | breadcrumbs?
      | nav (?![a-z]) | navi (?![a-z]) | navbar | navigation | menu | footer | foot (?![a-z])
      | widget | popup | modal | overlay | subscri | signup | sign-up | login | register | paywall
      | tags? (?![a-z]) | taglist | tagcloud | recommend | teasers? (?! [_\-]?text ) | outbrain
      | taboola | zergnet | author-?(?:bio|box|info|description) | about-?(?:the-)?author
      | bio (?![a-z]) | pagination | pager | paging | next-?(?:post|article) | prev | previous
      | read-?(?:more|next|also) | readmore | also-?read | most-?(?:read|popular|viewed) | mostread
      | popular | trending | latest (?! -?update ) | recent
      | more-?(?:from|stories|news|on|articles)
      | jp-relatedposts | yarpp | crp_related | see-?also | toolbar | tools (?![a-z]) | print
      | (?:post|entry|article)-?(?:meta-?)?(?:footer|tags|nav|categories|actions|tools|share)
      | cat-links | tag-links | edit-link | rating | voting | poll (?![a-z]) | survey | quiz
      | skip (?![a-z]) | skip-?link | site-?header | masthead | top-?bar | ticker | weather
      | search | copyright | legal (?![a-z]) | disclaimer | donat | support-us | feedback
      | screen-?reader | sr-only | visually-?hidden | visuallyhidden | toc (?![a-z])
      | linkbox | infobox | dossier | mehr-zum | weiterlesen | lire-aussi | a-lire | leer-mas
      | correlati | relacionad | empfehlung | anzeige | werbung | publicite | publicidad
      | hidden (?![a-z]) | hide (?![a-z]) | d-none | no-?print | noprint | reblog | likes
      | follow | app-?(?:promo|download|banner) | push-?notification | carousel | slider | gallery
      | galler | slideshow | credits? -?list | footnotes-nav | metanav | blogroll | archive-?list )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OTHERS = re.compile(
    r"""
    (?: ^ | [\s_\-] )
    (?: related | recommend | most-?(?:read|popular|viewed) | mostread | popular | trending
      | latest (?! -?update ) | recent | more-?(?:from|stories|news|on|articles) | similar
      | teasers? (?! [_\-]?text ) | side-?bar | widget | carousel | slider | ticker
      | blogroll | archive-?list | next-?(?:post|article) | prev (?![a-z]) | previous | promo
      | read-?(?:more|next|also) | upcoming | empfehlung | mehr-zum | lire-aussi
      | relacionad | correlat )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BYLINE = re.compile(
    r"""
    (?: ^ | [\s_\-] )
    (?: byline | by-line | author s? (?![_\-]?(?:bio|box|info|desc)) | autor (?![a-z]) | auteur
      | writer | dateline | datum (?![a-z]) | date (?![a-z]) | pub-?date | publi(?:shed|cation)
      | posted-?on | post-?(?:info|meta|date|author) | entry-?(?:info|meta|date|author)
      | article-?(?:info|meta|date|author) | story-?(?:meta|date|info) | timestamp | time (?![a-z])
      | meta (?![a-z]) | kicker | dachzeile | rubrik | category | section-?name )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CAPTION = re.compile(
    r"(?:^|[\s_\-])(?:caption|wp-caption-text|image-?(?:caption|text|credit)|photo-?(?:caption|credit)"
    r"|credit|bildunterschrift|bildtext|legende|leyenda|didascalia|cutline|copyright-?image)",
    re.IGNORECASE,
)
_DECK = re.compile(
    r"(?:^|[\s_\-])(?:deck|dek|standfirst|sub-?(?:head|heading|headline|title)(?![a-z])|strapline"
    r"|summary|lede|chapo|vorspann|article-?(?:intro|lead|summary|excerpt|standfirst)|sommario)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"date|time|datum|publi|posted|meta|byline|fecha|data|tarih|dato|updated|info|stamp|day|created|issued",
    re.IGNORECASE,
)
_BODY_TAGS: Final = frozenset({"div", "section", "article", "td", "main", "span"})
_ROLES: Final = (  # the surest first, each with the tags that never play it
    (Role.COMMENTS, _COMMENTS, NEVER_FURNITURE),
    (Role.CAPTION, _CAPTION, frozenset[str]()),
    (Role.FURNITURE, _FURNITURE, NEVER_FURNITURE),
    (Role.DECK, _DECK, frozenset[str]()),
    (Role.BYLINE, _BYLINE, frozenset({"article"})),
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HIDDEN_NAME = re.compile(
    r"(?:hidden|sr-only|screen-reader-text|visually-?hidden|u-hidden|d-none|hide)\Z", re.IGNORECASE
)


class SaidBy(NamedTuple):
    """What class names and ids say of their element."""

    roles: frozenset[Role]
    hidden: bool
    dated: bool
    others: bool


@lru_cache(2**14)  # sites name their parts alike; a few thousand names cover most pages
def said_by(names: str) -> SaidBy:
    """Tell what class names and ids say, one by one, of one element."""
    if " " in names:
        told = [said_by(one) for one in names.split()]
        roles = frozenset(role for one in told for role in one.roles)
        return SaidBy(
            roles,
            any(one.hidden for one in told),
            any(one.dated for one in told),
            any(one.others for one in told),
        )
    found = {role for role, pattern, _ in _ROLES if pattern.search(names)}
    if _BODY.search(names):
        found.add(Role.BODY)
    hides = _HIDDEN_NAME.match(names) is not None
    dated, others = _DATED.search(names) is not None, _OTHERS.search(names) is not None
    return SaidBy(frozenset(found), hides, dated, others)


def role(tag: str, told: SaidBy, properties: str) -> Role | None:
    """Tell what part an element plays by its names and its item property."""
    if "articlebody" in properties.lower():
        return Role.BODY
    if not told.roles:
        return None
    if Role.BODY in told.roles and tag in _BODY_TAGS:
        return Role.COMMENTS if Role.COMMENTS in told.roles else Role.BODY
    return next((one for one, _, never in _ROLES if one in told.roles and tag not in never), None)


def hidden(found: dict[str, str]) -> bool:
    """Tell whether attributes keep an element from being shown."""
    if "hidden" in found or found.get("aria-hidden") == "true":
        return True
    return _HIDDEN_STYLE.search(found.get("style", "")) is not None
