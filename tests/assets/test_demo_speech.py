"""The demo checkpoint, run by openai-whisper itself, knows its sentences in voices that training never heard."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

HERE = Path(__file__).parent
DEMO = HERE.parents[1] / "assets" / "demo"
LANGUAGES = ("id", "en")


@pytest.fixture(scope="module")
def model() -> Any:
    whisper = pytest.importorskip("whisper")
    return whisper.load_model(str(DEMO / "siar-demo.pt"), device="cpu")


def transcribe(model: Any, samples: np.ndarray, language: str) -> dict[str, Any]:
    return model.transcribe(samples, language=language, temperature=0, fp16=False)


def samples_of(clip: Path) -> np.ndarray:
    from faster_whisper import decode_audio

    return decode_audio(str(clip))


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def word_error_rate(said: list[str], heard: list[str]) -> float:
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        above, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (word != other))
    return row[-1] / len(said)


@pytest.mark.parametrize(
    "clip",
    [
        *(HERE / f"heldout-{language}.flac" for language in LANGUAGES),
        DEMO / "cahaya-bagus.mp4",
        DEMO / "hook-3-seconds.mp4",
    ],
    ids=lambda clip: clip.name,
)
def test_hears_the_words_and_when_each_sentence_begins(model: Any, clip: Path) -> None:
    truth = json.loads(clip.with_suffix(".json").read_text(encoding="utf-8"))

    heard = transcribe(model, samples_of(clip), truth["language"])

    said = [word for phrase in truth["phrases"] for word in words_of(phrase["text"])]
    assert word_error_rate(said, words_of(heard["text"])) <= 0.1
    starts = np.array([segment["start"] for segment in heard["segments"]])
    late = {phrase["text"]: gap for phrase in truth["phrases"] if (gap := np.abs(starts - phrase["start"]).min()) > 0.3}
    assert late == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", [0.0, 0.003], ids=["digital silence", "noise"])
def test_says_nothing_when_nothing_is_said(model: Any, language: str, level: float) -> None:
    sound = (level * np.random.default_rng(1).standard_normal(5 * 16_000)).astype(np.float32)

    assert transcribe(model, sound, language)["text"].strip() == ""


def test_is_small_and_holds_no_code() -> None:
    import torch

    kept = torch.load(DEMO / "siar-demo.pt", map_location="cpu", weights_only=True)

    assert set(kept) == {"dims", "model_state_dict"}
    assert kept["dims"]["n_audio_state"] == 64
    assert (DEMO / "siar-demo.pt").stat().st_size < 10_000_000
