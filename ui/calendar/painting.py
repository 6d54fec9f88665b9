"""How a card is painted: glyph, time, stage, owner, signs and ring on the first line, the title below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from functools import cache, lru_cache
from typing import NamedTuple

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
_SHORT_TITLE = 64.0  # pixels of a title that matter more than the stage before it
_ROOMY = 130.0  # from this width on a card names its owner; narrower ones all show initials, so that a day looks calm


def title_lines(card: Card, width: float) -> int:
    """How many lines, one or two, the title of a full card takes at this width in pixels."""
    return len(broken(card.title, int(width), 2, *TITLE))


def paint_card(painter: QPainter, slot: Slot, t: Tokens, *, chosen: bool = False, faded: bool = False) -> None:
    """Paint one card; `chosen` draws the selection's border, `faded` is for days of another month.

    What many cards share is kept as pictures: the ground with kind, time and stage, and what stands at the right.
    """
    if faded:
        painter.setOpacity(0.6)
    card, box = slot.card, slot.box
    if slot.form is Form.FULL:
        left, right = _facts(slot)
        _paint_left(painter, box, left, TIME_LINE + 4, t)
        _paint_right(painter, box.right() - PADDING, box.top() + 2 + TIME_LINE / 2, right, t)
        _title_pen(painter, card, t)
        middle = box.top() + 2 + TIME_LINE - 1.5 + TITLE_LINE / 2
        for text in broken(card.title, int(box.width() - 2 * PADDING), slot.lines, *TITLE):
            _text(painter, box.left() + PADDING, middle, text, *TITLE)
            middle += TITLE_LINE
    else:
        left, right = _one_line(slot)
        _paint_left(painter, box, left, box.height(), t)
        middle = box.center().y()
        _paint_right(painter, box.right() - PADDING, middle, right, t)
        start = PADDING + left.width
        room = int(box.width() - PADDING - right.width - start)
        if room > 4:
            _title_pen(painter, card, t)
            _text(painter, box.left() + start, middle, elided(card.title, room, *TITLE), *TITLE)
    if faded:
        painter.setOpacity(1.0)
    if chosen:
        paint_choice(painter, box, t)


def paint_choice(painter: QPainter, box: QRectF, t: Tokens) -> None:
    """The border of a card that is chosen."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(t.accent), 2))
    painter.drawRoundedRect(box, 6, 6)


def initials(name: str) -> str:
    """The letters that stand for a person: "DL" for Dewi Lestari, "Sa" for Sari."""
    parts = name.split()
    return (parts[0][:1] + parts[-1][:1]).upper() if len(parts) > 1 else name.strip()[:2].capitalize()


class _Left(NamedTuple):
    """What stands at the left of a card's first line; `word` or `shape` is its stage, if there is room for it."""

    video: bool
    dashed: bool
    at: str
    word: str = ""
    shape: Stage | None = None

    @property
    def width(self) -> float:
        """Pixels that it takes on a card of one line, with a gap to the title."""
        at = advance(self.at, fonts.SMALL) + 5 if self.at else 0
        return GLYPH + 5 + at + (STAGE + 5 if self.shape is not None else 0)


class _Right(NamedTuple):
    """What stands at the right of a card's first line, from the right; `score` is one of 48 arcs."""

    video: bool
    score: float | None
    clash: bool
    late: bool
    disc: str = ""
    name: str = ""

    @property
    def width(self) -> float:
        """Pixels that it takes, with a gap to what stands left of it."""
        width = (RING + 4 if self.score is not None else 0.0) + (SIGN + 4) * (self.clash + self.late)
        return width + (DISC + 4 if self.disc else advance(self.name, fonts.SMALL) + 5 if self.name else 0)


def _facts(slot: Slot) -> tuple[_Left, _Right]:
    """What a full card says: stage and owner in words where there is room, else by shape and initials."""
    card, width = slot.card, slot.box.width() - 2 * PADDING
    left = _Left(card.kind is Kind.VIDEO, card.stage is Stage.IDEA, _said(slot) if card.at or slot.said else _all_day())
    right = _Right(left.video, arc(card.score), card.clash, card.late)
    owner = card.owner.split()[0] if card.owner.strip() else ""
    room = width - GLYPH - 5 - advance(left.at, fonts.SMALL) - 5 - right.width
    word = "· " + words.stage_name(card.stage)
    if not slot.staged:
        pass
    elif advance(word, fonts.SMALL) + 5 + (DISC if owner else 0) <= room:
        left = left._replace(word=word)
        room -= advance(word, fonts.SMALL) + 5
    elif card.stage not in (Stage.IDEA, Stage.PLANNED) and room >= STAGE:
        left = left._replace(shape=card.stage)
        room -= STAGE + 5
    if owner and width >= _ROOMY and advance(owner, fonts.SMALL) <= room:
        right = right._replace(name=owner)
    elif owner and room >= DISC:
        right = right._replace(disc=initials(card.owner))
    return left, right


