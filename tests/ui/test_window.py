"""The whole window: pages, notices, commands, the form, Indonesian, and how little it loads to begin with."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio import actions
from studio.errors import InvalidValue, NewerSchema
from studio.plan.item import Item
from studio.store import Store
from ui import i18n
from ui.app import main
from ui.notices import Notice, Notices
from ui.palette import Palette
from ui.problem import ProblemPage
from ui.session import Session
from ui.window import CALENDAR, ITEMS, SETTINGS, Window

LEFT = Qt.MouseButton.LeftButton


def test_an_empty_workspace_says_what_to_do_first(qtbot: QtBot, open_window: Callable[[], Window]) -> None:
    window = open_window()
    empty = window.calendar.empty
    assert empty.isVisible()
    assert (empty.title.text(), empty.button.text()) == ("No items yet", "New item")
    qtbot.mouseClick(empty.button, LEFT)
    qtbot.keyClicks(window.calendar.editor.field, "Yang pertama")
    qtbot.keyClick(window.calendar.editor.field, Qt.Key.Key_Return)
    assert not empty.isVisible()
    assert window.rail.buttons[ITEMS]._count.text() == "1"


def test_an_error_of_an_action_becomes_a_notice_and_nothing_else_happens(window: Window, told: list[Notice]) -> None:
    assert window.plan.set_fields(1, {"duration_min": "lama"}) is None
    assert (told[-1].text, told[-1].advice, told[-1].tone) == (
        "The duration \"lama\" is no number.", "Write it as minutes, such as 34", "error",
    )  # fmt: skip
    assert window.notice_bar.isVisible()
    assert "is no number." in window.notice_bar.label.text()


def test_nothing_left_to_undo_is_told(window: Window, store: Store, told: list[Notice]) -> None:
    for _ in range(4):
        actions.undo(store)
    window.plan.undo()
    assert told[-1].text == "There is nothing to undo."


def test_an_unforeseen_error_goes_to_the_notice_bar(
    window: Window, notices: Notices, told: list[Notice], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    notices.take_excepthook()
    sys.excepthook(ValueError, ValueError("odd"), None)
    assert told[-1].text == "Something unforeseen went wrong (ValueError: odd)."
    sys.excepthook(InvalidValue, InvalidValue("No", "Yes"), None)
    assert (told[-1].text, told[-1].advice) == ("No.", "Yes")


def test_a_title_with_markup_is_shown_as_it_is(window: Window, notices: Notices) -> None:
    notices.info("Removed “<b>12 & 12</b>”")
    assert "&lt;b>12 &amp; 12&lt;/b>" in window.notice_bar.label.text()


def test_all_items_stand_in_a_table_that_sorts_and_searches(qtbot: QtBot, window: Window) -> None:
    window.show_page(ITEMS)
    table, model = window.items.table, window.items.model
    column = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert column == ["Cahaya bagus, modal murah", "Klinik produk", "12.12 dimulai", "Studio tur"]
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert model.index(0, 0).data() == "12.12 dimulai"
    window.items.search.setText("sari")
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Cahaya bagus, modal murah"]
    assert window.items.count.text() == "1 of 4"
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert window.inspector.item.title == "Cahaya bagus, modal murah"
    assert window.inspector.isVisible()


def test_enter_in_the_calendars_search_goes_on_in_all_items(qtbot: QtBot, window: Window) -> None:
    window.calendar.header.search.setText("klinik")
    qtbot.keyClick(window.calendar.header.search, Qt.Key.Key_Return)
    assert window.stack.currentIndex() == ITEMS
    assert window.items.model.rowCount() == 1


def test_every_command_has_its_words_and_no_two_share_a_shortcut(window: Window) -> None:
    keys = [key for command in window.commands for key in command.shortcuts]
    assert len(keys) == len(set(keys))
    assert all(command.text for command in window.commands)
    assert len({command.id for command in window.commands}) == len(window.commands)


def test_the_palette_finds_commands_and_items(qtbot: QtBot, window: Window, month: dict[str, Item]) -> None:
    window.open_palette()
    palette = window.findChild(Palette)
    qtbot.keyClicks(palette.field, "settings")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.stack.currentIndex() == SETTINGS
    window.open_palette()
    palette = window.findChildren(Palette)[-1]
    qtbot.keyClicks(palette.field, "klinik")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.stack.currentIndex() == CALENDAR
    assert window.calendar.view.chosen == window.inspector.item.id == month["clinic"].id


def test_the_form_saves_every_change_as_one_step_of_undo(
    qtbot: QtBot, window: Window, store: Store, month: dict[str, Item]
) -> None:
    window.open_item(month["light"].id)
    window.inspector.edit()
    form = window.inspector.form
    editors = form.editors
    editors["title"].line.setText("Cahaya dari jendela")
    editors["start"].day.setDate(date(2026, 12, 10))
    editors["products"].box.setPlainText("Ring light | Rp89.000 | https://tok.id/ring\nTripod")
    editors["stage"].box.setCurrentIndex(editors["stage"].box.findData("subtitled"))
    form.save()
    item = actions.show_item(store, month["light"].id)
    assert (item.title, item.start, item.stage) == ("Cahaya dari jendela", datetime(2026, 12, 10, 12, 0), "subtitled")
    assert [product.name for product in item.products] == ["Ring light", "Tripod"]
    assert window.inspector.stack.currentWidget() is window.inspector.shown
    window.plan.undo()
    assert actions.show_item(store, month["light"].id) == month["light"]


def test_what_cannot_be_taken_is_said_beside_its_field(
    qtbot: QtBot, window: Window, store: Store, month: dict[str, Item]
) -> None:
    window.open_item(month["light"].id)
    window.inspector.edit()
    form = window.inspector.form
    form.editors["title"].line.setText(" ")
    form.editors["episode"].line.setText("delapan")
    assert not form.save()
    assert form.errors["title"].text() == "The title is empty. Give the item a title."
    assert form.errors["episode"].text() == 'The episode "delapan" is no number. Write it as a whole number, such as 8.'
    assert actions.show_item(store, month["light"].id) == month["light"]
    form.editors["episode"].line.clear()
    qtbot.keyClicks(form.editors["episode"].line, "8")
    assert not form.errors["episode"].isVisible()


def test_opening_and_saving_the_form_changes_nothing(window: Window, store: Store, month: dict[str, Item]) -> None:
    for item in month.values():
        window.open_item(item.id)
        window.inspector.edit()
        assert window.inspector.form.changes == {}
        assert window.inspector.form.save()
        assert actions.show_item(store, item.id) == item


def test_a_narrow_window_keeps_the_month_and_shows_the_inspector_on_demand(
    qtbot: QtBot, open_window: Callable[[int, int], Window], month: dict[str, Item]
) -> None:
    window = open_window(1000, 640)
    assert not window.inspector.isVisible()
    assert window.rail.width() == 60
    window.open_item(month["light"].id)
    assert window.inspector.isVisible()
    window.inspector.closed.emit()
    assert not window.inspector.isVisible()


def test_the_window_speaks_indonesian(
    qapp: QApplication, open_window: Callable[[], Window], month: dict[str, Item]
) -> None:
    i18n.speak(qapp, "id")
    window = open_window()
    assert window.calendar.header.title.text() == "Desember 2026"
    assert window.calendar.header.new.text() == "Konten baru"
    names = ["Kalender", "Konten", "Subtitle", "Pengaturan"]
    assert [button.accessibleName() for button in window.rail.buttons] == names
    assert window.calendar.model.headerData(0, Qt.Orientation.Horizontal) == "Sen"
    window.open_item(month["light"].id)
    assert window.inspector.head.when.text() == "Sel 8 Des, 12.00 WIB · 60 dtk · Bahasa Indonesia"


def test_every_word_is_translated() -> None:
    source = (Path(i18n.__file__).parent / "siar_id.ts").read_text(encoding="utf-8")
    assert source.count("<message") > 150
    assert "unfinished" not in source


def test_a_workspace_that_cannot_be_opened_is_explained(qtbot: QtBot) -> None:
    page = ProblemPage(NewerSchema("A newer Siar Studio wrote this workspace", "Update Siar Studio"))
    qtbot.addWidget(page)
    page.show()
    assert page.happened.text() == "A newer Siar Studio wrote this workspace."
    assert page.advice.text() == "Update Siar Studio."


START = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication(["siar-studio"])
from ui.session import Session
session = Session(application, Path(sys.argv[1]))
opened = session.open()
if opened:
    session.window.grab()
    heavy = ("torch", "ctranslate2", "moviepy", "numba", "holidays", "whisper", "faster_whisper", "av", "pptx")
    print(json.dumps([name for name in heavy if name in sys.modules]))
else:
    print(json.dumps(str(session.error)))
session.close()
"""


