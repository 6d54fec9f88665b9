"""A frame of a recording, as large as its place allows; where that is wanted, with a point that can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.video.cut import picture_size, seen_part
from ui.theme import color, tokens

_STEP = 0.02
_KEYS = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}


class FrameView(QWidget):
    """Shows an image, or a sentence while there is none. With a shape, what is outside of it is dimmed."""

    focus_moved = Signal(float, float)

    def __init__(self, says: str = "") -> None:
        super().__init__()
        self.image = QImage()
        self.says = says
        self.shape: tuple[int, int] | None = None
        self.focus = (0.5, 0.5)
        self.setMinimumSize(240, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(480, 400)

    def show_image(self, image: QImage) -> None:
        """Show this."""
        self.image, self.says = image, ""
        self.update()

    def say(self, sentence: str) -> None:
        """Say this in place of an image."""
        self.image, self.says = QImage(), sentence
        self.update()

    def set_shape(self, shape: tuple[int, int] | None) -> None:
        """Dim what is outside of this shape; the focus can be moved while there is one."""
        self.shape = shape
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if shape else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.CrossCursor if shape else Qt.CursorShape.ArrowCursor)
        self.update()

    def set_focus_point(self, x: float, y: float) -> None:
        """Put the focus at these shares of the width and the height."""
        self.focus = (min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))
        self.update()

    def picture_rect(self) -> QRectF:
        """Where the image is drawn."""
        if self.image.isNull():
            return QRectF()
        scale = min(self.width() / self.image.width(), self.height() / self.image.height())
        wide, high = self.image.width() * scale, self.image.height() * scale
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)

    def seen_rect(self) -> QRectF:
        """What will be seen of it."""
        rect = self.picture_rect()
        if self.shape is None or rect.isEmpty():
            return rect
        # Reckoned as the cut itself is, on a picture large enough that rounding is not seen.
        size = (4000, max(1, round(4000 * self.image.height() / self.image.width())))
        left, top, wide, high = seen_part(size, picture_size(size, self.shape), self.focus)
        scale = rect.width() / size[0]
        return QRectF(rect.left() + left * scale, rect.top() + top * scale, wide * scale, high * scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect = self.picture_rect()
        if rect.isEmpty():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(t.sunken))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
            painter.setPen(color(t.muted))
            inside = QRectF(self.rect()).adjusted(24, 12, -24, -12)
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.says)
            painter.end()
            return
        clip = QPainterPath()
        clip.addRoundedRect(rect, 6, 6)
        painter.setClipPath(clip)
        painter.drawImage(rect, self.image)
        if self.shape is not None:
            self._paint_shape(painter, rect)
        painter.end()

    def _paint_shape(self, painter: QPainter, rect: QRectF) -> None:
        seen = self.seen_rect()
        outside = QPainterPath()
        outside.addRect(rect)
        inside = QPainterPath()
        inside.addRect(seen)
        painter.fillPath(outside.subtracted(inside), QColor(0, 0, 0, 150))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(255, 255, 255, 230), 1.5))
        painter.drawRect(seen.adjusted(0.75, 0.75, -0.75, -0.75))
        at = QPointF(rect.left() + self.focus[0] * rect.width(), rect.top() + self.focus[1] * rect.height())
        for radius, width, pen in ((9, 4.0, QColor(0, 0, 0, 150)), (9, 2.0, QColor(255, 255, 255))):
            painter.setPen(QPen(pen, width))
            painter.drawEllipse(at, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tokens().accent) if self.hasFocus() else QColor(255, 255, 255))
        painter.drawEllipse(at, 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event)

    def _drag(self, event: QMouseEvent) -> None:
        rect = self.picture_rect()
        if self.shape is None or rect.isEmpty():
            return
        at = event.position()
        self._move((at.x() - rect.left()) / rect.width(), (at.y() - rect.top()) / rect.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None or self.shape is None:
            super().keyPressEvent(event)
            return
        self._move(self.focus[0] + step[0], self.focus[1] + step[1])

    def _move(self, x: float, y: float) -> None:
        self.set_focus_point(x, y)
        self.focus_moved.emit(*self.focus)
