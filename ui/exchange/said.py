"""What the readers of sheets and calendars say, in the interface's language: they themselves speak English."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

# %1 and %2 stand for whatever the file has there. The longest that fits is taken.
SENTENCES: tuple[str, ...] = (
    # files
    QT_TRANSLATE_NOOP("Exchange", "%1 holds no item"),
    QT_TRANSLATE_NOOP("Exchange", "Choose another file, or another sheet of it"),
    QT_TRANSLATE_NOOP("Exchange", "%1 ends in %2, which is no calendar or sheet"),
    QT_TRANSLATE_NOOP("Exchange", "%1 has no ending, which is no calendar or sheet"),
    QT_TRANSLATE_NOOP("Exchange", "Save it as .xlsx in Excel first"),
    QT_TRANSLATE_NOOP("Exchange", "Save it as .xlsx in LibreOffice first"),
    QT_TRANSLATE_NOOP("Exchange", "Use a calendar (.ics), an Excel sheet (.xlsx) or a .csv"),
    QT_TRANSLATE_NOOP("Exchange", "There is no file %1"),
    QT_TRANSLATE_NOOP("Exchange", "Check the name, or choose the file again"),
    QT_TRANSLATE_NOOP("Exchange", "%1 is a folder, not a file"),
    QT_TRANSLATE_NOOP("Exchange", "Choose a file in it"),
    QT_TRANSLATE_NOOP("Exchange", "%1 cannot be read"),
    QT_TRANSLATE_NOOP("Exchange", "%1 cannot be written (%2)"),
    QT_TRANSLATE_NOOP("Exchange", "Choose another folder, or allow writing to this one"),
    QT_TRANSLATE_NOOP("Exchange", "Close it if another program has it open, or choose a folder that you may write to"),
    QT_TRANSLATE_NOOP("Exchange", "The disk that holds %1 is full"),
    QT_TRANSLATE_NOOP("Exchange", "Free some space, then try again"),
    # calendars
    QT_TRANSLATE_NOOP("Exchange", "The file holds no calendar"),
    QT_TRANSLATE_NOOP("Exchange", "Export it again from the calendar program, as an .ics file"),
    QT_TRANSLATE_NOOP("Exchange", "%1 has %2 MB, more than any plan"),
    QT_TRANSLATE_NOOP("Exchange", "The calendar holds more than %1 sessions, repeats included"),
    QT_TRANSLATE_NOOP("Exchange", "Export a shorter time from the calendar program"),
    QT_TRANSLATE_NOOP("Exchange", "Export a shorter time from the calendar program, of %1 MB at most"),
    QT_TRANSLATE_NOOP("Exchange", "%1 older versions of events in the file were passed over"),
    QT_TRANSLATE_NOOP("Exchange", 'The time zone "%1" is unknown: its times are read as %2'),
    QT_TRANSLATE_NOOP("Exchange", "Times without a time zone are read as %1"),
    QT_TRANSLATE_NOOP("Exchange", "%1 are no items and were passed over"),
    QT_TRANSLATE_NOOP("Exchange", "it lasts %1 days, and only its first day is taken"),
    QT_TRANSLATE_NOOP("Exchange", "The event has no title"),
    QT_TRANSLATE_NOOP("Exchange", "Give it one in the calendar program"),
    QT_TRANSLATE_NOOP("Exchange", "The event has no start"),
    QT_TRANSLATE_NOOP("Exchange", "The task repeats, but has no start"),
    QT_TRANSLATE_NOOP("Exchange", "Give it a date in the calendar program"),
    QT_TRANSLATE_NOOP("Exchange", "Correct it in the calendar program"),
    QT_TRANSLATE_NOOP("Exchange", "The event repeats by several rules at once"),
    QT_TRANSLATE_NOOP("Exchange", "Make an event for each, then export again"),
    # rows
    QT_TRANSLATE_NOOP("Exchange", "It has no title"),
    QT_TRANSLATE_NOOP("Exchange", "It is %1 once more, which row %2 has already"),
    QT_TRANSLATE_NOOP("Exchange", "The title is empty"),
    QT_TRANSLATE_NOOP("Exchange", "Give the item a title"),
    QT_TRANSLATE_NOOP("Exchange", "%1 is no date"),
    QT_TRANSLATE_NOOP("Exchange", "%1 is no date that can be read"),
    QT_TRANSLATE_NOOP("Exchange", "There is no such day as %1"),
    QT_TRANSLATE_NOOP("Exchange", "%1 is no duration"),
)


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
    about, colon, rest = text.partition(": ")
    told = _known(rest) if colon else None
    return f"{about}: {told}" if told is not None else None


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    longest_first = sorted(SENTENCES, key=len, reverse=True)
    return tuple((source, _pattern(source)) for source in longest_first)


def _pattern(source: str) -> re.Pattern[str]:
    # What the file has there is a name or a value, and no sentence of its own.
    return re.compile(re.sub(r"%(\d)", r"(?P<p\1>(?:(?!\\. ).)+)", re.escape(source)))
