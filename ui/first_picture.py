"""The first picture of the window: its frame, on the screen while what fills it is still being loaded."""

from __future__ import annotations

import time

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.preferences import Preferences
from ui.theme import wanted

RAIL, NARROW_RAIL, NARROW = 196, 60, 1120  # as the rail and the window have them
_HEAD, _DAYS, _FOOT, _INSET = 72, 26, 40, 20
_LONGEST_S = 0.5


class FirstPicture(QWidget):
    """Stands where the window will stand, in its colours; it has no title and takes no focus."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tokens = wanted(preferences.theme)
        self._painted = False
        if not self.restoreGeometry(preferences.geometry):
            area = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(1440, area.width()), min(900, area.height()))
            self.move(area.center() - self.rect().center())

    def show_now(self) -> None:
        """Show it, and wait until it is painted; what takes long may begin then."""
        self.show()
        until = time.monotonic() + _LONGEST_S
        while not self._painted and time.monotonic() < until:
            QApplication.processEvents()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, width, height = self._tokens, self.width(), self.height()
        rail = NARROW_RAIL if width < NARROW else RAIL
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(t.bg))
        painter.fillRect(QRectF(rail - 1, 0, 1, height), QColor(t.line))
        left, top, bottom = rail + _INSET, _HEAD + _DAYS, height - _FOOT
        painter.fillRect(QRectF(left, top, width - left, bottom - top), QColor(t.surface))
        column, row = (width - left) / 7, (bottom - top) / 5
        painter.fillRect(QRectF(left + 5 * column, top, 2 * column, bottom - top), QColor(t.sunken))
        for number in range(7):
            painter.fillRect(QRectF(left + number * column, top, 1, bottom - top), QColor(t.line))
        for number in range(6):
            painter.fillRect(QRectF(left, top + number * row, width - left, 1), QColor(t.line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.live))
        painter.drawEllipse(QRectF(22 if rail == RAIL else 30, 22, 10, 10))
        painter.end()
        self._painted = True
