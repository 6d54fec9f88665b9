"""What was planned and what was heard, written down piece by piece, so that a kill costs at most the piece in hand.

One line of JSON each: a plan (the sections of some recordings and how their windows are packed), what one batch of
packs gave, what was begun and what became of it. Lines are only ever added; a torn last one is passed over. With the
plan the rest is heard in the same packs as without the kill, and so with the same words.
"""

from __future__ import annotations

import json
import os
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any

from studio.files import write_error
from studio.speech.packing import Heard, Segment
from studio.speech.voice import Span
from studio.speech.windows import Window
from studio.speech.words import Word

DEADLY = 2
"""So many deaths of the worker at one piece of work are no accident."""


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """A section without its sound: `recording` is the digest of its file.

    `confidence` is that of a detected language, and `note` what a person should know of it.
    """

    recording: str
    number: int
    start_s: float
    length_s: float
    last: bool
    language: str
    confidence: float | None
    note: str
    spans: tuple[Span, ...]
    windows: tuple[Window, ...]


@dataclass(slots=True)
class Plan:
    """Sections that are heard together: `packs` holds (section, window) pairs, `batches` numbers of packs.

    `heard` is filled as batches are done, the first round's and the second's by one count.
    """

    number: int
    sections: tuple[PlannedSection, ...]
    packs: tuple[tuple[tuple[int, int], ...], ...]
    batches: tuple[tuple[int, ...], ...]
    heard: dict[int, list[Heard]] = field(default_factory=dict)


def open_journal(folder: Path, key: str) -> Journal:
    """The journal called `key` in `folder`, which is made; another one of it where a second program writes that."""
    from filelock import FileLock, Timeout

    for number in count(1):
        path = folder / (f"{key}.jsonl" if number == 1 else f"{key}-{number}.jsonl")
        lock = FileLock(path.with_suffix(".lock"), timeout=0)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout:
            continue
        except OSError as error:
            raise write_error(path, error) from error
        return Journal(path, lock.release)
    raise AssertionError("the numbers do not end")


