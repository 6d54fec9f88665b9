"""How the queue stands: each recording with its share and time left, the whole, and the summary at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.store import Store
from studio.store.queue import OPEN, WENT_WRONG, Entry, EntryState, list_entries
from studio.store.queue_state import QueueState, read_state, speeds

ANY = ""
"""The way of working under which all that was measured is kept."""
LEAST_S = 1.0
"""Seconds of sound that a recording counts at least: looking at one takes its time, too."""


@dataclass(frozen=True, slots=True)
class Line:
    """An entry with how far it is, 0 to 1, and the seconds until it is done; None where that cannot be told yet."""

    entry: Entry
    fraction: float
    left_s: float | None


@dataclass(frozen=True, slots=True)
class QueueView:
    """The whole queue at one moment; `left_s` are the seconds until all of it is done, None while that is not known."""

    lines: tuple[Line, ...]
    state: QueueState
    fraction: float
    left_s: float | None

    @property
    def running(self) -> bool:
        """Whether a process works on it."""
        return self.state.pid is not None

    def count(self, *states: EntryState) -> int:
        """How many entries are in one of these states."""
        return sum(line.entry.state in states for line in self.lines)

    @property
    def open(self) -> int:
        """How many are not over."""
        return self.count(*OPEN)

    @property
    def look(self) -> tuple[Entry, ...]:
        """What a person should look at: what went wrong, and cues that break a rule or are doubtful."""
        return tuple(line.entry for line in self.lines if needs_look(line.entry))


def view_queue(store: Store) -> QueueView:
    """How the queue stands now."""
    return viewed(list_entries(store), read_state(store), speeds(store))


def viewed(entries: Sequence[Entry], state: QueueState, known: Mapping[str, tuple[float, float]]) -> QueueView:
    """The view of these entries; `known` are seconds of sound and of work by the way of working."""
    fractions = _fractions(entries, state.done_s)
    lefts: dict[int, float] = {}
    total: float | None = 0.0
    running = [one for one in entries if one.state is EntryState.RUNNING]
    for entry in [*running, *(one for one in entries if one.state is EntryState.WAITING)]:
        own = time_for(entry, known)
        total = None if total is None or own is None else total + own * (1 - fractions.get(entry.id, 0.0))
        if total is not None:
            lefts[entry.id] = total
    lines = tuple(Line(one, fractions.get(one.id, 0.0), lefts.get(one.id)) for one in entries)
    weights = [(length(one), 1.0 if one.state not in OPEN else fractions.get(one.id, 0.0)) for one in entries]
    whole = sum(weight for weight, _ in weights)
    fraction = sum(weight * share for weight, share in weights) / whole if whole else 0.0
    return QueueView(lines, state, fraction, total if running or lefts else None)


def _fractions(entries: Sequence[Entry], done_s: float) -> dict[int, float]:
    """How far those are that run together: they are heard in their order, so what is done is shared out in it."""
    fractions = {}
    for entry in sorted((one for one in entries if one.batch is not None), key=lambda one: one.batch or 0):
        if entry.state is EntryState.RUNNING:
            own = min(max(done_s, 0.0), length(entry))
            fractions[entry.id] = own / length(entry)
            done_s -= own
    return fractions


def length(entry: Entry) -> float:
    """Seconds of sound that an entry counts for."""
    return max(entry.length_s or 0.0, LEAST_S)


def how(entry: Entry) -> str:
    """The way of working under which the speed of an entry is measured."""
    told = entry.options
    film = "film" if told.get("burn") else ""
    return f"{told.get('engine', 'auto')}/{told.get('model') or ''}/{film}"


def time_for(entry: Entry, known: Mapping[str, tuple[float, float]]) -> float | None:
    """About how many seconds an entry takes from its beginning, by what was measured before; None where nothing was."""
    sound_s, took_s = known.get(how(entry)) or known.get(ANY) or (0.0, 0.0)
    return length(entry) * took_s / sound_s if sound_s else None


def needs_look(entry: Entry) -> bool:
    """Whether a person should look at what became of an entry."""
    if entry.state in WENT_WRONG:
        return True
    over = entry.state in (EntryState.DONE, EntryState.SKIPPED)
    return over and (entry.problems > 0 or entry.cues == 0)


def summary(view: QueueView) -> dict[str, Any]:
    """The counts of the queue, and the ids of what needs a look: `{done, skipped, failed, ..., look: [id]}`."""
    counts = {state.value.replace(" ", "_"): view.count(state) for state in EntryState}
    return {
        **counts,
        "look": [entry.id for entry in view.look],
        "paused": view.state.paused,
        "reason": view.state.reason,
    }


def to_json(view: QueueView) -> dict[str, Any]:
    """The queue as `siar queue list --json` prints it."""
    return {
        "paused": view.state.paused,
        "reason": view.state.reason,
        "running": view.running,
        "fraction": round(view.fraction, 4),
        "left_s": None if view.left_s is None else round(view.left_s, 1),
        "summary": summary(view),
        "entries": [line_to_json(line, number) for number, line in enumerate(view.lines, 1)],
    }


def line_to_json(line: Line, position: int) -> dict[str, Any]:
    """One recording of the queue."""
    entry = line.entry
    return {
        "id": entry.id,
        "position": position,
        "input": entry.path,
        "item": entry.item or None,
        "state": entry.state.value,
        "reason": entry.reason,
        "fraction": round(line.fraction, 4) if entry.state in OPEN else None,
        "left_s": None if line.left_s is None else round(line.left_s, 1),
        "options": entry.options,
        "outputs": list(entry.outputs),
        "language": entry.language or entry.options.get("language"),
        "engine": entry.engine,
        "model": entry.model,
        "cues": entry.cues,
        "problems": entry.problems,
        "notes": list(entry.notes),
        "look": needs_look(entry),
        "audio_s": entry.length_s or None,
        "took_s": entry.took_s,
    }


def told(view: QueueView) -> str:
    """The summary as one line: "12 done, 3 skipped, 1 failed; 2 need a look"."""
    names = {
        EntryState.DONE: "done",
        EntryState.SKIPPED: "skipped",
        EntryState.FAILED: "failed",
        EntryState.SET_ASIDE: "set aside",
        EntryState.CANCELLED: "cancelled",
    }
    parts = [f"{count} {name}" for state, name in names.items() if (count := view.count(state))]
    if view.open:
        parts.append(f"{view.open} waiting")
    look = len(view.look)
    line = ", ".join(parts) or "The queue is empty"
    return f"{line}; {look} need{'s' if look == 1 else ''} a look" if look else line


def short_reason(entry: Entry) -> str:
    """Why an entry ended, without the path of its file, which stands beside it already."""
    reason = entry.reason.replace(entry.path, name_of(entry))
    said = reason.removeprefix(f"{name_of(entry)} ")
    return said[:1].upper() + said[1:]


def name_of(entry: Entry) -> str:
    """What an entry is called: its file's name."""
    return Path(entry.path).name
