"""A sheet as rows of cells, whatever kind of file it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

Cell = str | float | int | bool | date | datetime | time | timedelta

MOST_ROWS = 100_000
MOST_COLUMNS = 702  # A to ZZ


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet, an empty one is "".

    `merged` are the places that a merged cell covers below its first row, where its value was filled in too; `wide`
    are the rows with a cell that is merged over columns, as titles are.
    """

    name: str
    rows: list[list[Any]]
    hidden: bool = False
    merged: frozenset[tuple[int, int]] = field(default=frozenset())
    wide: frozenset[int] = field(default=frozenset())


def is_blank(cell: Any) -> bool:
    """Whether there is nothing in a cell."""
    return cell == "" if isinstance(cell, str) and not cell[:1].isspace() else cell is None or not str(cell).strip()


def text_of(cell: Any) -> str:
    """What a cell shows, as near as its value tells: a whole number has no decimals, a day is 2026-12-01."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell == int(cell) and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    return str(cell)


def letter(index: int) -> str:
    """The letters of the column `index`, counted from 0: A, B ... Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
