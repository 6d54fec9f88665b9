"""Calendars as Google, Outlook, Apple and others export them."""

from datetime import date, datetime

import pytest

from studio.plan.calendars.reading import read_calendar_text
from studio.plan.calendars.writing import calendar_bytes
from studio.plan.difference import compare
from studio.plan.item import Item, Stage
from studio.plan.reading import Unread
from studio.plan.series import Series, occurrence_items

TODAY = date(2026, 12, 1)
BANGKOK = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0700
TZOFFSETTO:+0700
END:STANDARD
END:VTIMEZONE"""
BERLIN = """BEGIN:VTIMEZONE
TZID:Mein Büro
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


def calendar(*parts, head="PRODID:-//Google Inc//Google Calendar 70.9054//EN"):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", head, *parts, "END:VCALENDAR", ""]).replace("\r\n", "\n")


def event(*lines, uid="e1@google.com", title="Live"):
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *lines, "END:VEVENT"])


def read(*parts, **options):
    return read_calendar_text(calendar(*parts, **options), today=TODAY)


def only(*parts, **options):
    reading = read(*parts, **options)
    assert reading.unread == ()
    (one,) = reading.incoming
    return one.fields


def new(*parts, **options):
    """The items that an empty plan would get."""
    reading = read(*parts, **options)
    assert reading.unread == ()
    return list(compare(reading, []).new)


def starts(*parts, **options):
    return [item.start for item in new(*parts, **options)]


def test_an_event_of_google_is_on_the_clock_of_its_calendar():
    reading = read(
        event(
            "DTSTART:20261208T050000Z",
            "DTEND:20261208T053400Z",
            "DTSTAMP:20261101T000000Z",
            "CREATED:20261001T000000Z",
            "DESCRIPTION:<p>Bawa <b>sampel</b>&nbsp;serum</p><ul><li>satu</li></ul>"
            '<a href="https://meet.example/x">gabung</a>',
            "LOCATION:Studio 2\\, lantai 3",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            title="Live 12.12\\, diskon",
        ),
        head="PRODID:-//Google Inc//Google Calendar 70.9054//EN\nX-WR-CALNAME:Tim Konten\nX-WR-TIMEZONE:Asia/Makassar",
    )
    assert reading.source == "Tim Konten"
    (one,) = reading.incoming
    assert one.uid == "e1@google.com"
    assert one.fields == {
        "title": "Live 12.12, diskon",
        "start": datetime(2026, 12, 8, 13),
        "zone": "Asia/Makassar",
        "duration_min": 34.0,
        "notes": "Bawa sampel serum\n\n- satu\ngabung (https://meet.example/x)",
        "studio": "Studio 2, lantai 3",
    }


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Asia/Jakarta", "Asia/Jakarta"),
        ("asia/jakarta", "Asia/Jakarta"),
        ("SE Asia Standard Time", "Asia/Jakarta"),
        ("Singapore Standard Time", "Asia/Makassar"),
        ("Tokyo Standard Time", "Asia/Jayapura"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Asia/Makassar", "Asia/Makassar"),
        ('"America/Argentina/Buenos_Aires"', "America/Argentina/Buenos_Aires"),
        ("Customized Time Zone", "Asia/Jakarta"),
        ("Mein Büro", "Europe/Berlin"),
    ],
)
def test_a_zone_is_known_by_the_names_that_programs_give_it(name, zone):
    fields = only(BANGKOK, BERLIN, event(f"DTSTART;TZID={name}:20261208T120000", "DURATION:PT1H30M"))
    assert (fields["start"], fields["zone"]) == (datetime(2026, 12, 8, 12), zone)
    assert fields["duration_min"] == 90


def test_a_zone_that_nobody_knows_is_read_as_ours_and_told():
    reading = read(event("DTSTART;TZID=Waktu Kantor:20261208T120000"))
    assert reading.incoming[0].fields["start"] == datetime(2026, 12, 8, 12)
    assert reading.notes == ('The time zone "Waktu Kantor" is unknown: its times are read as Asia/Jakarta',)
    assert reading.missing_zone


