"""Where the cards of a week stand: columns, rows of whole days, midnights, and what a point means."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from studio.plan.item import Kind
from ui.calendar.card import Card
from ui.calendar.week.geometry import GUTTER, Geometry, snapped, snapped_down
from ui.calendar.week.layout import LEAST, box_of, lay_out, minutes_of, opening, parts, whole_days
from ui.calendar.week.packing import Place, pack, rows_of_days

MONDAY, TUESDAY = date(2026, 12, 7), date(2026, 12, 8)
WEEK = Geometry(MONDAY, 7, 1000, 700)

spans = st.lists(
    st.tuples(st.integers(0, 1400), st.integers(1, 600)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=40
)


def card(number: int, day: date | None, at: time | None = None, minutes: float | None = None) -> Card:
    return Card(number, f"Item {number}", Kind.VIDEO, day=day, at=at, minutes=minutes)


# columns


def test_cards_that_do_not_touch_take_the_whole_width() -> None:
    assert pack([(0, 60), (60, 120)], 9).places == (Place(0, 1), Place(0, 1))


def test_cards_that_overlap_stand_side_by_side() -> None:
    assert pack([(0, 60), (30, 90)], 9).places == (Place(0, 2), Place(1, 2))


def test_a_card_that_comes_free_gives_its_column_to_the_next() -> None:
    assert pack([(0, 60), (30, 120), (60, 90)], 9).places == (Place(0, 2), Place(1, 2), Place(0, 2))


def test_a_card_with_free_columns_at_its_right_takes_them() -> None:
    # Three at nine o'clock, one of which goes on until noon; at eleven there is room for the last to be wide.
    assert pack([(0, 180), (0, 60), (0, 60), (120, 180)], 9).places[3] == Place(1, 3, wide=2)


def test_what_has_no_column_is_counted_where_it_would_be() -> None:
    packed = pack([(0, 60), (10, 60), (20, 60), (300, 360)], 2)
    assert packed.places == (Place(0, 2), None, None, Place(0, 1))
    assert [(more.first, more.last, more.hidden, more.place) for more in packed.more] == [(10, 60, (1, 2), Place(1, 2))]


@given(spans)
def test_no_two_cards_that_overlap_share_a_column(taken: list[tuple[int, int]]) -> None:
    places = pack(taken, 99).places
    for (one, first), (other, second) in combinations(zip(taken, places, strict=True), 2):
        assert first is not None and second is not None
        if one[0] < other[1] and other[0] < one[1]:
            assert first.column + first.wide <= second.column or second.column + second.wide <= first.column
            assert first.columns == second.columns


@given(spans)
def test_there_are_no_more_columns_than_the_busiest_moment_needs(taken: list[tuple[int, int]]) -> None:
    busiest = max((sum(low <= moment < high for low, high in taken) for moment, _ in taken), default=0)
    assert max((place.columns for place in pack(taken, 99).places if place), default=0) == busiest


@given(spans, st.integers(1, 4))
def test_every_card_is_seen_or_counted_once(taken: list[tuple[int, int]], most: int) -> None:
    packed = pack(taken, most)
    counted = sorted(index for more in packed.more for index in more.hidden)
    assert counted == [index for index, place in enumerate(packed.places) if place is None]
    assert all(place.column + place.wide <= place.columns <= most for place in packed.places if place)


# whole days


def test_whole_days_stand_in_rows() -> None:
    strip = rows_of_days([(0, 0), (0, 2), (1, 1)], 7)
    assert (strip.rows, strip.row_of, strip.hidden) == (2, (1, 0, 1), (0,) * 7)


def test_a_day_with_more_than_three_keeps_a_row_for_telling_so() -> None:
    strip = rows_of_days([(0, 0)] * 4, 7)
    assert (strip.rows, strip.row_of, strip.hidden[:2]) == (3, (0, 1, None, None), (2, 0))


def test_what_is_hidden_in_one_day_is_hidden_in_all() -> None:
    strip = rows_of_days([(0, 0), (0, 0), (0, 1), (0, 0), (1, 1), (1, 1)], 7)
    assert strip.hidden[0] >= 2
    assert all(row is None or row < 3 for row in strip.row_of)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda pair: (min(pair), max(pair))), max_size=20))
def test_rows_of_whole_days_never_overlap_and_count_all(taken: list[tuple[int, int]]) -> None:
    strip = rows_of_days(taken, 7)
    seen = [(span, row) for span, row in zip(taken, strip.row_of, strict=True) if row is not None]
    for (one, first), (other, second) in combinations(seen, 2):
        assert first != second or one[1] < other[0] or other[1] < one[0]
    for day in range(7):
        of_day = sum(low <= day <= high for low, high in taken)
        shown = sum(low <= day <= high for (low, high), _row in seen)
        assert shown + strip.hidden[day] == of_day
        # Where some are hidden, the last row is free for "+N more".
        assert not strip.hidden[day] or all(row < 2 for (low, high), row in seen if low <= day <= high)


# parts of days


def test_a_session_over_midnight_goes_on_in_the_next_day() -> None:
    late = card(1, MONDAY, time(23), 150)
    assert [(p.column, p.first, p.last, p.opens, p.closes) for p in parts(late, MONDAY, 7)] == [
        (0, 1380, 1440, True, False),
        (1, 0, 90, False, True),
    ]


def test_what_ran_over_midnight_from_the_day_before_is_seen() -> None:
    late = card(1, MONDAY, time(23), 150)
    assert [(p.first, p.last, p.opens) for p in parts(late, TUESDAY, 1)] == [(0, 90, False)]


def test_a_session_that_ends_at_midnight_takes_nothing_of_the_next_day() -> None:
    assert len(list(parts(card(1, MONDAY, time(23), 60), MONDAY, 7))) == 1


def test_what_says_no_length_is_shown_as_half_an_hour_or_an_hour_for_a_live_session() -> None:
    assert minutes_of(card(1, MONDAY, time(9))) == 30
    assert minutes_of(Card(1, "Live", Kind.LIVE, day=MONDAY, at=time(9))) == 60


def test_days_that_reach_over_the_edge_of_the_week_are_cut_there() -> None:
    assert whole_days(card(1, date(2026, 12, 5), minutes=4 * 1440), MONDAY, 7) == (0, 1)
    assert whole_days(card(1, date(2026, 12, 13), minutes=4 * 1440), MONDAY, 7) == (6, 6)
    assert whole_days(card(1, date(2026, 12, 14)), MONDAY, 7) is None


def test_a_video_of_a_minute_has_a_card_that_can_be_read() -> None:
    layout = lay_out([card(1, MONDAY, time(9), 1)], WEEK)
    assert box_of(layout.seats[0], WEEK).height() >= LEAST - 2


def test_two_short_videos_half_an_hour_apart_do_not_squeeze_each_other() -> None:
    layout = lay_out([card(1, MONDAY, time(9), 1), card(2, MONDAY, time(9, 30), 1)], WEEK)
    first, second = (box_of(seat, WEEK) for seat in layout.seats)
    assert (first.left(), first.width()) == (second.left(), second.width())


def test_a_short_video_before_midnight_stays_in_its_day() -> None:
    layout = lay_out([card(1, MONDAY, time(23, 58), 1)], WEEK)
    assert box_of(layout.seats[0], WEEK).bottom() <= WEEK.y(1440)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 1439), st.integers(1, 700)), max_size=30))
def test_no_card_lies_on_another(made: list[tuple[int, int, int]]) -> None:
    cards = [
        card(number, date(2026, 12, 7 + day), time(minute // 60, minute % 60), length)
        for number, (day, minute, length) in enumerate(made, 1)
    ]
    layout = lay_out(cards, WEEK)
    boxes = [box_of(seat, WEEK) for seat in layout.seats]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    hidden = {number for rest in layout.rests for number in rest.ids}
    assert {seat.card.id for seat in layout.seats} | hidden == {made.id for made in cards}


# points


@given(st.integers(0, 6), st.integers(0, 95), st.floats(0, 452))
def test_a_point_means_the_moment_that_is_painted_there(column: int, quarter: int, scroll: float) -> None:
    g = Geometry(MONDAY, 7, 1003, 700, scroll=scroll)
    at = QPointF(g.left(column) + 1, g.y(quarter * 15))
    assert snapped(g.moment_at(at)) == datetime(2026, 12, 7 + column, quarter // 4, quarter % 4 * 15)


@given(st.floats(300, 2000), st.integers(1, 7))
def test_the_columns_fill_the_width_without_a_gap(width: float, days: int) -> None:
    g = Geometry(MONDAY, days, width, 700)
    assert g.left(0) == GUTTER
    assert abs(g.left(days) - width) <= 0.5
    assert all(g.column_at(g.left(column)) == column for column in range(days))
    assert all(g.column_at(g.left(column + 1) - 1) == column for column in range(days))


def test_a_moment_snaps_to_the_nearest_quarter_of_an_hour() -> None:
    assert snapped(datetime(2026, 12, 7, 9, 7)) == datetime(2026, 12, 7, 9, 0)
    assert snapped(datetime(2026, 12, 7, 9, 8)) == datetime(2026, 12, 7, 9, 15)
    assert snapped(datetime(2026, 12, 7, 23, 59)) == datetime(2026, 12, 8)
    assert snapped_down(datetime(2026, 12, 7, 9, 14, 59)) == datetime(2026, 12, 7, 9, 0)


# the hours that are seen at first


def opened_at(*cards: Card, height: float = 700) -> float:
    g = Geometry(MONDAY, 7, 1000, height)
    return opening(lay_out(cards, g), g) * 60 / 48


def test_an_empty_week_opens_at_seven() -> None:
    assert opened_at() == 7 * 60


def test_a_week_opens_a_little_before_an_early_item() -> None:
    assert opened_at(card(1, MONDAY, time(5), 30)) == 4 * 60 + 45


def test_a_low_window_opens_where_a_late_week_begins() -> None:
    assert opened_at(card(1, MONDAY, time(19, 30), 60), height=400) > 12 * 60


def test_a_session_that_goes_on_from_the_night_before_does_not_open_the_week_at_midnight() -> None:
    assert opened_at(card(1, date(2026, 12, 6), time(23), 120), card(2, MONDAY, time(9), 60)) == 7 * 60
