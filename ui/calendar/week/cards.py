"""How a card of the week is painted, as large as there is room for, and how it says its time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from studio.plan.item import DEFAULT_ZONE, Kind, Stage
from ui import fonts, words
from ui.calendar.card import Card
from ui.calendar.layout import PADDING, TIME_LINE, TITLE_LINE, Form, Slot
from ui.calendar.painting import GLYPH, RING, SIGN, TITLE, paint_card
from ui.calendar.text import advance, broken, elided
from ui.calendar.week.geometry import HOUR, SNAP
from ui.calendar.week.layout import Seat, minutes_of
from ui.glyphs import paint_clash, paint_kind, paint_ring, paint_warning
from ui.theme import color
from ui.tokens import Tokens

_FULL = TIME_LINE + TITLE_LINE + 4
NARROW = 44.0  # a card that has room for signs and hardly a letter
_WIDE = 240.0  # a card that has room to say when it ends
_SHORTEST = 24.0  # pixels: no time is as short as this
_SEEN = 8.0  # pixels: a bar that is shorter looks like a speck
_ON_ITS_SIDE = 34.0  # pixels: a few letters of a title
Paint = Callable[[QPainter, QRectF, Tokens], None]
_VCENTER = Qt.AlignmentFlag.AlignVCenter


def is_sliver(width: float) -> bool:
    """Whether a card is too narrow for any word that does not lie on its side."""
    return width < NARROW


def is_wordless(width: float, height: float) -> bool:
    """Whether a card has no room for any word at all."""
    return is_sliver(width) and height < 6 + GLYPH + 5 + _ON_ITS_SIDE + 4


def paint_seat(painter: QPainter, card: Card, seat: Seat, box: QRectF, t: Tokens) -> None:
    """Paint a card as large as there is room: signs, a line, or time, title, and who hosts it where."""
    room = _room_for_time(card, box.width())
    tall = box.height() >= _FULL + (TITLE_LINE if room < 0 else 0)
    if is_sliver(box.width()):
        _paint_sliver(painter, card, box, t)
    elif room < 0 and box.height() >= _FULL and not tall:
        # What it is matters more than how far it is; what is wrong with it is left out last.
        fewer = _with_fewer_signs(card, box.width())
        paint_card(painter, Slot(fewer, box, Form.FULL, 1, ""), t)
    elif tall:
        _paint_whole(painter, card, seat, box, t, room)
    else:
        # On one line the place in the hours says the time better than half of a title would.
        said = _fitting(card, seat, max(0.0, min(room, box.width() / 2)))
        paint_card(painter, Slot(card, box, Form.SLIM, said=said), t)
    if seat.part is not None:
        _paint_length(painter, card, seat, box, t)


def _paint_whole(painter: QPainter, card: Card, seat: Seat, box: QRectF, t: Tokens, room: float) -> None:
    """Time and signs, the title on up to three lines, and who hosts it where."""
    inner = box.adjusted(PADDING, 0, -PADDING, -2)
    shown = card
    if room < 0:
        # The signs have no room beside the glyph: they stand at the foot.
        shown = replace(card, score=None, late=False, clash=False)
        inner.setBottom(inner.bottom() - TITLE_LINE)
    lines = min(int((inner.height() - TIME_LINE - 2) // TITLE_LINE), 3)
    lines = min(lines, len(broken(card.title, int(inner.width()), 3, *TITLE)))
    said = _fitting(card, seat, room)
    paint_card(painter, Slot(shown, box, Form.FULL, lines, said), t)
    zone = "" if zone_of(card) in said else zone_of(card)
    _paint_people(painter, card, inner.adjusted(0, TIME_LINE + TITLE_LINE * lines + 1, 0, 0), t, zone=zone)
    if room < 0:
        _paint_foot(painter, card, inner.left(), inner.bottom() + TITLE_LINE / 2 - 1, inner.width(), t)


def _paint_foot(painter: QPainter, card: Card, left: float, middle: float, width: float, t: Tokens) -> None:
    for wanted, paint, size in _signs(card, t):
        if wanted and width >= size:
            paint(painter, QRectF(left, middle - size / 2, size, size), t)
            left, width = left + size + 3, width - size - 3


def _with_fewer_signs(card: Card, width: float) -> Card:
    """The card with as many of its signs as stand beside the glyph."""
    for left_out in ({"score": None}, {"score": None, "late": False}, {"score": None, "late": False, "clash": False}):
        fewer = replace(card, **left_out)
        if _room_for_time(fewer, width) >= 0:
            break
    return fewer


def _room_for_time(card: Card, width: float) -> float:
    """The pixels between the glyph and the signs of a card."""
    right = (RING + 4 if card.score is not None else 0) + (SIGN + 4) * (card.late + card.clash)
    return width - 2 * PADDING - GLYPH - 5 - right


def _fitting(card: Card, seat: Seat, room: float) -> str:
    """The longest way to say the time that fits, "" for none: the hours at the left say it too."""
    if seat.part is None or room < _SHORTEST:
        return ""
    ways = [said_time(card, opens=seat.opens)]
    if zone_of(card):
        # Where a card stands says its hour, but nothing else says its zone.
        ways.append(zone_of(card))
    if room >= _WIDE and seat.opens:
        ways.insert(0, said_time(card, until=True))
    return next((way for way in ways if advance(way, fonts.SMALL) <= room), "")


def _paint_sliver(painter: QPainter, card: Card, box: QRectF, t: Tokens) -> None:
    """A card with no room for words: its signs, from top to bottom, and its title on its side where it is long."""
    fill, edge = (t.video_bg, t.video) if card.kind is Kind.VIDEO else (t.live_bg, t.live)
    dashed = card.stage is Stage.IDEA
    painter.setPen(QPen(color(edge, 0.55), 1, Qt.PenStyle.DashLine) if dashed else Qt.PenStyle.NoPen)
    painter.setBrush(color(t.surface if dashed else fill))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if dashed else box, 5, 5)
    middle, top = box.center().x() + 1, box.top() + 6
    if box.height() < 18:
        top = box.center().y() - GLYPH / 2
    paint_kind(painter, QRectF(middle - GLYPH / 2, top, GLYPH, GLYPH), card.kind, t)
    top += GLYPH + 5
    # What it is matters more than how far it is.
    whole = box.bottom() - 4 - top - (SIGN + 4) * (card.clash + card.late)
    crowded = _ON_ITS_SIDE <= whole < advance(card.title, *TITLE) + RING + 3
    for wanted, paint, size in _signs(replace(card, score=None) if crowded else card, t):
        if wanted and top + size <= box.bottom() - 3:
            paint(painter, QRectF(middle - size / 2, top, size, size), t)
            top += size + 4
    room = box.bottom() - 4 - top
    if room >= _ON_ITS_SIDE:
        painter.save()
        painter.translate(middle, top)
        painter.rotate(90)
        painter.setPen(color(t.text))
        painter.setFont(fonts.font(*TITLE))
        line = QRectF(0, -TITLE_LINE / 2, room, TITLE_LINE)
        painter.drawText(line, _VCENTER, elided(card.title, int(room), *TITLE))
        painter.restore()


def _signs(card: Card, t: Tokens) -> tuple[tuple[bool, Paint, float], ...]:
    """What is wrong with a card and how far it is: whether it is to be said, how, and how large."""
    tone = color(t.video if card.kind is Kind.VIDEO else t.live)
    return (
        (card.clash, paint_clash, SIGN),
        (card.late, paint_warning, SIGN),
        (
            card.score is not None,
            lambda painter, box, t: paint_ring(painter, box, card.score or 0.0, tone, t),
            RING - 1,
        ),
    )


def _paint_length(painter: QPainter, card: Card, seat: Seat, box: QRectF, t: Tokens) -> None:
    """A bar at the left as long as the item is: the card of a short video is taller than the video is long."""
    assert seat.part is not None
    length = min(box.height(), (seat.part.last - seat.part.first) * HOUR / 60 - 2)
    if length >= _SEEN and card.minutes:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(t.video if card.kind is Kind.VIDEO else t.live))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), 3, length), 1.5, 1.5)


def _paint_people(painter: QPainter, card: Card, box: QRectF, t: Tokens, *, zone: str) -> None:
    """Who hosts it and where, and the zone where the time does not say it, on as many lines as there are left."""
    host, studio = (card.item.host, card.item.studio) if card.item is not None else ("", "")
    facts = [fact for fact in (zone, host, studio) if fact]
    lines = int(box.height() // TITLE_LINE)
    if not facts or lines < 1:
        return
    painter.setFont(fonts.font(fonts.TINY))
    painter.setPen(color(t.muted))
    joined = " · ".join(facts)
    rows = [joined] if lines == 1 or advance(joined, fonts.TINY) <= box.width() else facts
    for number, text in enumerate(rows[:lines]):
        place = QRectF(box.left(), box.top() + number * TITLE_LINE, box.width(), TITLE_LINE)
        painter.drawText(place, _VCENTER, elided(text, int(box.width()), fonts.TINY))


def zone_of(card: Card) -> str:
    """The short name of a card's zone, "" where it is the one that everybody means."""
    if card.item is None or card.item.zone == DEFAULT_ZONE:
        return ""
    name = words.zone_name(card.item.zone)
    return "" if name == words.zone_name(DEFAULT_ZONE) else name


