"""The month as a table of days, Monday first: what an item view, a screen reader and a test can ask."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from ui import words
from ui.calendar.bands import Band, bands
from ui.calendar.card import Card, DayMark, spoken
from ui.calendar.day_painting import Day

CARDS = Qt.ItemDataRole.UserRole + 1
DAY = Qt.ItemDataRole.UserRole + 2
MARKS = Qt.ItemDataRole.UserRole + 3
_KNOWN_DAYS = 800  # two years
MIME, DAYS_MIME = "application/x-siar-items", "application/x-siar-days"
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
    """Days in rows of a week, with their cards, marks and clashes."""

    def __init__(self, month: date, today: date, parent: Any = None) -> None:
        super().__init__(parent)
        self.today = today
        self._cards: dict[date, list[Card]] = {}
        self._days: dict[int, date] = {}
        self._known: dict[date, list[Card]] = {}
        self._marks: Mapping[date, Sequence[DayMark]] = {}
        self._bands: Mapping[date, tuple[Band | None, ...]] = {}
        self._clashes: Mapping[date, Sequence[str]] = {}
        self._take_month(month)

    def _take_month(self, month: date) -> None:
        self.month = month.replace(day=1)
        self._weeks = weeks(month)
        self.first = first_day(month)
        self.last = self.first + timedelta(days=7 * self._weeks - 1)

    # what is shown

    def show_month(self, month: date, cards: Sequence[Card]) -> None:
        """Turn to another month; its marks and clashes come later."""
        resets = weeks(month) != self._weeks
        if resets:
            self.beginResetModel()
        self._take_month(month)
        self._take(cards)
        self._marks, self._bands, self._clashes = {}, {}, {}
        if resets:
            self.endResetModel()
        else:
            # A reset would lay the whole table out anew, for a page of the same shape.
            self._whole_page_changed()

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show these items; only days that differ are painted again."""
        before = self._cards
        self._take(cards)
        self._changed([d for d in before.keys() | self._cards.keys() if before.get(d) != self._cards.get(d)])

    def _take(self, cards: Sequence[Card]) -> None:
        self._cards = self._remembered(_by_day(cards))
        self._days = {card.id: day for day, of_day in self._cards.items() for card in of_day}

    def _remembered(self, days: dict[date, list[Card]]) -> dict[date, list[Card]]:
        """The same days, each with the list it had before where that says the same: painted days are known by it."""
        if len(self._known) > _KNOWN_DAYS:
            self._known.clear()
        for day, cards in days.items():
            before = self._known.get(day)
            if before == cards:
                days[day] = before
            else:
                self._known[day] = cards
        return days

    def set_scores(self, scores: Mapping[int, float]) -> None:
        """Fill the rings of these items."""
        changed = set()
        for item_id, score in scores.items():
            day = self._days.get(item_id)
            for number, card in enumerate(self._cards[day] if day else ()):
                if card.id == item_id and card.score != score:
                    self._cards[day] = self._known[day] = [*self._cards[day]]
                    self._cards[day][number] = replace(card, score=score)
                    changed.add(day)
        self._changed(changed)

    def set_marks(self, marks: Mapping[date, Sequence[DayMark]]) -> None:
        """Show the commerce marks of this page."""
        if marks != self._marks:
            self._marks, self._bands = marks, bands(marks)
            self._whole_page_changed()

    def set_clashes(self, clashes: Mapping[date, Sequence[str]]) -> None:
        """Show on which days something cannot take place as planned; a sentence for each clash."""
        before, self._clashes = self._clashes, clashes
        self._changed([day for day in before.keys() | clashes.keys() if before.get(day) != clashes.get(day)])

    def set_today(self, today: date) -> None:
        """Midnight has passed."""
        before, self.today = self.today, today
        self._changed([before, today])

    def _changed(self, days: Collection[date]) -> None:
        if len(days) > 7:
            self._whole_page_changed()
            return
        for day in days:
            index = self.index_of(day)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def _whole_page_changed(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self._weeks - 1, 6))

    # where things are

    def day_of(self, index: Index) -> date:
        """The day of a cell."""
        return self.first + timedelta(days=index.row() * 7 + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day; invalid outside the page."""
        row, column = divmod((day - self.first).days, 7)
        return self.index(row, column) if 0 <= row < self._weeks else QModelIndex()

    def cards(self, day: date) -> list[Card]:
        """The cards of a day in the order in which they are shown."""
        return self._cards.get(day, [])

    def all_cards(self) -> list[Card]:
        """Every card of the page, in the order in which they are read."""
        return [card for day in sorted(self._cards) if self.first <= day <= self.last for card in self._cards[day]]

    def find(self, item_id: int | None) -> Card | None:
        """The card of an item, if the page shows it."""
        day = self._days.get(item_id) if item_id is not None else None
        if day is None or not self.first <= day <= self.last:
            return None
        return next(card for card in self._cards[day] if card.id == item_id)

    def marks(self, day: date) -> Sequence[DayMark]:
        """The words of a day's corner."""
        return self._marks.get(day, ())

    def bands(self, day: date) -> tuple[Band | None, ...]:
        """The campaigns of a day, by lane."""
        return self._bands.get(day, ())

    def content(self, day: date) -> Day:
        """All that a day shows."""
        return Day(
            day, self._cards.get(day, ()), self._marks.get(day, ()), self._bands.get(day, ()),
            self._clashes.get(day, ()), (day.year, day.month) != (self.month.year, self.month.month),
            day == self.today,
        )  # fmt: skip

    def ahead(self, month: date, cards: Sequence[Card]) -> list[Day]:
        """The days of another month's page as they will be shown at first: marks and clashes come later."""
        known = self._remembered(_by_day(cards))
        first = first_day(month)
        days = (first + timedelta(days=number) for number in range(7 * weeks(month)))
        return [Day(day, known.get(day, ()), outside=day.month != month.month, today=day == self.today) for day in days]

    def clashes(self, day: date) -> Sequence[str]:
        """A sentence for each clash of a day."""
        return self._clashes.get(day, ())

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._weeks

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
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

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
            return self.marks(day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(day)
        return None

    def spoken(self, day: date) -> str:
        """A day as a screen reader says it: its date, its marks, and each of its cards."""
        parts = [words.long_day(day)]
        if day == self.today:
            parts.append(self.tr("today"))
        parts += [mark.name for mark in self.marks(day)]
        cards = self.cards(day)
        parts.append(self.tr("%n item(s)", "", len(cards)) if cards else self.tr("no items"))
        return ", ".join(parts) + "".join(f". {text}" for text in (*self.clashes(day), *map(spoken, cards)))


def carry(ids: Sequence[int], days: Mapping[int, date] | None = None) -> QMimeData:
    """Items for a drag; with the days on which they stand several keep their distance from each other."""
    data = QMimeData()
    data.setData(MIME, ",".join(str(i) for i in ids).encode())
    if days:
        data.setData(DAYS_MIME, ",".join(f"{i}={day.isoformat()}" for i, day in days.items()).encode())
    return data


def carried(data: QMimeData) -> tuple[int, ...]:
    """The ids of the items that a drag carries, first the one that the hand took."""
    text = bytes(data.data(MIME).data()).decode("ascii", "replace")
    return tuple(int(part) for part in text.split(",") if part.isdigit())


def carried_days(data: QMimeData) -> dict[int, date]:
    """The days on which the items of a drag stand, as far as they have one."""
    text = bytes(data.data(DAYS_MIME).data()).decode("ascii", "replace")
    return {int(i): date.fromisoformat(day) for i, _, day in (part.partition("=") for part in text.split(",") if part)}


def moved_together(ids: Sequence[int], days: Mapping[int, date], to: date) -> tuple[tuple[int, date], ...]:
    """Where items go when the first of them goes to the day `to`: the others keep their distance from it.

    An item without a day goes to `to` as well.
    """
    by = to - days[ids[0]] if ids[0] in days else timedelta()
    return tuple((i, days[i] + by if i in days and ids[0] in days else to) for i in ids)


def _by_day(cards: Sequence[Card]) -> dict[date, list[Card]]:
    days: dict[date, list[Card]] = {}
    for card in cards:
        if card.day is not None:
            days.setdefault(card.day, []).append(card)
    for day in days.values():
        day.sort(key=lambda card: card.order)
    return days
