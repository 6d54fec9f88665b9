"""Series as values: what an occurrence takes, in what it differs, how it is numbered, how a rule moves along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import InvalidValue
from studio.plan.episodes import pattern_title, spoken_number, titled
from studio.plan.item import Item, Kind, Stage
from studio.plan.numbering import counted_together, due_after, next_number, numbered_by_hand, numbers
from studio.plan.recurrence import next_starts, parse_rule
from studio.plan.rule_shift import shifted
from studio.plan.series import Series, occurrence_items, own_changes, split_uid

START = datetime(2026, 12, 2, 19)
CLASS = Series(
    "FREQ=WEEKLY;BYDAY=WE",
    Item(
        "Kelas komisi #{episode}",
        kind=Kind.LIVE,
        start=START,
        episode=3,
        host="Sari",
        series="Kelas komisi",
        recording="media/a.mp4",
    ),
    uid="1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed",
)


def six(series: Series = CLASS) -> list[Item]:
    return occurrence_items(series, date(2026, 12, 1), date(2027, 1, 6))


def given_numbers(items: list[Item], by_hand: tuple[str, ...] = (), series: Series = CLASS) -> list[int | None]:
    found = numbers(series, items, by_hand)
    return [found[item.uid] for item in items]


def test_an_occurrence_takes_what_the_series_says_and_no_recording() -> None:
    third = six()[2]
    assert (third.title, third.episode, third.start, third.host) == (
        "Kelas komisi #5",
        5,
        datetime(2026, 12, 16, 19),
        "Sari",
    )
    assert (third.kind, third.series, third.recording, third.id) == (Kind.LIVE, "Kelas komisi", "", 0)
    assert (third.series_uid, third.occurrence) == (CLASS.uid, third.start)


def test_the_uid_of_an_occurrence_is_the_same_wherever_it_is_made() -> None:
    assert six()[1].uid == occurrence_items(CLASS, date(2026, 12, 9), date(2026, 12, 9))[0].uid
    assert len({item.uid for item in six()}) == 6


def test_skipped_ones_are_not_made_and_close_the_gap() -> None:
    skipping = replace(CLASS, skipped=(datetime(2026, 12, 9, 19),))
    assert [(f"{item.start:%m-%d}", item.episode) for item in six(skipping)] == [
        ("12-02", 3),
        ("12-16", 4),
        ("12-23", 5),
        ("12-30", 6),
        ("01-06", 7),
    ]


def test_a_title_takes_its_number_and_gives_it_up() -> None:
    assert titled("Kelas #{episode}: harga", 8) == "Kelas #8: harga"
    assert titled("Kelas #{episode}: harga", None) == "Kelas: harga"
    assert titled("Kelas komisi ({episode})", None) == "Kelas komisi"
    assert titled("Kelas komisi", 8) == "Kelas komisi"
    assert titled("{episode}", None) == "{episode}"  # a title is never empty


@pytest.mark.parametrize(
    ("title", "number", "pattern"),
    [
        ("Kelas komisi #8", 8, "Kelas komisi #{episode}"),
        ("Episode 8: 8 trik harga", 8, "Episode {episode}: 8 trik harga"),
        ("8 trik harga, eps. 08", 8, "8 trik harga, eps. {episode}"),
        ("Pertemuan ke-8", 8, "Pertemuan ke-{episode}"),
        ("Kelas komisi 8", 8, "Kelas komisi {episode}"),
        ("8 trik harga", 8, "8 trik harga"),
        ("Kelas #18", 8, "Kelas #18"),
        ("Kelas #{episode}", 8, "Kelas #{episode}"),
        ("Kelas #8", None, "Kelas #8"),
    ],
)
def test_only_a_number_that_is_marked_as_one_becomes_the_number_of_all(
    title: str, number: int | None, pattern: str
) -> None:
    assert pattern_title(title, number) == pattern


def test_a_title_tells_its_number() -> None:
    assert [spoken_number(title) for title in ("Kelas #8", "Episode 12: harga", "eps 3", "8 trik", "12.12 live")] == [
        8,
        12,
        3,
        None,
        None,
    ]


def test_own_changes_are_what_an_occurrence_changed_and_not_its_number() -> None:
    item = six()[2]
    assert own_changes(CLASS, item) == {}
    assert own_changes(CLASS, replace(item, title="Kelas komisi #9", episode=9)) == {}
    assert own_changes(CLASS, replace(item, title="Tamu: Bima", start=datetime(2026, 12, 17, 19))) == {
        "title": "Tamu: Bima",
        "start": datetime(2026, 12, 17, 19),
    }
    assert own_changes(CLASS, replace(item, stage=Stage.RECORDED, recording="b.mp4")) == {
        "stage": Stage.RECORDED,
        "recording": "b.mp4",
    }


def test_numbers_follow_the_days_on_which_the_occurrences_really_are() -> None:
    items = six()
    items[1] = replace(items[1], start=datetime(2026, 12, 24, 9))
    assert given_numbers(items) == [3, 6, 4, 5, 7, 8]
    items[1] = replace(items[1], start=None)  # an undated one is counted where its rule had it
    assert given_numbers(items) == [3, 4, 5, 6, 7, 8]


def test_a_removed_or_cancelled_one_closes_the_gap() -> None:
    items = six()
    assert given_numbers([items[0], *items[2:]]) == [3, 4, 5, 6, 7]
    items[1] = replace(items[1], stage=Stage.CANCELLED)
    assert given_numbers(items) == [3, 4, 4, 5, 6, 7]  # the cancelled one keeps what it showed


def test_a_published_one_keeps_its_number_and_the_next_go_on_from_it() -> None:
    items = six()
    items[2] = replace(items[2], stage=Stage.PUBLISHED)
    assert given_numbers(items[1:]) == [3, 5, 6, 7, 8]
    items[2] = replace(items[2], episode=40)
    assert given_numbers(items) == [3, 4, 40, 41, 42, 43]


def test_a_number_set_by_hand_stays_and_changes_no_other() -> None:
    items = six()
    items[2] = replace(items[2], episode=99)
    assert numbered_by_hand(CLASS, items) == {items[2].uid}
    assert given_numbers(items, (items[2].uid,)) == [3, 4, 99, 6, 7, 8]
    assert given_numbers(items[1:], (items[2].uid,)) == [3, 99, 5, 6, 7]
    items[2] = replace(items[2], episode=None)  # one that is not counted
    assert given_numbers(items, (items[2].uid,)) == [3, 4, None, 5, 6, 7]


def test_a_series_without_numbers_has_none() -> None:
    plain = replace(CLASS, pattern=replace(CLASS.pattern, episode=None, title="Kelas komisi"))
    assert [item.episode for item in six(plain)] == [None] * 6
    assert next_number(plain, six(plain)) is None
    assert own_changes(plain, replace(six(plain)[0], episode=4)) == {"episode": 4}


def test_a_series_that_was_split_counts_on() -> None:
    items = six()
    at = datetime(2026, 12, 23, 19)
    later = replace(CLASS, uid=split_uid(CLASS, at), pattern=replace(CLASS.pattern, start=at, episode=6))
    assert (later.uid, later.root) == (f"{CLASS.uid}_R20261223T1900", CLASS.uid)
    assert split_uid(later, datetime(2027, 1, 6, 19)) == f"{CLASS.uid}_R20270106T1900"
    together = counted_together([(CLASS, items[:3]), (later, items[3:])])
    assert [[series.uid for series, _ in group] for group in together] == [[CLASS.uid, later.uid]]
    assert due_after(together[0]) == 9
    apart = replace(later, pattern=replace(later.pattern, episode=20))
    assert len(counted_together([(CLASS, items[:3]), (apart, items[3:])])) == 2


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(-20, 20), st.sampled_from(Stage)), max_size=6), st.data())
@settings(deadline=None)
def test_numbers_that_are_right_stay_as_they_are(moves: list[tuple[int, int, Stage]], data: st.DataObject) -> None:
    items = six()
    for index, days, stage in moves:
        day = items[index].start
        assert isinstance(day, datetime)
        items[index] = replace(items[index], start=day.replace(day=1 + (day.day + days) % 28), stage=stage)
    by_hand = {item.uid for item in data.draw(st.lists(st.sampled_from(items), max_size=2))}
    right = numbers(CLASS, items, by_hand)
    numbered = [replace(item, episode=right[item.uid]) for item in items]
    assert numbered_by_hand(CLASS, numbered) <= by_hand
    assert numbers(CLASS, numbered, numbered_by_hand(CLASS, numbered)) == right


def moved(typed: str, old: date, new: date) -> tuple[str, list[str]]:
    start = datetime(2026, 12, 9, 19)
    rule = parse_rule(typed, start)
    text, first, _ = shifted(rule, next_starts(rule, start, date(2026, 12, 1), 1)[0], old, new)
    return text, [f"{day:%m-%d}" for day in next_starts(text, first, first, 4)]


@pytest.mark.parametrize(
    ("typed", "old", "new", "rule", "days"),
    [
        ("weekly", "12-16", "12-17", "FREQ=WEEKLY;BYDAY=TH", "12-10 12-17 12-24 12-31"),
        ("FREQ=WEEKLY", "12-16", "12-17", "FREQ=WEEKLY", "12-10 12-17 12-24 12-31"),
        ("weekly until 2026-12-31", "12-16", "12-15", "FREQ=WEEKLY;UNTIL=20261229;BYDAY=TU", "12-08 12-15 12-22 12-29"),
        ("every 2 weeks", "12-23", "12-31", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "12-17 12-31 01-14 01-28"),
        ("Monday and Thursday", "12-14", "12-15", "FREQ=WEEKLY;BYDAY=TU,TH", "12-10 12-15 12-17 12-22"),
        ("every working day", "12-11", "12-12", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,SA", "12-09 12-10 12-12 12-14"),
        ("second Thursday", "01-14", "01-15", "FREQ=MONTHLY;BYDAY=3FR", "12-18 01-15 02-19 03-19"),
        ("second Thursday", "01-14", "02-10", "FREQ=MONTHLY;BYDAY=2WE", "01-13 02-10 03-10 04-14"),
        ("last Friday", "12-25", "12-31", "FREQ=MONTHLY;BYDAY=-1TH", "12-31 01-28 02-25 03-25"),
        ("the 25th", "12-25", "12-28", "FREQ=MONTHLY;BYMONTHDAY=28", "12-28 01-28 02-28 03-28"),
        ("FREQ=MONTHLY", "12-09", "12-11", "FREQ=MONTHLY;BYMONTHDAY=11", "12-11 01-11 02-11 03-11"),
        (
            "monthly until 2027-03-01",
            "12-09",
            "12-16",
            "FREQ=MONTHLY;UNTIL=20270216;BYMONTHDAY=16",
            "12-16 01-16 02-16",
        ),
        ("yearly", "12-09", "11-11", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=11", "11-11 11-11 11-11 11-11"),
        ("daily", "12-09", "12-11", "FREQ=DAILY", "12-11 12-12 12-13 12-14"),
    ],
)
def test_a_rule_follows_one_of_its_days(typed: str, old: str, new: str, rule: str, days: str) -> None:
    def day(text: str) -> date:
        month = int(text[:2])
        return date(2026 if month > 6 else 2027, month, int(text[3:]))

    assert moved(typed, day(old), day(new)) == (rule, days.split())


@pytest.mark.parametrize(
    ("typed", "old", "new", "told"),
    [
        ("last working day", date(2026, 12, 31), date(2026, 12, 30), "The whole series cannot move to 2026-12-30"),
        ("Monday and Thursday", date(2026, 12, 14), date(2026, 12, 17), "another item on the weekday of 2026-12-17"),
        ("the 1st and 15th", date(2026, 12, 15), date(2026, 12, 16), "The whole series cannot move to 2026-12-16"),
    ],
)
def test_a_rule_that_cannot_follow_says_so(typed: str, old: date, new: date, told: str) -> None:
    with pytest.raises(InvalidValue, match=told):
        moved(typed, old, new)
