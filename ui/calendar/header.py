"""The head of the calendar: the month, turning its pages, what is shown, search, and the page's one primary button."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QSizePolicy, QWidget

from studio.plan.item import Kind
from ui import words
from ui.icons import icon_button
from ui.widgets import button, label, restyle


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
    """Shows the month and what is filtered; tells what is asked for."""

    turned = Signal(int)  # months to go
    today_asked = Signal()
    new_asked = Signal()
    filtered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind: Kind | None = None
        self.title = label("", "heading")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        back = icon_button("previous", self.tr("Previous month (PageUp)"), role="square")
        forth = icon_button("next", self.tr("Next month (PageDown)"), role="square")
        back.clicked.connect(lambda: self.turned.emit(-1))
        forth.clicked.connect(lambda: self.turned.emit(1))
        self.today = button(self.tr("Today"), call=self.today_asked.emit)
        self.kind_chip = QPushButton()
        self.kind_chip.setProperty("role", "chip")
        self.kind_chip.setMenu(self._kind_menu())
        self.search = SearchField(self.tr("Search  /"), self.tr("Search the items"))
        self.search.setMaximumWidth(240)
        self.search.setMinimumWidth(84)
        self.search.textChanged.connect(lambda _text: self.filtered.emit())
        self.new = button(self.tr("New item"), "primary", self.new_asked.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 12)
        row.setSpacing(10)
        for widget in (self.title, back, self.today, forth, self.kind_chip):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.search, 4)
        row.addWidget(self.new)
        self._say_kind()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is little room the month's name matters more than a filter that is not used.
        self.kind_chip.setVisible(self.kind is not None or self.width() >= 640)

    def _kind_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for text, kind in (
            (self.tr("All"), None),
            (words.kind_name(Kind.VIDEO), Kind.VIDEO),
            (words.kind_name(Kind.LIVE), Kind.LIVE),
        ):
            action = QAction(text, menu, checkable=True, checked=kind is None)
            action.setData(kind)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._choose_kind)
        return menu

    def _choose_kind(self, action: QAction) -> None:
        self.kind = Kind(action.data()) if action.data() else None
        self._say_kind()
        self.filtered.emit()

    def _say_kind(self) -> None:
        name = words.kind_name(self.kind) if self.kind else self.tr("all", "every kind")
        self.kind_chip.setText(self.tr("Kind: %1").replace("%1", name))
        self.kind_chip.setProperty("on", "true" if self.kind else "false")
        restyle(self.kind_chip)

    def show_month(self, month: date) -> None:
        """Say which month is shown."""
        self.title.setText(words.month_name(month))
        self.title.setMinimumWidth(self.title.sizeHint().width())