def test_a_time_without_a_zone_is_wall_time_and_told():
    reading = read(event("DTSTART:20261208T120000", "DTEND:20261208T123000"))
    assert reading.incoming[0].fields == {"title": "Live", "start": datetime(2026, 12, 8, 12), "duration_min": 30}
    assert reading.notes == ("Times without a time zone are read as Asia/Jakarta",)
    assert reading.missing_zone


def test_a_moment_in_another_zone_is_no_difference():
    item = Item("Live", uid="e1@google.com", start=datetime(2026, 12, 8, 13), zone="Asia/Makassar")
    found = compare(read(event("DTSTART:20261208T050000Z")), [item])
    assert found.is_empty
    assert found.same == 1
    moved = compare(read(event("DTSTART:20261208T060000Z")), [item])
    assert moved.changed[0].fields == {"start": (datetime(2026, 12, 8, 13), datetime(2026, 12, 8, 14))}


def test_a_whole_day_stays_on_its_day_and_several_days_are_a_duration():
    assert only(event("DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261226")) == {
        "title": "Live",
        "start": date(2026, 12, 25),
    }
    fields = only(event("DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261228"))
    assert (fields["start"], fields["duration_min"]) == (date(2026, 12, 25), 3 * 1440)
    assert only(event("DTSTART;VALUE=DATE:20261225"))["start"] == date(2026, 12, 25)


@pytest.mark.parametrize("zone", ["", ";TZID=SE Asia Standard Time"])
def test_a_whole_day_of_outlook_from_midnight_to_midnight_is_no_hour(zone):
    says = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
    one = only(event(f"DTSTART{zone}:20261225T000000", f"DTEND{zone}:20261226T000000", says))
    assert (one["start"], one.get("duration_min")) == (date(2026, 12, 25), None)
    three = only(event(f"DTSTART{zone}:20261225T000000", f"DTEND{zone}:20261228T000000", says))
    assert (three["start"], three["duration_min"]) == (date(2026, 12, 25), 3 * 1440)
    weekly = starts(event(f"DTSTART{zone}:20261225T000000", "RRULE:FREQ=WEEKLY;COUNT=2", says))
    assert weekly == [date(2026, 12, 25), date(2027, 1, 1)]
    night = only(event(f"DTSTART{zone}:20261225T000000", f"DTEND{zone}:20261226T000000"))
    assert night["start"] == datetime(2026, 12, 25)


def test_a_zone_of_outlook_on_the_web_is_read_without_its_quotes():
    one = only(event("DTSTART;TZID=tzone://Microsoft/Utc:20261208T050000"))
    assert (one["start"], one["zone"]) == (datetime(2026, 12, 8, 12), "Asia/Jakarta")


def test_a_part_of_a_series_in_utc_is_told_in_utc():
    at = datetime(2026, 12, 10)
    pattern = Item("Kelas", start=at, zone="UTC", uid="kelas")
    series = Series("FREQ=MONTHLY;BYDAY=2TH", pattern, uid="kelas", made_until=date(2026, 12, 31))
    plan = occurrence_items(series, date.min, date(2026, 12, 31))
    written = calendar_bytes(plan, [series], apart={"kelas"}).decode()
    assert compare(read_calendar_text(written, today=TODAY), plan, [series]).is_empty


def test_more_days_than_an_item_takes_are_told():
    reading = read(event("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261231", title="Ramadan"))
    assert "duration_min" not in reading.incoming[0].fields
    assert reading.notes == ("Ramadan: it lasts 30 days, and only its first day is taken",)


def test_a_cancelled_event_is_a_cancelled_item():
    assert only(event("DTSTART:20261208T050000Z", "STATUS:CANCELLED"))["stage"] is Stage.CANCELLED


def test_a_task_is_an_undated_item_or_stands_on_the_day_on_which_it_is_due():
    todo = "BEGIN:VTODO\nUID:t\nSUMMARY:Ide\n{}STATUS:{}\nEND:VTODO"
    assert only(todo.format("", "NEEDS-ACTION")) == {"title": "Ide", "start": None}
    due = only(todo.format("DUE;VALUE=DATE:20261205\n", "COMPLETED"))
    assert due == {"title": "Ide", "start": date(2026, 12, 5), "stage": Stage.PUBLISHED}