class Journal:
    """The journal at `path`; its folder is made. One process writes it at a time: see `open_journal`.

    `released` is called when it is closed.
    """

    def __init__(self, path: Path, released: Callable[[], object] = lambda: None) -> None:
        self.path = path
        self._released = released
        self.plans: dict[int, Plan] = {}
        self.finished: set[str] = set()
        self.deaths: Counter[str] = Counter()
        self._open: set[str] = set()
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._read()
            self._file = path.open("ab")
        except OSError as error:
            raise write_error(path, error) from error

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; one whose recordings are all finished is removed."""
        self._file.close()
        if not self.unfinished() and not self.deaths:
            self.path.unlink(missing_ok=True)
        self._released()

    def unfinished(self) -> list[Plan]:
        """The plans in which a recording is not finished, in their order."""
        return [
            plan for plan in self.plans.values() if any(one.recording not in self.finished for one in plan.sections)
        ]

    # what is written down

    def plan(
        self,
        sections: Sequence[PlannedSection],
        packs: Sequence[Sequence[tuple[int, int]]],
        batches: Sequence[Sequence[int]],
    ) -> Plan:
        """A new plan, written down before anything of it is heard."""
        number = max(self.plans, default=-1) + 1
        plan = Plan(number, tuple(sections), tuple(map(tuple, packs)), tuple(map(tuple, batches)))
        self._write(
            {"plan": number, "sections": [_told(one) for one in plan.sections], "packs": packs, "batches": batches}
        )
        self._keep(plan)
        return plan

    def heard(self, plan: Plan, batch: int, given: Sequence[Heard]) -> None:
        """What one batch of the plan gave."""
        self._write({"of": plan.number, "batch": batch, "heard": [_heard_told(one) for one in given]})
        plan.heard[batch] = list(given)

    def finish(self, recording: str) -> None:
        """The recording's files are written: it is not needed any more."""
        self._write({"finished": recording})
        self.finished.add(recording)

    def begin(self, piece: str) -> None:
        """Something begins that may end the process, such as reading a damaged file; `end` or a death follows."""
        self._write({"begin": piece})
        self._open.add(piece)

    def end(self, piece: str) -> None:
        """It ended well."""
        self._write({"end": piece})
        self._open.discard(piece)

    def begin_again(self, *, after_death: bool) -> None:
        """What was begun and did not end is begun anew; `after_death` notes against it that the worker died at it.

        A program that was killed as a whole says nothing about what it was at.
        """
        pieces = sorted(self._open) if after_death else []
        if self._open:
            self._write({"died": pieces})
        self._note_deaths(pieces)

    def kills(self, piece: str) -> None:
        """Workers elsewhere died at this piece, again and again, while this process lives on."""
        pieces = [piece] * DEADLY
        self._write({"killed": pieces})
        self.deaths.update(pieces)
        self._open.discard(piece)

    def is_deadly(self, piece: str) -> bool:
        """Whether the worker died twice at this piece."""
        return self.deaths[piece] >= DEADLY

    def forgive(self, recording: str) -> None:
        """Try again what was set aside of a recording."""
        for piece in [piece for piece in self.deaths if recording in piece]:
            self._write({"forgiven": piece})
            del self.deaths[piece]

    def _keep(self, plan: Plan) -> None:
        self.plans[plan.number] = plan
        self.finished -= {one.recording for one in plan.sections}  # made again

    def _note_deaths(self, pieces: Iterable[str]) -> None:
        self.deaths.update(pieces)
        self._open.clear()

    def _write(self, line: dict[str, Any]) -> None:
        data = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        with self._lock:
            try:
                self._file.write(data)
                self._file.flush()
                os.fsync(self._file.fileno())
            except OSError as error:
                raise write_error(self.path, error) from error

    # what is read back

    def _read(self) -> None:
        if not self.path.exists():
            return
        data = self.path.read_bytes()
        whole = data[: data.rfind(b"\n") + 1]
        if len(whole) < len(data):  # torn by a kill: what is added must begin on a line of its own
            with self.path.open("rb+") as file:
                file.truncate(len(whole))
        for line in whole.splitlines():
            try:
                self._take(json.loads(line))
            except (ValueError, KeyError, TypeError, IndexError):
                continue  # damaged on the disk: what it told is done again

    def _take(self, told: dict[str, Any]) -> None:
        if "plan" in told:
            sections = tuple(_section_from(one) for one in told["sections"])
            packs = tuple(tuple((section, window) for section, window in pack) for pack in told["packs"])
            self._keep(Plan(told["plan"], sections, packs, tuple(map(tuple, told["batches"]))))
        elif "of" in told:
            self.plans[told["of"]].heard[told["batch"]] = [_heard_from(one) for one in told["heard"]]
        elif "finished" in told:
            self.finished.add(told["finished"])
        elif "begin" in told:
            self._open.add(told["begin"])
        elif "end" in told:
            self._open.discard(told["end"])
        elif "died" in told:
            self._note_deaths(told["died"])
        elif "killed" in told:
            self.deaths.update(told["killed"])
            self._open -= set(told["killed"])
        elif "forgiven" in told:
            del self.deaths[told["forgiven"]]


def _told(one: PlannedSection) -> dict[str, Any]:
    return {
        "recording": one.recording, "number": one.number, "start": one.start_s, "length": one.length_s,
        "last": one.last, "language": one.language, "confidence": one.confidence, "note": one.note,
        "spans": [[span.start, span.end] for span in one.spans],
        "windows": [[[piece.start, piece.end] for piece in window.pieces] for window in one.windows],
    }  # fmt: skip


def _section_from(told: dict[str, Any]) -> PlannedSection:
    return PlannedSection(
        told["recording"], told["number"], told["start"], told["length"], told["last"], told["language"],
        told["confidence"], told["note"], tuple(Span(*span) for span in told["spans"]),
        tuple(Window(tuple(Span(*piece) for piece in window)) for window in told["windows"]),
    )  # fmt: skip


def _heard_told(one: Heard) -> dict[str, Any]:
    segments = [
        [part.start, part.end, [[word.text, word.start, word.end, word.confidence] for word in part.words]]
        for part in one.segments
    ]
    return {"segments": segments, "doubtful": one.doubtful}


def _heard_from(told: dict[str, Any]) -> Heard:
    segments = (Segment(start, end, tuple(Word(*word) for word in words)) for start, end, words in told["segments"])
    return Heard(tuple(segments), told["doubtful"])
