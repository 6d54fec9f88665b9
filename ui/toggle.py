"""A check box in the window's look: the sign in it is painted, so that it follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.theme import color, tokens

_BOX, _GAP, _HEIGHT = 16, 8, 26


class Toggle(QCheckBox):
    """On or off, with its words at the right; the keyboard and screen readers find a check box."""

    def __init__(self, text: str, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setChecked(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(_BOX + _GAP + text + 4, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos) -> bool:  # type: ignore[no-untyped-def]
        return QRect(0, 0, self.sizeHint().width(), self.height()).contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1.5, (self.height() - _BOX) / 2 + 0.5, _BOX - 1, _BOX - 1)
        on, enabled = self.isChecked(), self.isEnabled()
        painter.setPen(QPen(color((t.accent if on else t.muted) if enabled else t.faint), 1.2))
        painter.setBrush(color((t.accent if enabled else t.faint) if on else t.surface))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            painter.setPen(QPen(color(t.on_accent if enabled else t.surface), 1.8))
            tick = ((0.24, 0.53), (0.43, 0.72), (0.77, 0.3))
            painter.drawPolyline(
                QPolygonF([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in tick])
            )
        if self.hasFocus():
            painter.setPen(QPen(color(t.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 5, 5)
        painter.setPen(color(t.text if enabled else t.faint))
        words = QRectF(_BOX + _GAP + 1, 0, self.width() - _BOX - _GAP, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()
