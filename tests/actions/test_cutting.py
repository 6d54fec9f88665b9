"""Cutting real files: frames, colours, sound and subtitles are where they belong, and nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from studio import actions
from studio.actions.cutting import cut_request, item_cut, run, set_cut
from studio.errors import EncodingFailed, InvalidValue, MediaError, NoSound, NotFound, OutOfSpace
from studio.speech.words import Word
from studio.steps import produce, readiness
from studio.store import Store
from studio.subtitles.cue import Cue
from studio.subtitles.files import read_cues, read_words, write_subtitles
from studio.video.cut import Cut
from studio.video.ffmpeg import encoding_error, run_ffmpeg
from studio.video.probe import probe

SPOKEN = Path(__file__).resolve().parents[1] / "assets" / "heldout-en.flac"
RED, GREEN, BLUE = (200, 40, 30), (30, 160, 60), (40, 60, 200)


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wide clip that is red, green and blue for a second each; others that are odd in one way or another."""
    folder = tmp_path_factory.mktemp("takes")
    tagged = "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"
    tags = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"]
    coded = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "8", *tags]

    def colours(size: str, name: str, *sound: str, rate: int = 20) -> None:
        parts = [f"color=0x{'{:02x}{:02x}{:02x}'.format(*one)}:s={size}:r={rate}:d=1" for one in (RED, GREEN, BLUE)]
        inputs = [word for part in parts for word in ("-f", "lavfi", "-i", part)]
        graph = f"[0:v][1:v][2:v]concat=n=3:v=1,{tagged}[v]"
        maps = ["-map", "[v]", *(["-map", "3:a", "-c:a", "aac"] if sound else [])]
        run_ffmpeg([*inputs, *sound, "-filter_complex", graph, *maps, *coded, str(folder / name)])

    tone = ("-f", "lavfi", "-i", "sine=440:d=3")
    colours("320x180", "wide.mp4", *tone)
    colours("320x180", "silent.mp4")
    colours("180x320", "upright.mp4", *tone, rate=25)
    colours("202x114", "small.mp4", *tone, rate=12)
    turned = ["-display_rotation", "90", "-i", str(folder / "wide.mp4"), "-c", "copy"]
    run_ffmpeg([*turned, str(folder / "turned.mp4")])
    halves = "color=red:s=160x180:r=10:d=1[a];color=lime:s=160x180:r=10:d=1[b];[a][b]hstack,format=yuv420p"
    run_ffmpeg(["-f", "lavfi", "-i", halves, "-c:v", "libx264", "-preset", "ultrafast", str(folder / "halves.mp4")])
    varied = "select='lt(t,1)+not(mod(n,4))'"
    run_ffmpeg([
        "-i", str(folder / "wide.mp4"), "-vf", varied, "-fps_mode", "vfr", "-c:a", "copy", *coded,
        str(folder / "variable.mp4"),
    ])  # fmt: skip
    run_ffmpeg([
        "-f", "lavfi", "-i", "color=gray:s=160x90:r=5:d=12", "-itsoffset", "1.5", "-i", str(SPOKEN), "-t", "12",
        "-pix_fmt", "yuv420p", "-c:a", "aac", str(folder / "spoken.mp4"),
    ])  # fmt: skip
    run_ffmpeg(["-f", "lavfi", "-i", "sine=440:d=1", "-c:a", "aac", str(folder / "sound.m4a")])
    return folder


@pytest.fixture
def cut(store: Store, tmp_path: Path, clips: Path) -> Callable[..., dict[str, Any]]:
    def make(name: str, out: Path | None = None, **wanted: Any) -> dict[str, Any]:
        request = cut_request(store, clips / name, Cut(**wanted), out or tmp_path / "cut.mp4")
        told = run(**request.arguments, progress=lambda fraction, message: None)
        json.dumps(told)
        return told

    return make


def pictures(path: Path | str) -> list[tuple[float, np.ndarray]]:
    with av.open(str(path)) as container:
        return [(float(frame.time), frame.to_ndarray(format="rgb24")) for frame in container.decode(video=0)]


