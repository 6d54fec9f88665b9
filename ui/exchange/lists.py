"""The lists of a difference: ticks by mouse and keyboard, and nothing is edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.exchange.models import KEYS, NEW_COLUMNS, ChangesModel, NewModel, UnreadModel
from ui.exchange.painting import ROW_HEIGHT, ChangesDelegate, NewDelegate, ticks
from ui.exchange.selection import Key, Selection

_WIDTHS = {"date": 190, "stage": 110, "owner": 100, "platforms": 130, "row": 56}


class _Ticking:
    """Mixed into an item view: a click on a tick, or Space, takes rows out and in again."""

    selection: Selection

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            first = index.siblingAtColumn(0)
            if ticks(first, self.visualRect(first), event.position()):
                self._toggle_with(first)
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # two quick clicks on a tick are two clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.toggle_chosen()
        else:
            super().keyPressEvent(event)

    def toggle_chosen(self) -> None:
        """Take the chosen rows out, or in again."""
        rows = self.selectionModel().selectedRows() or [self.currentIndex()]
        keys: dict[Key, None] = {}
        for index in rows:
            if index.isValid():
                keys.update(dict.fromkeys(index.data(KEYS)))
        if keys:
            self.selection.toggle(keys)

    def _toggle_with(self, index) -> None:  # type: ignore[no-untyped-def]
        if self.selectionModel().isRowSelected(index.row()) and len(self.selectionModel().selectedRows()) > 1:
            self.toggle_chosen()
            return
        self.setCurrentIndex(index)
        self.selection.toggle(index.data(KEYS))


class NewTable(_Ticking, QTableView):
    """What would be added."""

    def __init__(self, model: NewModel) -> None:
        super().__init__()
        self.selection = model.selection
        self.setModel(model)
        self.setItemDelegate(NewDelegate(self))
        self.setAccessibleName(self.tr("New items"))
        _plain_table(self)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        for name, width in _WIDTHS.items():
            self.setColumnWidth(NEW_COLUMNS.index(name), width)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.selectRow(0)

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        # The title and its date are what one knows an item by: the others give way.
        room = self.viewport().width() - 240 - _WIDTHS["date"]
        for name in ("row", "stage", "owner", "platforms"):
            if name == "row" and not self.model().numbered:
                self.setColumnHidden(NEW_COLUMNS.index(name), True)
                continue
            room -= _WIDTHS[name]
            self.setColumnHidden(NEW_COLUMNS.index(name), room < 0)


class ChangesList(_Ticking, QTableView):
    """What would be changed, field by field: a table of one column, since a list lays out every row that it has."""

    def __init__(self, model: ChangesModel) -> None:
        super().__init__()
        self.selection = model.selection
        self.setModel(model)
        self.setItemDelegate(ChangesDelegate(self))
        self.setAccessibleName(self.tr("Changes"))
        _plain_table(self)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setCurrentIndex(model.index(0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()


class UnreadTable(QTableView):
    """What could not be read, with the reason."""

    def __init__(self, model: UnreadModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(self.tr("Not read"))
        _plain_table(self)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setColumnWidth(0, 72)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)


def _plain_table(table: QTableView) -> None:
    table.setShowGrid(False)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    heads = table.horizontalHeader()
    heads.setHighlightSections(False)
    heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    heads.setFixedHeight(30)
