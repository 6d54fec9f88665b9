"""Days as people write them in a sheet, in Indonesian and English, with or without their year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from studio.plan.dates import FIRST_YEAR, LAST_YEAR

_MONTH_NAMES = (
    "januari january jan", "februari february feb pebruari peb", "maret march mar mrt", "april apr", "mei may",
    "juni june jun", "juli july jul", "agustus august agu agt agst agust agus aug ags", "september sep sept",
    "oktober october okt oct", "november nov nopember nop", "desember december des dec",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_WEEKDAY_NAMES = (
    "senin monday mon sen", "selasa tuesday tue tues sel", "rabu wednesday wed rab",
    "kamis thursday thu thur thurs kam", "jumat jum'at jum’at friday fri jum",
    "sabtu saturday sat sab", "minggu sunday sun min ahad",
)  # fmt: skip
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True))
_LEAD = rf"(?:(?:hari\s+)?(?P<weekday>{_WEEKDAY})\.?[\s,/|\-–]+)?(?:(?:tanggal|tgl)\.?\s*)?"
_YEAR = r"(?P<year>\d{4}|'?’?\d{2})"
_SHAPES = tuple(
    re.compile(_LEAD + shape + r"(?:[\s,]+\(?(?P<weekday2>" + _WEEKDAY + r")\)?)?(?P<rest>[\sT,;|@(].*|)", re.I | re.S)
    for shape in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"(?P<first>\d{1,2})\s*[-/.]\s*(?P<second>\d{1,2})\s*[-/.]\s*(?P<year>\d{4}|\d{2})(?!\d)",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s\-/.,]*(?:of\s+)?(?P<name>{_MONTH})\b\.?(?:[\s\-/.,]*{_YEAR}(?![\d:.]))?",
        rf"(?P<name>{_MONTH})\b\.?[\s\-/.]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:[\s,\-/]+{_YEAR}(?![\d:.]))?",
        r"(?P<first>\d{1,2})[-/](?P<second>\d{1,2})(?!\d)",
    )
)
_GLUED = re.compile(rf"(?<![^\W\d_])({_MONTH})(?=\d|\b)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(?<=[a-z]) \((\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?)\)$", re.IGNORECASE)
_LONGEST = 120
_YEARS = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_NAMED_MONTH = re.compile(rf"\b(?P<name>{_MONTH})\b", re.IGNORECASE)
_PERHAPS = re.compile(r"(?=.*\d)(?=.*[^\W\d_]{3}).{5,60}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Told:
    """A day as far as a text tells it: `year` is 0 where it does not, `weekday` -1; `rest` is what follows the day.

    `swapped` is set where both day and month were given as numbers up to 12 or could be read with the month first.
    """

    year: int
    month: int
    day: int
    weekday: int = -1
    rest: str = ""
    numbers: bool = False

    def on(self, year: int, *, month_first: bool = False) -> date | None:
        """That day in `year`, None where there is none."""
        month, day = (self.day, self.month) if month_first and self.numbers else (self.month, self.day)
        try:
            return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
        except ValueError:
            return None


def parse_day(text: str) -> Told | None:
    """What `text` tells of a day at its beginning, None where it tells none.

    Numbers are day, month, year: "01/12/2026" is the first of December.
    """
    if len(text) > _LONGEST:
        return None
    text = " ".join(_GLUED.sub(r" \1 ", text.replace("\xa0", " ")).split()).strip(" .")
    text = _IN_BRACKETS.sub(r" \1", text)  # "Kamis (10/12)"
    for shape in _SHAPES:
        match = shape.fullmatch(text)
        if match is None:
            continue
        found = match.groupdict()
        name, first = found.get("name"), found.get("first")
        month = MONTHS[name.casefold()] if name else int(found["second"] if first else found["month"])
        told = (found.get("year") or "").lstrip("'’")
        year = 0 if not told else int(told) + (2000 if len(told) == 2 else 0)
        day_name = found["weekday"] or found["weekday2"]
        weekday = WEEKDAYS[day_name.casefold()] if day_name else -1
        return Told(year, month, int(first or found["day"]), weekday, found["rest"].strip(" ,;|@T()"), bool(first))
    return _by_dateparser(text)


def weekday_of(text: str) -> int:
    """The day of the week (Monday is 0) that `text` is the name of, -1 where it is none."""
    return WEEKDAYS.get(text.strip(" .,").casefold(), -1)


def years_in(text: str) -> list[int]:
    """The years that a title names, in its order."""
    return [int(year) for year in _YEARS.findall(text)]


def months_in(text: str) -> list[int]:
    """The months that a title names, in its order."""
    return [MONTHS[match["name"].casefold()] for match in _NAMED_MONTH.finditer(text) if len(match["name"]) > 2]


@lru_cache(maxsize=4096)
def _by_dateparser(text: str) -> Told | None:
    """What dateparser makes of a text that has a day, a month and a year in words and numbers."""
    if _PERHAPS.fullmatch(text) is None or not (months_in(text) and years_in(text)):
        return None
    import dateparser

    found: datetime | None = dateparser.parse(
        text,
        languages=["id", "en"],
        settings={"DATE_ORDER": "DMY", "STRICT_PARSING": True, "PARSERS": ["absolute-time"]},
    )
    if found is None:
        return None
    clock = found.strftime("%H:%M") if found.hour or found.minute else ""
    return Told(found.year, found.month, found.day, rest=clock)
