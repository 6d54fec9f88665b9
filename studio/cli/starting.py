"""`siar demo`, `siar ui`, `siar doctor`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from studio.cli.output import ProgressLine, note, print_json


def demo(args: Namespace) -> int:
    """Build the sample workspace."""
    from studio.demo import build_demo, has_display

    told = build_demo(args.out or Path("~/Siar-demo"), engine=args.engine, on_event=ProgressLine())
    if args.json:
        print_json(told.as_json())
    else:
        print(told.as_text())
    if told.failed:
        return 1 if not told.made else 3
    if not args.no_window and has_display():
        item = told.items[0][0].id if told.items else None
        if _open_window(told.workspace, item) != 0:
            # The demo is made, whatever becomes of the window.
            note(f'The window could not be opened. `siar --workspace "{told.workspace}" ui` tries again.')
    return 0


def ui(args: Namespace) -> int:
    """Open the window."""
    return _open_window(args.workspace, args.item)


def doctor(args: Namespace) -> int:
    """Look whether everything is there."""
    from studio.actions.doctor import examine

    findings = examine(args.workspace)
    if args.json:
        print_json({"ok": all(one.ok for one in findings), "checks": [
            {"name": one.name, "ok": one.ok, "evidence": one.evidence} for one in findings
        ]})  # fmt: skip
    else:
        for one in findings:
            print(f"{'✓' if one.ok else '✗'} {one.name:12} {one.evidence}")
    return 0 if all(one.ok for one in findings) else 1


def _open_window(workspace: Path | None, item: int | None) -> int:
    from ui.app import run  # the one import of the window: nothing else of the command line knows it

    code: int = run(workspace, item)
    return code
