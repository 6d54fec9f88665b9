"""Make the demo clips and the short ones of the tests: sound and true times by espeak-ng, pictures by scenes.py.

usage: clips.py [demo] [tests]      writes assets/demo/*.mp4 and *.json; tests/assets/heldout-*.flac and *.json
needs: Pillow, imageio-ffmpeg, soundfile, numpy, libespeak-ng.so.1
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import soundfile
from drawing import HEIGHT, KEPT, WIDTH
from PIL import Image
from scenes import SCENES
from speak import HERE, RATE, SENTENCES, record

DEMO = HERE.parent
TESTS = HERE.parents[2] / "tests" / "assets"
FRAMES, FADE = 25, 0.5  # a second; seconds

# name: language, voice, speed, seed of the pauses. Voices and speeds are held out of training.
CLIPS = {"cahaya-bagus": ("id", "id+f4", 150, 3), "hook-3-seconds": ("en", "en-us+f2", 150, 4)}
# name: language, voice, speed, seed, sentences
HELD_OUT = {"heldout-id": ("id", "id+m3", 178, 11, (0, 3, 9)), "heldout-en": ("en", "en-gb+m7", 178, 29, (1, 5, 7, 10))}


def _seen(still: Image.Image, share: float, inward: bool) -> Image.Image:
    """The frame at `share` of a still's time: a slow zoom by 6 %, in or out, towards a point above the middle."""
    zoom = 1 + 0.06 * (share if inward else 1 - share)
    w, h = WIDTH * KEPT / zoom, HEIGHT * KEPT / zoom
    left, top = (WIDTH * KEPT - w) / 2, (HEIGHT * KEPT - h) * 0.42
    return still.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC, (left, top, left + w, top + h), reducing_gap=2.0)


def frames(language: str, phrases: list[dict], seconds: float) -> Iterator[bytes]:
    """Every frame of a clip as RGB bytes; a still comes in just before its sentence."""
    scenes = SCENES[language]
    starts = [max(0.0, phrases[first]["start"] - 0.35) if first else 0.0 for first, _ in scenes]
    ends = [*starts[1:], seconds]
    stills = [draw().finished() for _, draw in scenes]
    for number in range(round(seconds * FRAMES)):
        at = number / FRAMES
        which = max(i for i, start in enumerate(starts) if start <= at)
        share = (at - starts[which]) / (ends[which] - starts[which] + FADE)
        frame = _seen(stills[which], share, which % 2 == 0)
        if which and at - starts[which] < FADE:
            last = (at - starts[which - 1]) / (ends[which - 1] - starts[which - 1] + FADE)
            mix = (at - starts[which]) / FADE
            frame = Image.blend(_seen(stills[which - 1], last, which % 2 == 1), frame, mix * mix * (3 - 2 * mix))
        yield frame.tobytes()


def make_demo(name: str) -> None:
    """Write one demo clip and its truth."""
    language, voice, speed, seed = CLIPS[name]
    sound, truth = record(language, SENTENCES[language], voice, speed, seed, 48_000)
    seconds = len(sound) / 48_000
    with tempfile.TemporaryDirectory() as folder:
        wav = Path(folder) / "sound.wav"
        soundfile.write(wav, sound, 48_000)
        picture = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(FRAMES), "-i", "-"]
        video = [
            "-c:v",
            "libx264",
            "-preset",
            "slow",
            "-crf",
            "25",
            "-tune",
            "animation",
            "-pix_fmt",
            "yuv420p",
            "-g",
            "100",
        ]
        audio = ["-c:a", "aac", "-b:a", "80k", "-ar", "48000", "-ac", "1"]
        tidy = ["-movflags", "+faststart", "-map_metadata", "-1", "-fflags", "+bitexact", "-threads", "2"]
        command = [
            imageio_ffmpeg.get_ffmpeg_exe(),
            "-v",
            "error",
            "-y",
            *picture,
            "-i",
            str(wav),
            *video,
            *audio,
            *tidy,
            str(DEMO / f"{name}.mp4"),
        ]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as ffmpeg:
            assert ffmpeg.stdin
            for frame in frames(language, truth["phrases"], seconds):
                ffmpeg.stdin.write(frame)
        if ffmpeg.returncode:
            raise RuntimeError(
                f"ffmpeg could not write {name}.mp4 (exit code {ffmpeg.returncode}); its message is above"
            )
    _tell(DEMO / f"{name}.json", truth)
    print(f"{name}.mp4: {seconds:.1f} s, {(DEMO / f'{name}.mp4').stat().st_size / 1000:.0f} kB")


def make_held_out(name: str) -> None:
    """Write one short clip of the tests and its truth."""
    language, voice, speed, seed, which = HELD_OUT[name]
    sound, truth = record(language, [SENTENCES[language][number] for number in which], voice, speed, seed)
    soundfile.write(TESTS / f"{name}.flac", (np.clip(sound, -1, 1) * 32767).astype(np.int16), RATE)
    _tell(TESTS / f"{name}.json", truth)
    print(f"{name}.flac: {len(sound) / RATE:.1f} s, {(TESTS / f'{name}.flac').stat().st_size / 1000:.0f} kB")


def _tell(path: Path, truth: dict) -> None:
    """Write `truth` with one phrase or word a line."""
    lines = [f' "{key}": {json.dumps(truth[key])}' for key in ("language", "voice", "speed")]
    for key in ("phrases", "words"):
        rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in truth[key])
        lines.append(f' "{key}": [\n{rows}\n ]')
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    wanted = sys.argv[1:] or ["demo", "tests"]
    if "tests" in wanted:
        TESTS.mkdir(parents=True, exist_ok=True)
        for clip in HELD_OUT:
            make_held_out(clip)
    if "demo" in wanted:
        for clip in CLIPS:
            make_demo(clip)
