"""A sheet as teams keep them becomes values for pictures, row by row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from studio.errors import InvalidValue, NotFound
from studio.thumbnails.sheet import Row, Unread, read_rows


def values(**given: str) -> dict[str, str]:
    return {**dict.fromkeys(("title", "kicker", "badge", "host", "date", "price"), ""), **given}


def test_a_csv_of_indonesian_excel_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lembar.csv"
    path.write_text(
        '\ufeffJudul;Seri;Label;Catatan\r\n"Cahaya bagus; modal murah";Kelas #3;;x\r\n\r\n'
        ";Kelas #4;LIVE;\r\nCahaya bagus modal murah;;;\r\n",
        encoding="utf-8",
        newline="",
    )
    rows, unread = read_rows(path)
    assert rows == [
        Row(2, values(title="Cahaya bagus; modal murah", kicker="Kelas #3"), "cahaya-bagus-modal-murah"),
        Row(5, values(title="Cahaya bagus modal murah"), "cahaya-bagus-modal-murah-2"),
    ]
    assert unread == [Unread(4, "The title is empty")]


def test_an_excel_file_with_lines_above_its_header_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        ["Rencana Desember"],
        [],
        ["No", "Title", "Tanggal", "Harga", "File"],
        [1, "Hook", date(2026, 12, 8), 15000.0, "Foto A"],
        [2, "x" * 600],
    ):
        sheet.append(line)
    book.save(tmp_path / "plan.xlsx")
    rows, unread = read_rows(tmp_path / "plan.xlsx")
    assert rows == [Row(4, values(title="Hook", date="2026-12-08", price="15000"), "foto-a")]
    assert unread == [Unread(5, "The title has more than 500 characters")]


def test_other_encodings_and_dividers_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("title\thost\nKafé\tSari\n".encode("utf-16"))
    assert read_rows(path)[0][0].values == values(title="Kafé", host="Sari")
    path.write_bytes("title,host\nKafé,Sari\n".encode("cp1252"))
    assert read_rows(path)[0][0].values == values(title="Kafé", host="Sari")


def test_a_file_name_leads_nowhere_else(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title,file\nHook,../../etc/passwd\n", encoding="utf-8")
    assert read_rows(path)[0][0].stem == "etc-passwd"


@pytest.mark.parametrize(
    ("name", "data", "happened"),
    [
        ("a.csv", b"nothing,here\n1,2\n", "a.csv has no column for the title"),
        ("a.csv", b"", "a.csv has no column for the title"),
        ("a.csv", b"PK\x03\x04\x00\x00", "a.csv is not a text"),
        ("a.xlsx", b"not a zip", "a.xlsx cannot be read as a sheet"),
        ("a.pdf", b"%PDF", "a.pdf is no sheet ('.pdf')"),
    ],
)
def test_what_is_no_sheet_is_refused(tmp_path: Path, name: str, data: bytes, happened: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InvalidValue) as error:
        read_rows(tmp_path / name)
    assert error.value.happened == happened


def test_a_missing_sheet_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_rows(tmp_path / "gone.csv")
