"""Many recordings recognised at once: planned section by section, packed across files, journalled batch by batch.

Sections are planned in groups of some minutes of sound, and the windows of a group packed (see packing) and heard (see
hearing). A recording's transcript is given as soon as its last section is heard.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from studio.errors import InvalidValue, SiarError, WorkerDied
from studio.speech.audio import Progress
from studio.speech.detection import Detected, detected
from studio.speech.hearing import Hearing, Listening, PackEngine, Understood
from studio.speech.journal import Journal, Plan, PlannedSection
from studio.speech.languages import whisper_code
from studio.speech.packing import packed
from studio.speech.sections import Section, sections, sound_of
from studio.speech.words import Transcript

if TYPE_CHECKING:
    from studio.speech.audio import Samples

GROUP_S = 300.0
"""Seconds of sound that are planned at once: enough to fill packs well, and little to hold."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Asked:
    """A recording to recognise: the digest of its file, and its length in seconds where that is known."""

    path: Path
    digest: str
    length_s: float = 0.0


@dataclass(slots=True)
class _Known:
    """What is known of a recording so far; `planned` is the last section that is in a plan."""

    path: Path
    planned: PlannedSection | None = None
    language: tuple[str, float | None, str] | None = None
    parts: list[Understood] = field(default_factory=list)
    voices: bool = False
    error: SiarError | None = None
    given: bool = False


def recognise_all(
    asked: Sequence[Asked],
    engine: PackEngine,
    journal: Journal,
    listening: Listening,
    progress: Progress | None = None,
    groups: int = 1,
) -> Iterator[tuple[Asked, Transcript | SiarError]]:
    """The transcript of each recording, or why there is none, as they are done; what is journalled is not heard again.

    So many `groups` are heard at once: more of them keep more workers busy, as a cluster has, and every one is planned
    as if it were alone, so that what is heard does not depend on their number.

    Raises InvalidValue where the checkpoint knows English only and another language is asked for, and CannotWrite or
    OutOfSpace where the journal cannot be written: what is in it stays.
    """
    listening = replace(listening, language=whisper_code(listening.language))
    if listening.language not in {None, "en"} and not engine.multilingual:
        raise InvalidValue(f"{engine.model} knows English only", "Choose a checkpoint without .en in its name")
    run = _Run(asked, engine, journal, listening, progress)
    with ThreadPoolExecutor(engine.workers * groups, thread_name_prefix="siar-hear") as pool:
        yield from run.results(pool, groups)


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """A plan that is being heard."""

    plan: Plan
    hearing: Hearing
    future: Future[dict[int, Understood]]


