"""What a view keeps on this machine from one start to the next: columns, widths, groups, what is folded."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QSettings


class Kept:
    """Values under keys, in the file of the preferences. It is written when the window has nothing else to do."""

    def __init__(self, name: str) -> None:
        self._name = name
        # One for the life of a view: each would write the file when it goes.
        self._file = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Siar Studio", "Siar Studio")

    def get(self, key: str, default: Any) -> Any:
        """What was kept under `key`, if it is of the type of `default`; else `default`."""
        try:
            value = json.loads(str(self._file.value(f"{self._name}/{key}", "null")))
        except ValueError:
            return default
        return value if isinstance(value, type(default)) else default

    def put(self, key: str, value: Any) -> None:
        """Keep a value that JSON can hold."""
        self._file.setValue(f"{self._name}/{key}", json.dumps(value))
