"""The queue as rows of a table; a row is dragged by its id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, Qt, Signal

from ui.subtitles import queue_words

if TYPE_CHECKING:
    from studio.actions.queue_view import Line, QueueView

LINE = Qt.ItemDataRole.UserRole + 1
COLUMNS = ("file", "length", "language", "state", "left", "look")
MIME = "application/x-siar-queue"

Index = QModelIndex


class QueueModel(QAbstractTableModel):
    """Shows the lines of a QueueView. `order_asked` carries ids, and the place (1 is the first) where they go."""

    order_asked = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show_view(self, view: QueueView) -> None:
        """Show this; while the same recordings stand there in the same order, nothing of the view moves."""
        before = [line.entry.id for line in self.lines]
        now = [line.entry.id for line in view.lines]
        if before != now:
            self.beginResetModel()
            self.lines = list(view.lines)
            self.endResetModel()
            return
        for row, (one, other) in enumerate(zip(self.lines, view.lines, strict=True)):
            if one != other:
                self.lines[row] = other
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def row_of(self, entry_id: int) -> int | None:
        """In which row an entry stands."""
        return next((row for row, line in enumerate(self.lines) if line.entry.id == entry_id), None)

    def ids(self, rows: Iterable[int]) -> list[int]:
        """The ids of the entries in these rows."""
        return [self.lines[row].entry.id for row in rows]

    # what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("Recording"),
                self.tr("Length"),
                self.tr("Language"),
                self.tr("State"),
                self.tr("Time left"),
                self.tr("To look at"),
            )[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == "file":
            return ", ".join(filter(None, (self.text(line, name) for name in COLUMNS)))
        return line if role == LINE else None

    def text(self, line: Line, column: str) -> str:
        """What a cell says."""
        entry = line.entry
        if column == "file":
            return Path(entry.path).name
        if column == "length":
            return queue_words.clock(entry.length_s)
        if column == "language":
            return queue_words.language(entry)
        if column == "state":
            return queue_words.state_text(line)
        return queue_words.left(line) if column == "left" else queue_words.look(entry)

    def _tip(self, line: Line, column: str) -> str | None:
        entry = line.entry
        if column == "file":
            return entry.path
        if column in ("look", "state"):
            return "\n".join(filter(None, (entry.reason, *entry.notes))) or None
        return None

    # dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        data = QMimeData()
        ids = self.ids(sorted({index.row() for index in indexes}))
        data.setData(MIME, ",".join(map(str, ids)).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        ids = [int(part) for part in bytes(data.data(MIME).data()).decode().split(",") if part]
        if ids:
            at = row if row >= 0 else parent.row() if parent.isValid() else len(self.lines)
            moved = sum(1 for line in self.lines[:at] if line.entry.id in ids)
            self.order_asked.emit(ids, at - moved + 1)
        return False  # the rows move when the queue says so
