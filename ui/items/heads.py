"""The headings of the list: which columns are shown, how wide and in which order, kept from start to start."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from ui.items.columns import COLUMNS, NUMBER
from ui.items.table import ItemTable
from ui.kept import Kept

# Where there is little room the columns that nobody chose give way to the title, the last of these first.
_NEEDED = ("date", "stage", "time", "ready", "owner", "series", "platforms")
_LEAST_TITLE = 232


class Heads(QObject):
    """Manages the header of a table; its columns are kept in `kept`."""

    def __init__(self, table: ItemTable, kept: Kept) -> None:
        super().__init__(table)
        self._table, self._kept = table, kept
        self._header = table.horizontalHeader()
        self._wanted: dict[str, bool] = {}  # by a person; what is not in it follows the room
        self._widths: dict[str, int] = {}
        self._said = ""
        header = self._header
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setFixedHeight(30)
        header.setMinimumSectionSize(54)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask)
        # The scroll bar begins below the headings; what stands above it goes on with their ground.
        corner = QWidget()
        corner.setObjectName("page")
        corner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        corner.setFixedHeight(header.height())
        table.addScrollBarWidget(corner, Qt.AlignmentFlag.AlignTop)
        self._restore()
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(lambda *_: self._keep())
        header.sortIndicatorChanged.connect(lambda *_: self._keep())
        table.viewport().installEventFilter(self)

    # what is kept

    def _restore(self) -> None:
        state = self._kept.get("columns", {})
        for name, value in dict(state.get("shown", {})).items():
            if name in NUMBER and name != "title":
                self._wanted[name] = bool(value)
        for name, width in dict(state.get("widths", {})).items():
            if name in NUMBER and isinstance(width, int):
                self._widths[name] = max(54, min(width, 1200))
        for column in COLUMNS:
            self._header.resizeSection(NUMBER[column.name], self._widths.get(column.name, column.width))
        for place, name in enumerate(n for n in state.get("order", ()) if n in NUMBER):
            self._header.moveSection(self._header.visualIndex(NUMBER[name]), place)
        sorted_by, descending = state.get("sort", ("date", False))
        number = NUMBER.get(sorted_by, NUMBER["date"])
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._header.setSortIndicator(number, order)
        self._table.setSortingEnabled(True)
        self.fit()

    def _keep(self) -> None:
        header = self._header
        state = {
            "shown": self._wanted,
            "widths": self._widths,
            "order": [COLUMNS[header.logicalIndex(place)].name for place in range(len(COLUMNS))],
            "sort": [
                COLUMNS[header.sortIndicatorSection()].name, header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            ],
        }  # fmt: skip
        self._kept.put("columns", state)

    # room

    @property
    def shown(self) -> list[str]:
        """The columns that are seen, from the left."""
        header = self._header
        seen = (n for place in range(len(COLUMNS)) if not header.isSectionHidden(n := header.logicalIndex(place)))
        return [COLUMNS[n].name for n in seen]

    def fit(self) -> None:
        """Show what there is room for, and give the title the rest."""
        header, width = self._header, self._table.viewport().width()
        with QSignalBlocker(header):
            room = width - _LEAST_TITLE - sum(header.sectionSize(NUMBER[n]) for n, on in self._wanted.items() if on)
            for name in sorted((c.name for c in COLUMNS if c.name != "title"), key=self._rank):
                if name in self._wanted:
                    header.setSectionHidden(NUMBER[name], not self._wanted[name])
                elif not COLUMNS[NUMBER[name]].shown:
                    header.setSectionHidden(NUMBER[name], True)
                else:
                    room -= self._widths.get(name, COLUMNS[NUMBER[name]].width)
                    header.setSectionHidden(NUMBER[name], room < 0)
            others = sum(header.sectionSize(NUMBER[name]) for name in self.shown if name != "title")
            least = max(_LEAST_TITLE, self._widths.get("title", 0))
            header.resizeSection(NUMBER["title"], max(least, width - others))
        self._table.updateGeometries()
        self._table.viewport().update()
        header.viewport().update()

    def say_elsewhere(self, name: str) -> None:
        """The heads of the groups say what stands in this column: it gives way before any other."""
        self._said = name
        self.fit()

    def _rank(self, name: str) -> int:
        return len(_NEEDED) if name == self._said or name not in _NEEDED else _NEEDED.index(name)

    def _resized(self, number: int, _before: int, now: int) -> None:
        if now > 0 and not self._header.isSectionHidden(number):
            self._widths[COLUMNS[number].name] = now
            self._keep()
            if COLUMNS[number].name != "title":
                self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False

    # the chooser

    def show_column(self, name: str, shown: bool) -> None:
        """Show or hide a column, and remember it."""
        self._wanted[name] = shown
        self._keep()
        self.fit()

    def reset(self) -> None:
        """The columns as they were at first."""
        self._wanted, self._widths = {}, {}
        with QSignalBlocker(self._header):
            for place, column in enumerate(COLUMNS):
                self._header.moveSection(self._header.visualIndex(NUMBER[column.name]), place)
                self._header.setSectionHidden(NUMBER[column.name], False)
                self._header.resizeSection(NUMBER[column.name], column.width)
        self._keep()
        self.fit()

    def menu(self) -> QMenu:
        """Every column to tick; the menu stays open while one ticks."""
        menu = _StayingMenu(self._table)
        seen = set(self.shown)
        for column in COLUMNS[1:]:
            action = QAction(column.title, menu, checkable=True, checked=column.name in seen)
            action.toggled.connect(lambda on, name=column.name: self.show_column(name, on))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Reset the columns"), self.reset)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _ask(self, at: QPoint) -> None:
        self.menu().popup(self._header.mapToGlobal(at))


class _StayingMenu(QMenu):
    """Does not close when something is ticked: one mostly ticks several."""

    def mouseReleaseEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        action = self.activeAction()
        if action is not None and action.isCheckable():
            action.toggle()
        else:
            super().mouseReleaseEvent(event)
