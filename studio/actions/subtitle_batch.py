"""Subtitle many recordings: what is done is skipped, what can be is heard together, one failure stops no other."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.actions.subtitle_task import Task, find_task, finish, follow, row
from studio.errors import SiarError
from studio.files import write_error
from studio.jobs.events import Report
from studio.speech.words import Transcript
from studio.steps.recognition import JOURNALS, hear, hear_all, open_heard
from studio.store import Store
from studio.store.digests import file_digest

if TYPE_CHECKING:
    from studio.actions.subtitling import SubtitleOptions
    from studio.speech.journal import Journal

Told = Callable[[int, dict[str, Any]], None]
"""Is told the number of a wish and its row as soon as that is known."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A recording to subtitle: the new files' names begin with `stem` and lie in `folder`.

    `reason` says why it cannot be taken at all.
    """

    path: Path
    folder: Path
    stem: str
    options: SubtitleOptions
    reason: str = ""


def subtitle_all(
    store: Store,
    wishes: Sequence[Wish],
    progress: Report,
    told: Told = lambda _number, _row: None,
    *,
    after_death: bool = False,
) -> list[dict[str, Any]]:
    """One row for each wish, with the keys of `siar subtitle --json`.

    `after_death` says that the process before this one died in the middle of them: what it was at is noted, and set
    aside where that has happened before.
    """
    return _Batch(store, wishes, progress, told, after_death=after_death).run()


class _Batch:
    def __init__(
        self, store: Store, wishes: Sequence[Wish], progress: Report, told: Told, *, after_death: bool
    ) -> None:
        self._store, self._wishes, self._progress, self._told = store, wishes, progress, told
        self._after_death = after_death
        self._rows: dict[int, dict[str, Any]] = {}
        self._lengths: dict[int, float] = {}
        self._at = 0.0

    def run(self) -> list[dict[str, Any]]:
        from studio.speech.journal import open_journal

        with open_journal(self._store.workspace.out / JOURNALS, "files") as journal:
            journal.begin_again(after_death=self._after_death)
            tasks = self._tasks(journal)
            self._lengths = {number: max(task.length_s, 1.0) for number, task in tasks.items()}
            for group in _groups(tasks):
                first = tasks[group[0]]
                if first.together:
                    self._together({number: tasks[number] for number in group}, journal)
                else:
                    for number in group:
                        self._alone(number, tasks[number], journal)
        self._progress(1.0, "done")
        return [self._rows[number] for number in range(len(self._wishes))]

    def _tasks(self, journal: Journal) -> dict[int, Task]:
        """What is to be done, by the number of the wish; the rows of all others are known at once."""
        tasks: dict[int, Task] = {}
        for number, wish in enumerate(self._wishes):
            if wish.reason:
                self._end(number, row(wish.path, "failed", reason=wish.reason))
            elif (done := journal.rows.get(_name(wish))) is not None:  # before the death: --force is not for these
                self._end(number, done)
            else:
                with self._failing(number, wish.path):
                    digest = file_digest(self._store, wish.path)
                    if wish.options.force and not self._after_death:
                        journal.forgive(digest)
                    with _guarded(wish.path, digest, journal):
                        found = find_task(self._store, wish.path, wish.folder, wish.stem, wish.options)
                    if isinstance(found, dict):
                        self._end(number, found)
                    else:
                        tasks[number] = found
        return tasks

    def _alone(self, number: int, task: Task, journal: Journal) -> None:
        """One recording, from an .srt that is there, or heard by itself."""
        began = self._at
        with self._failing(number, task.path), _guarded(task.path, task.digest, journal):
            if task.master is not None:
                self._done(number, follow(self._store, task, self._saying(number, task)), journal)
            else:
                say = self._saying(number, task, task.share)
                assert task.source is not None
                transcript = hear(task.source, task.wanted, say)
                rest = self._saying(number, task, 1 - task.share)
                self._done(number, finish(self._store, task, transcript, rest), journal)
            journal.forgive(task.digest)  # a death that may have been an accident was one
        self._at = max(self._at, began + self._lengths[number])

    def _together(self, tasks: dict[int, Task], journal: Journal) -> None:
        """Recordings of one checkpoint and one language, packed across files."""
        first = next(iter(tasks.values()))
        assert first.source is not None
        began, total, made = self._at, sum(self._lengths[number] for number in tasks), 0.0
        waiting = dict(tasks)

        def saying(fraction: float, message: str) -> None:
            self._at = max(self._at, began + made + fraction * first.share * total)
            self._say(message)

        try:
            with open_heard(first.source.choice, first.wanted, after_death=self._after_death) as heard:
                for task in tasks.values():
                    if task.options.force and not self._after_death:
                        heard.forgive(task.digest)
                sources = [task.source for task in tasks.values() if task.source is not None]
                for source, found in hear_all(sources, first.wanted, heard, saying):
                    number = next(number for number, task in waiting.items() if task.source is source)
                    task = waiting.pop(number)
                    if isinstance(found, SiarError):
                        self._end(number, failed_row(task.path, found))
                    else:
                        with self._failing(number, task.path), _guarded(task.path, task.digest, journal):
                            rest = self._saying(number, task, 1 - first.share)
                            self._done(number, finish(self._store, task, found, rest), journal)
                            for told in (journal, heard):
                                told.forgive(task.digest)
                    made += (1 - first.share) * self._lengths[number]
                    # What could not be written, as on a full disk, need not be heard again.
                    kept = isinstance(found, Transcript) and self._rows[number]["state"] == "failed"
                    if not kept and all(other.digest != task.digest for other in waiting.values()):
                        heard.finish(task.digest)
        except Exception as error:  # noqa: BLE001  the checkpoint, the memory or the journal: it concerns what waits only
            for number, task in waiting.items():
                self._end(number, failed_row(task.path, _told(task.folder / task.path.name, error)))
        self._at = max(self._at, began + total)

    @contextmanager
    def _failing(self, number: int, path: Path) -> Iterator[None]:
        began = time.monotonic()
        try:
            yield
        except Exception as error:  # noqa: BLE001  one odd recording must not lose what the others have become
            told = _told(self._wishes[number].folder / path.name, error)
            self._end(number, failed_row(path, told, time.monotonic() - began))

    def _done(self, number: int, told: dict[str, Any], journal: Journal) -> None:
        self._end(number, told)
        journal.keep(_name(self._wishes[number]), told)

    def _end(self, number: int, told: dict[str, Any]) -> None:
        self._rows[number] = told
        self._told(number, told)

    def _saying(self, number: int, task: Task, share: float = 1.0) -> Report:
        """A report for a part of one recording's work."""
        base = self._at

        def say(fraction: float, message: str) -> None:
            self._at = max(self._at, base + fraction * share * self._lengths[number])
            self._say(f"{task.path.name} – {message}")

        return say

    def _say(self, message: str) -> None:
        total = sum(self._lengths.values())
        self._progress(min(self._at / total, 1.0) if total else 1.0, message)


