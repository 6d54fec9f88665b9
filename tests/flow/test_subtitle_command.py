"""`siar subtitle`: real speech, both recognising engines, what is done is skipped, what is wrong is said."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from program import Siar

from studio.resources import assets

CLIPS = {"id": "cahaya-bagus", "en": "hook-3-seconds"}


def words_of(path: Path) -> list[dict[str, Any]]:
    words: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["words"]
    return words


def test_a_known_script_times_real_speech(siar: Siar, shared: Path, tmp_path: Path) -> None:
    real = shared / "real"
    told = siar(
        *("subtitle", real / "jfk.flac", "--script", real / "jfk.txt", "--engine", "script"),
        *("--format", "srt,json", "--out", tmp_path, "--json"),
    ).json
    (file,) = told["files"]
    assert (file["state"], file["engine"], file["model"]) == ("done", "script", "")
    document = json.loads(
        next(path for path in map(Path, file["outputs"]) if path.suffix == ".json").read_text("utf-8")
    )
    text = (real / "jfk.txt").read_text("utf-8")
    assert " ".join(cue["text"] for cue in document["cues"]).split() == text.split()
    starts = {}
    words = document["words"]
    for first, following in (("And", "so,"), ("ask", "not"), ("what", "your"), ("ask", "what")):
        starts[first, following] = next(
            one["start"] for one, after in pairwise(words) if (one["text"], after["text"]) == (first, following)
        )
    assert list(starts.values()) == pytest.approx([0.32, 3.33, 5.44, 8.22], abs=0.3)


@pytest.fixture(scope="module")
def recognised(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[dict[str, Any]]]:
    from program import run_siar

    out = tmp_path_factory.mktemp("recognised")
    found = {}
    for engine in ("fast", "whisper"):
        for language, clip in CLIPS.items():
            folder = out / engine
            told = run_siar(
                *("subtitle", assets("demo", f"{clip}.mp4"), "--engine", engine, "--language", language),
                *("--format", "json", "--out", folder, "--json"),
            ).json
            assert (told["files"][0]["engine"], told["files"][0]["model"]) == (engine, "demo")
            found[engine, language] = words_of(Path(told["files"][0]["outputs"][0]))
    return found


@pytest.mark.parametrize("language", CLIPS)
def test_both_engines_hear_the_same_words_at_the_same_times(
    recognised: dict[tuple[str, str], list[dict[str, Any]]], language: str
) -> None:
    fast, whisper = recognised["fast", language], recognised["whisper", language]
    assert [word["text"] for word in fast] == [word["text"] for word in whisper]
    apart = sorted(abs(one["start"] - other["start"]) for one, other in zip(fast, whisper, strict=True))
    assert apart[int(0.9 * len(apart))] < 0.3


@pytest.mark.parametrize("engine", ["fast", "whisper"])
@pytest.mark.parametrize("language", CLIPS)
def test_sentences_start_where_they_are_spoken(
    recognised: dict[tuple[str, str], list[dict[str, Any]]], engine: str, language: str
) -> None:
    truth = json.loads(assets("demo", f"{CLIPS[language]}.json").read_text("utf-8"))["phrases"]
    words = recognised[engine, language]
    said = " ".join(phrase["text"] for phrase in truth).split()
    assert [word["text"] for word in words] == said
    at = 0
    starts = []
    for phrase in truth:
        starts.append(words[at]["start"])
        at += len(phrase["text"].split())
    assert starts == pytest.approx([phrase["start"] for phrase in truth], abs=0.3)


def test_what_is_done_is_skipped_until_something_changes(siar: Siar, tmp_path: Path) -> None:
    script = tmp_path / "said.txt"
    script.write_text("Most viewers leave in the first three seconds. So show the product before you say hello.")
    command = (
        "subtitle",
        assets("demo", "hook-3-seconds.mp4"),
        "--script",
        script,
        "--engine",
        "script",
        "--language",
        "en",
    )
    command = (*command, "--out", tmp_path, "--json")
    states = [siar(*command).json["files"][0]["state"] for _ in range(2)]
    script.write_text("Most viewers leave in the first three seconds.")
    states += [siar(*command).json["files"][0]["state"], siar(*command, "--force").json["files"][0]["state"]]
    assert states == ["done", "skipped", "done", "done"]
    assert not list(tmp_path.glob("*(kept)*"))


def test_subtitles_that_were_edited_are_kept_beside_new_ones(siar: Siar, tmp_path: Path) -> None:
    clip = assets("demo", "hook-3-seconds.mp4")
    script = tmp_path / "said.txt"
    script.write_text("Most viewers leave in the first three seconds.")
    command = ("subtitle", clip, "--script", script, "--engine", "script", "--language", "en", "--out", tmp_path)
    assert siar(*command).code == 0
    made = tmp_path / "hook-3-seconds.en.srt"
    edited = made.read_text("utf-8").replace("viewers", "people")
    made.write_text(edited, "utf-8")
    assert siar(*command).code == 0
    assert made.read_text("utf-8") == edited
    also = siar(*command, "--format", "srt,vtt")
    assert "hook-3-seconds.en.srt was edited by hand: what is new was made from it." in also.out
    assert made.read_text("utf-8") == edited
    assert "people" in made.with_suffix(".vtt").read_text("utf-8")
    forced = siar(*command, "--force")
    assert forced.code == 0
    assert "  What was there is kept as hook-3-seconds.en (kept).srt\n" in forced.out
    assert "viewers" in made.read_text("utf-8")
    assert (tmp_path / "hook-3-seconds.en (kept).srt").read_text("utf-8") == edited


def test_what_cannot_be_is_refused_before_anything_is_made(siar: Siar, tmp_path: Path) -> None:
    clip = assets("demo", "hook-3-seconds.mp4")
    for wrong, said in (
        (("--language", "../../evil"), "../../evil is no language that can be recognised"),
        (("--format", ","), "No subtitle format is named"),
        (("--out", __file__), "is a file, not a folder"),
    ):
        ran = siar("subtitle", clip, "--out", tmp_path, *wrong)
        assert ran.code == 1
        assert said in ran.err
    assert not list(tmp_path.glob("*.srt"))


def test_a_gate_tells_what_needs_a_look_and_everything_is_written(siar: Siar, tmp_path: Path) -> None:
    script = tmp_path / "said.txt"
    script.write_text("Pertanggungjawabannyalahdemikian. So show the product before you say hello.")
    command = ("subtitle", assets("demo", "hook-3-seconds.mp4"), "--script", script, "--engine", "script")
    command = (*command, "--language", "en", "--out", tmp_path)
    for state in ("done", "skipped"):  # what was judged once is judged again
        ran = siar(*command, "--gate", "chars", "--json")
        (file,) = json.loads(ran.out)["files"]
        assert (ran.code, file["state"], file["look"]) == (3, state, ["chars"])
        assert "siar: note: hook-3-seconds.mp4 needs a look: chars" in ran.err
    assert Path(file["outputs"][0]).is_file()
    assert siar(*command, "--gate", "beyond_end").code == 0
