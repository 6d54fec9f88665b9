"""What a person does with the queue of recordings: add, change, order, hold, stop, take up again, remove.

The work itself is `studio.actions.queue_run`, how it stands `studio.actions.queue_view`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from studio.actions.captions import captions_of
from studio.actions.subtitling import (
    SubtitleOptions,
    alike,
    checked_options,
    options_from,
    options_told,
    recordings,
    targets,
)
from studio.errors import InvalidValue, NotFound
from studio.jobs.events import JobRequest
from studio.jobs.worker import AFTER_DEATH
from studio.store import Store
from studio.store import queue as rows
from studio.store.queue import ENDED, OPEN, WENT_WRONG, Entry, EntryState, NewEntry
from studio.store.queue_state import set_paused


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the recordings that were to be queued.

    `entries` wait now, `known` were there with the same options, `refused` are paths with why they cannot be taken.
    """

    entries: tuple[Entry, ...] = ()
    known: tuple[Entry, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()


def add_to_queue(store: Store, paths: Iterable[Path], options: SubtitleOptions) -> Added:
    """Put these files, and the recordings in these folders, at the end of the queue.

    One that ended before with the same options waits again. Raises InvalidValue or NotFound for options that cannot be
    taken, and for a folder without recordings.
    """
    options = checked_options(options)
    captions_of(store, options.style, options.preset)
    told = options_told(options)
    found = targets(recordings(paths), options.out)
    refused = [(one["path"], why) for one in found if (why := _why_not(one))]
    fresh: list[NewEntry] = []
    known: list[Entry] = []
    with store.transaction():
        there = rows.list_entries(store)
        stems = _stems_of(there)
        for target in found:
            path = Path(target["path"])
            if any(target["path"] == shown for shown, _ in refused):
                continue
            same = next((one for one in there if one.path == str(path) and one.options == told and not one.item), None)
            if same is not None:
                known.append(same)
                continue
            stem = _free_stem(path, target["folder"], target["stem"], stems)
            fresh.append(NewEntry(str(path), target["folder"], stem, told))
        again = [one.id for one in known if one.state in ENDED]
        _wait_again(store, again)
        added = [*(rows.get_entry(store, number) for number in again), *rows.add_entries(store, fresh)]
    return Added(tuple(added), tuple(one for one in known if one.id not in again), tuple(refused))


def _why_not(target: Mapping[str, str]) -> str:
    path = Path(target["path"])
    missing = f"There is no file {path}. Check the name, or choose the file again."
    return target["reason"] or ("" if path.is_file() else missing)


def add_recording_of(store: Store, number: int | str, options: SubtitleOptions | None = None) -> Entry:
    """Queue an item's recording: its subtitles step is made, with the item's language, script and names.

    Of `options` engine, model and burn count. Raises NotFound where there is no such item, or no recording.
    """
    from studio.actions.items import show_item

    item = show_item(store, number)
    path = store.workspace.absolute(item.recording) if item.recording else None
    if path is None or not path.is_file():
        raise NotFound(f"“{item.title}” has no recording", "Choose its recording first, then send it to the queue")
    told = options_told(replace(options or SubtitleOptions(), language=item.language, formats=("srt",)))
    with store.transaction():
        there = next((one for one in rows.list_entries(store) if one.item == item.uid), None)
        if there is None:
            return rows.add_entries(store, [NewEntry(str(path), "", item.title, told, item.uid)])[0]
        if there.path != str(path):
            rows.remove_entries(store, [there.id])
            return rows.add_entries(store, [NewEntry(str(path), "", item.title, told, item.uid)])[0]
        if there.state in ENDED:
            _wait_again(store, [there.id])
        return rows.get_entry(store, there.id)


def change_in_queue(store: Store, ids: Sequence[int], changes: Mapping[str, Any]) -> list[Entry]:
    """Give entries that do not run other options, by the names of SubtitleOptions; those that ended wait again.

    Of an item's recording only engine, model and burn can be changed: the rest is the item's. Raises NotFound, or
    InvalidValue for an option that cannot be taken and for an entry that runs.
    """
    with store.transaction():
        there = rows.list_entries(store)
        stems = _stems_of(one for one in there if one.id not in ids)
        for number in ids:
            entry = rows.get_entry(store, number)
            if entry.state is EntryState.RUNNING:
                raise InvalidValue(
                    f"{Path(entry.path).name} is being subtitled", "Cancel it first, or wait for its end"
                )
            wanted = {name: value for name, value in changes.items() if not entry.item or name in _OF_AN_ITEM}
            options = checked_options(replace(options_from(entry.options), **wanted))
            captions_of(store, options.style, options.preset)
            told = options_told(options)
            if told == entry.options:
                continue
            folder, stem = entry.folder, entry.stem
            if not entry.item:
                (target,) = targets([Path(entry.path)], options.out)
                if target["folder"] != folder:
                    folder = target["folder"]
                    stem = _free_stem(Path(entry.path), folder, target["stem"], stems)
            _wait_again(store, [number])
            rows.change_entry(store, number, options=told, folder=folder, stem=stem)
        return [rows.get_entry(store, number) for number in ids]


_OF_AN_ITEM = frozenset({"engine", "model", "burn"})


def order_entries(store: Store, ids: Sequence[int], position: int) -> None:
    """Let these stand together from `position` on, 1 being the first. Raises NotFound."""
    for number in ids:
        rows.get_entry(store, number)
    rows.place_entries(store, ids, position)


def pause_queue(store: Store) -> None:
    """Hold the queue; what is being heard stops within seconds, and goes on where it was."""
    set_paused(store, True)


def resume_queue(store: Store) -> None:
    """Let the queue go on; `queue_request` is the job that does."""
    set_paused(store, False)


def cancel_entries(store: Store, ids: Sequence[int]) -> int:
    """Stop these, or take them from those that wait; they stay in the list. How many they were. Raises NotFound."""
    for number in ids:
        rows.get_entry(store, number)
    return rows.set_state(store, ids, EntryState.CANCELLED, within=OPEN)


def retry_entries(store: Store, ids: Sequence[int]) -> int:
    """Let these wait again, whatever became of them; how many they were. Raises NotFound.

    What was set aside is tried as if it had never ended the program, and what is done is made again.
    """
    with store.transaction():
        entries = [rows.get_entry(store, number) for number in ids]
        for entry in entries:
            if entry.state in (EntryState.SET_ASIDE, EntryState.DONE, EntryState.SKIPPED):
                # Done files would be skipped, and files that were set aside be set aside again.
                rows.force_once(store, entry.id)
        return _wait_again(store, [entry.id for entry in entries])


def retry_failed(store: Store) -> int:
    """Let all that failed or were cancelled wait again; how many they were."""
    states = {*WENT_WRONG, EntryState.CANCELLED}
    return retry_entries(store, [entry.id for entry in rows.list_entries(store, states)])


def remove_from_queue(store: Store, ids: Sequence[int]) -> list[Entry]:
    """Take these out of the queue; they as they were, for `put_back`. What runs stops, files that were made stay.

    Raises NotFound.
    """
    with store.transaction():
        removed = [rows.get_entry(store, number) for number in ids]
        rows.remove_entries(store, ids)
    return removed


def clear_queue(store: Store, *, everything: bool = False) -> list[Entry]:
    """Take out what is done or skipped, or all that does not run; they as they were, for `put_back`."""
    done = {EntryState.DONE, EntryState.SKIPPED}
    with store.transaction():
        removed = rows.list_entries(store, set(EntryState) - {EntryState.RUNNING} if everything else done)
        rows.remove_entries(store, [one.id for one in removed])
    return removed


def put_back(store: Store, removed: Sequence[Entry]) -> None:
    """Put what was removed back where it stood."""
    rows.put_back(store, removed)


def queue_request(store: Store) -> JobRequest:
    """The job that works on the queue until nothing waits. Raises NotFound where nothing does."""
    waiting = len(rows.list_entries(store, OPEN))
    if not waiting:
        raise NotFound("Nothing waits in the queue", "Add recordings with `siar queue add PATH`")
    title = "Subtitle the queue"
    arguments = {"workspace": str(store.workspace.root), AFTER_DEATH: False}
    return JobRequest(title, "studio.actions.queue_run:run_queue", arguments)


def measure_next(store: Store) -> bool:
    """Measure one recording of which the length is not known; False where there is none."""
    unknown = rows.unmeasured(store)
    if unknown is None:
        return False
    rows.set_length(store, unknown.id, length_of(Path(unknown.path)))
    return True


def length_of(path: Path) -> float:
    """The length of a recording in seconds, 0 where it cannot be told: why, it says when it is to be subtitled."""
    from studio.video.probe import probe

    try:
        return probe(path).duration_s
    except Exception:  # noqa: BLE001  whatever is wrong with it
        return 0.0


def _wait_again(store: Store, ids: Sequence[int]) -> int:
    rows.forgive(store, ids)
    return rows.set_state(store, ids, EntryState.WAITING, within=ENDED)


def _stems_of(entries: Iterable[Entry]) -> dict[tuple[str, str], str]:
    """Whose the names are in each folder: the recording's path by folder and stem."""
    return {(one.folder, alike(one.stem)): one.path for one in entries if not one.item}


def _free_stem(path: Path, folder: str, wanted: str, stems: dict[tuple[str, str], str]) -> str:
    """How the names of a recording's new files begin, so that no other of the queue writes the same into the folder."""
    plain = (wanted, path.stem, path.name, f"{path.parent.name}-{path.stem}", f"{path.parent.name}-{path.name}")
    numbered = (f"{path.stem}-{number}" for number in count(2))
    for stem in (*plain, *(next(numbered) for _ in range(len(stems) + 1))):
        if stems.setdefault((folder, alike(stem)), str(path)) == str(path):
            return stem
    raise AssertionError("there are more names than recordings")
