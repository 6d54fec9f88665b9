"""Subtitling loose files: every file its own names, what a person edited stays, what cannot be is refused at once."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from studio import actions
from studio.actions.subtitling import SubtitleOptions, run, subtitle_request, targets
from studio.errors import InvalidValue
from studio.store import Store
from studio.store.jobs import add_job
from studio.subtitles.files import read_cues
from studio.video.ffmpeg import run_ffmpeg

SPOKEN = Path(__file__).resolve().parents[1] / "assets" / "heldout-en.flac"
SAID = "So show the product before you say hello. Speak slowly and look into the lens."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with actions.open_studio(tmp_path / "w") as store:
        yield store


@pytest.fixture
def options(tmp_path: Path) -> SubtitleOptions:
    script = tmp_path / "said.txt"
    script.write_text(SAID, "utf-8")
    return SubtitleOptions(script=str(script), engine="script", language="en")


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return copied(tmp_path / "in" / "clip.flac")


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten seconds of grey with speech."""
    made = tmp_path_factory.mktemp("film") / "film.mp4"
    picture = ["-f", "lavfi", "-i", "color=gray:s=160x120:r=5:d=9.6"]
    run_ffmpeg([*picture, "-i", str(SPOKEN), "-shortest", "-pix_fmt", "yuv420p", str(made)], 9.6)
    return made


def copied(path: Path, source: Path = SPOKEN) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, path)
    return path


def made(store: Store, options: SubtitleOptions, *paths: Path) -> list[dict[str, Any]]:
    request = subtitle_request(store, paths, options)
    stored = add_job(store, request.title, request.function, request.arguments).arguments
    rows = run(**stored, progress=lambda fraction, message: None)
    json.dumps(rows, ensure_ascii=False).encode()
    return rows


def edit(path: Path) -> str:
    text = path.read_text("utf-8").replace("product", "basket")
    path.write_text(text, "utf-8")
    return text


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_recordings_of_one_name_get_subtitles_of_their_own(
    store: Store, options: SubtitleOptions, tmp_path: Path
) -> None:
    for name in ("a/clip.flac", "b/clip.flac", "b/other.flac"):
        copied(tmp_path / "in" / name)
    there = replace(options, out=str(tmp_path / "o"))
    first = made(store, there, tmp_path / "in")
    assert names(tmp_path / "o") == ["a-clip.en.srt", "b-clip.en.srt", "other.en.srt"]
    assert [row["outputs"] for row in first] == [
        [str(tmp_path / "o" / name)] for name in ("a-clip.en.srt", "b-clip.en.srt", "other.en.srt")
    ]
    again = made(store, there, tmp_path / "in" / "b", tmp_path / "in" / "a")
    assert [row["state"] for row in again] == ["skipped"] * 3


def stems(*paths: str, out: str = "") -> list[str]:
    return [one["stem"] for one in targets([Path(path) for path in paths], out)]


def test_a_name_has_more_in_it_only_where_it_must() -> None:
    assert stems("/a/clip.mp4", "/b/clip.mp4") == ["clip", "clip"]
    assert stems("/a/clip.mp4", "/a/clip.flac") == ["clip.mp4", "clip.flac"]
    assert stems("/a/clip.flac", "/a/clip.mp4") == ["clip.flac", "clip.mp4"]
    assert stems("/a/Clip.mp4", "/a/clip.flac", "/a/b.wav") == ["Clip.mp4", "clip.flac", "b"]
    assert stems("/a/clip.mp4", "/b/clip.mp4", out="/o") == ["a-clip", "b-clip"]
    assert stems("/a/clip.mp4", "/a/clip.wav", "/b/clip.mp4", out="/o") == ["a-clip.mp4", "a-clip.wav", "b-clip.mp4"]
    assert stems("/y/a/clip.mp4", "/x/a/clip.mp4", out="/o") == ["clip-2", "clip-1"]
    assert stems("/a/clip.mp4", "/a/clip.wav", "/a/clip.mp4.mov") == ["a-clip.mp4", "a-clip.wav", "clip.mp4"]


