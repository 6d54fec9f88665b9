"""Rows of a table that are no items: headings once more, sums, names of groups, days that are still empty."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from studio.plan.sheets.reading.broken import UNCALCULATED, Broken
from studio.plan.sheets.reading.grid import is_blank, text_of
from studio.plan.sheets.reading.table import Table
from studio.plan.sheets.reading.words import plain_words

_SUM = re.compile(r"(?:(?:grand|sub)\s*-?\s*)?(?:total|jumlah|subtotal|rata-rata|average|sum|rekap)\b", re.IGNORECASE)
_COUNTED = (
    "konten",
    "content",
    "video",
    "live",
    "item",
    "items",
    "sesi",
    "semua",
    "minggu",
    "bulan",
    "durasi",
    "menit",
)
# What is filled in beforehand, for days on which nothing is planned yet.
_PREPARED = ("date", "weekday", "month", "year", "number", "time", "end", "kind", "stage", "platforms")


class Passing:
    """Tells which rows are passed over, and counts them."""

    def __init__(self, table: Table) -> None:
        self.counts: Counter[str] = Counter()
        self._own = table.own
        self._heading = [text_of(cell).strip().casefold() for cell in table.grid.rows[table.header]]
        self._at = {name: index for name, (index, _) in table.places.items()}
        self._prepared = {self._at[name] for name in _PREPARED if name in self._at}
        self._wide = table.grid.wide

    @property
    def notes(self) -> list[str]:
        """A sentence for every kind of row that was passed over."""
        return [f"{what} are passed over: {count}" for what, count in self.counts.items()]

    def passes(self, index: int, row: Sequence[Any], filled: Sequence[int]) -> bool:
        """Whether the row `index`, of which the places `filled` hold something, is no item."""
        if self._own and not self._is_blank(row, "uid"):
            return False
        if all(isinstance(row[place], Broken) and row[place] != UNCALCULATED for place in filled):
            # Such as formulas that were drawn down further than the plan goes.
            self.counts["Rows of errors"] += 1
            return True
        what = self._what(index, row, filled)
        if what:
            self.counts[what] += 1
        return bool(what)

    def _what(self, index: int, row: Sequence[Any], filled: Sequence[int]) -> str:
        texts = [text_of(row[place]).strip() for place in filled]
        if len(texts) > 1 and all(
            text.casefold() == self._heading[place] for place, text in zip(filled, texts, strict=True)
        ):
            return "Rows that repeat the headings"
        if (self._is_blank(row, "date") or self._is_blank(row, "title")) and _is_sum(texts[0]):
            return "Rows of sums"
        if index in self._wide and len(filled) == 1:
            return "Rows that only name a group"
        if not self._is_blank(row, "title"):
            return ""
        beside = [place for place in filled if place not in self._at.values()]
        named = len(filled) == 1 and any(map(str.isalpha, texts[0])) and (beside or filled[0] == 0)
        if named and self._is_blank(row, "date"):
            return "Rows that only name a group"
        if self._prepared.issuperset(filled):
            return "Rows without a title"
        return "Rows beside the table" if len(beside) == len(filled) else ""

    def _is_blank(self, row: Sequence[Any], name: str) -> bool:
        index = self._at.get(name, -1)
        return index < 0 or is_blank(row[index])


def _is_sum(text: str) -> bool:
    """Whether a cell says that its row adds others up: "Total", "Grand total: 12 konten"."""
    found = _SUM.match(text)
    words = plain_words(text[found.end() :]).split() if found is not None and len(text) < 60 else None
    return words is not None and all(word.isdecimal() or word in _COUNTED for word in words)
