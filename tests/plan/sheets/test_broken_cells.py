"""Formulas that give nothing: an error, or no value as no program has calculated them. They are told, never emptied."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook
from sheet_items import PLAN, TODAY
from team_sheets import read, told, unread

from studio.plan.difference import compare
from studio.plan.sheets import write_sheet

NEVER = "is a formula that was never calculated. Open the sheet in Excel or LibreOffice, save it, and choose it again."


def broken(path):
    made = Workbook()
    sheet = made.active
    sheet.append(["Tanggal", "Judul", "Durasi", "PIC"])
    sheet.append(["#REF!", "A", 5, "Rani"])
    sheet.append([date(2026, 12, 2), "=VLOOKUP(A3,Data!A:B,2,0)", 5, "Rani"])
    sheet.append([date(2026, 12, 3), "#N/A", 5, "Rani"])
    sheet.append([date(2026, 12, 4), "Baik", "#DIV/0!", "#N/A"])
    sheet.append(["=A5+1", "Sesudahnya", 5, "Rani"])
    sheet.append(["=A6+1", "=B6", "=C6", None])
    sheet.append(["#N/A", "#N/A", None, "#N/A"])
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if str(cell.value).startswith("#"):
                cell.data_type = "e"
    made.save(path)
    return path


def test_a_broken_day_or_title_makes_its_row_unread_and_other_cells_are_left_out(tmp_path):
    reading = read(broken(tmp_path / "a.xlsx"))

    assert unread(reading) == [
        (2, "The date shows #REF!, an error of its formula. Mend it in the sheet."),
        (3, f"The title {NEVER}"),
        (4, "The title shows #N/A, an error of its formula. Mend it in the sheet."),
        (6, f"The date {NEVER}"),
        (7, f"The title {NEVER}"),
    ]
    assert told(reading, "title", "day", "duration_min", "owner") == [("Baik", "2026-12-04", "…", "…")]
    assert "The column “Durasi” shows #DIV/0!, an error of its formula: it is left out" in reading.notes
    assert "The column “PIC” shows #N/A, an error of its formula: it is left out" in reading.notes
    assert "Rows of errors are passed over: 1" in reading.notes


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice")
def test_errors_are_seen_in_the_file_of_libreoffice(tmp_path):
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", home, "--headless", "--convert-to", "ods", "--outdir", tmp_path, broken(tmp_path / "a.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=200)
    reading = read(tmp_path / "a.ods")

    assert (2, "The date shows #REF!, an error of its formula. Mend it in the sheet.") in unread(reading)
    assert (4, "The title shows #N/A, an error of its formula. Mend it in the sheet.") in unread(reading)


def test_a_formula_that_broke_in_our_own_sheet_takes_nothing_away(tmp_path):
    path = tmp_path / "plan.xlsx"
    write_sheet(path, PLAN, today=TODAY)
    book = load_workbook(path)
    sheet = book["Rencana"]
    places = {cell.value: cell.column for cell in sheet[1]}
    for row, heading in ((2, "Tanggal"), (2, "PIC"), (3, "PIC")):
        cell = sheet.cell(row, places[heading])
        cell.value, cell.data_type = "#REF!", "e"
    book.save(path)
    found = compare(read(path), PLAN)

    assert found.changed == ()
    assert [one.row for one in found.unread] == [2]
    assert "The column “PIC” shows #REF!, an error of its formula: it is left out" in found.reading.notes[-1]


def test_a_formula_that_gives_a_text_without_letters_is_empty(tmp_path):
    path = tmp_path / "plan.xlsx"
    made = Workbook()
    made.active.append(["Tanggal", "Judul", "PIC"])
    made.active.append([date(2026, 12, 1), "A", '=IF(A2="","x","")'])
    made.active["C2"].data_type = "f"
    made.save(path)
    rewrite(path, b"<f>IF", b' t="str"><f>IF')
    assert told(read(path), "title", "owner") == [("A", "")]


def rewrite(path, before, after):
    """Make the formula's cell one that holds a text, as Excel stores it."""
    import zipfile

    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data.replace(b">" + before, after))
