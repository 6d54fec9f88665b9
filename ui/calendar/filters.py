"""What is shown of the plan: a chip for each field that is filtered, and one menu with every field and saved view."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QPushButton, QSizePolicy, QWidget

from studio.plan.filters import NAMES, READINESS, Filter, hosts
from studio.plan.item import Item, Kind, Stage
from ui import words
from ui.widgets import restyle

translate = QCoreApplication.translate
FIELDS = (
    *("kinds", "stages", "owners", "hosts", "studios", "platforms"),
    *("campaigns", "series", "languages", "tags", "readiness"),
)
_OF = {
    "owners": lambda item: (item.owner,),
    "hosts": hosts,
    "studios": lambda item: (item.studio,),
    "platforms": lambda item: item.platforms,
    "campaigns": lambda item: (item.campaign,),
    "series": lambda item: (item.series,),
    "languages": lambda item: (item.language,),
    "tags": lambda item: item.tags,
}


def field_name(field: str) -> str:
    """What a filter's field is called."""
    return {
        "kinds": translate("Filters", "Kind"),
        "stages": translate("Filters", "Stage"),
        "owners": translate("Filters", "Owner"),
        "hosts": translate("Filters", "Host"),
        "studios": translate("Filters", "Studio"),
        "platforms": translate("Filters", "Platform"),
        "campaigns": translate("Filters", "Campaign"),
        "series": translate("Filters", "Series"),
        "languages": translate("Filters", "Language"),
        "tags": translate("Filters", "Tag"),
        "readiness": translate("Filters", "Readiness"),
    }[field]


def value_name(field: str, value: str) -> str:
    """How a value of a filter's field is shown."""
    if field == "readiness":
        return {
            "ready": translate("Filters", "ready"),
            "part": translate("Filters", "in work"),
            "none": translate("Filters", "nothing made"),
            "late": translate("Filters", "at risk"),
        }[value]
    if not value:
        return translate("Filters", "none", "an empty field")
    if field == "kinds":
        return words.kind_name(Kind(value))
    if field == "stages":
        return words.stage_name(Stage(value))
    return words.language_name(value) if field == "languages" else value


