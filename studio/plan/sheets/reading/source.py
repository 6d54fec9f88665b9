"""A file that is said to be a sheet: a workbook or a .csv by what it holds, or another thing under a wrong name."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from studio.errors import InvalidValue, NotFound
from studio.plan.sheets.reading.delimited import LARGEST_FILE, read_delimited
from studio.plan.sheets.reading.grid import Grid
from studio.plan.sheets.reading.workbooks import OLE, ZIP, Workbook

_SAVE = "Open it in Excel or Google Sheets, save it as .xlsx, and choose that file"
# What a file is by its first bytes, whatever its name says.
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"Rar!", "a packed archive"),
    (b"7z\xbc\xaf", "a packed archive"),
    (b"\x1f\x8b", "a packed archive"),
    (b"SQLite format 3", "a database"),
    (b"BEGIN:VCALENDAR", "a calendar: name it .ics"),
)
_WEB_PAGE = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table|meta|style|div)\b", re.I | re.S)
_XML_SHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
_PARTS = {b"word/document.xml": "a Word document", b"ppt/presentation.xml": "a presentation"}


class Sheets(Protocol):
    """The sheets of a file, the visible ones before the hidden ones."""

    @property
    def names(self) -> Sequence[str]:
        """Their names, those that a person sees first."""

    @property
    def hidden(self) -> Mapping[str, bool]:
        """Whether each is hidden, by its name."""

    def grid(self, name: str) -> Grid:
        """The cells of one. Raises NotFound, or InvalidValue where it cannot be read."""


@dataclass(frozen=True, slots=True)
class _Single:
    """The one sheet of a .csv."""

    only: Grid

    @property
    def names(self) -> Sequence[str]:
        return [self.only.name]

    @property
    def hidden(self) -> Mapping[str, bool]:
        return {self.only.name: False}

    def grid(self, name: str) -> Grid:
        if name != self.only.name:
            raise NotFound(f"A .csv has one sheet, and “{name}” is not its name", "Leave the name of the sheet out")
        return self.only


def open_sheets(path: Path) -> Sheets:
    """The sheets of the file `path`. Raises NotFound, or InvalidValue with what it is instead."""
    try:
        with path.open("rb") as file:
            first = file.read(4096)
            size = path.stat().st_size
        if not first:
            raise InvalidValue(f"{path.name} is empty", "Choose another file, or save the sheet once more")
        if first.startswith((ZIP, OLE)):
            _refuse_documents(path, first)
            return Workbook(path)
        _refuse_others(path, first)
        if size > LARGEST_FILE:
            raise InvalidValue(
                f"{path.name} has {size / 1024 / 1024:.0f} MB, more than any plan", "Export a shorter time"
            )
        return _Single(read_delimited(path, path.read_bytes()))
    except OSError as error:
        raise NotFound(f"{path} cannot be read ({error.strerror})", "Close it elsewhere, or copy it") from error


def _refuse_documents(path: Path, first: bytes) -> None:
    data = first if first.startswith(OLE) else path.read_bytes()[-64 * 1024 :]  # a zip lists its parts at its end
    for part, what in _PARTS.items():
        if part in data:
            raise InvalidValue(f"{path.name} is {what}, not a sheet", "Choose the sheet of the plan")


def _refuse_others(path: Path, first: bytes) -> None:
    bare = first.removeprefix(codecs.BOM_UTF8)
    for sign, what in _OTHERS:
        if bare.startswith(sign):
            raise InvalidValue(f"{path.name} is {what}, not a sheet", "Choose an Excel sheet (.xlsx) or a .csv")
    if _WEB_PAGE.match(bare) or bare.lower().startswith(b"mime-version:"):
        raise InvalidValue(f"{path.name} is a web page under the name of a sheet", _SAVE)
    if bare.lstrip().startswith(b"<"):
        what = "a sheet in an old XML format" if _XML_SHEET in bare else "an XML file, not a sheet"
        raise InvalidValue(f"{path.name} is {what}", _SAVE)
    wide = first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or first.count(0) > len(first) // 4
    signs = sum(byte < 32 and byte not in b"\t\n\r\f\x1a" for byte in first)
    if not wide and (0 in first or signs > len(first) // 20):
        raise InvalidValue(f"{path.name} is neither a workbook nor a text", "Choose an Excel sheet (.xlsx) or a .csv")
