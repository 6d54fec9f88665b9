"""Undo and redo: one history for every window, command and restart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from studio.store import undo_log
from studio.store.session import Store


@dataclass(frozen=True, slots=True)
class Step:
    """One action of the history; `made_at` is in UTC."""

    id: int
    label: str
    made_at: datetime
    undone: bool


def undo(store: Store) -> str | None:
    """Take back the last action that stands; its label, or None when there is nothing to undo."""
    return _run(store, "SELECT id, label FROM undo_actions WHERE NOT undone ORDER BY id DESC LIMIT 1")


def redo(store: Store) -> str | None:
    """Make again what was undone last; its label, or None when there is nothing to redo."""
    return _run(store, "SELECT id, label FROM undo_actions WHERE undone ORDER BY id LIMIT 1")


def history(store: Store, limit: int = 100) -> list[Step]:
    """The newest `limit` actions, the newest first; those that can be redone come before those that stand."""
    rows = store.rows("SELECT id, label, made_at, undone FROM undo_actions ORDER BY id DESC LIMIT ?", [limit])
    return [Step(row["id"], row["label"], datetime.fromisoformat(row["made_at"]), bool(row["undone"])) for row in rows]


def _run(store: Store, query: str) -> str | None:
    if store.in_action:
        raise RuntimeError("undo and redo are actions of their own")
    with store.transaction():
        rows = store.rows(query)
        if not rows:
            return None
        action, label = int(rows[0]["id"]), str(rows[0]["label"])
        db = store.db
        statements = store.rows("SELECT sql FROM undo_log WHERE action = ? ORDER BY seq DESC", [action])
        db.execute("DELETE FROM undo_log WHERE action = ?", [action])
        db.execute("PRAGMA defer_foreign_keys = ON")  # rows come back in any order; COMMIT checks them
        # The triggers log what these statements do under the same action: that is its other direction.
        undo_log.log_under(db, action)
        for row in statements:
            db.execute(row["sql"])
        undo_log.log_under(db, None)
        db.execute("UPDATE undo_actions SET undone = NOT undone WHERE id = ?", [action])
        undo_log.bump_revision(db)
        return label
