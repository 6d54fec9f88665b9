"""Repeats: what people type is understood, the days are those of python-dateutil, and they are said naturally."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from studio.errors import InvalidValue
from studio.plan.recurrence import (
    begin,
    continued,
    describe,
    ended,
    first_start,
    next_starts,
    occurrences,
    parse_rule,
    suggestions,
)

WEDNESDAY = datetime(2026, 12, 9, 19)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("weekly", "FREQ=WEEKLY;BYDAY=WE"),
        ("every week", "FREQ=WEEKLY;BYDAY=WE"),
        ("Setiap minggu", "FREQ=WEEKLY;BYDAY=WE"),
        ("seminggu sekali", "FREQ=WEEKLY;BYDAY=WE"),
        ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("setiap dua minggu", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("2 minggu sekali", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("every other Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("every 2 weeks on Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("Monday, Wednesday and Friday", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("setiap Senin dan Kamis", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("setiap hari Minggu", "FREQ=WEEKLY;BYDAY=SU"),
        ("setiap Minggu dan Senin", "FREQ=WEEKLY;BYDAY=MO,SU"),
        ("hari Jum'at", "FREQ=WEEKLY;BYDAY=FR"),
        ("every working day", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("hari kerja", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("last working day", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("hari kerja terakhir tiap bulan", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("second thursday", "FREQ=MONTHLY;BYDAY=2TH"),
        ("every second Thursday of the month", "FREQ=MONTHLY;BYDAY=2TH"),
        ("setiap Kamis ke-2", "FREQ=MONTHLY;BYDAY=2TH"),
        ("Jumat terakhir", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("first and third Monday", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
        ("monthly", "FREQ=MONTHLY;BYMONTHDAY=9"),
        ("setiap bulan tanggal 25", "FREQ=MONTHLY;BYMONTHDAY=25"),
        ("every two months on the 5th", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=5"),
        ("akhir bulan", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("yearly", "FREQ=YEARLY"),
        ("every 3 days", "FREQ=DAILY;INTERVAL=3"),
        ("weekly until 2026-12-31", "FREQ=WEEKLY;UNTIL=20261231;BYDAY=WE"),
        ("weekly until 31 Desember 2026", "FREQ=WEEKLY;UNTIL=20261231;BYDAY=WE"),
        ("setiap Rabu sampai Kamis, 31/12/2026", "FREQ=WEEKLY;UNTIL=20261231;BYDAY=WE"),
        ("weekly until 5 Jan", "FREQ=WEEKLY;UNTIL=20270105;BYDAY=WE"),
        ("setiap Rabu 10 kali", "FREQ=WEEKLY;COUNT=10;BYDAY=WE"),
        ("setiap Rabu selama 10 kali", "FREQ=WEEKLY;COUNT=10;BYDAY=WE"),
        ("Senin-Jumat", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("setiap Senin sampai Kamis", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"),
        ("Friday to Monday until 2026-12-31", "FREQ=WEEKLY;UNTIL=20261231;BYDAY=MO,FR,SA,SU"),
        ("every weekend", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("akhir pekan", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("second last working day", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2"),
        ("second-to-last Friday", "FREQ=MONTHLY;BYDAY=-2FR"),
        ("Jumat kedua terakhir", "FREQ=MONTHLY;BYDAY=-2FR"),
        ("RRULE:FREQ=WEEKLY;BYDAY=TH,MO;INTERVAL=1", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("rrule:freq=monthly;byday=+2th;", "FREQ=MONTHLY;BYDAY=2TH"),
        ("FREQ=WEEKLY;BYHOUR=19;BYMINUTE=0;BYSECOND=0", "FREQ=WEEKLY"),
    ],
)
def test_a_rule_is_typed_in_words_or_as_an_rrule(typed: str, rule: str) -> None:
    assert parse_rule(typed, WEDNESDAY) == rule


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", '"" is no repeat that is understood. Write "weekly"'),
        ("now and then", '"now and then" is no repeat that is understood.'),
        ("every month on Tuesday", '"every month on Tuesday" is no repeat that is understood.'),
        (
            "every second Thursday",
            '"every second Thursday" can mean two things. Write "every 2 weeks on Thursday", or "second Thursday of '
            'the month".',
        ),
        ("Kamis minggu kedua", '"Kamis minggu kedua" can mean two things. Write "Kamis kedua" for that Kamis of the'),
        ("every -1 weeks", '"every -1 weeks" is no repeat that is understood.'),
        ("weekly -3 times", '"weekly -3 times" is no repeat that is understood.'),
        ("tanggal 1-15", '"tanggal 1-15" is no repeat that is understood.'),
        ("weekly until 31 Februari", '"31 februari" is no last day. Write it as "until 2026-12-31".'),
        ("FREQ=SECONDLY", "The rule says SECONDLY. FREQ is DAILY, WEEKLY, MONTHLY or YEARLY: an item repeats once a"),
        ("BYDAY=MO", "The rule does not say how often."),
        ("FREQ=WEEKLY;BYHOUR=9,19", "The rule asks for other hours than the item's own (BYHOUR=9,19)."),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20270101", "The rule has two ends, COUNT and UNTIL. Keep the number of times"),
        ("FREQ=WEEKLY;COUNT=3;COUNT=4", "The rule has COUNT twice."),
        ("FREQ=WEEKLY;COUNT=0", "COUNT=0 is not possible. Take a number from 1 to 5000."),
        ("FREQ=DAILY;INTERVAL=99999", "INTERVAL=99999 is not possible. Take a number from 1 to 366."),
        ("FREQ=WEEKLY;BYDAY=2TU", "A WEEKLY rule cannot number its weekdays."),
        ("FREQ=WEEKLY;BYMONTHDAY=2", "A WEEKLY rule cannot name days of the month."),
        ("FREQ=MONTHLY;BYDAY=XX", '"XX" is no weekday of a rule.'),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32 is not possible. Its numbers go from 1 to 31 or -31 to -1."),
        ("FREQ=YEARLY;BYDAY=53MO;BYMONTH=2", "A month has five of a weekday at most."),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS has nothing to choose from."),
        ("FREQ=WEEKLY;WKST=XX", "WKST=XX is no weekday."),
        ("FREQ=WEEKLY;COLOUR=RED", "A rule has no part COLOUR."),
        ("FREQ=YEARLY;RSCALE=HEBREW", "Rules with RSCALE are not known here."),
        ("FREQ=WEEKLY;;BYDAY=MO", '"FREQ=WEEKLY;;BYDAY=MO" is no part of a rule.'),
        ("FREQ=WEEKLY;UNTIL=20261399", '"20261399" is no last day. Write UNTIL=20261231.'),
        ("FREQ=WEEKLY;UNTIL=20261208", '"FREQ=WEEKLY;UNTIL=20261208" ends before the item starts.'),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", '"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" gives no day at all.'),
        ("FREQ=DAILY;" * 60, "The rule is too long. Write it in 300 characters."),
    ],
)
def test_a_wrong_rule_says_what_to_do(typed: str, told: str) -> None:
    with pytest.raises(InvalidValue) as error:
        parse_rule(typed, WEDNESDAY)
    assert str(error.value).startswith(told)


def test_an_item_without_a_date_cannot_repeat() -> None:
    with pytest.raises(InvalidValue, match="An item without a date cannot repeat"):
        parse_rule("weekly", None)


def test_a_hostile_rule_costs_little() -> None:
    begun = time.thread_time()
    with pytest.raises(InvalidValue, match="gives no day at all"):
        parse_rule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", WEDNESDAY)
    # The year 9999 is not waited for.
    assert len(occurrences("FREQ=DAILY;INTERVAL=366", WEDNESDAY, date(2026, 1, 1), date(9999, 12, 31))) == 173
    assert time.thread_time() - begun < 5


def test_an_end_in_utc_becomes_the_last_day_on_the_clock_of_the_zone() -> None:
    # 2026-12-16 17:30 UTC is half past midnight of the 17th in Jakarta, and the 16th in London.
    typed = "FREQ=WEEKLY;UNTIL=20261216T173000Z"
    assert parse_rule(typed, WEDNESDAY, "Asia/Jakarta") == "FREQ=WEEKLY;UNTIL=20261216"
    assert parse_rule(typed, WEDNESDAY, "Europe/London") == "FREQ=WEEKLY;UNTIL=20261215"
    assert parse_rule(typed, date(2026, 12, 9), "Asia/Jakarta") == "FREQ=WEEKLY;UNTIL=20261217"
    # An end at the very moment of an occurrence lets it through, a second before does not.
    assert parse_rule("FREQ=WEEKLY;UNTIL=20261216T190000", WEDNESDAY) == "FREQ=WEEKLY;UNTIL=20261216"
    assert parse_rule("FREQ=WEEKLY;UNTIL=20261216T185959", WEDNESDAY) == "FREQ=WEEKLY;UNTIL=20261215"
    assert parse_rule("FREQ=WEEKLY;UNTIL=99991231T235959Z", WEDNESDAY) == "FREQ=WEEKLY"


def days(typed: str, start: datetime | date, number: int) -> list[str]:
    return [f"{found:%m-%d}" for found in next_starts(parse_rule(typed, start), start, date(2026, 1, 1), number)]


def test_the_last_working_day_is_a_friday_where_the_month_ends_on_a_weekend() -> None:
    assert days("last working day", datetime(2026, 12, 31, 10), 6) == [
        "12-31",
        "01-29",
        "02-26",
        "03-31",
        "04-30",
        "05-31",
    ]


def test_the_second_thursday_is_never_the_second_week() -> None:
    assert days("second Thursday", datetime(2026, 12, 10, 19), 5) == ["12-10", "01-14", "02-11", "03-11", "04-08"]


def test_day_31_is_passed_over_in_short_months() -> None:
    assert days("monthly", datetime(2026, 12, 31, 9), 5) == ["12-31", "01-31", "03-31", "05-31", "07-31"]
    assert days("yearly", date(2028, 2, 29), 3) == ["02-29", "02-29", "02-29"]
    leap = parse_rule("yearly", date(2028, 2, 29))
    assert [found.year for found in next_starts(leap, date(2028, 2, 29), date(2028, 1, 1), 3)] == [2028, 2032, 2036]


def test_a_whole_day_stays_a_whole_day_and_an_hour_stays_an_hour() -> None:
    day, hour = date(2026, 12, 9), datetime(2026, 12, 9, 19, 30)
    found = occurrences("FREQ=DAILY", day, day, date(2026, 12, 10))
    assert found == [date(2026, 12, 9), date(2026, 12, 10)]
    assert not any(isinstance(one, datetime) for one in found)
    assert occurrences("FREQ=DAILY", hour, day, date(2026, 12, 10)) == [hour, hour + timedelta(days=1)]


def test_both_ends_are_included_and_nothing_comes_before_the_start() -> None:
    assert occurrences("FREQ=WEEKLY", WEDNESDAY, date(2026, 12, 16), date(2026, 12, 23)) == [
        datetime(2026, 12, 16, 19),
        datetime(2026, 12, 23, 19),
    ]
    assert occurrences("FREQ=WEEKLY", WEDNESDAY, date(2020, 1, 1), date(2026, 12, 9)) == [WEDNESDAY]
    assert occurrences("FREQ=WEEKLY", WEDNESDAY, date(2026, 12, 31), date(2026, 12, 1)) == []


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"])
def test_the_wall_time_survives_a_change_of_the_clocks(zone: str) -> None:
    start = datetime(2026, 3, 1, 2, 30)  # in the hour that a spring night takes away
    found = occurrences(parse_rule("daily", start, zone), start, date(2026, 3, 1), date(2026, 11, 30))
    assert len(found) == 275
    assert {moment.time() for moment in found} == {start.time()}
    # The days lie a day apart on the wall, whatever the zone does between them.
    assert {later - earlier for earlier, later in pairwise(found)} == {timedelta(days=1)}
    assert all(moment.replace(tzinfo=ZoneInfo(zone)).utcoffset() is not None for moment in found)


def test_a_repeat_begins_on_the_next_day_that_it_names() -> None:
    assert begin(parse_rule("every 2 weeks on Monday", WEDNESDAY), WEDNESDAY) == datetime(2026, 12, 14, 19)
    assert begin(parse_rule("every 2 months on the 5th", WEDNESDAY), WEDNESDAY) == datetime(2027, 1, 5, 19)
    assert begin(parse_rule("every 2 weeks", WEDNESDAY), WEDNESDAY) == WEDNESDAY


def test_an_end_takes_the_place_of_the_one_before_and_the_rest_counts_on() -> None:
    assert ended("FREQ=WEEKLY;COUNT=9;BYDAY=WE", WEDNESDAY, date(2026, 12, 31)) == "FREQ=WEEKLY;UNTIL=20261231;BYDAY=WE"
    third = datetime(2026, 12, 23, 19)
    assert continued("FREQ=WEEKLY;COUNT=9", WEDNESDAY, third) == "FREQ=WEEKLY;COUNT=7"
    assert continued("FREQ=WEEKLY;UNTIL=20270101", WEDNESDAY, third) == "FREQ=WEEKLY;UNTIL=20270101"


@pytest.mark.parametrize(
    ("rule", "english", "indonesian"),
    [
        ("FREQ=DAILY", "every day", "setiap hari"),
        ("FREQ=DAILY;INTERVAL=3", "every 3 days", "setiap 3 hari"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "every working day", "setiap hari kerja"),
        ("FREQ=WEEKLY", "every Wednesday", "setiap Rabu"),
        ("FREQ=WEEKLY;BYDAY=SU", "every Sunday", "setiap hari Minggu"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "every Monday, Wednesday and Friday", "setiap Senin, Rabu dan Jumat"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every working day", "setiap hari kerja"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "every day", "setiap hari"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
            "every 2 weeks on Tuesday and Thursday",
            "setiap 2 minggu pada hari Selasa dan Kamis",
        ),
        ("FREQ=MONTHLY;BYDAY=2TH", "the second Thursday of every month", "Kamis kedua tiap bulan"),
        ("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=2", "the second Thursday of every month", "Kamis kedua tiap bulan"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", "the last Friday of every 2 months", "Jumat terakhir tiap 2 bulan"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "the last working day of every month",
            "hari kerja terakhir tiap bulan",
        ),
        ("FREQ=MONTHLY", "every month on the 9th", "tiap bulan tanggal 9"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,22", "every month on the 1st and 22nd", "tiap bulan tanggal 1 dan 22"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=31",
            "every month on the 31st, where there is one",
            "tiap bulan tanggal 31, jika ada",
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "the last day of every month", "hari terakhir tiap bulan"),
        ("FREQ=YEARLY", "every year on 9 December", "setiap tahun pada 9 Desember"),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=11", "every year on 11 November", "setiap tahun pada 11 November"),
        (
            "FREQ=YEARLY;BYMONTH=11;BYDAY=-1FR",
            "the last Friday of November, every year",
            "Jumat terakhir November, setiap tahun",
        ),
        ("FREQ=WEEKLY;COUNT=10;BYDAY=WE", "every Wednesday, 10 times", "setiap Rabu, 10 kali"),
        ("FREQ=DAILY;UNTIL=20261231", "every day, until 31 December 2026", "setiap hari, sampai 31 Desember 2026"),
        (
            "FREQ=WEEKLY;BYDAY=MO;BYMONTH=3,4",
            "every Monday, in March and April",
            "setiap Senin, pada bulan Maret dan April",
        ),
        (
            "FREQ=YEARLY;BYYEARDAY=100",
            "by the rule FREQ=YEARLY;BYYEARDAY=100",
            "menurut aturan FREQ=YEARLY;BYYEARDAY=100",
        ),
    ],
)
def test_a_rule_is_said_as_a_person_would(rule: str, english: str, indonesian: str) -> None:
    assert describe(rule, WEDNESDAY, "en") == english
    assert describe(rule, WEDNESDAY, "id") == indonesian


def test_suggestions_begin_with_the_item_itself() -> None:
    assert [describe(rule, date(2026, 12, 31), "en") for rule in suggestions(date(2026, 12, 31))] == [
        "every Thursday",
        "every 2 weeks on Thursday",
        "the last Thursday of every month",
        "the last working day of every month",
        "every month on the 31st, where there is one",
        "the last day of every month",
        "every working day",
        "every day",
    ]


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2060, 1, 1)).map(lambda moment: moment.replace(second=0, microsecond=0))
)
@settings(deadline=None)
def test_every_suggestion_is_a_rule_that_holds_the_start_and_reads_back(start: datetime) -> None:
    for rule in suggestions(start):
        assert parse_rule(rule, start) == rule
        assert first_start(rule, start) == start
        assert parse_rule(describe(rule, start, "en").replace(", where there is one", ""), start) == rule
        assert parse_rule(describe(rule, start, "id").replace(", jika ada", ""), start) == rule


weekdays = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])


def listed(values: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[str]:
    found = st.lists(values, min_size=1, max_size=most, unique=True)
    return found.map(lambda parts: ",".join(map(str, parts)))


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={freq}"]

    def maybe(name: str, values: st.SearchStrategy[object], chance: int = 3) -> None:
        if draw(st.integers(0, chance)) == 0:
            parts.append(f"{name}={draw(values)}")

    maybe("INTERVAL", st.integers(1, 5))
    maybe("BYMONTH", listed(st.integers(1, 12)))
    maybe("WKST", weekdays)
    numbered = st.builds(lambda number, day: f"{number}{day}", st.sampled_from([1, 2, 4, -1, -2]), weekdays)
    maybe("BYDAY", listed(st.one_of(weekdays, numbered) if freq in ("MONTHLY", "YEARLY") else weekdays, 5), 1)
    if freq != "WEEKLY":
        maybe("BYMONTHDAY", listed(st.sampled_from([1, 5, 15, 28, 29, 30, 31, -1, -3])))
    if freq == "YEARLY":
        maybe("BYYEARDAY", listed(st.sampled_from([1, 60, 100, 366, -1])), 6)
    if len(parts) > 1 and any(part.startswith("BY") for part in parts):
        maybe("BYSETPOS", listed(st.sampled_from([1, 2, -1])))
    return ";".join(parts)


starts = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@given(
    rule=rules(), start=starts, whole_day=st.booleans(), ending=st.sampled_from(["", "count", "until"]), data=st.data()
)
@settings(max_examples=60, deadline=None)
def test_occurrences_agree_with_python_dateutil(
    rule: str, start: datetime, whole_day: bool, ending: str, data: st.DataObject
) -> None:
    begin = start.replace(hour=0, minute=0) if whole_day else start
    theirs = ours = rule
    last = start.date() + timedelta(days=data.draw(st.integers(0, 400)))
    if ending == "count":
        number = data.draw(st.integers(1, 30))
        theirs = ours = f"{rule};COUNT={number}"
    elif ending == "until":
        # python-dateutil takes a last day for its midnight; a person means the whole day.
        ours, theirs = f"{rule};UNTIL={last:%Y%m%d}", f"{rule};UNTIL={last:%Y%m%d}T235959"
    far = start.date() + timedelta(days=420 if "DAILY" in rule else 1200)
    # Without an end, theirs looks for the next day up to the year 9999.
    reference = rrulestr(theirs if "UNTIL" in theirs else f"{rule};UNTIL={far:%Y%m%d}T235959", dtstart=begin)
    expected = list(reference)[: number if ending == "count" else None]
    typed: date = begin.date() if whole_day else begin
    assume(expected)
    parsed = parse_rule(ours, typed)
    assert parse_rule(parsed, typed) == parsed
    found = occurrences(parsed, typed, date(2024, 1, 1), far)
    assert found == [moment.date() if whole_day else moment for moment in expected]
    first = start.date() + timedelta(days=data.draw(st.integers(-10, 300)))
    assert occurrences(parsed, typed, first, last) == [
        one for one, moment in zip(found, expected, strict=True) if first <= moment.date() <= last
    ]
    describe(parsed, typed, "id")
