"""What a person set for this machine: theme, language, and where the window stood."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from ui.theme import Choice


class Preferences:
    """A thin, typed view of the settings file."""

    def __init__(self) -> None:
        self._file = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Siar Studio", "Siar Studio")

    @property
    def theme(self) -> Choice:
        """System, light or dark."""
        value = str(self._file.value("theme", Choice.SYSTEM))
        return Choice(value) if value in set(Choice) else Choice.SYSTEM

    @theme.setter
    def theme(self, choice: Choice) -> None:
        self._file.setValue("theme", str(choice))

    @property
    def language(self) -> str:
        """ "id", "en", or "" for the system's."""
        value = str(self._file.value("language", ""))
        return value if value in ("id", "en") else ""

    @language.setter
    def language(self, code: str) -> None:
        self._file.setValue("language", code)

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood; empty at first."""
        value = self._file.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._file.setValue("geometry", value)

    @property
    def calm_roots(self) -> tuple[str, ...]:
        """The workspaces about whose place nobody wants to be warned again."""
        value = self._file.value("calm_roots") or []
        return tuple(map(str, [value] if isinstance(value, str) else value))

    def calm(self, root: Path) -> None:
        """Do not warn about the place of this workspace again."""
        self._file.setValue("calm_roots", sorted({*self.calm_roots, str(root)}))
