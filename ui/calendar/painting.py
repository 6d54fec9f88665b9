"""How a card is painted: glyph, time, stage, owner, signs and ring on the first line, the title below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap

from studio.plan.item import Kind, Stage
from ui import fonts, words
from ui.calendar.card import Card
from ui.calendar.layout import PADDING, TIME_LINE, TITLE_LINE, Form, Slot
from ui.calendar.parts import blit, picture_of
from ui.calendar.text import advance, broken, elided
from ui.glyphs import paint_clash, paint_kind, paint_ring, paint_stage, paint_warning
from ui.theme import color, tokens
from ui.tokens import Tokens

GLYPH, RING, STAGE, SIGN, DISC = 8.0, 13.0, 10.0, 11.0, 15.0
TITLE = (fonts.SMALL, fonts.SEMIBOLD)
_INITIALS = (8.5, fonts.BOLD)
_LEAST_TITLE = 56.0  # pixels of a title that matter more than the time or the owner before it
_SHORT_TITLE = 46.0  # pixels of a title that matter more than the stage before it
_ROOMY = 130.0  # from this width on a card names its owner; narrower ones all show initials, so that a day looks calm


def title_lines(card: Card, width: float) -> int:
    """How many lines, one or two, the title of a full card takes at this width in pixels."""
    return len(broken(card.title, int(width), 2, *TITLE))


def paint_card(painter: QPainter, slot: Slot, t: Tokens, *, chosen: bool = False, faded: bool = False) -> None:
    """Paint one card; `chosen` draws the selection's border, `faded` is for days of another month."""
    box = slot.box
    if faded:
        painter.setOpacity(0.6)
    _ground(painter, slot, t)
    if slot.form is Form.FULL:
        line = QRectF(box.left() + PADDING, box.top() + 2, box.width() - 2 * PADDING, TIME_LINE)
        _facts(painter, line, slot, t)
        _title(painter, line.left(), line.bottom() - 1.5, line.width(), slot, t)
    else:
        _one_line(painter, box.adjusted(PADDING, 0, -PADDING, 0), slot, t)
    if faded:
        painter.setOpacity(1.0)
    if chosen:
        paint_choice(painter, box, t)


def paint_choice(painter: QPainter, box: QRectF, t: Tokens) -> None:
    """The border of a card that is chosen."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(t.accent), 2))
    painter.drawRoundedRect(box, 6, 6)


def _ground(painter: QPainter, slot: Slot, t: Tokens) -> None:
    video, dashed = slot.card.kind is Kind.VIDEO, slot.card.stage is Stage.IDEA

    def paint(inner: QPainter, box: QRectF) -> None:
        inner.setPen(Qt.PenStyle.NoPen)
        inner.setBrush(color(t.surface if dashed else t.video_bg if video else t.live_bg))
        inner.drawRoundedRect(box, 6, 6)
        if dashed:
            inner.setPen(QPen(color(t.video if video else t.live, 0.55), 1, Qt.PenStyle.DashLine))
            inner.setBrush(Qt.BrushStyle.NoBrush)
            inner.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    blit(painter, ("ground", t.dark, video, dashed), slot.box, paint)


# the parts of the first line, each painted leftwards from or rightwards to where the next one stands


def _kind(painter: QPainter, left: float, middle: float, card: Card, t: Tokens) -> float:
    kind, box = card.kind, QRectF(left, middle - GLYPH / 2, GLYPH, GLYPH)
    blit(painter, ("kind", t.dark, kind), box, lambda inner, place: paint_kind(inner, place, kind, t))
    return left + GLYPH + 5


def _ring(painter: QPainter, right: float, middle: float, card: Card, t: Tokens) -> float:
    """Paint the ring at the right end; where what stands left of it must stop."""
    if card.score is None:
        return right
    # 48 arcs look like every arc there is.
    score = 1.0 if card.score >= 0.999 else 0.0 if card.score <= 0.001 else min(47, max(1, round(card.score * 48))) / 48
    tone = t.video if card.kind is Kind.VIDEO else t.live
    box = QRectF(right - RING, middle - RING / 2, RING, RING)
    blit(painter, ("ring", tone, score), box, lambda inner, place: paint_ring(inner, place, score, color(tone), t))
    return right - RING - 4


def _signs(painter: QPainter, right: float, middle: float, card: Card, t: Tokens) -> float:
    """Paint the signs of what is wrong; where what stands left of them must stop."""
    for wrong, paint in ((card.clash, paint_clash), (card.late, paint_warning)):
        if wrong:
            box = QRectF(right - SIGN, middle - SIGN / 2, SIGN, SIGN)
            blit(painter, (paint, t.dark), box, lambda inner, place, paint=paint: paint(inner, place, t))
            right -= SIGN + 4
    return right


def _stage(painter: QPainter, left: float, middle: float, card: Card, t: Tokens) -> None:
    stage, box = card.stage, QRectF(left, middle - STAGE / 2, STAGE, STAGE)
    blit(painter, ("stage", t.dark, stage), box, lambda inner, place: paint_stage(inner, place, stage, color(t.muted)))


def _disc(painter: QPainter, right: float, middle: float, card: Card, t: Tokens) -> float:
    """Paint the owner's initials in a disc; where what stands left of it must stop."""
    text = initials(card.owner)

    def paint(inner: QPainter, box: QRectF) -> None:
        inner.setPen(QPen(color(t.muted, 0.45), 1))
        inner.setBrush(color(t.surface))
        inner.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        inner.setPen(color(t.text))
        inner.setFont(fonts.font(*_INITIALS))
        inner.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    blit(painter, ("owner", t.dark, text), QRectF(right - DISC, middle - DISC / 2, DISC, DISC), paint)
    return right - DISC - 4


