"""What is asked before a window is closed while it works."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

translate = QCoreApplication.translate
_NAME = "ask to close"


def ask_to_close(parent: QWidget, titles: Sequence[str], stop: Callable[[], object]) -> QMessageBox:
    """Ask whether the jobs of those titles may be stopped, without stopping the window; `stop` is called on a yes.

    While the question stands it is not asked again.
    """
    asked = parent.findChild(QMessageBox, _NAME)
    if asked is not None:
        asked.raise_()
        return asked
    box = QMessageBox(parent)
    box.setObjectName(_NAME)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Siar Studio")
    text = translate("Closing", "“%1” is not done yet")
    if len(titles) > 1:
        text = translate("Closing", "“%1” and %2 more are not done yet")
    box.setText(text.replace("%2", str(len(titles) - 1)).replace("%1", titles[0]))
    box.setInformativeText(
        translate("Closing", "Closing the window stops the work. What is finished stays; the rest can be made again.")
    )
    keep = box.addButton(translate("Closing", "Keep working"), QMessageBox.ButtonRole.RejectRole)
    yes = box.addButton(translate("Closing", "Stop and close"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    yes.clicked.connect(stop)
    # Answered, it is the question no more, even before it is deleted.
    box.finished.connect(lambda _answer: box.setObjectName(""))
    box.finished.connect(box.deleteLater)
    box.open()
    return box
