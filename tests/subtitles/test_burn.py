from __future__ import annotations

import shutil
import sys
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from studio.errors import CannotWrite, InvalidValue, MediaError, NotFound, NotMedia
from studio.subtitles.burn import burn, mux, mux_tracks
from studio.subtitles.cue import Cue
from studio.video.ffmpeg import run_ffmpeg
from studio.video.presets import PRESETS
from studio.video.probe import probe
from studio.video.quality import BEST, COARSEST, chosen_quality

CUES = [Cue(0.0, 1.0, ("Cahaya bagus itu", "nggak harus mahal.")), Cue(2.0, 3.0, ("Rp15.000 {saja} \\N",))]


def frames(path: Path) -> list[tuple[float, np.ndarray]]:
    with av.open(str(path)) as container:
        return [(float(frame.time), frame.to_ndarray(format="gray")) for frame in container.decode(video=0)]


def times(path: Path) -> list[float]:
    return [round(at, 3) for at, _ in frames(path)]


def drawn(picture: np.ndarray) -> tuple[float, float, float, float] | None:
    """Where something is drawn on the grey: left, top, right, bottom as shares of the picture; None for nothing."""
    differs = np.abs(picture.astype(int) - int(np.median(picture))) > 40
    if differs.sum() < 20:
        return None
    height, width = picture.shape
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    return columns[0] / width, rows[0] / height, (columns[-1] + 1) / width, (rows[-1] + 1) / height


def packets(path: Path, kind: str) -> list[bytes]:
    with av.open(str(path)) as container:
        return [bytes(packet) for packet in container.demux(**{kind: 0}) if packet.size]


def test_captions_are_drawn_while_they_are_said(clips: Path, tmp_path: Path):
    out = burn(clips / "wide.mp4", CUES, tmp_path / "out.mp4")
    for at, picture in frames(out):
        assert (drawn(picture) is not None) == (at < 1.0 or at >= 2.0), at


@pytest.mark.parametrize(
    ("clip", "preset", "zone"),
    [
        ("upright.mp4", None, (65 / 1080, 420 / 1920, 910 / 1080, 1248 / 1920)),
        ("upright.mp4", "tiktok", (65 / 1080, 250 / 1920, 910 / 1080, 1500 / 1920)),
        ("upright.mp4", "reels", (65 / 1080, 269 / 1920, 1015 / 1080, 1248 / 1920)),
        ("turned.mp4", None, (65 / 1080, 420 / 1920, 910 / 1080, 1248 / 1920)),
        ("wide.mp4", None, (0.06, 0.5, 0.94, 0.94)),
    ],
)
def test_captions_keep_to_the_safe_zone_and_its_lower_edge(clips: Path, tmp_path: Path, clip, preset, zone):
    long = [Cue(0, 3, ("WWW MMMM WWWWWW MMM WWW", "Simpan video ini, yuk gaspol"))]
    burn(clips / clip, long, tmp_path / "out.mp4", preset=PRESETS[preset] if preset else None)
    box = drawn(frames(tmp_path / "out.mp4")[10][1])
    assert box is not None
    left, top, right, bottom = box
    assert left >= zone[0] - 0.002
    assert right <= zone[2] + 0.002
    assert top >= zone[1]
    assert zone[3] - 0.03 < bottom <= zone[3] + 0.006  # the shadow may touch the edge
    assert abs((left + right) / 2 - 0.5) < 0.02


def test_a_turned_video_comes_out_upright(clips: Path, tmp_path: Path):
    media = probe(burn(clips / "turned.mp4", CUES, tmp_path / "out.mp4"))
    assert (media.width, media.height, media.rotation) == (270, 480, 0)


def test_a_variable_rate_is_kept(clips: Path, tmp_path: Path):
    before = times(clips / "variable.mp4")
    assert len({round(b - a, 3) for a, b in pairwise(before)}) > 1
    assert times(burn(clips / "variable.mp4", CUES, tmp_path / "out.mp4")) == before


def test_sound_is_copied_where_players_take_it(clips: Path, tmp_path: Path):
    out = burn(clips / "wide.mp4", CUES, tmp_path / "out.mp4")
    assert packets(out, "audio") == packets(clips / "wide.mp4", "audio")


