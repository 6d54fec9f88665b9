"""Small values that belong to the plan, such as lead times and saved views: JSON by key, each change an undo step."""

from __future__ import annotations

import json
from typing import Any

from studio.store.session import Store


def get_setting(store: Store, key: str, default: Any = None) -> Any:
    """The value of `key`, `default` where it was never set or cannot be read."""
    rows = store.rows("SELECT value FROM settings WHERE key = ?", [key])
    if not rows:
        return default
    try:
        return json.loads(rows[0]["value"])
    except (TypeError, ValueError):
        return default


def get_settings(store: Store, prefix: str) -> dict[str, Any]:
    """The values of all keys that begin with `prefix`, by what follows it, in the order of the keys."""
    rows = store.rows(
        "SELECT key FROM settings WHERE substr(key, 1, ?) = ? ORDER BY casefold(key)", [len(prefix), prefix]
    )
    return {row["key"][len(prefix) :]: get_setting(store, row["key"]) for row in rows}


def set_setting(store: Store, key: str, value: Any, *, label: str) -> None:
    """Keep `value` under `key`; None forgets it. `label` names the step in the history."""
    with store.action(label):
        if value is None:
            store.db.execute("DELETE FROM settings WHERE key = ?", [key])
            return
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        store.db.execute(
            "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [key, text],
        )
