"""A rundown as a CSV sheet: written so that Excel opens it, read back after people edited it there.

Columns are found by what their heading means, in Indonesian or English, in any order and below any title rows.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from studio.decks.clock import holds_day, read_day, read_length, read_time
from studio.decks.columns import HEADINGS, KINDS, YES, kind_name, kind_of, meanings, safe, unsafe
from studio.decks.rows import Row, Rundown, Segment, timeline
from studio.decks.text import clean, clean_line, clean_lines
from studio.decks.words import elapsed, indonesian
from studio.errors import InvalidValue
from studio.files import existing_file, write_bytes
from studio.plan.item import Item, Product

_LARGEST = 8_000_000
_Value = TypeVar("_Value")
_Table = list[tuple[int, list[str]]]


def write_rundown(rundown: Rundown, path: Path, language: str = "id") -> None:
    """Write `rundown` as CSV: UTF-8 with a mark for Excel, `;` between columns, headings in `language`.

    Soft starts are written for the reader; only rows marked as pinned keep theirs when it is read back.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(names[0 if indonesian(language) else 1] for names in HEADINGS.values())
    for timed in timeline(rundown):
        row, product = timed.row, timed.row.product or Product("")
        cells = {
            "cue": row.cue,
            "day": f"{timed.start:%Y-%m-%d}" if timed.start else "",
            "start": _clock(timed.start),
            "end": _clock(timed.end),
            "length": elapsed(row.duration_s),
            "pinned": ("ya" if indonesian(language) else "yes") if row.start else "",
            "kind": kind_name(row.kind, language),
            "title": row.title,
            "points": "\n".join(row.points),
            "product": product.name,
            "price": product.price,
            "link": product.link,
            "product_note": product.note,
            "voucher": row.voucher,
            "host": row.host,
            "asset": row.asset,
            "notes": row.notes,
            "spoken": "\n".join(row.spoken),
        }
        writer.writerow(safe(clean(cells[meaning])) for meaning in HEADINGS)
    write_bytes(path, out.getvalue().encode("utf-8-sig"))


def _clock(when: datetime | None) -> str:
    if when is None:
        return ""
    return when.strftime("%H:%M:%S" if when.second else "%H:%M")


def read_rundown(path: Path, item: Item | None = None) -> Rundown:
    """The rundown in a CSV file, ours or a team's own; `item` gives the day and the slot that a sheet may lack.

    Separators `;`, `,` and tab, UTF-8, UTF-16 and Windows-1252 are understood; "0:05:00", "5:00", "5" and "5 menit"
    are five minutes, "19.30", "19:30 WIB" and "7:30 PM" the same time. Raises NotFound and InvalidValue.
    """
    existing_file(path)
    if path.stat().st_size > _LARGEST:
        raise InvalidValue(f"{path.name} is too large for a rundown", "Choose the sheet of one live session")
    columns, lines = _below_headings(_table(path.read_bytes(), path.name), path.name)
    read = [_Line(columns, number, cells, path.name) for number, cells in lines]
    read = [line for line in read if any(line.text(key) for key in ("title", "kind", "points", "product"))]
    starts = list(_starts(read, item.day if item else None))
    rows = _rows(read, starts, "pinned" in columns)
    planned = item.start if item and isinstance(item.start, datetime) else None
    # A hard start says when its row begins; a soft first row begins the session, whatever was planned.
    start = planned if planned and (not rows or rows[0].start) else next(iter(starts), planned)
    return Rundown(tuple(rows), start, item.duration_min * 60 if item and item.duration_min else None)


def _table(data: bytes, name: str) -> _Table:
    """Every line's number and cells, by the separator that finds most headings."""
    text = _decoded(data, name)
    tables: list[tuple[int, _Table]] = []
    for separator in ";,\t":
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            lines = [(reader.line_num, [clean(unsafe(cell)) for cell in cells]) for cells in reader]
        except csv.Error as error:
            raise InvalidValue(
                f"{name} cannot be read as a table ({error})", "Save it again as CSV from Excel"
            ) from error
        tables.append((max((len(meanings(cells)) for _, cells in lines[:30]), default=0), lines))
    return max(tables, key=lambda table: table[0])[1]


