"""Sentences of a text, as spans."""

from __future__ import annotations

import re

# Words that a full stop may follow without ending a sentence, by what comes after the stop.
_TITLE = re.compile(
    r"""
    adm|amb|assoc|asst|atty|brig|capt|cdr|cf|cllr|cmdr|col|cpl|dep|det|dr|drs|gen|gov|hon|insp|lt
  | maj|messrs|mlle|mme|mr|mrs|ms|msgr|mt|mx|pfc|pres|prof|pvt|rep|reps|rev|sec|sen|sens|sgt|snr
  | spc|spr|supt|vs
    """,
    re.VERBOSE,
)
_BEFORE_NUMBER = re.compile(
    r"""
    apr|approx|art|aug|ave|avg|ca|ch|circa|dec|eq|est|feb|fig|jan|jul|jun|mar|no|nos|nov|oct|op|para
  | pp|pt|rs|sep|sept|sq|tel|tk|vol
    """,
    re.VERBOSE,
)
_MAY_END = re.compile(
    r"al|blvd|bros|co|corp|dept|dist|etc|ft|inc|jr|ltd|no|nos|plc|rd|sr|st|univ", re.VERBOSE
)
# Words that begin a sentence far more often than they go on a name ("in the U.S. The envoy").
_STARTER = re.compile(
    r"""
    A|According|After|All|Also|An|And|As|At|Before|Both|But|By|Despite|During|Earlier|Each|For|From
  | He|Her|His|How|However|I|If|In|It|Its|Last|Many|Meanwhile|More|Most|Neither|No|Not|Now|Of
  | Officials|On|One|Only|Our|People|Police|Reports|She|Since|So|Some|Such|That|The|Their|Then|There
  | These|They|This|Those|Though|Three|Two|Under|Until|We|What|When|Where|Which|While|Who|Why|With
  | You
    """,
    re.VERBOSE,
)
# The first class lets `re` skip ahead at full speed; the look-behind keeps a run of stops linear.
_BREAK = re.compile(
    r"""
    [.!?…\n\r]
    (?: (?<=[\n\r])
      | (?<![.!?…]{2}) [.!?…]*+ (?P<close> ["'”’»)\]]{0,3} )
        (?= [ \t\u00a0]++ ["'“‘«(\[]{0,3} (?: [^\W_a-z] | [$£€¥₹] ) )
    )
    """,
    re.VERBOSE,
)
_WORD_AFTER = re.compile(r"""[\s"'“‘«(\[]*+(?P<word>[^\W_]{1,20})""")
_LOOK_BACK = 26


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Split a text into sentences: spans without the space around them, in order, none over a line.

    "It was 9.30 a.m. in the U.S. The envoy of Gen. Motors Corp. left." has two. A line without a
    stop (a headline, a caption) is a sentence of its own.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _BREAK.finditer(text):
        end = found.end()
        if text[found.start()] == "." and found["close"] is not None and not _ends(text, found):
            continue
        _keep(text, start, end, spans)
        start = end
    _keep(text, start, len(text), spans)
    return tuple(spans)


def _keep(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    """Add a span without the space around it, unless nothing is left."""
    piece = text[start:end]
    bare = piece.lstrip()
    if bare:
        start += len(piece) - len(bare)
        spans.append((start, start + len(bare.rstrip())))


def _ends(text: str, found: re.Match[str]) -> bool:
    """Decide whether a full stop before a capital or a digit ends its sentence."""
    at = found.start()
    if text[at + 1 : at + 2] == "." or found["close"][:1] not in {"", "'", "’"}:
        return True
    before = text[max(0, at - _LOOK_BACK) : at].rsplit(None, 1)
    word = before[-1].lstrip("\"'“‘«([") if before else ""
    after = _WORD_AFTER.match(text, found.end())
    return _word_ends(word, "" if after is None else after["word"])


def _word_ends(word: str, after: str) -> bool:
    """Decide by the word that bears the stop and the word that follows it.

    An initial ("J. Smith") never ends a sentence; "U.S." and "a.m." do only before a usual first
    word, "No." and "Sept." never before a number.
    """
    lower = word.lower()
    if _TITLE.fullmatch(lower):
        return False
    if _BEFORE_NUMBER.fullmatch(lower) and after[:1].isdigit():
        return False
    if _MAY_END.fullmatch(lower) or _dotted(word):
        return _STARTER.fullmatch(after) is not None
    return len(word) != 1 or not word.isalpha()


def _dotted(word: str) -> bool:
    """Tell whether a word is letters with stops between: "U.S", "p.m", "Ph.D"."""
    return "." in word and all(0 < len(part) < 3 and part.isalpha() for part in word.split("."))
