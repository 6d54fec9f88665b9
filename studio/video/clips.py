"""The frames and the sound of a recording for moviepy: each frame at its own time, turned as shown, in true colours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.errors import MediaError
from studio.media import open_media
from studio.video.ffmpeg import file_argument, run_ffmpeg
from studio.video.probe import Media

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]

SOUND_RATE = 48_000
_STANDARD_RATES = (24.0, 25.0, 30.0, 50.0, 60.0)
# The matrices of ISO/IEC 23091-2 (left) as libswscale counts them.
_MATRICES = {1: 1, 4: 4, 5: 5, 6: 5, 7: 7, 9: 9}
# A seek costs as much as decoding about so many seconds.
_AHEAD_S = 4.0


def frame_rate(path: Path) -> float:
    """The frames a second for a result that is made from `path`: its own rate where it is steady, 60 at most.

    A telephone's rate that varies gives the standard rate that misses none of its frames.
    """
    with open_media(path) as container:
        stream = container.streams.video[0]
        mean = float(stream.average_rate or stream.guessed_rate or 25)
        base = float(stream.base_rate or mean)
    if 1 <= mean <= 60 and abs(base - mean) / mean < 0.01:
        return round(mean, 2)  # moviepy tells ffmpeg two digits
    return next((rate for rate in _STANDARD_RATES if rate >= min(mean, 60) - 0.5), 60.0)


class Frames:
    """The frames of one recording, found by time: `at` gives the one that is shown then.

    moviepy's own reader takes a rate for granted that varies, and knows nothing of a clock that begins late.
    """

    def __init__(self, path: Path, media: Media, size: tuple[int, int]) -> None:
        """`size` (pixels, as shown) is what frames are scaled to."""
        self._path, self._media, self._size = path, media, size
        self._opened: Any = None
        self._frames: Iterator[Any] = iter(())
        self._now: tuple[float, Any] | None = None
        self._next: tuple[float, Any] | None = None
        self._picture: tuple[float, Picture] | None = None

    def at(self, seconds: float) -> Picture:
        """The picture that is shown at `seconds`, as height x width x 3 bytes."""
        if self._now is None or seconds < self._now[0] - 1e-6 or seconds > self._now[0] + _AHEAD_S:
            self._seek(seconds)
        while self._next is not None and self._next[0] <= seconds + 1e-6:
            self._now, self._next = self._next, self._read()
        assert self._now is not None
        if self._picture is None or self._picture[0] != self._now[0]:
            self._picture = self._now[0], self._drawn(self._now[1])
        return self._picture[1]

    def close(self) -> None:
        """Close the recording."""
        if self._opened is not None:
            self._opened.__exit__(None, None, None)
            self._opened = None

    def _seek(self, seconds: float) -> None:
        self.close()
        self._opened = open_media(self._path)
        self._container = self._opened.__enter__()
        self._stream = self._container.streams.video[0]
        self._stream.thread_type = "AUTO"
        self._begins = self._container.start_time / 1e6 if self._container.start_time else 0.0
        if seconds > _AHEAD_S:
            # A little earlier, since some files' indexes point behind what they name.
            self._container.seek(int((seconds + self._begins - 0.5) * 1e6))
        self._frames = iter(self._container.decode(self._stream))
        self._now = self._read()
        if self._now is None and seconds > _AHEAD_S:  # sought beyond the last frame
            self._container.seek(int(max(0.0, self._begins) * 1e6))
            self._frames = iter(self._container.decode(self._stream))
            self._now = self._read()
        if self._now is None:
            raise MediaError(f"No frame of {self._path.name} can be decoded", "Check that it plays, then try again")
        self._next = self._read()
        self._picture = None

    def _read(self) -> tuple[float, Any] | None:
        import av

        while True:
            try:
                frame = next(self._frames, None)
            except av.error.FFmpegError:
                return None  # cut or damaged here: the last frame stays
            if frame is None:
                return None
            if frame.time is not None:
                return float(frame.time) - self._begins, frame

    def _drawn(self, frame: Any) -> Picture:
        import numpy as np

        turned = self._media.rotation in (90, 270)
        width, height = (self._size[1], self._size[0]) if turned else self._size
        # Where a file does not say, players take the colours of television: of the old one below 720 lines.
        usual = 1 if min(frame.width, frame.height) >= 720 else 5
        matrix = _MATRICES.get(int(frame.colorspace), usual)
        rgb = frame.reformat(width, height, "rgb24", src_colorspace=matrix, interpolation="BICUBIC")
        picture: Picture = np.rot90(rgb.to_ndarray(), k=-(self._media.rotation // 90) % 4)
        return np.ascontiguousarray(picture)


class Sound:
    """The sound of one recording from `start` on, exactly `length` seconds (stereo, 48 kHz), in step with the picture.

    Gaps and a late start become silence. It is kept in `raw`, since an hour of it would fill the memory: moviepy's
    own reader loses a late start, and leaves its pipes open. Raises EncodingFailed, OutOfSpace.
    """

    def __init__(self, path: Path, start: float, length: float, raw: Path) -> None:
        import numpy as np

        whole = f"aresample={SOUND_RATE}:async=1:first_pts=0,atrim=start={start:.6f},asetpts=PTS-STARTPTS,apad"
        run_ffmpeg(
            [
                "-protocol_whitelist", "file", "-i", file_argument(path), "-map", "0:a:0", "-vn",
                "-af", whole, "-t", f"{length:.6f}", "-ac", "2", "-ar", str(SOUND_RATE), "-f", "s16le",
                file_argument(raw),
            ],
            length,
        )  # fmt: skip
        self._samples: Any = np.memmap(raw, "<i2", "r").reshape(-1, 2) if raw.stat().st_size else None

    def at(self, seconds: Any) -> Any:
        """The samples at these times (one, or an array of n), as 2 or n x 2 numbers from -1 to 1."""
        import numpy as np

        places = np.round(np.asarray(seconds) * SOUND_RATE).astype(np.int64)
        if self._samples is None:
            return np.zeros((*places.shape, 2))
        inside = (places >= 0) & (places < len(self._samples))
        values = self._samples[np.clip(places, 0, len(self._samples) - 1)] / 32768.0
        return values * inside[..., None]

    def close(self) -> None:
        """Let go of the file: Windows removes none that is in use."""
        if self._samples is not None:
            self._samples._mmap.close()
            self._samples = None
