"""How the rows of the list are painted: heads of groups over their whole width, cells with their signs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from studio.plan.item import Kind, Stage
from ui import fonts, words
from ui.calendar.card import Card, DayMark
from ui.calendar.parts import blit
from ui.calendar.text import advance, elided
from ui.glyphs import paint_clash, paint_kind, paint_ring, paint_stage, paint_warning
from ui.items.columns import Column
from ui.items.groups import Head
from ui.theme import color
from ui.tokens import Tokens

LEFT = 10.0  # where a cell's text begins
INDENT = 28.0  # where the title begins, after the glyph
_GLYPH, _SHAPE, _RING, _SIGN = 9.0, 11.0, 13.0, 11.0
_SAID = 230  # pixels of a title's cell from which on its signs are named too


def paint_ground(painter: QPainter, box: QRectF, t: Tokens, *, chosen: bool) -> None:
    """The ground of a row, and the hairline below it."""
    painter.fillRect(box, color(t.accent_bg if chosen else t.surface))
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color(t.line))


def paint_focus(painter: QPainter, box: QRectF, t: Tokens) -> None:
    """The border of the cell with the focus."""
    painter.setPen(QPen(color(t.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), 4, 4)


def paint_cell(
    painter: QPainter, box: QRectF, column: Column, text: str, card: Card, score: float | None, t: Tokens
) -> None:
    """One cell: its sign, and its text as far as there is room."""
    name, middle = column.name, box.center().y() - 0.5
    left, right = box.left() + LEFT, box.right() - 8
    if name == "title":
        _part(painter, ("kind", t.dark, card.kind), left, middle, _GLYPH, lambda p, b: paint_kind(p, b, card.kind, t))
        left = box.left() + INDENT
        right = _signs(painter, right, middle, card, t, said=box.width() >= _SAID)
        _title(painter, left, right, middle, text, card, t)
        return
    if name == "stage" and card.stage not in (Stage.IDEA, Stage.PLANNED):
        _part(
            painter, ("stage", t.dark, card.stage), left, middle, _SHAPE,
            lambda p, b: paint_stage(p, b, card.stage, color(t.muted)),
        )  # fmt: skip
    if name == "stage":
        left += _SHAPE + 7
    if name == "ready" and score is not None:
        tone, arc = t.video if card.kind is Kind.VIDEO else t.live, round(score * 48) / 48
        if 0 < score < 1:
            arc = min(47 / 48, max(1 / 48, arc))  # nearly ready is not ready
        _part(
            painter, ("ring", t.dark, tone, arc), left, middle, _RING,
            lambda p, b: paint_ring(p, b, arc, color(tone), t),
        )  # fmt: skip
        left += _RING + 7
    quiet = name in ("time", "length", "ready", "episode")
    _text(painter, left, right, middle, text, t.muted if quiet else t.text)


def _title(painter: QPainter, left: float, right: float, middle: float, text: str, card: Card, t: Tokens) -> None:
    gone = card.stage is Stage.CANCELLED
    font = fonts.font(weight=fonts.MEDIUM)
    if gone:
        font = QFont(font)
        font.setStrikeOut(True)
    _text(painter, left, right, middle, text, t.muted if gone else t.text, fonts.BODY, fonts.MEDIUM, font)


def _signs(painter: QPainter, right: float, middle: float, card: Card, t: Tokens, *, said: bool) -> float:
    """Paint what is wrong with an item at the right end; where what stands left of it must stop."""
    for wrong, name, paint, tone, says in (
        (card.clash, "clash", paint_clash, t.live, words.translate("Items", "Clash")),
        (card.late, "late", paint_warning, t.warn, words.translate("Items", "At risk")),
    ):
        if not wrong:
            continue
        if said:
            right -= advance(says, fonts.SMALL, fonts.MEDIUM)
            _text(painter, right, right + 200, middle, says, tone, fonts.SMALL, fonts.MEDIUM)
            right -= 5
        right -= _SIGN
        _part(painter, (name, t.dark), right, middle, _SIGN, lambda p, b, paint=paint: paint(p, b, t))
        right -= 8
    return right


def _part(painter: QPainter, key: object, left: float, middle: float, size: float, paint) -> None:  # type: ignore[no-untyped-def]
    blit(painter, key, QRectF(left, middle - size / 2, size, size), paint)  # type: ignore[arg-type]


def _text(
    painter: QPainter, left: float, right: float, middle: float, text: str, tone: str,
    size: float = fonts.BODY, weight: int = fonts.REGULAR, font: QFont | None = None,
) -> None:  # fmt: skip
    if not text or right <= left:
        return
    # By its base line: with a box Qt would lay the line out anew each time, at twice the cost.
    metrics = fonts.metrics(size, weight)
    painter.setFont(font or fonts.font(size, weight))
    painter.setPen(color(tone))
    base = middle + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(left, base), elided(text, int(right - left), size, weight))


def paint_head(
    painter: QPainter, row: QRectF, head: Head, marks: Sequence[DayMark], t: Tokens,
    *, today: bool, focused: bool, hovered: bool,
) -> None:  # fmt: skip
    """The head of a group in its whole row: whether it is folded, its name, its number, and a day's marks."""
    painter.fillRect(row, color(t.bg))
    painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), color(t.line))
    middle, left = row.center().y() - 0.5, row.left() + LEFT
    _part(painter, ("fold", t.dark, head.folded), left, middle, 10, lambda p, b: _chevron(p, b, head.folded, t))
    left += 18
    left = _group_sign(painter, left, middle, head, t)
    weight = fonts.BOLD if today else fonts.SEMIBOLD
    title = elided(head.title, int(max(40.0, row.right() - left - 120)), fonts.BODY, weight)
    _text(painter, left, row.right(), middle, title, t.accent if today else t.text, fonts.BODY, weight)
    left += advance(title, fonts.BODY, weight) + 8
    count = str(head.count)
    _text(painter, left, row.right(), middle, count, t.muted, fonts.SMALL)
    left += advance(count, fonts.SMALL) + 14
    room = row.right() - 44 - left
    for mark in sorted(marks, key=lambda mark: not mark.is_holiday):
        says = elided(mark.name, int(max(0.0, room)), fonts.SMALL, fonts.MEDIUM)
        _text(
            painter, left, row.right(), middle, says, t.live if mark.is_holiday else t.warn, fonts.SMALL, fonts.MEDIUM
        )
        taken = advance(says, fonts.SMALL, fonts.MEDIUM) + 12
        left, room = left + taken, room - taken
    if head.day is not None and (hovered or focused):
        _part(painter, ("plus", t.dark), row.right() - 30, middle, 12, lambda p, b: _plus(p, b, t))
    if focused:
        paint_focus(painter, row, t)


