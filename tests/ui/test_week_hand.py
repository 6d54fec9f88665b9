"""What a drag would make of cards at any place, and where the keyboard's focus can stand."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QPointF

from studio.plan.item import Kind
from ui.calendar.card import Card
from ui.calendar.week.geometry import Geometry
from ui.calendar.week.hand import NEW, Deed, Hand, changes, resized, shifted, taken
from ui.calendar.week.stops import Stop, beside, following, free_near, stops

MONDAY, TUESDAY, FRIDAY = date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 11)
WEEK = Geometry(MONDAY, 7, 1000, 900)
LIVE = Card(1, "Klinik produk", Kind.LIVE, day=TUESDAY, at=time(19, 30), minutes=34)
SHORT = Card(2, "Hook", day=MONDAY, at=time(9, 7), minutes=1)
WHOLE = Card(3, "12.12 dimulai", day=FRIDAY)


def at(day: date, hour: float) -> QPointF:
    """A point in the middle of a day's column."""
    column = WEEK.column((day - MONDAY).days)
    return QPointF(column.center().x(), WEEK.y(hour * 60))


def in_strip(day: date) -> QPointF:
    return QPointF(at(day, 0).x(), WEEK.head + 5)


def starts(cards: tuple[Card, ...]) -> list[tuple[date | None, time | None]]:
    return [(card.day, card.at) for card in cards]


def test_a_dragged_card_goes_to_the_nearest_quarter_of_an_hour() -> None:
    hand = taken((LIVE,), at(TUESDAY, 19.75), WEEK)
    assert starts(hand.at(at(FRIDAY, 14.3), WEEK)) == [(FRIDAY, time(14))]


def test_it_is_held_where_it_was_taken() -> None:
    hand = taken((LIVE,), at(TUESDAY, 20), WEEK)
    assert starts(hand.at(at(TUESDAY, 21), WEEK)) == [(TUESDAY, time(20, 30))]


def test_a_drag_straight_to_another_day_keeps_an_hour_that_is_no_quarter() -> None:
    hand = taken((SHORT,), at(MONDAY, 9.2), WEEK)
    assert starts(hand.at(at(TUESDAY, 9.25), WEEK)) == [(TUESDAY, time(9, 7))]
    assert starts(hand.at(at(TUESDAY, 9.5), WEEK)) == [(TUESDAY, time(9, 30))]


def test_a_part_after_midnight_carries_the_whole_session() -> None:
    late = Card(4, "Maraton", Kind.LIVE, day=MONDAY, at=time(23), minutes=150)
    hand = taken((late,), at(TUESDAY, 1), WEEK)
    assert starts(hand.at(at(TUESDAY, 3), WEEK)) == [(TUESDAY, time(1))]


def test_several_cards_keep_their_distance() -> None:
    hand = taken((LIVE, SHORT, WHOLE), at(TUESDAY, 19.5), WEEK)
    assert starts(hand.at(at(date(2026, 12, 9), 20.5), WEEK)) == [
        (date(2026, 12, 9), time(20, 30)),
        (TUESDAY, time(10, 7)),
        (date(2026, 12, 12), None),
    ]


def test_the_strip_takes_the_hour_away_and_the_hours_give_one() -> None:
    assert starts(taken((LIVE,), at(TUESDAY, 20), WEEK).at(in_strip(FRIDAY), WEEK)) == [(FRIDAY, None)]
    assert starts(taken((WHOLE,), in_strip(FRIDAY), WEEK).at(at(MONDAY, 10.1), WEEK)) == [(MONDAY, time(10))]


def test_a_card_of_several_days_is_held_by_the_day_under_the_pointer() -> None:
    days = Card(5, "Pekan kampanye", day=MONDAY, minutes=3 * 1440)
    hand = taken((days,), in_strip(TUESDAY), WEEK)
    assert starts(hand.at(in_strip(FRIDAY), WEEK)) == [(date(2026, 12, 10), None)]


def test_an_undated_card_takes_the_moment_where_it_is() -> None:
    hand = Hand(Deed.MOVE, (Card(9, "Studio tur"),))
    assert starts(hand.at(at(FRIDAY, 10.4), WEEK)) == [(FRIDAY, time(10, 15))]
    assert starts(hand.at(in_strip(FRIDAY), WEEK)) == [(FRIDAY, None)]


