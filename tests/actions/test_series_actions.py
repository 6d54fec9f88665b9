"""Series as a person handles them: repeat, skip, move and change one, the following or all; undo takes each back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from studio import actions
from studio.actions.scope import Scope
from studio.actions.series import (
    Stopped,
    extend_all,
    list_series,
    occurrences_of,
    repeat_item,
    series_of,
    show_series,
    stop_repeating,
)
from studio.errors import InvalidValue, NotFound
from studio.plan.item import Item, Stage
from studio.plan.series import Series
from studio.store import Store
from studio.store.artefacts import Artefact, record_artefacts
from studio.store.migrations import USER_TABLES
from studio.store.undo import history

TODAY = date(2026, 12, 1)
FOLLOWING, ALL = Scope.FOLLOWING, Scope.ALL


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with actions.open_studio(tmp_path / "w") as store:
        yield store


@pytest.fixture
def lesson(store: Store) -> Item:
    """A class on Wednesday, 2 December 2026, 19:00, the third of its kind."""
    return actions.add_item(store, "Kelas komisi #3", kind="live", start="2026-12-02T19:00", host="Sari", episode=3)


@pytest.fixture
def weekly(store: Store, lesson: Item) -> list[int]:
    """The ids of seven classes, every Wednesday to 13 January."""
    repeat_item(store, lesson.id, "weekly until 2027-01-13", today=TODAY)
    return [item.id for item in actions.list_items(store)]


def told(store: Store) -> list[str]:
    """Every item, by start: "12-02 19:00 Kelas komisi #3"."""
    return [
        f"{item.start:%m-%d %H:%M} {item.title}" if item.start else f"undated {item.title}"
        for item in actions.list_items(store)
    ]


def days(store: Store) -> list[str]:
    return [line[:5] for line in told(store)]


def numbers(store: Store) -> list[int | None]:
    return [item.episode for item in actions.list_items(store)]


def tables(store: Store) -> dict[str, list[dict[str, object]]]:
    return {name: store.rows(f"SELECT * FROM {name} ORDER BY id") for name in USER_TABLES}


def only(store: Store) -> Series:
    (series,) = list_series(store)
    return series


def one_step(store: Store, change: Callable[[], object]) -> str:
    """Make a change; it is one step, whose undo gives back every user table and whose redo makes it again."""
    before, steps = tables(store), len(history(store))
    change()
    after = tables(store)
    assert len(history(store)) == steps + 1
    label = actions.undo(store)
    assert tables(store) == before
    actions.redo(store)
    assert tables(store) == after
    return label


def test_an_item_becomes_the_first_of_its_series_and_keeps_its_uid(store: Store, lesson: Item) -> None:
    label = one_step(store, lambda: repeat_item(store, lesson.id, "weekly", today=TODAY))
    assert label == "Repeat “Kelas komisi #3” every Wednesday"
    series = only(store)
    assert (series.rule, series.name, series.pattern.title) == (
        "FREQ=WEEKLY;BYDAY=WE",
        "Kelas komisi",
        "Kelas komisi #{episode}",
    )
    first, second, *rest = occurrences_of(store, series)
    assert (first.id, first.uid, first.title, first.series) == (
        lesson.id,
        lesson.uid,
        "Kelas komisi #3",
        "Kelas komisi",
    )
    assert (second.title, second.start, second.host, second.episode) == (
        "Kelas komisi #4",
        datetime(2026, 12, 9, 19),
        "Sari",
        4,
    )
    # Twelve weeks after the first one.
    assert (len(rest), rest[-1].start) == (11, datetime(2027, 2, 24, 19))


def test_an_item_that_the_rule_does_not_hold_moves_to_its_first_day(store: Store, lesson: Item) -> None:
    repeat_item(store, lesson.id, "last working day", today=TODAY)
    assert told(store) == ["12-31 19:00 Kelas komisi #3", "01-29 19:00 Kelas komisi #4", "02-26 19:00 Kelas komisi #5"]


def test_a_published_item_is_not_moved_by_a_rule(store: Store, lesson: Item) -> None:
    actions.set_fields(store, lesson.id, {"stage": "published"})
    with pytest.raises(InvalidValue, match="was published on 2026-12-02, which the rule has not"):
        repeat_item(store, lesson.id, "last working day", today=TODAY)
    repeat_item(store, lesson.id, "weekly", today=TODAY)
    first, second = actions.list_items(store)[:2]
    assert (first.stage, second.stage) == (Stage.PUBLISHED, Stage.PLANNED)


def test_episodes_are_numbered_where_the_item_has_a_number_or_a_person_wants_it(store: Store) -> None:
    plain = actions.add_item(store, "Klinik produk", start="2026-12-01")
    repeat_item(store, plain.id, "weekly 2 times", today=TODAY)
    assert [(item.title, item.episode) for item in actions.list_items(store)] == [("Klinik produk", None)] * 2
    repeat_item(store, plain.id, "weekly 2 times", numbering=True, today=TODAY)
    assert [(item.title, item.episode) for item in actions.list_items(store)] == [
        ("Klinik produk #1", 1),
        ("Klinik produk #2", 2),
    ]
    repeat_item(store, plain.id, "weekly 2 times", numbering=False, today=TODAY)
    assert [(item.title, item.episode) for item in actions.list_items(store)] == [("Klinik produk", None)] * 2


def test_an_undated_item_and_a_wrong_rule_are_refused(store: Store, lesson: Item) -> None:
    idea = actions.add_item(store, "Studio tur")
    before = tables(store)
    with pytest.raises(InvalidValue, match="An item without a date cannot repeat"):
        repeat_item(store, idea.id, "weekly")
    with pytest.raises(InvalidValue, match="is no repeat that is understood"):
        repeat_item(store, lesson.id, "sometimes")
    assert tables(store) == before


def test_a_skipped_one_is_not_made_again_and_the_numbers_close_up(store: Store, weekly: list[int]) -> None:
    assert one_step(store, lambda: actions.remove_item(store, weekly[1])) == "Remove “Kelas komisi #4”"
    assert told(store) == [
        "12-02 19:00 Kelas komisi #3",
        "12-16 19:00 Kelas komisi #4",
        "12-23 19:00 Kelas komisi #5",
        "12-30 19:00 Kelas komisi #6",
        "01-06 19:00 Kelas komisi #7",
        "01-13 19:00 Kelas komisi #8",
    ]
    assert only(store).skipped == (datetime(2026, 12, 9, 19),)
    extend_all(store, date(2027, 2, 1))
    assert len(told(store)) == 6


def test_a_moved_one_is_numbered_by_its_day_and_is_not_made_again(store: Store, weekly: list[int]) -> None:
    one_step(store, lambda: actions.move_item(store, weekly[2], "2026-12-31T20:00"))
    assert told(store) == [
        "12-02 19:00 Kelas komisi #3",
        "12-09 19:00 Kelas komisi #4",
        "12-23 19:00 Kelas komisi #5",
        "12-30 19:00 Kelas komisi #6",
        "12-31 20:00 Kelas komisi #7",
        "01-06 19:00 Kelas komisi #8",
        "01-13 19:00 Kelas komisi #9",
    ]
    assert actions.show_item(store, weekly[2]).occurrence == datetime(2026, 12, 16, 19)
    extend_all(store, date(2027, 1, 13))
    assert len(told(store)) == 7
    actions.move_item(store, weekly[2], None)  # to the tray
    assert numbers(store) == [3, 4, 6, 7, 8, 9, 5]


def test_a_published_one_keeps_its_number_when_one_before_it_goes(store: Store, weekly: list[int]) -> None:
    actions.set_fields(store, weekly[3], {"stage": "published"})
    actions.remove_item(store, weekly[1])
    assert numbers(store) == [3, 4, 6, 7, 8, 9]


def test_a_number_and_a_title_that_a_person_gave_stay(store: Store, weekly: list[int]) -> None:
    actions.set_fields(store, weekly[2], {"episode": 99})
    actions.set_fields(store, weekly[3], {"title": "Tamu: Bima"})
    assert [line[12:] for line in told(store)[1:5]] == [
        "Kelas komisi #4",
        "Kelas komisi #99",
        "Tamu: Bima",
        "Kelas komisi #7",
    ]
    actions.remove_item(store, weekly[0])
    assert [(item.title, item.episode) for item in actions.list_items(store)][:4] == [
        ("Kelas komisi #3", 3),
        ("Kelas komisi #99", 99),
        ("Tamu: Bima", 5),
        ("Kelas komisi #6", 6),
    ]


def test_a_change_of_one_changes_no_other(store: Store, weekly: list[int]) -> None:
    before = [item for item in actions.list_items(store) if item.id != weekly[1]]
    one_step(store, lambda: actions.set_fields(store, weekly[1], {"host": "Bima", "title": "Tamu"}))
    assert [item for item in actions.list_items(store) if item.id != weekly[1]] == before
    assert only(store).pattern.host == "Sari"


def test_a_change_of_all_leaves_what_one_changed_itself(store: Store, weekly: list[int]) -> None:
    actions.set_fields(store, weekly[1], {"host": "Rani"})
    actions.set_fields(store, weekly[4], {"title": "Tamu: Bima"})
    label = one_step(
        store,
        lambda: actions.set_fields(store, weekly[0], {"host": "Bima", "title": "Kelas afiliasi #3"}, ALL),
    )
    assert label == "Change all of “Kelas komisi”"
    assert [(item.title, item.host) for item in actions.list_items(store)][:5] == [
        ("Kelas afiliasi #3", "Bima"),
        ("Kelas afiliasi #4", "Rani"),
        ("Kelas afiliasi #5", "Bima"),
        ("Kelas afiliasi #6", "Bima"),
        ("Tamu: Bima", "Bima"),
    ]
    assert only(store).pattern.title == "Kelas afiliasi #{episode}"


def test_a_change_of_the_following_splits_the_series_and_counts_on(store: Store, weekly: list[int]) -> None:
    uids = [item.uid for item in actions.list_items(store)]
    label = one_step(store, lambda: actions.set_fields(store, weekly[3], {"host": "Bima"}, FOLLOWING))
    assert label == "Change “Kelas komisi #6” and those after it"
    first, second = list_series(store)
    assert (first.rule, second.rule) == (
        "FREQ=WEEKLY;UNTIL=20261222;BYDAY=WE",
        "FREQ=WEEKLY;UNTIL=20270113;BYDAY=WE",
    )
    assert (second.root, second.pattern.start) == (first.uid, datetime(2026, 12, 23, 19))
    items = actions.list_items(store)
    assert [item.host for item in items] == ["Sari"] * 3 + ["Bima"] * 4
    assert [item.uid for item in items] == uids
    assert numbers(store) == [3, 4, 5, 6, 7, 8, 9]
    actions.remove_item(store, weekly[1])
    assert numbers(store) == [3, 4, 5, 6, 7, 8]
    actions.move_item(store, weekly[0], "2026-12-31")  # among those of the other part
    assert numbers(store) == [3, 4, 5, 6, 7, 8]
    assert actions.show_item(store, weekly[0]).title == "Kelas komisi #6"


def test_a_number_for_the_following_is_where_they_count_from(store: Store, weekly: list[int]) -> None:
    one_step(store, lambda: actions.set_fields(store, weekly[3], {"episode": 20}, FOLLOWING))
    assert numbers(store) == [3, 4, 5, 20, 21, 22, 23]
    actions.remove_item(store, weekly[1])
    assert numbers(store) == [3, 4, 20, 21, 22, 23]


def test_a_number_for_all_is_that_of_this_one(store: Store, weekly: list[int]) -> None:
    one_step(store, lambda: actions.set_fields(store, weekly[1], {"episode": 10}, ALL))
    assert told(store)[:2] == ["12-02 19:00 Kelas komisi #9", "12-09 19:00 Kelas komisi #10"]
    with pytest.raises(InvalidValue, match="The episode 1 is too low"):
        actions.set_fields(store, weekly[4], {"episode": 1}, ALL)


def test_a_recording_is_for_one_only(store: Store, weekly: list[int]) -> None:
    (store.workspace.media / "a.mp4").touch()
    with pytest.raises(InvalidValue, match="A recording belongs to one occurrence"):
        actions.set_fields(store, weekly[1], {"recording": "media/a.mp4"}, ALL)
    actions.set_fields(store, weekly[1], {"recording": "media/a.mp4"})
    assert [bool(item.recording) for item in actions.list_items(store)] == [False, True, *[False] * 5]


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
