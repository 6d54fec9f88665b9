"""A small month to click a day in, or to walk through by the arrow keys."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from ui import fonts, words
from ui.icons import icon_button
from ui.months import turned
from ui.theme import color, tokens
from ui.widgets import label

Index = QModelIndex | QPersistentModelIndex
_CELL, _ROWS = 30, 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class _Days(QAbstractTableModel):
    def __init__(self, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.month, self.day, self.today = day.replace(day=1), day, today
        self.busy: Collection[date] = ()

    def show(self, day: date) -> None:
        self.beginResetModel()
        self.month, self.day = day.replace(day=1), day
        self.endResetModel()

    def day_of(self, index: Index) -> date:
        first = self.month - timedelta(days=self.month.weekday())
        return first + timedelta(days=index.row() * 7 + index.column())

    def index_of(self, day: date) -> QModelIndex:
        number = (day - self.month).days + self.month.weekday()
        return self.index(number // 7, number % 7)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else _ROWS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 7

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return words.locale().dayName(section + 1, QLocale.FormatType.ShortFormat)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.day_of(index).day)
        return words.long_day(self.day_of(index)) if role == Qt.ItemDataRole.AccessibleTextRole else None


class _DayPainter(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Days)
        t, day, box = tokens(), model.day_of(index), QRectF(option.rect)
        disc = QRectF(0, 0, _CELL - 4, _CELL - 4)
        disc.moveCenter(box.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, today = day == model.day, day == model.today
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(t.accent))
            painter.drawEllipse(disc)
        elif today:
            painter.setPen(QPen(color(t.accent), 1.5))
            painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        outside = day.month != model.month.month
        tone = t.on_accent if chosen else t.faint if outside else t.muted if day.weekday() >= 5 else t.text
        painter.setFont(fonts.font(fonts.SMALL, fonts.SEMIBOLD if chosen or today else fonts.REGULAR))
        painter.setPen(color(tone))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if day in model.busy and not outside:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(t.on_accent if chosen else t.accent))
            painter.drawEllipse(QRectF(box.center().x() - 1.5, box.bottom() - 7, 3, 3))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_CELL, _CELL)


class SmallMonth(QWidget):
    """Six weeks, Monday first; a click or Enter picks a day. With `busy` days that have something bear a dot."""

    picked = Signal(object)  # date
    turned = Signal(object)  # the first of the month that is shown now

    def __init__(self, day: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = _Days(day, today, self)
        self.name = label("", "strong")
        self.view = QTableView()
        self.view.setModel(self._days)
        self.view.setItemDelegate(_DayPainter(self.view))
        self.view.setAccessibleName(self.tr("Month"))
        self.view.setShowGrid(False)
        self.view.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        for bar in (self.view.setHorizontalScrollBarPolicy, self.view.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across, down = self.view.horizontalHeader(), self.view.verticalHeader()
        down.hide()
        for header, size in ((across, _CELL + 4), (down, _CELL)):
            header.setMinimumSectionSize(size)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(size)
        across.setObjectName("smallMonth")
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        across.setSectionsClickable(False)
        across.setFixedHeight(26)
        self.view.setFixedSize(7 * (_CELL + 4), _ROWS * _CELL + 26)
        self.view.clicked.connect(lambda index: self._pick(self._days.day_of(index)))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.addWidget(self.name)
        head.addStretch(1)
        for name, says, step in (
            ("previous", self.tr("Previous month"), -1), ("next", self.tr("Next month"), 1)
        ):  # fmt: skip
            turn = icon_button(name, says)
            turn.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            turn.clicked.connect(lambda _checked=False, step=step: self.turn(step))
            head.addWidget(turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.view)
        self.show_day(day)

    @property
    def day(self) -> date:
        """The day that is marked."""
        return self._days.day

    def show_day(self, day: date) -> None:
        """Mark this day, and show its month."""
        turns = day.replace(day=1) != self._days.month
        self._days.show(day)
        self.name.setText(words.month_name(day))
        if turns:
            self.turned.emit(self._days.month)

    def set_busy(self, days: Collection[date]) -> None:
        """Mark the days that have something by a dot."""
        self._days.busy = days
        self.view.viewport().update()

    def turn(self, months: int) -> None:
        """Show another month, on the same day of it."""
        self.show_day(turned(self.day, months))

    def _pick(self, day: date) -> None:
        self.show_day(day)
        self.picked.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.show_day(self.day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(self.day)
        else:
            super().keyPressEvent(event)
