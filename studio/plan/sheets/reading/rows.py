"""The rows of a table, one after the other, as items of a plan; those that are none are passed over or told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from studio.errors import InvalidValue
from studio.plan.item import Kind
from studio.plan.readers import FIELDS
from studio.plan.reading import Incoming, Unread
from studio.plan.sheets.cells import rejoined
from studio.plan.sheets.reading.broken import UNCALCULATED, Broken
from studio.plan.sheets.reading.clock import Hour
from studio.plan.sheets.reading.days import Days, read_hour
from studio.plan.sheets.reading.grid import is_blank, text_of
from studio.plan.sheets.reading.passing import Passing
from studio.plan.sheets.reading.table import Table
from studio.plan.sheets.reading.values import NEVER_EMPTY, Reader, is_live_platform, reader_of
from studio.plan.sheets.reading.words import is_nothing
from studio.plan.texts import clean_line

LongTexts = Mapping[tuple[str, str], Sequence[str]]

# What a row may leave open in another team's sheet: an unknown word there is told once and left out.
_FORGIVEN = ("stage", "kind", "duration_min", "episode", "language", "zone", "products", "links")
_SEVERAL = ("platforms", "tags", "links", "products")
_MINUTES_A_DAY = 24 * 60


class Rows:
    """Reads the rows of one table; what it found stands in its attributes."""

    def __init__(self, table: Table, days: Days, long_texts: LongTexts, *, kind: Kind | None = None) -> None:
        """`kind` is what every row is where no column says so."""
        self.incoming: list[Incoming] = []
        self.unread: list[Unread] = []
        self.missing_zone = False
        self.left_out: Counter[str] = Counter()
        self.notes: dict[str, None] = {}
        self._table, self._days, self._long, self._kind = table, days, long_texts, kind
        self._at = {name: index for name, (index, _) in table.places.items()}
        self._zone = next((meaning.zone for _, meaning in table.places.values() if meaning.zone), "")
        self._strict, self._loose = self._readers(own=True), self._readers(own=False)
        self._empty = {name: FIELDS[name].read("") for name, _, _ in self._loose if name not in NEVER_EMPTY | {"title"}}
        self._day: date | None = None  # of the rows above, or of a heading between them
        self.passing = Passing(table)

    def read(self) -> None:
        """Read every row below the headings."""
        merged, used = self._table.grid.merged, set(self._at.values())
        for index in range(self._table.header + 1, len(self._table.grid.rows)):
            row = self._table.grid.rows[index]
            filled = [
                place for place, cell in enumerate(row)
                if cell != "" and (not merged or (index, place) not in merged) and not is_blank(cell)
                and (place in used or not isinstance(cell, Broken))
            ]  # fmt: skip
            if not filled or self._is_day_heading(row, filled) or self.passing.passes(index, row, filled):
                continue
            try:
                self._read(index, row)
            except InvalidValue as error:
                self.unread.append(Unread(index + 1, str(error), self._text(row, "uid")))

    def _readers(self, *, own: bool) -> list[tuple[str, int, Reader]]:
        return [
            (name, index, reader_of(name, meaning, own=own))
            for name, (index, meaning) in self._table.places.items()
            if name in FIELDS
        ]

    def _is_day_heading(self, row: Sequence[Any], filled: Sequence[int]) -> bool:
        """Whether the row is nothing but the day of those below it."""
        if len(filled) > 1 or self._table.own or filled[0] == self._at.get("date"):
            return False
        cell = row[filled[0]]
        if not isinstance(cell, date) and (not isinstance(cell, str) or self._days.told(cell) is None):
            return False
        try:
            day, hour, rest = self._days.read(cell)
        except InvalidValue:
            return False
        if day is None or hour is not None or rest:
            return False
        self._day = day
        self.notes["Dates between the rows count for those below them"] = None
        return True

    def _read(self, index: int, row: Sequence[Any]) -> None:
        uid, series_uid = (self._text(row, name) for name in ("uid", "series_uid"))
        own = self._table.own and bool(uid or self._id(row))
        fields = self._fields(row, uid, own=own)
        if not fields.get("title"):
            raise InvalidValue("It has no title", "Give it one")
        fields |= self._start(row, fields, own=own)
        if "kind" not in self._at and self._kind is not None:
            fields["kind"] = self._kind
        elif "kind" not in self._at and any(map(is_live_platform, fields.get("platforms", ()))):
            fields["kind"] = Kind.LIVE
            self.notes["Items on a platform such as “TikTok Live” are read as live sessions"] = None
        if self._continues(index, fields):
            return
        occurrence = self._text(row, "occurrence")
        self.incoming.append(
            Incoming(
                index + 1,
                fields,
                uid,
                self._id(row),
                series_uid=series_uid,
                occurrence=FIELDS["start"].read(occurrence) if occurrence and series_uid else None,
            )
        )
        start = fields.get("start")
        self.missing_zone |= isinstance(start, datetime) and "zone" not in fields

    def _fields(self, row: Sequence[Any], uid: str, *, own: bool) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for name, index, read in self._strict if own else self._loose:
            cell = row[index]
            if cell == "":
                if name in self._empty:
                    fields[name] = self._empty[name]
                continue
            if isinstance(cell, Broken):
                if name == "title":
                    raise _broken(name, cell)
                heading = " ".join(text_of(self._table.grid.rows[self._table.header][index]).split())
                self.left_out[_broken(f"column “{heading}”", cell).happened] += 1
                continue
            if self._long and (uid, name) in self._long and isinstance(cell, str):
                cell = rejoined(cell, self._long[uid, name])
            try:
                if name not in NEVER_EMPTY or not is_nothing(text_of(cell)):
                    fields[name] = read(cell)
            except InvalidValue as error:
                if own or name not in _FORGIVEN:
                    raise
                self.left_out[error.happened] += 1
        return fields

    def _start(self, row: Sequence[Any], fields: dict[str, Any], *, own: bool) -> dict[str, Any]:
        """The fields `start` or `day`, and what an hour tells besides."""
        hour = read_hour(self._cell(row, "time"))
        day, other, _ = self._days.read(
            self._cell(row, "date"),
            weekday=self._cell(row, "weekday"),
            month="" if own else self._cell(row, "month"),
            year="" if own else self._cell(row, "year"),
        )
        hour = hour or other
        if not self._at.keys() & {"date", "time"} and self._day is None:
            return {}
        if day is None and not own and (hour is not None or "date" not in self._at) and self._day is not None:
            day = self._day
            if "date" in self._at:
                self.notes["A row with a time and no date has the date of the row above"] = None
        if day is None:
            if hour is not None:
                raise InvalidValue(f"It has the time {hour.at:%H.%M} and no date", "Give it a date, or empty the time")
            return {"start": None} if "date" in self._at else {}
        if "date" in self._at or self._day is not None:
            self._day = day
        if hour is None:
            return {"start": day} if "time" in self._at else {"day": day}
        told: dict[str, Any] = {"start": datetime.combine(day, hour.at)}
        zone = hour.zone or self._zone
        if zone and "zone" not in fields:
            told["zone"] = zone
        minutes = self._minutes(row, hour)
        if minutes is not None and fields.get("duration_min") is None:
            told["duration_min"] = minutes
        return told

    def _minutes(self, row: Sequence[Any], hour: Hour) -> float | None:
        cell = self._cell(row, "end")
        if cell == "":
            return hour.duration_min
        try:
            end = read_hour(cell)
        except InvalidValue as error:
            self.left_out[error.happened] += 1
            return hour.duration_min
        if end is None:
            return hour.duration_min
        minutes = (end.at.hour - hour.at.hour) * 60 + end.at.minute - hour.at.minute
        return float(minutes % _MINUTES_A_DAY) or None

    def _continues(self, index: int, fields: Mapping[str, Any]) -> bool:
        """Whether the row is the one above on another platform: its title is one merged cell over both."""
        if (index, self._at["title"]) not in self._table.grid.merged or not self.incoming:
            return False
        above = self.incoming[-1]
        told = dict(above.fields)
        if any(told.get(name) != fields.get(name) for name in ("title", "start", "day")):
            return False
        for name in _SEVERAL:
            if name in told:
                told[name] = FIELDS[name].read([*told[name], *fields.get(name, ())])
        self.incoming[-1] = replace(above, fields=told)
        return True

    def _cell(self, row: Sequence[Any], name: str) -> Any:
        """What stands under a heading, "" where nothing does. Raises InvalidValue for a broken day or hour."""
        index = self._at.get(name, -1)
        cell = row[index] if index >= 0 else ""
        if isinstance(cell, Broken):
            if name in ("date", "time"):
                raise _broken(name, cell)
            return ""
        return "" if is_blank(cell) else cell

    def _text(self, row: Sequence[Any], name: str) -> str:
        return clean_line(text_of(self._cell(row, name))) if name in self._at else ""

    def _id(self, row: Sequence[Any]) -> int:
        text = self._text(row, "id")
        return int(text) if text.isdecimal() and text.isascii() and len(text) < 15 else 0


def _broken(what: str, cell: Broken) -> InvalidValue:
    if cell == UNCALCULATED:
        return InvalidValue(
            f"The {what} is a formula that was never calculated",
            "Open the sheet in Excel or LibreOffice, save it, and choose it again",
        )
    return InvalidValue(f"The {what} shows {cell}, an error of its formula", "Mend it in the sheet")