def test_other_sound_becomes_aac(clips: Path, tmp_path: Path):
    with av.open(str(burn(clips / "opus.mkv", CUES, tmp_path / "out.mp4"))) as container:
        assert container.streams.audio[0].codec_context.name == "aac"


def test_a_silent_video_stays_silent(clips: Path, tmp_path: Path):
    assert not probe(burn(clips / "silent.mp4", CUES, tmp_path / "out.mp4")).has_audio


def test_odd_sides_are_made_even_and_the_picture_can_be_played_everywhere(clips: Path, tmp_path: Path):
    out = burn(clips / "odd.mkv", CUES, tmp_path / "out.mp4")
    with av.open(str(out)) as container:
        picture = container.streams.video[0]
        assert (picture.width, picture.height, picture.pix_fmt) == (480, 270, "yuv420p")


def test_colours_keep_their_meaning_and_the_index_stands_in_front(clips: Path, tmp_path: Path):
    out = burn(clips / "wide.mp4", CUES, tmp_path / "out.mp4")
    with av.open(str(out)) as container:
        context = container.streams.video[0].codec_context
        assert (context.color_primaries, context.color_trc, context.colorspace) == (1, 1, 1)
    data = out.read_bytes()
    assert 0 < data.index(b"moov") < data.index(b"mdat")


NAMES = [
    "dengan spasi dan 'kutip' \"ganda\".mp4",
    "C:titik dua, koma; [kurung] {kurawal} 100%d.mp4",
    "video 🛒 keranjang — kuning=ya&tidak#1.mp4",
    "-i.mp4",
    "p" * 196 + ".mp4",
]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("name", NAMES, ids=["quotes", "colons", "emoji", "option", "long"])
def test_names_may_hold_any_character(clips: Path, tmp_path: Path, name: str):
    folder = tmp_path / "a:b, 'c' [d] %03d 🎬"
    folder.mkdir()
    shutil.copy(clips / "silent.mp4", folder / name)
    out = folder / f"out{name[-150:]}"
    assert drawn(frames(burn(folder / name, CUES, out))[5][1]) is not None
    mux(folder / name, CUES, out)
    assert sorted(path.name for path in folder.iterdir()) == sorted([name, out.name])


def test_no_cues_leave_the_picture_as_it_is(clips: Path, tmp_path: Path):
    assert drawn(frames(burn(clips / "wide.mp4", [], tmp_path / "out.mp4"))[5][1]) is None


def test_progress_says_how_far_it_is(clips: Path, tmp_path: Path):
    seen: list[tuple[float, str]] = []
    burn(clips / "wide.mp4", CUES, tmp_path / "out.mp4", progress=lambda *step: seen.append(step))
    assert seen[-1] == (1.0, "Burning in done")
    assert any(
        message.startswith("Burning in 0:0") and message.split(",")[0].endswith("of 0:03") for _, message in seen
    )


def test_a_track_is_put_beside_untouched_picture_and_sound(clips: Path, tmp_path: Path):
    out = mux(clips / "turned.mp4", CUES, tmp_path / "out.mp4", "id")
    assert packets(out, "video") == packets(clips / "turned.mp4", "video")
    assert packets(out, "audio") == packets(clips / "turned.mp4", "audio")
    assert probe(out).rotation == probe(clips / "turned.mp4").rotation != 0
    with av.open(str(out)) as container:
        track = container.streams.subtitles[0]
        assert (track.codec_context.name, track.language) == ("mov_text", "ind")
        shown = b" ".join(bytes(packet) for packet in container.demux(track))
    assert b"nggak harus mahal." in shown
    assert b"Rp15.000 {saja}" in shown


def test_sound_alone_cannot_be_captioned(clips: Path, tmp_path: Path):
    with pytest.raises(MediaError) as caught:
        burn(clips / "sound.m4a", CUES, tmp_path / "out.mp4")
    assert str(caught.value) == (
        "sound.m4a has sound but no picture. Choose a video, or write its subtitles as a file such as .srt."
    )


