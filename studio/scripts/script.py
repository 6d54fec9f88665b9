"""A script as a value, read from its Markdown, whatever a person did to it by hand.

The format is plain, so that anyone can edit it in any editor:

    # Title
    *Facts in italics, for people.*

    ## Hook [hook] (0:05)        a section: its name, kind and target length
    A plain line is spoken, word for word.
    - A bullet is a talking point, spoken freely.
    > A quotation is a direction or on-screen text, never spoken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from studio.plan.item import Product
from studio.scripts.sentences import sentences

VIDEO_KINDS = ("hook", "context", "value", "cta")
LIVE_KINDS = ("opening", "teaching", "demo", "product", "voucher", "qa", "quiz", "closing")
OTHER = "other"

_HEADING = re.compile(r"^\s{0,3}(#{1,6})(?!#)\s*(.*?)\s*#*\s*$")
_KIND = re.compile(r"\[\s*([A-Za-z&]+)\s*\]")
_LENGTH = re.compile(r"\(\s*(?:(\d+):)?(\d{1,3}):(\d{2})\s*\)|\(\s*(\d+)\s*(s|sec|det|detik|m|min|menit)\.?\s*\)", re.I)
_POINT = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s+(.*)$")
_DIRECTION = re.compile(r"^\s*>\s?(.*)$")
_COMMENT = re.compile(r"^\s*<!--(.*?)-->\s*$")
_BRACKETED = re.compile(r"^\s*\[[^\[\]]*\]\s*$")
_RULE = re.compile(r"^\s*([-*_])(?:\s*\1){2,}\s*$")
_FACTS = re.compile(r"^\s*([*_])(?![*_\s])(.+)(?<!\s)\1\s*$")
_PRODUCT = re.compile(r"^(?:produk|product)\s*:\s*(.+)$", re.IGNORECASE)
_SAME_KIND = {"q": "qa", "q&a": "qa", "tanya": "qa", "pembukaan": "opening", "penutup": "closing", "konteks": "context"}
_FUNCTION_WORDS = {
    "id": frozenset((
        "yang", "dan", "di", "ini", "itu", "untuk", "dengan", "kamu", "kita", "ada", "tidak", "nggak", "dari", "ke",
        "bisa", "juga", "saya", "akan",
    )),
    "en": frozenset((
        "the", "and", "of", "to", "a", "in", "is", "you", "that", "it", "for", "on", "with", "this", "are", "your",
        "we", "what", "not", "from",
    )),
}  # fmt: skip


class LineKind(StrEnum):
    """What a line of a script is for."""

    SPOKEN = "spoken"
    POINT = "point"
    DIRECTION = "direction"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is for, its text without markup, and its number in the file."""

    kind: LineKind
    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a script; `target_s` is its intended length in seconds, None where the heading gives none."""

    name: str
    kind: str = OTHER
    target_s: float | None = None
    lines: tuple[Line, ...] = ()
    number: int = 1

    @property
    def spoken(self) -> tuple[str, ...]:
        """What is said word for word."""
        return self._of(LineKind.SPOKEN)

    @property
    def points(self) -> tuple[str, ...]:
        """What is talked about freely; the line that names a product is one of them."""
        return self._of(LineKind.POINT)

    @property
    def directions(self) -> tuple[str, ...]:
        """What is done or shown, and never said."""
        return self._of(LineKind.DIRECTION)

    @property
    def product(self) -> Product | None:
        """The product of a bullet such as "- Produk: NAME | Rp89.000 | https://...", None where there is none."""
        for point in self.points:
            if match := _PRODUCT.match(point):
                return Product(*(part.strip() for part in match[1].split("|", 3)))
        return None

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said word for word, sentence by sentence, without notes in square brackets."""
        return tuple(sentence for line in self.spoken for sentence in sentences(_without_notes(line)))

    def _of(self, kind: LineKind) -> tuple[str, ...]:
        return tuple(line.text for line in self.lines if line.kind is kind)


@dataclass(frozen=True, slots=True)
class Script:
    """What is said and shown, section by section. `facts` is the line in italics below the title."""

    title: str
    language: str
    sections: tuple[Section, ...]
    facts: str = ""

    @property
    def spoken_text(self) -> str:
        """The spoken sentences, one a line; headings, points and directions are not among them."""
        return "\n".join(sentence for section in self.sections for sentence in section.sentences)

    @property
    def target_s(self) -> float:
        """The sum of the sections' target lengths, in seconds."""
        return sum(section.target_s or 0 for section in self.sections)

    def of_kind(self, kind: str) -> tuple[Section, ...]:
        """The sections of one kind, in order."""
        return tuple(section for section in self.sections if section.kind == kind)


