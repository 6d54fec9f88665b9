"""A sheet of any team, as it was understood; our own comes back without a loss."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from studio.errors import InvalidValue
from studio.files import existing_file
from studio.plan.item import Kind
from studio.plan.reading import Reading, Unread
from studio.plan.series import Series
from studio.plan.sheets.lists import LONG_TEXTS
from studio.plan.sheets.reading.days import Days, month_comes_first, named
from studio.plan.sheets.reading.grid import Grid
from studio.plan.sheets.reading.headings import kind_in
from studio.plan.sheets.reading.ours import LongTexts, is_series_sheet, read_long_texts, read_series
from studio.plan.sheets.reading.rows import Rows
from studio.plan.sheets.reading.source import Sheets, open_sheets
from studio.plan.sheets.reading.stacks import find_tables, place_of
from studio.plan.sheets.reading.table import Table

_MOST_SHEETS = 60
_LEFT_OUT = 12  # sentences about words that were left out
_HEADINGS = "One row must name the columns, such as Tanggal, Jam, Judul, PIC, Platform, Status"
_KINDS = {Kind.LIVE: "live sessions", Kind.VIDEO: "videos"}


def read_sheet(path: Path, *, today: date, sheet: str | None = None) -> Reading:
    """What the sheet `path` says; `sheet` names the one of a workbook, else the likeliest plan among them is read.

    A row that cannot be read does not take the others with it. Dates without a year are looked for around `today`.
    Raises NotFound, or InvalidValue for a file that is no sheet, protected, damaged or too large, or has no headings.
    """
    sheets = open_sheets(existing_file(path))
    long = read_long_texts(sheets.grid(LONG_TEXTS)) if sheets.hidden.get(LONG_TEXTS) else {}
    series: list[Series] = []
    unread: list[Unread] = []
    found: list[tuple[Table, ...]] = []
    for grid in _grids(sheets, sheet):
        if is_series_sheet(grid):
            series, unread = read_series(grid, long)
        elif sheet in (None, grid.name) and (tables := find_tables(grid)):
            found.append(tables)
    if not found:
        what = f"The sheet “{sheet}” of {path.name}" if sheet is not None else path.name
        raise InvalidValue(f"{what} has no row of headings with a title among them", _HEADINGS)
    best, *below = max(found, key=lambda tables: _rank(max(tables, key=lambda table: table.score), today))
    readings = [_read(table, long, today, path.stem, alone=not below) for table in (best, *below)]
    others = [
        table.grid.name
        for table, *_ in found
        if table.grid.name != best.grid.name and not table.grid.hidden and table.score >= 6
    ]
    notes = [note for reading in readings for note in reading.notes] + [place_of(table) for table in below]
    if others and not best.own:
        notes.append(f"Other sheets look like plans too: {', '.join(f'“{name}”' for name in others[:6])}")
    if not best.own:
        series, unread = [], []
    return Reading(
        incoming=tuple(one for reading in readings for one in reading.incoming),
        series=tuple(series),
        unread=(*(one for reading in readings for one in reading.unread), *unread),
        columns=best.columns,
        source=best.grid.name,
        header_row=best.header + 1,
        notes=tuple(dict.fromkeys(notes)),
        missing_zone=any(reading.missing_zone for reading in readings),
        others=() if best.own else tuple(others),
    )


def _grids(sheets: Sheets, wanted: str | None) -> Iterator[Grid]:
    """The sheets to look at: the wanted one first, which must be there."""
    if wanted is not None:
        yield sheets.grid(wanted)
    for name in sheets.names[:_MOST_SHEETS]:
        if name not in (wanted, LONG_TEXTS):
            yield sheets.grid(name)


def _rank(table: Table, today: date) -> tuple[bool, bool, int, bool, int]:
    """How much a sheet looks like the plan that is meant; of one sheet a month, that of the present one."""
    months, years = named([table.grid.name])
    now = today.month in months and (not years or today.year in years)
    return not table.grid.hidden, table.own, table.score, now, len(table.grid.rows) - table.header


def _read(table: Table, long: LongTexts, today: date, stem: str, *, alone: bool) -> Reading:
    """The rows of the table, which is `alone` in its sheet or not, with what was assumed."""
    titles = [*table.above, table.grid.name] if table.grid.name != stem else [*table.above]
    if "date" in table.places:
        titles.append(str(table.grid.rows[table.header][table.places["date"][0]]))
    months, years = named(titles)
    if not (months or years):
        months, years = named([stem])
    days = Days(today, months, years)
    if "date" in table.places:
        place = table.places["date"][0]
        cells = {cell for row in table.grid.rows[table.header + 1 :] if isinstance(cell := row[place], str)}
        days.midnights = days.tells_hours({row[place] for row in table.grid.rows[table.header + 1 :]})
        days.month_first = month_comes_first(cells)
        days.explicit = [told.year for cell in cells if (told := days.told(cell)) is not None and told.year]
    kind = None if table.own or "kind" in table.places else kind_in([*titles, stem])
    rows = Rows(table, days, long, kind=kind)
    rows.read()
    notes = [*table.notes, *days.notes, *rows.notes, *rows.passing.notes]
    if kind is not None and alone:
        notes.append(f"All items are read as {_KINDS[kind]}, as the title says")
    for what, count in rows.left_out.most_common(_LEFT_OUT):
        notes.append(f"{what}: it is left out ({count} rows)" if count > 1 else f"{what}: it is left out")
    if rows.missing_zone:
        notes.append("Times without a time zone are read as those of the plan")
    return Reading(
        incoming=tuple(rows.incoming), unread=tuple(rows.unread), notes=tuple(notes), missing_zone=rows.missing_zone
    )
