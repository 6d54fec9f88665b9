"""Series as a person handles them: move, remove and stop one, the following or all, and plan ahead."""

from __future__ import annotations

import threading
from datetime import date, datetime

import pytest
from series_plan import ALL, FOLLOWING, TODAY, days, numbers, one_step, only, tables, told

from studio import actions
from studio.actions.series import (
    Stopped,
    extend_all,
    list_series,
    repeat_item,
    series_of,
    show_series,
    stop_repeating,
)
from studio.errors import InvalidValue, NotFound
from studio.plan.item import Item
from studio.store import Store
from studio.store.artefacts import Artefact, record_artefacts
from studio.store.undo import history


def test_all_move_with_one_to_another_weekday_and_hour(store: Store, weekly: list[int]) -> None:
    actions.move_item(store, weekly[5], "2027-01-05T10:00")  # moved by hand: stays
    actions.set_fields(store, weekly[0], {"stage": "published"})  # stays, too
    actions.remove_item(store, weekly[1])
    label = one_step(store, lambda: actions.move_item(store, weekly[2], "2026-12-17T20:00", ALL))
    assert label == "Move all of “Kelas komisi”"
    assert told(store) == [
        "12-02 19:00 Kelas komisi #3",
        "12-17 20:00 Kelas komisi #4",
        "12-24 20:00 Kelas komisi #5",
        "12-31 20:00 Kelas komisi #6",
        "01-05 10:00 Kelas komisi #7",
        "01-14 20:00 Kelas komisi #8",
    ]
    series = only(store)
    assert (series.rule, series.start) == ("FREQ=WEEKLY;UNTIL=20270114;BYDAY=TH", datetime(2026, 12, 3, 20))
    assert series.skipped == (datetime(2026, 12, 10, 20),)
    assert actions.show_item(store, weekly[5]).occurrence == datetime(2027, 1, 7, 20)


def test_the_following_move_and_those_before_stay(store: Store, weekly: list[int]) -> None:
    one_step(store, lambda: actions.move_item(store, weekly[4], date(2026, 12, 28), FOLLOWING))
    assert days(store) == ["12-02", "12-09", "12-16", "12-23", "12-28", "01-04", "01-11"]
    assert [series.rule for series in list_series(store)] == [
        "FREQ=WEEKLY;UNTIL=20261229;BYDAY=WE",
        "FREQ=WEEKLY;UNTIL=20270111;BYDAY=MO",
    ]
    assert {item.start.hour for item in actions.list_items(store) if isinstance(item.start, datetime)} == {19}


def test_a_series_that_moved_there_and_back_is_what_it_was(store: Store, weekly: list[int]) -> None:
    before = [(item.id, item.start, item.title) for item in actions.list_items(store)]
    for day in (date(2026, 12, 10), date(2026, 12, 14), date(2026, 12, 9)):
        actions.move_item(store, weekly[1], day, ALL)
    assert [(item.id, item.start, item.title) for item in actions.list_items(store)] == before


def test_an_open_series_may_move_by_weeks_and_back_without_losing_a_uid(store: Store, lesson: Item) -> None:
    repeat_item(store, lesson.id, "weekly", today=TODAY)
    ids = [item.id for item in actions.list_items(store)]
    for day in (date(2026, 12, 16), date(2026, 11, 25), date(2026, 12, 2)):
        actions.move_item(store, ids[0], day, ALL)
        extend_all(store, TODAY)
        items = actions.list_items(store)
        assert len({item.uid for item in items}) == len(items)
        assert len({item.start for item in items}) == len(items)


def test_a_monthly_series_follows_to_another_weekday_of_the_month(store: Store) -> None:
    item = actions.add_item(store, "Klinik", start="2026-12-10T19:00")
    repeat_item(store, item.id, "second Thursday 4 times", today=date(2027, 3, 1))
    assert days(store) == ["12-10", "01-14", "02-11", "03-11"]
    ids = [one.id for one in actions.list_items(store)]
    one_step(store, lambda: actions.move_item(store, ids[0], date(2026, 12, 11), ALL))
    assert days(store) == ["12-11", "01-08", "02-12", "03-12"]
    assert [one.id for one in actions.list_items(store)] == ids


def test_a_series_keeps_its_dates_and_a_plain_item_has_no_scope(store: Store, weekly: list[int]) -> None:
    before = tables(store)
    with pytest.raises(InvalidValue, match="A series cannot be without dates"):
        actions.move_item(store, weekly[2], None, ALL)
    other = actions.add_item(store, "Sekali saja", start="2026-12-01")
    with pytest.raises(InvalidValue, match="“Sekali saja” does not repeat"):
        actions.set_fields(store, other.id, {"host": "Bima"}, ALL)
    actions.undo(store)
    assert tables(store) == before


