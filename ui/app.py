"""The entry of the window. Qt is imported inside functions: a spawned worker imports this module again."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import SiarError
from ui import display

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window until it is closed; `argv` begins with the program's name. Returns the exit status."""
    if getattr(sys, "frozen", False):  # a package; elsewhere it would only make the first picture late
        import multiprocessing

        multiprocessing.freeze_support()
    told = list(sys.argv if argv is None else argv)
    parser = argparse.ArgumentParser(prog=told[0] if told else "siar-studio", description="The window of Siar Studio.")
    parser.add_argument("--workspace", type=Path, metavar="DIR", help="else $SIAR_WORKSPACE, else ~/Siar")
    parser.add_argument("--item", type=int, metavar="ID", help="show this item")
    args = parser.parse_args(told[1:])
    return run(args.workspace, args.item)


def run(root: Path | None, item: int | None = None) -> int:
    """Run the window on the workspace in `root`, else on the usual one; it begins with `item` open where one is named.

    Returns 1 where it could not be opened.
    """
    problem = why_no_window()
    if problem is not None:
        _say(problem)
        return 1
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication(["siar-studio"])
    frame = show_frame()
    from ui.session import Session  # most of the start's time: the frame is on the screen meanwhile

    session = Session(application, root)
    if not session.open():
        _say(session.error)
        session.show_problem()
    frame.close()
    if session.window is not None and item is not None:
        session.window.go_to(item)
    status = application.exec()
    opened = session.window is not None
    session.close()
    return status if opened else 1


def show_frame() -> QWidget:
    """The window's frame, painted; it is to be closed when the window is there."""
    from ui.first_picture import FirstPicture
    from ui.preferences import Preferences

    frame = FirstPicture(Preferences())
    frame.show_now()
    return frame


def why_no_window() -> SiarError | None:
    """Why no window can be shown here, if so: Qt itself would end the process without a word that helps."""
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        return SiarError(
            f"Qt cannot be loaded ({error})", "On Debian: sudo apt install libegl1 libxkbcommon0 libdbus-1-3"
        )
    plugins = os.environ.get("QT_QPA_PLATFORM", "") or "wayland;xcb"
    if not sys.platform.startswith("linux") or not ("xcb" in plugins or "wayland" in plugins):
        return None
    if "wayland" in plugins and display.wayland_answers():
        return None
    if "xcb" not in plugins or not display.x_answers():
        named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        return SiarError(
            f"The display {named} does not answer" if named else "There is no display to open a window on",
            "Start it from a desktop; the other commands need none",
        )
    if not display.has_cursors():
        return SiarError(
            "Qt needs a library that is missing (libxcb-cursor)", "On Debian: sudo apt install libxcb-cursor0"
        )
    return None


def _say(error: SiarError | None) -> None:
    # A window program on Windows has no stderr.
    if error is not None and sys.stderr is not None:
        sys.stderr.write(f"siar: error: {error}\n")


if __name__ == "__main__":
    sys.exit(main())
