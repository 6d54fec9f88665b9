"""A quiet sentence in the middle of a list that shows no row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import color, tokens


class Nothing(QWidget):
    """Lies over `over`, and lets the mouse through."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = ""
        self.hide()
        over.installEventFilter(self)

    def say(self, text: str) -> None:
        """Say this; "" says nothing."""
        self.text = text
        self.setAccessibleName(text)
        self.setGeometry(self.parentWidget().rect())
        self.setVisible(bool(text))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.parentWidget().rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(color(tokens().muted))
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(24, 48, -24, 0), int(middle), self.text)
        painter.end()
