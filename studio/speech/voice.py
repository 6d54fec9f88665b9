"""Where somebody speaks: voice activity by Silero, its edges refined by the sound's energy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from studio.speech.audio import RATE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from studio.speech.audio import Samples

_WINDOW = 512
"""Samples that Silero judges at once (32 ms)."""
_HOP = 160
"""Samples between two values of the energy (10 ms)."""
_ON, _OFF = 0.5, 0.35
"""Silero's own thresholds for speech to begin and to end."""
_SILENCE_S = 0.2
"""A pause; Silero's default of 2 s leaves all of a calm speaker's phrases in one piece."""
_SHORTEST_S = 0.09
"""Less than this is a click."""
_QUIETEST_DB = -60.0
"""Below this level, against full scale, nothing is spoken sound."""
_STRUCK = 2.5
"""Notes that are struck or plucked set in at once and die away slowly: the squares of the steps by which their level
rises add up to more than this many times those by which it falls. For speech, clear, ring-modulated, noise-vocoded or
synthetic, the ratio is 0.7 to 1.3 (1.9 for one that is clipped to ruins), for drums and plucked strings 4 to 22."""
_CERTAIN = 0.9
"""Silero gives speech 0.97 and more somewhere, also over music; a guitar alone may come to 0.8."""
_BLOCK_S = 600
"""Silero is run over this much at once, so that memory stays the same for a day of sound."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of speech between two pauses, in seconds."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """Its length in seconds."""
        return self.end - self.start


def speech_spans(samples: Samples, *, silence_s: float = _SILENCE_S) -> list[Span]:
    """The stretches of `samples` (mono, 16 kHz) in which somebody speaks, parted by pauses of at least `silence_s`.

    Where Silero hears nobody though there is sound as loud and as uneven as speech (a synthetic or a distorted voice),
    the energy alone decides. Silence has no spans, and neither has music that is struck or plucked.
    """
    if not len(samples):
        return []
    level = _levels(samples)
    if float(level.max()) < _QUIETEST_DB:
        return []
    probabilities = _probabilities(samples)
    if float(probabilities.max()) < _CERTAIN and _is_struck(level):
        return []
    spans = _spans(probabilities, silence_s)
    if not spans:
        return _by_energy(level, silence_s)
    return _refined(spans, level)


@cache
def _silero() -> Any:
    from faster_whisper.vad import get_vad_model

    return get_vad_model()


def _probabilities(samples: Samples) -> NDArray[np.float32]:
    """Silero's probability of speech for each 32 ms."""
    import numpy as np

    model, parts = _silero(), []
    for at in range(0, len(samples), _BLOCK_S * RATE):
        block = samples[at : at + _BLOCK_S * RATE]
        parts.append(model(np.pad(block, (0, -len(block) % _WINDOW))).reshape(-1))
    return np.concatenate(parts)


def _spans(probabilities: NDArray[np.float32], silence_s: float) -> list[Span]:
    window_s, spans = _WINDOW / RATE, []
    start: float | None = None
    quiet_from: float | None = None
    for index, probability in enumerate(probabilities):
        at = index * window_s
        if probability >= _ON:
            start, quiet_from = at if start is None else start, None
        elif start is not None and probability < _OFF:
            quiet_from = at if quiet_from is None else quiet_from
            if at - quiet_from >= silence_s:
                spans.append(Span(start, quiet_from))
                start = quiet_from = None
    if start is not None:
        spans.append(Span(start, quiet_from if quiet_from is not None else len(probabilities) * window_s))
    return [span for span in spans if span.length >= _SHORTEST_S]


def _levels(samples: Samples) -> NDArray[np.float32]:
    """The level of each 10 ms in dB against full scale, never below -120."""
    import numpy as np

    count = max(1, len(samples) // _HOP)
    squares = np.square(samples[: count * _HOP]).reshape(count, -1).mean(axis=1)
    levels: NDArray[np.float32] = 10 * np.log10(np.maximum(squares, 1e-12))
    return levels


def _refined(spans: list[Span], level: NDArray[np.float32]) -> list[Span]:
    """`spans` with each edge moved, by 0.12 s at most, to where the sound rises out of the quiet around it."""
    import numpy as np

    hop_s, reach = _HOP / RATE, round(0.12 * RATE / _HOP)
    refined: list[Span] = []
    for index, span in enumerate(spans):
        first, last = round(span.start / hop_s), min(round(span.end / hop_s), len(level))
        inside = level[first:last]
        if not len(inside):
            continue
        before = refined[-1].end if refined else 0.0
        after = spans[index + 1].start if index + 1 < len(spans) else len(level) * hop_s
        around = np.concatenate([level[max(0, first - 30) : first], level[last : last + 30]])
        floor = float(np.percentile(around, 20)) if len(around) else _QUIETEST_DB
        edge = max(floor + 6, float(np.percentile(inside, 90)) - 30, _QUIETEST_DB)
        start, end = first, last
        low = max(first - reach, round(before / hop_s))
        while start > low and level[start - 1] > edge:
            start -= 1
        while start < min(first + reach, last - 1) and level[start] <= edge:
            start += 1
        high = min(last + reach, round(after / hop_s), len(level))
        while end < high and level[end] > edge:
            end += 1
        while end > max(last - reach, start + 1) and level[end - 1] <= edge:
            end -= 1
        refined.append(Span(round(start * hop_s, 3), round(end * hop_s, 3)))
    return refined


def _by_energy(level: NDArray[np.float32], silence_s: float) -> list[Span]:
    """Stretches that stand out of the sound's own floor by as much as syllables do; none in an even hum or hiss."""
    import numpy as np

    loud, floor = float(np.percentile(level, 95)), float(np.percentile(level, 10))
    if loud < -45 or loud - floor < 15:
        return []
    edge, hop_s = max(floor + 9, loud - 25), _HOP / RATE
    spans: list[Span] = []
    for index in np.flatnonzero(level > edge):
        at = float(index) * hop_s
        if spans and at - spans[-1].end < silence_s:
            spans[-1] = Span(spans[-1].start, at + hop_s)
        else:
            spans.append(Span(at, at + hop_s))
    return [Span(round(span.start, 3), round(span.end, 3)) for span in spans if span.length >= _SHORTEST_S]


def _is_struck(level: NDArray[np.float32]) -> bool:
    """Whether sounds set in at once and die away slowly, as those of drums, pianos and guitars do."""
    import numpy as np

    steps = np.diff(np.maximum(level, np.percentile(level, 95) - 30))
    rises, falls = np.square(steps[steps > 0]).sum(), np.square(steps[steps < 0]).sum()
    return bool(rises > _STRUCK * falls)
