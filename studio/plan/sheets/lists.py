"""The hidden sheets of our workbook: the words of the dropdowns, and the texts that are too long for a cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from studio.plan.dates import INDONESIAN_ZONES
from studio.plan.item import DEFAULT_LANGUAGE, Item
from studio.plan.readers import LANGUAGES
from studio.plan.sheets.cells import pieces
from studio.plan.sheets.columns import KIND_WORDS, STAGE_WORDS
from studio.plan.sheets.figures import spellings
from studio.plan.sheets.rows import LongText
from studio.plan.sheets.styles import put_text

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

LISTS = {"id": "Daftar", "en": "Lists"}
LONG_TEXTS = "_siar"  # the same in every language: it is read back
SPARE_ROWS = 1_000  # rows below the table that have the dropdowns already
_LONGEST_LIST = 255  # characters of a list that is written into the rule itself: Excel's limit
_MOST_NAMES = 200


def dropdown_words(items: Sequence[Item], language: str) -> dict[str, list[str]]:
    """The words that each column offers, by its key."""
    languages = [DEFAULT_LANGUAGE, "en"]
    return {
        "kind": list(KIND_WORDS[language].values()),
        "stage": list(STAGE_WORDS[language].values()),
        "language": languages + sorted(LANGUAGES - set(languages)),
        "zone": list(dict.fromkeys([*INDONESIAN_ZONES.values(), *spellings(item.zone for item in items)])),
        **{
            name: spellings(str(getattr(item, name)) for item in items)[:_MOST_NAMES]
            for name in ("owner", "campaign", "series", "studio")
        },
    }


def add_lists(book: Workbook, words: Mapping[str, Sequence[str]], language: str) -> dict[str, str]:
    """A hidden sheet with the words that fit no rule; what the rule of each column says, by its key.

    Names of people and campaigns always go there: one with a comma would be two.
    """
    rules: dict[str, str] = {}
    ranges: list[Sequence[str]] = []
    for key, of_key in words.items():
        listed = ",".join(of_key)
        if not of_key:
            continue
        if key in ("kind", "stage") and len(listed) <= _LONGEST_LIST:
            rules[key] = f'"{listed}"'
        else:
            ranges.append(of_key)
            letter = chr(ord("A") + len(ranges) - 1)
            rules[key] = f"{LISTS[language]}!${letter}$1:${letter}${len(of_key)}"
    sheet = book.create_sheet(LISTS[language])
    sheet.sheet_state = "hidden"
    for column, of_key in enumerate(ranges, start=1):
        for row, word in enumerate(of_key, start=1):
            put_text(sheet, row, column, word)
    return rules


def dropdown(key: str, rule: str, letter: str, last_row: int, language: str) -> DataValidation:
    """The dropdown of one column; names that are new may be typed, a stage that does not exist may not."""
    from openpyxl.worksheet.datavalidation import DataValidation

    fixed = key in ("kind", "stage", "language")
    validation = DataValidation(
        type="list", formula1=rule, allow_blank=True, showErrorMessage=fixed, errorStyle="stop", showDropDown=False
    )
    if language == "id":
        validation.errorTitle, validation.error = "Tidak dikenal", "Pilih salah satu dari daftar."
    else:
        validation.errorTitle, validation.error = "Not known", "Choose one of the list."
    validation.add(f"{letter}2:{letter}{last_row + SPARE_ROWS}")
    return validation


def add_long_texts(book: Workbook, texts: Iterable[LongText]) -> None:
    """A hidden sheet with each long text in pieces: the uid, the column's key, and one piece a row, in their order."""
    rows = [(long.uid, long.key, piece) for long in texts for piece in pieces(long.text)]
    if not rows:
        return
    sheet = book.create_sheet(LONG_TEXTS)
    sheet.sheet_state = "veryHidden"
    for row, parts in enumerate(rows, start=1):
        for column, text in enumerate(parts, start=1):
            put_text(sheet, row, column, text)
