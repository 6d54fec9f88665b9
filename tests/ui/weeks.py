"""Weeks to look at, and a mouse over them: what the tests of the week and the day share."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.plan.item import Item, Kind, Stage
from ui.calendar.card import Card, card_of
from ui.calendar.week.view import WeekView

MONDAY, TUESDAY, WEDNESDAY, FRIDAY = date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 9), date(2026, 12, 11)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
HOOK, CLINIC, SALE = 1, 2, 3


def cards() -> list[Card]:
    """A video on Monday, a live session on Tuesday evening, and Friday's sale that has no hour."""
    items = [
        Item("Hook 3 detik", id=HOOK, start=datetime(2026, 12, 7, 9), duration_min=1, stage=Stage.RECORDED),
        Item("Klinik produk", Kind.LIVE, id=CLINIC, start=datetime(2026, 12, 8, 19, 30), duration_min=60),
        Item("Sale dimulai", id=SALE, start=FRIDAY),
    ]
    return [card_of(item) for item in items]


def shown(qtbot: QtBot, view: WeekView, day: date, of_day: list[Card], height: int = 1300) -> WeekView:
    qtbot.addWidget(view)
    view.clock = lambda: datetime(2026, 12, 7, 10, 42)
    view.resize(1100, height)
    view.show_cards(day, of_day)
    with qtbot.waitSignal(view.painted):
        view.show()
    view.activateWindow()
    view.setFocus()
    return view


class Heard:
    """What a view asked for, in order."""

    def __init__(self, view: WeekView, *names: str) -> None:
        self.all: list[tuple[object, ...]] = []
        for name in names or ("move_asked", "moves_asked", "change_asked", "changes_asked", "create_asked"):
            getattr(view, name).connect(lambda *said, name=name: self.all.append((name, *said)))


def at(view: WeekView, day: date, hour: float) -> QPointF:
    """A point in the middle of a day's column."""
    g = view.scene.geometry
    return QPointF(g.column((day - view.week.first).days).center().x(), g.y(hour * 60))


def in_strip(view: WeekView, day: date) -> QPointF:
    return QPointF(at(view, day, 0).x(), view.scene.geometry.head + 8)


def middle(view: WeekView, item_id: int) -> QPointF:
    return view.scene.boxes(item_id)[0].center()


def send(view: WeekView, kind: QEvent.Type, place: QPointF, held: Qt.KeyboardModifier = NONE) -> None:
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    down = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    target = view.viewport()
    glob = QPointF(target.mapToGlobal(place.toPoint()))
    QApplication.sendEvent(target, QMouseEvent(kind, place, glob, button, down, held))


def press(view: WeekView, place: QPointF, held: Qt.KeyboardModifier = NONE) -> None:
    send(view, QEvent.Type.MouseButtonPress, place, held)


def move(view: WeekView, place: QPointF) -> None:
    send(view, QEvent.Type.MouseMove, place)


def release(view: WeekView, place: QPointF, held: Qt.KeyboardModifier = NONE) -> None:
    send(view, QEvent.Type.MouseButtonRelease, place, held)


def drag(view: WeekView, start: QPointF, end: QPointF) -> None:
    press(view, start)
    move(view, (start + end) / 2)
    move(view, end)
    release(view, end)


def click(view: WeekView, place: QPointF, held: Qt.KeyboardModifier = NONE) -> None:
    press(view, place, held)
    release(view, place, held)