def start(root: Path) -> object:
    done = subprocess.run(
        [sys.executable, "-c", START, str(root)], capture_output=True, text=True, timeout=120, check=True
    )
    return json.loads(done.stdout)


def test_the_first_window_loads_nothing_heavy(tmp_path: Path) -> None:
    assert start(tmp_path / "Siar") == []


def test_a_damaged_database_is_explained_at_start(tmp_path: Path) -> None:
    (tmp_path / "siar.db").write_bytes(b"this is no database" * 100)
    assert "damaged" in str(start(tmp_path)) or "not a" in str(start(tmp_path))


def test_without_a_display_the_program_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert main(["siar-studio", "--workspace", str(tmp_path / "Siar")]) == 1
    assert capsys.readouterr().err == (
        "siar: error: There is no display to open a window on. Start it from a desktop; the other commands need none.\n"
    )


def test_the_language_changes_at_once(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    session = Session(qapp, tmp_path / "Siar")
    assert session.open()
    session.window.show_page(SETTINGS)
    session.window.settings.languages.button(1).click()
    assert session.preferences.language == "id"
    assert session.window.stack.currentIndex() == SETTINGS
    names = ["Kalender", "Konten", "Subtitle", "Pengaturan"]
    assert [button.accessibleName() for button in session.window.rail.buttons] == names
    session.close()


def test_a_screen_reader_finds_the_days(window: Window) -> None:
    table = QAccessible.queryAccessibleInterface(window.calendar.view)
    assert table.text(QAccessible.Text.Name) == "Calendar month"
    texts = [table.child(number).text(QAccessible.Text.Name) for number in range(table.childCount())]
    # What is marked stands between them, as soon as it is known.
    assert any(
        text.startswith("Saturday 12 December 2026, ") and "1 item. Video, 12.12 dimulai" in text for text in texts
    )


def test_a_plan_that_another_program_holds_is_told_when_something_is_changed_and_not_before(
    window: Window, store: Store, told: list[Notice]
) -> None:
    other = sqlite3.connect(store.workspace.database, isolation_level=None)
    store.wait_at_most(0.05)
    other.execute("BEGIN EXCLUSIVE")
    window.plan.look_for_changes()
    assert told == []
    assert window.plan.add("Judul") is None
    assert told[-1].text == f"Another program has been changing {store.workspace.database} for too long."
    other.execute("ROLLBACK")
    other.close()
    added = window.plan.add("Judul")
    assert added is not None and added.title == "Judul"


def test_the_list_of_items_follows_the_clock_unless_a_day_was_named(
    window: Window, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = date(2026, 12, 7)
    assert not window.calendar.midnight.isActive()
    window.show_page(ITEMS)
    assert (window.calendar.today, window.inspector.today, window.items.model.today) == (named, named, named)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    session = Session(qapp, tmp_path / "Lain")
    assert session.open()
    assert session.window.calendar.midnight.isActive()
    session.window.items.view.set_today(date(2020, 1, 1))  # as if the program had been open since
    session.window.show_page(ITEMS)
    assert session.window.items.model.today >= session.window.calendar.today
    session.close()
