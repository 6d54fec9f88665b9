"""A run that goes on with some of the recordings of an earlier one must not spoil the others."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from studio.speech.audio import RATE, load_audio
from studio.speech.batch import Asked, recognise_all
from studio.speech.hearing import Listening
from studio.speech.journal import Journal
from studio.speech.packing import Heard
from studio.speech.words import Transcript, Word, segment

SHORT = Path(__file__).resolve().parents[1] / "assets" / "heldout-id.flac"


class Ear:
    """Hears a word of its own in every second in which there is sound; gives up after so many batches."""

    name, model, multilingual, workers, batch = "fast", "ear", True, 1, 1

    def __init__(self, batches: int = 99) -> None:
        self.left = batches

    def hear_packs(self, sounds: Sequence[np.ndarray], language: str, prompt: str) -> list[Heard]:
        if not self.left:
            raise KeyboardInterrupt
        self.left -= 1
        return [self._heard(sound) for sound in sounds]

    def _heard(self, sound: np.ndarray) -> Heard:
        loudness = [float(np.abs(sound[at * 16000 : (at + 1) * 16000]).max()) for at in range(len(sound) // 16000)]
        words = [Word(_word(one), at + 0.1, at + 0.9, 0.9) for at, one in enumerate(loudness) if one > 0.05]
        return Heard(tuple(segment((word,)) for word in words))

    def detect(self, samples: np.ndarray) -> dict[str, float]:
        return {"en": 1.0}


def _word(loudness: float) -> str:
    """Letters that differ where the sound does: a word said again and again would be taken for a loop."""
    return "".join(chr(ord("a") + int(sign)) for sign in f"{int(loudness * 1e6):07d}")


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two thirds of a minute of speech, which fill more than one pack."""
    made = tmp_path_factory.mktemp("long") / "long.wav"
    samples = np.tile(load_audio(SHORT), 4)
    with wave.open(str(made), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((samples * 32_000).astype("<i2").tobytes())
    return made


def heard(journal: Path, ear: Ear, *paths: Path) -> dict[str, int]:
    """How many words each recording has, by its name."""
    asked = [Asked(path, path.stem, 9.0) for path in paths]
    kept = Journal(journal)
    kept.begin_again(after_death=False)
    counts = {}
    try:
        for one, found in recognise_all(asked, ear, kept, Listening("en")):
            assert isinstance(found, Transcript)
            counts[one.digest] = len(found.words)
            kept.finish(one.digest)
    finally:
        kept._file.close()  # as a kill leaves it
    return counts


def test_a_recording_that_was_left_out_is_heard_whole_later(tmp_path: Path, long: Path) -> None:
    journal = tmp_path / "killed.jsonl"
    with pytest.raises(KeyboardInterrupt):
        heard(journal, Ear(1), long, SHORT)
    heard(journal, Ear(), SHORT)
    alone = heard(tmp_path / "alone.jsonl", Ear(), long)
    assert alone["long"] > 30
    assert heard(journal, Ear(), long) == alone
