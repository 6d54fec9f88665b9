"""Where the table of a sheet begins, and what its columns are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from studio.plan.reading import Column
from studio.plan.sheets.derived import derived_headings
from studio.plan.sheets.reading.clock import parse_hour
from studio.plan.sheets.reading.day_words import parse_day, weekday_of
from studio.plan.sheets.reading.grid import Grid, is_blank, letter, text_of
from studio.plan.sheets.reading.headings import Meaning, meaning_of, own_key
from studio.plan.sheets.reading.words import is_nothing, kind_of, stage_of

_FURTHEST_HEADER = 60
_FURTHEST_NEAR_MISS = 20
_LOOKED_AT = 300  # rows by which a column is judged
_OWN = 12  # as many of our own headings make a sheet ours, if it bears no uids any more
_OURS = ("id", "uid", "series_uid", "occurrence")
_FOLLOWING = ("weekday", "month", "year", "number", "end")  # in our own sheet such columns follow from the others
_PARTS = {"end": "duration_min", "weekday": "date", "month": "date", "year": "date", "number": ""}


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a sheet: the index of its heading row, and where each field stands.

    `own` says that it is our own sheet, in which an ID is the item's. `above` are the texts over the table.
    """

    grid: Grid
    header: int
    places: dict[str, tuple[int, Meaning]]
    own: bool
    above: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def columns(self) -> tuple[Column, ...]:
        """What each column was taken for; those of our own sheet that follow from the others are none."""
        following = derived_headings() if self.own else frozenset()
        taken = {index: name for name, (index, _) in self.places.items()}
        return tuple(
            Column(letter(index), " ".join(text_of(cell).split()), _PARTS.get(name, name))
            for index, cell in enumerate(self.grid.rows[self.header])
            if (name := taken.get(index, "")) or not (is_blank(cell) or cell in following)
        )

    @property
    def score(self) -> int:
        """How much was understood, by which the best sheet of a workbook is chosen."""
        weights = {"title": 3, "date": 3, "uid": 10}
        return sum(weights.get(name, 1) for name in self.places)


def find_table(grid: Grid) -> Table | None:
    """The table of `grid`, None where no row is one of headings with a title among them."""
    header = _header(grid.rows, near=False)
    if header < 0:
        header = _header(grid.rows[:_FURTHEST_NEAR_MISS], near=True)
    if header < 0:
        return None
    cells = grid.rows[header]
    ours = {key for cell in cells if (key := own_key(cell))}
    own = "title" in ours and ("uid" in ours or ("id" in ours and len(ours) >= _OWN))
    below = grid.rows[header + 1 : header + 1 + _LOOKED_AT]
    places, notes = _places(cells, below, own=own)
    if "title" not in places:
        return None
    above = tuple(
        dict.fromkeys(
            text
            for index, row in enumerate(grid.rows[:header])
            for column, cell in enumerate(row)
            if (index, column) not in grid.merged and (text := " ".join(text_of(cell).split()))
        )
    )
    return Table(grid, header, places, own, above, tuple(notes))


def _header(rows: Sequence[Sequence[Any]], *, near: bool) -> int:
    best, most = -1, 1
    for index, row in enumerate(rows[:_FURTHEST_HEADER]):
        texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
        found = {meaning.field for text in texts if (meaning := meaning_of(text, near=near)) is not None}
        # One column with a heading is a sheet too, a row of words that happen to be headings is none.
        score = len(found - {"number"}) * 2 + (len(texts) == 1) - (len(texts) - len(found)) // 3
        if "title" in found and score > most:
            best, most = index, score
    return best


def _places(
    cells: Sequence[Any], below: Sequence[Sequence[Any]], *, own: bool
) -> tuple[dict[str, tuple[int, Meaning]], list[str]]:
    """Where each field stands: of two columns for one field the better named, of equals the first that is filled."""
    found: dict[str, list[tuple[int, int, Meaning]]] = {}
    notes = []
    for index, cell in enumerate(cells):
        if not isinstance(cell, str) or not cell.strip():
            continue
        meaning = Meaning(own_key(cell)) if own and own_key(cell) else meaning_of(cell)
        if meaning is None or meaning.field in (_FOLLOWING if own else _OURS):
            continue
        column = [row[index] for row in below if index < len(row) and not is_blank(row[index])]
        fitting = meaning if own and not meaning.rank else _fitting(meaning, column)
        if fitting is None:
            notes.append(
                f"The column “{' '.join(cell.split())}” holds other words than its heading says: it is left out"
            )
            continue
        found.setdefault(fitting.field, []).append((fitting.rank + 1000 * (not column), index, fitting))
    places = {
        name: (index, meaning) for name, of in found.items() for _, index, meaning in [min(of, key=lambda o: o[:2])]
    }
    _split_days(found, places, below)
    return places, notes


def _split_days(
    found: dict[str, list[tuple[int, int, Meaning]]],
    places: dict[str, tuple[int, Meaning]],
    below: Sequence[Sequence[Any]],
) -> None:
    """Where "Hari" stands beside "Tanggal", it tells the day of the week."""
    for _, index, meaning in found.get("date", ()):
        if index != places["date"][0]:
            texts = [row[index] for row in below if index < len(row) and not is_blank(row[index])]
            days = sum(isinstance(text, str) and weekday_of(text) >= 0 for text in texts)
            if days * 2 > len(texts):  # names of groups and sums may stand between them
                places["weekday"] = index, Meaning("weekday", meaning.rank)


def _fitting(meaning: Meaning, column: Sequence[Any]) -> Meaning | None:
    """`meaning`, or another one where what stands below the heading is of another kind; None where it fits nothing."""
    if not column or meaning.field not in ("date", "time", "stage", "kind"):
        return meaning
    if meaning.field in ("date", "time"):
        kinds = Counter(_temporal(cell) for cell in column)
        kinds.pop("", None)
        days, hours = kinds["date"] + kinds["both"], kinds["time"]
        if meaning.field == "date" and hours > days:
            return Meaning("time", meaning.rank + 200, meaning.zone)
        if meaning.field == "time" and days > hours:
            return Meaning("date", meaning.rank + 200, meaning.zone)
        return meaning
    read = stage_of if meaning.field == "stage" else kind_of
    other = kind_of if meaning.field == "stage" else stage_of
    texts = Counter(text_of(cell) for cell in column if not is_nothing(text_of(cell)))
    known = sum(count for text, count in texts.items() if read(text) is not None)
    if known * 2 >= texts.total() or meaning.rank <= 2:
        return meaning
    if sum(count for text, count in texts.items() if other(text) is not None) * 2 > texts.total():
        return Meaning("kind" if meaning.field == "stage" else "stage", meaning.rank + 200)
    return meaning if known else None


def _temporal(cell: Any) -> str:
    """Whether a cell is a date, a time, both, or "" neither."""
    if isinstance(cell, datetime):
        return "both"
    if isinstance(cell, date):
        return "date"
    if isinstance(cell, time):
        return "time"
    if isinstance(cell, float):
        return "time" if 0 < cell < 1 else ""
    if not isinstance(cell, str) or is_nothing(cell) or cell.strip().isdecimal():
        return ""  # 19 is an hour or a day, by the heading
    told = parse_day(cell)
    if told is not None:
        return "both" if told.rest and parse_hour(told.rest) is not None else "date"
    return "time" if parse_hour(cell) is not None else ""
