"""A line of time under a frame: where one looks, and which part is kept."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider

from studio.video.times import time_text
from ui.theme import color, tokens

_TICKS = 100  # a second


class Scrubber(QSlider):
    """A slider over the seconds of a recording; what is kept is drawn in the accent."""

    def __init__(self, says: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(says)
        self.setRange(0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._kept: tuple[float, float] | None = None
        self.valueChanged.connect(lambda value: self.setToolTip(time_text(value / _TICKS)))

    def sizeHint(self) -> QSize:
        return QSize(240, 24)

    def set_length(self, seconds: float) -> None:
        """How long the recording is."""
        # The last frame begins before the end.
        self.setRange(0, max(0, round((seconds - 0.1) * _TICKS)))
        self.setSingleStep(_TICKS // 10)
        self.setPageStep(_TICKS)

    @property
    def seconds(self) -> float:
        """Where one looks."""
        return self.value() / _TICKS

    def look_at(self, seconds: float) -> None:
        """Look there."""
        self.setValue(round(seconds * _TICKS))

    def set_kept(self, start: float, end: float) -> None:
        """The part that is kept, in seconds."""
        self._kept = (start, end)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(t.track))
        painter.drawRoundedRect(QRectF(8, middle - 2, self.width() - 16, 4), 2, 2)
        first, last = self._kept or (0.0, self.value() / _TICKS)
        painter.setBrush(color(t.accent))
        left, right = self._x(first * _TICKS), self._x(last * _TICKS)
        painter.drawRoundedRect(QRectF(left, middle - 2, max(2.0, right - left), 4), 2, 2)
        painter.setBrush(color(t.surface))
        painter.setPen(QPen(color(t.accent), 3 if self.hasFocus() else 2))
        painter.drawEllipse(QPointF(self._x(self.value()), middle), 7, 7)
        painter.end()

    def _x(self, value: float) -> float:
        share = min(1.0, max(0.0, value / self.maximum())) if self.maximum() else 0.0
        return 8 + share * (self.width() - 16)

    def mousePressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self._go(event.position().x())

    def mouseMoveEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self._go(event.position().x())

    def _go(self, x: float) -> None:
        share = (x - 8) / max(1, self.width() - 16)
        self.setValue(round(min(1.0, max(0.0, share)) * self.maximum()))
