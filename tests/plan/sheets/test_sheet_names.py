"""Which sheets a workbook offers to choose from."""

import openpyxl
from team_sheets import book

from studio.plan.sheets.names import sheet_names


def test_the_visible_sheets_are_named_in_their_order(tmp_path):
    path = book(tmp_path / "plan.xlsx", [["Judul"]], name="Des")
    made = openpyxl.load_workbook(path)
    made.create_sheet("Arsip").sheet_state = "hidden"
    made.create_sheet("Jan")
    made.create_chartsheet("Grafik")
    made.save(path)
    assert sheet_names(path) == ["Des", "Jan"]


def test_a_file_that_cannot_be_read_has_none(tmp_path):
    for name, data in (("a.xlsx", b"PK\x03\x04"), ("b.xlsx", b"Judul\nA\n"), ("c.csv", b"Judul\nA\n"), ("d.xls", b"")):
        (tmp_path / name).write_bytes(data)
        assert sheet_names(tmp_path / name) == []
    assert sheet_names(tmp_path / "none.xlsx") == []
