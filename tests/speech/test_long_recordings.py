"""Long recordings: planned in sections, gone on with in any of them, and never held as a whole."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pack_ear import PackEar, asked_for, run, spoken, write_wave

from studio.speech import batch, hearing
from studio.speech.audio import RATE
from studio.speech.batch import Asked, recognise_all
from studio.speech.hearing import Listening
from studio.speech.journal import Journal
from studio.speech.words import Transcript


@pytest.fixture
def clip(tmp_path: Path) -> Asked:
    return asked_for(write_wave(tmp_path / "clip.wav", spoken(4, 20)))


@pytest.fixture(scope="module")
def two_minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sound = np.ones(132 * RATE, np.int16)
    for at, seed in ((0, 21), (64, 22), (122, 23)):
        sound[at * RATE : (at + 8) * RATE] = spoken(8, seed)
    return write_wave(tmp_path_factory.mktemp("lesson") / "lesson.wav", sound)


@pytest.fixture
def lesson(two_minutes: Path, short_sections: None) -> Path:
    """Two minutes, most of them silent: three sections. Somebody speaks at 0:00, at 1:04 and at 2:02."""
    return two_minutes


@pytest.fixture
def short_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute is as long as five."""
    monkeypatch.setattr(batch, "SECTION_S", 60.0)
    monkeypatch.setattr(batch, "GROUP_S", 60.0)


def test_a_long_recording_is_planned_in_sections_and_goes_on_in_any_of_them(
    tmp_path: Path, lesson: Path, clip: Asked
) -> None:
    asked, ear = [asked_for(lesson), clip], PackEar(workers=1)
    with Journal(tmp_path / "whole.jsonl") as journal:
        whole = dict(recognise_all(asked, ear, journal, Listening("id")))
        data, plans = journal.path.read_bytes(), journal.unfinished()
    long = whole[asked[0]]
    assert isinstance(long, Transcript) and long.audio_s == 132.0
    said = [word.start for word in long.words]
    assert said == sorted(said)
    assert {at for start in said for at in (0, 64, 122) if at <= start < at + 8} == {0, 64, 122}
    assert all(any(at <= start < at + 8 for at in (0, 64, 122)) for start in said)
    assert [[one.number for one in plan.sections] for plan in plans] == [[0, 1], [2, 0]]
    ends = [at for at in range(len(data)) if data[at : at + 1] == b"\n"]
    heard = [end + 1 for end in ends if b'"batch":' in data[data.rfind(b"\n", 0, end) + 1 : end]]
    for cut in (heard[0], heard[1] - 40):
        (tmp_path / "killed.jsonl").write_bytes(data[:cut])
        with Journal(tmp_path / "killed.jsonl") as journal:
            assert dict(recognise_all(asked, PackEar(), journal, Listening("id"))) == whole


def test_a_plan_whose_line_is_damaged_is_made_anew(tmp_path: Path, lesson: Path) -> None:
    asked, ear = [asked_for(lesson)], PackEar(workers=1)
    with Journal(tmp_path / "whole.jsonl") as journal:
        whole = dict(recognise_all(asked, ear, journal, Listening("id")))
        lines = journal.path.read_bytes().splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if b'{"plan":0' in line)
    lines[first] = lines[first].replace(b'"start":0', b'"start":7')
    (tmp_path / "damaged.jsonl").write_bytes(b"".join(lines))
    with Journal(tmp_path / "damaged.jsonl") as journal:
        assert [plan.number for plan in journal.unfinished()] == [1]
        assert dict(recognise_all(asked, PackEar(), journal, Listening("id"))) == whole


@pytest.mark.usefixtures("short_sections")
def test_the_language_of_a_long_recording_is_that_of_its_first_speech(tmp_path: Path) -> None:
    sound = np.concatenate([np.ones(70 * RATE, np.int16), spoken(8, 40)])
    asked, ear = asked_for(write_wave(tmp_path / "late.wav", sound)), PackEar()
    ear.languages = [{"jw": 0.2, "id": 0.8}]

    found = run(tmp_path, [asked], ear, listening=Listening(None))[asked.path]

    assert (found.language, found.language_confidence) == ("id", 0.8)
    assert min(word.start for word in found.words) >= 70


def test_notes_tell_times_of_the_recording_and_each_thing_once(
    tmp_path: Path, lesson: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., Any] = hearing.settled

    def doubting(heard: Any, *arguments: Any, start_s: float) -> Any:
        unsure = [[word_of(word) for word in words] for words in heard]
        return real(unsure, *arguments, start_s=start_s)

    def word_of(word: Any) -> Any:
        return replace(word, confidence=0.35)

    monkeypatch.setattr(hearing, "settled", doubting)
    (found,) = run(tmp_path, [asked_for(lesson)]).values()
    assert [note[:24] for note in found.notes] == ["Little of this was under"]


def test_the_files_are_closed(tmp_path: Path, clip: Asked, lesson: Path) -> None:
    if not Path("/proc/self/fd").is_dir():
        pytest.skip("this system does not say which files are open")
    run(tmp_path, [clip, asked_for(lesson)])
    gc.collect()
    names = []
    for number in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            names.append(number.readlink().name)
    assert not [name for name in names if name.endswith((".wav", ".jsonl"))]
