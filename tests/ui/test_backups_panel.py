"""The backups in the settings: listed, looked at, made, gone back to; and a plan damaged under an open window."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio import actions
from studio.actions.backups import backup, list_backups
from studio.plan.item import Item
from studio.store import Store
from studio.workspace import backup_name, open_workspace
from ui import words
from ui.background import Background
from ui.notices import Notice, Notices
from ui.plan import Plan
from ui.session import Session
from ui.settings.backups import BackupsPanel
from ui.settings.backups_model import BACKUP, COLUMNS
from ui.settings.restoring import ask_to_restore
from ui.window import SETTINGS


@pytest.fixture
def panel(qtbot: QtBot, store: Store, notices: Notices, month: dict[str, Item]) -> Iterator[BackupsPanel]:
    """The panel on a plan of four items; nothing else takes a backup beside it."""
    plan, background = Plan(store, notices), Background()
    made = BackupsPanel(plan, background)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    yield made
    plan.close()
    background.close()


def shown(panel: BackupsPanel) -> list[list[str]]:
    model = panel.model
    return [[model.index(row, column).data() for column in range(len(COLUMNS))] for row in range(model.rowCount())]


def looked_at(panel: BackupsPanel) -> bool:
    return bool(panel.model.backups) and all(one.whole is not None for one in panel.model.backups)


def spoil(path: Path) -> None:
    """Write nonsense over every page but the first."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))


def test_without_a_backup_the_panel_says_when_there_will_be_one(panel: BackupsPanel) -> None:
    assert panel.empty.isVisible() and not panel.table.isVisible()
    assert panel.empty.text() == "No backup yet. One is taken every day when the program opens."
    assert panel.now.isEnabled() and not panel.restore.isEnabled()


def test_a_backup_is_made_by_one_button_and_told(qtbot: QtBot, panel: BackupsPanel, told: list[Notice]) -> None:
    panel.now.click()
    assert (panel.now.text(), panel.now.isEnabled()) == ("Backing up…", False)
    qtbot.waitUntil(lambda: looked_at(panel))
    assert (panel.now.text(), panel.now.isEnabled()) == ("Back up now", True)
    assert told[-1].text == "Backed up: 4 items"
    [row] = shown(panel)
    assert row[0].startswith("Today, ")
    assert (row[1], row[3]) == ("4 items", "Whole")
    assert panel.restore.isEnabled()


def test_each_backup_says_when_it_was_made_what_it_holds_and_whether_it_is_whole(
    qtbot: QtBot, panel: BackupsPanel, store: Store
) -> None:
    folder = store.workspace.backups
    whole, cut = backup(store), backup(store)
    now = datetime.now()
    for path, age in ((whole, timedelta(days=1)), (cut, timedelta(days=400))):
        path.rename(folder / backup_name((now - age).replace(hour=8, minute=0, second=0)))
    broken = min(folder.iterdir())
    broken.write_bytes(broken.read_bytes()[:9000])
    panel.refresh()
    qtbot.waitUntil(lambda: looked_at(panel))
    first, second = shown(panel)
    assert (first[0], first[1], first[3]) == ("Yesterday, 08:00", "4 items", "Whole")
    assert (second[1], second[2], second[3]) == ("", "9 kB", "Damaged")
    assert second[0] == f"{words.locale().toString((now - timedelta(days=400)).date(), 'd MMM yyyy')}, 08:00"
    panel.table.selectRow(1)
    assert not panel.restore.isEnabled()
    assert "is damaged (" in panel.restore.toolTip()
    spoken = panel.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Yesterday, 08:00, 4 items, ") and spoken.endswith(", Whole")


def test_the_question_says_what_is_kept_and_does_nothing_by_itself(
    qtbot: QtBot, panel: BackupsPanel, store: Store
) -> None:
    backup(store)
    panel.refresh()
    qtbot.waitUntil(lambda: looked_at(panel))
    said: list[bool] = []
    one = panel.model.index(0, 0).data(BACKUP)
    box = ask_to_restore(panel, one, panel.model.today, lambda: said.append(True))
    assert box.text() == "Go back to an earlier plan?"
    assert box.informativeText() == (
        f"Today, {one.made_at:%H:%M}, with 4 items. What is there now is kept as a backup first, so you can "
        "come back to it. Recordings and files that were made stay as they are."
    )
    assert box.defaultButton().text() == "Keep the plan as it is"
    box.defaultButton().click()
    assert said == []
    box = ask_to_restore(panel, one, panel.model.today, lambda: said.append(True))
    next(one for one in box.buttons() if one.text() == "Restore").click()
    assert said == [True]


