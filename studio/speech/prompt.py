"""The prompt: names and terms that a recogniser is told before it hears a recording, so that it spells them right."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable

TOKENS = 223
"""Tokens that Whisper takes: half of its text context of 448, less the one that says that a prompt follows."""
_SEPARATOR = ", "
_AT_COMMA = re.compile(r",\s+|;\s*")


def prompt_of(terms: Iterable[str]) -> str:
    """The terms as a plain list, "Shopee Live, Siar, Kelas Dasar.", each once; "" where there are none.

    The first ones matter most: where not all fit, the last ones are left out (see `fitted`).
    """
    seen: dict[str, str] = {}
    for term in terms:
        # A comma parts the terms, and must not stand inside one.
        for part in _AT_COMMA.split(term):
            text = " ".join(part.split()).strip(" .,;")
            if text:
                seen.setdefault(text.casefold(), text)
    return f"{_SEPARATOR.join(seen.values())}." if seen else ""


def terms_of(prompt: str) -> list[str]:
    """The terms of a prompt."""
    return [term for part in _AT_COMMA.split(prompt) if (term := part.strip(" ."))]


def fitted(prompt: str, tokens: Callable[[str], int], room: int = TOKENS) -> str:
    """`prompt` with as many of its first terms as fit into `room`; `tokens` counts those of a text.

    Whisper itself would cut the prompt in the middle of a word, and which end depends on the engine.
    """
    terms = terms_of(prompt)
    fit = bisect_right(range(1, len(terms) + 1), room, key=lambda count: tokens(" " + prompt_of(terms[:count])))
    return prompt_of(terms[:fit])
