"""A template, an item and answers become a script in Markdown, with target lengths that fill the item's slot."""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import jinja2

from studio.errors import TemplateError
from studio.plan.item import Item
from studio.scripts.answers import asked, condition_of, default_answer, escaped, given_answers, item_values
from studio.scripts.sandbox import Refused, sandbox
from studio.scripts.template import Part, Template, condition, wrong_at

# What a template can raise while it runs; a fault of ours is none of these classes' business and stays a traceback.
_RUNTIME_ERRORS = (
    jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError,
    RecursionError, MemoryError, SyntaxError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SectionLength:
    """How long a section shall last, in seconds; for a section that repeats, each of its turns."""

    part: Part
    seconds: float


def render(template: Template, item: Item, answers: Mapping[str, Any] | None = None) -> str:
    """The script of `item` as Markdown; questions without an answer take their defaults.

    Raises TemplateError (with file and line) and InvalidValue (an answer that cannot be taken).
    """
    values = resolve(template, item, answers)
    lengths = section_lengths(template, values, slot_seconds(item))
    values |= {question.key: escaped(values[question.key]) for question in template.questions}
    values["section"] = {
        length.part.kind: {
            "name": length.part.name,
            "seconds": length.seconds,
            "length": clock(length.seconds),
        }
        for length in lengths
    }
    text = _rendered(template, template.body, values, template.body_line)
    text = re.sub(r"[ \t]+\n", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def resolve(template: Template, item: Item, answers: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Every name that the body may use but `section`: `item`, `language`, and an answer for every question.

    A form shows these as what would be taken. Raises as `render` does.
    """
    given = given_answers(template, item.answers if answers is None else answers)
    values: dict[str, Any] = {"item": item_values(item, template.language), "language": template.language}
    for question in template.questions:
        above = question.line - 1
        wanted = asked(question, _rendered(template, condition_of(question), values, above))
        if question.key in given and (wanted or given[question.key]):
            values[question.key] = given[question.key]
            continue
        texts = tuple(_rendered(template, text, values, above) for text in question.default) if wanted else ()
        values[question.key] = default_answer(question, texts, values)
        if wanted and question.required and not values[question.key]:
            raise TemplateError(
                f"The template '{template.name}' needs an answer to '{question.label}'",
                f"Answer it in the form, or with --set {question.key}=...",
            )
    return values


def slot_seconds(item: Item) -> float:
    """How long the item may last, in seconds; 0 where nobody said."""
    return (item.duration_min or 0) * 60


def section_lengths(template: Template, values: Mapping[str, Any], slot_s: float) -> list[SectionLength]:
    """The sections that this script will have, with lengths that fill `slot_s` seconds (0: as the template says).

    Every section keeps its share within its `least` and `most`; the longest one takes what rounding leaves.
    """
    parts = [part for part in template.sections if _is_wanted(template, part, values)]
    counts = [len(values["item"]["products"]) if part.each else 1 for part in parts]
    products = values.get("products")
    if isinstance(products, list):
        counts = [len(products) if part.each else 1 for part in parts]
    parts, counts = _without_empty(parts, counts)
    if not parts:
        return []
    whole = slot_s or sum(part.seconds for part in parts)
    shares = _fair_shares(parts, whole)
    for step in (15, 5, 1):
        if step > 1 and whole < {15: 600, 5: 180}[step]:
            continue
        rounded = [
            max(step, round(share / count / step) * step) if share else 0.0
            for share, count in zip(shares, counts, strict=True)
        ]
        if not slot_s or _absorb(rounded, counts, whole, step):
            break
    else:  # so short that whole seconds do not fit
        rounded = [share / count for share, count in zip(shares, counts, strict=True)]
    return [SectionLength(part, seconds) for part, seconds in zip(parts, rounded, strict=True)]


def clock(seconds: float) -> str:
    """Seconds as headings show them: "0:05", "12:30", "1:05:00"."""
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, seconds_left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds_left:02}" if hours else f"{minutes}:{seconds_left:02}"


def _is_wanted(template: Template, part: Part, values: Mapping[str, Any]) -> bool:
    return not part.when or _rendered(template, condition(part.when), values, part.line - 1) == "1"


def _without_empty(parts: Sequence[Part], counts: Sequence[int]) -> tuple[list[Part], list[int]]:
    kept = [(part, count) for part, count in zip(parts, counts, strict=True) if count]
    return [part for part, _ in kept], [count for _, count in kept]


def _fair_shares(parts: Sequence[Part], whole: float) -> list[float]:
    # In a slot that is too short for every `least`, they give way together, so that no section is left with nothing.
    total = sum(part.seconds for part in parts) or 1.0
    for scale in (1.0, 0.75, 0.5, 0.25):
        shares = _shares(parts, whole, scale)
        fair = (min(part.seconds * whole / total / 2, part.most) for part in parts)
        if sum(shares) <= whole + 1 and all(share >= least for share, least in zip(shares, fair, strict=True)):
            return shares
    return _shares(parts, whole, 0.0)


def _shares(parts: Sequence[Part], whole: float, scale: float) -> list[float]:
    # Shares that would leave their bounds are pinned to them; the others divide what is left, until none leaves.
    pinned: dict[int, float] = {}
    while True:
        free = [index for index in range(len(parts)) if index not in pinned]
        left = max(0.0, whole - sum(pinned.values()))
        total = sum(parts[index].seconds for index in free) or 1.0
        wanted = {index: parts[index].seconds * left / total for index in free}
        out = {
            index: min(max(share, parts[index].least * scale), parts[index].most)
            for index, share in wanted.items()
            if not parts[index].least * scale <= share <= parts[index].most
        }
        if not out:
            return [pinned.get(index, wanted.get(index, 0.0)) for index in range(len(parts))]
        # The tightest first: pinning all at once could leave nobody to take the rest.
        index = max(out, key=lambda one: abs(out[one] - wanted[one]))
        pinned[index] = out[index]


def _absorb(rounded: list[float], counts: Sequence[int], whole: float, step: int) -> bool:
    """Give the longest section what rounding leaves; False, with nothing changed, if that leaves it too little."""
    single = [index for index, count in enumerate(counts) if count == 1]
    if not single:
        return True
    longest = max(single, key=lambda index: rounded[index])
    total = sum(seconds * count for seconds, count in zip(rounded, counts, strict=True))
    left = rounded[longest] + whole - total
    if left < max(step, rounded[longest] / 2):
        return False
    rounded[longest] = left
    return True


def _rendered(template: Template, source: str, values: Mapping[str, Any], lines_above: int) -> str:
    if "{" not in source:
        return source
    name = template.path.name
    try:
        text = sandbox().rendered(source, name, values)
        text.encode("utf-8")  # half a surrogate pair is a text that no file can hold
    except Refused as error:
        raise wrong_at(template, lines_above + (error.line or _line_of(error, name)), error.reason) from error
    except jinja2.TemplateSyntaxError as error:
        raise wrong_at(template, lines_above + error.lineno, error.message or "the syntax is wrong") from error
    except _RUNTIME_ERRORS as error:
        reason = str(error)[:200] or type(error).__name__
        raise wrong_at(template, lines_above + _line_of(error, name), reason) from error
    return text


def _line_of(error: BaseException, name: str) -> int:
    # Jinja puts frames with the template's own name and lines into the traceback.
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == name]
    return lines[-1] or 1 if lines else 1