def test_the_recording_is_never_replaced(clips: Path):
    before = (clips / "wide.mp4").read_bytes()
    with pytest.raises(InvalidValue, match="would replace the recording itself"):
        burn(clips / "wide.mp4", CUES, clips / "wide.mp4")
    assert (clips / "wide.mp4").read_bytes() == before


def test_what_cannot_be_made_says_why_and_leaves_nothing(clips: Path, tmp_path: Path):
    with pytest.raises(NotFound):
        burn(tmp_path / "none.mp4", CUES, tmp_path / "out.mp4")
    (tmp_path / "text.mp4").write_text("bukan video", encoding="utf-8")
    with pytest.raises(NotMedia):
        burn(tmp_path / "text.mp4", CUES, tmp_path / "out.mp4")
    with pytest.raises(InvalidValue, match=r"out\.avi is no name for a captioned video"):
        burn(clips / "wide.mp4", CUES, tmp_path / "out.avi")
    with pytest.raises(CannotWrite):
        burn(clips / "wide.mp4", CUES, tmp_path / "text.mp4" / "out.mp4")
    assert [path.name for path in tmp_path.iterdir()] == ["text.mp4"]


def tracks(path: Path) -> list[tuple[str, str, bool]]:
    """Codec, language and whether it is shown by itself, of each subtitle track."""
    with av.open(str(path)) as container:
        return [
            (one.codec_context.name, one.language or "und", bool(int(one.disposition) & 1))
            for one in container.streams.subtitles
        ]


ENGLISH = [Cue(0.0, 1.0, ("Good light",))]


def test_several_languages_become_as_many_tracks_and_the_first_is_shown(clips: Path, tmp_path: Path):
    out = mux_tracks(clips / "wide.mp4", {"id": CUES, "en": ENGLISH, "jw": ENGLISH}, tmp_path / "out.mp4")
    assert tracks(out) == [("mov_text", "ind", True), ("mov_text", "eng", False), ("mov_text", "jav", False)]
    with av.open(str(out)) as container:
        names = [one.metadata.get("handler_name") for one in container.streams.subtitles]
    assert names == ["Indonesia", "English", "Jawa"]


def test_tracks_that_are_there_are_kept_but_for_the_same_language(clips: Path, tmp_path: Path):
    first = mux_tracks(clips / "wide.mp4", {"id": CUES, "en": ENGLISH}, tmp_path / "first.mp4")
    again = mux(first, [Cue(0.5, 1.5, ("Cahaya baru",))], tmp_path / "again.mp4", "id")
    assert tracks(again) == [("mov_text", "ind", True), ("mov_text", "eng", False)]
    with av.open(str(again)) as container:
        shown = [b"".join(bytes(packet) for packet in container.demux(container.streams.subtitles[0]))]
    with av.open(str(again)) as container:
        shown.append(b"".join(bytes(packet) for packet in container.demux(container.streams.subtitles[1])))
    assert b"Cahaya baru" in shown[0]
    assert b"mahal" not in shown[0]
    assert b"Good light" in shown[1]
    assert packets(again, "video") == packets(clips / "wide.mp4", "video")
    assert packets(again, "audio") == packets(clips / "wide.mp4", "audio")


def test_text_tracks_go_from_mkv_to_mp4_and_back(clips: Path, tmp_path: Path):
    mkv = mux_tracks(clips / "wide.mp4", {"en": ENGLISH}, tmp_path / "a.mkv")
    assert tracks(mkv) == [("srt", "eng", True)]
    assert tracks(mux(mkv, CUES, tmp_path / "b.mp4", "id")) == [("mov_text", "ind", True), ("mov_text", "eng", False)]


def test_the_quality_is_that_of_the_source(clips: Path, tmp_path: Path):
    noise = ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=2,noise=alls=30:allf=t,format=yuv420p"]
    chosen = {}
    for name, crf in (("fine", "12"), ("coarse", "51")):
        path = tmp_path / f"{name}.mp4"
        run_ffmpeg([*noise, "-c:v", "libx264", "-preset", "veryfast", "-crf", crf, str(path)])
        chosen[name] = chosen_quality(path, probe(path))
    assert chosen == {"fine": BEST, "coarse": COARSEST}
    assert chosen_quality(clips / "odd.mkv", probe(clips / "odd.mkv")) == BEST  # it is lossless
