"""Parts of recordings put together by moviepy: trimmed, reframed, one after another, into one .mp4."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.files import whole_file
from studio.video.clips import SOUND_RATE, Frames, Sound
from studio.video.cut import seen_part
from studio.video.ffmpeg import Progress, encoding_error
from studio.video.probe import Media
from studio.video.quality import SPEED

# Shapes that differ by less are scaled to fit; others keep theirs, between black bars.
_ALIKE = 0.015


@dataclass(frozen=True, slots=True)
class Part:
    """A recording from `start` to `end` (seconds). `focus` is what stays in view where it fills another shape.

    None keeps all of the picture in view: smaller, between black bars where its shape is another one.
    """

    media: Media
    start: float
    end: float
    focus: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What is made: width and height in pixels (even), frames a second, x264's CRF."""

    size: tuple[int, int]
    fps: float
    quality: int


def put_together(parts: Sequence[Part], result: Result, out: Path, progress: Progress | None = None) -> Path:
    """Write `parts` one after another to `out` (.mp4), whole or not at all. Gives `out` back.

    Raises MediaError where a part cannot be decoded, EncodingFailed, OutOfSpace, CannotWrite.
    """
    from moviepy import concatenate_videoclips

    length = sum(part.end - part.start for part in parts)
    with whole_file(out) as temporary, ExitStack() as stack:
        # Beside the result: the sound of an hour takes 700 MB, and what a kill leaves there is swept away.
        name = stack.enter_context(tempfile.TemporaryDirectory(prefix=".siar-cut-", dir=out.parent))
        clips = []
        for number, part in enumerate(parts):
            if progress:
                progress(0.1 * number / len(parts), "Reading the sound")
            clips.append(_clip(part, result, Path(name) / f"{number}.raw", stack))
        whole = concatenate_videoclips(clips) if len(clips) > 1 else clips[0]
        try:
            whole.write_videofile(
                str(temporary),
                fps=result.fps,
                codec="libx264",
                preset=SPEED,
                audio_codec="aac",
                audio_bitrate="192k",
                audio_fps=SOUND_RATE,
                temp_audiofile=str(Path(name) / "sound.m4a"),
                ffmpeg_params=["-crf", str(result.quality), *_COLOURS, "-movflags", "+faststart"],
                logger=_logger(progress, length),
            )
        except OSError as error:
            raise encoding_error(str(error)) from error
    if progress:
        progress(1.0, "Cutting done")
    return out


# moviepy hands over RGB and says nothing of colours: players would take them for those of old television.
_COLOURS = (
    "-vf",
    "scale=out_color_matrix=bt709:out_range=tv,"
    "setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv",
)


def _clip(part: Part, result: Result, raw: Path, stack: ExitStack) -> Any:
    from moviepy import AudioClip, CompositeVideoClip, VideoClip

    media, wanted = part.media, result.size
    scale = (max if part.focus is not None else min)(wanted[0] / media.width, wanted[1] / media.height)
    size = (max(1, round(media.width * scale)), max(1, round(media.height * scale)))
    if part.focus is None and all(abs(a - b) <= _ALIKE * b for a, b in zip(size, wanted, strict=True)):
        size = wanted
    if part.focus is not None:
        size = (max(size[0], wanted[0]), max(size[1], wanted[1]))
    frames = Frames(media.path, media, size)
    stack.callback(frames.close)
    clip = VideoClip(frame_function=frames.at, duration=max(media.duration_s, part.end))
    clip = clip.with_fps(result.fps).subclipped(part.start, part.end)
    if part.focus is not None and size != wanted:
        left, top, _, _ = seen_part(size, wanted, part.focus)
        clip = clip.cropped(x1=left, y1=top, width=wanted[0], height=wanted[1])
    elif size != wanted:
        clip = CompositeVideoClip([clip.with_position("center")], size=wanted, bg_color=(0, 0, 0))
    if media.has_audio:
        length = part.end - part.start
        sound = Sound(media.path, part.start, length, raw)
        stack.callback(sound.close)
        clip = clip.with_audio(AudioClip(sound.at, duration=length, fps=SOUND_RATE))
    else:
        clip = clip.without_audio()
    return clip.with_duration(part.end - part.start)


def _logger(progress: Progress | None, length: float) -> Any:
    """moviepy's own way to tell how far it is, as ours; the sound is a tenth of the work."""
    from proglog import ProgressBarLogger

    class Logger(ProgressBarLogger):  # type: ignore[misc]
        """Hands on the bars' values."""

        def bars_callback(self, bar: str, attr: str, value: Any, old_value: Any = None) -> None:
            total = self.bars[bar].get("total") or 0
            if attr == "index" and total and progress:
                done = value / total
                if bar == "chunk":
                    progress(0.1 + 0.05 * done, "Cutting the sound")
                else:
                    progress(0.15 + 0.84 * done, f"Cutting {length * done:.0f} of {length:.0f} s")

    return Logger()
