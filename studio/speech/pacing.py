"""How words share the stretches of speech between pauses: by their syllables, and by where a speaker breathes."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.speech.audio import RATE
from studio.speech.voice import Span
from studio.speech.words import Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from studio.speech.audio import Samples

_PAUSE_WEIGHT = 1.0
"""Syllables by which the last word before a pause is drawn out."""
_NO_SPAN = 6.0
"""What it costs to take a stretch of speech for something that is not in the script."""
_FAR = 2.0
"""What a second costs by which a recognised word lies outside the stretch that it is put into."""
_LOOSE = 0.5
"""How much lengths and pauses count where a recogniser has heard the times."""
_LONGEST_RUN = 60
"""Words that one stretch between two pauses can hold, or more where a stretch is very long."""
_BAND_SHARE = 0.15
"""How far the words may run ahead of, or behind, an even rate, as a share of the script."""

# Words that lead into what follows: a speaker breathes before them, seldom after.
_LEADING = frozenset(
    re.findall(
        r"\w+",
        """dan atau tetapi tapi karena yang di ke dari untuk dengan agar supaya kalau jika saat ketika pada oleh sebelum
    sesudah setelah bahwa sambil serta lalu kemudian para si sang
    and or but because that which who what when where why how if as so while before after than the a an of to in on at
    for with from by into your my our their his her its this these those is are was were""",
    )
)


@dataclass(frozen=True, slots=True)
class Unit:
    """Written words that are said as one; `rest` is 2 where a sentence ends after them, 1 after a comma, else 0."""

    words: tuple[str, ...]
    weight: float
    rest: int


def share_out(
    units: Sequence[Unit], spans: Sequence[Span], rough: Sequence[tuple[float, float]] | None = None
) -> list[int]:
    """For each span the index of its first unit, and at the end the number of units: `len(spans) + 1` numbers.

    A stretch should hold as many syllables as its length asks for, and pauses should fall where a sentence ends, at a
    comma, or before a word that leads on. `rough` are the times (start, end) at which a recogniser heard each unit;
    where they are given, they count for more than the length, and a stretch may well be left empty.
    """
    import numpy as np

    count = len(units)
    total = np.concatenate([[0.0], np.cumsum([unit.weight for unit in units])])
    # Sentence ends and commas that would pass without a pause.
    unheard = np.concatenate([[0.0], np.cumsum([(0.0, 0.12, 0.9)[unit.rest] for unit in units])])
    after = np.array([0.0, *(_pause_cost(units[at - 1], units[at]) for at in range(1, count)), 0.0])
    lengths = np.array([span.length for span in spans])
    rate = (total[-1] + _PAUSE_WEIGHT * len(spans)) / lengths.sum()
    heard = np.concatenate([[0.0], np.cumsum(lengths)]) / lengths.sum()
    longest = min(count, max(_LONGEST_RUN, math.ceil(2.5 * count * float(lengths.max() / lengths.sum()))))
    band = max(longest, round(_BAND_SHARE * count))
    runs = np.arange(longest + 1)
    if rough is None:
        middles = np.interp(heard[1:], [0, 1], [0, count])
    else:
        middles = np.searchsorted([(start + end) / 2 for start, end in rough], [span.end for span in spans])
    best = np.full(count + 1, np.inf)
    best[0] = 0.0
    chosen: list[tuple[int, NDArray[np.int32]]] = []
    for index, length in enumerate(lengths):
        middle = round(float(middles[index]))
        low, high = max(0, middle - band), min(count, middle + band)
        ends = np.arange(low, high + 1)
        starts = ends[:, None] - runs[None, :]
        inside = starts >= 0
        starts = np.maximum(starts, 0)
        weight = total[ends][:, None] - total[starts]
        cost = _length_cost(weight + _PAUSE_WEIGHT, rate * length)
        cost += (
            unheard[np.maximum(ends - 1, 0)][:, None] - unheard[np.minimum(starts, np.maximum(ends - 1, 0)[:, None])]
        )
        if index < len(spans) - 1:
            cost += after[ends][:, None]
        if rough is not None:
            far = np.concatenate([[0.0], np.cumsum([_FAR * _distance(times, spans[index]) for times in rough])])
            cost = _LOOSE * cost + far[ends][:, None] - far[starts]
        # A stretch may hold nothing of what is written: a cough, a remark.
        cost[:, 0] = _NO_SPAN + rate * length / 2 if rough is None else _LOOSE * (_NO_SPAN + rate * length / 2)
        cost = np.where(inside, cost + best[starts], np.inf)
        run = cost.argmin(axis=1)
        new = np.full(count + 1, np.inf)
        new[low : high + 1] = cost[np.arange(len(ends)), run]
        chosen.append((low, run.astype(np.int32)))
        best = new
    if not np.isfinite(best[count]):
        return _evenly(total, heard)
    breaks = [count]
    for low, run in reversed(chosen):
        breaks.append(breaks[-1] - int(run[breaks[-1] - low]))
    return breaks[::-1]


def _distance(times: tuple[float, float], span: Span) -> float:
    """Seconds between the middle of `times` and `span`; 0 inside it, 5 at most."""
    middle = (times[0] + times[1]) / 2
    return min(5.0, max(span.start - middle, middle - span.end, 0.0))


def _length_cost(weight: NDArray[np.float64], expected: float) -> NDArray[np.float64]:
    """Grows with the square of the mismatch; a long stretch may miss by more syllables than a short one."""
    cost: NDArray[np.float64] = (weight - expected) ** 2 / (0.35 * (weight + expected) + 0.5)
    return cost


def _pause_cost(before: Unit, following: Unit) -> float:
    """What a pause between these two costs; nothing where a sentence ends."""
    if before.rest:
        return 0.0 if before.rest == 2 else 0.3
    cost = 1.6
    if before.words[-1].lower() in _LEADING:
        cost += 1.0
    if following.words[0].lower() in _LEADING:
        cost -= 0.6
    return cost


def _evenly(total: NDArray[np.float64], heard: NDArray[np.float64]) -> list[int]:
    """Breaks by the even rate alone, for a script that is far too long or too short for what is heard."""
    import numpy as np

    breaks = [int(np.searchsorted(total, share * total[-1] - 1e-9)) for share in heard]
    breaks[0], breaks[-1] = 0, len(total) - 1
    return breaks


def place(units: Sequence[Unit], span: Span, samples: Samples) -> list[Word]:
    """The words of one stretch, spread over it by their syllables; a sentence's end inside it is put into a dip."""
    weights = [unit.weight for unit in units]
    weights[-1] += _PAUSE_WEIGHT / 2
    scale = span.length / sum(weights)
    edges = [span.start]
    for weight in weights:
        edges.append(edges[-1] + weight * scale)
    edges[-1] = span.end
    for index in range(1, len(units)):
        if units[index - 1].rest:
            reach = 0.35 if units[index - 1].rest == 2 else 0.2
            low = max(edges[index] - reach, (edges[index - 1] + edges[index]) / 2)
            high = min(edges[index] + reach, (edges[index] + edges[index + 1]) / 2)
            edges[index] = _dip(samples, low, high, edges[index])
    words: list[Word] = []
    for unit, start, end in zip(units, edges[:-1], edges[1:], strict=True):
        share = (end - start) / sum(len(word) for word in unit.words)
        at = start
        for word in unit.words:
            words.append(Word(word, round(at, 3), round(at + share * len(word), 3)))
            at += share * len(word)
    return words


def _dip(samples: Samples, low: float, high: float, near: float) -> float:
    """The second between `low` and `high` where the sound is quietest over 60 ms; `near` where no place stands out."""
    import numpy as np

    hop, width = RATE // 100, 6
    piece = samples[max(0, round(low * RATE)) : round(high * RATE)]
    count = len(piece) // hop
    if count < width + 2:
        return near
    energy = np.square(piece[: count * hop]).reshape(count, hop).mean(axis=1)
    smooth = np.convolve(energy, np.ones(width) / width, mode="valid")
    lowest = int(smooth.argmin())
    if smooth[lowest] > 0.1 * energy.mean():
        return near
    return low + (lowest + width / 2) * hop / RATE
