from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from deck_samples import ITEM, script
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.decks.clock import read_day, read_length, read_time
from studio.decks.rundown import Row, Rundown, Segment, read_rundown, rundown_from_script, write_rundown
from studio.decks.text import clean_line
from studio.errors import InvalidValue, NotFound
from studio.plan.item import Item, Kind, Product


def sheet(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "rundown.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_rundown_comes_back_from_its_sheet_as_it_was(tmp_path):
    rundown = rundown_from_script(script(), ITEM)
    path = tmp_path / "rundown.csv"
    write_rundown(rundown, path)

    assert read_rundown(path, ITEM) == rundown


def test_the_sheet_is_one_that_an_indonesian_excel_opens(tmp_path):
    path = tmp_path / "rundown.csv"
    pinned = Row("7", datetime(2026, 12, 16, 20, 0), 240, Segment.QA, "Kuis", ("Benar", "Salah"), host="Bima")
    write_rundown(Rundown((pinned,), datetime(2026, 12, 16, 20, 0)), path)

    assert path.read_bytes().decode().split("\r\n") == [
        "\ufeffCue;Tanggal;Mulai;Selesai;Durasi;Mulai pasti;Jenis;Judul;Poin;Produk;Harga;Tautan;Catatan produk;"
        "Voucher;Host;Di layar;Catatan;Naskah",
        '7;2026-12-16;20:00;20:04;0:04:00;ya;Tanya jawab;Kuis;"Benar\nSalah";;;;;;Bima;;;',
        "",
    ]


def test_headings_and_kinds_are_english_for_an_english_item(tmp_path):
    path = tmp_path / "rundown.csv"
    write_rundown(Rundown((Row("1", None, 60, Segment.QA, "Ask us"),)), path, "en")

    text = path.read_text("utf-8-sig")
    assert text.startswith("Cue;Date;Start;End;Duration;Hard start;Kind;Title;Points;")
    assert ";Q&A;Ask us;" in text


def test_a_formula_in_a_title_stays_text_and_comes_back(tmp_path):
    path = tmp_path / "rundown.csv"
    titles = ("=HYPERLINK(1)", "+62", "-5%", "@here", "'=quoted", "'plain")
    rundown = Rundown(tuple(Row(str(n), None, 60, Segment.TEACHING, title) for n, title in enumerate(titles)))
    write_rundown(rundown, path)

    cells = [line.split(";")[7] for line in path.read_text("utf-8-sig").splitlines()[1:]]
    assert cells == ["'=HYPERLINK(1)", "'+62", "'-5%", "'@here", "''=quoted", "'plain"]
    assert [row.title for row in read_rundown(path).rows] == list(titles)


def test_a_teams_own_sheet_is_understood(tmp_path):
    path = sheet(
        tmp_path,
        "Rundown Kelas komisi,,,,\n,,,,\nJam,Segmen,Kegiatan,Lama,PIC\n"
        "19.30,Pembukaan,Halo,2 menit,Bima\n19.32,Materi,Komisi,0:05:00,Sari\n,,,,\n20:00,Kuis,Benar atau salah,5,\n",
    )
    rundown = read_rundown(path, ITEM)

    assert [(row.kind.value, row.title, row.duration_s, row.start, row.host) for row in rundown.rows] == [
        ("opening", "Halo", 120, None, "Bima"),
        ("teaching", "Komisi", 300, None, "Sari"),
        ("quiz", "Benar atau salah", 300, datetime(2026, 12, 16, 20, 0), ""),
    ]
    assert rundown.start == datetime(2026, 12, 16, 19, 30)
    assert rundown.slot_s == 34 * 60


def test_a_length_is_taken_from_the_end_or_the_next_start(tmp_path):
    path = sheet(tmp_path, "Start\tEnd\tTitle\n23:50\t23:58\tA\n23:58\t\tB\n00:10\t00:15\tC\n", "utf-16")
    rundown = read_rundown(path, ITEM)

    assert [row.duration_s for row in rundown.rows] == [480, 720, 300]


def test_windows_letters_are_read(tmp_path):
    path = sheet(tmp_path, "Judul;Durasi\nCafé;5\n", "cp1252")

    assert read_rundown(path).rows[0].title == "Café"


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("0:05:00", 300), ("5:00", 300), ("5.30", 330), ("5", 300), ("5,5", 330), ("5 menit", 300), ("90 detik", 90),
     ("1 jam 5 menit", 3900), ("2m30s", 150), ("0", 0)],
)  # fmt: skip
def test_lengths_are_read_as_people_write_them(written, seconds):
    assert read_length(written) == seconds


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("19:30", "19:30:00"),
        ("19.30", "19:30:00"),
        ("19.30 WIB", "19:30:00"),
        ("7:30 PM", "19:30:00"),
        ("12 am", "00:00:00"),
        ("pukul 19", "19:00:00"),
        ("2026-12-16 19:30:15", "19:30:15"),
        ("16/12/2026 19.30", "19:30:00"),
        ("19.30.15", "19:30:15"),
    ],
)
def test_times_are_read_as_people_write_them(written, clock):
    assert str(read_time(written)) == clock


