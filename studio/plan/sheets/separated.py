"""The plan as a .csv that Indonesian Excel opens by a double click: semicolons, UTF-8 with its mark."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

from studio.plan.item import Item
from studio.plan.sheets.cells import escaped, writable
from studio.plan.sheets.columns import COLUMNS, Cell, cell


def write_separated(path: Path, items: Sequence[Item], language: str) -> None:
    """Write a line for every item to `path`, whatever its name is. Raises OSError."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        # A file that begins with ID is taken for one of the old SYLK format: the headings stand in quotes.
        csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL).writerow(column.heading(language) for column in COLUMNS)
        lines = csv.writer(file, delimiter=";")
        for item in items:
            lines.writerow(_text(cell(item, column.key, language), language) for column in COLUMNS)


def _text(value: Cell, language: str) -> str:
    if isinstance(value, str):
        return escaped(writable(value))
    if value is None:
        return ""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    # Indonesian Excel would take 12.5 for the twelfth of May.
    return repr(value).replace(".", ",") if language == "id" else repr(value)
