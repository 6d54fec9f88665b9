"""Which cards stand side by side: columns for what overlaps in a day, rows for what takes whole days; pure numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[float, float]  # from, to; the end is not part of it


@dataclass(frozen=True, slots=True)
class Place:
    """A column among `columns` of equal width; `wide` columns are taken, where those to the right are free."""

    column: int
    columns: int
    wide: int = 1


@dataclass(frozen=True, slots=True)
class More:
    """What had no column of its own: the spans at `hidden`, told in one place from `first` to `last`."""

    first: float
    last: float
    hidden: tuple[int, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Packed:
    """A place for each span, in their order; None for those that `more` tells of."""

    places: tuple[Place | None, ...]
    more: tuple[More, ...] = ()


def pack(spans: Sequence[Span], most: int) -> Packed:
    """Give spans of a day columns, so that no two that overlap share one.

    Spans that touch one another, directly or through others, divide the day's width evenly, by as many columns as
    the busiest moment of them needs, and a span is as wide as its right neighbours leave room. Beyond `most` columns
    the last one is kept for telling how many are not seen.
    """
    places: list[Place | None] = [None] * len(spans)
    more: list[More] = []
    order = sorted(range(len(spans)), key=lambda i: (spans[i][0], -spans[i][1], i))
    for group in _touching(spans, order):
        columns = _columns(spans, group)
        count = len(columns)
        if count > most:
            count = max(1, most)
            shown, rest = columns[: count - 1], sorted(i for column in columns[count - 1 :] for i in column)
            more += _told(spans, rest, Place(count - 1, count))
            columns = shown
        for number, column in enumerate(columns):
            for index in column:
                free = _free_to_the_right(spans, columns, number, index) if count == len(columns) else 1
                places[index] = Place(number, count, free)
    return Packed(tuple(places), tuple(more))


def _touching(spans: Sequence[Span], order: Sequence[int]) -> list[list[int]]:
    groups: list[list[int]] = []
    reach = 0.0
    for index in order:
        if groups and spans[index][0] < reach:
            groups[-1].append(index)
            reach = max(reach, spans[index][1])
        else:
            groups.append([index])
            reach = spans[index][1]
    return groups


def _columns(spans: Sequence[Span], group: Sequence[int]) -> list[list[int]]:
    # The first column that is free again: by order of starts this needs no more columns than the busiest moment.
    columns: list[list[int]] = []
    for index in group:
        free = next((column for column in columns if spans[column[-1]][1] <= spans[index][0]), None)
        if free is None:
            columns.append([index])
        else:
            free.append(index)
    return columns


def _free_to_the_right(spans: Sequence[Span], columns: Sequence[Sequence[int]], number: int, index: int) -> int:
    wide = 1
    for column in columns[number + 1 :]:
        if any(_overlap(spans[index], spans[other]) for other in column):
            break
        wide += 1
    return wide


def _told(spans: Sequence[Span], rest: Sequence[int], place: Place) -> list[More]:
    return [
        More(min(spans[i][0] for i in group), max(spans[i][1] for i in group), tuple(sorted(group)), place)
        for group in _touching(spans, sorted(rest, key=lambda i: (spans[i][0], -spans[i][1], i)))
    ]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@dataclass(frozen=True, slots=True)
class Strip:
    """The rows of what takes whole days; `row_of` has None where it is hidden, `hidden` how many are so in each day."""

    rows: int
    row_of: tuple[int | None, ...]
    hidden: tuple[int, ...]


def rows_of_days(spans: Sequence[tuple[int, int]], days: int, most: int = 3) -> Strip:
    """Rows for spans of days (first to last, both included), earlier and longer ones above.

    A day with more than `most` keeps its last row for "+N more"; a span that is hidden in one day is hidden in all.
    """
    row_of: list[int | None] = [None] * len(spans)
    rows: list[list[int]] = []
    for index in sorted(range(len(spans)), key=lambda i: (spans[i][0], -spans[i][1], i)):
        first = spans[index][0]
        row = next((r for r, taken in enumerate(rows) if all(spans[i][1] < first for i in taken)), len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append(index)
        row_of[index] = row
    gone = {i for i, row in enumerate(row_of) if row is not None and row >= most}
    while True:
        full = {day for i in gone for day in range(spans[i][0], spans[i][1] + 1)}
        late = {
            i
            for i, row in enumerate(row_of)
            if row == most - 1 and i not in gone and full & set(range(spans[i][0], spans[i][1] + 1))
        }
        if not late:
            break
        gone |= late
    hidden = [sum(spans[i][0] <= day <= spans[i][1] for i in gone) for day in range(days)]
    return Strip(min(len(rows), most), tuple(None if i in gone else row for i, row in enumerate(row_of)), tuple(hidden))
