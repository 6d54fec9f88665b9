"""The head of the calendar: the period, turning its pages, the views, what is filtered, search, and a new item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from studio.plan.filters import Filter
from studio.plan.item import Item
from ui.calendar.filters import FilterBar
from ui.calendar.model import MIME
from ui.calendar.switch import Title, ViewSwitch
from ui.calendar.turning import Turning
from ui.icons import IconButton, icon_button
from ui.widgets import button

_ONE_ROW, _SHORT_ROW = 1240, 820  # widths in pixels from which all stands in one row: with chips, and with one button
_LOW = 720  # height of a window in which a second row would take too much from the days
_NARROW = 700


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


class TurnButton(IconButton):
    """Turns the page by a click, and while a drag rests on it."""

    turned = Signal(int)

    def __init__(self, name: str, says: str, step: int) -> None:
        super().__init__(name, says, "square")
        self._step = step
        self.setAcceptDrops(True)
        self.turning = Turning(self.turned.emit, self)
        self.clicked.connect(lambda: self.turned.emit(step))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.turning.hover(self._step)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.turning.rest()

    def dropEvent(self, event: QDropEvent) -> None:
        # Nothing lies on a button: what is let go here stays where it was.
        self.turning.rest()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()


class CalendarHeader(QWidget):
    """Shows the period and what is filtered; tells what is asked for."""

    turned = Signal(int)  # periods to go
    today_asked = Signal()
    day_asked = Signal()  # a day is to be chosen
    view_chosen = Signal(str)
    new_asked = Signal()
    filter_changed = Signal(object)  # Filter

    def __init__(self) -> None:
        super().__init__()
        self.title = Title(self.tr("Go to a day (G)"))
        self.title.clicked.connect(self.day_asked)
        self.back = TurnButton("previous", self.tr("Previous (PageUp)"), -1)
        self.forth = TurnButton("next", self.tr("Next (PageDown)"), 1)
        for turn in (self.back, self.forth):
            turn.turned.connect(self.turned)
        self.today = button(self.tr("Today"), call=self.today_asked.emit)
        self.switch = ViewSwitch()
        self.switch.chosen.connect(self.view_chosen)
        self.filters = FilterBar()
        self.filters.changed.connect(self._follow)
        self.search = SearchField(self.tr("Search  /"), self.tr("Search the items"))
        self.search.setMaximumWidth(220)
        self.search.setMinimumWidth(96)
        self.search.textChanged.connect(self._search)
        self.new = button(self.tr("New item"), "primary", self.new_asked.emit)
        self.more = icon_button("more", self.tr("Import, export and more"), role="square")
        self.more.setMenu(QMenu(self.more))
        self._rows = QHBoxLayout(), QHBoxLayout()
        for row in self._rows:
            row.setSpacing(8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 14, 20, 10)
        self._column.setSpacing(8)
        for row in self._rows:
            self._column.addLayout(row)
        self._shape: tuple[bool, bool] | None = None
        self._arrange(one_row=False, compact=False)

    # how it is laid out

    def _arrange(self, *, one_row: bool, compact: bool) -> None:
        """Place all in one row or in two; `compact` leaves one button of the filters."""
        if self._shape == (one_row, compact):
            return
        self._shape = one_row, compact
        first, second = self._rows
        for row in self._rows:
            while row.count():
                row.takeAt(0)
        for widget in (self.title, self.back, self.today, self.forth):
            first.addWidget(widget)
        self.filters.set_compact(compact)
        for_filters = first if one_row else second
        for_filters.addWidget(self.filters, 0 if compact else 3)
        if compact:
            for_filters.addStretch(1)
        for_filters.addWidget(self.search, 1)
        if not one_row:
            first.addStretch(1)
        first.addWidget(self.switch)
        first.addWidget(self.new)
        for_filters.addWidget(self.more)
        self._column.setSpacing(0 if one_row else 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        width, low = self.width(), self.window().height() < _LOW
        one_row = width >= _ONE_ROW or (low and width >= _SHORT_ROW)
        self.switch.set_compact(width < _NARROW or (one_row and width < _ONE_ROW))
        self._arrange(one_row=one_row, compact=one_row and width < _ONE_ROW)

    # what is filtered

    @property
    def filter(self) -> Filter:
        """What is wanted of the items, the search included."""
        return self.filters.filter

    def set_filter(self, wanted: Filter) -> None:
        """Filter by this; the search field follows."""
        self.filters.set_filter(wanted)

    def _follow(self, wanted: Filter) -> None:
        if self.search.text().strip() != wanted.text:
            self.search.blockSignals(True)
            self.search.setText(wanted.text)
            self.search.blockSignals(False)
        self.filter_changed.emit(wanted)

    def _search(self, text: str) -> None:
        self.filters.set_filter(self.filter.replaced(text=text.strip()))

    def set_choices(self, items: Sequence[Item]) -> None:
        """Offer the values that these items use."""
        self.filters.set_choices(items)

    # what is shown

    def show_view(self, name: str) -> None:
        """Mark this view as the one that is shown."""
        self.switch.show_view(name)
        self.title.forget_width()

    def show_title(self, text: str) -> None:
        """Say which period is shown."""
        self.title.say(text)
