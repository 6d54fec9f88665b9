"""`siar`: every action as a command; this module only finds the command and the door for errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from studio.errors import SiarError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 failed, 2 wrong usage, 3 part of a batch failed."""
    from studio.cli.parser import build_parser

    _utf8_streams()
    args = build_parser().parse_args(argv)
    try:
        code: int = args.run(args)
    except SiarError as error:
        return _failed(str(error))
    except KeyboardInterrupt:
        return _failed("Cancelled. Run it again: it goes on where it was.")
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("SIAR_DEBUG"):
            raise
        sentence = f"Something unforeseen went wrong ({type(error).__name__}: {error})"
        return _failed(f"{sentence}. Try again; with SIAR_DEBUG=1 set, the details are shown for the developers.")
    return code


def _failed(sentence: str) -> int:
    print(f"\nsiar: error: {sentence}" if sys.stderr.isatty() else f"siar: error: {sentence}", file=sys.stderr)
    return 1


def _utf8_streams() -> None:
    # A Windows console's code page has no "→" and no "“": a message must not die of its quotes.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
