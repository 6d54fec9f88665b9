"""The plan as an Excel workbook: every field in its cell, a table with filters, and no formula in a text."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from sheet_items import DONE, FORMULAS, IDEA, LIVE, PLAN, SERIES, TODAY, VIDEO, cells, formulas, part, table, written

from studio.errors import CannotWrite, InvalidValue
from studio.plan.fields import item_from_json
from studio.plan.item import Item
from studio.plan.sheets import write_sheet
from studio.plan.sheets.cells import LONGEST, rejoined


def test_every_field_has_its_cell(tmp_path):
    row = table(written(tmp_path))[0]

    assert row == {
        "ID": 7,
        "UID": "live-7",
        "Judul": "Kelas live: hook 3 detik",
        "Jenis": "Live",
        "Tahap": "Naskah jadi",
        "Tanggal": dt.date(2026, 12, 1),
        "Jam": dt.time(19, 30),
        "Durasi menit": 90,
        "PIC": "Rani",
        "Host": "Kak Ayu",
        "Platform": "TikTok, YouTube",
        "Kampanye": "12.12",
        "Seri": "Kelas",
        "Episode": 8,
        "Bahasa": "id",
        "Studio": "Studio B",
        "Tag": "pemula, hook",
        "Catatan": 'Baris satu\nBaris "dua" 😀; tiga',
        "Tautan": "https://a.example/x,y",
        "Produk": "Lampu | Rp89.000 | https://toko.example/lampu",
        "Penonton": "pemula",
        "Tujuan belajar": "Paham hook",
        "Zona waktu": "Asia/Makassar",
        "Rekaman": "media/hook.mp4",
        "Templat naskah": "kelas",
        "Jawaban naskah": '{"hook": "Stop scroll!"}',
        "UID seri": "series-1",
        "Jadwal asal": "2026-12-02T19:30",
        "Minggu mulai": dt.date(2026, 11, 30),
        "Bulan": "2026-12",
        "Flag video": 0,
        "Flag live": 1,
        "Flag ide": 0,
        "Flag direncanakan": 0,
        "Flag naskah jadi": 1,
        "Flag direkam": 0,
        "Flag bersubtitle": 0,
        "Flag dijadwalkan": 0,
        "Flag tayang": 0,
        "Flag batal": 0,
        "Flag telat": 1,
        "Flag tanpa tanggal": 0,
    }


def test_the_headings_are_in_the_language_that_was_asked_for(tmp_path):
    path = written(tmp_path, language="en")

    assert cells(path, "Plan")[0] == [
        "ID", "UID", "Title", "Kind", "Stage", "Date", "Time", "Duration min", "Owner", "Host", "Platforms",
        "Campaign", "Series", "Episode", "Language", "Studio", "Tags", "Notes", "Links", "Products", "Audience",
        "Learning goal", "Time zone", "Recording", "Script template", "Thumbnail template", "Deck template",
        "Script answers", "Series UID", "Original start", "Week of", "Month", "Flag video", "Flag live", "Flag idea",
        "Flag planned", "Flag scripted", "Flag recorded", "Flag subtitled", "Flag scheduled", "Flag published",
        "Flag cancelled", "Flag late", "Flag undated",
    ]  # fmt: skip
    assert table(path, "Plan")[0]["Stage"] == "Scripted"


def test_a_whole_day_has_a_date_and_no_time_and_an_idea_has_neither(tmp_path):
    rows = table(written(tmp_path))

    assert [(row.get("Tanggal"), row.get("Jam")) for row in rows[1:]] == [
        (dt.date(2026, 12, 12), None),
        (None, None),
        (dt.date(2026, 11, 30), None),
    ]
    assert [row["Flag tanpa tanggal"] for row in rows] == [0, 0, 1, 0]


def test_only_what_is_over_and_not_done_is_late(tmp_path):
    assert [row["Flag telat"] for row in table(written(tmp_path))] == [1, 0, 0, 0]


def test_dates_and_times_are_real_ones_with_formats(tmp_path):
    sheet = openpyxl.load_workbook(written(tmp_path))["Rencana"]

    assert sheet["F2"].value == dt.datetime(2026, 12, 1)
    assert sheet["F2"].number_format == "[$-421]ddd, d mmm yyyy"
    assert sheet["G2"].value == dt.time(19, 30)
    assert sheet["G2"].number_format == "hh:mm"


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_never_becomes_a_formula(tmp_path, text):
    usual = formulas(written(tmp_path, [LIVE]))
    hard = replace(LIVE, title=text, owner=text, notes=text, campaign=text, tags=(text,), recording=text, uid=text)
    series = replace(SERIES, pattern=replace(SERIES.pattern, title=text))

    path = written(tmp_path, [hard], series=[series])

    cell = openpyxl.load_workbook(path)["Rencana"]["C2"]
    assert (cell.value, cell.data_type) == (text, "s")
    row = table(path)[0]
    assert (row["Judul"], row["PIC"], row["Catatan"], row["UID"]) == (text, text, text, text)
    # An owner that looks like a formula is only counted another way.
    assert {found for found in formulas(path) - usual if "SUMPRODUCT" not in found and "SUM(" not in found} == set()


def test_a_formula_stays_a_text_after_its_cell_was_edited(tmp_path):
    sheet = openpyxl.load_workbook(written(tmp_path, [replace(LIVE, title="=1+1"), VIDEO]))["Rencana"]

    assert sheet["C2"].quotePrefix
    assert not sheet["C3"].quotePrefix
    assert sheet["C2"].number_format == sheet["C3"].number_format == "@"


def test_what_looks_like_the_code_of_a_letter_stays_as_it_is(tmp_path):
    assert table(written(tmp_path, [replace(IDEA, title="_x0041_ _x005F_ <&>")]))[0]["Judul"] == "_x0041_ _x005F_ <&>"


def test_what_xml_cannot_hold_is_left_out(tmp_path):
    assert table(written(tmp_path, [Item(title="a\x00b\x0bc\ud800d\ufffee", uid="x")]))[0]["Judul"] == "abcde"


def test_a_text_that_fits_no_cell_is_kept_in_pieces(tmp_path):
    notes = ("😀" * 9_999 + "\n") * 4 + "akhir"

    path = written(tmp_path, [replace(LIVE, notes=notes), VIDEO])

    shown = table(path)[0]["Catatan"]
    assert len(shown) == LONGEST
    assert shown.endswith(" […]")
    pieces = cells(path, "_siar")
    assert {(uid, key) for uid, key, _ in pieces} == {("live-7", "notes")}
    assert rejoined(shown, [piece for _, _, piece in pieces]) == notes
    assert rejoined("ditulis ulang", [piece for _, _, piece in pieces]) == "ditulis ulang"
    assert openpyxl.load_workbook(path)["_siar"].sheet_state == "veryHidden"


def test_the_plan_is_one_table_with_filters_and_a_frozen_header(tmp_path):
    sheet = openpyxl.load_workbook(written(tmp_path))["Rencana"]

    plan = sheet.tables["Rencana"]
    assert (plan.ref, plan.autoFilter.ref) == ("A1:AR5", "A1:AR5")
    assert [column.name for column in plan.tableColumns] == [cell.value for cell in sheet[1]]
    assert sheet.freeze_panes == "D2"
    assert sheet.dimensions == "A1:AR5"
    assert not sheet.merged_cells.ranges


def test_what_is_seldom_read_is_folded_away(tmp_path):
    sheet = openpyxl.load_workbook(written(tmp_path))["Rencana"]

    hidden = [cell.value for cell in sheet[1] if sheet.column_dimensions[cell.column_letter].hidden]
    assert hidden[0] == "Rekaman"
    assert {"Judul", "Tanggal", "Tahap", "PIC", "Zona waktu", "Flag live"}.isdisjoint(hidden)


def test_the_flags_follow_from_the_cells_by_formulas(tmp_path):
    found = formulas(written(tmp_path))

    assert 'IF(Rencana[[#This Row],[Jenis]]="Live",1,0)' in found
    assert 'IF(Rencana[[#This Row],[Tahap]]="Tayang",1,0)' in found
    assert "calculatedColumnFormula" in part(written(tmp_path), "xl/tables/table1.xml")


def test_stage_kind_and_language_are_chosen_from_a_list(tmp_path):
    book = openpyxl.load_workbook(written(tmp_path))

    rules = {str(rule.sqref).partition("2:")[0]: rule for rule in book["Rencana"].data_validations.dataValidation}
    assert rules["D"].formula1 == '"Video,Live"'
    assert rules["E"].formula1 == '"Ide,Direncanakan,Naskah jadi,Direkam,Bersubtitle,Dijadwalkan,Tayang,Batal"'
    assert str(rules["E"].sqref) == "E2:E1005"
    assert rules["O"].formula1 == "Daftar!$A$1:$A$100"  # 100 languages are more than the 255 characters of a rule
    assert [rules[letter].showErrorMessage for letter in "DEOI"] == [True, True, True, False]
    assert book["Daftar"].sheet_state == "hidden"
    assert [book["Daftar"]["A1"].value, book["Daftar"]["A2"].value] == ["id", "en"]


def test_owners_are_proposed_once_and_one_with_a_comma_is_one(tmp_path):
    path = written(tmp_path, [LIVE, DONE, replace(IDEA, owner="Sari, Tim B")])

    book = openpyxl.load_workbook(path)
    rule = next(one for one in book["Rencana"].data_validations.dataValidation if str(one.sqref).startswith("I2"))
    assert rule.formula1 == "Daftar!$C$1:$C$2"
    assert [book["Daftar"]["C1"].value, book["Daftar"]["C2"].value] == ["Rani", "Sari, Tim B"]


def test_a_series_keeps_its_rule_its_pattern_and_what_was_skipped(tmp_path):
    head, row = cells(written(tmp_path, series=[SERIES]), "Seri")

    assert head == ["UID", "Judul", "Berulang", "Mulai", "Aturan (RRULE)", "Dilewati", "Dibuat sampai", "Pola (JSON)"]
    assert row[:7] == [
        "series-1",
        "Kelas {episode}",
        "setiap Rabu",
        "2026-11-04T19:30",
        "FREQ=WEEKLY;BYDAY=WE",
        "2026-11-11T19:30",
        "2027-01-27",
    ]
    assert item_from_json(json.loads(row[7])) == SERIES.pattern


def test_a_plan_with_nothing_in_it_is_a_table_to_type_into(tmp_path):
    path = written(tmp_path, [])

    assert openpyxl.load_workbook(path)["Rencana"].tables["Rencana"].ref == "A1:AR2"
    assert 'IF(Rencana[[#This Row],[Jenis]]="Live",1,0)' in formulas(path)


def test_items_stand_in_the_order_in_which_they_came(tmp_path):
    assert [row["UID"] for row in table(written(tmp_path))] == [item.uid for item in PLAN]


def test_another_ending_is_no_sheet(tmp_path):
    with pytest.raises(InvalidValue, match="is no sheet") as caught:
        write_sheet(tmp_path / "plan.xls", PLAN, today=TODAY)

    assert caught.value.advice == "Name it .xlsx or .csv"


def test_a_sheet_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    (tmp_path / "plan.xlsx").mkdir()

    with pytest.raises(CannotWrite):
        write_sheet(tmp_path / "plan.xlsx", PLAN, today=TODAY)

    assert [path.name for path in tmp_path.iterdir()] == ["plan.xlsx"]


def test_the_workbook_is_whole(tmp_path):
    with zipfile.ZipFile(written(tmp_path, series=[SERIES])) as file:
        assert file.testzip() is None
        assert len(file.namelist()) == len(set(file.namelist()))
