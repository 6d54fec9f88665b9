"""When each word of a cue is said, for captions that follow the voice word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from studio.speech.words import Word
from studio.subtitles.cue import Cue

_ODD = re.compile(r"[^\w]+")
# A word is lit until the next one begins; in a longer pause only for so long after its end (seconds).
_PAUSE_S, _AFTERGLOW_S = 0.6, 0.15


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is shown, and from when to when it is the one being said (seconds)."""

    text: str
    start: float
    end: float


def with_words(cues: Sequence[Cue], words: Sequence[Word]) -> list[Cue]:
    """`cues` that were read from a file, each with those of `words` that are said while it is shown."""
    found = []
    for cue in cues:
        inside = tuple(word for word in words if cue.start <= (word.start + word.end) / 2 <= cue.end)
        found.append(replace(cue, words=inside))
    return found


def spoken_lines(cue: Cue) -> list[list[Token]]:
    """The words of each line of `cue` with their times, which follow each other without a gap but in long pauses.

    What was corrected by hand takes its time from the words around it. A cue of which no words are known spreads its
    time over its letters.
    """
    shown = [line.split() for line in cue.lines]
    texts = [text for line in shown for text in line]
    starts = _starts(texts, cue)
    ends = [*starts[1:], cue.end]
    for number, word in _matches(texts, cue.words).items():
        if ends[number] - word.end > _PAUSE_S:
            ends[number] = max(starts[number], word.end + _AFTERGLOW_S)
    tokens = iter([Token(*told) for told in zip(texts, starts, ends, strict=True)])
    return [[next(tokens) for _ in line] for line in shown]


def _starts(texts: Sequence[str], cue: Cue) -> list[float]:
    """When each of `texts` begins: known for those that match a word, between these by their letters."""
    known = {number: min(max(word.start, cue.start), cue.end) for number, word in _matches(texts, cue.words).items()}
    starts: list[float] = []
    at, number = cue.start, 0
    while number < len(texts):
        if number in known:
            at = max(at, known[number])
            starts.append(at)
            number += 1
            continue
        following = next((later for later in range(number, len(texts)) if later in known), len(texts))
        until = max(at, known.get(following, cue.end))
        # The last known word takes its share of the time up to the next known one, too.
        first = number - 1 if starts else number
        begin = starts[-1] if starts else at
        letters = [len(text) + 1 for text in texts[first:following]]
        shares = (sum(letters[: place - first]) / sum(letters) for place in range(number, following))
        starts += [begin + (until - begin) * share for share in shares]
        at, number = starts[-1], following
    return starts


def _matches(texts: Sequence[str], words: Sequence[Word]) -> dict[int, Word]:
    """The words that stand behind `texts`, by number; a text that was edited has none."""
    if not words:
        return {}
    shown, said = [_bare(text) for text in texts], [_bare(word.text) for word in words]
    blocks = SequenceMatcher(None, shown, said, autojunk=False).get_matching_blocks()
    return {block.a + one: words[block.b + one] for block in blocks for one in range(block.size)}


def _bare(text: str) -> str:
    return _ODD.sub("", text).casefold() or text
