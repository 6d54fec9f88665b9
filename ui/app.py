"""The entry of the window. Qt is imported inside functions: a spawned worker imports this module again."""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window until it is closed; `argv` begins with the program's name. Returns the exit status."""
    multiprocessing.freeze_support()
    told = list(sys.argv if argv is None else argv)
    parser = argparse.ArgumentParser(prog=told[0] if told else "siar-studio", description="The window of Siar Studio.")
    parser.add_argument("--workspace", type=Path, metavar="DIR", help="else $SIAR_WORKSPACE, else ~/Siar")
    return run(parser.parse_args(told[1:]).workspace)


def open_window(workspace_root: Path) -> int:
    """Run the window on this workspace until it is closed."""
    return run(workspace_root)


def run(root: Path | None) -> int:
    """Run the window on the workspace in `root`, else on the usual one. Returns 1 where it could not be opened."""
    from PySide6.QtWidgets import QApplication

    from ui.session import Session

    application = QApplication.instance() or QApplication(["siar-studio"])
    session = Session(application, root)
    if not session.open():
        session.show_problem()
    status = application.exec()
    session.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
