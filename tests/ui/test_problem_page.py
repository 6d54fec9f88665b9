"""The page in place of the window: what happened, and the ways out of a damaged plan."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio import actions
from studio.actions.backups import Backup, backup
from studio.errors import DamagedDatabase, NewerSchema
from studio.store.connection import WAIT_S
from ui.notices import Notice
from ui.plan import PATIENCE_S
from ui.problem import ProblemPage
from ui.session import Session

DAMAGE = DamagedDatabase("The database siar.db is damaged (file is not a database)", "Run `siar restore`")
TODAY = date(2026, 12, 7)


def page_for(qtbot: QtBot, error: Exception, root: Path) -> ProblemPage:
    made = ProblemPage(error, root, TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_another_trouble_offers_another_folder_and_another_try(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_for(qtbot, NewerSchema("A newer Siar Studio wrote this workspace", "Update Siar Studio"), tmp_path)
    assert page.title.text() == "This workspace cannot be opened"
    assert (page.happened.text(), page.advice.text()) == (
        "A newer Siar Studio wrote this workspace.", "Update Siar Studio.",
    )  # fmt: skip
    assert not page.panel.isVisible() and page.retry.isVisible() and page.folder.isVisible()
    with qtbot.waitSignal(page.retry_asked):
        page.retry.click()


def test_a_damaged_plan_offers_its_newest_good_backup_by_one_button(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_for(qtbot, DAMAGE, tmp_path)
    assert (page.title.text(), page.found.text()) == ("The plan is damaged", "Looking for the newest good backup…")
    assert page.bar.isVisible() and not page.restore.isVisible() and not page.advice.isVisible()
    path = tmp_path / "siar-20261207-080000.db"
    page.offer(Backup(path, datetime(2026, 12, 7, 8, 0), 24_000, 48, True), 3)
    assert page.found.text() == "The newest good backup"
    assert page.holds.text() == "Today, 08:00 · 48 items · 24 kB"
    assert page.keeps.text() == "The damaged file is kept as it is in the folder “backups”. Nothing is deleted."
    assert not page.bar.isVisible() and not page.anew.isVisible()
    with qtbot.waitSignal(page.restore_asked) as asked:
        page.restore.click()
    assert asked.args == [path]
    page.say_restoring()
    assert page.found.text() == "Restoring…" and not page.folder.isEnabled()


@pytest.mark.parametrize(
    ("looked_at", "says"),
    [
        (0, ""),
        (1, "1 backup was looked at, and it is not whole. "),
        (3, "3 backups were looked at, and none is whole. "),
    ],
)
def test_with_no_good_backup_one_can_bring_a_file_or_begin_anew(
    looked_at: int, says: str, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_for(qtbot, DAMAGE, tmp_path)
    page.offer(None, looked_at)
    assert page.found.text() == "There is no good backup in this workspace"
    assert page.holds.text() == says + "A copy that you have elsewhere can be restored from its file."
    assert page.anew.isVisible() and page.file.isVisible() and not page.restore.isVisible()


@pytest.fixture
def start(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], tuple[Session, list[Notice]]]]:
    """Starts the program on a workspace, up to the page that says why there is no window."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    sessions: list[Session] = []

    def run() -> tuple[Session, list[Notice]]:
        session = Session(qapp, tmp_path / "Siar")
        sessions.append(session)
        told: list[Notice] = []
        session.notices.posted.connect(told.append)
        assert not session.open()
        session.show_problem()
        return session, told

    yield run
    for session in sessions:
        session.close()


def damage(root: Path, *titles: str) -> bytes:
    """A plan with these items of which each but the last is in a backup, then a file of nonsense."""
    with actions.open_studio(root) as store:
        for number, title in enumerate(titles):
            if number == len(titles) - 1:
                backup(store)
            actions.add_item(store, title)
    spoilt = b"rusak" * 2000
    (root / "siar.db").write_bytes(spoilt)
    return spoilt


