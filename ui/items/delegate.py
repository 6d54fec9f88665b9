"""Opens the editor that fits a cell of the list, and takes what was entered there."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.items.columns import COLUMNS, Ask
from ui.items.day_editor import DayEditor
from ui.items.editors import NameEditor, make_editor
from ui.items.model import ListModel
from ui.items.painting import INDENT

Index = QModelIndex | QPersistentModelIndex
ROW = 34


class CellDelegate(QStyledItemDelegate):
    """Knows which cell is being edited; the table paints the cells itself, a whole row at a time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor: QLineEdit | None = None
        self.editing: tuple[int, str] | None = None  # the id and the column of the cell that is open

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
        if isinstance(self.editor, (NameEditor, DayEditor)):
            self.editor.taken.connect(self._take)
        return self.editor

    def _take(self) -> None:
        if self.editor is not None:
            self.commitData.emit(self.editor)
            self.closeEditor.emit(self.editor, QStyledItemDelegate.EndEditHint.NoHint)

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

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Another program taking the focus is no decision: what is typed stays open.
        if event.type() == QEvent.Type.FocusOut and event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            return False
        return super().eventFilter(editor, event)
