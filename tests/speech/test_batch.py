"""Many recordings at once: the same words whatever happens on the way, and a clear line for each that fails."""

from __future__ import annotations

import random
import threading
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pack_ear import PackEar, asked_for, recognised, run, spoken, write_wave

from studio.errors import InvalidValue, NoSound, NotFound, NotMedia, SiarError, WorkerDied
from studio.speech import batch
from studio.speech.audio import RATE
from studio.speech.batch import Asked, recognise_all
from studio.speech.hearing import Listening
from studio.speech.journal import Journal
from studio.speech.words import Transcript

LENGTHS = (4.0, 6.5, 3.0, 9.0, 5.0, 12.0, 2.5, 7.0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clips")
    for number, length in enumerate(LENGTHS):
        write_wave(folder / f"{number}.wav", spoken(length, number))
    return folder


@pytest.fixture
def clips(folder: Path) -> list[Asked]:
    return [asked_for(folder / f"{number}.wav") for number in range(len(LENGTHS))]


@pytest.fixture
def small_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several plans for a few clips, as 40 recordings have."""
    monkeypatch.setattr(batch, "GROUP_S", 18.0)


def test_each_recording_gets_its_own_words(tmp_path: Path, clips: list[Asked]) -> None:
    ear, told = PackEar(), []

    found = run(tmp_path, clips, ear, told=told)

    assert list(found) == [one.path for one in clips]
    for one in clips:
        transcript = found[one.path]
        assert isinstance(transcript, Transcript)
        assert (transcript.language, transcript.model, transcript.notes) == ("id", "ear", ())
        assert transcript.audio_s == pytest.approx(one.length_s)
        assert transcript.words and all(0 <= w.start <= w.end <= one.length_s for w in transcript.words)
        assert all(a.start <= b.start for a, b in pairwise(transcript.words))
    names = [{word.text[:5] for word in found[one.path].words} for one in clips]
    assert all(not (mine & other) for at, mine in enumerate(names) for other in names[at + 1 :])
    assert set(ear.heard.values()) == {1}
    assert not (tmp_path / "journal.jsonl").exists()
    fractions = [fraction for fraction, _ in told]
    assert fractions == sorted(fractions) and fractions[-1] == pytest.approx(1.0)


def test_many_short_clips_take_few_half_minutes(tmp_path: Path, clips: list[Asked]) -> None:
    packs = []

    class Counting(PackEar):
        def hear_packs(self, sounds: Any, language: str, prompt: str) -> Any:
            packs.extend(sounds)
            return super().hear_packs(sounds, language, prompt)

    run(tmp_path, clips, Counting())
    assert len(packs) <= 3


@pytest.mark.usefixtures("small_groups")
def test_wherever_it_is_killed_the_words_are_the_same_and_nothing_is_heard_twice(
    tmp_path: Path, clips: list[Asked]
) -> None:
    ear = PackEar(workers=1)
    ear.doubtful = doubtful_ones(clips, tmp_path)
    with Journal(tmp_path / "whole.jsonl") as journal:
        given = {}
        written = []
        for one, found in recognise_all(clips, ear, journal, Listening("id")):
            given[one.path] = found
            journal.finish(one.digest)
            written.append((journal.path.stat().st_size, one))
        data = journal.path.read_bytes()
    chance = random.Random(20261128)
    for cut in [0, len(data), *(chance.randrange(len(data)) for _ in range(12))]:
        (tmp_path / "killed.jsonl").write_bytes(data[:cut])
        done = {one.path for size, one in written if size <= cut}
        with Journal(tmp_path / "killed.jsonl") as journal:
            kept = {
                name: 1 for plan in journal.unfinished() for heard in plan.heard.values() for name in names_of(heard)
            }
            alone = {
                name for plan in journal.unfinished() for heard in plan.alone.values() for name in names_of([heard])
            }
            second = PackEar()
            second.doubtful = ear.doubtful
            found = recognised([one for one in clips if one.path not in done], second, journal)
        assert found == {path: transcript for path, transcript in given.items() if path not in done}
        for name, count in second.heard.items():
            assert count <= ear.heard[name] - kept.get(name, 0) - (name in alone), (cut, name)


def doubtful_ones(clips: list[Asked], tmp_path: Path) -> set[str]:
    """The clips' names of which the second makes its pack doubtful."""
    found = run(tmp_path, clips)
    return {found[clips[1].path].words[0].text[:5]}


def names_of(heard: Any) -> set[str]:
    return {words.text[:5] for one in heard for part in one.segments for words in part.words}


@pytest.mark.usefixtures("small_groups")
def test_an_error_of_the_engine_is_told_once_and_what_was_heard_stays(tmp_path: Path, clips: list[Asked]) -> None:
    whole = run(tmp_path, clips)

    def meanwhile(call: int) -> None:
        if call == 3:
            raise MemoryError("no room")

    broken, given = PackEar(meanwhile=meanwhile), {}
    with Journal(tmp_path / "journal.jsonl") as journal, pytest.raises(MemoryError, match="no room"):
        for one, found in recognise_all(clips, broken, journal, Listening("id")):
            given[one.path] = found
            journal.finish(one.digest)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("siar-hear")]
    after = PackEar()
    rest = run(tmp_path, [one for one in clips if one.path not in given], after)
    assert given | rest == whole
    assert not set(broken.heard) & set(after.heard)


