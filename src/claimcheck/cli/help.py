"""The help text of `claimcheck`, as `make golden` wrote it; no parser needed."""

from typing import Final

HELP: Final = """\
Usage: claimcheck [OPTIONS] COMMAND [ARGS]...

  Compare what articles say in numbers and dates.

  Reads articles, links claims that answer one question, and marks where they
  agree, approximate or conflict. It never says which source is right.

Options:
  --version             Print the version and stop.
  --install-completion  Install completion for the current shell.
  --show-completion     Show completion for the current shell, to copy it or
                        customize the installation.
  -h, --help            Show this message and exit.

Commands:
  report    Show what articles agree and disagree on.
  extract   Write the numbers, dates and claims of articles.
  explain   Show how a number was read, compared and judged.
  demo      Show the report on the sample articles.
  check     Hold new articles against what is known, and against each other.
  stories   Show which articles tell one event, by which names, and why...
  links     Show which questions several claims answer, their values and...
  diff      Show what changed between two reports, or two sets of articles.
  watch     Report, then tell what changed each time an article does;...
  baseline  Accept the findings there are; see check.
  archive   Keep the claims of articles for later checks.
  rules     List, show and test the rules.
  config    Show the settings and where each comes from.

  Exit codes:
    0  done; for check: nothing at or above --fail-on
    1  check: findings at or above --fail-on; rules test: an example does not hold
    2  the work could not be done: usage, config, rules, articles that cannot be read
    3  a bug in claimcheck
"""
