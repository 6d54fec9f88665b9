"""When each word of a known script is said, found from the pauses of the speech and the lengths of the words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.speech.pacing import Unit, place, share_out
from studio.speech.syllables import say, syllables
from studio.speech.voice import Span, speech_spans
from studio.speech.words import Word, ends_sentence

if TYPE_CHECKING:
    from studio.speech.audio import Samples


def time_script(samples: Samples, script_text: str, language: str, spans: list[Span] | None = None) -> tuple[Word, ...]:
    """The words of `script_text` with the times at which they are said in `samples` (mono, 16 kHz).

    Every word of the script is given a time, in order, inside a stretch of speech; none where nobody speaks at all.
    A line of the script counts as a sentence. No checkpoint is needed, and any language will do.
    """
    units = _units(script_text, language)
    spans = speech_spans(samples) if spans is None else spans
    if not units or not spans:
        return ()
    breaks = share_out(units, spans)
    words: list[Word] = []
    for span, first, last in zip(spans, breaks[:-1], breaks[1:], strict=True):
        if last > first:
            words += place(units[first:last], span, samples)
    return tuple(words)


def spoken_rate(script_text: str, language: str, spans: list[Span]) -> float:
    """Syllables a second if all of the script were said in `spans`; 3 to 8 is human. 0 without speech."""
    speech = sum(span.length for span in spans)
    return syllables(script_text, language) / speech if speech else 0.0


def _units(text: str, language: str) -> list[Unit]:
    units: list[Unit] = []
    for line in text.splitlines():
        said = say(line, language)
        for index, one in enumerate(said):
            words = tuple(one.written.split())
            weight = float(syllables(one.written, language))
            if not one.spoken and units and index:
                # A dash that nobody says stays with the word before it, and is a place to breathe.
                last = units[-1]
                units[-1] = Unit((*last.words, *words), last.weight, max(last.rest, 1))
                continue
            end = index == len(said) - 1 or ends_sentence(one.written)
            comma = one.written.rstrip("\"')”’").endswith((",", ";", ":", "—", "–"))
            units.append(Unit(words, max(weight, 0.2), 2 if end else 1 if comma else 0))
    return units
