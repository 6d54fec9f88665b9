"""The difference as rows: what is new, what is changed field by field, what could not be read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, QObject, Qt

from studio.plan.difference import Change, Difference, SeriesChange
from studio.plan.item import Item
from studio.plan.reading import Unread
from ui import words
from ui.exchange.said import said
from ui.exchange.selection import Key, Selection, field_key, new_key, series_key
from ui.exchange.values import field_place, field_title, item_when, rule_text, start_text, value_text

ROW = Qt.ItemDataRole.UserRole + 1
KEYS = Qt.ItemDataRole.UserRole + 2  # what a tick in this row stands for; () where there is none
NEW_COLUMNS = ("title", "date", "stage", "owner", "platforms", "row")
UNREAD_COLUMNS = ("row", "reason")
_NUMBERED = re.compile(r"[\s#:–-]*\{episode\}")  # a series goes by its name, without the number of an episode


@dataclass(frozen=True, slots=True)
class NewRow:
    """A new item, or a new series with the number of its dates."""

    item: Item
    keys: tuple[Key, ...]
    row: int = 0
    rule: str = ""
    dates: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """What the rows below it are about: an item or a series of the plan."""

    item: Item
    keys: tuple[Key, ...]
    series: bool = False
    row: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One field, old and new; `keys` is () where it goes with the tick of its head. `gone`: an occurrence that goes."""

    name: str
    old: Any
    new: Any
    keys: tuple[Key, ...]
    start: Any = None
    gone: bool = False


def new_rows(difference: Difference) -> list[NewRow]:
    """The new series, each with its dates in one row, then every other new item."""
    dates = {series.uid: 0 for series in difference.new_series}
    alone = []
    for place, item in enumerate(difference.new):
        if item.series_uid in dates:
            dates[item.series_uid] += 1
        else:
            row = difference.rows[place] if difference.rows else 0
            alone.append(NewRow(item, (new_key(place),), row))
    series = [
        NewRow(one.pattern, (series_key(one.uid),), rule=one.rule, dates=dates[one.uid])
        for one in difference.new_series
    ]
    return series + alone


def change_rows(difference: Difference) -> list[Head | Line]:
    """Every changed item and series with its fields below it."""
    rows: list[Head | Line] = []
    numbered = bool(difference.reading.columns)
    for change in difference.changed_series:
        gone = [item for item in difference.removed if item.series_uid == change.series.uid]
        if change.fields or gone:
            rows += _of_series(change, gone)
    for change in difference.changed:
        rows += _of_item(change, change.row if numbered else 0)
    return rows


def _of_series(change: SeriesChange, gone: Sequence[Item]) -> list[Head | Line]:
    pattern = change.series.pattern
    head = Head(pattern, (series_key(change.series.uid),), series=True)
    lines = [Line(name, old, new, (), pattern.start) for name, (old, new) in _in_order(change.fields)]
    return [head, *lines, *(Line("", item, None, (), gone=True) for item in gone)]


def _of_item(change: Change, row: int) -> list[Head | Line]:
    number = change.item.id
    lines = [Line(name, old, new, (field_key(number, name),)) for name, (old, new) in _in_order(change.fields)]
    return [Head(change.item, tuple(key for line in lines for key in line.keys), row=row), *lines]


def _in_order(fields: Mapping[str, tuple[Any, Any]]) -> list[tuple[str, tuple[Any, Any]]]:
    """Changed fields in the order of the form, so that a person finds each at its place."""
    return sorted(fields.items(), key=lambda field: field_place(field[0]))


class _Ticked:
    """What both models do with ticks."""

    selection: Selection

    def tick(self, keys: tuple[Key, ...]) -> Any:
        """The state of a row's tick, None where it has none."""
        return self.selection.state(keys) if keys else None


