"""How the week is painted around its cards: days, hours, the strip, today's line, the focus, and what a drag does."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QLineF, QLocale, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from ui import fonts, words
from ui.calendar.card import DayMark
from ui.calendar.painting import SIGN
from ui.calendar.text import elided
from ui.calendar.week.cards import paint_ghost
from ui.calendar.week.geometry import GUTTER, minute_of
from ui.calendar.week.layout import box_of
from ui.calendar.week.pictures import Pictures
from ui.calendar.week.scene import OFF, Scene
from ui.glyphs import paint_clash
from ui.theme import color
from ui.tokens import Tokens

_DISC = 24.0
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter


def paint_week(painter: QPainter, scene: Scene, pictures: Pictures, area: QRect, t: Tokens) -> None:
    """Paint what of the week lies in `area`."""
    g = scene.geometry
    pictures.begin(painter, t)
    paint_ground(painter, scene, t)
    if area.bottom() >= g.top:
        painter.save()
        painter.setClipRect(QRectF(0, g.top, g.width, g.page), Qt.ClipOperation.IntersectClip)
        _paint_cards(painter, scene, pictures, area, t, in_strip=False)
        paint_now(painter, scene, t)
        _paint_slot(painter, scene, t, in_strip=False)
        painter.restore()
    if area.top() < g.top:
        _paint_cards(painter, scene, pictures, area, t, in_strip=True)
        _paint_slot(painter, scene, t, in_strip=True)
    _paint_ghosts(painter, scene, t)
    paint_frame(painter, scene, t)
    if area.left() < GUTTER:
        paint_gutter(painter, scene, t)
    if area.top() < g.head:
        paint_head(painter, scene, t)


def _paint_cards(
    painter: QPainter, scene: Scene, pictures: Pictures, area: QRect, t: Tokens, *, in_strip: bool
) -> None:
    low, high = area.left() - 2, area.right() + 2
    above, below = area.top() - 2, area.bottom() + 2
    held = {card.id for card in scene.ghosts}
    scroll = 0.0 if in_strip else scene.geometry.scroll
    selected, cards = scene.selected, scene.cards
    # Hundreds of cards: no Qt value is made for those that are out of sight.
    for seat in scene.layout.whole if in_strip else scene.layout.hours:
        left, top, width, height = seat.at
        top -= scroll
        if left > high or left + width < low or top > below or top + height < above:
            continue
        number = seat.card.id
        if number in held:
            painter.setOpacity(0.4)
        pictures.draw(painter, seat, cards.get(number, seat.card), left, top, chosen=number in selected)
        if number in held:
            painter.setOpacity(1.0)
        if number == scene.chosen and scene.focused and selected != {number}:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(t.text), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(left, top, width, height).adjusted(2.5, 2.5, -2.5, -2.5), 4, 4)
    for rest in scene.layout.rests:
        if (rest.more is None) == in_strip:
            box = box_of(rest, scene.geometry)
            if box.intersects(QRectF(area)):
                paint_more(painter, box, len(rest.ids), t, in_strip=in_strip)
                if scene.chosen in rest.ids:
                    paint_focus(painter, box, t)


def _paint_slot(painter: QPainter, scene: Scene, t: Tokens, *, in_strip: bool) -> None:
    """The focus, where it stands on no card."""
    if scene.focus is None or scene.chosen is not None or not scene.focused or scene.ghosts:
        return
    if (scene.focus.minute is None) == in_strip:
        box = scene.slot_box(scene.focus)
        if box is not None:
            paint_focus(painter, box, t)


def _paint_ghosts(painter: QPainter, scene: Scene, t: Tokens) -> None:
    g = scene.geometry
    for card, box in scene.ghost_boxes():
        painter.save()
        if card.at is not None:
            painter.setClipRect(g.hours, Qt.ClipOperation.IntersectClip)
        paint_ghost(painter, card, box, t)
        painter.restore()


def paint_ground(painter: QPainter, scene: Scene, t: Tokens) -> None:
    """The columns of the days and the lines of the hours, below everything else."""
    g = scene.geometry
    painter.fillRect(QRectF(0, 0, g.width, g.height), color(t.surface))
    painter.fillRect(QRectF(0, 0, g.width, g.head), color(t.bg))
    for column in range(g.days):
        day = g.day(column)
        place = g.column(column).adjusted(0, g.head, 0, 0)
        if day.weekday() >= 5 or scene.is_off(day):
            painter.fillRect(place, color(t.sunken))
        if any(mark.kind == "blackout" for mark in scene.marks.get(day, ())):
            painter.fillRect(place, QBrush(color(t.line), Qt.BrushStyle.BDiagPattern))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(color(t.line), 1))
    painter.drawLines([QLineF(g.left(column), g.head, g.left(column), g.height) for column in range(g.days)])
    painter.setClipRect(QRectF(0, g.top, g.width, g.page), Qt.ClipOperation.IntersectClip)
    painter.drawLines([QLineF(GUTTER - 5, round(g.y(h * 60)), g.width, round(g.y(h * 60))) for h in range(1, 24)])
    painter.setPen(QPen(color(t.line, 0.45), 1))
    halves = [round(g.y(h * 60 + 30)) for h in range(24)]
    painter.drawLines([QLineF(GUTTER, y, g.width, y) for y in halves])
    painter.restore()


def paint_frame(painter: QPainter, scene: Scene, t: Tokens) -> None:
    """The lines below the names and below the strip."""
    g = scene.geometry
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(color(t.line), 1))
    painter.drawLines([QLineF(0, y, g.width, y) for y in (g.head - 1, g.top - 1)])
    painter.restore()


def paint_gutter(painter: QPainter, scene: Scene, t: Tokens) -> None:
    """The hours at the left; the times of a drag, and of now, stand in their place."""
    g = scene.geometry
    painter.setFont(fonts.font(fonts.TINY, fonts.MEDIUM))
    painter.setPen(color(t.muted))
    strip = QRectF(0, g.head, GUTTER - 6, min(30.0, g.top - g.head))
    said = words.translate("Calendar", "All day")
    painter.drawText(strip, _RIGHT, elided(said, GUTTER - 8, fonts.TINY, fonts.MEDIUM))
    shown = scene.now is not None and g.column_of(scene.now.date()) is not None
    told = [minute_of(scene.now)] if shown and scene.now is not None and not scene.ghosts else []
    told += [minute_of(card.at) for card in scene.ghosts[:1] if card.at is not None]
    for hour in range(24):
        y = g.y(hour * 60)
        if y > g.height or y < g.top + 7 or any(abs(minute - hour * 60) < 20 for minute in told):
            continue
        painter.drawText(QRectF(0, y - 8, GUTTER - 8, 16), _RIGHT, words.clock(time(hour)))
    if scene.ghosts and scene.ghosts[0].at is not None:
        y = g.y(minute_of(scene.ghosts[0].at))
        if g.top <= y <= g.height:
            painter.setFont(fonts.font(fonts.TINY, fonts.BOLD))
            painter.setPen(color(t.accent))
            painter.drawText(QRectF(0, y - 8, GUTTER - 8, 16), _RIGHT, words.clock(scene.ghosts[0].at))


def paint_now(painter: QPainter, scene: Scene, t: Tokens) -> None:
    """The line of the current time in its day, and the time in the gutter."""
    g, now = scene.geometry, scene.now
    column = g.column_of(now.date()) if now is not None else None
    if now is None or column is None:
        return
    y = round(g.y(minute_of(now)))
    if not g.top <= y <= g.height:
        return
    place = g.column(column)
    painter.setPen(QPen(color(t.accent), 2))
    painter.drawLine(QPointF(place.left() + 1, y), QPointF(place.right(), y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(t.accent))
    painter.drawEllipse(QPointF(place.left() + 1, y), 4, 4)
    if not scene.ghosts:
        painter.setFont(fonts.font(fonts.TINY, fonts.BOLD))
        painter.setPen(color(t.accent))
        painter.drawText(QRectF(0, y - 8, GUTTER - 8, 16), _RIGHT, words.clock(now.time()))


def paint_head(painter: QPainter, scene: Scene, t: Tokens) -> None:
    """The names of the days, today's in a disc, and the words of their marks."""
    g = scene.geometry
    for column in range(g.days):
        day, place = g.day(column), g.column(column)
        line = QRectF(place.left() + 9, 0, place.width() - 13, 36)
        marks = scene.marks.get(day, ())
        left = _name(painter, line, day, day == scene.today, scene.is_off(day), t)
        if clashes := len(scene.clashes.get(day, ())):
            left = _paint_clashes(painter, left + 2, line.center().y(), clashes, t)
        if g.head > line.height():
            _marks(painter, QRectF(line.left(), 31, line.width(), 15), marks, t, _LEFT)
        else:
            align = _RIGHT if g.days > 1 else _LEFT
            _marks(painter, QRectF(left + 6, 0, line.right() - left - 6, 36), marks, t, align)


