"""Text as a deck can hold it: no character that XML refuses or that an office program turns into `_x000C_`."""

from __future__ import annotations

import re
import unicodedata

# Control characters but tab and line feed, lone surrogates, and the two code points that are no characters.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# What office programs write for a control character, and show as it stands.
ESCAPED = re.compile(r"_x00(?:[01][0-9A-Fa-f]|7[Ff])_")
_PIECES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """`text` with `\\n` for every kind of line end, and a space for what no deck can hold; ends stripped."""
    text = _PIECES.sub("\n", text)
    # A surrogate pair that came from a JSON or Windows source is one character; a lone half is none.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") if _has_surrogates(text) else text
    text = ESCAPED.sub(" ", FORBIDDEN.sub(" ", text)).replace("\t", " ")
    # Taking out one escape may join the halves of another: "_x00_x000C_0C_".
    while ESCAPED.search(text):
        text = ESCAPED.sub(" ", text)
    return text.strip()


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def clean_line(text: str) -> str:
    """`text` cleaned, on one line."""
    return " ".join(clean(text).split())


def clean_lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Each line of each text, cleaned, without the empty ones."""
    lines = (" ".join(line.split()) for text in texts for line in clean(text).split("\n"))
    return tuple(line for line in lines if line)


def right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left (Unicode's rule P2)."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