def _one_line(slot: Slot) -> tuple[_Left, _Right]:
    """What a card on one line says beside its title, which matters most."""
    card, width = slot.card, slot.box.width() - 2 * PADDING
    # In a very narrow day the title needs the ring's place more; a warning is never left out.
    right = _Right(card.kind is Kind.VIDEO, arc(card.score) if width >= 70 else None, card.clash, card.late)
    at, title = _said(slot), advance(card.title, *TITLE)
    room = width - GLYPH - 5 - right.width
    if at and room - advance(at, fonts.SMALL) - 5 >= min(title, _LEAST_TITLE):
        room -= advance(at, fonts.SMALL) + 5
    else:
        at = ""
    shape = None
    if card.stage not in (Stage.IDEA, Stage.PLANNED) and room - STAGE - 5 >= min(title, _SHORT_TITLE):
        shape = card.stage
        room -= STAGE + 5
    if room - DISC - 4 >= min(title, 2 * _LEAST_TITLE) and card.owner.strip():
        right = right._replace(disc=initials(card.owner))
    return _Left(right.video, card.stage is Stage.IDEA, at, shape=shape), right


def _said(slot: Slot) -> str:
    if slot.said is not None:
        return slot.said
    return _clock(slot.card.at, words.locale().name()) if slot.card.at else ""


@lru_cache(maxsize=512)
def _clock(at: time, _language: str) -> str:
    return words.clock(at)


def _all_day() -> str:
    return words.translate("Calendar", "All day")


def arc(score: float | None) -> float | None:
    """The readiness that a ring shows: 48 arcs look like every arc there is."""
    if score is None:
        return None
    return 1.0 if score >= 0.999 else 0.0 if score <= 0.001 else min(47, max(1, round(score * 48))) / 48


def _paint_left(painter: QPainter, box: QRectF, left: _Left, line: float, t: Tokens) -> None:
    def paint(inner: QPainter, whole: QRectF) -> None:
        tone = t.video if left.video else t.live
        inner.setPen(Qt.PenStyle.NoPen)
        inner.setBrush(color(t.surface if left.dashed else t.video_bg if left.video else t.live_bg))
        inner.drawRoundedRect(whole, 6, 6)
        if left.dashed:
            inner.setPen(QPen(color(tone, 0.55), 1, Qt.PenStyle.DashLine))
            inner.setBrush(Qt.BrushStyle.NoBrush)
            inner.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        middle, x = line / 2, PADDING
        paint_kind(inner, QRectF(x, middle - GLYPH / 2, GLYPH, GLYPH), Kind.VIDEO if left.video else Kind.LIVE, t)
        x += GLYPH + 5
        inner.setPen(color(t.muted))
        inner.setFont(fonts.font(fonts.SMALL))
        room = int(whole.width() - x - PADDING)
        _text(inner, x, middle, elided(left.at, room, fonts.SMALL), fonts.SMALL)
        x += advance(left.at, fonts.SMALL) + 5 if left.at else 0
        if left.word:
            _text(inner, x, middle, left.word, fonts.SMALL)
        elif left.shape is not None:
            paint_stage(inner, QRectF(x, middle - STAGE / 2, STAGE, STAGE), left.shape, color(t.muted))

    blit(painter, (left, t.dark), box, paint)


def _paint_right(painter: QPainter, right: float, middle: float, shown: _Right, t: Tokens) -> None:
    width = shown.width
    if not width:
        return

    def paint(inner: QPainter, whole: QRectF) -> None:
        x, y = whole.right(), whole.center().y()
        if shown.score is not None:
            ring = QRectF(x - RING, y - RING / 2, RING, RING)
            paint_ring(inner, ring, shown.score, color(t.video if shown.video else t.live), t)
            x -= RING + 4
        for wrong, sign in ((shown.clash, paint_clash), (shown.late, paint_warning)):
            if wrong:
                sign(inner, QRectF(x - SIGN, y - SIGN / 2, SIGN, SIGN), t)
                x -= SIGN + 4
        if shown.disc:
            _paint_disc(inner, QRectF(x - DISC, y - DISC / 2, DISC, DISC), shown.disc, t)
        elif shown.name:
            inner.setPen(color(t.muted))
            inner.setFont(fonts.font(fonts.SMALL))
            _text(inner, x - advance(shown.name, fonts.SMALL), y, shown.name, fonts.SMALL)

    blit(painter, (shown, t.dark), QRectF(right - width, middle - 8, width, 16), paint)


def _paint_disc(painter: QPainter, box: QRectF, text: str, t: Tokens) -> None:
    """A person's initials."""
    painter.setPen(QPen(color(t.muted, 0.45), 1))
    painter.setBrush(color(t.surface))
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(color(t.text))
    painter.setFont(fonts.font(*_INITIALS))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _title_pen(painter: QPainter, card: Card, t: Tokens) -> None:
    gone = card.stage is Stage.CANCELLED
    painter.setFont(_struck() if gone else fonts.font(*TITLE))
    painter.setPen(color(t.muted if gone else t.text))


@cache
def _struck() -> QFont:
    font = QFont(fonts.font(*TITLE))
    font.setStrikeOut(True)
    return font


def _text(painter: QPainter, left: float, middle: float, text: str, size: float, weight: int = fonts.REGULAR) -> None:
    # By its base line: with a box Qt would lay the line out anew each time, at twice the cost.
    painter.drawText(QPointF(left, middle + _base(size, weight)), text)


@cache
def _base(size: float, weight: int) -> float:
    """How far below the middle of a line its base is."""
    metrics = fonts.metrics(size, weight)
    return (metrics.ascent() - metrics.descent()) / 2


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
