"""The days of a sheet: a year, a month, the order of numbers that a cell leaves open follow from the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from studio.errors import InvalidValue
from studio.plan.dates import FIRST_YEAR, LAST_YEAR
from studio.plan.sheets.reading.clock import Hour, hour_of_number, parse_hour
from studio.plan.sheets.reading.day_words import MONTHS, Told, months_in, parse_day, weekday_of, years_in
from studio.plan.sheets.reading.grid import text_of
from studio.plan.sheets.reading.words import is_nothing, plain_words

_EPOCH = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)  # 1954 to 2119, as Excel counts days
_DAY_FIRST = "Dates are read with the day first"
_MONTH_FIRST = "Dates are read with the month first: they would be none otherwise"


@dataclass(slots=True)
class Days:
    """Reads the cells of one sheet's dates, row by row, and remembers what was assumed."""

    today: date
    months: Sequence[int] = ()  # that the title names
    years: Sequence[int] = ()
    month_first: bool = False
    midnights: bool = True  # whether 00:00 is an hour, and not what a program wrote behind every date
    explicit: Sequence[int] = ()  # the years that other dates of the sheet bear
    notes: dict[str, None] = field(default_factory=dict)
    _last: date | None = None
    _told: dict[str, Told | None] = field(default_factory=dict)

    def read(
        self, cell: Any, *, weekday: Any = "", month: Any = "", year: Any = ""
    ) -> tuple[date | None, Hour | None, str]:
        """The day that a cell tells, and the hour where it tells that too.

        The third is what stands behind them in a text. Raises InvalidValue with the text quoted.
        """
        if isinstance(cell, datetime):
            return self._found(cell.date(), cell), self._counted(Hour(_minute(cell.time()))), ""
        if isinstance(cell, date):
            return self._found(cell, cell), None, ""
        if isinstance(cell, (float, int)) and not isinstance(cell, bool):
            return self._number(cell, _number_of(month, MONTHS), _number_of(year, {})), None, ""
        if not isinstance(cell, str):
            raise _no_date(cell)
        if is_nothing(cell):
            return None, None, ""
        told = self.told(cell)
        if told is None:
            text = cell.strip()
            if text.isdecimal() and len(text) in (1, 2, 8):
                return self._number(float(text), _number_of(month, MONTHS), _number_of(year, {})), None, ""
            raise _no_date(cell)
        hour = parse_hour(told.rest) if told.rest else None
        if told.rest and hour is None and (any(map(str.isdigit, told.rest)) or months_in(told.rest)):
            raise _no_date(cell)
        wanted = told.weekday if told.weekday >= 0 else weekday_of(weekday) if isinstance(weekday, str) else -1
        day = self._found(self._resolved(told, wanted, _number_of(year, {}), cell), cell)
        return day, self._counted(hour), told.rest

    def _counted(self, hour: Hour | None) -> Hour | None:
        return hour if self.midnights or hour is None or hour.at != time(0) else None

    def tells_hours(self, cells: Iterable[Any]) -> bool:
        """Whether any of the cells of a column of dates tells an hour other than 00:00."""
        for cell in cells:
            if isinstance(cell, datetime):
                hour: Hour | None = Hour(_minute(cell.time()))
            else:
                told = self.told(cell) if isinstance(cell, str) else None
                hour = parse_hour(told.rest) if told is not None and told.rest else None
            if hour is not None and hour.at != time(0):
                return True
        return False

    def told(self, text: str) -> Told | None:
        """As parse_day, each text once."""
        if text not in self._told:
            self._told[text] = parse_day(text)
        return self._told[text]

    def _found(self, day: date, cell: Any) -> date:
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise InvalidValue(
                f"“{text_of(cell)}” is a date too far away", f"Years go from {FIRST_YEAR} to {LAST_YEAR}"
            )
        self._last = day
        return day

    def _number(self, number: float, month: int, year: int) -> date:
        whole = int(number)
        if whole in _SERIALS:
            return self._found(_EPOCH + timedelta(days=whole), number)
        if number == whole and 19_700_101 <= whole <= 21_991_231:
            try:
                return self._found(date(whole // 10_000, whole // 100 % 100, whole % 100), number)
            except ValueError:
                raise _no_date(number) from None
        month = month or (self.months[0] if len(self.months) == 1 else 0)
        if number == whole and 1 <= whole <= 31 and month:
            return self._found(self._resolved(Told(0, month, whole), -1, year, f"{whole}"), number)
        raise _no_date(number)

    def _resolved(self, told: Told, weekday: int, year: int, cell: Any) -> date:
        if told.numbers and told.month != told.day:
            first = self.month_first and told.day <= 12
            if (told.month <= 12 and told.day <= 12) or first:
                self.notes[_MONTH_FIRST if first else _DAY_FIRST] = None
        year = told.year or year
        if year:
            day = told.on(year, month_first=self.month_first)
            if day is None:
                raise _no_date(cell, "there is no such day")
            if told.weekday >= 0 and day.weekday() != told.weekday:
                self.notes[
                    f"“{text_of(cell).strip()}” names another day of the week than its date has: the date counts"
                ] = None
            return day
        years, said = self._years(told)
        days = [day for one in years if (day := told.on(one, month_first=self.month_first)) is not None]
        fitting = [day for day in days if weekday < 0 or day.weekday() == weekday] or days
        if not fitting:
            raise _no_date(cell, "there is no such day")
        if fitting[0] != days[0]:
            said = "The year {} is the one in which the days of the week fit"
        self.notes[said.format(fitting[0].year)] = None
        return fitting[0]

    def _years(self, told: Told) -> tuple[list[int], str]:
        """The years that come into question, the likeliest first, and the sentence that says why."""
        month = told.month
        near = self._last or self.today

        def distance(year: int) -> int:
            return abs((year - near.year) * 12 + month - near.month)

        around = sorted(range(near.year - 2, near.year + 3), key=lambda year: (distance(year), -year))
        rolls = self._last is not None and self._last.month >= 11 and month <= 2
        if self.years and not (rolls and self.months):
            likeliest = sorted(set(self.years), key=lambda year: (distance(year), year))
            return [*likeliest, *around], "The year {} is taken from the title"
        if self._last is not None:
            return around, "The year {} follows from the dates around"
        if self.explicit:
            return [*sorted(set(self.explicit), key=distance), *around], "The year {} follows from the dates around"
        return around, "Dates without a year are read as those nearest to today, {} first"


def month_comes_first(texts: Iterable[str]) -> bool:
    """Whether dates of numbers have the month first: some would be no date otherwise, and none speaks against it."""
    told = [found for text in texts if (found := parse_day(text)) is not None and found.numbers]
    return any(one.month > 12 for one in told) and not any(one.day > 12 for one in told)


def named(texts: Iterable[str]) -> tuple[list[int], list[int]]:
    """The months and years that titles name, each once."""
    months: dict[int, None] = {}
    years: dict[int, None] = {}
    for text in texts:
        months |= dict.fromkeys(months_in(text))
        years |= dict.fromkeys(year for year in years_in(text) if FIRST_YEAR <= year <= LAST_YEAR)
    return list(months), list(years)


def read_hour(cell: Any) -> Hour | None:
    """The hour that a cell tells, None where there is none yet. Raises InvalidValue with the text quoted."""
    if isinstance(cell, datetime):
        return Hour(_minute(cell.time()))
    if isinstance(cell, time):
        return Hour(_minute(cell))
    if isinstance(cell, timedelta):
        minutes = round(cell.total_seconds() / 60)
        if 0 <= minutes < 24 * 60:
            return Hour(time(minutes // 60, minutes % 60))
    elif isinstance(cell, (float, int)) and not isinstance(cell, (bool, date)):
        at = time(0) if cell == 0 else hour_of_number(float(cell))
        if at is not None:
            return Hour(at)
    elif isinstance(cell, str):
        words = plain_words(cell)
        if is_nothing(cell) or words in ("all day", "seharian", "sepanjang hari", "full day", "fleksibel", "bebas"):
            return None
        hour = parse_hour(cell)
        if hour is not None:
            return hour
    raise InvalidValue(f"The time “{text_of(cell).strip()}” cannot be understood", "Write it as 19.00")


def _minute(at: time) -> time:
    # Excel's times are fractions of a day: 19:29:59.9 is 19:30.
    whole = datetime.combine(_EPOCH, at) + timedelta(seconds=1)
    return (
        whole.time().replace(second=0, microsecond=0) if whole.date() == _EPOCH else at.replace(second=0, microsecond=0)
    )


def _number_of(cell: Any, names: dict[str, int]) -> int:
    """The number that a cell holds, or the word of `names`; 0 where it is neither."""
    if isinstance(cell, (date, datetime)):
        return cell.month if names else cell.year
    text = text_of(cell).strip().casefold()
    return int(text) if text.isdecimal() and len(text) < 5 else names.get(text, 0)


def _no_date(cell: Any, why: str = "") -> InvalidValue:
    text = text_of(cell).strip()
    return InvalidValue(
        f"The date “{text[:60]}” cannot be understood{': ' + why if why else ''}",
        "Write it as 1 Des 2026 or 01/12/2026",
    )