def test_the_newest_good_backup_opens_the_window_and_the_damaged_file_is_kept(
    qtbot: QtBot, start: Callable[[], tuple[Session, list[Notice]]], tmp_path: Path
) -> None:
    root = tmp_path / "Siar"
    spoilt = damage(root, "Satu", "Dua")
    newer = datetime.now() + timedelta(minutes=1)
    (root / "backups" / f"siar-{newer:%Y%m%d-%H%M%S}.db").write_bytes(b"setengah")  # the newest of all is not whole
    session, told = start()
    page = session.recovery.problem
    assert page.isVisible() and "is damaged" in page.happened.text()
    qtbot.waitUntil(page.restore.isVisible)
    assert page.holds.text().startswith("Today, ") and " · 1 item · " in page.holds.text()
    page.restore.click()
    qtbot.waitUntil(lambda: session.window is not None)
    assert session.recovery.problem is None and session.window.isVisible()
    assert [item.title for item in session.window.plan.all_items()] == ["Satu"]
    [kept] = (root / "backups").glob("damaged-siar-*.db")
    assert kept.read_bytes() == spoilt
    assert told[-1].text.startswith("Restored: Today, ")
    assert (told[-1].text[-32:], told[-1].action) == ("item. What was there before is kept."[-32:], "Open folder")


def test_a_backup_that_cannot_be_used_leaves_the_page_as_it_was(
    qtbot: QtBot, start: Callable[[], tuple[Session, list[Notice]]], tmp_path: Path
) -> None:
    spoilt = damage(tmp_path / "Siar", "Satu", "Dua")
    session, _ = start()
    page = session.recovery.problem
    qtbot.waitUntil(page.restore.isVisible)
    (tmp_path / "foto.db").write_text("Ini bukan basis data. " * 100)
    page.restore_asked.emit(tmp_path / "foto.db")
    qtbot.waitUntil(page.restore.isVisible)
    assert page.happened.text() == (
        f"The backup {tmp_path / 'foto.db'} is damaged (file is not a database). Choose one that is whole."
    )
    assert session.window is None and page.folder.isEnabled()
    assert (tmp_path / "Siar" / "siar.db").read_bytes() == spoilt


def test_with_no_backup_an_empty_plan_is_begun_and_the_damaged_one_kept(
    qtbot: QtBot, start: Callable[[], tuple[Session, list[Notice]]], tmp_path: Path
) -> None:
    root = tmp_path / "Siar"
    spoilt = damage(root, "Satu")
    for path in (root / "backups").glob("siar-*.db"):
        path.unlink()
    session, told = start()
    page = session.recovery.problem
    qtbot.waitUntil(page.anew.isVisible)
    page.anew.click()
    assert session.window.plan.all_items() == []
    [kept] = (root / "backups").glob("damaged-siar-*.db")
    assert kept.read_bytes() == spoilt
    assert told[0].text == "This is an empty plan. The damaged one is kept."


def test_another_folder_opens_another_workspace(
    qtbot: QtBot, start: Callable[[], tuple[Session, list[Notice]]], tmp_path: Path
) -> None:
    damage(tmp_path / "Siar", "Satu", "Dua")
    session, _ = start()
    session.recovery.problem.folder_chosen.emit(tmp_path / "lain")
    assert session.window is not None and session.recovery.problem is None
    assert session.store.workspace.root == tmp_path / "lain"


def test_when_the_cause_is_gone_another_try_opens_the_window(
    qtbot: QtBot, start: Callable[[], tuple[Session, list[Notice]]], tmp_path: Path
) -> None:
    (tmp_path / "Siar").write_text("bukan folder")
    session, _ = start()
    page = session.recovery.problem
    page.retry.click()
    assert session.window is None and page.isVisible()
    (tmp_path / "Siar").unlink()
    page.retry.click()
    assert session.window is not None


def test_the_window_waits_less_long_for_another_program_than_a_command_does(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    session = Session(qapp, tmp_path / "Siar")
    assert session.open()
    waits = session.store.rows("PRAGMA busy_timeout")
    session.close()
    assert waits == [{"timeout": 1000 * PATIENCE_S}]
    assert PATIENCE_S < WAIT_S
