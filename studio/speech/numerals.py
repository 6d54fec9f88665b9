"""How a script is said aloud: numbers, prices, shares, times and signs in the words of its language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# Malay and Javanese read numbers near enough to Indonesian, and num2words knows neither.
_LIKE_INDONESIAN = {"id", "ms", "jw", "jv", "su"}

_SAID = {
    "id": {"%": "persen", "&": "dan", "+": "plus", "=": "sama dengan", "#": "nomor", "°": "derajat", "to": "sampai",
           "point": "koma", "Rp": "rupiah", "$": "dolar", "€": "euro", "£": "pound"},
    "en": {"%": "percent", "&": "and", "+": "plus", "=": "equals", "#": "number", "°": "degrees", "to": "to",
           "point": "point", "Rp": "rupiah", "$": "dollars", "€": "euros", "£": "pounds"},
}  # fmt: skip
_UNITS = {
    "id": {"kg": "kilogram", "gr": "gram", "cm": "sentimeter", "mm": "milimeter", "km": "kilometer", "ml": "mililiter"},
    "en": {"kg": "kilograms", "gr": "grams", "cm": "centimetres", "mm": "millimetres", "km": "kilometres",
           "ml": "millilitres"},
}  # fmt: skip
_SCALES = {"rb": 10**3, "ribu": 10**3, "k": 10**3, "thousand": 10**3, "jt": 10**6, "juta": 10**6, "million": 10**6,
           "miliar": 10**9, "billion": 10**9}  # fmt: skip
_CURRENCIES = {"rp": "Rp", "rp.": "Rp", "idr": "Rp", "$": "$", "us$": "$", "usd": "$", "€": "€", "£": "£"}

_PRICE = re.compile(r"(?i)(rp\.?|idr|us\$|usd|\$|€|£)\s?(\d[\d.,]*\d|\d)([a-z]*)")
_NUMBER = re.compile(r"(\d[\d.,]*\d|\d)([A-Za-z%°]*)")
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})")
_DOUBLE_DATE = re.compile(r"(\d{1,2})[./](\d{1,2})")
_EDGE = "\"'“”‘’«»()[]{}<>.,;:!?…·*_~`"


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a script as they are written, and how they are said: "Rp15.000," is "lima belas ribu rupiah"."""

    written: str
    spoken: tuple[str, ...]


def speakable(text: str, language: str) -> str:
    """`text` as it is said: lower-case words without punctuation, numbers and prices written out.

    "Diskon 15% s.d. 11.11" in Indonesian is "diskon lima belas persen s d sebelas sebelas".
    """
    return " ".join(word for said in say(text, language) for word in said.spoken)


def say(text: str, language: str) -> tuple[Said, ...]:
    """The words of `text` in order, each with how it is said; what is said as one ("Rp 15.000") stands together.

    All written words are there, joined by single spaces; a dash or another sign that nobody says has no spoken words.
    """
    tokens, said, at = text.split(), [], 0
    while at < len(tokens):
        count, spoken = _price(tokens, at, language) or (1, _one(tokens, at, language))
        said.append(Said(" ".join(tokens[at : at + count]), spoken))
        at += count
    return tuple(said)


def number_words(number: int, language: str) -> str:
    """A whole number in words: 15000 is "lima belas ribu" in Indonesian, "fifteen thousand" in English."""
    return _number_words(number, _spoken_language(language))


@lru_cache(4096)
def _number_words(number: int, language: str) -> str:
    from num2words import num2words

    try:
        words: str = num2words(number, lang=language)
    except (NotImplementedError, OverflowError):
        words = " ".join(num2words(int(digit), lang="en") for digit in str(number))
    return _plain(words)


def _plain(words: str) -> str:
    return words.replace("-", " ").replace(",", "").lower()


def _spoken_language(language: str) -> str:
    return "id" if language in _LIKE_INDONESIAN else language or "en"


def _sign(sign: str, language: str) -> str:
    spoken = _spoken_language(language)
    return _SAID.get(spoken, _SAID["en"])[sign]


def _core(token: str) -> str:
    return token.strip(_EDGE)


def _price(tokens: list[str], at: int, language: str) -> tuple[int, tuple[str, ...]] | None:
    """How many tokens from `at` on are one price, and how it is said: ("Rp", "1,5", "juta") or ("Rp15.000",)."""
    core, count = _core(tokens[at]), 1
    if core.lower() in _CURRENCIES and at + 1 < len(tokens) and _core(tokens[at + 1])[:1].isdigit():
        core, count = f"{core}{_core(tokens[at + 1])}", 2
    found = _PRICE.fullmatch(core)
    if not found:
        return None
    currency, number, suffix = found.groups()
    if suffix and suffix.lower() not in _SCALES:
        return None
    scale = _SCALES.get(suffix.lower(), 1)
    following = _core(tokens[at + count]).lower() if at + count < len(tokens) else ""
    if scale == 1 and following in _SCALES and not tokens[at + count - 1].endswith((",", ";", ":")):
        scale, count = _SCALES[following], count + 1
    name = _sign(_CURRENCIES[currency.lower()], language)
    # A price in rupiah has the Indonesian thousands' dot, in whatever language the script is.
    return count, (*_amount(number, scale, language, rupiah=name == "rupiah"), name)


