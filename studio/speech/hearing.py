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
from studio.speech.journal import Journal, batch_piece
from studio.speech.packing import Heard, handed_back, joined, placed
from studio.speech.packing import Segment as PackSegment
from studio.speech.phrases import Phrases
from studio.speech.plans import Part, Plan
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

        Raises WorkerDied where they end the processes elsewhere that hear them; one that hears here dies itself.
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
class _Result:
    """What a part gave: segments with the section's times; `doubtful` asks for it to be heard alone."""

    part: Part
    segments: Segments
    doubtful: bool


_Pack = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Batch:
    """Packs of one language that are heard in one go; `number` is that in the plan, None for parts heard alone."""

    piece: str
    packs: tuple[_Pack, ...]
    number: int | None = None

    @property
    def parts(self) -> list[Part]:
        """The parts of all its packs."""
        return [part for pack in self.packs for part in pack]


class Hearing:
    """Hears a plan; `sounds` are its sections' by number, those that nobody asks for left out.

    The sections of a recording at which workers elsewhere died are taken out of `sounds`, and give nothing.
    """

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

    def understood(self, progress: Callable[[float], None]) -> dict[int, Understood]:
        """What each section in `sounds` gave; `progress` is told the share that is heard."""
        plan = self._plan
        packs = [
            tuple(Part(number, plan.sections[number].windows[index]) for number, index in pack) for pack in plan.packs
        ]
        batches = [
            _Batch(f"{batch_piece(plan)}:{number}", tuple(packs[pack] for pack in batch), number)
            for number, batch in enumerate(plan.batches)
        ]
        results = self._hear(batches, progress)
        results = self._heard_again(results)
        found = {number: self._settled(number, results) for number in self._sounds}
        silent = [number for number, one in found.items() if not one.segments and plan.sections[number].windows]
        found |= self._whole(silent)
        return {number: one for number, one in found.items() if number in self._sounds}

    def _heard_again(self, results: Iterable[_Result]) -> list[_Result]:
        """The results, those that were doubtful replaced and those that lack something filled up."""
        kept: list[_Result] = []
        again: list[Part] = []
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

    def _missed(self, one: _Result) -> Part | None:
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
        return Part(one.part.section, Window(pieces))

    def _alone(self, parts: Sequence[Part]) -> list[_Result]:
        """Each part as a pack of its own, in batches by language."""
        batches: list[_Batch] = []
        for language in dict.fromkeys(self._plan.sections[part.section].language for part in parts):
            own: list[_Pack] = [(part,) for part in parts if self._plan.sections[part.section].language == language]
            size = self._engine.batch
            for at in range(0, len(own), size):
                first = own[at][0]
                piece = f"{batch_piece(self._plan)}:{first.section}@{first.window.pieces[0].start}"
                batches.append(_Batch(piece, tuple(own[at : at + size])))
        return self._hear(batches)

    def _whole(self, sections: Sequence[int]) -> dict[int, Understood]:
        """What can be believed of these sections when they are heard from end to end.

        Voice activity can cut a short clip so close that nothing is understood.
        """
        parts = [Part(number, window) for number in sections for window in even_windows(self._sounds[number])]
        results = [
            _Result(one.part, [words for words in one.segments if credible(words)], False) for one in self._alone(parts)
        ]
        return {number: self._settled(number, results) for number in sections if number in self._sounds}

    def _settled(self, number: int, results: Iterable[_Result]) -> Understood:
        """A section's segments in order of time, as far as they can be trusted, with the recording's times."""
        planned, how = self._plan.sections[number], self._listening
        heard = sorted(
            (words for one in results if one.part.section == number for words in one.segments),
            key=lambda words: words[0].start,
        )
        done, notes = settled(
            heard,
            planned.spans,
            self._sounds[number],
            planned.language,
            how.prompt,
            how.phrases,
            start_s=planned.start_s,
        )
        return Understood(tuple(_later(one, planned.start_s) for one in done), notes)

    # batches

    def _hear(self, batches: Sequence[_Batch], progress: Callable[[float], None] | None = None) -> list[_Result]:
        """What the packs of these batches give; those that nobody asks for are passed over."""
        given = {batch: kept for batch in batches if (kept := self._journalled(batch)) is not None}
        todo = [batch for batch in batches if batch not in given and self._asked(batch)]

        def take(batch: _Batch, heard: list[Heard]) -> None:
            given[batch] = heard
            self._write_down(batch, heard)
            if progress is not None:
                progress(1 - sum(one not in given for one in todo) / len(batches))

        self._side_by_side([batch for batch in todo if not self._journal.is_suspect(batch.piece)], take)
        for batch in todo:
            # The worker died while it was heard: with nothing beside it, it is clear what to blame next time.
            if batch not in given:
                take(batch, self._heard(batch))
        return [
            result
            for batch in batches
            if batch in given
            for pack, heard in zip(batch.packs, given[batch], strict=True)
            for result in self._results(pack, heard)
        ]

    def _side_by_side(self, batches: Sequence[_Batch], take: Callable[[_Batch, list[Heard]], None]) -> None:
        """Hear the batches in the pool's threads; the first error is raised when those that run have ended."""
        running = {self._pool.submit(self._heard, batch): batch for batch in batches}
        failed: BaseException | None = None
        try:
            for future in as_completed(running):
                if future.cancelled():
                    continue
                error = future.exception()
                if error is None:
                    take(running[future], future.result())
                else:
                    failed = failed or error
                    for other in running:
                        other.cancel()
        finally:
            for future in running:
                future.cancel()
        if failed is not None:
            raise failed

    def _journalled(self, batch: _Batch) -> list[Heard] | None:
        """What the batch gave before, perhaps in another process."""
        if batch.number is not None:
            kept = self._plan.heard.get(batch.number)
            return kept if kept is not None and len(kept) == len(batch.packs) else None
        alone = self._plan.alone
        return [alone[part] for part in batch.parts] if all(part in alone for part in batch.parts) else None

    def _asked(self, batch: _Batch) -> bool:
        return any(part.section in self._sounds for part in batch.parts)

    def _write_down(self, batch: _Batch, heard: list[Heard]) -> None:
        if batch.number is None:
            self._journal.heard_alone(self._plan, batch.parts, heard)
        # Where a part was silent because nobody asks for it, or its file is gone, another run must hear it.
        elif all(part.section in self._sounds for part in batch.parts):
            self._journal.heard(self._plan, batch.number, heard)

    def _heard(self, batch: _Batch) -> list[Heard]:
        """What a batch gives; one at which the worker died twice is heard part by part."""
        if not self._journal.is_deadly(batch.piece):
            try:
                return self._guarded(batch.piece, batch.packs)
            except WorkerDied:
                self._journal.kills(batch.piece)
        return [self._part_by_part(pack) for pack in batch.packs]

    def _guarded(self, piece: str, packs: Sequence[_Pack]) -> list[Heard]:
        self._journal.begin(piece)
        try:
            sounds = [joined([self._sound(part) for part in pack]) for pack in packs]
            language = self._plan.sections[packs[0][0].section].language
            return self._engine.hear_packs(sounds, language, self._listening.prompt)
        finally:
            self._journal.end(piece)

    def _part_by_part(self, pack: _Pack) -> Heard:
        """A pack's segments as if it had been heard as one; a recording that kills the worker is set aside by this."""
        segments: list[PackSegment] = []
        for part, (start, _) in zip(pack, self._bounds(pack), strict=True):
            if part.section in self._sounds:
                recording = self._plan.sections[part.section].recording
                piece = heard_piece(recording)
                try:
                    segments += [one.later(start) for one in self._guarded(piece, [(part,)])[0].segments]
                except WorkerDied:
                    self._journal.kills(piece)
                    for number, other in enumerate(self._plan.sections):
                        if other.recording == recording:
                            self._sounds.pop(number, None)
        return Heard(tuple(segments))

    def _sound(self, part: Part) -> Samples:
        import numpy as np

        samples = self._sounds.get(part.section)
        if samples is None:  # its file is gone, or done: the others of the pack stay where they were
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


def heard_piece(recording: str) -> str:
    """The name, as a piece of work, of hearing a recording with nothing beside it."""
    return f"heard:{recording}"


def _in_section(word: Word, window: Window) -> Word:
    return Word(word.text, *window.in_recording(word.start, word.end), word.confidence, word.note)


def _later(one: Segment, by_s: float) -> Segment:
    words = tuple(replace(word, start=round(word.start + by_s, 3), end=round(word.end + by_s, 3)) for word in one.words)
    return segment(words)
