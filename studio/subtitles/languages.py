"""The name of a language where players want another one than Whisper's: ISO 639-2 in MP4."""

from __future__ import annotations

from functools import cache

# Where ISO 639-2 has two codes for a language, MP4 takes the terminological one.
_CHOSEN = {"zh": "zho", "ms": "msa", "jw": "jav", "jv": "jav", "yue": "yue", "no": "nor", "tl": "tgl"}
_BIBLIOGRAPHIC = {
    "alb",
    "arm",
    "baq",
    "bur",
    "cze",
    "chi",
    "dut",
    "fre",
    "geo",
    "ger",
    "gre",
    "ice",
    "mac",
    "mao",
    "may",
}
_BIBLIOGRAPHIC |= {"per", "rum", "slo", "tib", "wel", "scc", "scr", "mol"}


def track_language(language: str) -> str:
    """The ISO 639-2 code of an MP4 track for Whisper's code: "ind" for "id"; "und" where there is none."""
    if language in _CHOSEN:
        return _CHOSEN[language]
    return language if len(language) == 3 and language.isalpha() else _three_letters().get(language, "und")


@cache
def _three_letters() -> dict[str, str]:
    from babel.core import get_global

    return {
        short: long
        for long, short in get_global("language_aliases").items()
        if len(long) == 3 and len(short) == 2 and long not in _BIBLIOGRAPHIC
    }


def language_title(language: str) -> str:
    """The language's own name for Whisper's code, as a player's menu shows it: "Indonesia"; "" where there is none."""
    from babel.core import Locale, UnknownLocaleError

    try:
        name = Locale.parse({"jw": "jv"}.get(language, language)).get_language_name()
    except (ValueError, UnknownLocaleError):
        return ""
    return name[:1].upper() + name[1:] if name else ""
