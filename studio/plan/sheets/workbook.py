"""The plan as an Excel workbook: its table, a summary, a pivot, its series."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from studio.plan.item import Item
from studio.plan.series import Series
from studio.plan.sheets.columns import SERIES_SHEET
from studio.plan.sheets.derived import TABLE
from studio.plan.sheets.finishing import Additions, finish
from studio.plan.sheets.lists import add_lists, add_long_texts, dropdown, dropdown_words
from studio.plan.sheets.pivot import PIVOT, add_pivot
from studio.plan.sheets.plan_sheet import lay_out, letters
from studio.plan.sheets.rows import long_texts, table_rows
from studio.plan.sheets.series_sheet import fill_series
from studio.plan.sheets.summary import SUMMARY, fill_summary


def write_workbook(path: Path, items: Sequence[Item], series: Sequence[Series], today: date, language: str) -> None:
    """Write the workbook to `path`, whatever its name is. Raises OSError."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = "Siar Studio"
    plan = book.worksheets[0]
    plan.title = TABLE[language]
    styles = lay_out(plan, len(items), language, today)
    summary = book.create_sheet(SUMMARY[language])
    counted = fill_summary(summary, items, language, today)
    add_pivot(book.create_sheet(PIVOT), items, language, today)
    long = long_texts(items, language)
    if series:
        long += fill_series(book.create_sheet(SERIES_SHEET[language]), series, language)
    places, last_row = letters(language, today), max(len(items), 1) + 1
    for key, rule in add_lists(book, dropdown_words(items, language), language).items():
        plan.add_data_validation(dropdown(key, rule, places[key], last_row, language))
    add_long_texts(book, long)
    book.calculation.fullCalcOnLoad = True
    saved = io.BytesIO()
    book.save(saved)
    additions = {
        _part(book.worksheets.index(plan)): Additions(
            table_rows(items, styles, language, today), f"A1:{list(places.values())[-1]}{last_row}"
        ),
        _part(book.worksheets.index(summary)): Additions(values=counted),
    }
    finish(saved, path, additions)


def _part(index: int) -> str:
    return f"xl/worksheets/sheet{index + 1}.xml"
