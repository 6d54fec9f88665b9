"""A known script corrects what was recognised: its spelling, the speech's times, and a mark where the two part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from studio.speech.syllables import say
from studio.speech.words import Transcript, Word, segments_by_pause

DEPARTURE = "not in the script"
"""The note of a word that was said and is not in the script."""

_ALIKE = 0.6
"""Two spoken words, or runs of them, that share this much of their letters are one word, misheard."""
_SAME_NUMBER = 0.75
"""Numbers must be nearer: "lima belas" misheard is still "lima belas", "lima puluh" is another price."""
_FITS = 0.4
"""A script of which less than this share of what was said is found is of another recording."""
_ANCHOR = 3
"""Spoken words in a row that agree, before they are taken to be the same place."""
_GAP = 0.55
"""What leaving out a spoken word costs, on the side of the script or of the speech."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """One spoken word of the transcript; `word` is the index of the written word that it belongs to."""

    text: str
    word: int
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class _Meant:
    """One spoken word of the script; `unit` is the index of what it is written in ("Rp15.000")."""

    text: str
    unit: int


def correct(transcript: Transcript, script_text: str) -> Transcript:
    """`transcript` with the spelling of `script_text` and the times of the speech.

    "lima belas ribu rupiah" becomes "Rp15.000" over the same time. What was said and is not in the script stands, with
    the note DEPARTURE; what is in the script and was not said is left out. Where the script hardly fits, the transcript
    stays as it is, and its notes say so.
    """
    units = [one for line in script_text.splitlines() for one in say(line, transcript.language)]
    heard = _heard(transcript)
    meant = [_Meant(token, index) for index, unit in enumerate(units) for token in unit.spoken]
    if not heard or not meant:
        return transcript
    pairs = _paired([one.text for one in meant], [one.text for one in heard])
    share = len({there for _, there in pairs}) / len(heard)
    if share < _FITS:
        note = f"The script hardly fits what is said here ({share:.0%} of the words), so nothing was taken from it."
        return replace(transcript, notes=(*transcript.notes, note))

    found: dict[int, list[tuple[int, int]]] = {}
    for here, there in pairs:
        found.setdefault(meant[here].unit, []).append((here, there))
    tokens = [len(unit.spoken) for unit in units]
    placed = {
        unit: _extent(matched)
        for unit, matched in found.items()
        if _was_said(units[unit].written, tokens[unit], matched, meant, heard)
    }
    words = _merged(transcript, [unit.written for unit in units], placed, heard)
    unsaid = sum(1 for index, unit in enumerate(units) if unit.spoken and index not in placed)
    note = f"{unsaid} of the script's {len(units)} words were not heard." if unsaid else ""
    notes = (*transcript.notes, note) if note else transcript.notes
    return replace(transcript, words=words, segments=segments_by_pause(words), notes=notes)


def _heard(transcript: Transcript) -> list[_Heard]:
    """The transcript as spoken words, each with its share of the time of the written ones."""
    heard: list[_Heard] = []
    at = 0
    for one in say(" ".join("".join(word.text.split()) or "-" for word in transcript.words), transcript.language):
        count = len(one.written.split())
        start, end = transcript.words[at].start, transcript.words[at + count - 1].end
        each = (end - start) / max(1, len(one.spoken))
        for index, token in enumerate(one.spoken):
            # Of "Rp 15.000" all spoken words are spread over both written ones.
            word = at + index * count // len(one.spoken)
            heard.append(_Heard(token, word, start + index * each, start + (index + 1) * each))
        at += count
    return heard


def _paired(meant: Sequence[str], heard: Sequence[str]) -> list[tuple[int, int]]:
    """Indices of spoken words of script and speech that are the same, in order: (script, speech)."""
    pairs: list[tuple[int, int]] = []
    here = there = 0
    blocks = SequenceMatcher(None, meant, heard, autojunk=False).get_matching_blocks()
    for block in blocks:
        if block.size and block.size < min(_ANCHOR, len(meant), len(heard)):
            continue
        pairs += _between(meant, heard, (here, block.a), (there, block.b))
        pairs += [(block.a + step, block.b + step) for step in range(block.size)]
        here, there = block.a + block.size, block.b + block.size
    return pairs


def _between(
    meant: Sequence[str], heard: Sequence[str], here: tuple[int, int], there: tuple[int, int]
) -> list[tuple[int, int]]:
    """Pairs between two anchors by the cheapest alignment; a run that reads alike as a whole is paired as a whole."""
    script, speech = meant[here[0] : here[1]], heard[there[0] : there[1]]
    if not script or not speech or len(script) * len(speech) > 4_000_000:
        return []
    if _same_run(script, speech):
        last = max(len(script), len(speech)) - 1 or 1
        return [
            (here[0] + round(step * (len(script) - 1) / last), there[0] + round(step * (len(speech) - 1) / last))
            for step in range(last + 1)
        ]
    cost = [[(row + column) * _GAP for column in range(len(speech) + 1)] for row in range(len(script) + 1)]
    alike: dict[tuple[str, str], float] = {}
    for row, mine in enumerate(script, 1):
        for column, said in enumerate(speech, 1):
            if (mine, said) not in alike:
                alike[mine, said] = _alike(mine, said)
            likeness = alike[mine, said]
            swap = cost[row - 1][column - 1] + (1 - likeness if likeness >= _ALIKE else 2 * _GAP)
            cost[row][column] = min(swap, cost[row - 1][column] + _GAP, cost[row][column - 1] + _GAP)
    pairs: list[tuple[int, int]] = []
    row, column = len(script), len(speech)
    while row and column:
        likeness = alike[script[row - 1], speech[column - 1]]
        if likeness >= _ALIKE and abs(cost[row][column] - cost[row - 1][column - 1] - (1 - likeness)) < 1e-9:
            row, column = row - 1, column - 1
            pairs.append((here[0] + row, there[0] + column))
        elif abs(cost[row][column] - cost[row - 1][column] - _GAP) < 1e-9:
            row -= 1
        else:
            column -= 1
    pairs.reverse()
    if not pairs:
        return []
    # What is left between the pairs may still be alike as a whole.
    edges = [(here[0] - 1, there[0] - 1), *pairs, (here[1], there[1])]
    for before, after in pairwise(edges):
        left, right = meant[before[0] + 1 : after[0]], heard[before[1] + 1 : after[1]]
        if left and right and _same_run(left, right):
            pairs += _between(meant, heard, (before[0] + 1, after[0]), (before[1] + 1, after[1]))
    return sorted(pairs)


def _same_run(script: Sequence[str], speech: Sequence[str]) -> bool:
    """Whether two short runs differ only in where their words are parted: "afi liet" for "affiliate"."""
    one, other = "".join(script), "".join(speech)
    short = max(len(script), len(speech)) <= 4 and len(script) != len(speech)
    return short and 0.7 <= len(one) / len(other) <= 1.4 and _alike(one, other) >= _ALIKE


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE else 0.0


def _was_said(
    written: str, tokens: int, matched: list[tuple[int, int]], meant: list[_Meant], heard: list[_Heard]
) -> bool:
    """Whether what is written was said: half of its words are enough, but every one of a number."""
    if not any(sign.isdigit() for sign in written):
        return 2 * len({here for here, _ in matched}) >= tokens
    first, last = _extent(matched)
    exact = [here for here, there in matched if _alike(meant[here].text, heard[there].text) >= _SAME_NUMBER]
    # The currency may be left unsaid; a number between the others may not be, nor may one be added.
    needed = tokens - 1 if tokens > 1 and not written.rstrip(".,;:!?)\"'").endswith("%") else tokens
    return len(set(exact)) >= needed and last - first < tokens


def _extent(matched: list[tuple[int, int]]) -> tuple[int, int]:
    return min(there for _, there in matched), max(there for _, there in matched)


def _merged(
    transcript: Transcript, written: list[str], placed: dict[int, tuple[int, int]], heard: list[_Heard]
) -> tuple[Word, ...]:
    """The script's words where they were said, and the transcript's own where the speaker left the script."""
    taken = {heard[index].word for first, last in placed.values() for index in range(first, last + 1)}
    merged: list[tuple[float, Word]] = [
        (word.start, replace(word, note=word.note or DEPARTURE))
        for index, word in enumerate(transcript.words)
        if index not in taken
    ]
    for unit, (first, last) in placed.items():
        start, end = heard[first].start, heard[last].end
        own = [transcript.words[heard[index].word].confidence for index in range(first, last + 1)]
        sure = [one for one in own if one is not None]
        confidence = round(sum(sure) / len(sure), 3) if sure else None
        note = next((n for index in range(first, last + 1) if (n := transcript.words[heard[index].word].note)), "")
        parts = written[unit].split()
        share = (end - start) / sum(map(len, parts))
        for part in parts:
            till = start + share * len(part)
            merged.append((start, Word(part, round(start, 3), round(till, 3), confidence, note)))
            start = till
    return tuple(word for _, word in sorted(merged, key=lambda pair: pair[0]))
