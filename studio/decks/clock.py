"""Times, days and lengths as people write them in a sheet."""

from __future__ import annotations

import re
from datetime import date, time

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2}))?(?:\.0+)?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_ZONE = re.compile(r"\b(wib|wita|wit|pukul|jam|pkl\.?)(?=\s|\d|$)", re.IGNORECASE)
_MONTHS = (
    ("jan",),
    ("feb",),
    ("mar",),
    ("apr",),
    ("mei", "may"),
    ("jun",),
    ("jul",),
    ("agu", "agt", "aug"),
    ("sep",),
    ("okt", "oct"),
    ("nov", "nop"),
    ("des", "dec"),
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b")
_WORDS = re.compile(r"(\d{1,2})[ -]+([a-z]{3})[a-z]*[ -]+(\d{4}|\d{2})\b", re.IGNORECASE)
_UNITS = {
    **dict.fromkeys(("j", "jam", "h", "hr", "hrs", "hour", "hours"), 3600),
    **dict.fromkeys(("m", "mnt", "menit", "min", "mins", "minute", "minutes", "'", "′"), 60),
    **dict.fromkeys(("d", "dtk", "detik", "s", "sec", "secs", "second", "seconds", '"', "″"), 1),
}
_AMOUNT = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z'\"′″]+)", re.IGNORECASE)


def read_time(text: str) -> time:
    """ "19:30", "19.30", "19.30 WIB", "pukul 19", "7:30 PM", "2026-12-16 19:30:15". Raises ValueError."""
    rest = _ZONE.sub(" ", _without_day(text)).strip()
    found = _TIME.fullmatch(rest)
    if not found:
        raise ValueError(text)
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    if found[4]:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + (12 if found[4][0] in "pP" else 0)
    return time(hour, minute, second)


def _without_day(text: str) -> str:
    for pattern in (_ISO, _WORDS, _NUMBERS):
        found = pattern.search(text)
        # "19.30.15" looks like a day too: only what leaves a time behind is one.
        if found and (rest := text[: found.start()] + " " + text[found.end() :]).strip(" ,T"):
            return rest.replace("T", " ").strip(" ,")
    return text


def read_day(text: str) -> date:
    """ "2026-12-16", "16/12/2026" (day first, unless only month first is a date), "16 Des 2026". Raises ValueError."""
    if found := _ISO.search(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _WORDS.search(text):
        month = next((n for n, names in enumerate(_MONTHS, 1) if found[2].lower() in names), 0)
        return date(_year(found[3]), month, int(found[1]))
    if found := _NUMBERS.search(text):
        day, month = int(found[1]), int(found[2])
        # A sheet that went through an English Excel has the month first.
        return date(_year(found[3]), *((month, day) if month <= 12 else (day, month)))
    raise ValueError(text)


def holds_day(text: str) -> bool:
    """Whether a day stands beside the time in `text`."""
    return _without_day(text) != text


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def read_length(text: str) -> float:
    """Seconds: "0:05:00", "5:00", "5.00", "5", "5,5" (minutes), "5 menit", "1 jam 30 menit", "90 detik".

    Raises ValueError, for more than a day too.
    """
    plain = text.strip()
    if found := re.fullmatch(r"(\d+)[:.](\d{2})[:.](\d{2})(?:[.,]\d+)?", plain):
        seconds = float(int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3]))
    elif (found := re.fullmatch(r"(\d+)[:.](\d{2})", plain)) and int(found[2]) < 60:
        seconds = float(int(found[1]) * 60 + int(found[2]))
    elif re.fullmatch(r"\d+(?:[.,]\d+)?", plain):
        seconds = float(plain.replace(",", ".")) * 60
    else:
        amounts = _AMOUNT.findall(plain)
        if not amounts or _AMOUNT.sub("", plain).strip(" ,+-dan&") or any(u.lower() not in _UNITS for _, u in amounts):
            raise ValueError(text)
        seconds = sum(float(number.replace(",", ".")) * _UNITS[unit.lower()] for number, unit in amounts)
    if seconds > 24 * 3600:
        raise ValueError(text)
    return seconds
