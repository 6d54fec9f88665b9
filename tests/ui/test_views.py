"""One plan, five views: what is shown, filtered and changed is the same in each."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from studio import actions
from studio.actions import finding, planning
from studio.plan.filters import Filter
from studio.plan.item import Item
from studio.store import Store
from ui import i18n
from ui.background import Background
from ui.calendar.page import CalendarPage
from ui.calendar.saved_views import ask_name
from ui.notices import Notice, Notices
from ui.plan import Plan
from ui.survey import Survey
from ui.window import CALENDAR, ITEMS, Window

Month = dict[str, Item]
LIVE = Filter(kinds=frozenset({"live"}))
VIEWS = ("day", "week", "month", "list", "board")


def shown(window: Window) -> list[str]:
    """The titles of the cards that the page gave to the view that is shown."""
    return sorted(item.title for item in window.calendar._wanted() if item.day is not None)


@pytest.mark.parametrize(("key", "name"), list(zip("DWMLB", VIEWS, strict=True)))
def test_a_letter_shows_each_view_with_the_same_item_chosen(
    qtbot: QtBot, window: Window, month: Month, key: str, name: str
) -> None:
    window.activateWindow()
    window.calendar.show_view("week" if name != "week" else "month")
    window.calendar.go_to(date(2026, 12, 8))
    window.calendar.view.choose(month["light"].id)
    qtbot.keyClick(window.calendar.view, getattr(Qt.Key, f"Key_{key}"))
    assert window.calendar.name == name
    assert window.calendar.header.switch.buttons[name].isChecked()
    assert window.calendar.view.chosen == month["light"].id


def test_letters_in_a_text_field_are_letters(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    field = window.calendar.header.search
    field.setFocus()
    qtbot.keyClicks(field, "dwmlbctjkg/")
    assert field.text() == "dwmlbctjkg/"
    assert (window.calendar.name, window.calendar.editor.isVisible()) == ("month", False)


def test_a_filter_holds_in_every_view_and_after_a_restart(open_window: Callable[[], Window], month: Month) -> None:
    first = open_window()
    first.calendar.go_to(date(2026, 12, 8))
    first.calendar.header.set_filter(LIVE)
    for name in VIEWS:
        first.calendar.show_view(name)
        assert shown(first) == ["Klinik produk"]
    first.calendar.show_view("board")
    first.close()
    again = open_window()
    assert again.calendar.filter == LIVE
    assert shown(again) == ["Klinik produk"]
    again.begin()
    assert again.calendar.name == "board"


def test_what_is_filtered_is_saved_as_a_view_and_taken_again(qtbot: QtBot, window: Window, store: Store) -> None:
    header = window.calendar.header
    header.set_filter(LIVE)
    header.filters.view_saved.emit("Siaran")
    assert window.plan.saved_views() == {"Siaran": LIVE}
    window.calendar.clear_filters()
    assert shown(window) == ["12.12 dimulai", "Cahaya bagus, modal murah", "Klinik produk"]
    header.set_filter(window.plan.saved_views()["Siaran"])
    assert shown(window) == ["Klinik produk"]
    header.filters.view_removed.emit("Siaran")
    assert window.plan.saved_views() == {}
    window.plan.undo()
    assert list(window.plan.saved_views()) == ["Siaran"]
    assert window.findChild(QInputDialog) is None


def offered(window: Window) -> list[str]:
    """What the menu of the saved views offers."""
    menu = QMenu()
    window.calendar.header.filters.views.fill(menu)
    return [action.text() for action in menu.actions() if action.isCheckable()]


def test_the_menu_of_views_follows_undo_and_what_is_saved_elsewhere(window: Window, store: Store) -> None:
    filters = window.calendar.header.filters
    window.calendar.header.set_filter(LIVE)
    filters.view_saved.emit("Siaran")
    assert offered(window) == ["Siaran"] and filters.views.text() == "View: Siaran"
    window.plan.undo()
    assert offered(window) == [] and filters.views.text() == "Views"
    window.plan.redo()
    with actions.open_studio(store.workspace.root) as other:
        finding.save_view(other, "Anggaran", Filter(campaigns=frozenset({"12.12"})))
    window.plan.look_for_changes()
    assert offered(window) == ["Anggaran", "Siaran"]


def test_a_view_is_renamed_and_removed_and_undo_brings_it_back(window: Window, told: list[Notice]) -> None:
    filters, plan = window.calendar.header.filters, window.plan
    plan.save_view("Siaran", LIVE)
    plan.save_view("Semua", Filter(owners=frozenset({"Sari"})))
    filters.views.ask = lambda _parent, name, take, rename: take(f" {name}  kita ")
    menu = QMenu()
    filters.views.fill(menu)
    [rename] = [action.menu() for action in menu.actions() if action.text() == "Rename a view"]
    rename.actions()[1].trigger()
    assert offered(window) == ["Semua", "Siaran kita"]
    plan.rename_view("Siaran kita", "Semua")
    assert told[-1].text == "There is a view “Semua” already."
    filters.view_removed.emit("Siaran kita")
    assert offered(window) == ["Semua"]
    assert (told[-1].text, told[-1].action) == ("Removed the view “Siaran kita”", "Undo")
    plan.undo()
    plan.undo()
    assert offered(window) == ["Semua", "Siaran"] and told[-1].text == "Undone: Rename the view “Siaran”"


def test_a_view_with_words_brings_them_into_the_search_field(window: Window) -> None:
    header = window.calendar.header
    header.filters.views.chosen.emit(LIVE.replaced(text="klinik"))
    assert (header.search.text(), shown(window)) == ("klinik", ["Klinik produk"])
    header.filters.views.chosen.emit(LIVE)
    assert header.search.text() == "klinik"


def test_a_filter_by_readiness_follows_what_is_found_later(
    qtbot: QtBot, open_window: Callable[[], Window], store: Store
) -> None:
    actions.add_item(store, "Rencana", start="2026-12-31T09:00")  # nothing of it is late, so that only its ring changes
    window = open_window()
    calendar = window.calendar
    calendar.header.set_filter(Filter(readiness="ready"))
    window.begin()
    qtbot.waitUntil(lambda: bool(calendar.standing.scores), timeout=30_000)
    qtbot.waitUntil(lambda: not list(calendar.model.all_cards()))
    assert calendar.vacant.unfit.isVisible()


@pytest.mark.parametrize("name", VIEWS)
def test_a_filter_that_leaves_nothing_says_so_with_the_ways_out(window: Window, name: str) -> None:
    calendar = window.calendar
    calendar.show_view(name)
    unfit = calendar.vacant.unfit
    assert unfit.isHidden()
    calendar.header.set_filter(Filter(owners=frozenset({"Nobody"})))
    assert unfit.says.text() == f"Nothing in {calendar.view.title(calendar.day)} fits the filter."
    assert unfit.search.isHidden() and calendar.empty.isHidden()
    assert calendar.stack.childAt(calendar.stack.rect().center()) in (unfit, *unfit.findChildren(QWidget))
    calendar.header.set_filter(Filter(text="tur"))
    assert unfit.says.text().endswith("holds “tur”.")
    unfit.search.click()
    assert (window.stack.currentIndex(), window.items.count.text()) == (ITEMS, "1 of 4")
    window.show_page(CALENDAR)
    unfit.clear.click()
    assert calendar.filter.is_empty and unfit.isHidden()


def test_an_empty_month_of_a_plan_is_not_called_an_empty_plan(window: Window, store: Store, month: Month) -> None:
    actions.remove_item(store, month["idea"].id)
    window.calendar.go_to(date(2027, 3, 1))
    window.calendar.refresh()
    assert window.calendar.empty.isHidden() and window.calendar.vacant.unfit.isHidden()


def test_enter_in_the_search_goes_to_every_item_that_holds_it(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    field = window.calendar.header.search
    field.setText("tur")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.stack.currentIndex() == ITEMS
    assert window.items.search.text() == "tur"
    assert window.items.count.text() == "1 of 4"


def test_a_new_item_of_the_week_begins_where_the_focus_is(qtbot: QtBot, window: Window, store: Store) -> None:
    window.calendar.show_view("week")
    window.calendar.view.ask_create(datetime(2026, 12, 9, 15, 30), 45)
    qtbot.keyClicks(window.calendar.editor.field, "Rekaman")
    qtbot.keyClick(window.calendar.editor.field, Qt.Key.Key_Return)
    made = next(item for item in actions.list_items(store) if item.title == "Rekaman")
    assert (made.start, made.duration_min) == (datetime(2026, 12, 9, 15, 30), 45)
    assert window.calendar.view.chosen == made.id


@pytest.mark.parametrize("name", VIEWS)
def test_a_rename_and_a_new_item_are_asked_for_in_every_view(
    qtbot: QtBot, window: Window, month: Month, name: str
) -> None:
    window.calendar.go_to(date(2026, 12, 8))
    window.calendar.show_view(name)
    window.new_item()
    assert window.calendar.editor.isVisible()
    qtbot.keyClick(window.calendar.editor.field, Qt.Key.Key_Escape)
    window.calendar.rename(month["light"].id)
    assert window.calendar.editor.isVisible()
    assert window.calendar.editor.field.text() == "Cahaya bagus, modal murah"
    qtbot.keyClick(window.calendar.editor.field, Qt.Key.Key_Escape)


@pytest.mark.skipif(os.name == "nt", reason="a read-only file is another thing there")
def test_a_move_that_cannot_be_saved_stays_undone_and_says_why(
    window: Window, store: Store, month: Month, told: list[Notice]
) -> None:
    store.db.conn.execute("PRAGMA query_only = ON")
    window.plan.move([month["light"].id], date(2026, 12, 20))
    assert "read-only" in told[-1].text
    card = window.calendar.model.find(month["light"].id)
    assert (card.day, card.at) == (date(2026, 12, 8), datetime(2026, 12, 8, 12).time())
    store.db.conn.execute("PRAGMA query_only = OFF")


def test_the_chip_of_what_is_at_risk_shows_that_alone(qtbot: QtBot, window: Window, store: Store) -> None:
    actions.add_item(store, "Selesai", start="2026-12-08T08:00", stage="published")
    window.plan.look_for_changes()
    qtbot.waitUntil(lambda: window.calendar.standing.late_count() >= 2)
    chip = window.calendar.header.filters.late
    qtbot.waitUntil(chip.isVisible)
    chip.click()
    assert "Selesai" not in shown(window)
    assert {"Cahaya bagus, modal murah", "Klinik produk"} <= set(shown(window))
    chip.click()
    assert "Selesai" in shown(window)


def test_a_clash_and_a_blackout_are_told_on_their_days(qtbot: QtBot, window: Window, store: Store) -> None:
    planning.add_day(store, "Stock opname", date(2026, 12, 12), kind="blackout")
    actions.add_item(store, "Gladi", kind="live", start="2026-12-08T19:45")
    window.plan.look_for_changes()
    clashes = window.calendar.model.clashes
    qtbot.waitUntil(lambda: bool(clashes(date(2026, 12, 8))) and bool(clashes(date(2026, 12, 12))))
    assert clashes(date(2026, 12, 8)) == (
        "Live sessions overlap: “Klinik produk” (Tue 8 Dec, 19:30–20:04 WIB), “Gladi” (Tue 8 Dec, 19:45–20:45 WIB)",
    )
    assert clashes(date(2026, 12, 12)) == ("“12.12 dimulai” (Sat 12 Dec, all day) is on a blackout day: Stock opname",)
    assert window.calendar.model.find(actions.list_items(store)[0].id) is not None


def test_a_tip_says_the_facts_and_the_evidence(qtbot: QtBot, window: Window, month: Month) -> None:
    qtbot.waitUntil(
        lambda: (
            "at risk" not in window.calendar.standing.tip(month["light"].id)
            and bool(window.calendar.standing.scores.get(month["light"].id) is not None)
        )
    )
    lines = window.calendar.standing.tip(month["light"].id).splitlines()
    assert lines[:3] == [
        "Cahaya bagus, modal murah",
        "Tue 8 Dec, 12:00 WIB · 60 s",
        "Video · Recorded · Sari",
    ]
    assert lines[3] == "0 % ready"
    assert lines[4].startswith("Script: Missing")


def test_an_empty_plan_says_what_to_do_in_every_view(open_window: Callable[[], Window]) -> None:
    window = open_window()
    for name in VIEWS:
        window.calendar.show_view(name)
        empty, stack = window.calendar.empty, window.calendar.stack
        assert empty.isVisible() and stack.childAt(stack.rect().center()) in (empty, *empty.findChildren(QWidget)), name


def test_nothing_is_judged_before_the_month_is_on_the_screen(qtbot: QtBot, store: Store, notices: Notices) -> None:
    plan = Plan(store, notices)
    with closing(plan), closing(Survey(store.workspace.root)) as survey, closing(Background()) as background:
        page = CalendarPage(plan, survey, background, date(2026, 12, 7))
        qtbot.addWidget(page)
        assert not page.standing._rest.isActive()
        page.load_marks()
        page.refresh()
        assert page.standing._rest.isActive()
        page.stop()


def test_what_turns_the_pages_stays_where_it_is_while_they_turn(qtbot: QtBot, window: Window) -> None:
    window.calendar.show_view("day")
    window.calendar.go_to(date(2026, 12, 9))  # a Wednesday is the longest day of its week
    forth = window.calendar.header.forth
    qtbot.waitUntil(lambda: window.calendar.header.layout().activate() or forth.x() > 0)
    places = set()
    for _ in range(5):
        forth.click()
        QApplication.sendPostedEvents()
        places.add(forth.x())
    assert len(places) == 1


def test_a_plan_that_cannot_be_read_for_a_moment_stays_on_the_screen(
    window: Window, store: Store, month: Month, told: list[Notice]
) -> None:
    store.wait_at_most(0.05)
    window.calendar.view.choose(month["light"].id)
    window.open_item(month["light"].id)
    before = shown(window)
    with closing(sqlite3.connect(store.workspace.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        window.plan.changed.emit()
        window.plan.move([month["light"].id], date(2026, 12, 20))
        other.execute("ROLLBACK")
    assert {notice.tone for notice in told} == {"error"}
    assert shown(window) == before
    assert window.calendar.model.find(month["light"].id).day == date(2026, 12, 8)
    assert window.inspector.item.title == "Cahaya bagus, modal murah"


def test_what_was_typed_is_not_lost_where_it_cannot_be_saved(
    qtbot: QtBot, window: Window, store: Store, month: Month, told: list[Notice]
) -> None:
    editor = window.calendar.editor
    for name, begin in (("Rapat pagi", window.calendar.new_item), ("Cahaya malam", window.calendar.rename)):
        window.calendar.view.choose(month["light"].id)
        begin()
        editor.field.setText(name)
        store.db.conn.execute("PRAGMA query_only = ON")
        qtbot.keyClick(editor.field, Qt.Key.Key_Return)
        assert "read-only" in told[-1].text
        qtbot.waitUntil(editor.isVisible)
        assert editor.field.text() == name
        store.db.conn.execute("PRAGMA query_only = OFF")
        qtbot.keyClick(editor.field, Qt.Key.Key_Return)
        assert not editor.isVisible()
        assert name in [item.title for item in window.plan.all_items()]


def test_the_question_for_a_views_name_speaks_indonesian(qtbot: QtBot, qapp: QApplication, window: Window) -> None:
    i18n.speak(qapp, "id")
    try:
        dialog = ask_name(window, "Siaran", lambda _name: None, rename=True)
        assert (dialog.windowTitle(), dialog.labelText()) == ("Ganti nama tampilan", "Nama lain untuk “Siaran”")
        dialog.close()
    finally:
        i18n.speak(qapp, "en")
