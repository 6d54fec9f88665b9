"""What a sheet or a calendar file says, as it was understood, before anything is compared with the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from studio.plan.series import Series


@dataclass(frozen=True, slots=True)
class Incoming:
    """One item as the file tells it.

    `fields` are values as Item holds them, and only of what the file mentions: a field that is not there stays as it
    is in the plan, one that is there and empty is cleared. Instead of `start` they may hold `day`, a date whose hour
    the file does not tell: the hour in the plan then stays. `uid` and `id` are ours where the file bears them, else
    "" and 0. An occurrence of a series names it by `series_uid` and its original start by `occurrence`; a row that
    tells of the series itself bears it as `series`, and its `fields` are what the file mentions of the pattern.
    `row` is the row of a sheet (from 1), or the line of a calendar file at which the event begins. `zone_assumed`
    says that the file gives a moment and no zone: the same moment in another zone is no difference.
    """

    row: int
    fields: Mapping[str, Any]
    uid: str = ""
    id: int = 0
    series: Series | None = None
    series_uid: str = ""
    occurrence: datetime | date | None = None
    zone_assumed: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read: its row and uid (as in Incoming) and the reason, a sentence for a person."""

    row: int
    reason: str
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: its letter, its heading, and the field that it was taken for ("" where it is ignored)."""

    letter: str
    heading: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All of a file.

    `series` are the series of the file, each complete. `source` is the name of the sheet or of the calendar,
    `header_row` the row of the headings (0: there is none). `notes` are sentences about what was assumed ("Dates are
    read with the day first"). `missing_zone` says that times came without a zone, so that the plan's own was taken.
    `others` are sheets of the same workbook that look like plans too.
    """

    incoming: tuple[Incoming, ...] = ()
    series: tuple[Series, ...] = ()
    unread: tuple[Unread, ...] = ()
    columns: tuple[Column, ...] = ()
    source: str = ""
    header_row: int = 0
    notes: tuple[str, ...] = ()
    missing_zone: bool = False
    others: tuple[str, ...] = ()

    @property
    def is_own_sheet(self) -> bool:
        """Whether it is a sheet that Siar Studio wrote, in which every item has its id."""
        return {"id", "uid"} <= {column.field for column in self.columns}

    @property
    def unused(self) -> tuple[Column, ...]:
        """The columns that were taken for nothing."""
        return tuple(column for column in self.columns if column.heading and not column.field)
