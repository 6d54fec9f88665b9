"""One plan being heard, in three rounds: packs, then what was doubtful or missed, then sections that gave nothing.

Every round follows from what was heard before it, so that after a kill the journal and the same sound lead to the same
pieces again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from studio.errors import WorkerDied
from studio.speech.audio import RATE
from studio.speech.journal import Journal, Plan
from studio.speech.packing import Heard, handed_back, joined, placed
from studio.speech.phrases import Phrases
from studio.speech.recognition import credible, settled
from studio.speech.voice import Span
from studio.speech.windows import Window, even_windows
from studio.speech.words import Segment, Word, segment

if TYPE_CHECKING:
    from studio.speech.audio import Samples

_MISSED_S = 1.0
"""So much speech at the end of a window, after its last word, was not heard."""

Segments = list[list[Word]]


class PackEngine(Protocol):
    """An engine that hears many packs at once; `workers` batches of `batch` packs run side by side."""

    name: str
    model: str
    multilingual: bool
    workers: int
    batch: int

    def hear_packs(self, sounds: Sequence[Samples], language: str, prompt: str) -> list[Heard]:
        """What is said in each of the sounds (half a minute at most), with times from its own second 0.

        Raises WorkerDied where the sounds end the processes that hear them, and this one goes on.
        """
        ...

    def detect(self, samples: Samples) -> dict[str, float]:
        """The probability of each language, from the first half minute of the sound."""
        ...


@dataclass(frozen=True, slots=True)
class Listening:
    """What every recording of a batch is heard with: a list of terms, phrases that models invent, a language.

    `language` is Whisper's code; None has it detected for each recording.
    """

    language: str | None = None
    prompt: str = ""
    phrases: Phrases | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """What a section gave: segments with the recording's times, and notes for a person."""

    segments: tuple[Segment, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """A window of a section of the plan, heard together with the other parts of its pack."""

    section: int
    window: Window


@dataclass(frozen=True, slots=True)
class _Result:
    """What a part gave: segments with the section's times; `doubtful` asks for it to be heard alone."""

    part: _Part
    segments: Segments
    doubtful: bool


_Pack = tuple[_Part, ...]


class Hearing:
    """Hears a plan; `sounds` are its sections' by number, those that nobody asks for left out."""

    def __init__(
        self,
        plan: Plan,
        sounds: dict[int, Samples],
        engine: PackEngine,
        journal: Journal,
        pool: Executor,
        listening: Listening,
    ) -> None:
        self._plan, self._sounds, self._engine = plan, sounds, engine
        self._journal, self._pool, self._listening = journal, pool, listening
        self._next = len(plan.batches)
        self.died: set[int] = set()
        """Sections at which the worker died again and again, each heard by itself."""

    def understood(self, progress: Callable[[float], None]) -> dict[int, Understood]:
        """What each section in `sounds` gave; `progress` is told the share that is heard."""
        plan = self._plan
        packs = [
            tuple(_Part(number, plan.sections[number].windows[index]) for number, index in pack) for pack in plan.packs
        ]
        results = self._hear([[packs[number] for number in batch] for batch in plan.batches], 0, progress)
        results = self._heard_again(results)
        found = {number: self._settled(number, results) for number in self._sounds}
        silent = [number for number, one in found.items() if not one.segments and plan.sections[number].windows]
        return found | self._whole(silent)

    def _heard_again(self, results: Iterable[_Result]) -> list[_Result]:
        """The results, those that were doubtful replaced and those that lack something filled up."""
        kept: list[_Result] = []
        again: list[_Part] = []
        for one in results:
            if one.part.section not in self._sounds:
                continue
            if one.doubtful:
                again.append(one.part)
                continue
            kept.append(one)
            missed = self._missed(one)
            if missed is not None:
                again.append(missed)
        return [*kept, *self._alone(again)]

    def _missed(self, one: _Result) -> _Part | None:
        """What a window holds after its last word, where that is more than a breath; not where it gave no word."""
        if not one.segments:
            return None
        last = max(words[-1].end for words in one.segments)
        spans = [
            Span(max(span.start, piece.start, last), min(span.end, piece.end))
            for span in self._plan.sections[one.part.section].spans
            for piece in one.part.window.pieces
            if min(span.end, piece.end) > max(span.start, piece.start, last)
        ]
        whole = [span for span in spans if span.start > last + 0.05]  # a phrase that is cut in its middle was heard
        if sum(span.length for span in whole) < _MISSED_S:
            return None
        first, end = whole[0].start, one.part.window.pieces[-1].end
        pieces = tuple(
            Span(max(piece.start, first - 0.1), piece.end)
            for piece in one.part.window.pieces
            if piece.end > first and piece.start < end
        )
        return _Part(one.part.section, Window(pieces))

    def _alone(self, parts: Sequence[_Part]) -> list[_Result]:
        """Each part as a pack of its own, in batches by language."""
        batches: list[list[_Pack]] = []
        for language in dict.fromkeys(self._plan.sections[part.section].language for part in parts):
            own = [(part,) for part in parts if self._plan.sections[part.section].language == language]
            size = self._engine.batch
            batches += [list[_Pack](own[at : at + size]) for at in range(0, len(own), size)]
        first, self._next = self._next, self._next + len(batches)
        return self._hear(batches, first)

    def _whole(self, sections: Sequence[int]) -> dict[int, Understood]:
        """What can be believed of these sections when they are heard from end to end.

        Voice activity can cut a short clip so close that nothing is understood.
        """
        parts = [_Part(number, window) for number in sections for window in even_windows(self._sounds[number])]
        results = [
            _Result(one.part, [words for words in one.segments if credible(words)], False) for one in self._alone(parts)
        ]
        return {number: self._settled(number, results) for number in sections}

    def _settled(self, number: int, results: Iterable[_Result]) -> Understood:
        """A section's segments in order of time, as far as they can be trusted, with the recording's times."""
        planned, how = self._plan.sections[number], self._listening
        heard = sorted(
            (words for one in results if one.part.section == number for words in one.segments),
            key=lambda words: words[0].start,
        )
        done, notes = settled(heard, planned.spans, self._sounds[number], planned.language, how.prompt, how.phrases)
        return Understood(tuple(_later(one, planned.start_s) for one in done), notes)

    # batches

    def _hear(
        self, batches: Sequence[Sequence[_Pack]], first: int, progress: Callable[[float], None] | None = None
    ) -> list[_Result]:
        """What the packs of these batches give, whose numbers in the journal begin at `first`."""
        plan, journal = self._plan, self._journal
        todo = {number: batch for number, batch in enumerate(batches, first) if number not in plan.heard}
        running = {self._pool.submit(self._heard, number, batch): number for number, batch in todo.items()}
        done = len(batches) - len(todo)
        try:
            for future in as_completed(running):
                journal.heard(plan, running[future], future.result())
                done += 1
                if progress is not None:
                    progress(done / len(batches))
        finally:
            for future in running:
                future.cancel()
        return [
            result
            for number, batch in enumerate(batches, first)
            for pack, heard in zip(batch, plan.heard[number], strict=True)
            for result in self._results(pack, heard)
        ]

    def _heard(self, number: int, batch: Sequence[_Pack]) -> list[Heard]:
        """One batch; one at which the worker died twice is heard part by part."""
        piece = f"batch:{self._plan.number}:{number}"
        if not self._journal.is_deadly(piece):
            try:
                return self._guarded(piece, batch)
            except WorkerDied:
                self._journal.kills(piece)
        return [self._part_by_part(piece, pack) for pack in batch]

    def _guarded(self, piece: str, batch: Sequence[_Pack]) -> list[Heard]:
        self._journal.begin(piece)
        sounds = [joined([self._sound(part) for part in pack]) for pack in batch]
        language = self._plan.sections[batch[0][0].section].language
        heard = self._engine.hear_packs(sounds, language, self._listening.prompt)
        self._journal.end(piece)
        return heard

    def _part_by_part(self, piece: str, pack: _Pack) -> Heard:
        """A pack's segments as if it had been heard as one; a part that kills the worker again gives none."""
        segments = []
        bounds = self._bounds(pack)
        for part, (start, _) in zip(pack, bounds, strict=True):
            own = f"{piece}:{self._plan.sections[part.section].recording}"
            if not self._journal.is_deadly(own):
                try:
                    segments += [one.later(start) for one in self._guarded(own, [(part,)])[0].segments]
                    continue
                except WorkerDied:
                    self._journal.kills(own)
            self.died.add(part.section)
        return Heard(tuple(segments))

    def _sound(self, part: _Part) -> Samples:
        import numpy as np

        samples = self._sounds.get(part.section)
        if samples is None:  # its file is gone: the others of the pack stay where they were
            return np.zeros(round(part.window.length * RATE), np.float32)
        return part.window.sound(samples)

    def _bounds(self, pack: _Pack) -> list[tuple[float, float]]:
        lengths = [sum(round(p.end * RATE) - round(p.start * RATE) for p in part.window.pieces) / RATE for part in pack]
        return placed(lengths)

    def _results(self, pack: _Pack, heard: Heard) -> list[_Result]:
        parts = handed_back(heard.segments, self._bounds(pack))
        return [
            _Result(
                part,
                [[_in_section(word, part.window) for word in words] for words in segments],
                heard.doubtful and len(pack) > 1,
            )
            for part, segments in zip(pack, parts, strict=True)
        ]


def _in_section(word: Word, window: Window) -> Word:
    return Word(word.text, *window.in_recording(word.start, word.end), word.confidence, word.note)


def _later(one: Segment, by_s: float) -> Segment:
    words = tuple(replace(word, start=round(word.start + by_s, 3), end=round(word.end + by_s, 3)) for word in one.words)
    return segment(words)
