"""The series of the plan as rows; what a change of one means for its occurrences is decided above."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from studio.errors import DamagedDatabase, NotFound, SiarError
from studio.plan.dates import format_start, parse_start
from studio.plan.fields import item_from_json, item_to_json
from studio.plan.series import Series
from studio.store.session import Store


def add_series(store: Store, series: Series) -> Series:
    """Store `series` as a new one; it with its id."""
    row = _row(series)
    with store.action(f"Repeat “{series.pattern.title}”"):
        columns, marks = ", ".join(row), ", ".join("?" * len(row))
        cursor = store.db.execute(f"INSERT INTO series ({columns}) VALUES ({marks})", list(row.values()))
    return replace(series, id=int(cursor.lastrowid))


def get_series(store: Store, uid: str) -> Series:
    """The series with that uid. Raises NotFound."""
    rows = store.rows("SELECT * FROM series WHERE uid = ?", [uid])
    if not rows:
        raise NotFound(f'There is no series "{uid}"', "`siar series list` shows those that there are")
    return _series(store, rows[0])


def list_series(store: Store) -> list[Series]:
    """Every series, the oldest first."""
    return [_series(store, row) for row in store.rows("SELECT * FROM series ORDER BY id")]


def change_series(store: Store, series: Series) -> None:
    """Store `series` as it is now, by its uid. Raises NotFound."""
    present = get_series(store, series.uid)
    if replace(series, id=present.id) == present:
        return
    row = _row(series)
    with store.action(f"Change “{series.pattern.title}”"):
        sets = ", ".join(f"{name} = ?" for name in row)
        store.db.execute(f"UPDATE series SET {sets} WHERE uid = ?", [*row.values(), series.uid])


def remove_series(store: Store, uid: str) -> None:
    """Forget a series; its occurrences stay as they are. Raises NotFound."""
    series = get_series(store, uid)
    with store.action(f"Stop repeating “{series.pattern.title}”"):
        store.db.execute("DELETE FROM series WHERE uid = ?", [uid])


def _row(series: Series) -> dict[str, object]:
    pattern = item_to_json(series.pattern, full=True)
    for name in ("id", "all_day", "readiness"):
        del pattern[name]
    return {
        "uid": series.uid,
        "rule": series.rule,
        "pattern": json.dumps(pattern, ensure_ascii=False),
        "skipped": json.dumps([format_start(start) for start in series.skipped]),
        "made_until": series.made_until.isoformat() if series.made_until else None,
    }


def _series(store: Store, row: Mapping[str, Any]) -> Series:
    try:
        starts = [parse_start(text) for text in json.loads(row["skipped"])]
        return Series(
            rule=str(row["rule"]),
            pattern=item_from_json(json.loads(row["pattern"])),
            id=row["id"],
            uid=row["uid"],
            skipped=tuple(start for start in starts if start is not None),
            made_until=date.fromisoformat(row["made_until"]) if row["made_until"] else None,
        )
    except (SiarError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise DamagedDatabase(
            f"Series {row['id']} of {store.workspace.database} cannot be read",
            f"Another program changed it: bring a backup from {store.workspace.backups} back with `siar restore FILE`",
        ) from error
