"""Holidays, double dates and paydays of the calendar."""

import subprocess
import sys
from datetime import date

from studio.plan.commerce import Commerce, SaleDays, joint_leave_announced, marks


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


def test_the_plan_is_imported_without_holidays_or_babel():
    code = (
        "import sys, studio.plan.commerce, studio.plan.fields, studio.plan.dates;"
        "print(sorted({'holidays', 'babel', 'numpy', 'sqlite_utils'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
