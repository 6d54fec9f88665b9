"""The value of one cell as an item holds it: strictly as our own sheet writes it, or as teams do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from studio.errors import InvalidValue
from studio.plan.readers import FIELDS
from studio.plan.sheets.reading.grid import text_of
from studio.plan.sheets.reading.headings import Meaning
from studio.plan.sheets.reading.quantities import episode_of, minutes_of
from studio.plan.sheets.reading.words import is_nothing, kind_of, stage_of
from studio.plan.texts import clean_line

# What an item cannot be without: an emptied cell leaves it as it is.
NEVER_EMPTY = frozenset({"kind", "stage", "zone", "language"})
_SEVERAL = re.compile(r"[,;\n|+•]|\s&\s|\bdan\b|\band\b|(?<![:/])/(?!/)", re.IGNORECASE)
_PLATFORMS = {
    "tiktok": "TikTok", "tik tok": "TikTok", "tt": "TikTok", "ig": "Instagram", "instagram": "Instagram",
    "yt": "YouTube", "youtube": "YouTube", "fb": "Facebook", "facebook": "Facebook",
    "shopee": "Shopee", "tokopedia": "Tokopedia",
    "lazada": "Lazada", "shopee video": "Shopee Video", "shopee live": "Shopee Live", "tiktok live": "TikTok Live",
    "instagram reels": "Instagram Reels", "ig reels": "Instagram Reels", "reels": "Instagram Reels",
    "youtube shorts": "YouTube Shorts", "yt shorts": "YouTube Shorts", "x": "X", "twitter": "X", "whatsapp": "WhatsApp",
    "wa": "WhatsApp", "linkedin": "LinkedIn", "threads": "Threads",
}  # fmt: skip
_HASHTAG = re.compile(r"#(\w+)")

Reader = Callable[[Any], Any]


def reader_of(name: str, meaning: Meaning, *, own: bool) -> Reader:
    """What reads the cells of a column that was taken for the field `name`; it raises InvalidValue.

    Each distinct cell is read once: sheets say the same over and over.
    """
    read = _own(name) if own else _other(name, meaning)
    known: dict[Any, Any] = {}

    def cached(cell: Any) -> Any:
        key = (cell.__class__, cell)
        if key not in known:
            known[key] = read(cell)
        return known[key]

    return read if name in ("title", "notes", "answers") else cached


def _own(name: str) -> Reader:
    field, other = FIELDS[name].read, _other(name, Meaning(name))

    def read(cell: Any) -> Any:
        text = text_of(cell)
        try:
            return field(text)
        except InvalidValue as error:
            # Words of a dropdown, and what a person typed into our sheet.
            if name not in ("kind", "stage", "duration_min", "episode"):
                raise
            try:
                return other(cell)
            except InvalidValue:
                raise error from None

    return read


def _other(name: str, meaning: Meaning) -> Reader:
    field = FIELDS[name].read
    readers: dict[str, Reader] = {
        "stage": lambda cell: _word(cell, stage_of(text_of(cell)), "stage"),
        "kind": lambda cell: _word(cell, kind_of(text_of(cell)), "kind of item"),
        "duration_min": lambda cell: field(_told(cell, minutes_of(cell, meaning.unit), "duration")),
        "episode": lambda cell: _told(cell, episode_of(cell), "episode"),
        "platforms": lambda cell: field([platform(part) for part in _parts(cell)]),
        "tags": lambda cell: field(_HASHTAG.findall(text_of(cell)) or _parts(cell)),
        "products": lambda cell: field(text_of(cell) if "|" in text_of(cell) else _lines(cell)),
    }
    read = readers.get(name, lambda cell: field(text_of(cell)))
    return lambda cell: field("") if is_nothing(text_of(cell)) and name not in NEVER_EMPTY | {"title"} else read(cell)


def platform(text: str) -> str:
    """A platform by its own name, as it is usually spelt."""
    name = clean_line(text)
    return _PLATFORMS.get(name.casefold(), name)


def is_live_platform(name: str) -> bool:
    """Whether a platform is one for live sessions: "TikTok Live"."""
    return name.casefold().endswith(" live")


def _word(cell: Any, found: Any, what: str) -> Any:
    if found is None:
        raise InvalidValue(f"“{clean_line(text_of(cell))[:60]}” is no {what} that is known")
    return found


def _told(cell: Any, found: Any, what: str) -> Any:
    if found is None:
        raise InvalidValue(f"The {what} “{clean_line(text_of(cell))[:60]}” cannot be understood")
    return found


def _parts(cell: Any) -> list[str]:
    return [part for part in _SEVERAL.split(text_of(cell)) if part and part.strip()]


def _lines(cell: Any) -> list[str]:
    text = text_of(cell)
    return [part for part in re.split(r"[;\n]" if re.search(r"[;\n]|\d,\d", text) else r",", text) if part.strip()]
