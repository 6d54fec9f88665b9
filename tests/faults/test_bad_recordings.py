"""Recordings as they come on a Friday: each bad one ends as a clear line, and the others get their subtitles."""

from __future__ import annotations

import os
import shutil
import subprocess
import wave
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from studio import actions
from studio.actions.subtitling import SubtitleOptions, run, subtitle_request
from studio.resources import assets
from studio.store import Store
from studio.subtitles.files import read_cues
from studio.video.ffmpeg import run_ffmpeg

SPOKEN = Path(__file__).resolve().parents[1] / "assets"
OPTIONS = SubtitleOptions(engine="fast", model=str(assets("demo", "siar-demo.pt")), language="id")
RATE = 16_000
Says = Callable[[float, str], None]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with actions.open_studio(tmp_path / "w") as store:
        yield store


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight seconds of grey in which somebody speaks Indonesian; its index lies at the end."""
    made = tmp_path_factory.mktemp("film") / "film.mp4"
    picture = ["-f", "lavfi", "-i", "color=gray:s=160x120:r=5:d=8.2"]
    run_ffmpeg([*picture, "-i", str(SPOKEN / "heldout-id.flac"), "-shortest", "-pix_fmt", "yuv420p", str(made)], 8.2)
    return made


@pytest.fixture
def good(tmp_path: Path) -> list[Path]:
    """Two recordings that are as they should be, one before and one after the bad ones."""
    paths = [tmp_path / "in" / name for name in ("a good one.flac", "z good one.flac")]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        shutil.copyfile(SPOKEN / "heldout-id.flac", path)
    return paths


def made(store: Store, paths: list[Path], options: SubtitleOptions = OPTIONS, say: Says | None = None) -> dict:
    """The rows by the files' names; every one of them is a sentence where something went wrong."""
    asked = subtitle_request(store, paths, options)
    rows = run(**asked.arguments, progress=say or (lambda fraction, message: None))
    assert [row["input"] for row in rows] == [str(path) for path in paths]
    for row in rows:
        assert row["state"] in ("done", "failed")
        if row["state"] == "failed":
            assert (
                row["reason"].endswith(".") and "Traceback" not in row["reason"] and "unforeseen" not in row["reason"]
            )
    return {Path(row["input"]).name: row for row in rows}


def beside(store: Store, good: list[Path], bad: Path, options: SubtitleOptions = OPTIONS) -> dict[str, Any]:
    """The row of a recording in the midst of two good ones, which are done whatever it is."""
    rows = made(store, [good[0], bad, good[1]], options)
    for path in good:
        assert (rows[path.name]["state"], rows[path.name]["cues"] > 0) == ("done", True), rows[path.name]
    return rows[bad.name]


def failed(store: Store, good: list[Path], bad: Path) -> str:
    told = beside(store, good, bad)
    assert (told["state"], told["outputs"]) == ("failed", [])
    assert not list(bad.parent.glob(f"{bad.stem}.*.srt"))
    return str(told["reason"])


def test_a_video_without_a_sound_track(store: Store, good: list[Path], tmp_path: Path) -> None:
    silent = tmp_path / "in" / "silent film.mp4"
    run_ffmpeg(["-f", "lavfi", "-i", "color=gray:s=64x64:r=5:d=1", "-pix_fmt", "yuv420p", str(silent)], 1)
    assert failed(store, good, silent) == (
        "silent film.mp4 has no sound. Record it again with a microphone, or choose another file."
    )


def test_a_file_of_0_bytes(store: Store, good: list[Path], tmp_path: Path) -> None:
    empty = tmp_path / "in" / "empty.mp4"
    empty.touch()
    assert failed(store, good, empty) == f"{empty} is empty (0 bytes). Copy or export the recording again."


