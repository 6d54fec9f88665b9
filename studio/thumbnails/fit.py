"""Text made to fit a box by measuring it: the largest size at which a balanced wrap stays inside.

Lines are cut where a reader would: never between a number and its unit. A word that is too long for the smallest size
is divided with a hyphen, and only what fits no way at all ends in an ellipsis, which the caller is told about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from studio.thumbnails.fonts import font

_GLUE = re.compile(
    r"(?<=\bRp)\s(?=\d)|(?<=\d)\s(?=(?:ribu|juta|rb|jt|detik|menit|jam|hari|minggu|bulan|tahun|persen|%|cm|kg|ml|"
    r"seconds?|minutes?|hours?|days?|weeks?|months?|years?|percent|am|pm|WIB|WITA|WIT)\b)|(?<=#)\s(?=\d)|\s(?=[&+/–—-]\s)",
    re.IGNORECASE,
)
_SOUND = re.compile(r"ng|ny|sy|kh|sh|ch|th|ph|\w", re.IGNORECASE)
_VOWELS = frozenset("aeiou")
_EVENNESS = 0.6  # how much even lines count against size
_NO_BREAK = "\u00a0"
_MOST_WORDS = 60  # a thumbnail's title has five; what is longer than this is wrapped without balancing


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: font file, line pitch as a share of ascent + descent, stroke in pixels."""

    path: Path
    leading: float = 1.0
    stroke: int = 0


@dataclass(frozen=True, slots=True)
class Fit:
    """Lines at a size in pixels. `top` is from the block's top to the first baseline, `pitch` from line to line.

    `width` and `height` are of the ink with its stroke; `cut` says that words were left out, `small` that it does not
    fit even so.
    """

    lines: tuple[str, ...]
    size: int
    width: int
    height: int
    top: int
    pitch: int
    cut: bool = False
    small: bool = False


def fit_text(text: str, style: Style, width: int, height: int, sizes: tuple[int, int], most_lines: int) -> Fit:
    """The best setting of `text` between two `sizes` within `width` x `height` pixels: large, with even lines."""
    words = _words(text)
    # Each number of lines has a largest size; a slightly smaller one wins when its lines are much more even.
    settings = [_largest(words, style, width, height, sizes, count) for count in range(1, most_lines + 1)]
    found = [fit for fit in settings if fit is not None]
    if not found:
        return _squeezed(words, style, sizes[0], width, height, most_lines)
    return max(found, key=lambda fit: fit.size * _evenness(fit, style) ** _EVENNESS)


def _largest(words: list[str], style: Style, width: int, height: int, sizes: tuple[int, int], lines: int) -> Fit | None:
    low, high = sizes
    best = _at(words, style, low, width, height, lines)
    while best is not None and low < high:
        middle = (low + high + 1) // 2
        tried = _at(words, style, middle, width, height, lines)
        if tried is None:
            high = middle - 1
        else:
            best, low = tried, middle
    return best


def _evenness(fit: Fit, style: Style) -> float:
    """The mean width of the lines as a share of the widest, 0 to 1."""
    face = font(style.path, fit.size)
    widths = [face.getlength(line) for line in fit.lines]
    return sum(widths) / len(widths) / max(*widths, 1.0)


def measure(lines: tuple[str, ...], style: Style, size: int) -> Fit:
    """These lines at this size, with the room that their ink takes."""
    face = font(style.path, size)
    ascent, descent = face.getmetrics()
    pitch = round((ascent + descent) * style.leading)
    boxes = [face.getbbox(line, anchor="ls", stroke_width=style.stroke) for line in lines]
    capital = face.getbbox("H", anchor="ls", stroke_width=style.stroke)
    top = round(max(-capital[1], -boxes[0][1]))
    bottom = round(max(capital[3], boxes[-1][3]))
    ink = max(box[2] - min(box[0], 0) for box in boxes)
    return Fit(lines, size, round(ink), top + pitch * (len(lines) - 1) + bottom, top, pitch)


def cap_height(path: Path, size: int) -> float:
    """The height of a capital letter at `size`, in pixels."""
    box = font(path, size).getbbox("H", anchor="ls")
    return float(box[3] - box[1])


