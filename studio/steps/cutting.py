"""From recordings to a cut: where people speak, what is kept of each take, the video; for items and loose files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studio.errors import InvalidValue, MediaError
from studio.steps.graph import Report
from studio.video.cut import Cut, Piece, kept_part, picture_size
from studio.video.probe import Media, probe

# Speech is looked for in pieces of this length, so that memory stays the same for recordings of any length.
_BLOCK_S = 300


@dataclass(frozen=True, slots=True)
class Plan:
    """What a cut comes to: the parts that are kept of `takes`, the bumpers around them, and the picture's size."""

    takes: tuple[Media, ...]
    pieces: tuple[Piece, ...]
    before: Media | None
    after: Media | None
    size: tuple[int, int]

    @property
    def length(self) -> float:
        """Seconds of the result."""
        return sum(piece.length for piece in self.pieces) + sum(one.duration_s for one in self.bumpers)

    @property
    def bumpers(self) -> tuple[Media, ...]:
        """Those there are."""
        return tuple(one for one in (self.before, self.after) if one is not None)


def plan_cut(recording: Path, cut: Cut, progress: Report | None = None) -> Plan:
    """What `cut` comes to for `recording`; listens to the sound where it goes by speech.

    Raises InvalidValue for times that do not fit, NotFound, NotMedia, MediaError without picture, NoSound.
    """
    if cut.is_empty:
        raise InvalidValue(
            "There is nothing to cut", "Say where it starts or ends, or name a bumper, a shape or further takes"
        )
    takes = tuple(_media(path) for path in (recording, *map(Path, cut.join)))
    before, after = (_media(Path(path)) if path else None for path in (cut.before, cut.after))
    at = before.duration_s if before is not None else 0.0
    pieces = []
    for number, take in enumerate(takes):
        if progress is not None and cut.speech:
            progress(number / len(takes), f"listening to {take.path.name}")
        asked = cut if number == 0 else Cut(speech=cut.speech)
        name = take.path.name
        # A wrong time is told before minutes of sound are listened to.
        start, end = kept_part(asked, name, take.duration_s, None)
        if cut.speech:
            spoken = spoken_ends(take.path, start, end)
            start, end = kept_part(asked, name, take.duration_s, spoken or (end, start))
        pieces.append(Piece(number, round(start, 3), round(end, 3), round(at, 3)))
        at += end - start
    size = picture_size((takes[0].width, takes[0].height), cut.shape)
    return Plan(takes, tuple(pieces), before, after, size)


def make_cut(plan: Plan, cut: Cut, out: Path, progress: Report | None = None) -> Path:
    """Write what `plan` says to `out` (.mp4). Raises what `put_together` raises."""
    from studio.video.clips import frame_rate
    from studio.video.editing import Part, Result, put_together
    from studio.video.quality import chosen_quality

    first = plan.takes[0]
    focus = cut.focus if cut.shape is not None else None
    parts = [Part(plan.takes[piece.take], piece.start, piece.end, focus) for piece in plan.pieces]
    if plan.before is not None:
        parts.insert(0, Part(plan.before, 0.0, plan.before.duration_s))
    if plan.after is not None:
        parts.append(Part(plan.after, 0.0, plan.after.duration_s))
    result = Result(plan.size, frame_rate(first.path), chosen_quality(first.path, first))
    return put_together(parts, result, out, progress)


def spoken_ends(path: Path, start: float, end: float) -> tuple[float, float] | None:
    """When the first word between `start` and `end` (seconds) begins and the last one ends; None where nobody speaks.

    Raises NoSound.
    """
    import numpy as np

    from studio.speech.audio import RATE, audio_blocks
    from studio.speech.voice import speech_spans

    begins: float | None = None
    ends = 0.0
    held: list[np.ndarray[tuple[int, ...], np.dtype[np.float32]]] = []
    at = count = 0

    def listen() -> None:
        nonlocal begins, ends, at, count
        samples = np.concatenate(held) if held else np.zeros(0, np.float32)
        first = max(0, round(start * RATE) - at)
        last = max(0, round(end * RATE) - at)
        for span in speech_spans(samples[first:last]):
            offset = (at + first) / RATE
            begins = span.start + offset if begins is None else begins
            ends = span.end + offset
        at += len(samples)
        held.clear()
        count = 0

    for block in audio_blocks(path):
        held.append(block)
        count += len(block)
        if count >= _BLOCK_S * RATE:
            listen()
        if at / RATE > end:
            break
    listen()
    return None if begins is None else (begins, ends)


def described(plan: Plan, cut: Cut, shown: Callable[[float], str]) -> str:
    """What a cut does, in words: "0:03 to 0:28, by speech; 9:16"."""
    first = plan.pieces[0]
    told = [f"{shown(first.start)} to {shown(first.end)}" + (", by speech" if cut.speech else "")]
    if len(plan.pieces) > 1:
        told.append(f"{len(plan.pieces)} takes joined")
    if plan.bumpers:
        told.append(
            "bumper "
            + " and ".join(name for name, one in (("before", plan.before), ("after", plan.after)) if one is not None)
        )
    if cut.shape is not None:
        told.append(f"{cut.shape[0]}:{cut.shape[1]}")
    return "; ".join(told)


def _media(path: Path) -> Media:
    media = probe(path)
    if not media.has_video:
        raise MediaError(f"{path.name} has sound but no picture", "Choose a video")
    if media.duration_s <= 0:
        raise MediaError(f"{path.name} does not tell how long it is", "Export it again as .mp4")
    return media
