"""Exchange the plan with other programs: read a calendar or sheet, show what it would change, take it over; export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from studio.actions.finding import find_items
from studio.actions.planning import at_risk
from studio.errors import InvalidValue, NotFound, PlanChanged
from studio.plan.choosing import LeftOut, alike, chosen
from studio.plan.dates import format_start
from studio.plan.difference import Difference, SeriesChange, compare
from studio.plan.fields import item_to_json
from studio.plan.filters import Filter
from studio.plan.item import DEFAULT_LANGUAGE, Item
from studio.plan.readers import FIELDS
from studio.plan.reading import Reading
from studio.plan.series import Series
from studio.store import Store
from studio.store import items as rows
from studio.store import series as series_rows
from studio.store.backups import back_up
from studio.store.revisions import revisions

CALENDAR, SHEETS = ".ics", (".xlsx", ".csv")
_ENDINGS = (CALENDAR, *SHEETS)
_NAMES = "Use a calendar (.ics), an Excel sheet (.xlsx) or a .csv"
_READ_TOO = (".xlsm", ".xlsb", ".xls", ".ods", ".tsv")


@dataclass(frozen=True, slots=True)
class Imported:
    """What was taken over; `backup` is the plan as it was before, None where nothing had to be changed."""

    difference: Difference
    backup: Path | None


def read_file(store: Store, path: Path, *, today: date | None = None, sheet: str | None = None) -> Difference:
    """What the calendar or sheet `path` would change in the plan; nothing is changed.

    `sheet` names the one of a workbook. Raises NotFound, or InvalidValue for a file that is neither, or holds nothing.
    """
    path = path.expanduser().absolute()
    ending = _ending(path, _READ_TOO)
    today = today or date.today()
    if ending == CALENDAR:
        from studio.plan.calendars import read_calendar

        reading = read_calendar(path, today=today)
    else:
        from studio.plan.sheets import read_sheet

        reading = read_sheet(path, today=today, sheet=sheet)
    if not (reading.incoming or reading.series or reading.unread):
        raise InvalidValue(f"{path.name} holds no item", "Choose another file, or another sheet of it")
    return replace(_compared(store, reading), file=path.name)


def sheet_names(path: Path) -> list[str]:
    """The sheets of the workbook `path` that a person can choose from; [] where there is nothing to choose."""
    from studio.plan.sheets.names import sheet_names

    return sheet_names(path.expanduser().absolute())


def apply(store: Store, difference: Difference, left_out: LeftOut | None = None) -> Imported:
    """Take the difference over, wholly or not at all, as one step of undo; a verified backup is made before.

    Where the plan was changed since the difference was made, the file is compared anew; if a person chose what is
    `left_out` of it and it is another one now, PlanChanged is raised. Raises what a backup and a write raise; then
    nothing is changed.
    """
    if difference.is_empty and store.version() == difference.version:
        return Imported(difference, None)
    backup = back_up(store)
    with store.action(f"Import {difference.file or difference.reading.source}"):
        if store.version() != difference.version:
            anew = replace(_compared(store, difference.reading), file=difference.file)
            if left_out is not None and not alike(anew, difference):
                raise PlanChanged("The plan was changed while you looked at the file", "Look at the difference again")
            difference = anew
        if left_out is not None:
            difference = chosen(difference, left_out)
        for series in difference.new_series:
            series_rows.add_series(store, series)
        for change in difference.changed_series:
            series_rows.change_series(store, change.after)
        for item in difference.removed:
            rows.remove_item(store, item.id)
        rows.put_items(store, [one.after for one in difference.changed])
        if difference.new:
            rows.add_items(store, difference.new)
    return Imported(difference, backup)


def export_file(
    store: Store,
    path: Path,
    wanted: Filter | None = None,
    *,
    first: date | None = None,
    last: date | None = None,
    language: str = DEFAULT_LANGUAGE,
    today: date | None = None,
) -> int:
    """Write the items that `wanted` lets through, from `first` to `last` day, to `path`; how many they are.

    The format goes by the ending. Those without a date are among them unless days are given. `language` is that of a
    sheet's headings. Raises InvalidValue for another ending, OutOfSpace or CannotWrite; then `path` is as it was.
    """
    path = path.expanduser().absolute()
    ending = _ending(path)
    today = today or date.today()
    wanted = wanted or Filter()
    items = _as_ready(store, find_items(store, wanted, first=first, last=last), wanted, today)
    series = series_rows.list_series(store)
    if ending == CALENDAR:
        from studio.plan.calendars import write_calendar

        # A part of a series cannot be told by its rule.
        entire = wanted.is_empty and first is None and last is None
        apart = {one.uid for one in series if not (entire or _complete(store, one, items, (first, last)))}
        write_calendar(path, items, series, revisions(store), apart=apart)
    else:
        from studio.plan.sheets import write_sheet

        write_sheet(path, items, series=series, today=today, language=language)
    return len(items)


def difference_to_json(difference: Difference, *, applied: bool = False) -> dict[str, Any]:
    """The difference as `siar import --json` prints it."""
    reading = difference.reading
    return {
        "new": [item_to_json(item, full=True) for item in difference.new],
        "changed": [
            {"id": one.item.id, "uid": one.item.uid, "title": one.item.title, "fields": fields_to_json(one.fields)}
            for one in difference.changed
        ],
        "same": difference.same,
        "unread": [{"row": one.row, "reason": one.reason} for one in difference.unread],
        "applied": applied,
        "absent": difference.absent,
        "removed": [item_to_json(item, full=True) for item in difference.removed],
        "series": {
            "new": [_series_to_json(one) for one in difference.new_series],
            "changed": [_change_to_json(one) for one in difference.changed_series if one.fields],
        },
        "understood": {
            "file": difference.file,
            "source": reading.source,
            "header_row": reading.header_row,
            "columns": [{"letter": one.letter, "heading": one.heading, "field": one.field} for one in reading.columns],
            "notes": list(reading.notes),
            "missing_zone": reading.missing_zone,
        },
    }


def fields_to_json(fields: Mapping[str, tuple[Any, Any]]) -> dict[str, list[Any]]:
    """Changed fields as {name: [old, new]}."""
    return {name: [_dumped(name, value) for value in values] for name, values in fields.items()}


def _dumped(name: str, value: Any) -> Any:
    if name in FIELDS:
        return FIELDS[name].dump(value)
    if name == "skipped":
        return [format_start(at) for at in value]
    return format_start(value) if name == "occurrence" else value


def _series_to_json(series: Series) -> dict[str, Any]:
    return {"uid": series.uid, "title": series.pattern.title, "rule": series.rule, "start": format_start(series.start)}


def _change_to_json(change: SeriesChange) -> dict[str, Any]:
    series = change.series
    return {"uid": series.uid, "title": series.pattern.title, "fields": fields_to_json(change.fields)}


def _compared(store: Store, reading: Reading) -> Difference:
    """The difference to the plan as it is at one moment."""
    while True:
        version = store.version()
        found = compare(reading, rows.list_items(store), series_rows.list_series(store))
        if store.version() == version:
            return replace(found, version=version)


def _as_ready(store: Store, items: list[Item], wanted: Filter, today: date) -> list[Item]:
    """Those of `items` that are as ready as `wanted` asks for."""
    days = [item.day for item in items if item.day is not None]
    if not wanted.readiness or not items:
        return items
    from studio.steps import scores

    if wanted.readiness == "late":
        late = {one.item.id for one in at_risk(store, min(days), max(days), today)} if days else set()
        return [item for item in items if item.id in late]
    found = scores(store, items)
    return [item for item in items if wanted.matches(item, found[item.id])]


def _complete(store: Store, series: Series, items: list[Item], days: tuple[date | None, date | None]) -> bool:
    """Whether `items` hold all that a series has; the days of one that goes on are never all there."""
    held = {item.id for item in items}
    own = rows.items_of_series(store, [series.uid])
    return days == (None, None) and bool(own) and all(item.id in held for item in own)


def _ending(path: Path, others: tuple[str, ...] = ()) -> str:
    ending = path.suffix.lower()
    if ending in (*_ENDINGS, *others):
        return ending
    if path.is_dir():
        raise NotFound(f"{path} is a folder, not a file", _NAMES)
    what = f"ends in {ending}, which is no calendar or sheet" if ending else "has no ending that says what it is"
    raise InvalidValue(f'"{path.name}" {what}', _NAMES)