def test_the_lower_edge_ends_on_a_quarter_of_an_hour() -> None:
    hand = Hand(Deed.RESIZE, (LIVE,))
    assert hand.at(at(TUESDAY, 20.5), WEEK)[0].minutes == 60
    assert hand.at(at(TUESDAY, 18), WEEK)[0].minutes == 15


def test_the_lower_edge_can_be_drawn_over_midnight() -> None:
    assert Hand(Deed.RESIZE, (LIVE,)).at(at(date(2026, 12, 9), 0.5), WEEK)[0].minutes == 300


def test_what_is_drawn_lasts_from_press_to_release_in_either_direction() -> None:
    hand = Hand(Deed.CREATE, (Card(NEW, "", day=MONDAY, at=time(10)),))
    (down,) = hand.at(at(MONDAY, 11.5), WEEK)
    (up,) = hand.at(at(MONDAY, 9), WEEK)
    assert (down.at, down.minutes) == (time(10), 90)
    assert (up.at, up.minutes) == (time(9), 60)


def test_what_is_drawn_into_another_day_ends_with_its_own() -> None:
    hand = Hand(Deed.CREATE, (Card(NEW, "", day=MONDAY, at=time(22)),))
    (drawn,) = hand.at(at(TUESDAY, 9), WEEK)
    assert (drawn.day, drawn.at, drawn.minutes) == (MONDAY, time(22), 120)


def test_only_what_begins_elsewhere_is_a_change() -> None:
    cards = (LIVE, WHOLE, Card(9, "Studio tur"))
    assert changes(cards, cards) == ()
    assert changes(cards, shifted(cards, 1, 15)) == (
        (1, datetime(2026, 12, 9, 19, 45)),
        (3, date(2026, 12, 12)),
    )


def test_keys_resize_to_the_next_quarter_and_never_below_one() -> None:
    assert resized(LIVE, 15).minutes == 45  # 20:04 becomes 20:15
    assert resized(LIVE, -15).minutes == 30
    assert resized(SHORT, -15).minutes == 15


# where the focus can stand


def test_a_day_is_stopped_at_in_its_strip_its_cards_and_its_free_half_hours() -> None:
    found = stops([SHORT, WHOLE], MONDAY)
    assert found[:2] == [Stop(None), Stop(0)]
    assert [stop for stop in found if stop.minute and 8 * 60 <= stop.minute <= 10 * 60] == [
        Stop(480),
        Stop(510),
        Stop(547, 2),
        Stop(570),
        Stop(600),
    ]


def test_the_arrows_pass_every_card_once() -> None:
    same = [Card(number, "Sama", day=MONDAY, at=time(9), minutes=30) for number in (1, 2, 3)]
    found, here, seen = stops(same, MONDAY), Stop(510.0), []
    while (here := following(found, here, 1)) and here.minute < 600:
        seen.append(here.id)
    assert seen == [1, 2, 3, None]


def test_ctrl_and_an_arrow_go_from_card_to_card() -> None:
    found = stops([SHORT, Card(7, "Sore", day=MONDAY, at=time(16), minutes=1)], MONDAY)
    assert following(found, Stop(547, 2), 1, cards_only=True) == Stop(960, 7)
    assert following(found, Stop(960, 7), 1, cards_only=True) is None
    assert following(found, Stop(600), -1, cards_only=True) == Stop(547, 2)


def test_a_step_to_the_side_meets_what_takes_place_then() -> None:
    assert beside([LIVE], TUESDAY, 20 * 60) == Stop(1170, 1)
    assert beside([LIVE], TUESDAY, 9 * 60 + 10) == Stop(540)
    assert beside([WHOLE], FRIDAY, None) == Stop(None, 3)


def test_the_free_half_hour_that_is_nearest() -> None:
    assert free_near([SHORT], MONDAY, 540) == 510
    assert free_near([SHORT], TUESDAY, 540) == 540
    assert free_near([SHORT], MONDAY, None) is None