def test_whoever_stops_asking_leaves_no_thread_and_a_journal_to_go_on_with(tmp_path: Path, clips: list[Asked]) -> None:
    whole = run(tmp_path, clips)
    with Journal(tmp_path / "journal.jsonl") as journal:
        results = recognise_all(clips, PackEar(), journal, Listening("id"))
        one, _ = next(results)
        journal.finish(one.digest)
        results.close()  # type: ignore[attr-defined]
        assert not [thread for thread in threading.enumerate() if thread.name.startswith("siar-hear")]
    second = PackEar()
    assert run(tmp_path, clips[1:], second) == {one.path: whole[one.path] for one in clips[1:]}
    assert not second.heard


# bad recordings among good ones


def failing(found: dict[Path, Any]) -> dict[str, str]:
    return {path.name: str(error) for path, error in found.items() if isinstance(error, SiarError)}


def test_what_cannot_be_heard_stops_no_other(tmp_path: Path, clips: list[Asked]) -> None:
    gone, text = tmp_path / "gone.wav", tmp_path / "text.mp4"
    text.write_text("This is no film at all, only words.")
    asked = [clips[0], asked_for(gone), clips[1], asked_for(text), clips[2]]

    found = run(tmp_path, asked)

    assert [type(found[one.path]) for one in asked] == [Transcript, NotFound, Transcript, NotMedia, Transcript]


