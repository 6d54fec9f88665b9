"""The rows of the plan's table as the XML of a sheet: openpyxl would take ten times as long for thousands of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from xml.sax.saxutils import escape

from studio.plan.item import Item
from studio.plan.sheets.cells import LONGEST, excel_text, is_dangerous, shortened
from studio.plan.sheets.columns import COLUMNS, Cell, cell
from studio.plan.sheets.derived import derived_columns
from studio.plan.sheets.styles import serial


@dataclass(frozen=True, slots=True)
class RowStyles:
    """The number of each column's style in the workbook, and of the one that keeps a text from being a formula."""

    plain: tuple[int, ...]
    quoted: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LongText:
    """A text that no cell can hold: of which item or series (its uid), in which column (its key)."""

    uid: str
    key: str
    text: str


def long_texts(items: Sequence[Item], language: str) -> list[LongText]:
    """The texts of `items` of which a cell holds the beginning only."""
    return [
        LongText(item.uid, column.key, text)
        for item in items
        for column in COLUMNS
        if isinstance(text := cell(item, column.key, language), str) and len(text) > LONGEST
    ]


def table_rows(items: Sequence[Item], styles: RowStyles, language: str, today: date) -> Iterator[str]:
    """A <row> for every item, from the second row of the sheet on; one with formulas alone where there is none."""
    from openpyxl.utils import get_column_letter

    derived = derived_columns(language, today)
    places = [get_column_letter(index + 1) for index in range(len(COLUMNS) + len(derived))]
    own = list(zip(COLUMNS, places, styles.plain, styles.quoted, strict=False))
    follow = list(zip(derived, places[len(COLUMNS) :], styles.plain[len(COLUMNS) :], strict=True))
    formulas = [f"<f>{escape(column.formula)}</f>" for column in derived]
    for row, item in enumerate(items, start=2):
        parts = [f'<row r="{row}">']
        for column, place, plain, quoted in own:
            value = cell(item, column.key, language)
            if value is not None and value != "":
                parts.append(_own_cell(f"{place}{row}", value, plain, quoted))
        for (figure, place, style), formula in zip(follow, formulas, strict=True):
            parts.append(_cell(f"{place}{row}", style, figure.value(item), formula))
        parts.append("</row>")
        yield "".join(parts)
    if not items:
        cells = [
            _cell(f"{place}2", style, None, text) for (_, place, style), text in zip(follow, formulas, strict=True)
        ]
        yield f'<row r="2">{"".join(cells)}</row>'


def _own_cell(place: str, value: Cell, plain: int, quoted: int) -> str:
    if not isinstance(value, str):
        return _cell(place, plain, value)
    text = shortened(value) if len(value) > LONGEST else value
    style = quoted if is_dangerous(text) else plain
    text = escape(excel_text(text))
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _cell(place: str, style: int, value: Cell, formula: str = "") -> str:
    """A number, a moment, or a formula with what it gives (None: Excel finds out)."""
    if isinstance(value, str):
        return f'<c r="{place}" s="{style}" t="str">{formula}<v>{escape(value)}</v></c>'
    if isinstance(value, (date, time)):
        value = serial(value)
    return f'<c r="{place}" s="{style}">{formula}{"" if value is None else f"<v>{value!r}</v>"}</c>'
