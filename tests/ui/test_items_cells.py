"""The cells of the list: edited one by one or several at once, by keyboard and clipboard."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from listing import ITEMS_OF_DECEMBER, TODAY, Wishes, cards, leave, rows, settle, type_into
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from studio.errors import InvalidValue
from studio.plan.item import Item
from ui.items.clipboard import titles
from ui.items.columns import NUMBER
from ui.items.typed import read_day, read_minutes, read_time
from ui.items.view import ListView

LEFT, CTRL, SHIFT, ALT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


# cells


def test_f2_and_enter_open_a_cell_and_what_is_typed_is_a_wish(qtbot: QtBot, listed: ListView, wishes: Wishes) -> None:
    listed.choose(1)
    qtbot.keyClick(listed.table, Qt.Key.Key_F2)
    type_into(qtbot, listed, "Cahaya dari jendela")
    assert wishes == [("change_asked", 1, {"title": "Cahaya dari jendela"})]
    assert rows(listed)[0] == "Cahaya bagus"  # the store decides
    assert listed.chosen == 2  # Enter goes down, as in a sheet
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    type_into(qtbot, listed, "", Qt.Key.Key_Escape)
    assert len(wishes) == 1


@pytest.mark.parametrize(
    ("item", "column", "typed", "start"),
    [
        (1, "date", "9/12", datetime(2026, 12, 9, 12)),
        (1, "date", "9 Des 2027", datetime(2027, 12, 9, 12)),
        (1, "date", "", None),
        (3, "date", "14 Dec", date(2026, 12, 14)),
        (4, "date", "1/1", date(2027, 1, 1)),
        (1, "time", "19.30", datetime(2026, 12, 8, 19, 30)),
        (3, "time", "7", datetime(2026, 12, 12, 7)),
    ],
)
def test_a_day_or_an_hour_is_a_move(
    qtbot: QtBot, listed: ListView, wishes: Wishes, item: int, column: str, typed: str, start: date | None
) -> None:
    listed.table.edit_cell(listed.model.row_of(item), column)
    type_into(qtbot, listed, typed)
    assert wishes == [("move_asked", (item,), start)]


@pytest.mark.parametrize(
    ("item", "column", "typed", "fields"),
    [
        (1, "time", "", {"start": "2026-12-08"}),
        (2, "length", "1:30", {"duration_min": "90"}),
        (2, "length", "90 s", {"duration_min": "1.5"}),
        (2, "owner", "Dewi", {"owner": "Dewi"}),
        (2, "studio", "Studio 2", {"studio": "Studio 2"}),
        (2, "platforms", "TikTok, Shopee", {"platforms": "TikTok, Shopee"}),
        (2, "tags", "12.12, live", {"tags": "12.12, live"}),
        (2, "episode", "9", {"episode": "9"}),
    ],
)
def test_a_cell_is_edited_as_people_write(
    qtbot: QtBot, listed: ListView, wishes: Wishes, item: int, column: str, typed: str,
    fields: dict[str, str],
) -> None:  # fmt: skip
    listed.heads.show_column(column, True)
    listed.table.edit_cell(listed.model.row_of(item), column)
    type_into(qtbot, listed, typed)
    assert wishes == [("change_asked", item, fields)]


def test_an_entry_that_changes_nothing_is_no_wish(qtbot: QtBot, listed: ListView, wishes: Wishes) -> None:
    for column in ("title", "date", "time", "owner", "platforms"):
        listed.table.edit_cell(0, column)
        leave(qtbot, listed)
    assert wishes == []


def test_a_wrong_entry_tells_why_and_keeps_the_old_value(qtbot: QtBot, listed: ListView, wishes: Wishes) -> None:
    for row, column, typed, why in (
        (0, "date", "31/2", "There is no such day as “31/2”. Write day and month, such as 8/12 or 8 Dec."),
        (0, "time", "25:00", "“25:00” is no time. Write it as 19:30, or leave it empty for the whole day."),
        (3, "time", "19:30", "“Studio tur” has no date yet. Give it a date first, then a time."),
    ):
        listed.table.edit_cell(row, column)
        type_into(qtbot, listed, typed)
        name, error = wishes.pop()
        assert (name, str(error)) == ("refused", why)
    assert wishes == []


def test_a_stage_is_chosen_from_a_menu_with_the_shapes(qtbot: QtBot, listed: ListView, wishes: Wishes) -> None:
    listed.table.go_to(0, "stage")
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    menu = listed.findChildren(QMenu)[-1]
    assert [action.text() for action in menu.actions()] == [
        "Idea", "Planned", "Scripted", "Recorded", "Subtitled", "Scheduled", "Published", "Cancelled",
    ]  # fmt: skip
    assert menu.activeAction().text() == "Recorded"
    menu.actions()[4].trigger()
    menu.close()
    QApplication.processEvents()
    assert wishes == [("change_asked", 1, {"stage": "subtitled"})]


def test_a_name_completes_to_those_in_use(qtbot: QtBot, listed: ListView, wishes: Wishes) -> None:
    listed.table.edit_cell(1, "platforms")
    editor = listed.table.delegate.editor
    offers = editor._offers
    qtbot.keyClicks(editor, "tik")
    assert offers.currentCompletion() == "TikTok"
    editor._take("TikTok")
    qtbot.keyClicks(editor, "you")
    assert offers.currentCompletion() == "YouTube"
    editor._take("YouTube")
    leave(qtbot, listed)
    assert wishes == [("change_asked", 2, {"platforms": "TikTok, YouTube, "})]


def test_a_day_is_picked_in_the_small_month_below_the_cell(qtbot: QtBot, listed: ListView, wishes: Wishes) -> None:
    listed.table.edit_cell(0, "date")
    editor = listed.table.delegate.editor
    popup = editor.popup
    assert popup.isVisible() and popup.month.day == date(2026, 12, 8)
    popup.month.picked.emit(date(2026, 12, 24))
    settle(qtbot, listed, editor)
    assert wishes == [("move_asked", (1,), datetime(2026, 12, 24, 12))]
    assert not popup.isVisible()


def test_arrows_go_through_the_days_while_one_types(qtbot: QtBot, listed: ListView, wishes: Wishes) -> None:
    listed.table.edit_cell(0, "date")
    qtbot.keyClick(listed.table.delegate.editor, Qt.Key.Key_Down)
    qtbot.keyClick(listed.table.delegate.editor, Qt.Key.Key_Up, SHIFT)
    leave(qtbot, listed)
    assert wishes == [("move_asked", (1,), datetime(2026, 12, 14, 12))]


def test_tab_goes_on_to_the_next_cell(qtbot: QtBot, listed: ListView, wishes: Wishes) -> None:
    listed.table.edit_cell(0, "title")
    type_into(qtbot, listed, "Cahaya", Qt.Key.Key_Tab)
    assert listed.table.column == "date"
    assert listed.table.delegate.editing == (1, "date")
    assert wishes == [("change_asked", 1, {"title": "Cahaya"})]


def test_what_is_typed_outlives_a_refresh_of_the_plan(qtbot: QtBot, listed: ListView) -> None:
    listed.table.edit_cell(0, "title")
    qtbot.keyClicks(listed.table.delegate.editor, "Cahaya dari")
    listed.show_cards(TODAY, cards(Item("Lebih awal", id=9, start=date(2026, 12, 1)), *ITEMS_OF_DECEMBER))
    assert rows(listed)[0] == "Lebih awal"
    assert listed.table.delegate.editor.text() == "Cahaya dari"
    assert listed.table.row == 1


# several at once


def test_an_entry_goes_to_all_chosen_rows_as_one_wish(qtbot: QtBot, listed: ListView, wishes: Wishes) -> None:
    listed.table.go_to(0, "owner")
    qtbot.keyClick(listed.table, Qt.Key.Key_Down, SHIFT)
    assert listed.selected == (1, 2)
    assert listed.bar.chosen.text() == "2 chosen, for all of them:"
    listed.table.edit_cell()
    type_into(qtbot, listed, "Dewi")
    assert wishes == [("changes_asked", ((1, {"owner": "Dewi"}), (2, {"owner": "Dewi"})))]


def test_a_day_for_all_keeps_each_hour(qtbot: QtBot, listed: ListView, wishes: Wishes) -> None:
    listed.table.choose_rows([0, 1, 3])
    listed.bar.together["date"].click()
    type_into(qtbot, listed, "10/12")
    moves = ((1, datetime(2026, 12, 10, 12)), (2, datetime(2026, 12, 10, 19, 30)), (4, date(2026, 12, 10)))
    assert wishes == [("moves_asked", moves)]


def test_a_title_is_never_given_to_several(qtbot: QtBot, listed: ListView, wishes: Wishes) -> None:
    listed.table.choose_rows([0, 1])
    listed.table.edit_cell(0, "title")
    type_into(qtbot, listed, "Satu")
    assert wishes == [("change_asked", 1, {"title": "Satu"})]


def test_ctrl_d_fills_down_as_in_a_sheet(qtbot: QtBot, listed: ListView, wishes: Wishes) -> None:
    listed.table.choose_rows([0, 1, 2])
    listed.table.selectionModel().setCurrentIndex(
        listed.model.index(0, NUMBER["owner"]), listed.table.selectionModel().SelectionFlag.NoUpdate
    )
    qtbot.keyClick(listed.table, Qt.Key.Key_D, CTRL)
    assert wishes == [("changes_asked", ((2, {"owner": "Sari"}), (3, {"owner": "Sari"})))]


def test_alt_and_arrows_move_items_by_days_and_weeks(qtbot: QtBot, listed: ListView, wishes: Wishes) -> None:
    listed.choose(1)
    qtbot.keyClick(listed.table, Qt.Key.Key_Right, ALT)
    assert wishes.pop() == ("move_asked", (1,), datetime(2026, 12, 9, 12))
    listed.table.choose_rows([0, 2, 3])
    qtbot.keyClick(listed.table, Qt.Key.Key_Down, ALT)
    assert wishes == [("moves_asked", ((1, datetime(2026, 12, 15, 12)), (3, date(2026, 12, 19))))]


def test_rows_stay_chosen_through_a_refresh_and_a_sort(listed: ListView) -> None:
    listed.table.choose_rows([0, 2])
    listed.table.sortByColumn(NUMBER["title"], Qt.SortOrder.DescendingOrder)
    assert set(listed.selected) == {1, 3}
    listed.show_cards(TODAY, cards(*ITEMS_OF_DECEMBER[1:]))
    assert listed.selected == (3,)


# the clipboard


@pytest.mark.parametrize("word", ["klinik", "tur", "zzz"])
def test_what_is_chosen_may_go_out_of_sight_by_a_search_and_come_back(listed: ListView, word: str) -> None:
    listed.table.go_to(0)
    listed.table.choose_rows([0, 1, 3])
    listed.search(word)
    assert [listed.model.card(row).id for row in listed.table.chosen_rows] == {"klinik": [2], "tur": [4]}.get(word, [])
    listed.search("")
    assert len(listed.model.lines) == 4


def test_the_next_row_takes_the_place_of_one_that_went_whatever_else_is_chosen(listed: ListView) -> None:
    listed.table.go_to(2)
    listed.show_cards(TODAY, cards(*ITEMS_OF_DECEMBER[:2]))
    assert (listed.table.row, listed.table.chosen_rows) == (1, [1])


def test_chosen_rows_paste_into_a_sheet(qtbot: QtBot, listed: ListView) -> None:
    listed.show_cards(
        TODAY, cards(ITEMS_OF_DECEMBER[0], Item('=HYPERLINK("http://x")\tdan "tanda"', id=8, start=date(2026, 12, 9)))
    )
    listed.set_scores({1: 0.6})
    listed.table.choose_rows([0, 1])
    qtbot.keyClick(listed.table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().replace("\r\n", "\n") == (
        "Cahaya bagus\t2026-12-08\t12:00\tRecorded\t60%\tSari\tTikTok, YouTube\tKelas Dasar\n"
        '"\'=HYPERLINK(""http://x"") dan ""tanda"""\t2026-12-09\t\tIdea\t\t\t\t\n'
    )
    qtbot.keyClick(listed.table, Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text().startswith("Title\tDate\tTime\tStage\tReady\tOwner\tPlatforms\tSeries")


def test_a_column_of_titles_is_pasted_as_ideas(qtbot: QtBot, listed: ListView, wishes: Wishes) -> None:
    QGuiApplication.clipboard().setText('Cahaya\r\n\r\n  Hook 3 detik \r\n"Dua\nbaris"\r\n')
    qtbot.keyClick(listed.table, Qt.Key.Key_V, CTRL)
    assert wishes == [("titles_pasted", ("Cahaya", "Hook 3 detik", "Dua baris"))]


def test_titles_are_the_first_cells_and_an_escaped_formula_is_plain_again() -> None:
    assert titles("Satu\tSari\n\tDua\n'=1+1\n'kutip'\n") == ("Satu", "Dua", "=1+1", "'kutip'")
    assert titles("") == ()


# reading what is typed


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8/12", date(2026, 12, 8)),
        ("8-12-26", date(2026, 12, 8)),
        ("Sel 8 Des", date(2026, 12, 8)),
        ("Tuesday, 8 December 2026", date(2026, 12, 8)),
        ("2 Agustus", date(2026, 8, 2)),
        ("3 Jan", date(2027, 1, 3)),
        ("29/2", date(2028, 2, 29)),
        ("2026-12-08", date(2026, 12, 8)),
        ("2026-12-08T19:00", date(2026, 12, 8)),
        (" ", None),
    ],
)
def test_days_are_read_day_first_in_both_languages_and_near(text: str, day: date | None) -> None:
    near = TODAY if text != "29/2" else date(2027, 12, 7)
    assert read_day(text, near) == day


@pytest.mark.parametrize("text", ["besok lusa", "32/12", "8/13", "8 Foo", "12"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        read_day(text, TODAY)


def test_hours_and_lengths_are_read_as_people_write_them() -> None:
    assert [read_time(text) for text in ("19:30", "19.30 WIB", "7", "")] == [time(19, 30), time(19, 30), time(7), None]
    assert [read_minutes(text) for text in ("1 h 30 min", "1 jam", "90 dtk", "34", "1:05", "lama", "")] == [
        "90", "60", "1.5", "34", "65", "lama", "",
    ]  # fmt: skip
