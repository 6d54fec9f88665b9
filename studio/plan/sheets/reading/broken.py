"""Cells of a workbook whose formula gives nothing: an error such as #REF!, or one that was never calculated.

The reader of workbooks takes both for empty cells; to clear a date because its formula broke would lose it.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

Place = tuple[int, int]  # row and column, from 0

UNCALCULATED = "="
_SHEETS = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels")
_CONTENT = "content.xml"
_F = rb"<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
_ERROR = re.compile(
    rb"<(?:\w+:)?c\s([^<>]*\bt=\"e\"[^<>]*)>\s*(?:" + _F + rb")?<(?:\w+:)?v>([^<]*)</(?:\w+:)?v>", re.IGNORECASE
)
_NO_VALUE = re.compile(
    rb"<(?:\w+:)?c\s([^<>]*)>\s*" + _F + rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>",
    re.IGNORECASE,
)
# Whether the slower look for a formula without a value is worth it.
_HINT = re.compile(
    rb"</(?:\w+:)?f>\s*(?:</|<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</)|<(?:\w+:)?f\b[^<>]*/>\s*(?:</|<(?:\w+:)?v\s*/>)"
)
_AT = re.compile(rb"\br=\"([A-Z]{1,3})(\d{1,7})\"")
_EMPTY_TEXT = re.compile(rb"\bt=\"str\"")


class Broken(str):
    """What such a cell shows: its error, or UNCALCULATED."""

    __slots__ = ()


def broken_cells(path: Path, sheet: str) -> dict[Place, Broken]:
    """The broken cells of a sheet of the workbook `path`; none of an old .xls or .xlsb, which do not tell so easily."""
    if not zipfile.is_zipfile(path):
        return {}
    with zipfile.ZipFile(path) as package:
        names = set(package.namelist())
        if names.issuperset(_SHEETS):
            part = _part(package, sheet)
            return dict(_of_excel(package.read(part))) if part in names else {}
        if _CONTENT in names:
            data = package.read(_CONTENT)
            return _of_office(data, sheet) if b'value-type="error"' in data else {}
    return {}


def _part(package: zipfile.ZipFile, sheet: str) -> str:
    """The part of the package that holds the sheet, "" where it is not to be found."""
    relation = ""

    def of_sheet(name: str, told: dict[str, str]) -> None:
        nonlocal relation
        if name.rpartition(":")[2] == "sheet" and told.get("name") == sheet:
            relation = next((value for key, value in told.items() if key.rpartition(":")[2] == "id"), "")

    targets: dict[str, str] = {}

    def of_relation(name: str, told: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "Relationship":
            targets[told.get("Id", "")] = told.get("Target", "")

    for part, take in zip(_SHEETS, (of_sheet, of_relation), strict=True):
        parser = expat.ParserCreate()
        parser.StartElementHandler = take
        parser.Parse(package.read(part), True)
    target = targets.get(relation, "")
    return posixpath.normpath(posixpath.join("xl", target)).lstrip("/") if target else ""


def _of_excel(data: bytes) -> Iterator[tuple[Place, Broken]]:
    for found in _ERROR.finditer(data):
        if (place := _place(found[1])) is not None:
            yield place, Broken(found[2].decode("utf-8", "replace").strip() or "#N/A")
    if _HINT.search(data) is None:
        return
    for found in _NO_VALUE.finditer(data):
        # A formula may give a text of no letters: that is a value.
        if _EMPTY_TEXT.search(found[1]) is None and (place := _place(found[1])) is not None:
            yield place, Broken(UNCALCULATED)


def _place(attributes: bytes) -> Place | None:
    found = _AT.search(attributes)
    if found is None:
        return None
    column = 0
    for sign in found[1]:
        column = column * 26 + sign - 64
    return int(found[2]) - 1, column - 1


def _of_office(data: bytes, sheet: str) -> dict[Place, Broken]:
    """The broken cells of an .ods, whose rows and cells may stand for many."""
    found: dict[Place, Broken] = {}
    inside, row, column, rows, columns = False, 0, 0, 1, 1
    place: Place | None = None

    def start(name: str, told: dict[str, str]) -> None:
        nonlocal inside, row, column, rows, columns, place
        if name == "table:table":
            inside, row, rows = told.get("table:name") == sheet, 0, 0
        elif name == "table:table-row":
            row, column, columns = row + rows, 0, 0
            rows = int(told.get("table:number-rows-repeated", 1))
        elif name in ("table:table-cell", "table:covered-table-cell"):
            column += columns
            columns = int(told.get("table:number-columns-repeated", 1))
            place = (row, column) if inside and told.get("calcext:value-type") == "error" else None
            if place is not None:
                found[place] = Broken("#N/A")

    def text(shown: str) -> None:
        if place is not None and shown.startswith("#"):
            found[place] = Broken(shown.strip())

    def end(name: str) -> None:
        nonlocal place
        if name == "table:table-cell":
            place = None

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.Parse(data, True)
    return found
