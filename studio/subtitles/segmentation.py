"""Cues from words: the best of all ways to break them, found by dynamic programming.

Every place between two words that may part is a possible end of a cue. A cue's cost adds up what makes it hard to
read: a break in the middle of a clause, a silence or a sentence's end inside it, too many characters a second, a flash
of a cue, a lonely word, uneven lines. The breaks with the least sum win; since a cue holds a few dozen words at most,
that takes time in proportion to the length of the speech.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise
from math import inf

from studio.speech.words import Word
from studio.subtitles.cue import Cue
from studio.subtitles.profiles import Profile
from studio.subtitles.syntax import CLAUSE, SENTENCE, Atom, atoms, break_costs
from studio.subtitles.timing import Spoken, show_times

DEFAULT_FPS = 25.0

# Whisper gives these languages as words that are written without spaces between them.
_UNSPACED = frozenset(("zh", "ja", "th", "lo", "my", "yue", "km"))

# The weights were set by reading the results for talks and shorts in both languages.
_A_CUE = 4.0  # each change of the text costs a glance
_END_WEIGHT = 1.3  # a bad break is worse between cues than between lines
_SENTENCE_INSIDE, _CLAUSE_INSIDE = 9.0, 3.0
_INSIDE = {SENTENCE: _SENTENCE_INSIDE, CLAUSE: _CLAUSE_INSIDE}
_PAUSE_FROM_S, _PAUSE_PER_S = 0.3, 25.0
_PAUSE_HELPS_PER_S, _PAUSE_HELPS_MOST = 10.0, 6.0
_OVER_CPS, _OVER_CPS_MAX = 0.6, 6.0
_SHORT, _SHORT_PER_S = 6.0, 40.0
_LONELY = 7.0
_SECOND_LINE, _UNEVEN, _TOP_HEAVY, _LONELY_ON_LINE = 1.0, 0.15, 0.12, 3.0
_LITTLE = 6  # characters: as much as a word that should not stand alone


def make_cues(
    words: Iterable[Word],
    profile: Profile,
    language: str,
    fps: float = DEFAULT_FPS,
    end_s: float | None = None,
) -> list[Cue]:
    """The cues for `words`, by the rules of `profile`, for a picture of `fps` frames a second that ends at `end_s`.

    No word is lost or reordered. What cannot be kept (a word longer than a line, a voice faster than anyone reads) is
    left for `quality.find_problems` to report. Notes of words are handed on to their cue.
    """
    spoken = _in_order(words)
    if not spoken:
        return []
    separator = "" if language in _UNSPACED else " "
    text = _Text(atoms(spoken, profile.chars, separator), profile, language, len(separator), fps, end_s)
    groups = _best_breaks(text)
    times = show_times(
        [Spoken(text.parts[i].start, text.parts[j - 1].end, text.length(i, j)) for i, j in groups], profile, fps, end_s
    )
    return [_cue(text, i, j, separator, start, end) for (i, j), (start, end) in zip(groups, times, strict=True)]


def _in_order(words: Iterable[Word]) -> list[Word]:
    """Words with text, whose times never run backwards, as an engine's sometimes do by some milliseconds."""
    kept: list[Word] = []
    for word in words:
        text = " ".join(word.text.split())
        if text:
            start = max(word.start, kept[-1].start if kept else 0.0)
            kept.append(replace(word, text=text, start=start, end=max(word.end, start)))
    return kept


@dataclass(frozen=True)
class _Text:
    """The atoms with all that a cost needs, looked up by position; a cue is parts[i:j]."""

    parts: list[Atom]
    profile: Profile
    language: str
    separator: int
    fps: float
    end_s: float | None

    @cached_property
    def breaks(self) -> list[float]:
        """The cost of a line's end before each atom."""
        return break_costs(self.parts, self.language)

    @cached_property
    def pauses(self) -> list[float]:
        """The silence before each atom, in seconds; 0 before the first."""
        parts = self.parts
        return [0.0, *(max(0.0, after.start - before.end) for before, after in pairwise(parts))]

    @cached_property
    def starts(self) -> list[float]:
        """When each atom starts, in seconds."""
        return [part.start for part in self.parts]

    @cached_property
    def ends(self) -> list[float]:
        """When each atom ends, in seconds."""
        return [part.end for part in self.parts]

    @cached_property
    def characters(self) -> list[int]:
        """How many characters come before each atom, with a separator after each."""
        return list(accumulate((len(part.text) + self.separator for part in self.parts), initial=0))

    @cached_property
    def run_on(self) -> list[float]:
        """The summed cost, up to each atom, of having no cue's end before it."""
        costs = (
            (_INSIDE.get(cost, 0.0) if index else 0.0) + max(0.0, self.pauses[index] - _PAUSE_FROM_S) * _PAUSE_PER_S
            for index, cost in enumerate(self.breaks)
        )
        return list(accumulate(costs))

    @cached_property
    def ending(self) -> list[float]:
        """The cost of a cue's end before each atom, and after the last."""
        costs = [
            max(0.0, cost * _END_WEIGHT - min(pause * _PAUSE_HELPS_PER_S, _PAUSE_HELPS_MOST))
            for cost, pause in zip(self.breaks, self.pauses, strict=True)
        ]
        return [*costs, 0.0]

    @cached_property
    def room(self) -> list[float]:
        """The latest end, in seconds, of a cue that ends before each atom, and after the last."""
        gap = self.profile.gap_s(self.fps)
        return [*(start - gap for start in self.starts), inf if self.end_s is None else self.end_s]

    def length(self, i: int, j: int) -> int:
        """The characters of parts[i:j] in one line."""
        return self.characters[j] - self.characters[i] - self.separator

    def is_whole(self, i: int, j: int) -> bool:
        """Whether parts[i:j] starts where a sentence does and ends where one does."""
        return (i == 0 or self.breaks[i] == SENTENCE) and (j == len(self.parts) or self.breaks[j] == SENTENCE)


