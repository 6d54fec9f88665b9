"""The backups as rows of a table: when, how many items, how large, whole or damaged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import states, words
from ui.glyphs import paint_state
from ui.theme import color, tokens

if TYPE_CHECKING:
    from studio.actions.backups import Backup

BACKUP = Qt.ItemDataRole.UserRole + 1
COLUMNS = ("made", "items", "size", "state")


def state_text(backup: Backup) -> str:
    """ "Whole", "Damaged", or that it is being looked at."""
    if backup.whole is None:
        return words.translate("Backups", "Checking…")
    return words.translate("Backups", "Whole") if backup.whole else words.translate("Backups", "Damaged")


class BackupsModel(QAbstractTableModel):
    """The backups of a workspace, the newest first."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.backups: list[Backup] = []

    def show_backups(self, found: Sequence[Backup]) -> None:
        """Show these; what is known of a file that is still the same stays known."""
        known = {(one.path, one.size): one for one in self.backups if one.whole is not None}
        self.beginResetModel()
        self.backups = [known.get((one.path, one.size), one) for one in found]
        self.endResetModel()

    def set_backup(self, seen: Backup) -> None:
        """Show what a look into a backup gave."""
        for row, one in enumerate(self.backups):
            if one.path == seen.path:
                self.backups[row] = seen
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def row_of(self, path: Path) -> int:
        """The row of a backup, -1 where it is not there."""
        return next((row for row, one in enumerate(self.backups) if one.path == path), -1)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.backups)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Made"), self.tr("Holds"), self.tr("Size"), self.tr("State"))[section]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        backup, column = self.backups[index.row()], COLUMNS[index.column()]
        if role == BACKUP:
            return backup
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(backup, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return backup.reason or str(backup.path)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == "made":
            return ", ".join(text for name in COLUMNS if (text := self._text(backup, name)))
        return None

    def _text(self, backup: Backup, column: str) -> str:
        if column == "made":
            return words.moment(backup.made_at, self.today)
        if column == "items":
            return "" if backup.items is None else words.items_counted(backup.items)
        return words.file_size(backup.size) if column == "size" else state_text(backup)


class StateDelegate(QStyledItemDelegate):
    """Draws the state's sign beside its word."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        shifted = QStyleOptionViewItem(option)
        if COLUMNS[index.column()] != "state":
            super().paint(painter, shifted, index)
            return
        t, chosen = tokens(), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, color(t.accent_bg if chosen else t.surface))
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color(t.line))
        shifted.rect = option.rect.adjusted(20, 0, 0, 0)
        super().paint(painter, shifted, index)
        whole = index.data(BACKUP).whole
        state = states.MISSING if whole is None else states.READY if whole else states.FAILING
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect.left() + 8, option.rect.center().y() - 6.5, 13, 13)
        paint_state(painter, box, state, t)
        painter.restore()
