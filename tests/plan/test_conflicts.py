"""Clashes: who and what is booked twice, live sessions at one time, and days that are off."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.plan.commerce import Day, MarkKind
from studio.plan.conflicts import USUAL_MINUTES, Conflict, ConflictKind, conflicts, minutes, sentence
from studio.plan.filters import hosts
from studio.plan.item import Item, Kind, Stage

SATURDAY = date(2026, 12, 12)


def live(number: int, start: str, host: str = "", **fields: object) -> Item:
    return Item(
        f"Live {number}", Kind.LIVE, number, stage=Stage.PLANNED, start=datetime.fromisoformat(start), host=host,
        **{"duration_min": 60, **fields},
    )  # fmt: skip


def video(number: int, start: str, host: str = "", **fields: object) -> Item:
    return Item(
        f"Video {number}", Kind.VIDEO, number, stage=Stage.PLANNED, start=datetime.fromisoformat(start), host=host,
        **fields,
    )  # fmt: skip


def found(*items: Item, days: tuple[Day, ...] = ()) -> list[tuple[str, tuple[int, ...], str]]:
    return [(str(one.kind), one.items, one.about) for one in conflicts(items, days)]


def told(*items: Item, days: tuple[Day, ...] = (), holidays: dict[date, str] | None = None) -> list[str]:
    by_id = {item.id: item for item in items}
    return [sentence(one, by_id) for one in conflicts(items, days, holidays)]


def test_a_host_at_two_items_at_once_is_told_with_both_and_their_times() -> None:
    assert told(live(1, "2026-12-12T12:00", "Bima"), video(2, "2026-12-12T12:30", "Bima, Sari")) == [
        'Bima is booked twice: "Live 1" (Sat 12 Dec 12:00-13:00 WIB) and "Video 2" (Sat 12 Dec 12:30-12:45 WIB)'
    ]


def test_hosts_are_names_in_a_list_and_their_case_does_not_matter() -> None:
    for typed in ("sari & BIMA", "Sari dan bima", "Sari; bima", "Sari,bima", "Bima"):
        assert hosts(live(1, "2026-12-12T12:00", typed))[-1].casefold() == "bima"
        assert found(video(1, "2026-12-12T12:00", "Bima"), video(2, "2026-12-12T12:00", typed)) == [
            ("host", (1, 2), "Bima")
        ]


def test_a_host_who_is_not_known_yet_is_nobody() -> None:
    for nobody in ("", "-", "TBA", "belum ada"):
        assert found(video(1, "2026-12-12T12:00", nobody), video(2, "2026-12-12T12:00", nobody)) == []


def test_a_studio_holds_one_item_at_a_time() -> None:
    one = live(1, "2026-12-12T12:00", studio="Studio A")
    assert told(one, video(2, "2026-12-12T12:59", studio="studio a")) == [
        'The studio Studio A is booked twice: "Live 1" (Sat 12 Dec 12:00-13:00 WIB)'
        ' and "Video 2" (Sat 12 Dec 12:59-13:14 WIB)'
    ]
    assert found(one, video(2, "2026-12-12T12:59", studio="Studio B")) == []


def test_live_sessions_overlap_whoever_hosts_them() -> None:
    assert told(live(1, "2026-12-12T19:00"), live(2, "2026-12-12T19:30")) == [
        '2 live sessions overlap: "Live 1" (Sat 12 Dec 19:00-20:00 WIB) and "Live 2" (Sat 12 Dec 19:30-20:30 WIB)'
    ]
    assert found(live(1, "2026-12-12T19:00", "Bima"), live(2, "2026-12-12T19:30", "Bima")) == [
        ("host", (1, 2), "Bima"),
        ("live_overlap", (1, 2), ""),
    ]


def test_what_begins_as_another_ends_does_not_overlap_it() -> None:
    assert found(live(1, "2026-12-12T19:00", "Bima"), live(2, "2026-12-12T20:00", "Bima")) == []


def test_three_at_one_hour_are_one_clash() -> None:
    three = [live(number, f"2026-12-12T19:{number}0", "Bima") for number in (1, 2, 3)]
    assert told(*three)[0] == (
        'Bima is booked 3 times: "Live 1" (Sat 12 Dec 19:10-20:10 WIB), "Live 2" (Sat 12 Dec 19:20-20:20 WIB)'
        ' and "Live 3" (Sat 12 Dec 19:30-20:30 WIB)'
    )
    assert found(*three) == [("host", (1, 2, 3), "Bima"), ("live_overlap", (1, 2, 3), "")]


def test_a_chain_of_overlaps_is_told_pair_by_pair() -> None:
    chain = [live(1, "2026-12-12T19:00"), live(2, "2026-12-12T19:40"), live(3, "2026-12-12T20:20")]
    assert found(*chain) == [("live_overlap", (1, 2), ""), ("live_overlap", (2, 3), "")]


def test_times_are_compared_as_moments_across_zones() -> None:
    jakarta = live(1, "2026-12-12T19:00", "Bima")
    assert found(jakarta, live(2, "2026-12-12T19:00", "Bima", zone="Asia/Jayapura")) == []
    assert told(jakarta, live(2, "2026-12-12T21:00", "Bima", zone="Asia/Jayapura"))[0] == (
        'Bima is booked twice: "Live 1" (Sat 12 Dec 19:00-20:00 WIB) and "Live 2" (Sat 12 Dec 21:00-22:00 WIT)'
    )


def test_a_clash_over_midnight_stands_on_the_day_of_the_later_item() -> None:
    late = live(1, "2026-12-12T23:30", "Bima", duration_min=90)
    clash = conflicts([late, video(2, "2026-12-13T00:15", "Bima")])
    assert clash == [
        Conflict(
            ConflictKind.HOST,
            (1, 2),
            date(2026, 12, 13),
            "Bima",
            datetime(2026, 12, 12, 17, 15, tzinfo=UTC),
            datetime(2026, 12, 12, 17, 30, tzinfo=UTC),
        )
    ]


def test_a_length_that_nobody_gave_is_an_hour_of_a_live_session_and_a_quarter_of_a_video() -> None:
    assert USUAL_MINUTES == {Kind.LIVE: 60, Kind.VIDEO: 15}
    unknown = live(1, "2026-12-12T19:00", duration_min=None)
    assert found(unknown, live(2, "2026-12-12T19:59")) == [("live_overlap", (1, 2), "")]
    assert found(unknown, live(2, "2026-12-12T20:00")) == []


def test_an_idea_that_has_an_hour_clashes() -> None:
    one = live(1, "2026-12-12T19:00", "Bima")
    assert found(one, replace(one, id=2, stage=Stage.IDEA))[0] == ("host", (1, 2), "Bima")


@pytest.mark.parametrize("stage", [Stage.CANCELLED, Stage.PUBLISHED])
def test_what_is_over_clashes_with_nothing(stage: Stage) -> None:
    blackout = Day(SATURDAY, SATURDAY, "Stock opname", MarkKind.BLACKOUT)
    one = live(1, "2026-12-12T19:00", "Bima", studio="A")
    assert found(one, replace(one, id=2, stage=stage)) == []
    assert found(replace(one, stage=stage), days=(blackout,)) == []


def test_a_recorded_video_needs_neither_host_nor_studio_any_more() -> None:
    one, other = video(1, "2026-12-12T12:00", "Bima", studio="A"), live(2, "2026-12-12T12:00", "Bima", studio="A")
    assert found(replace(one, stage=Stage.SCHEDULED), other) == []
    assert found(replace(one, recording="media/one.mp4"), other) == []
    assert len(found(one, other)) == 2


def test_an_item_of_a_whole_day_or_without_a_date_has_no_hour_to_clash_at() -> None:
    whole = Item("Seharian", Kind.LIVE, 1, stage=Stage.PLANNED, start=SATURDAY, host="Bima")
    undated = Item("Nanti", Kind.LIVE, 2, stage=Stage.PLANNED, host="Bima")
    assert found(whole, undated, live(3, "2026-12-12T12:00", "Bima")) == []


def test_an_item_on_a_blackout_day_is_told_also_when_it_takes_the_whole_day() -> None:
    blackout = Day(date(2026, 12, 11), date(2026, 12, 13), "Stock opname", MarkKind.BLACKOUT)
    whole = Item("12.12 dimulai", id=1, stage=Stage.SCHEDULED, start=SATURDAY)
    assert told(whole, days=(blackout,)) == [
        '"12.12 dimulai" (Sat 12 Dec) is on a blackout day: Stock opname',
    ]
    assert found(replace(whole, start=date(2026, 12, 14)), days=(blackout,)) == []
    assert found(whole, days=(replace(blackout, kind=MarkKind.CAMPAIGN),)) == []
    assert found(whole, days=(replace(blackout, hidden=True),)) == []


def test_what_goes_on_into_a_blackout_day_is_told_on_that_day() -> None:
    blackout = Day(date(2026, 12, 14), date(2026, 12, 15), "Pindah kantor", MarkKind.BLACKOUT)
    roadshow = Item("Roadshow", id=1, stage=Stage.PLANNED, start=SATURDAY, duration_min=3 * 1440)
    night = live(2, "2026-12-13T23:30")
    assert told(roadshow, night, days=(blackout,)) == [
        '"Roadshow" (Sat 12 Dec to Mon 14 Dec) is on a blackout day: Pindah kantor',
        '"Live 2" (Sun 13 Dec 23:30-00:30 WIB) is on a blackout day: Pindah kantor',
    ]
    assert {one.day for one in conflicts([roadshow, night], [blackout])} == {date(2026, 12, 14)}
    until_midnight = live(3, "2026-12-13T23:00")
    assert found(until_midnight, replace(roadshow, duration_min=2 * 1440), days=(blackout,)) == []
    eve = {date(2026, 12, 14): "Cuti bersama"}
    assert [one.is_hint for one in conflicts([night], holidays=eve)] == [True]


def test_a_meeting_on_the_web_takes_no_room() -> None:
    online = [live(number, "2026-12-12T12:00", studio="Microsoft Teams Meeting") for number in (1, 2)]
    assert [kind for kind, _, _ in found(*online)] == ["live_overlap"]


def test_a_live_session_on_a_day_off_is_a_hint() -> None:
    holidays = {date(2026, 12, 25): "Hari Raya Natal"}
    items = live(1, "2026-12-25T19:00"), video(2, "2026-12-25T09:00")
    assert [one.is_hint for one in conflicts(items, holidays=holidays)] == [True]
    assert told(*items, holidays=holidays) == [
        '"Live 1" (Fri 25 Dec 19:00-20:00 WIB) is a live session on a day off: Hari Raya Natal'
    ]


STARTS = st.datetimes(datetime(2026, 12, 1), datetime(2026, 12, 2))
ITEMS = st.lists(
    st.builds(
        Item,
        title=st.just("Kelas"),
        kind=st.sampled_from(Kind),
        stage=st.sampled_from([Stage.PLANNED, Stage.SCRIPTED]),
        start=STARTS,
        zone=st.sampled_from(["Asia/Jakarta", "Asia/Jayapura", "Europe/London"]),
        duration_min=st.none() | st.integers(1, 300),
        host=st.sampled_from(["", "Bima", "Sari", "bima, Sari"]),
        studio=st.sampled_from(["", "A", "B"]),
    ),
    max_size=12,
).map(lambda items: [replace(item, id=number) for number, item in enumerate(items, 1)])


@given(ITEMS)
@settings(deadline=None)
def test_the_clashes_are_those_of_every_pair_looked_at_alone(items: list[Item]) -> None:
    def overlap(one: Item, other: Item) -> bool:
        from zoneinfo import ZoneInfo

        assert isinstance(one.start, datetime)
        assert isinstance(other.start, datetime)
        (a, b), (c, d) = (
            (begin, begin + timedelta(minutes=minutes(item)))
            for item in (one, other)
            for begin in [item.start.replace(tzinfo=ZoneInfo(item.zone)).astimezone(UTC)]  # type: ignore[union-attr]
        )
        return a < d and c < b

    expected: set[tuple[str, str, frozenset[int]]] = set()
    for one, other in combinations(items, 2):
        if not overlap(one, other):
            continue
        pair = frozenset({one.id, other.id})
        shared = {name.casefold() for name in hosts(one)} & {name.casefold() for name in hosts(other)}
        expected |= {("host", name, pair) for name in shared}
        if one.studio and one.studio == other.studio:
            expected.add(("studio", one.studio.casefold(), pair))
        if one.kind is Kind.LIVE is other.kind:
            expected.add(("live_overlap", "", pair))
    pairs = {
        (str(clash.kind), clash.about.casefold(), frozenset(pair))
        for clash in conflicts(items)
        for pair in combinations(clash.items, 2)
    }
    assert pairs == expected


@given(ITEMS)
@settings(deadline=None)
def test_the_time_of_a_clash_is_shared_by_all_in_it(items: list[Item]) -> None:
    for clash in conflicts(items):
        assert clash.begin is not None
        assert clash.end is not None
        assert clash.begin < clash.end
        assert len(clash.items) >= 2


@pytest.mark.parametrize("spread", [True, False], ids=["over two years", "all at one hour"])
def test_ten_thousand_items_are_looked_at_in_one_sweep(spread: bool) -> None:
    first = datetime(2026, 1, 1, 9)
    items = [
        live(number, (first + timedelta(minutes=105 * number * spread)).isoformat(), f"Host {number % 7}", studio="A")
        for number in range(1, 10_001)
    ]
    began = time.thread_time()
    clashes = conflicts(items)
    took = time.thread_time() - began
    assert len(clashes) == (0 if spread else 9)
    assert took < 2  # 0.1 s on an ordinary laptop; each pair by itself would take minutes
