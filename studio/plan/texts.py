"""Texts and lists as a person types them into one cell or one argument, cleaned, split and joined again."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from studio.errors import InvalidValue

_PRODUCT_PARTS = ("name", "price", "link", "note")
# A comma inside an address is not followed by a space or by another address.
_LINK_BREAK = re.compile(r",(?=\s|$|[a-z][a-z0-9+.-]*://|www\.)|\n", re.IGNORECASE)


def clean_line(text: str) -> str:
    """`text` as one line: control characters and runs of white space become one space, the ends are cut."""
    if text.isprintable():  # nearly every text, at a tenth of the time
        return " ".join(text.split())
    return " ".join("".join(" " if _is_control(sign) else sign for sign in text if _is_sign(sign)).split())


def clean_text(text: str) -> str:
    """`text` with its lines (ended by \\n) and without other control characters; the ends are cut."""
    if text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if sign in "\n\t" or (_is_sign(sign) and not _is_control(sign))).strip()


def plain(text: str) -> str:
    """`text` as a search compares it: without regard to case, letters with marks like those without."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def search_words(text: str) -> tuple[str, ...]:
    """The words of a search, in the order in which they were typed; quotes, dashes and the like part them."""
    return tuple(re.findall(r"\w+", text))


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) == "Cc"


def _is_sign(sign: str) -> bool:
    # Lone surrogates (Cs) cannot be written as UTF-8, and U+FFFE and U+FFFF break XML: decks and sheets.
    return unicodedata.category(sign) != "Cs" and sign not in "\ufffe\uffff"


def split_list(text: str) -> list[str]:
    """The parts of "TikTok, YouTube", or of a JSON list."""
    as_json = _json_list(text)
    return re.split(r"[,\n]", text) if as_json is None else as_json


def split_links(text: str) -> list[str]:
    """The addresses of "https://a.example/x,y, https://b.example", or of a JSON list."""
    as_json = _json_list(text)
    return _LINK_BREAK.split(text) if as_json is None else as_json


def join_list(parts: Sequence[str], split: Callable[[str], list[str]]) -> str:
    """`parts` joined by commas where `split` gives them back, else as a JSON list."""
    joined = ", ".join(parts)
    if [part.strip() for part in split(joined)] == list(parts):
        return joined
    return json.dumps(list(parts), ensure_ascii=False) if parts else ""


def split_products(text: str) -> list[Any]:
    """The products of "Name | Rp89.000 | https://link; Name2 | ..." as dicts, or of a JSON list."""
    as_json = _json_list(text)
    if as_json is not None:
        return as_json
    products = []
    for line in re.split(r";|\n", text):
        if not line.strip():
            continue
        parts = [part.strip() for part in line.split("|")]
        if len(parts) > len(_PRODUCT_PARTS):
            raise InvalidValue(
                f'The product "{line.strip()}" has {len(parts)} parts', "Write name | price | link | note, no more"
            )
        products.append(dict(zip(_PRODUCT_PARTS, parts, strict=False)))
    return products


def join_products(products: Sequence[dict[str, str]]) -> str:
    """Products as `split_products` reads them; as a JSON list where a part holds one of the separators."""
    if any(sign in text for product in products for text in product.values() for sign in "|;\n"):
        return json.dumps(list(products), ensure_ascii=False)
    lines = (" | ".join(product[part] for part in _PRODUCT_PARTS).rstrip(" |") for product in products)
    joined = "; ".join(lines)
    return json.dumps(list(products), ensure_ascii=False) if joined.startswith("[") else joined


def _json_list(text: str) -> list[Any] | None:
    if not text.lstrip().startswith("["):
        return None
    try:
        value = json.loads(text)
    except ValueError:
        return None  # "[Live] TikTok" is a plain name
    return value if isinstance(value, list) else None
