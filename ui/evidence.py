"""The evidence of steps and checks in the interface's language: what the program itself says is English."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

# %1 to %4 stand for numbers, %5 and %6 for words that are themselves said in the interface's language, %7 and
# %8 for what a person wrote, %8 without quotes in it. The longest that fits is taken.
SENTENCES: tuple[str, ...] = (
    # readiness
    QT_TRANSLATE_NOOP("Evidence", "Not made yet"),
    QT_TRANSLATE_NOOP("Evidence", "Waits for the %5"),
    QT_TRANSLATE_NOOP("Evidence", "No recording yet: choose a file, or drop one on the item"),
    QT_TRANSLATE_NOOP("Evidence", "%7 is not there any more: choose the file again"),
    QT_TRANSLATE_NOOP("Evidence", "%7 is not there any more"),
    QT_TRANSLATE_NOOP("Evidence", "Choose it again in the cut"),
    QT_TRANSLATE_NOOP("Evidence", "It has no sound: subtitles cannot be made"),
    QT_TRANSLATE_NOOP("Evidence", "The recording is sound alone: there is no picture to caption"),
    QT_TRANSLATE_NOOP("Evidence", "%1 s longer or shorter than the recording"),
    QT_TRANSLATE_NOOP("Evidence", "Edited by hand"),
    QT_TRANSLATE_NOOP("Evidence", "Edited by hand; the %5 changed since"),
    QT_TRANSLATE_NOOP("Evidence", "The %5 changed after it was made"),
    QT_TRANSLATE_NOOP("Evidence", "The %5 changed since"),
    QT_TRANSLATE_NOOP("Evidence", "Its %5 is stale"),
    # scripts
    QT_TRANSLATE_NOOP("Evidence", "1 section"),
    QT_TRANSLATE_NOOP("Evidence", "%1 sections"),
    QT_TRANSLATE_NOOP("Evidence", "No %5 section"),
    QT_TRANSLATE_NOOP("Evidence", "Nothing is spoken in it"),
    QT_TRANSLATE_NOOP("Evidence", "%1 s spoken, no length is set"),
    QT_TRANSLATE_NOOP("Evidence", "%1 s spoken of %2 s"),
    QT_TRANSLATE_NOOP("Evidence", "%1 s spoken of %2 s: %3 s too long"),
    QT_TRANSLATE_NOOP("Evidence", "%1 planned of %2"),
    QT_TRANSLATE_NOOP("Evidence", "%1 planned of %2: %5"),
    QT_TRANSLATE_NOOP("Evidence", "%1 too long"),
    QT_TRANSLATE_NOOP("Evidence", "%7 is spoken for %1 of %2"),
    QT_TRANSLATE_NOOP("Evidence", "No banned claim"),
    QT_TRANSLATE_NOOP("Evidence", "No banned claim; look again at %5"),
    QT_TRANSLATE_NOOP("Evidence", "Banned: %5"),
    QT_TRANSLATE_NOOP("Evidence", "“%8” in line %1"),
    QT_TRANSLATE_NOOP("Evidence", "%1 more"),
    QT_TRANSLATE_NOOP("Evidence", "Nothing is left to fill in"),
    QT_TRANSLATE_NOOP("Evidence", "1 place to fill in: line %7"),
    QT_TRANSLATE_NOOP("Evidence", "%1 places to fill in: line %7"),
    # thumbnails
    QT_TRANSLATE_NOOP("Evidence", "There is no text on it"),
    QT_TRANSLATE_NOOP("Evidence", "Contrast %1:1 behind the %5"),
    QT_TRANSLATE_NOOP("Evidence", "Contrast %1:1 behind the %5, %2:1 is needed"),
    QT_TRANSLATE_NOOP("Evidence", "The %5 reaches %1 px out of %7's safe zone"),
    QT_TRANSLATE_NOOP("Evidence", "All text is inside %7's safe zone"),
    QT_TRANSLATE_NOOP("Evidence", "The title's letters are %1 px high at %2 x %3"),
    QT_TRANSLATE_NOOP("Evidence", "The %5 is cut: “%7”"),
    QT_TRANSLATE_NOOP("Evidence", "The %5 does not fit its box"),
    QT_TRANSLATE_NOOP("Evidence", "The %5 covers the %6"),
    QT_TRANSLATE_NOOP("Evidence", "No word is cut or covered"),
    QT_TRANSLATE_NOOP("Evidence", "The font has no %7"),
    QT_TRANSLATE_NOOP("Evidence", "Left out, the font has none: %7"),
    QT_TRANSLATE_NOOP("Evidence", "The font has every sign"),
    QT_TRANSLATE_NOOP("Evidence", "%1 KB of %2 KB"),
    # subtitles
    QT_TRANSLATE_NOOP("Evidence", "There are no cues: nothing was heard, or the file is empty"),
    QT_TRANSLATE_NOOP("Evidence", "1 cue from %1 s to %2 s"),
    QT_TRANSLATE_NOOP("Evidence", "%1 cues from %2 s to %3 s"),
    QT_TRANSLATE_NOOP("Evidence", "All within %1 × %2 characters"),
    QT_TRANSLATE_NOOP("Evidence", "None faster than %1 characters a second"),
    QT_TRANSLATE_NOOP("Evidence", "Each shown for %1 to %2 s"),
    QT_TRANSLATE_NOOP("Evidence", "No two cues overlap or touch more closely than they may"),
    QT_TRANSLATE_NOOP("Evidence", "The last cue ends at %1 s"),
    QT_TRANSLATE_NOOP("Evidence", "The last cue ends %1 s before the video does"),
    QT_TRANSLATE_NOOP("Evidence", "No cue is marked for a look"),
    QT_TRANSLATE_NOOP("Evidence", "%5, and %1 more has such a problem"),
    QT_TRANSLATE_NOOP("Evidence", "%5, and %1 more have such a problem"),
    QT_TRANSLATE_NOOP("Evidence", "Cue %1 has a line of %2 characters (%3 at most)"),
    QT_TRANSLATE_NOOP("Evidence", "Cue %1 has %2 lines (%3 at most)"),
    QT_TRANSLATE_NOOP("Evidence", "Cue %1 needs %2 characters a second (%3 at most)"),
    QT_TRANSLATE_NOOP("Evidence", "Cue %1 is shown for %2 s (%3 s at least)"),
    QT_TRANSLATE_NOOP("Evidence", "Cue %1 is shown for %2 s (%3 s at most)"),
    QT_TRANSLATE_NOOP("Evidence", "Cue %1 stays %2 s after its speech (%3 frames at most)"),
    QT_TRANSLATE_NOOP("Evidence", "Cue %1 ends %2 s before the next (%3 frames at least)"),
    QT_TRANSLATE_NOOP("Evidence", "Cue %1 overlaps the next by %2 s"),
    QT_TRANSLATE_NOOP("Evidence", "Cue %1 ends %2 s before the next, which flickers (close it, or leave %3 s)"),
    QT_TRANSLATE_NOOP("Evidence", "Cue %1 parts a number from its unit: %7"),
    QT_TRANSLATE_NOOP("Evidence", "Cue %1 has two speakers, and a line without their dash: %7"),
    QT_TRANSLATE_NOOP("Evidence", "No line ends between a number and its unit"),
    QT_TRANSLATE_NOOP("Evidence", "Cue %1 ends %2 s after the video"),
    QT_TRANSLATE_NOOP("Evidence", "Cue %1 is marked: %5"),
    QT_TRANSLATE_NOOP("Evidence", "not in the script"),
    QT_TRANSLATE_NOOP("Evidence", "perhaps not said: a phrase that is often invented"),
    QT_TRANSLATE_NOOP("Evidence", "perhaps not said: words of the glossary"),
    QT_TRANSLATE_NOOP("Evidence", "hardly any sound under it"),
    QT_TRANSLATE_NOOP("Evidence", "recognised %1 times on end"),
    # rundowns and decks
    QT_TRANSLATE_NOOP("Evidence", "%5 long, no slot set"),
    QT_TRANSLATE_NOOP("Evidence", "%5 over the slot"),
    QT_TRANSLATE_NOOP("Evidence", "%5 under the slot"),
    QT_TRANSLATE_NOOP("Evidence", "%5, the whole slot"),
    QT_TRANSLATE_NOOP("Evidence", "%1 min"),
    QT_TRANSLATE_NOOP("Evidence", "%1 min %2 s"),
    QT_TRANSLATE_NOOP("Evidence", "Cue %1 runs %5 over cue %2"),
    QT_TRANSLATE_NOOP("Evidence", "No row runs into the next"),
    QT_TRANSLATE_NOOP("Evidence", "%1 slides, notes with timings, nothing cut"),
)

WORDS: tuple[str, ...] = (
    # what a step is made from
    QT_TRANSLATE_NOOP("Evidence", "title"),
    QT_TRANSLATE_NOOP("Evidence", "script"),
    QT_TRANSLATE_NOOP("Evidence", "template"),
    QT_TRANSLATE_NOOP("Evidence", "text"),
    QT_TRANSLATE_NOOP("Evidence", "answers"),
    QT_TRANSLATE_NOOP("Evidence", "date"),
    QT_TRANSLATE_NOOP("Evidence", "zone"),
    QT_TRANSLATE_NOOP("Evidence", "duration"),
    QT_TRANSLATE_NOOP("Evidence", "host"),
    QT_TRANSLATE_NOOP("Evidence", "audience"),
    QT_TRANSLATE_NOOP("Evidence", "learning goal"),
    QT_TRANSLATE_NOOP("Evidence", "products"),
    QT_TRANSLATE_NOOP("Evidence", "platforms"),
    QT_TRANSLATE_NOOP("Evidence", "series"),
    QT_TRANSLATE_NOOP("Evidence", "language"),
    QT_TRANSLATE_NOOP("Evidence", "profile"),
    QT_TRANSLATE_NOOP("Evidence", "engine"),
    QT_TRANSLATE_NOOP("Evidence", "checkpoint"),
    QT_TRANSLATE_NOOP("Evidence", "campaign"),
    QT_TRANSLATE_NOOP("Evidence", "episode"),
    QT_TRANSLATE_NOOP("Evidence", "notes"),
    QT_TRANSLATE_NOOP("Evidence", "owner"),
    QT_TRANSLATE_NOOP("Evidence", "kind"),
    QT_TRANSLATE_NOOP("Evidence", "tags"),
    QT_TRANSLATE_NOOP("Evidence", "caption style"),
    QT_TRANSLATE_NOOP("Evidence", "bumper before"),
    QT_TRANSLATE_NOOP("Evidence", "bumper after"),
    QT_TRANSLATE_NOOP("Evidence", "takes"),
    # steps
    QT_TRANSLATE_NOOP("Evidence", "cut"),
    QT_TRANSLATE_NOOP("Evidence", "thumbnail"),
    QT_TRANSLATE_NOOP("Evidence", "recording"),
    QT_TRANSLATE_NOOP("Evidence", "subtitles"),
    QT_TRANSLATE_NOOP("Evidence", "edited subtitles"),
    QT_TRANSLATE_NOOP("Evidence", "rules"),
    QT_TRANSLATE_NOOP("Evidence", "captioned video"),
    QT_TRANSLATE_NOOP("Evidence", "rundown"),
    QT_TRANSLATE_NOOP("Evidence", "deck"),
    # layers of a thumbnail
    QT_TRANSLATE_NOOP("Evidence", "kicker"),
    QT_TRANSLATE_NOOP("Evidence", "badge"),
    # sections of a script
    QT_TRANSLATE_NOOP("Evidence", "hook"),
    QT_TRANSLATE_NOOP("Evidence", "context"),
    QT_TRANSLATE_NOOP("Evidence", "value"),
    QT_TRANSLATE_NOOP("Evidence", "cta"),
    QT_TRANSLATE_NOOP("Evidence", "opening"),
    QT_TRANSLATE_NOOP("Evidence", "closing"),
    # what joins them
    QT_TRANSLATE_NOOP("Evidence", "and"),
    QT_TRANSLATE_NOOP("Evidence", "and no"),
)

_HOLE = re.compile(r"%([1-8])")
_HOLES = {**dict.fromkeys("1234", r"-?\d[\d.,:]*?"), **dict.fromkeys("567", "[^;]+?"), "8": '[^;"]+?'}
_UNQUOTED = r'(?=(?:[^"]*"[^"]*")*[^"]*$)'
_BETWEEN = re.compile(rf"(, | and no | and ){_UNQUOTED}")
_STOP = re.compile(rf"\. {_UNQUOTED}")


def say(evidence: str) -> str:
    """The evidence of a step or a check in the interface's language; a sentence that is not known stays as it is."""
    return " · ".join(
        ". ".join(_sentences(sentence) for sentence in _STOP.split(fact)) for fact in evidence.split(" · ")
    )