def _best_breaks(text: _Text) -> list[tuple[int, int]]:
    """The cues with the least summed cost, as (first atom, atom after the last)."""
    count = len(text.parts)
    best, previous = [0.0] + [inf] * count, [0] * (count + 1)
    profile = text.profile
    most = profile.lines * (profile.chars + text.separator) - text.separator
    for j in range(1, count + 1):
        ending = text.ending[j]
        for i in range(j - 1, -1, -1):
            alone = i == j - 1
            chars = text.length(i, j)
            if not alone and (chars > most or text.ends[j - 1] - text.starts[i] > profile.max_s):
                break
            so_far = best[i] + ending + _A_CUE + text.run_on[j - 1] - text.run_on[i]
            if so_far >= best[j]:
                continue
            so_far += _reading_cost(text, i, j, chars)
            if so_far < best[j] and (so_far := so_far + _layout(text, i, j, profile.lines)[0]) < best[j]:
                best[j], previous[j] = so_far, i
    groups: list[tuple[int, int]] = []
    j = count
    while j:
        groups.append((previous[j], j))
        j = previous[j]
    return groups[::-1]


def _reading_cost(text: _Text, i: int, j: int, chars: int) -> float:
    """What reading speed, shortness and loneliness cost."""
    profile = text.profile
    start, speech_end = text.starts[i], text.ends[j - 1]
    latest = max(speech_end + profile.linger_s(text.fps), start + profile.min_s)
    shown = max(min(latest, text.room[j], start + profile.max_s) - start, 0.01)
    cps = chars / shown
    # Bounded, so that words with a broken time cannot outweigh every other rule.
    cost = _OVER_CPS * min(max(0.0, cps - profile.cps), 20.0) + _OVER_CPS_MAX * min(
        max(0.0, cps - profile.cps_max), 20.0
    )
    if shown < profile.min_s:
        cost += _SHORT + _SHORT_PER_S * (profile.min_s - shown)
    if j - i == 1 and not text.is_whole(i, j):
        cost += _LONELY
    elif chars <= _LITTLE:
        cost += _LONELY / 2
    return cost


def _layout(text: _Text, i: int, j: int, lines: int) -> tuple[float, tuple[int, ...]]:
    """The least cost of setting parts[i:j] in so many lines at most, and before which atoms the lines end.

    Costs are infinite where it does not fit; an atom longer than a line stands alone in its cue.
    """
    chars = text.profile.chars
    whole = text.length(i, j)
    if whole <= chars or j - i == 1:
        return max(0, whole - chars) * 1.0, ()
    if lines < 2:
        return inf, ()
    best: tuple[float, tuple[int, ...]] = (inf, ())
    for k in range(j - 1, i, -1):
        below = text.length(k, j)
        if below > chars:
            break
        above_cost, above_breaks = _layout(text, i, k, lines - 1)
        above = text.length(above_breaks[-1] if above_breaks else i, k)
        # A comma at the end of a line is as good as one at the end of a cue.
        at_clause = _CLAUSE_INSIDE if text.breaks[k] == CLAUSE else 0.0
        cost = above_cost + _SECOND_LINE + text.breaks[k] - at_clause + _UNEVEN * abs(below - above)
        cost += _TOP_HEAVY * max(0, above - below)
        cost += _LONELY_ON_LINE * ((below <= _LITTLE) + (above <= _LITTLE))
        if above <= chars and cost < best[0]:
            best = (cost, (*above_breaks, k))
    return best


def _cue(text: _Text, i: int, j: int, separator: str, start: float, end: float) -> Cue:
    breaks = _layout(text, i, j, text.profile.lines)[1]
    edges = (i, *breaks, j)
    lines = tuple(separator.join(part.text for part in text.parts[first:last]) for first, last in pairwise(edges))
    words = tuple(word for part in text.parts[i:j] for word in part.words)
    note = "; ".join(dict.fromkeys(word.note for word in words if word.note))
    return Cue(start, end, lines, words, note)
