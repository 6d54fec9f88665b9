"""Titles that hold an episode number: "Kelas komisi #8" as one of a series, "Kelas komisi #{episode}" for all of it."""

from __future__ import annotations

import re

EPISODE = "{episode}"
_WITHOUT = re.compile(r"[\s:,.–—-]*(?:\(\s*#?\{episode\}\s*\)|#?\{episode\})")
_SAYS_NUMBER = r"(?:#\s?|\b(?:episode|eps?|no|part|bagian|sesi|kelas ke|pertemuan)[\s.]*(?:ke-?)?)"


def titled(title: str, number: int | None) -> str:
    """A pattern's title with the number in it: "Kelas #{episode}" is "Kelas #8", and "Kelas" without a number."""
    if EPISODE not in title:
        return title
    if number is not None:
        return title.replace(EPISODE, str(number))
    return _WITHOUT.sub("", title).strip() or title.replace(EPISODE, "").strip() or title


def pattern_title(title: str, number: int | None) -> str:
    """The title of an occurrence as one for all: "Kelas #8" of number 8 is "Kelas #{episode}".

    Only a number that is marked as one ("#8", "Episode 8", "ep. 8"), or that ends the title, is taken for it.
    """
    if number is None or EPISODE in title:
        return title
    for form in (rf"({_SAYS_NUMBER})0*{number}\b", rf"(\s){number}$"):
        found, many = re.subn(form, rf"\g<1>{EPISODE}", title, count=1, flags=re.IGNORECASE)
        if many:
            return found
    return title


def spoken_number(title: str) -> int | None:
    """The number that a title says of itself: 8 for "Kelas komisi #8" or "Episode 8: harga"; None without one."""
    match = re.search(rf"{_SAYS_NUMBER}(\d{{1,5}})\b", title, flags=re.IGNORECASE)
    return int(match[1]) if match else None
