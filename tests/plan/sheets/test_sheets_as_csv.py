"""A .csv of any program: its separator, its encoding, its line ends."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from team_sheets import read, told

from studio.plan.sheets.cells import escaped
from studio.plan.sheets.reading.delimited import read_delimited

ROWS = [["Tanggal", "Judul", "PIC"], ["01/12/2026", "Cahaya “bagus”, ya", "Rani"], ["02/12/2026", "Kafé; 'Tis", "Bima"]]
EXPECTED = [("2026-12-01", "Cahaya “bagus”, ya", "Rani"), ("2026-12-02", "Kafé; 'Tis", "Bima")]


def text(separator, end="\n"):
    return end.join(separator.join(f'"{cell}"' for cell in row) for row in ROWS) + end


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_separator_line_end_and_encoding(tmp_path, separator, end, encoding):
    path = tmp_path / "plan.csv"
    path.write_bytes(text(separator, end).encode(encoding))
    assert told(read(path), "day", "title", "owner") == EXPECTED


def test_a_separator_that_the_file_declares(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text("sep=|\n" + text("|"), encoding="utf-8")
    reading = read(path)
    assert told(reading, "day", "title", "owner") == EXPECTED
    assert (reading.header_row, reading.incoming[0].row) == (2, 3)


def test_line_breaks_within_a_cell(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes('Judul;Catatan\r\nA;"satu\r\n\r\ndua;""tiga"""\r\nB;\u2028empat\r\n'.encode())
    assert told(read(path), "title", "notes") == [("A", 'satu\n\ndua;"tiga"'), ("B", "empat")]


def test_titles_above_the_headings_and_rows_of_another_length(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text("Jadwal Desember 2026\n\nTgl,Judul,PIC\n1,A\n2,B,Rani,lebih\n", encoding="utf-8")
    assert told(read(path), "day", "title", "owner") == [("2026-12-01", "A", ""), ("2026-12-02", "B", "Rani")]


def test_a_csv_under_the_name_of_a_workbook_is_read_as_what_it_is(tmp_path):
    path = tmp_path / "plan.xls"
    path.write_text(text("\t"), encoding="utf-16")
    assert told(read(path), "day", "title", "owner") == EXPECTED


@given(st.text(alphabet="'=+-@\t a1\r\n\"；,＝", max_size=8))
def test_one_apostrophe_is_taken_from_what_was_escaped(cell):
    line = '"' + escaped(cell).replace('"', '""') + '";"b"\r\n'
    assert read_delimited_cell(line) == cell


def read_delimited_cell(line):
    from pathlib import Path

    return read_delimited(Path("a.csv"), b'"x";"y"\r\n' + line.encode()).rows[1][0]


def test_todays_year_is_the_last_resort(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text("Tanggal,Judul\n31 Des,A\n", encoding="utf-8")
    assert read(path).incoming[0].fields["day"] == date(2026, 12, 31)
