"""Tables that stand one below the other in one sheet, such as the videos of a week above its live sessions."""

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
    """The tables of `grid` from top to bottom, () where no row is one of headings with a title among them.

    Headings that are repeated within one table make no other one.
    """
    best = find_table(grid)
    if best is None or best.own:
        return () if best is None else (best,)
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
    """The headings of a table that stands below another one, as a sentence tells them."""
    told = ", ".join(" ".join(text_of(cell).split()) for cell in table.grid.rows[table.header] if not is_blank(cell))
    return f"Row {table.header + 1} has other headings for the rows below it: {told}"
