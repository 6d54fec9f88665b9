"""Rules in the words that people type, such as "every 2 weeks on Tuesday" or "hari kerja terakhir"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from studio.errors import InvalidValue
from studio.plan.rule import WEEKDAYS

_DAYS = {
    "MO": "monday mondays mon senin",
    "TU": "tuesday tuesdays tue tues selasa",
    "WE": "wednesday wednesdays wed rabu",
    "TH": "thursday thursdays thu thur thurs kamis",
    "FR": "friday fridays fri jumat",
    "SA": "saturday saturdays sat sabtu",
    "SU": "sunday sundays sun ahad minggu",
}
_DAY = {word: day for day, words in _DAYS.items() for word in words.split()}
_UNITS = {
    "DAILY": "day days daily hari harian",
    "WEEKLY": "week weeks weekly minggu pekan mingguan",
    "MONTHLY": "month months monthly bulan bulanan",
    "YEARLY": "year years yearly annually tahun tahunan",
}
_UNIT = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_ORDINALS = ("first pertama kesatu", "second kedua", "third ketiga", "fourth keempat", "fifth kelima")
_ORDINAL = {word: number for number, words in enumerate(_ORDINALS, 1) for word in words.split()}
_ORDINAL |= {"last": -1, "terakhir": -1, "secondlast": -2, "thirdlast": -3}
_NUMBERS = (
    "one two three four five six seven eight nine ten",
    "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh",
)
_NUMBER = {word: number for words in _NUMBERS for number, word in enumerate(words.split(), 1)} | {"other": 2}
_FILLERS = "on the of at in a an and dan pada di untuk serta repeat repeats ulangi berulang once sekali"
_WORKING = "MO,TU,WE,TH,FR"

_UNTIL = re.compile(r"\b(?:until|till?|sampai(?: dengan)?|hingga|s/d|sd)\s+(?=[^\d]{0,20}\d)(?P<day>[^:]+)$")
_TIMES = re.compile(r"\b(?:(?:for|selama|sebanyak)\s+)?(?<![-–—])(\d{1,4})\s*(?:times|kali|x)\s*$")


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_EACH = r"(?:(?P<each>every|each|setiap|tiap) )?"
_ORD = rf"(?:{_any(_ORDINAL)}|\d(?:st|nd|rd|th)|ke ?\d)"
_D = _any(_DAY)
_SPAN = re.compile(rf"\b(?!minggu)({_D})\s*(?:[-–—]|\b(?:to|through|sampai(?: dengan)?|hingga|s/d|sd)\b)\s*({_D})\b")
_FROM_THE_END = re.compile(
    r"\b(?:(?P<two>second|2nd|kedua|ke-?2)|third|3rd|ketiga|ke-?3)[ -](?:to[ -]|dari )?(?:last|terakhir|akhir)\b"
)
# "-1 weeks", "1-15": no rule has numbers below one, or from one to another.
_BELOW_OR_SPAN = re.compile(r"(?<![a-z])\s*[-–—]\s*\d")
_WORK = r"(?:work(?:ing)? ?days?|business days?|weekdays?)"
# "of every 2 months", "tiap bulan"
_MONTH = r"(?: (?P<monthly>(?:(?:every|each|setiap|tiap) )?(?:(?P<n>\w+) )?(?:months?|bulan)|monthly|bulanan))?"
_ORDS = rf"(?P<ordinals>{_ORD}(?: {_ORD})*)"
_DAYS_RE = rf"(?P<days>{_D}(?: {_D})*)"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(form))
    for name, form in (
        ("working", rf"{_EACH}(?:{_WORK}|hari kerja)"),
        ("weekend", rf"{_EACH}(?:weekends?|akhir (?:pekan|minggu))"),
        ("nth_working", rf"{_EACH}{_ORDS} {_WORK}{_MONTH}"),
        ("nth_working", rf"{_EACH}hari kerja {_ORDS}{_MONTH}"),
        ("last_day", rf"{_EACH}(?:last day|hari terakhir|end|akhir){_MONTH}"),
        ("fortnight", rf"(?:fortnightly|biweekly|dwimingguan|{_EACH}fortnight)(?: {_DAYS_RE})?"),
        ("unit", rf"{_EACH}(?:(?P<n>\w+) )?(?P<unit>{_any(_UNIT)})(?: {_DAYS_RE})?"),
        ("nth", rf"{_EACH}{_ORDS} {_DAYS_RE}{_MONTH}"),
        ("nth", rf"{_EACH}{_DAYS_RE} {_ORDS}{_MONTH}"),
        (
            "nth",
            rf"(?P<monthly>monthly|(?:every|each|setiap|tiap) (?:(?P<n>\w+) )?(?:month|bulan)s?) {_ORDS} {_DAYS_RE}",
        ),
        ("dates", rf"{_EACH}(?:tanggal|tgl|day|date) (?P<dates>\d{{1,2}}(?: \d{{1,2}})*){_MONTH}"),
        ("dates", rf"{_EACH}(?P<dates>\d{{1,2}}(?:st|nd|rd|th)(?: \d{{1,2}}(?:st|nd|rd|th))*){_MONTH}"),
        (
            "dates",
            r"(?P<monthly>monthly|bulanan|(?:every|each|setiap|tiap) (?:(?P<n>\w+) )?(?:month|bulan)s?)"
            r" (?:(?:tanggal|tgl|day) )?(?P<dates>\d{1,2}(?:st|nd|rd|th)?(?: \d{1,2}(?:st|nd|rd|th)?)*)",
        ),
        ("days", rf"{_EACH}(?:(?P<n>other) )?{_DAYS_RE}"),
    )
)


def read_words(text: str, start: datetime | date) -> str | None:
    """The value of an RRULE that `text` means for an item that starts at `start`; None where it is not understood.

    Raises InvalidValue for what can mean two things.
    """
    body, end = _cut_end(text.casefold().replace("’", "'").replace("jum'at", "jumat"), start)
    body = _SPAN.sub(_each_day, _FROM_THE_END.sub(lambda match: "secondlast" if match["two"] else "thirdlast", body))
    if _BELOW_OR_SPAN.search(body):
        return None
    # "minggu" is a week and a Sunday; after "hari" or among other days it can only be the day.
    body = re.sub(r"\bminggu(?=\s*(?:,|&|dan\b|and\b))", "ahad", body)
    words = [
        word for word in re.findall(r"[a-z]+|\d+[a-z]*", body.replace("ke-", "ke")) if word not in _FILLERS.split()
    ]
    spoken = " ".join(words)
    spoken = re.sub(r"\bse(?=hari|minggu|pekan|bulan|tahun)", "", spoken)
    _refuse_a_day_of_a_week(spoken)
    spoken = spoken.replace("hari minggu", "ahad")
    spoken = re.sub(rf"\b({_D}) minggu\b", r"\1 ahad", spoken)
    spoken = re.sub(rf"\bhari (?={_D}\b)", "", spoken)
    for name, form in _FORMS:
        match = form.fullmatch(spoken)
        if match is not None:
            rule = _rule(name, match, start)
            return rule and rule + end
    return None


def _cut_end(text: str, start: datetime | date) -> tuple[str, str]:
    text = text.strip().rstrip(".")
    if match := _UNTIL.search(text):
        return text[: match.start()], f";UNTIL={_last_day(match['day'], start):%Y%m%d}"
    if match := _TIMES.search(text):
        return text[: match.start()], f";COUNT={match[1]}"
    return text, ""


def _last_day(text: str, start: datetime | date) -> date:
    """The day that `text` names ("2026-12-31", "31 Desember", "31/12/2026"): without a year, the first from `start`."""
    from studio.plan.sheets.reading.day_words import parse_day  # dates in words bring much along

    told = parse_day(text)
    begin = start.date() if isinstance(start, datetime) else start
    years = () if told is None or told.rest else (told.year,) if told.year else (begin.year, begin.year + 1)
    days = [day for year in years if told is not None and (day := told.on(year)) is not None]
    last = next((day for day in days if day >= begin), days[-1] if days else None)
    if last is None:
        raise InvalidValue(f'"{text.strip()}" is no last day', 'Write it as "until 2026-12-31"')
    return last


def _each_day(match: re.Match[str]) -> str:
    """The words "senin-jumat" as all the days from the one to the other."""
    first, last = (WEEKDAYS.index(_DAY[word]) for word in match.groups())
    names = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "ahad")
    return " ".join(names[(first + number) % 7] for number in range((last - first) % 7 + 1))


def _rule(name: str, match: re.Match[str], start: datetime | date) -> str | None:
    found = match.groupdict()
    interval = _interval(found.get("n"))
    if interval is None:
        return None
    days = [_DAY[word] for word in (found.get("days") or "").split()]
    numbers = [_ordinal(word) for word in re.findall(_ORD, found.get("ordinals") or "")]
    dates = [int(number) for number in re.findall(r"\d+", found.get("dates") or "")]
    own = WEEKDAYS[start.weekday()]
    match name:
        case "working":
            return f"FREQ=WEEKLY;BYDAY={_WORKING}"
        case "weekend":
            return "FREQ=WEEKLY;BYDAY=SA,SU"
        case "nth_working":
            return f"FREQ=MONTHLY{interval};BYDAY={_WORKING};BYSETPOS={_joined(numbers)}"
        case "last_day":
            return f"FREQ=MONTHLY{interval};BYMONTHDAY=-1"
        case "fortnight":
            return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={_joined(days or [own])}"
        case "nth":
            _refuse_two_meanings(found, numbers)
            return f"FREQ=MONTHLY{interval};BYDAY={_joined(f'{number}{day}' for number in numbers for day in days)}"
        case "dates":
            return f"FREQ=MONTHLY{interval};BYMONTHDAY={_joined(dates)}"
        case "days":
            return f"FREQ=WEEKLY{interval};BYDAY={_joined(days)}"
        case _:
            return _by_unit(_UNIT[found["unit"]], interval, days or [own], start, named=bool(days))


def _by_unit(unit: str, interval: str, days: list[str], start: datetime | date, *, named: bool) -> str | None:
    if unit == "WEEKLY":
        return f"FREQ=WEEKLY{interval};BYDAY={_joined(days)}"
    if named:
        return None  # "every month Tuesday" says not which one
    return f"FREQ=MONTHLY{interval};BYMONTHDAY={start.day}" if unit == "MONTHLY" else f"FREQ={unit}{interval}"


def _refuse_two_meanings(found: dict[str, str | None], numbers: list[int]) -> None:
    # To some, "every second Thursday" is every other one, to others the second of the month.
    if found.get("each") in ("every", "each") and not found.get("monthly") and len(numbers) == 1 and numbers[0] > 1:
        day, number = str(found["days"]).capitalize(), str(found["ordinals"])
        raise InvalidValue(
            f'"{found["each"]} {number} {day}" can mean two things',
            f'Write "every {numbers[0]} weeks on {day}", or "{number} {day} of the month"',
        )


def _refuse_a_day_of_a_week(spoken: str) -> None:
    # "Kamis minggu kedua": of the second week, or, to most, the second Thursday; it never is a Thursday and a Sunday.
    match = re.search(rf"\b({_D}) (?:minggu|pekan) ({_ORD})\b", spoken)
    if match is not None:
        day, number = match[1].capitalize(), re.sub(r"ke ?(?=\d)", "ke-", match[2])
        raise InvalidValue(
            f'"{match[0].capitalize()}" can mean two things', f'Write "{day} {number}" for that {day} of the month'
        )


def _interval(word: str | None) -> str | None:
    """The INTERVAL part that a word means, "" for every one; None where it is no number."""
    if word is None:
        return ""
    number = _NUMBER.get(word, int(word) if word.isdecimal() else None)
    return None if number is None else "" if number == 1 else f";INTERVAL={number}"


def _ordinal(word: str) -> int:
    return _ORDINAL.get(word) or int(re.sub(r"\D", "", word))


def _joined(parts: Iterable[object]) -> str:
    return ",".join(map(str, parts))
