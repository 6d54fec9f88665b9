"""Where the cards of a day stand."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from ui.calendar.card import Card
from ui.calendar.layout import Form, lay_out


def cards(count: int) -> list[Card]:
    return [Card(number, f"Item {number}") for number in range(count)]


def two_lines(_card: Card, _width: float) -> int:
    return 2


def test_cards_that_fit_are_whole() -> None:
    day = lay_out(QRectF(0, 0, 120, 150), cards(2), two_lines)
    assert [(slot.form, slot.lines) for slot in day.slots] == [(Form.FULL, 2), (Form.FULL, 2)]
    assert (day.hidden, day.more) == (0, None)


def test_a_fuller_day_gives_titles_one_line() -> None:
    day = lay_out(QRectF(0, 0, 120, 150), cards(3), two_lines)
    assert [(slot.form, slot.lines) for slot in day.slots] == [(Form.FULL, 1)] * 3


def test_a_full_day_gives_cards_one_line() -> None:
    day = lay_out(QRectF(0, 0, 120, 150), cards(5), two_lines)
    assert [slot.form for slot in day.slots] == [Form.SLIM] * 5
    assert day.hidden == 0


def test_what_does_not_fit_is_counted() -> None:
    day = lay_out(QRectF(0, 0, 120, 150), cards(12), two_lines)
    assert (len(day.slots), day.hidden) == (4, 8)
    assert day.more is not None


def test_a_card_is_found_by_a_point() -> None:
    day = lay_out(QRectF(0, 0, 120, 150), cards(2), two_lines)
    assert day.card_at(60, 40) == cards(2)[0]
    assert day.card_at(60, 5) is None


@given(st.integers(0, 40), st.floats(60, 300), st.floats(40, 400), st.integers(1, 2))
def test_no_card_leaves_its_day_or_another_cards_place(count: int, width: float, height: float, lines: int) -> None:
    cell = QRectF(10, 20, width, height)
    day = lay_out(cell, cards(count), lambda _card, _width: lines)
    boxes = [slot.box for slot in day.slots] + ([day.more] if day.more else [])
    assert len(day.slots) + day.hidden == count
    assert all(cell.contains(slot.box) for slot in day.slots)
    assert all(above.bottom() <= below.top() for above, below in pairwise(boxes))
