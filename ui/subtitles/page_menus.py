"""The menus of the page: of the chosen recordings, and of the watched folders."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from studio.store.queue import ENDED, OPEN
from ui.desktop import open_path

if TYPE_CHECKING:
    from ui.subtitles.page import SubtitlesPage

translate = QCoreApplication.translate


def chosen(page: SubtitlesPage) -> QMenu:
    """The menu of the recordings that are chosen."""
    menu = _menu(page)
    entries, pane, table = page.chosen, page.pane, page.table
    if pane.path("subtitles"):
        menu.addAction(translate("QueueMenu", "Open the subtitles"), lambda: pane.open("subtitles"))
    if len(entries) == 1:
        menu.addAction(translate("QueueMenu", "Open the video"), lambda: pane.open("video"))
        menu.addAction(translate("QueueMenu", "Open folder"), lambda: pane.open("folder"))
        menu.addSeparator()
    ids = table.chosen
    last = len(table.queue.lines)
    menu.addAction(translate("QueueMenu", "To the top"), lambda: page.order(ids, 1))
    menu.addAction(translate("QueueMenu", "To the end"), lambda: page.order(ids, last))
    menu.addSeparator()
    if any(one.state in ENDED for one in entries):
        menu.addAction(translate("QueueMenu", "Make again"), page.retry)
    if any(one.state in OPEN for one in entries):
        menu.addAction(translate("QueueMenu", "Cancel"), page.cancel)
    removing = menu.addAction(translate("QueueMenu", "Remove from the queue"), page.remove)
    removing.setShortcut(QKeySequence("Del"))
    removing.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown only: the window's command has the key
    return menu


def watched(page: SubtitlesPage) -> QMenu:
    """The menu of the folders that are watched."""
    menu = _menu(page)
    for one in page.work.desk.watched:
        name = one.folder.name.replace("&", "&&")
        problem = page.work.desk.watch_problems.get(one.folder, "")
        inside = menu.addMenu(f"{name} !" if problem else name)
        inside.setToolTip(problem)
        inside.addAction(translate("QueueMenu", "Open folder"), partial(open_path, one.folder))
        inside.addAction(translate("QueueMenu", "Watch it no more"), partial(_unwatch, page, one.folder))
    menu.addSeparator()
    menu.addAction(translate("QueueMenu", "Watch another folder…"), page.choose_watched)
    return menu


def _unwatch(page: SubtitlesPage, folder: Path) -> None:
    from studio.actions.watching import unwatch_folder

    page.work.do(lambda store: unwatch_folder(store, folder))


def _menu(page: SubtitlesPage) -> QMenu:
    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
