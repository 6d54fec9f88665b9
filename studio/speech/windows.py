"""Which stretches of a recording a recogniser is given at once: at most half a minute each, cut in pauses."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.speech.audio import RATE
from studio.speech.voice import Span

if TYPE_CHECKING:
    from studio.speech.audio import Samples

LONGEST_S = 28.0
"""Whisper hears 30 s at once; with some air at the end it never stops in the middle of a word."""
_AIR_S = 0.3
"""Sound that is kept before and after speech: the quiet beginning of a consonant, the end of a breath."""
_GAP_S = 2.0
"""A longer silence between two phrases is shortened to two times `_AIR_S`: Whisper invents words in silence."""


@dataclass(frozen=True, slots=True)
class Window:
    """Stretches of a recording, in seconds, that are recognised as one, in order and without overlap."""

    pieces: tuple[Span, ...]

    @property
    def length(self) -> float:
        """Seconds of sound in it."""
        return sum(piece.length for piece in self.pieces)

    def sound(self, samples: Samples) -> Samples:
        """Its part of `samples`."""
        import numpy as np

        return np.concatenate([samples[round(piece.start * RATE) : round(piece.end * RATE)] for piece in self.pieces])

    def in_recording(self, start: float, end: float) -> tuple[float, float]:
        """Times in the window as times in the recording; both in the piece that holds their middle."""
        middle, passed = (start + end) / 2, 0.0
        for piece in self.pieces:
            if middle <= passed + piece.length or piece is self.pieces[-1]:
                shift = piece.start - passed
                return (
                    min(max(start + shift, piece.start), piece.end),
                    min(max(end + shift, piece.start), piece.end),
                )
            passed += piece.length
        raise AssertionError("a window has pieces")


def plan_windows(spans: list[Span], samples: Samples, longest_s: float = LONGEST_S) -> list[Window]:
    """Windows of `longest_s` at most that hold all of `spans`, of even length, cut in the longest pauses at hand.

    The same recording gives the same windows, so that work which was interrupted can go on where it was.
    """
    pieces = _pieces(spans, samples, longest_s)
    windows: list[Window] = []
    at = 0
    while at < len(pieces):
        end = _cut(pieces[at:], longest_s) + at
        windows.append(Window(_joined(pieces[at:end], samples)))
        at = end
    return windows


def even_windows(samples: Samples, longest_s: float = LONGEST_S) -> list[Window]:
    """Windows over all of the sound, whatever is in it."""
    length = len(samples) / RATE
    return plan_windows([Span(0.0, length)], samples, longest_s) if length else []


def _pieces(spans: list[Span], samples: Samples, longest_s: float) -> list[Span]:
    """`spans`, those that are too long cut where the sound is quietest."""
    room, pieces = longest_s - 2 * _AIR_S, []
    for span in spans:
        rest = span
        while rest.length > room:
            at = _quietest(samples, rest.start + 0.6 * room, rest.start + room)
            pieces.append(Span(rest.start, at))
            rest = Span(at, rest.end)
        pieces.append(rest)
    return pieces


def _quietest(samples: Samples, low: float, high: float) -> float:
    import numpy as np

    hop = RATE // 50
    part = samples[round(low * RATE) : round(high * RATE)]
    count = len(part) // hop
    energy = np.square(part[: count * hop]).reshape(count, hop).mean(axis=1)
    smooth = np.convolve(energy, np.ones(5), mode="same")
    return low + (int(smooth.argmin()) + 0.5) * hop / RATE


def _cut(pieces: list[Span], longest_s: float) -> int:
    """How many of `pieces` go into the next window."""
    lengths, total, at = [], 0.0, pieces[0].start
    for piece in pieces:
        total += min(piece.start - at, _GAP_S) + piece.length
        lengths.append(total)
        at = piece.end
    room = longest_s - 2 * _AIR_S
    if total <= room:
        return len(pieces)
    even = total / math.ceil(total / room)
    best, cut = -math.inf, 1
    for index in range(len(pieces) - 1):
        if lengths[index] > room:
            break
        pause = min(pieces[index + 1].start - pieces[index].end, _GAP_S)
        # A second of pause is worth five of unevenness; an early cut would leave too much for the windows to come.
        score = pause - abs(lengths[index] - even) / 5
        if score > best:
            best, cut = score, index + 1
    return cut


def _joined(pieces: list[Span], samples: Samples) -> tuple[Span, ...]:
    """`pieces` with air around them; silences of up to `_GAP_S` stay, longer ones are left out."""
    end_s = len(samples) / RATE
    joined: list[Span] = []
    for piece in pieces:
        if joined and piece.start - joined[-1].end <= _GAP_S - _AIR_S:
            joined[-1] = Span(joined[-1].start, min(end_s, piece.end + _AIR_S))
        else:
            joined.append(Span(max(0.0, piece.start - _AIR_S), min(end_s, piece.end + _AIR_S)))
    return tuple(joined)
