"""A sheet of thumbnails: every row of a .csv or .xlsx becomes the values of one picture."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from studio.errors import InvalidValue
from studio.files import existing_file, slug
from studio.thumbnails.layers import VALUES

# What people call the columns, in either language.
_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "judul", "headline", "nama", "video title", "judul video"),
    "kicker": ("kicker", "series", "seri", "serial", "kelas", "topik", "topic", "kategori", "category"),
    "badge": ("badge", "label", "stiker", "sticker"),
    "host": ("host", "pembawa acara", "presenter", "kreator", "creator"),
    "date": ("date", "tanggal", "tayang", "jadwal", "schedule"),
    "price": ("price", "harga"),
    "stem": ("file", "filename", "file name", "nama file", "nama berkas", "berkas"),
}
_MOST_ROWS = 5_000
_LONGEST = 500  # characters of one cell; a longer one is a column that slipped


@dataclass(frozen=True, slots=True)
class Row:
    """One picture to make: its row in the sheet (1 is the first line), its values, and the name of its files."""

    row: int
    values: dict[str, str]
    stem: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that cannot become a picture, and why."""

    row: int
    reason: str


def read_rows(path: Path) -> tuple[list[Row], list[Unread]]:
    """The rows of a sheet, and those that cannot be used. The first row names the columns, in English or Indonesian.

    Raises NotFound, or InvalidValue for a file that is no sheet or has no column for the title.
    """
    existing_file(path)
    match path.suffix.lower():
        case ".csv" | ".tsv" | ".txt":
            cells = _read_csv(path)
        case ".xlsx" | ".xlsm":
            cells = _read_excel(path)
        case other:
            raise InvalidValue(f"{path.name} is no sheet ('{other}')", "Save it as .csv or .xlsx")
    start, columns = _header(cells, path)
    rows: list[Row] = []
    unread: list[Unread] = []
    taken: set[str] = set()
    for number, line in enumerate(cells[start + 1 :], start=start + 2):
        texts = {name: _text(line[index]) for index, name in columns.items() if index < len(line)}
        if not any(texts.values()):
            continue
        if reason := _fault(texts, rows):
            unread.append(Unread(number, reason))
            continue
        stem = _free(slug(texts.pop("stem", "") or texts["title"]), taken)
        rows.append(Row(number, {name: texts.get(name, "") for name in VALUES}, stem))
    return rows, unread


def _fault(texts: Mapping[str, str], rows: Sequence[Row]) -> str:
    if not texts.get("title"):
        return "The title is empty"
    for name, text in texts.items():
        if len(text) > _LONGEST:
            return f"The {name} has more than {_LONGEST} characters"
    return f"A sheet can have {_MOST_ROWS:,} rows at most" if len(rows) >= _MOST_ROWS else ""


def _header(cells: Sequence[Sequence[Any]], path: Path) -> tuple[int, dict[int, str]]:
    """The header's place and its columns; people put a line or two of their own above it."""
    known = {alias: name for name, aliases in _NAMES.items() for alias in aliases}
    for number, line in enumerate(cells[:10]):
        columns: dict[int, str] = {}
        for index, cell in enumerate(line):
            name = known.get(_text(cell).casefold().strip(" :*"))
            if name and name not in columns.values():
                columns[index] = name
        if "title" in columns.values():
            return number, columns
    raise InvalidValue(
        f"{path.name} has no column for the title", "Name one of its columns title or judul, in the first row"
    )


def _read_csv(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InvalidValue(f"{path.name} is not a text", "Save it as .csv (UTF-8) or .xlsx")
    # Excel writes UTF-16 for "Unicode text" and the system's code page for plain .csv.
    for encoding in ("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig", "cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    first = text.split("\n", 1)[0]
    # Indonesian Excel divides by semicolons, since the comma is the decimal sign.
    divider = max(";,\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=divider))
    except csv.Error as error:
        raise InvalidValue(f"{path.name} cannot be read as a sheet ({error})", "Save it again as .csv") from error


def _read_excel(path: Path) -> list[list[Any]]:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        cells = [list(line) for line in _first(sheet.iter_rows(values_only=True), _MOST_ROWS + 100)]
        book.close()
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError, IndexError, SyntaxError) as error:
        raise InvalidValue(f"{path.name} cannot be read as a sheet", "Save it again as .xlsx in Excel") from error
    return cells


def _first(lines: Iterable[Any], most: int) -> Iterable[Any]:
    for number, line in enumerate(lines):
        if number >= most:
            return
        yield line


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime) and (cell.hour or cell.minute):
        return cell.strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, (datetime, date)):
        return cell.strftime("%Y-%m-%d")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _free(stem: str, taken: set[str]) -> str:
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(name)
    return name
