"""The period's title that opens a small month, and the switch between the calendar's views."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
)

from ui import fonts, words
from ui.theme import color, tokens

_CHEVRON = 20


class Title(QPushButton):
    """A heading that can be clicked. It never shrinks while pages are turned, so that what stands beside it stays."""

    def __init__(self, tip: str) -> None:
        super().__init__()
        self.setProperty("role", "heading")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(tip)
        self._widest = 0  # pixels of what was said since the view changed

    def forget_width(self) -> None:
        """Another view is shown: its titles have another length."""
        self._widest = 0

    def say(self, text: str) -> None:
        """Say this."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
        self.ensurePolished()  # the stylesheet's font is the one that is painted
        self._widest = max(self._widest, self.fontMetrics().horizontalAdvance(text))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        text = max(self._widest, _widest_month(words.locale().name()))
        return QSize(int(text) + _CHEVRON + 8, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(110, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        metrics = self.fontMetrics()
        option.text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - _CHEVRON - 6)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(tokens().muted), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        at = QPointF(metrics.horizontalAdvance(option.text) + 10, self.height() / 2 + 1)
        painter.drawPolyline(QPolygonF([at + QPointF(-4, -2), at + QPointF(0, 2), at + QPointF(4, -2)]))
        painter.end()


@lru_cache(maxsize=4)
def _widest_month(_language: str) -> float:
    names = (words.month_name(date(2026, month, 1)) for month in range(1, 13))
    return max(fonts.metrics(fonts.HEADING, fonts.BOLD).horizontalAdvance(name) for name in names)


class ViewSwitch(QFrame):
    """The views side by side, one of them on; where there is little room, one button with a menu of them."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("switch")
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self.setFixedHeight(34)  # a row that it is moved to in a narrow window else keeps the height of an empty one
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.buttons: dict[str, QPushButton] = {}
        self.single = QPushButton()
        self.single.setProperty("role", "segment")
        menu = QMenu(self.single)
        self._actions = QActionGroup(menu)
        for name, text, key in (
            ("day", self.tr("Day"), "D"),
            ("week", self.tr("Week"), "W"),
            ("month", self.tr("Month"), "M"),
            ("list", self.tr("List"), "L"),
            ("board", self.tr("Board"), "B"),
        ):
            made = QPushButton(text)
            made.setCheckable(True)
            made.setProperty("role", "segment")
            made.setToolTip(f"{text} ({key})")
            made.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))
            self._group.addButton(made)
            self.buttons[name] = made
            self._row.addWidget(made)
            action = menu.addAction(text, lambda name=name: self.chosen.emit(name))
            action.setCheckable(True)
            action.setData(name)
            self._actions.addAction(action)
        self.single.setMenu(menu)
        self.single.hide()
        self._row.addWidget(self.single)
        self._compact = False

    def set_compact(self, compact: bool) -> None:
        """Leave one button, or show all."""
        if compact != self._compact:
            self._compact = compact
            for made in self.buttons.values():
                made.setVisible(not compact)
            self.single.setVisible(compact)

    def show_view(self, name: str) -> None:
        """Mark one as on."""
        made = self.buttons[name]
        made.setChecked(True)
        self.single.setText(f"{made.text()}  ▾")
        self.single.setAccessibleName(made.text())
        for action in self._actions.actions():
            action.setChecked(action.data() == name)
