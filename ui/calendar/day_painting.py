"""How one day of the month is painted: its number, marks, clashes, campaigns and cards, as a value's picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QTransform

from ui import fonts
from ui.calendar.bands import MOST, Band
from ui.calendar.card import Card, DayMark
from ui.calendar.layout import BAND, HEAD, SIDE, DayLayout, band_height, lay_out
from ui.calendar.painting import SIGN, paint_card, title_lines
from ui.calendar.parts import blit, picture_of
from ui.calendar.text import advance, elided
from ui.glyphs import paint_clash
from ui.theme import color
from ui.tokens import Tokens

_DISC = 20.0
_HATCH = 8.0


@dataclass(frozen=True, slots=True)
class Day:
    """All that a day shows but for what is chosen in it; `outside` is a day of another month than the page's."""

    day: date
    cards: Sequence[Card] = ()
    marks: Sequence[DayMark] = ()
    bands: Sequence[Band | None] = ()
    clashes: Sequence[str] = ()
    outside: bool = False
    today: bool = False

    def layout(self, rect: QRectF) -> DayLayout:
        """The places of its cards."""
        return lay_out(rect, self.cards, title_lines, min(MOST, len(self.bands)))

    def clash_box(self, rect: QRectF) -> QRectF | None:
        """Where the sign of its clashes stands, with their number; None where there are none."""
        if not self.clashes:
            return None
        width = SIGN + 3 + advance(str(len(self.clashes)), fonts.TINY, fonts.BOLD)
        return QRectF(rect.left() + SIDE + _DISC + 3, rect.top(), width, HEAD)


def paint_day(
    painter: QPainter,
    rect: QRectF,
    day: Day,
    layout: DayLayout,
    t: Tokens,
    paint_card: Callable[..., None] = paint_card,
) -> None:
    """Paint a day in `rect`, with its cards where `layout` has them."""
    paint_empty(painter, rect, day, t)
    paint_cards(painter, day, layout, t, paint_card)


def paint_empty(painter: QPainter, rect: QRectF, day: Day, t: Tokens) -> None:
    """Paint all of a day but its cards."""
    _paint_ground(painter, rect, day, t)
    _paint_number(painter, rect, day, t)
    left = rect.left() + SIDE + _DISC + 4
    clash = day.clash_box(rect)
    if clash is not None:
        _paint_clashes(painter, clash, len(day.clashes), t)
        left = clash.right() + 5
    bands, ribbon = day.bands[:MOST], band_height(rect)
    named = [band for band in bands if band and (band.begins or day.day.weekday() == 0)]
    # In a low day the ribbons are too thin for words: the corner says them where they begin.
    hidden = {band.name for band in bands if band} - {band.name for band in named if ribbon < BAND}
    if day.marks:
        _paint_marks(painter, rect, left, [mark for mark in day.marks if mark.name not in hidden], t)
    for lane, band in enumerate(bands):
        if band is not None:
            box = QRectF(rect.left(), rect.top() + HEAD + lane * ribbon - 1, rect.width(), ribbon - 2)
            _paint_band(painter, box, band, named=band in named and ribbon == BAND, t=t)


def paint_cards(painter: QPainter, day: Day, layout: DayLayout, t: Tokens, paint_card: Callable[..., None]) -> None:
    """Paint the cards of a day, and how many more there are."""
    for slot in layout.slots:
        paint_card(painter, slot, t, faded=day.outside)
    if layout.more is not None:
        _paint_more(painter, layout.more, layout.hidden, t)


def _paint_ground(painter: QPainter, rect: QRectF, day: Day, t: Tokens) -> None:
    left, top, width, height = rect.getRect()
    painter.fillRect(rect, color(t.sunken if day.outside or day.day.weekday() >= 5 else t.surface))
    if any(mark.kind == "blackout" for mark in day.marks):
        painter.fillRect(rect, _hatching(painter.device().devicePixelRatioF(), t))
    painter.fillRect(QRectF(left + width - 1, top, 1, height), color(t.line))
    painter.fillRect(QRectF(left, top + height - 1, width, 1), color(t.line))


