"""The sheet of the series: what repeats, by which rule, so that a file brings back more than its occurrences."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from studio.plan.dates import format_start
from studio.plan.fields import item_to_json
from studio.plan.recurrence import describe
from studio.plan.series import Series
from studio.plan.sheets.cells import LONGEST, shortened
from studio.plan.sheets.columns import SERIES_COLUMNS
from studio.plan.sheets.rows import LongText
from studio.plan.sheets.styles import print_wide, put_headings, put_text, set_width

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def series_texts(series: Series, language: str) -> dict[str, str]:
    """What the sheet says of a series, by the keys of SERIES_COLUMNS."""
    pattern = item_to_json(series.pattern, full=True)
    del pattern["readiness"]
    return {
        "uid": series.uid,
        "title": series.pattern.title,
        "says": describe(series.rule, series.start, language),
        "start": format_start(series.start) or "",
        "rule": series.rule,
        "skipped": "\n".join(format_start(at) or "" for at in series.skipped),
        "made_until": format_start(series.made_until) or "",
        "pattern": json.dumps(pattern, ensure_ascii=False),
    }


def fill_series(sheet: Worksheet, series: Sequence[Series], language: str) -> list[LongText]:
    """Write a row for every series; the texts that no cell can hold."""
    long: list[LongText] = []
    put_headings(sheet, 1, [column.heading(language) for column in SERIES_COLUMNS])
    for column, of_column in enumerate(SERIES_COLUMNS, start=1):
        set_width(sheet, column, of_column.width)
    for row, one in enumerate(series, start=2):
        texts = series_texts(one, language)
        for column, of_column in enumerate(SERIES_COLUMNS, start=1):
            text = texts[of_column.key]
            if len(text) > LONGEST:
                long.append(LongText(one.uid, of_column.key, text))
                text = shortened(text)
            if text:
                put_text(sheet, row, column, text).number_format = "@"
    sheet.freeze_panes = "C2"
    print_wide(sheet)
    return long
