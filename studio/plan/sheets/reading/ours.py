"""The sheets of our own workbook that stand beside the plan: its series, and texts that are too long for a cell."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from studio.errors import InvalidValue
from studio.plan.fields import check_field, item_from_json
from studio.plan.reading import Unread
from studio.plan.recurrence import parse_rule
from studio.plan.series import Series
from studio.plan.sheets.cells import rejoined
from studio.plan.sheets.columns import SERIES_COLUMNS
from studio.plan.sheets.reading.grid import Grid, text_of
from studio.plan.texts import clean_line

LongTexts = dict[tuple[str, str], list[str]]

_KEYS = {column.heading(language).casefold(): column.key for column in SERIES_COLUMNS for language in ("id", "en")}
_NEEDED = {"uid", "rule", "pattern"}


def read_long_texts(grid: Grid) -> LongTexts:
    """The pieces of each long text, by the uid of its item or series and the key of its column."""
    found: LongTexts = {}
    for row in grid.rows:
        if len(row) >= 3:
            found.setdefault((text_of(row[0]), text_of(row[1])), []).append(text_of(row[2]))
    return found


def is_series_sheet(grid: Grid) -> bool:
    """Whether `grid` is our sheet of series."""
    return bool(grid.rows) and set(_places(grid)) >= _NEEDED


def read_series(grid: Grid, long: LongTexts) -> tuple[list[Series], list[Unread]]:
    """The series of our sheet of them, and the rows that are none."""
    places = _places(grid)
    series: dict[str, Series] = {}
    unread = []
    for number, row in enumerate(grid.rows[1:], start=2):
        texts = {key: text_of(row[index]) if index < len(row) else "" for key, index in places.items()}
        if not any(texts.values()):
            continue
        uid = texts["uid"]
        whole = {key: rejoined(text, long[uid, key]) if (uid, key) in long else text for key, text in texts.items()}
        try:
            one = _series(whole)
        except (InvalidValue, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            why = str(error) if isinstance(error, InvalidValue) else "its pattern is not as it was written"
            unread.append(
                Unread(number, f"The series “{clean_line(texts.get('title', ''))[:80]}” cannot be read: {why}")
            )
        else:
            series.setdefault(one.uid, one)
    return list(series.values()), unread


def _places(grid: Grid) -> dict[str, int]:
    return {
        _KEYS[text]: index
        for index, cell in enumerate(grid.rows[0])
        if (text := " ".join(text_of(cell).split()).casefold()) in _KEYS
    }


def _series(texts: dict[str, str]) -> Series:
    pattern = item_from_json(json.loads(texts["pattern"]))
    start = check_field("start", texts["start"]) if texts.get("start") else pattern.start
    if start is None:
        raise InvalidValue("It has no start", "Give it one")
    uid = clean_line(texts["uid"])
    if not uid:
        raise InvalidValue("It has no uid", "Take the row from a new export")
    until = check_field("start", texts.get("made_until", ""))
    return Series(
        parse_rule(texts["rule"], start),
        replace(pattern, start=start),
        uid=uid,
        skipped=_moments(texts.get("skipped", "").split()),
        made_until=until.date() if isinstance(until, datetime) else until,
    )


def _moments(texts: Sequence[str]) -> tuple[datetime | date, ...]:
    found: list[Any] = [check_field("start", text) for text in texts]
    return tuple(at for at in found if at is not None)
