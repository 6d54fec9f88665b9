"""TTML (.ttml), which broadcasters and streaming services take: written as IMSC 1 text, read from any of its dialects.

Written are the elements and attributes of W3C's "TTML Profiles for Internet Media Subtitles and Captions 1.0.1", text
profile: clock times of the media, one region for all cues, lengths in percent. Read are also frames and ticks, times
that count from their parent's, timed spans, and the namespaces of the older drafts and of DFXP.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from studio.errors import InvalidValue
from studio.subtitles.cue import Cue
from studio.subtitles.files.content import Subtitles, clock, timed_cue

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "sd", "yi", "ug"})
# What XML 1.0 has no way to write, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CLOCK = re.compile(r"(\d{2,}):(\d{2}):(\d{2})(?:\.(\d+)|:(\d{2,})(?:\.(\d+))?)?")
_OFFSET = re.compile(r"(\d+(?:\.\d+)?)(h|ms|m|s|f|t)")
_SPACE = re.compile(r"[ \t\r\n]+")
_ADVICE = "Correct it in a text editor, or export the file again"


def write(subtitles: Subtitles) -> str:
    """The text of a .ttml file."""
    language = subtitles.language if subtitles.language != "und" else ""
    size = subtitles.size or (16, 9)
    direction = ' tts:direction="rtl"' if language in _RIGHT_TO_LEFT else ""
    cues = "\n".join(
        f'      <p begin="{clock(cue.start, ".")}" end="{clock(cue.end, ".")}">{_content(cue)}</p>'
        for cue in subtitles.cues
    )
    # The region is the lower part of what any screen shows whole; on an upright picture it ends above the buttons
    # that TikTok and Reels lay over it.
    region = "5% 40%" if size[1] > size[0] else "10% 10%"
    extent = "90% 25%" if size[1] > size[0] else "80% 80%"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"
    xmlns:tts="http://www.w3.org/ns/ttml#styling" xmlns:ittp="http://www.w3.org/ns/ttml/profile/imsc1#parameter"
    xml:lang={quoteattr(language)} ttp:timeBase="media" ttp:cellResolution="32 15"
    ittp:aspectRatio="{size[0]} {size[1]}" ttp:profile="http://www.w3.org/ns/ttml/profile/imsc1/text">
  <head>
    <styling>
      <style xml:id="caption" tts:fontFamily="proportionalSansSerif" tts:fontSize="100%" tts:lineHeight="125%"
        tts:color="white" tts:textOutline="black 5%" tts:textAlign="center"{direction}/>
    </styling>
    <layout>
      <region xml:id="lower" tts:origin="{region}" tts:extent="{extent}" tts:displayAlign="after"
        tts:showBackground="whenActive"/>
    </layout>
  </head>
  <body region="lower" style="caption">
    <div>
{cues}
    </div>
  </body>
</tt>
"""


def _content(cue: Cue) -> str:
    return "<br/>".join(escape(_FORBIDDEN.sub("", line)) for line in cue.text.split("\n"))


