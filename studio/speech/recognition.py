"""What both recognisers share: the windows they are given, and how what they hear becomes a transcript."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from studio.errors import InvalidValue
from studio.speech.audio import RATE, Progress
from studio.speech.cleaning import clean
from studio.speech.detection import Detect, detected, language_name
from studio.speech.inventions import clock, without_inventions
from studio.speech.languages import whisper_code
from studio.speech.phrases import Phrases, load_phrases
from studio.speech.voice import Span, speech_spans
from studio.speech.windows import Window, even_windows, plan_windows
from studio.speech.words import Segment, Transcript, Word, segment

if TYPE_CHECKING:
    from studio.speech.audio import Samples

Hear = Callable[["Samples", str], list[list[Word]]]
"""Segments of words that are heard in at most half a minute of sound, in a language; times from its own second 0."""

_CREDIBLE = 0.3
"""Words from sound in which no voice was found need this confidence to be kept."""
_POOR = 0.4
"""Mean confidence below which a whole recording was hardly understood: another language, or too small a checkpoint."""
_MANY = 8
"""Words from which on a mean confidence says something."""


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
    prompt: str = "",
    phrases: Phrases | None = None,
) -> Transcript:
    """What `hear` makes of `samples`, window by window; a recording without speech gives no words and costs nothing.

    A recording in which voice activity was found, but no word, is heard again as a whole. `prompt` is what `hear` tells
    the model before every window: its echo is no speech. `phrases` are those that models invent, else the program's
    own. Raises InvalidValue where the checkpoint knows English only and another language is asked for.
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
    code, told = given or "en", ""
    if given is None and multilingual and windows:
        found = detected(samples, windows, detect)
        code, confidence, told = found.language, found.confidence, found.note
    if not windows:
        silent = ("Nobody speaks in this recording.",)
        return Transcript(code, engine, model, length, language_confidence=confidence, notes=silent)

    heard: list[list[Word]] = []
    for window in windows:
        if progress:
            at = window.pieces[0].start
            progress(at / length, f"Recognising {clock(at)} of {clock(length)}")
        heard += _heard(samples, window, hear, code)
    done, notes = settled(heard, spans, samples, code, prompt, phrases)
    if not done:
        # Voice activity can cut a short clip so close that nothing is understood; as a whole it may be.
        whole = [words for window in even_windows(samples) for words in _heard(samples, window, hear, code)]
        done, notes = settled([words for words in whole if credible(words)], spans, samples, code, prompt, phrases)
        notes = notes if done else (*notes, "There is speech in this recording, but no word was understood.")
    notes = (*notes, *little_understood(done, code))
    words = tuple(word for part in done for word in part.words)
    return Transcript(code, engine, model, length, words, done, confidence, (told, *notes) if told else notes)


def settled(
    heard: Sequence[Sequence[Word]],
    spans: Sequence[Span],
    samples: Samples,
    language: str,
    prompt: str = "",
    phrases: Phrases | None = None,
    *,
    start_s: float = 0.0,
) -> tuple[tuple[Segment, ...], tuple[str, ...]]:
    """What was heard in all windows of a recording, in order, as segments that can be trusted, and notes on it.

    `heard` has times in the recording; `spans` are its stretches of speech. Without what is invented and looped,
    times refined. Of a stretch of a recording `start_s` is where it begins, in seconds, for the notes.
    """
    said, notes = without_inventions(heard, spans, language, phrases or load_phrases(), prompt, start_s=start_s)
    return tuple(segment(tuple(words)) for words in clean(said, spans, samples, language)), notes


def little_understood(segments: Sequence[Segment], language: str) -> tuple[str, ...]:
    """A sentence on a recording of which hardly anything was understood for certain; none for any other."""
    sure = [word.confidence for part in segments for word in part.words if word.confidence is not None]
    mean = sum(sure) / len(sure) if sure else 1.0
    if len(sure) < _MANY or mean >= _POOR:
        return ()
    return (
        f"Little of this was understood for certain ({mean:.0%}): look whether it is spoken in "
        f"{language_name(language)}, and whether a larger checkpoint does better.",
    )


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


def credible(words: Sequence[Word]) -> bool:
    """Whether words from sound in which no voice was found can be believed."""
    return bool(words) and sum(word.confidence or 0.0 for word in words) / len(words) >= _CREDIBLE
