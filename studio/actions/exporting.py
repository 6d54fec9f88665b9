"""Copies of an item's artefacts where a person wants them, in the format that the ending names."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from studio.files import existing_file
from studio.plan.item import Item
from studio.steps.graph import Made
from studio.steps.placing import place, work_folder
from studio.store import Store


def export_script(store: Store, item: Item, markdown: Path, target: Path) -> Path:
    """The script as .md, .docx or .txt, by the ending of `target`. Raises InvalidValue for another ending."""
    from studio.scripts.export import write_script

    def write(path: Path) -> None:
        write_script(existing_file(markdown).read_text(encoding="utf-8-sig"), path)

    return _export(store, item, "script", target, write)


def export_file(store: Store, item: Item, step: str, source: Path, target: Path) -> Path:
    """A copy of an artefact at `target`."""
    return _export(store, item, step, target, lambda path: _copy(source, path))


def _copy(source: Path, path: Path) -> None:
    shutil.copyfile(existing_file(source), path)


def _export(store: Store, item: Item, step: str, target: Path, write: Callable[[Path], None]) -> Path:
    target = target.expanduser().absolute()
    with work_folder(store.workspace) as work:
        path = work / target.name
        write(path)
        made = [Made(str(target), path, f"a copy of the {step}")]
        # Recorded, so that a copy which was edited since is kept beside the new one, too.
        placed, _ = place(store, f"export:{item.uid}", step, made, target.parent, {})
    return placed[0]
