"""The page where recordings get their subtitles: drop them anywhere, say what is wanted, start, and see what comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QMenu, QSplitter, QVBoxLayout, QWidget

from studio.actions.subtitling import MEDIA, SubtitleOptions, is_recording, options_from, options_told
from studio.store.queue import Entry
from ui.background import Background
from ui.empty import EmptyState
from ui.kept import Kept
from ui.plan import Plan
from ui.subtitles import page_menus
from ui.subtitles.options_bar import OptionsBar, choose_folder
from ui.subtitles.queue_head import QueueBanner, QueueHead
from ui.subtitles.queue_table import QueueTable
from ui.subtitles.report_pane import ReportPane
from ui.subtitles.work import QueueWork
from ui.widgets import restyle

_SPARED = ("script", "force")  # of one recording, or of one wish: never kept for the next ones


class SubtitlesPage(QWidget):
    """A view of the queue; what is done with it goes through the `QueueWork`."""

    def __init__(self, plan: Plan, work: QueueWork, background: Background) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self.plan, self.work = plan, work
        self.ask_files: Callable[..., object] = choose_files
        self.ask_folder: Callable[..., object] = choose_folder
        self._kept = Kept("subtitles")
        self.options = self._kept_options()
        workspace = plan.store.workspace
        self.head, self.banner = QueueHead(), QueueBanner()
        self.bar = OptionsBar(workspace)
        self.table = QueueTable()
        self.pane = ReportPane(workspace, background)
        self.empty = EmptyState(self.table)
        self.area = QFrame()
        self.area.setObjectName("queueArea")
        self._arrange()
        self._connect()
        self.show_queue()

    def _arrange(self) -> None:
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.table)
        self.split.addWidget(self.pane)
        self.split.setSizes([520, 260])
        self.table.setMinimumHeight(120)
        self.pane.setMinimumHeight(110)
        self.pane.hide()
        inside = QVBoxLayout(self.area)
        inside.setContentsMargins(8, 0, 0, 0)  # the text of a cell stands below the heading
        inside.addWidget(self.split)
        above = QVBoxLayout()
        above.setContentsMargins(20, 10, 20, 10)
        above.setSpacing(10)
        above.addWidget(self.bar)
        above.addWidget(self.banner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(above)
        column.addWidget(self.area, 1)
        self.setFocusProxy(self.table)
        self.empty.say(
            self.tr("Drop recordings here"),
            self.tr("Videos, sound files, or a whole folder. Their subtitles are written beside them."),
            self.tr("Choose files…"),
            self.choose_files,
        )

    def _connect(self) -> None:
        head, work, table, pane = self.head, self.work, self.table, self.pane
        head.files_asked.connect(self.choose_files)
        head.folder_asked.connect(self.choose_folder)
        head.watch_asked.connect(self.watch)
        head.start_asked.connect(work.start)
        head.pause_asked.connect(work.pause)
        self.banner.start_asked.connect(work.start)
        self.banner.clear_asked.connect(work.clear)
        self.banner.retry_asked.connect(self.retry_failed)
        self.banner.look_asked.connect(self.choose_look)
        self.bar.changed.connect(self._change)
        self.bar.frame_asked.connect(self.choose_style)
        table.chosen_changed.connect(self._show_chosen)
        table.order_asked.connect(self.order)
        table.remove_asked.connect(work.remove)
        table.opened.connect(self._open)
        table.menu_asked.connect(self._menu)
        pane.retry_asked.connect(self.retry)
        pane.cancel_asked.connect(self.cancel)
        pane.remove_asked.connect(self.remove)
        work.changed.connect(self.show_queue)
        work.desk.watched_changed.connect(self._show_watched)

    # what is shown

    def show_queue(self) -> None:
        """Show the queue as it was last seen."""
        view = self.work.view
        self.head.show_view(view, ours=self.work.ours)
        self.banner.show_view(view, working=self.work.at_work)
        self.empty.setVisible(view is not None and not view.lines)
        if view is not None:
            self.table.show_view(view)
        self._show_chosen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.work.begin()

    @property
    def chosen(self) -> list[Entry]:
        """The entries that are chosen."""
        ids = set(self.table.chosen)
        return [line.entry for line in self.table.queue.lines if line.entry.id in ids]

    def _show_chosen(self) -> None:
        chosen = self.chosen
        self.pane.setVisible(bool(chosen))
        self.pane.show_entries(chosen)
        if chosen:
            shown = [options_from(one.options) for one in chosen]
            whose = self.tr("%n chosen:", "", len(chosen))
            self.bar.show_options(shown, whose, of_items=any(one.item for one in chosen))
        else:
            self.bar.show_options([self.options], self.tr("New recordings:"))

    def _show_watched(self) -> None:
        desk = self.work.desk
        self.head.show_watched([one.folder.name for one in desk.watched], problem=bool(desk.watch_problems))
        if desk.watch_problems:
            self.head.watch.setToolTip("\n".join(desk.watch_problems.values()))

    # options

    def _kept_options(self) -> SubtitleOptions:
        try:
            return replace(options_from(self._kept.get("options", {})), script="", force=False)
        except (TypeError, ValueError):  # what another version kept is no reason not to start
            return SubtitleOptions()

    def _change(self, changes: dict[str, Any]) -> None:
        """Other options for what is chosen, or for what is added from now on."""
        ids = self.table.chosen
        if ids:
            from studio.actions.queue import change_in_queue

            self.work.do(lambda store: change_in_queue(store, ids, changes))
            return
        self.options = replace(self.options, **changes)
        told = options_told(self.options)
        self._kept.put("options", {name: value for name, value in told.items() if name not in _SPARED})
        self._show_chosen()

    def choose_style(self) -> None:
        """Choose the style of captions on a frame of a recording of the queue."""
        entries = self.chosen or [line.entry for line in self.table.queue.lines]
        film = next((path for one in entries if (path := Path(one.path)).is_file()), None)
        if film is None:
            self.plan.notices.info(self.tr("Add a recording first: the styles are shown on it."))
            return
        from ui.subtitles.style_picker import StylePicker

        shown = self.bar.shown[0]
        dialog = StylePicker(self.plan, film, self.window(), style=shown.style, language=shown.language or "id")
        dialog.chosen.connect(lambda name: self._change({"style": "" if name == "plain" else name, "burn": True}))
        dialog.open()

    # what a person does

    def add(self, paths: Sequence[Path]) -> None:
        """Queue the recordings and folders among these; what is none is told."""
        wanted = [path for path in paths if path.is_dir() or path.suffix.lower() in MEDIA]
        others = len(paths) - len(wanted)
        if others:
            self.plan.notices.info(self.tr("%n file(s) left out: not a recording.", "", others))
        if wanted:
            self.work.add(wanted, self.options)

    def choose_files(self) -> None:
        """Ask for recordings."""
        self.ask_files(self, self.tr("Recordings"), self.add)

    def choose_folder(self) -> None:
        """Ask for a folder with recordings."""
        self.ask_folder(self, self.tr("A folder with recordings"), lambda path: self.add([path]))

    def watch(self) -> None:
        """Watch a folder; where some are watched already, open their menu."""
        if self.work.desk.watched:
            page_menus.watched(self).popup(self.head.watch.mapToGlobal(QPoint(0, self.head.watch.height() + 2)))
        else:
            self.choose_watched()

    def choose_watched(self) -> None:
        """Ask for a folder to watch."""
        self.ask_folder(self, self.tr("Watch a folder"), self.watch_folder)

    def watch_folder(self, folder: Path) -> None:
        """Take what is copied into this folder from now on, with the options for new recordings."""
        from studio.actions.watching import watch_folder

        options = replace(self.options, script="")
        self.work.do(lambda store: watch_folder(store, folder, options))

    def order(self, ids: Sequence[int], position: int) -> None:
        """Let these stand from this place on."""
        from studio.actions.queue import order_entries

        self.work.do(lambda store: order_entries(store, ids, position))

    def retry(self) -> None:
        """Let what is chosen be made again."""
        from studio.actions.queue import retry_entries

        ids = self.table.chosen
        self.work.do(lambda store: retry_entries(store, ids))

    def retry_failed(self) -> None:
        """Let all that failed wait again, and begin."""
        from studio.actions.queue import retry_failed

        self.work.do(retry_failed)
        self.work.start()

    def cancel(self) -> None:
        """Stop what is chosen."""
        from studio.actions.queue import cancel_entries

        ids = self.table.chosen
        self.work.do(lambda store: cancel_entries(store, ids))

    def remove(self) -> None:
        """Take what is chosen out of the queue."""
        if self.table.chosen:
            self.work.remove(self.table.chosen)

    def choose_look(self) -> None:
        """Choose what needs a look."""
        if self.work.view is not None:
            ids = [one.id for one in self.work.view.look]
            self.table.choose(ids[:1], ids[0] if ids else None)
            self.table.setFocus()
            if ids:
                self.table.scrollTo(self.table.currentIndex())

    def _open(self, number: int) -> None:
        self.table.choose([number], number)
        self.pane.open("subtitles" if self.pane.path("subtitles") else "video")

    def _menu(self, at: QPoint) -> None:
        menu: QMenu = page_menus.chosen(self)
        menu.popup(at)

    # dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(path.is_dir() or is_recording(path) for path in _dropped(event)):
            event.acceptProposedAction()
            self._light(True)
        else:
            event.ignore()  # a plan's file is the window's

    def dragLeaveEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        event.acceptProposedAction()
        self.add(_dropped(event))

    def _light(self, on: bool) -> None:
        self.area.setProperty("drop", "true" if on else "false")
        restyle(self.area)


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def choose_files(parent: QWidget, title: str, call: Callable[[list[Path]], object]) -> QFileDialog:
    """Open the system's dialog for recordings; `call` gets those that were chosen."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    patterns = " ".join(f"*{ending} *{ending.upper()}" for ending in sorted(MEDIA))
    dialog.setNameFilters([f"{title} ({patterns})"])
    dialog.filesSelected.connect(lambda names: call([Path(name) for name in names]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
