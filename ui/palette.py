"""Ctrl+K: every command by a few letters of its name, and every item by its title."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from ui import fonts
from ui.command import Command
from ui.theme import color, tokens
from ui.widgets import label, line

_COMMAND = Qt.ItemDataRole.UserRole + 1
_ROW, _MOST = 34, 10


class _Commands(QAbstractListModel):
    def __init__(self, commands: Sequence[Command], parent: QObject) -> None:
        super().__init__(parent)
        self._all = list(commands)
        self._shown = self._all

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self._shown)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        command = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return command.text
        return command if role == _COMMAND else None

    def narrow(self, text: str) -> None:
        """Show the commands that hold all words of `text`, those that begin so first."""
        wanted = text.casefold().split()
        self.beginResetModel()
        fitting = [c for c in self._all if all(word in c.text.casefold() for word in wanted)]
        self._shown = sorted(fitting, key=lambda c: not c.text.casefold().startswith(text.casefold().strip()))
        self.endResetModel()


class _CommandDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        t = tokens()
        command = index.data(_COMMAND)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(t.accent_bg))
            painter.drawRoundedRect(box, 6, 6)
        painter.setFont(fonts.font(weight=fonts.MEDIUM))
        painter.setPen(color(t.accent if chosen else t.text))
        text = box.adjusted(12, 0, -110, 0)
        elided = fonts.metrics(weight=fonts.MEDIUM).elidedText(command.text, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, elided)
        if command.shortcuts:
            keys = QKeySequence(command.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
            painter.setFont(fonts.font(fonts.SMALL))
            painter.setPen(color(t.muted))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(box.adjusted(0, 0, -12, 0), right, keys)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(200, _ROW)


class Palette(QFrame):
    """A field and a list over the window."""

    def __init__(self, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("paletteBox")
        self.field = QLineEdit(placeholderText=self.tr("Type a command, or the title of an item"))
        self.field.setObjectName("paletteField")
        self.field.setAccessibleName(self.tr("Command"))
        self.list = QListView()
        self.list.setObjectName("palette")
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.model = _Commands(commands, self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_CommandDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._run)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(line())
        column.addWidget(self.list)
        self.nothing = label(self.tr("No command and no item is called that."), "muted")
        self.nothing.setContentsMargins(10, 4, 10, 8)
        column.addWidget(self.nothing)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(lambda: self._run(self.list.currentIndex()))
        self.field.installEventFilter(self)
        self._narrow("")

    def open_over(self, window: QWidget) -> None:
        """Show in the upper middle of the window."""
        self.setFixedWidth(min(560, window.width() - 80))
        self.adjustSize()
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + 84)
        self.show()
        self.field.setFocus()

    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        self.list.setCurrentIndex(self.model.index(0, 0))
        rows = min(_MOST, self.model.rowCount())
        self.nothing.setVisible(rows == 0)
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(_ROW * rows)
        self.layout().activate()
        self.resize(self.width(), self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = (self.list.currentIndex().row() + step) % max(1, self.model.rowCount())
            self.list.setCurrentIndex(self.model.index(row, 0))
            return True
        return False

    def _run(self, index: QModelIndex) -> None:
        command = index.data(_COMMAND)
        self.close()
        if command is not None:
            command.call()
