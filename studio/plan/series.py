"""A series: an item that repeats by a rule, and whose occurrences are items of their own."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from studio.plan.dates import format_start
from studio.plan.episodes import titled
from studio.plan.item import Item
from studio.plan.readers import FIELDS
from studio.plan.recurrence import occurrences


@dataclass(frozen=True, slots=True)
class Series:
    """An item that repeats.

    `rule` is the value of an RRULE (RFC 5545), such as "FREQ=WEEKLY;BYDAY=WE"; an UNTIL in it is wall time.
    `pattern` is what every occurrence takes; its start is the first occurrence, its title may hold "{episode}", its
    episode is the first number (None: not numbered). `skipped` are starts of the rule that take place no more (EXDATE).
    `made_until` is the day to which occurrences are stored as items, None before the first are.
    """

    rule: str
    pattern: Item
    id: int = 0
    uid: str = field(default_factory=lambda: str(uuid.uuid4()))
    skipped: tuple[datetime | date, ...] = ()
    made_until: date | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return self.pattern.series

    @property
    def start(self) -> datetime | date:
        """Its first occurrence."""
        if self.pattern.start is None:
            raise ValueError(f"series {self.uid} has no start")
        return self.pattern.start

    @property
    def root(self) -> str:
        """The uid of the series that this one was once a part of; its own where it never was."""
        return self.uid.partition("_R")[0]


def split_uid(series: Series, at: datetime | date) -> str:
    """The uid of the series that goes on from the occurrence `at` under another pattern; `root` finds the first one."""
    return f"{series.root}_R{at:%Y%m%dT%H%M}"


def occurrence_uid(series_uid: str, original: datetime | date, attempt: int = 0) -> str:
    """The uid of the occurrence that a rule puts at `original`: the same wherever, and however often, it is made.

    `attempt` gives another one where the first belongs to an occurrence that was moved away with its whole series.
    """
    name = f"{series_uid}/{format_start(original)}" + (f"/{attempt}" if attempt else "")
    return str(uuid.uuid5(uuid.NAMESPACE_OID, name))


def occurrence_items(series: Series, first: date, last: date) -> list[Item]:
    """The occurrences from the day `first` to the day `last`, both included, as the rule alone gives them.

    They are numbered as if nothing had been moved or published; studio.plan.numbering numbers those that are stored.
    """
    skipped = set(series.skipped)
    starts = [start for start in occurrences(series.rule, series.start, date.min, last) if start not in skipped]
    number = series.pattern.episode
    made = [occurrence(series, start, None if number is None else number + index) for index, start in enumerate(starts)]
    return [item for item in made if item.day is not None and item.day >= first]


def occurrence(series: Series, original: datetime | date, number: int | None) -> Item:
    """The occurrence that the rule puts at `original`, with this episode number."""
    return replace(
        series.pattern,
        id=0,
        uid=occurrence_uid(series.uid, original),
        title=titled(series.pattern.title, number),
        start=original,
        episode=number,
        recording="",
        series_uid=series.uid,
        occurrence=original,
    )


def own_changes(series: Series, item: Item) -> dict[str, Any]:
    """The fields in which an occurrence is not as its series says, with what they hold instead.

    A number is no change of its own, and neither is a title that only follows its number.
    """
    title = titled(series.pattern.title, item.episode)
    expected = replace(series.pattern, title=title, start=item.occurrence, recording="")
    numbered = series.pattern.episode is not None and item.episode is not None
    return {
        name: getattr(item, name)
        for name in FIELDS
        if getattr(item, name) != getattr(expected, name) and not (name == "episode" and numbered)
    }


def day_of(start: datetime | date) -> date:
    """The day of a start."""
    return start.date() if isinstance(start, datetime) else start


def moment(start: datetime | date | None) -> datetime:
    """A start by which occurrences are put in order: a whole day is its midnight, no start comes last."""
    if start is None:
        return datetime.max
    return start if isinstance(start, datetime) else datetime.combine(start, time())
