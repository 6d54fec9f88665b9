"""Columns that follow from the others: week, month, and the 0/1 flags that SUMIF adds up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from studio.plan.item import Item, Kind, Stage
from studio.plan.sheets.columns import COLUMNS, KIND_WORDS, STAGE_WORDS, Cell, Holds

TABLE = {"id": "Rencana", "en": "Plan"}
WEEK = {"id": "Minggu mulai", "en": "Week of"}
MONTH = {"id": "Bulan", "en": "Month"}
LATE = {"id": "Flag telat", "en": "Flag late"}
UNDATED_FLAG = {"id": "Flag tanpa tanggal", "en": "Flag undated"}
UNDATED = {"id": "Tanpa tanggal", "en": "Undated"}
DONE = (Stage.PUBLISHED, Stage.CANCELLED)
_HEADINGS = {column.key: column for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived column: its formula (as a table stores it) and what that gives for an item."""

    heading: str
    formula: str
    value: Callable[[Item], Cell]
    holds: Holds
    width: int = 10


@lru_cache(maxsize=1)
def derived_headings() -> frozenset[str]:
    """What stands above the derived columns, in both languages."""
    return frozenset(column.heading for language in TABLE for column in derived_columns(language, date.min))


def week_of(day: date) -> date:
    """The Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def is_late(item: Item, today: date) -> bool:
    """Whether the day of `item` has passed and it is neither published nor cancelled."""
    return item.day is not None and item.day < today and item.stage not in DONE


def month_text(item: Item, language: str) -> str:
    """The month of `item` as "2026-12", which sorts as a text, or the word for undated."""
    return f"{item.day:%Y-%m}" if item.day else UNDATED[language]


def stage_flag(stage: Stage, language: str) -> str:
    """The heading of the flag of a stage."""
    return f"Flag {STAGE_WORDS[language][stage].lower()}"


def kind_flag(kind: Kind, language: str) -> str:
    """The heading of the flag of a kind."""
    return f"Flag {KIND_WORDS[language][kind].lower()}"


def derived_columns(language: str, today: date) -> list[Derived]:
    """Every derived column, in the order in which they stand behind the item's own."""
    day, stage, kind, title = (_this_row(key, language) for key in ("date", "stage", "kind", "title"))
    stages, kinds = STAGE_WORDS[language], KIND_WORDS[language]
    month = f'YEAR({day})&"-"&RIGHT("0"&MONTH({day}),2)'  # TEXT() takes other letters in other languages of Excel
    late = f'{day}<TODAY(),{stage}<>"{stages[Stage.PUBLISHED]}",{stage}<>"{stages[Stage.CANCELLED]}"'
    return [
        Derived(
            WEEK[language],
            f'IF({day}="","",{day}-WEEKDAY({day},2)+1)',
            lambda item: week_of(item.day) if item.day else "",
            Holds.DATE,
            15,
        ),
        Derived(
            MONTH[language],
            f'IF({day}="","{UNDATED[language]}",{month})',
            lambda item: month_text(item, language),
            Holds.TEXT,
            13,
        ),
        *(_flag(kind_flag(of, language), f'{kind}="{kinds[of]}"', _is_of(of)) for of in Kind),
        *(_flag(stage_flag(of, language), f'{stage}="{stages[of]}"', _is_of(of)) for of in Stage),
        _flag(LATE[language], f'AND({day}<>"",{late})', lambda item: is_late(item, today)),
        _flag(UNDATED_FLAG[language], f'AND({day}="",{title}<>"")', lambda item: item.day is None),
    ]


def _is_of(of: Kind | Stage) -> Callable[[Item], bool]:
    return lambda item: of in (item.kind, item.stage)


def _flag(heading: str, condition: str, holds: Callable[[Item], bool]) -> Derived:
    return Derived(heading, f"IF({condition},1,0)", lambda item: int(holds(item)), Holds.NUMBER)


def _this_row(key: str, language: str) -> str:
    return f"{TABLE[language]}[[#This Row],[{_HEADINGS[key].heading(language)}]]"
