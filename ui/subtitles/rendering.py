"""Frames of recordings as images, read in a background thread: plain, or with captions as they will be burned in."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from studio.errors import MediaError

if TYPE_CHECKING:
    from studio.subtitles.burn import Captions
    from studio.subtitles.cue import Cue
    from studio.video.probe import Media

# Twice what is seen on most screens, so that letters are as crisp as in the video.
LONGEST_SIDE = 1280


@dataclass(frozen=True, slots=True)
class Footage:
    """A recording that is shown: what it holds, its cues, and the file that these came from (None for a sample)."""

    media: Media
    cues: tuple[Cue, ...] = ()
    source: Path | None = None

    @property
    def captioned(self) -> float:
        """A time at which there is a caption to be seen."""
        if not self.cues:
            return 0.0
        longest = max(self.cues, key=lambda cue: len(cue.text))
        return min(longest.start + 0.66 * longest.duration_s, max(0.0, self.media.duration_s - 0.2))


def footage(video: Path, subtitles: Path | None, language: str) -> Footage:
    """What `video` holds, with the cues of `subtitles`, else those beside it, else a sample in `language`."""
    from studio.actions.captions import beside, cues_with_words
    from studio.subtitles.preview import sample_cue
    from studio.video.probe import probe

    media = probe(video)
    if not media.has_video:
        raise MediaError(f"{video.name} has sound but no picture", "Choose a video")
    source = subtitles or beside(video, language)
    if source is not None:
        return Footage(media, tuple(cues_with_words(source)), source)
    return Footage(media, (sample_cue(language, 0.0, max(0.2, media.duration_s)),))


def captioned_frame(shown: Footage, captions: Captions, at_s: float) -> QImage:
    """The frame at `at_s` (seconds) with its captions, drawn by the filter that burns them in."""
    from studio.subtitles.preview import caption_frame

    media = shown.media
    height = min(media.height, round(media.height * LONGEST_SIDE / max(media.width, media.height)))
    with tempfile.TemporaryDirectory(prefix="siar-frame-") as folder:
        out = Path(folder) / "frame.png"
        caption_frame(media.path, replace(captions, cues=shown.cues), out, at_s=at_s, height=height)
        image = QImage(str(out))
    if image.isNull():
        raise MediaError(f"No frame of {media.path.name} can be shown", "Choose another time")
    return image


def plain_frame(media: Media, at_s: float, longest: int = 960) -> QImage:
    """The frame that is shown at `at_s` (seconds), turned as it is shown, its longer side `longest` pixels at most."""
    from studio.video.clips import Frames

    scale = min(1.0, longest / max(media.width, media.height))
    size = (max(2, round(media.width * scale)), max(2, round(media.height * scale)))
    frames = Frames(media.path, media, size)
    try:
        picture = frames.at(at_s)
    finally:
        frames.close()
    height, width = picture.shape[:2]
    # The copy owns its bytes; without it the picture would read memory that Python has given back.
    return QImage(picture.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888).copy()


def readable_of(paths: Sequence[Path]) -> Path | None:
    """The subtitle file to show of several: the one that people edit."""
    by_ending = {path.suffix.lower(): path for path in paths}
    return next((by_ending[ending] for ending in (".srt", ".vtt", ".ass") if ending in by_ending), None)
