"""The days that the team marked itself, as rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from studio.errors import DamagedDatabase, NotFound
from studio.plan.commerce import Day, MarkKind
from studio.store.session import Store


def add_day(store: Store, day: Day) -> Day:
    """Store `day` as a new one; it with its id."""
    row = _row(day)
    with store.action(f"Mark “{day.name}”"):
        columns, marks = ", ".join(row), ", ".join("?" * len(row))
        cursor = store.db.execute(f"INSERT INTO days ({columns}) VALUES ({marks})", list(row.values()))
    return replace(day, id=int(cursor.lastrowid))


def get_day(store: Store, number: int) -> Day:
    """The mark with that id. Raises NotFound."""
    rows = store.rows("SELECT * FROM days WHERE id = ?", [number])
    if not rows:
        raise NotFound(f"There is no marked day {number}", "`siar days list` shows those that there are")
    return _day(store, rows[0])


def list_days(store: Store, first: date | None = None, last: date | None = None) -> list[Day]:
    """The marks that touch the days from `first` to `last`, both included (None is open), by their first day."""
    rows = store.rows(
        "SELECT * FROM days WHERE (? IS NULL OR last >= ?) AND (? IS NULL OR first <= ?) ORDER BY first, id",
        [text for day in (first, last) for text in [day.isoformat() if day else None] * 2],
    )
    return [_day(store, row) for row in rows]


def change_day(store: Store, day: Day) -> None:
    """Store `day` as it is now, by its id. Raises NotFound."""
    if get_day(store, day.id) == day:
        return
    row = _row(day)
    with store.action(f"Change “{day.name}”"):
        sets = ", ".join(f"{name} = ?" for name in row)
        store.db.execute(f"UPDATE days SET {sets} WHERE id = ?", [*row.values(), day.id])


def remove_day(store: Store, number: int) -> Day:
    """Take a mark away; it as it was. Raises NotFound."""
    day = get_day(store, number)
    with store.action(f"Unmark “{day.name}”"):
        store.db.execute("DELETE FROM days WHERE id = ?", [number])
    return day


def _row(day: Day) -> dict[str, object]:
    return {
        "uid": day.uid,
        "first": day.first.isoformat(),
        "last": day.last.isoformat(),
        "name": day.name,
        "kind": day.kind.value,
        "replaces": day.replaces,
        "hidden": int(day.hidden),
    }


def _day(store: Store, row: Mapping[str, Any]) -> Day:
    try:
        return Day(
            first=date.fromisoformat(row["first"]),
            last=date.fromisoformat(row["last"]),
            name=str(row["name"]),
            kind=MarkKind(row["kind"]),
            id=row["id"],
            uid=row["uid"],
            replaces=row["replaces"],
            hidden=bool(row["hidden"]),
        )
    except (ValueError, TypeError) as error:
        raise DamagedDatabase(
            f"The marked day {row['id']} of {store.workspace.database} cannot be read",
            f"Another program changed it: bring a backup from {store.workspace.backups} back with `siar restore FILE`",
        ) from error
