"""What is said of the queue, in the interface's language: states, lengths, what needs a look, the summary."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import words

if TYPE_CHECKING:
    from studio.actions.queue_view import Line, QueueView
    from studio.store.queue import Entry

translate = QCoreApplication.translate


def state_name(state: str) -> str:
    """The state of a recording in a word or two."""
    return {
        "waiting": translate("Queue", "Waiting"),
        "running": translate("Queue", "Working"),
        "done": translate("Queue", "Done"),
        "skipped": translate("Queue", "Done before"),
        "failed": translate("Queue", "Failed"),
        "set aside": translate("Queue", "Set aside"),
        "cancelled": translate("Queue", "Cancelled"),
    }.get(state, state)


def clock(seconds: float | None) -> str:
    """A length as players show it: 0:42, 12:05, 1:02:10; "" where it is not known."""
    if not seconds:
        return ""
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute}:{second:02d}"


def language(entry: Entry) -> str:
    """The language of a recording: as it was heard, as it is asked for, or that it will be detected."""
    code = entry.language or entry.options.get("language")
    if not code:
        return translate("Queue", "Detect")
    return language_name(code)


@lru_cache(maxsize=128)
def _named(code: str, interface: str) -> str:
    from babel import Locale

    name = str(Locale(interface).languages.get({"jw": "jv"}.get(code, code), code))
    return name[:1].upper() + name[1:]


def language_name(code: str) -> str:
    """The name of one of Whisper's languages; those of the interface by their own names."""
    return words.language_name(code) if code in ("id", "en") else _named(code, words.locale().name()[:2])


def has_begun(line: Line) -> bool:
    """Whether a recording that runs with others is itself at work already."""
    return line.entry.state.value == "running" and line.fraction > 0


def state_text(line: Line) -> str:
    """The state of a line: "Working 45 %"; of one that is done, its word."""
    if line.entry.state.value != "running":
        return state_name(line.entry.state.value)
    if not has_begun(line):
        return translate("Queue", "Up next")
    return f"{state_name('running')} {round(line.fraction * 100)} %"


def left(line: Line) -> str:
    """The time until a line is done; "" where it is, or where it cannot be told."""
    return words.time_left(line.left_s) if line.left_s is not None else ""


def look(entry: Entry) -> str:
    """What is to be looked at: the reason of a failure, "3 to look at", or that nobody speaks."""
    if entry.reason and entry.state.value in ("failed", "set aside"):
        from studio.actions.queue_view import short_reason

        return short_reason(entry)
    if entry.state.value in ("done", "skipped"):
        if entry.cues == 0:
            return translate("Queue", "No words")
        if entry.problems:
            return translate("Queue", "%n to look at", "", entry.problems)
        if entry.notes:
            return translate("Queue", "%n note(s)", "", len(entry.notes))
    return ""


def progress(view: QueueView) -> str:
    """How the whole stands, on one line: "12 of 40 done · 6 min left"."""
    whole = len(view.lines)
    if not whole:
        return ""
    parts = [translate("Queue", "%1 of %2 done").replace("%1", str(whole - view.open)).replace("%2", str(whole))]
    if view.open and view.left_s:
        parts.append(words.time_left(view.left_s))
    if view.open and view.state.paused:
        parts.append(translate("Queue", "paused"))
    return " · ".join(parts)


def summary(view: QueueView) -> str:
    """What became of everything: "36 done, 2 done before, 2 failed. 5 need a look."."""
    from studio.store.queue import EntryState

    counts = (
        (EntryState.DONE, translate("Queue", "%n done", "", view.count(EntryState.DONE))),
        (EntryState.SKIPPED, translate("Queue", "%n done before", "", view.count(EntryState.SKIPPED))),
        (EntryState.FAILED, translate("Queue", "%n failed", "", view.count(EntryState.FAILED))),
        (EntryState.SET_ASIDE, translate("Queue", "%n set aside", "", view.count(EntryState.SET_ASIDE))),
        (EntryState.CANCELLED, translate("Queue", "%n cancelled", "", view.count(EntryState.CANCELLED))),
    )
    told = ", ".join(text for state, text in counts if view.count(state))
    count = len(view.look)
    needs = (
        translate("Queue", "%n need(s) a look.", "", count) if count else translate("Queue", "Nothing needs a look.")
    )
    return f"{told}. {needs}"
