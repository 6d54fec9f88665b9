"""Files that are no sheets, damaged, protected, or made to harm: each gets a clear word, soon, and takes no memory."""

import time
import tracemalloc
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.styles import PatternFill
from sheet_items import TODAY, written
from team_sheets import book, read, told, unread

from studio.errors import InvalidValue, NotFound, SiarError
from studio.plan.sheets import read_sheet

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DAMAGED = "is damaged: it cannot be opened as a workbook"


def happened(path):
    with pytest.raises(SiarError) as caught:
        read(path)
    assert caught.value.advice
    return caught.value.happened


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "plan.xlsx is empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "plan.xlsx is a PDF, not a sheet"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "plan.xlsx is a picture, not a sheet"),
        (b"{\\rtf1 halo}", "plan.xlsx is a text document (RTF), not a sheet"),
        (b"BEGIN:VCALENDAR\r\n", "plan.xlsx is a calendar: name it .ics, not a sheet"),
        (b"\r\n<html><table><tr><td>Judul</td></tr></table>", "plan.xlsx is a web page under the name of a sheet"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "plan.xlsx is a web page under the name of a sheet"),
        (b"MIME-Version: 1.0\r\n", "plan.xlsx is a web page under the name of a sheet"),
        (b'<?xml version="1.0"?><a/>', "plan.xlsx is an XML file, not a sheet"),
        (b"PK\x03\x04 cut off", f"plan.xlsx {DAMAGED}"),
        (OLE + bytes(4000), f"plan.xlsx {DAMAGED}"),
        (OLE + "EncryptedPackage".encode("utf-16-le") + bytes(900), "plan.xlsx is protected by a password"),
        (bytes(range(256)) * 9, "plan.xlsx is neither a workbook nor a text"),
        (b"hanya,teks\nbiasa,saja\n", "plan.xlsx has no row of headings with a title among them"),
    ],
)
def test_what_a_file_is_instead_is_said(tmp_path, data, what):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(data)
    assert happened(path) == what


def test_a_document_and_a_presentation_are_named(tmp_path):
    for part, what in (("word/document.xml", "a Word document"), ("ppt/presentation.xml", "a presentation")):
        path = tmp_path / "plan.xlsx"
        with zipfile.ZipFile(path, "w") as package:
            package.writestr(part, "<a/>")
        assert happened(path) == f"plan.xlsx is {what}, not a sheet"


def test_a_file_that_is_not_there_and_a_folder(tmp_path):
    for path in (tmp_path / "none.xlsx", tmp_path):
        with pytest.raises(NotFound):
            read(path)


