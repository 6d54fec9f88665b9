"""The week as a list of cards in the order of their days: what an item view, a screen reader and a test can ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui import words
from ui.calendar.card import Card, spoken
from ui.calendar.model import CARDS, MIME
from ui.calendar.week.layout import covers

Index = QModelIndex | QPersistentModelIndex


class WeekModel(QAbstractListModel):
    """A row for each card that some day of the period shows."""

    def __init__(self, first: date, days: int, parent: Any = None) -> None:
        super().__init__(parent)
        self.first, self.days = first, days
        self._cards: list[Card] = []
        self._row: dict[int, int] = {}

    @property
    def cards(self) -> Sequence[Card]:
        """All cards that are shown."""
        return self._cards

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return self.first + timedelta(days=self.days - 1)

    def show_cards(self, first: date, cards: Sequence[Card]) -> tuple[int, ...] | None:
        """Show these items from this day on; those that no shown day has are left out.

        Returns the ids of those that only look different now; None where anything stands elsewhere.
        """
        shown = [card for card in cards if covers(card, first, self.days)]
        shown.sort(key=lambda card: (card.day or first, card.order))
        # A card that says the same stays the same value, so that what was painted of it is known by identity.
        before = {card.id: card for card in self._cards}
        shown = [before[card.id] if before.get(card.id) == card else card for card in shown]
        if first == self.first and [card.id for card in shown] == [card.id for card in self._cards]:
            pairs = [(row, card, self._cards[row]) for row, card in enumerate(shown) if card is not self._cards[row]]
            self._cards = shown
            for row, _new, _old in pairs:
                self.dataChanged.emit(self.index(row), self.index(row))
            stay = all(_place(new) == _place(old) for _row, new, old in pairs)
            return tuple(new.id for _row, new, _old in pairs) if stay else None
        self.beginResetModel()
        self.first, self._cards = first, shown
        self._row = {card.id: row for row, card in enumerate(shown)}
        self.endResetModel()
        return None

    def set_scores(self, scores: Mapping[int, float]) -> tuple[int, ...]:
        """Fill the rings; the ids of the cards that look different now."""
        changed = []
        for number, score in scores.items():
            row = self._row.get(number)
            if row is not None and self._cards[row].score != score:
                self._cards[row] = replace(self._cards[row], score=score)
                self.dataChanged.emit(self.index(row), self.index(row))
                changed.append(number)
        return tuple(changed)

    def find(self, item_id: int | None) -> Card | None:
        """The card of an item, if it is shown."""
        row = self._row.get(item_id) if item_id is not None else None
        return self._cards[row] if row is not None else None

    def index_of(self, item_id: int | None) -> QModelIndex:
        """The row of an item; invalid where it is not shown."""
        row = self._row.get(item_id) if item_id is not None else None
        return self.index(row) if row is not None else QModelIndex()

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words.short_day(card.day)}, {spoken(card)}" if card.day else spoken(card)
        return card if role == CARDS else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]


def _place(card: Card) -> tuple[object, ...]:
    return card.day, card.at, card.minutes, card.kind