class _Run:
    """One call of `recognise_all`."""

    def __init__(
        self,
        asked: Sequence[Asked],
        engine: PackEngine,
        journal: Journal,
        listening: Listening,
        progress: Progress | None,
    ) -> None:
        self._asked, self._engine, self._journal = asked, engine, journal
        self._listening, self._progress = listening, progress
        self._known = {one.digest: _Known(one.path) for one in asked}
        self._total_s = max(1.0, sum({one.digest: one.length_s for one in asked}.values()))
        self._done_s = 0.0
        self._hearing_s: dict[int, float] = {}
        self._saying = threading.Lock()

    def results(self, pool: Executor, groups: int) -> Iterator[tuple[Asked, Transcript | SiarError]]:
        under_way: deque[_UnderWay] = deque()
        with ThreadPoolExecutor(groups, thread_name_prefix="siar-group") as hearers:
            # What an earlier run planned is heard to its end before anything follows it.
            for plans in (self._gone_on_with(), self._new()):
                for plan, sounds in plans:
                    hearing = Hearing(plan, sounds, self._engine, self._journal, pool, self._listening)
                    say = self._saying_of(plan, sounds)
                    under_way.append(_UnderWay(plan, hearing, hearers.submit(hearing.understood, say)))
                    del sounds, hearing
                    if len(under_way) >= groups:
                        self._note(under_way.popleft())
                        yield from self._ready()
                while under_way:
                    self._note(under_way.popleft())
                    yield from self._ready()
        yield from self._ready()

    def _ready(self) -> Iterator[tuple[Asked, Transcript | SiarError]]:
        """What is complete by now, in the order in which it was asked for."""
        fresh = []
        for digest, known in self._known.items():
            whole = known.planned is not None and known.planned.last and len(known.parts) > known.planned.number
            if not known.given and (known.error is not None or whole):
                fresh.append(digest)
        for digest in fresh:
            known = self._known[digest]
            result = known.error or self._transcript(known)
            known.given, known.parts = True, []
            yield from ((one, result) for one in self._asked if one.digest == digest)

    def _transcript(self, known: _Known) -> Transcript:
        assert known.planned is not None
        assert known.language is not None
        code, confidence, note = known.language
        done = tuple(segment for part in known.parts for segment in part.segments)
        words = tuple(word for segment in done for word in segment.words)
        notes = [note, *dict.fromkeys(told for part in known.parts for told in part.notes)]
        if not done:
            silent = "Nobody speaks in this recording."
            notes.append("There is speech in this recording, but no word was understood." if known.voices else silent)
        length = known.planned.start_s + known.planned.length_s
        told = tuple(filter(None, notes))
        return Transcript(code, self._engine.name, self._engine.model, length, words, done, confidence, told)

    # planning

    def _groups(self) -> Iterator[list[tuple[str, Section]]]:
        """Sections of the recordings with their digests, in order, some minutes at a time."""
        group: list[tuple[str, Section]] = []
        total = 0.0
        for digest, known in self._known.items():
            for section in self._sections(digest, known):
                if known.language is None:
                    known.language = self._language_of(section)
                group.append((digest, section))
                total += section.length_s
                if total >= GROUP_S:
                    yield group
                    group, total = [], 0.0
        if group:
            yield group

    def _sections(self, digest: str, known: _Known) -> Iterator[Section]:
        """What is not planned yet of one recording; an error that it meets is noted."""
        after = known.planned
        if known.error is not None or (after is not None and after.last):
            return
        self._say(f"{known.path.name} – listening for speech")
        number, start_s = (after.number + 1, after.start_s + after.length_s) if after else (0, 0.0)
        found = sections(known.path, number=number, start_s=start_s)
        while (section := self._read(digest, known, lambda: next(found, None))) is not None:
            yield section

    def _read(self, digest: str, known: _Known, read: Callable[[], _T]) -> _T | None:
        """What `read` gives; None, with the reason in `known`, where the recording's sound cannot be read."""
        piece = f"sound:{digest}"
        if self._journal.is_deadly(piece):
            known.error = _set_aside(known.path, "its sound was read")
            return None
        self._journal.begin(piece)
        try:
            given = read()
        except SiarError as error:
            known.error, given = error, None
        self._journal.end(piece)
        return given

    def _language_of(self, section: Section) -> tuple[str, float | None, str]:
        """Whisper's code; where it was detected its probability, and what a person should know of it."""
        given = self._listening.language
        if given is not None or not self._engine.multilingual or not section.windows:
            return given or "en", None, ""
        found: Detected = detected(section.samples, section.windows, self._engine.detect)
        return found.language, found.confidence, found.note

    def _plan(self, group: Sequence[tuple[str, Section]]) -> Plan:
        """The plan of a group, written down."""
        planned = []
        for digest, one in group:
            language = self._known[digest].language
            assert language is not None
            planned.append(
                PlannedSection(
                    digest, one.number, one.start_s, one.length_s, one.last, *language, one.spans, one.windows
                )
            )
        packs: list[list[tuple[int, int]]] = []
        batches: list[list[int]] = []
        for code in dict.fromkeys(one.language for one in planned):
            windows = [
                (number, index)
                for number, one in enumerate(planned)
                if one.language == code
                for index in range(len(one.windows))
            ]
            own = packed([planned[number].windows[index].length for number, index in windows])
            batches += self._batches(len(packs), len(own))
            packs += [[windows[at] for at in pack] for pack in own]
        return self._journal.plan(planned, packs, batches)

    def _batches(self, first: int, count: int) -> list[list[int]]:
        """`count` packs from the number `first` on in batches of even size, enough for all that run side by side."""
        workers, most = self._engine.workers, self._engine.batch
        size = max(1, min(most, -(-count // workers)))
        return [list(range(at, min(at + size, first + count))) for at in range(first, first + count, size)]

    # hearing

    def _gone_on_with(self) -> Iterator[tuple[Plan, dict[int, Samples]]]:
        """What an earlier run planned and did not finish, with the sounds that are asked for."""
        for plan in self._journal.unfinished():
            if any(one.recording in self._known for one in plan.sections):
                yield plan, self._sounds(plan)

    def _new(self) -> Iterator[tuple[Plan, dict[int, Samples]]]:
        """What was not planned before."""
        for group in self._groups():
            yield self._plan(group), _sounds_out_of(group)

    def _sounds(self, plan: Plan) -> dict[int, Samples]:
        """The sound, read again, of the sections of a plan that are asked for."""
        sounds: dict[int, Samples] = {}
        for number, one in enumerate(plan.sections):
            known = self._known.get(one.recording)
            if known is not None and known.error is None:
                self._say(f"{known.path.name} – going on where it was")
                start_s, length_s = one.start_s, one.length_s
                samples = self._read(one.recording, known, lambda: sound_of(known.path, start_s, length_s))  # noqa: B023
                if samples is not None:
                    sounds[number] = samples
        return sounds

    def _saying_of(self, plan: Plan, sounds: Iterable[int]) -> Callable[[float], None]:
        """What is called with the share of a plan that is heard."""
        inside = sum(plan.sections[number].length_s for number in sounds)
        names = list(dict.fromkeys(self._known[plan.sections[number].recording].path.name for number in sounds))
        told = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more" if names else ""

        def say(share: float) -> None:
            self._hearing_s[plan.number] = share * inside
            self._say(f"{told} – recognising")

        if names:
            say(0.0)
        return say

    def _note(self, one: _UnderWay) -> None:
        """Wait until a plan is heard, and note what its sections gave."""
        found = one.future.result()
        self._hearing_s.pop(one.plan.number, None)
        for number, given in sorted(found.items()):
            section = one.plan.sections[number]
            known = self._known[section.recording]
            if number in one.hearing.died:
                known.error = _set_aside(known.path, "it was recognised")
            known.parts.append(given)
            known.planned = section
            known.language = (section.language, section.confidence, section.note)
            known.voices |= bool(section.windows)
            self._done_s += section.length_s

    def _say(self, message: str) -> None:
        if self._progress is not None:
            with self._saying:  # several groups tell at once
                heard_s = self._done_s + sum(self._hearing_s.values())
                self._progress(min(heard_s / self._total_s, 1.0), message)


def _sounds_out_of(group: list[tuple[str, Section]]) -> dict[int, Samples]:
    """The sounds of a group by their number; the group itself keeps none, so that they go when they are heard."""
    sounds = {number: section.samples for number, (_, section) in enumerate(group)}
    group.clear()
    return sounds


def _set_aside(path: Path, when: str) -> SiarError:
    return WorkerDied(
        f"{path.name} ended the program twice while {when}, and is set aside",
        "Export the recording again as .mp4; to try it as it is, run it by itself with --force",
    )