def _at(words: list[str], style: Style, size: int, width: int, height: int, most_lines: int) -> Fit | None:
    if not words:
        return None
    face = font(style.path, size)
    # A stroke widens the ink by its width on both sides.
    room = width - 2 * style.stroke
    lengths = [face.getlength(word) for word in words]
    if max(lengths) > room:
        return None
    space = face.getlength(" ")
    least = _greedy(lengths, space, room)
    for count in range(least, min(most_lines, len(words)) + 1):
        lines = tuple(" ".join(words[start:end]) for start, end in _balanced(lengths, space, room, count))
        fit = measure(lines, style, size)
        if fit.height > height:
            return None
        if fit.width <= width:
            return fit
    return None


def _squeezed(words: list[str], style: Style, size: int, width: int, height: int, most_lines: int) -> Fit:
    """At the smallest size: long words divided, then words left out from the end until the rest fits."""
    parts = [part for word in words for part in _divided(word, style, size, width)]
    whole = _at(parts, style, size, width, height, most_lines)
    if whole is not None:
        return whole
    for count in range(len(parts) - 1, 0, -1):
        kept = [*parts[: count - 1], parts[count - 1].rstrip("-,.:;") + "…"]
        fit = _at(kept, style, size, width, height, most_lines)
        if fit is not None:
            return Fit(fit.lines, fit.size, fit.width, fit.height, fit.top, fit.pitch, cut=True)
    fit = measure((parts[0] if parts else "",), style, size)
    return Fit(fit.lines, fit.size, fit.width, fit.height, fit.top, fit.pitch, cut=len(parts) > 1, small=True)


def _divided(word: str, style: Style, size: int, width: int) -> list[str]:
    face = font(style.path, size)
    room = width - 2 * style.stroke
    parts: list[str] = []
    while face.getlength(word) > room and len(word) > 1:
        length = len(word) - 1
        while length > 1 and face.getlength(word[:length] + "-") > room:
            length -= 1
        # After a syllable, where one ends within reach: before a consonant that a vowel follows.
        length = max((place for place in _syllable_ends(word) if place <= length), default=length)
        parts.append(word[:length] + ("" if word[length - 1] in "-/" else "-"))
        word = word[length:]
    return [*parts, word]


def _syllable_ends(word: str) -> list[int]:
    sounds = list(_SOUND.finditer(word))
    return [
        one.start()
        for one, following in pairwise(sounds)
        if one.start() > 1 and one[0].lower() not in _VOWELS and following[0].lower() in _VOWELS
    ]


def _words(text: str) -> list[str]:
    glued = _GLUE.sub(_NO_BREAK, " ".join(text.split()))
    return [word.replace(_NO_BREAK, " ") for word in glued.split(" ") if word]


def _greedy(lengths: list[float], space: float, room: float) -> int:
    count, used = 1, -space
    for length in lengths:
        if used + space + length > room:
            count, used = count + 1, length
        else:
            used += space + length
    return count


def _balanced(lengths: list[float], space: float, room: float, count: int) -> list[tuple[int, int]]:
    """Where to break into `count` lines so that they come out as even as they can."""
    number = len(lengths)
    if number > _MOST_WORDS:
        return _first_fit(lengths, space, room)
    sums = [0.0]
    for length in lengths:
        sums.append(sums[-1] + length + space)
    ideal = (sums[-1] - space) / count
    infinite = float("inf")
    costs = [[infinite] * (number + 1) for _ in range(count + 1)]
    froms = [[0] * (number + 1) for _ in range(count + 1)]
    costs[0][0] = 0.0
    for line in range(1, count + 1):
        for end in range(line, number + 1):
            for start in range(line - 1, end):
                wide = sums[end] - sums[start] - space
                if wide > room and end - start > 1:
                    continue
                cost = costs[line - 1][start] + (wide - ideal) ** 2
                if cost < costs[line][end]:
                    costs[line][end], froms[line][end] = cost, start
    cuts = [number]
    for line in range(count, 0, -1):
        cuts.append(froms[line][cuts[-1]])
    cuts.reverse()
    return [(start, end) for start, end in pairwise(cuts) if end > start]


def _first_fit(lengths: list[float], space: float, room: float) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    start, used = 0, -space
    for index, length in enumerate(lengths):
        if used + space + length > room and index > start:
            lines.append((start, index))
            start, used = index, length
        else:
            used += space + length
    return [*lines, (start, len(lengths))]