def test_a_video_whose_end_with_the_index_is_missing(
    store: Store, good: list[Path], film: Path, tmp_path: Path
) -> None:
    cut = tmp_path / "in" / "cut.mp4"
    cut.write_bytes(film.read_bytes()[: film.stat().st_size // 2])
    assert "cut.mp4 cannot be read as a recording" in failed(store, good, cut)


def test_what_a_recording_that_was_cut_still_holds_is_subtitled(store: Store, good: list[Path], tmp_path: Path) -> None:
    cut, whole = tmp_path / "in" / "half.flac", (SPOKEN / "heldout-id.flac").read_bytes()
    cut.write_bytes(whole[: len(whole) // 2])
    told = beside(store, good, cut)
    assert told["state"] == "done"
    cues = read_cues(Path(told["outputs"][0]))
    assert cues and cues[-1].end < 5.5


def test_a_text_that_calls_itself_a_video(store: Store, good: list[Path], tmp_path: Path) -> None:
    text = tmp_path / "in" / "notes.mp4"
    text.write_text("Rekam tiga video hari Jumat, satu tentang komisi.\n" * 50, "utf-8")
    assert "notes.mp4 cannot be read as a recording" in failed(store, good, text)


def test_a_picture_that_calls_itself_a_video(store: Store, good: list[Path], tmp_path: Path) -> None:
    picture = tmp_path / "in" / "cover.mp4"
    run_ffmpeg(["-f", "lavfi", "-i", "color=red:s=64x64:r=1:d=1", "-frames:v", "1", str(picture.with_suffix(".png"))])
    picture.with_suffix(".png").rename(picture)
    assert "cover.mp4 is a picture, not a recording. Choose a video or a sound file." in failed(store, good, picture)


def test_music_only(store: Store, good: list[Path], tmp_path: Path) -> None:
    """Plucked chords: nobody speaks, and nothing is invented."""
    at = np.arange(8 * RATE) / RATE
    sound = sum(
        np.sin(2 * np.pi * tone * overtone * at) / overtone * np.exp(-8 * (at % 0.5)) * (at % 4 // 1 == number)
        for number, chord in enumerate([(220, 277, 330), (196, 247, 294), (175, 220, 262), (165, 208, 247)])
        for tone in chord
        for overtone in range(1, 5)
    )
    told = beside(store, good, write_wave(tmp_path / "in" / "music.wav", 0.2 * sound))
    assert (told["state"], told["cues"], told["notes"]) == ("done", 0, ["Nobody speaks in this recording."])


def test_another_language_than_was_asked_for(store: Store, good: list[Path], tmp_path: Path) -> None:
    other = tmp_path / "in" / "english.flac"
    shutil.copyfile(SPOKEN / "heldout-en.flac", other)
    told = beside(store, good, other)
    assert (told["state"], told["language"]) == ("done", "id")


NAMES = [
    'it\'s "quoted", 50% & [v2] (final): 🎬 komisi é.wav',
    ("panjang sekali 🎥 " * 40)[:196] + ".wav",
    "-n --force.wav",
    "dua  spasi .wav",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_a_person_may_think_of(store: Store, tmp_path: Path, name: str) -> None:
    if os.name == "nt" and set('"?:') & set(name):
        pytest.skip("Windows knows no such name")
    path = tmp_path / "in: é 'q'" / name
    path.parent.mkdir()
    try:
        shutil.copyfile(SPOKEN / "heldout-id.flac", path)
    except OSError as error:
        pytest.skip(f"this disk takes no such name ({error.strerror})")
    told = made(store, [path], replace(OPTIONS, formats=("srt", "json")))[name]
    assert told["state"] == "done", told["reason"]
    assert [Path(one).name for one in told["outputs"]] == [f"{path.stem}.id.srt", f"{path.stem}.id.json"]
    assert all(Path(one).is_file() for one in told["outputs"])


def test_a_name_with_no_room_for_its_subtitles(store: Store, good: list[Path], tmp_path: Path) -> None:
    path = tmp_path / "in" / ("n" * 250 + ".wav")
    try:
        shutil.copyfile(SPOKEN / "heldout-id.flac", path)
    except OSError as error:
        pytest.skip(f"this disk takes no such name ({error.strerror})")
    assert "cannot be written (File name too long)" in failed(store, good, path)


def test_a_recording_that_was_never_there(store: Store, good: list[Path], tmp_path: Path) -> None:
    gone = tmp_path / "in" / "gone.mp4"
    assert failed(store, good, gone) == f"There is no file {gone}. Check the name, or choose the file again."


def test_a_recording_that_is_removed_while_it_waits(store: Store, good: list[Path], tmp_path: Path) -> None:
    waiting = tmp_path / "in" / "waiting.wav"
    write_wave(waiting, np.zeros(RATE))

    def say(_fraction: float, message: str) -> None:
        if "listening for speech" in message:  # the first one is listened to: all were looked at by then
            waiting.unlink(missing_ok=True)

    rows = made(store, [good[0], waiting, good[1]], say=say)
    assert [row["state"] for row in rows.values()] == ["done", "failed", "done"]
    assert rows["waiting.wav"]["reason"].startswith(f"There is no file {waiting}.")


def test_a_file_in_the_way_of_the_subtitles(store: Store, good: list[Path], tmp_path: Path) -> None:
    path = tmp_path / "in" / "blocked.flac"
    shutil.copyfile(SPOKEN / "heldout-id.flac", path)
    (tmp_path / "in" / "out").write_text("a file where a folder should be")
    asked = subtitle_request(store, [good[0], path, good[1]], OPTIONS)
    asked.arguments["files"][1]["folder"] = str(tmp_path / "in" / "out")
    rows = run(**asked.arguments, progress=lambda fraction, message: None)
    assert [row["state"] for row in rows] == ["done", "failed", "done"]
    assert "cannot be written (" in rows[1]["reason"]


def test_a_folder_that_may_not_be_written_to(store: Store, good: list[Path], tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    shutil.copyfile(SPOKEN / "heldout-id.flac", locked / "clip.flac")
    with read_only(locked):
        told = beside(store, good, locked / "clip.flac")
    assert told["state"] == "failed"
    assert f"{locked}" in told["reason"] and "cannot be written" in told["reason"]
    assert made(store, [locked / "clip.flac"])["clip.flac"]["state"] == "done"


class read_only:  # noqa: N801  used as a function is
    """A folder that nobody may write to; the superuser only heeds the disk's own mark."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        self._folder.chmod(0o555)
        try:
            (self._folder / "probe").touch()
        except OSError:
            return
        (self._folder / "probe").unlink()
        self._mark("+i")
        try:
            (self._folder / "probe").touch()
        except OSError:
            return
        (self._folder / "probe").unlink()
        self.__exit__()
        pytest.skip("nothing keeps this user from writing")

    def __exit__(self, *_error: object) -> None:
        self._mark("-i")
        self._folder.chmod(0o755)

    def _mark(self, mark: str) -> None:
        if shutil.which("chattr"):
            subprocess.run(["chattr", mark, str(self._folder)], check=False, capture_output=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for little."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("a small disk can be mounted by the superuser only")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(store: Store, good: list[Path], small_disk: Path, tmp_path: Path) -> None:
    path = tmp_path / "in" / "full.flac"
    shutil.copyfile(SPOKEN / "heldout-id.flac", path)
    with (small_disk / "filling").open("wb", buffering=0) as filling:
        try:
            while True:
                filling.write(b"\0" * 4096)
        except OSError:
            pass
    asked = subtitle_request(store, [good[0], path, good[1]], OPTIONS)
    asked.arguments["files"][1]["folder"] = str(small_disk)
    rows = run(**asked.arguments, progress=lambda fraction, message: None)
    assert [row["state"] for row in rows] == ["done", "failed", "done"]
    assert "is full. Free some space, then try again." in rows[1]["reason"]
    (small_disk / "filling").unlink()
    assert [row["state"] for row in run(**asked.arguments, progress=lambda fraction, message: None)] == [
        "skipped", "done", "skipped",
    ]  # fmt: skip


def write_wave(path: Path, samples: np.ndarray) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.rint(samples * 32767).clip(-32768, 32767).astype("<i2").tobytes())
    return path