@pytest.fixture
def open_session(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Session]]:
    """A session on a workspace of two items, one of them in a backup."""
    import sys

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    opened: list[Session] = []

    def build() -> Session:
        session = Session(qapp, tmp_path / "Siar")
        opened.append(session)
        return session

    with actions.open_studio(tmp_path / "Siar") as store:
        actions.add_item(store, "Satu")
        backup(store)
        actions.add_item(store, "Dua", notes="x" * 20_000)
    yield build
    for session in opened:
        session.close()


def heard(session: Session) -> list[Notice]:
    told: list[Notice] = []
    session.notices.posted.connect(told.append)
    return told


def titles(session: Session) -> list[str]:
    return [item.title for item in session.window.plan.all_items()]


def test_going_back_to_a_backup_shows_its_plan_and_keeps_the_present_one(
    qtbot: QtBot, open_session: Callable[[], Session]
) -> None:
    session = open_session()
    assert session.open()
    told = heard(session)
    session.window.show_page(SETTINGS)
    panel, before = session.window.settings.backups, session.window
    qtbot.waitUntil(lambda: looked_at(panel))
    panel.ask = lambda _parent, _backup, _today, yes: yes()
    panel.restore.click()
    assert not before.isEnabled()
    qtbot.waitUntil(lambda: session.window is not before)
    assert titles(session) == ["Satu"]
    assert session.window.stack.currentIndex() == SETTINGS and session.window.isVisible()
    assert told[-1].text.startswith("Restored: Today, ")
    assert told[-1].text.endswith(", with 1 item. What was there before is kept.")
    assert sorted(one.items for one in list_backups(session.root)) == [1, 2]
    panel = session.window.settings.backups
    qtbot.waitUntil(lambda: looked_at(panel))
    assert panel.model.rowCount() == 2


def test_a_file_that_is_no_backup_changes_nothing(
    qtbot: QtBot, open_session: Callable[[], Session], tmp_path: Path
) -> None:
    session = open_session()
    assert session.open()
    told = heard(session)
    (tmp_path / "catatan.db").write_text("Ini bukan basis data. " * 100)
    session.window.settings.backups.look_at(tmp_path / "catatan.db")
    qtbot.waitUntil(lambda: bool(told))
    assert (
        told[-1].text
        == f"The backup {tmp_path / 'catatan.db'} is damaged (file is not a database). Choose one that is whole."
    )
    assert titles(session) == ["Satu", "Dua"]


def test_a_backup_that_went_bad_meanwhile_leaves_the_plan_as_it_is(
    qtbot: QtBot, open_session: Callable[[], Session]
) -> None:
    session = open_session()
    assert session.open()
    session.window.show_page(SETTINGS)
    panel, before = session.window.settings.backups, session.window
    qtbot.waitUntil(lambda: looked_at(panel))
    chosen = panel.chosen()
    chosen.path.write_bytes(b"rusak" * 1000)
    told = heard(session)
    session.recovery.restore(chosen)
    qtbot.waitUntil(lambda: session.window is not before)
    assert titles(session) == ["Satu", "Dua"]
    assert told[-1].tone == "error" and "is damaged" in told[-1].text


def test_damage_that_no_query_meets_is_noticed_after_the_start(
    qtbot: QtBot, open_session: Callable[[], Session], tmp_path: Path
) -> None:
    workspace = open_workspace(tmp_path / "Siar")
    with sqlite3.connect(workspace.database) as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.close()
    with workspace.database.open("r+b") as file:  # the last pages hold the notes of the second item
        file.seek(4096 * (pages - 1))
        file.write(b"\xa5" * 4096)
    session = open_session()
    told = heard(session)
    session.open()
    qtbot.waitUntil(lambda: session.error is not None or any(notice.tone == "error" for notice in told))


