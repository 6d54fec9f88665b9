"""How long a text takes to say, by its syllables and pauses, before anybody has said it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from studio.scripts.script import Script
from studio.speech.syllables import syllables

# Syllables a second while the voice runs, pauses apart. English: 130-140 words a minute on camera (FACTS, section 3)
# at 1.45 syllables a word, less the pauses below. No norm was found for Indonesian: its open syllables come at a
# brisker 5.0-5.5, and a host's own measured rate is better than either.
RATES = {"id": 5.2, "en": 3.4}
_RATE = 4.5
# Seconds of silence; a sentence's last pause is counted too, since the next one begins after it.
_SENTENCE_PAUSE = 0.35
_COMMA_PAUSE = 0.15

_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s\"'”’)\]]|$)")
_COMMA = re.compile(r"[,;:](?=\s)|\s[–—-]\s")


@dataclass(frozen=True, slots=True)
class SectionSeconds:
    """How long the spoken text of a section takes, beside the `target` of its heading (None without one)."""

    name: str
    kind: str
    seconds: float
    target: float | None


def spoken_seconds(text: str, language: str, rate: float | None = None) -> float:
    """Seconds that `text` takes to say: numbers, prices and percentages count as the words that are said.

    `rate` is the host's own, in syllables a second of running voice; without it the language's usual one is taken.
    """
    if not text.strip():
        return 0.0
    pauses = len(_SENTENCE_END.findall(text)) * _SENTENCE_PAUSE + len(_COMMA.findall(text)) * _COMMA_PAUSE
    return round(syllables(text, language) / (rate or RATES.get(language, _RATE)) + pauses, 2)


def section_seconds(script: Script, rate: float | None = None) -> list[SectionSeconds]:
    """The spoken length of every section, in order; talking points are not counted, since nobody knows them yet."""
    return [
        SectionSeconds(
            section.name,
            section.kind,
            round(spoken_seconds(" ".join(section.sentences), script.language, rate), 1),
            section.target_s,
        )
        for section in script.sections
    ]


def script_seconds(script: Script, rate: float | None = None) -> float:
    """The spoken length of the whole script, in seconds."""
    return round(sum(section.seconds for section in section_seconds(script, rate)), 1)
