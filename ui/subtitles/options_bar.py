"""What is wanted of recordings, as a row of chips with menus: for new files, or for those that are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from studio.actions.subtitling import SubtitleOptions
from studio.workspace import Workspace
from ui.subtitles import option_menus, option_words
from ui.widgets import Flow, label, restyle

FIELDS = ("language", "engine", "profile", "formats", "video", "script", "out")
_HELD: dict[str, tuple[str, ...]] = {"engine": ("engine", "model"), "video": ("burn", "mux", "style", "preset")}
OF_AN_ITEM = ("engine", "video")
"""The fields that can be changed of an item's recording: the item itself says the rest."""


class OptionChip(QPushButton):
    """One field: a click opens its menu; it stands out where something else than usual is wanted."""

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field
        self.setProperty("role", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, told: str, *, on: bool) -> None:
        """Say what is wanted; `on` where that is not the usual."""
        name = option_words.field_name(self.field)
        self.setText(f"{name}: {told}".replace("&", "&&"))
        self.setAccessibleName(f"{name}: {told}")
        state = "true" if on else "false"
        if self.property("on") != state:
            self.setProperty("on", state)
            restyle(self)


class OptionsBar(QFrame):
    """Shows options, and asks for others by `changed`: names and values of SubtitleOptions."""

    changed = Signal(object)
    frame_asked = Signal()  # choose the style of captions on a frame of a recording

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.shown: tuple[SubtitleOptions, ...] = (SubtitleOptions(),)
        self.ask_folder: Callable[..., object] = choose_folder
        self.ask_script: Callable[..., object] = choose_script
        self.whose = label("", "small")
        self.chips = {field: OptionChip(field) for field in FIELDS}
        self._arrange()
        self.show_options([SubtitleOptions()], "")

    def _arrange(self) -> None:
        chips = QWidget()
        # A layout that wraps is asked how high it is at its width only where its widget says so.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        flow = Flow(chips)
        for made in self.chips.values():
            menu = QMenu(made) if made.field not in ("formats", "video") else option_menus.StayingMenu(made)
            menu.aboutToShow.connect(lambda menu=menu, field=made.field: self._fill(menu, field))
            made.setMenu(menu)
            flow.addWidget(made)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.whose.setFixedHeight(self.chips["language"].sizeHint().height())
        row.addWidget(self.whose, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(chips, 1)

    def show_options(self, shown: Sequence[SubtitleOptions], whose: str, *, of_items: bool = False) -> None:
        """Show the options of `whose` ("New files", "3 chosen"); `of_items` where items' recordings are among them."""
        self.shown = tuple(shown) or (SubtitleOptions(),)
        self.whose.setText(whose)
        for field, made in self.chips.items():
            said = {option_words.said(one, field) for one in self.shown}
            usual = all(self._values(one, field) == self._values(SubtitleOptions(), field) for one in self.shown)
            made.say(said.pop() if len(said) == 1 else self.tr("differs"), on=not usual)
            made.setEnabled(not of_items or field in OF_AN_ITEM)
            made.setToolTip(self.tr("The item says it") if of_items and field not in OF_AN_ITEM else "")

    def _values(self, options: SubtitleOptions, field: str) -> tuple[Any, ...]:
        return tuple(getattr(options, name) for name in _HELD.get(field, (field,)))

    # the menus

    def _fill(self, menu: QMenu, field: str) -> None:
        menu.clear()
        option_menus.fill(self, menu, field)

    def choose(self, **changes: Any) -> None:
        """Want this from now on."""
        self.changed.emit(changes)

    def same(self, name: str) -> Any:
        """The value that all who are shown have in common, None where they differ."""
        values = {getattr(one, name) for one in self.shown}
        return values.pop() if len(values) == 1 else None

    def pick_folder(self) -> None:
        """Ask for the folder of the results."""
        self.ask_folder(self, self.tr("Where to write"), lambda path: self.choose(out=str(path)))

    def pick_script(self) -> None:
        """Ask for the file that holds what is said."""
        self.ask_script(self, self.tr("What is said"), lambda path: self.choose(script=str(path)))


def choose_folder(parent: QWidget, title: str, call: Callable[[Path], object]) -> QFileDialog:
    """Open the system's dialog for a folder; `call` gets it when one was chosen."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(dialog, call)


def choose_script(parent: QWidget, title: str, call: Callable[[Path], object]) -> QFileDialog:
    """Open the system's dialog for a script's file."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(["*.md *.txt", "*"])
    return _opened(dialog, call)


def _opened(dialog: QFileDialog, call: Callable[[Path], object]) -> QFileDialog:
    dialog.fileSelected.connect(lambda name: call(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
