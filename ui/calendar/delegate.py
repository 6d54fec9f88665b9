"""Paints the days of the month, its cards from kept pictures, and what is chosen, focused or hovered over them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.calendar.card_pictures import CardPictures
from ui.calendar.day_painting import Day, paint_cards, paint_day, paint_empty
from ui.calendar.day_pictures import DayPictures
from ui.calendar.layout import DayLayout
from ui.calendar.model import MonthModel
from ui.calendar.painting import paint_choice
from ui.theme import color, tokens


class DayDelegate(QStyledItemDelegate):
    """Paints one day; the view tells it which cards are chosen and over which day a drag hovers."""

    selected: frozenset[int] = frozenset()
    day_focus: date | None = None
    drop_day: date | None = None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pictures = CardPictures()
        self.days = DayPictures()
        self.empty_days = DayPictures()
        self._layouts: dict[date, tuple[QRectF, Day, DayLayout]] = {}

    def layout_of(self, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> DayLayout:
        """The places of the cards of a day, for the mouse as well as for painting."""
        model = _model(index)
        return self._layout(rect, model.content(model.day_of(index)))

    def _layout(self, rect: QRectF, day: Day) -> DayLayout:
        kept = self._layouts.get(day.day)
        if kept is None or kept[0] != rect or kept[1].cards is not day.cards or kept[1].bands != day.bands:
            if len(self._layouts) > 100:
                self._layouts.clear()
            kept = self._layouts[day.day] = (rect, day, day.layout(rect))
        return kept[2]

    def clash_box(self, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> QRectF | None:
        """Where the sign of a day's clashes stands; None where there are none."""
        model = _model(index)
        return model.content(model.day_of(index)).clash_box(rect)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model, t = _model(index), tokens()
        day = model.content(model.day_of(index))
        rect = QRectF(option.rect)
        ratio = painter.device().devicePixelRatioF()
        picture = self.days.find(day, rect, ratio)
        if picture is not None and not self.selected and day.day not in (self.drop_day, self.day_focus):
            painter.drawPixmap(rect.topLeft(), picture)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        if picture is not None:
            painter.drawPixmap(rect.topLeft(), picture)
        elif (ground := self.empty_days.find(replace(day, cards=()), rect, ratio)) is not None:
            painter.drawPixmap(rect.topLeft(), ground)
            paint_cards(painter, day, self._layout(rect, day), t, self.pictures.paint)
        else:
            paint_day(painter, rect, day, self._layout(rect, day), t, self.pictures.paint)
        shown = False
        for slot in self._layout(rect, day).slots if self.selected else ():
            if slot.card.id in self.selected:
                paint_choice(painter, slot.box, t)
                shown = True
        drop = day.day == self.drop_day
        if drop:
            painter.fillRect(rect, color(t.accent, 0.10))
        if drop or (day.day == self.day_focus and not shown):
            paint_choice(painter, rect.adjusted(1.5, 1.5, -2.5, -2.5), t)
        painter.setClipping(False)

    def make_ready(self, day: Day, rect: QRectF, ratio: float) -> None:
        """Make the picture of a day that will stand in `rect`, on a screen with `ratio` pixels a point."""

        def paint(painter: QPainter, box: QRectF) -> None:
            paint_day(painter, box, day, day.layout(box), tokens(), self.pictures.paint)

        self.days.make(day, rect, ratio, paint)

    def make_ground_ready(self, day: Day, rect: QRectF, ratio: float) -> None:
        """Make the picture of a day without its cards: what is filtered changes only those."""
        empty = replace(day, cards=())
        self.empty_days.make(empty, rect, ratio, lambda painter, box: paint_empty(painter, box, empty, tokens()))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, 60)


def _model(index: QModelIndex | QPersistentModelIndex) -> MonthModel:
    model = index.model()
    assert isinstance(model, MonthModel)
    return model