def parse_script(markdown: str, language: str | None = None) -> Script:
    """Read a script. Nothing is an error: lines that fit no rule are spoken, unknown sections become "other".

    Without `language` it is taken from the facts, else guessed from the words ("id" or "en").
    """
    title, facts = "", ""
    sections: list[Section] = []
    name, kind, target, number = "", OTHER, None, 1
    lines: list[Line] = []

    def close() -> None:
        if name or kind != OTHER or target is not None or lines:
            sections.append(Section(name, kind, target, tuple(lines), number))

    for count, raw in _logical_lines(markdown):
        heading = _HEADING.match(raw)
        if heading and len(heading[1]) == 1 and not title and not sections and not lines:
            title = plain(heading[2])
        elif heading and len(heading[1]) <= 2:
            close()
            name, kind, target = _read_heading(heading[2])
            lines, number = [], count
        elif heading:
            lines.append(Line(LineKind.DIRECTION, plain(heading[2]), count))
        elif not facts and title and not sections and not lines and not name and (found := _FACTS.match(raw)):
            facts = plain(found[2])
        elif raw.strip() and not _RULE.match(raw):
            lines.append(_read_line(raw, count))
    close()
    script = Script(title, language or "", tuple(sections), facts)
    return script if language else Script(title, _language(script), script.sections, facts)


def plain(text: str) -> str:
    """Markdown's emphasis, links and escapes taken off; the words stay."""
    text = re.sub(r"!?\[([^\]]+)\]\(([^)\s]+)\)", r"\1", text)
    text = re.sub(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w\\*])\*(?=[^\s*])([^*]+?)(?<=[^\s\\])\*(?![\w*])", r"\1", text)
    text = re.sub(r"(?<![\w\\_])_(?=[^\s_])([^_]+?)(?<=[^\s\\])_(?![\w_])", r"\1", text)
    text = re.sub(r"(?<!\\)`([^`]+)`", r"\1", text)
    return re.sub(r"\\([!-/:-@\[-`{-~•])", r"\1", text).strip()


def _logical_lines(markdown: str) -> Iterator[tuple[int, str]]:
    # A comment over several lines is one direction; all else is a line by itself.
    text = markdown.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(r"<!--.*?-->", lambda found: found[0].replace("\n", "\v"), text, flags=re.DOTALL)
    number = 1
    for line in text.split("\n"):
        yield number, line.replace("\v", " ")
        number += 1 + line.count("\v")


def _read_line(raw: str, number: int) -> Line:
    if comment := _COMMENT.match(raw):
        return Line(LineKind.DIRECTION, comment[1].strip(), number)
    if direction := _DIRECTION.match(raw):
        return Line(LineKind.DIRECTION, plain(direction[1]), number)
    if point := _POINT.match(raw):
        return Line(LineKind.POINT, plain(point[1]), number)
    if _BRACKETED.match(raw) and not _is_blank_to_fill(raw):
        return Line(LineKind.DIRECTION, raw.strip()[1:-1].strip(), number)
    return Line(LineKind.SPOKEN, plain(raw), number)


def _read_heading(text: str) -> tuple[str, str, float | None]:
    target: float | None = None
    if length := _LENGTH.search(text):
        hours, minutes, seconds, count, unit = length.groups()
        if count:
            target = float(count) * (60 if unit.lower().startswith("m") else 1)
        else:
            target = int(hours or 0) * 3600.0 + int(minutes) * 60 + int(seconds)
        text = text[: length.start()] + text[length.end() :]
    kind = OTHER
    if found := _KIND.search(text):
        word = found[1].lower()
        kind = _known_kind(word)
        if kind != OTHER or word == OTHER:
            text = text[: found.start()] + text[found.end() :]
    name = plain(" ".join(text.split()))
    return name, _known_kind(name.lower()) if kind == OTHER else kind, target


def _known_kind(word: str) -> str:
    word = _SAME_KIND.get(word, word)
    return word if word in VIDEO_KINDS + LIVE_KINDS else OTHER


def _is_blank_to_fill(text: str) -> bool:
    return bool(re.match(r"\s*\[\s*(isi|fill in)\s*:", text, re.IGNORECASE))


def _without_notes(line: str) -> str:
    return " ".join(re.sub(r"\[[^\[\]]*\]", " ", line).split())


def _language(script: Script) -> str:
    facts = script.facts.lower()
    if "bahasa indonesia" in facts:
        return "id"
    if "english" in facts:
        return "en"
    return guess_language(text for section in script.sections for text in (line.text for line in section.lines))


def guess_language(texts: Iterable[str]) -> str:
    """ "id" or "en", by which of the two has more of its small words in `texts`; "id" when nothing tells."""
    words = re.findall(r"[a-z']+", " ".join(texts).lower())
    counts = {language: sum(word in known for word in words) for language, known in _FUNCTION_WORDS.items()}
    return "en" if counts["en"] > counts["id"] else "id"
