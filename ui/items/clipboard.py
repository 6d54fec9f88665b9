"""Rows as tab-separated text, which sheets take apart into cells; and titles out of what was copied from a sheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from studio.plan.fields import field_text
from studio.plan.item import Item
from studio.plan.texts import clean_line
from ui.items.columns import Column

# A sheet that is given "=HYPERLINK(...)" runs it: a title must stay a title.
_FORMULA = ("=", "+", "-", "@")


def as_text(rows: Iterable[tuple[Item, float | None]], columns: Sequence[Column], *, headings: bool = False) -> str:
    """Items, each with its readiness, in these columns: a line for each, tabs between the cells.

    Days and hours are written so that a sheet of any country reads them as such.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\r\n")
    if headings:
        writer.writerow([column.title for column in columns])
    for item, score in rows:
        writer.writerow([_cell(item, score, column) for column in columns])
    return out.getvalue()


def _cell(item: Item, score: float | None, column: Column) -> str:
    if column.name == "ready":
        return "" if score is None else f"{round(score * 100)}%"
    if column.name == "date":
        return item.day.isoformat() if item.day is not None else ""
    if column.name == "time":
        return item.start.strftime("%H:%M") if isinstance(item.start, datetime) else ""
    if column.name in ("stage", "kind", "language"):
        return column.text(item, datetime.max.date())
    text = " ".join(field_text(column.field, getattr(item, column.field)).split())
    return f"'{text}" if text.startswith(_FORMULA) else text


def titles(text: str) -> tuple[str, ...]:
    """The titles in what was copied from a sheet: the first cell of each line that has one."""
    rows = csv.reader(io.StringIO(text.replace("\r\n", "\n"), newline=""), delimiter="\t")
    found = (next((cell for cell in row if cell.strip()), "") for row in rows)
    return tuple(title for cell in found if (title := clean_line(_plain(cell))))


def _plain(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _FORMULA else cell