def initials(name: str) -> str:
    """The letters that stand for a person: "DL" for Dewi Lestari, "Sa" for Sari."""
    parts = name.split()
    return (parts[0][:1] + parts[-1][:1]).upper() if len(parts) > 1 else name.strip()[:2].capitalize()


def _facts(painter: QPainter, line: QRectF, slot: Slot, t: Tokens) -> None:
    """Time, stage and owner; the stage and the owner in words where there is room, else by shape and initials."""
    card, middle = slot.card, line.center().y()
    right = _signs(painter, _ring(painter, line.right(), middle, card, t), middle, card, t)
    left = _kind(painter, line.left(), middle, card, t)
    at = _said(slot) if card.at else words.translate("Calendar", "All day")
    size = fonts.SMALL if advance(at, fonts.SMALL) <= right - left else fonts.TINY
    _muted(painter, t, size)
    _text(painter, left, middle, elided(at, int(right - left), size), size)
    left += advance(at, size) + 5
    owner = card.owner.split()[0] if card.owner.strip() else ""
    room = right - left
    word = "· " + words.stage_name(card.stage)
    if advance(word, size) + 5 + (DISC if owner else 0) <= room:
        _text(painter, left, middle, word, size)
        room -= advance(word, size) + 5
    elif card.stage not in (Stage.IDEA, Stage.PLANNED) and room >= STAGE:
        _stage(painter, left, middle, card, t)
        room -= STAGE + 5
    if owner and line.width() >= _ROOMY and advance(owner, size) <= room:
        _text(painter, right - advance(owner, size), middle, owner, size)
    elif owner and room >= DISC:
        _disc(painter, right, middle, card, t)


def _title(painter: QPainter, left: float, top: float, width: float, slot: Slot, t: Tokens) -> None:
    _title_pen(painter, slot.card, t)
    for text in broken(slot.card.title, int(width), slot.lines, *TITLE):
        _text(painter, left, top + TITLE_LINE / 2, text, *TITLE)
        top += TITLE_LINE


def _one_line(painter: QPainter, line: QRectF, slot: Slot, t: Tokens) -> None:
    card, middle = slot.card, line.center().y()
    left = _kind(painter, line.left(), middle, card, t)
    # In a very narrow day the title needs the ring's place more; a warning is never left out.
    right = _ring(painter, line.right(), middle, card, t) if line.width() >= 70 else line.right()
    right = _signs(painter, right, middle, card, t)
    title = advance(card.title, *TITLE)
    at = _said(slot)
    if at and right - left - advance(at, fonts.SMALL) - 5 >= min(title, _LEAST_TITLE):
        _muted(painter, t, fonts.SMALL)
        _text(painter, left, middle, at, fonts.SMALL)
        left += advance(at, fonts.SMALL) + 5
    if card.stage not in (Stage.IDEA, Stage.PLANNED) and right - left - STAGE - 5 >= min(title, _SHORT_TITLE):
        _stage(painter, left, middle, card, t)
        left += STAGE + 5
    if card.owner.strip() and right - left - DISC - 4 >= min(title, 2 * _LEAST_TITLE):
        right = _disc(painter, right, middle, card, t)
    if right > left + 4:
        _title_pen(painter, card, t)
        _text(painter, left, middle, elided(card.title, int(right - left), *TITLE), *TITLE)


def _said(slot: Slot) -> str:
    if slot.said is not None:
        return slot.said
    return words.clock(slot.card.at) if slot.card.at else ""


def _muted(painter: QPainter, t: Tokens, size: float) -> None:
    painter.setFont(fonts.font(size))
    painter.setPen(color(t.muted))


def _title_pen(painter: QPainter, card: Card, t: Tokens) -> None:
    font = fonts.font(*TITLE)
    if card.stage is Stage.CANCELLED:
        font = QFont(font)
        font.setStrikeOut(True)
    painter.setFont(font)
    painter.setPen(color(t.muted if card.stage is Stage.CANCELLED else t.text))


def _text(painter: QPainter, left: float, middle: float, text: str, size: float, weight: int = fonts.REGULAR) -> None:
    # By its base line: with a box Qt would lay the line out anew each time, at twice the cost.
    metrics = fonts.metrics(size, weight)
    painter.drawText(QPointF(left, middle + (metrics.ascent() - metrics.descent()) / 2), text)


def hand_picture(cards: Sequence[Card], width: float, ratio: float) -> QPixmap:
    """The cards as a picture for the hand that drags them: the first, on a pile, with how many they are."""
    t, more = tokens(), min(2, len(cards) - 1)
    slot = Slot(cards[0], QRectF(2, 2, max(80.0, width), 37), Form.FULL)

    def paint(painter: QPainter, _box: QRectF) -> None:
        for step in range(more, 0, -1):
            painter.setPen(QPen(color(t.line), 1))
            painter.setBrush(color(t.surface))
            painter.drawRoundedRect(slot.box.translated(4 * step, 4 * step), 6, 6)
        paint_card(painter, slot, t, chosen=True)
        if more:
            _badge(painter, QPointF(slot.box.right() - 2, slot.box.top() + 6), str(len(cards)), t)

    return picture_of(slot.box.width() + 24, slot.box.height() + 16, ratio, paint)


def _badge(painter: QPainter, middle: QPointF, text: str, t: Tokens) -> None:
    width = max(18.0, advance(text, fonts.TINY, fonts.BOLD) + 10)
    box = QRectF(middle.x() - width / 2, max(0.0, middle.y() - 9), width, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(t.accent))
    painter.drawRoundedRect(box, 9, 9)
    painter.setPen(color(t.on_accent))
    painter.setFont(fonts.font(fonts.TINY, fonts.BOLD))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