class NewModel(QAbstractTableModel, _Ticked):
    """What would be added."""

    def __init__(self, selection: Selection, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.selection, self.today = selection, today
        self.rows = new_rows(selection.difference)
        self.numbered = bool(selection.difference.reading.columns)  # only a sheet has rows that a person knows
        selection.changed.connect(self._repaint)

    def _repaint(self) -> None:
        if self.rows:
            last = self.index(len(self.rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(NEW_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            name = NEW_COLUMNS[section]
            return self.tr("Row") if name == "row" else field_title("start" if name == "date" else name)
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], NEW_COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole or (role == Qt.ItemDataRole.ToolTipRole and column != "row"):
            return self._text(row, column)
        if role == ROW:
            return row
        if role == KEYS:
            return row.keys
        if role == Qt.ItemDataRole.CheckStateRole and column == "title":
            return self.tick(row.keys)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == "title":
            parts = (words.kind_name(row.item.kind), *(self._text(row, name) for name in NEW_COLUMNS[:-1]))
            return ", ".join(part for part in parts if part)
        return None

    def _text(self, row: NewRow, column: str) -> str:
        item = row.item
        if column == "title":
            return _NUMBERED.sub("", item.title).strip() if row.rule else item.title
        if column == "date":
            if row.rule:
                dates = self.tr("%n date(s)", "", row.dates)
                return f"{rule_text(row.rule, item.start)}, {dates}"
            return item_when(item, self.today)
        if column == "row":
            return str(row.row) if row.row and self.numbered else ""
        return value_text(column, getattr(item, column), self.today)


class ChangesModel(QAbstractListModel, _Ticked):
    """What would be changed: heads, and under each its fields. One column, painted whole."""

    def __init__(self, selection: Selection, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.selection, self.today = selection, today
        self.rows = change_rows(selection.difference)
        selection.changed.connect(self._repaint)

    def _repaint(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1), [Qt.ItemDataRole.CheckStateRole])

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == KEYS:
            return row.keys
        if role == Qt.ItemDataRole.CheckStateRole:
            return self.tick(row.keys)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.head_text(row) if isinstance(row, Head) else self.line_text(row)
        return None

    def head_text(self, head: Head) -> str:
        """The title of an item and where it stands."""
        about = rule_about(head, self.today)
        return f"{head.item.title} ({about})" if about else head.item.title

    def line_text(self, line: Line) -> str:
        """ "Date: Tue 8 Dec, 12:00 → Wed 9 Dec, 12:00"."""
        if line.gone:
            text = self.tr("%1: no longer in the series")
            return text.replace("%1", start_text(line.old.start, self.today))
        old, new = self.sides(line)
        return f"{field_title(line.name)}: {old or empty()} → {new or empty()}"

    def sides(self, line: Line) -> tuple[str, str]:
        """The old value and the new one as texts."""
        if line.name == "rule":
            return rule_text(line.old, line.start), rule_text(line.new, line.start)
        return value_text(line.name, line.old, self.today), value_text(line.name, line.new, self.today)


def empty() -> str:
    """How a field without a value is shown."""
    return words.translate("Exchange", "empty")


def rule_about(head: Head, today: date) -> str:
    """What is said beside a head: when the item stands, and its row in the file."""
    if head.series:
        return words.translate("Exchange", "series")
    when = item_when(head.item, today)
    row = words.translate("Exchange", "row %1").replace("%1", str(head.row)) if head.row else ""
    return ", ".join(part for part in (when, row) if part)


class UnreadModel(QAbstractTableModel):
    """What could not be read, and why."""

    def __init__(self, unread: Sequence[Unread], *, sheet: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows, self.sheet = unread, sheet

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(UNREAD_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            place = self.tr("Row") if self.sheet else self.tr("Line")
            return (place, self.tr("Why it could not be read"))[section]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole or (role == Qt.ItemDataRole.ToolTipRole and index.column() == 1):
            return said(row.reason).rstrip(".") if index.column() == 1 else str(row.row)
        return None
