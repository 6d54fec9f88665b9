"""Hours as people write them in a sheet, in Indonesian and English: "19.00–20.00 WIB", "setengah 8 malam"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from studio.plan.dates import INDONESIAN_ZONES

_ZONE = re.compile(rf"\b({'|'.join(INDONESIAN_ZONES)})\b", re.IGNORECASE)
_OFFSET = re.compile(r"\b(?:GMT|UTC)\s*\+\s*0?([789])(?::?00)?\b", re.IGNORECASE)
_OFFSETS = {"7": "WIB", "8": "WITA", "9": "WIT"}
_BESIDE = re.compile(r"[/|,()=]")
_SPELT_HOURS = (
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas", "dua belas",
)  # fmt: skip
_SPELT = re.compile(
    rf"(?:(?<=\bjam )|(?<=\bpukul )|(?<=\bsetengah )|^)({'|'.join(reversed(_SPELT_HOURS))})"
    r"(?= (?:pagi|siang|sore|petang|malam)\b|$)",
    re.IGNORECASE,
)
_ANY_DAY = date(2026, 1, 1)
_BEFORE = re.compile(r"^(?:(?:pukul|pkl|pk|jam|at|mulai|start|from|dari)\b\.?\s*)+", re.IGNORECASE)
_TO = re.compile(
    r"\s*(?:-|–|—|~|\bs\.?/?d\.?(?=[\s\d])|\bsampai(?: dengan)?\b|\bhingga\b|\bto\b|\buntil\b|\btill?\b)\s*", re.I
)
_OPEN_END = re.compile(r"(?:selesai|habis|end|finish|drop|done)?", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[.:h]\s*(?P<minute>[0-5]\d)(?:\s*[.:]\s*[0-5]\d(?:[.,]0+)?)?)?"
    r"\s*(?:(?P<half>[ap])\.?m\.?\b|(?P<part>[a-z]+(?: [a-z]+)?))?",
    re.IGNORECASE,
)
_FOUR = re.compile(r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)")
_HALF_TO = re.compile(r"(?:setengah|stgh|1/2|½)\s+(?P<hour>\d{1,2})\s*(?P<part>[a-z]+(?: [a-z]+)?)?", re.IGNORECASE)
_PAST = re.compile(
    r"(?P<hour>\d{1,2})\s+(?P<way>lewat|lebih|kurang)\s+(?P<minutes>\d{1,2}|seperempat|setengah)(?:\s+menit)?"
    r"\s*(?P<part>[a-z]+(?: [a-z]+)?)?",
    re.IGNORECASE,
)
_WHOLE = {"tengah malam": time(0, 0), "midnight": time(0, 0), "tengah hari": time(12, 0), "noon": time(12, 0)}
_MINUTES = {"seperempat": 15, "setengah": 30}
_DAY_MIN = 24 * 60
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour that a cell tells; `duration_min` where it tells the end too, `zone` where it names one."""

    at: time
    duration_min: float | None = None
    zone: str = ""


def parse_hour(text: str) -> Hour | None:
    """The hour that `text` means, None where it means none.

    "19.00", "1900", "7 malam", "jam 7 lewat 15 malam", "setengah 8 malam" (19:30), "7:30 PM", "19.00–20.00 WITA".
    """
    if len(text) > _LONGEST:
        return None
    text = _OFFSET.sub(lambda found: _OFFSETS[found[1]], text)
    zone = _ZONE.search(text)
    if zone is not None and len({name.casefold() for name in _ZONE.findall(text)}) > 1:
        return _agreed([parse_hour(part) for part in _BESIDE.split(text) if part.strip()])
    plain = _in_digits(" ".join(_ZONE.sub(" ", text).split()).strip(" ,.()"))
    begin, *end = _TO.split(plain)
    if len(end) > 1:
        return None
    first = _clock(begin)
    # "7 - 9 malam": the part of the day is told once, at the end.
    last = _clock(end[0]) if end else None
    if end and last is None and _OPEN_END.fullmatch(end[0]) is None:
        return None
    if first is None:
        return None
    at, told = first
    if last is not None and not told and last[1] and last[0].hour >= 12 and at.hour < 12:
        later = at.replace(hour=at.hour + 12)
        if later < last[0]:
            at = later
    duration = ((_minutes(last[0]) - _minutes(at)) % _DAY_MIN or None) if last is not None else None
    return Hour(at, duration, INDONESIAN_ZONES[zone[1].casefold()] if zone else "")