@dataclass(slots=True)
class _Element:
    """An element with its line in the file; `parts` are texts and elements in their order."""

    name: str
    attributes: dict[str, str]
    line: int
    parts: list[_Element | str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Rates:
    """What a frame, a part of a frame and a tick are worth, in seconds."""

    frame: float
    subframe: float
    tick: float


def read(text: str) -> list[Cue]:
    """The cues of a .ttml file: its paragraphs, and spans that have times of their own."""
    root = _parsed(text)
    if root is None or root.name != "tt":
        raise InvalidValue("the first element should be <tt>", "Choose a .ttml file")
    rates = _rates(root)
    cues: list[Cue] = []
    for body in _children(root, "body"):
        cues += _cues(body, 0.0, float("inf"), rates, preserved=_preserves(root, False))
    return cues


def _parsed(text: str) -> _Element | None:
    """The root element. Declarations of entities are refused: they can grow to any size."""
    parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
    stack: list[_Element] = []
    roots: list[_Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        element = _Element(name.rpartition(" ")[2], plain, parser.CurrentLineNumber)
        if stack:
            stack[-1].parts.append(element)
        else:
            roots.append(element)
        stack.append(element)
        if len(stack) > 100:
            raise InvalidValue(f"line {element.line} is nested too deeply", "Choose a subtitle file")

    def doctype(*_told: object) -> None:
        raise InvalidValue("it declares a document type, which subtitles have no use for", "Remove <!DOCTYPE ...>")

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _name: stack.pop()
    parser.CharacterDataHandler = lambda data: stack[-1].parts.append(data) if stack else None
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        raise InvalidValue(f"line {error.lineno} is no XML ({why})", _ADVICE) from error
    return roots[0] if roots else None


def _children(element: _Element, *names: str) -> Iterator[_Element]:
    for part in element.parts:
        if isinstance(part, _Element) and (not names or part.name in names):
            yield part


def _cues(element: _Element, begin: float, end: float, rates: _Rates, *, preserved: bool) -> list[Cue]:
    """The cues of an element whose parent is shown from `begin` to `end` (seconds)."""
    start, stop = _shown(element, begin, end, rates)
    preserved = _preserves(element, preserved)
    found: list[Cue] = []
    if element.name in ("p", "span"):
        timed = [part for part in _children(element, "span") if _is_timed(part)]
        for span in timed:
            found += _cues(span, start, stop, rates, preserved=preserved)
        cue = None if timed else timed_cue(start, min(stop, 1e6), _lines(element, preserved), element.line)
        return found + ([cue] if cue else [])
    sequence = element.attributes.get("timeContainer") == "seq"
    at = start
    for child in _children(element, "div", "p", "span"):
        found += _cues(child, at, stop, rates, preserved=preserved)
        if sequence:
            at = _shown(child, at, stop, rates)[1]
    return found


def _is_timed(element: _Element) -> bool:
    return not {"begin", "end", "dur"}.isdisjoint(element.attributes) or any(
        _is_timed(child) for child in _children(element, "span")
    )


def _shown(element: _Element, begin: float, end: float, rates: _Rates) -> tuple[float, float]:
    """From when to when, in seconds: `begin`, `end` and `dur` count from the parent's begin, and end with it."""

    def told(name: str) -> float | None:
        value = element.attributes.get(name)
        return None if value is None else _seconds(value, rates, element.line)

    start = begin + (told("begin") or 0.0)
    stop, lasts = told("end"), told("dur")
    ends = [end]
    if stop is not None:
        ends.append(begin + stop)
    if lasts is not None:
        ends.append(start + lasts)
    return start, min(ends)


def _seconds(value: str, rates: _Rates, line: int) -> float:
    if told := _CLOCK.fullmatch(value.strip()):
        hours, minutes, whole, fraction, frames, part = told.groups()
        seconds = int(hours) * 3600 + int(minutes) * 60 + int(whole) + float(f"0.{fraction or 0}")
        return round(seconds + int(frames or 0) * rates.frame + int(part or 0) * rates.subframe, 6)
    if told := _OFFSET.fullmatch(value.strip()):
        units = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001, "f": rates.frame, "t": rates.tick}
        return round(float(told[1]) * units[told[2]], 6)
    raise InvalidValue(f'line {line} has a time "{value}", which should be such as "00:00:01.200"', _ADVICE)


def _rates(root: _Element) -> _Rates:
    told = root.attributes
    try:
        over, under = (int(part) for part in re.split(r"[ :]+", told.get("frameRateMultiplier", "1 1").strip()))
        frames = float(told.get("frameRate", 30)) * over / under
        parts = float(told.get("subFrameRate", 1))
        # Without a tick rate a tick is a part of a frame where frames are told, else a second.
        ticks = float(told.get("tickRate", frames * parts if "frameRate" in told else 1))
        return _Rates(1 / frames, 1 / (frames * parts), 1 / ticks)
    except (ValueError, ZeroDivisionError) as error:
        raise InvalidValue(f"line {root.line} has a frame or tick rate that is no number", _ADVICE) from error


def _preserves(element: _Element, inherited: bool) -> bool:
    space = element.attributes.get("space")
    return space == "preserve" if space else inherited


def _lines(element: _Element, preserved: bool) -> list[str]:
    lines = [""]
    for text in _texts(element, preserved):
        if text == "\n":
            lines.append("")
        else:
            lines[-1] += text
    return [_SPACE.sub(" ", line) for line in lines]


def _texts(element: _Element, preserved: bool) -> Iterator[str]:
    """Pieces of text in their order, and "\\n" for each line break."""
    for part in element.parts:
        if isinstance(part, str):
            pieces = part.split("\n") if preserved else [_SPACE.sub(" ", part)]
            for number, piece in enumerate(pieces):
                if number:
                    yield "\n"
                yield piece
        elif part.name == "br":
            yield "\n"
        elif part.name == "span":
            yield from _texts(part, _preserves(part, preserved))