def _decoded(data: bytes, name: str) -> str:
    if not data.strip(b"\xef\xbb\xbf \r\n\t;,"):
        raise InvalidValue(f"{name} is empty", "Choose another file")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if b"\x00" in data or data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        raise InvalidValue(f"{name} is no CSV text", "In Excel, choose Save as, then CSV UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _below_headings(table: _Table, name: str) -> tuple[dict[str, int], _Table]:
    for position, (_, cells) in enumerate(table[:30]):
        found = meanings(cells)
        if len(found) >= 2 and {"title", "points", "product"} & found.keys():
            if not {"length", "end", "start"} & found.keys():
                raise InvalidValue(f"{name} has no column for durations", "Add one headed Durasi or Duration")
            return found, table[position + 1 :]
    advice = "Keep the row that names them: Durasi, Jenis, Judul, Poin or Duration, Kind, Title, Points"
    raise InvalidValue(f"{name} has no row of column headings that is known", advice)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the sheet, read by meaning."""

    columns: dict[str, int]
    number: int
    cells: list[str]
    file: str

    def text(self, meaning: str) -> str:
        position = self.columns.get(meaning)
        return self.cells[position] if position is not None and position < len(self.cells) else ""

    def wrong(self, what: str, advice: str) -> InvalidValue:
        return InvalidValue(f"Line {self.number} of {self.file} {what}", advice)

    def value(self, meaning: str, read: Callable[[str], _Value], noun: str, example: str) -> _Value | None:
        if not (text := self.text(meaning)):
            return None
        try:
            return read(text)
        except ValueError as error:
            raise self.wrong(f'has "{text[:40]}", which is no {noun}', f"Write it like {example}") from error

    def duration(self, start: datetime | None, following: datetime | None) -> float:
        """Seconds: as written, else from its start to its end, else to the next row's start."""
        written = self.value("length", read_length, "duration", "0:05:00, 5:00 or 5 (minutes)")
        if written is not None:
            return written
        end = self.value("end", read_time, "time", "19.30 or 19:30:00")
        if start and end:
            stop = datetime.combine(start.date(), end)
            return ((stop - start) % timedelta(days=1)).total_seconds()
        if start and following and following >= start:
            return (following - start).total_seconds()
        raise self.wrong("has no duration", "Write one like 0:05:00, 5:00 or 5 (minutes)")

    def row(self, start: datetime | None, duration_s: float, number: int) -> Row:
        word = self.text("kind")
        kind = kind_of(word) if word else Segment.TEACHING
        if kind is None:
            known = ", ".join(names[0] for names in KINDS.values())
            raise self.wrong(f'has the kind "{word[:40]}"', f"Choose one of {known}")
        name, price, link, note = (clean_line(self.text(key)) for key in ("product", "price", "link", "product_note"))
        points = clean_lines((self.text("points"),))
        return Row(
            cue=clean_line(self.text("cue")) or str(number),
            start=start,
            duration_s=duration_s,
            kind=kind,
            title=clean_line(self.text("title")) or name or (points[0] if points else kind_name(kind, "id")),
            points=points,
            product=Product(name, price, link, note) if name or price or link else None,
            host=clean_line(self.text("host")),
            asset=clean_line(self.text("asset")),
            notes=self.text("notes"),
            voucher=clean_line(self.text("voucher")),
            spoken=clean_lines((self.text("spoken"),)),
        )


def _starts(lines: list[_Line], day: date | None) -> Iterator[datetime | None]:
    """Each line's start; a day is carried down, and a time that falls back by half a day is past midnight."""
    before: datetime | None = None
    for line in lines:
        given = line.value("day", read_day, "date", "16/12/2026 or 2026-12-16")
        if given is None and holds_day(line.text("start")):
            given = line.value("start", read_day, "date", "16/12/2026 19:30")
        time = line.value("start", read_time, "time", "19.30 or 19:30:00")
        day = given or day
        if time is None or day is None:
            yield None
            continue
        start = datetime.combine(day, time)
        if not given and before and start < before - timedelta(hours=12):
            day += timedelta(days=1)
            start += timedelta(days=1)
        before = start
        yield start


def _rows(lines: list[_Line], starts: list[datetime | None], says_pinned: bool) -> list[Row]:
    """The rows, hard starts kept.

    Where no column says which starts are hard, one that does not follow from the row before is meant to be.
    """
    rows: list[Row] = []
    after: datetime | None = None
    for position, (line, start) in enumerate(zip(lines, starts, strict=True)):
        duration = line.duration(start, next(iter(starts[position + 1 :]), None))
        pinned = line.text("pinned").casefold() in YES if says_pinned else bool(rows and start and start != after)
        if pinned and start is None:
            if line.text("start"):
                raise line.wrong(
                    "is pinned to a time on no day", "Add a column Tanggal or Date, or give the item a day"
                )
            raise line.wrong("is pinned and has no start", "Fill in its start, or clear the mark")
        rows.append(line.row(start if pinned else None, duration, position + 1))
        begin = start if pinned or after is None else after
        after = begin + timedelta(seconds=duration) if begin else None
    return rows