def test_a_plan_that_is_damaged_under_the_window_leads_to_its_newest_good_backup(
    qtbot: QtBot, open_session: Callable[[], Session], tmp_path: Path
) -> None:
    session = open_session()
    assert session.open()
    told = heard(session)
    before = session.window
    spoil(tmp_path / "Siar" / "siar.db")
    session.store.db.execute("PRAGMA shrink_memory")
    session.window.plan.add("Tiga")
    assert (told[-1].text, told[-1].tone, told[-1].action) == (
        "The plan on the disk is damaged.", "error", "Show the way out",
    )  # fmt: skip
    assert told[-1].advice == "What you change now may be lost. A backup can be brought back; the damaged file is kept"
    told[-1].call()
    page = session.recovery.problem
    assert session.window is None and not before.isVisible() and page.isVisible()
    qtbot.waitUntil(page.restore.isVisible)
    page.restore.click()
    qtbot.waitUntil(lambda: session.window is not None)
    assert titles(session) == ["Satu"]
    assert session.recovery.problem is None
    kept = [path.name for path in (tmp_path / "Siar" / "backups").iterdir() if path.name.startswith("damaged-")]
    assert len(kept) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody remove a file that is open")
@pytest.mark.parametrize(("replaced", "says"), [(False, "moved or removed"), (True, "replaced by another file")])
def test_a_plan_whose_file_goes_while_it_is_open_is_saved_and_offered(
    replaced: bool, says: str, qtbot: QtBot, open_session: Callable[[], Session], tmp_path: Path
) -> None:
    session = open_session()
    assert session.open()
    told = heard(session)
    file = tmp_path / "Siar" / "siar.db"
    file.unlink()
    if replaced:
        file.write_bytes(b"")
    assert session.window.plan.add("Tiga") is None  # it would go into a file that has no name any more
    assert (told[-1].text, told[-1].action) == ("The plan on the disk is damaged.", "Show the way out")
    told[-1].call()
    page = session.recovery.problem
    assert page.happened.text() == f"The database {file} was {says} while it was open."
    qtbot.waitUntil(page.restore.isVisible)
    page.restore.click()
    qtbot.waitUntil(lambda: session.window is not None)
    assert titles(session) == ["Satu", "Dua"]  # the newest backup before had one


def test_that_its_file_is_gone_is_noticed_before_anything_is_changed(
    qtbot: QtBot, open_session: Callable[[], Session], tmp_path: Path
) -> None:
    session = open_session()
    assert session.open()
    told = heard(session)
    session.recovery.look_at_file()
    assert told == []
    (tmp_path / "Siar" / "siar.db").rename(tmp_path / "dipindah.db")
    session.recovery.look_at_file()
    assert told[-1].text == "The plan on the disk is damaged."
    assert max(one.items for one in list_backups(tmp_path / "Siar")) == 2


def test_a_workspace_in_a_synchronised_folder_is_warned_about_until_told_not_to(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    session = Session(qapp, tmp_path / "Dropbox" / "Siar")
    told = heard(session)
    assert session.open()
    qtbot.waitUntil(lambda: bool(told))
    assert (told[-1].text, told[-1].tone, told[-1].action) == (
        "This workspace lies in a folder that Dropbox synchronises: the plan can lose changes there.",
        "warn",
        "Do not warn again",
    )
    assert session.window.notice_bar.isVisible()
    told[-1].call()
    assert session.preferences.calm_roots == (str(tmp_path / "Dropbox" / "Siar"),)
    session.close()


def test_items_counted_and_made_are_said_in_words(month: dict[str, Item]) -> None:
    at = datetime(2026, 12, 7, 8, 5)
    days = (at.date(), at.date() + timedelta(days=1), at.date() + timedelta(days=9), at.date() + timedelta(days=99))
    said = [words.moment(at, day) for day in days]
    assert said == ["Today, 08:05", "Yesterday, 08:05", "Mon 7 Dec, 08:05", "7 Dec 2026, 08:05"]
    assert [words.items_counted(count) for count in (0, 1, 48)] == ["0 items", "1 item", "48 items"]
    assert words.file_size(900) == "900 bytes" or words.file_size(900) == "1 kB"