def _agreed(hours: list[Hour | None]) -> Hour | None:
    """The first of hours that are one moment in several zones ("19.00 WIB / 20.00 WITA"), else None."""
    told = [hour for hour in hours if hour is not None and hour.zone]
    moments = {datetime.combine(_ANY_DAY, hour.at, ZoneInfo(hour.zone)).astimezone(UTC).time() for hour in told}
    return told[0] if len(moments) == 1 and len(told) == len(hours) else None


def _in_digits(text: str) -> str:
    """`text` with an hour that is spelt out as a number: "jam tujuh malam"."""
    return _SPELT.sub(lambda found: str(_SPELT_HOURS.index(found[1].casefold()) + 1), text)


def hour_of_number(number: float) -> time | None:
    """The hour that a bare number in a column of hours means: 0.8125 (as Excel stores it), 19, 19.3 (19.30), 1930."""
    if 0 < number < 1:
        minutes = round(number * _DAY_MIN)
        return time(minutes // 60 % 24, minutes % 60)
    hour, minute = int(number), round((number - int(number)) * 100)
    if number == hour and 100 <= hour < 2400:
        hour, minute = divmod(hour, 100)
    return time(hour, minute) if 0 <= hour < 24 and 0 <= minute < 60 else None


def _clock(text: str) -> tuple[time, bool] | None:
    """The time, and whether its part of the day was told."""
    text = _BEFORE.sub("", text.strip().casefold()).strip(" ,.")
    if text in _WHOLE:
        return _WHOLE[text], True
    four = _FOUR.fullmatch(text)
    if four is not None:
        return time(int(four["hour"]), int(four["minute"])), True
    match = _HALF_TO.fullmatch(text)
    if match is not None:
        return _on_day(int(match["hour"]), -30, match["part"])
    match = _PAST.fullmatch(text)
    if match is not None:
        minutes = _MINUTES.get(match["minutes"]) or int(match["minutes"])
        return _on_day(int(match["hour"]), -minutes if match["way"] == "kurang" else minutes, match["part"])
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"] is not None:
        return (time(hour % 12 + 12 * (match["half"] == "p"), minute), True) if 1 <= hour <= 12 else None
    return _on_day(hour, minute, match["part"])


def _on_day(hour: int, minutes: int, part: str | None) -> tuple[time, bool] | None:
    found = _hour_of(hour, part)
    if found is None:
        return None
    total = (found * 60 + minutes) % _DAY_MIN
    return time(total // 60, total % 60), bool(part) or hour > 12


def _hour_of(hour: int, part: str | None) -> int | None:
    """The hour of 24 that is `hour` in that part of the day; one above 12 is of 24 already."""
    if hour > 24 or (hour == 24 and part):
        return None
    if hour > 12 or not part:
        return hour % 24 if not part or part in _PARTS else None
    shift = _PARTS.get(part)
    return shift(hour) if shift is not None else None


_PARTS = {
    "pagi": lambda hour: hour % 12,
    "subuh": lambda hour: hour % 12,
    "dini hari": lambda hour: hour % 12,
    "siang": lambda hour: hour if hour >= 9 else hour + 12,
    "sore": lambda hour: hour % 12 + 12,
    "petang": lambda hour: hour % 12 + 12,
    "malam": lambda hour: hour % 12 + 12 if 5 <= hour < 12 else hour % 12,
    "mlm": lambda hour: hour % 12 + 12 if 5 <= hour < 12 else hour % 12,
    "malem": lambda hour: hour % 12 + 12 if 5 <= hour < 12 else hour % 12,
}


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
