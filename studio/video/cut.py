"""A cut as a value: which parts of which takes follow each other, what stands before and after, and which shape."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

from studio.errors import InvalidValue
from studio.video.times import time_text

_SHAPE = re.compile(r"(\d{1,4})\s*[:x/]\s*(\d{1,4})")
# Air that is left before the first word and after the last: less sounds cut off, more is dead time (seconds).
AIR_BEFORE_S, AIR_AFTER_S = 0.25, 0.5
SHORTEST_S = 0.1
_SLACK_S = 0.5  # a header may tell a length that is a little more than what is shown
# What platforms take at its best; a smaller part of a picture is brought up to it, since captions are drawn on it.
_SHORT_SIDE, _LEAST_SIDE = 1080, 540


@dataclass(frozen=True, slots=True)
class Cut:
    """What is asked for. Times are seconds of the recording itself; None is its beginning or its end.

    `speech` trims every take to its first and last words. `before` and `after` are bumpers, `join` further takes:
    paths. `shape` is the picture's sides, such as (9, 16), None for the recording's own; `focus` is the point that
    stays in view, as shares of the width and the height.
    """

    start: float | None = None
    end: float | None = None
    speech: bool = False
    before: str = ""
    after: str = ""
    shape: tuple[int, int] | None = None
    focus: tuple[float, float] = (0.5, 0.5)
    join: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return replace(self, focus=(0.5, 0.5)) == Cut()

    def to_json(self) -> dict[str, Any]:
        """What is asked for, as JSON holds it; {} for nothing."""
        told: dict[str, Any] = {
            "start": self.start,
            "end": self.end,
            "speech": self.speech or None,
            "before": self.before or None,
            "after": self.after or None,
            "shape": f"{self.shape[0]}:{self.shape[1]}" if self.shape else None,
            "focus": list(self.focus) if self.shape else None,
            "join": list(self.join) or None,
        }
        return {name: value for name, value in told.items() if value is not None}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Cut:
        """The cut that `to_json` wrote. Raises InvalidValue for what is none."""
        unknown = set(data) - {"start", "end", "speech", "before", "after", "shape", "focus", "join"}
        if unknown:
            raise InvalidValue(f"A cut has no “{min(unknown)}”", "Ask for it again")
        join = data.get("join", [])
        focus = data.get("focus", (0.5, 0.5))
        if not isinstance(join, (list, tuple)) or not isinstance(focus, (list, tuple)) or len(focus) != 2:
            raise InvalidValue("What the cut asks for cannot be read", "Ask for it again")
        return cls(
            start=_seconds(data.get("start")),
            end=_seconds(data.get("end")),
            speech=bool(data.get("speech", False)),
            before=str(data.get("before", "")),
            after=str(data.get("after", "")),
            shape=parse_shape(str(data["shape"])) if data.get("shape") else None,
            focus=(_share(focus[0]), _share(focus[1])),
            join=tuple(str(one) for one in join),
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one take, from `start` to `end` (seconds of that take), which begins at `at` in the result."""

    take: int
    start: float
    end: float
    at: float

    @property
    def length(self) -> float:
        """Its length in seconds."""
        return self.end - self.start


def parse_shape(text: str) -> tuple[int, int]:
    """The sides of "9:16". Raises InvalidValue."""
    found = _SHAPE.fullmatch(text.strip())
    sides = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(sides) or not 0.2 <= sides[0] / sides[1] <= 5:
        raise InvalidValue(f'"{text}" is no shape of a picture', "Write it as 9:16, 1:1, 4:5 or 16:9")
    return sides


def parse_focus(text: str) -> tuple[float, float]:
    """The point of "0.3,0.5". Raises InvalidValue."""
    parts = re.split(r"[,; ]+", text.strip())
    if len(parts) != 2:
        raise InvalidValue(f'"{text}" is no point', "Write it as 0.5,0.4: shares of the width and of the height")
    return _share(parts[0]), _share(parts[1])


def kept_part(cut: Cut, name: str, length_s: float, spoken: tuple[float, float] | None) -> tuple[float, float]:
    """From where to where the recording called `name`, `length_s` seconds long, is kept.

    `spoken` are the begin of the first and the end of the last word, where the cut goes by them. Raises InvalidValue
    for times outside of it, or where nothing would be left.
    """
    first, last = cut.start or 0.0, length_s if cut.end is None else cut.end
    for what, at in (("start", first), ("end", last)):
        if at > length_s + (_SLACK_S if what == "end" else 0) or (what == "start" and at >= length_s > 0):
            raise InvalidValue(
                f"The {what} {time_text(at)} lies beyond the end of {name}, which is {time_text(length_s)} long",
                "Choose a time inside it",
            )
    last = min(last, length_s)
    if last - first < SHORTEST_S:
        raise InvalidValue(f"Nothing is left between {time_text(first)} and {time_text(last)}", "Let it end later")
    if spoken is not None:
        begin, end = max(first, spoken[0] - AIR_BEFORE_S), min(last, spoken[1] + AIR_AFTER_S)
        if end - begin < SHORTEST_S:
            raise InvalidValue(
                f"Nobody speaks in {name} between {time_text(first)} and {time_text(last)}", "Trim it by hand instead"
            )
        first, last = begin, end
    return first, last


def picture_size(size: tuple[int, int], shape: tuple[int, int] | None) -> tuple[int, int]:
    """The result's width and height in pixels, both even, for a recording of `size` that is cut to `shape`.

    A part that is smaller than what platforms take is brought up to 1080 pixels on its short side.
    """
    width, height = size
    if shape is None:
        return max(2, width // 2 * 2), max(2, height // 2 * 2)
    share = shape[0] / shape[1]
    wide, high = (height * share, float(height)) if width / height > share else (float(width), width / share)
    short = min(wide, high)
    grown = _SHORT_SIDE / short if _LEAST_SIDE <= short < _SHORT_SIDE else 1.0
    return max(2, round(wide * grown / 2) * 2), max(2, round(high * grown / 2) * 2)


def seen_part(size: tuple[int, int], result: tuple[int, int], focus: tuple[float, float]) -> tuple[int, int, int, int]:
    """Left, top, width and height of what is seen of a picture of `size` in one of `result`'s shape.

    The part is as large as it can be, and as near to having `focus` in its middle as the picture's edges allow.
    """
    scale = max(result[0] / size[0], result[1] / size[1])
    wide, high = min(size[0], round(result[0] / scale)), min(size[1], round(result[1] / scale))
    left = round(min(max(focus[0] * size[0] - wide / 2, 0), size[0] - wide))
    top = round(min(max(focus[1] * size[1] - high / 2, 0), size[1] - high))
    return left, top, wide, high


def _seconds(value: Any) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value) or value < 0:
        raise InvalidValue(f"{value!r} is no time in seconds", "Write it as 65.5")
    return float(value)


def _share(value: Any) -> float:
    try:
        share = float(value)
    except (TypeError, ValueError):
        share = -1.0
    if not 0 <= share <= 1:
        raise InvalidValue(f"The focus {value} is no share of the picture", "Give numbers from 0 to 1, such as 0.5,0.4")
    return share
