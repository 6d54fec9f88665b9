"""What a file would change: whose row is whose, and which fields."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.plan.difference import compare
from studio.plan.item import Item, Kind, Stage
from studio.plan.reading import Column, Incoming, Reading, Unread
from studio.plan.series import Series, occurrence_items

LIVE = Item("Live 12.12", Kind.LIVE, id=1, uid="live", start=datetime(2026, 12, 12, 19), host="Sari")
VIDEO = Item("Cahaya bagus", id=2, uid="video", start=datetime(2026, 12, 8, 12), notes="Bawa lampu")
IDEA = Item("Ide", id=3, uid="idea")
PLAN = [LIVE, VIDEO, IDEA]
OUR_COLUMNS = (Column("A", "ID", "id"), Column("B", "UID", "uid"), Column("C", "Judul", "title"))


def told(*rows, series=(), plan=PLAN, known=()):
    return compare(Reading(incoming=tuple(rows), series=tuple(series)), plan, known)


def row(number=2, *, uid="", id=0, **fields):
    return Incoming(number, fields, uid, id)


def changes(difference):
    return {change.item.uid: dict(change.fields) for change in difference.changed}


def test_only_the_fields_that_the_file_mentions_are_compared():
    found = told(row(uid="live", title="Live 12.12", host="Bima"), row(3, uid="video", title="Cahaya bagus"))
    assert changes(found) == {"live": {"host": ("Sari", "Bima")}}
    assert found.changed[0].after == replace(LIVE, host="Bima")
    assert (found.same, found.new, found.unread) == (1, (), ())


def test_an_emptied_field_is_cleared():
    assert changes(told(row(uid="video", notes=""))) == {"video": {"notes": ("Bawa lampu", "")}}


def test_a_row_is_found_by_its_uid_before_its_id_and_by_its_id_before_its_title():
    assert changes(told(row(uid="live", id=2, host="Bima"))) == {"live": {"host": ("Sari", "Bima")}}
    assert changes(told(row(id=1, title="Ide"))) == {"live": {"title": ("Live 12.12", "Ide")}}


def test_a_uid_that_the_plan_does_not_have_is_a_new_item_whatever_its_title():
    found = told(row(uid="other", title="Cahaya bagus", start=datetime(2026, 12, 8, 12)))
    assert [item.uid for item in found.new] == ["other"]


@pytest.mark.parametrize(
    "start", [datetime(2026, 12, 8, 12), datetime(2026, 12, 8, 15), date(2026, 12, 8), datetime(2026, 12, 9, 12), None]
)
def test_a_foreign_row_is_the_item_of_its_title(start):
    found = told(row(title="cahaya  BAGUS", start=start))
    assert found.new == ()
    assert [change.item.uid for change in found.changed] == ["video"]


def test_rows_of_one_title_go_to_the_items_of_their_days():
    plan = [replace(VIDEO, uid=str(day), id=day, start=datetime(2026, 12, day, 12)) for day in (1, 8, 15)]
    rows = [row(day, title="Cahaya bagus", start=datetime(2026, 12, day, 13)) for day in (15, 22, 8)]
    found = told(*rows, plan=plan)
    assert sorted(changes(found)) == ["15", "8"]
    assert [item.start for item in found.new] == [datetime(2026, 12, 22, 13)]


def test_two_sessions_of_one_title_on_one_day_are_told_apart_by_their_hours():
    plan = [replace(VIDEO, uid=str(hour), id=hour, start=datetime(2026, 12, 8, hour)) for hour in (10, 14)]
    rows = [row(hour, title="Cahaya bagus", start=datetime(2026, 12, 8, hour), notes="x") for hour in (14, 10)]
    assert [change.item.uid for change in told(*rows, plan=plan).changed] == ["14", "10"]
    assert all(set(change.fields) == {"notes"} for change in told(*rows, plan=plan).changed)


def test_a_day_without_an_hour_keeps_the_hour_of_the_plan():
    assert told(row(title="Cahaya bagus", day=date(2026, 12, 8))).same == 1
    moved = told(row(uid="video", day=date(2026, 12, 9)))
    assert changes(moved) == {"video": {"start": (VIDEO.start, datetime(2026, 12, 9, 12))}}
    assert told(row(title="Baru", day=date(2026, 12, 9))).new[0].start == date(2026, 12, 9)
    assert changes(told(row(uid="video", day=None))) == {"video": {"start": (VIDEO.start, None)}}


def test_a_row_that_comes_twice_is_told():
    found = told(
        row(2, uid="live", host="A"), row(3, uid="live", host="B"), row(4, uid="x", title="X"), row(5, uid="x")
    )
    assert found.unread == (
        Unread(3, "It is “Live 12.12” once more, which row 2 has already"),
        Unread(5, "It is the same item once more, which row 4 has already"),
    )
    assert changes(found) == {"live": {"host": ("Sari", "A")}}


def test_a_row_that_was_copied_in_a_sheet_is_told_how_it_becomes_another_item():
    rows = (row(2, uid="live", title="Live 12.12"), row(3, uid="live", title="Salinan"))
    found = compare(Reading(rows, columns=OUR_COLUMNS), PLAN)
    assert found.unread == (
        Unread(
            3,
            "It is “Live 12.12” once more, which row 2 has already. Empty its ID and UID if it is another item",
        ),
    )


def test_a_copy_that_stands_above_its_original_does_not_take_its_place():
    found = told(row(2, uid="live", title="Salinan"), row(3, uid="live", title="Live 12.12", host="Bima"))
    assert changes(found) == {"live": {"host": ("Sari", "Bima")}}
    assert found.unread == (Unread(2, "It is “Live 12.12” once more, which row 3 has already"),)
    third = told(*(row(n, uid="live", title=t) for n, t in ((2, "A"), (3, "Live 12.12"), (4, "Live 12.12"))))
    assert [one.row for one in third.unread] == [2, 4]


def test_items_that_our_sheet_does_not_have_are_counted_and_stay():
    reading = Reading((row(2, uid="live"),), unread=(Unread(3, "It has no title", "video"),), columns=OUR_COLUMNS)
    assert (compare(reading, PLAN).absent, compare(reading, PLAN).removed) == (len(PLAN) - 2, ())
    assert compare(replace(reading, columns=OUR_COLUMNS[1:]), PLAN).absent == 0


def test_a_new_row_without_a_title_is_told():
    assert told(row(7, uid="x", host="A")).unread == (Unread(7, "It has no title"),)


def test_rows_that_were_not_read_are_passed_on_in_their_order():
    reading = Reading(incoming=(row(9),), unread=(Unread(4, "Tanggal"), Unread(12, "Jam")))
    assert [one.row for one in compare(reading, []).unread] == [4, 9, 12]


@given(st.permutations(PLAN), st.lists(st.sampled_from(("title", "host", "notes", "stage", "start")), unique=True))
def test_a_plan_told_to_itself_is_the_same(plan, names):
    rows = [
        row(place, uid=item.uid, **{name: getattr(item, name) for name in names}) for place, item in enumerate(plan)
    ]
    found = told(*rows)
    assert found.is_empty
    assert found.same == len(PLAN)


PATTERN = Item("Kelas", Kind.LIVE, start=datetime(2026, 12, 2, 19), host="Sari")
SERIES = Series("FREQ=WEEKLY;BYDAY=WE", PATTERN, id=1, uid="kelas", made_until=date(2026, 12, 31))
MADE = [
    replace(item, id=10 + place) for place, item in enumerate(occurrence_items(SERIES, date.min, date(2026, 12, 31)))
]


def rows_of(series, mentioned=("title", "start")):
    """The rows that a calendar file gives for a series."""
    head = Incoming(1, {name: getattr(series.pattern, name) for name in mentioned}, series.uid, series=series)
    items = occurrence_items(series, date.min, series.made_until)
    return [
        head,
        *(
            Incoming(
                1, {name: getattr(item, name) for name in mentioned}, item.uid, 0, None, series.uid, item.occurrence
            )
            for item in items
        ),
    ]


def of_series(series, **options):
    return told(*rows_of(series, **options), series=[series], plan=MADE, known=[SERIES])


def test_a_series_told_to_itself_is_the_same():
    found = of_series(SERIES)
    assert found.is_empty
    assert found.same == 5


def test_a_new_series_brings_its_occurrences():
    found = told(*rows_of(SERIES), series=[SERIES], plan=[])
    assert found.new_series == (SERIES,)
    assert [(item.start, item.series_uid, item.uid) for item in found.new] == [
        (item.start, "kelas", item.uid) for item in MADE
    ]


def test_an_occurrence_that_the_file_skips_is_removed_and_one_that_it_has_again_comes_back():
    third = datetime(2026, 12, 16, 19)
    skipped = of_series(replace(SERIES, skipped=(third,)))
    assert [item.start for item in skipped.removed] == [third]
    assert [dict(change.fields) for change in skipped.changed_series] == [{"skipped": ((), (third,))}]
    without = [item for item in MADE if item.start != third]
    again = told(*rows_of(SERIES), series=[SERIES], plan=without, known=[replace(SERIES, skipped=(third,))])
    assert [item.start for item in again.new] == [third]
    assert [dict(change.fields) for change in again.changed_series] == [{"skipped": ((third,), ())}]


def test_a_changed_rule_removes_what_it_no_longer_gives_and_brings_what_it_gives_now():
    found = of_series(replace(SERIES, rule="FREQ=WEEKLY;BYDAY=WE,TH;UNTIL=20261216"))
    assert [item.start.day for item in found.removed] == [23, 30]
    assert [item.start.day for item in found.new] == [3, 10]
    assert [dict(change.fields) for change in found.changed_series] == [
        {"rule": ("FREQ=WEEKLY;BYDAY=WE", "FREQ=WEEKLY;BYDAY=WE,TH;UNTIL=20261216")}
    ]


def test_a_series_at_another_hour_keeps_its_occurrences():
    later = replace(SERIES, pattern=replace(PATTERN, start=datetime(2026, 12, 2, 20)))
    plan = [replace(item, stage=Stage.SCRIPTED) for item in MADE]
    found = told(*rows_of(later), series=[later], plan=plan, known=[SERIES])
    assert (found.new, found.removed) == ((), ())
    assert [change.fields["start"][1].hour for change in found.changed] == [20] * 5
    assert found.changed[0].after.occurrence == datetime(2026, 12, 2, 20)
    assert found.changed[0].after.stage is Stage.SCRIPTED


def test_a_series_on_another_weekday_keeps_its_occurrences_and_what_it_skips():
    thursday = replace(
        SERIES,
        rule="FREQ=WEEKLY;BYDAY=TH",
        pattern=replace(PATTERN, start=datetime(2026, 12, 3, 20)),
        skipped=(datetime(2026, 12, 10, 20),),
    )
    plan = [item for item in MADE if item.start.day != 9]
    known = replace(SERIES, skipped=(datetime(2026, 12, 9, 19),))
    found = told(*rows_of(thursday), series=[thursday], plan=plan, known=[known])
    assert (found.new, found.removed) == ((), ())
    assert [(change.item.start.day, change.after.start.day) for change in found.changed] == [
        (2, 3),
        (16, 17),
        (23, 24),
        (30, 31),
    ]
    assert found.changed_series[0].after.skipped == thursday.skipped


def test_an_original_start_that_another_occurrence_has_taken_is_a_new_one_and_no_repetition():
    plan = [replace(MADE[1], occurrence=datetime(2026, 12, 10, 19), start=datetime(2026, 12, 10, 19))]
    series = replace(SERIES, rule="FREQ=DAILY", pattern=PATTERN, made_until=date(2026, 12, 10))
    known = replace(SERIES, rule="FREQ=DAILY", made_until=date(2026, 12, 10))
    found = told(*rows_of(series), series=[series], plan=plan, known=[known])
    assert found.unread == ()
    assert [change.after.start.day for change in found.changed] == [9]
    assert [item.start.day for item in found.new] == [2, 3, 4, 5, 6, 7, 8, 10]


def test_what_is_made_after_the_days_of_the_file_follows_its_series():
    """A file is read to its horizon; the plan may have been made further."""
    plan = [replace(MADE[3], host="Rani"), replace(MADE[4], start=datetime(2026, 12, 30, 9)), *MADE[:3]]
    thursday = replace(
        SERIES,
        rule="FREQ=WEEKLY;BYDAY=TH",
        pattern=replace(PATTERN, start=datetime(2026, 12, 3, 20), host="Bima"),
        made_until=date(2026, 12, 18),
    )
    rows = rows_of(thursday, mentioned=("title", "start", "host"))
    found = told(*rows, series=[thursday], plan=plan, known=[SERIES])
    assert (found.new, found.removed) == ((), ())
    after = {change.item.id: change.after for change in found.changed}
    assert (after[13].start, after[13].occurrence) == (datetime(2026, 12, 24, 20), datetime(2026, 12, 24, 20))
    assert after[13].host == "Rani"
    assert (after[14].start, after[14].occurrence) == (datetime(2026, 12, 30, 9), datetime(2026, 12, 31, 20))
    assert after[14].host == "Bima"
    both = replace(SERIES, rule="FREQ=WEEKLY;BYDAY=WE,TH", made_until=date(2026, 12, 18))
    found = told(*rows_of(both), series=[both], plan=MADE, known=[SERIES])
    assert [item.start.day for item in found.new] == [3, 10, 17, 24, 31]
    assert found.removed == ()


def test_further_occurrences_bring_what_the_plan_knows_of_the_series():
    further = replace(SERIES, made_until=date(2027, 1, 7))
    known = replace(SERIES, pattern=replace(PATTERN, host="Bima"))
    found = told(*rows_of(further), series=[further], plan=MADE, known=[known])
    assert [(item.start, item.host) for item in found.new] == [(datetime(2027, 1, 6, 19), "Bima")]
    assert [change.after.made_until for change in found.changed_series] == [date(2027, 1, 7)]
    assert found.changed_series[0].fields == {}


def test_a_moved_occurrence_stays_one():
    rows = rows_of(SERIES)
    moved = replace(rows[2], fields={"title": "Kelas", "start": datetime(2026, 12, 10, 20)})
    found = told(*rows[:2], moved, *rows[3:], series=[SERIES], plan=MADE, known=[SERIES])
    assert (found.new, found.removed, found.same) == ((), (), 4)
    assert [dict(change.fields) for change in found.changed] == [
        {"start": (datetime(2026, 12, 9, 19), datetime(2026, 12, 10, 20))}
    ]


def test_an_occurrence_of_a_series_that_nobody_knows_is_an_item_of_its_own():
    found = told(Incoming(1, {"title": "Kelas"}, "x", series_uid="lain", occurrence=date(2026, 12, 1)))
    assert [(item.series_uid, item.occurrence) for item in found.new] == [("", None)]
