"""What a template's questions are answered with: a person's answers, else defaults drawn from the item."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from studio.errors import InvalidValue
from studio.plan.dates import spoken_date
from studio.plan.item import Item, Product
from studio.scripts.template import Question, Template, condition

_DAYPARTS = {
    # From which hour on; Indonesians greet by four parts of the day, English speakers by three.
    "id": ((18, "malam"), (15, "sore"), (11, "siang"), (4, "pagi"), (0, "malam")),
    "en": ((18, "evening"), (12, "afternoon"), (4, "morning"), (0, "evening")),
}
_HOSTS = re.compile(r"\s*(?:,|&|\+|/|\bdan\b|\band\b)\s*")
# What would turn a spoken line into a heading, a bullet or a direction of the script.
_MARKUP = re.compile(r"^(\d*)(?=[#>]|[-*+•]\s|(?<=\d)[.)]\s)")


def item_values(item: Item, language: str) -> dict[str, Any]:
    """The item as templates see it: plain texts, numbers and lists, with `date`, `daypart` and `hosts` added."""
    return {
        "title": _line(item.title),
        "kind": str(item.kind),
        "date": spoken_date(item.start, item.zone, language),
        "daypart": _daypart(item, language),
        "duration_min": item.duration_min or 0,
        "language": item.language,
        "owner": _line(item.owner),
        "host": _line(item.host),
        "hosts": hosts(item),
        "platforms": [_line(name) for name in item.platforms],
        "campaign": _line(item.campaign),
        "series": _line(item.series),
        "episode": item.episode or 0,
        "audience": _line(item.audience),
        "learning_goal": _line(item.learning_goal).rstrip("."),
        "products": [_product(product) for product in item.products],
        "links": [_line(link) for link in item.links],
        "tags": [_line(tag) for tag in item.tags],
        "notes": _line(item.notes),
    }


def hosts(item: Item) -> list[str]:
    """The names in the item's host field: "Bima dan Sari" is two people."""
    return [name for name in _HOSTS.split(_line(item.host)) if name]


def given_answers(template: Template, answers: Mapping[str, Any]) -> dict[str, Any]:
    """A person's answers in the types that the questions ask for. Raises InvalidValue, naming what there is."""
    questions = {question.key: question for question in template.questions}
    given: dict[str, Any] = {}
    for key, value in answers.items():
        if key.startswith("_"):
            continue  # what else the item asks for, kept in the same place: see studio.plan.wishes
        if key not in questions:
            close = difflib.get_close_matches(key, questions, n=1)
            meant = f"Perhaps '{close[0]}' is meant" if close else f"It asks for {', '.join(questions) or 'nothing'}"
            raise InvalidValue(f"The template '{template.name}' has no question '{key}'", meant)
        if value is not None:
            given[key] = _typed(questions[key], value)
    return given


def default_answer(question: Question, texts: tuple[str, ...], values: Mapping[str, Any]) -> Any:
    """The answer to `question` when a person gave none, from the rendered `texts` of its default."""
    lines = [line for text in texts for line in _lines(text)]
    if question.type == "lines":
        return lines
    if question.type == "products":
        return list(values["item"]["products"])
    if question.type == "choice":
        return lines[0] if lines and lines[0] in question.choices else question.choices[0]
    if question.type == "number":
        return _number(question, lines[0]) if lines else 0
    return " ".join(lines)


def escaped(value: Any) -> Any:
    """An answer as a template prints it: a line that would be read as a heading or a bullet stays a spoken one."""
    if isinstance(value, str):
        return _MARKUP.sub(r"\1\\", value)
    return [escaped(one) if isinstance(one, str) else one for one in value] if isinstance(value, list) else value


def asked(question: Question, rendered_when: str) -> bool:
    """Whether a question is to be asked, given what `condition(question.when)` rendered to."""
    return not question.when or rendered_when == "1"


def condition_of(question: Question) -> str:
    """The Jinja text that tells whether `question` is asked."""
    return condition(question.when)


def _typed(question: Question, value: Any) -> Any:
    match question.type:
        case "lines":
            texts = value if isinstance(value, (list, tuple)) else re.split(r"\n| \| ", str(value))
            return [line for text in texts for line in _lines(str(text))]
        case "number":
            return _number(question, value)
        case "choice":
            if str(value) not in question.choices:
                raise InvalidValue(
                    f"'{value}' is no answer to '{question.key}'", f"Choose from {', '.join(question.choices)}"
                )
            return str(value)
        case "products":
            return [_typed_product(question, one) for one in _product_list(value)]
        case _:
            texts = value if isinstance(value, (list, tuple)) else [value]
            return " ".join(line for text in texts for line in _lines(str(text)))


def _product_list(value: Any) -> list[Any]:
    if isinstance(value, str):
        return [line for line in value.split("\n") if line.strip()]
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _typed_product(question: Question, value: Any) -> dict[str, str]:
    if isinstance(value, Product):
        return _product(value)
    if isinstance(value, Mapping):
        return _product(Product(*(str(value.get(name) or "") for name in ("name", "price", "link", "note"))))
    if isinstance(value, str) and value.strip():
        return _product(Product(*(part.strip() for part in value.split("|", 3))))
    raise InvalidValue(f"'{value}' is no product for '{question.key}'", "Write it as NAME | Rp89.000 | https://...")


def _product(product: Product) -> dict[str, str]:
    # In the script a product is one line, its parts divided by "|".
    return {
        "name": _line(product.name).replace("|", "/"),
        "price": _line(product.price).replace("|", "/"),
        "link": _line(product.link).replace("|", "%7C"),
        "note": _line(product.note),
    }


def _number(question: Question, value: Any) -> float:
    try:
        number = float(str(value).strip().replace(",", "."))
    except ValueError:
        number = float("nan")
    if not abs(number) <= 1e9:
        raise InvalidValue(f"'{value}' is no number for '{question.key}'", "Write it in digits")
    return number


def _daypart(item: Item, language: str) -> str:
    if not isinstance(item.start, datetime):
        return ""
    table = _DAYPARTS.get(language, _DAYPARTS["en"])
    return next(word for hour, word in table if item.start.hour >= hour)


def _lines(text: str) -> list[str]:
    return [line for raw in text.splitlines() if (line := _line(raw))]


def _line(text: str) -> str:
    return " ".join(text.split())
