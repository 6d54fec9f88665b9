"""What a changed series means for its occurrences after the days that a file tells of.

A calendar is read to a horizon, and the plan may be made further: what is there already follows its series, too.
"""

from __future__ import annotations

from collections.abc import Collection, Container
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count
from typing import Any

from studio.plan.episodes import titled
from studio.plan.item import Item
from studio.plan.readers import FIELDS
from studio.plan.series import Series, day_of, occurrence_items, occurrence_uid

_WEEK = timedelta(days=7)


@dataclass(slots=True)
class Following:
    """The items that change, each with its fields as (old, new); those that are new; the uids of all that stay.

    `made_until` is the day to which the series is made then, None where that stays as it is.
    """

    changed: list[tuple[Item, dict[str, tuple[Any, Any]]]] = field(default_factory=list)
    new: list[Item] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    made_until: date | None = None


def shift(before: Series, after: Series) -> timedelta:
    """By how many days a series was moved as a whole; none where it begins in another week."""
    days = day_of(after.start) - day_of(before.start)
    return days if abs(days) < _WEEK else timedelta()


def following(
    before: Series, after: Series, told_until: date | None, plan: Collection[Item], matched: set[str]
) -> Following:
    """What becomes of the occurrences that are made after `told_until`, the last day that the file tells of.

    `matched` are the uids of items that the file tells of by itself. What an occurrence has changed by itself stays.
    """
    found = Following()
    if told_until is None or before.made_until is None or before.made_until <= told_until:
        return found
    moved = (before.rule, before.start) != (after.rule, after.start)
    last = before.made_until + max(shift(before, after), timedelta())
    slots = {one.occurrence: one for one in occurrence_items(after, told_until + timedelta(days=1), last)}
    by_day = {day_of(at): at for at in slots if at is not None}
    for item in plan:
        if item.series_uid != before.uid or item.occurrence is None or item.uid in matched:
            continue
        old = day_of(item.occurrence)
        if old <= told_until:
            continue
        fields = _shared(before, after, item)
        at = item.occurrence
        if moved:
            slot = by_day.get(old + shift(before, after)) or by_day.get(old)
            if slot is None or slot not in slots:
                continue
            at = slot
            fields |= {"occurrence": (item.occurrence, slot)} if slot != item.occurrence else {}
            if item.start == item.occurrence and slot != item.start:
                fields["start"] = item.start, slot
        slots.pop(at, None)
        found.seen.add(item.uid)
        if fields:
            found.changed.append((item, fields))
    if moved:
        taken = {item.uid for item in plan}
        found.new, found.made_until = [_under_free_uid(one, taken) for one in slots.values()], last
    return found


def _under_free_uid(item: Item, taken: Container[str]) -> Item:
    # What was moved away with its series took the uid of its day along.
    original = item.occurrence or date.min
    uids = (occurrence_uid(item.series_uid, original, attempt) for attempt in count())
    return replace(item, uid=next(uid for uid in uids if uid not in taken))


def _shared(before: Series, after: Series, item: Item) -> dict[str, tuple[Any, Any]]:
    """The fields in which the series was changed and the occurrence was not, as (old, new)."""
    fields = {}
    for name in FIELDS:
        old, new = getattr(before.pattern, name), getattr(after.pattern, name)
        if name == "title":
            old, new = titled(old, item.episode), titled(new, item.episode)
        if name not in ("start", "episode") and old != new and getattr(item, name) == old:
            fields[name] = old, new
    return fields
