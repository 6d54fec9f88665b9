"""What a recording holds: its length, its picture as it is shown, and its sound."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.errors import NotMedia
from studio.media import open_media

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_ENDINGS_OF_PICTURES = ("_pipe", "image2", "gif")


@dataclass(frozen=True, slots=True)
class Media:
    """A recording. Lengths are in seconds.

    `width` and `height` are in square pixels as it is shown, after rotation; 0 without picture.
    `fps` is the mean rate, which is the only true one for the variable rates of telephones; 0 without picture.
    `rotation` is how far a player turns the stored picture clockwise: 0, 90, 180 or 270.
    """

    path: Path
    duration_s: float
    has_audio: bool
    has_video: bool
    width: int = 0
    height: int = 0
    fps: float = 0.0
    rotation: int = 0
    audio_s: float = 0.0


def probe(path: Path) -> Media:
    """What the recording at `path` holds. Raises NotFound, or NotMedia without sound and moving picture."""
    with open_media(path) as container:
        video = _picture(container)
        audio = container.streams.audio[0] if container.streams.audio else None
        if video is None and audio is None:
            what = (
                "a picture, not a recording"
                if container.streams.video
                else "no recording: it has neither sound nor picture"
            )
            raise NotMedia(f"{path} is {what}", "Choose a video or a sound file")
        duration = _seconds(container.duration, 1e-6) or _scanned_duration(path)
        audio_s = 0.0
        if audio is not None:
            audio_s = _seconds(audio.duration, audio.time_base) or duration
        if video is None:
            return Media(path, duration, audio is not None, False, audio_s=audio_s)
        rotation = _rotation(container, video)
        width, height = _shown_size(video)
        if rotation in (90, 270):
            width, height = height, width
        return Media(path, duration, audio is not None, True, width, height, _rate(video, duration), rotation, audio_s)


def _picture(container: InputContainer) -> VideoStream | None:
    from av.stream import Disposition

    if container.format.name.endswith(_ENDINGS_OF_PICTURES):
        return None
    # The cover of a song is a video stream of one frame.
    return next((s for s in container.streams.video if not s.disposition & Disposition.attached_pic), None)


def _seconds(ticks: int | None, unit: Any) -> float:
    return float(ticks * unit) if ticks and unit else 0.0


def _scanned_duration(path: Path) -> float:
    """The end of the last packet, for recordings of browsers and cameras that never wrote a length."""
    import av

    first, last = None, 0.0
    with open_media(path) as container:
        try:
            for packet in container.demux():
                if packet.pts is not None and packet.time_base is not None:
                    at = float(packet.pts * packet.time_base)
                    first = at if first is None else min(first, at)
                    last = max(last, at + float((packet.duration or 0) * packet.time_base))
        except av.error.FFmpegError:
            pass  # cut in the middle: what came before counts
    return last - (first or 0.0)


def _shown_size(video: VideoStream) -> tuple[int, int]:
    aspect = video.sample_aspect_ratio
    return round(video.width * float(aspect)) if aspect else video.width, video.height


def _rate(video: VideoStream, duration_s: float) -> float:
    rate = float(video.average_rate or 0)
    if not 1 <= rate <= 240 and video.frames and duration_s:
        rate = video.frames / duration_s
    if not 1 <= rate <= 240:
        rate = float(video.guessed_rate or 0)
    return rate if 1 <= rate <= 240 else 25.0


def _rotation(container: InputContainer, video: VideoStream) -> int:
    import av

    frame: VideoFrame | None = None
    with suppress(av.error.FFmpegError):  # where no frame can be decoded, the header's size is all there is
        frame = next(iter(container.decode(video)), None)
    # PyAV counts counterclockwise, in (-180, 180].
    return round(-frame.rotation / 90) % 4 * 90 if frame is not None else 0
