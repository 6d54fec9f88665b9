"""How our workbook looks: number formats, the fonts and fills of its few kinds of cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import TYPE_CHECKING, Any

from studio.plan.item import Stage
from studio.plan.sheets.cells import excel_text
from studio.plan.sheets.columns import Holds

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

# Days are written out in the words of the sheet's language, whatever the language of Excel.
_DAYS = {"id": "[$-421]ddd, d mmm yyyy", "en": "[$-409]ddd, d mmm yyyy"}
_COUNTS = '#,##0;-#,##0;"–"'  # a table of noughts hides the figures that are none
# Fill and text of a stage: the text stays above 7:1 on it, and says the same as the colour.
STAGE_COLOURS = {
    Stage.IDEA: ("F1F3F5", "343A40"),
    Stage.PLANNED: ("E7F0FF", "173B73"),
    Stage.SCRIPTED: ("F0EAFE", "46217E"),
    Stage.RECORDED: ("FFF1DC", "6B3D00"),
    Stage.SUBTITLED: ("E3F6F5", "0B4B4A"),
    Stage.SCHEDULED: ("FFF9D6", "5A4A00"),
    Stage.PUBLISHED: ("E2F5E5", "14532D"),
    Stage.CANCELLED: ("FDE8E8", "7A1C1C"),
}
_QUIET = "FF6B7280"
_EPOCH = date(1899, 12, 30).toordinal()


def number_format(holds: Holds, language: str) -> str:
    """The number format of a column that holds this."""
    return {Holds.DATE: _DAYS[language], Holds.TIME: "hh:mm", Holds.TEXT: "@"}.get(holds, "General")


def serial(value: date | time) -> int | float:
    """A day or a time as a cell stores it: days since 30 December 1899, and parts of a day."""
    if isinstance(value, time):
        return (value.hour * 60 + value.minute) / 1440
    return value.toordinal() - _EPOCH


def header(cell: Cell) -> None:
    """Make `cell` the heading of a column."""
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.font = Font(name="Calibri", sz=11, b=True, color="FFFFFFFF")
    cell.fill = PatternFill("solid", fgColor="FF1F4E79")
    cell.alignment = Alignment(vertical="center")


def body(cell: Cell, holds: Holds, language: str, *, quiet: bool = False) -> None:
    """Make `cell` one that holds this; a quiet one is grey."""
    from openpyxl.styles import Alignment, Font

    cell.number_format = number_format(holds, language)
    # Days stand at the left as the words beside them; a number keeps away from the word behind it.
    sides = {Holds.DATE: "left", Holds.TIME: "left", Holds.NUMBER: "right"}
    cell.alignment = Alignment(sides.get(holds), vertical="top", indent=int(holds == Holds.NUMBER))
    if quiet:
        cell.font = Font(name="Calibri", sz=11, color=_QUIET)


def put_text(sheet: Worksheet, row: int, column: int, text: str, *, size: int = 11, bold: bool = False) -> Cell:
    """Write a text that is a text whatever it looks like: =HYPERLINK(...) and #N/A are titles."""
    from openpyxl.styles import Font

    cell: Any = sheet.cell(row, column)
    cell._value = excel_text(text)  # the setter would take "=1+1" for a formula, and refuse what is long
    cell.data_type = "s"
    cell.quotePrefix = True
    if bold or size != 11:
        cell.font = Font(name="Calibri", sz=size, b=bold)
    return cell  # type: ignore[no-any-return]


def put_quiet(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write a text in grey."""
    from openpyxl.styles import Font

    cell = put_text(sheet, row, column, text)
    cell.font = Font(name="Calibri", sz=11, color=_QUIET)
    return cell


def put_count(sheet: Worksheet, row: int, column: int, value: str | int, *, bold: bool = False) -> Cell:
    """Write a count, or the formula that counts."""
    from openpyxl.styles import Alignment, Font

    cell: Any = sheet.cell(row, column, value)
    cell.number_format = _COUNTS
    cell.alignment = Alignment(horizontal="right")
    if bold:
        cell.font = Font(name="Calibri", sz=11, b=True)
    return cell  # type: ignore[no-any-return]


def put_day(sheet: Worksheet, row: int, column: int, day: date, language: str) -> Cell:
    """Write a day, at the left as the texts that stand above and below it."""
    from openpyxl.styles import Alignment

    cell: Any = sheet.cell(row, column, day)
    cell.number_format = number_format(Holds.DATE, language)
    cell.alignment = Alignment(horizontal="left")
    return cell  # type: ignore[no-any-return]


def put_headings(sheet: Worksheet, row: int, texts: Sequence[str], first_column: int = 1, counts: int = 0) -> None:
    """Write the headings of columns side by side; the last `counts` of them stand above figures."""
    from openpyxl.styles import Alignment

    for index, text in enumerate(texts):
        cell = put_text(sheet, row, first_column + index, text)
        header(cell)
        if index >= len(texts) - counts:
            cell.alignment = Alignment(horizontal="right", vertical="center")


def set_width(sheet: Worksheet, column: int, width: float) -> None:
    """Make a column so many characters wide."""
    from openpyxl.utils import get_column_letter

    sheet.column_dimensions[get_column_letter(column)].width = width


def print_wide(sheet: Worksheet, pages: int = 1) -> None:
    """Print a sheet on lying pages, all its columns on so many of them side by side."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