def _amount(number: str, scale: int, language: str, *, rupiah: bool = False) -> tuple[str, ...]:
    whole, fraction = _parts(number, "id" if rupiah and "," not in number else language)
    if rupiah and scale == 1 and len(fraction) == 2:
        fraction = ""  # "Rp15.000,00" is said without its sen
    words = number_words(whole, language).split()
    if fraction:
        words += [_sign("point", language), *(number_words(int(digit), language) for digit in fraction)]
    if scale > 1:
        words += number_words(scale, language).split()[-1:] if scale > 1000 or fraction or whole > 1 else []
        if scale == 1000 and whole == 1 and not fraction:
            words = number_words(1000, language).split()
        elif scale == 1000 and _spoken_language(language) == "id":
            words[-1] = "ribu"
    return tuple(words)


def _parts(number: str, language: str) -> tuple[int, str]:
    """Whole part and decimals of a written number; the sign that stands before three digits parts thousands."""
    dot = "." if _spoken_language(language) not in {"en", "zh", "ja", "th", "ko"} else ","
    thousands = re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,](\d{1,2}))?", number)
    if thousands and (thousands[1] == dot or thousands[2] or number.count(thousands[1]) > 1):
        fraction = thousands[2] or ""
        digits = re.sub(r"\D", "", number[: -len(fraction) - 1] if fraction else number)
        return int(digits), fraction
    whole, _, fraction = re.sub(r"[.,]", " ", number, count=1).partition(" ")
    return int(whole), re.sub(r"\D", "", fraction)


def _one(tokens: list[str], at: int, language: str) -> tuple[str, ...]:
    token = tokens[at]
    core = _core(token) or token
    before = _core(tokens[at - 1]).lower() if at else ""
    after = _core(tokens[at + 1]).lower() if at + 1 < len(tokens) else ""
    clock = _CLOCK.fullmatch(core)
    if clock and int(clock[1]) < 25 and int(clock[2]) < 60:
        told = before in {"pukul", "jam", "at", "o'clock"} or after in {"wib", "wita", "wit", "am", "pm"}
        same = int(clock[1]) == int(clock[2]) <= 12
        if ":" in core or told or (_spoken_language(language) == "id" and not same):
            hour, minute = (number_words(int(part), language).split() for part in clock.groups())
            return (*hour, *minute) if int(clock[2]) else tuple(hour)
    if before[-1:].isdigit() and core.lower() in _UNITS["en"]:
        return (_unit(core.lower(), language),)
    return _word(core, language)


def _word(core: str, language: str) -> tuple[str, ...]:
    """How one written word is said that needs no neighbours to be understood."""
    date = _DOUBLE_DATE.fullmatch(core)
    if date and ("/" in core or int(date[1]) == int(date[2]) <= 12):
        return tuple(" ".join(number_words(int(part), language) for part in date.groups()).split())
    if (ordinal := re.fullmatch(r"(?i)ke-?(\d+)", core)) and _spoken_language(language) == "id":
        first, *rest = number_words(int(ordinal[1]), language).split()
        return (f"ke{first}", *rest)
    if ordinal := re.fullmatch(r"(?i)(\d+)(?:st|nd|rd|th)", core):
        return tuple(_ordinal(int(ordinal[1])).split())
    if "-" in core or "–" in core or "/" in core or "—" in core:
        parts = [part for part in re.split(r"[-–—/]", core) if part]
        numbers = len(parts) == 2 and all(part[-1:].isdigit() or part[:1].isdigit() for part in parts)
        between = (_sign("to", language),) if numbers else ()
        said = [_price([part], 0, language) or (1, _word(part, language)) for part in parts]
        return tuple(word for index, (_, words) in enumerate(said) for word in (*(between if index else ()), *words))
    if core[:1] in "#+" and core[1:2].isdigit():
        return (*_sign(core[0], language).split(), *_word(core[1:], language))
    if found := _NUMBER.fullmatch(core):
        return _measure(found[1], found[2], language)
    if core in {"%", "&", "+", "=", "°", "#"}:
        return tuple(_sign(core, language).split())
    # What is left is a word; letters and digits that stand together ("B2B") are said apart.
    pieces = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+", core)
    return tuple(
        word
        for piece in pieces
        for word in (number_words(int(piece), language).split() if piece.isdigit() else (piece.lower(),))
    )


def _measure(number: str, suffix: str, language: str) -> tuple[str, ...]:
    if number.startswith("0") and number.isdigit() and len(number) > 1:
        return tuple(number_words(int(digit), language) for digit in number)  # a telephone number or a code
    low = suffix.lower()
    # "4K" is a picture; "50K" is money or viewers.
    if low in _SCALES and not (suffix == "K" and len(number) == 1):
        return _amount(number, _SCALES[low], language)
    words = _amount(number, 1, language)
    if not suffix:
        return words
    if suffix in "%°":
        return (*words, _sign(suffix, language))
    return (*words, _unit(low, language))


def _unit(short: str, language: str) -> str:
    return _UNITS.get(_spoken_language(language), _UNITS["en"]).get(short, short)


@lru_cache(1024)
def _ordinal(number: int) -> str:
    from num2words import num2words

    return _plain(num2words(number, lang="en", to="ordinal"))
