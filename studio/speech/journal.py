"""What was planned and what was heard, written down piece by piece, so that a kill costs at most the piece in hand.

One line each, a checksum and JSON: a plan (the sections of some recordings and how their windows are packed), what one
batch of packs gave, what was begun and what became of it. Lines are only ever added; a torn or damaged one is passed
over. With the plan the rest is heard in the same packs as without the kill, and so with the same words.
"""

from __future__ import annotations

import json
import os
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any

from studio.errors import SiarError
from studio.files import whole_file, write_error
from studio.speech.packing import Heard
from studio.speech.plans import (
    Part,
    Plan,
    PlannedSection,
    heard_from,
    heard_told,
    part_from,
    part_told,
    plan_from,
    plan_told,
)

DEADLY = 2
"""So many deaths of the worker at one piece of work are no accident."""
_KEPT_S = 30 * 24 * 3600.0
"""A journal, and a plan in one, that nobody went on with for a month is removed."""


def open_journal(folder: Path, key: str) -> Journal:
    """The journal called `key` in `folder`, which is made; another one of it where a second program writes that."""
    from filelock import FileLock, Timeout

    for number in count(1):
        path = folder / (f"{key}.jsonl" if number == 1 else f"{key}-{number}.jsonl")
        lock = FileLock(path.with_suffix(".lock"), timeout=0, thread_local=False)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout:
            continue
        except NotImplementedError:  # a folder on a network that knows no locks
            return Journal(path)
        except OSError as error:
            raise write_error(path, error) from error
        try:
            _sweep(folder)
            return Journal(path, lock.release)
        except BaseException:
            lock.release()
            raise
    raise AssertionError("the numbers do not end")


def _sweep(folder: Path) -> None:
    """Remove the old journals in `folder`, and their locks."""
    from filelock import FileLock, Timeout

    oldest = time.time() - _KEPT_S
    for name in {path.stem for path in folder.iterdir() if path.suffix in (".jsonl", ".lock")}:
        journal, lock = folder / f"{name}.jsonl", folder / f"{name}.lock"
        with suppress(OSError, Timeout):
            if all(path.stat().st_mtime < oldest for path in (journal, lock) if path.exists()):
                with FileLock(lock, timeout=0):
                    journal.unlink(missing_ok=True)
                lock.unlink(missing_ok=True)


