"""What a command shows: one JSON document or plain lines on stdout, progress on stderr."""

from __future__ import annotations

import json
import shutil
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from studio.jobs.events import Event, Progress, in_words

if TYPE_CHECKING:
    from studio.store import Store


def note(sentence: str) -> None:
    """A sentence that a person should know, beside what the command shows."""
    print(f"siar: note: {sentence}", file=sys.stderr)


def open_for(args: Namespace) -> Store:
    """The store of the workspace that the command names; what did not go well on opening is told on stderr."""
    from studio.actions.opening import open_studio
    from studio.workspace import sync_warning

    store = open_studio(args.workspace)
    for sentence in (*store.notices, sync_warning(store.workspace.root)):
        if sentence:
            note(sentence)
    return store


def print_json(document: Any) -> None:
    """The one JSON document of a command."""
    print(json.dumps(document, ensure_ascii=False, indent=2))


def print_table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Rows under their heads, each column as wide as its widest cell."""
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in [list(head), *texts]) for column in range(len(head))]
    for row in [list(head), *texts]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


class ProgressLine:
    """Progress on stderr: one line that changes on a terminal; elsewhere a line only when the work changes."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._last = ""

    def __call__(self, event: Event) -> None:
        """Show one event of a job."""
        if not isinstance(event, Progress):
            self._clear()
            return
        if self._terminal:
            left = f" – {in_words(event.remaining_s)}" if event.remaining_s else ""
            line = f"{event.fraction:4.0%}  {event.message}{left}"[: shutil.get_terminal_size().columns - 1]
            sys.stderr.write("\r\x1b[2K" + line)
            sys.stderr.flush()
        else:
            work = event.message.partition(" – ")[0]
            if work != self._last:
                print(work, file=sys.stderr)
            self._last = work

    def _clear(self) -> None:
        if self._terminal:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
