"""One plan, five views: what is shown, filtered and changed is the same in each."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from studio import actions
from studio.actions import planning
from studio.plan.filters import Filter
from studio.plan.item import Item
from studio.store import Store
from ui.background import Background
from ui.calendar.page import CalendarPage
from ui.notices import Notice, Notices
from ui.plan import Plan
from ui.survey import Survey
from ui.window import ITEMS, Window

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
    header.view_saved.emit("Siaran")
    assert window.plan.saved_views() == {"Siaran": LIVE}
    window.calendar.clear_filters()
    assert shown(window) == ["12.12 dimulai", "Cahaya bagus, modal murah", "Klinik produk"]
    header.set_filter(window.plan.saved_views()["Siaran"])
    assert shown(window) == ["Klinik produk"]
    header.view_removed.emit("Siaran")
    assert window.plan.saved_views() == {}
    window.plan.undo()
    assert list(window.plan.saved_views()) == ["Siaran"]
    assert window.findChild(QInputDialog) is None


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
        assert window.calendar.empty.isVisible(), name
        middle = window.calendar.stack.rect().center()
        assert window.calendar.empty.isAncestorOf(window.calendar.stack.childAt(middle)), name


def test_a_filter_that_hides_everything_says_so_and_can_be_taken_away(window: Window) -> None:
    panel = window.calendar.panels.filtered
    for name in VIEWS:
        window.calendar.show_view(name)
        assert not panel.isVisible(), name
        window.calendar.header.search.setText("tidak ada yang begini")
        assert panel.isVisible(), name
        panel.button.click()
        assert not panel.isVisible(), name
        assert (window.calendar.header.search.text(), window.calendar.filter) == ("", Filter())


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
