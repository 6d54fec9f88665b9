"""Windows of many recordings put together, so that no half minute is heard half empty.

Whisper takes as long for a window of five seconds as for one of thirty. Short clips are therefore packed into one
window, with silence between them, and what is heard there is handed back to the clip in whose part it was said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studio.speech.audio import RATE
from studio.speech.words import Word

if TYPE_CHECKING:
    from studio.speech.audio import Samples

LONGEST_S = 29.4
"""Seconds of sound in a pack: Whisper hears 30 s at once, and needs some quiet to know that nothing follows.

With the quiet that a window keeps at its end this leaves as much after the last clip as lies between two.
"""
APART_S = 0.6
"""Silence between two clips of a pack; with the quiet that a window keeps at its ends it is over a second."""
_SPILL_S = 0.5
"""A segment that reaches further than this into a second clip is not taken for one clip's own."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that were heard in one go, with the beginning and the end that Whisper itself tells, in seconds."""

    start: float
    end: float
    words: tuple[Word, ...]

    def later(self, by_s: float) -> Segment:
        """The same, so much later."""
        words = (replace(word, start=word.start + by_s, end=word.end + by_s) for word in self.words)
        return Segment(self.start + by_s, self.end + by_s, tuple(words))


@dataclass(frozen=True, slots=True)
class Heard:
    """What one pack gave; `doubtful` says that it should be heard again, each clip by itself."""

    segments: tuple[Segment, ...]
    doubtful: bool = False


def packed(lengths: Sequence[float], longest_s: float = LONGEST_S, apart_s: float = APART_S) -> list[tuple[int, ...]]:
    """Which of the windows of these lengths (seconds) are heard together: each index once, in ascending order.

    First fit, the longest first; a window longer than `longest_s` is alone. The same lengths give the same packs.
    """
    packs: list[list[int]] = []
    room: list[float] = []
    for index in sorted(range(len(lengths)), key=lambda index: (-lengths[index], index)):
        length = lengths[index]
        for number, left in enumerate(room):
            if length + apart_s <= left:
                packs[number].append(index)
                room[number] -= length + apart_s
                break
        else:
            packs.append([index])
            room.append(longest_s - length)
    return sorted(tuple(sorted(pack)) for pack in packs)


def placed(lengths: Sequence[float], apart_s: float = APART_S) -> list[tuple[float, float]]:
    """Where sounds of these lengths begin and end when they are `joined`, in seconds."""
    bounds, at = [], 0.0
    for length in lengths:
        bounds.append((at, at + length))
        at += length + apart_s
    return bounds


def joined(sounds: Sequence[Samples], apart_s: float = APART_S) -> Samples:
    """The sounds one after another, with silence between."""
    import numpy as np

    silence = np.zeros(round(apart_s * RATE), np.float32)
    parts = [part for sound in sounds for part in (silence, sound)]
    return np.concatenate(parts[1:])


def handed_back(segments: Sequence[Segment], bounds: Sequence[tuple[float, float]]) -> list[list[list[Word]]]:
    """For each clip of a pack its segments of words, with times from the clip's own second 0, inside the clip.

    A segment belongs to the clip in which it lies: Whisper tells its beginning and end better than attention tells
    those of a word. One that runs over two clips is parted between its words.
    """
    parts: list[list[list[Word]]] = [[] for _ in bounds]
    for one in segments:
        shares = [min(one.end, end) - max(one.start, start) for start, end in bounds]
        best = max(range(len(bounds)), key=shares.__getitem__)
        alone = all(share <= _SPILL_S for number, share in enumerate(shares) if number != best)
        if shares[best] > 0 and alone:
            parts[best].append([_inside(word, bounds[best]) for word in one.words])
            continue
        last = -1
        for word in one.words:
            number = _nearest((word.start + word.end) / 2, bounds)
            if number != last:
                parts[number].append([])
                last = number
            parts[number][-1].append(_inside(word, bounds[number]))
    return [[words for words in part if words] for part in parts]


def _nearest(at: float, bounds: Sequence[tuple[float, float]]) -> int:
    return min(range(len(bounds)), key=lambda number: max(bounds[number][0] - at, at - bounds[number][1], 0.0))


def _inside(word: Word, bound: tuple[float, float]) -> Word:
    start, end = bound
    first = min(max(word.start, start), end) - start
    return Word(word.text, first, max(first, min(max(word.end, start), end) - start), word.confidence, word.note)
