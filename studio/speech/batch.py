"""Many recordings recognised at once: planned section by section, packed across files, journalled batch by batch.

Sections are planned in groups of some minutes of sound, and the windows of a group packed (see packing) and heard (see
hearing). A recording's transcript is given as soon as its last section is heard.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from studio.errors import InvalidValue, NoSound, SiarError, WorkerDied
from studio.speech.audio import Progress
from studio.speech.detection import Detected, detected
from studio.speech.groups import Tell, heard_in_turn
from studio.speech.hearing import Hearing, Listening, PackEngine, Understood, heard_piece
from studio.speech.journal import Journal
from studio.speech.languages import whisper_code
from studio.speech.packing import packed
from studio.speech.plans import Plan, PlannedSection
from studio.speech.recognition import little_understood
from studio.speech.sections import SECTION_S, Section, sections, sound_of
from studio.speech.words import Transcript

if TYPE_CHECKING:
    from studio.speech.audio import Samples

GROUP_S = 300.0
"""Seconds of sound that are planned at once: enough to fill packs well, and little to hold."""

_T = TypeVar("_T")
_Language = tuple[str, float | None, str]
"""Whisper's code; where it was detected its probability, and what a person should know of it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A recording to recognise: the digest of its file, and its length in seconds where that is known."""

    path: Path
    digest: str
    length_s: float = 0.0