def said_time(card: Card, *, opens: bool = True, until: bool = False) -> str:
    """When a card is: "14:00 WITA", "–01:00" for what goes on from the day before; `until` says its length too.

    That is "19:30–20:04", and "19:30 · 60 s" for a short video, whose end nobody plans.
    """
    if card.at is None:
        return ""
    tail = f" {zone_of(card)}" if zone_of(card) else ""
    end = datetime.combine(card.day or datetime.min.date(), card.at) + timedelta(minutes=minutes_of(card))
    if not opens:
        return f"–{words.clock(end.time())}{tail}"
    if until and (card.minutes or 0) >= SNAP:
        return f"{words.clock(card.at)}–{words.clock(end.time())}{tail}"
    if until and card.minutes:
        return f"{words.clock(card.at)}{tail} · {words.length(card.minutes)}"
    return f"{words.clock(card.at)}{tail}"


def paint_ghost(painter: QPainter, card: Card, box: QRectF, t: Tokens) -> None:
    """Where a dragged card would stand, and the time that it would take."""
    painter.setPen(QPen(color(t.accent), 2))
    painter.setBrush(color(t.accent_bg, 0.94))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
    painter.setPen(color(t.accent))
    painter.setFont(fonts.font(fonts.SMALL, fonts.BOLD))
    at = said_time(card, until=True) or words.translate("Calendar", "All day")
    line = QRectF(box.left() + 7, box.top() + 1, box.width() - 12, min(box.height() - 2, TIME_LINE + 2))
    width = int(line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, elided(at, width, fonts.SMALL, fonts.BOLD))
    painter.setPen(color(t.text))
    painter.setFont(fonts.font(*TITLE))
    if box.height() >= _FULL:
        line.translate(0, TIME_LINE - 1)
        line.setHeight(TITLE_LINE)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, elided(card.title, width, *TITLE))
    else:
        left = advance(at, fonts.SMALL, fonts.BOLD) + 7
        if line.width() - left > 24:
            text = elided(card.title, int(line.width() - left), *TITLE)
            painter.drawText(line.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
