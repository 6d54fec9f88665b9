"""The window: the rail, the pages, the inspector, and the notice bar over them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from ui import theme
from ui.actions import commands
from ui.background import Background
from ui.bridge import JobBridge, RunningJob, failures
from ui.calendar.page import CalendarPage
from ui.closing import ask_to_close
from ui.command import Command
from ui.dialogs import Dialogs
from ui.item.inspector import Inspector
from ui.notices import NoticeBar, Notices
from ui.plan import Plan
from ui.preferences import Preferences
from ui.rail import Rail
from ui.subtitles.work import QueueWork
from ui.survey import Survey

if TYPE_CHECKING:
    from ui.items.page import ItemsPage
    from ui.settings.page import SettingsPage
    from ui.subtitles.page import SubtitlesPage

CALENDAR, ITEMS, SUBTITLES, SETTINGS = range(4)
_NARROW, _NO_INSPECTOR = 1120, 1180  # widths in pixels below which the rail shrinks, the inspector stays closed


class Window(QMainWindow):
    """Joins the pages; what they do lies in themselves."""

    language_chosen = Signal(str)
    restore_asked = Signal(object)  # a backup that is to come back; it was asked about already
    begun = Signal()  # the first picture is on the screen

    def __init__(
        self, plan: Plan, bridge: JobBridge, notices: Notices, preferences: Preferences, today: date | None = None
    ) -> None:
        super().__init__()
        self.plan, self.bridge, self.notices, self.preferences = plan, bridge, notices, preferences
        self.setWindowTitle(f"{plan.store.workspace.root.name} – Siar Studio")
        self.setMinimumSize(QSize(1000, 640))
        self.fetches = bridge.beside(self)
        # Of its own: a queue of hours must not keep a thumbnail waiting.
        self.subtitling = bridge.beside(self)
        self.work = QueueWork(plan.store.workspace.root, self.subtitling, notices, self)
        self.background = Background(self)
        self.survey = Survey(plan.store.workspace.root, self)
        self.calendar = CalendarPage(plan, self.survey, self.background, today or date.today())
        self.inspector = Inspector(plan, self.survey, bridge)
        self._today = self.inspector.today = today
        if today is not None:  # a day that was named stays, whatever the clock says
            self.calendar.midnight.stop()
        self.rail = Rail(
            [
                ("calendar", self.tr("Calendar")),
                ("items", self.tr("Items")),
                ("subtitles", self.tr("Subtitles")),
                ("settings", self.tr("Settings")),
            ],
            bridge,
            self.subtitling,
            self.fetches,
        )
        self.dialogs = Dialogs(self)
        self.setAcceptDrops(True)
        self._wants_inspector: bool | None = None  # None: by the window's width
        self.ask = ask_to_close
        self._may_close = False
        self._arrange()
        self._connect()
        self.commands = commands(self)
        self._install(self.commands)
        menu = self.calendar.header.more.menu()
        for name in ("import", "export", "days", "repeat"):
            menu.addAction(self.findChild(QAction, name))
        self.show_page(CALENDAR)

    def _arrange(self) -> None:
        self.stack = QStackedWidget()
        # The other pages are made when they are first wanted: the calendar should be there at once.
        for page in (self.calendar, QWidget(), QWidget(), QWidget()):
            self.stack.addWidget(page)
        whole = QWidget()
        whole.setObjectName("page")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        row.addWidget(self.inspector)
        self.setCentralWidget(whole)
        self.notice_bar = NoticeBar(self.notices, whole)

    def _connect(self) -> None:
        self.rail.page_asked.connect(self.show_page)
        self.rail.queue.cancel_asked.connect(self.bridge.cancel)
        self.rail.queue.look_asked.connect(self._show_failures)
        self._connect_page(self.calendar)
        self.calendar.search_asked.connect(self._search_everywhere)
        self.inspector.closed.connect(self.hide_inspector)
        self.inspector.queue_asked.connect(self.work.add_item)
        self.work.show_asked.connect(lambda: self.show_page(SUBTITLES))
        self.work.changed.connect(self._count_queue)
        self.work.ended.connect(lambda: self.rail.queue.need_look(len(self.work.view.look)))
        # Queued: what is slow to load begins when the first picture is on the screen.
        self.calendar.month.painted.connect(self.begin, Qt.ConnectionType.QueuedConnection)
        self.bridge.done.connect(self._job_done)
        self.bridge.failed.connect(self._job_failed)
        self.bridge.cancelled.connect(self._job_cancelled)
        self.plan.changed.connect(self._count)
        QApplication.styleHints().colorSchemeChanged.connect(self._system_theme_changed)
        self._failures: list[str] = []

    def _install(self, listed: tuple[Command, ...]) -> None:
        for command in listed:
            action = QAction(command.text, self)
            action.setObjectName(command.id)
            action.setShortcuts([QKeySequence(keys) for keys in command.shortcuts])
            action.triggered.connect(lambda _checked=False, call=command.call: call())
            self.addAction(action)

    def _connect_page(self, page: CalendarPage | ItemsPage) -> None:
        page.menu_asked.connect(self._open_menu)
        page.picked.connect(self.inspector.show_item)
        page.opened.connect(self.open_item)
        page.empty.say(
            self.tr("No items yet"),
            self.tr("Press C, or click a day, and type a title. Each item then shows what it needs."),
            self.tr("New item"),
            self.new_item,
        )

    @cached_property
    def items(self) -> ItemsPage:
        """The page with every item."""
        from ui.items.page import ItemsPage

        page = ItemsPage(self.plan, self.survey, self._today)
        self._connect_page(page)
        page.new_asked.connect(self.new_item)
        self._take_in(ITEMS, page)
        return page

    @cached_property
    def subtitles(self) -> SubtitlesPage:
        """The page with the queue of recordings."""
        from ui.subtitles.page import SubtitlesPage

        page = SubtitlesPage(self.plan, self.work, self.background)
        self._take_in(SUBTITLES, page)
        return page

    @cached_property
    def settings(self) -> SettingsPage:
        """The page with the settings."""
        from ui.settings.page import SettingsPage

        page = SettingsPage(self.plan, self.preferences, self.background, self.fetches)
        page.theme_chosen.connect(self.set_theme)
        page.language_chosen.connect(self.language_chosen)
        page.backups.restore_asked.connect(self.restore_asked)
        self._take_in(SETTINGS, page)
        return page

    def _take_in(self, number: int, page: QWidget) -> None:
        before = self.stack.widget(number)
        self.stack.insertWidget(number, page)
        self.stack.removeWidget(before)
        before.deleteLater()

    # pages

    def show_page(self, number: int) -> None:
        """Show a page."""
        names = {CALENDAR: "calendar", ITEMS: "items", SUBTITLES: "subtitles", SETTINGS: "settings"}
        page: QWidget = getattr(self, names[number])
        self.stack.setCurrentWidget(page)
        self.rail.show_page(number)
        self._place_inspector()
        (self.calendar.view if number == CALENDAR else page).setFocus()

    def on_calendar(self, call: Callable[[], object]) -> Callable[[], None]:
        """`call`, with the calendar shown first."""

        def run() -> None:
            if self.stack.currentIndex() != CALENDAR:
                self.show_page(CALENDAR)
            call()

        return run

    def new_item(self) -> None:
        """Open the small editor in the calendar."""
        self.on_calendar(self.calendar.new_item)()

    def new_idea(self) -> None:
        """Open the small editor for an idea."""
        self.on_calendar(self.calendar.new_idea)()

    def remove_item(self) -> None:
        """Remove what is chosen on this page."""
        if self.stack.currentIndex() == ITEMS and self.items.chosen is not None:
            self.plan.remove(*self.items.view.selected)
        elif self.stack.currentIndex() == SUBTITLES:
            self.subtitles.remove()
        elif self.stack.currentIndex() == CALENDAR:
            self.calendar.remove()

    @property
    def chosen(self) -> int | None:
        """The id of the item that is chosen on this page."""
        return (self.items if self.stack.currentIndex() == ITEMS else self.calendar.view).chosen

    def search(self) -> None:
        """Go to the search field of this page."""
        field = self.items.search if self.stack.currentIndex() == ITEMS else self.calendar.header.search
        if self.stack.currentIndex() in (SUBTITLES, SETTINGS):
            self.show_page(CALENDAR)
        field.setFocus()
        field.selectAll()

    def _search_everywhere(self, text: str) -> None:
        self.show_page(ITEMS)
        self.items.find(text)

    def open_palette(self) -> None:
        """Show all commands, and every item to go to."""
        from ui.palette import Palette

        go = tuple(
            Command(f"go:{item.id}", item.title, lambda number=item.id: self.go_to(number))
            for item in self.plan.all_items()
        )
        Palette((*self.commands, *go), self).open_over(self)

    def go_to(self, item_id: int) -> None:
        """Show an item where it stands."""
        item = self.plan.item(item_id)
        if item is None:
            return
        if item.day is not None:
            self.show_page(CALENDAR)
            self.calendar.reveal(item)
        self.open_item(item_id)

    def _open_menu(self, day: date | None, item_id: int | None, at: QPoint) -> None:
        from ui.calendar.menu import open_menu

        open_menu(self, day, item_id, at)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dialogs.drag(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.dialogs.drop(event)

    # the inspector

    def open_item(self, item_id: int) -> None:
        """Show an item in the inspector, and open that."""
        self._wants_inspector = True
        self.inspector.show_item(item_id)
        self._place_inspector()

    def hide_inspector(self) -> None:
        """Close the inspector until an item is opened."""
        self._wants_inspector = False
        self._place_inspector()
        self.stack.currentWidget().setFocus()

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        self._wants_inspector = not self.inspector.isVisible()
        self._place_inspector()

    def _place_inspector(self) -> None:
        wanted = self.width() >= _NO_INSPECTOR if self._wants_inspector is None else self._wants_inspector
        self.inspector.setVisible(wanted and self.stack.currentIndex() in (CALENDAR, ITEMS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < _NARROW)
        self._place_inspector()
        self.notice_bar.place()

    # theme

    def set_theme(self, choice: theme.Choice) -> None:
        """Take a theme, and remember it."""
        self.preferences.theme = choice
        theme.apply(QApplication.instance(), choice)

    def toggle_theme(self) -> None:
        """Dark if it is light, and the other way."""
        self.set_theme(theme.Choice.LIGHT if theme.tokens().dark else theme.Choice.DARK)
        if "settings" in self.__dict__:
            self.settings.show_theme(self.preferences.theme)

    def _system_theme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.preferences.theme is theme.Choice.SYSTEM and theme.wanted(theme.Choice.SYSTEM) != theme.tokens():
            theme.apply(QApplication.instance(), theme.Choice.SYSTEM)

    # jobs

    def _job_done(self, job: RunningJob, result: object) -> None:
        self.plan.look_for_changes()
        self.inspector.refresh()
        failed = failures(result)
        if failed:
            self._failures += [str(error) for error in failed]
            self.rail.queue.need_look(len(failed))
            self.notices.error(failed[0])
        else:
            self.notices.info(self.tr("Done: %1").replace("%1", job.title))

    def _job_failed(self, job: RunningJob, error: Exception) -> None:
        self._failures.append(str(error))
        self.rail.queue.need_look(1)
        self.inspector.refresh()
        self.notices.error(error)

    def _job_cancelled(self, job: RunningJob) -> None:
        self.inspector.refresh()
        self.notices.info(self.tr("Cancelled: %1").replace("%1", job.title))

    def _show_failures(self) -> None:
        from studio.errors import SiarError

        if not self._failures and self.work.view is not None and self.work.view.look:
            self.show_page(SUBTITLES)
            self.subtitles.choose_look()

        told, self._failures = self._failures, []
        if told:
            self.notices.error(SiarError("\n".join(dict.fromkeys(told))))

    # life

    def begin(self) -> None:
        """What may wait until the window is on the screen."""
        self.plan.keep_ahead(self.calendar.today)
        self.calendar.restore_view()
        self.calendar.load_marks()
        self._count()
        self.work.begin()
        for text in self.plan.store.notices:
            self.notices.info(text)
        self.begun.emit()

    def _count(self) -> None:
        self.rail.buttons[ITEMS].set_count(self.plan.count())

    def _count_queue(self) -> None:
        self.rail.buttons[SUBTITLES].set_count(self.work.view.open if self.work.view else 0)
        self.rail.queue.show_waiting(self.work.said)

    @property
    def running(self) -> tuple[RunningJob, ...]:
        """What runs or waits, in all queues."""
        bridges = (self.bridge, self.subtitling, self.fetches)
        return tuple(job for bridge in bridges for job in bridge.jobs.values())

    def stop_and_close(self) -> None:
        """Close without asking, whatever runs."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.running and not self._may_close:
            self.ask(self, tuple(job.title for job in self.running), self.stop_and_close)
            if not self._may_close:  # an answer may come at once
                event.ignore()
                return
        self.preferences.geometry = self.saveGeometry()
        self.rest()
        super().closeEvent(event)

    def rest(self) -> None:
        """Stop all that works in the background: the window is closed, or its plan taken away."""
        self.plan.close()
        self.calendar.stop()
        self.bridge.close()
        self.subtitling.close()
        self.fetches.close()
        self.work.close()
        self.survey.close()
        self.background.close()
        self.inspector.close_reader()
