"""What changed, for people: in a terminal and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.model.finding import Verdict
from claimcheck.output.cells import hanging, wrap
from claimcheck.output.look import Look
from claimcheck.output.markdown import plain
from claimcheck.output.safe import one_line, safe_path

if TYPE_CHECKING:
    from claimcheck.changes.document import ClaimNote, DiffDocument, FindingNote, Side

_MANY = 40  # lines of one list shown without --all
_NOTHING = "Nothing changed."
Line = tuple[str, str]  # a sign, and what it is about


def terminal(change: DiffDocument, look: Look) -> str:
    """Render what changed: findings worst first, then claims, then articles."""
    lines = [*_head("old", change["old"], look), *_head("new", change["new"], look)]
    for title, listed in _sections(change, look):
        lines += ["", look.strong(title)]
        shown = listed if look.everything else listed[:_MANY]
        for sign, text in shown:
            lines += hanging(f"  {sign} {text}", 4, look.width)
        if len(shown) < len(listed):
            lines.append(f"  … and {len(listed) - len(shown)} more: --all")
    return look.finish([*lines, "", *wrap(closing(change), look.width)])


def markdown(change: DiffDocument, look: Look) -> str:
    """Write what changed as headings and lists."""
    lines = [f"## claimcheck diff: {plain(closing(change))}", ""]
    lines += [f"{_side(change['old'], plain)} → {_side(change['new'], plain)}", ""]
    for title, listed in _sections(change, look):
        lines += [f"### {plain(title)}", ""]
        shown = listed if look.everything else listed[:_MANY]
        lines += [f"- {plain(sign)} {plain(text)}" for sign, text in shown]
        if len(shown) < len(listed):
            lines.append(f"- … and {len(listed) - len(shown)} more")
        lines.append("")
    return "\n".join(lines)


def closing(change: DiffDocument) -> str:
    """Give the last line: how many findings came, went and moved, and whether it got worse."""
    told = change["findings"]
    if not any((*told.values(), *change["claims"].values(), *change["articles"].values())):
        same = not change["patch"]["values"] and not change["patch"]["lists"]
        return _NOTHING if same else "No finding, claim or article changed."
    counts = [
        f"{len(told['appeared'])} appeared",
        f"{len(told['vanished'])} vanished",
        f"{len(told['moved'])} moved",
    ]
    return f"Findings: {', '.join(counts)}; {change['worse'] or 'none'} for the worse."


def _head(label: str, side: Side, look: Look) -> list[str]:
    return hanging(f"{label}  {_side(side, safe_path)}", 4, look.width)


def _side(side: Side, shown: type[str] | object) -> str:
    name = shown(side["name"]) if callable(shown) else side["name"]
    return (
        f"{name}: {side['articles']} articles, {side['claims']} claims, {side['findings']} findings"
    )


def _sections(change: DiffDocument, look: Look) -> Iterator[tuple[str, list[Line]]]:
    """Give the lists that are not empty, each with its title."""
    for title, listed in (
        ("Findings", _findings(change, look)),
        ("Claims", _claims(change)),
        ("Articles", _articles(change)),
        ("Rules", _rules(change)),
    ):
        if listed:
            yield title, listed


def _findings(change: DiffDocument, look: Look) -> list[Line]:
    told = change["findings"]
    lines = [("+", f"appeared: {_finding(one, look)}") for one in told["appeared"]]
    for pair in told["moved"]:
        old, new = pair["old"], pair["new"]
        way = "worse" if pair["worse"] else "moved"
        was = f"was {old['verdict']} {one_line(old['rule'])} {old['severity']}"
        lines.append(("~", f"{way}, {was}: {_finding(new, look)}"))
    lines += [("~", f"reworded: {_finding(pair['new'], look)}") for pair in told["changed"]]
    lines += [("-", f"vanished: {_finding(one, look)}") for one in told["vanished"]]
    return lines


def _finding(note: FindingNote, look: Look) -> str:
    verdict = Verdict(note["verdict"])
    places = ", ".join(_place(claim) for claim in note["claims"])
    said = one_line(": ".join(filter(None, (note["title"], note["message"]))))
    sign = look.symbol(verdict)
    return f"{sign} {verdict} {one_line(note['rule'])} {note['severity']}: {said} ({places})"


def _claims(change: DiffDocument) -> list[Line]:
    told = change["claims"]
    lines = [
        ("~", f"{_place(pair['new'])}: {_about(pair['new'])}{one_line(pair['change'])}")
        for pair in told["changed"]
    ]
    lines += [("+", _claim(one)) for one in told["added"]]
    return lines + [("-", _claim(one)) for one in told["removed"]]


def _claim(note: ClaimNote) -> str:
    moment = f", {one_line(note['moment'])}" if note["moment"] else ""
    return f"{_place(note)}: {_about(note)}{one_line(note['text'])}{moment}"


def _about(note: ClaimNote) -> str:
    return f"{one_line(note['about'])}: " if note["about"] else ""


def _place(note: ClaimNote) -> str:
    return f"{safe_path(note['path'])}:{note['line']}:{note['col']}"


def _articles(change: DiffDocument) -> list[Line]:
    told = change["articles"]
    lines = [("+", safe_path(one["path"])) for one in told["added"]]
    for pair in told["revised"]:
        old, new = pair["old"], pair["new"]
        renamed = old["path"] != new["path"]
        was = f" (was {safe_path(old['path'])})" if renamed else ""
        lines.append(("~", f"{safe_path(new['path'])}{was}"))
    return lines + [("-", safe_path(one["path"])) for one in told["removed"]]


def _rules(change: DiffDocument) -> list[Line]:
    old, new = change["old"], change["new"]
    same = (old["tool_version"], old["ruleset_digest"]) == (
        new["tool_version"],
        new["ruleset_digest"],
    )
    note = "the two reports were made by other rules or another version: verdicts may differ by it"
    return [] if same else [("!", note)]
