from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from studio.errors import CannotWrite, MediaError, NotFound, NotMedia
from studio.video.ffmpeg import run_ffmpeg
from studio.video.frames import best_frame, keyframes


def test_the_sharp_frame_wins_over_black_blur_and_white(scenes: Path, tmp_path: Path):
    frame = best_frame(scenes, tmp_path / "latar.png")
    assert frame.at_s == pytest.approx(2.0)
    with Image.open(tmp_path / "latar.png") as picture:
        assert picture.size == (320, 180)
        assert len(set(picture.convert("RGB").resize((64, 36)).getdata())) > 100


def test_every_keyframe_is_measured_once(scenes: Path):
    frames = keyframes(scenes)
    assert [round(frame.at_s) for frame in frames] == [0, 1, 2, 3]
    assert [frame.lit for frame in frames] == [False, True, True, False]
    black, soft, sharp, _ = frames
    assert black.sharpness < soft.sharpness < sharp.sharpness
    assert black.entropy < 1 < soft.entropy


def test_a_dark_video_still_gives_a_frame(tmp_path: Path):
    video = tmp_path / "gelap.mp4"
    run_ffmpeg(["-f", "lavfi", "-i", "color=black:s=64x64:d=1", "-pix_fmt", "yuv420p", str(video)])
    assert not best_frame(video, tmp_path / "latar.jpg").lit
    assert (tmp_path / "latar.jpg").stat().st_size > 0


def test_a_turned_video_gives_an_upright_frame(scenes: Path, tmp_path: Path):
    turned = tmp_path / "putar.mp4"
    run_ffmpeg(["-display_rotation", "90", "-i", str(scenes), "-c", "copy", str(turned)])
    best_frame(turned, tmp_path / "latar.png")
    with Image.open(tmp_path / "latar.png") as picture:
        assert picture.size == (180, 320)


def test_sound_alone_has_no_frame(sound: Path, tmp_path: Path):
    with pytest.raises(MediaError) as caught:
        best_frame(sound, tmp_path / "latar.png")
    assert str(caught.value) == "suara.m4a has sound but no picture. Choose a video, or a picture for the background."
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_video_says_so(tmp_path: Path):
    (tmp_path / "catatan.mp4").write_text("bukan video", encoding="utf-8")
    with pytest.raises(NotMedia):
        best_frame(tmp_path / "catatan.mp4", tmp_path / "latar.png")
    with pytest.raises(NotFound):
        best_frame(tmp_path / "tidak ada.mp4", tmp_path / "latar.png")


def test_a_folder_that_cannot_be_made_says_so(scenes: Path, tmp_path: Path):
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    with pytest.raises(CannotWrite):
        best_frame(scenes, tmp_path / "berkas" / "latar.png")
