"""What a person can get wrong: exit code 1, one sentence and what to do, no traceback, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import wave
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def fails(*arguments: object, workspace: Path | None = None, code: int = 1) -> str:
    chosen = ["--workspace", str(workspace)] if workspace else []
    command = [sys.executable, "-m", "studio.cli", *chosen, *(str(argument) for argument in arguments)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=env, timeout=120)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    said = [line for line in done.stderr.splitlines() if line.startswith("siar: error: ")]
    assert len(said) == 1, done.stderr
    return said[0].removeprefix("siar: error: ")


@pytest.fixture
def silent_video(tmp_path: Path) -> Path:
    import imageio_ffmpeg

    path = tmp_path / "tanpa suara.mp4"
    picture = ["-f", "lavfi", "-i", "color=teal:size=64x64:rate=5:duration=1"]
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *picture, str(path)], check=True, timeout=60)
    return path


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "rekaman.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(b"\0\0" * 16_000)
    return path


def test_a_missing_file(tmp_path: Path) -> None:
    said = fails("subtitle", tmp_path / "tidak ada.mp4", "--engine", "script")
    assert f"There is no file {tmp_path / 'tidak ada.mp4'}. Check the name, or choose the file again." in said


def test_a_file_that_is_no_media(tmp_path: Path) -> None:
    path = tmp_path / "catatan.mp4"
    path.write_text("just some notes, not a video")
    assert "catatan.mp4" in (said := fails("subtitle", path))
    assert said.count(".") >= 2


def test_a_video_with_no_sound(silent_video: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.txt"
    script.write_text("Halo semua.")
    said = fails("subtitle", silent_video, "--script", script, "--engine", "script")
    assert "sound" in said


def test_an_unknown_checkpoint(sound: Path) -> None:
    said = fails("subtitle", sound, "--engine", "fast", "--model", "gigantic")
    assert "gigantic" in said


def test_no_checkpoint_and_no_script(sound: Path) -> None:
    assert "siar models get" in fails("subtitle", sound)


def test_a_read_only_workspace(tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    root.mkdir()
    root.chmod(0o555)
    try:
        said = fails("items", "add", "Judul", workspace=root)
    finally:
        root.chmod(0o755)
    assert str(root) in said


def test_a_database_of_a_newer_schema(tmp_path: Path) -> None:
    from studio.store import open_store
    from studio.workspace import open_workspace

    with open_store(open_workspace(tmp_path)):
        pass
    with sqlite3.connect(tmp_path / "siar.db") as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    said = fails("items", "list", workspace=tmp_path)
    assert "999" in said and "newer" in said


def test_a_database_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "siar.db").write_bytes(b"this is no database at all" * 100)
    fails("items", "list", workspace=tmp_path)
    assert (tmp_path / "siar.db").read_bytes().startswith(b"this is no database")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("items", "show", "99"), "99"),
        (("items", "add", "Judul", "--start", "besok pagi"), "besok pagi"),
        (("items", "add", "Judul", "--stage", "finished"), "finished"),
        (("items", "add", "  "), "title"),
        (("undo",), "There is nothing to undo. Every change that you make from now on can be undone."),
        (("thumbnail", "1"), "1"),
        (("models", "get", "gigantic"), "gigantic"),
        (("restore", "nowhere.db"), "nowhere.db"),
    ],
)
def test_other_wrong_input(arguments: tuple[str, ...], part: str, tmp_path: Path) -> None:
    assert part in fails(*arguments, workspace=tmp_path / "w")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("items", "add"), "usage: siar items add"),
        (("items", "set", "1", "novalue"), '"novalue" has no value: write it as NAME=VALUE'),
        (("script", "1", "--set", "hook"), '"hook" has no value: write it as NAME=VALUE'),
        (("thumbnail", "1", "--preset", " , "), "argument --preset: it names nothing"),
        (("produce",), "siar produce: error: produce needs items, or --due DAYS"),
        (("produce", "1", "--due", "7"), "siar produce: error: produce needs items, or --due DAYS"),
    ],
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...], part: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "studio.cli", "--workspace", str(tmp_path), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=60)
    assert (done.returncode, part in done.stderr) == (2, True), done.stderr


def test_an_answer_from_a_file_that_is_missing_or_no_text(tmp_path: Path) -> None:
    binary = tmp_path / "bin.txt"
    binary.write_bytes(b"\xff\xfe\x00")
    add = [sys.executable, "-m", "studio.cli", "--workspace", str(tmp_path / "w"), "items", "add", "Judul"]
    subprocess.run(add, check=True, capture_output=True, cwd=ROOT, timeout=60)
    said = fails("script", "1", "--set", f"hook=@{binary}", workspace=tmp_path / "w")
    assert said == f"{binary} is no text in UTF-8. Save it as plain text (UTF-8), then try again."
    missing = tmp_path / "missing.txt"
    said = fails("script", "1", "--set", f"hook=@{missing}", workspace=tmp_path / "w")
    assert said == f"There is no file {missing}. Check the name, or choose the file again."


def test_a_workspace_in_a_synchronised_folder_is_noted_once_and_the_command_goes_on(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "studio.cli", "--workspace", str(tmp_path / "Dropbox"), "items", "list", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=60)
    assert (done.returncode, done.stdout) == (0, "[]\n")
    assert done.stderr.startswith(f"siar: note: The workspace {tmp_path / 'Dropbox'} lies in a folder that Dropbox")
    assert done.stderr.count("siar: note: ") == 1


def test_part_of_a_batch_fails_with_3_and_the_rest_is_done(sound: Path, tmp_path: Path) -> None:
    (tmp_path / "rusak.mp4").write_bytes(b"\0" * 100)
    clip = ROOT / "assets" / "demo" / "hook-3-seconds.mp4"
    script = tmp_path / "said.txt"
    script.write_text("Most viewers leave in the first three seconds.")
    out = tmp_path / "out"
    files = (clip, tmp_path / "rusak.mp4")
    said = fails("subtitle", *files, "--engine", "script", "--script", script, "--language", "en", "--out", out, code=3)
    assert said.startswith("rusak.mp4: ")
    assert (out / "hook-3-seconds.en.srt").is_file()
