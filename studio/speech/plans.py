"""Sections that are to be heard together, and what was heard of them, as dataclasses and as JSON can hold them."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from studio.speech.packing import Heard, Segment
from studio.speech.voice import Span
from studio.speech.windows import Window
from studio.speech.words import Word


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


@dataclass(frozen=True, slots=True)
class Part:
    """A window of a section of a plan."""

    section: int
    window: Window


@dataclass(slots=True)
class Plan:
    """Sections that are heard together: `packs` holds (section, window) pairs, `batches` numbers of packs.

    `heard` has what each batch that is done gave, pack by pack, and `alone` what parts gave that were heard once more,
    each by itself. `made` is when it was planned, in seconds since 1970.
    """

    number: int
    sections: tuple[PlannedSection, ...]
    packs: tuple[tuple[tuple[int, int], ...], ...]
    batches: tuple[tuple[int, ...], ...]
    heard: dict[int, list[Heard]] = field(default_factory=dict)
    alone: dict[Part, Heard] = field(default_factory=dict)
    made: int = field(default_factory=lambda: int(time.time()))

    @property
    def recordings(self) -> set[str]:
        """The digests of the files that it has sections of."""
        return {one.recording for one in self.sections}


def plan_told(plan: Plan) -> dict[str, Any]:
    """A plan as JSON, without what was heard."""
    sections = [
        {
            "recording": one.recording, "number": one.number, "start": one.start_s, "length": one.length_s,
            "last": one.last, "language": one.language, "confidence": one.confidence, "note": one.note,
            "spans": [[span.start, span.end] for span in one.spans], "windows": [_window_told(w) for w in one.windows],
        }
        for one in plan.sections
    ]  # fmt: skip
    return {
        "plan": plan.number, "made": plan.made, "sections": sections, "packs": plan.packs, "batches": plan.batches
    }  # fmt: skip


def plan_from(told: dict[str, Any]) -> Plan:
    """The plan that `plan_told` gave."""
    sections = tuple(
        PlannedSection(
            one["recording"], one["number"], one["start"], one["length"], one["last"], one["language"],
            one["confidence"], one["note"], tuple(Span(*span) for span in one["spans"]),
            tuple(_window_from(window) for window in one["windows"]),
        )
        for one in told["sections"]
    )  # fmt: skip
    packs = tuple(tuple((section, window) for section, window in pack) for pack in told["packs"])
    return Plan(told["plan"], sections, packs, tuple(map(tuple, told["batches"])), made=told["made"])


def part_told(part: Part) -> list[Any]:
    """A part as JSON."""
    return [part.section, _window_told(part.window)]


def part_from(told: list[Any]) -> Part:
    """The part that `part_told` gave."""
    section, window = told
    return Part(section, _window_from(window))


def heard_told(one: Heard) -> dict[str, Any]:
    """What a pack gave, as JSON."""
    segments = [
        [part.start, part.end, [[word.text, word.start, word.end, word.confidence] for word in part.words]]
        for part in one.segments
    ]
    return {"segments": segments, "doubtful": one.doubtful}


def heard_from(told: dict[str, Any]) -> Heard:
    """What `heard_told` was given."""
    segments = (Segment(start, end, tuple(Word(*word) for word in words)) for start, end, words in told["segments"])
    return Heard(tuple(segments), told["doubtful"])


def _window_told(window: Window) -> list[list[float]]:
    return [[piece.start, piece.end] for piece in window.pieces]


def _window_from(told: list[list[float]]) -> Window:
    return Window(tuple(Span(*piece) for piece in told))