def test_categories_are_tags_and_a_meeting_on_the_web_is_a_link():
    fields = only(
        event(
            "DTSTART:20261208T050000Z", "CATEGORIES:Live,Promo", "CATEGORIES:Live", "LOCATION:https://zoom.example/j/1"
        )
    )
    assert fields["tags"] == ("Live", "Promo")
    assert fields["links"] == ("https://zoom.example/j/1",)
    assert "studio" not in fields


def test_an_event_without_a_uid_has_the_same_one_every_time():
    text = "BEGIN:VEVENT\nSUMMARY:Live\nDTSTART:20261208T050000Z\nEND:VEVENT"
    (first,), (second,) = read(text).incoming, read(text).incoming
    assert first.uid == second.uid != ""


def test_of_two_versions_of_an_event_the_newer_is_taken():
    reading = read(
        event("DTSTART:20261208T050000Z", "SEQUENCE:2", title="Baru"), event("DTSTART:20261207T050000Z", "SEQUENCE:1")
    )
    assert [one.fields["title"] for one in reading.incoming] == ["Baru"]
    assert reading.notes == ("1 older versions of events in the file were passed over",)


def test_a_repeat_is_a_series_whose_occurrences_are_made_to_the_horizon():
    reading = read(
        event(
            "DTSTART;TZID=Asia/Jakarta:20261202T190000",
            "DTEND;TZID=Asia/Jakarta:20261202T200000",
            "RRULE:FREQ=WEEKLY;UNTIL=20261230T120000Z;BYDAY=WE",
            "EXDATE;TZID=Asia/Jakarta:20261209T190000",
            title="Kelas",
        ),
        event(
            "RECURRENCE-ID;TZID=Asia/Jakarta:20261216T190000",
            "DTSTART;TZID=Asia/Jakarta:20261217T200000",
            title="Pindah",
        ),
    )
    assert reading.unread == ()
    (series,) = reading.series
    assert (series.rule, series.uid) == ("FREQ=WEEKLY;UNTIL=20261230;BYDAY=WE", "e1@google.com")
    assert series.skipped == (datetime(2026, 12, 9, 19),)
    assert series.pattern.start == datetime(2026, 12, 2, 19)
    assert series.name == "Kelas"
    found = compare(reading, [])
    assert [(item.title, item.start, item.duration_min, item.series) for item in found.new] == [
        ("Kelas", datetime(2026, 12, 2, 19), 60, "Kelas"),
        ("Pindah", datetime(2026, 12, 17, 20), None, "Kelas"),
        ("Kelas", datetime(2026, 12, 23, 19), 60, "Kelas"),
        ("Kelas", datetime(2026, 12, 30, 19), 60, "Kelas"),
    ]
    assert compare(reading, found.new, found.new_series).is_empty


def test_a_repeat_without_an_end_is_made_for_twelve_weeks():
    made = starts(event("DTSTART;TZID=Asia/Jakarta:20261202T190000", "RRULE:FREQ=WEEKLY"))
    assert (len(made), made[-1]) == (13, datetime(2027, 2, 24, 19))


def test_a_repeat_in_utc_is_on_our_clock_where_the_day_stays_the_same():
    (first, *_), made = new(event("DTSTART:20261202T120000Z", "RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2")), "Asia/Jakarta"
    assert (first.start, first.zone) == (datetime(2026, 12, 2, 19), made)


def test_a_repeat_in_utc_stays_in_utc_where_its_weekday_would_be_another_here():
    first, second = new(event("DTSTART:20261202T200000Z", "RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2"))
    assert (first.start, second.start, first.zone) == (datetime(2026, 12, 2, 20), datetime(2026, 12, 9, 20), "UTC")


def test_outlook_excludes_a_day_and_names_the_hour_of_the_rule():
    assert starts(
        event(
            "DTSTART;TZID=SE Asia Standard Time:20261202T190000",
            "RRULE:FREQ=DAILY;COUNT=3;BYHOUR=19;BYMINUTE=0",
            "EXDATE;VALUE=DATE:20261203",
        ),
        head="PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN",
    ) == [datetime(2026, 12, 2, 19), datetime(2026, 12, 4, 19)]


