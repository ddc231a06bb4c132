"""Write rules/compiled.json anew: `python -m claimcheck.rules.compile`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from claimcheck.errors import RuleError
from claimcheck.rules.load import digest_of, shipped, sources_of
from claimcheck.rules.parse import parse_sources


def compiled(root: Path) -> str:
    """Give the artefact of a rules folder: every table and rule as plain JSON, the digest first."""
    sources = sources_of(root)
    tables = parse_sources(sources, digest_of(sources))
    return json.dumps(tables, ensure_ascii=False, separators=(",", ": "), sort_keys=False) + "\n"


def main() -> int:
    """Write the artefact of the shipped rules; 2 and one line on stderr if they do not parse."""
    root = shipped("rules")
    try:
        text = compiled(root)
    except RuleError as error:
        sys.stderr.write(f"error[{error.code}]: {error}\n")
        return 2
    root.joinpath("compiled.json").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
