"""One frame of a video with its captions on it, drawn by the very filter that burns them in."""

from __future__ import annotations

from pathlib import Path

from studio.errors import InvalidValue, MediaError
from studio.files import whole_file
from studio.subtitles.burn import Captions, drawing_filter
from studio.subtitles.cue import Cue
from studio.video.ffmpeg import file_argument, run_ffmpeg
from studio.video.probe import probe

PICTURES = (".png", ".jpg", ".jpeg")
# Two lines as long as they come, so that the look is judged by its hardest case.
SAMPLES = {
    "id": ("Begini nanti teksnya", "terlihat di layar, ya."),
    "en": ("This is how captions", "will look on screen."),
}


def caption_frame(
    video: Path, captions: Captions, out: Path, *, at_s: float | None = None, height: int | None = None
) -> float:
    """Write the frame of `video` at `at_s` (seconds; None: while the longest cue is read) with captions to `out`.

    `out` is a .png or .jpg of the video's own size as it is shown, or `height` pixels high. Gives the time back.
    Raises InvalidValue for a time outside the video, MediaError without picture, and what `burn` raises.
    """
    if out.suffix.lower() not in PICTURES:
        raise InvalidValue(f"{out.name} is no name for a picture", "Let it end with .png or .jpg")
    media = probe(video)
    if not media.has_video:
        raise MediaError(f"{video.name} has sound but no picture", "Choose a video")
    at = _telling(captions) if at_s is None else at_s
    if at_s is None and media.duration_s:
        at = min(at, max(0.0, media.duration_s - 0.2))
    if at < 0 or (media.duration_s and at >= media.duration_s):
        raise InvalidValue(
            f"{at:g} s is outside of {video.name}, which is {media.duration_s:.1f} s long", "Choose a time inside it"
        )
    scale = f",scale=-2:{height // 2 * 2}:flags=lanczos" if height else ""
    with drawing_filter(media, captions) as (folder, drawing), whole_file(out) as temporary:
        run_ffmpeg(
            [
                # Sought before it is decoded, a frame counts from zero: the captions need its own time.
                "-protocol_whitelist", "file", "-ss", f"{at:.3f}", "-i", file_argument(video), "-map", "0:V:0",
                "-vf", f"setpts=PTS+{at:.3f}/TB,{drawing},setpts=PTS-STARTPTS{scale}", "-frames:v", "1", "-q:v", "2",
                "-update", "1", file_argument(temporary),
            ],
            cwd=folder,
        )  # fmt: skip
        if temporary.stat().st_size == 0:
            raise MediaError(f"No frame of {video.name} can be decoded at {at:g} s", "Choose another time")
    return at


def sample_cue(language: str, start: float, end: float) -> Cue:
    """Two lines in that language (Whisper's code; English where we have none), for a video with no subtitles yet."""
    return Cue(start, end, SAMPLES.get(language, SAMPLES["en"]))


def _telling(captions: Captions) -> float:
    """A time at which a look shows what it does: two thirds into the cue with most letters."""
    if not captions.cues:
        return 0.0
    cue = max(captions.cues, key=lambda cue: len(cue.text))
    return cue.start + 0.66 * cue.duration_s