def _hatching(ratio: float, t: Tokens) -> QBrush:
    def paint(painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(color(t.line), 1.2))
        for shift in (-1, 0, 1):
            painter.drawLine(
                QPointF(box.left() + shift * _HATCH - 1, box.bottom() + 1),
                QPointF(box.right() + shift * _HATCH + 1, box.top() - 1),
            )

    picture = picture_of(_HATCH, _HATCH, ratio, paint)
    picture.setDevicePixelRatio(1)  # a brush takes pixels for points
    brush = QBrush(picture)
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush


def _paint_number(painter: QPainter, rect: QRectF, day: Day, t: Tokens) -> None:
    off = any(mark.is_holiday for mark in day.marks)
    tone = t.on_accent if day.today else t.muted if day.outside else t.live if off else t.text
    text, today = str(day.day.day), day.today

    def paint(inner: QPainter, box: QRectF) -> None:
        if today:
            inner.setPen(Qt.PenStyle.NoPen)
            inner.setBrush(color(t.accent))
            inner.drawEllipse(box)
        inner.setPen(color(tone))
        inner.setFont(fonts.font(fonts.SMALL, fonts.BOLD if today else fonts.SEMIBOLD))
        inner.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    disc = QRectF(rect.left() + SIDE, rect.top() + (HEAD - _DISC) / 2, _DISC, _DISC)
    blit(painter, ("number", text, tone), disc, paint)


def _paint_clashes(painter: QPainter, box: QRectF, count: int, t: Tokens) -> None:
    def paint(inner: QPainter, whole: QRectF) -> None:
        paint_clash(inner, QRectF(whole.left(), whole.center().y() - SIGN / 2, SIGN, SIGN), t)
        inner.setFont(fonts.font(fonts.TINY, fonts.BOLD))
        inner.setPen(color(t.live))
        inner.drawText(whole, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(count))

    blit(painter, ("clashes", count, t.dark), box, paint)


def _paint_marks(painter: QPainter, rect: QRectF, left: float, marks: Sequence[DayMark], t: Tokens) -> None:
    # A day off is said first: it decides whether anyone is there to film.
    said = sorted(marks, key=lambda mark: (not mark.is_holiday, mark.kind != "blackout"))
    width = rect.right() - SIDE - left
    if not said or width < 12:
        return
    text = " · ".join(mark.name for mark in said)
    if advance(text, fonts.TINY, fonts.MEDIUM) > width:
        text = elided(said[0].name, int(width), fonts.TINY, fonts.MEDIUM)
    painter.setFont(fonts.font(fonts.TINY, fonts.MEDIUM))
    painter.setPen(color(t.live if said[0].is_holiday else t.text if said[0].kind == "blackout" else t.warn))
    box = QRectF(left, rect.top(), width, HEAD)
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_band(painter: QPainter, box: QRectF, band: Band, *, named: bool, t: Tokens) -> None:
    """A campaign's ribbon: round where it begins and ends, and running on over the hairlines between."""
    whole = box.adjusted(3 if band.begins else -8, 0, -4 if band.ends else 8, 0)
    thick = box.height() > SIDE
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(t.warn_bg) if thick else color(t.warn, 0.5))
    painter.drawRoundedRect(whole, min(4.0, box.height() / 2), min(4.0, box.height() / 2))
    if named:
        painter.setPen(color(t.warn))
        painter.setFont(fonts.font(fonts.TINY, fonts.SEMIBOLD))
        place = box.adjusted(SIDE + 4, 0, -SIDE - 2, 0)
        text = elided(band.name, int(place.width()), fonts.TINY, fonts.SEMIBOLD)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)


def _paint_more(painter: QPainter, box: QRectF, hidden: int, t: Tokens) -> None:
    text = QCoreApplication.translate("DayDelegate", "+%n more", "", hidden)

    def paint(inner: QPainter, place: QRectF) -> None:
        inner.setFont(fonts.font(fonts.SMALL, fonts.SEMIBOLD))
        inner.setPen(color(t.accent))
        inner.drawText(place.adjusted(6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    blit(painter, ("more", text, t.dark), box, paint)
