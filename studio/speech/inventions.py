"""What a recogniser invents: phrases, echoes of its prompt and counting that nobody spoke go, or are marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from studio.speech.phrases import Find, Phrases, find_phrases, plain, without_sounds
from studio.speech.prompt import terms_of
from studio.speech.syllables import syllables
from studio.speech.voice import Span
from studio.speech.words import Word

DOUBTFUL = "perhaps not said: a phrase that is often invented"
"""The note of a phrase that has speech under it and was heard with little confidence."""
ECHO = "perhaps not said: words of the glossary"
"""The note of several terms of the prompt on end that were heard with little confidence."""
UNHEARD = "hardly any sound under it"
"""The note of words that are timed where nobody speaks."""

_NEAR_S = 0.3
"""How far from its sound a word may be timed: attention is that blurred."""
_FASTEST = 12.0
"""Syllables a second; an auctioneer reaches ten. What would have to be said faster was not said."""
_UNSURE, _CLEAR = 0.5, 0.8
"""Mean confidence below which a phrase is doubtful, and from which it counts as clearly heard."""
_NO_LENGTH_S = 0.04
"""A word this short has no time of its own: attention put it somewhere."""
_SILENT_RUN = 3
"""Words in a row that are timed into silence, before they are no mere blur at the edge of a pause."""


def without_inventions(
    segments: Sequence[Sequence[Word]],
    spans: Sequence[Span],
    language: str,
    phrases: Phrases,
    prompt: str = "",
    *,
    start_s: float = 0.0,
) -> tuple[list[list[Word]], tuple[str, ...]]:
    """`segments` as heard (times not refined yet) without what nobody said, and a sentence for each phrase that went.

    A phrase of `phrases`, words of the `prompt`, or numbers in a row go where less is spoken under them than they take
    to say; with speech under them they stay, and are marked where confidence is low. What was clearly heard is marked
    at the most. Sounds in brackets and notes of music go always. `start_s` is where in the recording the segments' own
    second 0 lies.
    """
    parts = [without_sounds(words, phrases) for words in segments]
    words = [word for part in parts for word in part]
    edges = [0]
    for part in parts:
        edges.append(edges[-1] + len(part))
    gone: set[int] = set()
    notes: dict[int, str] = {}
    left_out: list[str] = []
    finds = [(find, DOUBTFUL) for find in find_phrases(words, phrases)]
    finds += [(find, ECHO) for find in _echoes(words, prompt)]
    for find, note in finds:
        run = range(find.first, find.last)
        sure = _confidence(words[find.first : find.last])
        if not _spoken(words, find, spans, language) and not (note is ECHO and _attached(words, find)):
            if _timeless(words, find) and sure >= _CLEAR and _touches(words[find.first], spans):
                notes.update(dict.fromkeys(run, UNHEARD))
                continue
            if not gone.issuperset(run):
                text = " ".join(words[index].text for index in run)
                left_out.append(
                    f"Left out at {clock(start_s + words[find.first].start)}: “{text}” Nobody says it there."
                )
            gone.update(run)
        elif sure < (_CLEAR if find.credit else _UNSURE) and (note is not ECHO or find.last - find.first > 1):
            notes.update(dict.fromkeys(run, note))
    for silent in _silent_runs(words, spans, gone):
        if _confidence(words[silent.start : silent.stop]) < _UNSURE:
            gone.update(silent)
        else:
            notes.update(dict.fromkeys(silent, UNHEARD))
    kept = [
        [
            replace(words[index], note=words[index].note or notes.get(index, ""))
            for index in range(first, last)
            if index not in gone
        ]
        for first, last in pairwise(edges)
    ]
    return [part for part in kept if part], tuple(left_out)


def clock(seconds: float) -> str:
    """ "2:05", from an hour on "1:02:05"."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"


def _confidence(words: Sequence[Word]) -> float:
    """The mean confidence; words without one are taken for sure."""
    return sum(1.0 if word.confidence is None else word.confidence for word in words) / max(1, len(words))


def _spoken(words: Sequence[Word], find: Find, spans: Sequence[Span], language: str) -> bool:
    """Whether as much is spoken around the times of these words, and not under others, as they take to say."""
    run = words[find.first : find.last]
    before = words[find.first - 1].end if find.first else 0.0
    after = words[find.last].start if find.last < len(words) else float("inf")
    if _timeless(words, find):
        # Attention saw nothing; what is spoken between the words before and after may be theirs.
        low, high = min(before, run[0].start), max(after, run[-1].end)
    else:
        low = max(run[0].start - _NEAR_S, min(before, run[0].start))
        high = min(run[-1].end + _NEAR_S, max(after, run[-1].end))
    heard = sum(max(0.0, min(span.end, high) - max(span.start, low)) for span in spans)
    needed = syllables(" ".join(word.text for word in run), language) / _FASTEST
    return heard > 0 and heard >= needed


def _timeless(words: Sequence[Word], find: Find) -> bool:
    run = words[find.first : find.last]
    return sum(word.end - word.start < _NO_LENGTH_S for word in run) * 2 > len(run)


def _attached(words: Sequence[Word], find: Find) -> bool:
    """Whether one term of the prompt belongs to a sentence: it follows or leads other words without a pause."""
    if find.last - find.first > 2:
        return False
    before = find.first and words[find.first].start - words[find.first - 1].end < _NEAR_S
    after = find.last < len(words) and words[find.last].start - words[find.last - 1].end < _NEAR_S
    return bool(before or after)


def _touches(word: Word, spans: Sequence[Span]) -> bool:
    return any(span.start - _NEAR_S < word.end and word.start < span.end + _NEAR_S for span in spans)


def _echoes(words: Sequence[Word], prompt: str) -> list[Find]:
    """Where `words` are terms of the prompt, one or several in a row."""
    terms = {key for term in terms_of(prompt) if (key := tuple(filter(None, map(plain, term.split()))))}
    if not terms:
        return []
    longest = max(map(len, terms))
    plains = [plain(word.text) for word in words]
    found: list[Find] = []
    at = 0
    while at < len(words):
        end = at
        while size := next((n for n in range(longest, 0, -1) if tuple(plains[end : end + n]) in terms), 0):
            end += size
        if end > at:
            found.append(Find(at, end))
        at = max(end, at + 1)
    return found


def _silent_runs(words: Sequence[Word], spans: Sequence[Span], gone: set[int]) -> list[range]:
    """Runs of words that are all timed where nobody speaks."""
    runs: list[range] = []
    first = None
    for index in range(len(words) + 1):
        if index < len(words) and index not in gone and not _touches(words[index], spans):
            first = index if first is None else first
        elif first is not None:
            if index - first >= _SILENT_RUN:
                runs.append(range(first, index))
            first = None
    return runs
