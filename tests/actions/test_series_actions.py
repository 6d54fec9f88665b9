"""Series as a person handles them: repeat, skip and change one, the following or all; undo takes each back."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from series_plan import ALL, FOLLOWING, TODAY, numbers, one_step, only, tables, told

from studio import actions
from studio.actions.series import (
    extend_all,
    list_series,
    occurrences_of,
    repeat_item,
)
from studio.errors import InvalidValue
from studio.plan.item import Item, Stage
from studio.store import Store


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
