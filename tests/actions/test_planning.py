"""What a team sets for its calendar, what clashes in its plan, and what is late; every change can be undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from studio import actions
from studio.actions import planning
from studio.errors import InvalidValue, NotFound
from studio.plan.commerce import Commerce, Day, MarkKind
from studio.plan.item import Item, Kind
from studio.plan.lead_times import DEFAULT_LEAD_TIMES, Late, lead_times_to_json
from studio.store import Store
from studio.store.settings import set_setting
from studio.store.undo import history

NATAL, LEAVE = date(2026, 12, 25), date(2026, 12, 24)
NATAL_KEY = "holiday:2026:hari-raya-natal"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with actions.open_studio(tmp_path / "Siar") as opened:
        yield opened


def names(store: Store, first: date, last: date | None = None, language: str = "id") -> list[str]:
    found = planning.marks(store, first, last or first, language)
    return [mark.name for of_day in found.values() for mark in of_day]


def undone_to(store: Store) -> list[tuple[str, date, date, bool]]:
    actions.undo(store)
    return [(day.name, day.first, day.last, day.hidden) for day in planning.own_days(store)]


def test_own_days_are_added_changed_and_removed_each_as_one_step(store: Store) -> None:
    day = planning.add_day(store, " Stock  opname ", "2026-12-21", "2026-12-22")
    assert (day.name, day.kind, names(store, date(2026, 12, 22))) == (
        "Stock opname",
        MarkKind.BLACKOUT,
        ["Stock opname"],
    )
    planning.change_day(store, day.id, {"first": "2026-12-28", "name": "Opname"})
    assert planning.own_days(store) == [replace(day, name="Opname", first=date(2026, 12, 28), last=date(2026, 12, 29))]
    planning.remove_day(store, day.id)
    assert planning.own_days(store) == []
    assert [step.label for step in history(store)] == [
        "Unmark “Opname”",
        "Change “Stock opname”",
        "Mark “Stock opname”",
    ]
    assert undone_to(store) == [("Opname", date(2026, 12, 28), date(2026, 12, 29), False)]
    assert undone_to(store) == [("Stock opname", date(2026, 12, 21), date(2026, 12, 22), False)]
    assert undone_to(store) == []


def test_a_campaign_is_not_a_day_off_and_a_blackout_is(store: Store) -> None:
    planning.add_day(store, "Push", "2026-12-21", kind="campaign")
    planning.add_day(store, "Opname", "2026-12-22")
    off = planning.rules(store).off_days(date(2026, 12, 21), date(2026, 12, 22))
    assert off == {date(2026, 12, 22)}


def test_a_mark_of_the_program_is_hidden_and_shown_again(store: Store) -> None:
    planning.hide_mark(store, NATAL_KEY)
    assert names(store, NATAL) == ["Gajian"]
    assert NATAL not in planning.rules(store).off_days(NATAL, NATAL)
    planning.show_mark(store, NATAL_KEY)
    assert names(store, NATAL, language="en") == ["Christmas Day", "Payday"]
    assert planning.own_days(store) == []
    assert [step.label for step in history(store)] == ["Show “Hari Raya Natal”", "Hide “Hari Raya Natal”"]


def test_a_mark_that_was_renamed_keeps_its_name_when_it_was_hidden_between(store: Store) -> None:
    planning.change_mark(store, NATAL_KEY, {"name": "Natal"})
    planning.hide_mark(store, NATAL_KEY)
    assert names(store, NATAL) == ["Gajian"]
    planning.show_mark(store, NATAL_KEY)
    assert names(store, NATAL) == ["Natal", "Gajian"]


def test_a_mark_is_moved_and_removing_the_change_brings_it_back(store: Store) -> None:
    day = planning.change_mark(store, "sale:2026:harbolnas", {"first": "2026-12-11"})
    assert (day.first, day.last) == (date(2026, 12, 11), date(2026, 12, 13))
    assert names(store, date(2026, 12, 10), date(2026, 12, 13)) == ["Harbolnas", "12.12", "Harbolnas", "Harbolnas"]
    again = planning.change_mark(store, "sale:2026:harbolnas", {"last": "2026-12-15"})
    assert (again.id, again.first, again.last) == (day.id, date(2026, 12, 11), date(2026, 12, 15))
    planning.remove_day(store, day.id)
    assert names(store, date(2026, 12, 10)) == ["Harbolnas"]


def test_a_mark_whose_kind_is_switched_off_can_still_be_found(store: Store) -> None:
    planning.set_commerce(store, Commerce(hidden=frozenset({MarkKind.HOLIDAY})))
    assert planning.find_mark(store, NATAL_KEY, "en").mark.name == "Christmas Day"


@pytest.mark.parametrize("key", ["", "natal", "holiday:2026:lebaran-haji", "holiday:9999:x", "payday:26-12"])
def test_a_key_that_names_nothing_is_told(store: Store, key: str) -> None:
    with pytest.raises(NotFound) as error:
        planning.hide_mark(store, key)
    says = f'There is no mark "{key}". `siar days list` shows those that there are, with their keys.'
    assert str(error.value) == says
    assert planning.own_days(store) == []


def test_what_cannot_be_changed_is_refused_and_leaves_no_step(store: Store) -> None:
    day = planning.add_day(store, "Opname", "2026-12-21")
    steps = len(history(store))
    for wrong in ({"name": ""}, {"last": "2026-12-01"}, {"kind": "libur"}, {"note": "x"}, {"first": "kapan-kapan"}):
        with pytest.raises(InvalidValue):
            planning.change_day(store, day.id, wrong)
    with pytest.raises(InvalidValue, match="The kind of a mark of the program cannot be changed"):
        planning.change_mark(store, NATAL_KEY, {"kind": "campaign"})
    with pytest.raises(NotFound, match=r"No mark \"holiday:2026:hari-raya-natal\" is hidden"):
        planning.show_mark(store, NATAL_KEY)
    with pytest.raises(NotFound, match="There is no marked day 99"):
        planning.remove_day(store, 99)
    planning.change_day(store, day.id, {"name": "Opname"})
    assert len(history(store)) == steps


def test_the_settings_of_the_marks_are_kept_and_undone(store: Store) -> None:
    planning.set_commerce(store, Commerce(payday_from=28, double_dates=frozenset({11, 12})))
    assert planning.commerce(store).payday_from == 28
    planning.set_commerce(store, planning.commerce(store))
    assert [step.label for step in history(store)] == ["Change what the calendar marks"]
    actions.undo(store)
    assert planning.commerce(store) == Commerce()


def test_settings_that_another_program_broke_are_the_usual_ones(store: Store) -> None:
    for broken in ("x", 3, [1], {"payday": 3}):
        set_setting(store, "commerce", broken, label="x")
        set_setting(store, "lead_times", {"video": broken}, label="x")
        assert planning.commerce(store) == Commerce()
        assert lead_times_to_json(planning.lead_times(store)) == lead_times_to_json(DEFAULT_LEAD_TIMES)


def test_a_year_without_joint_leave_says_so_until_a_team_enters_it(store: Store) -> None:
    new_year = date(2089, 12, 1), date(2090, 1, 31)
    assert planning.rules(store).not_announced(*new_year) == [2089, 2090]
    planning.add_day(store, "Cuti bersama", "2090-12-26", kind="joint_leave")
    assert planning.rules(store).not_announced(*new_year) == [2089]
    planning.set_commerce(store, Commerce(hidden=frozenset({MarkKind.JOINT_LEAVE})))
    assert planning.rules(store).not_announced(*new_year) == []


def test_clashes_are_found_also_with_what_began_before_the_range(store: Store) -> None:
    def add(title: str, start: str, **fields: object) -> Item:
        return actions.add_item(store, title, kind="live", stage="planned", start=start, **fields)

    marathon = add("Maraton", "2026-12-11T20:00", duration_min=600, host="Bima")
    morning = add("Pagi", "2026-12-12T05:00", host="Sari, bima")
    planning.add_day(store, "Opname", "2026-12-12")
    found = [
        (one.kind, one.items, one.about) for one in planning.conflicts(store, date(2026, 12, 12), date(2026, 12, 12))
    ]
    assert found == [
        ("host", (marathon.id, morning.id), "Bima"),
        ("live_overlap", (marathon.id, morning.id), ""),
        ("blackout", (marathon.id,), "Opname"),
        ("blackout", (morning.id,), "Opname"),
    ]
    assert planning.conflicts(store, date(2026, 12, 13)) == []
    assert len(planning.conflicts(store)) == 4


def test_a_live_session_on_christmas_is_hinted_at(store: Store) -> None:
    actions.add_item(store, "Live Natal", kind="live", stage="planned", start="2026-12-25T19:00")
    assert [(one.about, one.is_hint) for one in planning.conflicts(store, language="en")] == [("Christmas Day", True)]


def test_lead_times_change_the_schedule_and_are_undone(store: Store) -> None:
    item = actions.add_item(store, "Kelas", kind="live", stage="planned", start="2026-12-16T19:30")
    assert planning.schedule(store, item) == {
        "script": date(2026, 12, 9), "thumbnail": date(2026, 12, 14),
        "rundown": date(2026, 12, 11), "deck": date(2026, 12, 14),
    }  # fmt: skip
    planning.set_lead_times(store, planning.lead_times(store).with_step("deck", 1, Kind.LIVE))
    assert planning.schedule(store, item)["deck"] == date(2026, 12, 15)
    assert actions.undo(store) == "Change the lead times"
    assert planning.schedule(store, item)["deck"] == date(2026, 12, 14)
    assert planning.schedule(store, actions.add_item(store, "Ide")) == {}


def test_at_risk_is_what_has_a_late_step_and_no_file_for_it(store: Store) -> None:
    from studio.steps import produce

    item = actions.add_item(store, "Cahaya bagus", stage="planned", start="2026-12-18T12:00", duration_min=1)
    actions.add_item(store, "Sudah tayang", stage="published", start="2026-12-18T13:00")
    week = date(2026, 12, 14), date(2026, 12, 20)
    assert planning.at_risk(store, *week, today=date(2026, 12, 11)) == []
    assert planning.at_risk(store, *week, today=date(2026, 12, 14)) == [
        planning.Risk(item, (Late("script", date(2026, 12, 11), 3),))
    ]

    def late() -> list[str]:
        return [one.step for one in planning.timetable(store, item, date(2026, 12, 17)) if one.late]

    assert late() == ["script", "thumbnail", "recording", "subtitles"]
    # A script with places to fill in is made and not done; the pictures are.
    produce(store, [item], only=["script", "thumbnail"])
    assert late() == ["script", "recording", "subtitles"]
    assert planning.timetable(store, item, date(2026, 12, 17))[1] == planning.Due(
        "thumbnail", "ready", date(2026, 12, 16), None
    )


def test_the_rules_are_asked_without_the_store(store: Store) -> None:
    planning.hide_mark(store, NATAL_KEY)
    team = planning.rules(store)
    store.close()
    assert team.holidays(LEAVE, NATAL, "id") == {LEAVE: "Cuti Bersama Hari Raya Natal"}
    assert isinstance(team.days[0], Day)
