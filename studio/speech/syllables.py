"""How long words take to say: syllables, counted on what is said and not on what is written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from studio.speech.numerals import Said, say, speakable

__all__ = ["Said", "say", "speakable", "syllables", "word_syllables"]

_INDONESIAN = {"id", "ms", "jw", "jv", "su"}
# An e that is written and not said: "love-ly", "make", "rules", "used"; but "ta-ble", "box-es", "want-ed".
_SILENT = (
    re.compile(r"(?<=[aeiouy][^aeiouy])e(?=(?:ly|ful|less|ment|ness)s?$)"),
    re.compile(r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$"),
    re.compile(r"(?<=[^aeiouylsxzcgh])e(?=s$)|(?<=[aeiouy]l)e(?=s$)|(?<=[^cs]h)e(?=s$)"),
    re.compile(r"(?<=[^aeiouydt])e(?=d$)"),
)
# Vowels that meet but are said apart: "cre-ate", "di-al", "eval-u-ate", "radi-o".
_APART = re.compile(r"i[ao](?!u)(?<!tio)(?<!sio)(?<!cia)(?<!tia)(?<!gio)|[^q]ua(?=[lt])|eo(?!u)|uou")
# -ai, -au and -oi are one syllable at the end of a root ("pakai", "kalau"), two inside it ("ba-ik", "la-ut").
_DIPHTHONG = re.compile(r"(?:ai|au|oi|ei)(?=(?:nya|lah|kah|pun|ku|mu|kan|an)?$)")
_ENGLISH = {
    "the": 1, "every": 2, "business": 2, "people": 2, "something": 2, "sometimes": 2, "somebody": 3, "someone": 2,
    "video": 3, "videos": 3, "audio": 3, "idea": 3, "area": 3, "being": 2, "doing": 2, "seeing": 2, "create": 2,
    "creator": 3, "creators": 3, "science": 2, "quiet": 2, "diet": 2, "really": 2, "camera": 3, "chocolate": 3,
    "different": 3, "affiliate": 4, "associate": 4, "rupiah": 3, "media": 3, "radio": 3, "studio": 3, "cannot": 2,
    "viewer": 2, "viewers": 2, "followers": 3, "orders": 2, "live": 1, "shoot": 1, "poem": 2, "client": 2, "fuel": 2,
    "hundred": 2, "he": 1, "she": 1, "be": 1, "we": 1, "me": 1,
}  # fmt: skip


def syllables(text: str, language: str) -> int:
    """How many syllables `text` has when it is said in `language` (Whisper's code): "Rp15.000" has nine in Indonesian.

    Indonesian and English have rules of their own; any other language is counted by its vowels, or by its signs where
    a sign is a syllable. A text with nothing to say has none.
    """
    # In a text all in capitals, capitals do not mean that a word is spelled.
    shouted = text.upper() == text
    return sum(
        _spelled(said.written, language) if not shouted and _is_acronym(said) else _count(said.spoken, language)
        for said in say(text, language)
    )


def _count(words: tuple[str, ...], language: str) -> int:
    return sum(word_syllables(word, language) for word in words)


def _is_acronym(said: Said) -> bool:
    letters = re.sub(r"\W", "", said.written)
    return len(said.spoken) == 1 and 2 <= len(letters) <= 4 and letters.isalpha() and letters.isupper()


def _spelled(written: str, language: str) -> int:
    letters = re.sub(r"\W", "", written)
    return len(letters) + (2 * letters.count("W") if language == "en" else 0)  # "double-u"


@lru_cache(16384)
def word_syllables(word: str, language: str) -> int:
    """Syllables of one spoken word, at least one where it has a letter."""
    word = word.lower()
    if language in _INDONESIAN:
        count = _indonesian(word)
    elif language == "en":
        count = _ENGLISH.get(word) or _english(word)
    else:
        count = _any(word)
    return max(count, 1 if any(letter.isalnum() for letter in word) else 0)


def _indonesian(word: str) -> int:
    plain = _unaccented(word)
    vowels = len(re.findall(r"[aeiou]", _DIPHTHONG.sub("a", plain)))
    # A word without a vowel is spelled: "yg", "hp".
    return vowels or sum(letter.isalpha() for letter in plain)


def _english(word: str) -> int:
    plain = re.sub(r"[^a-z]", "", _unaccented(word))
    if not re.search(r"[aeiouy]", plain):
        return len(plain)
    stem = plain
    for silent in _SILENT:
        stem = silent.sub("", stem)
    return max(1, len(re.findall(r"[aeiouy]+", stem)) + len(_APART.findall(plain)))


def _any(word: str) -> int:
    """By vowels in an alphabet, by signs where each is about a syllable, by letters where vowels are not written."""
    count, others = 0, 0
    for letter in word:
        name = unicodedata.name(letter, "")
        if name.startswith(("CJK", "HANGUL SYLLABLE")) or (
            name.startswith(("HIRAGANA", "KATAKANA")) and "SMALL" not in name
        ):
            count += 1
        elif letter.isalpha() and not name.startswith(("LATIN", "CYRILLIC", "GREEK", "HIRAGANA", "KATAKANA")):
            others += 1
    plain = _unaccented(word)
    return count + len(re.findall(r"[aeiouyаеиоуыэюяєіїαεηιουω]+", plain)) + round(others / 2.2)


def _unaccented(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(sign))
