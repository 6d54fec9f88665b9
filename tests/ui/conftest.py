"""A window on a workspace of its own, with the clock at Monday 7 December 2026."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from listing import cards
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio import actions
from studio.jobs.worker import Worker
from studio.plan.item import Item
from studio.store import Store
from ui import fonts, i18n, theme
from ui.bridge import JobBridge
from ui.items.view import ListView
from ui.notices import Notice, Notices
from ui.plan import Plan
from ui.preferences import Preferences
from ui.window import Window

TODAY = date(2026, 12, 7)
PATIENCE_MS = 60_000


class PatientBot(QtBot):
    """Its waits end as soon as they can, and fail late: on a busy machine a process starts in many seconds."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = 0) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))

    def waitSignal(self, signal: Any, *, timeout: int = 0, raising: Any = None, **options: Any) -> Any:  # noqa: N802
        # Without `raising` it is a wait for nothing to happen.
        longest = timeout if raising is False else max(timeout, PATIENCE_MS)
        return super().waitSignal(signal, timeout=longest, raising=raising, **options)

    def waitSignals(self, signals: Any, *, timeout: int = 0, **options: Any) -> Any:  # noqa: N802
        return super().waitSignals(signals, timeout=max(timeout, PATIENCE_MS), **options)

    def waitExposed(self, widget: Any, *, timeout: int = 0) -> Any:  # noqa: N802
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE_MS))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's robot, with patience."""
    return PatientBot(request)


@pytest.fixture(scope="session", autouse=True)
def look(qapp: QApplication) -> None:
    """Style, fonts and language as the program sets them."""
    qapp.setStyle("Fusion")
    fonts.load(qapp)
    i18n.speak(qapp, "en")


@pytest.fixture(autouse=True)
def english(qapp: QApplication, tmp_path: Path) -> None:
    """Settings of its own, English, light."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    if QLocale().language() is not QLocale.Language.English:
        i18n.speak(qapp, "en")
    if theme.tokens() is not theme.LIGHT or not qapp.styleSheet():
        theme.apply(qapp, theme.Choice.LIGHT)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An open workspace with nothing in it."""
    with actions.open_studio(tmp_path / "Siar") as opened:
        yield opened


@pytest.fixture
def month(store: Store) -> dict[str, Item]:
    """Three items in December and an idea, by short names."""
    return {
        "light": actions.add_item(
            store, "Cahaya bagus, modal murah", start="2026-12-08T12:00", stage="recorded", owner="Sari", duration_min=1
        ),
        "clinic": actions.add_item(store, "Klinik produk", kind="live", start="2026-12-08T19:30", duration_min=34),
        "day": actions.add_item(store, "12.12 dimulai", start="2026-12-12"),
        "idea": actions.add_item(store, "Studio tur"),
    }


@pytest.fixture
def wishes() -> list[tuple[Any, ...]]:
    """What the list asked for."""
    return []


@pytest.fixture
def listed(qtbot: QtBot, wishes: list[tuple[Any, ...]]) -> ListView:
    """The list of December, with the focus."""
    view = ListView(TODAY)
    qtbot.addWidget(view)
    view.resize(1200, 600)
    asked = ("change_asked", "changes_asked", "move_asked", "moves_asked", "create_asked", "titles_pasted", "refused")
    for name in (*asked, "opened"):
        getattr(view, name).connect(lambda *told, name=name: wishes.append((name, *told)))
    view.group("none")
    view.show_cards(TODAY, cards())
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.table.setFocus()
    return view


@pytest.fixture
def told(notices: Notices) -> list[Notice]:
    """What was told to the person."""
    heard: list[Notice] = []
    notices.posted.connect(heard.append)
    return heard


@pytest.fixture
def notices() -> Notices:
    return Notices()


@pytest.fixture
def open_window(qtbot: QtBot, store: Store, notices: Notices) -> Iterator[Callable[[], Window]]:
    """Opens the window, shown; all of it is closed at the end."""
    opened: list[Window] = []

    def build(width: int = 1440, height: int = 900) -> Window:
        plan = Plan(store, notices)
        bridge = JobBridge(Worker)
        window = Window(plan, bridge, notices, Preferences(), TODAY)
        plan.setParent(window)
        bridge.setParent(window)
        window.ask = lambda _window, _titles, stop: stop()  # nobody is there to answer
        opened.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitSignal(window.calendar.view.painted):
            window.show()
        return window

    yield build
    for window in opened:
        window.close()


@pytest.fixture
def window(open_window: Callable[[], Window], month: dict[str, Item]) -> Window:
    """The window on December."""
    return open_window()
