"""Hours, minutes, stages and kinds in the words of the teams."""

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.plan.item import Kind, Stage
from studio.plan.sheets.reading.clock import Hour, hour_of_number, parse_hour
from studio.plan.sheets.reading.day_words import parse_day
from studio.plan.sheets.reading.headings import meaning_of
from studio.plan.sheets.reading.quantities import episode_of, minutes_of
from studio.plan.sheets.reading.words import kind_of, stage_of


@pytest.mark.parametrize(
    ("text", "at"),
    {
        "19.00": time(19),
        "19:00": time(19),
        "19:00:00": time(19),
        "1900": time(19),
        "19": time(19),
        "7": time(7),
        "7 malam": time(19),
        "pukul 7 malam": time(19),
        "jam 7 malam": time(19),
        "Pkl. 19.00": time(19),
        "12 malam": time(0),
        "09.00 pagi": time(9),
        "9 pagi": time(9),
        "12 siang": time(12),
        "1 siang": time(13),
        "11 siang": time(11),
        "3 sore": time(15),
        "4.30 sore": time(16, 30),
        "2 dini hari": time(2),
        "1 malam": time(1),
        "11 malam": time(23),
        "setengah 8 malam": time(19, 30),
        "jam 7 lewat 15 malam": time(19, 15),
        "8 kurang seperempat pagi": time(7, 45),
        "jam 7 mlm": time(19),
        "jam tujuh malam": time(19),
        "setengah delapan malam": time(19, 30),
        "pukul dua belas siang": time(12),
        "dua konten": None,
        "7pm": time(19),
        "7:30 PM": time(19, 30),
        "12 am": time(0),
        "12 p.m.": time(12),
        "19h": None,
        "24.00": time(0),
        "tengah malam": time(0),
        "noon": time(12),
        "25.00": None,
        "19.60": None,
        "malam": None,
        "TBA": None,
        "7 unta": None,
        "3 konten": None,
        "13 pm": None,
        "": None,
        "19.00 dan 20.00": None,
        "1-2-3": None,
    }.items(),
)
def test_an_hour_is_understood_as_it_is_said(text, at):
    found = parse_hour(text)
    assert (found.at if found else None) == at


@pytest.mark.parametrize(
    ("text", "hour"),
    {
        "19.00-20.00": Hour(time(19), 60),
        "19.00 – 20.30 WIB": Hour(time(19), 90, "Asia/Jakarta"),
        "19:00 s/d 21:00": Hour(time(19), 120),
        "7 - 9 malam": Hour(time(19), 120),
        "19.00 - selesai": Hour(time(19)),
        "23.00-01.00": Hour(time(23), 120),
        "20:00 WITA": Hour(time(20), None, "Asia/Makassar"),
        "(19.00 WIT)": Hour(time(19), None, "Asia/Jayapura"),
        "19.00 WIB / 20.00 WITA": Hour(time(19), None, "Asia/Jakarta"),
        "19.00 WIB (20.00 WITA, 21.00 WIT)": Hour(time(19), None, "Asia/Jakarta"),
        "19.00 WIB / 19.00 WITA": None,
        "20:00 GMT+8": Hour(time(20), None, "Asia/Makassar"),
        "10.00 sampai 11.30": Hour(time(10), 90),
        "10 pagi - 1 siang": Hour(time(10), 180),
        "9am to 11am": Hour(time(9), 120),
    }.items(),
)
def test_an_hour_with_its_end_and_its_zone(text, hour):
    assert parse_hour(text) == hour


@pytest.mark.parametrize(
    ("number", "at"),
    [
        (0.8125, time(19, 30)),
        (19.0, time(19)),
        (19.3, time(19, 30)),
        (7.05, time(7, 5)),
        (1930, time(19, 30)),
        (99, None),
    ],
)
def test_a_bare_number_in_a_column_of_hours(number, at):
    assert hour_of_number(number) == at


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("60", 60),
        (1.5, 1.5),
        ("1 jam", 60),
        ("1,5 jam", 90),
        ("1 jam 30 menit", 90),
        ("90'", 90),
        ("setengah jam", 30),
        ("45 detik", 0.75),
        ("1:30", 90),
        (time(1, 30), 90),
        (timedelta(hours=2), 120),
        ("2h", 120),
        ("90 min", 90),
        ("19.00-20.00", 60),
        ("1m30s", 1.5),
        ("sebentar", None),
        ("", None),
        (True, None),
        ("30-45 menit", None),
    ],
)
def test_minutes_as_they_are_written(cell, minutes):
    assert minutes_of(cell) == minutes


