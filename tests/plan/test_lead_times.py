"""Due days: counted back from the publishing day in working days."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import InvalidValue
from studio.plan.commerce import Day, MarkKind, off_days
from studio.plan.item import Item, Kind, Stage
from studio.plan.lead_times import (
    DEFAULT_LEAD_TIMES,
    LONGEST_LEAD,
    NEEDS,
    REACH,
    Late,
    LeadTimes,
    due_days,
    late_steps,
    lead_times_from_json,
    lead_times_to_json,
    working_day_before,
)

FRIDAY = date(2026, 12, 18)
WEEKENDS = {
    day for day in (date(2026, 1, 1) + timedelta(days=n) for n in range(400)) if day.weekday() >= 5
}  # fmt: skip
VIDEO = Item("Cahaya bagus", id=1, stage=Stage.PLANNED, start=datetime(2026, 12, 18, 12))
LIVE = Item("Kelas komisi", Kind.LIVE, 2, stage=Stage.PLANNED, start=datetime(2026, 12, 16, 19, 30))


def of(item: Item, off: set[date] = WEEKENDS) -> dict[str, str]:
    return {step: f"{day:%a} {day.day}" for step, day in due_days(item, DEFAULT_LEAD_TIMES, off).items()}


def test_the_steps_are_those_of_the_build_graph() -> None:
    from studio.steps.registry import STEPS
    from studio.steps.report import steps_of

    for kind in Kind:
        steps = {step.name: STEPS[step.name].needs for step in steps_of(Item("x", kind))}
        # What belongs only to some items, as a cut does, is due with what is made from it.
        assert dict(NEEDS[kind]) == {name: tuple(one for one in needs if one in steps) for name, needs in steps.items()}


def test_each_step_of_a_video_is_due_on_a_working_day_before_it_is_published() -> None:
    assert of(VIDEO) == {
        "script": "Fri 11", "thumbnail": "Wed 16", "recording": "Tue 15", "subtitles": "Wed 16", "captioned": "Thu 17",
    }  # fmt: skip


def test_each_step_of_a_live_session_is_due_before_it_is_on_air() -> None:
    assert of(LIVE) == {"script": "Wed 9", "thumbnail": "Mon 14", "rundown": "Fri 11", "deck": "Mon 14"}


def test_days_off_are_stepped_over() -> None:
    closed = Day(date(2026, 12, 14), date(2026, 12, 15), "Stock opname", MarkKind.BLACKOUT)
    off = off_days(FRIDAY - REACH, FRIDAY, days=(closed,))
    assert of(VIDEO, off) == {
        "script": "Wed 9", "thumbnail": "Wed 16", "recording": "Fri 11", "subtitles": "Wed 16", "captioned": "Thu 17",
    }  # fmt: skip


def test_christmas_and_its_joint_leave_are_stepped_over() -> None:
    item = Item("Rencana Januari", start=datetime(2026, 12, 28, 9))
    assert of(item, off_days(date(2025, 12, 28), date(2026, 12, 28)))["captioned"] == "Wed 23"


def test_an_item_on_a_day_off_counts_from_the_last_working_day_before_it() -> None:
    sunday = date(2026, 12, 20)
    assert [working_day_before(sunday, count, WEEKENDS).day for count in range(4)] == [18, 18, 17, 16]


def test_an_item_without_a_date_has_no_due_days() -> None:
    assert due_days(Item("Studio tur"), DEFAULT_LEAD_TIMES, WEEKENDS) == {}


def test_a_step_is_due_no_later_than_what_is_made_from_it() -> None:
    hasty = DEFAULT_LEAD_TIMES.with_step("script", 0).with_step("subtitles", 4)
    due = due_days(VIDEO, hasty, WEEKENDS)
    assert due["script"] == due["recording"] == due["subtitles"] == date(2026, 12, 14)


def test_a_step_without_a_lead_time_passes_on_what_it_is_needed_for() -> None:
    without = DEFAULT_LEAD_TIMES.with_step("recording", 0).with_step("subtitles", None)
    due = due_days(VIDEO, without, WEEKENDS)
    assert "subtitles" not in due
    assert due["recording"] == due["captioned"] == date(2026, 12, 17)


def test_a_step_is_late_from_the_day_after_it_was_due() -> None:
    def late(today: int, **done: bool) -> list[Late]:
        return late_steps(VIDEO, done, DEFAULT_LEAD_TIMES, WEEKENDS, date(2026, 12, today))

    assert late(11) == []
    assert late(14) == [Late("script", date(2026, 12, 11), 3)]
    assert late(14, script=True) == []
    assert late(17, script=True) == [
        Late("thumbnail", date(2026, 12, 16), 1),
        Late("recording", date(2026, 12, 15), 2),
        Late("subtitles", date(2026, 12, 16), 1),
    ]


@pytest.mark.parametrize("stage", [Stage.PUBLISHED, Stage.CANCELLED])
def test_what_is_over_is_never_late(stage: Stage) -> None:
    item = Item("x", stage=stage, start=FRIDAY)
    assert late_steps(item, {}, DEFAULT_LEAD_TIMES, WEEKENDS, date(2027, 1, 1)) == []


def test_lead_times_are_kept_as_json() -> None:
    assert lead_times_to_json(DEFAULT_LEAD_TIMES) == {
        "video": {"script": 5, "thumbnail": 2, "recording": 3, "subtitles": 2, "captioned": 1},
        "live": {"script": 5, "thumbnail": 2, "rundown": 3, "deck": 2},
    }
    own = DEFAULT_LEAD_TIMES.with_step("deck", 1).with_step("captioned", None)
    assert lead_times_to_json(lead_times_from_json(lead_times_to_json(own))) == lead_times_to_json(own)
    assert lead_times_to_json(lead_times_from_json({})) == lead_times_to_json(DEFAULT_LEAD_TIMES)


def test_a_step_of_both_kinds_is_set_for_both_unless_one_is_named() -> None:
    both, one = DEFAULT_LEAD_TIMES.with_step("script", 7), DEFAULT_LEAD_TIMES.with_step("script", 7, Kind.LIVE)
    assert [both.of(kind)["script"] for kind in Kind] == [7, 7]
    assert [one.of(kind)["script"] for kind in Kind] == [5, 7]


def test_what_cannot_be_a_lead_time_is_refused_with_advice() -> None:
    with pytest.raises(InvalidValue, match=r'^There is no step "cut"\. Choose one of: script, thumbnail, recording'):
        DEFAULT_LEAD_TIMES.with_step("cut", 1)
    with pytest.raises(
        InvalidValue, match=r'^There is no step "recording" of a live item\. Choose one of: script, thu'
    ):
        DEFAULT_LEAD_TIMES.with_step("recording", 1, Kind.LIVE)
    with pytest.raises(InvalidValue, match=r"^A lead time of -1 working days is not possible\. Give 0 to 60, or none"):
        DEFAULT_LEAD_TIMES.with_step("script", -1)
    for wrong in ({"video": 3}, {"video": {"script": "5"}}, {"live": {"script": None}}):
        with pytest.raises(InvalidValue, match="cannot be read"):
            lead_times_from_json(wrong)


DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
OFF = st.sets(st.integers(0, 6), max_size=3).flatmap(
    lambda weekdays: st.sets(st.dates(date(2025, 1, 1), date(2028, 12, 31)), max_size=40).map(
        lambda days: _Off(frozenset(weekdays), frozenset(days))
    )
)
LEADS = st.builds(
    LeadTimes,
    st.fixed_dictionaries(
        {
            kind: st.fixed_dictionaries({}, optional={step: st.integers(0, LONGEST_LEAD) for step in NEEDS[kind]})
            for kind in Kind
        }
    ),
)


class _Off:
    """Days off by the day of the week, and by day."""

    def __init__(self, weekdays: frozenset[int], days: frozenset[date]) -> None:
        self.weekdays, self.days = weekdays, days

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and (day.weekday() in self.weekdays or day in self.days)

    def __repr__(self) -> str:
        return f"off on {sorted(self.weekdays)} and {sorted(self.days)}"


@given(st.sampled_from(Kind), DAYS, LEADS, OFF)
def test_due_days_are_working_days_and_never_after_publishing(
    kind: Kind, day: date, lead: LeadTimes, off: _Off
) -> None:
    due = due_days(Item("x", kind, start=day), lead, off)
    assert list(due) == list(lead.of(kind))
    for step, when in due.items():
        assert when not in off
        assert when <= day
        for above in NEEDS[kind][step]:
            assert due.get(above, when) <= when


@given(DAYS, st.integers(0, LONGEST_LEAD), OFF)
def test_a_longer_lead_time_is_due_earlier_and_a_later_item_later(day: date, count: int, off: _Off) -> None:
    due = working_day_before(day, count, off)
    assert working_day_before(day, count + 1, off) <= due
    assert working_day_before(day + timedelta(days=1), count, off) >= due


@given(DAYS, st.integers(1, LONGEST_LEAD), OFF)
def test_as_many_working_days_lie_between_as_the_lead_time_says(day: date, count: int, off: _Off) -> None:
    due = working_day_before(day, count, off)
    assert sum(day - timedelta(days=n) not in off for n in range(1, (day - due).days + 1)) == count


def test_a_year_without_a_working_day_ends_the_walk() -> None:
    class Everything:
        def __contains__(self, day: object) -> bool:
            return True

    assert working_day_before(FRIDAY, 1, Everything()) == FRIDAY - REACH
