"""How long captions take to be burned in, beside encoding without them and beside moviepy's TextClip.

Run it as a script: `python tests/bench/burn_in.py [VIDEO] [--rounds N]`. Without a video it makes 8 s of 1080 x 1920.
Both ways of ffmpeg use the same quality and speed; rounds alternate, and the ratio is that of the medians.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from studio.speech.words import Word
from studio.subtitles.burn import burn
from studio.subtitles.cue import Cue
from studio.subtitles.looks import load_look
from studio.subtitles.profiles import default_profile
from studio.subtitles.segmentation import make_cues
from studio.subtitles.style import caption_style
from studio.video.ffmpeg import ffmpeg_path, run_ffmpeg
from studio.video.probe import Media, probe
from studio.video.quality import QUALITY, SPEED

SENTENCE = "Cahaya bagus itu nggak harus mahal, cukup satu jendela dan kertas putih."


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("video", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--styles", default="plain", help="plain, boxed, highlight, pop")
    parser.add_argument("--no-moviepy", action="store_true")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="siar-bench-") as name:
        folder = Path(name)
        video = wanted.video or made(folder / "source.mp4")
        media = probe(video)
        cues = make_cues(spoken(media.duration_s), default_profile(media.width, media.height, "id"), "id")
        print(f"{video.name}: {media.width} x {media.height}, {media.duration_s:.1f} s, {len(cues)} cues")
        looks = {name: load_look(name) for name in wanted.styles.split(",")}
        plain: list[float] = []
        burned: dict[str, list[float]] = {name: [] for name in looks}
        for _ in range(wanted.rounds):
            plain.append(timed(lambda: encode(video, folder / "plain.mp4")))
            for name, look in looks.items():
                out = folder / "burned.mp4"
                burned[name].append(
                    timed(lambda look=look, out=out: burn(video, cues, out, look=look, quality=QUALITY))
                )
        print(f"ffmpeg, no captions    {median(plain):7.2f} s  (x264 {SPEED}, CRF {QUALITY})")
        for name, times in burned.items():
            print(f"burned in, {name:11} {median(times):7.2f} s  {median(times) / median(plain):.2f} times")
        if not wanted.no_moviepy:
            way = timed(lambda: by_moviepy(media, cues, folder / "moviepy.mp4"))
            shares = way / median(next(iter(burned.values())))
            print(f"moviepy's TextClip     {way:7.2f} s  {shares:.2f} times the burning in")


def timed(work: Callable[[], object]) -> float:
    """Seconds that `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def made(path: Path) -> Path:
    """A moving picture with some detail and a tone."""
    run_ffmpeg([
        "-f", "lavfi", "-i", "testsrc2=s=1080x1920:r=30:d=8", "-f", "lavfi", "-i", "sine=440:d=8",
        "-vf", "gblur=2,noise=alls=6:allf=t,format=yuv420p",
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-c:a", "aac", str(path),
    ])  # fmt: skip
    return path


def spoken(duration_s: float) -> list[Word]:
    """Words at an easy pace, to the end."""
    words, at = [], 0.2
    while at < duration_s - 1:
        for text in SENTENCE.split():
            words.append(Word(text, at, at + 0.06 * len(text)))
            at += 0.06 * len(text) + 0.05
        at += 0.3
    return [word for word in words if word.end < duration_s]


def encode(video: Path, out: Path) -> None:
    """What `burn` does, without captions."""
    subprocess.run(
        [
            ffmpeg_path(), "-nostdin", "-y", "-loglevel", "error", "-i", str(video), "-map", "0:V:0", "-map", "0:a:0?",
            "-fps_mode:v", "passthrough", "-enc_time_base:v", "demux", "-c:v", "libx264", "-preset", SPEED,
            "-crf", str(QUALITY), "-pix_fmt", "yuv420p", "-c:a", "copy", "-movflags", "+faststart", str(out),
        ],
        check=True,
    )  # fmt: skip


def by_moviepy(media: Media, cues: list[Cue], out: Path) -> None:
    """The way of most tutorials: one TextClip a cue, laid over the video in Python."""
    from moviepy import CompositeVideoClip, TextClip, VideoFileClip

    style = caption_style(cues, (media.width, media.height))
    with VideoFileClip(str(media.path)) as source:
        texts = [
            TextClip(
                font=str(style.face.path),
                text=cue.text,
                font_size=round(style.em),
                color="white",
                stroke_color="black",
                stroke_width=round(style.outline),
                text_align="center",
            )
            .with_start(cue.start)
            .with_end(cue.end)
            .with_position(("center", media.height - style.margin_bottom - round(2.5 * style.em)))
            for cue in cues
        ]
        CompositeVideoClip([source, *texts]).write_videofile(
            str(out),
            codec="libx264",
            preset=SPEED,
            ffmpeg_params=["-crf", str(QUALITY)],
            audio_codec="aac",
            logger=None,
        )


if __name__ == "__main__":
    main()