def test_further_formats_follow_the_subtitles_that_were_edited(
    store: Store, options: SubtitleOptions, clip: Path
) -> None:
    made(store, replace(options, formats=("srt", "json")), clip)
    srt = clip.with_name("clip.en.srt")
    text = edit(srt)
    more = replace(options, formats=("srt", "vtt", "json"))
    (row,) = made(store, more, clip)
    assert (row["state"], row["kept"], row["language"], row["engine"]) == ("done", [], "en", None)
    assert row["notes"] == ["clip.en.srt was edited by hand: what is new was made from it."]
    assert names(clip.parent) == ["clip.en.json", "clip.en.srt", "clip.en.vtt", "clip.flac"]
    assert row["outputs"] == [str(clip.with_name(f"clip.en.{name}")) for name in ("srt", "vtt", "json")]
    assert srt.read_text("utf-8") == text
    assert "basket" in clip.with_name("clip.en.vtt").read_text("utf-8")
    assert "basket" in clip.with_name("clip.en.json").read_text("utf-8")
    assert made(store, more, clip)[0]["state"] == "skipped"
    assert made(store, replace(more, language=None), clip)[0]["state"] == "skipped"


def test_captions_in_a_video_follow_the_subtitles_that_were_edited(
    store: Store, options: SubtitleOptions, tmp_path: Path, film: Path
) -> None:
    video = copied(tmp_path / "in" / "film.mp4", film)
    made(store, options, video)
    srt = video.with_name("film.en.srt")
    text = edit(srt)
    both = replace(options, mux=True, burn=True)
    (row,) = made(store, both, video)
    assert (row["state"], row["kept"]) == ("done", [])
    assert names(video.parent) == ["film.captioned.mp4", "film.en.srt", "film.mp4", "film.subtitled.mp4"]
    assert srt.read_text("utf-8") == text
    track = tmp_path / "track.srt"
    run_ffmpeg(["-i", str(video.with_name("film.subtitled.mp4")), str(track)], 9.6)
    assert [cue.text for cue in read_cues(track)] == [cue.text for cue in read_cues(srt)]
    assert made(store, both, video)[0]["state"] == "skipped"


def test_only_what_is_missing_is_made(store: Store, options: SubtitleOptions, clip: Path) -> None:
    made(store, options, clip)
    before = clip.with_name("clip.en.srt").stat().st_ino
    (row,) = made(store, replace(options, formats=("srt", "vtt")), clip)
    assert (row["state"], row["engine"]) == ("done", "script")
    assert clip.with_name("clip.en.srt").stat().st_ino == before


def test_edited_files_stay_when_the_script_changes_and_are_kept_beside_with_force(
    store: Store, options: SubtitleOptions, clip: Path
) -> None:
    made(store, options, clip)
    srt = clip.with_name("clip.en.srt")
    text = edit(srt)
    Path(options.script).write_text("Show the product. Speak slowly.", "utf-8")
    (row,) = made(store, options, clip)
    assert (row["state"], row["reason"]) == ("skipped", "It was edited by hand, and stays; --force makes it anew.")
    assert srt.read_text("utf-8") == text
    (row,) = made(store, replace(options, force=True), clip)
    kept = clip.with_name("clip.en (kept).srt")
    assert (row["state"], row["kept"]) == ("done", [str(kept)])
    assert kept.read_text("utf-8") == text
    assert "Show" in srt.read_text("utf-8")


def test_another_edited_format_stays_too(store: Store, options: SubtitleOptions, clip: Path) -> None:
    both = replace(options, formats=("srt", "vtt"))
    made(store, both, clip)
    text = edit(clip.with_name("clip.en.vtt"))
    Path(options.script).write_text("Show the product. Speak slowly.", "utf-8")
    assert made(store, both, clip)[0]["state"] == "done"
    assert clip.with_name("clip.en.vtt").read_text("utf-8") == text
    assert "Speak slowly" in clip.with_name("clip.en.srt").read_text("utf-8")
    assert made(store, both, clip)[0]["state"] == "skipped"


