"""A batch by the demo's checkpoint: right words for every clip, whatever dies on the way, and nothing made twice."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import short_clips
from short_clips import MODEL, marked, write_clips, write_wave

from studio import actions
from studio.actions import subtitle_batch
from studio.actions.subtitling import SubtitleOptions, run, subtitle_request
from studio.errors import OutOfSpace
from studio.jobs.events import Event, JobRequest, Progress
from studio.jobs.record import Ledger
from studio.jobs.worker import run_request
from studio.speech.audio import load_audio
from studio.steps import recognition
from studio.store import Store
from studio.subtitles.files import read_cues

OPTIONS = SubtitleOptions(engine="fast", model=MODEL)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with actions.open_studio(tmp_path / "w") as store:
        yield store


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, str]:
    folder = tmp_path_factory.mktemp("clips")
    return {folder / name: text for name, text in write_clips(folder).items()}


@pytest.fixture
def folder(said: dict[Path, str], tmp_path: Path) -> Path:
    """A folder of seven clips, of this test's own."""
    return Path(shutil.copytree(next(iter(said)).parent, tmp_path / "in"))


@pytest.fixture(scope="module")
def undisturbed(said: dict[Path, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the clips become when nothing happens on the way."""
    root = tmp_path_factory.mktemp("undisturbed")
    shutil.copytree(next(iter(said)).parent, root / "in")
    with actions.open_studio(root / "w") as store:
        rows = made(store, OPTIONS, root / "in")
    assert {row["state"] for row in rows} == {"done"}
    return subtitles(root / "in")


def made(
    store: Store, options: SubtitleOptions, *paths: Path, progress: Callable[[float, str], None] | None = None
) -> list[dict[str, Any]]:
    asked = subtitle_request(store, paths, options)
    return run(**asked.arguments, progress=progress or (lambda fraction, message: None))


def subtitles(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.srt"))}


def states(rows: list[dict[str, Any]]) -> dict[str, str]:
    return {Path(row["input"]).name: row["state"] for row in rows}


def journals(store: Store) -> list[str]:
    return sorted(path.name for path in (store.workspace.out / ".heard").glob("*.jsonl"))


def plain(text: str) -> list[str]:
    return [word.strip(".,?!").lower() for word in text.split()]


def test_every_clip_gets_its_own_words_in_its_own_language(
    store: Store, folder: Path, said: dict[Path, str], undisturbed: dict[str, bytes]
) -> None:
    told: list[tuple[float, str]] = []

    rows = made(store, OPTIONS, folder, progress=lambda fraction, message: told.append((fraction, message)))

    assert [Path(row["input"]).name for row in rows] == sorted(path.name for path in said)
    right = total = 0
    for row, path in zip(rows, sorted(said), strict=True):
        assert (row["state"], row["language"], row["model"]) == ("done", path.name[:2], "demo"), row
        assert row["language_confidence"] > 0.5
        (srt,) = row["outputs"]
        got, want = plain(" ".join(cue.text for cue in read_cues(Path(srt)))), plain(said[path])
        right += sum(word in got for word in want)
        total += len(want)
    assert right / total > 0.9
    assert subtitles(folder) == undisturbed
    assert journals(store) == []
    fractions = [fraction for fraction, _ in told]
    assert fractions == sorted(fractions) and fractions[-1] == 1.0


def test_what_is_done_is_skipped_and_force_makes_it_again(
    store: Store, folder: Path, undisturbed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    made(store, OPTIONS, folder)
    heard = []
    real = subtitle_batch.hear_all
    monkeypatch.setattr(
        subtitle_batch, "hear_all", lambda sources, *rest: heard.extend(sources) or real(sources, *rest)
    )
    assert set(states(made(store, OPTIONS, folder)).values()) == {"skipped"}
    assert heard == []
    assert set(states(made(store, replace(OPTIONS, force=True), folder)).values()) == {"done"}
    assert len(heard) == 7
    assert subtitles(folder) == undisturbed


def test_the_same_clip_under_two_names_gets_two_files(store: Store, folder: Path) -> None:
    shutil.copyfile(folder / "id-0.wav", folder / "twin.wav")
    rows = made(store, OPTIONS, folder / "id-0.wav", folder / "twin.wav", folder / "en-1.wav")
    assert states(rows) == {"id-0.wav": "done", "twin.wav": "done", "en-1.wav": "done"}
    assert (folder / "id-0.id.srt").read_bytes() == (folder / "twin.id.srt").read_bytes()


def test_one_clip_can_be_asked_for_twice(store: Store, folder: Path, tmp_path: Path) -> None:
    wishes = [
        subtitle_batch.Wish(folder / "en-1.wav", tmp_path / out, "talk", replace(OPTIONS, out=str(tmp_path / out)))
        for out in ("one", "two")
    ]
    rows = subtitle_batch.subtitle_all(store, wishes, lambda fraction, message: None)
    assert [row["state"] for row in rows] == ["done", "done"]
    assert (tmp_path / "one" / "talk.en.srt").read_bytes() == (tmp_path / "two" / "talk.en.srt").read_bytes()


def test_a_language_that_is_given_is_taken_for_every_clip(store: Store, folder: Path) -> None:
    rows = made(store, replace(OPTIONS, language="id"), folder / "id-0.wav", folder / "en-1.wav")
    assert [(row["language"], row["language_confidence"]) for row in rows] == [("id", None)] * 2


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (RuntimeError("CUDA failed"), "Something unforeseen went wrong (RuntimeError: CUDA failed). Try it by itself."),
        (MemoryError(), "There is not enough memory for this. Close other programs, then try again."),
        (OSError(28, "No space left on device"), "is full. Free some space, then try again."),
    ],
)
def test_what_fails_them_all_is_told_for_each_and_keeps_what_is_done(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    real = subtitle_batch.hear_all

    def breaking(*arguments: Any) -> Iterator[Any]:
        yield next(results := real(*arguments))
        results.close()
        raise error

    script = folder / "said.txt"
    script.write_text("Speak slowly and look into the lens.", "utf-8")
    monkeypatch.setattr(subtitle_batch, "hear_all", breaking)
    told: list[int] = []
    wishes = [subtitle_batch.Wish(folder / f"en-{n}.wav", folder, f"en-{n}", OPTIONS) for n in range(3)]
    timed = replace(OPTIONS, engine="script", model=None, script=str(script), language="en")
    wishes.append(subtitle_batch.Wish(folder / "en-3.wav", folder, "en-3", timed))

    rows = subtitle_batch.subtitle_all(
        store, wishes, lambda fraction, message: None, lambda number, _row: told.append(number)
    )

    assert [row["state"] for row in rows] == ["done", "failed", "failed", "done"]
    assert all(row["reason"].endswith(reason) for row in rows[1:3])
    assert sorted(told) == [0, 1, 2, 3]
    monkeypatch.setattr(subtitle_batch, "hear_all", real)
    assert states(made(store, OPTIONS, *(folder / f"en-{n}.wav" for n in range(3)))) == {
        "en-0.wav": "skipped",
        "en-1.wav": "done",
        "en-2.wav": "done",
    }


def test_what_could_not_be_written_is_not_heard_again(
    store: Store, folder: Path, undisturbed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    from studio.speech.engines.fast import FastEngine

    real = subtitle_batch.finish

    def full(_store: Store, task: Any, *_rest: Any) -> None:
        raise OutOfSpace(f"The disk that holds {task.folder} is full", "Free some space, then try again")

    monkeypatch.setattr(subtitle_batch, "finish", full)
    assert set(states(made(store, OPTIONS, folder)).values()) == {"failed"}
    monkeypatch.setattr(subtitle_batch, "finish", real)
    monkeypatch.setattr(FastEngine, "hear_packs", None)
    assert set(states(made(store, OPTIONS, folder)).values()) == {"done"}
    assert subtitles(folder) == undisturbed
    assert journals(store) == []


def test_a_recording_by_itself_is_not_heard_again_either(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from studio.speech.engines.fast import FastEngine

    wanted = recognition.Wanted(engine="fast", model=MODEL, language="en", journals=tmp_path / "heard")
    real = recognition.write

    def full(*_arguments: Any) -> None:
        raise OutOfSpace("The disk is full", "Free some space, then try again")

    def subtitled() -> recognition.Subtitled:
        return recognition.subtitle(folder / "en-1.wav", wanted, folder, "en-1", lambda fraction, message: None)

    monkeypatch.setattr(recognition, "write", full)
    with pytest.raises(OutOfSpace):
        subtitled()
    monkeypatch.setattr(recognition, "write", real)
    monkeypatch.setattr(FastEngine, "hear_packs", None)
    assert plain(subtitled().transcript.text) == plain("Speak slowly and look into the lens.")
    assert list((tmp_path / "heard").glob("*.jsonl")) == []


def test_one_network_is_held_at_a_time_and_a_new_file_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from studio.speech import engines
    from studio.speech.choose import Choice

    loaded: list[str] = []
    monkeypatch.setattr(engines, "load_engine", lambda name, path: loaded.append(path.name) or object())
    monkeypatch.setattr(recognition, "_kept", {})
    one, two = (Choice("fast", tmp_path / name, name) for name in ("one.pt", "two.pt"))
    for choice in (one, two):
        choice.checkpoint.write_bytes(b"1")  # type: ignore[union-attr]
    first = recognition._loaded(one)
    assert recognition._loaded(one) is first
    recognition._loaded(two)
    assert len(recognition._kept) == 1
    recognition._loaded(one)
    one.checkpoint.write_bytes(b"22")  # type: ignore[union-attr]
    recognition._loaded(one)
    assert loaded == ["one.pt", "two.pt", "one.pt", "one.pt"]


# the worker dies


def in_the_worker(
    store: Store, function: Callable[..., Any], options: SubtitleOptions, *paths: Path, **more: Any
) -> tuple[list[dict[str, Any]], list[float]]:
    """The rows of a job that is done in a process of its own, and the fractions that it told."""
    asked = subtitle_request(store, paths, options)
    told: list[Event] = []
    request = JobRequest(asked.title, f"short_clips:{function.__name__}", {**asked.arguments, **more})
    rows = run_request(request, told.append, Ledger(store.workspace.root))
    return rows, [event.fraction for event in told if isinstance(event, Progress)]


@pytest.fixture
def deadly(folder: Path) -> Path:
    """Three clips, one of which ends the program."""
    kept = {"en-1.wav", "id-0.wav", "id-1.wav"}
    for path in folder.iterdir():
        if path.name not in kept:
            path.unlink()
    clip = write_wave(folder / "deadly.wav", marked(load_audio(folder / "id-1.wav")))
    (folder / "id-1.wav").unlink()
    return clip


def test_a_worker_that_dies_once_leaves_no_trace(store: Store, folder: Path, undisturbed: dict[str, bytes]) -> None:
    forced = replace(OPTIONS, force=True)
    rows, fractions = in_the_worker(store, short_clips.die_at_a_moment, forced, folder, moment=12)
    assert {row["state"] for row in rows} == {"done"}
    assert all(row["cues"] for row in rows)
    assert subtitles(folder) == undisturbed
    assert journals(store) == []
    assert fractions == sorted(fractions)


@pytest.mark.parametrize(
    ("function", "when"),
    [
        (short_clips.die_looking, "while it was worked on"),
        (short_clips.die_reading, "while its sound was read"),
        (short_clips.die_hearing, "while it was recognised"),
        (short_clips.die_writing, "while it was worked on"),
    ],
)
def test_a_clip_that_ends_the_worker_twice_is_set_aside_and_the_others_are_done(
    store: Store, deadly: Path, undisturbed: dict[str, bytes], function: Callable[..., Any], when: str
) -> None:
    # --force too: it is the person's word, not the next process's.
    rows, fractions = in_the_worker(store, function, replace(OPTIONS, force=True), deadly.parent)

    assert states(rows) == {"deadly.wav": "failed", "en-1.wav": "done", "id-0.wav": "done"}
    assert rows[0]["reason"] == (
        f"deadly.wav ended the program twice {when}, and is set aside. Export the recording again as .mp4; to try it "
        "as it is, run it by itself with --force."
    )
    assert set(subtitles(deadly.parent)) == {"en-1.en.srt", "id-0.id.srt"}
    assert fractions == sorted(fractions)
    # It stays so in the next batch, without a death, until somebody says otherwise.
    rows = made(store, OPTIONS, deadly.parent)
    assert states(rows) == {"deadly.wav": "failed", "en-1.wav": "skipped", "id-0.wav": "skipped"}
    assert states(made(store, replace(OPTIONS, force=True), deadly)) == {"deadly.wav": "done"}
    assert journals(store) == []
    assert states(made(store, OPTIONS, deadly)) == {"deadly.wav": "skipped"}
