"""What the readers of sheets and calendars say, in the interface's language: they themselves speak English."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

# %1 to %4 stand for whatever the file has there. The longest that fits is taken.
SENTENCES: tuple[str, ...] = (QT_TRANSLATE_NOOP("Exchange", "It has no title"),)


def said(sentence: str) -> str:
    """`sentence` in the interface's language; one that is not known stays as it is."""
    bare = sentence.strip().rstrip(".")
    for source, pattern in _patterns():
        found = pattern.fullmatch(bare)
        if found is not None:
            text = QCoreApplication.translate("Exchange", source)
            for number, value in found.groupdict().items():
                text = text.replace(f"%{number[1:]}", value)
            return text
    return bare


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    longest_first = sorted(SENTENCES, key=len, reverse=True)
    return tuple((source, _pattern(source)) for source in longest_first)


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"%(\d)", r"(?P<p\1>.+)", re.escape(source).replace(r"\%", "%")), re.DOTALL)
