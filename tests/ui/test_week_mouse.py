"""The mouse over the week: picking, dragging, resizing, drawing, and carrying to and from the tray."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from weeks import (
    CLINIC,
    CTRL,
    FRIDAY,
    HOOK,
    LEFT,
    MONDAY,
    NONE,
    SALE,
    SHIFT,
    TUESDAY,
    WEDNESDAY,
    Heard,
    at,
    cards,
    click,
    drag,
    in_strip,
    middle,
    move,
    press,
    release,
    send,
    shown,
)

from ui.calendar.model import carry
from ui.calendar.week.cards import said_time
from ui.calendar.week.view import WeekView


@pytest.fixture
def week(qtbot: QtBot) -> WeekView:
    """A week that is seen, all of its hours at once."""
    return shown(qtbot, WeekView(MONDAY), MONDAY, cards())


def enter(view: WeekView, place: QPointF, *ids: int) -> None:
    data = carry(ids)  # events do not keep what they carry
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(view.viewport(), kind(place.toPoint(), Qt.DropAction.MoveAction, data, LEFT, NONE))


def drop(view: WeekView, place: QPointF, *ids: int) -> None:
    data = carry(ids)
    QApplication.sendEvent(view.viewport(), QDropEvent(place, Qt.DropAction.MoveAction, data, LEFT, NONE))


# picking


def test_a_click_picks_a_card_and_a_double_click_opens_it(qtbot: QtBot, week: WeekView) -> None:
    with qtbot.waitSignal(week.picked) as picked:
        click(week, middle(week, CLINIC))
    assert (picked.args, week.chosen, week.day) == ([CLINIC], CLINIC, TUESDAY)
    with qtbot.waitSignal(week.opened) as opened:
        send(week, QEvent.Type.MouseButtonDblClick, middle(week, CLINIC))
    assert opened.args == [CLINIC]


def test_ctrl_picks_several_and_lets_one_go(week: WeekView) -> None:
    click(week, middle(week, HOOK))
    click(week, middle(week, CLINIC), CTRL)
    assert week.selected == (CLINIC, HOOK)
    click(week, middle(week, CLINIC), CTRL)
    assert week.selected == (HOOK,)


def test_shift_picks_all_up_to_a_card(week: WeekView) -> None:
    click(week, middle(week, HOOK))
    click(week, middle(week, SALE), SHIFT)
    assert set(week.selected) == {HOOK, CLINIC, SALE}


def test_a_click_beside_several_only_lets_them_go(week: WeekView) -> None:
    heard = Heard(week)
    click(week, middle(week, HOOK))
    click(week, middle(week, CLINIC), CTRL)
    click(week, at(week, FRIDAY, 12))
    assert (week.selected, heard.all) == ((), [])


def test_a_second_click_renames(qtbot: QtBot, week: WeekView) -> None:
    click(week, middle(week, CLINIC))
    with qtbot.waitSignal(week.rename_asked) as asked:
        click(week, middle(week, CLINIC))
    assert asked.args == [CLINIC]


# dragging


def test_a_dragged_card_asks_for_a_quarter_of_an_hour(week: WeekView) -> None:
    heard = Heard(week)
    drag(week, at(week, TUESDAY, 20), at(week, FRIDAY, 14.05))
    assert heard.all == [("move_asked", (CLINIC,), datetime(2026, 12, 11, 13, 30))]
    # Nothing has changed yet: the store decides, and shows its cards again.
    assert week.week.find(CLINIC).day == TUESDAY


def test_a_drag_shows_where_the_card_would_stand_and_when(week: WeekView) -> None:
    press(week, at(week, TUESDAY, 20))
    move(week, at(week, FRIDAY, 14))
    (ghost,) = week.scene.ghosts
    assert said_time(ghost, until=True) == "13:30–14:30"
    release(week, at(week, FRIDAY, 14))
    assert week.scene.ghosts == ()


def test_escape_lets_a_drag_go_where_it_was(qtbot: QtBot, week: WeekView) -> None:
    heard = Heard(week)
    press(week, at(week, TUESDAY, 20))
    move(week, at(week, FRIDAY, 14))
    qtbot.keyClick(week, Qt.Key.Key_Escape)
    assert week.scene.ghosts == ()
    move(week, at(week, FRIDAY, 15))
    release(week, at(week, FRIDAY, 15))
    assert heard.all == []


def test_a_drag_back_to_its_place_asks_for_nothing(week: WeekView) -> None:
    heard = Heard(week)
    press(week, at(week, TUESDAY, 20))
    move(week, at(week, FRIDAY, 14))
    move(week, at(week, TUESDAY, 20.05))
    release(week, at(week, TUESDAY, 20.05))
    assert heard.all == []


def test_several_are_dragged_as_one_step(week: WeekView) -> None:
    heard = Heard(week)
    click(week, middle(week, HOOK))
    click(week, middle(week, CLINIC), CTRL)
    drag(week, at(week, TUESDAY, 20), at(week, WEDNESDAY, 21))
    assert heard.all == [
        (
            "moves_asked",
            ((CLINIC, datetime(2026, 12, 9, 20, 30)), (HOOK, datetime(2026, 12, 8, 10, 0))),
        )
    ]


def test_the_lower_edge_resizes(week: WeekView) -> None:
    heard = Heard(week)
    drag(week, at(week, TUESDAY, 20.5) - QPointF(0, 2), at(week, TUESDAY, 21.3))
    assert heard.all == [("change_asked", CLINIC, {"duration_min": 105})]


def test_a_length_never_gets_shorter_than_a_quarter_of_an_hour(week: WeekView) -> None:
    heard = Heard(week)
    drag(week, at(week, TUESDAY, 20.5) - QPointF(0, 2), at(week, TUESDAY, 15))
    assert heard.all == [("change_asked", CLINIC, {"duration_min": 15})]


def test_the_strip_takes_the_hour_away(week: WeekView) -> None:
    heard = Heard(week)
    drag(week, at(week, TUESDAY, 20), in_strip(week, WEDNESDAY))
    assert heard.all == [("change_asked", CLINIC, {"start": WEDNESDAY})]


def test_the_hours_give_an_hour_to_what_had_none(week: WeekView) -> None:
    heard = Heard(week)
    drag(week, middle(week, SALE), at(week, WEDNESDAY, 10.1))
    assert heard.all == [("move_asked", (SALE,), datetime(2026, 12, 9, 10, 0))]


def test_within_the_strip_a_day_is_a_day(week: WeekView) -> None:
    heard = Heard(week)
    drag(week, middle(week, SALE), in_strip(week, MONDAY))
    assert heard.all == [("move_asked", (SALE,), MONDAY)]


def test_several_that_lose_their_hours_do_so_in_one_step(week: WeekView) -> None:
    heard = Heard(week)
    click(week, middle(week, HOOK))
    click(week, middle(week, CLINIC), CTRL)
    drag(week, at(week, TUESDAY, 20), in_strip(week, WEDNESDAY))
    assert heard.all == [("changes_asked", ((CLINIC, {"start": WEDNESDAY}), (HOOK, {"start": TUESDAY})))]


def test_a_failed_save_puts_the_card_back(week: WeekView) -> None:
    before = week.scene.boxes(CLINIC)
    drag(week, at(week, TUESDAY, 20), at(week, FRIDAY, 14))
    week.show_cards(MONDAY, cards())
    assert week.scene.boxes(CLINIC) == before


def test_a_card_that_leaves_the_view_is_handed_over(week: WeekView) -> None:
    handed = []
    week.hand.drag_out = lambda hand: handed.append(hand.ids)
    heard = Heard(week)
    press(week, middle(week, CLINIC))
    move(week, at(week, TUESDAY, 21))
    move(week, QPointF(300, week.height() + 40))
    assert (handed, week.scene.ghosts, week.hand.held) == ([(CLINIC,)], (), None)
    release(week, QPointF(300, week.height() + 40))
    assert heard.all == []


def test_what_comes_back_into_the_view_is_still_held_as_it_was_taken(week: WeekView) -> None:
    heard = Heard(week)

    def out_and_back(_hand: object) -> None:
        enter(week, at(week, WEDNESDAY, 21), CLINIC)
        drop(week, at(week, WEDNESDAY, 21), CLINIC)

    week.hand.drag_out = out_and_back
    press(week, at(week, TUESDAY, 20))
    move(week, at(week, TUESDAY, 21))
    move(week, QPointF(300, week.height() + 40))
    assert heard.all == [("move_asked", (CLINIC,), datetime(2026, 12, 9, 20, 30))]


def test_an_idea_from_the_tray_takes_the_hour_under_it(week: WeekView) -> None:
    heard = Heard(week)
    enter(week, at(week, WEDNESDAY, 10.4), 50)
    assert [(card.day, card.at) for card in week.scene.ghosts] == [(WEDNESDAY, time(10, 15))]
    drop(week, at(week, WEDNESDAY, 10.4), 50)
    enter(week, in_strip(week, FRIDAY), 50)
    drop(week, in_strip(week, FRIDAY), 50)
    assert heard.all == [
        ("move_asked", (50,), datetime(2026, 12, 9, 10, 15)),
        ("move_asked", (50,), FRIDAY),
    ]


def test_an_idea_that_is_carried_out_again_leaves_nothing(week: WeekView) -> None:
    enter(week, at(week, WEDNESDAY, 10), 50)
    QApplication.sendEvent(week.viewport(), QDragLeaveEvent())
    assert (week.scene.ghosts, week.hand.held) == ((), None)


def test_a_drag_at_the_edge_turns_the_page_and_goes_on(week: WeekView) -> None:
    week.period_asked.connect(lambda day: week.show_cards(day, []))
    heard = Heard(week)
    press(week, at(week, TUESDAY, 20))
    move(week, at(week, FRIDAY, 20))
    week.hand.turning._turn(1)
    move(week, at(week, date(2026, 12, 15), 20))
    release(week, at(week, date(2026, 12, 15), 20))
    assert heard.all == [("move_asked", (CLINIC,), datetime(2026, 12, 15, 19, 30))]


def test_a_press_on_a_card_that_is_half_out_of_sight_scrolls_nothing(qtbot: QtBot) -> None:
    view = shown(qtbot, WeekView(MONDAY), MONDAY, cards(), height=260)
    view.scroll_to(19.75 * 48)
    heard = Heard(view)
    place = QPointF(middle(view, CLINIC).x(), view.scene.geometry.top + 5)
    drag(view, place, place + QPointF(0, 48))
    assert heard.all == [("move_asked", (CLINIC,), datetime(2026, 12, 8, 20, 30))]


def test_near_the_edge_of_the_hours_a_drag_scrolls(qtbot: QtBot) -> None:
    view = shown(qtbot, WeekView(MONDAY), MONDAY, cards(), height=400)
    view.choose(CLINIC)
    before = view.scene.geometry.scroll
    press(view, middle(view, CLINIC))
    move(view, middle(view, CLINIC) - QPointF(0, 40))
    move(view, QPointF(300, view.scene.geometry.top + 4))
    qtbot.waitUntil(lambda: view.scene.geometry.scroll < before - 40)
    view.hand.cancel()


# making


def test_a_click_on_an_empty_place_asks_for_an_item_there(week: WeekView) -> None:
    heard = Heard(week)
    click(week, at(week, WEDNESDAY, 10.6))
    ((name, start, place),) = heard.all
    assert (name, start) == ("create_asked", datetime(2026, 12, 9, 10, 30))
    assert isinstance(place, QRect) and place.contains(at(week, WEDNESDAY, 10.7).toPoint())


def test_a_drag_over_an_empty_place_asks_for_its_length_too(week: WeekView) -> None:
    heard: list[tuple[object, int | None]] = []
    week.create_asked.connect(lambda start, _place: heard.append((start, week.wanted_minutes)))
    drag(week, at(week, WEDNESDAY, 10.05), at(week, WEDNESDAY, 11.5))
    click(week, at(week, FRIDAY, 10))
    assert heard == [(datetime(2026, 12, 9, 10, 0), 90), (datetime(2026, 12, 11, 10, 0), None)]


def test_a_click_in_the_strip_asks_for_a_whole_day(week: WeekView) -> None:
    heard = Heard(week)
    click(week, in_strip(week, WEDNESDAY))
    assert heard.all[0][:2] == ("create_asked", WEDNESDAY)


def test_a_click_that_closed_an_editor_makes_nothing(week: WeekView) -> None:
    heard = Heard(week)
    week.hand.swallow_click = True
    click(week, at(week, WEDNESDAY, 10))
    assert heard.all == []
