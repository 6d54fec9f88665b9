"""What speech becomes: words with times, the segments they stand in, and the transcript that holds both."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One spoken word with its punctuation, such as "halo,"; times in seconds from the start of the recording.

    `confidence` is 0 to 1, or None where the engine has none (a known script). `note` marks what a person should
    look at, such as "not in the script"; it is empty where all is well.
    """

    text: str
    start: float
    end: float
    confidence: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that were said in one go, between two pauses or as one sentence; times in seconds."""

    text: str
    start: float
    end: float
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said in a recording of `audio_s` seconds.

    `language` is Whisper's code ("id", "en", "jw"); `language_confidence` is 0 to 1 where it was detected, and None
    where it was given. `engine` is a key of the registry, `model` the checkpoint's name or "". `notes` are whole
    sentences for a person, such as that the script does not fit the recording.
    """

    language: str
    engine: str
    model: str
    audio_s: float
    words: tuple[Word, ...] = ()
    segments: tuple[Segment, ...] = ()
    language_confidence: float | None = None
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All words, joined by spaces."""
        return " ".join(word.text for word in self.words)


def segment(words: tuple[Word, ...]) -> Segment:
    """The segment that these words make; `words` must not be empty."""
    return Segment(" ".join(word.text for word in words), words[0].start, words[-1].end, words)


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends with this word: "kelas." and "benar?” do, "Rp15.000" does not."""
    return text.rstrip("\"')]”’»").endswith((".", "?", "!", "…"))


def segments_by_pause(words: tuple[Word, ...], pause_s: float = 0.35) -> tuple[Segment, ...]:
    """`words` cut where a sentence ends or a silence of `pause_s` follows."""
    parts: list[list[Word]] = []
    for word in words:
        last = parts[-1][-1] if parts else None
        if (
            last is None
            or word.start - last.end >= pause_s
            or last.text.rstrip("\"')”’").endswith((".", "?", "!", "…"))
        ):
            parts.append([])
        parts[-1].append(word)
    return tuple(segment(tuple(part)) for part in parts)
