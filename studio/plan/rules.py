"""What a team set for its calendar, in one value that can be read in one thread and asked in another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from studio.plan import commerce as marked
from studio.plan import lead_times as leading
from studio.plan.commerce import DEFAULT_COMMERCE, Commerce, Day, Mark, MarkKind, Run
from studio.plan.item import Item
from studio.plan.lead_times import DEFAULT_LEAD_TIMES, REACH, Late, LeadTimes


@dataclass(frozen=True, slots=True)
class Rules:
    """Which days are marked, which are off, and when steps are due. The first question about a year takes a moment."""

    commerce: Commerce = DEFAULT_COMMERCE
    days: tuple[Day, ...] = ()
    lead_times: LeadTimes = DEFAULT_LEAD_TIMES

    def marks(self, first: date, last: date, language: str) -> dict[date, list[Mark]]:
        """The marks of each marked day from `first` to `last`, both included."""
        return marked.marks(first, last, language, self.commerce, self.days)

    def runs(self, first: date, last: date, language: str) -> list[Run]:
        """The marks that touch these days, each with all its days, in the order of MarkKind."""
        return marked.runs(first, last, language, self.commerce, self.days)

    def off_days(self, first: date, last: date) -> set[date]:
        """The days on which the team does not work."""
        return marked.off_days(first, last, self.commerce, self.days)

    def holidays(self, first: date, last: date, language: str) -> dict[date, str]:
        """The names of the holidays and of the joint leave among these days."""
        kinds = (MarkKind.HOLIDAY, MarkKind.JOINT_LEAVE)
        named = {day: [m.name for m in of if m.kind in kinds] for day, of in self.marks(first, last, language).items()}
        return {day: ", ".join(names) for day, names in named.items() if names}

    def not_announced(self, first: date, last: date) -> list[int]:
        """The years among these days whose joint leave is not known; none where a team does not mark it."""
        if MarkKind.JOINT_LEAVE in self.commerce.hidden:
            return []
        return [year for year in range(first.year, last.year + 1) if not marked.joint_leave_announced(year, self.days)]

    def due_days(self, item: Item) -> dict[str, date]:
        """The day on which each step of `item` is due; {} while it has no date."""
        if item.day is None:
            return {}
        return leading.due_days(item, self.lead_times, self.off_days(item.day - REACH, item.day))

    def late_steps(self, item: Item, done: Mapping[str, bool], today: date, off: set[date] | None = None) -> list[Late]:
        """The steps that were due before `today` and are not done.

        `off` are days off that were asked for already, from REACH before the first of many items to the last one.
        """
        if item.day is None:
            return []
        known = self.off_days(item.day - REACH, item.day) if off is None else off
        return leading.late_steps(item, done, self.lead_times, known, today)
