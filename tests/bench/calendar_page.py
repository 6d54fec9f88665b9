"""How fast the calendar is with 10,000 items, beside what plain Qt widgets take for the same.

Run it as a script: `python tests/bench/calendar_page.py [--rounds N]`. It builds a workspace of 10,000 items over two
years, 500 of them in the month that is shown, opens the real window on it offscreen, and measures what a person waits
for: from the wish to the last pixel of the window. Between two wishes the window rests, as it does while a person looks
at it; "key held" is without a rest. The plain way keeps the same rows in a QTableWidget that is filled anew.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

# ruff: noqa: E402  the checkout is found first
from PySide6.QtCore import QEvent, QEventLoop, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem, QWidget

from studio import actions
from studio.plan.item import Item, Kind, Stage
from studio.store import items as rows
from studio.store.session import Store
from ui.window import Window

MONTH, COUNT, IN_MONTH = date(2026, 12, 1), 10_000, 500
FIRST = date(2026, 1, 1)  # of the two years
WORDS = (
    *("cahaya", "komisi", "kupon", "klinik", "produk", "hook", "rekap", "mitos", "sampel", "dasbor"),
    *("ajakan", "siaran", "naskah", "kelas", "promo", "gratis"),
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--no-start", action="store_true", help="do not measure the start of the window")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="siar-bench-") as name:
        root = Path(name) / "Siar"
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(Path(name) / "settings"))
        with actions.open_studio(root) as store:
            build(store)
        print(f"{'':14}{'p50':>9} {'p95':>9} {'limit':>9}    {'plain p50':>9} {'ratio':>6}")
        measure(root, wanted.rounds)
        if not wanted.no_start:
            measure_start(root)


def build(store: Store) -> None:
    """10,000 items over two years, 500 of them in December 2026."""
    chance = random.Random(12)
    days = [FIRST + timedelta(days=number) for number in range(730)]
    inside = [day for day in days if day.replace(day=1) == MONTH]
    outside = [day for day in days if day.replace(day=1) != MONTH]
    chosen = [chance.choice(inside) for _ in range(IN_MONTH)]
    chosen += [chance.choice(outside) for _ in range(COUNT - IN_MONTH)]
    rows.add_items(store, [made(number, day, chance) for number, day in enumerate(chosen)])


def made(number: int, day: date, chance: random.Random) -> Item:
    """One item as a team would have it."""
    start = datetime(day.year, day.month, day.day, chance.randrange(7, 22), chance.choice((0, 30)))
    return Item(
        f"{' '.join(chance.sample(WORDS, 4)).capitalize()} {number}",
        chance.choice(list(Kind)),
        stage=chance.choice(list(Stage)), start=start, duration_min=chance.choice((1, 30, 60)),
        owner=chance.choice(("Sari", "Bima", "Dewi Lestari", "Maya")), host=chance.choice(("Sari", "Bima")),
        platforms=("tiktok", "instagram"), campaign=chance.choice(("", "12.12")), language=chance.choice(("id", "en")),
        tags=("dasar",), notes="Bawa lampu, tripod dan dua produk.",
    )  # fmt: skip


# what is measured


def measure(root: Path, rounds: int) -> None:
    """Month switch, filter, drag step and search, in the real window and the plain way."""
    application, window = opened(root)
    calendar = window.calendar
    header, view = calendar.header, calendar.view
    turns = [1 if number % 16 < 8 else -1 for number in range(rounds)]
    plain = Plain(root)
    wishes = [lambda step=step: header.turned.emit(step) for step in turns]
    switch = frames(window, wishes)
    report("month switch", switch, 16, plain.frames([lambda step=step: plain.turn(step) for step in turns]))
    report("– key held", frames(window, wishes, rests=False), 16, None)
    calendar.go_to(MONTH)
    kinds = [("video",), ("live",), ()] * (rounds // 3)
    wishes = [lambda kind=kind: header.set_filter(header.filter.replaced(kinds=kind)) for kind in kinds]
    filters = frames(window, wishes)
    report("filter", filters, 16, plain.frames([lambda kind=kind: plain.filter(kind) for kind in kinds]))
    calendar.go_to(MONTH)
    report("drag step", drags(window, rounds), 16, None)
    words = [word[: 2 + number % 4] for number, word in enumerate(WORDS * (rounds // len(WORDS) + 1))][:rounds]
    found = frames(window, [lambda word=word: header.search.setText(word) for word in words])
    report("search", found, 50, plain.frames([lambda word=word: plain.search(word) for word in words]))
    view.window().stop_and_close()
    application.processEvents()


def opened(root: Path):  # type: ignore[no-untyped-def]
    """The application and the window, as the program opens them, with its first work done."""
    from ui import fonts, i18n, theme
    from ui.bridge import JobBridge
    from ui.notices import Notices
    from ui.plan import Plan
    from ui.preferences import Preferences

    application = QApplication.instance() or QApplication(["siar-studio"])
    application.setStyle("Fusion")
    fonts.load(application)
    i18n.speak(application, "en")
    theme.apply(application, theme.Choice.LIGHT)
    notices = Notices()
    notices.posted.connect(lambda notice: notice.tone == "error" and print(notice.text, file=sys.stderr))
    plan = Plan(actions.open_studio(root), notices)
    window = Window(plan, JobBridge(lambda _event: None), notices, Preferences(), MONTH)
    plan.setParent(window)
    window.resize(1440, 900)
    window.show()
    # An event loop, since QTest's wait would let no thread find the marks and what is late.
    loop = QEventLoop()
    window.calendar.standing.marked.connect(lambda marks, _clashes: marks and QTimer.singleShot(1500, loop.quit))
    QTimer.singleShot(20_000, loop.quit)
    loop.exec()
    return application, window


def frames(window: QWidget, wishes: Sequence[Callable[[], object]], *, rests: bool = True) -> list[float]:
    """Milliseconds from each wish to the last pixel of the window; where it `rests` between, it makes pages ready."""
    took = []
    for wish in wishes:
        if isinstance(window, Window):
            if rests:
                window.calendar.month.preparing.finish()
            # An act of a person reaches the native window first; what is done here does not.
            window.survey.pause()
        begin = time.perf_counter()
        wish()
        paint(window)
        took.append((time.perf_counter() - begin) * 1000)
    return took


def paint(window: QWidget) -> None:
    """What the screen's next frame does: lay out what asked for it, and paint all that is stale."""
    QApplication.sendPostedEvents()
    QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))


