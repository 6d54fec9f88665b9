"""When each step of an item is due: counted back from its publishing day in days on which the team works."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from studio.errors import InvalidValue
from studio.plan.item import Item, Kind, Stage

LONGEST_LEAD = 60
# How far back a walk over days off may lead; days off are asked for over this many days.
REACH = timedelta(days=366)
# The steps of each kind in the order of the build graph, each with those that it is made from.
NEEDS: Mapping[Kind, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        Kind.VIDEO: {
            "script": (),
            "thumbnail": ("script",),
            "recording": (),
            "subtitles": ("recording", "script"),
            "captioned": ("subtitles",),
        },
        Kind.LIVE: {"script": (), "thumbnail": ("script",), "rundown": ("script",), "deck": ("rundown",)},
    }
)
# What is published or cancelled needs nothing any more.
_OPEN = frozenset(Stage) - {Stage.PUBLISHED, Stage.CANCELLED}


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """For each kind of item, how many working days before publishing a step is due; a step that is not in it is not.

    0 is the publishing day itself, or, where nobody works on that, the last working day before it.
    """

    days: Mapping[Kind, Mapping[str, int]]

    def of(self, kind: Kind) -> Mapping[str, int]:
        """The lead times of one kind, in the order of the graph."""
        held = self.days.get(kind, {})
        return {step: held[step] for step in NEEDS[kind] if step in held}

    def with_step(self, step: str, days: int | None, kind: Kind | None = None) -> LeadTimes:
        """The same with another lead time of `step` (None: it has no due day), for `kind` or for both kinds.

        Raises InvalidValue for a step that there is not, or days that are too many.
        """
        kinds = [one for one in Kind if step in NEEDS[one] and kind in (None, one)]
        if not kinds:
            known = dict.fromkeys(name for one in Kind if kind in (None, one) for name in NEEDS[one])
            of = f" of a {kind} item" if kind else ""
            raise InvalidValue(f'There is no step "{step}"{of}', f"Choose one of: {', '.join(known)}")
        if days is not None and not 0 <= days <= LONGEST_LEAD:
            raise InvalidValue(
                f"A lead time of {days} working days is not possible",
                f"Give 0 to {LONGEST_LEAD}, or none for no due day",
            )
        changed = {one: dict(self.of(one)) for one in Kind}
        for one in kinds:
            if days is None:
                changed[one].pop(step, None)
            else:
                changed[one][step] = days
        return LeadTimes(changed)


DEFAULT_LEAD_TIMES = LeadTimes(
    {
        # The recording leaves two days for a second take and the cut; captions are burned the day before.
        Kind.VIDEO: {"script": 5, "thumbnail": 2, "recording": 3, "subtitles": 2, "captioned": 1},
        # The host rehearses with the deck on the day before the session.
        Kind.LIVE: {"script": 5, "thumbnail": 2, "rundown": 3, "deck": 2},
    }
)


@dataclass(frozen=True, slots=True)
class Late:
    """A step that should be done by now; `days_late` are days of the calendar since it was due, 1 at least."""

    step: str
    due: date
    days_late: int


def due_days(item: Item, lead_times: LeadTimes, off: Container[date]) -> dict[str, date]:
    """The day on which each step of `item` is due, in the order of the graph; {} while the item has no date.

    Every due day is a working day: none of `off`, which must reach REACH back from the item's day. A step is due no
    later than what is made from it, whatever its own lead time says.
    """
    if item.day is None:
        return {}
    lead = lead_times.of(item.kind)
    latest: dict[str, date] = {}
    for step in reversed(list(NEEDS[item.kind])):
        if step in lead:
            own = working_day_before(item.day, lead[step], off)
            latest[step] = min(own, latest.get(step, own))
        if step in latest:
            for above in NEEDS[item.kind][step]:
                latest[above] = min(latest[step], latest.get(above, latest[step]))
    return {step: latest[step] for step in NEEDS[item.kind] if step in lead}


def working_day_before(day: date, count: int, off: Container[date]) -> date:
    """The `count`-th working day before `day`; for 0, `day` itself or the last working day before it.

    Where a year has no such day, the walk ends there.
    """
    earliest = day - REACH
    found = day
    while found in off and found > earliest:
        found -= timedelta(days=1)
    if found < day:
        count -= 1  # the day before the days off is already one before publishing
    for _ in range(max(0, count)):
        found -= timedelta(days=1)
        while found in off and found > earliest:
            found -= timedelta(days=1)
    return found


def late_steps(
    item: Item, done: Mapping[str, bool], lead_times: LeadTimes, off: Container[date], today: date
) -> list[Late]:
    """The steps of `item` that were due before `today` and are not done, in the order of the graph.

    `done` says of a step whether it is; one that it does not name is not. What is published or cancelled is never
    late.
    """
    return late_of(item, due_days(item, lead_times, off), done, today)


def late_of(item: Item, due: Mapping[str, date], done: Mapping[str, bool], today: date) -> list[Late]:
    """As `late_steps`, where the due days are known already."""
    if item.stage not in _OPEN:
        return []
    return [
        Late(step, day, (today - day).days) for step, day in due.items() if day < today and not done.get(step, False)
    ]


def lead_times_to_json(lead_times: LeadTimes) -> dict[str, dict[str, int]]:
    """The lead times as JSON: `{"video": {"script": 5, ...}, "live": {...}}`."""
    return {kind.value: dict(lead_times.of(kind)) for kind in Kind}


def lead_times_from_json(data: Mapping[str, Any]) -> LeadTimes:
    """The lead times that `lead_times_to_json` wrote; a kind that is missing is as usual. Raises InvalidValue."""
    found = LeadTimes({kind: {} if kind in data else DEFAULT_LEAD_TIMES.of(kind) for kind in Kind})
    for kind in Kind:
        steps = data.get(kind, {})
        if not isinstance(steps, Mapping) or not all(isinstance(days, int) for days in steps.values()):
            raise InvalidValue("The lead times cannot be read", "Set them again")
        for step, days in steps.items():
            found = found.with_step(step, days, kind)
    return found
