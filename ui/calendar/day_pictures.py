"""Whole days as pictures, made while nobody acts: a page that was made ready is put on the screen within a frame."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from ui import words
from ui.calendar.day_painting import Day
from ui.calendar.parts import picture_of
from ui.theme import color, tokens

_BYTES = 48_000_000  # seven pages of a large window on an ordinary screen
Looks = tuple[Day, float, float, float, bool, str]


class DayPictures:
    """The pictures of days; two of a day at most: as it is in its own month, and as it is in the next one's."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[date, bool], tuple[Looks, QPixmap]] = OrderedDict()
        self._bytes = 0

    def find(self, day: Day, rect: QRectF, ratio: float) -> QPixmap | None:
        """The picture of a day as it is now, None while there is none."""
        kept = self._kept.get((day.day, day.outside))
        if kept is None or not _same(kept[0], _looks(day, rect, ratio)):
            return None
        return kept[1]

    def make(self, day: Day, rect: QRectF, ratio: float, paint: Callable[[QPainter, QRectF], None]) -> None:
        """Make the picture of a day, if there is none; `paint(painter, rect)` paints it."""
        if self.find(day, rect, ratio) is not None:
            self._kept.move_to_end((day.day, day.outside))
            return
        picture = picture_of(rect.width(), rect.height(), ratio, paint, color(tokens().line))
        old = self._kept.pop((day.day, day.outside), None)
        self._bytes += _weight(picture) - (_weight(old[1]) if old else 0)
        self._kept[day.day, day.outside] = _looks(day, rect, ratio), picture
        while self._bytes > _BYTES:
            self._bytes -= _weight(self._kept.popitem(last=False)[1][1])


def _looks(day: Day, rect: QRectF, ratio: float) -> Looks:
    return day, rect.width(), rect.height(), ratio, tokens().dark, words.locale().name()


def _same(one: Looks, other: Looks) -> bool:
    before, now = one[0], other[0]
    # The model gives the same list for a day that says the same.
    return (
        before.cards is now.cards
        and one[1:] == other[1:]
        and (before.marks, before.bands, before.clashes, before.today) == (now.marks, now.bands, now.clashes, now.today)
    )


def _weight(picture: QPixmap) -> int:
    return picture.width() * picture.height() * picture.depth() // 8
