"""The summary sheet: items by stage, owner and week, as formulas over the table, with what they give."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from studio.plan.item import Item, Kind, Stage
from studio.plan.sheets.columns import COLUMNS, KIND_WORDS, STAGE_WORDS
from studio.plan.sheets.derived import LATE, TABLE, UNDATED, WEEK, is_late, kind_flag, stage_flag, week_of
from studio.plan.sheets.figures import grouped, spellings, weeks
from studio.plan.sheets.finishing import Values
from studio.plan.sheets.styles import print_wide, put_count, put_day, put_headings, put_quiet, put_text, set_width

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SUMMARY = {"id": "Ringkasan", "en": "Summary"}
_TITLE = {"id": "Ringkasan rencana", "en": "Summary of the plan"}
_HOW = {
    "id": "Dihitung dari tabel di sheet {}. Ubah tabelnya, angka di sini ikut berubah.",
    "en": "Counted from the table on the sheet {}. Change the table, and these figures follow.",
}
_ALL = {"id": "Semua", "en": "All"}
_BY = {
    "id": {"stage": "Per tahap", "owner": "Per PIC", "week": "Per minggu (mulai Senin)"},
    "en": {"stage": "By stage", "owner": "By owner", "week": "By week (from Monday)"},
}
_LATE_WORD = {"id": "Telat", "en": "Late"}
_NOBODY = {"id": "(belum ada)", "en": "(nobody)"}
_OTHER = {"id": "Lainnya", "en": "Other"}
_FIRST_ROW = 4
_HEADINGS = {column.key: column for column in COLUMNS}
# What COUNTIFS would take for a pattern, a comparison or a number instead of the name that it is.
_ODD = re.compile(r"[*?~<>=]|^\W*\d|^(true|false|benar|salah)$|.{200}", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Figure:
    """What is counted: its heading, the flag that is added up ("" for every item), and which items have it."""

    heading: str
    flag: str
    holds: Callable[[Item], bool]


@dataclass(frozen=True, slots=True)
class _Group:
    """One row: how it is called, its items, and how a formula finds them ("cell": by the name beside it)."""

    name: str | date
    items: Sequence[Item]
    by: str = "cell"


@dataclass(frozen=True, slots=True)
class _Block:
    heading: str
    column: str  # of the table
    groups: Sequence[_Group]
    figures: Sequence[_Figure]
    width: int


def fill_summary(sheet: Worksheet, items: Sequence[Item], language: str, today: date) -> Values:
    """Write the summary; what its formulas give."""
    put_text(sheet, 1, 1, _TITLE[language], size=16, bold=True)
    put_quiet(sheet, 2, 1, _HOW[language].format(TABLE[language]))
    values: dict[str, str | int | float] = {}
    left = 1
    for block in _blocks(items, language, today):
        values |= _fill(sheet, left, block, items, language)
        left += len(block.figures) + 2
    sheet.freeze_panes = f"A{_FIRST_ROW + 1}"
    sheet.sheet_view.showGridLines = False
    print_wide(sheet)
    return values


def _blocks(items: Sequence[Item], language: str, today: date) -> list[_Block]:
    figures, stages = _figures(language, today), STAGE_WORDS[language]
    of_stage = grouped(items, lambda item: item.stage)
    of_owner = grouped(items, lambda item: item.owner.casefold())
    of_week = grouped(items, lambda item: week_of(item.day) if item.day else None)
    headings, column = _BY[language], {key: _HEADINGS[key].heading(language) for key in ("stage", "owner")}
    nobody = _Group(_NOBODY[language], of_owner.get("", []), "empty")
    undated = _Group(UNDATED[language], of_week.get(None, []), "empty")
    owners = [_Group(name, of_owner[name.casefold()]) for name in spellings(item.owner for item in items)]
    mondays = [_Group(monday, of_week.get(monday, [])) for monday in weeks(items)]
    return [
        _Block(
            headings["stage"],
            column["stage"],
            [_Group(stages[stage], of_stage.get(stage, [])) for stage in Stage],
            [*figures[:3], figures[4]],
            20,
        ),
        _Block(headings["owner"], column["owner"], [*owners, nobody], figures, 24),
        _Block(headings["week"], WEEK[language], [*mondays, undated], figures, 26),
    ]


def _is_kind(kind: Kind) -> Callable[[Item], bool]:
    return lambda item: item.kind == kind


def _figures(language: str, today: date) -> list[_Figure]:
    stages, published = STAGE_WORDS[language], Stage.PUBLISHED
    return [
        _Figure(_ALL[language], "", lambda item: True),
        *(_Figure(KIND_WORDS[language][kind], kind_flag(kind, language), _is_kind(kind)) for kind in Kind),
        _Figure(stages[published], stage_flag(published, language), lambda item: item.stage == published),
        _Figure(_LATE_WORD[language], LATE[language], lambda item: is_late(item, today)),
    ]


def _fill(
    sheet: Worksheet, left: int, block: _Block, items: Sequence[Item], language: str
) -> dict[str, str | int | float]:
    """One block: its headings, all, a row for each group, and what the groups leave over (new names, new weeks)."""
    values: dict[str, str | int | float] = {}

    def count(row: int, column: int, formula: str, value: int, bold: bool = False) -> None:
        values[put_count(sheet, row, column, formula, bold=bold).coordinate] = value

    texts = [block.heading, *(figure.heading for figure in block.figures)]
    put_headings(sheet, _FIRST_ROW, texts, left, counts=len(block.figures))
    all_row, first, last = _FIRST_ROW + 1, _FIRST_ROW + 2, _FIRST_ROW + 1 + len(block.groups)
    put_text(sheet, all_row, left, _ALL[language], bold=True)
    put_text(sheet, last + 1, left, _OTHER[language])
    for row, group in enumerate(block.groups, start=first):
        if isinstance(group.name, date):
            put_day(sheet, row, left, group.name, language)
        else:
            put_text(sheet, row, left, group.name)
    for column, figure in enumerate(block.figures, start=left + 1):
        count(all_row, column, _formula(language, figure), sum(map(figure.holds, items)), bold=True)
        for row, group in enumerate(block.groups, start=first):
            place = f"${_letter(left)}{row}"
            formula = _formula(language, figure, block.column, group, place)
            count(row, column, formula, sum(map(figure.holds, group.items)))
        letter = _letter(column)
        count(last + 1, column, f"={letter}{all_row}-SUM({letter}{first}:{letter}{last})", 0)
        set_width(sheet, column, 10)
    set_width(sheet, left, block.width)
    set_width(sheet, left + len(block.figures) + 1, 4)
    return values


def _formula(language: str, figure: _Figure, column: str = "", group: _Group | None = None, place: str = "") -> str:
    """What counts the items of a group (None: all), the cell of whose name is `place`."""
    table, title = TABLE[language], f"{TABLE[language]}[{_HEADINGS['title'].heading(language)}]"
    flag = f"{table}[{figure.flag}]"
    if group is None:
        return f"=SUM({flag})" if figure.flag else f"=COUNTA({title})"
    where = f"{table}[{column}],{place}"
    if group.by == "empty":  # a row that holds nothing at all is no item
        where = f'{table}[{column}],"",{title},"<>"'
    elif isinstance(group.name, str) and _ODD.search(group.name):
        return f"=SUMPRODUCT(--({table}[{column}]={place}){f',{flag}' if figure.flag else ''})"
    return f"=SUMIFS({flag},{where})" if figure.flag else f"=COUNTIFS({where})"


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)
