"""What a view keeps on this machine from one start to the next: columns, widths, groups, what is folded."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QSettings


def _file() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Siar Studio", "Siar Studio")


def kept(key: str, default: Any) -> Any:
    """What was kept under `key`, of the type of `default`; `default` where nothing usable is there."""
    try:
        value = json.loads(str(_file().value(key, "null")))
    except ValueError:
        return default
    return value if isinstance(value, type(default)) else default


def keep(key: str, value: Any) -> None:
    """Keep a value that JSON can hold."""
    _file().setValue(key, json.dumps(value))
