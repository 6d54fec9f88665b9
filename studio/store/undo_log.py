"""The undo log as triggers keep it: for every change of a user table, the statement that takes it back.

The idea is the one of sqlite.org/undoredo.html; here statements are grouped by action, stay on disk, and running
those of an action writes its redo into the same place.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

KEPT_ACTIONS = 1000
# Statements of all actions together, about 40 MB: else a thousand imports would make the file, and each backup, huge.
KEPT_STATEMENTS = 100_000
_OPEN = "(SELECT action FROM plan_state)"
# A change outside an action would make every older step of the log wrong, so it is refused.
_GUARD = f"SELECT RAISE(ABORT, 'a user table is changed within store.action() only') WHERE {_OPEN} IS NULL;"


def make_undo_triggers(db: Database, table: str) -> None:
    """Make the triggers that log changes of `table`, in place of those that it has; its columns are read anew.

    `table` needs an integer primary key: other row numbers may change under VACUUM.
    """
    described = db.execute("SELECT name, type, pk FROM pragma_table_info(?)", [table]).fetchall()
    keys = [name for name, kind, pk in described if pk]
    if len(keys) != 1 or not all(kind.upper() == "INTEGER" for name, kind, _ in described if name in keys):
        raise ValueError(f"{table} has no integer primary key")
    key, names = _quoted(keys[0]), [_quoted(name) for name, _, _ in described]
    name = table.replace('"', "")
    columns = ", ".join(names)
    values = " || ', ' || ".join(f"quote(old.{column})" for column in names)
    changed = " || ".join(
        f"CASE WHEN old.{column} IS NOT new.{column} THEN {_text(f', {column} = ')} || quote(old.{column}) ELSE '' END"
        for column in names
    )
    statements = {
        "insert": (f"{_text(f'DELETE FROM {_quoted(table)} WHERE {key} = ')} || new.{key}", ""),
        "update": (
            f"{_text(f'UPDATE {_quoted(table)} SET ')} || substr({changed}, 3)"
            f" || {_text(f' WHERE {key} = ')} || new.{key}",
            "WHEN " + " OR ".join(f"old.{column} IS NOT new.{column}" for column in names),
        ),
        "delete": (
            f"{_text(f'INSERT INTO {_quoted(table)} ({columns}) VALUES (')} || {values} || ')'",
            "",
        ),
    }
    for event, (sql, when) in statements.items():
        trigger = _quoted(f"undo_{name}_{event}")
        db.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        db.execute(
            f"CREATE TRIGGER {trigger} AFTER {event.upper()} ON {_quoted(table)} {when} BEGIN {_GUARD} "
            f"INSERT INTO undo_log (action, sql) VALUES ({_OPEN}, {sql}); END"
        )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def open_action(db: Database, label: str) -> int:
    """Begin to log changes under a new action, within the open transaction; its number."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    number = int(db.execute("INSERT INTO undo_actions (label, made_at) VALUES (?, ?)", [label, now]).lastrowid or 0)
    log_under(db, number)
    return number


def reopen_action(db: Database, label: str) -> int:
    """Log changes under the last action that stands, as if they had been part of it; its number.

    Where none stands, a new one named `label` is begun. What could be redone can be no longer: it may not fit.
    """
    row = db.execute("SELECT max(id) FROM undo_actions WHERE NOT undone").fetchone()
    if row[0] is None:
        return open_action(db, label)
    log_under(db, int(row[0]))
    return int(row[0])


def last_change(db: Database) -> int:
    """The number of the newest statement in the log, 0 where there is none."""
    return int(db.execute("SELECT coalesce(max(seq), 0) FROM undo_log").fetchone()[0])


def close_action(db: Database, number: int, before: int) -> None:
    """End the action: it clears what could be redone; one that changed nothing leaves no trace.

    `before` is what `last_change` gave when it was begun.
    """
    if last_change(db) == before:
        nothing = "NOT EXISTS (SELECT 1 FROM undo_log WHERE action = undo_actions.id)"
        db.execute(f"DELETE FROM undo_actions WHERE id = ? AND {nothing}", [number])
        log_under(db, None)
        return
    db.execute("DELETE FROM undo_actions WHERE undone")
    db.execute(
        "DELETE FROM undo_actions WHERE id <= (SELECT id FROM undo_actions ORDER BY id DESC LIMIT 1 OFFSET ?)",
        [KEPT_ACTIONS],
    )
    # The log is in the order of the actions. However big, the last one can always be taken back.
    db.execute(
        "DELETE FROM undo_actions WHERE id < ?"
        " AND id <= (SELECT action FROM undo_log WHERE seq <= ? ORDER BY seq DESC LIMIT 1)",
        [number, last_change(db) - KEPT_STATEMENTS],
    )
    log_under(db, None)
    bump_revision(db)


def log_under(db: Database, number: int | None) -> None:
    """Log the changes that follow under the action `number`; with None they are refused."""
    db.execute("UPDATE plan_state SET action = ?", [number])


def bump_revision(db: Database) -> None:
    """Tell every view, in whatever process, to look again."""
    db.execute("UPDATE plan_state SET revision = revision + 1")


def forget_history(db: Database) -> None:
    """Empty the undo log, for a migration after which its statements would be wrong."""
    db.execute("DELETE FROM undo_actions")
