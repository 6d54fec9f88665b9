"""How a day is painted: its number, its marks, clashes and campaigns, its cards, and the focus."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui import fonts
from ui.calendar.bands import MOST, Band
from ui.calendar.card import Card, DayMark
from ui.calendar.layout import BAND, HEAD, SIDE, DayLayout, band_height, lay_out
from ui.calendar.model import MonthModel
from ui.calendar.painting import SIGN, paint_card, paint_choice, title_lines
from ui.calendar.parts import blit, picture_of
from ui.calendar.text import advance, elided
from ui.glyphs import paint_clash
from ui.theme import color, tokens
from ui.tokens import Tokens

_DISC = 20.0
_HATCH = 8.0


class DayDelegate(QStyledItemDelegate):
    """Paints one day; the view tells it which cards are chosen and over which day a drag hovers."""

    selected: frozenset[int] = frozenset()
    day_focus: date | None = None
    drop_day: date | None = None

    def __init__(self, view: object) -> None:
        super().__init__(view)
        self._layouts: dict[date, tuple[QRectF, list[Card], int, DayLayout]] = {}

    def layout_of(self, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> DayLayout:
        """The places of the cards of a day, for the mouse as well as for painting."""
        model = _model(index)
        day = model.day_of(index)
        cards, lanes = model.cards(day), len(model.bands(day))
        kept = self._layouts.get(day)
        # The model puts another list where another card stands.
        if kept is None or kept[1] is not cards or kept[0] != rect or kept[2] != lanes:
            if len(self._layouts) > 100:
                self._layouts.clear()
            kept = self._layouts[day] = (rect, cards, lanes, lay_out(rect, cards, title_lines, lanes))
        return kept[3]

    def clash_box(self, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> QRectF | None:
        """Where the sign of a day's clashes stands, with their number; None where there are none."""
        model = _model(index)
        clashes = model.clashes(model.day_of(index))
        if not clashes:
            return None
        left = rect.left() + SIDE + _DISC + 3
        width = SIGN + 3 + advance(str(len(clashes)), fonts.TINY, fonts.BOLD)
        return QRectF(left, rect.top(), width, HEAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        t = tokens()
        model = _model(index)
        day = model.day_of(index)
        outside = day.month != model.month.month
        rect = QRectF(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        marks = model.marks(day)
        _paint_ground(painter, rect, day, outside, marks, t)
        _paint_number(painter, rect, day, outside, day == model.today, any(mark.is_holiday for mark in marks), t)
        left = rect.left() + SIDE + _DISC + 4
        clash = self.clash_box(rect, index)
        if clash is not None:
            _paint_clashes(painter, clash, len(model.clashes(day)), t)
            left = clash.right() + 5
        ribbon = band_height(rect)
        named = [band for band in model.bands(day)[:MOST] if band and (band.begins or day.weekday() == 0)]
        # In a low day the ribbons are too thin for words: the corner says them where they begin.
        hidden = {band.name for band in model.bands(day) if band} - {b.name for b in named if ribbon < BAND}
        _paint_marks(painter, rect, left, [mark for mark in marks if mark.name not in hidden], t)
        for lane, band in enumerate(model.bands(day)[:MOST]):
            if band is not None:
                box = QRectF(rect.left(), rect.top() + HEAD + lane * ribbon - 1, rect.width(), ribbon - 2)
                _paint_band(painter, box, band, named=band in named and ribbon == BAND, t=t)
        layout = self.layout_of(rect, index)
        for slot in layout.slots:
            paint_card(painter, slot, t, chosen=slot.card.id in self.selected, faded=outside)
        if layout.more is not None:
            painter.setFont(fonts.font(fonts.SMALL, fonts.SEMIBOLD))
            painter.setPen(color(t.accent))
            text = self.tr("+%n more", "", layout.hidden)
            painter.drawText(layout.more.adjusted(6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        if day == self.drop_day:
            painter.fillRect(rect, color(t.accent, 0.10))
            paint_choice(painter, rect.adjusted(1.5, 1.5, -2.5, -2.5), t)
        elif day == self.day_focus and not any(slot.card.id in self.selected for slot in layout.slots):
            paint_choice(painter, rect.adjusted(1.5, 1.5, -2.5, -2.5), t)
        painter.setClipping(False)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, 60)


def _paint_ground(
    painter: QPainter, rect: QRectF, day: date, outside: bool, marks: Sequence[DayMark], t: Tokens
) -> None:
    painter.fillRect(rect, color(t.sunken if outside or day.weekday() >= 5 else t.surface))
    if any(mark.kind == "blackout" for mark in marks):
        painter.fillRect(rect, _hatching(painter.device().devicePixelRatioF(), t))
    right, bottom = rect.right(), rect.bottom()
    painter.fillRect(QRectF(right - 1, rect.top(), 1, rect.height()), color(t.line))
    painter.fillRect(QRectF(rect.left(), bottom - 1, rect.width(), 1), color(t.line))


def _hatching(ratio: float, t: Tokens) -> QBrush:
    def paint(painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(color(t.line), 1.2))
        for shift in (-1, 0, 1):
            painter.drawLine(
                QPointF(box.left() + shift * _HATCH - 1, box.bottom() + 1),
                QPointF(box.right() + shift * _HATCH + 1, box.top() - 1),
            )

    return QBrush(picture_of(_HATCH, _HATCH, ratio, paint))


def _paint_number(painter: QPainter, rect: QRectF, day: date, outside: bool, today: bool, off: bool, t: Tokens) -> None:
    disc = QRectF(rect.left() + SIDE, rect.top() + (HEAD - _DISC) / 2, _DISC, _DISC)
    tone = t.on_accent if today else t.muted if outside else t.live if off else t.text
    text = str(day.day)

    def paint(inner: QPainter, box: QRectF) -> None:
        if today:
            inner.setPen(Qt.PenStyle.NoPen)
            inner.setBrush(color(t.accent))
            inner.drawEllipse(box)
        inner.setPen(color(tone))
        inner.setFont(fonts.font(fonts.SMALL, fonts.BOLD if today else fonts.SEMIBOLD))
        inner.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    blit(painter, ("number", t.dark, text, tone), disc, paint)


def _paint_clashes(painter: QPainter, box: QRectF, count: int, t: Tokens) -> None:
    sign = QRectF(box.left(), box.center().y() - SIGN / 2, SIGN, SIGN)
    blit(painter, (paint_clash, t.dark), sign, lambda inner, place: paint_clash(inner, place, t))
    painter.setFont(fonts.font(fonts.TINY, fonts.BOLD))
    painter.setPen(color(t.live))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(count))


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
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(t.warn_bg) if box.height() > 8 else color(t.warn, 0.5))
    painter.drawRoundedRect(whole, min(4.0, box.height() / 2), min(4.0, box.height() / 2))
    if named:
        painter.setPen(color(t.warn))
        painter.setFont(fonts.font(fonts.TINY, fonts.SEMIBOLD))
        place = box.adjusted(SIDE + 4, 0, -SIDE - 2, 0)
        text = elided(band.name, int(place.width()), fonts.TINY, fonts.SEMIBOLD)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)


def _model(index: QModelIndex | QPersistentModelIndex) -> MonthModel:
    model = index.model()
    assert isinstance(model, MonthModel)
    return model