@dataclass(slots=True)
class _Known:
    """What is known of a recording so far, which may lie under several names.

    `planned` is the last section that is heard, or being heard; `language` is known from the first one with speech on.
    """

    paths: list[Path] = field(default_factory=list)
    planned: PlannedSection | None = None
    language: _Language | None = None
    parts: list[Understood] = field(default_factory=list)
    voices: bool = False
    error: SiarError | None = None
    given: bool = False

    @property
    def path(self) -> Path:
        """The first of its names under which it is there to be read."""
        return next((path for path in self.paths if os.access(path, os.R_OK)), self.paths[0])

    @property
    def next(self) -> tuple[int, float]:
        """The number of the section that comes after those that are planned, and where it begins, in seconds."""
        last = self.planned
        return (0, 0.0) if last is None else (last.number + 1, last.start_s + last.length_s)


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
        self._known = {one.digest: _Known() for one in asked}
        for one in asked:
            self._known[one.digest].paths.append(one.path)
        self._total_s = max(1.0, sum({one.digest: one.length_s for one in asked}.values()))
        self._done_s = 0.0
        self._hearing_s: dict[int, float] = {}

    def results(self, pool: Executor, groups: int) -> Iterator[tuple[Asked, Transcript | SiarError]]:
        for plan, found in heard_in_turn(self._plans(), partial(self._heard, pool), groups, self._tell):
            self._note(plan, found)
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
        code, confidence, note = self._language(known)
        done = tuple(segment for part in known.parts for segment in part.segments)
        words = tuple(word for segment in done for word in segment.words)
        notes = [note, *dict.fromkeys(told for part in known.parts for told in part.notes)]
        if not done:
            silent = "Nobody speaks in this recording."
            notes.append("There is speech in this recording, but no word was understood." if known.voices else silent)
        notes += little_understood(done, code)
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
                if known.language is None and section.windows:
                    known.language = self._read(digest, known, partial(self._language_of, section))
                    if known.language is None:
                        break
                group.append((digest, section))
                total += section.length_s
                if total >= GROUP_S:
                    yield group
                    group, total = [], 0.0
        if group:
            yield group

    def _sections(self, digest: str, known: _Known) -> Iterator[Section]:
        """What is not planned yet of one recording; an error that it meets is noted."""
        if known.error is not None or (known.planned is not None and known.planned.last):
            return
        self._say(f"{known.path.name} – listening for speech")
        number, start_s = known.next
        found = sections(known.path, longest_s=SECTION_S, number=number, start_s=start_s)
        while (section := self._read(digest, known, lambda: next(found, None))) is not None:
            yield section

    def _read(self, digest: str, known: _Known, read: Callable[[], _T]) -> _T | None:
        """What `read` gives; None, with the reason in `known`, where the recording's sound is of no use."""
        piece = f"sound:{digest}"
        for deadly, when in ((piece, "its sound was read"), (heard_piece(digest), "it was recognised")):
            if self._journal.is_deadly(deadly):
                known.error = set_aside(known.path, f"while {when}")
                return None
        self._journal.begin(piece)
        try:
            return read()
        except SiarError as error:
            known.error = error
        except Exception as error:  # noqa: BLE001  libraries fail in many ways, and one odd recording must end no other
            known.error = NoSound(
                f"The sound of {known.path.name} cannot be used ({type(error).__name__}: {error})",
                "Export the recording again as .mp4",
            )
        finally:
            self._journal.end(piece)
        return None

    def _language(self, known: _Known) -> _Language:
        """The language of a recording, as far as it is known; of silence, what was asked for."""
        return known.language or (self._listening.language or "en", None, "")

    def _language_of(self, section: Section) -> _Language:
        given = self._listening.language
        if given is not None or not self._engine.multilingual:
            return given or "en", None, ""
        found: Detected = detected(section.samples, section.windows, self._engine.detect)
        return found.language, found.confidence, found.note

    def _plan(self, group: Sequence[tuple[str, Section]]) -> Plan:
        """The plan of a group, written down."""
        planned = []
        for digest, one in group:
            language = self._language(self._known[digest])
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
        """`count` packs from the number `first` on in batches of even size, so that all workers end together."""
        workers, most = self._engine.workers, self._engine.batch
        rounds = max(1, math.ceil(count / (workers * most)))
        size = max(1, math.ceil(count / (rounds * workers)))
        return [list(range(at, min(at + size, first + count))) for at in range(first, first + count, size)]

    # hearing

    def _plans(self) -> Iterator[tuple[Plan, dict[int, Samples]]]:
        """What an earlier run did not finish, then what was not planned before, with the sounds that are asked for."""
        for plan in self._journal.unfinished():
            yield self._begun(plan, self._sounds(plan))
        for group in self._groups():
            plan = self._plan(group)
            sounds = {number: section.samples for number, (_, section) in enumerate(group)}
            group.clear()  # so that a sound goes when it is heard
            yield self._begun(plan, sounds)
            del sounds

    def _begun(self, plan: Plan, sounds: dict[int, Samples]) -> tuple[Plan, dict[int, Samples]]:
        """The same, noted of its recordings: what follows may be planned before it is heard."""
        for number in sorted(sounds):
            one = plan.sections[number]
            known = self._known[one.recording]
            known.planned = one
            if one.windows:
                known.language = (one.language, one.confidence, one.note)
            known.voices |= bool(one.windows)
        return plan, sounds

    def _sounds(self, plan: Plan) -> dict[int, Samples]:
        """The sound, read again, of the sections of a plan that are asked for and come next in their recordings."""
        sounds: dict[int, Samples] = {}
        expected = {digest: known.next for digest, known in self._known.items()}
        for number, one in enumerate(plan.sections):
            known = self._known.get(one.recording)
            # What lacks the sections before it, since their line is damaged, is planned anew.
            if known is None or known.error is not None or (one.number, one.start_s) != expected[one.recording]:
                continue
            expected[one.recording] = (one.number + 1, one.start_s + one.length_s)
            self._say(f"{known.path.name} – going on where it was")
            samples = self._read(one.recording, known, partial(sound_of, known.path, one.start_s, one.length_s))
            if samples is not None:
                sounds[number] = samples
        return sounds

    def _heard(self, pool: Executor, plan: Plan, sounds: dict[int, Samples], tell: Tell) -> dict[int, Understood]:
        """What the sections of a plan give, heard where that was not done before."""
        inside = sum(plan.sections[number].length_s for number in sounds)
        names = list(dict.fromkeys(self._known[plan.sections[number].recording].path.name for number in sounds))
        told = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more" if names else ""

        def say(share: float) -> None:
            tell(plan, share * inside, f"{told} – recognising")

        if names:
            say(0.0)
        return Hearing(plan, sounds, self._engine, self._journal, pool, self._listening).understood(say)

    def _note(self, plan: Plan, found: dict[int, Understood]) -> None:
        """Note what the sections of a plan gave, and which recordings workers elsewhere died at."""
        self._hearing_s.pop(plan.number, None)
        for number, given in sorted(found.items()):
            one = plan.sections[number]
            self._known[one.recording].parts.append(given)
            self._done_s += one.length_s
        for digest in plan.recordings & self._known.keys():
            if self._journal.is_deadly(heard_piece(digest)):
                self._known[digest].error = set_aside(self._known[digest].path, "while it was recognised")

    def _tell(self, plan: Plan, heard_s: float, message: str) -> None:
        self._hearing_s[plan.number] = heard_s
        self._say(message)

    def _say(self, message: str) -> None:
        if self._progress is not None:
            heard_s = self._done_s + sum(self._hearing_s.values())
            self._progress(min(heard_s / self._total_s, 1.0), message)


def set_aside(path: Path, when: str) -> SiarError:
    """Why a recording at which the worker died again and again is not tried any more; `when` is "while it was read"."""
    return WorkerDied(
        f"{path.name} ended the program twice {when}, and is set aside",
        "Export the recording again as .mp4; to try it as it is, run it by itself with --force",
    )
