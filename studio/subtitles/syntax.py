"""Where a text may be broken, and how well: numbers with their units, names, conjunctions, sentence ends.

The lists are those of Indonesian and English; other languages are broken by punctuation, numbers and names alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from studio.speech.words import Word, ends_sentence

# Costs of ending a line at a place, from best to worst; a cue's end weighs them up (segmentation.py).
SENTENCE, CLAUSE, BEFORE_CONJUNCTION, BEFORE_PREPOSITION, BEFORE_NUMBER, BETWEEN_WORDS = 0.0, 2.0, 3.5, 4.5, 7.0, 8.0
# A line that ends with "yang" or "the" leaves the reader hanging.
_AFTER_FUNCTION_WORD = 7.0
# A line that begins with "ini" or "saja" takes the word away from what it points at.
_BEFORE_A_TRAILING_WORD = 7.0
# Only where the whole of it is longer than a line: a number in words best after "ribu", then after "puluh".
_INSIDE_A_NAME, _AFTER_HUNDREDS, _AFTER_THOUSANDS = 40.0, 25.0, 15.0
# Speech that comes without full stops still rests before it begins anew.
_REST_S = 0.25


@dataclass(frozen=True, slots=True)
class Atom:
    """Words that stay on one line; times in seconds."""

    words: tuple[Word, ...]
    text: str

    @property
    def start(self) -> float:
        """When its first word starts."""
        return self.words[0].start

    @property
    def end(self) -> float:
        """When its last word ends."""
        return self.words[-1].end


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CONJUNCTIONS = {
    "id": _set(
        "dan atau tetapi tapi karena sebab yang agar supaya kalau jika bila saat ketika sambil sedangkan sehingga lalu "
        "kemudian serta namun maka meski meskipun walau walaupun sebelum sesudah setelah sejak hingga sampai bahwa "
        "padahal biar"
    ),
    "en": _set(
        "and or but because so that which who when while if although though unless since before after until as than "
        "whether nor yet where then"
    ),
}
_PREPOSITIONS = {
    "id": _set("di ke dari untuk dengan pada oleh dalam tentang seperti tanpa bagi antara terhadap buat kepada per"),
    "en": _set(
        "in on at to for with from of by about into over under through without between against during near behind per"
    ),
}
_LEANING = {  # words that belong to the next one
    "id": _set(
        "tidak tak nggak gak enggak bukan belum jangan sudah akan bisa harus mau para si sang lebih paling sangat "
        "terlalu setiap semua sebuah seorang cuma hanya pak bu kak mas mbak"
    ),
    "en": _set(
        "a an the my your our their his her its this these those very more most not don't can't cannot can will "
        "would should could must may do does did don't doesn't didn't has have had is are was were be been being am i "
        "i'm you we they he she it never always every no mr dr"
    ),
}
_TRAILING = {  # words that belong to the one before
    "id": _set(
        "ini itu tersebut saja juga lagi pun dong sih deh banget sekali kok nih tuh pertama kedua ketiga terakhir"
    ),
    "en": _set("ago too again"),
}
_FUNCTION: frozenset[str] = frozenset().union(*_CONJUNCTIONS.values(), *_PREPOSITIONS.values(), *_LEANING.values())
_NEVER_NAMES = _set("i i'm i'll i've i'd saya kamu anda kita kami dia")
_NUMBER_WORDS = _set(
    "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus seratus ribu seribu "
    "juta sejuta miliar semiliar triliun koma zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred thousand million billion"
)
_MULTIPLIERS = _set("ratus ribu rb juta jt miliar triliun hundred thousand k million billion")
_THOUSANDS = _set("ribu juta miliar triliun thousand million billion")
_HUNDREDS = _set("puluh ratus hundred")
_PLAIN_UNITS = _set(
    "% ° persen percent derajat degrees degree rupiah rupiahs dolar dollar dollars hari minggu bulan tahun jam menit "
    "detik day days week weeks month months year years hour hours minute minutes second seconds am pm wib wita wit "
    "kg kilo kilogram gram g gr mg ons ton l liter ml cc cm mm m meter metre metres meters km kilometer kilometers "
    "sentimeter milimeter centimetre "
    "centimetres centimeter centimeters millimetres millimeters kilometres inci inch "
    "inches feet ft kali x times time orang buah biji pcs lembar botol pasang paket lusin watt w volt v mah gb mb tb "
    "mp px hz fps ribuan"
)
_UNITS = _MULTIPLIERS | _PLAIN_UNITS
_MONTHS = _set(
    "januari februari maret april mei juni juli agustus september oktober november desember january february march may "
    "june july august october december"
)
_BEFORE_A_NUMBER = _set(
    "jam pukul nomor no no. tanggal tgl bab langkah tahap episode bagian halaman page step chapter number part"
)
_NO_NOUNS = _FUNCTION | _BEFORE_A_NUMBER
_CURRENCY = re.compile(r"(?:rp|idr|usd|us\$|s\$|\$|€|£|rm|sgd|¥)\.?", re.I)
_NUMBER = re.compile(r"(?:rp\.?|idr|usd|us\$|s\$|\$|€|£|rm|#|±|~|≤|≥|<|>|[+-])?\d", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENING = "([{\"'“‘«¿¡"
_CLOSING = ".,;:!?…)]}\"'”’»"
_ABBREVIATIONS = _set(
    "mr. mrs. ms. dr. prof. st. no. vs. e.g. i.e. jl. bpk. hlm. yth. sdr. a.n. s.d. d.a. rp. min. maks. drs. hj. h."
)


def sentence_ends(text: str) -> bool:
    """Whether a sentence ends with this word: "kelas." does, "dr." and "Rp15.000" do not."""
    return ends_sentence(text) and text.strip(_OPENING + "\"'”’»)").lower() not in _ABBREVIATIONS


def atoms(words: Sequence[Word], chars: int, separator: str = " ") -> list[Atom]:
    """`words` in runs that stay on one line.

    A number and its unit ("Rp 50.000", "3 hari") always stay together; a name, a date, and a number written in words
    do so where they fit in a line of `chars` characters.
    """
    runs: list[list[Word]] = []
    for word in words:
        if runs and _quantity(runs[-1], word.text, before=runs[-2][-1].text if len(runs) > 1 else ""):
            runs[-1].append(word)
        else:
            runs.append([word])
    merged: list[Atom] = []
    pending: list[list[Word]] = []
    for position, run in enumerate(runs):
        if pending and not _belong(runs[position - 1], run, sentence_start=_starts_sentence(runs, position - 1)):
            merged += _together(pending, chars, separator)
            pending = []
        pending.append(run)
    return merged + (_together(pending, chars, separator) if pending else [])


def quantity_cuts(words: Sequence[str], places: Iterable[int]) -> list[int]:
    """Those of `places` (positions of words) before which a number and its unit, or a currency, would be parted."""
    inside: set[int] = set()
    run: list[Word] = []
    before = ""
    for position, text in enumerate(words):
        word = Word(text, 0.0, 0.0)
        if run and _quantity(run, text, before):
            inside.add(position)
            run.append(word)
        else:
            before = run[-1].text if run else ""
            run = [word]
    return sorted(inside.intersection(places))


def _together(runs: list[list[Word]], chars: int, separator: str) -> list[Atom]:
    whole = [word for run in runs for word in run]
    if len(_text(whole, separator)) <= chars:
        runs = [whole]
    return [Atom(tuple(run), _text(run, separator)) for run in runs]


def _text(words: Sequence[Word], separator: str) -> str:
    return separator.join(word.text for word in words)


def _core(text: str) -> str:
    return text.lstrip(_OPENING).rstrip(_CLOSING).lower()


def _closed(text: str) -> bool:
    return text[-1] in _CLOSING


def _is_number(text: str) -> bool:
    return _NUMBER.match(text.lstrip(_OPENING)) is not None


def _quantity(run: list[Word], following: str, before: str) -> bool:
    """Whether `following` is the number of this currency, or the unit of this number; `before` comes before it."""
    last = run[-1].text
    if _CURRENCY.fullmatch(last.lstrip(_OPENING)):
        return _is_number(following)
    if _closed(last) or _core(following) not in _UNITS:
        return False
    if _core(before) in _MONTHS and _YEAR.fullmatch(last):
        return False  # "Desember 2026 jam 7" is no 2026 hours
    if _core(last) in _NUMBER_WORDS and _core(following) in _PLAIN_UNITS:
        return True
    return _is_number(last) or (_core(last) in _MULTIPLIERS and len(run) > 1 and _is_number(run[-2].text))


def _starts_sentence(runs: Sequence[Sequence[Word]], position: int) -> bool:
    return position == 0 or sentence_ends(runs[position - 1][-1].text)


def _belong(left_run: Sequence[Word], right_run: Sequence[Word], *, sentence_start: bool) -> bool:
    """Whether a good line would not part them: a name, a date, a number in words, "5 tips", "jam 7"."""
    left, right = left_run[-1].text, right_run[0].text
    if _closed(left) or right[0] in _OPENING:
        return False
    before, after = _core(left), _core(right)
    if _is_number(left) and len(left_run) == 1:
        if after in _MONTHS:
            return True
        counts = after.isalpha() and right.islower() and after not in _NO_NOUNS
        return counts and not _YEAR.fullmatch(before)
    if _is_number(right):
        return before in _BEFORE_A_NUMBER or before in _MONTHS
    if before in _NUMBER_WORDS:
        return after in _NUMBER_WORDS or after in _UNITS
    return _is_capitalised(right) and _is_capitalised(left) and not (sentence_start and before in _FUNCTION)


def _is_capitalised(text: str) -> bool:
    core = text.lstrip(_OPENING)
    return (
        core[:1].isupper() and _core(text) not in _NEVER_NAMES and not (_CURRENCY.fullmatch(core) or _is_number(core))
    )


def break_costs(parts: Sequence[Atom], language: str) -> list[float]:
    """What it costs to end a line before each atom; the first is 0. Higher is worse."""
    key = "id" if language in ("id", "ms") else language
    conjunctions, prepositions = _CONJUNCTIONS.get(key, frozenset()), _PREPOSITIONS.get(key, frozenset())
    hanging = conjunctions | prepositions | _LEANING.get(key, frozenset())
    trailing = _TRAILING.get(key, frozenset())
    runs = [part.words for part in parts]
    costs = [0.0]
    for position in range(1, len(parts)):
        left, right = runs[position - 1][-1].text, runs[position][0].text
        before, after = _core(left), _core(right)
        if sentence_ends(left):
            cost = SENTENCE
        elif left[-1] in ',;:…)]}"”»–—-' or right[0] in _OPENING:
            cost = CLAUSE
        elif after in conjunctions:
            cost = BEFORE_CONJUNCTION
        elif after in prepositions:
            cost = BEFORE_PREPOSITION
        elif _is_number(right):
            cost = BEFORE_NUMBER
        else:
            cost = BETWEEN_WORDS
        if before in hanging and not _closed(left):
            cost += _AFTER_FUNCTION_WORD
        if after in trailing and cost > CLAUSE:
            cost += _BEFORE_A_TRAILING_WORD
        if _belong(runs[position - 1], runs[position], sentence_start=_starts_sentence(runs, position - 1)):
            cost += _inside(before, after)
        elif cost > CLAUSE and before not in hanging and _begins_anew(parts[position - 1], parts[position]):
            cost = CLAUSE
        costs.append(cost)
    return costs


def _inside(before: str, after: str) -> float:
    """What it costs to part what belongs together: a name, or a number in words, which has better and worse places."""
    if before in _THOUSANDS and after in _NUMBER_WORDS - _MULTIPLIERS:
        return _AFTER_THOUSANDS
    if before in _HUNDREDS and after in _NUMBER_WORDS - _MULTIPLIERS:
        return _AFTER_HUNDREDS
    return _INSIDE_A_NAME


def _begins_anew(left: Atom, right: Atom) -> bool:
    """Whether a capital after a rest seems to begin a sentence, though no full stop ends the one before."""
    return (
        right.start - left.end >= _REST_S
        and _is_capitalised(right.words[0].text)
        and not _is_capitalised(left.words[-1].text)
    )