def test_a_whole_series_turns_into_whole_days(store: Store, weekly: list[int]) -> None:
    one_step(store, lambda: actions.move_item(store, weekly[0], "2026-12-02", ALL))
    assert [item.start for item in actions.list_items(store)][:2] == [date(2026, 12, 2), date(2026, 12, 9)]
    one_step(store, lambda: actions.set_fields(store, weekly[0], {"start": "2026-12-03T08:00", "host": "Bima"}, ALL))
    second = actions.list_items(store)[1]
    assert (second.start, second.host) == (datetime(2026, 12, 10, 8), "Bima")


def test_another_rule_from_here_on_keeps_items_in_their_weeks(store: Store, weekly: list[int]) -> None:
    actions.set_fields(store, weekly[4], {"notes": "Bawa lampu"})
    label = one_step(store, lambda: repeat_item(store, weekly[3], "every 2 weeks on Monday", today=TODAY))
    assert label == "Repeat “Kelas komisi #6” every 2 weeks on Monday"
    assert [(item.id, f"{item.start:%m-%d}") for item in actions.list_items(store)][:7] == [
        (weekly[0], "12-02"),
        (weekly[1], "12-09"),
        (weekly[2], "12-16"),
        (weekly[3], "12-28"),
        (weekly[4], "12-30"),  # somebody worked on it: it stays, as an item of its own
        (weekly[6], "01-11"),
        (weekly[6] + 1, "01-25"),
    ]
    assert actions.show_item(store, weekly[4]).series_uid == ""
    assert [series.rule for series in list_series(store)] == [
        "FREQ=WEEKLY;UNTIL=20261222;BYDAY=WE",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
    ]


def test_another_rule_goes_no_further_than_to_those_that_were_split_off(store: Store, lesson: Item) -> None:
    repeat_item(store, lesson.id, "weekly", today=TODAY)
    ids = [item.id for item in actions.list_items(store)]
    actions.set_fields(store, ids[3], {"host": "Bima"}, FOLLOWING)
    one_step(store, lambda: repeat_item(store, ids[2], "Wednesday and Friday", today=TODAY))
    assert days(store)[:7] == ["12-02", "12-09", "12-16", "12-18", "12-23", "12-30", "01-06"]
    again = repeat_item(store, ids[0], "weekly", today=TODAY)
    assert again.rule == "FREQ=WEEKLY;UNTIL=20261215;BYDAY=WE"
    assert len(set(days(store))) == len(days(store))


def test_another_end_does_not_split_a_series(store: Store, weekly: list[int]) -> None:
    one_step(store, lambda: repeat_item(store, weekly[2], "weekly until 2026-12-30", today=TODAY))
    assert only(store).rule == "FREQ=WEEKLY;UNTIL=20261230;BYDAY=WE"
    assert days(store) == ["12-02", "12-09", "12-16", "12-23", "12-30"]
    one_step(store, lambda: repeat_item(store, weekly[2], "weekly 4 times", today=TODAY))
    assert days(store) == ["12-02", "12-09", "12-16", "12-23", "12-30", "01-06"]
    one_step(store, lambda: repeat_item(store, weekly[2], "weekly", today=TODAY))
    assert (only(store).rule, len(days(store))) == ("FREQ=WEEKLY;BYDAY=WE", 15)


def test_the_following_or_all_are_removed(store: Store, weekly: list[int]) -> None:
    label = one_step(store, lambda: actions.remove_item(store, weekly[4], FOLLOWING))
    assert label == "Remove “Kelas komisi #7” and those after it"
    assert (days(store), only(store).rule) == (
        ["12-02", "12-09", "12-16", "12-23"],
        "FREQ=WEEKLY;UNTIL=20261229;BYDAY=WE",
    )
    assert one_step(store, lambda: actions.remove_item(store, weekly[1], ALL)) == "Remove all of “Kelas komisi”"
    assert (told(store), list_series(store)) == ([], [])


