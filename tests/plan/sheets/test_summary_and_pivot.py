"""The summary and the pivot of our workbook: figures that are right at once, and right again after a change."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sheet_items import DONE, FORMULAS, IDEA, LIVE, PLAN, SERIES, cells, part, written

ODD = [replace(IDEA, uid=f"odd-{index}", owner=name) for index, name in enumerate([*FORMULAS, "*", ">5", "2026", "~"])]


def validator() -> str | None:
    return os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator")


def without_figures(path: Path) -> Path:
    """A copy of the workbook whose formulas have no values, so that whoever shows one has calculated it."""
    bare = path.with_name("bare.xlsx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb'( t="str")?>(<f>[^<]*</f>)<v>[^<]*</v>', rb">\2", data)
            target.writestr(name, data)
    return bare


def test_the_summary_counts_by_stage_owner_and_week(tmp_path):
    rows = cells(written(tmp_path), "Ringkasan")

    assert rows[0][0] == "Ringkasan rencana"
    assert [row[:5] for row in rows[3:14]] == [
        ["Per tahap", "Semua", "Video", "Live", "Telat"],
        ["Semua", 4, 3, 1, 1],
        ["Ide", 2, 2, 0, 0],
        ["Direncanakan", 0, 0, 0, 0],
        ["Naskah jadi", 1, 0, 1, 1],
        ["Direkam", 0, 0, 0, 0],
        ["Bersubtitle", 0, 0, 0, 0],
        ["Dijadwalkan", 0, 0, 0, 0],
        ["Tayang", 1, 1, 0, 0],
        ["Batal", 0, 0, 0, 0],
        ["Lainnya", 0, 0, 0, 0],
    ]
    assert [row[6:12] for row in rows[3:9]] == [
        ["Per PIC", "Semua", "Video", "Live", "Tayang", "Telat"],
        ["Semua", 4, 3, 1, 1, 1],
        ["Bagas", 1, 1, 0, 0, 0],
        ["Rani", 2, 1, 1, 1, 1],
        ["(belum ada)", 1, 1, 0, 0, 0],
        ["Lainnya", 0, 0, 0, 0, 0],
    ]
    assert [row[13:19] for row in rows[3:9]] == [
        ["Per minggu (mulai Senin)", "Semua", "Video", "Live", "Tayang", "Telat"],
        ["Semua", 4, 3, 1, 1, 1],
        [date(2026, 11, 30), 2, 1, 1, 1, 1],
        [date(2026, 12, 7), 1, 1, 0, 0, 0],
        ["Tanpa tanggal", 1, 1, 0, 0, 0],
        ["Lainnya", 0, 0, 0, 0, 0],
    ]


def test_the_summary_is_counted_from_the_table(tmp_path):
    book = openpyxl.load_workbook(written(tmp_path, language="en"))

    sheet = book["Summary"]
    assert sheet["A1"].value == "Summary of the plan"
    assert sheet["B5"].value == "=COUNTA(Plan[Title])"
    assert sheet["B6"].value == "=COUNTIFS(Plan[Stage],$A6)"
    assert sheet["I6"].value == "=SUMIFS(Plan[Flag video],Plan[Owner],$G6)"
    assert sheet["H8"].value == '=COUNTIFS(Plan[Owner],"",Plan[Title],"<>")'
    assert sheet["O6"].value == "=COUNTIFS(Plan[Week of],$N6)"
    assert book.calculation.fullCalcOnLoad


def test_a_name_that_would_be_a_pattern_is_compared_as_it_is(tmp_path):
    sheet = openpyxl.load_workbook(written(tmp_path, [replace(IDEA, owner="*")]))["Ringkasan"]

    assert sheet["G6"].value == "*"
    assert sheet["H6"].value == "=SUMPRODUCT(--(Rencana[PIC]=$G6))"


def test_weeks_without_an_item_are_seen_between_those_with_one(tmp_path):
    path = written(tmp_path, [DONE, replace(LIVE, start=date(2026, 12, 24))])

    assert [row[13] for row in cells(path, "Ringkasan")[5:9]] == [
        date(2026, 11, 30),
        date(2026, 12, 7),
        date(2026, 12, 14),
        date(2026, 12, 21),
    ]


def test_the_pivot_reads_the_table_when_the_file_is_opened(tmp_path):
    (pivot,) = openpyxl.load_workbook(written(tmp_path))["Pivot"]._pivots

    assert pivot.cache.refreshOnLoad
    assert pivot.cache.cacheSource.worksheetSource.name == "Rencana"
    names = [field.name for field in pivot.cache.cacheFields]
    assert names == cells(written(tmp_path), "Rencana")[0]
    assert [names[field.x] for field in pivot.rowFields] == ["PIC"]
    assert [names[field.x] for field in pivot.colFields] == ["Tahap"]
    assert [names[field.fld] for field in pivot.pageFields] == ["Bulan", "Jenis"]
    assert [(field.name, names[field.fld], field.subtotal) for field in pivot.dataFields] == [
        ("Jumlah item", "Judul", "count")
    ]


def test_the_pivot_shows_its_figures_before_anything_is_counted_anew(tmp_path):
    assert cells(written(tmp_path), "Pivot") == [
        ["Item per PIC dan tahap", "", "", "", ""],
        ["Tabel pivot: geser bidangnya sesuka Anda. Klik kanan, Refresh setelah mengubah tabel.", "", "", "", ""],
        ["", "", "", "", ""],
        ["Bulan", "(Semua)", "", "", ""],
        ["Jenis", "(Semua)", "", "", ""],
        ["", "", "", "", ""],
        ["Jumlah item", "Tahap", "", "", ""],
        ["PIC", "Ide", "Naskah jadi", "Tayang", "Total"],
        ["Bagas", 1, "", "", 1],
        ["Rani", "", 1, 1, 2],
        ["(kosong)", 1, "", "", 1],
        ["Total", 2, 1, 1, 4],
    ]


def test_a_pivot_item_that_looks_like_a_formula_is_a_text(tmp_path):
    cache = part(written(tmp_path, ODD), "xl/pivotCache/pivotCacheDefinition1.xml")

    assert '<s v="=1+1"' in cache
    assert "<e " not in cache


@pytest.mark.skipif(not validator(), reason="no Open XML validator (OOXML_VALIDATOR, or ooxml-validator on PATH)")
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("items", [PLAN, (), [*PLAN, *ODD, replace(LIVE, uid="x", notes="a\n" * 20_000)]])
def test_the_open_xml_validator_finds_nothing(tmp_path, items, language):
    path = written(tmp_path, items, language, [SERIES])

    ran = subprocess.run([validator() or "", str(path)], capture_output=True, text=True, check=False, timeout=120)

    assert '"errors": []' in ran.stdout, ran.stdout + ran.stderr


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice")
def test_libreoffice_counts_what_we_counted(tmp_path):
    path = written(tmp_path, [*PLAN, *ODD], series=[SERIES], today=date.today())  # LibreOffice knows no other day
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    kind = "xlsx:Calc MS Excel 2007 XML"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", kind, "--outdir", tmp_path / "counted", without_figures(path)],
        check=True,
        capture_output=True,
        timeout=200,
    )
    counted = tmp_path / "counted" / "bare.xlsx"

    assert cells(counted, "Ringkasan") == cells(path, "Ringkasan")
    assert cells(counted, "Rencana") == cells(path, "Rencana")
    # The pivot's words are LibreOffice's own, its figures must be ours.
    ours, theirs = ([row[1:4] for row in cells(one, "Pivot")[8:]] for one in (path, counted))
    assert theirs == ours
    assert cells(counted, "Pivot")[3][1] == "- all -"
