"""What of a difference is ticked, and how much that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal

from studio.plan.choosing import LeftOut
from studio.plan.difference import Difference

# What a tick stands for: ("new", place), ("field", item id, name), ("series", uid).
Key = tuple[str, object] | tuple[str, int, str]


def new_key(place: int) -> Key:
    """The key of a new item, by its place in the difference."""
    return ("new", place)


def field_key(item_id: int, name: str) -> Key:
    """The key of one changed field."""
    return ("field", item_id, name)


def series_key(uid: str) -> Key:
    """The key of a series with all that the file changes of it."""
    return ("series", uid)


class Selection(QObject):
    """Everything is ticked until it is taken out."""

    changed = Signal()

    def __init__(self, difference: Difference, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.difference = difference
        self._out: set[Key] = set()
        self._fields = {change.item.id: len(change.fields) for change in difference.changed}
        self._out_fields: Counter[int] = Counter()
        made = {series.uid for series in difference.new_series}
        self._of_series = Counter(item.series_uid for item in difference.new if item.series_uid in made)

    def is_on(self, key: Key) -> bool:
        """Whether this one is taken over."""
        return key not in self._out

    def state(self, keys: Iterable[Key]) -> Qt.CheckState:
        """Whether all of these are taken over, some, or none."""
        on = {key not in self._out for key in keys}
        if len(on) == 2:
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if on == {True} else Qt.CheckState.Unchecked

    def set_on(self, keys: Iterable[Key], on: bool) -> None:
        """Take these over, or leave them out."""
        for key in keys:
            if on is (key not in self._out):
                continue
            (self._out.discard if on else self._out.add)(key)
            if key[0] == "field":
                self._out_fields[key[1]] += -1 if on else 1
        self.changed.emit()

    def toggle(self, keys: Iterable[Key]) -> None:
        """Leave these out if all of them are in, else take them over."""
        keys = tuple(keys)
        self.set_on(keys, self.state(keys) is not Qt.CheckState.Checked)

    @property
    def new(self) -> int:
        """How many items come in new."""
        out = sum(1 for key in self._out if key[0] == "new")
        return len(self.difference.new) - out - sum(self._of_series[key[1]] for key in self._out if key[0] == "series")

    @property
    def changes(self) -> int:
        """How many items and series are changed, and how many occurrences go."""
        changed = sum(1 for item_id, count in self._fields.items() if self._out_fields[item_id] < count)
        series = [one for one in self.difference.changed_series if one.fields and self._in(one.series.uid)]
        return changed + len(series) + sum(1 for item in self.difference.removed if self._in(item.series_uid))

    def _in(self, uid: str) -> bool:
        return series_key(uid) not in self._out

    def left_out(self) -> LeftOut:
        """What is not ticked."""
        return LeftOut(
            new=frozenset(key[1] for key in self._out if key[0] == "new"),
            fields=frozenset((key[1], key[2]) for key in self._out if key[0] == "field"),
            series=frozenset(key[1] for key in self._out if key[0] == "series"),
        )
