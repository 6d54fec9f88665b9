"""The sound of a recording as one array, in step with its picture from the first second to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import NoSound
from studio.media import open_media

if TYPE_CHECKING:
    import numpy as np
    from av.audio.frame import AudioFrame
    from av.audio.resampler import AudioResampler
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

RATE = 16_000
"""Samples a second of all sound in this room: what Whisper and Silero take."""

_SLACK_S = 0.04
"""Timestamps are rounded to the container's ticks; only what is off by more than this is a gap."""

_JUMP_S = 10.0
"""No gap inside a recording, and no overlap, is taken to be longer than this without the header's agreement."""

_SILENCE = 60 * RATE
"""A gap is given in pieces of this length at the most: one of hours must not be held at once."""

Progress = Callable[[float, str], None]


def load_audio(path: Path, progress: Progress | None = None) -> Samples:
    """The sound of `path` as mono float32 at 16 kHz, in -1 to 1, from the recording's own second 0.

    A late start and gaps between the timestamps are kept as silence, so that a time in the array is a time in the
    picture. What a cut file still holds is decoded. Raises NotFound, NotMedia, NoSound.
    """
    import numpy as np

    blocks = list(audio_blocks(path, progress))
    return np.concatenate(blocks) if blocks else np.zeros(0, np.float32)


def audio_blocks(path: Path, progress: Progress | None = None) -> Iterator[Samples]:
    """The same sound as `load_audio`, a few hundredths of a second at a time, for recordings of any length."""
    import av

    with open_media(path) as container:
        if not container.streams.audio:
            raise NoSound(f"{path} has no sound", "Export it with its sound track, or choose another recording")
        stream = container.streams.audio[0]
        length = container.duration / 1e6 if container.duration else 0.0
        track = _Track(container.start_time / 1e6 if container.start_time else 0.0, length)
        some = False
        frames = container.decode(stream)
        while True:
            try:
                frame = next(frames, None)
            except av.error.FFmpegError:
                break  # cut or damaged here: what came before is kept
            if frame is None:
                break
            for block in track.add(frame):
                some = True
                yield block
            if progress and length:
                progress(min(1.0, track.written / RATE / length), "Reading the sound")
        for block in track.rest():
            some = True
            yield block
        if not some:
            raise NoSound(f"The sound of {path} cannot be decoded", "Export the recording again as .mp4")


class _Track:
    """Resamples frames and puts each at its own time; seconds count from `start_s` of the container's clock."""

    def __init__(self, start_s: float, length_s: float) -> None:
        self.written = 0
        self._shift = start_s
        # Nothing lies far beyond the end that the header tells: such a timestamp is damage.
        self._latest = length_s + _JUMP_S if length_s else float("inf")
        self._resampler: AudioResampler | None = None
        self._source: tuple[str, str, int] | None = None
        self._taken = 0
        self._since = 0
        self._skip = 0

    def add(self, frame: AudioFrame) -> Iterator[Samples]:
        """The sound that comes out when `frame` goes in, with silence before it where its time asks for that."""
        import av
        import numpy as np

        source = (frame.format.name, frame.layout.name, frame.sample_rate)
        if source != self._source:
            yield from self.rest()
        if frame.pts is not None and frame.time_base is not None:
            at = float(frame.pts * frame.time_base) - self._shift
            off = at - self._heard_s()
            if off < -_JUMP_S or at > self._latest:
                self._shift += off  # the clock was set anew, as in joined takes: go on without a gap
            elif abs(off) > _SLACK_S:
                yield from self.rest()
                missing = round(at * RATE) - self.written
                if missing > 0:
                    self.written += missing
                    for part in range(missing, 0, -_SILENCE):
                        yield np.zeros(min(part, _SILENCE), np.float32)
                else:
                    self._skip = -missing  # this much was heard already
        if self._resampler is None:
            self._resampler = av.AudioResampler("flt", "mono", RATE)
            self._source, self._taken, self._since = source, 0, self.written - self._skip
        self._taken += frame.samples
        frame.pts = None
        yield from self._take(frame)

    def rest(self) -> Iterator[Samples]:
        """What the resampler still holds."""
        if self._resampler is not None:
            yield from self._take(None)
            self._resampler, self._source, self._skip = None, None, 0

    def _heard_s(self) -> float:
        """Seconds of sound taken in so far, those still inside the resampler included."""
        if self._source is None:
            return self.written / RATE
        return self._since / RATE + self._taken / self._source[2]

    def _take(self, frame: AudioFrame | None) -> Iterator[Samples]:
        import numpy as np

        assert self._resampler is not None
        for out in self._resampler.resample(frame):
            block: Samples = out.to_ndarray().reshape(-1).astype(np.float32, copy=False)
            cut = min(self._skip, len(block))
            self._skip -= cut
            self.written += len(block) - cut
            yield block[cut:]