def drags(window, rounds: int) -> list[float]:  # type: ignore[no-untyped-def]
    """A card in hand, from day to day."""
    from ui.calendar.model import carry

    view, model = window.calendar.view, window.calendar.model
    card = next(card for card in model.all_cards())
    data, port = carry([card.id], {card.id: card.day}), view.viewport()
    move, held = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    places = [QPointF(view.visualRect(model.index(row, column)).center()) for row in range(5) for column in range(7)]
    button = Qt.MouseButton.LeftButton
    QApplication.sendEvent(port, QDragEnterEvent(places[0].toPoint(), move, data, button, held))
    steps = [places[number % len(places)] for number in range(rounds)]
    took = frames(
        window,
        [
            lambda at=at: QApplication.sendEvent(port, QDragMoveEvent(at.toPoint(), move, data, button, held))
            for at in steps
        ],
    )
    QApplication.sendEvent(port, QDragLeaveEvent())
    return took


class Plain:
    """What anyone would write first: a query, and a table of days that is filled anew."""

    def __init__(self, root: Path) -> None:
        self.store = actions.open_studio(root)
        self.month = MONTH
        self.table = QTableWidget(6, 7)
        self.table.resize(900, 780)
        self.table.show()
        for row in range(6):
            self.table.setRowHeight(row, 120)

    def turn(self, step: int) -> None:
        """Another month."""
        number = self.month.year * 12 + self.month.month - 1 + step
        self.month = date(number // 12, number % 12 + 1, 1)
        self.fill(lambda row: True)

    def filter(self, kinds: tuple[str, ...]) -> None:
        """Only some kinds."""
        self.fill(lambda row: not kinds or row["kind"] in kinds)

    def search(self, word: str) -> None:
        """Only titles with this word."""
        self.fill(lambda row: word in row["title"].casefold())

    def fill(self, wanted: Callable[[dict[str, object]], bool]) -> None:
        """Every cell anew."""
        first = self.month - timedelta(days=self.month.weekday())
        found = self.store.rows("SELECT * FROM items ORDER BY start")
        days: dict[str, list[str]] = {}
        for row in found:
            if wanted(row):
                days.setdefault(row["start"][:10], []).append(f"{row['start'][11:]} {row['title']}")
        for number in range(42):
            texts = days.get((first + timedelta(days=number)).isoformat(), [])
            self.table.setItem(number // 7, number % 7, QTableWidgetItem("\n".join(texts)))

    def frames(self, wishes: Sequence[Callable[[], object]]) -> list[float]:
        """Milliseconds of each."""
        return frames(self.table, wishes[:30])


def report(name: str, took: list[float], limit: float, plain: list[float] | None) -> None:
    """One line: ours, what we promise, and the plain way."""
    p95 = quantiles(took, n=20)[-1]
    beside = f"{median(plain):8.1f}ms {median(took) / median(plain):6.2f}" if plain else f"{'-':>10} {'-':>6}"
    told = f"{name:14}{median(took):7.1f}ms {p95:7.1f}ms {limit:7.0f}ms    {beside}"
    print(told + ("" if p95 <= limit else "   over the limit"), flush=True)


# the start of the window, in fresh processes

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
application = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""
OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[2])
application = QApplication(["siar-studio"])
from ui.app import show_frame
frame = show_frame()
print("painted", flush=True)
from ui.session import Session
session = Session(application, Path(sys.argv[1]))
session.open()
session.window.calendar.view.painted.connect(lambda: print("filled", flush=True))
application.exec()
"""


def measure_start(root: Path, rounds: int = 9) -> None:
    """From the start of the process to the first picture, and to the month with its items; the two take turns."""
    bare, frame, filled = [], [], []
    for _ in range(rounds):
        bare += first_pictures(BARE)
        ours = first_pictures(OURS, str(root), str(root.parent / "settings"))
        frame.append(ours[0])
        filled.append(ours[1])
    for name, took, limit in (("start", frame, 2 * median(bare)), ("– month filled", filled, None)):
        within = f"{limit:7.0f}ms" if limit else f"{'-':>9}"
        told = f"{name:14}{median(took):7.0f}ms {max(took):7.0f}ms {within}"
        print(f"{told}    {median(bare):8.0f}ms {median(took) / median(bare):6.2f}   (plain: a bare QMainWindow)")


def first_pictures(script: str, *arguments: str) -> list[float]:
    """Milliseconds until a process says that it has painted, and, where it says so, that it is filled."""
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", script, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    took = []
    for word in ("painted", "filled")[: 2 if arguments else 1]:
        assert process.stdout.readline() == f"{word}\n"
        took.append((time.perf_counter() - begin) * 1000)
    process.kill()
    process.wait()
    process.stdout.close()
    return took


if __name__ == "__main__":
    main()
