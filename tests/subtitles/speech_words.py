"""Words as an engine would give them, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Sequence

from studio.speech.words import Word


def said(*sentences: str, rate: float = 14.0, pause_s: float = 0.35, start: float = 0.3) -> list[Word]:
    """The words of `sentences`, spoken at `rate` characters a second with a pause after each sentence."""
    at, words = start, []
    for sentence in sentences:
        for text in sentence.split():
            end = at + len(text) / rate
            words.append(Word(text, round(at, 3), round(end, 3), 0.9))
            at = end + 0.03
        at += pause_s
    return words


def texts(cues: Sequence[object]) -> list[str]:
    """The texts of cues, lines joined by " / "."""
    return [" / ".join(cue.lines) for cue in cues]  # type: ignore[attr-defined]
