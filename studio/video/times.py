"""Times in a recording, as people write them and as they are shown."""

from __future__ import annotations

import re

from studio.errors import InvalidValue

_TIME = re.compile(r"(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:[.,]\d+)?)")


def parse_time(text: str) -> float:
    """Seconds from "65.5", "1:05.5", "1:05,5" or "0:01:05". Raises InvalidValue."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise InvalidValue(f'"{text}" is no time', "Write seconds such as 65.5, or minutes and seconds such as 1:05.5")
    hours, minutes, seconds = found.groups()
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(seconds.replace(",", "."))


def time_text(seconds: float) -> str:
    """ "1:05.5", "1:02:03"; tenths only where there are any."""
    tenths = round(seconds * 10)
    whole, tenth = divmod(tenths, 10)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    text = f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute}:{second:02d}"
    return f"{text}.{tenth}" if tenth else text
