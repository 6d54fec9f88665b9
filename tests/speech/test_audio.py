"""A recording's sound stays in step with its picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from studio.errors import NoSound, NotFound, NotMedia
from studio.speech.audio import RATE, audio_blocks, load_audio
from studio.video.ffmpeg import run_ffmpeg

PICTURE = ["-f", "lavfi", "-i", "color=gray:s=64x64:r=10:d=3"]


def heard(path: Path) -> list[tuple[float, float]]:
    """The stretches of `path` that hold a tone, in seconds."""
    loud = np.abs(load_audio(path)) > 0.02
    edges = np.flatnonzero(np.diff(np.r_[False, np.convolve(loud, np.ones(400), "same") > 0, False]))
    return [(start / RATE, end / RATE) for start, end in edges.reshape(-1, 2)]


def test_sound_is_mono_at_16_khz(tmp_path: Path) -> None:
    path = tmp_path / "stereo.wav"
    run_ffmpeg(["-f", "lavfi", "-i", "sine=440:d=2:r=44100", "-ac", "2", str(path)])

    samples = load_audio(path)

    assert samples.dtype == np.float32
    assert samples.shape == (2 * RATE,)
    assert 0.05 < np.abs(samples).max() <= 1


def test_sound_that_begins_late_stays_late(tmp_path: Path) -> None:
    path = tmp_path / "late.mp4"
    run_ffmpeg([*PICTURE, "-itsoffset", "0.5", "-f", "lavfi", "-i", "sine=440:d=2", "-c:a", "aac", str(path)])

    assert heard(path) == [pytest.approx((0.5, 2.5), abs=0.04)]


def test_a_gap_in_the_timestamps_is_silence(tmp_path: Path) -> None:
    path = tmp_path / "gap.mkv"
    tone = ["-f", "lavfi", "-i", "sine=440:d=3,aselect='not(between(t,1,2))'"]
    run_ffmpeg([*PICTURE, *tone, "-c:a", "pcm_s16le", str(path)])

    assert heard(path) == [pytest.approx((0, 1), abs=0.06), pytest.approx((2, 3), abs=0.06)]


def test_a_silence_of_hours_is_given_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "late.mkv"
    picture = ["-f", "lavfi", "-i", "color=black:s=16x16:r=1:d=202"]
    sound = ["-f", "lavfi", "-i", "anoisesrc=d=2:a=0.3", "-af", "asetpts=PTS+200/TB"]
    run_ffmpeg([*picture, *sound, "-c:a", "flac", str(path)])

    lengths = [len(block) / RATE for block in audio_blocks(path)]

    assert sum(lengths) == pytest.approx(202, abs=0.1)
    assert max(lengths) <= 60


def test_a_clock_that_does_not_begin_at_zero_is_shifted(tmp_path: Path) -> None:
    path = tmp_path / "camera.ts"
    tone = ["-f", "lavfi", "-i", "sine=440:d=2", "-c:v", "libx264", "-c:a", "aac"]
    run_ffmpeg([*PICTURE, *tone, "-output_ts_offset", "3600", "-f", "mpegts", str(path)])

    assert heard(path) == [pytest.approx((0, 2), abs=0.08)]


def test_blocks_are_the_sound_in_order(tmp_path: Path) -> None:
    path = tmp_path / "tone.flac"
    run_ffmpeg(["-f", "lavfi", "-i", "sine=440:d=2", str(path)])
    told: list[float] = []

    blocks = list(audio_blocks(path, lambda fraction, message: told.append(fraction)))

    assert len(blocks) > 10
    assert np.array_equal(np.concatenate(blocks), load_audio(path))
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1, abs=0.1)


def test_what_a_cut_file_still_holds_is_heard(tmp_path: Path) -> None:
    path = tmp_path / "tone.flac"
    run_ffmpeg(["-f", "lavfi", "-i", "anoisesrc=d=4:a=0.3", str(path)])
    cut = tmp_path / "cut.flac"
    cut.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    assert len(load_audio(cut)) / RATE == pytest.approx(2, abs=0.3)


def test_a_video_without_sound_is_told_apart_from_no_video(tmp_path: Path) -> None:
    silent = tmp_path / "bisu.mp4"
    run_ffmpeg([*PICTURE, str(silent)])
    (tmp_path / "naskah.mp4").write_text("Halo semuanya.\n" * 20)

    with pytest.raises(NoSound, match="has no sound"):
        load_audio(silent)
    with pytest.raises(NotMedia):
        load_audio(tmp_path / "naskah.mp4")
    with pytest.raises(NotFound):
        load_audio(tmp_path / "hilang.mp4")


def test_a_path_may_hold_any_sign(tmp_path: Path) -> None:
    path = tmp_path / "kelas: 'komisi' \"#8\" 🎧.flac"
    run_ffmpeg(["-f", "lavfi", "-i", "sine=440:d=1", str(tmp_path / "tone.flac")])
    (tmp_path / "tone.flac").rename(path)

    assert len(load_audio(path)) == RATE
