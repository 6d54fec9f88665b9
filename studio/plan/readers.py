"""How each field of an item is read from what was typed or sent, and how it is shown and sent again."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from studio.errors import InvalidValue
from studio.plan.dates import format_start, parse_start, parse_zone
from studio.plan.item import Item, Kind, Product, Stage
from studio.plan.texts import clean_line, clean_text, join_list, join_products, split_links, split_list, split_products

LONGEST_TITLE = 300
LONGEST_DURATION_MIN = 7 * 24 * 60
# Whisper's own list of language codes (openai-whisper, tokenizer.py): what it can hear, an item may be in.
_CODES = (
    "en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr bg lt la mi ml"
    " cy sk te fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu"
    " am yi lo uz fo ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ba jw su yue"
)
LANGUAGES = frozenset(_CODES.split())
_LANGUAGE_NAMES = {
    "indonesia": "id", "indonesian": "id", "bahasa": "id", "bahasa indonesia": "id",
    "english": "en", "inggris": "en", "bahasa inggris": "en", "jv": "jw",
}  # fmt: skip
_KIND_NAMES = {"sv": Kind.VIDEO, "ls": Kind.LIVE}
_E = TypeVar("_E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Rule:
    """How one field is read: `read` takes a text as typed, or a JSON value; `show` gives the text that reads back."""

    read: Callable[[Any], Any]
    show: Callable[[Any], str]
    dump: Callable[[Any], Any]


def _text(what: str, clean: Callable[[str], str]) -> Rule:
    def read(value: object) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            raise InvalidValue(f"The {what} must be a text, not {value!r}", "Put it in quotes")
        return clean(value)

    return Rule(read, str, str)


def _title(value: object) -> str:
    title = clean_line(value) if isinstance(value, str) else ""
    if not title:
        raise InvalidValue("The title is empty", "Give the item a title")
    if len(title) > LONGEST_TITLE:
        raise InvalidValue(
            f"The title has {len(title)} characters", f"Shorten it to {LONGEST_TITLE}; the rest can go into the notes"
        )
    return title


def _choice(what: str, kinds: type[_E], names: Mapping[str, _E]) -> Rule:
    def read(value: object) -> _E:
        word = value.strip().casefold() if isinstance(value, str) else value
        for choice in kinds:
            if word == choice.value:
                return choice
        if isinstance(word, str) and word in names:
            return names[word]
        raise InvalidValue(f'"{value}" is no {what}', f"Choose one of: {', '.join(kinds)}")

    return Rule(read, str, str)


def _start(value: object) -> datetime | date | None:
    if value is None or isinstance(value, str):
        return parse_start(value or "")
    if isinstance(value, datetime) and value.tzinfo is not None:
        raise InvalidValue(f"The start {value.isoformat()} carries a zone", "Give wall time, and the zone in its field")
    if isinstance(value, (datetime, date)):
        return parse_start(format_start(value) or "")
    raise InvalidValue(f"The start must be a date, not {value!r}", "Write it as 2026-12-01T19:00")


def _zone(value: object) -> str:
    if not isinstance(value, str):
        raise InvalidValue(f"The zone must be a text, not {value!r}", "Write it as Asia/Jakarta")
    return parse_zone(value)


def _number(what: str, value: object, example: str) -> float | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    # Indonesian keyboards write 34,5; the minutes of a session never reach a thousands separator.
    text = value.strip().replace(",", ".") if isinstance(value, str) else value
    try:
        if isinstance(text, bool) or not isinstance(text, (str, int, float)):
            raise ValueError
        number = float(text)
    except (ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number):
        raise InvalidValue(f'The {what} "{value}" is no number', f"Write it as {example}")
    return number


def _duration(value: object) -> float | None:
    number = _number("duration", value, "minutes, such as 34")
    if number is not None and not 0 < number <= LONGEST_DURATION_MIN:
        raise InvalidValue(
            f"A duration of {value} minutes is not possible", "Give more than 0 minutes, and a week at most"
        )
    return number


def _episode(value: object) -> int | None:
    number = _number("episode", value.lstrip(" #") if isinstance(value, str) else value, "a whole number, such as 8")
    if number is None:
        return None
    if number != int(number) or not 0 <= number < 1_000_000:
        raise InvalidValue(f'The episode "{value}" is no whole number from 0 up', "Write it as 8")
    return int(number)


def _language(value: object) -> str:
    word = value.strip().casefold() if isinstance(value, str) else ""
    code = _LANGUAGE_NAMES.get(word) or re.split(r"[-_]", word)[0]
    code = _LANGUAGE_NAMES.get(code, code)
    if code not in LANGUAGES:
        raise InvalidValue(f'"{value}" is no language that is known', "Write its code, such as id or en")
    return code


def _texts(what: str, split: Callable[[str], list[str]]) -> Rule:
    def read(value: object) -> tuple[str, ...]:
        if value is None:
            return ()
        parts = split(value) if isinstance(value, str) else value
        if not isinstance(parts, (list, tuple)) or not all(isinstance(part, str) for part in parts):
            raise InvalidValue(f"The {what} must be a list of texts, not {value!r}", "Separate them by commas")
        return _distinct(clean_line(part) for part in parts)

    return Rule(read, lambda value: join_list(value, split), list)


def _distinct(parts: Iterable[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for part in filter(None, parts):
        first.setdefault(part.casefold(), part)
    return tuple(first.values())


def _product(value: object) -> Product:
    if isinstance(value, Product):
        value = _product_json(value)
    if isinstance(value, str):
        value = {"name": value}
    if not isinstance(value, Mapping) or not set(value) <= {"name", "price", "link", "note"}:
        raise InvalidValue(f"{value!r} is no product", 'Write it as "Name | Rp89.000 | https://link"')
    texts = {key: clean_line(str(text)) for key, text in value.items() if text is not None}
    if not texts.get("name"):
        raise InvalidValue("A product has no name", 'Write it as "Name | Rp89.000 | https://link"')
    return Product(**texts)


def _products(value: object) -> tuple[Product, ...]:
    if value is None:
        return ()
    parts = split_products(value) if isinstance(value, str) else value
    if not isinstance(parts, (list, tuple)):
        raise InvalidValue(f"The products must be a list, not {value!r}", 'Write "Name | Rp89.000 | https://link; ..."')
    return tuple(_product(part) for part in parts)


def _product_json(product: Product) -> dict[str, str]:
    return {part.name: getattr(product, part.name) for part in fields(product)}


def _answers(value: object) -> dict[str, Any]:
    if value is None or value == "":
        return {}
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            value = None
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise InvalidValue("The answers are no JSON object", 'Write them as {"hook": "..."}')
    try:
        # What cannot be written as JSON cannot be stored; a round trip also cuts any tie to the caller's lists.
        return dict(json.loads(clean_text(json.dumps(value, ensure_ascii=False, allow_nan=False))))
    except (TypeError, ValueError):
        raise InvalidValue("The answers hold what JSON cannot", "Use texts, numbers, lists and true or false") from None


def _whole(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _number_text(value: float | None) -> str:
    return "" if value is None else str(_whole(value))


_LINE = {
    "owner": "owner", "host": "host", "studio": "studio", "campaign": "campaign",
    "series": "series", "recording": "recording",
    "script_template": "script template", "thumbnail_template": "thumbnail template", "deck_template": "deck template",
}  # fmt: skip
_NOTE = {"audience": "audience", "learning_goal": "learning goal", "notes": "notes"}

FIELDS: dict[str, Rule] = {
    "title": Rule(_title, str, str),
    "kind": _choice("kind of item", Kind, _KIND_NAMES),
    "stage": _choice("stage", Stage, {}),
    "start": Rule(_start, lambda value: format_start(value) or "", format_start),
    "zone": Rule(_zone, str, str),
    "duration_min": Rule(_duration, _number_text, _whole),
    "language": Rule(_language, str, str),
    "platforms": _texts("platforms", split_list),
    "episode": Rule(_episode, _number_text, _whole),
    "links": _texts("links", split_links),
    "tags": _texts("tags", split_list),
    "products": Rule(
        _products,
        lambda value: join_products([_product_json(product) for product in value]),
        lambda value: [_product_json(product) for product in value],
    ),
    "answers": Rule(_answers, lambda value: json.dumps(value, ensure_ascii=False) if value else "", dict),
    **{name: _text(what, clean_line) for name, what in _LINE.items()},
    **{name: _text(what, clean_text) for name, what in _NOTE.items()},
}
# In the order in which an item declares them, so that every list of fields reads alike.
FIELDS = {part.name: FIELDS[part.name] for part in fields(Item) if part.name in FIELDS}
