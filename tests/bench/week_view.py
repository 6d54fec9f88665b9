"""How long the week takes to paint, to turn, to scroll and to drag with 500 cards, beside the same in a QTableWidget.

Run it as a script: `python tests/bench/week_view.py [CARDS]`. It paints offscreen at 1440 x 900; a frame is 16 ms.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem, QWidget

from studio.plan.item import Item, Kind, Stage
from ui import fonts, i18n, theme
from ui.calendar.card import Card, card_of
from ui.calendar.week.view import WeekView

MONDAY = date(2026, 12, 7)
SIZE = 1440, 900
ROUNDS = 60
LEFT, NO = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def main() -> None:
    """Measure and print."""
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    fonts.load(application)
    i18n.speak(application, "en")
    theme.apply(application, theme.Choice.LIGHT)
    bench_week(int(sys.argv[1]) if len(sys.argv) > 1 else 500)


def bench_week(count: int = 500) -> dict[str, tuple[float, float]]:
    """Print p50 and p95 in milliseconds of each thing a person does in a week of `count` cards, and return them."""
    view = WeekView(MONDAY)
    view.resize(*SIZE)
    view.show_cards(MONDAY, cards(count, MONDAY))
    view.show()
    QApplication.processEvents()
    found = {
        "first paint of a week": measure(lambda n: turn(view, count, n), lambda _n: painted(view), rounds=12),
        "turn to another week": measure(lambda n: made(count, n), lambda n: show(view, made(count, n), n), rounds=12),
        "paint again": measure(nothing, lambda _n: painted(view)),
        "scroll by a step": measure(nothing, lambda n: scroll(view, n)),
        "a ring arrives": measure(nothing, lambda n: ring(view, n)),
        "choose a card": measure(nothing, lambda n: choose(view, n)),
    }
    with held(view):
        found["drag by a step"] = measure(nothing, lambda n: drag(view, n))
    found["show the same again"] = measure(nothing, lambda n: show(view, view.week.cards, view.week.first))
    plain = table(count)
    found["QTableWidget, paint"] = measure(nothing, lambda _n: painted(plain))
    view.close()
    print(f"{count} cards, {SIZE[0]} x {SIZE[1]}, in ms      p50     p95")
    for name, (p50, p95) in found.items():
        print(f"{name:32} {p50:7.2f} {p95:7.2f}")
    return found


def measure(
    prepare: Callable[[int], object], work: Callable[[int], object], rounds: int = ROUNDS
) -> tuple[float, float]:
    """The p50 and p95 of `work` in milliseconds, `prepare` not counted."""
    took = []
    for number in range(rounds):
        prepare(number)
        start = time.perf_counter()
        work(number)
        took.append((time.perf_counter() - start) * 1000)
    took.sort()
    return took[len(took) // 2], took[min(len(took) - 1, int(len(took) * 0.95))]


def nothing(_number: int) -> None:
    """No preparation."""


def cards(count: int, monday: date, seed: int = 1) -> list[Card]:
    """Videos of a minute and live sessions of an hour or two, spread over the week as teams do."""
    chance = random.Random(seed)
    made = []
    for number in range(1, count + 1):
        live = chance.random() < 0.3
        start = datetime.combine(monday, datetime.min.time()) + timedelta(
            days=chance.randrange(7), minutes=15 * chance.randrange(24, 92)
        )
        item = Item(
            f"Cara menulis hook yang kuat, bagian {number}",
            Kind.LIVE if live else Kind.VIDEO,
            id=number + 10_000 * seed,
            stage=chance.choice(list(Stage)),
            start=start.date() if chance.random() < 0.05 else start,
            duration_min=chance.choice([60, 90, 120]) if live else 1,
            owner=chance.choice(["Sari", "Bima", "Dewi Lestari"]),
            host="Rani",
        )
        made.append(card_of(item, chance.random()))
    return made


_made: dict[tuple[int, int], tuple[date, list[Card]]] = {}


def made(count: int, number: int) -> tuple[date, list[Card]]:
    """The cards of one of a row of weeks."""
    if (count, number) not in _made:
        monday = MONDAY + timedelta(weeks=number + 1)
        _made[count, number] = monday, cards(count, monday, number + 2)
    return _made[count, number]


def turn(view: WeekView, count: int, number: int) -> None:
    """Show a week that has not been painted yet."""
    view.show_cards(*made(count, 100 + number))


def show(view: WeekView, week: tuple[date, list[Card]] | list[Card], day: date | int) -> None:
    """Show cards, and paint them."""
    if isinstance(week, tuple):
        view.show_cards(*week)
    else:
        view.show_cards(day, week)  # type: ignore[arg-type]
    painted(view)


def painted(widget: QWidget) -> None:
    """Paint all of a view."""
    area = widget.viewport()  # type: ignore[attr-defined]
    area.update()
    QApplication.processEvents()


def scroll(view: WeekView, number: int) -> None:
    """One step of the wheel, up and down in turn."""
    view.verticalScrollBar().setValue(200 + 24 * (number % 12))
    QApplication.processEvents()


def ring(view: WeekView, number: int) -> None:
    """One item's readiness becomes known."""
    view.set_scores({view.week.cards[number % len(view.week.cards)].id: (number % 10) / 10})
    QApplication.processEvents()


def choose(view: WeekView, number: int) -> None:
    """Another card has the focus."""
    view.choose(view.week.cards[number % len(view.week.cards)].id)
    QApplication.processEvents()


class held:  # noqa: N801  a word of the `with` statement
    """A card is in the hand."""

    def __init__(self, view: WeekView) -> None:
        self.view = view

    def __enter__(self) -> None:
        seen = self.view.scene.geometry.hours
        seat = next(
            seat
            for seat in self.view.scene.layout.seats
            if seat.part and seat.first == 2 and seen.contains(self.view.scene.boxes(seat.card.id)[0])
        )
        self.start = self.view.scene.boxes(seat.card.id)[0].center()
        send(self.view, QEvent.Type.MouseButtonPress, self.start, LEFT)

    def __exit__(self, *_error: object) -> None:
        self.view.hand.cancel()


def drag(view: WeekView, number: int) -> None:
    """The mouse moves on by one column or a quarter of an hour."""
    g = view.scene.geometry
    place = QPointF(g.left(number % 5 + 1) + 60, g.top + 60 + 12 * (number % 20))
    send(view, QEvent.Type.MouseMove, place, NO)
    QApplication.processEvents()


def send(view: WeekView, kind: QEvent.Type, place: QPointF, button: Qt.MouseButton) -> None:
    """What Qt sends for the mouse."""
    glob = QPointF(view.viewport().mapToGlobal(place.toPoint()))
    event = QMouseEvent(kind, place, glob, button, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def table(count: int) -> QTableWidget:
    """The plain way: a table of quarters of an hour, a cell of text for each card."""
    rows = QTableWidget(96, 7)
    for card in cards(count, MONDAY):
        row = card.at.hour * 4 + card.at.minute // 15 if card.at else 0
        column = (card.day - MONDAY).days if card.day else 0
        rows.setItem(row, column, QTableWidgetItem(card.title))
    rows.resize(*SIZE)
    rows.show()
    QApplication.processEvents()
    return rows


if __name__ == "__main__":
    main()