def colour_at(path: Path | str, seconds: float) -> tuple[int, ...]:
    frames = pictures(path)
    picture = next((frame for at, frame in reversed(frames) if at <= seconds + 1e-3))
    height, width = picture.shape[:2]
    return tuple(int(value) for value in picture[height // 2, width // 2])


def near(colour: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return max(abs(int(a) - b) for a, b in zip(colour, wanted, strict=True)) <= 10


def loudness(path: Path | str) -> np.ndarray:
    """The level of each tenth of a second."""
    from studio.speech.audio import RATE, load_audio

    samples = load_audio(Path(path))
    count = len(samples) // (RATE // 10)
    return np.sqrt(np.square(samples[: count * (RATE // 10)]).reshape(count, -1).mean(axis=1))


def test_a_trim_keeps_frames_colours_and_sound_where_they_belong(cut: Callable[..., dict[str, Any]]) -> None:
    told = cut("wide.mp4", start=0.5, end=2.5)
    media = probe(Path(told["path"]))
    assert (media.width, media.height, media.fps) == (320, 180, 20)
    assert media.duration_s == pytest.approx(2.0, abs=0.06)
    for at, wanted in ((0.1, RED), (0.45, RED), (0.55, GREEN), (1.45, GREEN), (1.55, BLUE), (1.9, BLUE)):
        assert near(colour_at(told["path"], at), wanted), at
    assert loudness(told["path"])[2:18].min() > 0.02
    with av.open(told["path"]) as container:
        context = container.streams.video[0].codec_context
        assert (context.colorspace, context.color_primaries, context.color_trc, context.pix_fmt) == (1, 1, 1, "yuv420p")
    data = Path(told["path"]).read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


def test_a_turned_and_a_varying_recording_come_out_right(cut: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    told = cut("turned.mp4", start=1.2)
    media = probe(Path(told["path"]))
    assert (media.width, media.height, media.rotation) == (180, 320, 0)
    assert near(colour_at(told["path"], 0.1), GREEN)
    told = cut("variable.mp4", tmp_path / "v.mp4", start=0.5)
    assert near(colour_at(told["path"], 0.4), RED)
    assert near(colour_at(told["path"], 0.75), GREEN)
    assert near(colour_at(told["path"], 1.8), BLUE)


def test_bumpers_stand_around_it_and_keep_their_shape(cut: Callable[..., dict[str, Any]], clips: Path) -> None:
    told = cut("silent.mp4", start=1.0, end=2.0, before=str(clips / "upright.mp4"), after=str(clips / "small.mp4"))
    assert told["duration_s"] == pytest.approx(7.0, abs=0.15)
    assert told["pieces"] == [
        {"input": str(clips / "silent.mp4"), "start": 1.0, "end": 2.0, "at": pytest.approx(3, abs=0.1)}
    ]
    frames = dict(pictures(told["path"]))
    first = next(iter(frames.values()))
    assert near(tuple(first[90, 160]), RED) and near(tuple(first[90, 20]), (0, 0, 0))  # bars beside the upright one
    assert near(colour_at(told["path"], told["pieces"][0]["at"] + 0.5), GREEN)
    levels = loudness(told["path"])
    assert levels[5:25].min() > 0.02 and levels[33:38].max() < 0.005 and levels[45:65].min() > 0.02


def test_takes_of_other_sizes_and_rates_are_joined(cut: Callable[..., dict[str, Any]], clips: Path) -> None:
    told = cut("wide.mp4", start=2.0, join=(str(clips / "small.mp4"), str(clips / "turned.mp4")))
    assert (told["width"], told["height"]) == (320, 180)
    assert [piece["at"] for piece in told["pieces"]] == [0.0, pytest.approx(1.0, abs=0.05), pytest.approx(4, abs=0.1)]
    frames = pictures(told["path"])
    assert near(colour_at(told["path"], 0.5), BLUE) and near(colour_at(told["path"], 1.5), RED)
    small = next(frame for at, frame in frames if at > 2.2)
    assert near(tuple(small[2, 2]), GREEN)  # an even scaling fills the picture


@pytest.mark.parametrize(("x", "wanted"), [(0.1, (254, 0, 0)), (0.9, (0, 255, 1))])
def test_reframing_keeps_the_focus_in_view(
    cut: Callable[..., dict[str, Any]], x: float, wanted: tuple[int, ...]
) -> None:
    told = cut("halves.mp4", shape=(9, 16), focus=(x, 0.5))
    assert (told["width"], told["height"]) == (102, 180)
    assert near(colour_at(told["path"], 0.5), wanted)


def test_speech_is_kept_with_some_air(cut: Callable[..., dict[str, Any]]) -> None:
    (piece,) = cut("spoken.mp4", speech=True)["pieces"]
    from studio.speech.audio import load_audio
    from studio.speech.voice import speech_spans

    spans = speech_spans(load_audio(SPOKEN))
    assert piece["start"] == pytest.approx(spans[0].start + 1.5 - 0.25, abs=0.15)
    assert piece["end"] == pytest.approx(min(12.0, spans[-1].end + 1.5 + 0.5), abs=0.15)


def test_subtitles_move_along(cut: Callable[..., dict[str, Any]], clips: Path, tmp_path: Path, store: Store) -> None:
    source = tmp_path / "in" / "film.mp4"
    other = tmp_path / "in" / "lain.mp4"
    source.parent.mkdir()
    source.write_bytes((clips / "silent.mp4").read_bytes())
    other.write_bytes((clips / "silent.mp4").read_bytes())
    cues = [Cue(0.0, 0.4, ("satu",)), Cue(0.8, 1.6, ("dua",)), Cue(2.0, 2.9, ("tiga",))]
    words = [Word("satu", 0.1, 0.3), Word("dua", 0.9, 1.5), Word("tiga", 2.0, 2.8)]
    for ending in ("id.srt", "id.json", "en.vtt", "id.ass", "id.ttml", "id.txt"):
        write_subtitles(cues, source.with_name(f"film.{ending}"), language="id", words=words)
    write_subtitles([Cue(0.5, 1.0, ("empat",))], other.with_name("lain.id.srt"))
    styled = source.with_name("film.id.ass")
    styled.write_text(styled.read_text("utf-8").replace("satu", r"satu").replace("dua", r"{\i1}dua"), "utf-8")
    request = cut_request(store, source, Cut(start=1.0, end=2.5, join=(str(other),)))
    told = run(**request.arguments, progress=lambda fraction, message: None)
    folder = source.parent
    assert Path(told["path"]) == folder / "film.cut.mp4"
    moved = [Cue(0.0, 0.6, ("dua",)), Cue(1.0, 1.5, ("tiga",)), Cue(2.0, 2.5, ("empat",))]
    assert read_cues(folder / "film.cut.id.srt") == moved
    assert read_cues(folder / "film.cut.id.ttml") == moved
    assert read_cues(folder / "film.cut.en.vtt") == moved[:2]
    assert [(word.text, word.start) for word in read_words(folder / "film.cut.id.json")] == [
        ("dua", 0.0),
        ("tiga", 1.0),
    ]
    assert "dua" in (folder / "film.cut.id.txt").read_text("utf-8")
    request = cut_request(store, source, Cut(start=1.0), folder / "satu take.mp4")
    run(**request.arguments, progress=lambda fraction, message: None)
    assert r"Dialogue: 0,0:00:00.00,0:00:00.60,Caption,,0,0,0,,{\i1}dua" in (folder / "satu take.id.ass").read_text(
        "utf-8"
    )


def test_a_subtitle_file_that_is_damaged_is_told_and_the_rest_moves(clips: Path, tmp_path: Path, store: Store) -> None:
    source = tmp_path / "film.mp4"
    source.write_bytes((clips / "silent.mp4").read_bytes())
    source.with_name("film.id.srt").write_text("1\n00:aa --> 00:bb\nx\n", "utf-8")
    write_subtitles([Cue(1.2, 2.0, ("dua",))], source.with_name("film.en.srt"))
    request = cut_request(store, source, Cut(start=1.0))
    told = run(**request.arguments, progress=lambda fraction, message: None)
    assert [Path(one).name for one in told["subtitles"]] == ["film.cut.en.srt"]
    (note,) = told["notes"]
    assert note.startswith("film.cut.id.srt was not made. film.id.srt: line 2 should be two times")


def test_what_lies_under_the_name_is_kept(cut: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    (tmp_path / "cut.mp4").write_bytes(b"someone's")
    told = cut("silent.mp4", end=1.0)
    assert told["kept"] == [str(tmp_path / "cut (kept).mp4")]
    assert cut("silent.mp4", end=0.5)["kept"] == []  # ours is made anew


def test_what_cannot_be_cut_says_why(
    store: Store, clips: Path, tmp_path: Path, cut: Callable[..., dict[str, Any]]
) -> None:
    for wanted, out, error, says in (
        (Cut(), None, InvalidValue, "There is nothing to cut"),
        (Cut(end=1), clips / "wide.mp4", InvalidValue, r"wide\.mp4 would replace wide\.mp4 itself"),
        (Cut(end=1), tmp_path / "a.avi", InvalidValue, "is no name for a cut video"),
        (Cut(before=str(tmp_path / "none.mp4")), None, NotFound, "There is no file"),
    ):
        with pytest.raises(error, match=says):
            cut_request(store, clips / "wide.mp4", wanted, out)
    for name, wanted, error, says in (
        ("wide.mp4", {"start": 90.0}, InvalidValue, "lies beyond the end"),
        ("sound.m4a", {"end": 0.5}, MediaError, "has sound but no picture"),
        ("silent.mp4", {"speech": True}, NoSound, "has no sound"),
        ("wide.mp4", {"speech": True}, InvalidValue, "Nobody speaks in wide.mp4"),
        ("wide.mp4", {"join": (str(clips / "sound.m4a"),)}, MediaError, r"sound\.m4a has sound but no picture"),
    ):
        with pytest.raises(error, match=says):
            cut(name, **wanted)
    assert not (tmp_path / "cut.mp4").exists()


def test_a_full_disk_and_a_broken_encoder_are_told_apart() -> None:
    assert isinstance(encoding_error("av_interleaved_write_frame(): No space left on device"), OutOfSpace)
    assert isinstance(encoding_error("Broken pipe\n\nUnknown encoder"), EncodingFailed)


def test_a_cut_of_an_item_is_a_step_of_its_own(store: Store, clips: Path) -> None:
    recording = store.workspace.media / "rekaman.mp4"
    recording.write_bytes((clips / "wide.mp4").read_bytes())
    bumper = store.workspace.media / "bumper.mp4"
    bumper.write_bytes((clips / "small.mp4").read_bytes())
    item = actions.add_item(store, "Tiga detik", recording="media/rekaman.mp4")
    assert readiness(store, item).step("cut") is None
    before = [step.step for step in readiness(store, item).steps]
    item = set_cut(store, item.id, Cut(start=1.0, before=str(bumper)))
    assert item.answers["_cut"] == {"start": 1.0, "before": "media/bumper.mp4"}
    assert item_cut(store, item).before == str(bumper)
    report = readiness(store, item)
    assert [step.step for step in report.steps] == [*before[:3], "cut", *before[3:]]
    assert (report.step("cut").state, report.step("subtitles").evidence) == ("missing", "Waits for the cut")
    (_, outcome) = produce(store, [item], only=["cut"])
    assert (outcome.state, outcome.reason) == ("made", "0:01 to 0:03; bumper before")
    made = readiness(store, item).step("cut")
    assert (made.state, made.evidence) == ("ready", "320×180 · 5.0 s")
    assert made.paths[0].name == "tiga-detik.cut.mp4"
    item = set_cut(store, item.id, Cut(start=2.0, before=str(bumper)))
    assert readiness(store, item).step("cut").evidence.startswith("The cut changed after it was made")
    bumper.unlink()
    assert readiness(store, item).step("cut").state == "failing"
    item = set_cut(store, item.id, Cut())
    assert readiness(store, item).step("cut") is None
    actions.undo(store)
    assert item_cut(store, actions.show_item(store, item.id)).start == 2.0


def test_a_cut_is_of_one_recording_and_not_of_those_that_repeat_it(store: Store) -> None:
    from datetime import date

    from studio.actions.series import repeat_item

    item = actions.add_item(store, "Kelas", kind="live", start="2026-12-02T19:00", answers={"_captions": "pop"})
    item = set_cut(store, item.id, Cut(start=1.0))
    repeat_item(store, item.id, "weekly until 2026-12-16", today=date(2026, 12, 1))
    answers = [one.answers for one in actions.list_items(store)]
    assert answers == [{"_captions": "pop", "_cut": {"start": 1.0}}, {"_captions": "pop"}, {"_captions": "pop"}]


def test_captions_are_burned_into_the_cut(store: Store, clips: Path) -> None:
    recording = store.workspace.media / "rekaman.mp4"
    recording.write_bytes((clips / "wide.mp4").read_bytes())
    item = actions.add_item(store, "Satu detik", recording="media/rekaman.mp4")
    item = set_cut(store, item.id, Cut(end=1.0, shape=(1, 1)))
    produce(store, [item], only=["cut"])
    from studio.steps.context import Context

    context = Context(store, item)
    assert context.footage == readiness(store, item).step("cut").paths[0]
    assert probe(context.footage).width == probe(context.footage).height == 180
