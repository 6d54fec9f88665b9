"""What the readers of sheets and calendars say, in the interface's language: they themselves speak English."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from ui.exchange.sentences import SENTENCES


def said(text: str) -> str:
    """`text` in the interface's language, without its last full stop; what is not known of it stays as it is."""
    bare = text.strip().rstrip(".")
    return _known(bare) or bare


def _known(text: str) -> str | None:
    """A sentence, sentences, or one about something ("“Kelas”: it has no title"); None where a part is not known."""
    for source, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            told = QCoreApplication.translate("Exchange", source)
            for number, value in found.groupdict().items():
                told = told.replace(f"%{number[1:]}", value)
            return told
    for stop in re.finditer(r"\. ", text):
        first, rest = _known(text[: stop.start()]), _known(text[stop.end() :])
        if first is not None and rest is not None:
            return f"{first}. {rest}"
    for colon in re.finditer(": ", text):
        about, told = text[: colon.start()], _known(text[colon.end() :])
        if told is not None:
            return f"{_known(about) or about}: {told}"
    return None


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    longest_first = sorted(SENTENCES, key=len, reverse=True)
    return tuple((source, _pattern(source)) for source in longest_first)


def _pattern(source: str) -> re.Pattern[str]:
    # What the file has there is a name or a value, and no sentence of its own.
    return re.compile(re.sub(r"%(\d)", r"(?P<p\1>(?:(?!\\. ).)+)", re.escape(source)))