class StayingMenu(QMenu):
    """A menu that stays open while its boxes are ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick(self.activeAction()):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class FilterBar(QWidget):
    """Shows as many chips as there is room for; the menu at the end says how many fields are filtered."""

    changed = Signal(object)  # Filter
    view_saved = Signal(str)
    view_removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.filter = Filter()
        self._choices: dict[str, dict[str, str]] = {field: {} for field in FIELDS}
        self._choices["kinds"] = {kind.value: kind.value for kind in Kind}
        self._choices["stages"] = {stage.value: stage.value for stage in Stage}
        self._choices["readiness"] = {state: state for state in READINESS}
        self._items: tuple[Item, ...] = ()
        self._stale = True
        self._views: dict[str, Filter] = {}
        self._late = 0
        self.chips = {field: self._chip(field) for field in FIELDS}
        self.late = QPushButton()
        self.late.setProperty("role", "chip")
        self.late.setProperty("tone", "warn")
        self.late.clicked.connect(self._toggle_late)
        self.all = QPushButton()
        self.all.setProperty("role", "chip")
        self.menu = StayingMenu(self.all)
        self.menu.aboutToShow.connect(self._fill_all)
        self.all.setMenu(self.menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        for chip in (*self.chips.values(), self.late, self.all):
            self._row.addWidget(chip)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(110)
        self._say()

    # what is filtered

    def set_filter(self, wanted: Filter) -> None:
        """Filter by this, and tell it."""
        if wanted != self.filter:
            self.filter = wanted
            self._say()
            self.changed.emit(wanted)

    def set_choices(self, items: Iterable[Item]) -> None:
        """Offer the values that these items use, beside those that are chosen."""
        self._items = tuple(items)
        self._stale = True

    def _gather(self) -> None:
        # Only a menu asks for them, and a month has hundreds of items.
        if not self._stale:
            return
        self._stale = False
        items = self._items
        for field, of in _OF.items():
            found: dict[str, str] = {}
            for item in items:
                for value in of(item) or ("",):
                    found.setdefault(value.casefold(), value)
            for value in getattr(self.filter, field):
                found.setdefault(value.casefold(), value)
            self._choices[field] = dict(sorted(found.items()))

    def set_late(self, count: int) -> None:
        """So many of the items that are shown are at risk."""
        if count != self._late:
            self._late = count
            self._say()

    def set_saved_views(self, views: Mapping[str, Filter]) -> None:
        """Offer these saved filters."""
        self._views = dict(views)

    def _chosen(self, field: str) -> Collection[str]:
        value = getattr(self.filter, field)
        return value if field in NAMES else (value,) if value else ()

    def _choose(self, field: str, value: str, on: bool) -> None:
        if field == "readiness":
            self.set_filter(self.filter.replaced(readiness=value if on else ""))
            return
        chosen = {one for one in self._chosen(field) if one.casefold() != value.casefold()}
        self.set_filter(self.filter.replaced(**{field: chosen | {value} if on else chosen}))

    def clear(self, field: str = "") -> None:
        """Show everything again, or everything of one field."""
        if field:
            self.set_filter(self.filter.replaced(**{field: () if field in NAMES else ""}))
        else:
            self.set_filter(Filter(text=self.filter.text))

    def _toggle_late(self) -> None:
        self.set_filter(self.filter.replaced(readiness="" if self.filter.readiness == "late" else "late"))

    # how it looks

    def _chip(self, field: str) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("role", "chip")
        menu = StayingMenu(chip)
        menu.aboutToShow.connect(lambda: self._fill(menu, field))
        chip.setMenu(menu)
        return chip

    def _fill(self, menu: QMenu, field: str) -> None:
        menu.clear()
        self._gather()
        chosen = {value.casefold() for value in self._chosen(field)}
        anything = menu.addAction(self.tr("All"), lambda: self.clear(field))
        anything.setEnabled(bool(chosen))
        menu.addSeparator()
        for key, value in self._choices[field].items():
            action = menu.addAction(value_name(field, value))
            action.setCheckable(True)
            action.setChecked(key in chosen)
            action.triggered.connect(lambda on, value=value: self._choose(field, value, on))

    def _fill_all(self) -> None:
        menu = self.menu
        menu.clear()
        self._gather()
        for field in FIELDS:
            if len(self._choices[field]) < 2 and not self._chosen(field):
                continue  # nothing to choose between
            mine = StayingMenu(field_name(field), menu)
            mine.aboutToShow.connect(lambda mine=mine, field=field: self._fill(mine, field))
            action = menu.addMenu(mine)
            if self._chosen(field):
                action.setText(f"{field_name(field)}: {self._names(field)}")
        menu.addSeparator()
        plain = self.filter.replaced(text="")
        clear = menu.addAction(self.tr("Clear all filters"), self.clear)
        clear.setEnabled(not plain.is_empty)
        menu.addSeparator()
        for name, view in self._views.items():
            action = menu.addAction(name, lambda view=view: self.set_filter(view.replaced(text=self.filter.text)))
            action.setCheckable(True)
            action.setChecked(view.replaced(text="") == plain)
        save = menu.addAction(self.tr("Save as a view…"), self._ask_name)
        save.setEnabled(not plain.is_empty)
        if self._views:
            forget = menu.addMenu(self.tr("Remove a view"))
            for name in self._views:
                forget.addAction(name, lambda name=name: self.view_removed.emit(name))

    def _ask_name(self) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Save as a view"))
        dialog.setLabelText(self.tr("A name for what is filtered now"))
        dialog.setTextValue(", ".join(self._names(field) for field in FIELDS if self._chosen(field))[:60])
        dialog.textValueSelected.connect(self.view_saved)
        dialog.open()

    def _names(self, field: str) -> str:
        return ", ".join(value_name(field, value) for value in sorted(self._chosen(field), key=str.casefold))

    def _say(self) -> None:
        for field, chip in self.chips.items():
            names = self._names(field)
            on = bool(names)
            chip.setText(f"{field_name(field)}: {names or self.tr('all', 'every kind')}".replace("&", "&&"))
            chip.setProperty("on", "true" if on else "false")
            restyle(chip)
        risky = self.filter.readiness == "late"
        self.late.setText(self.tr("At risk %1").replace("%1", str(self._late)))
        self.late.setToolTip(self.tr("Items with a step that should be done by now"))
        self.late.setProperty("on", "true" if risky else "false")
        restyle(self.late)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        # What is at risk has a chip of its own.
        late = self.filter.readiness == "late"
        active = [field for field in FIELDS if self._chosen(field) and not (late and field == "readiness")]
        room = self.width() - 6
        wanted = [self.chips[field] for field in (active or ["kinds"])]
        self.late.setVisible(bool(self._late) or late)
        room -= self.late.sizeHint().width() + 6 if self.late.isVisibleTo(self) else 0
        hidden = 0
        text = self.tr("Filter")
        self.all.setText(self.tr("Filters (%1)").replace("%1", "9"))
        room -= self.all.sizeHint().width() + 6
        shown = []
        for chip in wanted:
            room -= chip.sizeHint().width() + 6
            if room >= 0:
                shown.append(chip)
            else:
                hidden += 1
        for chip in self.chips.values():
            chip.setVisible(chip in shown)
        if hidden and active:
            text = self.tr("Filters (%1)").replace("%1", str(len(active)))
        self.all.setText(text)
        self.all.setProperty("on", "true" if hidden and active else "false")
        restyle(self.all)
