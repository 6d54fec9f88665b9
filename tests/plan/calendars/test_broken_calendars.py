"""Files that are no calendar, were cut off, or mean harm."""

import time
from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studio.errors import InvalidValue, NotFound, SiarError
from studio.plan.calendars import calendar_bytes, read_calendar, reading
from studio.plan.calendars.reading import LARGEST_FILE, read_calendar_text
from studio.plan.item import Item
from studio.plan.reading import Unread

TODAY = date(2026, 12, 1)
WHOLE = calendar_bytes(
    [Item(f"Live {number}", start=datetime(2026, 12, 1, 9 + number)) for number in range(3)]
).decode()


def read(*lines):
    return read_calendar_text("\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]), today=TODAY)


def event(*lines):
    return read("BEGIN:VEVENT", "UID:a", "SUMMARY:Live", *lines, "END:VEVENT")


@pytest.mark.parametrize(
    "text", ["", "Tanggal;Judul\n2026-12-01;Live", "<html>Masuk dulu</html>", "\x00\x01\x02", "END:VCALENDAR"]
)
def test_a_file_without_a_calendar_says_so(tmp_path, text):
    (tmp_path / "a.ics").write_text(text)
    with pytest.raises(InvalidValue) as error:
        read_calendar(tmp_path / "a.ics", today=TODAY)
    assert str(error.value) == (
        "a.ics: The file holds no calendar. Export it again from the calendar program, as an .ics file."
    )


def test_a_file_that_is_not_there_says_so(tmp_path):
    with pytest.raises(NotFound, match="There is no file"):
        read_calendar(tmp_path / "a.ics", today=TODAY)


def test_a_file_of_100_mb_is_not_read_at_all(tmp_path):
    with (tmp_path / "a.ics").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert LARGEST_FILE < 100 * 1024 * 1024
    with pytest.raises(InvalidValue) as error:
        read_calendar(tmp_path / "a.ics", today=TODAY)
    assert str(error.value) == (
        "a.ics has 100 MB, more than any plan. Export a shorter time from the calendar program, of 16 MB at most."
    )


def test_a_file_that_was_cut_off_gives_what_is_whole():
    reading = read_calendar_text(WHOLE[: WHOLE.index("SUMMARY:Live 2") + 14], today=TODAY)
    assert [one.fields["title"] for one in reading.incoming] == ["Live 0", "Live 1"]
    assert reading.unread == (Unread(38, "“Live 2”: The file ends within this event. Export it again: it was cut off"),)


@given(st.integers(0, len(WHOLE)))
def test_wherever_a_file_is_cut_it_is_read_or_says_why(length):
    try:
        reading = read_calendar_text(WHOLE[:length], today=TODAY)
    except SiarError:
        return
    assert len(reading.incoming) <= 3


@given(st.lists(st.sampled_from(WHOLE.split("\r\n")), max_size=30), st.text(max_size=20))
def test_lines_in_any_order_are_read_or_say_why(lines, noise):
    try:
        read_calendar_text("\n".join(["BEGIN:VCALENDAR", *lines, noise, *lines]), today=TODAY)
    except SiarError:
        return


@given(
    st.sampled_from(("DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RECURRENCE-ID", "UID", "X-SIAR-PRODUCTS")),
    st.text(),
)
@example("RRULE", "FREQ=DAILY;COUNT=0")
@example("RRULE", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
@example("DURATION", "P")
@example("DTSTART", "00000000T000000Z")
@example("DTSTART", "99991231T235959Z")
@example("DTEND", "00010101")
@example("EXDATE", ",,")
@example("X-SIAR-PRODUCTS", "[{]")
def test_any_value_of_a_property_is_read_or_told(name, value):
    reading = event(f"{name}:{value}", "DTSTART:20261208T120000Z", "RRULE:FREQ=DAILY;COUNT=2")
    assert reading.incoming or reading.unread


def test_control_characters_do_not_come_into_the_plan():
    reading = event("DTSTART:20261208T120000Z", "DESCRIPTION:a\x00b\x07c", "LOCATION:Stu\x1bdio")
    assert reading.incoming[0].fields["notes"] == "abc"
    assert reading.incoming[0].fields["studio"] == "Stu dio"


def test_rules_that_have_no_end_or_no_day_take_no_time():
    began = time.thread_time()
    for rule in (
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;COUNT=999999999",
        "FREQ=DAILY;INTERVAL=0",
    ):
        reading = event("DTSTART:19700101T120000Z", f"RRULE:{rule}")
        assert [one.row for one in reading.unread] == [2]
    assert time.thread_time() - began < 5


def test_a_million_nested_components_are_passed_over():
    reading = read(*["BEGIN:VEVENT"] * 50_000, "UID:a", "END:VEVENT")
    assert reading.incoming == ()


def test_a_title_that_is_too_long_is_told():
    reading = event("DTSTART:20261208T120000Z", "SUMMARY:" + "x" * 301)
    assert len(reading.incoming) == 1
    reading = read("BEGIN:VEVENT", "UID:a", "SUMMARY:" + "x" * 301, "DTSTART:20261208T120000Z", "END:VEVENT")
    assert reading.unread[0].reason.endswith(
        "The title has 301 characters. Shorten it to 300; the rest can go into the notes."
    )


def test_a_small_file_that_repeats_itself_into_millions_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_EVENTS", 500)
    event = ("SUMMARY:Live", "DTSTART:20260101T120000Z", "RRULE:FREQ=DAILY", "END:VEVENT")
    with pytest.raises(InvalidValue) as error:
        read(*(line for number in range(9) for line in ("BEGIN:VEVENT", f"UID:{number}", *event)))
    assert str(error.value) == (
        "The calendar holds more than 500 sessions, repeats included. Export a shorter time from the calendar program."
    )


def test_an_event_on_thousands_of_listed_days_is_told():
    assert event("DTSTART:20260101", f"RDATE:{','.join(['20260102'] * 1501)}").unread == (
        Unread(
            2,
            "“Live”: The event repeats 1501 times on listed days. "
            "Give the repeat a later start in the calendar program: up to 1500 times are taken.",
        ),
    )
