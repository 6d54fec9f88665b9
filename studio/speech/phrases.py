"""Phrases that Whisper invents where nobody speaks: the YAML file that lists them, and where words hold one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from studio.resources import templates
from studio.speech.words import Word, ends_sentence
from studio.yaml_file import read_text, read_yaml

_REST = "..."
_LONGEST_REST = 8
"""Words that the "..." of a phrase stands for, at most: a credit is a name or two."""
_BRACKETS = re.compile(r"[\[(*（【].*[\])*）】][.,!?…]*", re.S)
_OPENS, _CLOSES = tuple("[(*（【"), tuple("])*）】")
_SIGNS = frozenset("♪♫♬♩🎵🎶")
_NUMBER = re.compile(r"\W*\d[\d.,:]*\W*")
_COUNTED = 5
"""Bare numbers in a row, before they are taken for the counting that music brings about."""
_STUTTER = re.compile(r"(\w{1,3}?)(?:[.,-]?\1){4,}")
_STUTTER_SIGNS = 10
_THOUSANDS = re.compile(r"\D*\d{1,3}(?:[.,]\d{3})+\D*")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases as tuples of plain words; one that ends in "..." goes on to the end of its sentence."""

    said: frozenset[tuple[str, ...]] = frozenset()
    credits: frozenset[tuple[str, ...]] = frozenset()
    sounds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Find:
    """The words from `first` up to `last` (not with it) that may be invented; `credit` where nobody ever says such."""

    first: int
    last: int
    credit: bool = False


def plain(text: str) -> str:
    """`text` in lower case with letters and digits alone: what counts when two words are compared."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text).casefold())


def load_phrases(folder: Path | None = None) -> Phrases:
    """The phrases in `folder`/phrases.yaml, where there is one, else those that come with the program.

    Raises TemplateError, naming file and line.
    """
    own = folder / "phrases.yaml" if folder is not None else None
    path = own if own is not None and own.is_file() else templates("speech", "phrases.yaml")
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int) -> Phrases:
    fields = read_yaml(read_text(path), path)
    fields.only("name", "title", "said", "credits", "sounds")
    groups = {name: fields.texts(name) for name in ("said", "credits", "sounds")}
    split = {name: frozenset(_words(text) for text in texts if _words(text)) for name, texts in groups.items()}
    for name, texts in split.items():
        for words in texts:
            if words == (_REST,):
                fields.refuse(f"'{name}' holds a phrase of dots alone", "Write the words before them")
    return Phrases(split["said"], split["credits"], frozenset("".join(words) for words in split["sounds"]))


def _words(text: str) -> tuple[str, ...]:
    rest = text.rstrip().endswith((_REST, "…"))
    words = tuple(word for part in text.split() if (word := plain(part)))
    return (*words, _REST) if rest else words


def without_sounds(words: Sequence[Word], phrases: Phrases) -> list[Word]:
    """`words` without notes of music and without sounds in brackets ("[Musik]"): nobody says either."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        if (end := _bracket(words, at, phrases)) > at:
            at = end
            continue
        text = "".join(sign for sign in words[at].text if sign not in _SIGNS).strip()
        if text == words[at].text:
            kept.append(words[at])
        elif plain(text):
            old = words[at]
            kept.append(Word(text, old.start, old.end, old.confidence, old.note))
        at += 1
    return kept


def _bracket(words: Sequence[Word], at: int, phrases: Phrases) -> int:
    """The index after the sound in brackets that begins at `at`; `at` itself where there is none."""
    if not words[at].text.startswith(_OPENS):
        return at
    for end in range(at + 1, min(len(words), at + 4) + 1):
        text = " ".join(word.text for word in words[at:end])
        if _BRACKETS.fullmatch(text):
            return end if plain(text) in phrases.sounds else at
    return at


def find_phrases(words: Sequence[Word], phrases: Phrases) -> list[Find]:
    """Where `words` hold a phrase that may be invented, the longest that fits; also counting, and stuttered digits."""
    plains = [plain(word.text) for word in words]
    found: list[Find] = []
    at = 0
    while at < len(words):
        find = _phrase(words, plains, at, phrases) or _numbers(words, at)
        if find is None:
            at += 1
        else:
            found.append(find)
            at = find.last
    return found


def _phrase(words: Sequence[Word], plains: Sequence[str], at: int, phrases: Phrases) -> Find | None:
    for size in range(min(_longest(phrases), len(words) - at), 0, -1):
        run = tuple(plains[at : at + size])
        if run in phrases.credits or run in phrases.said:
            return Find(at, at + size, run in phrases.credits)
        for group in (phrases.credits, phrases.said):
            if (*run, _REST) in group:
                return Find(at, _sentence_end(words, at + size), group is phrases.credits)
    return None


@lru_cache(maxsize=8)
def _longest(phrases: Phrases) -> int:
    return max(map(len, phrases.said | phrases.credits), default=0)


def _sentence_end(words: Sequence[Word], at: int) -> int:
    for end in range(at, min(len(words), at + _LONGEST_REST)):
        if end and ends_sentence(words[end - 1].text):
            return end
    return min(len(words), at + _LONGEST_REST)


def _numbers(words: Sequence[Word], at: int) -> Find | None:
    end = at
    while end < len(words) and _NUMBER.fullmatch(words[end].text):
        end += 1
    if end - at >= _COUNTED:
        return Find(at, end)
    text = words[at].text
    stutters = len(text) >= _STUTTER_SIGNS and _STUTTER.search(text) and not _THOUSANDS.fullmatch(text)
    return Find(at, at + 1) if stutters else None
