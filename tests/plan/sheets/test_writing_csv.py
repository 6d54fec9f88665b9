"""The plan as a .csv: semicolons, a mark in front, nothing that a spreadsheet would calculate, and nothing lost."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheet_items import FORMULAS, IDEA, LIVE, TODAY, VIDEO

from studio.plan.sheets import write_sheet
from studio.plan.sheets.cells import escaped, is_dangerous, unescaped


def test_a_small_plan_in_full(tmp_path):
    path = tmp_path / "plan.csv"

    write_sheet(path, [LIVE, VIDEO, replace(IDEA, title="=1+1", owner="'Tis")], today=TODAY)

    assert path.read_bytes().decode("utf-8") == (
        "\ufeff"
        '"ID";"UID";"Judul";"Jenis";"Tahap";"Tanggal";"Jam";"Durasi menit";"PIC";"Host";"Platform";"Kampanye";"Seri";'
        '"Episode";"Bahasa";"Studio";"Tag";"Catatan";"Tautan";"Produk";"Penonton";"Tujuan belajar";"Zona waktu";'
        '"Rekaman";"Templat naskah";"Templat thumbnail";"Templat deck";"Jawaban naskah";"UID seri";"Jadwal asal"\r\n'
        "7;live-7;Kelas live: hook 3 detik;Live;Naskah jadi;2026-12-01;19:30;90;Rani;Kak Ayu;TikTok, YouTube;12.12;"
        'Kelas;8;id;Studio B;pemula, hook;"Baris satu\nBaris ""dua"" 😀; tiga";https://a.example/x,y;'
        "Lampu | Rp89.000 | https://toko.example/lampu;pemula;Paham hook;Asia/Makassar;media/hook.mp4;kelas;;;"
        '"{""hook"": ""Stop scroll!""}";series-1;2026-12-02T19:30\r\n'
        "8;video-8;Cahaya bagus;Video;Ide;2026-12-12;;1,5;;;;;;;en;;;;;;;;Asia/Jakarta;;;;;;;\r\n"
        "9;idea-9;'=1+1;Video;Ide;;;;''Tis;;;;;;id;;;;;;;;Asia/Jakarta;;;;;;;\r\n"
    )


def test_english_headings_and_a_decimal_point(tmp_path):
    path = tmp_path / "plan.csv"

    write_sheet(path, [VIDEO], today=TODAY, language="en")

    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    assert {name: text for name, text in row.items() if text} == {
        "ID": "8",
        "UID": "video-8",
        "Title": "Cahaya bagus",
        "Kind": "Video",
        "Stage": "Idea",
        "Date": "2026-12-12",
        "Duration min": "1.5",
        "Language": "en",
        "Time zone": "Asia/Jakarta",
    }


@pytest.mark.parametrize("text", [*FORMULAS[:5], "\t=1", "＝1+1"])
def test_no_cell_begins_as_a_formula(tmp_path, text):
    path = tmp_path / "plan.csv"

    write_sheet(path, [replace(LIVE, title=text, owner=text, notes=text, uid=text)], today=TODAY)

    with path.open(encoding="utf-8-sig", newline="") as file:
        _, row = csv.reader(file, delimiter=";")
    assert not [cell for cell in row if cell[:1] in {*"=+-@\t＝＋－＠"}]
    assert unescaped(row[2]) == text


@given(st.text())
def test_an_escaped_text_comes_back(text):
    assert unescaped(escaped(text)) == text


@given(st.text())
def test_an_escaped_text_is_no_formula(text):
    assert escaped(text)[:1] == "'" or not is_dangerous(escaped(text))


def test_an_apostrophe_of_another_program_stays():
    assert unescaped("'Tis the season") == "'Tis the season"