def test_an_error_that_nobody_foresaw_is_a_sentence_about_one_recording(
    tmp_path: Path, clips: list[Asked], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = batch.sections

    def sections(path: Path, **kinds: Any) -> Any:
        if path == clips[1].path:
            raise ZeroDivisionError("a decoder's")
        yield from real(path, **kinds)

    monkeypatch.setattr(batch, "sections", sections)
    found = run(tmp_path, clips[:3])
    assert failing(found) == {
        "1.wav": "The sound of 1.wav cannot be used (ZeroDivisionError: a decoder's). "
        "Export the recording again as .mp4."
    }
    assert isinstance(found[clips[1].path], NoSound)


def test_a_language_that_cannot_be_told_fails_one_recording_only(tmp_path: Path, clips: list[Asked]) -> None:
    class Deaf(PackEar):
        def detect(self, samples: np.ndarray) -> dict[str, float]:
            self.asked.append("detect")
            if self.asked.count("detect") == 2:
                raise RuntimeError("out of memory")
            return {"id": 1.0}

    found = run(tmp_path, clips[:3], Deaf(), listening=Listening(None))
    assert list(failing(found)) == ["1.wav"]


def test_a_recording_that_is_gone_when_the_work_goes_on_fails_by_itself(tmp_path: Path) -> None:
    asked = [asked_for(write_wave(tmp_path / f"{number}.wav", spoken(4, 30 + number))) for number in range(3)]
    with Journal(tmp_path / "journal.jsonl") as journal, pytest.raises(RuntimeError):
        recognised(asked, PackEar(meanwhile=raising), journal)
    asked[1].path.unlink()

    found = run(tmp_path, asked)

    assert list(failing(found)) == ["1.wav"] and isinstance(found[asked[1].path], NotFound)
    write_wave(asked[1].path, spoken(4, 31))
    alone = run(tmp_path, [asked[1]])
    assert {word.text[:5] for word in alone[asked[1].path].words}


def raising(_call: int) -> None:
    raise RuntimeError("not now")


def test_the_same_recording_under_two_names_is_heard_once_and_given_twice(tmp_path: Path, clips: list[Asked]) -> None:
    twin = tmp_path / "twin.wav"
    twin.write_bytes(clips[1].path.read_bytes())
    asked, ear = [clips[0], clips[1], asked_for(twin), clips[1]], PackEar()
    assert asked[1].digest == asked[2].digest

    with Journal(tmp_path / "journal.jsonl") as journal:
        rows = list(recognise_all(asked, ear, journal, Listening("id")))

    assert [one.path.name for one, _ in rows] == ["0.wav", "1.wav", "twin.wav", "1.wav"]
    assert rows[1][1] == rows[2][1] == rows[3][1] != rows[0][1]
    assert set(ear.heard.values()) == {1}


@pytest.mark.parametrize("missing", [0, 1])
def test_one_of_two_names_is_enough(tmp_path: Path, clips: list[Asked], missing: int) -> None:
    twins = [tmp_path / "one.wav", tmp_path / "two.wav"]
    for path in twins:
        path.write_bytes(clips[1].path.read_bytes())
    asked = [asked_for(path) for path in twins]
    twins[missing].unlink()
    assert failing(run(tmp_path, asked)) == {}


# deaths


def dead(journal: Path, *pieces: str) -> None:
    with Journal(journal) as told:
        for piece in pieces:
            told.begin(piece)
        told._file.close()  # as a death leaves it
    with Journal(journal) as told:
        told.begin_again(after_death=True)


@pytest.mark.parametrize(("piece", "when"), [("sound", "its sound was read"), ("heard", "it was recognised")])
def test_a_recording_that_kills_the_worker_twice_is_set_aside(
    tmp_path: Path, clips: list[Asked], piece: str, when: str
) -> None:
    path = tmp_path / "journal.jsonl"
    with Journal(path) as journal, pytest.raises(RuntimeError):
        recognised(clips[:3], PackEar(meanwhile=raising), journal)
    dead(path, f"{piece}:{clips[1].digest}")
    dead(path, f"{piece}:{clips[1].digest}")

    found = run(tmp_path, clips[:3])

    assert isinstance(found[clips[1].path], WorkerDied)
    assert failing(found) == {
        "1.wav": f"1.wav ended the program twice while {when}, and is set aside. Export the recording again as .mp4; "
        "to try it as it is, run it by itself with --force."
    }
    assert failing(run(tmp_path, clips[:3])) == failing(found)  # in the next batch too
    with Journal(path) as journal:
        journal.forgive(clips[1].digest)
        assert failing(recognised(clips[:3], PackEar(), journal)) == {}
    assert not path.exists()


# languages


def test_each_recording_of_a_batch_has_its_own_language(tmp_path: Path, clips: list[Asked]) -> None:
    ear = PackEar()
    ear.languages = [{"id": 0.9, "en": 0.1}, {"en": 0.97, "id": 0.03}, {"id": 0.8, "en": 0.2}]

    found = run(tmp_path, clips[:3], ear, listening=Listening(None))

    said = [(found[one.path].language, found[one.path].language_confidence) for one in clips[:3]]
    assert said == [("id", 0.9), ("en", 0.97), ("id", 0.8)]
    assert sorted(ear.asked) == ["en", "id"]
    whole = [{word.text[5:10] for word in found[one.path].words} for one in clips[:3]]
    assert whole[0] == whole[2] != whole[1]  # no pack holds two languages


def test_a_detected_language_is_still_known_after_a_kill(tmp_path: Path, clips: list[Asked]) -> None:
    ear = PackEar(meanwhile=raising)
    ear.languages = [{"jw": 0.55, "id": 0.4}] * 2
    with Journal(tmp_path / "journal.jsonl") as journal, pytest.raises(RuntimeError):
        recognised(clips[:1], ear, journal, Listening(None))

    (found,) = run(tmp_path, clips[:1], listening=Listening(None)).values()

    assert (found.language, found.language_confidence) == ("jw", 0.55)
    assert "It sounds like Javanese (55%)" in found.notes[0]


def test_a_checkpoint_that_knows_english_only(tmp_path: Path, clips: list[Asked]) -> None:
    ear = PackEar()
    ear.multilingual = False
    for language in (None, "en"):
        found = run(tmp_path, clips[:1], ear, listening=Listening(language))
        assert found[clips[0].path].language == "en"
    with pytest.raises(InvalidValue, match="knows English only"):
        run(tmp_path, clips[:1], ear, listening=Listening("id"))


def test_silence_has_no_words_and_costs_nothing(tmp_path: Path, clips: list[Asked]) -> None:
    silent = asked_for(write_wave(tmp_path / "silent.wav", np.zeros(5 * RATE, np.int16)))
    ear = PackEar()

    found = run(tmp_path, [silent], ear, listening=Listening(None))

    assert (found[silent.path].words, found[silent.path].notes) == ((), ("Nobody speaks in this recording.",))
    assert not ear.heard


def test_batches_are_of_even_size_so_that_no_worker_waits_for_another(tmp_path: Path) -> None:
    sizes = []

    class Counting(PackEar):
        def hear_packs(self, sounds: Any, *arguments: Any) -> Any:
            sizes.append(len(sounds))
            return super().hear_packs(sounds, *arguments)

    clips = [asked_for(write_wave(tmp_path / f"{number}.wav", spoken(16, number))) for number in range(11)]
    with Journal(tmp_path / "heard.jsonl") as journal:
        recognised(clips, Counting(workers=2, batch=4), journal)
    assert sorted(sizes) == [2, 3, 3, 3]
