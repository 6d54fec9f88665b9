"""Hand files to the programs that people have for them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_path(path: Path) -> bool:
    """Open a file with its program, or a folder with the file manager; whether the system took it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
