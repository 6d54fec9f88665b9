"""The text of our calendars, as RFC 5545 wants it."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from studio.plan.calendars import calendar_bytes, write_calendar
from studio.plan.item import Item, Kind, Product, Stage
from studio.plan.series import Series, occurrence_items


@dataclass(frozen=True)
class Revision:
    sequence: int
    changed: datetime


NOW = datetime(2026, 11, 2, 3, 4, 5, tzinfo=UTC)
LATER = Revision(3, datetime(2026, 11, 5, 8, 30, tzinfo=UTC))
CLASS = Item(
    "Kelas komisi #{episode}", Kind.LIVE, start=datetime(2026, 12, 2, 19), duration_min=60, episode=1, host="Sari"
)
WEEKLY = Series(
    "FREQ=WEEKLY;UNTIL=20270131;BYDAY=WE",
    CLASS,
    uid="kelas",
    skipped=(datetime(2026, 12, 9, 19),),
    made_until=date(2026, 12, 20),
)


def lines(items, series=(), revisions=None, **options):
    text = calendar_bytes(items, series, revisions, now=NOW, **options).decode()
    return text.replace("\r\n ", "").split("\r\n")


def event(written, begins="BEGIN:VEVENT"):
    """The first event without its stamps."""
    first = written.index(begins)
    last = written.index(begins.replace("BEGIN", "END"))
    stamps = ("DTSTAMP", "LAST-MODIFIED", "SEQUENCE")
    return [line for line in written[first : last + 1] if not line.startswith(stamps)]


def test_a_small_calendar_in_full():
    live = Item(
        "Live 12.12; diskon, gratis ongkir",
        Kind.LIVE,
        uid="live",
        stage=Stage.PLANNED,
        start=datetime(2026, 12, 12, 19),
        zone="Asia/Makassar",
        duration_min=90,
        host="Sari",
        studio="Studio 2",
        products=(Product("Serum", "Rp89.000"),),
        links=("https://toko.example/serum",),
        tags=("promo", "A, B"),
        notes="Datang 18.30\nBawa sampel",
    )
    idea = Item("Cahaya bagus", uid="idea")
    holiday = Item("Hari Natal", uid="day", start=date(2026, 12, 25), stage=Stage.CANCELLED)
    assert calendar_bytes([live, idea, holiday], revisions={"live": LATER}, now=NOW).decode() == "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "PRODID:-//Siar Studio//Siar Studio//EN",
            "VERSION:2.0",
            "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:Siar Studio",
            "X-WR-TIMEZONE:Asia/Jakarta",
            "BEGIN:VTIMEZONE",
            "TZID:Asia/Makassar",
            "BEGIN:STANDARD",
            "DTSTART:20250101T000000",
            "TZOFFSETFROM:+0800",
            "TZOFFSETTO:+0800",
            "TZNAME:WITA",
            "END:STANDARD",
            "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "UID:live",
            "DTSTAMP:20261105T083000Z",
            "LAST-MODIFIED:20261105T083000Z",
            "SEQUENCE:3",
            "DTSTART;TZID=Asia/Makassar:20261212T190000",
            "DTEND;TZID=Asia/Makassar:20261212T203000",
            "SUMMARY:Live 12.12\\; diskon\\, gratis ongkir",
            "DESCRIPTION:Datang 18.30\\nBawa sampel",
            "LOCATION:Studio 2",
            "CATEGORIES:promo,A\\, B",
            "URL:https://toko.example/serum",
            "STATUS:CONFIRMED",
            "X-SIAR-KIND:live",
            "X-SIAR-STAGE:planned",
            "X-SIAR-HOST:Sari",
            "X-SIAR-PRODUCTS:Serum | Rp89.000",
            "X-SIAR-LINKS:https://toko.example/serum",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:Live 12.12\\; diskon\\, gratis ongkir",
            "TRIGGER:-PT30M",
            "END:VALARM",
            "END:VEVENT",
            "BEGIN:VTODO",
            "UID:idea",
            "DTSTAMP:20261102T030405Z",
            "LAST-MODIFIED:20261102T030405Z",
            "SEQUENCE:0",
            "SUMMARY:Cahaya bagus",
            "STATUS:NEEDS-ACTION",
            "X-SIAR-KIND:video",
            "X-SIAR-STAGE:idea",
            "END:VTODO",
            "BEGIN:VEVENT",
            "UID:day",
            "DTSTAMP:20261102T030405Z",
            "LAST-MODIFIED:20261102T030405Z",
            "SEQUENCE:0",
            "DTSTART;VALUE=DATE:20261225",
            "DTEND;VALUE=DATE:20261226",
            "SUMMARY:Hari Natal",
            "STATUS:CANCELLED",
            "X-SIAR-KIND:video",
            "X-SIAR-STAGE:cancelled",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    )


def test_a_series_is_one_rule_with_what_was_skipped_and_moved():
    first, third = occurrence_items(WEEKLY, date.min, date(2026, 12, 20))
    moved = replace(third, start=datetime(2026, 12, 17, 20))
    written = lines([first, moved], [WEEKLY])
    assert event(written) == [
        "BEGIN:VEVENT",
        "UID:kelas",
        "DTSTART;TZID=Asia/Jakarta:20261202T190000",
        "DTEND;TZID=Asia/Jakarta:20261202T200000",
        "RRULE:FREQ=WEEKLY;UNTIL=20270131T120000Z;BYDAY=WE",
        "EXDATE;TZID=Asia/Jakarta:20261209T190000",
        "X-SIAR-MADE-UNTIL:20261220",
        "SUMMARY:Kelas komisi",
        "STATUS:TENTATIVE",
        "X-SIAR-TITLE:Kelas komisi #{episode}",
        "X-SIAR-KIND:live",
        "X-SIAR-STAGE:idea",
        "X-SIAR-HOST:Sari",
        "X-SIAR-EPISODE:1",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Kelas komisi",
        "TRIGGER:-PT30M",
        "END:VALARM",
        "END:VEVENT",
    ]
    later = written[written.index("RECURRENCE-ID;TZID=Asia/Jakarta:20261216T190000") - 6 :]
    assert event(["BEGIN:VEVENT", *later]) == [
        "BEGIN:VEVENT",
        "UID:kelas",
        "DTSTART;TZID=Asia/Jakarta:20261217T200000",
        "DTEND;TZID=Asia/Jakarta:20261217T210000",
        "RECURRENCE-ID;TZID=Asia/Jakarta:20261216T190000",
        f"X-SIAR-ITEM-UID:{third.uid}",
        "SUMMARY:Kelas komisi #2",
        "STATUS:TENTATIVE",
        "X-SIAR-KIND:live",
        "X-SIAR-STAGE:idea",
        "X-SIAR-HOST:Sari",
        "X-SIAR-EPISODE:2",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Kelas komisi #2",
        "TRIGGER:-PT30M",
        "END:VALARM",
        "END:VEVENT",
    ]


def test_occurrences_that_are_as_their_series_says_need_no_event_of_their_own():
    plain = replace(WEEKLY, pattern=replace(CLASS, title="Kelas komisi"))
    written = lines(occurrence_items(plain, date.min, date(2026, 12, 20)), [plain])
    assert written.count("BEGIN:VEVENT") == 1


def test_an_occurrence_that_is_no_longer_there_is_excluded():
    first, _ = occurrence_items(WEEKLY, date.min, date(2026, 12, 20))
    assert "EXDATE;TZID=Asia/Jakarta:20261209T190000,20261216T190000" in lines([first], [WEEKLY])


def test_days_have_rules_and_exceptions_without_a_zone():
    series = Series(
        "FREQ=WEEKLY;UNTIL=20270131", Item("Unggah", start=date(2026, 12, 2)), uid="u", skipped=(date(2026, 12, 9),)
    )
    assert event(lines([], [series])) == [
        "BEGIN:VEVENT",
        "UID:u",
        "DTSTART;VALUE=DATE:20261202",
        "DTEND;VALUE=DATE:20261203",
        "RRULE:FREQ=WEEKLY;UNTIL=20270131",
        "EXDATE;VALUE=DATE:20261209",
        "SUMMARY:Unggah",
        "STATUS:TENTATIVE",
        "X-SIAR-KIND:video",
        "X-SIAR-STAGE:idea",
        "END:VEVENT",
    ]


def test_an_undated_occurrence_is_a_task_and_excluded_from_the_rule():
    first, third = occurrence_items(WEEKLY, date.min, date(2026, 12, 20))
    written = lines([first, replace(third, start=None)], [WEEKLY])
    assert "EXDATE;TZID=Asia/Jakarta:20261209T190000,20261216T190000" in written
    assert event(written, "BEGIN:VTODO") == [
        "BEGIN:VTODO",
        f"UID:{third.uid}",
        "X-SIAR-SERIES-UID:kelas",
        "X-SIAR-OCCURRENCE:2026-12-16T19:00",
        "SUMMARY:Kelas komisi #2",
        "STATUS:NEEDS-ACTION",
        "X-SIAR-KIND:live",
        "X-SIAR-STAGE:idea",
        "X-SIAR-DURATION-MIN:60",
        "X-SIAR-HOST:Sari",
        "X-SIAR-EPISODE:2",
        "END:VTODO",
    ]


def test_a_part_of_a_series_is_single_occurrences_without_its_rule():
    first, _ = occurrence_items(WEEKLY, date.min, date(2026, 12, 20))
    written = lines([first], [WEEKLY], apart={"kelas"})
    assert not [line for line in written if line.startswith("RRULE")]
    assert "UID:kelas" in written
    assert "RECURRENCE-ID;TZID=Asia/Jakarta:20261202T190000" in written


def test_no_line_is_longer_than_75_octets_and_no_character_is_cut_in_two():
    item = Item("🎬 Cahaya bagus modal murah " * 10, uid="x", notes="é" * 400, start=datetime(2026, 12, 1, 9))
    written = calendar_bytes([item], now=NOW)
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    assert b"\n" not in written.replace(b"\r\n", b"")
    for line in written.split(b"\r\n"):
        line.decode("utf-8")


def test_an_end_after_a_change_of_the_clock_is_by_the_new_clock():
    item = Item("Live", start=datetime(2026, 3, 8, 1), zone="America/New_York", duration_min=120)
    assert "DTEND;TZID=America/New_York:20260308T040000" in lines([item])


@pytest.mark.parametrize(
    ("minutes", "end"), [(None, "20261202"), (34, "20261202"), (2880, "20261203"), (4320, "20261204")]
)
def test_a_day_ends_before_the_day_after_it(minutes, end):
    item = Item("Hari", start=date(2026, 12, 1), duration_min=minutes)
    assert f"DTEND;VALUE=DATE:{end}" in lines([item])


@pytest.mark.parametrize("stage", [Stage.PLANNED, Stage.CANCELLED])
def test_only_a_live_session_that_takes_place_at_an_hour_has_an_alarm(stage):
    item = Item("Live", Kind.LIVE, start=datetime(2026, 12, 1, 19), stage=stage)
    assert ("BEGIN:VALARM" in lines([item])) is (stage is Stage.PLANNED)
    assert "BEGIN:VALARM" not in lines([replace(item, start=date(2026, 12, 1))])
    assert "BEGIN:VALARM" not in lines([replace(item, kind=Kind.VIDEO)])


def test_a_zone_that_changes_its_clock_is_described_by_its_rules():
    item = Item("Live", start=datetime(2026, 7, 1, 9), zone="America/New_York")
    written = lines([item])
    assert written[6 : written.index("END:VTIMEZONE") + 1] == [
        "BEGIN:VTIMEZONE",
        "TZID:America/New_York",
        "BEGIN:STANDARD",
        "DTSTART:20250101T000000",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0500",
        "TZNAME:EST",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:20250309T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0400",
        "TZNAME:EDT",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20251102T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
        "TZOFFSETFROM:-0400",
        "TZOFFSETTO:-0500",
        "TZNAME:EST",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_times_in_utc_have_no_zone_and_need_no_description():
    written = lines([Item("Live", start=datetime(2026, 7, 1, 9), zone="UTC")])
    assert "DTSTART:20260701T090000Z" in written
    assert "BEGIN:VTIMEZONE" not in written


def test_an_undone_change_still_counts_as_newer(tmp_path):
    item = Item("Live", uid="x", start=datetime(2026, 7, 1, 9))
    newer = Revision(LATER.sequence + 1, LATER.changed + timedelta(minutes=1))
    write_calendar(tmp_path / "a.ics", [item], revisions={"x": newer})
    text = (tmp_path / "a.ics").read_bytes().decode()
    assert "SEQUENCE:4\r\n" in text
    assert "LAST-MODIFIED:20261105T083100Z\r\n" in text


def test_a_series_is_as_new_as_the_newest_of_its_occurrences():
    plain = replace(WEEKLY, pattern=replace(CLASS, title="Kelas komisi"))
    first, third = occurrence_items(plain, date.min, date(2026, 12, 20))
    revisions = {"kelas": Revision(1, NOW), first.uid: Revision(0, NOW), third.uid: LATER}
    written = lines([first, third], [plain], revisions)
    assert written.count("BEGIN:VEVENT") == 1
    assert "SEQUENCE:1" in written
    assert "DTSTAMP:20261105T083000Z" in written
