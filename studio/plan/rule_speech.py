"""A rule as a person would say it: "every Wednesday", "hari kerja terakhir tiap bulan"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from studio.plan.rule import WEEKDAYS, WORKING_DAYS, Rule, Weekday, rule_text


@dataclass(frozen=True, slots=True)
class _Tongue:
    """The words of one language; %1, %2 stand for what is put in."""

    weekdays: tuple[str, ...]
    months: str
    ordinals: dict[int, str]
    both: str
    units: dict[str, tuple[str, str]]  # every one, every %1
    weeks: str  # every %1 weeks on %2
    on_weekday: str
    monthly_on: str
    of_month: str
    working_day: str
    every_working_day: str
    weekday_first: bool  # "Kamis kedua", not "kedua Kamis"
    where_there_is_one: str
    last_day: str
    in_months: str
    yearly: str
    times: str
    until: str
    other: str

    def joined(self, parts: Sequence[str]) -> str:
        return f" {self.both} ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)

    def month(self, number: int) -> str:
        return self.months.split()[number - 1]

    def day(self, day: date) -> str:
        return f"{day.day} {self.month(day.month)} {day.year}"

    def numbered(self, number: int, what: str) -> str:
        """The second Thursday, the last working day; the last but one is -2."""
        ordinal = self.ordinals.get(number) or _nth(number, self)
        return f"{what} {ordinal}" if self.weekday_first else f"{ordinal} {what}"


_EN = _Tongue(
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months="January February March April May June July August September October November December",
    ordinals={1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "second to last"},
    both="and",
    units={
        "DAILY": ("every day", "every %1 days"),
        "WEEKLY": ("every week", "every %1 weeks"),
        "MONTHLY": ("every month", "every %1 months"),
        "YEARLY": ("every year", "every %1 years"),
    },
    weeks="every %1 weeks on %2",
    on_weekday="every %1",
    monthly_on="%1 on the %2",
    of_month="the %1 of %2",
    working_day="working day",
    every_working_day="every working day",
    weekday_first=False,
    where_there_is_one=", where there is one",
    last_day="last day",
    in_months=", in %1",
    yearly="%1 on %2",
    times=", %1 times",
    until=", until %1",
    other="by the rule %1",
)
_ID = _Tongue(
    weekdays=("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    months="Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    ordinals={1: "pertama", 2: "kedua", 3: "ketiga", 4: "keempat", 5: "kelima", -1: "terakhir", -2: "kedua terakhir"},
    both="dan",
    units={
        "DAILY": ("setiap hari", "setiap %1 hari"),
        "WEEKLY": ("setiap minggu", "setiap %1 minggu"),
        "MONTHLY": ("tiap bulan", "tiap %1 bulan"),
        "YEARLY": ("setiap tahun", "setiap %1 tahun"),
    },
    weeks="setiap %1 minggu pada hari %2",
    on_weekday="setiap %1",
    monthly_on="%1 tanggal %2",
    of_month="%1 %2",
    working_day="hari kerja",
    every_working_day="setiap hari kerja",
    weekday_first=True,
    where_there_is_one=", jika ada",
    last_day="hari terakhir",
    in_months=", pada bulan %1",
    yearly="%1 pada %2",
    times=", %1 kali",
    until=", sampai %1",
    other="menurut aturan %1",
)


def say(rule: Rule, start: datetime | date, language: str) -> str:
    """`rule` of an item that starts at `start`, in Indonesian where `language` is "id", else in English."""
    words = _ID if language == "id" else _EN
    said = _body(rule, start, words) or words.other.replace("%1", rule_text(rule.endless))
    if rule.count is not None:
        said += words.times.replace("%1", str(rule.count))
    if rule.until is not None:
        said += words.until.replace("%1", words.day(rule.until))
    return said


def _body(rule: Rule, start: datetime | date, words: _Tongue) -> str:
    """What is repeated, without the end; "" for a rule that no phrase fits."""
    if rule.byweekno or rule.byyearday:
        return ""
    every = _every(rule.freq, rule.interval, words)
    match rule.freq:
        case "DAILY":
            if rule.bymonthday or rule.bysetpos or (rule.byday and rule.interval > 1):
                return ""
            said = _weekly(rule, rule.byday, words) if rule.byday else every
        case "WEEKLY":
            own = ((0, WEEKDAYS[start.weekday()]),)
            said = "" if rule.bysetpos else _weekly(rule, rule.byday or own, words)
        case "MONTHLY":
            said = _monthly(rule, start, every, words)
        case _:
            return _yearly(rule, start, every, words)
    if said and rule.bymonth:
        said += words.in_months.replace("%1", words.joined([words.month(number) for number in rule.bymonth]))
    return said


def _every(freq: str, interval: int, words: _Tongue) -> str:
    one, many = words.units[freq]
    return one if interval == 1 else many.replace("%1", str(interval))


def _weekly(rule: Rule, days: Sequence[Weekday], words: _Tongue) -> str:
    named = {day for _, day in days}
    if len(named) == 7:
        return words.units["DAILY"][0] if rule.interval == 1 else _every("WEEKLY", rule.interval, words)
    if rule.interval == 1 and tuple(days) == WORKING_DAYS:
        return words.every_working_day
    names = [words.weekdays[WEEKDAYS.index(day)] for _, day in days]
    if rule.interval > 1:
        return words.weeks.replace("%1", str(rule.interval)).replace("%2", words.joined(names))
    if names == ["Minggu"]:
        names = ["hari Minggu"]  # "setiap minggu" would be every week
    return words.on_weekday.replace("%1", words.joined(names))


def _monthly(rule: Rule, start: datetime | date, every: str, words: _Tongue) -> str:
    if rule.byday:
        which = _which(rule, words)
        return words.of_month.replace("%1", which).replace("%2", every) if which else ""
    if rule.bysetpos:
        return ""
    days = rule.bymonthday or (start.day,)
    if days == (-1,):
        return words.of_month.replace("%1", words.last_day).replace("%2", every)
    if min(days) < 0:
        return ""
    said = words.monthly_on.replace("%1", every).replace("%2", words.joined([_date(day, words) for day in days]))
    return said + words.where_there_is_one if max(days) > 28 else said


def _yearly(rule: Rule, start: datetime | date, every: str, words: _Tongue) -> str:
    months = rule.bymonth or ((start.month,) if not rule.bymonthday and not rule.byday else ())
    if not months or (rule.bysetpos and not rule.byday):
        return ""
    if rule.byday:
        which = "" if rule.bymonthday else _which(rule, words)
        named = words.joined([words.month(number) for number in months])
        return f"{words.of_month.replace('%1', which).replace('%2', named)}, {every}" if which else ""
    days = rule.bymonthday or (start.day,)
    if len(days) > 1 or len(months) > 1 or days[0] < 0:
        return ""
    said = words.yearly.replace("%1", every).replace("%2", f"{days[0]} {words.month(months[0])}")
    return said + words.where_there_is_one if (months[0], days[0]) == (2, 29) else said


def _which(rule: Rule, words: _Tongue) -> str:
    """Which of the weekdays: "second Thursday", "hari kerja terakhir"; "" where no phrase fits."""
    if rule.bymonthday:
        return ""
    if rule.bysetpos:
        if any(number for number, _ in rule.byday):
            return ""
        if rule.byday == WORKING_DAYS:
            what = words.working_day
        elif len(rule.byday) == 1:
            what = words.weekdays[WEEKDAYS.index(rule.byday[0][1])]
        else:
            return ""
        return words.joined([words.numbered(number, what) for number in rule.bysetpos])
    if not all(number for number, _ in rule.byday):
        return ""
    return words.joined([words.numbered(number, words.weekdays[WEEKDAYS.index(day)]) for number, day in rule.byday])


def _date(day: int, words: _Tongue) -> str:
    return str(day) if words is _ID else f"{day}{_suffix(day)}"


def _nth(number: int, words: _Tongue) -> str:
    if words is _ID:
        return f"ke-{number}" if number > 0 else f"ke-{-number} dari akhir"
    return f"{number}{_suffix(number)}" if number > 0 else f"{-number}{_suffix(-number)} to last"


def _suffix(number: int) -> str:
    return "th" if 11 <= number % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
