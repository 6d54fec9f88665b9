"""The month as a table of days, Monday first: what an item view, a screen reader and a test can ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui import words
from ui.calendar.card import Card, DayMark, spoken

CARDS = Qt.ItemDataRole.UserRole + 1
DAY = Qt.ItemDataRole.UserRole + 2
MARKS = Qt.ItemDataRole.UserRole + 3
MIME = "application/x-siar-items"
Index = QModelIndex | QPersistentModelIndex


def first_day(month: date) -> date:
    """The Monday on which the page of this month begins."""
    start = month.replace(day=1)
    return start - timedelta(days=start.weekday())


def weeks(month: date) -> int:
    """Five weeks, or six where the month needs them."""
    following = (month.replace(day=28) + timedelta(days=4)).replace(day=1)
    days = (following - first_day(month)).days
    return max(5, -(-days // 7))


class MonthModel(QAbstractTableModel):
    """Days in rows of a week. A dropped card is a wish, told by `move_asked`; the store decides."""

    move_asked = Signal(object, object)  # tuple[int, ...] of item ids, date

    def __init__(self, month: date, today: date, parent: Any = None) -> None:
        super().__init__(parent)
        self.month = month.replace(day=1)
        self.today = today
        self._cards: dict[date, list[Card]] = {}
        self._marks: Mapping[date, Sequence[DayMark]] = {}

    # what is shown

    @property
    def first(self) -> date:
        """The first day of the page."""
        return first_day(self.month)

    @property
    def last(self) -> date:
        """The last day of the page."""
        return self.first + timedelta(days=7 * weeks(self.month) - 1)

    def show_month(self, month: date, cards: Sequence[Card]) -> None:
        """Turn to another month."""
        self.beginResetModel()
        self.month = month.replace(day=1)
        self._cards = _by_day(cards)
        self._marks = {}
        self.endResetModel()

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show these items; only days that differ are painted again."""
        before, self._cards = self._cards, _by_day(cards)
        for day in before.keys() | self._cards.keys():
            if before.get(day) != self._cards.get(day):
                self._changed(day)

    def set_scores(self, scores: Mapping[int, float]) -> None:
        """Fill the rings."""
        self.set_cards([replace(c, score=scores.get(c.id, c.score)) for cards in self._cards.values() for c in cards])

    def set_marks(self, marks: Mapping[date, Sequence[DayMark]]) -> None:
        """Show the commerce marks of this page."""
        self._marks = marks
        self._whole_page_changed()

    def set_today(self, today: date) -> None:
        """Midnight has passed."""
        self.today = today
        self._whole_page_changed()

    def _changed(self, day: date) -> None:
        index = self.index_of(day)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _whole_page_changed(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 6))

    # where things are

    def day_of(self, index: Index) -> date:
        """The day of a cell."""
        return self.first + timedelta(days=index.row() * 7 + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day; invalid outside the page."""
        row, column = divmod((day - self.first).days, 7)
        return self.index(row, column) if 0 <= row < self.rowCount() else QModelIndex()

    def cards(self, day: date) -> list[Card]:
        """The cards of a day in the order in which they are shown."""
        return self._cards.get(day, [])

    def find(self, item_id: int) -> Card | None:
        """The card of an item, if the page shows it."""
        return next((c for cards in self._cards.values() for c in cards if c.id == item_id), None)

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else weeks(self.month)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 7

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return words.locale().standaloneDayName(section + 1, QLocale.FormatType.ShortFormat)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        # A cell has no text of its own to edit: names are edited on the card.
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        day = self.day_of(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role == CARDS:
            return self.cards(day)
        if role == DAY:
            return day
        if role == MARKS:
            return self._marks.get(day, ())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(day)
        return None

    def spoken(self, day: date) -> str:
        """A day as a screen reader says it: its date, its marks, and each of its cards."""
        parts = [words.long_day(day)]
        if day == self.today:
            parts.append(self.tr("today"))
        parts += [mark.name for mark in self._marks.get(day, ())]
        cards = self.cards(day)
        parts.append(self.tr("%n item(s)", "", len(cards)) if cards else self.tr("no items"))
        return ", ".join(parts) + "".join(f". {spoken(card)}" for card in cards)

    # drag and drop

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return data.hasFormat(MIME) and parent.isValid()

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.move_asked.emit(carried(data), self.day_of(parent))
        return True


def carry(ids: Sequence[int]) -> QMimeData:
    """Items for a drag."""
    data = QMimeData()
    data.setData(MIME, ",".join(str(i) for i in ids).encode())
    return data


def carried(data: QMimeData) -> tuple[int, ...]:
    """The ids of the items that a drag carries."""
    text = bytes(data.data(MIME).data()).decode("ascii", "replace")
    return tuple(int(part) for part in text.split(",") if part.isdigit())


def _by_day(cards: Sequence[Card]) -> dict[date, list[Card]]:
    days: dict[date, list[Card]] = {}
    for card in cards:
        if card.day is not None:
            days.setdefault(card.day, []).append(card)
    for day in days.values():
        day.sort(key=lambda card: card.order)
    return days
