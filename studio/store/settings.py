"""Small things that a workspace remembers, such as a view's filters: JSON values by key. Not part of the undo log."""

from __future__ import annotations

import json
from typing import Any

from studio.store.session import Store


def get_setting(store: Store, key: str, default: Any = None) -> Any:
    """The value that `set_setting` stored under `key`, else `default`."""
    rows = store.rows("SELECT value FROM settings WHERE key = ?", [key])
    return json.loads(rows[0]["value"]) if rows else default


def set_setting(store: Store, key: str, value: Any) -> None:
    """Remember `value`, which JSON can hold, under `key`; None forgets it."""
    with store.transaction():
        store.db.execute("DELETE FROM settings WHERE key = ?", [key])
        if value is not None:
            store.db.execute("INSERT INTO settings VALUES (?, ?)", [key, json.dumps(value, ensure_ascii=False)])
