"""A long recording in sections: cut in pauses, nothing lost, the same wherever one begins."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pack_ear import spoken, write_wave

from studio.errors import NotFound
from studio.speech.audio import RATE, load_audio
from studio.speech.sections import Section, sections, sound_of
from studio.speech.voice import speech_spans


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """65 s of speech, and half a minute of which nothing is spoken."""
    sound = np.concatenate([spoken(40, 1), np.ones(15 * RATE, np.int16), spoken(25, 2), np.ones(15 * RATE, np.int16)])
    return write_wave(tmp_path_factory.mktemp("lesson") / "lesson.wav", sound)


@pytest.fixture(scope="module")
def parts(lesson: Path) -> list[Section]:
    return list(sections(lesson, longest_s=20.0))


def test_the_sections_are_the_whole_recording(lesson: Path, parts: list[Section]) -> None:
    assert np.array_equal(np.concatenate([part.samples for part in parts]), load_audio(lesson))
    assert [part.number for part in parts] == list(range(len(parts)))
    assert [part.last for part in parts] == [False] * (len(parts) - 1) + [True]
    assert all(part.length_s <= 20.0 for part in parts)
    assert [part.start_s for part in parts[1:]] == [part.start_s + part.length_s for part in parts[:-1]]


def test_they_are_cut_where_nobody_speaks(lesson: Path, parts: list[Section]) -> None:
    spans = speech_spans(load_audio(lesson))
    for part in parts[1:]:
        assert not any(span.start + 0.05 < part.start_s < span.end - 0.05 for span in spans)


def test_every_section_knows_its_own_speech(parts: list[Section]) -> None:
    for part in parts:
        assert all(0 <= span.start < span.end <= part.length_s for span in part.spans)
        covered = [piece for window in part.windows for piece in window.pieces]
        for span in part.spans:
            assert any(piece.start <= span.start and span.end <= piece.end for piece in covered)
    assert parts[-1].spans == () and parts[-1].windows == ()


def test_they_are_the_same_wherever_one_begins(lesson: Path, parts: list[Section]) -> None:
    for first in parts:
        rest = list(sections(lesson, longest_s=20.0, number=first.number, start_s=first.start_s))
        assert [(one.number, one.start_s, one.last, one.spans, one.windows) for one in rest] == [
            (one.number, one.start_s, one.last, one.spans, one.windows) for one in parts[first.number :]
        ]
        assert all(
            np.array_equal(one.samples, same.samples) for one, same in zip(rest, parts[first.number :], strict=True)
        )


def test_the_sound_of_a_section_is_read_again_as_it_was(lesson: Path, parts: list[Section]) -> None:
    for part in parts:
        assert np.array_equal(sound_of(lesson, part.start_s, part.length_s), part.samples)


def test_a_short_recording_is_one_section_and_silence_has_nothing_to_hear(tmp_path: Path) -> None:
    (only,) = sections(write_wave(tmp_path / "short.wav", spoken(3, 3)))
    assert (only.number, only.start_s, only.last, only.length_s) == (0, 0.0, True, 3.0)
    (silent,) = sections(write_wave(tmp_path / "silent.wav", np.zeros(2 * RATE, np.int16)))
    assert (silent.spans, silent.windows, silent.last) == ((), (), True)


def test_speech_without_any_pause_is_cut_at_the_end(tmp_path: Path) -> None:
    chance = np.random.default_rng(1)
    loud = np.tile(spoken(8, 4)[round(0.6 * RATE) : round(2.2 * RATE)], 12)
    path = write_wave(tmp_path / "breathless.wav", loud + chance.integers(1, 3, len(loud)).astype(np.int16))

    parts = list(sections(path, longest_s=6.0))

    assert np.array_equal(np.concatenate([part.samples for part in parts]), load_audio(path))
    assert all(part.length_s > 2.0 for part in parts[:-1])


def test_a_recording_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        list(sections(tmp_path / "gone.wav"))
    with pytest.raises(NotFound):
        sound_of(tmp_path / "gone.wav", 0.0, 1.0)
