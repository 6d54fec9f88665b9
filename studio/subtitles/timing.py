"""When cues are shown: as they are spoken, long enough to be read, never over one another.

Works in whole milliseconds, which is what subtitle files hold, so that a gap is the same in memory and on disk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from studio.subtitles.profiles import Profile


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a cue has to cover: speech from `start` to `end` (seconds), and `chars` characters to read."""

    start: float
    end: float
    chars: int


@dataclass(frozen=True, slots=True)
class _Limits:
    gap: int
    close: int
    linger: int
    least: int
    most: int
    frame: int


def show_times(
    spoken: Sequence[Spoken], profile: Profile, fps: float, end_s: float | None = None
) -> list[tuple[float, float]]:
    """When each of `spoken` (in order of their starts) is shown, as (start, end) in seconds.

    A cue lasts as long as its speech, and longer where that is needed to read it, by the profile's linger at most
    (more only to reach the least duration); small gaps are closed; nothing outlasts `end_s`, the end of the recording.
    Speech that leaves no room for its cues, such as words that all have one time, is spread by a frame each.
    """
    limits = _Limits(
        gap=ceil(profile.gap_frames * 1000 / fps - 1e-6),
        close=round(profile.close_under_s * 1000),
        linger=floor(profile.linger_s(fps) * 1000 + 1e-6),
        least=ceil(profile.min_s * 1000 - 1e-6),
        most=floor(profile.max_s * 1000 + 1e-6),
        frame=ceil(1000 / fps),
    )
    last = None if end_s is None else floor(end_s * 1000 + 1e-6)
    starts = _starts([round(part.start * 1000) for part in spoken], limits, last)
    shown: list[tuple[float, float]] = []
    for index, part in enumerate(spoken):
        start = starts[index]
        following = starts[index + 1] if index + 1 < len(starts) else None
        end = _end(start, round(part.end * 1000), ceil(part.chars * 1000 / profile.cps), following, limits)
        if last is not None and following is None and start < last:
            end = min(end, last)
        shown.append((start / 1000, end / 1000))
    return shown


def _starts(starts: list[int], limits: _Limits, last: int | None) -> list[int]:
    room = limits.frame + limits.gap
    kept: list[int] = []
    for start in starts:
        kept.append(max(start, 0, kept[-1] + room if kept else 0))
    if last is None or not kept or kept[-1] <= last - limits.frame:
        return kept
    # Words after the end: pulled back, as far as there is room for all; else left, to be reported.
    pulled = kept.copy()
    latest = last - limits.frame
    for index in range(len(pulled) - 1, -1, -1):
        pulled[index] = min(pulled[index], latest)
        latest = pulled[index] - room
    return pulled if pulled[0] >= 0 else kept


def _end(start: int, speech_end: int, reading: int, following: int | None, limits: _Limits) -> int:
    """The end of a cue, where the next one starts at `following` (None: there is none). All in milliseconds."""
    needed = max(speech_end, start + limits.least)
    longest = min(max(speech_end + limits.linger, start + limits.least), start + limits.most)
    needed = min(needed, longest)
    end = min(max(needed, start + reading), longest)
    if following is None:
        return max(end, start + limits.frame)
    latest = following - limits.gap
    if following - end < limits.close:
        # A flicker of less than half a second is closed; where the cue would linger too long for that, the gap is
        # kept wide enough to be seen as one.
        end = latest if latest <= longest else max(needed, min(end, following - limits.close))
    return max(min(end, latest), start + limits.frame)
