"""What a recogniser heard, made trustworthy: nothing invented in silence, no loops, no word that starts in a pause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from studio.speech.pacing import Unit, place, share_out
from studio.speech.syllables import syllables
from studio.speech.voice import Span
from studio.speech.words import Word, ends_sentence

if TYPE_CHECKING:
    from studio.speech.audio import Samples

_NEAR_S = 0.3
"""How far from speech a word may be timed and still belong to it: attention is that blurred."""
_SNAP_S = 0.4
"""How far the first word of a stretch may be moved to where the sound sets in."""
_SHORTEST_S = 0.04
"""No word is shorter: it would be a flash on the screen."""
_SQUEEZED = 0.3
"""Where more than this share of a stretch's words have no length, attention saw nothing; syllables know better."""


def clean(
    segments: Sequence[Sequence[Word]], spans: Sequence[Span], samples: Samples, language: str
) -> list[list[Word]]:
    """`segments` of words as heard, without those that have no sound under them and without loops, times refined.

    `spans` are the stretches of speech. A whole segment goes where no speech is near it; a word that is timed into a
    pause, next to speech, is moved to the speech.
    """
    heard = [list(words) for words in segments if words and _has_sound(words, spans)]
    kept = _without_loops([word for words in heard for word in words])
    timed = dict(zip(kept, refine_times(list(kept.values()), spans, samples, language), strict=True))
    parts, at = [], 0
    for words in heard:
        parts.append([timed[index] for index in range(at, at + len(words)) if index in timed])
        at += len(words)
    return [part for part in parts if part]


def _has_sound(words: Sequence[Word], spans: Sequence[Span]) -> bool:
    start, end = words[0].start, words[-1].end
    return any(span.start - _NEAR_S < end and start < span.end + _NEAR_S for span in spans)


def _without_loops(words: list[Word]) -> dict[int, Word]:
    """`words` by index, what is said again and again, word for word, only once; its last word tells how often.

    A single word may come four times ("ya, ya, ya, ya"), two or three words three times, a longer phrase twice.
    """
    plain = [re.sub(r"\W", "", word.text.lower()) for word in words]
    kept: dict[int, Word] = {}
    at = 0
    while at < len(words):
        size, times = _loop(plain, at)
        if not times:
            kept[at] = words[at]
            at += 1
            continue
        kept.update(enumerate(words[at : at + size], at))
        kept[at + size - 1] = replace(words[at + size - 1], note=f"recognised {times} times on end")
        at += size * times
    return kept


def _loop(plain: list[str], at: int) -> tuple[int, int]:
    """Length in words and number of repeats of the loop that begins at `at`; (1, 0) where there is none."""
    for size in range(1, 13):
        phrase, times = plain[at : at + size], 1
        while plain[at + times * size : at + (times + 1) * size] == phrase:
            times += 1
        if times > (4 if size == 1 else 3 if size < 4 else 2):
            return size, times
    return 1, 0


def refine_times(words: Sequence[Word], spans: Sequence[Span], samples: Samples, language: str) -> list[Word]:
    """`words` in order, each inside one stretch of speech; the first and last of a stretch at its edges where near.

    Whisper draws the first word after a pause back into the pause, and the last one before it out; the edges of `spans`
    are exact to some hundredths of a second. Which stretch a word belongs to is weighed for all words together.
    """
    if not spans or not words:
        return list(words)
    units = [_unit(word, language) for word in words]
    breaks = share_out(units, spans, [(word.start, word.end) for word in words])
    timed: list[Word] = []
    for span, first, last in zip(spans, breaks[:-1], breaks[1:], strict=True):
        if last == first:
            continue
        heard = words[first:last]
        if sum(word.end - word.start < _SHORTEST_S for word in heard) > len(heard) * _SQUEEZED:
            spread = place(units[first:last], span, samples)
            timed += [
                replace(word, start=there.start, end=there.end) for word, there in zip(heard, spread, strict=True)
            ]
        else:
            timed += _inside(heard, span)
    return timed


def _unit(word: Word, language: str) -> Unit:
    comma = word.text.rstrip("\"')”’").endswith((",", ";", ":"))
    rest = 2 if ends_sentence(word.text) else 1 if comma else 0
    return Unit((word.text,), max(float(syllables(word.text, language)), 0.2), rest)


def _inside(words: Sequence[Word], span: Span) -> list[Word]:
    starts = [min(max(word.start, span.start), span.end) for word in words]
    if starts[0] - span.start < _SNAP_S:
        starts[0] = span.start
    ends = [min(max(word.end, span.start), span.end) for word in words]
    if span.end - ends[-1] < _SNAP_S:
        ends[-1] = span.end
    # Every word gets some time of its own, also where attention put two on the same spot.
    shortest = min(_SHORTEST_S, span.length / len(words))
    for index in range(len(words)):
        starts[index] = max(starts[index], ends[index - 1] if index else span.start)
        ends[index] = max(ends[index], starts[index] + shortest)
        if index + 1 < len(words):
            ends[index] = min(ends[index], max(starts[index + 1], starts[index] + shortest))
    latest = span.end
    for index in range(len(words) - 1, -1, -1):
        ends[index] = min(ends[index], latest)
        latest = starts[index] = min(starts[index], ends[index] - shortest)
    return [
        replace(word, start=round(start, 3), end=round(end, 3))
        for word, start, end in zip(words, starts, ends, strict=True)
    ]
