"""The small editor that opens in a day: type a title, Enter; or a new name for a card."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from studio.plan.item import Kind
from ui import words
from ui.glyphs import paint_kind
from ui.theme import tokens

_TIME = re.compile(r"^(?P<hour>[01]?\d|2[0-3])(?P<sign>[.:])(?P<minute>[0-5]\d)\s+(?=\S)")


def split_time(text: str) -> tuple[time | None, str]:
    """A time at the beginning of a title, as people jot it down: "19.30 Kelas komisi" is 19:30 and the rest."""
    match = _TIME.match(text.strip())
    # "12.12 dimulai" is named after a double date, as this trade's days are; 12:12 with a colon is an hour.
    if match is None or (match["sign"] == "." and int(match["hour"]) == int(match["minute"]) <= 12):
        return None, text.strip()
    return time(int(match["hour"]), int(match["minute"])), text.strip()[match.end() :].strip()


def start_of(day: date | None, at: time | None) -> datetime | date | None:
    """The start that a day and perhaps a time make; with no time the whole day."""
    return datetime.combine(day, at) if day is not None and at is not None else day


class KindButton(QPushButton):
    """Video or live; a click or Space changes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self.setFixedSize(QSize(22, 24))
        self.clicked.connect(lambda: self.show_kind(Kind.LIVE if self.kind is Kind.VIDEO else Kind.VIDEO))
        self.show_kind(Kind.VIDEO)

    def show_kind(self, kind: Kind) -> None:
        """Show this kind."""
        self.kind = kind
        name = words.kind_name(kind)
        self.setAccessibleName(name)
        self.setToolTip(self.tr("%1. Click to change").replace("%1", name))
        self.update()

    def paintEvent(self, event: QEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_kind(painter, QRectF(self.width() / 2 - 4.5, self.height() / 2 - 4.5, 9, 9), self.kind, tokens())
        painter.end()


class InlineEditor(QFrame):
    """One line over the month. Enter and leaving keep what was typed (undo takes it back); Escape does not."""

    committed = Signal(str, object)  # the text, the kind
    closed = Signal(bool)  # whether it was closed because the focus went elsewhere

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inline")
        self.kind = KindButton(self)
        self.field = QLineEdit(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        row.addWidget(self.kind)
        row.addWidget(self.field, 1)
        self.field.returnPressed.connect(lambda: self.commit())
        QApplication.instance().focusChanged.connect(self._focus_moved)
        self._before = ""
        self.hide()

    def ask(
        self, place: QRect, *, text: str = "", kind: Kind | None = None, hint: str = "", typed: str | None = None
    ) -> None:
        """Open at `place` in the parent; with `kind` a new item is asked for, else a name is changed.

        `typed` is what was typed before, and could not be saved.
        """
        self._before = text
        self.kind.setVisible(kind is not None)
        if kind is not None:
            self.kind.show_kind(kind)
        self.field.setText(text if typed is None else typed)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint or self.tr("Title"))
        width = max(place.width(), 190)
        left = max(2, min(place.left(), self.parentWidget().width() - width - 2))
        top = max(2, min(place.top(), self.parentWidget().height() - 34))
        self.setGeometry(left, top, width, 32)
        self.show()
        self.raise_()
        self.field.setFocus()
        if typed is None:
            self.field.selectAll()

    def commit(self, left: bool = False) -> None:
        """Take what was typed, if it is new; `left` says that the focus went elsewhere."""
        if not self.isVisible():
            return
        text = self.field.text().strip()
        self._close(left)
        if text and text != self._before:
            self.committed.emit(text, self.kind.kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _close(self, left: bool = False) -> None:
        self.hide()
        self.closed.emit(left)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Another window taking the focus is no decision; another widget of this one is.
        if self.isVisible() and new is not None and not self.isAncestorOf(new):
            self.commit(left=True)
