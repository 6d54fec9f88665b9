"""Every item as a row: what the table shows, sorts by and tells a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QSortFilterProxyModel, Qt

from studio.plan.item import Item, Stage
from ui import words
from ui.calendar.card import card_of, spoken

translate = QCoreApplication.translate
ITEM = Qt.ItemDataRole.UserRole + 1
SORT = Qt.ItemDataRole.UserRole + 2
SCORE = Qt.ItemDataRole.UserRole + 3
COLUMNS = ("title", "start", "stage", "owner", "series", "platforms", "readiness")
_STAGES = list(Stage)


def column_title(name: str) -> str:
    """The heading of a column."""
    return {
        "title": translate("Items", "Title"),
        "start": translate("Items", "Date"),
        "stage": translate("Items", "Stage"),
        "owner": translate("Items", "Owner"),
        "series": translate("Items", "Series"),
        "platforms": translate("Items", "Platforms"),
        "readiness": translate("Items", "Ready"),
    }[name]


class ItemsModel(QAbstractTableModel):
    """The plan as a table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: list[Item] = []
        self.scores: dict[int, float] = {}

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these items. The same ones in another state keep their rows, so that a selection stays."""
        if [item.id for item in items] == [item.id for item in self.items]:
            self.items = list(items)
            self._emit_all()
            return
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def set_score(self, item_id: int, score: float) -> None:
        """Fill in how ready an item is."""
        self.scores[item_id] = score
        for row, item in enumerate(self.items):
            if item.id == item_id:
                index = self.index(row, COLUMNS.index("readiness"))
                self.dataChanged.emit(index, index)

    def _emit_all(self) -> None:
        if self.items:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.items) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_title(COLUMNS[section])
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item, column = self.items[index.row()], COLUMNS[index.column()]
        if role == ITEM:
            return item
        if role == SCORE:
            return self.scores.get(item.id)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(item, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in ("title", "series", "platforms"):
            return self._text(item, column)
        if role == SORT:
            return self._sort_key(item, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == "title":
            return spoken(card_of(item, self.scores.get(item.id)))
        return None

    def _text(self, item: Item, column: str) -> str:
        if column == "start":
            return words.when(item)
        if column == "stage":
            return words.stage_name(item.stage)
        if column == "series":
            return f"{item.series} #{item.episode}" if item.series and item.episode is not None else item.series
        if column == "platforms":
            return ", ".join(item.platforms)
        if column == "readiness":
            score = self.scores.get(item.id)
            return "" if score is None else f"{round(score * 100)} %"
        return str(getattr(item, column))

    def _sort_key(self, item: Item, column: str) -> Any:
        if column == "start":
            # Undated ideas come last, as in the calendar's tray.
            start = item.start or date.max
            return (start if isinstance(start, datetime) else datetime.combine(start, time())).isoformat()
        if column == "stage":
            return _STAGES.index(item.stage)
        if column == "readiness":
            return self.scores.get(item.id, -1.0)
        return self._text(item, column).casefold()


class ItemsProxy(QSortFilterProxyModel):
    """The rows that hold all words of a search, in the order of the chosen column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT)
        self._words: list[str] = []

    def search(self, text: str) -> None:
        """Show only the items that hold these words anywhere in their fields."""
        self._words = text.casefold().split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        item = self.sourceModel().index(row, 0, parent).data(ITEM)
        held = " ".join(
            (
                item.title,
                item.owner,
                item.host,
                item.campaign,
                item.series,
                item.audience,
                item.notes,
                *item.platforms,
                *item.tags,
            )
        ).casefold()
        return all(word in held for word in self._words)
