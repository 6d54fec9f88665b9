"""Turns the page while a drag rests at its edge, or over a button that turns it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.theme import color, tokens

REST_MS = 700  # how long a drag must rest; as long again until the next page
EDGE = 16  # pixels at the left and right of a page


class Turning(QObject):
    """Told where a drag hovers, it calls `turn(-1)` or `turn(1)` after a rest, and again while the drag stays there."""

    def __init__(self, turn: Callable[[int], None], page: QWidget) -> None:
        super().__init__(page)
        self._turn, self._page = turn, page
        self._side = 0
        self._timer = QTimer(self, interval=REST_MS)
        self._timer.timeout.connect(self._rested)

    def hover_at(self, x: int, width: int) -> None:
        """The drag is at `x` of a page that is `width` pixels wide."""
        self.hover(-1 if x < EDGE else 1 if x >= width - EDGE else 0)

    def hover(self, side: int) -> None:
        """The drag is where the page turns back (-1), on (1), or elsewhere (0)."""
        if side == self._side:
            return
        self._side = side
        self._page.update()
        if side:
            self._timer.start()
        else:
            self._timer.stop()

    def rest(self) -> None:
        """The drag is over, or elsewhere."""
        self.hover(0)

    def _rested(self) -> None:
        self._turn(self._side)

    def paint(self, page: QWidget) -> None:
        """Show at the edge of the page that it is about to turn."""
        if not self._side:
            return
        t = tokens()
        width, height = 22.0, page.height()
        box = QRectF(0 if self._side < 0 else page.width() - width, 0, width, height)
        painter = QPainter(page)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, color(t.accent, 0.85))
        painter.setPen(QPen(color(t.on_accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle, reach = box.center(), 4.0 * self._side
        painter.drawPolyline(
            QPolygonF([middle + QPointF(-reach / 2, -6), middle + QPointF(reach, 0), middle + QPointF(-reach / 2, 6)])
        )
        painter.end()
