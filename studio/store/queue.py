"""The queue of recordings that wait for subtitles, as it lies on disk: it outlives the window, a crash and a power cut.

An entry is one recording with its own options. It is no part of the undo history: it changes by itself all the time.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from studio.errors import NotFound
from studio.store.session import Store


class EntryState(StrEnum):
    """How far an entry is; "set aside" means that its recording ended the worker again and again."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"
    SET_ASIDE = "set aside"
    CANCELLED = "cancelled"


OPEN = frozenset({EntryState.WAITING, EntryState.RUNNING})
ENDED = frozenset(EntryState) - OPEN
WENT_WRONG = frozenset({EntryState.FAILED, EntryState.SET_ASIDE})


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A recording to queue: the new files' names begin with `stem` and lie in `folder`; `item` is the item's uid."""

    path: str
    folder: str
    stem: str
    options: Mapping[str, Any]
    item: str = ""
    length_s: float | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One recording of the queue. Lengths are in seconds.

    `length_s` is None until the recording is measured, 0 where it cannot be. `batch` is its place among those that were
    last begun together, None for others. A `forced` one is made again though it is done. `problems` counts the rules
    that its cues break.
    """

    id: int
    path: str
    folder: str
    stem: str
    item: str
    position: int
    options: dict[str, Any]
    state: EntryState
    reason: str
    length_s: float | None
    batch: int | None
    deaths: int
    forced: bool
    outputs: tuple[str, ...]
    notes: tuple[str, ...]
    problems: int
    cues: int | None
    language: str | None
    engine: str | None
    model: str | None
    took_s: float | None
    ended: str | None


def add_entries(store: Store, new: Sequence[NewEntry]) -> list[Entry]:
    """Put these at the end of the queue, in their order."""
    with store.transaction():
        last = store.db.execute("SELECT coalesce(max(position), 0) FROM queue").fetchone()[0]
        ids = []
        for position, one in enumerate(new, int(last) + 1):
            cursor = store.db.execute(
                "INSERT INTO queue (path, folder, stem, item, position, options, state, reason, length_s)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, '', ?)",
                [
                    one.path, one.folder, one.stem, one.item, position,
                    json.dumps(dict(one.options), ensure_ascii=False), EntryState.WAITING, one.length_s,
                ],
            )  # fmt: skip
            ids.append(int(cursor.lastrowid))
    return [get_entry(store, number) for number in ids]


def list_entries(store: Store, states: Collection[EntryState] | None = None) -> list[Entry]:
    """The entries in one of `states` (else in any), in the order of the queue."""
    where = "" if states is None else f"WHERE state IN ({_marks(states)})"
    return [_entry(row) for row in store.rows(f"SELECT * FROM queue {where} ORDER BY position, id", [*(states or ())])]


def get_entry(store: Store, number: int) -> Entry:
    """The entry with the id `number`. Raises NotFound."""
    rows = store.rows("SELECT * FROM queue WHERE id = ?", [number])
    if not rows:
        raise NotFound(f"There is no recording {number} in the queue", "`siar queue list` shows those that there are")
    return _entry(rows[0])


def change_entry(store: Store, number: int, *, options: Mapping[str, Any], folder: str, stem: str) -> None:
    """Give a waiting entry other options, and another place for its files."""
    with store.transaction():
        store.db.execute(
            "UPDATE queue SET options = ?, folder = ?, stem = ? WHERE id = ? AND state = ?",
            [json.dumps(dict(options), ensure_ascii=False), folder, stem, number, EntryState.WAITING],
        )


def set_state(
    store: Store, ids: Sequence[int], state: EntryState, *, within: Collection[EntryState], reason: str = ""
) -> int:
    """Put those of these entries that are in one of the states `within` into `state`; how many they were.

    One that waits again has nothing to tell of its last run.
    """
    fresh = ", outputs = '[]', notes = '[]', problems = 0, cues = NULL, took_s = NULL, ended = NULL"
    extra = fresh if state is EntryState.WAITING else ""
    with store.transaction():
        cursor = store.db.execute(
            f"UPDATE queue SET state = ?, reason = ?{extra}"
            f" WHERE id IN ({_marks(ids)}) AND state IN ({_marks(within)})",
            [state, reason, *ids, *within],
        )
    return int(cursor.rowcount)


def end_entry(store: Store, number: int, state: EntryState, row: Mapping[str, Any]) -> bool:
    """Write down what became of a running entry, from a row of `siar subtitle --json`; False where it runs no more."""
    with store.transaction():
        cursor = store.db.execute(
            "UPDATE queue SET state = ?, reason = ?, outputs = ?, notes = ?, problems = ?, cues = ?, language = ?,"
            " engine = ?, model = ?, took_s = ?, length_s = coalesce(?, length_s), batch = NULL, forced = 0, ended = ?"
            " WHERE id = ? AND state = ?",
            [
                state, row["reason"], _json(row["outputs"]), _json(row["notes"]), len(row["problems"]), row["cues"],
                row["language"], row["engine"], row["model"], row["took_s"], row["audio_s"],
                datetime.now(UTC).isoformat(timespec="seconds"), number, EntryState.RUNNING,
            ],
        )  # fmt: skip
    return bool(cursor.rowcount)


