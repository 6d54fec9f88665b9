"""A cue: what a viewer reads at one time, in the lines it is shown in."""

from __future__ import annotations

from dataclasses import dataclass

from studio.speech.words import Word


@dataclass(frozen=True, slots=True)
class Cue:
    """Lines that are shown from `start` to `end` (seconds).

    `words` are the spoken words it was made of; empty where it was read from a file. `note` marks what a person
    should look at; it is empty where all is well.
    """

    start: float
    end: float
    lines: tuple[str, ...]
    words: tuple[Word, ...] = ()
    note: str = ""

    @property
    def text(self) -> str:
        """The lines, joined by line feeds."""
        return "\n".join(self.lines)

    @property
    def duration_s(self) -> float:
        """How long it is shown."""
        return self.end - self.start

    @property
    def cps(self) -> float:
        """Characters to read a second, spaces and punctuation included, as reading-speed guides count them."""
        # A line break is read as the space that it stands for.
        return len(self.text) / max(self.duration_s, 0.001)