@pytest.mark.parametrize(
    "written", ["2026-12-16", "16/12/2026", "12/16/2026", "16.12.26", "16 Des 2026", "Rabu, 16 December 2026"]
)
def test_days_are_read_as_people_write_them(written):
    assert str(read_day(written)) == "2026-12-16"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "rundown.csv is empty. Choose another file."),
        (" \n;;\n", "rundown.csv is empty. Choose another file."),
        ("PK\x03\x04\x00", "rundown.csv is no CSV text. In Excel, choose Save as, then CSV UTF-8."),
        (
            "a;b\n1;2\n",
            "rundown.csv has no row of column headings that is known. Keep the row that names them: Durasi, Jenis, "
            "Judul, Poin or Duration, Kind, Title, Points.",
        ),
        ("Judul;Host\nA;B\n", "rundown.csv has no column for durations. Add one headed Durasi or Duration."),
        (
            "Judul;Durasi\nA;lama sekali\n",
            'Line 2 of rundown.csv has "lama sekali", which is no duration. '
            "Write it like 0:05:00, 5:00 or 5 (minutes).",
        ),
        ("Judul;Durasi\nA;\n", "Line 2 of rundown.csv has no duration. Write one like 0:05:00, 5:00 or 5 (minutes)."),
        (
            "Judul;Jenis;Durasi\nA;Nyanyi;5\n",
            'Line 2 of rundown.csv has the kind "Nyanyi". Choose one of Pembukaan, Materi, Demo, Produk, Voucher, '
            "Tanya jawab, Kuis, Penutup.",
        ),
        (
            "Judul;Mulai;Durasi\nA;25:99;5\n",
            'Line 2 of rundown.csv has "25:99", which is no time. Write it like 19.30 or 19:30:00.',
        ),
        (
            "Judul;Mulai;Mulai pasti;Durasi\nA;19.30;ya;5\n",
            "Line 2 of rundown.csv is pinned to a time on no day. "
            "Add a column Tanggal or Date, or give the item a day.",
        ),
    ],
)
def test_a_sheet_that_cannot_be_read_says_why_and_what_to_do(tmp_path, text, message):
    with pytest.raises(InvalidValue) as caught:
        read_rundown(sheet(tmp_path, text))
    assert str(caught.value) == message


def test_a_missing_sheet_is_said(tmp_path):
    with pytest.raises(NotFound, match="There is no file"):
        read_rundown(tmp_path / "none.csv")


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20).map(clean_line)
named = st.text("abc =+-@'\";,0", min_size=1, max_size=12).map(clean_line).filter(bool)
products = st.builds(Product, named, words, words, words)


@st.composite
def rundowns(draw: st.DrawFn) -> Rundown:
    start = datetime(2026, 12, 16, draw(st.integers(0, 23)), draw(st.integers(0, 59)))
    rows = []
    for number in range(draw(st.integers(0, 4))):
        hard = draw(st.booleans())
        rows.append(
            Row(
                cue=str(number + 1),
                start=start.replace(hour=draw(st.integers(0, 23))) if hard else None,
                duration_s=draw(st.integers(0, 7200)),
                kind=draw(st.sampled_from(Segment)),
                title=draw(named),
                points=tuple(draw(st.lists(named, max_size=3))),
                product=draw(st.none() | products),
                host=draw(words),
                asset=draw(words),
                notes=draw(words),
                voucher=draw(words),
                spoken=tuple(draw(st.lists(named, max_size=2))),
            )
        )
    return Rundown(tuple(rows), start, 1800.0)


@settings(max_examples=40, deadline=None)
@given(rundown=rundowns(), language=st.sampled_from(["id", "en"]))
def test_no_rundown_loses_anything_on_its_way_through_a_sheet(tmp_path_factory, rundown, language):
    path = tmp_path_factory.mktemp("sheet") / "rundown.csv"
    write_rundown(rundown, path, language)

    assert read_rundown(path, Item("Kelas", Kind.LIVE, start=rundown.start, duration_min=30)) == rundown
