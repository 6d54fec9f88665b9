"""Texts as Excel can hold them: never a formula, never a code of its own, and in pieces where a cell is too small."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A cell holds 32,767 UTF-16 units; half as many characters fit, whatever they are.
LONGEST = 16_000
CUT = " […]"
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
# What Excel, LibreOffice and Google Sheets take for the beginning of a formula, its full-width forms included.
_FORMULA_SIGNS = "=+-@\t\r＝＋－＠"


def is_dangerous(text: str) -> bool:
    """Whether a spreadsheet would calculate `text`, or drop its first apostrophe, once somebody edits its cell."""
    return text[:1] in {*_FORMULA_SIGNS, "'"}


def writable(text: str) -> str:
    """`text` without the signs that neither XML nor UTF-8 can hold; an item holds none, but a list may be anybody's."""
    return text if text.isprintable() else _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def excel_text(text: str) -> str:
    """`text` as a cell's XML may hold it, its "_x0041_" kept from being read as the code of a letter."""
    text = writable(text)
    return _CODE.sub("_x005F_", text) if "_x" in text else text


def pieces(text: str) -> list[str]:
    """`text` in pieces that each fit a cell."""
    return [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)]


def shortened(text: str) -> str:
    """The beginning of a text that does not fit a cell, with a sign that there is more."""
    return text[: LONGEST - len(CUT)] + CUT


def escaped(text: str) -> str:
    """`text` as a cell of a .csv: an apostrophe stands before what would be taken for a formula, or has one already."""
    return f"'{text}" if is_dangerous(text) else text


def unescaped(text: str) -> str:
    """The text that `escaped` was given; other texts with an apostrophe in front ('Tis) stay as they are."""
    return text[1:] if text[:1] == "'" and len(text) > 1 and is_dangerous(text[1:]) else text


def rejoined(shown: str, parts: Iterable[str]) -> str:
    """The whole text of a cell that was shortened, of which `parts` were kept elsewhere; what was edited stays so."""
    whole = "".join(parts)
    return whole if shown == shortened(whole) else shown
