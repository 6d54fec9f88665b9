"""`siar cut`, `siar styles` and `siar subtitle --preview`, as a person runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from program import Siar

from studio.resources import assets
from studio.video.probe import probe

CLIP = assets("demo", "hook-3-seconds.mp4")


def test_a_recording_is_cut_with_its_subtitles(siar: Siar, tmp_path: Path) -> None:
    film = tmp_path / "film 'satu': 1.mp4"
    film.write_bytes(CLIP.read_bytes())
    film.with_name("film 'satu': 1.en.srt").write_text("1\n00:00:02,000 --> 00:00:04,000\nHello\n", "utf-8")
    told = siar(
        *("--workspace", tmp_path / "w", "cut", film, "--start", "0:01.5", "--end", "4.5"),
        *("--reframe", "1:1", "--focus", "0.5,0.3", "--json"),
    ).json
    assert told["path"] == str(film.with_name("film 'satu': 1.cut.mp4"))
    assert told["pieces"] == [{"input": str(film), "start": 1.5, "end": 4.5, "at": 0.0}]
    media = probe(Path(told["path"]))
    assert media.width == media.height == told["width"]
    assert media.duration_s == pytest.approx(3.0, abs=0.1)
    (subtitles,) = told["subtitles"]
    assert Path(subtitles).read_text("utf-8").splitlines()[1] == "00:00:00,500 --> 00:00:02,500"
    assert film.read_bytes() == CLIP.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ((CLIP, "--start", "9:00"), 1, "siar: error: The start 9:00 lies beyond the end of hook-3-seconds.mp4"),
        ((CLIP,), 1, "siar: error: There is nothing to cut."),
        ((CLIP, "--end", "soon"), 1, 'siar: error: "soon" is no time.'),
        ((CLIP, "--end", "2", "--out", CLIP), 1, "would replace hook-3-seconds.mp4 itself."),
        ((), 2, "cut needs a FILE, or --item ITEM"),
        ((CLIP, "--focus", "0.5,0.5"), 2, "add --reframe 9:16"),
    ],
    ids=["beyond", "nothing", "time", "itself", "file", "focus"],
)
def test_what_cannot_be_cut_says_why(
    siar: Siar, tmp_path: Path, arguments: tuple[object, ...], code: int, says: str
) -> None:
    done = siar("--workspace", tmp_path / "w", "cut", *arguments)
    assert done.code == code
    assert says in done.err
    assert "Traceback" not in done.err


def test_an_item_asks_for_a_cut_and_for_a_style(siar: Siar, tmp_path: Path) -> None:
    workspace = ("--workspace", tmp_path / "w")
    item = siar(*workspace, "items", "add", "Hook", "--recording", CLIP, "--language", "en", "--json").json["id"]
    told = siar(*workspace, "cut", "--item", item, "--start", "1", "--reframe", "1:1", "--json").json
    assert told == {"id": item, "cut": {"start": 1.0, "shape": "1:1", "focus": [0.5, 0.5]}}
    steps = siar(*workspace, "ready", item, "--json").json[0]["steps"]
    assert [step["step"] for step in steps] == ["script", "thumbnail", "recording", "cut", "subtitles", "captioned"]
    styles = siar(*workspace, "styles", "--item", item, "--use", "pop", "--json").json
    assert {one["name"]: one["used"] for one in styles} == {
        "plain": False, "boxed": False, "highlight": False, "pop": True,
    }  # fmt: skip
    assert siar(*workspace, "cut", "--item", item, "--none").out == "The recording is not cut.\n"
    assert "neon" in siar(*workspace, "styles", "--item", item, "--use", "neon").err


def test_a_preview_shows_what_will_be_burned(siar: Siar, tmp_path: Path) -> None:
    out = tmp_path / "frame.png"
    told = siar(
        *("--workspace", tmp_path / "w", "subtitle", CLIP, "--preview", out, "--at", "1.5", "--style", "boxed"),
        *("--language", "en", "--json"),
    ).json
    assert (told["path"], told["at_s"], told["style"], told["sample"]) == (str(out), 1.5, "boxed", True)
    media = probe(CLIP)
    with Image.open(out) as image:
        assert image.size == (media.width, media.height)
    assert siar("--workspace", tmp_path / "w", "subtitle", CLIP, "--at", "1").code == 2
