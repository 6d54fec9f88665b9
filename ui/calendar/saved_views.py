"""The saved views: filters under names, in a chip's menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton, QSizePolicy, QWidget

from studio.plan.filters import Filter
from ui.widgets import restyle

translate = QCoreApplication.translate
_LONGEST = 24


class SavedViews(QPushButton):
    """Says which view is shown, if the filter is that of one; its menu takes, saves, renames and removes them."""

    chosen = Signal(object)  # Filter
    saved = Signal(str)  # the filter of now, under this name
    renamed = Signal(str, str)  # old and new
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ask: Callable[..., object] = ask_name
        self._views: dict[str, Filter] = {}
        self._filter = Filter()
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: (menu.clear(), self.fill(menu)))
        self.setMenu(menu)
        self._say()

    def set_views(self, views: Mapping[str, Filter]) -> bool:
        """Offer these; whether they are others than before."""
        before, self._views = self._views, dict(views)
        if self._views != before:
            self._say()
        return self._views != before

    def show_filter(self, wanted: Filter) -> None:
        """This is what is filtered now, the search aside."""
        self._filter = wanted
        self._say()

    @property
    def name(self) -> str:
        """The view whose filter is shown, "" for none."""
        if self._filter.is_empty:
            return ""
        return next((name for name, view in self._views.items() if view.replaced(text="") == self._filter), "")

    def fill(self, menu: QMenu) -> None:
        """Add what can be done to a menu."""
        now = self.name
        for name, view in self._views.items():
            action = menu.addAction(name.replace("&", "&&"), lambda view=view: self.chosen.emit(view))
            action.setCheckable(True)
            action.setChecked(name == now)
        if not self._views:
            menu.addAction(self.tr("No saved views yet")).setEnabled(False)
        menu.addSeparator()
        save = menu.addAction(self.tr("Save as a view…"), lambda: self.ask(self, now, self.saved.emit))
        save.setEnabled(not self._filter.is_empty)
        if self._views:
            other = menu.addMenu(self.tr("Rename a view"))
            for name in self._views:
                other.addAction(name.replace("&", "&&"), lambda name=name: self._rename(name))
            forget = menu.addMenu(self.tr("Remove a view"))
            for name in self._views:
                forget.addAction(name.replace("&", "&&"), lambda name=name: self.removed.emit(name))

    def _rename(self, name: str) -> None:
        self.ask(self, name, lambda new: new != name and self.renamed.emit(name, new), rename=True)

    def _say(self) -> None:
        name = self.name
        short = name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
        text = self.tr("View: %1").replace("%1", short) if name else self.tr("Views")
        self.setText(text.replace("&", "&&"))
        if self.property("on") != ("true" if name else "false"):
            self.setProperty("on", "true" if name else "false")
            restyle(self)


def ask_name(parent: QWidget, name: str, take: Callable[[str], object], *, rename: bool = False) -> QInputDialog:
    """Ask for the name of a view, and give it to `take`; an empty one is no name."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if rename:
        title, asks = translate("SavedViews", "Rename a view"), translate("SavedViews", "Another name for “%1”")
    else:
        title = translate("SavedViews", "Save as a view")
        asks = translate("SavedViews", "A name for what is filtered now")
    dialog.setWindowTitle(title)
    dialog.setLabelText(asks.replace("%1", name))
    dialog.setTextValue(name)
    dialog.textValueSelected.connect(lambda text: text.strip() and take(text.strip()))
    dialog.open()
    return dialog
