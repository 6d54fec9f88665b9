"""Sheets as teams keep them, written by openpyxl or as text, and what is read of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from studio.plan.reading import Reading
from studio.plan.sheets import read_sheet

TODAY = date(2026, 11, 24)


def book(path: Path, rows: Sequence[Sequence[Any]], *, merge: Sequence[str] = (), name: str = "Sheet1") -> Path:
    """A workbook of one sheet with these rows."""
    made = Workbook()
    sheet = made.active
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    for cells in merge:
        sheet.merge_cells(cells)
    made.save(path)
    return path


def read(path: Path, sheet: str | None = None) -> Reading:
    return read_sheet(path, today=TODAY, sheet=sheet)


def told(reading: Reading, *names: str) -> list[tuple[Any, ...]]:
    """What each row says of these fields, moments and words as texts, "…" where it says nothing."""
    return [tuple(_plain(one.fields.get(name, "…")) for name in names) for one in reading.incoming]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value) if value is not None and not isinstance(value, (int, float)) else value


def understood(reading: Reading) -> dict[str, str]:
    return {column.heading: column.field for column in reading.columns if column.heading}


def unread(reading: Reading) -> list[tuple[int, str]]:
    return [(one.row, one.reason) for one in reading.unread]
