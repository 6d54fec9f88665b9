"""How a card is painted: glyph, time and ring on the first line, the title below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from studio.plan.item import Kind, Stage
from ui import fonts, words
from ui.calendar.card import Card
from ui.calendar.layout import PADDING, TIME_LINE, TITLE_LINE, Form, Slot
from ui.calendar.text import broken
from ui.glyphs import paint_kind, paint_ring, paint_stage
from ui.theme import color
from ui.tokens import Tokens

GLYPH, RING, STAGE = 8.0, 13.0, 10.0
TITLE = (fonts.SMALL, fonts.SEMIBOLD)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def title_lines(card: Card, width: float) -> int:
    """How many lines, one or two, the title of a full card takes at this width in pixels."""
    return len(broken(card.title, int(width), 2, *TITLE))


def paint_card(painter: QPainter, slot: Slot, t: Tokens, *, chosen: bool = False, faded: bool = False) -> None:
    """Paint one card; `chosen` draws the selection's border, `faded` is for days of another month."""
    card = slot.card
    painter.save()
    if faded:
        painter.setOpacity(0.6)
    _ground(painter, slot, t, chosen)
    if slot.form is Form.FULL:
        line = QRectF(slot.box.left() + PADDING, slot.box.top() + 2, slot.box.width() - 2 * PADDING, TIME_LINE)
        right = _ring(painter, line, card, t)
        _facts(painter, QRectF(line.left(), line.top(), right - line.left(), line.height()), card, t)
        _title(painter, QRectF(line.left(), line.bottom() - 1.5, line.width(), TITLE_LINE), slot, t)
    else:
        line = slot.box.adjusted(PADDING, 0, -PADDING, 0)
        # In a very narrow day the title needs the ring's place more.
        right = _ring(painter, line, card, t) if line.width() >= 70 else line.right() + 4
        _one_line(painter, QRectF(line.left(), line.top(), right - line.left() - 4, line.height()), card, t)
    painter.restore()


def _ground(painter: QPainter, slot: Slot, t: Tokens, chosen: bool) -> None:
    fill, edge = (t.video_bg, t.video) if slot.card.kind is Kind.VIDEO else (t.live_bg, t.live)
    dashed = slot.card.stage is Stage.IDEA
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(t.surface if dashed else fill))
    painter.drawRoundedRect(slot.box, 6, 6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if dashed and not chosen:
        painter.setPen(QPen(color(edge, 0.55), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(slot.box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    if chosen:
        painter.setPen(QPen(color(t.accent), 2))
        painter.drawRoundedRect(slot.box, 6, 6)


def _ring(painter: QPainter, line: QRectF, card: Card, t: Tokens) -> float:
    """Paint the ring at the right end; where what stands left of it must stop."""
    if card.score is None:
        return line.right()
    box = QRectF(line.right() - RING, line.center().y() - RING / 2, RING, RING)
    paint_ring(painter, box, card.score, color(t.video if card.kind is Kind.VIDEO else t.live), t)
    return box.left() - 3


def _facts(painter: QPainter, line: QRectF, card: Card, t: Tokens) -> None:
    """Glyph, time and stage; the stage in a word where there is room, else as its shape."""
    paint_kind(painter, QRectF(line.left(), line.center().y() - GLYPH / 2, GLYPH, GLYPH), card.kind, t)
    left = line.left() + GLYPH + 5
    at = words.clock(card.at) if card.at else words.translate("Calendar", "All day")
    room = line.right() - left
    size = fonts.SMALL if fonts.metrics(fonts.SMALL).horizontalAdvance(at) <= room else fonts.TINY
    metrics = fonts.metrics(size)
    painter.setFont(fonts.font(size))
    painter.setPen(color(t.muted))
    painter.drawText(
        QRectF(left, line.top(), room, line.height()), _LEFT, metrics.elidedText(at, Qt.TextElideMode.ElideRight, room)
    )
    left += metrics.horizontalAdvance(at) + 5
    stage = words.stage_name(card.stage)
    if metrics.horizontalAdvance("· " + stage) <= line.right() - left:
        painter.drawText(QRectF(left, line.top(), line.right() - left, line.height()), _LEFT, "· " + stage)
    elif line.right() - left >= STAGE:
        paint_stage(painter, QRectF(left, line.center().y() - STAGE / 2, STAGE, STAGE), card.stage, color(t.muted))


def _title(painter: QPainter, line: QRectF, slot: Slot, t: Tokens) -> None:
    _pen(painter, slot.card, t)
    for text in broken(slot.card.title, int(line.width()), slot.lines, *TITLE):
        painter.drawText(line, _LEFT, text)
        line.translate(0, TITLE_LINE)


def _one_line(painter: QPainter, line: QRectF, card: Card, t: Tokens) -> None:
    paint_kind(painter, QRectF(line.left(), line.center().y() - GLYPH / 2, GLYPH, GLYPH), card.kind, t)
    left = line.left() + GLYPH + 5
    if card.at and line.width() >= 96:
        metrics = fonts.metrics(fonts.SMALL)
        painter.setFont(fonts.font(fonts.SMALL))
        painter.setPen(color(t.muted))
        painter.drawText(QRectF(left, line.top(), line.width(), line.height()), _LEFT, words.clock(card.at))
        left += metrics.horizontalAdvance(words.clock(card.at)) + 5
    _pen(painter, card, t)
    width = max(1, int(line.right() - left))
    painter.drawText(
        QRectF(left, line.top(), width, line.height()), _LEFT, "".join(broken(card.title, width, 1, *TITLE))
    )


def _pen(painter: QPainter, card: Card, t: Tokens) -> None:
    font = fonts.font(*TITLE)
    if card.stage is Stage.CANCELLED:
        font = QFont(font)
        font.setStrikeOut(True)
    painter.setFont(font)
    painter.setPen(color(t.muted if card.stage is Stage.CANCELLED else t.text))