def test_a_sheet_that_is_not_there(tmp_path):
    path = book(tmp_path / "plan.xlsx", [["Judul"], ["A"]], name="Des")
    with pytest.raises(NotFound, match=r'has no sheet "Nov"\. Choose one of: Des'):
        read(path, "Nov")
    with pytest.raises(InvalidValue, match=r"The sheet “Kosong” of kosong\.xlsx has no row of headings"):
        read(book(tmp_path / "kosong.xlsx", [["a", "b"]], name="Kosong"), "Kosong")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_workbook_that_was_cut_off(tmp_path, share):
    path = written(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert happened(path) == f"{path.name} {DAMAGED}"


@given(st.data())
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_damage_is_an_exception_of_another_kind(tmp_path, data):
    path = tmp_path / "plan-id.xlsx"
    if not path.exists():
        written(tmp_path)
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    hurt = tmp_path / "hurt.xlsx"
    hurt.write_bytes(whole)
    try:
        read_sheet(hurt, today=TODAY)
    except SiarError as error:
        assert error.advice


def with_part(path, name, change, *, sizes=None):
    """The workbook `path` with one part made another one."""
    with zipfile.ZipFile(path) as package:
        parts = {one.filename: package.read(one) for one in package.infolist()}
    parts[name] = change(parts[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(part, content)
    return path


def quickly(path):
    """What is said of the file, within 10 seconds and 400 MB."""
    tracemalloc.start()
    begin = time.thread_time()
    said = happened(path)
    assert time.thread_time() - begin < 10
    assert tracemalloc.get_traced_memory()[1] < 400 * 1024 * 1024
    tracemalloc.stop()
    return said


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    path = book(tmp_path / "bomb.xlsx", [["Judul"], ["A"]])
    with_part(path, "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * (300 * 1024 * 1024))
    assert quickly(path) == "bomb.xlsx unpacks to more than 256 MB"


def test_a_zip_bomb_that_lies_about_its_size_is_not_unpacked(tmp_path):
    path = book(tmp_path / "bomb.xlsx", [["Judul"], ["A"]])
    with_part(path, "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * (300 * 1024 * 1024))
    with zipfile.ZipFile(path) as package:
        size = package.getinfo("xl/worksheets/sheet1.xml").file_size
    lie = path.read_bytes().replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    path.write_bytes(lie)
    assert quickly(path) == "bomb.xlsx unpacks to more than 256 MB"


@pytest.mark.parametrize("cell", ["XFD1048576", "XFD2", "A1048576", "AAA100000"])
def test_one_cell_far_out_does_not_take_the_memory_of_all_between(tmp_path, cell):
    path = book(tmp_path / "far.xlsx", [["Judul"], ["A"]])
    made = openpyxl.load_workbook(path)
    made.active[cell] = "jauh"
    made.save(path)
    assert quickly(path) == "far.xlsx has a sheet of more than 100,000 rows or 702 columns"


def test_a_far_cell_is_seen_wherever_the_pieces_of_the_sheet_are_cut(tmp_path):
    from studio.plan.sheets.reading.packages import _Spread

    xml = b'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="XFD1048576" t="s"><v>0</v></c></row>'
    for cut in range(len(xml)):
        spread = _Spread(tmp_path / "far.xlsx")
        with pytest.raises(InvalidValue):
            spread.feed(xml[:cut])
            spread.feed(xml[cut:])


def test_a_million_rows_that_are_empty_but_for_their_look_are_no_hindrance(tmp_path):
    path = book(tmp_path / "plan.xlsx", [["Judul"], ["A"]])
    rows = b"".join(b'<row r="%d"><c r="A%d" s="0"/><c r="B%d" s="0"/></row>' % (n, n, n) for n in range(3, 1_000_001))
    with_part(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))
    begin = time.thread_time()
    assert told(read(path), "title") == [("A",)]
    assert time.thread_time() - begin < 10


def test_rows_with_nothing_but_a_colour_are_blank(tmp_path):
    made = openpyxl.Workbook()
    made.active.append(["Tanggal", "Judul"])
    made.active.append([date(2026, 12, 1), "A"])
    for row in range(3, 500):
        made.active.cell(row, 1).fill = PatternFill("solid", fgColor="FFFF0000")
    made.save(tmp_path / "a.xlsx")
    assert told(read(tmp_path / "a.xlsx"), "title") == [("A",)]


def test_a_merge_of_a_whole_sheet_takes_no_time(tmp_path):
    path = book(tmp_path / "a.xlsx", [["Judul", "PIC"], ["A", "Rani"]])
    merges = b"<mergeCells>" + b'<mergeCell ref="B1:XFD1048576"/>' * 100_000 + b"</mergeCells>"
    with_part(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + merges))
    assert told(read(path), "title", "owner") == [("A", "Rani")]


def ods(path, rows):
    """A small .ods with these elements as the rows of its sheet."""
    head = (
        '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="Rencana">'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        package.writestr(
            "content.xml",
            f"{head}{rows}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
        package.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def ods_row(*texts, repeat=""):
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts
    )
    return f"<table:table-row{repeat}>{cells}</table:table-row>"


def test_a_sheet_of_libreoffice_is_read(tmp_path):
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    path = ods(tmp_path / "plan.ods", ods_row("Tanggal", "Judul") + ods_row("1 Des 2026", "A") + empty)
    assert told(read(path), "day", "title") == [("2026-12-01", "A")]


def test_a_row_that_stands_for_a_million_is_refused(tmp_path):
    repeat = ' table:number-rows-repeated="1000000"'
    path = ods(tmp_path / "plan.ods", ods_row("Tanggal", "Judul") + ods_row("1 Des 2026", "A", repeat=repeat))
    assert quickly(path) == "plan.ods has a sheet of more than 100,000 rows or 702 columns"


def test_a_csv_of_many_rows_or_columns_is_refused(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text("Judul\n" + "A\n" * 100_001)
    assert quickly(path) == "plan.csv has a sheet of more than 100,000 rows or 702 columns"
    path.write_text("Judul" + "," * 800)
    assert quickly(path) == "plan.csv has a sheet of more than 100,000 rows or 702 columns"


@pytest.mark.parametrize("text", [one * 30_000 for one in (" ", "a ", "1", "1.1.", "/", "- ")])
def test_a_cell_full_of_anything_takes_no_time(tmp_path, text):
    path = tmp_path / "plan.csv"
    names = "Tanggal,Jam,Judul,Jenis,Status,Durasi,Episode,Platform,Tag,Link,Produk,Selesai,Hari"
    path.write_text(f"{text}x\n{names}\n" + ",".join([f"{text}x"] * 13) + "\n,,A" + f",{text}x" * 7 + ",,,\n")
    begin = time.thread_time()
    assert len(unread(read(path))) <= 2
    assert time.thread_time() - begin < 5