def unmeasured(store: Store) -> Entry | None:
    """The first entry that is not over and of which the length is not known yet."""
    found = store.rows(
        f"SELECT * FROM queue WHERE length_s IS NULL AND state IN ({_marks(OPEN)}) ORDER BY position, id LIMIT 1",
        [*OPEN],
    )
    return _entry(found[0]) if found else None


def set_length(store: Store, number: int, length_s: float) -> None:
    """Note how long a recording is; 0 where it cannot be measured."""
    with store.transaction():
        store.db.execute("UPDATE queue SET length_s = ? WHERE id = ? AND length_s IS NULL", [length_s, number])


def place_entries(store: Store, ids: Sequence[int], position: int) -> None:
    """Let these entries stand together, in this order, the first of them at `position` (1 is the first of all)."""
    with store.transaction():
        order = [row["id"] for row in store.rows("SELECT id FROM queue ORDER BY position, id")]
        rest = [number for number in order if number not in ids]
        at = min(max(position, 1), len(rest) + 1) - 1
        moved = [number for number in ids if number in order]
        for place, number in enumerate([*rest[:at], *moved, *rest[at:]], 1):
            store.db.execute("UPDATE queue SET position = ? WHERE id = ? AND position != ?", [place, number, place])
        # Who orders anew does not want the old company to go first.
        store.db.execute("UPDATE queue SET batch = NULL WHERE state = ?", [EntryState.WAITING])


def remove_entries(store: Store, ids: Sequence[int]) -> int:
    """Take these out of the queue; how many they were."""
    with store.transaction():
        return int(store.db.execute(f"DELETE FROM queue WHERE id IN ({_marks(ids)})", [*ids]).rowcount)


def put_back(store: Store, entries: Sequence[Entry]) -> None:
    """Put entries that were removed back where they stood, with what is known of them."""
    names = [one.name for one in fields(Entry)]
    with store.transaction():
        for entry in entries:
            values = {name: getattr(entry, name) for name in names}
            values |= {name: json.dumps(values[name], ensure_ascii=False) for name in ("options", "outputs", "notes")}
            if entry.state is EntryState.RUNNING:
                values["state"] = EntryState.WAITING
            store.db.execute(
                f"INSERT OR IGNORE INTO queue ({', '.join(names)}) VALUES ({_marks(names)})", [*values.values()]
            )


def begin_batch(store: Store, ids: Sequence[int]) -> list[int]:
    """Mark those of these that still wait as running together, in this order; their ids."""
    with store.transaction():
        store.db.execute("UPDATE queue SET batch = NULL WHERE batch IS NOT NULL")
        begun = []
        for place, number in enumerate(ids):
            cursor = store.db.execute(
                "UPDATE queue SET state = ?, reason = '', batch = ? WHERE id = ? AND state = ?",
                [EntryState.RUNNING, place, number, EntryState.WAITING],
            )
            if cursor.rowcount:
                begun.append(number)
        store.db.execute("UPDATE queue_state SET done_s = 0, message = ''")
    return begun


def wait_again(store: Store, *, died: bool = False) -> None:
    """Let what runs wait again, in its batch; `died` counts a death of the worker against each."""
    with store.transaction():
        store.db.execute(
            "UPDATE queue SET state = ?, deaths = deaths + ? WHERE state = ?",
            [EntryState.WAITING, int(died), EntryState.RUNNING],
        )
        store.db.execute("UPDATE queue_state SET done_s = 0, message = ''")


def force_once(store: Store, number: int) -> None:
    """Let an entry be made again though it is done; the wish ends with the run."""
    with store.transaction():
        store.db.execute("UPDATE queue SET forced = 1 WHERE id = ?", [number])


def forgive(store: Store, ids: Sequence[int]) -> None:
    """Forget how often the worker died at these."""
    with store.transaction():
        store.db.execute(f"UPDATE queue SET deaths = 0 WHERE id IN ({_marks(ids)})", [*ids])


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))


def _json(values: Sequence[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def _entry(row: Mapping[str, Any]) -> Entry:
    values = dict(row)
    values["state"] = EntryState(values["state"])
    values["options"] = json.loads(values["options"])
    values["forced"] = bool(values["forced"])
    for name in ("outputs", "notes"):
        values[name] = tuple(json.loads(values[name]))
    return Entry(**values)
