"""How long the list of 10,000 items takes to open, search, sort and group, beside a QTableWidget that is filled anew.

The board shows months of 500. Run `python tests/bench/list_view.py [ITEMS]`. Each figure has all that is seen painted.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem, QWidget

from studio.plan.item import Item, Kind, Stage
from ui import fonts, i18n, theme
from ui.board.view import BoardView
from ui.calendar.card import Card, card_of
from ui.items.columns import COLUMNS, NUMBER
from ui.items.view import ListView

TITLES = ("Cahaya bagus, modal murah", "Klinik produk", "Hook 3 detik", "Live kelas komisi", "Cek komisi harian")
SEARCHES = (
    "k",
    "ko",
    "kom",
    "komi",
    "komis",
    "komisi",
    "komisi s",
    "komisi sa",
    "komisi sari",
    "hook",
    "live bima",
    "",
)
SORTED = ("title", "stage", "owner", "platforms", "date")
GROUPS = ("day", "week", "stage", "owner", "platform", "none")


def plan(count: int) -> list[Item]:
    """Items over two years."""
    chance = random.Random(12)
    return [
        Item(
            f"{chance.choice(TITLES)} {number}",
            chance.choice(list(Kind)),
            id=number,
            uid=str(number),
            stage=chance.choice(list(Stage)),
            start=datetime(2026, 1, 1, 7) + timedelta(days=chance.randrange(730), minutes=15 * chance.randrange(56)),
            owner=chance.choice(("Sari", "Bima", "Dewi", "")),
            platforms=tuple(chance.sample(("TikTok", "YouTube", "Instagram"), chance.randrange(3))),
            series=chance.choice(("", "Kelas Dasar")),
            tags=("12.12",),
        )
        for number in range(1, count + 1)
    ]


def measure(widget: QWidget | None, steps: list[Callable[[], object]], rounds: int = 3) -> list[float]:
    """Milliseconds of each step until its rows are painted."""
    took = []
    for _ in range(rounds):
        for step in steps:
            begin = time.perf_counter()
            step()
            if widget is not None:
                widget.repaint()
            took.append((time.perf_counter() - begin) * 1000)
            QApplication.processEvents()
    return took


def say(name: str, took: list[float]) -> None:
    p95 = sorted(took)[max(0, round(len(took) * 0.95) - 1)]
    print(f"{name:38} {statistics.median(took):9.1f} {p95:9.1f} {max(took):9.1f}")


def ours(items: list[Item]) -> None:
    view = ListView(date(2026, 12, 7), whole_plan=True)
    view.resize(1100, 800)
    view.show()
    port = view.table.viewport()
    cards = [card_of(item) for item in items]
    say("list: open", measure(port, [lambda: view.show_cards(date(2026, 12, 7), cards)], 1))
    QApplication.processEvents()
    say("list: search, letter by letter", measure(port, [lambda text=text: view.search(text) for text in SEARCHES]))
    first, again = [], []
    for name in SORTED:
        steps = [
            lambda number=NUMBER[name], order=order: view.table.sortByColumn(number, order)
            for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder)
        ]
        first += measure(port, steps, 1)
        again += measure(port, steps, 3)
    say("list: sort by a heading, first time", first)
    say("list: sort by a heading, again", again)
    view.search("komisi")
    say("list: sort what was found", measure(port, steps, 3))
    view.search("")
    say("list: group", measure(port, [lambda name=name: view.group(name) for name in GROUPS]))
    view.group("day")
    say("list: search in days", measure(port, [lambda text=text: view.search(text) for text in SEARCHES]))
    bar = view.table.verticalScrollBar()
    say("list: one page down", measure(port, [lambda: bar.setValue(bar.value() + port.height())], 60))
    view.close()


def board(items: list[Item]) -> None:
    """Months of 500 on the board: turned to, and filtered, as it is while someone has looked at them for a moment."""
    view = BoardView(date(2026, 12, 7))
    view.resize(1100, 800)
    view.show()
    months = [[card_of(item) for item in items[first : first + 500]] for first in range(0, 2000, 500)]
    for cards in months:
        view.show_cards(date(2026, 12, 7), cards)
        QApplication.processEvents()
        view.preparing.finish()

    def show(cards: list[Card]) -> None:
        view.show_cards(date(2026, 12, 7), cards)
        QApplication.processEvents()

    say("board: turn to a month of 500", measure(None, [lambda cards=cards: show(cards) for cards in months], 6))
    parts = [months[0][first::3] for first in range(3)] + [months[0]]
    say("board: filter", measure(None, [lambda cards=cards: show(cards) for cards in parts], 6))
    view.close()


def plain(items: list[Item]) -> None:
    """What anyone would write: a QTableWidget, filled with what was found."""
    table = QTableWidget()
    table.resize(1100, 800)
    table.show()
    shown = [column for column in COLUMNS if column.shown]
    today = date(2026, 12, 7)

    def fill(text: str = "") -> None:
        words = text.split()
        fitting = [i for i in items if all(w in f"{i.title} {i.owner} {i.series}".casefold() for w in words)]
        table.setSortingEnabled(False)
        table.setColumnCount(len(shown))
        table.setRowCount(len(fitting))
        for row, item in enumerate(fitting):
            for number, column in enumerate(shown):
                table.setItem(row, number, QTableWidgetItem(column.text(item, today)))

    say("QTableWidget: open", measure(table.viewport(), [fill], 1))
    steps = [lambda text=text: fill(text) for text in SEARCHES]
    say("QTableWidget: search, letter by letter", measure(table.viewport(), steps, 1))
    say("QTableWidget: sort by a heading", measure(table.viewport(), [lambda: table.sortItems(0)], 3))
    table.close()


def main() -> None:
    application = QApplication([])
    application.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        fonts.load(application)
        i18n.speak(application, "en")
        theme.apply(application, theme.Choice.LIGHT)
        items = plan(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
        print(f"{len(items)} items, milliseconds {'p50':>16} {'p95':>9} {'most':>9}")
        ours(items)
        board(items)
        plain(items)


if __name__ == "__main__":
    main()
