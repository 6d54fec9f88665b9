"""What a recording holds, whatever it is called, and what is said of one that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.errors import NotFound, NotMedia
from studio.video.ffmpeg import run_ffmpeg
from studio.video.probe import Media, probe


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds of 320 x 180 at 25 frames a second, with a tone of one second that begins with the picture."""
    path = tmp_path_factory.mktemp("clip") / "clip.mp4"
    picture, tone = "testsrc2=s=320x180:r=25:d=2", "sine=440:d=1"
    run_ffmpeg(
        [*("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", tone, "-c:v", "libx264", "-c:a", "aac"), str(path)]
    )
    return path


def test_tells_lengths_size_and_rate(clip: Path) -> None:
    media = probe(clip)

    assert (media.has_video, media.has_audio) == (True, True)
    assert (media.width, media.height, media.rotation) == (320, 180, 0)
    assert media.fps == 25
    assert media.duration_s == pytest.approx(2.0, abs=0.05)
    assert media.audio_s == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize(("counterclockwise", "clockwise"), [(90, 270), (-90, 90), (180, 180)])
def test_a_turned_telephone_is_told_as_it_is_shown(
    clip: Path, tmp_path: Path, counterclockwise: int, clockwise: int
) -> None:
    turned = tmp_path / "turned.mp4"
    run_ffmpeg(["-display_rotation", str(counterclockwise), "-i", str(clip), "-c", "copy", str(turned)])

    media = probe(turned)

    assert media.rotation == clockwise
    assert (media.width, media.height) == ((320, 180) if clockwise == 180 else (180, 320))


def test_a_variable_rate_is_told_by_its_mean(tmp_path: Path) -> None:
    path = tmp_path / "telephone.mp4"
    # Every other frame of the last two seconds is missing: 75 frames in four seconds.
    source = "testsrc2=s=64x64:r=25:d=4,select='lt(n,50)+mod(n,2)'"
    run_ffmpeg(["-f", "lavfi", "-i", source, "-fps_mode", "vfr", "-c:v", "mpeg4", str(path)])

    assert probe(path).fps == pytest.approx(75 / 4, abs=0.3)


def test_pixels_that_are_not_square_are_made_so(tmp_path: Path) -> None:
    path = tmp_path / "wide.mp4"
    run_ffmpeg(["-f", "lavfi", "-i", "testsrc2=s=64x64:r=5:d=1", "-vf", "setsar=2", "-c:v", "libx264", str(path)])

    assert (probe(path).width, probe(path).height) == (128, 64)


def test_sound_alone_is_a_recording(sound: Path) -> None:
    media = probe(sound)

    assert media == Media(sound, media.duration_s, True, False, audio_s=media.audio_s)
    assert media.duration_s == pytest.approx(1.0, abs=0.05)


def test_a_recording_that_never_wrote_its_length_is_measured(clip: Path, tmp_path: Path) -> None:
    path = tmp_path / "browser.mkv"
    run_ffmpeg(["-i", str(clip), "-c", "copy", "-f", "matroska", "-live", "1", str(path)])

    assert probe(path).duration_s == pytest.approx(2.0, abs=0.1)


@pytest.mark.parametrize("name", ["bagian 2: 'akhir'.mp4", '"kutip" 100%d 🎬.mp4', "-awal.mp4", "a#b?c&d.mp4"])
def test_any_name_will_do(clip: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / name).write_bytes(clip.read_bytes())
    monkeypatch.chdir(tmp_path)

    assert probe(Path(name)).width == 320


def test_a_missing_file_and_a_folder_are_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no file"):
        probe(tmp_path / "hilang.mp4")
    with pytest.raises(NotFound, match="is a folder"):
        probe(tmp_path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"Halo semuanya, ini naskah.\n" * 50, "cannot be read as a recording"),
        (b"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://192.0.2.1/a.ts\n#EXT-X-ENDLIST\n", "video.mp4"),
        (b"ffconcat version 1.0\nfile /etc/hosts\n", "video.mp4"),
        (bytes(range(256)) * 40, "cannot be read as a recording"),
    ],
    ids=["empty", "a text", "a playlist", "a list", "noise"],
)
def test_what_is_no_recording_is_said_to_be_none(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "video.mp4"
    path.write_bytes(content)

    with pytest.raises(NotMedia, match=words):
        probe(path)


def test_a_picture_is_no_recording(tmp_path: Path) -> None:
    picture = tmp_path / "sampul.png"
    run_ffmpeg(["-f", "lavfi", "-i", "testsrc2=s=64x64:d=1:r=1", "-frames:v", "1", str(picture)])

    with pytest.raises(NotMedia, match="is a picture"):
        probe(picture)


def test_what_a_cut_recording_still_tells_is_told(clip: Path, tmp_path: Path) -> None:
    whole = tmp_path / "streamed.mp4"
    run_ffmpeg(["-i", str(clip), "-c", "copy", "-movflags", "+faststart", str(whole)])
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])

    assert (probe(cut).width, probe(cut).has_audio) == (320, True)


def test_a_recording_cut_before_its_index_is_said_to_be_unreadable(clip: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(clip.read_bytes()[: clip.stat().st_size // 2])

    with pytest.raises(NotMedia, match="copy it again"):
        probe(cut)
