"""A known script is timed with no checkpoint."""

from __future__ import annotations

import statistics
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from speech_clips import Clip

from studio.errors import InvalidValue, NoSpeechSource
from studio.speech.audio import RATE, load_audio
from studio.speech.engines import load_engine
from studio.speech.script_timing import time_script
from studio.speech.voice import Span


def test_the_phrases_of_a_real_speech_begin_when_they_are_said(shared: Path) -> None:
    text = (shared / "real" / "jfk.txt").read_text("utf-8")

    words = time_script(load_audio(shared / "real" / "jfk.flac"), text, "en")

    assert [word.text for word in words] == text.split()
    starts = [words[index].start for index in (0, 5, 7, 14)]
    assert [words[index].text for index in (0, 5, 7, 14)] == ["And", "ask", "what", "ask"]
    assert starts == pytest.approx([0.32, 3.33, 5.44, 8.22], abs=0.1)


@pytest.mark.parametrize("name", ["heldout-id", "heldout-en", "cahaya-bagus", "hook-3-seconds"])
@pytest.mark.parametrize("lines", [True, False], ids=["a sentence a line", "one line"])
def test_sentences_and_words_of_a_clip(clips: dict[str, Clip], name: str, lines: bool) -> None:
    clip = clips[name]
    text = clip.text if lines else clip.text.replace("\n", " ")

    words = time_script(clip.samples, text, clip.language)

    assert [word.text for word in words] == [word["text"] for word in clip.words]
    off = [abs(word.start - truth["start"]) for word, truth in zip(words, clip.words, strict=True)]
    assert statistics.median(off) < 0.15
    first = {phrase["start"] for phrase in clip.phrases}
    assert max(gap for gap, truth in zip(off, clip.words, strict=True) if truth["start"] in first) < 0.15


def test_a_price_takes_as_long_as_it_is_said(clips: dict[str, Clip]) -> None:
    clip = clips["cahaya-bagus"]
    text = clip.text.replace("lima belas ribu rupiah.", "Rp15.000.").replace("empat puluh lima", "45")

    words = time_script(clip.samples, text, "id")

    said = {word["text"]: word for word in reversed(clip.words)}
    price = next(word for word in words if word.text == "Rp15.000.")
    assert (price.start, price.end) == pytest.approx((said["lima"]["start"], said["rupiah."]["end"]), abs=0.25)


def test_silence_has_no_words_and_says_so() -> None:
    transcript = load_engine("script").transcribe(np.zeros(3 * RATE, np.float32), script="Halo semuanya.")

    assert (transcript.words, transcript.language, transcript.audio_s) == ((), "id", 3.0)
    assert transcript.notes == ("Nobody speaks in this recording.",)


def test_a_script_of_another_recording_is_noticed(clips: dict[str, Clip]) -> None:
    clip = clips["heldout-id"]

    transcript = load_engine("script").transcribe(clip.samples, language="id", script=clip.text * 4)

    assert transcript.notes[0].startswith("The script is much longer than what is said here")


def test_the_engine_wants_a_script_and_a_name_that_is_one() -> None:
    with pytest.raises(NoSpeechSource):
        load_engine("script").transcribe(np.zeros(RATE, np.float32), script=" \n")
    with pytest.raises(InvalidValue, match="auto, script, fast, whisper"):
        load_engine("cepat")
    with pytest.raises(InvalidValue, match="needs a checkpoint"):
        load_engine("fast")


SENTENCES = st.lists(
    st.lists(st.sampled_from(["halo", "kelas", "Rp15.000,", "11.11", "foto-foto.", "—", "dan", "&"]), min_size=1),
    min_size=1,
    max_size=6,
)
GAPS = st.lists(st.tuples(st.floats(0.2, 3), st.floats(0.1, 6)), min_size=1, max_size=8)


@given(SENTENCES, GAPS)
def test_every_word_gets_a_time_in_order_within_speech(
    sentences: list[list[str]], gaps: list[tuple[float, float]]
) -> None:
    spans, at = [], 0.0
    for pause, length in gaps:
        spans.append(Span(at + pause, at + pause + length))
        at += pause + length
    text = "\n".join(" ".join(words) for words in sentences)

    words = time_script(np.zeros(round(at * RATE), np.float32), text, "id", spans)

    assert [word.text for word in words] == text.split()
    for word in words:
        assert word.start <= word.end
        assert any(span.start - 0.002 <= word.start and word.end <= span.end + 0.002 for span in spans)
    assert all(one.end <= other.start + 0.002 for one, other in pairwise(words))
