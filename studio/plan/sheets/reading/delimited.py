"""A .csv of any program: its encoding, its separator, and its cells."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from pathlib import Path

from studio.errors import InvalidValue
from studio.plan.sheets.cells import unescaped
from studio.plan.sheets.reading.grid import MOST_COLUMNS, MOST_ROWS, Grid
from studio.plan.sheets.reading.packages import MOST_CELLS, too_large

LARGEST_FILE = 64 * 1024 * 1024
_SEPARATORS = ",;\t|"
_SAMPLE = 64 * 1024
_LONGEST_CELL = 4 * 1024 * 1024
_DECLARED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read_delimited(path: Path, data: bytes) -> Grid:
    """The rows of a .csv; each cell without the apostrophe that kept it from being a formula.

    Raises InvalidValue for what is no text.
    """
    text = decoded(data)
    if "\0" in text[:_SAMPLE]:
        raise InvalidValue(f"{path.name} is no text", "Save the sheet as .xlsx or as CSV UTF-8, and choose that file")
    declared = _DECLARED.match(text)
    start = declared.end() if declared else 0
    separator = declared[1] if declared else separator_of(text[:_SAMPLE])
    rows: list[list[str]] = [[]] if declared else []  # the numbers of the rows stay those that a person sees
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        for row in csv.reader(_lines(text[start:]), delimiter=separator):
            rows.append([unescaped(cell) for cell in row])
            if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS:
                raise too_large(path)
    except csv.Error as error:
        raise InvalidValue(
            f"{path.name} cannot be read as a .csv ({error})", "Save the sheet as .xlsx, and choose that file"
        ) from None
    finally:
        csv.field_size_limit(before)
    width = max(map(len, rows), default=0)
    if width * len(rows) > MOST_CELLS:
        raise too_large(path)
    for filled in rows:
        filled.extend([""] * (width - len(filled)))
    return Grid(path.stem, rows)


def decoded(data: bytes) -> str:
    """The text of `data`: UTF-8, UTF-16 with its mark or without, else Windows' western code page."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    sample = data[:_SAMPLE]
    # Latin text in UTF-16 has a zero in every other byte.
    if sample.count(0) > len(sample) // 4:
        odd = sample[1::2].count(0) >= sample[::2].count(0)
        return data.decode("utf-16-le" if odd else "utf-16-be", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def separator_of(sample: str) -> str:
    """The sign that divides most lines of `sample` into the same number of cells, more than one."""
    best, score = ",", (0.0, 0)
    for separator in _SEPARATORS:
        counts = Counter(
            len(row)
            for row in csv.reader(sample.splitlines(keepends=True), delimiter=separator)
            if any(cell.strip() for cell in row)
        )
        several = {columns: lines for columns, lines in counts.items() if columns > 1}
        if not several:
            continue
        columns, lines = max(several.items(), key=lambda one: (one[1], one[0]))
        found = (lines / counts.total() * min(columns, 8), columns)
        if found > score:
            best, score = separator, found
    return best


def _lines(text: str) -> list[str]:
    # splitlines would end a row at every sign that Unicode calls an end of line, U+2028 among them.
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text)
