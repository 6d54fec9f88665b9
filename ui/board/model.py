"""One column of the board as a list of cards, for an item view, a screen reader and a test."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studio.plan.item import Stage
from ui import words
from ui.calendar.card import Card, spoken

CARD = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class ColumnModel(QAbstractListModel):
    """The cards of one stage, by their start; those with no date come last."""

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self.cards: list[Card] = []
        self.tip: Callable[[int], str] | None = None
        self._proposed: dict[int, Stage] = {}

    def show_cards(self, cards: Sequence[Card], proposed: Mapping[int, Stage]) -> None:
        """Show these, each with the stage that is proposed for it, if any. Equal cards stay as they are."""
        before, proposals = self.cards, self._proposed
        self.cards = sorted(cards, key=_order)
        self._proposed = {card.id: proposed[card.id] for card in cards if card.id in proposed}
        if [card.id for card in before] != [card.id for card in self.cards]:
            self.beginResetModel()
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(before, self.cards, strict=True)):
            if old != new or proposals.get(new.id) != self._proposed.get(new.id):
                self.dataChanged.emit(self.index(row), self.index(row))

    def set_scores(self, scores: Mapping[int, float]) -> None:
        """Fill the rings."""
        for row, card in enumerate(self.cards):
            score = scores.get(card.id, card.score)
            if score != card.score:
                self.cards[row] = replace(card, score=score)
                self.dataChanged.emit(self.index(row), self.index(row))

    def propose(self, item_id: int, stage: Stage | None) -> None:
        """Propose another stage for an item, or none."""
        row = self.row_of(item_id)
        if row is None or self._proposed.get(item_id) is stage:
            return
        if stage is None:
            del self._proposed[item_id]
        else:
            self._proposed[item_id] = stage
        self.dataChanged.emit(self.index(row), self.index(row))

    def proposed(self, card: Card) -> Stage | None:
        """The stage that is proposed for a card."""
        return self._proposed.get(card.id)

    def row_of(self, item_id: int | None) -> int | None:
        """Where an item stands, None if it is not in this column."""
        return next((row for row, card in enumerate(self.cards) if card.id == item_id), None)

    # what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cards)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return usual if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(card)
        if role == Qt.ItemDataRole.ToolTipRole and self.tip is not None:
            return self.tip(card.id)
        return None

    def _spoken(self, card: Card) -> str:
        parts = [words.short_day(card.day)] if card.day is not None else [self.tr("No date yet")]
        parts.append(spoken(card))
        proposed = self.proposed(card)
        if proposed is not None:
            parts.append(self.tr("ready for %1").replace("%1", words.stage_name(proposed)))
        return ", ".join(parts)


def _order(card: Card) -> tuple[date, bool, time, int]:
    return (card.day or date.max, *card.order)
