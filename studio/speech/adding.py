"""A checkpoint from a file, such as a colleague's stick: looked at as a whole, and under its name only when whole."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path

import psutil

from studio.errors import DamagedCheckpoint, InvalidValue, NotFound
from studio.files import digest, existing_file, slug, write_error
from studio.speech.audio import Progress
from studio.speech.checkpoints import DEMO, KNOWN, Installed, checkpoints_folder, sha256
from studio.speech.impostors import refuse_impostors
from studio.speech.space import require_room

_BLOCK = 1 << 22
_LEFT = re.compile(r"\.siar-(\d+)-adding\.pt")


def add(file: Path, progress: Progress | None = None) -> Installed:
    """Install the checkpoint in `file` after a look at all of it.

    One that OpenAI publishes gets its published name, whatever a browser called it ("small (1).pt"); any other keeps
    its own. Raises NotFound, DamagedCheckpoint, OutOfSpace, CannotWrite, and InvalidValue where another one has the
    name.
    """
    existing_file(file)
    refuse_impostors(file)
    name = file.stem if re.fullmatch(r"[A-Za-z0-9][\w.-]*", file.stem) else slug(file.stem)
    if name == DEMO:
        raise InvalidValue("The name demo belongs to the checkpoint of the demo", "Rename the file, then add it again")
    folder, size = checkpoints_folder(), file.stat().st_size
    require_room(folder, size, size)
    _sweep(folder)
    temporary = folder / f".siar-{os.getpid()}-adding.pt"
    try:
        told = _copied(file, temporary, progress)
        name = next((known.name for known in KNOWN.values() if known.sha256 == told), name)
        target = folder / f"{name}.pt"
        if name in KNOWN:
            _only_as_published(file, name, told)
            if target.exists() and sha256(target) != told:
                _remove_damaged(target)
        else:
            _own(file, name, target)
        if not target.exists():
            temporary.replace(target)
    except OSError as error:
        raise write_error(folder / file.name, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return Installed(name, target, target.stat().st_size, KNOWN.get(name))


def _copied(file: Path, to: Path, progress: Progress | None) -> str:
    """Copy `file`, and give the SHA-256 of what was copied. Raises NotFound where it cannot be read, OSError."""
    made, size, at = hashlib.sha256(), max(1, file.stat().st_size), 0
    with file.open("rb") as source, to.open("wb") as target:
        while True:
            try:
                block = source.read(_BLOCK)
            except OSError as error:
                advice = "Plug the stick in again, or copy the file to this computer first"
                raise NotFound(f"{file} cannot be read to its end ({error.strerror or error})", advice) from error
            if not block:
                break
            target.write(block)
            made.update(block)
            at += len(block)
            if progress:
                progress(min(1.0, at / size), f"Copying {file.name}: {at / 1e6:,.0f} of {size / 1e6:,.0f} MB")
        target.flush()
        os.fsync(target.fileno())
    return made.hexdigest()


def _only_as_published(file: Path, name: str, told: str) -> None:
    if told != KNOWN[name].sha256:
        # The look first: "a web page" says more than "another file".
        from studio.speech.weights import read_checkpoint

        read_checkpoint(file)
        raise DamagedCheckpoint(
            f"{file} is not the file that is published as {name}",
            "Copy it again; if it is one of your own, give it another name",
        )


def _remove_damaged(target: Path) -> None:
    from studio.speech.conversion import forget

    target.unlink()
    forget(target)


def _own(file: Path, name: str, target: Path) -> None:
    from studio.speech.weights import read_checkpoint

    read_checkpoint(file)
    if target.exists() and not (target.stat().st_size == file.stat().st_size and digest(target) == digest(file)):
        raise InvalidValue(f"Another checkpoint called {name} is installed", f"Rename the file, or remove {name} first")


def _sweep(folder: Path) -> None:
    """Remove what a process that was ended in the middle of a copy left behind."""
    for path in folder.glob(".siar-*-adding.pt"):
        found = _LEFT.fullmatch(path.name)
        if found and not psutil.pid_exists(int(found[1])):
            with suppress(OSError):
                path.unlink()
