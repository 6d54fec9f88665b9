"""Voice activity finds the phrases of real and of synthetic speech, and nothing where nobody speaks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from speech_clips import Clip

from studio.speech.audio import RATE, load_audio
from studio.speech.voice import speech_spans


def test_the_four_phrases_of_a_real_speech(shared: Path) -> None:
    spans = speech_spans(load_audio(shared / "real" / "jfk.flac"))

    assert [(span.start, span.end) for span in spans] == [
        pytest.approx(phrase, abs=0.12) for phrase in [(0.32, 2.2), (3.3, 4.4), (5.4, 7.6), (8.2, 10.5)]
    ]


@pytest.mark.parametrize("name", ["heldout-id", "heldout-en", "cahaya-bagus", "hook-3-seconds"])
def test_sentences_of_synthetic_speech_begin_and_end_where_they_do(clips: dict[str, Clip], name: str) -> None:
    clip = clips[name]
    spans = speech_spans(clip.samples)

    for phrase in clip.phrases:
        assert min(abs(span.start - phrase["start"]) for span in spans) < 0.1
        assert min(abs(span.end - phrase["end"]) for span in spans) < 0.15


@pytest.mark.parametrize(
    "samples",
    [
        np.zeros(0, np.float32),
        np.zeros(100, np.float32),
        np.zeros(5 * RATE, np.float32),
        (0.02 * np.random.default_rng(1).standard_normal(5 * RATE)).astype(np.float32),
        (0.1 * np.sin(np.arange(5 * RATE) * 2 * np.pi * 50 / RATE)).astype(np.float32),
    ],
    ids=["nothing", "a moment", "silence", "hiss", "hum"],
)
def test_nobody_speaks_in_silence_hiss_or_hum(samples: np.ndarray) -> None:
    assert speech_spans(samples) == []


def test_a_voice_that_is_none_is_found_by_its_energy() -> None:
    rng, at = np.random.default_rng(2), np.arange(4 * RATE) / RATE
    syllables = np.maximum(0, np.sin(2 * np.pi * 4 * at)) ** 2
    talking = ((at > 0.5) & (at < 1.5)) | ((at > 2.5) & (at < 3.5))
    samples = (0.3 * syllables * talking * rng.standard_normal(len(at))).astype(np.float32)

    spans = speech_spans(samples)

    assert [(span.start, span.end) for span in spans] == [
        pytest.approx((0.5, 1.5), abs=0.15),
        pytest.approx((2.5, 3.5), abs=0.15),
    ]


def drums(length_s: int = 8) -> np.ndarray:
    """A bass drum and a snare in turn, four strokes a second."""
    rng, at = np.random.default_rng(3), np.arange(round(0.2 * RATE)) / RATE
    bass, snare = np.sin(2 * np.pi * 60 * at) * np.exp(-15 * at), rng.standard_normal(len(at)) * np.exp(-40 * at)
    beat = np.zeros(RATE // 4)
    strokes = [np.concatenate([stroke, beat])[: len(beat)] for stroke in (bass, snare)]
    return (0.4 * np.concatenate(strokes * (2 * length_s))).astype(np.float32)


def guitar(length_s: int = 8) -> np.ndarray:
    """Plucked strings, two notes a second and a rest after every eighth."""
    at, notes = np.arange(RATE // 2) / RATE, []
    for number in range(2 * length_s):
        tone = sum(np.sin(2 * np.pi * 220 * 2 ** (number * 5 % 13 / 12) * k * at) / k for k in range(1, 6))
        notes.append(tone * np.exp(-6 * at) * (number % 8 != 7))
    return (0.2 * np.concatenate(notes)).astype(np.float32)


@pytest.mark.parametrize(
    "samples", [drums(), guitar(), 0.6 * drums() + 0.7 * guitar()], ids=["drums", "guitar", "both"]
)
def test_music_without_words_is_no_speech(samples: np.ndarray) -> None:
    assert speech_spans(samples) == []
