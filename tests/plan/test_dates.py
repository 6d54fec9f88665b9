"""When an item starts: typed, stored, spoken."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import InvalidValue
from studio.plan.dates import format_start, parse_start, parse_zone, spoken_date

HOW = "Write it as 2026-12-01T19:00, or 2026-12-01 for a whole day."


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2026-12-01T19:00", datetime(2026, 12, 1, 19, 0)),
        ("2026-12-01 19:00", datetime(2026, 12, 1, 19, 0)),
        ("2026-12-01 19.00", datetime(2026, 12, 1, 19, 0)),
        (" 2026-12-1T7:05:00 ", datetime(2026, 12, 1, 7, 5)),
        ("2026-12-01", date(2026, 12, 1)),
        ("", None),
        ("  ", None),
    ],
)
def test_a_start_is_read_as_people_write_it(text, start):
    read = parse_start(text)
    assert read == start
    assert type(read) is type(start)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("besok", '"besok" is no date that can be read. ' + HOW),
        ("01/12/2026", '"01/12/2026" is no date that can be read. ' + HOW),
        ("2026-02-30", 'There is no such day as "2026-02-30". ' + HOW),
        ("2026-12-01T24:00", 'There is no such time as in "2026-12-01T24:00". Hours go from 00 to 23, minutes to 59.'),
        ("0026-12-01", "The year 26 is too far away. Take one from 1970 to 2199."),
        (
            "2026-12-01T19:00+07:00",
            'The start "2026-12-01T19:00+07:00" carries an offset from UTC. '
            "Write the time on the clock, such as 2026-12-01T19:00, and give the zone in its own field.",
        ),
    ],
)
def test_a_start_that_cannot_be_read_says_how_to_write_it(text, says):
    with pytest.raises(InvalidValue) as caught:
        parse_start(text)
    assert str(caught.value) == says


@given(
    st.none()
    | st.dates(date(1970, 1, 1), date(2199, 12, 31))
    | st.datetimes(datetime(1970, 1, 1), datetime(2199, 12, 31)).map(lambda when: when.replace(second=0, microsecond=0))
)
def test_a_start_comes_back_as_it_was_stored(start):
    assert parse_start(format_start(start) or "") == start


def test_a_stored_start_has_minutes_or_none():
    assert format_start(datetime(2026, 12, 1, 19, 0)) == "2026-12-01T19:00"
    assert format_start(date(2026, 12, 1)) == "2026-12-01"
    assert format_start(None) is None


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Asia/Jakarta", "Asia/Jakarta"),
        ("WIB", "Asia/Jakarta"),
        ("wita", "Asia/Makassar"),
        ("WIT", "Asia/Jayapura"),
        ("asia/singapore", "Asia/Singapore"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_is_stored_under_its_iana_name(text, zone):
    assert parse_zone(text) == zone


@pytest.mark.parametrize("text", ["", "Jakarta time", "../../etc/passwd", "EST", "Asia", "localtime"])
def test_what_is_no_zone_is_refused(text):
    with pytest.raises(InvalidValue, match="is no time zone"):
        parse_zone(text)


def test_a_zone_nearly_right_is_suggested():
    with pytest.raises(InvalidValue) as caught:
        parse_zone("Asia/Jakrta")
    assert str(caught.value) == (
        '"Asia/Jakrta" is no time zone. Perhaps Asia/Jakarta is meant; WIB, WITA and WIT can be written too.'
    )


@pytest.mark.parametrize(
    ("start", "zone", "language", "spoken"),
    [
        (datetime(2026, 12, 8, 12, 0), "Asia/Jakarta", "id", "Selasa, 8 Desember 2026, 12.00 WIB"),
        (datetime(2026, 12, 8, 12, 0), "Asia/Makassar", "id", "Selasa, 8 Desember 2026, 12.00 WITA"),
        (datetime(2026, 12, 8, 12, 0), "Asia/Jayapura", "en", "Tuesday, 8 December 2026, 12:00 WIT"),
        (datetime(2026, 7, 8, 12, 0), "Europe/London", "en", "Wednesday, 8 July 2026, 12:00 BST"),
        (datetime(2026, 12, 8, 12, 0), "Asia/Singapore", "en", "Tuesday, 8 December 2026, 12:00 GMT+08"),
        (date(2026, 12, 8), "Asia/Jakarta", "id", "Selasa, 8 Desember 2026"),
        (date(2026, 12, 8), "Asia/Jakarta", "no such language", "Tuesday, 8 December 2026"),
        (None, "Asia/Jakarta", "id", ""),
    ],
)
def test_a_date_is_spoken_in_the_items_language(start, zone, language, spoken):
    assert spoken_date(start, zone, language) == spoken
