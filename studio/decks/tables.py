"""A table set in a slot: column widths and one size for all its pages, rows split over pages, long cells over rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from studio.decks.figures import Box
from studio.decks.fit import Paragraph, Setting, break_lines, text_height, text_width
from studio.decks.layouts import Slot

# The margins within a cell, in points: left and right, top and bottom.
SIDE, ABOVE = 8.0, 6.0


@dataclass(frozen=True, slots=True)
class Table:
    """A page of a table: its rows of cells, widths and heights in points, and the size of its text."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    size: float
    box: Box


def set_table(rows: Sequence[tuple[str, ...]], slot: Slot) -> list[Table]:
    """The pages of a table: one at the largest size that fits, else as few as the smallest size needs, evened out."""
    sizes = [size for size in slot.sizes if size <= 24] or [slot.sizes[-1]]
    for size in sizes:
        widths = _widths(rows, slot, size)
        heights = [_height(row, widths, size, slot) for row in rows]
        if sum(heights) <= slot.box.h:
            return [_table(rows, heights, widths, size, slot)]
    size, widths = sizes[-1], _widths(rows, slot, sizes[-1])
    pieces = [piece for row in rows for piece in _pieces(row, widths, size, slot)]
    heights = [_height(row, widths, size, slot) for row in pieces]
    count = len(_pages(heights, slot.box.h))
    low, high = slot.box.h / 2, slot.box.h
    for _ in range(6):
        goal = (low + high) / 2
        low, high = (low, goal) if len(_pages(heights, goal)) <= count else (goal, high)
    pages = _pages(heights, high)
    return [_table(pieces[a:b], heights[a:b], widths, size, slot) for a, b in pages]


def _pages(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    pages, begin, at = [], 0, 0.0
    for i, height in enumerate(heights):
        if i > begin and at + height > room:
            pages.append((begin, i))
            begin, at = i, 0.0
        at += height
    return [*pages, (begin, len(heights))]


def _table(
    rows: Sequence[tuple[str, ...]], heights: Sequence[float], widths: Sequence[float], size: float, slot: Slot
) -> Table:
    # A short table breathes: rows grow by a third at most.
    grow = min(1.34, max(1.0, slot.box.h / max(1.0, sum(heights))))
    tall = tuple(height * grow for height in heights)
    return Table(tuple(rows), tuple(widths), tall, size, slot.box)


def _setting(column: int, slot: Slot) -> Setting:
    return Setting(bold=column == 0, width=slot.setting.width)


def _widths(rows: Sequence[tuple[str, ...]], slot: Slot, size: float) -> list[float]:
    """Outer columns as wide as their widest cell, within a quarter of the whole; the second takes what is left."""
    columns = max(len(row) for row in rows)
    needs = []
    for column in range(columns):
        cells = [row[column] for row in rows if column < len(row)]
        widest = max((text_width(cell, size, _setting(column, slot)) for cell in cells), default=0.0)
        needs.append(min(slot.box.w / 4, widest * 1.06 + 2 * SIDE + 4) if widest else 2 * SIDE)
    if columns == 1:
        return [slot.box.w]
    main = min(1, columns - 1)
    needs[main] = slot.box.w - sum(need for column, need in enumerate(needs) if column != main)
    return needs


def _height(row: tuple[str, ...], widths: Sequence[float], size: float, slot: Slot) -> float:
    texts = (
        text_height((Paragraph(cell),), widths[column] - 2 * SIDE, size, _setting(column, slot))
        for column, cell in enumerate(row)
    )
    return max(texts) + 2 * ABOVE


def _pieces(row: tuple[str, ...], widths: Sequence[float], size: float, slot: Slot) -> list[tuple[str, ...]]:
    """A row that is taller than the page as several, its cells going on where they broke off."""
    if _height(row, widths, size, slot) <= slot.box.h:
        return [row]
    line = text_height((Paragraph("x"),), 100.0, size, Setting())
    # Lines of emoji and other scripts are up to 1.2 times as tall.
    count = max(1, int((slot.box.h - 2 * ABOVE) / (line * 1.2)))
    cells = [break_lines(cell, widths[n] - 2 * SIDE, size, _setting(n, slot)) for n, cell in enumerate(row)]
    longest = max(len(lines) for lines in cells)
    return [tuple("".join(lines[at : at + count]).strip() for lines in cells) for at in range(0, longest, count)]
