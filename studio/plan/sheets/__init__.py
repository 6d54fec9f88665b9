"""The plan as a sheet, .xlsx or .csv, both ways; what writes and what reads is only loaded when it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import InvalidValue
from studio.files import whole_file
from studio.plan.item import DEFAULT_LANGUAGE, Item
from studio.plan.reading import Reading

if TYPE_CHECKING:
    from studio.plan.series import Series

__all__ = ["read_sheet", "write_sheet"]


def write_sheet(
    path: Path, items: Sequence[Item], *, series: Sequence[Series] = (), today: date, language: str = DEFAULT_LANGUAGE
) -> None:
    """Write `items` to the sheet `path`, whole or not at all: .xlsx or .csv by its ending.

    `language` is that of the headings and words, Indonesian ("id") or else English. `today` is what an item is late
    by until Excel counts anew. A .csv has no place for `series`; its items still name theirs.
    Raises InvalidValue for another ending, OutOfSpace or CannotWrite.
    """
    language = "id" if language == "id" else "en"
    match path.suffix.lower():
        case ".xlsx":
            from studio.plan.sheets.workbook import write_workbook

            with whole_file(path) as temporary:
                write_workbook(temporary, items, series, today, language)
        case ".csv":
            from studio.plan.sheets.separated import write_separated

            with whole_file(path) as temporary:
                write_separated(temporary, items, language)
        case ending:
            raise InvalidValue(f'"{path.name}" ends in "{ending}", which is no sheet', "Name it .xlsx or .csv")


def read_sheet(path: Path, *, today: date, sheet: str | None = None) -> Reading:
    """What the sheet `path` says, our own or any team's; `sheet` names the one of a workbook.

    Raises NotFound, or InvalidValue for a file that cannot be read.
    """
    from studio.plan.sheets.reading import read_sheet as read

    return read(path, today=today, sheet=sheet)
