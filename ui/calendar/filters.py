"""What is shown of the plan: a chip for each field that is filtered or often is, and one menu with every field."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from studio.plan.filters import NAMES, READINESS, Filter, hosts
from studio.plan.item import Item, Kind, Stage
from ui import words
from ui.calendar.saved_views import SavedViews
from ui.icons import icon_button
from ui.widgets import button, restyle

translate = QCoreApplication.translate
FIELDS = (
    *("kinds", "stages", "owners", "platforms", "campaigns", "readiness", "languages"),
    *("series", "hosts", "studios", "tags"),
)
_OFTEN = FIELDS[:7]  # have a chip as long as there is room, whether or not they are filtered
_GAP, _NAMES = 6, 2
_OF: Mapping[str, Callable[[Item], Iterable[str]]] = {
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


def chosen(wanted: Filter, field: str) -> list[str]:
    """The values of a field that a filter wants, in the order in which they are told."""
    value = getattr(wanted, field)
    if field not in NAMES:
        return [value] if value else []
    order = {"kinds": [*Kind], "stages": [*Stage]}.get(field, [])
    return sorted(value, key=lambda one: (order.index(one) if one in order else 0, one.casefold()))


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


class FilterChip(QPushButton):
    """A field: a click opens its values; while it is filtered it says by what, and a cross or Delete clears it."""

    cleared = Signal()

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field
        self.setProperty("role", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.cross = icon_button("close", self.tr("Show every %1 again").replace("%1", field_name(field)), self)
        self.cross.setProperty("role", "cross")
        self.cross.setIconSize(QSize(12, 12))
        self.cross.setFixedSize(18, 18)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.clicked.connect(self.cleared)
        self.on: bool | None = None
        self.say([])

    def say(self, names: Collection[str]) -> None:
        """Say by which values the field is filtered; by none it says its name alone."""
        listed, name = list(names), field_name(self.field)
        told = ", ".join(listed[:_NAMES]) + (f" +{len(listed) - _NAMES}" if len(listed) > _NAMES else "")
        text = f"{name}: {told}" if listed else name
        self.setText(text.replace("&", "&&"))
        tip = f"{name}: {', '.join(listed)}" if len(listed) > _NAMES else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
        if self.on != bool(listed):
            self.on = bool(listed)
            self.cross.setVisible(self.on)
            self.setProperty("on", "true" if self.on else "false")
            self.setProperty("crossed", "true" if self.on else "false")
            restyle(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.cross.move(self.width() - self.cross.width() - 3, (self.height() - self.cross.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.on and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Shows as many chips as there is room for; the menu after them has every field."""

    changed = Signal(object)  # Filter
    view_saved = Signal(str)
    view_renamed = Signal(str, str)  # old and new
    view_removed = Signal(str)

    def __init__(self, without: Collection[str] = ()) -> None:
        """A bar of every field but those in `without`: what cannot be judged where it stands."""
        super().__init__()
        self.filter = Filter()
        self.fields = tuple(field for field in FIELDS if field not in without)
        self._choices: dict[str, dict[str, str]] = {field: {} for field in FIELDS}
        self._choices["kinds"] = {kind.value: kind.value for kind in Kind}
        self._choices["stages"] = {stage.value: stage.value for stage in Stage}
        self._choices["readiness"] = {state: state for state in READINESS}
        self._items: tuple[Item, ...] = ()
        self._stale = True
        self._late = 0
        self._compact = False
        self.chips = {field: self._chip(field) for field in FIELDS}
        self.late = QPushButton()
        self.late.setProperty("role", "chip")
        self.late.setProperty("tone", "warn")
        self.late.setToolTip(self.tr("Items with a step that should be done by now"))
        self.late.clicked.connect(self._toggle_late)
        self.all = QPushButton()
        self.all.setProperty("role", "chip")
        self.menu = StayingMenu(self.all)
        self.menu.aboutToShow.connect(self._fill_all)
        self.all.setMenu(self.menu)
        self.views = SavedViews()
        self.views.chosen.connect(self._take_view)
        self.views.saved.connect(self.view_saved)
        self.views.renamed.connect(self.view_renamed)
        self.views.removed.connect(self.view_removed)
        self.clearing = button(self.tr("Clear all"), "link", self.clear)
        # Placed by hand: a layout would be asked anew, from within its own answer, whenever a chip comes or goes.
        self._row = (self.views, *self.chips.values(), self.late, self.all, self.clearing)
        for widget in self._row:
            widget.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._say()

    # what is filtered

    def set_filter(self, wanted: Filter) -> None:
        """Filter by this, and tell it."""
        if wanted != self.filter:
            before, self.filter = self.filter, wanted
            if wanted.replaced(text="") != before.replaced(text=""):
                self._say()
            self.changed.emit(wanted)

    def set_choices(self, items: Iterable[Item]) -> None:
        """Offer the values that these items use, beside those that are chosen."""
        # Only a menu asks for them, and a month has hundreds of items.
        self._items, self._stale = tuple(items), True

    def _gather(self) -> None:
        if not self._stale:
            return
        self._stale = False
        for field, of in _OF.items():
            found: dict[str, str] = {}
            for item in self._items:
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
        if self.views.set_views(views):
            self._say()

    def _take_view(self, view: Filter) -> None:
        known = view.replaced(**{field: "" for field in FIELDS if field not in self.fields})
        self.set_filter(known if view.text else known.replaced(text=self.filter.text))

    def _choose(self, field: str, value: str, on: bool) -> None:
        if field == "readiness":
            self.set_filter(self.filter.replaced(readiness=value if on else ""))
            return
        others = {one for one in chosen(self.filter, field) if one.casefold() != value.casefold()}
        self.set_filter(self.filter.replaced(**{field: others | {value} if on else others}))

    def clear(self, field: str = "") -> None:
        """Show everything again, or everything of one field."""
        if field:
            self.set_filter(self.filter.replaced(**{field: () if field in NAMES else ""}))
        else:
            self.set_filter(Filter(text=self.filter.text))

    def _toggle_late(self) -> None:
        self.set_filter(self.filter.replaced(readiness="" if self.filter.readiness == "late" else "late"))

    # the menus

    def _chip(self, field: str) -> FilterChip:
        made = FilterChip(field)
        made.cleared.connect(lambda: self.clear(field))
        menu = StayingMenu(made)
        menu.aboutToShow.connect(lambda: self._fill(menu, field))
        made.setMenu(menu)
        return made

    def _fill(self, menu: QMenu, field: str) -> None:
        menu.clear()
        self._gather()
        wanted = {value.casefold() for value in chosen(self.filter, field)}
        anything = menu.addAction(self.tr("All"), lambda: self.clear(field))
        anything.setEnabled(bool(wanted))
        menu.addSeparator()
        for key, value in self._choices[field].items():
            action = menu.addAction(value_name(field, value).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key in wanted)
            action.triggered.connect(lambda on, value=value: self._choose(field, value, on))
            action.triggered.connect(lambda _on: self._tick(menu, field))
            action.setData(key)

    def _tick(self, menu: QMenu, field: str) -> None:
        """Show what is chosen now: one state of readiness takes the place of another."""
        wanted = {value.casefold() for value in chosen(self.filter, field)}
        for action in menu.actions():
            if action.isCheckable():
                action.setChecked(action.data() in wanted)
        menu.actions()[0].setEnabled(bool(wanted))

    def _fill_all(self) -> None:
        menu = self.menu
        menu.clear()
        self._gather()
        for field in self.fields:
            names = [value_name(field, value) for value in chosen(self.filter, field)]
            if len(self._choices[field]) < 2 and not names:
                continue  # nothing to choose between
            mine = StayingMenu(field_name(field), menu)
            mine.aboutToShow.connect(lambda mine=mine, field=field: self._fill(mine, field))
            menu.addMenu(mine)
            if names:
                mine.setTitle(f"{field_name(field)}: {', '.join(names)}".replace("&", "&&"))
        menu.addSeparator()
        menu.addAction(self.tr("Clear all"), self.clear).setEnabled(not self._plain.is_empty)
        if self._compact:
            menu.addSeparator()
            self.views.fill(menu)

    # how it looks

    @property
    def _plain(self) -> Filter:
        return self.filter.replaced(text="")

    @property
    def active(self) -> list[str]:
        """The fields that are filtered."""
        return [field for field in FIELDS if getattr(self.filter, field)]

    def set_compact(self, compact: bool) -> None:
        """Leave one button with a menu of everything, or as many chips as fit."""
        if compact != self._compact:
            self._compact = compact
            self._say()

    def _say(self) -> None:
        for field, made in self.chips.items():
            made.say([value_name(field, value) for value in chosen(self.filter, field)])
        self.views.show_filter(self._plain)
        self.late.setText(self.tr("At risk %1").replace("%1", str(self._late)))
        self._mark(self.late, self.filter.readiness == "late")
        self.clearing.setVisible(not self._plain.is_empty and not self._compact)
        self._place()

    def _mark(self, widget: QWidget, on: bool) -> None:
        if widget.property("on") != ("true" if on else "false"):
            widget.setProperty("on", "true" if on else "false")
            restyle(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        active = self.active
        late = self.filter.readiness == "late"
        self.late.setVisible((bool(self._late) or late) and not self._compact)
        self.views.setVisible(not self._compact)
        # What is at risk has a chip of its own, which says it already.
        told = [field for field in active if not (late and field == "readiness")]
        others = (self.views, self.late, self.clearing)
        # The menu's chip may have to count, and must not push another away by it.
        room = self.width() - self.all.fontMetrics().horizontalAdvance(self._all_text(9)) - 26
        room -= sum(one.sizeHint().width() + _GAP for one in others if one.isVisibleTo(self))
        shown: set[str] = set()
        often = [field for field in _OFTEN if field in self.fields]
        # The fields that are filtered come before the others, which keep their order.
        for field in [] if self._compact else [*told, *(field for field in often if field not in active)]:
            room -= self.chips[field].sizeHint().width() + _GAP
            if room < 0:
                break
            shown.add(field)
        for field, made in self.chips.items():
            made.setVisible(field in shown)
        hidden = [field for field in told if field not in shown]
        count = len(active) if self._compact else len(hidden)
        self.all.setText(self._all_text(count))
        self._mark(self.all, bool(count))
        left = 0
        for widget in self._row:
            if widget.isVisibleTo(self):
                size = widget.sizeHint()
                widget.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
                left += size.width() + _GAP

    def _all_text(self, count: int) -> str:
        if count:
            return self.tr("Filters (%1)").replace("%1", str(count))
        return self.tr("Filter") if self._compact else self.tr("More")

    def minimumSizeHint(self) -> QSize:
        return QSize(self.all.sizeHint().width() if self._compact else 110, self.all.sizeHint().height())

    def sizeHint(self) -> QSize:
        if self._compact:
            return self.minimumSizeHint()
        wanted = (self.views, *(self.chips[field] for field in _OFTEN if field in self.fields), self.late, self.all)
        return QSize(sum(one.sizeHint().width() + _GAP for one in wanted), self.all.sizeHint().height())
