"""Campaigns as bands over their days: which lane each takes, so that a band stays level from day to day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ui.calendar.card import DayMark

MOST = 2  # lanes of a day; further campaigns are named in the day's corner
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Band:
    """A campaign on one of its days; it is named where it begins, and again on every Monday."""

    name: str
    begins: bool
    ends: bool


def bands(marks: Mapping[date, Sequence[DayMark]]) -> dict[date, tuple[Band | None, ...]]:
    """The lanes of each day that has a campaign, from the top; None where a lane is free."""
    runs = sorted(_runs(marks))
    lanes: list[date] = []  # the last day that is taken in each
    found: dict[date, list[Band | None]] = {}
    for first, last, name in runs:
        lane = next((number for number, until in enumerate(lanes) if until < first), len(lanes))
        if lane >= MOST:
            continue
        lanes[lane : lane + 1] = [last]
        day = first
        while day <= last:
            of_day = found.setdefault(day, [])
            of_day += [None] * (lane + 1 - len(of_day))
            of_day[lane] = Band(name, day == first, day == last)
            day += _DAY
    return {day: tuple(of_day) for day, of_day in found.items()}


def _runs(marks: Mapping[date, Sequence[DayMark]]) -> list[tuple[date, date, str]]:
    """Each campaign's first and last day; one with days between is several."""
    runs: list[tuple[date, date, str]] = []
    open_runs: dict[str, date] = {}
    names = {day: {mark.name for mark in of_day if mark.kind == "campaign"} for day, of_day in marks.items()}
    for day in sorted(day for day, of_day in names.items() if of_day):
        for name in names[day]:
            if name not in names.get(day - _DAY, ()):
                open_runs[name] = day
            if name not in names.get(day + _DAY, ()):
                runs.append((open_runs[name], day, name))
    return runs