def test_a_series_stops_and_what_somebody_worked_on_stays(store: Store, weekly: list[int]) -> None:
    worked, made = actions.show_item(store, weekly[4]), actions.show_item(store, weekly[5])
    actions.set_fields(store, worked.id, {"notes": "Bawa lampu"})
    record_artefacts(
        store,
        [Artefact(f"item:{made.uid}", "script", "naskah.md", "out/naskah.md", "f", {}, "h", datetime(2026, 12, 1))],
    )
    stopped: list[Stopped] = []
    label = one_step(store, lambda: stopped.append(stop_repeating(store, only(store).uid, date(2026, 12, 16))))
    assert (label, stopped) == ("Stop repeating “Kelas komisi”", [Stopped(removed=2, kept=2)])
    assert days(store) == ["12-02", "12-09", "12-16", "12-30", "01-06"]
    assert [bool(item.series_uid) for item in actions.list_items(store)] == [True] * 3 + [False] * 2
    assert only(store).rule == "FREQ=WEEKLY;UNTIL=20261216;BYDAY=WE"


def test_a_series_that_stops_at_its_first_is_an_item_again(store: Store, lesson: Item) -> None:
    repeat_item(store, lesson.id, "weekly", today=TODAY)
    one_step(store, lambda: stop_repeating(store, "Kelas komisi", date(2026, 12, 2)))
    assert list_series(store) == []
    (item,) = actions.list_items(store)
    assert (item.uid, item.series_uid, item.occurrence) == (lesson.uid, "", None)
    assert series_of(store, item) is None


def test_a_series_is_found_by_number_name_and_uid(store: Store, weekly: list[int]) -> None:
    series = only(store)
    for which in (series.id, f"#{series.id}", "kelas KOMISI", series.uid, series.uid[:9]):
        assert show_series(store, which) == series
    with pytest.raises(NotFound, match='There is no series "nothing"'):
        show_series(store, "nothing")
    actions.set_fields(store, weekly[3], {"host": "Bima"}, FOLLOWING)
    with pytest.raises(NotFound, match=r'Several series are called "Kelas komisi". Give its number: 1, 2'):
        show_series(store, "Kelas komisi")


def test_the_next_ones_are_planned_ahead_and_undo_never_meets_them_alone(store: Store, lesson: Item) -> None:
    repeat_item(store, lesson.id, "weekly", today=TODAY)
    actions.set_fields(store, lesson.id, {"owner": "Rani"})
    before = tables(store)
    steps = [step.label for step in history(store)]
    assert extend_all(store, TODAY) == 0
    assert tables(store) == before
    assert extend_all(store, date(2026, 12, 20)) == 3
    assert numbers(store) == list(range(3, 19))
    assert [step.label for step in history(store)] == steps
    assert actions.undo(store) == "Change “Kelas komisi #3”"
    assert len(told(store)) == 13
    assert extend_all(store, date(2026, 12, 20)) == 3


def test_looking_costs_no_change_where_a_series_is_over(store: Store, weekly: list[int]) -> None:
    repeat_item(store, actions.add_item(store, "Tiga kali", start="2026-12-01").id, "weekly 3 times", today=TODAY)
    version = store.version()
    assert extend_all(store, date(2028, 1, 1)) == 0
    assert store.version() == version


def test_far_ahead_on_demand_and_not_for_ever(store: Store, lesson: Item) -> None:
    repeat_item(store, lesson.id, "monthly", today=TODAY)
    assert extend_all(store, TODAY, date(2027, 12, 31)) == 10
    with pytest.raises(InvalidValue, match="2030-01-01 is too far ahead"):
        extend_all(store, TODAY, date(2030, 1, 1))


def test_windows_that_plan_ahead_at_once_make_nothing_twice(store: Store, lesson: Item) -> None:
    repeat_item(store, lesson.id, "daily", today=TODAY)
    root, day = store.workspace.root, date(2027, 1, 20)
    ready = threading.Barrier(4)

    def plan() -> None:
        with actions.open_studio(root) as mine:
            ready.wait()
            extend_all(mine, day)

    threads = [threading.Thread(target=plan) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    starts = days(store)
    assert len(starts) == len(set(starts)) == 141


def test_an_occurrence_of_a_series_that_is_gone_is_an_item_like_any_other(store: Store, weekly: list[int]) -> None:
    with store.action("Elsewhere"):
        store.db.execute("DELETE FROM series")
    assert actions.move_item(store, weekly[1], date(2026, 12, 11)).start == datetime(2026, 12, 11, 19)
    assert actions.set_fields(store, weekly[1], {"episode": 7}).episode == 7
    assert actions.remove_item(store, weekly[1]).id == weekly[1]
    assert repeat_item(store, weekly[2], "weekly", today=TODAY).rule == "FREQ=WEEKLY;BYDAY=WE"
