"""Whether a workbook is safe to open: what its parts really unpack to, and how far its cells are spread."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from studio.errors import InvalidValue
from studio.plan.sheets.reading.grid import MOST_COLUMNS, MOST_ROWS

MOST_UNPACKED = 256 * 1024 * 1024
MOST_PARTS = 2_000
MOST_CELLS = 12_000_000
_READ = 64 * 1024
_CHUNK = 1024 * 1024
# Only cells that are far out are looked at: finding every one would take longer than reading the sheet.
_FAR_CELL = re.compile(
    rb"""<(?:\w{1,9}:)?c\s[^<>]*?\br\s*=\s*["'](?:([A-Z]{1,3})0*(\d{5,9})|([A-Z]{3})\d+)["'][^<>]*>""", re.IGNORECASE
)
_CELL_TAIL = 512
_SHORTER = "Copy the rows of the plan into a new workbook, save it as .xlsx, and choose that one"


def check_package(path: Path) -> None:
    """Raise InvalidValue where opening the zipped workbook `path` would take more memory than any plan needs.

    Libraries trust the sizes that a zip file declares, and make room for every cell between the first and the last.
    """
    try:
        with zipfile.ZipFile(path) as package, path.open("rb") as file:
            parts = package.infolist()
            if len(parts) > MOST_PARTS:
                raise InvalidValue(f"{path.name} is made of {len(parts)} parts, more than any plan", _SHORTER)
            unpacked = 0
            for part in parts:
                if part.flag_bits & 1:
                    raise InvalidValue(f"{path.name} is protected by a password", "Save it without one, then try again")
                spread = _Spread(path)
                repeats = _Repeats(path) if part.filename == "content.xml" else None
                for chunk in _unpacked(file, part):
                    unpacked += len(chunk)
                    if unpacked > MOST_UNPACKED:
                        raise InvalidValue(
                            f"{path.name} unpacks to more than {MOST_UNPACKED // 1024 // 1024} MB", _SHORTER
                        )
                    if repeats is not None:
                        repeats.feed(chunk)
                    elif part.filename.endswith((".xml", ".XML")) and "sheet" in part.filename.lower():
                        spread.feed(chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, expat.ExpatError):
        raise damaged(path) from None


def damaged(path: Path) -> InvalidValue:
    """The error of a workbook that is not whole."""
    return InvalidValue(
        f"{path.name} is damaged: it cannot be opened as a workbook",
        "Open it in Excel or Google Sheets and save it as .xlsx anew, or get it once more from whoever sent it",
    )


def _unpacked(file: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """What the bytes of a part unpack to, whatever size they declare."""
    file.seek(part.header_offset)
    header = file.read(30)
    if len(header) < 30 or header[:4] != b"PK\x03\x04":
        raise zipfile.BadZipFile
    file.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
    left = part.compress_size
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile
    inflate = zlib.decompressobj(-15) if part.compress_type == zipfile.ZIP_DEFLATED else None
    while left > 0:
        packed = file.read(min(left, _READ))
        if not packed:
            raise zipfile.BadZipFile
        left -= len(packed)
        while packed:
            yield inflate.decompress(packed, _CHUNK) if inflate is not None else packed
            packed = inflate.unconsumed_tail if inflate is not None else b""


class _Spread:
    """The rows and columns that the cells of an .xlsx sheet reach to."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tail = b""
        self._row = self._column = 0

    def feed(self, chunk: bytes) -> None:
        """Look at the next piece of the sheet."""
        data = self._tail + chunk
        for match in _FAR_CELL.finditer(data):
            if match[0].endswith(b"/>"):
                continue  # only its look is stored: it holds nothing
            column, row = match[1] or match[3], int(match[2] or 0)
            index = 0
            for sign in column.upper():
                index = index * 26 + sign - 64
            self._row, self._column = max(self._row, row), max(self._column, index)
        if self._row > MOST_ROWS or self._column > MOST_COLUMNS or self._row * self._column > MOST_CELLS:
            raise too_large(self._path)
        cut = max(data.rfind(b">") + 1, len(data) - _CELL_TAIL)
        self._tail = data[cut:]


class _Repeats:
    """The cells of an .ods file, in which one element may stand for millions of rows and columns."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EntityDeclHandler = self._refuse
        self._rows = self._columns = 0
        self._repeat = 1

    def feed(self, chunk: bytes) -> None:
        """Look at the next piece of the document."""
        self._parser.Parse(chunk)

    def _refuse(self, *_: object) -> None:
        raise damaged(self._path)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(" ")[2]
        told = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if kind == "table":
            self._rows = 0
        elif kind == "table-row":
            self._repeat, self._columns = int(told.get("number-rows-repeated", 1)), 0
        elif kind == "table-cell":
            self._columns += int(told.get("number-columns-repeated", 1))
            if "value-type" in told:
                if self._repeat > MOST_ROWS or self._columns > MOST_COLUMNS:
                    raise too_large(self._path)
                self._rows += self._repeat
                self._repeat = 0  # the row is counted once
                if self._rows > MOST_ROWS:
                    raise too_large(self._path)


def too_large(path: Path) -> InvalidValue:
    """The error of a workbook whose cells reach further than any plan."""
    return InvalidValue(f"{path.name} has a sheet of more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns", _SHORTER)
