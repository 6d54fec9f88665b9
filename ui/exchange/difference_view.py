"""A difference to look through: what was understood at the left, what is new, changed and not read at the right."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from studio.plan.difference import Difference
from studio.plan.item import Stage
from ui.exchange.lists import ChangesList, NewTable, UnreadTable
from ui.exchange.models import ChangesModel, NewModel, UnreadModel
from ui.exchange.selection import Selection
from ui.exchange.understood import UnderstoodFrame
from ui.widgets import button, label

NEW, CHANGED, UNREAD = range(3)
_NARROW = 760


class DifferenceView(QWidget):
    """Everything is ticked to begin with; nothing is changed from here."""

    changed = Signal()

    def __init__(self, difference: Difference, today: date) -> None:
        super().__init__()
        self.difference = difference
        self.selection = Selection(difference, self)
        self.new = NewTable(NewModel(self.selection, today, self))
        self.changes = ChangesList(ChangesModel(self.selection, today, self))
        reading = difference.reading
        self.unread = UnreadTable(UnreadModel(difference.unread, sheet=bool(reading.columns), parent=self))
        self.understood = UnderstoodFrame(difference.reading, difference.absent)
        self.tabs = QButtonGroup(self)
        self.stack = QStackedWidget()
        self.all = button(self.tr("Tick all"), "link", lambda: self._tick(True))
        self.none = button(self.tr("Tick none"), "link", lambda: self._tick(False))
        self.moves = label("", "small", wrap=True)
        self._arrange()
        self.selection.changed.connect(self._repaint)
        self.selection.changed.connect(self.changed)
        self.show_tab(next((tab for tab in (NEW, CHANGED, UNREAD) if self._count(tab)), NEW))

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 10, 16, 8)
        top.setSpacing(4)
        texts = (self.tr("New"), self.tr("Changed"), self.tr("Not read"))
        for tab, (text, view) in enumerate(zip(texts, (self.new, self.changes, self.unread), strict=True)):
            made = QPushButton(f"{text}  {self._count(tab)}", checkable=True)
            made.setProperty("role", "segment")
            made.setAutoDefault(False)
            made.setEnabled(self._count(tab) > 0)
            made.setCursor(Qt.CursorShape.PointingHandCursor)
            self.tabs.addButton(made, tab)
            self.stack.addWidget(view)
            top.addWidget(made)
        self.tabs.idClicked.connect(self.show_tab)
        same = label(self.tr("%n the same", "", self.difference.same), "small")
        same.setContentsMargins(8, 0, 0, 0)
        top.addWidget(same)
        top.addStretch(1)
        for link in (self.all, self.none):
            link.setAutoDefault(False)
            top.addWidget(link)
        self._say_moves()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(top)
        warning = QHBoxLayout()
        warning.setContentsMargins(20, 0, 16, 8)
        warning.addWidget(self.moves)
        right.addLayout(warning)
        right.addWidget(self.stack, 1)
        frame = QFrame()
        frame.setObjectName("difference")
        frame.setLayout(right)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.understood)
        reading = self.difference.reading
        self.understood.setVisible(bool(reading.columns or reading.notes or reading.missing_zone))
        row.addWidget(frame, 1)

    def _count(self, tab: int) -> int:
        found = self.difference
        shown = [one for one in found.changed_series if one.fields]
        return (len(found.new), len(found.changed) + len(shown) + len(found.removed), len(found.unread))[tab]

    def _say_moves(self) -> None:
        """Published items that would get another date are worth a look: somebody may have announced them."""
        moved = [one for one in self.difference.changed if one.item.stage is Stage.PUBLISHED and "start" in one.fields]
        titles = ", ".join(f"“{one.item.title}”" for one in moved[:3]) + ("…" if len(moved) > 3 else "")
        text = self.tr("%n published item(s) would get another date: %1", "", len(moved))
        self.moves.setText(text.replace("%1", titles) if moved else "")
        self.moves.setProperty("tone", "warn")

    def show_tab(self, tab: int) -> None:
        """Show one of the three lists."""
        self.stack.setCurrentIndex(tab)
        self.tabs.button(tab).setChecked(True)
        for link in (self.all, self.none):
            link.setVisible(tab != UNREAD)
        self.moves.setVisible(tab == CHANGED and bool(self.moves.text()))
        self.stack.currentWidget().setFocus()

    def _tick(self, on: bool) -> None:
        view = self.stack.currentWidget()
        rows = view.model().rows
        self.selection.set_on([key for row in rows for key in row.keys], on)

    def _repaint(self) -> None:
        # A tick of a series stands for rows of both lists.
        for view in (self.new, self.changes):
            view.viewport().update()

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self.understood.setFixedWidth(240 if self.width() < 1000 else 300)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._repaint()
