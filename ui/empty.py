"""An empty state: what is not there yet, what to do first, and a button that does it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.widgets import button, label


class EmptyState(QFrame):
    """Stands in the middle of `over`, and lets the mouse through to what is below but for its button."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("panel")
        self.title = label("", "title")
        self.text = label("", "muted", wrap=True)
        self.button = button("", "primary")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(360)
        self.hide()
        over.installEventFilter(self)

    def say(self, title: str, text: str, action: str, call) -> None:  # type: ignore[no-untyped-def]
        """Say this, and run `call` by the button."""
        self.title.setText(title)
        self.text.setText(text)
        self.button.setText(action)
        self.button.clicked.connect(lambda _checked=False: call())
        if self.isVisible():
            self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While it is hidden its size is nobody's concern, and to find it out takes longer than all else of it.
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        self.adjustSize()
        area = self.parentWidget().rect()
        self.move((area.width() - self.width()) // 2, (area.height() - self.height()) // 2)
