"""The steps of the history in the interface's language: what the program itself calls them is English."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui import words

# %1 stands for a name that a person gave, %2 for a time, a number or a rule. The first that fits is taken.
DEEDS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Deeds", "Add “%1” to the glossary"),
    QT_TRANSLATE_NOOP("Deeds", "Remove “%1” from the glossary"),
    QT_TRANSLATE_NOOP("Deeds", "Change the glossary"),
    QT_TRANSLATE_NOOP("Deeds", "Replace “%1” after recognition"),
    QT_TRANSLATE_NOOP("Deeds", "Replace “%1” no more"),
    QT_TRANSLATE_NOOP("Deeds", "Change the replacement rules"),
    QT_TRANSLATE_NOOP("Deeds", "Add “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Add %2 items"),
    QT_TRANSLATE_NOOP("Deeds", "Add %2 ideas"),
    QT_TRANSLATE_NOOP("Deeds", "Change “%1” and those after it"),
    QT_TRANSLATE_NOOP("Deeds", "Change all of “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Change “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Change %2 items"),
    QT_TRANSLATE_NOOP("Deeds", "Move “%1” and those after it"),
    QT_TRANSLATE_NOOP("Deeds", "Move all of “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Move “%1” to no date"),
    QT_TRANSLATE_NOOP("Deeds", "Move “%1” to %2"),
    QT_TRANSLATE_NOOP("Deeds", "Move %2 items"),
    QT_TRANSLATE_NOOP("Deeds", "Remove “%1” and those after it"),
    QT_TRANSLATE_NOOP("Deeds", "Remove all of “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Remove the view “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Rename the view “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Remove “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Remove %2 items"),
    QT_TRANSLATE_NOOP("Deeds", "Repeat “%1” %2"),
    QT_TRANSLATE_NOOP("Deeds", "Stop repeating “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Save the view “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Import %1"),
    QT_TRANSLATE_NOOP("Deeds", "Watch “%1” no more"),
    QT_TRANSLATE_NOOP("Deeds", "Watch “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Mark “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Unmark “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Hide “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Show “%1”"),
    QT_TRANSLATE_NOOP("Deeds", "Change what the calendar marks"),
    QT_TRANSLATE_NOOP("Deeds", "Change the lead times"),
    QT_TRANSLATE_NOOP("Deeds", "Plan the next occurrences"),
    QT_TRANSLATE_NOOP("Deeds", "Recognise on a cluster"),
    QT_TRANSLATE_NOOP("Deeds", "Recognise on this computer"),
)
_HOLE = re.compile(r"%([12])")
_TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?")


def say(label: str) -> str:
    """The label of a step in the interface's language; one that is not known stays as it is."""
    for template, pattern in _patterns():
        found = pattern.fullmatch(label)
        if found is not None:
            told = found.groupdict()
            said = QCoreApplication.translate("Deeds", template)
            return _HOLE.sub(lambda hole, told=told: _word(told[f"n{hole[1]}"], hole[1]), said)
    return label


def _word(text: str, hole: str) -> str:
    """A time as people say it: "Tue 8 Dec, 12:00" for 2026-12-08T12:00; names and what is no time stay."""
    if hole == "2" and _TIME.fullmatch(text):
        at = datetime.fromisoformat(text)
        return words.short_day(at.date()) + (f", {words.clock(at.time())}" if "T" in text else "")
    return text


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    made = []
    for template in DEEDS:
        parts = _HOLE.split(template)
        whole = "".join(f"(?P<n{part}>.+)" if number % 2 else re.escape(part) for number, part in enumerate(parts))
        made.append((template, re.compile(whole)))
    return tuple(made)
