"""The sheet of the plan itself but for its rows: a table with filters, dropdowns, colours and fitting columns."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from studio.plan.sheets.columns import COLUMNS, STAGE_WORDS, Holds
from studio.plan.sheets.derived import LATE, TABLE, derived_columns
from studio.plan.sheets.rows import RowStyles
from studio.plan.sheets.styles import STAGE_COLOURS, body, header, number_format, print_wide, put_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_QUIET = {"id", "uid"}
# What a person seldom reads is folded away; the [+] above the columns shows it.
FOLDED = ("recording", "script_template", "thumbnail_template", "deck_template", "answers", "series_uid", "occurrence")


def headings(language: str, today: date) -> list[str]:
    """The headings of the table, in their order."""
    derived = [column.heading for column in derived_columns(language, today)]
    return [column.heading(language) for column in COLUMNS] + derived


def letters(language: str, today: date) -> dict[str, str]:
    """The letter of each column, by its key, or by its heading where it is derived."""
    from openpyxl.utils import get_column_letter

    keys = [column.key for column in COLUMNS] + [column.heading for column in derived_columns(language, today)]
    return {key: get_column_letter(index) for index, key in enumerate(keys, start=1)}


def lay_out(sheet: Worksheet, count: int, language: str, today: date) -> RowStyles:
    """Fill the sheet but for the rows of its `count` items, which go by the styles that are returned."""
    for column, text in enumerate(headings(language, today), start=1):
        header(put_text(sheet, 1, column, text))
    sheet.row_dimensions[1].height = 21
    sheet.freeze_panes = "D2"
    print_wide(sheet, pages=3)
    sheet.print_title_rows = "1:1"
    sheet.print_title_cols = f"{letters(language, today)['title']}:{letters(language, today)['title']}"
    _add_columns(sheet, language, today)
    last_row = max(count, 1) + 1  # a table has one row at least
    _add_table(sheet, last_row, language, today)
    _add_colours(sheet, letters(language, today), last_row, language)
    return _styles(sheet, language, today)


def _styles(sheet: Worksheet, language: str, today: date) -> RowStyles:
    """The styles of a row's cells, as the numbers under which the workbook keeps them."""
    plain: list[int] = []
    quoted: list[int] = []
    of_column = [(column.holds, column.key in (*_QUIET, *FOLDED)) for column in COLUMNS]
    for index, (holds, quiet) in enumerate(
        of_column + [(column.holds, True) for column in derived_columns(language, today)], start=1
    ):
        for row, made in ((2, plain), (3, quoted)):
            cell: Any = sheet.cell(row, index)
            body(cell, holds, language, quiet=quiet)
            cell.quotePrefix = row == 3
            made.append(cell.style_id)
    sheet.delete_rows(2, 2)
    return RowStyles(tuple(plain), tuple(quoted))


def _add_columns(sheet: Worksheet, language: str, today: date) -> None:
    places = letters(language, today)
    derived = derived_columns(language, today)
    widths = [column.width for column in COLUMNS] + [max(column.width, len(column.heading) + 4) for column in derived]
    holds = [column.holds for column in COLUMNS] + [column.holds for column in derived]
    for key, width, of_column in zip(places, widths, holds, strict=True):
        column: Any = sheet.column_dimensions[places[key]]
        column.width = width
        # Empty cells too: a time that is typed into one must become a time, and "12.12" no number.
        column.number_format = number_format(
            of_column if key in {one.key for one in COLUMNS} else Holds.NUMBER, language
        )
        if key in FOLDED:
            column.outlineLevel, column.hidden = 1, True
    sheet.column_dimensions[places[derived[0].heading]].collapsed = True


def _add_table(sheet: Worksheet, last_row: int, language: str, today: date) -> None:
    from openpyxl.worksheet.filters import AutoFilter
    from openpyxl.worksheet.table import Table, TableColumn, TableFormula, TableStyleInfo

    names = headings(language, today)
    last = list(letters(language, today).values())[-1]
    table = Table(displayName=TABLE[language], name=TABLE[language], ref=f"A1:{last}{last_row}")
    formulas = [None] * len(COLUMNS) + [column.formula for column in derived_columns(language, today)]
    for index, (name, formula) in enumerate(zip(names, formulas, strict=True), start=1):
        column = TableColumn(id=index, name=name)
        if formula:  # a row that is typed below the table gets them too
            column.calculatedColumnFormula = TableFormula(attr_text=formula)
        table.tableColumns.append(column)
    table.autoFilter = AutoFilter(ref=table.ref)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(table)


def _add_colours(sheet: Worksheet, places: dict[str, str], last_row: int, language: str) -> None:
    from openpyxl.formatting import rule as rules
    from openpyxl.styles import Font, PatternFill

    make: Any = rules.FormulaRule  # openpyxl's types say nothing of it
    stage, day, late = places["stage"], places["date"], places[LATE[language]]
    for of, (fill, text) in STAGE_COLOURS.items():
        rule = make(
            formula=[f'${stage}2="{STAGE_WORDS[language][of]}"'],
            fill=PatternFill("solid", bgColor=f"FF{fill}"),
            font=Font(color=f"FF{text}"),
        )
        sheet.conditional_formatting.add(f"{stage}2:{stage}{last_row}", rule)
    overdue = make(formula=[f"${late}2=1"], font=Font(color="FFB42318", b=True))
    sheet.conditional_formatting.add(f"{day}2:{day}{last_row}", overdue)
