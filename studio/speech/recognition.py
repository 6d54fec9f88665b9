"""What both recognisers share: the windows they are given, and how what they hear becomes a transcript."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from studio.errors import InvalidValue
from studio.speech.audio import RATE, Progress
from studio.speech.cleaning import clean
from studio.speech.languages import whisper_code
from studio.speech.voice import speech_spans
from studio.speech.windows import Window, even_windows, plan_windows
from studio.speech.words import Transcript, Word, segment

if TYPE_CHECKING:
    from studio.speech.audio import Samples

Hear = Callable[["Samples", str], list[list[Word]]]
"""Segments of words that are heard in at most half a minute of sound, in a language; times from its own second 0."""
Detect = Callable[["Samples"], dict[str, float]]
"""The probability of each language, from the first half minute of the sound."""

_SURE = 0.6
"""Below this probability the language is asked of two more windows."""
_CREDIBLE = 0.3
"""Words from sound in which no voice was found need this confidence to be kept."""


def recognise(
    samples: Samples,
    hear: Hear,
    detect: Detect,
    *,
    engine: str,
    model: str,
    multilingual: bool,
    language: str | None,
    progress: Progress | None,
) -> Transcript:
    """What `hear` makes of `samples`, window by window; a recording without speech gives no words and costs nothing.

    A recording in which voice activity was found, but no word, is heard again as a whole. Raises InvalidValue where the
    checkpoint knows English only and another language is asked for.
    """
    length = len(samples) / RATE
    given = whisper_code(language)
    if given not in {None, "en"} and not multilingual:
        raise InvalidValue(f"{model} knows English only", "Choose a checkpoint without .en in its name")
    if progress:
        progress(0.0, "Listening for speech")
    spans = speech_spans(samples)
    windows = plan_windows(spans, samples)
    confidence: float | None = None
    code = given or "en"
    if given is None and multilingual and windows:
        code, confidence = _detected(samples, windows, detect)
    if not windows:
        silent = ("Nobody speaks in this recording.",)
        return Transcript(code, engine, model, length, language_confidence=confidence, notes=silent)

    heard: list[list[Word]] = []
    for window in windows:
        if progress:
            at = window.pieces[0].start
            progress(at / length, f"Recognising {_clock(at)} of {_clock(length)}")
        heard += _heard(samples, window, hear, code)
    segments = clean(heard, spans, samples, code)
    notes: tuple[str, ...] = ()
    if not segments:
        # Voice activity can cut a short clip so close that nothing is understood; as a whole it may be.
        whole = [words for window in even_windows(samples) for words in _heard(samples, window, hear, code)]
        segments = clean([words for words in whole if _credible(words)], spans, samples, code)
        notes = () if segments else ("There is speech in this recording, but no word was understood.",)
    done = tuple(segment(tuple(words)) for words in segments)
    words = tuple(word for part in done for word in part.words)
    return Transcript(code, engine, model, length, words, done, confidence, notes)


def _heard(samples: Samples, window: Window, hear: Hear, language: str) -> list[list[Word]]:
    """What is heard in `window`, with times in the recording."""
    return [
        [
            Word(word.text, *window.in_recording(word.start, word.end), word.confidence, word.note)
            for word in words
            if word.text
        ]
        for words in hear(window.sound(samples), language)
    ]


def _detected(samples: Samples, windows: Sequence[Window], detect: Detect) -> tuple[str, float]:
    """The likeliest language and its probability, which is the mean over three windows where the first is unsure."""
    sums: dict[str, float] = {}
    for count, window in enumerate(windows[:3], 1):
        for language, probability in detect(window.sound(samples)).items():
            sums[language] = sums.get(language, 0.0) + probability
        best = max(sums, key=sums.__getitem__)
        if count == 1 and sums[best] >= _SURE:
            break
    return best, round(sums[best] / count, 3)


def _credible(words: Sequence[Word]) -> bool:
    return bool(words) and sum(word.confidence or 0.0 for word in words) / len(words) >= _CREDIBLE


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
