"""The work on the queue: recordings of one way of working are heard together, and each is written down as it is done.

Between two batches the queue is read again, and within one it is looked at every second: what was added, removed, held
or cancelled meanwhile counts at once. What was heard by then is journalled, and gone on with later.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from studio.actions.opening import open_studio
from studio.actions.queue import measure_next
from studio.actions.queue_view import ANY, how, length, name_of, summary, view_queue
from studio.actions.subtitle_batch import Wish, failed_row, subtitle_all
from studio.actions.subtitle_task import row
from studio.actions.subtitling import options_from
from studio.errors import InvalidValue, NotFound, OutOfSpace, SiarError, WorkerDied
from studio.jobs.events import Report
from studio.store import Store
from studio.store import queue as rows
from studio.store import queue_state as standing
from studio.store.digests import file_digest
from studio.store.queue import OPEN, Entry, EntryState

BATCH_S, BATCH_MOST = 600.0, 32
"""Seconds of sound, and recordings, that are begun together: enough to fill windows well, and few to wait for."""
TICK_S = 1.0
_ALONE, _ASIDE, _ASIDE_ITEM = 4, 6, 2
"""Deaths of the worker after which a recording is done by itself, and is set aside.

What is heard keeps its own count and sets aside earlier (see Journal); these end what dies elsewhere.
"""


class _Halt(BaseException):
    """The batch ends here. Not an Exception: it passes those who turn every error into a failed recording."""


def run_queue(*, workspace: str, progress: Report, after_death: bool = False) -> dict[str, Any]:
    """Work on the queue until nothing waits or it is held; the summary, see `queue_view.summary`.

    Raises InvalidValue where another program works on it, OutOfSpace where not even the queue can be written.
    """
    with open_studio(Path(workspace)) as store:
        if not standing.claim(store):
            raise InvalidValue(
                "Another program works on the queue already", "Look there, or close it and start the queue again here"
            )
        try:
            return _Run(store, progress).run(after_death=after_death)
        finally:
            with suppress(SiarError):  # found out by whoever looks: the process is gone
                rows.wait_again(store)
                standing.release(store)


class _Run:
    def __init__(self, store: Store, progress: Report) -> None:
        self._store, self._progress = store, progress
        self._batch: list[Entry] = []
        self._over = self._whole = 0.0  # seconds of sound, of this run
        self._fraction = self._sound = self._made = (
            0.0  # of the batch: seconds that are worked on, and those of them that are written
        )
        self._tick = 0.0
        self._after_death = False

    def run(self, *, after_death: bool) -> dict[str, Any]:
        rows.wait_again(self._store, died=after_death)
        self._after_death = after_death
        while not standing.is_paused(self._store):
            self._measure()
            batch = self._next()
            if not batch:
                break
            try:
                self._do(batch)
            except OutOfSpace as error:
                self._hold(error)
        return summary(view_queue(self._store))

    def _measure(self) -> None:
        """The lengths of all that waits: without them no time left can be told."""
        while measure_next(self._store):
            self._progress(self._over / self._whole if self._whole else 0.0, "looking at the recordings")

    def _next(self) -> list[Entry]:
        """What is done together next: what was begun together before, else the first that waits with all like it."""
        waiting = rows.list_entries(self._store, {EntryState.WAITING})
        self._whole = self._over + sum(length(one) for one in waiting)
        if not waiting:
            return []
        begun = sorted((one for one in waiting if one.batch is not None), key=lambda one: one.batch or 0)
        first = (begun or waiting)[0]
        if first.item or first.deaths >= _ALONE:
            return [first]
        alike = [one for one in (begun or waiting) if _way(one) == _way(first) and one.deaths < _ALONE]
        if begun:
            return alike
        batch: list[Entry] = []
        for one in alike:
            if batch and (len(batch) >= BATCH_MOST or sum(map(length, [*batch, one])) > BATCH_S):
                break
            batch.append(one)
        return batch

    def _do(self, batch: Sequence[Entry]) -> None:
        ids = rows.begin_batch(self._store, [one.id for one in batch])
        self._batch = [one for one in batch if one.id in ids]
        if not self._batch:  # taken away in this very moment
            return
        first = self._batch[0]
        began, before = time.monotonic(), self._over
        self._tick = began
        self._sound, self._made, self._fraction = sum(length(one) for one in self._batch), 0.0, 0.0
        try:
            if first.deaths >= (_ASIDE_ITEM if first.item else _ASIDE):
                self._told(0, _set_aside(first))
            elif first.item:
                self._told(0, self._item_row(first))
            else:
                wishes = [_wish(one) for one in self._batch]
                after_death, self._after_death = self._after_death, False
                subtitle_all(self._store, wishes, self._report, self._told, after_death=after_death)
        except _Halt:
            rows.wait_again(self._store)
        else:
            self._note_speed(time.monotonic() - began)
        self._over = before + sum(length(one) for one in self._batch if self._state(one) not in OPEN)

    def _item_row(self, entry: Entry) -> dict[str, Any]:
        """The row of an item's recording: its subtitles step is made, or is fresh."""
        from studio.actions.items import show_item
        from studio.steps import Options, produce

        options, path, began = options_from(entry.options), Path(entry.path), time.monotonic()
        try:
            item = show_item(self._store, entry.item)
        except NotFound as error:
            return failed_row(path, error)
        names = ["subtitles", *(["captioned"] if options.burn else [])]
        asked = Options(options.engine, options.model)
        done = produce(self._store, [item], only=names, force=entry.forced, options=asked, progress=self._report)
        wanted = [one for one in done if one.step in names]
        outputs = [path for one in wanted for path in one.paths]
        took_s = time.monotonic() - began
        for one in wanted:
            if one.state in ("failed", "waits"):
                return row(path, "failed", reason=one.reason, outputs=outputs, took_s=took_s)
        made = any(one.state == "made" for one in wanted)
        reason = "" if made else "It is done already."
        return row(path, "done" if made else "skipped", reason=reason, outputs=outputs, took_s=took_s)

    # what is told while a batch is done

    def _report(self, fraction: float, message: str) -> None:
        if fraction >= 1:  # the next batch, or the end of the job, says so
            return
        self._fraction, done_s = fraction, fraction * self._sound
        self._progress((self._over + done_s) / self._whole if self._whole else 0.0, message)
        now = time.monotonic()
        if now - self._tick >= TICK_S:
            self._tick = now
            self._look(max(0.0, done_s - self._made), message)

    def _look(self, done_s: float, message: str) -> None:
        """Write down how far those are that are not over; stop where the queue is held, or one cancelled or removed."""
        with suppress(SiarError):  # a note of progress is worth less than the work
            standing.note_progress(self._store, done_s, message)
        if standing.is_paused(self._store):
            raise _Halt
        if any(self._state(one) in (None, EntryState.CANCELLED) for one in self._batch):
            raise _Halt

    def _state(self, entry: Entry) -> EntryState | None:
        """In what state an entry is now; None where it was removed."""
        try:
            return rows.get_entry(self._store, entry.id).state
        except NotFound:
            return None

    def _told(self, number: int, told: dict[str, Any]) -> None:
        """Write down what became of one of the batch. A full disk holds the queue: it is nothing of this recording."""
        entry = self._batch[number]
        if told["error"] == OutOfSpace.__name__:
            standing.set_paused(self._store, True, told["reason"])
            raise _Halt
        state = EntryState(told["state"])
        if told["error"] == WorkerDied.__name__:
            state = EntryState.SET_ASIDE
        # What is skipped is no work: the fraction of the batch is told of the others.
        if state is EntryState.DONE:
            self._made += length(entry)
        else:
            self._sound -= length(entry)
        problems = told["problems"]
        if state in (EntryState.DONE, EntryState.SKIPPED) and told["engine"] is None:
            problems, told["cues"] = self._problems_on_disk(entry, told["outputs"])
        rows.end_entry(self._store, entry.id, state, told | {"problems": problems})
        standing.note_progress(self._store, max(0.0, self._fraction * self._sound - self._made), name_of(entry))
        if state in (EntryState.DONE, EntryState.SKIPPED):
            with suppress(SiarError, OSError):  # it may be gone by now; then nothing is taken twice
                standing.note_taken(self._store, file_digest(self._store, Path(entry.path)), entry.path)

    def _problems_on_disk(self, entry: Entry, outputs: Sequence[str]) -> tuple[list[Any], int | None]:
        """What there is to mend in files that were not set just now, and how many cues they hold."""
        from studio.actions.subtitle_reports import report_file

        for path in map(Path, outputs):
            if path.suffix in (".srt", ".vtt", ".ass"):
                with suppress(SiarError):
                    profile = str(entry.options.get("profile") or "") or None
                    found = report_file(self._store.workspace, path, profile, Path(entry.path)).report
                    if found is not None:
                        return list(found.findings), found.figures.cues
                return [], 0
        return [], None

    def _hold(self, error: OutOfSpace) -> None:
        """Hold the queue because of a full disk. Raises the error where even that cannot be written."""
        try:
            standing.set_paused(self._store, True, str(error))
            rows.wait_again(self._store)
        except SiarError:
            raise error from None

    def _note_speed(self, took_s: float) -> None:
        """Note how fast this batch went; what was skipped or failed says nothing about that."""
        done = [one for one in self._batch if self._state(one) is EntryState.DONE]
        sound_s = sum(length(one) for one in done)
        if done and sound_s * 2 >= sum(length(one) for one in self._batch):
            with suppress(SiarError):
                for way in (how(done[0]), ANY):
                    standing.note_speed(self._store, way, sound_s, took_s)


def _way(entry: Entry) -> tuple[object, ...]:
    """What entries that are heard together have in common."""
    told = entry.options
    return (entry.item, told.get("engine"), told.get("model"), told.get("language"))


def _wish(entry: Entry) -> Wish:
    options = options_from(entry.options)
    if entry.forced:
        options = replace(options, force=True)
    return Wish(Path(entry.path), Path(entry.folder), entry.stem, options)


def _set_aside(entry: Entry) -> dict[str, Any]:
    error = WorkerDied(
        f"{name_of(entry)} ended the program again and again, and is set aside",
        "Export the recording again as .mp4; to try it as it is, choose Retry",
    )
    return failed_row(Path(entry.path), error)