def plus_box(row: QRectF) -> QRectF:
    """Where a head of a day takes a click for a new item."""
    return QRectF(row.right() - 42, row.top(), 36, row.height())


def _group_sign(painter: QPainter, left: float, middle: float, head: Head, t: Tokens) -> float:
    key = head.key
    if isinstance(key, Kind):
        _part(painter, ("kind", t.dark, key), left, middle, _GLYPH, lambda p, b: paint_kind(p, b, key, t))
        return left + _GLYPH + 8
    if isinstance(key, Stage) and key not in (Stage.IDEA, Stage.PLANNED):
        tone = color(t.muted)
        _part(painter, ("stage", t.dark, key), left, middle, _SHAPE, lambda p, b: paint_stage(p, b, key, tone))
        return left + _SHAPE + 8
    return left


def _chevron(painter: QPainter, box: QRectF, folded: bool, t: Tokens) -> None:
    c, reach = box.center(), box.width() * 0.3
    path = QPainterPath()
    if folded:
        path.moveTo(c.x() - reach / 2, c.y() - reach)
        path.lineTo(c.x() + reach / 2, c.y())
        path.lineTo(c.x() - reach / 2, c.y() + reach)
    else:
        path.moveTo(c.x() - reach, c.y() - reach / 2)
        path.lineTo(c.x(), c.y() + reach / 2)
        path.lineTo(c.x() + reach, c.y() - reach / 2)
    painter.setPen(QPen(color(t.muted), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path)


def _plus(painter: QPainter, box: QRectF, t: Tokens) -> None:
    painter.setPen(QPen(color(t.accent), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    c = box.center()
    painter.drawLine(QPointF(c.x(), box.top() + 1), QPointF(c.x(), box.bottom() - 1))
    painter.drawLine(QPointF(box.left() + 1, c.y()), QPointF(box.right() - 1, c.y()))
