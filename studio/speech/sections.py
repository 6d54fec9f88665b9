"""A recording as stretches of some minutes, cut in pauses: a day of sound takes no more memory than five minutes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.speech.audio import RATE, audio_blocks
from studio.speech.voice import Span, speech_spans
from studio.speech.windows import Window, plan_windows

if TYPE_CHECKING:
    from studio.speech.audio import Samples

SECTION_S = 300.0
"""Seconds of sound that are held and planned at once."""
_SEARCH_S = 60.0
"""How far before the end of a section a pause is looked for to cut it in."""


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A stretch of a recording: its sound from `start_s` on, where somebody speaks in it, and the windows to hear.

    Times in `spans` and `windows` are seconds from the section's own beginning; `last` says that nothing follows it.
    """

    number: int
    start_s: float
    samples: Samples
    spans: tuple[Span, ...]
    windows: tuple[Window, ...]
    last: bool

    @property
    def length_s(self) -> float:
        """Seconds of sound in it."""
        return len(self.samples) / RATE


def sections(path: Path, *, longest_s: float = SECTION_S, number: int = 0, start_s: float = 0.0) -> Iterator[Section]:
    """The sections of the recording at `path`, from the one called `number` on, which begins at `start_s`.

    The same recording gives the same sections, wherever one begins. Raises NotFound, NotMedia, NoSound.
    """
    import numpy as np

    held: list[Samples] = []
    count, skip = 0, round(start_s * RATE)
    # More than a section is held before one is cut: so it is known whether anything follows.
    most = round(longest_s * RATE)
    for block in audio_blocks(path):
        part = block[min(skip, len(block)) :]
        skip -= len(block) - len(part)
        held.append(part)
        count += len(part)
        while count > most:
            samples = np.concatenate(held)
            spans = speech_spans(samples[:most])
            cut = _cut(spans, most)
            yield _section(
                number, start_s, samples[:cut], [span for span in spans if span.end * RATE <= cut], last=False
            )
            number, start_s = number + 1, start_s + cut / RATE
            held, count = [samples[cut:].copy()], count - cut
    samples = np.concatenate(held) if held else np.zeros(0, np.float32)
    yield _section(number, start_s, samples, speech_spans(samples), last=True)


def sound_of(path: Path, start_s: float, length_s: float) -> Samples:
    """That stretch of the recording's sound, as a section holds it. Raises what `sections` does."""
    import numpy as np

    first, count = round(start_s * RATE), round(length_s * RATE)
    parts: list[Samples] = []
    at = 0
    blocks = audio_blocks(path)
    for block in blocks:
        part = block[max(0, first - at) : max(0, first + count - at)]
        if len(part):
            parts.append(part)
        at += len(block)
        if at >= first + count:
            blocks.close()  # type: ignore[attr-defined]  # a generator: the file need not be read on
            break
    return np.concatenate(parts) if parts else np.zeros(0, np.float32)


def _section(number: int, start_s: float, samples: Samples, spans: list[Span], *, last: bool) -> Section:
    return Section(number, start_s, samples, tuple(spans), tuple(plan_windows(spans, samples)), last)


def _cut(spans: list[Span], most: int) -> int:
    """Where a section of `most` samples ends: in the middle of its last minute's longest pause, else at its end."""
    end_s = most / RATE
    low = end_s - min(_SEARCH_S, end_s / 2)
    best, at = 0.0, end_s
    ends = [0.0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), end_s]
    for end, start in zip(ends, starts, strict=True):
        middle = (max(end, low) + start) / 2
        if start > low and start - max(end, low) > best:
            best, at = start - max(end, low), middle
    return round(at * RATE)
