"""How the queue as a whole stands: paused or not, who works on it, how fast it goes, and what was taken before."""

from __future__ import annotations

import os
from dataclasses import dataclass

from studio.store.processes import created_at, is_alive
from studio.store.session import Store

_FORGET_S = 4 * 3600.0
"""Seconds of sound after which older measurements begin to count less: a laptop's pace changes."""


@dataclass(frozen=True, slots=True)
class QueueState:
    """`reason` is why the program itself paused it; `pid` is the process that works on it, None where none does.

    `done_s` are the seconds of sound that are done of the entries that still run together, `message` says what is being
    done.
    """

    paused: bool
    reason: str
    pid: int | None
    done_s: float
    message: str
    revision: int


def read_state(store: Store) -> QueueState:
    """How the queue stands; a process that is gone works on it no more."""
    (row,) = store.rows("SELECT * FROM queue_state")
    alive = is_alive(row["pid"], row["pid_created"])
    return QueueState(
        bool(row["paused"]), row["reason"], row["pid"] if alive else None, row["done_s"], row["message"],
        row["revision"],
    )  # fmt: skip


def set_paused(store: Store, paused: bool, reason: str = "") -> None:
    """Hold the queue, or let it go on; `reason` says why the program itself held it."""
    with store.transaction():
        store.db.execute(
            "UPDATE queue_state SET paused = ?, reason = ?, revision = revision + 1", [int(paused), reason]
        )


def is_paused(store: Store) -> bool:
    """Whether the queue is held."""
    return bool(store.rows("SELECT paused FROM queue_state")[0]["paused"])


def claim(store: Store) -> bool:
    """Let this process work on the queue; False where another one does, which lives."""
    with store.transaction():
        (row,) = store.rows("SELECT pid, pid_created FROM queue_state")
        if row["pid"] != os.getpid() and is_alive(row["pid"], row["pid_created"]):
            return False
        store.db.execute(
            "UPDATE queue_state SET pid = ?, pid_created = ?, revision = revision + 1",
            [os.getpid(), created_at(os.getpid())],
        )
    return True


def release(store: Store) -> None:
    """This process works on the queue no more."""
    with store.transaction():
        store.db.execute(
            "UPDATE queue_state SET pid = NULL, pid_created = NULL, done_s = 0, message = '', revision = revision + 1"
            " WHERE pid = ?",
            [os.getpid()],
        )


def note_progress(store: Store, done_s: float, message: str) -> None:
    """Note how far those are that run together. Each call is a write to disk: the caller spaces them out."""
    with store.transaction():
        store.db.execute("UPDATE queue_state SET done_s = ?, message = ?", [done_s, message])


def note_speed(store: Store, how: str, sound_s: float, took_s: float) -> None:
    """Note that `sound_s` seconds of sound took `took_s` seconds to do in the way called `how`."""
    with store.transaction():
        rows = store.rows("SELECT sound_s, took_s FROM queue_speeds WHERE how = ?", [how])
        before_s, before_took_s = (rows[0]["sound_s"], rows[0]["took_s"]) if rows else (0.0, 0.0)
        keep = min(1.0, _FORGET_S / before_s) if before_s else 0.0
        store.db.execute(
            "INSERT INTO queue_speeds VALUES (?, ?, ?) ON CONFLICT (how) DO UPDATE"
            " SET sound_s = excluded.sound_s, took_s = excluded.took_s",
            [how, before_s * keep + sound_s, before_took_s * keep + took_s],
        )


def speeds(store: Store) -> dict[str, tuple[float, float]]:
    """What was measured: seconds of sound and of work, by how it was done."""
    return {
        row["how"]: (row["sound_s"], row["took_s"])
        for row in store.rows("SELECT * FROM queue_speeds WHERE sound_s > 0 AND took_s > 0")
    }


def note_taken(store: Store, digest: str, path: str) -> None:
    """Note that a recording with this content was taken from a watched folder, or is done."""
    with store.transaction():
        store.db.execute("INSERT OR IGNORE INTO queue_taken VALUES (?, ?)", [digest, path])


def is_taken(store: Store, digest: str) -> bool:
    """Whether a recording with this content was taken before."""
    return bool(store.rows("SELECT 1 FROM queue_taken WHERE digest = ?", [digest]))
