"""Find-and-replace rules of a team: what is heard wrongly time and again becomes what is meant, its times kept."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from time import monotonic
from typing import TYPE_CHECKING, Any

from studio.errors import InvalidValue
from studio.speech.words import Transcript, Word, segments_by_pause

if TYPE_CHECKING:
    from regex import Match, Pattern

LONGEST = 200
"""Characters of what is found, and of what takes its place."""
_TIME_S = 1.0
"""A pattern that looks for longer than this through one transcript is left out: some would never end."""
_GROWTH, _ROOM = 4, 10_000
"""How many times as long a transcript may become, and the characters that a short one may grow by."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`find` becomes `replace`: whole words, in any case unless `case` says that capitals count.

    With `regex`, `find` is a regular expression, and `replace` may name its groups (\\1). An empty `replace` takes the
    words away.
    """

    find: str
    replace: str = ""
    case: bool = False
    regex: bool = False


class _TooLong(Exception):
    pass


def checked_rule(rule: Rule) -> Rule:
    """The rule as it is kept: without space around it, its accents composed. Raises InvalidValue."""
    find, new = (unicodedata.normalize("NFC", text).strip() for text in (rule.find, rule.replace))
    if not find:
        raise InvalidValue("There is nothing to find", "Write the words that are heard wrongly")
    for text in (find, new):
        if len(text) > LONGEST or not text.isprintable():
            raise InvalidValue(
                f"“{text[:40]}…” is too long, or holds signs that cannot be seen",
                f"Write at most {LONGEST} characters on one line",
            )
    checked = replace(rule, find=find, replace=new)
    if rule.regex:
        import regex

        try:
            pattern = _pattern(checked)
            empty = pattern.search("", timeout=_TIME_S) is not None
            # Groups that there are not are noticed only with a match.
            regex.match(f"(?:{find})|", "", timeout=_TIME_S).expand(new)
        except (regex.error, RecursionError, OverflowError, MemoryError, IndexError) as error:
            raise InvalidValue(
                f"“{find}” is no regular expression that can be used ({error})", "Correct it, or find plain words"
            ) from error
        except TimeoutError as error:
            raise InvalidValue(f"“{find}” takes too long to look for", "Make the pattern simpler") from error
        if empty:
            raise InvalidValue(f"“{find}” fits everywhere, also where nothing is", "Let it ask for at least one letter")
    elif not any(sign.isalnum() for sign in find):
        raise InvalidValue(f"“{find}” holds no letter and no digit", "Write the words that are heard wrongly")
    elif find == new:
        raise InvalidValue(f"“{find}” would become itself", "Write what is meant")
    return checked


def apply_rules(transcript: Transcript, rules: Sequence[Rule], *, time_s: float = _TIME_S) -> Transcript:
    """`transcript` with each rule applied in turn; words that become others keep their time.

    Several words that become one span their times ("lima puluh ribu" as "Rp50.000"), one that becomes several shares
    its own. A rule that takes longer than `time_s` seconds, or would flood the text, is left out, and a note says so.
    """
    words, notes = transcript.words, transcript.notes
    for rule in rules:
        try:
            words = _applied(words, rule, time_s)
        except TimeoutError:
            notes += (f"The rule for “{rule.find}” took too long and was left out: make its pattern simpler.",)
        except _TooLong:
            notes += (f"The rule for “{rule.find}” makes the text too long and was left out.",)
    if (words, notes) == (transcript.words, transcript.notes):
        return transcript
    return replace(transcript, words=words, segments=segments_by_pause(words), notes=notes)


def would_change(text: str, rules: Sequence[Rule]) -> bool:
    """Whether a rule changes anything in `text`."""
    words = tuple(Word(word, 0.0, 0.0) for word in text.split())
    return any(one.text != word for one, word in _compared(apply_rules(Transcript("", "", "", 0, words), rules), words))


def _compared(ruled: Transcript, words: Sequence[Word]) -> Iterator[tuple[Word, str]]:
    if len(ruled.words) != len(words):
        yield Word("", 0, 0), "another number of words"
    yield from zip(ruled.words, (word.text for word in words), strict=False)


@lru_cache(maxsize=512)
def _pattern(rule: Rule) -> Pattern[str]:
    # Unlike `re`, `regex` can be told when to give up.
    import regex

    flags = 0 if rule.case else regex.IGNORECASE
    if rule.regex:
        return regex.compile(rule.find, flags)
    words = r"\s+".join(map(regex.escape, rule.find.split()))
    return regex.compile(rf"(?<!\w){words}(?!\w)", flags)


def _applied(words: tuple[Word, ...], rule: Rule, time_s: float) -> tuple[Word, ...]:
    text = " ".join(word.text for word in words)
    ends = list(accumulate(len(word.text) + 1 for word in words))
    found = _found(rule, text, time_s)
    if not found:
        return words
    changed: list[Word] = []
    at, size = 0, 0
    for first, last, matches in _clusters(found, ends):
        low, high = ends[first] - len(words[first].text) - 1, ends[last] - 1
        new, position = "", low
        for match in matches:
            new += text[position : match.start()] + _replaced(match, rule)
            position = match.end()
        new += text[position:high]
        size += len(new)
        if size > _GROWTH * len(text) + _ROOM:
            raise _TooLong
        changed += [*words[at:first], *_spread(new.split(), words[first : last + 1])]
        at = last + 1
    return (*changed, *words[at:])


def _found(rule: Rule, text: str, time_s: float) -> list[Match[str]]:
    # The limit of `finditer` begins anew with every match.
    found, latest = list[Any](), monotonic() + time_s
    for match in _pattern(rule).finditer(text, timeout=time_s):
        if monotonic() > latest:
            raise TimeoutError
        if match.end() > match.start():
            found.append(match)
    # A pattern may ask to be looked for from the end.
    return sorted(found, key=lambda match: match.start())


def _clusters(found: Sequence[Match[str]], ends: Sequence[int]) -> Iterator[tuple[int, int, list[Match[str]]]]:
    """Matches that have a word in common together, with the first and the last word that they touch."""
    first, last, matches = 0, -1, list[Any]()
    for match in found:
        begin = bisect_right(ends, match.start())
        end = bisect_right(ends, match.end() - 1)
        if matches and begin > last:
            yield first, last, matches
            matches = []
        if not matches:
            first = begin
        last = end
        matches.append(match)
    yield first, last, matches


def _replaced(match: Match[str], rule: Rule) -> str:
    if rule.regex:
        return str(match.expand(rule.replace))
    old, new = match.group(), rule.replace
    if rule.case or new != new.lower():
        return new
    # What is written small takes the capitals of what was there: "Jaman" at the start of a sentence is "Zaman".
    if len(old) > 1 and old == old.upper() != old.lower():
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _spread(parts: Sequence[str], words: Sequence[Word]) -> list[Word]:
    """`parts` over the times of `words`, by their letters where there are not as many; pauses stay between them."""
    if not any(any(sign.isalnum() for sign in part) for part in parts):
        return []
    sure = [word.confidence for word in words if word.confidence is not None]
    mean = round(sum(sure) / len(sure), 3) if sure else None
    note = next((word.note for word in words if word.note), "")
    if len(parts) == len(words):
        return [replace(word, text=part) for word, part in zip(words, parts, strict=True)]
    shares = [0, *accumulate(map(len, parts))]
    begins = [_time(words, share / shares[-1], late=True) for share in shares[:-1]]
    ends = [_time(words, share / shares[-1], late=False) for share in shares[1:]]
    begins[0], ends[-1] = words[0].start, max(words[-1].end, words[0].start)
    return [
        Word(part, round(begin, 3), round(max(begin, end), 3), mean, note)
        for part, begin, end in zip(parts, begins, ends, strict=True)
    ]


def _time(words: Sequence[Word], share: float, *, late: bool) -> float:
    """The time at `share` of what is spoken of `words`; where a pause begins there, `late` gives its end."""
    left = share * sum(max(0.0, word.end - word.start) for word in words)
    for word in words:
        length = max(0.0, word.end - word.start)
        if left < length - 1e-9 or (not late and left <= length + 1e-9):
            return word.start + min(left, length)
        left -= length
    return words[-1].end
