"""The list: what it shows and in which order, its groups and columns, and the page with every item."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from listing import TODAY, Wishes, cards, cell, rows, type_into
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from studio import actions
from studio.plan.filters import Filter
from studio.plan.item import Item
from studio.store import Store
from ui.calendar.card import Card, DayMark
from ui.items.arranging import Arrangement
from ui.items.columns import NUMBER
from ui.items.nothing import Nothing
from ui.items.view import ListView
from ui.notices import Notice
from ui.window import ITEMS, Window

LEFT, CTRL, SHIFT, ALT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


# what is shown


def test_every_item_stands_in_a_row_by_its_start_and_ideas_come_last(listed: ListView) -> None:
    assert rows(listed) == ["Cahaya bagus", "Klinik produk", "12.12 dimulai", "Studio tur"]
    shown = ("date", "time", "length", "stage", "owner", "platforms", "series", "episode", "language", "kind")
    assert [cell(listed, 0, name) for name in shown] == [
        "Tue 8 Dec", "12:00", "60 s", "Recorded", "Sari", "TikTok, YouTube", "Kelas Dasar", "#6", "Bahasa Indonesia",
        "Video",
    ]  # fmt: skip
    assert [cell(listed, 2, name) for name in ("date", "time")] == ["Sat 12 Dec", "All day"]
    assert [cell(listed, 3, name) for name in ("date", "time", "owner")] == ["", "", ""]


def test_a_year_is_said_where_it_is_another_and_a_zone_where_it_is_not_wib(listed: ListView) -> None:
    listed.show_cards(TODAY, cards(Item("A", id=1, start=datetime(2027, 1, 5, 9), zone="Asia/Makassar")))
    assert (cell(listed, 0, "date"), cell(listed, 0, "time")) == ("Tue 5 Jan 2027", "09:00 WITA")


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        ("title", "3124", "4213"),
        ("date", "1234", "3214"),  # what has no date stays last
        ("owner", "2134", "1324"),
        ("length", "1234", "2134"),
        ("stage", "2341", "1234"),
    ],
)
def test_a_heading_sorts_up_and_down_and_what_is_empty_stays_last(
    listed: ListView, column: str, up: str, down: str
) -> None:
    for order, expected in ((Qt.SortOrder.AscendingOrder, up), (Qt.SortOrder.DescendingOrder, down)):
        listed.table.sortByColumn(NUMBER[column], order)
        assert "".join(str(card.id) for card in listed.model.lines if isinstance(card, Card)) == expected


def test_rows_stand_in_groups_with_their(listed: ListView) -> None:
    listed.group("day")
    assert rows(listed) == [
        "[Tuesday 8 December 2026 2]", "Cahaya bagus", "Klinik produk", "[Saturday 12 December 2026 1]",
        "12.12 dimulai", "[No date yet 1]", "Studio tur",
    ]  # fmt: skip
    listed.group("owner")
    assert [row for row in rows(listed) if row[0] == "["] == ["[Bima 1]", "[Sari 2]", "[No owner 1]"]
    listed.group("stage")
    assert [row for row in rows(listed) if row[0] == "["] == ["[Idea 3]", "[Recorded 1]"]
    listed.group("week")
    assert [row for row in rows(listed) if row[0] == "["] == [
        "[Week 50 · Mon 7 Dec – Sun 13 Dec 2026 3]", "[No date yet 1]",
    ]  # fmt: skip


def test_an_item_stands_under_each_of_its_platforms_and_is_still_one(listed: ListView) -> None:
    listed.group("platform")
    assert rows(listed) == [
        "[TikTok 2]", "Cahaya bagus", "12.12 dimulai", "[YouTube 1]", "Cahaya bagus", "[No platform 2]",
        "Klinik produk", "Studio tur",
    ]  # fmt: skip
    listed.table.choose_rows([1, 4])
    assert listed.selected == (1,)


def test_a_group_folds_and_its_choice_is_kept(qtbot: QtBot, listed: ListView) -> None:
    listed.group("owner")
    listed.table.go_to(listed.model.row_of(2) - 1)  # type: ignore[operator]
    qtbot.keyClick(listed.table, Qt.Key.Key_Left)
    assert rows(listed)[:2] == ["[Bima 1]", "[Sari 2]"]
    qtbot.keyClick(listed.table, Qt.Key.Key_Space)
    assert rows(listed)[:2] == ["[Bima 1]", "Klinik produk"]
    again = ListView(TODAY)
    qtbot.addWidget(again)
    assert again.model.arrangement.grouping == "owner"


def test_a_click_on_a_head_folds_it_and_its_plus_asks_for_an_item_of_that_day(
    qtbot: QtBot, listed: ListView, wishes: Wishes
) -> None:
    listed.group("day")
    table = listed.table
    y = table.rowViewportPosition(0) + 10
    qtbot.mouseClick(table.viewport(), LEFT, pos=QPoint(table.viewport().width() - 24, y))
    assert wishes[-1][:2] == ("create_asked", date(2026, 12, 8))
    qtbot.mouseClick(table.viewport(), LEFT, pos=QPoint(60, y))
    assert rows(listed)[:2] == ["[Tuesday 8 December 2026 2]", "[Saturday 12 December 2026 1]"]


def test_a_search_finds_words_anywhere_in_any_order(listed: ListView) -> None:
    listed.search("kelas CAHAYA")
    assert rows(listed) == ["Cahaya bagus"]
    listed.search("recorded")
    assert rows(listed) == ["Cahaya bagus"]
    listed.search("tiktok")
    assert rows(listed) == ["Cahaya bagus", "12.12 dimulai"]
    listed.search("studió")
    assert rows(listed) == ["Studio tur"]
    listed.search("")
    assert len(rows(listed)) == 4


@pytest.mark.parametrize("text", ['"cahaya bagus"', "cahaya*", "-bagus", "cahaya: (bagus)", "'cahaya"])
def test_quotes_and_signs_in_a_search_part_its_words_and_nothing_else(listed: ListView, text: str) -> None:
    listed.search(text)
    assert rows(listed) == ["Cahaya bagus"]


def test_whatever_the_calendar_finds_the_list_of_all_items_finds_too(window: Window, store: Store) -> None:
    held = {
        "audience": "pemula",
        "learning_goal": "tautan",
        "products": "Lampu meja",
        "notes": "tripod",
        "host": "Bima",
    }
    item = actions.add_item(store, "Kafé 11.11: “promo”", start="2026-12-09", **held)
    window.plan.look_for_changes()
    window.show_page(ITEMS)
    for text in ("pemula", "tautan", "lampu", "tripod", "bima", "kafe", '"promo"', "11.11", "promo-kafé"):
        assert window.plan.search(text) == {item.id}, text
        window.items.find(text)
        assert rows(window.items.view) == [item.title], text


def test_a_page_that_is_turned_begins_at_its_top_and_chooses_nothing(qtbot: QtBot, listed: ListView) -> None:
    january = cards(*(Item(f"Konten {n}", id=n, uid=str(n), start=date(2027, 1, n)) for n in range(1, 31)))
    listed.show_cards(date(2027, 1, 8), january)
    with qtbot.waitSignal(listed.picked) as told:
        listed.focus_on(date(2027, 1, 8))
    assert (told.args, listed.table.row, listed.selected) == ([None], 0, ())
    listed.focus_on(date(2027, 1, 20))
    assert (listed.day, listed.selected) == (date(2027, 1, 20), ())
    listed.focus_on(date(2027, 1, 20), 25)
    assert listed.selected == (25,)


def test_an_empty_month_says_what_to_do(listed: ListView) -> None:
    listed.show_cards(TODAY, [])
    assert listed.findChild(Nothing).text == "No items in December 2026. Press C to plan one."


def test_rings_are_asked_for_the_rows_that_are_seen_and_once_for_each_state(qtbot: QtBot, listed: ListView) -> None:
    many = cards(*(Item(f"Konten {n}", id=n, uid=str(n), start=datetime(2026, 12, 1, 9)) for n in range(1, 500)))
    with qtbot.waitSignal(listed.seen) as asked:
        listed.show_cards(TODAY, many)
    assert 10 < len(asked.args[0]) < 30
    listed.set_scores({item.id: 0.6 for item in asked.args[0]})
    with qtbot.assertNotEmitted(listed.seen, wait=300):
        listed.show_cards(TODAY, many)
    assert cell(listed, 0, "ready") == "60 %"


def test_whoever_sorts_by_readiness_wants_all_rings(qtbot: QtBot, listed: ListView) -> None:
    listed.show_cards(TODAY, cards(*(Item(f"Konten {n}", id=n, uid=str(n)) for n in range(1, 200))))
    with qtbot.waitSignal(listed.seen) as asked:
        listed.table.sortByColumn(NUMBER["ready"], Qt.SortOrder.DescendingOrder)
    assert len(asked.args[0]) == 199
    listed.set_scores({42: 0.9, 7: 0.5})
    qtbot.waitUntil(lambda: rows(listed)[:2] == ["Konten 42", "Konten 7"])


def test_a_screen_reader_hears_rows_and_heads(listed: ListView) -> None:
    listed.set_scores({1: 0.6})
    index = listed.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("12:00, Video, Cahaya bagus, Recorded")
    listed.group("owner")
    head = listed.model.index(0, 0)
    assert head.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Bima, 1 ")
    assert QAccessible.queryAccessibleInterface(listed.table).text(QAccessible.Text.Name) == "Items"


def test_marks_stand_on_the_heads_of_their_days(listed: ListView) -> None:
    listed.group("day")
    listed.set_marks({date(2026, 12, 12): (DayMark("12.12", "double_date"),)})
    head = listed.model.head(3)
    assert head is not None and [mark.name for mark in listed.model.marks(head)] == ["12.12"]


# columns


def test_columns_that_nobody_chose_give_way_and_chosen_ones_stay(qtbot: QtBot, listed: ListView) -> None:
    assert listed.heads.shown == ["title", "date", "time", "stage", "ready", "owner", "platforms", "series"]
    listed.resize(590, 400)
    qtbot.waitUntil(lambda: listed.heads.shown == ["title", "date", "time", "stage"])
    listed.heads.show_column("tags", True)
    assert "tags" in listed.heads.shown


def test_columns_widths_and_order_are_kept(qtbot: QtBot, listed: ListView) -> None:
    listed.heads.show_column("campaign", True)
    listed.heads.show_column("series", False)
    header = listed.table.horizontalHeader()
    header.resizeSection(NUMBER["owner"], 180)
    header.moveSection(header.visualIndex(NUMBER["owner"]), 1)
    listed.table.sortByColumn(NUMBER["owner"], Qt.SortOrder.DescendingOrder)
    again = ListView(TODAY)
    qtbot.addWidget(again)
    again.resize(1200, 600)
    with qtbot.waitExposed(again):
        again.show()
    assert again.heads.shown[:2] == ["title", "owner"]
    assert "campaign" in again.heads.shown and "series" not in again.heads.shown
    assert again.table.columnWidth(NUMBER["owner"]) == 180
    assert (again.model.arrangement.sorted_by, again.model.arrangement.descending) == ("owner", True)
    again.heads.reset()
    assert again.heads.shown == ["title", "date", "time", "stage", "ready", "owner", "platforms", "series"]


# on the page


def test_an_edit_on_the_page_is_one_step_of_undo_and_snaps_back_where_it_cannot_be(
    qtbot: QtBot, window: Window, store: Store, month: dict[str, Item], told: list[Notice]
) -> None:
    window.show_page(ITEMS)
    view = window.items.view
    view.table.choose_rows([0, 1])
    view.bar.together["owner"].click()
    type_into(qtbot, view, "Dewi")
    assert [actions.show_item(store, month[name].id).owner for name in ("light", "clinic")] == ["Dewi", "Dewi"]
    window.plan.undo()
    assert [actions.show_item(store, month[name].id).owner for name in ("light", "clinic")] == ["Sari", ""]
    view.table.edit_cell(0, "title")
    type_into(qtbot, view, "")
    assert told[-1].text == "The title is empty."
    assert rows(view)[0] == "Cahaya bagus, modal murah"


def test_all_items_are_filtered_and_the_filter_is_kept(
    open_window: Callable[[], Window], month: dict[str, Item]
) -> None:
    window = open_window()
    window.show_page(ITEMS)
    page = window.items
    assert "readiness" not in page.filters.fields
    page.filters.set_filter(Filter(owners=frozenset({"sari"})))
    assert (rows(page.view), page.count.text()) == (["Cahaya bagus, modal murah"], "1 of 4")
    page.search.setText("klinik")
    assert page.view.nothing == "No item that fits the filter holds “klinik”."
    window.calendar.search_asked.emit("tur")  # from the calendar one searches all of them
    assert (rows(page.view), page.filters.filter) == (["Studio tur"], Filter(text="tur"))
    page.filters.set_filter(Filter(kinds=frozenset({"live"}), text="klinik"))
    assert page.search.text() == "klinik"
    window.close()
    again = open_window()
    again.show_page(ITEMS)
    assert (rows(again.items.view), again.items.search.text()) == (["Klinik produk"], "")
    again.items.filters.clear()
    assert len(rows(again.items.view)) == 4 and again.calendar.filter.is_empty


def test_a_saved_view_is_taken_on_the_page_of_all_items_too(window: Window) -> None:
    window.plan.save_view("Siaran siap", Filter(kinds=frozenset({"live"}), readiness="ready"))
    window.show_page(ITEMS)
    menu = QMenu()
    window.items.filters.views.fill(menu)
    menu.actions()[0].trigger()
    assert rows(window.items.view) == ["Klinik produk"]


def test_a_filter_stays_while_the_plan_changes_and_the_order_too(window: Window, month: dict[str, Item]) -> None:
    window.show_page(ITEMS)
    page = window.items
    page.filters.set_filter(Filter(kinds=frozenset({"video"})))
    page.table.sortByColumn(NUMBER["title"], Qt.SortOrder.DescendingOrder)
    assert rows(page.view) == ["Studio tur", "Cahaya bagus, modal murah", "12.12 dimulai"]
    window.plan.set_fields(month["clinic"].id, {"kind": "video"})
    assert rows(page.view) == ["Studio tur", "Klinik produk", "Cahaya bagus, modal murah", "12.12 dimulai"]
    window.plan.undo()
    assert len(rows(page.view)) == 3


def test_titles_from_a_sheet_become_ideas_with_one_undo(qtbot: QtBot, window: Window, store: Store) -> None:
    window.show_page(ITEMS)
    QGuiApplication.clipboard().setText("Satu\nDua\nTiga\n")
    qtbot.keyClick(window.items.table, Qt.Key.Key_V, CTRL)
    assert rows(window.items.view)[-3:] == ["Satu", "Dua", "Tiga"]
    window.plan.undo()
    assert actions.count_items(store) == 4


def test_page_down_scrolls_the_list_of_all_items(qtbot: QtBot, open_window: Callable[[], Window], store: Store) -> None:
    with store.action("Add"):
        for number in range(60):
            actions.add_item(store, f"Konten {number}")
    window = open_window()
    window.show_page(ITEMS)
    qtbot.keyClick(window.items.table, Qt.Key.Key_PageDown)
    assert window.stack.currentIndex() == ITEMS
    assert window.items.table.row > 5


def test_ten_thousand_rows_are_arranged_as_plain_lists(tmp_path: Path) -> None:
    arrangement = Arrangement()
    arrangement.show_cards(
        cards(*(Item(f"Konten {n % 100}", id=n, uid=str(n), owner=f"Orang {n % 7}") for n in range(1, 10_001)))
    )
    arrangement.words = ("konten", "99")
    assert len(arrangement.lines()) == arrangement.shown == 100
    arrangement.grouping = "owner"
    assert len(arrangement.lines()) == 107
