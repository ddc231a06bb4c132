"""The one boundary between what articles say and what a terminal, a log or a sheet does with it.

Every string that did not come from this program passes `safe` (or `safe_path`) before it is
printed. C0, C1, DEL, bidi and zero-width characters become visible escapes, so do the two forms by
which CI logs take orders; markup means nothing here.
"""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    r"""
    [\x00-\x1f\x7f-\x9f\xad]                        # C0, DEL, C1, soft hyphen
    | [\u061c\u180e\u200b-\u200f\u2028-\u202e]      # zero-width, bidi marks, line separators
    | [\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]
    | [\U000e0000-\U000e0fff]                       # tags
    """,
    re.VERBOSE,
)
_COMMAND = re.compile(r"(?<!\S)(?:::(?=[A-Za-z])|\#\#(?=\[))")
_SPACES = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")
_PLAIN_START = re.compile(r"[\w./\\~\"'(]")
_PLAINER = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "--",
        "\u2026": "...", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u00b7": "-", "\u2212": "-",
    }
)  # fmt: skip


def safe(text: str) -> str:
    r"""Make text printable: what would act is shown as an escape, `\x1b` for ESC.

    >>> print(safe("25,000\x1b[31m"))
    25,000\x1b[31m
    >>> print(safe("::error::25,000"))
    \x3a:error::25,000
    """
    shown = _UNSAFE.sub(_escape, text)
    if "::" in shown or "##" in shown:
        shown = _COMMAND.sub(lambda found: f"\\x{ord(found[0][0]):02x}{found[0][1:]}", shown)
    return shown


def one_line(text: str) -> str:
    r"""Fold runs of white space to single spaces, then make the rest safe.

    >>> one_line("nearly\n   700,000")
    'nearly 700,000'
    """
    return safe(_SPACES.sub(" ", text).strip())


def safe_path(path: str) -> str:
    """Make a path printable, and unable to be an order or an option at the start of a line.

    >>> safe_path("articles/a.txt"), safe_path("-x.txt")
    ('articles/a.txt', './-x.txt')
    """
    plain = path in {"", "-"} or _PLAIN_START.match(path)  # "-" is what the user typed
    return safe(path if plain else f"./{path}")


def to_ascii(text: str) -> str:
    r"""Write text in ASCII: typographic marks as their plain cousins, the rest as escapes.

    >>> print(to_ascii("“€5” …"))
    "\u20ac5" ...
    """
    return text.translate(_PLAINER).encode("ascii", "backslashreplace").decode("ascii")


def json_safe(line: str) -> str:
    r"""Escape in a JSON text what `json.dumps` leaves alone; the value it encodes stays the same.

    >>> print(json_safe('"\x9b"'))
    "\u009b"
    """
    return _UNSAFE.sub(_json_escape, line)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == 0x0A:  # layout between values; inside strings json.dumps has escaped it already
        return "\n"
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