class Journal:
    """The journal at `path`; its folder is made. One process writes it at a time: see `open_journal`.

    `plans` are those with recordings that are not finished, `deaths` how often the worker died at a piece of work, and
    `rows` what was kept of pieces that are done. `released` is called when it is closed.
    """

    def __init__(self, path: Path, released: Callable[[], object] = lambda: None) -> None:
        self.path = path
        self._released = released
        self.plans: dict[int, Plan] = {}
        self.deaths: Counter[str] = Counter()
        self.rows: dict[str, Any] = {}
        self._finished: set[str] = set()
        self._open: set[str] = set()
        self._count = 0
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._read()
            # Without a buffer: what a full disk did not take must not be tried again when the file is closed.
            self._file = path.open("ab", buffering=0)
        except OSError as error:
            raise write_error(path, error) from error

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, and keep no more in it than what is unfinished and what was deadly; with neither, remove it.

        Closing a second time does nothing.
        """
        if self._file.closed:
            return
        try:
            self._file.close()
            with suppress(OSError, SiarError):  # a journal that stays as it is loses nothing
                self._tidy()
        finally:
            self._released()

    def unfinished(self) -> list[Plan]:
        """The plans in which a recording is not finished, in their order."""
        return list(self.plans.values())

    # what is written down

    def plan(
        self,
        sections: Sequence[PlannedSection],
        packs: Sequence[Sequence[tuple[int, int]]],
        batches: Sequence[Sequence[int]],
    ) -> Plan:
        """A new plan, written down before anything of it is heard."""
        plan = Plan(self._count, tuple(sections), tuple(map(tuple, packs)), tuple(map(tuple, batches)))
        self._write(plan_told(plan))
        self._keep(plan)
        return plan

    def heard(self, plan: Plan, batch: int, given: Sequence[Heard]) -> None:
        """What one batch of the plan gave."""
        self._write(_batch_told(plan, batch, given))
        plan.heard[batch] = list(given)

    def heard_alone(self, plan: Plan, parts: Sequence[Part], given: Sequence[Heard]) -> None:
        """What parts of the plan gave, each heard by itself."""
        told = dict(zip(parts, given, strict=True))
        self._write(_alone_told(plan, told))
        plan.alone.update(told)

    def finish(self, recording: str) -> None:
        """The recording's files are written: what was heard of it is not needed any more."""
        self._write({"finished": recording})
        self._finish(recording)

    def begin(self, piece: str) -> None:
        """Something begins that may end the process, such as reading a damaged file; `end` or a death follows."""
        self._note({"begin": piece})
        self._open.add(piece)

    def end(self, piece: str) -> None:
        """It ended, well or with an error."""
        self._note({"end": piece})
        self._open.discard(piece)

    def keep(self, piece: str, row: Any) -> None:
        """What a piece that is done became, for the process that goes on after this one's death."""
        self._note({"kept": piece, "row": row})
        self.rows[piece] = row

    def begin_again(self, *, after_death: bool) -> None:
        """What was begun and did not end is begun anew; `after_death` notes against it that the worker died at it.

        A program that was killed as a whole says nothing about what it was at, and its rows are told no more.
        """
        pieces = sorted(self._open) if after_death else []
        if self._open or self.rows:
            self._note({"again": after_death, "died": pieces})
        self._again(pieces, after_death=after_death)

    def kills(self, piece: str) -> None:
        """Workers elsewhere died at this piece, again and again, while this process goes on."""
        self._note({"killed": piece})
        self.deaths[piece] += DEADLY

    def is_deadly(self, piece: str) -> bool:
        """Whether the worker died twice at this piece."""
        return self.deaths[piece] >= DEADLY

    def is_suspect(self, piece: str) -> bool:
        """Whether the worker died at this piece, perhaps by another one that went on beside it."""
        return self.deaths[piece] > 0

    def forgive(self, recording: str) -> None:
        """Try again what was set aside of a recording."""
        for piece in [piece for piece in list(self.deaths) if recording in piece]:
            self._note({"forgiven": piece})
            del self.deaths[piece]

    def _keep(self, plan: Plan) -> None:
        self.plans[plan.number] = plan
        self._count = max(self._count, plan.number + 1)
        self._finished -= plan.recordings  # made again

    def _finish(self, recording: str) -> None:
        self._finished.add(recording)
        for plan in [plan for plan in self.plans.values() if plan.recordings <= self._finished]:
            self._drop(plan)

    def _drop(self, plan: Plan) -> None:
        del self.plans[plan.number]
        for piece in [piece for piece in list(self.deaths) if piece.startswith(f"{batch_piece(plan)}:")]:
            del self.deaths[piece]

    def _again(self, pieces: Sequence[str], *, after_death: bool) -> None:
        self.deaths.update(pieces)
        self._open.clear()
        if not after_death:
            self.rows.clear()

    def _write(self, told: dict[str, Any]) -> None:
        """A line that outlives the machine."""
        with self._lock:
            try:
                self._append(told)
                os.fsync(self._file.fileno())
            except OSError as error:
                raise write_error(self.path, error) from error

    def _note(self, told: dict[str, Any]) -> None:
        """A line that outlives this process only; it is worth less than the work, which goes on where it fails."""
        with self._lock, suppress(OSError):
            self._append(told)

    def _append(self, told: dict[str, Any]) -> None:
        data, whole = _line(told), self._file.seek(0, os.SEEK_END)
        try:
            while data:
                data = data[self._file.write(data) :]
        except OSError:
            with suppress(OSError):
                self._file.truncate(whole)  # half a line would spoil the next one too
            raise

    def _tidy(self) -> None:
        if not self.plans and not self.deaths:
            self.path.unlink(missing_ok=True)
            return
        with whole_file(self.path) as new, new.open("wb") as file:
            file.writelines(_line(told) for told in self._told())

    def _told(self) -> Iterator[dict[str, Any]]:
        """The lines that say what is unfinished and what was deadly."""
        for plan in self.plans.values():
            yield plan_told(plan)
            for batch, given in plan.heard.items():
                yield _batch_told(plan, batch, given)
            if plan.alone:
                yield _alone_told(plan, plan.alone)
        inside = {recording for plan in self.plans.values() for recording in plan.recordings}
        for recording in sorted(self._finished & inside):
            yield {"finished": recording}
        if self.deaths:
            yield {"again": True, "died": sorted(self.deaths.elements())}

    # what is read back

    def _read(self) -> None:
        if not self.path.exists():
            return
        data = self.path.read_bytes()
        whole = data[: data.rfind(b"\n") + 1]
        if len(whole) < len(data):  # torn by a kill: what is added must begin on a line of its own
            with self.path.open("rb+") as file:
                file.truncate(len(whole))
        for line in whole.split(b"\n"):
            # What a line that is damaged on the disk told is done again.
            with suppress(ValueError, KeyError, TypeError):
                self._take(_told_by(line))
        oldest = time.time() - _KEPT_S
        for plan in [plan for plan in self.plans.values() if plan.made < oldest]:
            self._drop(plan)

    def _take(self, told: dict[str, Any]) -> None:
        if "plan" in told:
            self._keep(plan_from(told))
        elif "batch" in told:
            self.plans[told["of"]].heard[told["batch"]] = [heard_from(one) for one in told["heard"]]
        elif "alone" in told:
            parts, given = map(part_from, told["alone"]), map(heard_from, told["heard"])
            self.plans[told["of"]].alone.update(zip(parts, given, strict=True))
        elif "finished" in told:
            self._finish(told["finished"])
        elif "begin" in told:
            self._open.add(told["begin"])
        elif "end" in told:
            self._open.discard(told["end"])
        elif "kept" in told:
            self.rows[told["kept"]] = told["row"]
        elif "again" in told:
            self._again(told["died"], after_death=told["again"])
        elif "killed" in told:
            self.deaths[told["killed"]] += DEADLY
        elif "forgiven" in told:
            del self.deaths[told["forgiven"]]


def batch_piece(plan: Plan) -> str:
    """What the names of a plan's batches begin with, as pieces of work."""
    return f"batch:{plan.number}"


def _batch_told(plan: Plan, batch: int, given: Sequence[Heard]) -> dict[str, Any]:
    return {"of": plan.number, "batch": batch, "heard": [heard_told(one) for one in given]}


def _alone_told(plan: Plan, told: dict[Part, Heard]) -> dict[str, Any]:
    parts, given = [part_told(part) for part in told], [heard_told(one) for one in told.values()]
    return {"of": plan.number, "alone": parts, "heard": given}


def _line(told: dict[str, Any]) -> bytes:
    data = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return b"%08x %b\n" % (zlib.crc32(data), data)


def _told_by(line: bytes) -> Any:
    """What a line tells. Raises ValueError where it is not as it was written."""
    data = line[9:]
    if int(line[:8], 16) != zlib.crc32(data):
        raise ValueError("damaged")
    return json.loads(data.decode("utf-8", "surrogatepass"))
