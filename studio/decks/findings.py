"""One thing that is wrong in a deck."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeckFinding:
    """The rule's name, the slide's number from 1 (None for the file as a whole), and what is wrong in a sentence."""

    rule: str
    slide: int | None
    text: str
