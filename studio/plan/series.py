"""A series: an item that repeats by a rule, and whose occurrences are items of their own."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime

from studio.plan.item import Item


@dataclass(frozen=True, slots=True)
class Series:
    """An item that repeats.

    `rule` is the value of an RRULE (RFC 5545), such as "FREQ=WEEKLY;BYDAY=WE"; an UNTIL in it is wall time.
    `pattern` is what every occurrence takes: its start is the first occurrence, its title may hold "{episode}", its
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
