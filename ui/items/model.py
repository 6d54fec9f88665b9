"""The list as a table: rows of items under heads of groups, for an item view, a screen reader and a test."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from studio.plan.filters import Filter
from studio.plan.item import Item
from studio.plan.texts import plain, search_words
from ui import words
from ui.calendar.card import Card, DayMark, spoken
from ui.items.arranging import Arrangement, Line
from ui.items.columns import COLUMNS, NUMBER, Ask, Column
from ui.items.groups import Head

Index = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractTableModel):
    """Shows an Arrangement. What is entered in a cell is a wish, told by `entered`; the store decides."""

    entered = Signal(int, str, str)  # item id, name of the column, what was typed
    arranged = Signal()  # other rows, or the same in another order

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.arrangement = Arrangement()
        self.today = today
        self.tip: Callable[[int], str] | None = None
        self.scores: dict[int, float] = {}
        self.lines: list[Line] = []
        self._marks: Mapping[date, Sequence[DayMark]] = {}
        self._rows: dict[int, int] | None = None

    # what is shown

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these. Where the rows stay as they are, so does everything that is open or chosen in them."""
        self.arrangement.show_cards(cards)
        self._arrange(keep=True)

    def set_scores(self, scores: Mapping[int, float]) -> None:
        """Fill the rings."""
        self.scores.update(scores)
        self.arrangement.forget_order("ready")
        for item_id in scores if len(scores) < 100 else ():
            row = self.row_of(item_id)
            if row is not None:
                index = self.index(row, NUMBER["ready"])
                self.dataChanged.emit(index, index)
        if len(scores) >= 100:
            self._all_changed()

    def set_marks(self, marks: Mapping[date, Sequence[DayMark]]) -> None:
        """What the heads of days say beside their date."""
        self._marks = marks
        self._all_changed()

    def set_today(self, today: date) -> None:
        """Midnight has passed."""
        self.today = today
        self._all_changed()

    def search(self, text: str) -> None:
        """Show only the items that hold all these words somewhere."""
        wanted = search_words(plain(text)) or tuple(text.split())
        if wanted != self.arrangement.words:
            self.arrangement.words = wanted
            self._arrange()

    def filter(self, wanted: Filter) -> None:
        """Show only the items that this wants; readiness is not judged."""
        if wanted != self.arrangement.filter:
            self.arrangement.filter = wanted
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self.arrangement.sorted_by = COLUMNS[column].name
        self.arrangement.descending = order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def group(self, name: str) -> None:
        """Put the rows into these groups, or into none."""
        self.arrangement.grouping = name
        self._arrange()

    def fold(self, row: int, folded: bool) -> None:
        """Hide the rows of the group whose head is in `row`, or show them again."""
        head = self.head(row)
        if head is not None and head.folded != folded:
            key = (head.name, head.key)
            (self.arrangement.folded.add if folded else self.arrangement.folded.discard)(key)
            self._arrange()

    def arrange_again(self) -> None:
        """Sort anew by what became known since, such as readiness."""
        self._arrange(keep=True)

    def _arrange(self, *, keep: bool = False) -> None:
        lines = self.arrangement.lines(self.scores)
        if keep and _same_rows(lines, self.lines):
            self.lines = lines
            self._all_changed()
            return
        self.beginResetModel()
        self.lines, self._rows = lines, None
        self.endResetModel()
        self.arranged.emit()

    def _all_changed(self) -> None:
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(COLUMNS) - 1))

    # where things are

    def card(self, row: int) -> Card | None:
        """The card in a row; None where the head of a group stands, or nothing."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, Card) else None

    def item(self, row: int) -> Item | None:
        """The item in a row."""
        card = self.card(row)
        return card.item if card is not None else None

    def head(self, row: int) -> Head | None:
        """The head of a group in a row."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, Head) else None

    def row_of(self, item_id: int | None) -> int | None:
        """The first row of an item, None if it is not shown."""
        if self._rows is None:
            # From the end, so that of several rows the first is the one that stays.
            numbered = zip(reversed(self.lines), range(len(self.lines) - 1, -1, -1), strict=True)
            self._rows = {line.id: row for line, row in numbered if isinstance(line, Card)}
        return self._rows.get(item_id) if item_id is not None else None

    def row_from(self, day: date) -> int | None:
        """The row of the first item, or of the head of a group, that stands on `day` or next after it."""
        days = ((line.day, row) for row, line in enumerate(self.lines) if line.day is not None and line.day >= day)
        return min(days, default=(None, None))[1]

    def item_of(self, item_id: int) -> Item | None:
        """The item with this id, None if it is not shown."""
        row = self.row_of(item_id)
        return self.item(row) if row is not None else None

    def score(self, card: Card) -> float | None:
        """How ready an item is, None while that is not known."""
        return self.scores.get(card.id, card.score)

    def text(self, card: Card, column: Column) -> str:
        """What a cell says."""
        assert card.item is not None
        if column.name != "ready":
            return column.text(card.item, self.today)
        score = self.score(card)
        return "" if score is None else f"{round(score * 100)} %"

    def marks(self, head: Head) -> Sequence[DayMark]:
        """The holidays and campaigns of the day of a group."""
        return self._marks.get(head.day, ()) if head.day is not None else ()

    # what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.head(index.row()) is not None:
            return usual
        return usual if COLUMNS[index.column()].ask is Ask.NOT else usual | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if isinstance(line, Head):
            return self._head_data(line, index.column(), role)
        return self._card_data(line, index.column(), role)

    def _head_data(self, head: Head, column: int, role: int) -> Any:
        if column == 0 and role == Qt.ItemDataRole.DisplayRole:
            return head.title
        if column == 0 and role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [head.title, words.items_counted(head.count)]
            return ", ".join([*parts, self.tr("folded")] if head.folded else parts)
        return None

    def _card_data(self, card: Card, number: int, role: int) -> Any:
        column = COLUMNS[number]
        assert card.item is not None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(card, column)
        if role == Qt.ItemDataRole.EditRole and column.ask is not Ask.NOT:
            return column.edit_text(card.item, self.today)
        if role == Qt.ItemDataRole.AccessibleTextRole and column.name == "title":
            return spoken(card)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(card.id) if self.tip is not None and column.name == "title" else None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        card = self.card(index.row())
        if card is not None and role == Qt.ItemDataRole.EditRole:
            self.entered.emit(card.id, COLUMNS[index.column()].name, str(value))
        return False


def _same_rows(now: Sequence[Line], before: Sequence[Line]) -> bool:
    return len(now) == len(before) and all(
        (one.id == other.id) if isinstance(one, Card) and isinstance(other, Card) else _same_head(one, other)
        for one, other in zip(now, before, strict=True)
    )


def _same_head(one: Line, other: Line) -> bool:
    return isinstance(one, Head) and isinstance(other, Head) and (one.key, one.folded) == (other.key, other.folded)
