"""The sheets of a workbook: .xlsx, .xlsm, .xlsb, .xls and .ods, told apart by what they hold and not by their name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from studio.errors import InvalidValue, NotFound
from studio.plan.sheets.reading.broken import Broken, Place, broken_cells
from studio.plan.sheets.reading.grid import MOST_COLUMNS, MOST_ROWS, Grid
from studio.plan.sheets.reading.packages import MOST_CELLS, check_package, damaged, too_large

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

ZIP, OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LARGEST_FILE = 64 * 1024 * 1024
_MOST_MERGED = 1_000_000
_LARGEST_OLD = 16 * 1024 * 1024  # .xls is unpacked already, and all its sheets are read at once
_PASSWORD = "Open it in Excel, take the password off (File, Info, Protect Workbook), save it, and try again"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Workbook:
    """A workbook whose sheets are read when they are asked for."""

    def __init__(self, path: Path) -> None:
        """Open it. Raises InvalidValue for a file that is no workbook, protected, damaged or too large."""
        from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

        self._path = path
        self._check()
        try:
            with path.open("rb") as file:
                book = CalamineWorkbook.from_filelike(file)
        except PasswordError:
            raise _protected(path) from None
        except (CalamineError, OSError, ValueError):
            raise damaged(path) from None
        except BaseException as error:  # noqa: BLE001 - a panic of its parser is no Exception
            raise _unless_stopped(path, error) from None
        self._book: CalamineWorkbook = book
        self.hidden = {
            sheet.name: sheet.visible != SheetVisibleEnum.Visible
            for sheet in book.sheets_metadata
            if sheet.typ in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet)
        }

    @property
    def names(self) -> list[str]:
        """The names of its sheets, those that a person sees before the hidden ones."""
        return sorted(self.hidden, key=lambda name: self.hidden[name])

    def grid(self, name: str) -> Grid:
        """The sheet `name`. Raises NotFound, or InvalidValue where it is damaged or too large."""
        from python_calamine import CalamineError

        if name not in self.hidden:
            raise NotFound(
                f'{self._path.name} has no sheet "{name}"', f"Choose one of: {', '.join(self._shown()) or 'none'}"
            )
        try:
            sheet = self._book.get_sheet_by_name(name)
            _, last = sheet.end or (0, 0)
            if sheet.total_height > MOST_ROWS or last >= MOST_COLUMNS or sheet.height * sheet.width > MOST_CELLS:
                raise too_large(self._path)
            rows = sheet.to_python(skip_empty_area=False)
            _mark(rows, broken_cells(self._path, name))
            merges = sheet.merged_cell_ranges or ()
            merged = _fill(rows, merges)
        except (CalamineError, ValueError, BadZipFile, ExpatError):
            raise damaged(self._path) from None
        except InvalidValue:
            raise
        except BaseException as error:  # noqa: BLE001 - as above
            raise _unless_stopped(self._path, error) from None
        wide = frozenset(top for (top, left), (_, end) in merges if end > left)
        return Grid(name, rows, self.hidden[name], merged, wide)

    def _shown(self) -> list[str]:
        return [name for name in self.hidden if not self.hidden[name]]

    def _check(self) -> None:
        size = self._path.stat().st_size
        with self._path.open("rb") as file:
            first = file.read(8)
        old = first == OLE
        largest = _LARGEST_OLD if old else LARGEST_FILE
        if size > largest:
            raise InvalidValue(
                f"{self._path.name} has {size / 1024 / 1024:.0f} MB, more than any plan",
                "Copy the rows of the plan into a new workbook, save it as .xlsx, and choose that one",
            )
        if old:
            if _ENCRYPTED in self._path.read_bytes():
                raise _protected(self._path)
        else:
            check_package(self._path)


def _protected(path: Path) -> InvalidValue:
    return InvalidValue(f"{path.name} is protected by a password", _PASSWORD)


def _unless_stopped(path: Path, error: BaseException) -> BaseException:
    """`error` where a person or the program stops; a damaged file where its parser gave up in its own way."""
    if isinstance(error, (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError)):
        return error
    return damaged(path)


def _mark(rows: list[list[Any]], broken: Mapping[Place, Broken]) -> None:
    """Write what broken cells show into the rows, where they seem to be empty; the last rows may hold nothing else."""
    width = len(rows[0]) if rows else 0
    last = min(max((row for row, _ in broken), default=-1), MOST_ROWS - 1)
    rows.extend([""] * width for _ in range(len(rows), last + 1))
    for (row, column), shown in broken.items():
        if row < len(rows) and column < width and rows[row][column] == "":
            rows[row][column] = shown


def _fill(
    rows: list[list[Any]], merges: Sequence[tuple[tuple[int, int], tuple[int, int]]]
) -> frozenset[tuple[int, int]]:
    """Write the value of each merged cell into the rows that it covers; the places that were filled.

    A cell that is merged over columns counts for its first one: it is a title, or a heading above others.
    """
    filled = set()
    looked_at = 0
    for (top, left), (bottom, _) in merges:
        looked_at += min(bottom, len(rows)) - top
        if looked_at > _MOST_MERGED:
            break  # such a file merges the same rows over and over
        if top >= len(rows) or left >= len(rows[top]) or rows[top][left] == "":
            continue
        for row in range(top + 1, min(bottom + 1, len(rows))):
            if rows[row][left] == "":
                rows[row][left] = rows[top][left]
                filled.add((row, left))
    return frozenset(filled)
