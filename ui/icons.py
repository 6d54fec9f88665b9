"""The icons of assets/icons, drawn in a colour of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QWidget

from studio.resources import assets
from ui.theme import tokens
from ui.tokens import Tokens


@lru_cache(maxsize=128)
def pixmap(name: str, tone: str, size: int = 16, ratio: float = 2.0) -> QPixmap:
    """The icon `name` in the colour `tone` ("#rrggbb"), `size` pixels wide."""
    source = assets("icons", f"{name}.svg").read_bytes().replace(b"currentColor", tone.encode())
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def icon(name: str, t: Tokens) -> QIcon:
    """The icon for buttons: muted, and in the accent where the button is on."""
    made = QIcon(pixmap(name, t.muted))
    made.addPixmap(pixmap(name, t.accent), QIcon.Mode.Normal, QIcon.State.On)
    return made


class IconButton(QPushButton):
    """A button whose icon follows the theme."""

    def __init__(self, name: str, says: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setProperty("role", role)
        self.setAccessibleName(says)
        self.setToolTip(says)
        self.setIconSize(QSize(16, 16))
        self.setIcon(icon(name, tokens()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.setIcon(icon(self._name, tokens()))
        super().changeEvent(event)


def icon_button(name: str, says: str, parent: QWidget | None = None, role: str = "quiet") -> IconButton:
    """A small button with an icon only; `says` is its name for a screen reader and its tooltip."""
    return IconButton(name, says, role, parent)
