"""The page of the import before there is a difference: a place to drop a file on, and what came of reading it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from studio.errors import SiarError
from ui.exchange.said import said
from ui.theme import color, tokens
from ui.widgets import button, label

_WIDTH = 480


class Opening(QWidget):
    """Says one thing at a time, with the buttons that belong to it."""

    file_asked = Signal()
    cancelled = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._framed = True
        self._over = False
        self.title = label("", "title", wrap=True)
        self.text = label("", "muted", wrap=True)
        self.detail = label("", "small", wrap=True)
        self.bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.bar.setFixedWidth(240)
        self.choose = button(self.tr("Choose a file…"), "primary", self.file_asked.emit)
        self.cancel = button(self.tr("Cancel"), call=self.cancelled.emit)
        self.done = button(self.tr("Close"), "primary", self.closed.emit)
        for text in (self.title, self.text, self.detail):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            text.setFixedWidth(_WIDTH)
        for made in (self.choose, self.cancel, self.done):
            made.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for made in (self.cancel, self.choose, self.done):
            row.addWidget(made)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(12)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        for widget in (self.title, self.text, self.bar):
            column.addWidget(widget, 0, middle)
        column.addSpacing(4)
        column.addLayout(row)
        column.addSpacing(4)
        column.addWidget(self.detail, 0, middle)
        column.addStretch(3)
        self.say_choose()

    def say_choose(self) -> None:
        """Ask for a file."""
        self._say(
            self.tr("Drop a sheet or a calendar here"),
            self.tr(
                "Your team's Excel sheet (.xlsx), a .csv, or a calendar (.ics). You see first what it would change."
            ),
            self.choose,
            detail=self.tr(
                "A sheet needs one row an item and a heading such as Judul, Tanggal or Title. Other headings may stand "
                "in any order, in Indonesian or English."
            ),
        )

    def say_reading(self, path: Path) -> None:
        """Say that a file is read."""
        self._say(self.tr("Reading %1…").replace("%1", path.name), "", self.cancel, busy=True)

    def say_importing(self, what: str) -> None:
        """Say that the plan is being changed."""
        self._say(what, self.tr("A backup is made first."), busy=True)

    def say_error(self, error: SiarError) -> None:
        """Say why a file could not be read."""
        self._say(f"{said(error.happened)}.", f"{said(error.advice)}." if error.advice else "", self.choose)

    def say_same(self, name: str, count: int, absent: int = 0) -> None:
        """Say that a file changes nothing, and how many items of the plan are `absent` from it."""
        more = self.tr("%n item(s) of the plan are not in it, and stay as they are.", "", absent) if absent else ""
        self._say(
            self.tr("%1 changes nothing").replace("%1", name),
            self.tr("%n item(s) are the same in the plan.", "", count),
            self.done,
            detail=more,
        )

    def show_over(self, over: bool) -> None:
        """A file is held over the page, or no more."""
        self._over = over
        self.update()

    def _say(self, title: str, text: str, *buttons: QWidget, detail: str = "", busy: bool = False) -> None:
        for shown, words in ((self.title, title), (self.text, text), (self.detail, detail)):
            shown.setText(words)
            shown.setVisible(bool(words))
            shown.ensurePolished()
            # A layout does not ask a label in its middle how high it is at its width.
            shown.setFixedHeight(shown.heightForWidth(_WIDTH))
        self.bar.setVisible(busy)
        for made in (self.cancel, self.choose, self.done):
            made.setVisible(made in buttons)
        self._framed = not busy
        if buttons and self.isVisible():
            buttons[0].setFocus()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._framed:
            return
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(t.accent if self._over else t.faint), 1.6, Qt.PenStyle.DashLine))
        painter.setBrush(color(t.accent_bg if self._over else t.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(20, 4, -20, -20), 10, 10)
        painter.end()