@contextmanager
def _guarded(path: Path, digest: str, journal: Journal) -> Iterator[None]:
    """Note that this recording is worked on; one at which the worker died twice is set aside."""
    from studio.speech.batch import set_aside

    piece = f"file:{digest}"
    if journal.is_deadly(piece):
        raise set_aside(path, "while it was worked on")
    journal.begin(piece)
    try:
        yield
    finally:
        journal.end(piece)


def _name(wish: Wish) -> str:
    """What tells a wish from every other one, in the journal."""
    return f"wish:{hashlib.blake2b(repr(wish).encode('utf-8', 'surrogatepass'), digest_size=16).hexdigest()}"


def failed_row(path: Path, error: SiarError, took_s: float = 0.0) -> dict[str, Any]:
    """The row of a recording that this error ended."""
    return row(path, "failed", reason=str(error), error=type(error).__name__, took_s=took_s)


def _told(path: Path, error: Exception) -> SiarError:
    """Why `path`, to which something was to be written, has not become anything."""
    if isinstance(error, SiarError):
        return error
    if isinstance(error, OSError):
        return write_error(path, error)
    if isinstance(error, MemoryError):
        return SiarError("There is not enough memory for this", "Close other programs, then try again")
    return SiarError(f"Something unforeseen went wrong ({type(error).__name__}: {error})", "Try it by itself")


def _groups(tasks: dict[int, Task]) -> list[list[int]]:
    """The numbers of tasks that are done in one go, in the order of their first ones."""
    groups: dict[Any, list[int]] = {}
    for number, task in tasks.items():
        heard, how = task.source, task.wanted
        key = (heard.choice, how.language, how.cluster) if task.together and heard is not None else number
        groups.setdefault(key, []).append(number)
    return list(groups.values())
