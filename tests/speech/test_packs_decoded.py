"""Packs through a real network at once: the words and the sentences of each, whatever lies beside it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from speech_clips import Clip, save_network

from studio.speech.audio import RATE
from studio.speech.engines import load_engine
from studio.speech.engines.fast import FastEngine
from studio.speech.packing import Heard, handed_back, joined, placed


@pytest.fixture(scope="module")
def engine(demo: Path) -> FastEngine:
    return FastEngine(demo)


def words(heard: Heard) -> list[str]:
    return [word.text for segment in heard.segments for word in segment.words]


def test_silence_beside_speech_gives_nothing_and_takes_nothing(engine: FastEngine, clips: dict[str, Clip]) -> None:
    speech = clips["heldout-en"]

    before, silent, empty, after = engine.hear_packs(
        [speech.samples, np.zeros(5 * RATE, np.float32), np.zeros(0, np.float32), speech.samples], "en", ""
    )

    said = [word["text"] for word in speech.words]
    assert words(before) == words(after)
    assert len(set(words(before)) & set(said)) >= 0.9 * len(set(said))
    assert (silent.segments, empty.segments) == ((), ())


def test_each_clip_of_a_pack_gets_its_own_sentence_back(engine: FastEngine, clips: dict[str, Clip]) -> None:
    speech = clips["heldout-en"]
    parts = [
        speech.samples[round((one["start"] - 0.2) * RATE) : round((one["end"] + 0.2) * RATE)] for one in speech.phrases
    ]
    bounds = placed([len(part) / RATE for part in parts])

    (heard,) = engine.hear_packs([joined(parts)], "en", "")

    assert not heard.doubtful
    for part, phrase, (start, end) in zip(handed_back(heard.segments, bounds), speech.phrases, bounds, strict=True):
        text = [word.text for segment in part for word in segment]
        assert len(set(text) & set(phrase["text"].split())) >= 0.7 * len(set(phrase["text"].split()))
        assert all(0 <= word.start <= word.end <= end - start for segment in part for word in segment)


def test_a_sentence_that_is_said_three_times_on_end_is_doubtful(engine: FastEngine, clips: dict[str, Clip]) -> None:
    speech = clips["heldout-en"]
    one = speech.phrases[0]
    part = speech.samples[round((one["start"] - 0.2) * RATE) : round((one["end"] + 0.2) * RATE)]
    once, thrice = engine.hear_packs([joined([part]), joined([part] * 4)], "en", "")
    assert (once.doubtful, thrice.doubtful) == (False, True)


def test_clips_that_say_the_same_in_turns_are_no_loop(engine: FastEngine, clips: dict[str, Clip]) -> None:
    (heard,) = engine.hear_packs([np.resize(clips["heldout-en"].samples, 29 * RATE)], "en", "")
    assert not heard.doubtful


def test_more_terms_than_the_network_takes_are_cut(engine: FastEngine, clips: dict[str, Clip]) -> None:
    terms = ", ".join(f"Merek{number}" for number in range(400))
    (heard,) = engine.hear_packs([clips["heldout-id"].samples], "id", terms)
    assert words(heard)


def test_a_checkpoint_that_knows_english_only_hears_packs_too(tmp_path: Path, clips: dict[str, Clip]) -> None:
    engine = load_engine("fast", save_network(tmp_path / "blank.en.pt", tokens=51864))
    assert isinstance(engine, FastEngine)
    assert not engine.multilingual
    assert len(engine.hear_packs([clips["heldout-en"].samples], "en", "")) == 1


def test_batches_run_side_by_side_as_the_machine_allows(demo: Path) -> None:
    engines = [FastEngine(demo, threads=count) for count in (1, 2, 16)]
    on_gpu = engines[0]._model.model.device == "cuda"
    assert [(one.workers, one.batch) for one in engines] == ([(1, 16)] * 3 if on_gpu else [(1, 8), (2, 8), (4, 8)])
