"""The week and the day by the hour: what they show, what has the focus, and what the keyboard asks for."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from weeks import (
    ALT,
    CLINIC,
    CTRL,
    FRIDAY,
    HOOK,
    MONDAY,
    SALE,
    SHIFT,
    TUESDAY,
    WEDNESDAY,
    Heard,
    at,
    cards,
    click,
    middle,
    shown,
)

from studio.plan.item import Item, Kind
from ui import i18n, theme
from ui.calendar.card import Card, DayMark, card_of
from ui.calendar.week.cards import is_wordless, paint_seat, said_time
from ui.calendar.week.layout import Seat, box_of
from ui.calendar.week.scene import Focus
from ui.calendar.week.view import WeekView


@pytest.fixture
def week(qtbot: QtBot) -> WeekView:
    """A week that is seen, all of its hours at once."""
    return shown(qtbot, WeekView(MONDAY), MONDAY, cards())


# what is shown


def test_a_week_begins_on_monday_and_a_day_is_one_day(week: WeekView) -> None:
    assert week.span(WEDNESDAY) == (MONDAY, date(2026, 12, 13))
    assert WeekView(MONDAY, 1).span(WEDNESDAY) == (WEDNESDAY, WEDNESDAY)
    assert (week.turned(WEDNESDAY, 1), WeekView(MONDAY, 1).turned(WEDNESDAY, -1)) == (date(2026, 12, 16), TUESDAY)


def test_the_day_before_is_read_too_for_what_runs_over_midnight(week: WeekView) -> None:
    assert week.reads(WEDNESDAY) == (date(2026, 12, 6), date(2026, 12, 13))


def test_the_title_says_no_month_twice(week: WeekView) -> None:
    assert week.title(WEDNESDAY) == "7–13 December 2026"
    assert week.title(date(2026, 12, 1)) == "30 Nov – 6 Dec 2026"
    assert week.title(date(2026, 12, 31)) == "28 Dec 2026 – 3 Jan 2027"
    assert WeekView(MONDAY, 1).title(TUESDAY) == "Tuesday 8 December 2026"


def test_titles_are_indonesian_where_the_window_is(qapp: QApplication, week: WeekView) -> None:
    i18n.speak(qapp, "id")
    assert week.title(WEDNESDAY) == "7–13 Desember 2026"


def test_a_screen_reader_finds_a_row_for_every_card(week: WeekView) -> None:
    found = QAccessible.queryAccessibleInterface(week)
    assert (found.role(), found.childCount()) == (QAccessible.Role.List, 3)
    assert found.child(1).text(QAccessible.Text.Name) == "Tue 8 Dec, 19:30, Live, Klinik produk, Idea"
    place = found.child(1).rect()
    assert place.size() == week.visualRect(week.week.index(1)).size()


def test_the_focus_is_told_to_a_screen_reader(week: WeekView) -> None:
    week.choose(CLINIC)
    assert week.accessibleDescription() == "Klinik produk, Tuesday 8 December 2026"
    week.stand(Focus(WEDNESDAY, 600))
    assert week.accessibleDescription() == "Wednesday 9 December 2026, 10:00, free"


def test_cards_of_other_days_are_left_out(week: WeekView) -> None:
    other = card_of(Item("Nanti", id=9, start=datetime(2026, 12, 14, 9)))
    week.show_cards(MONDAY, [*cards(), other])
    assert [card.id for card in week.week.cards] == [HOOK, CLINIC, SALE]


def test_a_session_over_midnight_stands_in_both_days(week: WeekView) -> None:
    late = card_of(Item("Maraton", Kind.LIVE, id=7, start=datetime(2026, 12, 7, 23), duration_min=150))
    week.show_cards(MONDAY, [late])
    monday, tuesday = week.scene.boxes(7)
    assert monday.center().x() < tuesday.center().x()
    assert tuesday.top() == week.scene.geometry.y(0) + 1


def test_a_card_says_its_zone_where_it_is_another() -> None:
    def said(zone: str) -> str:
        return said_time(card_of(Item("Sesi", start=datetime(2026, 12, 7, 14), zone=zone, duration_min=60)))

    assert said("Asia/Makassar") == "14:00 WITA"
    assert said("Asia/Jakarta") == "14:00"
    # Pontianak's clocks are Jakarta's, and both are called WIB.
    assert said("Asia/Pontianak") == "14:00"


def test_a_length_is_said_where_there_is_room() -> None:
    live = Card(1, "Klinik", Kind.LIVE, day=MONDAY, at=time(19, 30), minutes=34)
    video = Card(1, "Hook", day=MONDAY, at=time(9), minutes=1)
    assert said_time(live, until=True) == "19:30–20:04"
    assert said_time(video, until=True) == "09:00 · 60 s"
    assert said_time(live, opens=False) == "–20:04"


def test_the_hours_open_where_the_first_items_are(qtbot: QtBot) -> None:
    early = card_of(Item("Pagi", id=9, start=datetime(2026, 12, 7, 5), duration_min=30))
    view = shown(qtbot, WeekView(MONDAY), MONDAY, [early], height=500)
    assert view.scene.geometry.minute_at(view.scene.geometry.top) == 4 * 60 + 45


def test_the_hours_stay_in_place_when_the_strip_grows(qtbot: QtBot) -> None:
    view = shown(qtbot, WeekView(MONDAY), MONDAY, cards(), height=500)
    before = at(view, MONDAY, 12).y()
    more = [card_of(Item(f"Seharian {n}", id=20 + n, start=MONDAY)) for n in range(3)]
    view.show_cards(MONDAY, [*cards(), *more])
    assert view.scene.geometry.rows == 3
    assert at(view, MONDAY, 12).y() == before


def test_a_full_strip_offers_the_rest(qtbot: QtBot, week: WeekView) -> None:
    week.show_cards(MONDAY, [card_of(Item(f"Seharian {n}", id=20 + n, start=MONDAY)) for n in range(5)])
    (rest,) = week.scene.layout.rests
    with qtbot.waitSignal(week.more_asked) as asked:
        click(week, box_of(rest, week.scene.geometry).center())
    assert (asked.args[0], len(rest.ids)) == (MONDAY, 3)


def test_rings_arrive_without_placing_anything_anew(week: WeekView) -> None:
    before = week.scene.layout
    week.set_scores({CLINIC: 0.5, 99: 1.0})
    assert week.week.find(CLINIC).score == 0.5
    assert week.scene.layout is before


def test_a_days_name_tells_its_marks_and_clashes(week: WeekView) -> None:
    week.set_marks({FRIDAY: (DayMark("Stok opname", "blackout"), DayMark("Harbolnas", "sale"))})
    week.set_clashes({FRIDAY: ("Rani is booked twice",)})
    assert week.tip_at(QPointF(at(week, FRIDAY, 0).x(), 10)) == (
        "Friday 11 December 2026\nStok opname\nHarbolnas\nRani is booked twice"
    )
    assert (week.scene.is_off(FRIDAY), week.scene.is_off(TUESDAY)) == (True, False)


def test_a_card_tells_what_it_is_told_to(week: WeekView) -> None:
    week.set_tip(lambda item_id: f"evidence of {item_id}")
    assert week.tip_at(middle(week, CLINIC)) == f"evidence of {CLINIC}"


# the keyboard


def test_arrows_go_through_the_hours_and_the_cards(qtbot: QtBot, week: WeekView) -> None:
    week.stand(Focus(TUESDAY, 1140))
    qtbot.keyClick(week, Qt.Key.Key_Down)
    assert (week.chosen, week.slot) == (CLINIC, datetime(2026, 12, 8, 19, 30))
    qtbot.keyClick(week, Qt.Key.Key_Down)
    assert (week.chosen, week.slot) == (None, datetime(2026, 12, 8, 20, 30))
    qtbot.keyClick(week, Qt.Key.Key_Right)
    assert week.slot == datetime(2026, 12, 9, 20, 30)


def test_arrows_to_the_side_keep_the_hour(qtbot: QtBot, week: WeekView) -> None:
    week.stand(Focus(MONDAY, 1200))
    qtbot.keyClick(week, Qt.Key.Key_Right)
    assert week.chosen == CLINIC
    qtbot.keyClick(week, Qt.Key.Key_Right)
    assert week.slot == datetime(2026, 12, 9, 20, 0)


def test_an_arrow_past_the_week_turns_it(qtbot: QtBot, week: WeekView) -> None:
    week.period_asked.connect(lambda day: week.show_cards(day, []))
    week.stand(Focus(MONDAY, 600))
    qtbot.keyClick(week, Qt.Key.Key_Left)
    assert week.slot == datetime(2026, 12, 6, 10, 0)
    assert week.week.first == date(2026, 11, 30)


def test_home_and_end_go_to_the_ends_of_the_week(qtbot: QtBot, week: WeekView) -> None:
    week.stand(Focus(WEDNESDAY, 600))
    qtbot.keyClick(week, Qt.Key.Key_End)
    assert week.slot == datetime(2026, 12, 13, 10, 0)
    qtbot.keyClick(week, Qt.Key.Key_Home)
    assert week.slot == datetime(2026, 12, 7, 10, 0)
    qtbot.keyClick(week, Qt.Key.Key_Home, CTRL)
    assert week.slot == MONDAY


def test_ctrl_and_shift_with_arrows_pick_several(qtbot: QtBot, week: WeekView) -> None:
    week.show_cards(
        MONDAY, [card_of(Item(f"Sesi {n}", id=n, start=datetime(2026, 12, 7, 8 + 2 * n))) for n in (1, 2, 3)]
    )
    week.choose(1)
    qtbot.keyClick(week, Qt.Key.Key_Down, CTRL)
    qtbot.keyClick(week, Qt.Key.Key_Down, SHIFT)
    assert week.selected == (3, 1)
    qtbot.keyClick(week, Qt.Key.Key_Space, CTRL)
    assert week.selected == (1,)


def test_alt_and_arrows_move_by_days_and_quarters(qtbot: QtBot, week: WeekView) -> None:
    heard = Heard(week)
    week.choose(CLINIC)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(week, key, ALT)
    assert heard.all == [
        ("move_asked", (CLINIC,), datetime(2026, 12, 9, 19, 30)),
        ("move_asked", (CLINIC,), datetime(2026, 12, 7, 19, 30)),
        ("move_asked", (CLINIC,), datetime(2026, 12, 8, 19, 45)),
        ("move_asked", (CLINIC,), datetime(2026, 12, 8, 19, 15)),
    ]


def test_alt_moves_all_that_are_picked(qtbot: QtBot, week: WeekView) -> None:
    heard = Heard(week)
    week.choose(HOOK)
    week.pick(CLINIC, CTRL)
    qtbot.keyClick(week, Qt.Key.Key_Down, ALT)
    moved = ((CLINIC, datetime(2026, 12, 8, 19, 45)), (HOOK, datetime(2026, 12, 7, 9, 15)))
    assert heard.all == [("moves_asked", moved)]


def test_alt_takes_a_card_down_from_the_strip_and_up_again(qtbot: QtBot, week: WeekView) -> None:
    heard = Heard(week)
    week.choose(SALE)
    qtbot.keyClick(week, Qt.Key.Key_Down, ALT)
    week.choose(CLINIC)
    qtbot.keyClick(week, Qt.Key.Key_Home, ALT)
    assert heard.all == [
        ("move_asked", (SALE,), datetime(2026, 12, 11, 9, 0)),
        ("change_asked", CLINIC, {"start": TUESDAY}),
    ]


def test_alt_and_shift_resize(qtbot: QtBot, week: WeekView) -> None:
    heard = Heard(week)
    week.choose(CLINIC)
    qtbot.keyClick(week, Qt.Key.Key_Down, ALT | SHIFT)
    qtbot.keyClick(week, Qt.Key.Key_Up, ALT | SHIFT)
    assert heard.all == [
        ("change_asked", CLINIC, {"duration_min": 75}),
        ("change_asked", CLINIC, {"duration_min": 45}),
    ]


def test_the_view_goes_with_a_card_that_leaves_the_week(qtbot: QtBot, week: WeekView) -> None:
    after = card_of(Item("Klinik produk", Kind.LIVE, id=CLINIC, start=datetime(2026, 12, 6, 19, 30)))
    week.move_asked.connect(lambda _ids, _to: week.show_cards(MONDAY, cards()[:1]))
    week.period_asked.connect(lambda day: week.show_cards(day, [after]))
    week.show_cards(MONDAY, [card_of(Item("Klinik produk", id=CLINIC, start=datetime(2026, 12, 7, 19, 30)))])
    week.choose(CLINIC)
    qtbot.keyClick(week, Qt.Key.Key_Left, ALT)
    assert (week.week.first, week.chosen, week.day) == (date(2026, 11, 30), CLINIC, date(2026, 12, 6))


def test_enter_opens_a_card_and_makes_one_where_there_is_none(qtbot: QtBot, week: WeekView) -> None:
    heard = Heard(week, "opened", "create_asked")
    week.choose(CLINIC)
    qtbot.keyClick(week, Qt.Key.Key_Return)
    week.stand(Focus(WEDNESDAY, 600))
    qtbot.keyClick(week, Qt.Key.Key_Return)
    assert [said[:2] for said in heard.all] == [("opened", CLINIC), ("create_asked", datetime(2026, 12, 9, 10, 0))]


def test_letters_are_left_to_the_window(qtbot: QtBot, week: WeekView) -> None:
    heard = Heard(week)
    qtbot.keyClicks(week, "ctdw")
    assert heard.all == []


# keeping one's place


def test_the_focus_goes_with_a_card_that_was_moved(week: WeekView) -> None:
    week.choose(CLINIC)
    moved = card_of(Item("Klinik produk", Kind.LIVE, id=CLINIC, start=datetime(2026, 12, 11, 14)))
    week.show_cards(MONDAY, [moved])
    assert (week.chosen, week.slot) == (CLINIC, datetime(2026, 12, 11, 14))


def test_a_card_that_is_gone_is_chosen_no_longer(week: WeekView) -> None:
    week.choose(CLINIC)
    week.show_cards(MONDAY, cards()[:1])
    assert (week.chosen, week.selected) == (None, ())


def test_a_card_is_scrolled_to_when_it_is_chosen(qtbot: QtBot) -> None:
    view = shown(qtbot, WeekView(MONDAY), MONDAY, cards(), height=400)
    view.choose(CLINIC)
    assert view.scene.geometry.hours.contains(view.scene.boxes(CLINIC)[0])
    assert view.place_of(CLINIC) == view.scene.boxes(CLINIC)[0].toAlignedRect()
    assert view.place_of(99) is None


def test_a_menu_is_asked_for_at_what_is_under_the_mouse(qtbot: QtBot, week: WeekView) -> None:
    where = middle(week, CLINIC).toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, QPoint(5, 6))
    with qtbot.waitSignal(week.menu_asked) as asked:
        QApplication.sendEvent(week.viewport(), event)
    assert asked.args == [TUESDAY, CLINIC, QPoint(5, 6)]


def test_a_long_card_with_no_room_across_says_its_title_on_its_side() -> None:
    def painted(height: int, title: str) -> bytes:
        picture = QImage(30, height, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        card = Card(1, title, kind=Kind.LIVE)
        paint_seat(painter, card, Seat(card, 0, 0, (0, 0, 30, height)), QRectF(0, 0, 30, height), theme.LIGHT)
        painter.end()
        return bytes(picture.constBits())

    assert painted(120, "Live maraton") != painted(120, "Klinik produk")
    assert painted(40, "Live maraton") == painted(40, "Klinik produk")
    assert (is_wordless(30, 120), is_wordless(30, 40), is_wordless(90, 40)) == (False, True, False)
