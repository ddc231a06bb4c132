"""Regions of a plain page: what is headline, byline, body, caption, and what is furniture."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.model.article import Region, RegionKind, Span
from claimcheck.model.lexicon import Furniture
from claimcheck.text.lines import Line, Vocabulary, lines

_DATELINE = re.compile(
    r"""
    (?: [A-Z][A-Z.'’\- ]{2,30} | [A-Z][\w.'’\-]{1,20} (?: [ ][A-Z][\w.'’\-]{1,20} ){0,2} )
    (?: , [ ] [A-Z][\w. ]{1,30} ){0,2}
    (?: [ ] \( [A-Z][^()\n]{1,40} \) [ ]? (?: : | -- | — | – | - ) | [ ]? (?: : | -- | — | – ) )
    [ ]
    """,
    re.VERBOSE,
)
_TOP: Final = 14  # lines in which a byline may stand below a headline and a deck
_MAX_NAME: Final = 4
_SUBHEAD: Final = 14
_MAX_LINES: Final = 20_000  # more lines are a table or a log, not a page


def regions(text: str, furniture: Furniture) -> tuple[Region, ...]:
    """Mark the parts of a page by layout and furniture words; what is unsure is body.

    The regions follow each other without a gap from 0 to the end of the text.
    """
    page = lines(text)
    if not 1 < len(page) <= _MAX_LINES:
        return (Region(Span(0, len(text)), RegionKind.BODY),) if text else ()
    kinds = _Page(page, Vocabulary(furniture)).kinds()
    return _spans(text, page, kinds)


def dateline_end(text: str, start: int) -> int | None:
    """Give the end of the dateline that a paragraph opens with, None where it has none."""
    found = _DATELINE.match(text, start)
    return None if found is None else found.end()


def _spans(text: str, page: list[Line], kinds: list[RegionKind]) -> tuple[Region, ...]:
    """Join lines of one kind, and part the dateline from the paragraph it opens."""
    found: list[Region] = []
    first_body = kinds.index(RegionKind.BODY) if RegionKind.BODY in kinds else -1
    start = 0
    for index, kind in enumerate(kinds):
        end = page[index + 1].start if index + 1 < len(page) else len(text)
        opening = index == first_body and page[index].prose
        dateline = dateline_end(text, page[index].start) if opening else None
        if dateline is not None and dateline < end:
            found.append(Region(Span(start, dateline), RegionKind.DATELINE))
            start = dateline
        if found and found[-1].kind is kind:
            found[-1] = Region(Span(found[-1].span.start, end), kind)
        else:
            found.append(Region(Span(start, end), kind))
        start = end
    return tuple(found)


class _Page:
    """One page under classification: a kind for each line, None while it is open."""

    def __init__(self, page: list[Line], words: Vocabulary) -> None:
        self.page = page
        self.words = words
        self.kind: list[RegionKind | None] = [None] * len(page)
        self.stamps = [words.stamp(line) for line in page]

    def kinds(self) -> list[RegionKind]:
        """Classify from the sure to the unsure."""
        self._by_words()
        self._printed_twice()
        begin = self._body_begins()
        self._top(begin)
        self._tail(begin)
        self._footer(begin)
        self._subheads(begin)
        return [RegionKind.BODY if kind is None else kind for kind in self.kind]

    def _prose(self, index: int) -> bool:
        """Tell whether an open line is a paragraph."""
        return self.kind[index] is None and not self.stamps[index] and self.page[index].prose

    def _by_words(self) -> None:
        """Mark the lines that their words alone give away."""
        for index, line in enumerate(self.page):
            if self.words.control(line):
                self.kind[index] = RegionKind.BOILERPLATE
            elif self.words.correction(line):
                self.kind[index] = RegionKind.CORRECTION
            elif self.words.caption(line):
                self.kind[index] = RegionKind.CAPTION

    def _printed_twice(self) -> None:
        """Mark a long line near the top that the next one repeats: captions often are."""
        paragraphs = 0
        for index in range(min(_TOP, len(self.page) - 1)):
            line, following = self.page[index], self.page[index + 1]
            if paragraphs < 2 and line.text == following.text and line.words > 7:
                self.kind[index] = self.kind[index + 1] = RegionKind.CAPTION
            paragraphs += self._prose(index)

    def _body_begins(self) -> int:
        """Give the index of the first line of the body; 0 when nothing looks like a top.

        A byline or date near the top, with few paragraphs (deck, summary) above it and more below,
        ends the top; else the first paragraph does.
        """
        prose = [self._prose(index) for index in range(len(self.page))]
        if not any(prose):
            return 0
        ends = next(i for i in range(len(self.page)) if self._content(i) and not self._opens(i))
        for index in range(min(_TOP, len(self.page))):
            above, below = sum(prose[:index]), sum(prose[index : index + _TOP])
            if self._signs(index) and above < min(3, below):
                ends = max(ends, index + 1)
        return ends

    def _signs(self, index: int) -> bool:
        """Tell whether a byline or date belongs to the article that begins at the top."""
        signed = self.stamps[index] or self.words.byline(self.page[index])
        listed = index > 0 and self.page[index - 1].text in {
            line.text for line in self.page[index + 1 : index + 2]
        }
        return signed and self.kind[index] is None and not listed and self._headed(index)

    def _opens(self, index: int) -> bool:
        """Tell whether a line can stand above the body: no paragraph and no broken sentence."""
        return not self._prose(index) and (
            self.page[index].heading or self.words.byline(self.page[index])
        )

    def _headed(self, index: int) -> bool:
        """Tell whether what stands above a byline begins like a page: with a heading."""
        opened = [above for above in range(index) if self._content(above)]
        return not opened or self.page[opened[0]].heading

    def _content(self, index: int) -> bool:
        """Tell whether a line is neither furniture nor a date."""
        return self.kind[index] is None and not self.stamps[index]

    def _top(self, begin: int) -> None:
        """Mark what stands above the body: clock, headline, deck, byline."""
        headline = next(
            (index for index in range(begin) if self._content(index) and self._titles(index)), begin
        )
        dated_below = any(self.stamps[headline:begin])
        for index in range(begin):
            if self.kind[index] is not None:
                continue
            if self.stamps[index]:
                above = index < headline and (dated_below or self._after_control(index))
                self.kind[index] = RegionKind.BOILERPLATE if above else RegionKind.BYLINE
            elif index == headline:
                self.kind[index] = RegionKind.HEADLINE
            elif index < headline and self.words.tail(self.page[index]):
                self.kind[index] = RegionKind.BOILERPLATE
            elif self._signed(index) or self.words.closer(self.page[index]):
                self.kind[index] = RegionKind.BYLINE
            else:
                self.kind[index] = RegionKind.DECK

    def _titles(self, index: int) -> bool:
        """Tell whether a line of the top can be the headline."""
        line = self.page[index]
        return not self.words.tail(line) and not self.words.byline(line)

    def _after_control(self, index: int) -> bool:
        """Tell whether a button of the page stands right above."""
        return index > 0 and self.kind[index - 1] is RegionKind.BOILERPLATE

    def _signed(self, index: int) -> bool:
        """Tell whether a line names an author: by its words, or by being a bare name."""
        line = self.page[index]
        if self.words.byline(line):
            return True
        names = line.text.split()
        return 1 < len(names) <= _MAX_NAME and all(
            name[0].isupper() and name.replace(".", "").replace("-", "").isalpha() for name in names
        )

    def _tail(self, begin: int) -> None:
        """Mark everything from the line at which the page turns to other things."""
        for index in range(begin, len(self.page)):
            line = self.page[index]
            if self.words.closer(line) and index > begin:
                self.kind[index] = RegionKind.BYLINE
                self._boilerplate(index + 1)
                return
            if self.words.tail(line) and index > begin:
                self.kind[index] = RegionKind.BOILERPLATE
                if not self._goes_on(index + 1):
                    self._boilerplate(index + 1)
                    return
                self._headings(index + 1)
        self._dated_headings(begin)

    def _goes_on(self, start: int) -> bool:
        """Tell whether mostly whole paragraphs follow: the furniture was an insert."""
        rest = range(start, len(self.page))
        whole = sum(self._prose(i) and self.page[i].text[-3:] not in {"...", "…"} for i in rest)
        return whole * 2 > len(rest)

    def _headings(self, start: int) -> None:
        """Mark the run of headings that begins here."""
        for index in range(start, len(self.page)):
            if not self.page[index].heading:
                return
            self.kind[index] = RegionKind.BOILERPLATE

    def _dated_headings(self, begin: int) -> None:
        """Mark a list of other articles: headings with dates, or headings printed twice."""
        dates = [i for i in range(begin, len(self.page)) if self.stamps[i]]
        paragraphs = [i for i in range(begin, len(self.page)) if self._prose(i)]
        if not paragraphs or len(dates) < 2 or dates[0] < paragraphs[0]:
            return
        first = dates[0]
        while first - 1 > paragraphs[0] and self.page[first - 1].heading:
            first -= 1
        self._boilerplate(first)

    def _footer(self, begin: int) -> None:
        """Mark a date that stands alone below, and a closing run of headings."""
        for index in range(begin, len(self.page)):
            if self.stamps[index] and self.kind[index] is None:
                self.kind[index] = RegionKind.BYLINE
        last = len(self.page)
        while last > begin and self.kind[last - 1] is None and self._loose(last - 1):
            last -= 1
        paragraphs = sum(1 for index in range(begin, last) if self._prose(index))
        if len(self.page) - last > 2 and paragraphs > 2:
            self._boilerplate(last)

    def _loose(self, index: int) -> bool:
        """Tell whether a line looks like the headline of another article."""
        line = self.page[index]
        return line.heading and line.words > 2 and not line.numbered

    def _boilerplate(self, start: int) -> None:
        """Give everything from a line on to the page."""
        for index in range(start, len(self.page)):
            self.kind[index] = RegionKind.BOILERPLATE

    def _subheads(self, begin: int) -> None:
        """Mark headings between two paragraphs."""
        for index in range(begin + 1, len(self.page) - 1):
            line = self.page[index]
            between = self.page[index - 1].prose and self._prose(index + 1)
            head = line.heading and not line.stopped and line.words <= _SUBHEAD
            if self.kind[index] is None and between and head:
                self.kind[index] = RegionKind.HEADLINE
