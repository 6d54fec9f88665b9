"""Subtitle many recordings: what is done is skipped, what can be is heard together, one failure stops no other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.actions.subtitle_task import Task, find_task, finish, follow, row
from studio.errors import SiarError, WorkerDied
from studio.files import write_error
from studio.jobs.events import Report
from studio.steps.recognition import hear, hear_all, open_heard
from studio.store import Store

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

        with open_journal(self._store.workspace.out / ".heard", "files") as journal:
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
        return [self._rows[number] for number in range(len(self._wishes))]

    def _tasks(self, journal: Journal) -> dict[int, Task]:
        """What is to be done, by the number of the wish; the rows of all others are known at once."""
        tasks: dict[int, Task] = {}
        for number, wish in enumerate(self._wishes):
            if wish.reason:
                self._end(number, row(wish.path, "failed", reason=wish.reason))
                continue
            with self._failing(number, wish.path):
                found = find_task(self._store, wish.path, wish.folder, wish.stem, wish.options)
                if isinstance(found, dict):
                    self._end(number, found)
                    continue
                if wish.options.force:
                    journal.forgive(found.digest)
                tasks[number] = found
        return tasks

    def _alone(self, number: int, task: Task, journal: Journal) -> None:
        """One recording, from an .srt that is there, or heard by itself."""
        with self._failing(number, task.path), self._guarded(task, journal):
            if task.master is not None:
                self._end(number, follow(self._store, task, self._saying(number, task)))
                return
            say = self._saying(number, task, task.share)
            assert task.source is not None
            transcript = hear(task.source, task.wanted, say)
            rest = self._saying(number, task, 1 - task.share)
            self._end(number, finish(self._store, task, transcript, rest))

    def _together(self, tasks: dict[int, Task], journal: Journal) -> None:
        """Recordings of one checkpoint and one language, packed across files."""
        first = next(iter(tasks.values()))
        assert first.source is not None
        began, total = self._at, sum(self._lengths[number] for number in tasks)
        waiting = dict(tasks)
        with ExitStack() as stack:
            heard = stack.enter_context(open_heard(first.source.choice, first.wanted, after_death=self._after_death))
            for task in tasks.values():
                if task.options.force:
                    heard.forgive(task.digest)
            sources = [task.source for task in tasks.values() if task.source is not None]

            def saying(fraction: float, message: str) -> None:
                self._at = max(self._at, began + fraction * first.share * total)
                self._say(message)

            try:
                for source, found in hear_all(sources, first.wanted, heard, saying):
                    number = next(number for number, task in waiting.items() if task.source is source)
                    task = waiting.pop(number)
                    if isinstance(found, SiarError):
                        self._end(number, row(task.path, "failed", reason=str(found)))
                    else:
                        with self._failing(number, task.path), self._guarded(task, journal):
                            rest = self._saying(number, task, 1 - task.share)
                            self._end(number, finish(self._store, task, found, rest))
                    heard.finish(task.digest)
            except SiarError as error:  # the checkpoint, or a journal that cannot be written: it concerns them all
                for number, task in waiting.items():
                    self._end(number, row(task.path, "failed", reason=str(error)))
        self._at = began + total

    @contextmanager
    def _guarded(self, task: Task, journal: Journal) -> Iterator[None]:
        """Note that this recording is worked on; one at which the worker died twice is set aside."""
        piece = f"file:{task.digest}"
        if journal.is_deadly(piece):
            raise WorkerDied(
                f"{task.path.name} ended the program twice, and is set aside",
                "Export the recording again as .mp4; to try it as it is, run it by itself with --force",
            )
        journal.begin(piece)
        try:
            yield
        finally:
            journal.end(piece)

    @contextmanager
    def _failing(self, number: int, path: Path) -> Iterator[None]:
        began = time.monotonic()
        try:
            yield
        except SiarError as error:
            self._end(number, row(path, "failed", reason=str(error), took_s=time.monotonic() - began))
        except OSError as error:
            reason = str(write_error(self._wishes[number].folder / path.name, error))
            self._end(number, row(path, "failed", reason=reason, took_s=time.monotonic() - began))
        except Exception as error:  # noqa: BLE001  one odd recording must not lose what the others have become
            reason = f"Something unforeseen went wrong ({type(error).__name__}: {error}). Try it by itself."
            self._end(number, row(path, "failed", reason=reason, took_s=time.monotonic() - began))

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


def _groups(tasks: dict[int, Task]) -> list[list[int]]:
    """The numbers of tasks that are done in one go, in the order of their first ones."""
    groups: dict[Any, list[int]] = {}
    for number, task in tasks.items():
        heard, how = task.source, task.wanted
        key = (heard.choice, how.language, how.cluster) if task.together and heard is not None else number
        groups.setdefault(key, []).append(number)
    return list(groups.values())
