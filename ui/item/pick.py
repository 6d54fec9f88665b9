"""Ask for a file without stopping the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

RECORDINGS = "*.mp4 *.mov *.m4v *.mkv *.webm *.avi *.mp3 *.m4a *.wav *.flac *.ogg *.aac"


def pick_file(parent: QWidget, title: str, patterns: str, call: Callable[[Path], object]) -> QFileDialog:
    """Open the system's file dialog; `call` gets the file when one was chosen."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    every = QCoreApplication.translate("PickFile", "All files (*)")
    recordings = QCoreApplication.translate("PickFile", "Recordings (%1)").replace("%1", patterns)
    dialog.setNameFilters([recordings, every])
    dialog.fileSelected.connect(lambda name: call(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
