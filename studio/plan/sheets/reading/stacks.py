"""Several tables in one sheet, such as the videos of a week above its live sessions, or beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from studio.plan.sheets.reading.days import named
from studio.plan.sheets.reading.grid import Grid, is_blank, text_of
from studio.plan.sheets.reading.headings import heading_words, meaning_of
from studio.plan.sheets.reading.table import Table, find_table

_MOST = 200
_FEWEST = 3


def find_tables(grid: Grid) -> tuple[Table, ...]:
    """The tables of `grid`, side by side or from top to bottom, () where no row has headings with a title among them.

    Headings that are repeated within one table make no other one.
    """
    best = find_table(grid)
    if best is None or best.own:
        return () if best is None else (best,)
    beside = [table for part in _beside(grid, best) if (table := find_table(part)) is not None]
    if len(beside) > 1:
        return tuple(beside)
    heads = _heads(grid, best)
    if len(heads) == 1:
        return (best,)
    begins = [0, *(_begin(grid, head) for head in heads[1:]), len(grid.rows)]
    parts = [find_table(_part(grid, begin, end)) for begin, end in pairwise(begins)]
    tables = [table for table in parts if table is not None]
    times = [text for text in tables[0].above if any(named([text]))] if tables else []
    return tuple(
        replace(table, above=tuple(dict.fromkeys((*table.above, *times)))) if number else table
        for number, table in enumerate(tables)
    )


def _beside(grid: Grid, best: Table) -> list[Grid]:
    """The tables that share the row of headings, each with a title of its own, parted by columns that are empty."""
    head = grid.rows[best.header]
    gaps = [column for column, cell in enumerate(head) if is_blank(cell)]
    parts = [(first + 1, last) for first, last in pairwise([-1, *gaps, len(head)]) if last - first > 1]
    titles, days = heading_words("title"), heading_words("date")
    for first, last in parts:
        words = {text_of(cell).strip().casefold() for cell in head[first:last]}
        if titles.isdisjoint(words) or days.isdisjoint(words):
            return []  # a column without a heading, in one table
    return [
        replace(grid, rows=[[""] * first + row[first:last] + [""] * (len(row) - last) for row in grid.rows])
        for first, last in parts
    ]


def _heads(grid: Grid, best: Table) -> list[int]:
    """The rows of headings that differ from those before them."""
    titles, days = heading_words("title"), heading_words("date") | heading_words("time")
    found: list[int] = []
    before: list[str] = []
    for index, row in enumerate(grid.rows):
        words = [cell.strip().casefold() for cell in row if isinstance(cell, str) and cell]
        if index != best.header and (titles.isdisjoint(words) or days.isdisjoint(words) or not _is_heading(row)):
            continue
        if found and found[-1] == index - 1:  # names of groups of columns stand above the headings, or units below
            if found[-1] == best.header:
                continue
            found.pop()
        if words != before and len(found) < _MOST:
            found.append(index)
        before = words
    return found


def _is_heading(row: Sequence[Any]) -> bool:
    """Whether a row holds nothing but headings, the most of them known."""
    cells = [cell for cell in row if not is_blank(cell)]
    if not all(isinstance(cell, str) for cell in cells):
        return False
    meanings = [meaning for cell in cells if (meaning := meaning_of(cell, near=False)) is not None]
    fields = {meaning.field for meaning in meanings}
    return len(fields) >= _FEWEST and len(meanings) == len(fields) and len(meanings) * 3 >= len(cells) * 2


def _begin(grid: Grid, head: int) -> int:
    """Where the table of the headings in row `head` begins: at the titles right above them."""
    while head and sum(not is_blank(cell) for cell in grid.rows[head - 1]) == 1:
        head -= 1
    return head


def _part(grid: Grid, begin: int, end: int) -> Grid:
    """The rows from `begin` to `end` in their places, the others empty."""
    rows = [row if begin <= index < end else [""] * len(row) for index, row in enumerate(grid.rows[:end])]
    return replace(grid, rows=rows)


def place_of(table: Table) -> str:
    """Where another table of the sheet stands, and its headings, as a sentence tells them."""
    told = ", ".join(" ".join(text_of(cell).split()) for cell in table.grid.rows[table.header] if not is_blank(cell))
    return f"Another table is read, with its headings in row {table.header + 1}: {told}"
