"""The rundown as values: timed rows, where each stands on the clock, and whether they fit the slot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from studio.checks import Check
from studio.plan.item import Product


class Segment(StrEnum):
    """What happens in a row of a live session."""

    OPENING = "opening"
    TEACHING = "teaching"
    DEMO = "demo"
    PRODUCT = "product"
    VOUCHER = "voucher"
    QA = "qa"
    QUIZ = "quiz"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Row:
    """One timed part of a live session.

    `start` is None for a soft start, which follows the row before; a time there is a hard start, pinned whatever
    comes before (naive wall time in the item's zone). `duration_s` is in seconds. `points` are what is talked about,
    `spoken` what is said word for word, `asset` what is on screen: a picture's path, or words.
    """

    cue: str
    start: datetime | None
    duration_s: float
    kind: Segment
    title: str
    points: tuple[str, ...] = ()
    product: Product | None = None
    host: str = ""
    asset: str = ""
    notes: str = ""
    voucher: str = ""
    spoken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rundown:
    """A live session's rows, when the first begins (None while undated), and the slot it should fill, in seconds."""

    rows: tuple[Row, ...]
    start: datetime | None = None
    slot_s: float | None = None


@dataclass(frozen=True, slots=True)
class Timed:
    """Where a row stands: seconds from the session's start, wall times where the day is known.

    `gap_s` is the free time before a hard start; `overlap_s` is by how much the row before runs into it.
    """

    row: Row
    begin_s: float
    end_s: float
    start: datetime | None
    end: datetime | None
    gap_s: float = 0.0
    overlap_s: float = 0.0


def timeline(rundown: Rundown) -> tuple[Timed, ...]:
    """Every row with its start and end: a soft one follows the row before, a hard one stands where it is pinned."""
    anchor = rundown.start or next((row.start for row in rundown.rows if row.start), None)
    found: list[Timed] = []
    at = 0.0
    for row in rundown.rows:
        begin = at
        if row.start is not None and anchor is not None:
            begin = (row.start - anchor).total_seconds()
        end = begin + row.duration_s
        start = anchor + timedelta(seconds=begin) if anchor else None
        stop = anchor + timedelta(seconds=end) if anchor else None
        # A first row that is pinned later than the session's start leaves a gap too.
        found.append(Timed(row, begin, end, start, stop, max(0.0, begin - at), max(0.0, at - begin)))
        at = end
    return tuple(found)


def total_s(rundown: Rundown) -> float:
    """Seconds from the session's start to its last end, gaps counted."""
    return max((timed.end_s for timed in timeline(rundown)), default=0.0)


def over_s(rundown: Rundown) -> float | None:
    """Seconds over the slot (negative: under it); None while no slot is set."""
    return None if rundown.slot_s is None else total_s(rundown) - rundown.slot_s


def _said(seconds: float) -> str:
    minutes, rest = divmod(round(abs(seconds)), 60)
    return " ".join(part for part in (f"{minutes} min" if minutes else "", f"{rest} s" if rest else "") if part)


def checks(rundown: Rundown) -> tuple[Check, ...]:
    """Whether the rows fit the slot and each other. Being under the slot is fine; being over it is not."""
    over = over_s(rundown)
    total = _said(total_s(rundown)) or "0 min"
    if over is None:
        slot = Check("slot", True, f"{total} long, no slot set")
    elif round(over) > 0:
        slot = Check("slot", False, f"{_said(over)} over the slot")
    elif round(over) < 0:
        slot = Check("slot", True, f"{_said(over)} under the slot")
    else:
        slot = Check("slot", True, f"{total}, the whole slot")
    times = timeline(rundown)
    runs = [
        f"Cue {before.row.cue} runs {_said(timed.overlap_s)} over cue {timed.row.cue}"
        for before, timed in pairwise(times)
        if round(timed.overlap_s) > 0
    ]
    overlap = Check("overlap", not runs, "; ".join(runs) or "No row runs into the next")
    return slot, overlap
