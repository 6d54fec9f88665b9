"""The bar over the list: how it is grouped, what can be done with several chosen rows, and which columns are shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ui.items.columns import COLUMNS, NUMBER
from ui.items.groups import GROUPINGS, NONE, grouping_title
from ui.widgets import label, restyle

_TOGETHER = ("stage", "date", "owner", "platforms", "campaign")


class ListBar(QWidget):
    """Chips over the table. The bar keeps its height, whatever is chosen: nothing jumps."""

    grouped = Signal(str)
    columns_asked = Signal()
    together_asked = Signal(str)  # a column to change in all chosen rows

    def __init__(self) -> None:
        super().__init__()
        self.grouping = NONE
        self.group_chip = _chip()
        self.group_chip.setMenu(self._group_menu())
        self.chosen = label("", "small")
        self.together = {name: _chip(COLUMNS[NUMBER[name]].title) for name in _TOGETHER}
        self.columns_chip = _chip(self.tr("Columns"))
        self.columns_chip.clicked.connect(self.columns_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 8)
        row.setSpacing(8)
        row.addWidget(self.group_chip)
        row.addSpacing(8)
        row.addWidget(self.chosen)
        for name, chip in self.together.items():
            chip.clicked.connect(lambda _checked=False, name=name: self.together_asked.emit(name))
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.columns_chip)
        self.setFixedHeight(34)
        self.show_grouping(NONE)
        self.show_chosen(0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 34)

    def show_grouping(self, name: str) -> None:
        """Say how the list is grouped."""
        self.grouping = name
        for action in self.group_chip.menu().actions():
            action.setChecked(action.data() == name)
        title = grouping_title(name)
        self.group_chip.setText(title if name == NONE else self.tr("Grouped: %1").replace("%1", title))
        self.group_chip.setProperty("on", name != NONE)
        restyle(self.group_chip)

    def show_chosen(self, count: int) -> None:
        """Offer what can be done with several rows."""
        self.chosen.setText(self.tr("%n chosen, for all of them:", "", count) if count > 1 else "")
        for widget in (self.chosen, *self.together.values()):
            widget.setVisible(count > 1)

    def _group_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for name in GROUPINGS:
            action = QAction(grouping_title(name), menu, checkable=True)
            action.setData(name)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(lambda action: self.grouped.emit(action.data()))
        return menu


def _chip(text: str = "") -> QPushButton:
    made = QPushButton(text)
    made.setProperty("role", "chip")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made
