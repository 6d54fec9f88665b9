"""Paints the cells of the list, and opens the editor that fits a cell."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.calendar.card import Card
from ui.items.columns import COLUMNS, Ask
from ui.items.editors import make_editor
from ui.items.model import MARKS, ListModel
from ui.items.painting import INDENT, paint_cell, paint_focus, paint_ground, paint_head
from ui.theme import tokens

Index = QModelIndex | QPersistentModelIndex
ROW = 34


class CellDelegate(QStyledItemDelegate):
    """Paints one cell; the table tells it which head has the focus, and which one the mouse is over."""

    focused_row = -1
    hovered_row = -1

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor: QLineEdit | None = None
        self.editing: tuple[int, str] | None = None  # the id and the column of the cell that is open

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, ListModel)
        t, row, box = tokens(), index.row(), QRectF(option.rect)
        line = model.lines[row]
        if not isinstance(line, Card):
            # Every cell paints its part of the whole row: so a head needs no span, whatever columns are shown.
            width = self.parent().viewport().width()  # type: ignore[attr-defined]
            painter.save()
            painter.setClipRect(box)
            whole = QRectF(0, box.top(), width, box.height())
            paint_head(
                painter, whole, line, model.data(index, MARKS), t,
                today=line.name == "day" and line.key == model.today,
                focused=row == self.focused_row, hovered=row == self.hovered_row,
            )  # fmt: skip
            painter.restore()
            return
        column = COLUMNS[index.column()]
        paint_ground(painter, box, t, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        paint_cell(painter, box, column.name, model.data(index), line, model.score(line), t)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            paint_focus(painter, box, t)
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, ROW)

    # editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget | None:
        model, column = index.model(), COLUMNS[index.column()]
        assert isinstance(model, ListModel)
        card = model.card(index.row())
        if card is None or column.ask in (Ask.NOT, Ask.CHOICE):
            return None
        self.editing = (card.id, column.name)
        self.editor = make_editor(parent, column, card, model)
        self.editor.destroyed.connect(self._gone)
        return self.editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Whatever changes in the plan meanwhile, what is being typed stays.
        if isinstance(editor, QLineEdit) and not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(option.rect)
        if COLUMNS[index.column()].name == "title":
            box.setLeft(box.left() + int(INDENT) - 11)
        area = self.parent().viewport().rect()  # type: ignore[attr-defined]
        box.setWidth(min(max(box.width(), editor.minimumWidth()), area.width()))
        box.moveLeft(max(0, min(box.left(), area.right() - box.width() + 1)))
        editor.setGeometry(box.adjusted(0, 0, 0, -1))

    def _gone(self, gone: QObject) -> None:
        if self.editor is None or self.editor is gone:
            self.editor = None

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Another program taking the focus is no decision: what is typed stays open.
        if event.type() == QEvent.Type.FocusOut and event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            return False
        return super().eventFilter(editor, event)
