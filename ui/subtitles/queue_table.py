"""The table of the queue: order by drag and Alt+arrows, Delete, Enter, and a menu; it changes nothing by itself."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from studio.actions.queue_view import QueueView
from ui.subtitles.queue_delegate import ROW, QueueDelegate
from ui.subtitles.queue_model import COLUMNS, MIME, QueueModel

_WIDTHS = {"length": 76, "language": 128, "state": 150, "left": 108, "look": 190}
_NARROW = 760
"""Pixels below which the length has to go."""


class QueueTable(QTableView):
    """Shows a QueueModel."""

    chosen_changed = Signal()
    order_asked = Signal(object, int)  # ids, the place of the first of them
    remove_asked = Signal(object)  # ids
    opened = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue = QueueModel(self)
        self.setModel(self.queue)
        self.setItemDelegate(QueueDelegate(self))
        self.setAccessibleName(self.tr("Recordings in the queue"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setFixedHeight(28)
        for name, width in _WIDTHS.items():
            self.setColumnWidth(COLUMNS.index(name), width)
        heads.setSectionResizeMode(COLUMNS.index("file"), QHeaderView.ResizeMode.Stretch)
        self.queue.order_asked.connect(self.order_asked)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.queue.ids([index.row()])[0]))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())

    @property
    def chosen(self) -> list[int]:
        """The ids of the chosen entries, from top to bottom."""
        return self.queue.ids(sorted(index.row() for index in self.selectionModel().selectedRows()))

    def show_view(self, view: QueueView) -> None:
        """Show this view of the queue; what is chosen stays chosen, and the scroll bar where it is."""
        chosen, place = self.chosen, self.verticalScrollBar().value()
        current = self.queue.ids([self.currentIndex().row()])[0] if self.currentIndex().isValid() else None
        before = [line.entry.id for line in self.queue.lines]
        self.queue.show_view(view)
        if before == [line.entry.id for line in self.queue.lines]:
            return
        self.choose(chosen, current)
        self.verticalScrollBar().setValue(place)

    def choose(self, ids: list[int], current: int | None = None) -> None:
        """Choose these entries."""
        wanted = QItemSelection()
        for number in ids:
            row = self.queue.row_of(number)
            if row is not None:
                wanted.select(self.queue.index(row, 0), self.queue.index(row, len(COLUMNS) - 1))
        at = self.queue.row_of(current) if current is not None else None
        if at is not None:
            self.selectionModel().setCurrentIndex(self.queue.index(at, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.chosen:
            self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.chosen:
            self.remove_asked.emit(self.chosen)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.chosen:
            self.opened.emit(self.chosen[0])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Move what is chosen one row up or down."""
        rows = [row for number in self.chosen if (row := self.queue.row_of(number)) is not None]
        place = rows[0] + 1 + by
        if 1 <= place <= len(self.queue.lines) - len(rows) + 1:
            self.order_asked.emit(self.chosen, place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.chosen:
            self.menu_asked.emit(event.globalPos())

    def dragEnterEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self._ours(event, super().dragEnterEvent)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._ours(event, super().dragMoveEvent)

    def dropEvent(self, event: QDropEvent) -> None:
        self._ours(event, super().dropEvent)

    def _ours(self, event, take) -> None:  # type: ignore[no-untyped-def]
        # Files from elsewhere are the page's, wherever over it they are dropped.
        if event.mimeData().hasFormat(MIME):
            take(event)
        else:
            event.ignore()

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self.setColumnHidden(COLUMNS.index("length"), self.viewport().width() < _NARROW)
        self.setColumnWidth(COLUMNS.index("look"), 130 if self.viewport().width() < 860 else 190)
