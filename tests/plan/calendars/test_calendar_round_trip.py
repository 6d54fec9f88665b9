"""What is written as a calendar comes back as it was: every field of every item, and every series."""

from dataclasses import replace

from calendar_items import TODAY, items, series
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.plan.calendars import calendar_bytes
from studio.plan.calendars.reading import read_calendar_text
from studio.plan.difference import compare


def back(items, series=(), apart=()):
    return read_calendar_text(calendar_bytes(items, series, apart=apart).decode(), today=TODAY)


def by_uid(items):
    return {item.uid: item for item in items}


@given(st.lists(items(), max_size=4))
@settings(deadline=None)
def test_nothing_of_an_item_is_lost(made):
    reading = back(made)
    assert reading.unread == ()
    assert reading.notes == ()
    assert by_uid(compare(reading, []).new) == by_uid(made)
    assert compare(reading, made).is_empty
    assert compare(reading, made).same == len(made)


@given(series(), st.lists(items(), max_size=1))
@settings(deadline=None, max_examples=60)
def test_a_series_comes_back_with_what_was_moved_changed_and_skipped(made, others):
    one, occurrences = made
    reading = back([*others, *occurrences], [one])
    assert reading.unread == ()
    found = compare(reading, [*others, *occurrences], [one])
    assert found.is_empty
    assert found.same == len(others) + len(occurrences)
    elsewhere = compare(reading, [])
    assert by_uid(elsewhere.new) == by_uid([*others, *occurrences])
    assert [replace(new, pattern=replace(new.pattern, uid=one.pattern.uid)) for new in elsewhere.new_series] == [one]


@given(series())
@settings(deadline=None, max_examples=30)
def test_a_part_of_a_series_changes_nothing_where_it_came_from(made):
    one, occurrences = made
    part = occurrences[::2]
    found = compare(back(part, [one], apart={one.uid}), occurrences, [one])
    assert found.is_empty
    assert found.same == len(part)
