"""The head of a column of the board: the stage, how many cards it has, and whether the column is folded."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from studio.plan.item import Stage
from ui import fonts, words
from ui.calendar.text import advance, elided
from ui.glyphs import paint_stage
from ui.theme import color, tokens

HEAD, FOLDED, LEAST = 38, 44, 176
_SHAPE = 11.0


class ColumnHead(QPushButton):
    """Stage, name and number; a click folds the column, or opens it."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.stage, self.count, self.folded = stage, 0, False
        self.setProperty("role", "quiet")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_count(self, count: int, folded: bool) -> None:
        """Say how many cards there are."""
        if (count, folded) == (self.count, self.folded) and self.accessibleName():
            return
        self.count, self.folded = count, folded
        name = words.stage_name(self.stage)
        says = self.tr("%1, folded. Click to open") if folded else self.tr("%1. Click to fold")
        self.setToolTip(says.replace("%1", name))
        self.setAccessibleName(f"{name}, {count}")
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding if folded else QSizePolicy.Policy.Fixed
        )
        self.setMaximumHeight(16777215 if folded else HEAD)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(FOLDED - 2 if self.folded else LEAST, HEAD)

    def minimumSizeHint(self) -> QSize:
        return QSize(FOLDED - 2, HEAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        length = self.height() if self.folded else self.width()
        middle, left = (self.width() if self.folded else HEAD) / 2, 12.0
        if self.stage not in (Stage.IDEA, Stage.PLANNED):
            corner = QPointF(middle, left + _SHAPE / 2) if self.folded else QPointF(left + _SHAPE / 2, middle)
            shape = QRectF(0, 0, _SHAPE, _SHAPE)
            shape.moveCenter(corner)
            paint_stage(painter, shape, self.stage, color(t.muted))
            left += _SHAPE + 7
        if self.folded:
            painter.translate(self.width(), 0)
            painter.rotate(90)
        count = str(self.count)
        room = int(length - left - 34 - advance(count, fonts.SMALL))
        name = elided(words.stage_name(self.stage), room, fonts.BODY, fonts.SEMIBOLD)
        painter.setFont(fonts.font(weight=fonts.SEMIBOLD))
        painter.setPen(color(t.text if self.count else t.muted))
        flag = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, middle - 12, length, 24), flag, name)
        left += advance(name, fonts.BODY, fonts.SEMIBOLD) + 8
        painter.setFont(fonts.font(fonts.SMALL))
        painter.setPen(color(t.muted))
        painter.drawText(QRectF(left, middle - 12, 60, 24), flag, count)
        if self.hasFocus():
            painter.resetTransform()
            painter.setPen(QPen(color(t.accent), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 4, -3, -4), 6, 6)
        elif self.underMouse():
            self._chevron(painter, length - 16, middle)
        painter.end()

    def _chevron(self, painter: QPainter, x: float, y: float) -> None:
        pen = QPen(color(tokens().muted), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for step in (-3, 3):
            painter.drawLine(QPoint(int(x), int(y + step)), QPoint(int(x - 3), int(y)))
