"""Cards as pictures, made while nobody acts: a page of hundreds is then put together within a frame."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from ui import words
from ui.calendar.layout import Slot
from ui.calendar.painting import arc, paint_card
from ui.calendar.parts import on_pixel, picture_of
from ui.theme import tokens
from ui.tokens import Tokens

_BYTES = 32_000_000  # about 3000 cards on an ordinary screen


class CardPictures:
    """The pictures of cards. What has none is painted as it is: making a picture takes longer than painting once."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._bytes = 0

    def paint(self, painter: QPainter, slot: Slot, t: Tokens, *, faded: bool = False) -> None:
        """Paint a card, from its picture where there is one."""
        left, top, width, height = slot.box.getRect()
        ratio = painter.device().devicePixelRatioF()
        picture = self._kept.get(_key(slot, width, height, ratio, t))
        if picture is None:
            paint_card(painter, slot, t, faded=faded)
            return
        if ratio != 1 or left % 1 or top % 1:
            origin = painter.deviceTransform()
            left, top = on_pixel(left, ratio, origin.dx()), on_pixel(top, ratio, origin.dy())
        if faded:
            painter.setOpacity(0.6)
        painter.drawPixmap(QPointF(left, top), picture)
        if faded:
            painter.setOpacity(1.0)

    def make(self, slot: Slot, ratio: float) -> None:
        """Make the picture of a card, if there is none, for a screen with `ratio` pixels a point."""
        t = tokens()
        _left, _top, width, height = slot.box.getRect()
        key = _key(slot, width, height, ratio, t)
        if key in self._kept:
            self._kept.move_to_end(key)
            return
        alone = replace(slot, box=QRectF(0, 0, width, height))
        picture = picture_of(width, height, ratio, lambda painter, _box: paint_card(painter, alone, t))
        self._kept[key] = picture
        self._bytes += _weight(picture)
        while self._bytes > _BYTES:
            _key_of, old = self._kept.popitem(last=False)
            self._bytes -= _weight(old)


def _key(slot: Slot, width: float, height: float, ratio: float, t: Tokens) -> Hashable:
    """All that a card's looks depend on."""
    card = slot.card
    return (
        card.title, card.kind, card.stage, card.at, arc(card.score), card.owner, card.late, card.clash,
        slot.form, slot.lines, slot.said, slot.staged, width, height, ratio, t.dark, words.locale().name(),
    )  # fmt: skip


def _weight(picture: QPixmap) -> int:
    return picture.width() * picture.height() * picture.depth() // 8
