"""Commands as data: menus, shortcuts and the palette are read from this one list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.command import Command

if TYPE_CHECKING:
    from ui.window import Window

translate = QCoreApplication.translate


def commands(window: Window) -> tuple[Command, ...]:
    """Everything the window can do, in the order of the palette."""
    calendar, inspector = window.calendar, window.inspector
    return (
        Command("new", translate("Commands", "New item"), window.new_item, ("C", "Ctrl+N")),
        Command("idea", translate("Commands", "New idea with no date"), window.new_idea, ("Shift+C",)),
        Command("today", translate("Commands", "Go to today"), window.on_calendar(calendar.go_today), ("T",)),
        Command(
            "previous",
            translate("Commands", "Previous page of the calendar"),
            window.on_calendar(lambda: calendar.turn(-1)),
            ("PgUp", "K"),
        ),
        Command(
            "next",
            translate("Commands", "Next page of the calendar"),
            window.on_calendar(lambda: calendar.turn(1)),
            ("PgDown", "J"),
        ),
        Command("go", translate("Commands", "Go to a day…"), window.on_calendar(calendar.choose_day), ("G",)),
        *(
            Command(f"view-{name}", text, window.on_calendar(lambda name=name: calendar.show_view(name)), (key,))
            for name, text, key in (
                ("day", translate("Commands", "Show the day"), "D"),
                ("week", translate("Commands", "Show the week"), "W"),
                ("month", translate("Commands", "Show the month"), "M"),
                ("list", translate("Commands", "Show the list"), "L"),
                ("board", translate("Commands", "Show the board"), "B"),
            )
        ),
        Command("clear", translate("Commands", "Clear all filters"), window.on_calendar(calendar.clear_filters)),
        Command("rename", translate("Commands", "Rename the item"), calendar.rename, ("F2",)),
        Command("edit", translate("Commands", "Edit all fields of the item"), inspector.edit, ("Ctrl+E",)),
        Command("remove", translate("Commands", "Remove the item"), window.remove_item, ("Del",)),
        Command(
            "produce", translate("Commands", "Produce what is missing or stale"), inspector.produce, ("Ctrl+Return",)
        ),
        Command("folder", translate("Commands", "Open the item's folder"), inspector.open_folder, ("Ctrl+Shift+O",)),
        Command("repeat", translate("Commands", "Repeat the item…"), window.dialogs.repeat, ("Shift+R",)),
        Command(
            "import", translate("Commands", "Import a sheet or calendar file…"), window.dialogs.import_plan, ("Ctrl+O",)
        ),
        Command("export", translate("Commands", "Export the plan…"), window.dialogs.export_plan, ("Ctrl+Shift+E",)),
        Command("days", translate("Commands", "Holidays and own days…"), window.dialogs.open_days),
        Command("undo", translate("Commands", "Undo"), window.plan.undo, ("Ctrl+Z",)),
        Command("redo", translate("Commands", "Redo"), window.plan.redo, ("Ctrl+Shift+Z", "Ctrl+Y")),
        Command("search", translate("Commands", "Search"), window.search, ("/", "Ctrl+F")),
        Command("calendar", translate("Commands", "Calendar"), lambda: window.show_page(0), ("Ctrl+1",)),
        Command("items", translate("Commands", "Items"), lambda: window.show_page(1), ("Ctrl+2",)),
        Command("subtitles", translate("Commands", "Subtitles"), lambda: window.show_page(2), ("Ctrl+3",)),
        *_of_the_queue(window),
        Command("settings", translate("Commands", "Settings"), lambda: window.show_page(3), ("Ctrl+4", "Ctrl+,")),
        Command("inspector", translate("Commands", "Show or hide the inspector"), window.toggle_inspector, ("Ctrl+I",)),
        Command(
            "theme", translate("Commands", "Switch between light and dark"), window.toggle_theme, ("Ctrl+Shift+L",)
        ),
        Command("palette", translate("Commands", "All commands"), window.open_palette, ("Ctrl+K",)),
        Command("quit", translate("Commands", "Quit"), window.close, ("Ctrl+Q",)),
    )


def _of_the_queue(window: Window) -> tuple[Command, ...]:
    """What is done with the queue of recordings, from any page."""

    def on_page(call: str) -> Callable[[], None]:
        def run() -> None:
            window.show_page(2)
            getattr(window.subtitles, call)()

        return run

    def start_or_pause() -> None:
        work = window.work
        (work.pause if work.at_work else work.start)()

    def add_item() -> None:
        if window.inspector.item is not None:
            window.work.add_item(window.inspector.item.id)

    return (
        Command(
            "queue-files", translate("Commands", "Subtitle recordings…"), on_page("choose_files"), ("Ctrl+Shift+S",)
        ),
        Command("queue-folder", translate("Commands", "Subtitle a folder…"), on_page("choose_folder")),
        Command("queue-item", translate("Commands", "Subtitle the item's recording in the queue"), add_item),
        Command(
            "queue-go",
            translate("Commands", "Start or pause the subtitle queue"),
            start_or_pause,
            ("Ctrl+Shift+Return",),
        ),
        Command("queue-watch", translate("Commands", "Watch a folder for recordings…"), on_page("choose_watched")),
        Command("queue-clear", translate("Commands", "Clear the subtitles that are done"), window.work.clear),
    )
