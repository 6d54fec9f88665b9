"""Watched folders: a recording that was copied into one goes into the queue by itself, once, when its copying ended."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from studio.actions.queue import add_to_queue, length_of
from studio.actions.subtitling import (
    SubtitleOptions,
    checked_options,
    is_recording,
    options_from,
    options_told,
)
from studio.errors import NotFound, SiarError
from studio.store import Store
from studio.store.artefacts import is_made
from studio.store.digests import file_digest
from studio.store.queue import Entry, list_entries
from studio.store.queue_state import is_taken, note_taken
from studio.store.settings import get_setting, set_setting

SETTLED_S = 3.0
"""A file that did not change for so long is copied, if it can be read as a recording."""
PATIENCE_S = 60.0
"""After so long it is taken even if it cannot: that it is damaged is then told in the queue."""
_KEY = "watched folders"
_ARRIVING = (".part", ".partial", ".crdownload", ".download", ".tmp", ".opdownload", ".aria2")


@dataclass(frozen=True, slots=True)
class Watched:
    """A folder, and what is wanted of the recordings that come into it."""

    folder: Path
    options: SubtitleOptions


def watched_folders(store: Store) -> tuple[Watched, ...]:
    """The folders of this workspace, in the order in which they were added."""
    kept = get_setting(store, _KEY, [])
    found = []
    for one in kept if isinstance(kept, list) else []:
        with suppress(TypeError, KeyError, AttributeError):  # what another program broke is left out
            found.append(Watched(Path(one["folder"]), options_from(one["options"])))
    return tuple(found)


def watch_folder(store: Store, folder: Path, options: SubtitleOptions) -> Watched:
    """Watch a folder from now on; one that is watched gets these options. Raises NotFound, InvalidValue."""
    wanted = Watched(_whole(folder), checked_options(replace(options, force=False)))
    if not wanted.folder.is_dir():
        raise NotFound(f"There is no folder {wanted.folder}", "Make it, or choose another one")
    others = [one for one in watched_folders(store) if one.folder != wanted.folder]
    _keep(store, [*others, wanted], f"Watch “{wanted.folder.name}”")
    return wanted


def unwatch_folder(store: Store, folder: Path) -> None:
    """Watch a folder no more. Raises NotFound where it is not watched."""
    whole = _whole(folder)
    there = watched_folders(store)
    if all(one.folder != whole for one in there):
        raise NotFound(f"{whole} is not watched", "`siar queue watch --list` shows the folders that are")
    _keep(store, [one for one in there if one.folder != whole], f"Watch “{whole.name}” no more")


def _whole(folder: Path) -> Path:
    return folder.expanduser().resolve()


def _keep(store: Store, watched: Sequence[Watched], label: str) -> None:
    told = [{"folder": str(one.folder), "options": options_told(one.options)} for one in watched]
    set_setting(store, _KEY, told or None, label=label)


@dataclass(slots=True)
class _Seen:
    size: int
    mtime_ns: int
    since: float
    over: bool = False


class Watcher:
    """Remembers what it saw between two looks; `clock` gives seconds that only go forward.

    With `patience_s` 0 what cannot be read is taken as soon as it is settled.
    """

    def __init__(
        self,
        settled_s: float = SETTLED_S,
        patience_s: float = PATIENCE_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settled_s, self._patience_s, self._clock = settled_s, patience_s, clock
        self._seen: dict[Path, _Seen] = {}
        self.pending = 0
        """Files that are still being copied, as far as can be seen."""
        self.problems: dict[Path, str] = {}
        """Folders that cannot be looked into, with why."""

    def look(self, store: Store, watched: Sequence[Watched]) -> list[Entry]:
        """The entries of recordings that were taken into the queue now. Raises SiarError where it cannot be written."""
        self.pending, self.problems = 0, {}
        taken: list[Entry] = []
        there: set[Path] = set()
        for one in watched:
            try:
                files = list(_recordings(one.folder, store.workspace.out))
            except OSError as error:
                why = error.strerror or str(error)
                self.problems[one.folder] = f"The watched folder {one.folder} cannot be read ({why})."
                there.update(path for path in self._seen if one.folder in path.parents)
                continue
            there.update(files)
            ready = [path for path in files if self._is_ready(path)]
            taken += self._take(store, ready, one.options)
        self._seen = {path: seen for path, seen in self._seen.items() if path in there}
        return taken

    def _is_ready(self, path: Path) -> bool:
        """Whether the file at `path` is new and does not change any more."""
        try:
            state = path.stat()
        except OSError:
            return False
        now, seen = self._clock(), self._seen.get(path)
        if seen is None or (seen.size, seen.mtime_ns) != (state.st_size, state.st_mtime_ns):
            self._seen[path] = seen = _Seen(state.st_size, state.st_mtime_ns, now)
        if seen.over:
            return False
        rested_s = now - seen.since
        ready = rested_s >= self._settled_s and (rested_s >= self._patience_s or _opens(path))
        self.pending += not ready
        return ready

    def _take(self, store: Store, ready: Sequence[Path], options: SubtitleOptions) -> list[Entry]:
        queued = {one.path for one in list_entries(store)}
        taken: list[Entry] = []
        for path in ready:
            try:
                digest = file_digest(store, path)
            except (SiarError, OSError):  # gone, or not ours to read: looked at again if it changes
                self._seen[path].over = True
                continue
            ours = is_made(store, store.workspace.relative(path), digest)
            if not ours and not is_taken(store, digest) and str(path) not in queued:
                taken += add_to_queue(store, [path], options).entries
            if not ours:
                note_taken(store, digest, str(path))
            self._seen[path].over = True
        return taken


def _recordings(folder: Path, out: Path) -> Iterator[Path]:
    """The recordings below a folder that are not arriving by a name that says so, nor lie where we write."""
    if not folder.is_dir():
        raise FileNotFoundError(2, "there is no such folder")
    for path in sorted(folder.rglob("*")):
        arriving = any(path.with_name(path.name + ending).exists() for ending in _ARRIVING)
        if is_recording(path) and not path.name.startswith("~$") and not arriving and out not in path.parents:
            yield path


def _opens(path: Path) -> bool:
    """Whether the file can be read as a recording by now: a film that is not whole yet lacks its table of contents."""
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError:
        return False
    return length_of(path) > 0
