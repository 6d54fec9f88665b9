"""Titles broken into the lines that a card has room for, kept so that a repaint measures nothing twice."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from ui import fonts


@lru_cache(maxsize=16384)
def advance(text: str, size: float, weight: int = fonts.REGULAR) -> float:
    """How wide a text is, in pixels."""
    return fonts.metrics(size, weight).horizontalAdvance(text)


@lru_cache(maxsize=4096)
def elided(text: str, width: int, size: float, weight: int = fonts.REGULAR) -> str:
    """`text` on one line of `width` pixels, with an ellipsis where more follows."""
    text = " ".join(text.split())
    if advance(text, size, weight) <= width:
        return text
    return fonts.metrics(size, weight).elidedText(text, Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=4096)
def broken(text: str, width: int, most: int, size: float, weight: int) -> tuple[str, ...]:
    """`text` on at most `most` lines of `width` pixels; the last one ends in an ellipsis where more follows."""
    text = " ".join(text.split())
    if most == 1 or advance(text, size, weight) <= width:
        return (elided(text, width, size, weight),)
    layout = QTextLayout(text, fonts.font(size, weight))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        if len(lines) == most - 1 and start + length < len(text):
            lines.append(elided(text[start:], width, size, weight))
        else:
            lines.append(text[start : start + length].rstrip())
    layout.endLayout()
    return tuple(lines)
