"""Holidays, double dates and paydays of the calendar."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import InvalidValue
from studio.plan.commerce import (
    DEFAULT_COMMERCE,
    Commerce,
    Day,
    Mark,
    MarkKind,
    SaleDays,
    joint_leave_announced,
    marks,
    off_days,
)
from studio.plan.commerce_fields import (
    checked_day,
    commerce_from_json,
    commerce_to_json,
    days_text,
    parse_day,
    parse_kind,
    set_commerce_field,
)

NATAL = date(2026, 12, 25)


def named(first, last, *args):
    return {day: [(mark.name, str(mark.kind)) for mark in of_day] for day, of_day in marks(first, last, *args).items()}


def test_december_2026_has_its_sales_holidays_and_payday():
    payday = {date(2026, 12, day): [("Gajian", "payday")] for day in range(26, 32)}
    assert named(date(2026, 12, 1), date(2026, 12, 31)) == {
        date(2026, 12, 10): [("Harbolnas", "sale")],
        date(2026, 12, 11): [("Harbolnas", "sale")],
        date(2026, 12, 12): [("12.12", "double_date"), ("Harbolnas", "sale")],
        date(2026, 12, 24): [("Cuti Bersama Hari Raya Natal", "joint_leave")],
        date(2026, 12, 25): [("Hari Raya Natal", "holiday"), ("Gajian", "payday")],
        **payday,
    }


def test_names_are_english_for_english():
    assert named(date(2026, 12, 25), date(2026, 12, 25), "en") == {
        date(2026, 12, 25): [("Christmas Day", "holiday"), ("Payday", "payday")]
    }


def test_every_month_has_one_double_date():
    days = [day for day, of_day in marks(date(2026, 1, 1), date(2026, 12, 31)).items()
            if any(mark.name == f"{day.month}.{day.month}" for mark in of_day)]  # fmt: skip
    assert days == [date(2026, month, month) for month in range(1, 13)]


def test_a_team_marks_its_own_days():
    ours = Commerce(double_dates=frozenset(), sales=(SaleDays("Tutup tahun", (12, 30), (1, 2)),), payday_from=31)
    assert named(date(2026, 11, 29), date(2026, 12, 1), "id", ours) == {date(2026, 11, 30): [("Gajian", "payday")]}
    assert named(date(2026, 12, 30), date(2027, 1, 3), "en", ours) == {
        date(2026, 12, 30): [("Tutup tahun", "sale")],
        date(2026, 12, 31): [("Tutup tahun", "sale"), ("Payday", "payday")],
        date(2027, 1, 1): [("New Year's Day", "holiday"), ("Tutup tahun", "sale")],
        date(2027, 1, 2): [("Tutup tahun", "sale")],
    }


def test_a_range_that_ends_before_it_begins_has_no_marks():
    assert marks(date(2026, 12, 2), date(2026, 12, 1)) == {}


def test_a_year_whose_joint_leave_is_not_decreed_says_so():
    assert joint_leave_announced(2026)
    assert not joint_leave_announced(2090)


def test_a_year_whose_joint_leave_a_team_entered_is_announced():
    own = Day(date(2090, 12, 26), date(2090, 12, 26), "Cuti bersama", MarkKind.JOINT_LEAVE)
    assert joint_leave_announced(2090, (own,))
    assert not joint_leave_announced(2090, (replace(own, hidden=True),))
    assert not joint_leave_announced(2091, (own,))


def test_a_day_that_may_still_move_says_so():
    estimated = [mark for of_day in marks(date(2040, 1, 1), date(2040, 12, 31)).values() for mark in of_day
                 if mark.estimated]  # fmt: skip
    assert "Hari Raya Idul Fitri (perkiraan)" in [mark.name for mark in estimated]
    assert "holiday:2040:hari-raya-idul-fitri" in [mark.key for mark in estimated]
    assert not any(mark.estimated for of_day in marks(NATAL, NATAL).values() for mark in of_day)


def test_every_mark_of_the_program_has_a_key_of_its_own_in_every_language():
    first, last = date(2027, 1, 1), date(2027, 12, 31)
    keys = {}
    for language in ("id", "en"):
        found = marks(first, last, language)
        keys[language] = {day: [mark.key for mark in of_day] for day, of_day in found.items()}
    assert keys["id"] == keys["en"]
    days = [(key, day) for day, of_day in keys["id"].items() for key in of_day]
    for key in {key for key, _ in days}:
        run = sorted(day for one, day in days if one == key)
        assert (run[-1] - run[0]).days == len(run) - 1, f"{key} names two marks"
    assert keys["id"][date(2027, 12, 25)] == ["holiday:2027:hari-raya-natal", "payday:2027-12"]
    assert keys["id"][date(2027, 12, 12)] == ["double_date:2027-12-12", "sale:2027:harbolnas"]


def test_a_mark_is_hidden_by_its_key():
    natal = Day(NATAL, NATAL, "Hari Raya Natal", MarkKind.HOLIDAY, replaces="holiday:2026:hari-raya-natal", hidden=True)
    assert [mark.name for mark in marks(NATAL, NATAL, days=(natal,))[NATAL]] == ["Gajian"]


def test_a_mark_is_renamed_and_moved_by_its_key():
    idul_fitri = date(2026, 3, 21)
    own = Day(idul_fitri + timedelta(days=1), idul_fitri + timedelta(days=1), "Lebaran", MarkKind.HOLIDAY, 4,
              replaces="holiday:2026:hari-raya-idul-fitri")  # fmt: skip
    found = marks(idul_fitri, own.first, days=(own,))
    assert idul_fitri not in found
    assert found[own.first] == [
        Mark("Hari kedua dari Hari Raya Idul Fitri", MarkKind.HOLIDAY,
             "holiday:2026:hari-kedua-dari-hari-raya-idul-fitri"),
        Mark("Lebaran", MarkKind.HOLIDAY, "holiday:2026:hari-raya-idul-fitri", 4),
    ]  # fmt: skip
    assert marks(idul_fitri, idul_fitri, days=(own,)) == {}


def test_a_whole_run_of_days_is_hidden_by_one_key():
    hidden = Day(date(2026, 12, 10), date(2026, 12, 12), "Harbolnas", MarkKind.SALE, replaces="sale:2026:harbolnas",
                 hidden=True)  # fmt: skip
    assert list(marks(date(2026, 12, 9), date(2026, 12, 13), days=(hidden,))) == [date(2026, 12, 12)]


def test_own_days_stand_between_holidays_and_sales():
    own = (
        Day(date(2026, 12, 10), date(2026, 12, 12), "Push 12.12", MarkKind.CAMPAIGN, 1),
        Day(date(2026, 12, 12), date(2026, 12, 12), "Stock opname", MarkKind.BLACKOUT, 2),
    )
    of_day = marks(date(2026, 12, 12), date(2026, 12, 12), days=own)[date(2026, 12, 12)]
    assert [(mark.name, mark.day_id) for mark in of_day] == [
        ("Stock opname", 2), ("Push 12.12", 1), ("12.12", 0), ("Harbolnas", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", set(MarkKind) - {MarkKind.BLACKOUT, MarkKind.CAMPAIGN})
def test_each_kind_can_be_switched_off(kind):
    year = date(2026, 1, 1), date(2026, 12, 31)
    kinds = {mark.kind for of_day in marks(*year, "id", Commerce(hidden=frozenset({kind}))).values() for mark in of_day}
    assert kinds == set(MarkKind) - {kind, MarkKind.BLACKOUT, MarkKind.CAMPAIGN}


def test_payday_has_a_first_and_a_last_day_and_may_pass_the_end_of_the_month():
    def paydays(first, last, **fields):
        found = marks(first, last, "id", Commerce(double_dates=frozenset(), sales=(), **fields))
        return [day.day for day, of_day in found.items() if any(mark.kind is MarkKind.PAYDAY for mark in of_day)]

    month = date(2027, 2, 1), date(2027, 2, 28)
    assert paydays(*month, payday_from=25) == [25, 26, 27, 28]
    assert paydays(*month, payday_from=25, payday_to=26) == [25, 26]
    assert paydays(*month, payday_from=31) == [28]
    assert paydays(*month, payday_from=27, payday_to=2) == [1, 2, 27, 28]
    assert paydays(*month, payday_from=None) == []


def test_a_team_chooses_its_double_dates():
    found = marks(date(2026, 1, 1), date(2026, 12, 31), "id", Commerce(double_dates=frozenset({9, 11})))
    assert [mark.name for of_day in found.values() for mark in of_day if mark.kind is MarkKind.DOUBLE_DATE] == [
        "9.9", "11.11",
    ]  # fmt: skip


def test_off_are_weekends_holidays_joint_leave_and_blackouts():
    closed = Day(date(2026, 12, 28), date(2026, 12, 28), "Stock opname", MarkKind.BLACKOUT)
    push = replace(closed, first=date(2026, 12, 29), last=date(2026, 12, 29), kind=MarkKind.CAMPAIGN)
    week = date(2026, 12, 21), date(2026, 12, 31)
    assert sorted(day.day for day in off_days(*week, days=(closed, push))) == [24, 25, 26, 27, 28]
    working = replace(DEFAULT_COMMERCE, hidden=frozenset({MarkKind.JOINT_LEAVE}), weekend=frozenset({6}))
    assert sorted(day.day for day in off_days(*week, working, (closed,))) == [25, 27, 28]


def test_a_sale_on_the_leap_day_is_on_the_last_of_february_in_other_years():
    leap = Commerce(sales=(SaleDays("Kabisat", (2, 29), (2, 29)),), double_dates=frozenset(), payday_from=None)
    days = [
        day for year in (2027, 2028) for day, of_day in marks(date(year, 2, 25), date(year, 3, 2), "id", leap).items()
        if any(mark.name == "Kabisat" for mark in of_day)
    ]  # fmt: skip
    assert days == [date(2027, 2, 28), date(2028, 2, 29)]


COMMERCE = st.builds(
    Commerce,
    double_dates=st.frozensets(st.integers(1, 12)),
    sales=st.lists(
        st.builds(
            SaleDays,
            st.text(st.sampled_from("Sale 11.11é"), min_size=1).map(str.strip).filter(bool),
            *[st.tuples(st.integers(1, 12), st.integers(1, 28))] * 2,
        ),
        max_size=3,
        unique_by=lambda sale: sale.name.casefold().translate({ord(sign): "-" for sign in " ."}).strip("-"),
    ).map(tuple),
    payday_from=st.none() | st.integers(1, 31),
    payday_to=st.none() | st.integers(1, 31),
    hidden=st.frozensets(st.sampled_from([kind for kind in MarkKind if kind is not MarkKind.BLACKOUT])),
    weekend=st.frozensets(st.integers(0, 6), max_size=6),
)


@given(COMMERCE)
def test_the_settings_are_kept_as_json(commerce):
    try:
        kept = commerce_from_json(commerce_to_json(commerce))
    except InvalidValue as error:
        assert "Two sales are called" in str(error)
        return
    cleaned = tuple(replace(sale, name=" ".join(sale.name.split())) for sale in commerce.sales)
    payday_to = commerce.payday_to if commerce.payday_from is not None else None
    assert kept == replace(commerce, sales=cleaned, payday_to=payday_to)


@given(COMMERCE, st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.integers(0, 60), st.integers(0, 60))
@settings(deadline=None)
def test_a_part_of_the_days_has_the_marks_of_the_whole(commerce, first, length, inner):
    last = first + timedelta(days=length)
    whole = marks(first, last, "id", commerce)
    middle = min(first + timedelta(days=inner), last)
    assert {**marks(first, middle, "id", commerce), **marks(middle, last, "id", commerce)} == whole


def test_settings_are_typed_as_people_write_them():
    typed = set_commerce_field(DEFAULT_COMMERCE, "payday", "25-5")
    assert (typed.payday_from, typed.payday_to) == (25, 5)
    assert set_commerce_field(typed, "payday", "28").payday_to is None
    assert set_commerce_field(typed, "payday", "none").payday_from is None
    assert set_commerce_field(typed, "double-dates", "9, 10.10, 11.11").double_dates == {9, 10, 11}
    assert set_commerce_field(typed, "double_dates", "all").double_dates == set(range(1, 13))
    assert set_commerce_field(typed, "sales", "Harbolnas 12-10..12-12, Hari Kartini: 4-21").sales == (
        SaleDays("Harbolnas", (12, 10), (12, 12)), SaleDays("Hari Kartini", (4, 21), (4, 21)),
    )  # fmt: skip
    assert set_commerce_field(typed, "hidden", "payday, double-date").hidden == {MarkKind.PAYDAY, MarkKind.DOUBLE_DATE}
    assert set_commerce_field(typed, "weekend", "Minggu").weekend == {6}
    assert set_commerce_field(typed, "weekend", "none").weekend == set()


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("bonus", "1", 'There is no setting "bonus". Choose one of: double-dates, sales, payday, hidden, weekend.'),
        ("payday", "soon", '"soon" is no payday. Write the days of the month, such as 25 or 25-31, or none.'),
        ("payday", "40", "The payday 40 is no day of a month. Give days from 1 to 31, such as 25-31."),
        ("double-dates", "11.12", '"11.12" is no double date. Write months, such as 9, 10, 11, 12, or all, or none.'),
        ("double-dates", "13", "There is no month 13. Give the months as 1 to 12."),
        ("sales", "Harbolnas", '"Harbolnas" is no sale with its days. Write it as Harbolnas 12-10..12-12.'),
        ("sales", "X 02-30", "There is no day 02-30 in a year. Write month-day, such as 12-10."),
        ("sales", "X 1-1, x 2-2", "Two sales are called x. Give one of them another name."),
        ("hidden", "blackout", "Blackout days cannot be switched off as a kind. Hide or remove the day itself."),
        ("weekend", "mon,tue,wed,thu,fri,sat,sun", "No day of the week would be left to work on. Leave at least one."),
        ("weekend", "mon, x", '"x" is no day of the week. Write them as mon, tue, wed, thu, fri, sat, sun.'),
    ],
)
def test_a_setting_that_cannot_be_is_refused_with_advice(name, text, says):
    with pytest.raises(InvalidValue) as error:
        set_commerce_field(DEFAULT_COMMERCE, name, text)
    assert str(error.value) == says


@pytest.mark.parametrize(
    "data", [{"sales": [{"name": "X"}]}, {"payday": 25}, {"payday": ["a", 1]}, {"weekend": [1]}, {"double_dates": 3}]
)
def test_settings_that_another_program_broke_are_refused(data):
    with pytest.raises(InvalidValue):
        commerce_from_json(data)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"name": " \t"}, "The day has no name. Write what it is, such as Stock opname."),
        ({"name": "x" * 101}, "The name has 101 characters. Shorten it to 100."),
        (
            {"last": date(2026, 12, 24)},
            "The last day, 2026-12-24, comes before the first one, 2026-12-25. Give the later one as the last day.",
        ),
        ({"last": date(2028, 1, 1)}, "From 2026-12-25 to 2028-01-01 is longer than a year. Mark it in parts."),
        (
            {"kind": MarkKind.PAYDAY},
            "A day of the kind payday cannot be added. Choose one of: blackout, campaign, holiday, joint_leave.",
        ),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_advice(change, says):
    with pytest.raises(InvalidValue) as error:
        checked_day(replace(Day(NATAL, NATAL, "Stock opname"), **change))
    assert str(error.value) == says


def test_days_and_kinds_are_read_as_typed():
    assert parse_day("2026-12-25") == NATAL
    assert parse_kind("Joint-Leave") is MarkKind.JOINT_LEAVE
    assert (days_text(NATAL, NATAL), days_text(NATAL, date(2026, 12, 26))) == ("2026-12-25", "2026-12-25 to 2026-12-26")
    for wrong in ("", "2026-12-25T10:00", "besok"):
        with pytest.raises(InvalidValue):
            parse_day(wrong)
    with pytest.raises(InvalidValue, match=r'^"libur" is no kind of mark\. Choose one of: holiday, joint_leave'):
        parse_kind("libur")


def test_the_plan_is_imported_without_holidays_or_babel():
    code = (
        "import sys, studio.plan.commerce_fields, studio.plan.conflicts, studio.plan.lead_times;"
        "import studio.plan.fields, studio.plan.dates;"
        "print(sorted({'holidays', 'babel', 'numpy', 'sqlite_utils'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