def _name(painter: QPainter, line: QRectF, day: date, today: bool, off: bool, t: Tokens) -> float:
    name = words.locale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    metrics = fonts.metrics(fonts.SMALL, fonts.SEMIBOLD)
    painter.setFont(fonts.font(fonts.SMALL, fonts.SEMIBOLD))
    painter.setPen(color(t.accent if today else t.muted))
    width = metrics.horizontalAdvance(name)
    painter.drawText(QRectF(line.left(), line.top(), width + 1, line.height()), _LEFT, name)
    number = QRectF(line.left() + width + (6 if today else 3), line.center().y() - _DISC / 2, _DISC, _DISC)
    painter.setFont(fonts.font(fonts.BODY, fonts.BOLD))
    if today:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(t.accent))
        painter.drawEllipse(number)
    painter.setPen(color(t.on_accent if today else t.live if off else t.text))
    painter.drawText(number, _MIDDLE, str(day.day))
    return number.right()


def _paint_clashes(painter: QPainter, left: float, middle: float, count: int, t: Tokens) -> float:
    """The sign that something cannot take place that day, and how many such things; where they end."""
    paint_clash(painter, QRectF(left, middle - SIGN / 2, SIGN, SIGN), t)
    width = fonts.metrics(fonts.TINY, fonts.BOLD).horizontalAdvance(str(count)) + 1
    painter.setFont(fonts.font(fonts.TINY, fonts.BOLD))
    painter.setPen(color(t.live))
    painter.drawText(QRectF(left + SIGN + 3, middle - 8, width, 16), _LEFT, str(count))
    return left + SIGN + 3 + width