def test_an_edit_is_seen_where_the_language_is_detected(store: Store, options: SubtitleOptions, clip: Path) -> None:
    made(store, options, clip)
    made(store, replace(options, language="id"), clip)
    text = edit(clip.with_name("clip.en.srt"))
    (row,) = made(store, replace(options, language=None), clip)
    assert (row["language"], row["kept"]) == ("en", [])
    assert "clip.en.srt was edited by hand, and stays." in row["notes"]
    assert clip.with_name("clip.en.srt").read_text("utf-8") == text


def test_a_persons_own_file_of_that_name_is_kept_beside(store: Store, options: SubtitleOptions, clip: Path) -> None:
    clip.with_name("clip.en.srt").write_text("mine", "utf-8")
    (row,) = made(store, options, clip)
    assert row["kept"] == [str(clip.with_name("clip.en (kept).srt"))]
    assert clip.with_name("clip.en (kept).srt").read_text("utf-8") == "mine"


def test_another_language_and_back_keeps_nothing_beside(store: Store, options: SubtitleOptions, clip: Path) -> None:
    rows = [made(store, replace(options, language=code), clip)[0] for code in ("en", "id", "en", None, "id", "jv")]
    assert [row["state"] for row in rows] == ["done", "done", "skipped", "done", "skipped", "done"]
    assert names(clip.parent) == ["clip.en.srt", "clip.flac", "clip.id.srt", "clip.jv.srt"]
    assert made(store, replace(options, language="jawa"), clip)[0]["state"] == "skipped"


@pytest.mark.parametrize("language", ["klingon", "../../evil", "/etc"])
def test_a_language_that_is_none_is_refused(store: Store, options: SubtitleOptions, clip: Path, language: str) -> None:
    with pytest.raises(InvalidValue, match="is no language that can be recognised"):
        subtitle_request(store, [clip], replace(options, language=language))


def test_a_language_may_be_named_as_people_do(store: Store, options: SubtitleOptions, clip: Path) -> None:
    for named, code in (("Indonesian", "id"), ("EN", "en"), ("id-ID", "id"), ("", None), ("auto", None)):
        request = subtitle_request(store, [clip], replace(options, language=named))
        assert request.arguments["options"]["language"] == code


def test_no_format_and_a_file_as_the_folder_are_refused(store: Store, options: SubtitleOptions, clip: Path) -> None:
    with pytest.raises(InvalidValue, match="No subtitle format is named"):
        subtitle_request(store, [clip], replace(options, formats=()))
    for out in (clip, clip / "below"):
        with pytest.raises(InvalidValue, match=r"clip\.flac is a file, not a folder\. Choose a folder to write to\."):
            subtitle_request(store, [clip], replace(options, out=str(out)))


def test_a_file_whose_name_cannot_be_read_fails_alone(store: Store, options: SubtitleOptions, clip: Path) -> None:
    bad = Path(os.fsdecode(os.fsencode(clip.parent) + b"/caf\xe9.flac"))
    try:
        copied(bad)
    except OSError:
        return  # a disk that takes no such names has no such files
    rows = {row["input"]: row for row in made(store, options, clip.parent)}
    assert {name: row["state"] for name, row in rows.items()} == {
        str(clip): "done",
        str(clip.with_name("caf\ufffd.flac")): "failed",
    }
    assert (
        rows[str(clip.with_name("caf\ufffd.flac"))]["reason"] == "Its name cannot be read: rename it, then try again."
    )
    assert made(store, options, bad)[0]["state"] == "failed"
    with pytest.raises(InvalidValue, match="cannot be read"):
        subtitle_request(store, [clip], replace(options, out=str(bad.with_suffix(""))))
