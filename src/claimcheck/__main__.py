"""The door from the shell: `claimcheck` and `python -m claimcheck`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError

_INTERRUPTED = 130
_BROKEN_PIPE = 141


def main() -> int:
    """Run the command line and give its exit code; mishaps are one line, never a traceback."""
    argv = sys.argv[1:]
    # Little here is cyclic garbage; looking for it less often saves a twelfth of a short run.
    gc.set_threshold(100_000, 20, 20)
    try:
        return 0 if _answered(argv) else _run(argv)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader went away, as `head` does: nothing to say, and nothing left to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE


def _answered(argv: list[str]) -> bool:
    """Answer what needs no parser, before typer is imported."""
    if argv == ["--version"]:
        sys.stdout.write(f"claimcheck {__version__}\n")
    elif argv in (["--help"], ["-h"]):
        from claimcheck.cli.help import HELP  # noqa: PLC0415 - only here

        sys.stdout.write(HELP)
    else:
        return False
    sys.stdout.flush()
    return True


def _run(argv: list[str]) -> int:
    try:
        from claimcheck.cli.run import run  # noqa: PLC0415 - `--version` needs none of it

        code = run(argv)
        sys.stdout.flush()
    except ClaimcheckError as error:
        from claimcheck.cli.mishap import tell  # noqa: PLC0415 - as above

        tell([error])
        return 2
    except (BrokenPipeError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - the last fence: one line and how to report it
        from claimcheck.cli.mishap import tell_bug  # noqa: PLC0415 - as above

        tell_bug(error, verbose=not {"-v", "--verbose"}.isdisjoint(argv))
        return 3
    return code


def leave() -> NoReturn:
    """Run, write out what is left, and end the process at once.

    Taking down modules and tables one object at a time would be a tenth of a short run.
    """
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    leave()
