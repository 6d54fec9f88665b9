"""Put made files where they belong: whole, recorded so that a kill at any moment leaves no doubt, nothing written over.

A file is announced in the store before it is moved (under its name with "~"), and recorded after. Whoever finds an
announcement and the file it promised knows that only the recording was cut off, and that nobody edited the file.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psutil

from studio.files import digest, free_name, whole_file, write_error
from studio.steps.graph import Inputs, Made, fingerprint
from studio.store import Store
from studio.store.artefacts import Artefact, artefacts, forget_artefacts, record_artefacts
from studio.store.digests import file_digest
from studio.workspace import Workspace

_ANNOUNCED = "~"
_PREFIX = ".making-"


def recorded(store: Store, subject: str, step: str | None = None) -> dict[tuple[str, str], Artefact]:
    """What was made for `subject`, by step and name."""
    return settled(store, artefacts(store, subject, step))


def settled(store: Store, rows: Sequence[Artefact]) -> dict[tuple[str, str], Artefact]:
    """The rows of one subject by step and name; an announcement counts where the file that it promised is there."""
    found = {(row.step, row.name): row for row in rows if not row.name.endswith(_ANNOUNCED)}
    for row in rows:
        if row.name.endswith(_ANNOUNCED):
            path = store.workspace.absolute(row.path)
            if path.is_file() and file_digest(store, path) == row.output_hash:
                name = row.name.removesuffix(_ANNOUNCED)
                found[row.step, name] = replace(row, name=name)
    return found


def place(
    store: Store, subject: str, step: str, made: Iterable[Made], folder: Path, expected: Mapping[str, Inputs]
) -> tuple[list[Path], list[Path]]:
    """Move made files into `folder` and record them; what was there and is not ours is kept beside.

    Returns the new paths, and the paths under which older files were kept. Raises OutOfSpace or CannotWrite.
    """
    ours = {store.workspace.absolute(row.path): row.output_hash for row in recorded(store, subject, step).values()}
    kept: list[Path] = []
    rows: list[Artefact] = []
    now = datetime.now(UTC)
    try:
        for one in made:
            target = folder / one.path.name
            inputs = dict(expected.get(one.name, {}))
            row = Artefact(
                subject=subject,
                step=step,
                name=one.name,
                path=store.workspace.relative(target),
                fingerprint=fingerprint(inputs),
                inputs=inputs,
                output_hash=digest(one.path),
                made_at=now,
                how=one.how,
                checks=one.checks,
            )
            if target.exists() and file_digest(store, target) != ours.get(target):
                beside = free_name(target.with_name(f"{target.stem} (kept){target.suffix}"))
                target.replace(beside)
                kept.append(beside)
            record_artefacts(store, [replace(row, name=one.name + _ANNOUNCED)])
            _move(one.path, target)
            rows.append(row)
    except OSError as error:
        raise write_error(folder / step, error) from error
    finally:
        # What was moved before a failure is there, and is ours.
        with store.transaction():
            record_artefacts(store, rows)
            forget_artefacts(store, subject, step, [row.name + _ANNOUNCED for row in rows])
    return [store.workspace.absolute(row.path) for row in rows], kept


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV and getattr(error, "winerror", 0) != 17:  # ERROR_NOT_SAME_DEVICE
            raise
        with whole_file(target) as temporary:
            shutil.copyfile(source, temporary)


@contextmanager
def work_folder(workspace: Workspace) -> Iterator[Path]:
    """A folder inside the workspace to make files in, so that placing them is a rename; removed at the end."""
    try:
        workspace.out.mkdir(parents=True, exist_ok=True)
        _sweep(workspace.out)
        folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=workspace.out))
    except OSError as error:
        raise write_error(workspace.out / "new", error) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(out: Path) -> None:
    """Remove what killed processes left behind."""
    for folder in out.glob(f"{_PREFIX}*"):
        pid = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if not (pid.isdigit() and psutil.pid_exists(int(pid))):
            shutil.rmtree(folder, ignore_errors=True)
