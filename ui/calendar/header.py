"""The head of the calendar: the month, turning its pages, what is shown, search, and the page's one primary button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from studio.plan.filters import Filter
from studio.plan.item import Item
from ui.calendar.filters import FilterBar
from ui.icons import icon_button
from ui.widgets import button


class SearchField(QLineEdit):
    """A search field: Escape empties it and gives the focus back."""

    left = Signal()

    def __init__(self, hint: str, says: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(says)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            if event.key() == Qt.Key.Key_Escape:
                self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)


class CalendarHeader(QWidget):
    """Shows the period and what is filtered; tells what is asked for."""

    turned = Signal(int)  # periods to go
    today_asked = Signal()
    day_asked = Signal()  # a day is to be chosen
    view_chosen = Signal(str)
    new_asked = Signal()
    filter_changed = Signal(object)  # Filter
    view_saved = Signal(str)
    view_removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.title = QPushButton()
        self.title.setProperty("role", "heading")
        self.title.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title.setToolTip(self.tr("Go to a day (G)"))
        self.title.clicked.connect(self.day_asked)
        back = icon_button("previous", self.tr("Previous (PageUp)"), role="square")
        forth = icon_button("next", self.tr("Next (PageDown)"), role="square")
        back.clicked.connect(lambda: self.turned.emit(-1))
        forth.clicked.connect(lambda: self.turned.emit(1))
        self.back, self.forth = back, forth
        self.today = button(self.tr("Today"), call=self.today_asked.emit)
        self.switch = ViewSwitch()
        self.switch.chosen.connect(self.view_chosen)
        self.filters = FilterBar()
        self.filters.changed.connect(self._filtered)
        self.filters.view_saved.connect(self.view_saved)
        self.filters.view_removed.connect(self.view_removed)
        self.search = SearchField(self.tr("Search  /"), self.tr("Search the items"))
        self.search.setMaximumWidth(240)
        self.search.setMinimumWidth(120)
        self._typed = QTimer(self, singleShot=True, interval=60)
        self._typed.timeout.connect(self._search)
        self.search.textChanged.connect(lambda _text: self._typed.start())
        self.new = button(self.tr("New item"), "primary", self.new_asked.emit)
        # What is rarer; the window fills its menu.
        self.more = icon_button("more", self.tr("Import, export and more"), role="square")
        self.more.setMenu(QMenu(self.more))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(8)
        second.setSpacing(8)
        for widget in (self.title, back, self.today, forth):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self.switch)
        first.addWidget(self.new)
        second.addWidget(self.filters, 1)
        second.addWidget(self.search)
        second.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 10)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)

    @property
    def filter(self) -> Filter:
        """What is wanted of the items, the search included."""
        return self.filters.filter

    def set_filter(self, wanted: Filter) -> None:
        """Filter by this; the search field follows."""
        if self.search.text().strip() != wanted.text:
            self.search.setText(wanted.text)
            self._typed.stop()
        self.filters.set_filter(wanted)

    def _search(self) -> None:
        self.filters.set_filter(self.filter.replaced(text=self.search.text().strip()))

    def _filtered(self, wanted: Filter) -> None:
        self.filter_changed.emit(wanted)

    def set_choices(self, items: Sequence[Item]) -> None:
        """Offer the values that these items use."""
        self.filters.set_choices(items)

    def set_saved_views(self, views: Mapping[str, Filter]) -> None:
        """Offer these saved filters."""
        self.filters.set_saved_views(views)

    def show_view(self, name: str) -> None:
        """Mark this view as the one that is shown."""
        self.switch.show_view(name)

    def show_title(self, text: str) -> None:
        """Say which period is shown."""
        self.title.setText(text)
        self.title.setAccessibleName(text)


class ViewSwitch(QFrame):
    """The views side by side, one of them on."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("switch")
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self.buttons: dict[str, QPushButton] = {}
        for name, text, key in (
            ("day", self.tr("Day"), "D"),
            ("week", self.tr("Week"), "W"),
            ("month", self.tr("Month"), "M"),
            ("list", self.tr("List"), "L"),
            ("board", self.tr("Board"), "B"),
        ):
            made = QPushButton(text)
            made.setCheckable(True)
            made.setProperty("role", "segment")
            made.setToolTip(f"{text} ({key})")
            made.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))
            self._group.addButton(made)
            self.buttons[name] = made
            row.addWidget(made)

    def show_view(self, name: str) -> None:
        """Mark one as on."""
        self.buttons[name].setChecked(True)
