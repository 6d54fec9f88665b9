"""Minutes and numbers as people write them in a sheet: "1 jam 30 menit", "90'", "Eps 3"."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import Any

from studio.plan.sheets.reading.clock import parse_hour

_PIECES = re.compile(
    r"(?:(?P<hours>\d+(?:[.,]\d+)?)\s*(?:jam|hours?|hrs?|h|j)(?![a-z])\.?)?[\s,]*(?:dan|and)?\s*"
    r"(?:(?P<half>setengah)|(?P<minutes>\d+(?:[.,]\d+)?)\s*(?:(?:menit|mnt|mins?|minutes?|m)(?![a-z])\.?|['’′]))?[\s,]*(?:dan|and)?\s*"
    r"(?:(?P<seconds>\d+(?:[.,]\d+)?)\s*(?:(?:detik|dtk|seconds?|secs?|det|s)(?![a-z])\.?|[\"”″]))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_COLONS = re.compile(r"(\d{1,2})[:](\d{2})(?::(\d{2}))?")
_HALF_HOUR = re.compile(r"(?:setengah|½|1/2)\s*jam|half an hour", re.IGNORECASE)
_LONGEST = 60
_EPISODE = re.compile(
    r"(?:episode|episod|eps?|part|bagian|sesi|session|vol|volume|seri|no|nomor|ke)?[\s.#:-]*(\d{1,6})"
    r"(?:\s*(?:/|of|dari)\s*\d+)?",
    re.IGNORECASE,
)


def minutes_of(cell: Any, unit: float = 1.0) -> float | None:
    """The minutes that a cell tells, None where it tells none; a bare number is in `unit` minutes."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, (int, float)):
        return float(cell) * unit
    if isinstance(cell, timedelta):
        return cell.total_seconds() / 60
    if isinstance(cell, (time, datetime)):
        return cell.hour * 60 + cell.minute + cell.second / 60
    text = str(cell).strip().lstrip("±~ ").removeprefix("ca. ").strip()
    if len(text) > _LONGEST:
        return None
    if _NUMBER.fullmatch(text):
        return float(text.replace(",", ".")) * unit
    colons = _COLONS.fullmatch(text)
    if colons is not None:
        return int(colons[1]) * 60 + int(colons[2]) + int(colons[3] or 0) / 60
    if _HALF_HOUR.fullmatch(text):
        return 30.0
    pieces = _PIECES.fullmatch(text)
    if pieces is not None and any(pieces.groups()):
        hours, minutes, seconds = (_number(pieces[name]) for name in ("hours", "minutes", "seconds"))
        return hours * 60 + (30 if pieces["half"] else minutes) + seconds / 60
    hours_told = parse_hour(text)  # "19.00-20.00"
    return hours_told.duration_min if hours_told is not None else None


def episode_of(cell: Any) -> int | None:
    """The number of an episode that a cell tells, None where it tells none."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return int(cell) if cell == int(cell) and 0 <= cell < 1_000_000 else None
    text = str(cell).strip()
    match = _EPISODE.fullmatch(text) if len(text) <= _LONGEST else None
    return int(match[1]) if match is not None else None


def _number(text: str | None) -> float:
    return float(text.replace(",", ".")) if text else 0.0