def _sentences(text: str) -> str:
    return _sentence(text) or "; ".join(_sentence(part) or part for part in text.split("; "))


def _sentence(text: str) -> str | None:
    for template, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            values = {name[1:]: value for name, value in found.groupdict().items()}
            told = {number: _phrase(value) if number in "56" else value for number, value in values.items()}
            said = _straight(QCoreApplication.translate("Evidence", template))
            return _HOLE.sub(lambda hole, told=told: told[hole[1]], said)
    return None


def _phrase(text: str) -> str:
    """Words that stand in a sentence, or what is a sentence itself, one or a list of them."""
    whole = _known(text)
    if whole is not None:
        return whole
    parts = _BETWEEN.split(text)
    return "".join(_joint(part) if number % 2 else _known(part) or part for number, part in enumerate(parts))


def _known(text: str) -> str | None:
    return QCoreApplication.translate("Evidence", text) if text in WORDS else _sentence(text)


def _joint(text: str) -> str:
    inner = text.strip()
    return text.replace(inner, QCoreApplication.translate("Evidence", inner)) if inner in WORDS else text


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((template, _pattern(template)) for template in sorted(SENTENCES, key=len, reverse=True))


def _pattern(template: str) -> re.Pattern[str]:
    whole = ""
    for number, part in enumerate(_HOLE.split(_straight(template))):
        whole += f"(?P<n{part}>{_HOLES[part]})" if number % 2 else re.escape(part)
    return re.compile(whole)


def _straight(template: str) -> str:
    # The program writes straight quotes; round ones are for the eyes of a translator.
    return template.replace("“", '"').replace("”", '"')
