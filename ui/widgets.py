"""Small widgets that several pages use: text roles, chips, hairlines, a glyph, and chips that wrap."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QFrame,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)  # fmt: skip

from ui.glyphs import paint_state
from ui.theme import tokens
from ui.words import state_name

_Spin = TypeVar("_Spin", bound=QAbstractSpinBox)


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A text in one of the stylesheet's roles; plain text, so that a title with a "<" in it stays a title."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def chip(text: str, tone: str = "") -> QLabel:
    """A fact; never an action."""
    made = label(text, "chip")
    made.setProperty("tone", tone)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def line() -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made


def button(text: str, role: str = "", call: Callable[[], object] | None = None) -> QPushButton:
    """A button in one of the stylesheet's roles."""
    made = QPushButton(text)
    if role:
        made.setProperty("role", role)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if call is not None:
        made.clicked.connect(lambda _checked=False: call())
    return made


def roomy(field: _Spin, width: int = 0) -> _Spin:
    """A spin box with its text as far from the edge as in other fields: a stylesheet's padding does not reach it.

    It keeps its buttons: a styled one without them gives its text one pixel.
    """
    field.lineEdit().setTextMargins(8, 0, 0, 0)
    field.setFixedHeight(32)
    if width:
        field.setFixedWidth(width)
    return field


def set_number(field: QSpinBox, value: int) -> None:
    """Show a value; where it is shown already, what is being typed stays."""
    if field.value() != value:
        field.setValue(value)


def restyle(widget: QWidget) -> None:
    """Let the stylesheet see a property that changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


class StateGlyph(QWidget):
    """The state of a step as a sign, with its name for those who cannot see it."""

    def __init__(self, state: str, size: int = 14) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(size + 2, size + 2)
        self.setAccessibleName(state_name(state))
        self.setToolTip(state_name(state))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_state(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._state, tokens())
        painter.end()


class Flow(QLayout):
    """Lays widgets out in lines, as words are; what does not fit goes on below."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), dry=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, dry=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, dry: bool) -> int:
        x, y, row = rect.x(), rect.y(), 0
        for item in self._items:
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, row = rect.x(), y + row + self._gap, 0
            if not dry:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self._gap
            row = max(row, hint.height())
        return y + row - rect.y()