def test_listed_days_are_items_of_their_own():
    text = event("DTSTART;TZID=Asia/Jakarta:20261202T190000", "RDATE;TZID=Asia/Jakarta:20261205T190000,20261209T180000")
    assert starts(text) == [datetime(2026, 12, 2, 19), datetime(2026, 12, 5, 19), datetime(2026, 12, 9, 18)]
    assert [item.uid for item in new(text)] == [item.uid for item in new(text)]


def test_a_cancelled_occurrence_is_a_cancelled_item_of_its_series():
    made = new(
        event("DTSTART;TZID=Asia/Jakarta:20261202T190000", "RRULE:FREQ=WEEKLY;COUNT=2"),
        event(
            "RECURRENCE-ID;TZID=Asia/Jakarta:20261209T190000",
            "DTSTART;TZID=Asia/Jakarta:20261209T190000",
            "STATUS:CANCELLED",
        ),
    )
    assert [item.stage for item in made] == [Stage.IDEA, Stage.CANCELLED]


def test_an_occurrence_without_its_series_is_an_item_of_its_own():
    text = event("RECURRENCE-ID:20261209T120000Z", "DTSTART:20261209T130000Z")
    (item,) = new(text)
    assert (item.start, item.series_uid, item.occurrence) == (datetime(2026, 12, 9, 20), "", None)
    assert compare(read(text), [item]).is_empty


def test_what_cannot_be_followed_is_told_and_the_rest_is_read():
    reading = read(
        event("DTSTART:20261202T120000Z", "RRULE:FREQ=SECONDLY", uid="a", title="Tiap detik"),
        event("DTSTART:20261202T120000Z", "RRULE:FREQ=WEEKLY", "RRULE:FREQ=DAILY", uid="b"),
        event("DTSTART:20100102T120000Z", "RRULE:FREQ=DAILY", uid="c"),
        event("DTSTART:20261302T120000Z", uid="d"),
        event(uid="e"),
        event("DTSTART:20261202T120000Z", uid="f", title=""),
        event("DTSTART:20261202T120000Z", uid="g", title="Utuh"),
    )
    assert [one.fields["title"] for one in reading.incoming] == ["Utuh"]
    assert reading.unread == (
        Unread(
            4,
            "“Tiap detik”: The rule says SECONDLY. "
            "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY: an item repeats once a day at most.",
        ),
        Unread(10, "“Live”: The event repeats by several rules at once. Make an event for each, then export again."),
        Unread(
            17,
            "“Live”: The event repeats 6262 times up to 2027-02-23. "
            "Give the repeat a later start in the calendar program: up to 1500 times are taken.",
        ),
        Unread(23, '“Live”: DTSTART "20261302T120000Z" is no date. Correct it in the calendar program.'),
        Unread(28, "“Live”: The event has no start. Give it a date in the calendar program."),
        Unread(32, "The event has no title. Give it one in the calendar program."),
    )


def test_a_change_of_this_and_all_following_is_told():
    reading = read(
        event("DTSTART;TZID=Asia/Jakarta:20261202T190000", "RRULE:FREQ=WEEKLY;COUNT=3"),
        event(
            "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Jakarta:20261209T190000",
            "DTSTART;TZID=Asia/Jakarta:20261209T200000",
        ),
    )
    assert len(compare(reading, []).new) == 3
    assert reading.unread == (
        Unread(
            10,
            "“Live”: The change is for this and all following occurrences, in a way that only its own program knows. "
            "End the repeat there and make a new one, then export again.",
        ),
    )


def test_what_is_no_item_is_passed_over_and_told():
    reading = read("BEGIN:VJOURNAL\nSUMMARY:x\nEND:VJOURNAL", event("DTSTART:20261202T120000Z"))
    assert len(reading.incoming) == 1
    assert reading.notes == ("1 journal entries are no items and were passed over",)


def test_a_field_that_another_program_changed_wins_over_what_we_had_written():
    ours = ("X-SIAR-KIND:live", "X-SIAR-STAGE:planned", "X-SIAR-DURATION-MIN:34.5", "X-SIAR-HOST:Sari")
    fields = only(event("DTSTART:20261208T050000Z", "DTEND:20261208T063000Z", "STATUS:CANCELLED", *ours))
    assert (fields["stage"], fields["duration_min"]) == (Stage.CANCELLED, 90)
    assert (fields["kind"], fields["host"]) == ("live", "Sari")
