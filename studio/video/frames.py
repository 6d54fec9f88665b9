"""The frame of a video that makes the best background: well lit, sharp, and with something in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import MediaError
from studio.files import whole_file
from studio.media import open_media
from studio.video.ffmpeg import file_argument, run_ffmpeg
from studio.video.probe import probe

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LOOKED_AT = 40  # keyframes, spread evenly: about a third of a second's work
_WIDTH = 320
# Mean luma; darker is a fade or a lens cap, brighter a flash or a blank page.
_DARKEST, _BRIGHTEST = 10.0, 245.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A keyframe: when it is shown (seconds), and how it measures up."""

    at_s: float
    luma: float  # mean, 0 to 255
    sharpness: float  # variance of the Laplacian
    entropy: float  # bits of the histogram of luma, 0 to 8

    @property
    def lit(self) -> bool:
        """Whether there is light in it, and not too much."""
        return _DARKEST <= self.luma <= _BRIGHTEST


def best_frame(video: Path, out: Path) -> Frame:
    """Write the best keyframe of `video` to `out` (.png or .jpg) in full size, turned as it is shown.

    Frames are ranked by sharpness and by entropy, those that are too dark or too bright behind all others.
    Raises NotFound, NotMedia, MediaError where there is no picture, EncodingFailed, OutOfSpace, CannotWrite.
    """
    frames = keyframes(video)
    if not frames:
        raise MediaError(f"No frame of {video.name} can be decoded", "Check that the video plays, then try again")
    best = _best(frames)
    with whole_file(out) as temporary:
        run_ffmpeg(
            [
                "-protocol_whitelist", "file", "-ss", f"{best.at_s:.6f}", "-i", file_argument(video),
                "-map", "0:V:0", "-frames:v", "1", "-q:v", "2", "-update", "1", file_argument(temporary),
            ]
        )  # fmt: skip
    return best


def _best(frames: list[Frame]) -> Frame:
    def rank(values: list[float]) -> dict[float, int]:
        return {value: place for place, value in enumerate(sorted(set(values)))}

    sharp, rich = rank([frame.sharpness for frame in frames]), rank([frame.entropy for frame in frames])
    return max(frames, key=lambda frame: (frame.lit, sharp[frame.sharpness] + rich[frame.entropy], frame.sharpness))


def keyframes(video: Path, most: int = _LOOKED_AT) -> list[Frame]:
    """Up to `most` keyframes of `video`, spread over its length, each measured at 320 pixels' width.

    Raises NotFound, NotMedia, or MediaError where there is no picture.
    """
    import av

    media = probe(video)
    if not media.has_video:
        raise MediaError(f"{video.name} has sound but no picture", "Choose a video, or a picture for the background")
    found: dict[int, Frame] = {}
    with open_media(video) as container:
        stream = container.streams.video[0]
        stream.codec_context.skip_frame = "NONKEY"
        stream.thread_type = "AUTO"
        base = stream.time_base
        if base is None:
            return []
        first = stream.start_time or 0
        for number in range(most):
            target = first + int(media.duration_s * number / most / base)
            try:
                container.seek(target, stream=stream)
                picture = next(iter(container.decode(stream)), None)
            except av.error.FFmpegError:
                continue  # a damaged part: the other frames will do
            if picture is None or picture.pts is None or picture.pts in found:
                continue
            height = max(2, round(picture.height * _WIDTH / picture.width))
            small: NDArray[np.uint8] = picture.reformat(_WIDTH, height, "gray").to_ndarray().astype("uint8")
            found[picture.pts] = _measured(float((picture.pts - first) * base), small)
    return list(found.values())


def _measured(at_s: float, luma: NDArray[np.uint8]) -> Frame:
    import numpy as np

    values = luma.astype(np.float32)
    inner = values[1:-1, 1:-1]
    around = values[:-2, 1:-1] + values[2:, 1:-1] + values[1:-1, :-2] + values[1:-1, 2:]
    shares = np.bincount(luma.ravel(), minlength=256) / luma.size
    shares = shares[shares > 0]
    entropy = float(-(shares * np.log2(shares)).sum())
    return Frame(max(0.0, at_s), float(values.mean()), float((around - 4 * inner).var()), entropy)
