"""The pictures of cards: a card is painted once, and then only laid down where it stands.

A week of hundreds of new cards would take longer than a frame: what is left over when the time is up shows its ground,
and its words a frame later, so that neither a key nor the mouse ever waits.
"""

from __future__ import annotations

import time
from collections.abc import Hashable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from studio.plan.item import Kind, Stage
from ui import words
from ui.calendar.card import Card
from ui.calendar.painting import paint_choice
from ui.calendar.parts import picture_of
from ui.calendar.week.cards import is_wordless, paint_seat
from ui.calendar.week.layout import Seat
from ui.theme import color, tokens
from ui.tokens import Tokens

_MOST = 4000
_ALWAYS = 12  # most of a usual week is painted in one go
_FRAME_S = 0.006  # of 16 ms; the other half is for placing cards and for laying pictures down


class Pictures:
    """Keeps the picture of each card; only one whose looks have changed is painted again."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int], tuple[Card, float, float, QPixmap]] = {}
        self._slivers: dict[Hashable, QPixmap] = {}
        self._t = tokens()
        self._ratio = 1.0
        self._locale = ""
        self._until, self._made = 0.0, 0
        self.unfinished = False  # whether the last painting left words out

    def begin(self, painter: QPainter, t: Tokens) -> None:
        """Paint by this painter from now on; other colours, another screen or language make other pictures."""
        made_for = t, painter.device().devicePixelRatioF(), words.locale().name()
        if made_for != (self._t, self._ratio, self._locale) or len(self._kept) > _MOST or len(self._slivers) > _MOST:
            self._kept.clear()
            self._slivers.clear()
        self._t, self._ratio, self._locale = made_for
        self._until, self._made, self.unfinished = time.perf_counter() + _FRAME_S, 0, False

    def draw(self, painter: QPainter, seat: Seat, card: Card, left: float, top: float, *, chosen: bool) -> None:
        """Lay a card down with its corner at `left` and `top`."""
        width, height = seat.at[2], seat.at[3]
        key = card.id, seat.first
        kept = self._kept.get(key)
        if kept is None or kept[0] is not card or kept[1] != width or kept[2] != height:
            if self._made >= _ALWAYS and time.perf_counter() > self._until:
                self.unfinished = True
                painter.fillRect(QRectF(left, top, width, height), color(self._ground(card)))
                return
            kept = self._kept[key] = card, width, height, self._picture(seat, card)
            self._made += 1
        # Each picture has a margin of one pixel; one that lies between the pixels of the screen loses a line.
        ratio = self._ratio
        if ratio == 1:
            painter.drawPixmap(int(left) - 1, int(top) - 1, kept[3])
        else:
            painter.drawPixmap(QPointF(round((left - 1) * ratio) / ratio, round((top - 1) * ratio) / ratio), kept[3])
        if chosen:
            paint_choice(painter, QRectF(left, top, width, height), self._t)

    def _picture(self, seat: Seat, card: Card) -> QPixmap:
        if not is_wordless(seat.at[2], seat.at[3]):
            return self._painted(seat, card)
        # Cards with no words look alike by the dozen.
        length = round(seat.part.last - seat.part.first) if seat.part is not None else 0
        ring = card.score if card.score in (None, 0, 1) else round(card.score * 24)
        key = seat.at[2:], length, card.kind, card.stage, ring, card.late, card.clash
        if key not in self._slivers:
            self._slivers[key] = self._painted(seat, card)
        return self._slivers[key]

    def _ground(self, card: Card) -> str:
        if card.stage is Stage.IDEA:
            return self._t.surface
        return self._t.video_bg if card.kind is Kind.VIDEO else self._t.live_bg

    def _painted(self, seat: Seat, card: Card) -> QPixmap:
        return picture_of(
            seat.at[2] + 2,
            seat.at[3] + 2,
            self._ratio,
            lambda painter, place: paint_seat(painter, card, seat, place.adjusted(1, 1, -1, -1), self._t),
        )
