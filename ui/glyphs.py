"""The small painted signs: kind, stage, readiness, state, warnings, told apart by shape and not by colour alone."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from studio.plan.item import Kind, Stage
from ui.theme import color
from ui.tokens import Tokens


def paint_kind(painter: QPainter, box: QRectF, kind: Kind, t: Tokens) -> None:
    """A triangle for a video, a disc for a live session."""
    painter.setPen(Qt.PenStyle.NoPen)
    if kind is Kind.VIDEO:
        painter.setBrush(color(t.video))
        painter.drawPolygon(_triangle_right(box))
    else:
        painter.setBrush(color(t.live))
        painter.drawEllipse(box)


def _triangle_right(box: QRectF) -> QPolygonF:
    return QPolygonF([box.topLeft(), QPointF(box.right(), box.center().y()), box.bottomLeft()])


def paint_ring(painter: QPainter, box: QRectF, score: float, tone: QColor, t: Tokens) -> None:
    """Readiness from 0 to 1: an empty ring, an arc that grows clockwise from the top, a disc with a tick."""
    if score >= 0.999:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.drawEllipse(box)
        _tick(painter, box, color(t.surface))
        return
    width = box.width() * 0.17
    inner = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(t.track), width))
    painter.drawEllipse(inner)
    if score > 0.001:
        painter.setPen(QPen(tone, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(inner, 90 * 16, -round(score * 360 * 16))


def _tick(painter: QPainter, box: QRectF, tone: QColor) -> None:
    w = box.width()
    path = QPainterPath(QPointF(box.left() + w * 0.29, box.top() + w * 0.52))
    path.lineTo(box.left() + w * 0.44, box.top() + w * 0.67)
    path.lineTo(box.left() + w * 0.72, box.top() + w * 0.36)
    pen = QPen(tone, max(1.3, w * 0.12), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def paint_state(painter: QPainter, box: QRectF, state: str, t: Tokens) -> None:
    """The state of a step: tick (ready), tick with a pencil's dot (edited), triangle (stale), cross (failing), ring."""
    painter.setPen(Qt.PenStyle.NoPen)
    if state in ("ready", "edited"):
        painter.setBrush(color(t.ok))
        painter.drawEllipse(box)
        _tick(painter, box, color(t.surface))
        if state == "edited":
            painter.setPen(QPen(color(t.surface), 1.5))
            painter.setBrush(color(t.accent))
            dot = box.width() * 0.46
            painter.drawEllipse(QRectF(box.right() - dot * 0.8, box.bottom() - dot * 0.8, dot, dot))
    elif state == "stale":
        paint_warning(painter, box, t)
    elif state == "failing":
        painter.setBrush(color(t.live))
        painter.drawEllipse(box)
        reach = box.width() * 0.18
        c = box.center()
        painter.setPen(QPen(color(t.surface), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(c.x() - reach, c.y() - reach), QPointF(c.x() + reach, c.y() + reach))
        painter.drawLine(QPointF(c.x() - reach, c.y() + reach), QPointF(c.x() + reach, c.y() - reach))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color(t.faint), box.width() * 0.13))
        inset = box.width() * 0.09
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


def paint_warning(painter: QPainter, box: QRectF, t: Tokens) -> None:
    """A triangle with an exclamation mark: stale, at risk."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(t.warn))
    path = QPainterPath(QPointF(box.center().x(), box.top() + 0.5))
    path.lineTo(box.right(), box.bottom() - 0.5)
    path.lineTo(box.left(), box.bottom() - 0.5)
    path.closeSubpath()
    painter.drawPath(path)
    painter.setPen(QPen(color(t.surface), box.width() * 0.1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    x, h = box.center().x(), box.height()
    painter.drawLine(QPointF(x, box.top() + h * 0.42), QPointF(x, box.top() + h * 0.62))
    painter.drawPoint(QPointF(x, box.top() + h * 0.8))


def paint_clash(painter: QPainter, box: QRectF, t: Tokens) -> None:
    """Two discs that want the same place: a clash."""
    size = box.width() * 0.64
    tone = color(t.live)
    left = QRectF(box.left(), box.center().y() - size / 2, size, size)
    right = QRectF(box.right() - size, left.top(), size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone)
    painter.drawEllipse(left)
    inset = box.width() * 0.06
    painter.setPen(QPen(tone, box.width() * 0.12))
    painter.setBrush(color(t.surface))
    painter.drawEllipse(right.adjusted(inset, inset, -inset, -inset))


def paint_stage(painter: QPainter, box: QRectF, stage: Stage, tone: QColor) -> None:
    """A stage as a shape for where its word does not fit; idea and planned have none (an idea's card is dashed)."""
    pen = QPen(tone, 1.25, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y, w = box.left(), box.top(), box.width()
    if stage is Stage.SCRIPTED:  # lines of text
        for part, length in ((0.22, 0.9), (0.5, 0.9), (0.78, 0.55)):
            painter.drawLine(QPointF(x + w * 0.08, y + w * part), QPointF(x + w * length, y + w * part))
    elif stage is Stage.RECORDED:  # a record button
        painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.drawEllipse(box.center(), w * 0.2, w * 0.2)
    elif stage is Stage.SUBTITLED:  # a screen with a caption
        painter.drawRoundedRect(box.adjusted(0.6, w * 0.12, -0.6, -w * 0.12), 1.5, 1.5)
        painter.drawLine(QPointF(x + w * 0.28, y + w * 0.64), QPointF(x + w * 0.72, y + w * 0.64))
    elif stage is Stage.SCHEDULED:  # a clock
        painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
        c = box.center()
        painter.drawLine(c, QPointF(c.x(), c.y() - w * 0.25))
        painter.drawLine(c, QPointF(c.x() + w * 0.2, c.y()))
    elif stage is Stage.PUBLISHED:  # sent off: an arrow up
        painter.drawLine(QPointF(x + w * 0.5, y + w * 0.9), QPointF(x + w * 0.5, y + w * 0.12))
        painter.drawLine(QPointF(x + w * 0.5, y + w * 0.12), QPointF(x + w * 0.18, y + w * 0.44))
        painter.drawLine(QPointF(x + w * 0.5, y + w * 0.12), QPointF(x + w * 0.82, y + w * 0.44))
    elif stage is Stage.CANCELLED:  # no entry
        painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
        turn = w * 0.5 * math.sqrt(0.5) - 0.6
        c = box.center()
        painter.drawLine(QPointF(c.x() - turn, c.y() + turn), QPointF(c.x() + turn, c.y() - turn))