@pytest.mark.parametrize(
    ("cell", "number"),
    [("Eps 3", 3), ("#12", 12), (4.0, 4), ("Episode 7", 7), ("3/10", 3), ("tiga", None), (1.5, None)],
)
def test_the_number_of_an_episode(cell, number):
    assert episode_of(cell) == number


@pytest.mark.parametrize(
    ("text", "stage"),
    {
        "Tayang": Stage.PUBLISHED,
        "Posted": Stage.PUBLISHED,
        "✅ DONE": Stage.PUBLISHED,
        "sudah posting": Stage.PUBLISHED,
        "Draft": Stage.IDEA,
        "Ide": Stage.IDEA,
        "Siap tayang": Stage.SCHEDULED,
        "Ready to post": Stage.SCHEDULED,
        "Batal": Stage.CANCELLED,
        "cancelled": Stage.CANCELLED,
        "Sudah take": Stage.RECORDED,
        "Recorded": Stage.RECORDED,
        "Naskah jadi": Stage.SCRIPTED,
        "Belum tayang": Stage.PLANNED,
        "Direncanakan": Stage.PLANNED,
        "Editing": Stage.RECORDED,
        "Bersubtitle": Stage.SUBTITLED,
        "": None,
        "Nunggu Bu Ina": None,
        "Sudah": None,
    }.items(),
)
def test_a_stage_in_the_words_of_a_team(text, stage):
    assert stage_of(text) == stage


@pytest.mark.parametrize(
    ("text", "kind"),
    {
        "SV": Kind.VIDEO,
        "LS": Kind.LIVE,
        "Live": Kind.LIVE,
        "Video pendek": Kind.VIDEO,
        "Short Video (SV)": Kind.VIDEO,
        "Live Session (LS)": Kind.LIVE,
        "Reels": Kind.VIDEO,
        "siaran langsung": Kind.LIVE,
        "Podcast": None,
    }.items(),
)
def test_a_kind_in_the_words_of_a_team(text, kind):
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("heading", "field"),
    {
        "Tanggal": "date",
        "Tgl": "date",
        "Hari": "date",
        "Hari/Tanggal": "date",
        "Jam": "time",
        "Waktu": "time",
        "Pukul": "time",
        "Judul": "title",
        "Konten": "title",
        "Topik": "title",
        "Materi": "title",
        "PIC": "owner",
        "Penanggung jawab": "owner",
        "Host": "host",
        "Pembawa acara": "host",
        "Platform": "platforms",
        "Channel": "platforms",
        "Status": "stage",
        "Tahap": "stage",
        "Jenis": "kind",
        "Tipe": "kind",
        "SV/LS": "kind",
        "Campaign": "campaign",
        "Kampanye": "campaign",
        "Seri": "series",
        "Episode": "episode",
        "Durasi": "duration_min",
        "Studio": "studio",
        "Tempat": "studio",
        "Lokasi": "studio",
        "Link": "links",
        "Produk": "products",
        "Catatan": "notes",
        "Keterangan": "notes",
        "Tag": "tags",
        "TANGGAL TAYANG": "date",
        "  judul\nkonten ": "title",
        "Tanggl": "date",
        "Plaform": "platforms",
        "Catatn": "notes",
        "Jam (WIB)": "time",
        "Durasi (menit)": "duration_min",
        "Judul materi": "title",
    }.items(),
)
def test_a_heading_means_a_field(heading, field):
    assert meaning_of(heading).field == field


@pytest.mark.parametrize(
    "heading", ["Tanggal Shooting", "Deadline", "Harga", "Views", "GMV", "Approval", "x" * 500, "!!!", ""]
)
def test_a_heading_that_means_no_field(heading):
    assert meaning_of(heading) is None


@pytest.mark.parametrize(
    "text",
    [
        "12 lampu",
        "Live 12.12",
        "Mei 2026",
        "minggu 1",
        "Rp50.000",
        "3 konten per 2026",
        "19.00",
        "1.5",
        "Sabtu",
        "maret",
        "no 5",
        "5 menit",
        "12.12 sale",
        "besok",
        "mar 3 konten lagi 12:99",
    ],
)
def test_words_are_no_dates(text):
    told = parse_day(text)
    assert told is None or told.rest


@given(st.text(max_size=60))
def test_no_text_breaks_the_readers(text):
    (
        parse_hour(text),
        parse_day(text),
        minutes_of(text),
        episode_of(text),
        stage_of(text),
        kind_of(text),
        meaning_of(text),
    )