def _marks(painter: QPainter, box: QRectF, marks: tuple[DayMark, ...], t: Tokens, align: Qt.AlignmentFlag) -> None:
    if not marks or box.width() < 20:
        return
    # What is of this day alone is said before what runs on over several; a day off before both.
    said = sorted(marks, key=lambda mark: (mark.kind not in OFF, mark.kind == "campaign"))
    off = said[0].kind in OFF
    text = " · ".join(mark.name for mark in said)
    if fonts.metrics(fonts.TINY, fonts.MEDIUM).horizontalAdvance(text) > box.width():
        text = elided(text, int(box.width()), fonts.TINY, fonts.MEDIUM)
    painter.setFont(fonts.font(fonts.TINY, fonts.MEDIUM))
    painter.setPen(color(t.live if off else t.warn))
    painter.drawText(box, align, text)


def paint_focus(painter: QPainter, box: QRectF, t: Tokens) -> None:
    """The frame around the free place that has the keyboard's focus."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(t.accent), 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)


def paint_more(painter: QPainter, box: QRectF, count: int, t: Tokens, *, in_strip: bool) -> None:
    """ "+N more" where cards have no place of their own."""
    painter.setFont(fonts.font(fonts.SMALL if in_strip else fonts.TINY, fonts.SEMIBOLD))
    text = f"+{count}"
    if in_strip:
        text = words.translate("WeekView", "+%n more", "", count)
        if fonts.metrics(fonts.SMALL, fonts.SEMIBOLD).horizontalAdvance(text) > box.width() - 6:
            text = f"+{count}"
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(t.accent_bg))
        painter.drawRoundedRect(box, 5, 5)
    painter.setPen(color(t.accent))
    painter.drawText(box.adjusted(6, 0, 0, 0) if in_strip else box.adjusted(0, 3, 0, 0), _more_align(in_strip), text)


def _more_align(in_strip: bool) -> Qt.AlignmentFlag:
    return _LEFT if in_strip else Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
