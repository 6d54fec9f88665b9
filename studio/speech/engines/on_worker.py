"""What a worker of a Dask cluster does: it finds or receives the checkpoint, keeps its engine loaded, and hears.

Everything that comes and goes is plain data of this program, so that both sides need the same version of it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from studio import __version__
from studio.errors import ClusterFailed
from studio.files import digest, write_error
from studio.speech import machine
from studio.speech.packing import Heard

if TYPE_CHECKING:
    from studio.speech.audio import Samples
    from studio.speech.engines.fast import FastEngine

_KEPT = 2
"""Engines that stay loaded: two people with two checkpoints should not make a worker load them by turns."""
_engines: dict[tuple[str, str], FastEngine] = {}
_loading = threading.Lock()

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class CheckpointFile:
    """A checkpoint that is asked for: its file's name, size in bytes, digest, and where it lies for who asks."""

    name: str
    size: int
    digest: str
    path: str


@dataclass(frozen=True, slots=True)
class Order:
    """What comes with every piece of work.

    `siar` and `python` are the versions of who asks, `compute` is the form of the weights that is set there (see
    machine), `beside` how many workers run on each host.
    """

    checkpoint: CheckpointFile
    compute: str = ""
    beside: tuple[tuple[str, int], ...] = ()
    siar: str = __version__
    python: tuple[int, int] = sys.version_info[:2]


@dataclass(frozen=True, slots=True)
class Lacking:
    """Instead of a result: the worker at this address has not got the checkpoint."""

    worker: str


def hear(order: Order, sounds: Sequence[Samples], language: str, prompt: str) -> list[Heard] | Lacking:
    """What FastEngine.hear_packs gives. Raises ClusterFailed for other versions, and what loading the engine does."""
    return _with_engine(order, lambda engine: engine.hear_packs(sounds, language, prompt))


def detect(order: Order, samples: Samples) -> dict[str, float] | Lacking:
    """What FastEngine.detect gives. Raises as `hear`."""
    return _with_engine(order, lambda engine: engine.detect(samples))


def is_multilingual(order: Order) -> bool | Lacking:
    """Whether the checkpoint knows more than English; it is loaded for that. Raises as `hear`."""
    return _with_engine(order, lambda engine: engine.multilingual)


def _with_engine(order: Order, ask: Callable[[FastEngine], _T]) -> _T | Lacking:
    from distributed import get_worker

    from studio.speech.engines.fast import FastEngine

    worker = get_worker()
    require_versions(order.siar, order.python, worker.address)
    wanted, key = order.checkpoint, (order.checkpoint.digest, order.compute)
    with _loading:
        engine = _engines.get(key)
        if engine is None:
            path = found(wanted)
            if path is None:
                return Lacking(worker.address)
            beside = dict(order.beside).get(urlsplit(worker.address).hostname or "", 1)
            # Who asks says how exact the weights are, this computer how many threads it gives.
            threads = max(1, machine.threads() // beside)
            engine = FastEngine(path, threads=threads, workers=worker.state.nthreads, compute=order.compute)
            while len(_engines) >= _KEPT:
                del _engines[next(iter(_engines))]
            _engines[key] = engine
    return ask(engine)


def require_versions(siar: str, python: tuple[int, int], worker: str) -> None:
    """Raise ClusterFailed where who asks has another Siar Studio or Python than this worker."""
    for what, theirs, ours in (
        ("Siar Studio", siar, __version__),
        ("Python", ".".join(map(str, python)), ".".join(map(str, sys.version_info[:2]))),
    ):
        if theirs != ours:
            raise other_version(worker, what, ours, theirs)


def other_version(where: str, what: str, there: str, here: str) -> ClusterFailed:
    """The error for two versions of something that should be one; `here` is that of who asks."""
    return ClusterFailed(
        f"{where} has {what} {there}, and this computer has {here}",
        "Install the same on all computers of the cluster, and start its workers again",
    )


# the checkpoint's file


def found(wanted: CheckpointFile) -> Path | None:
    """The checkpoint where it is installed, where it lies for who asks, or where it was received; None for nowhere."""
    from studio.speech.checkpoints import demo_checkpoint, installed

    # The name counts too: it tells which heads of a published checkpoint know the times of words.
    places = [one.path for one in installed()] + [demo_checkpoint(), Path(wanted.path)]
    for path in places:
        if path.name == wanted.name and _is(path, wanted):
            return path
    mine = received(wanted)
    if _is(mine, wanted):
        return mine
    mine.unlink(missing_ok=True)  # it arrived, but not as it was sent
    return None


def _is(path: Path, wanted: CheckpointFile) -> bool:
    try:
        return path.is_file() and path.stat().st_size == wanted.size and digest(path) == wanted.digest
    except OSError:
        return False


def received(wanted: CheckpointFile) -> Path:
    """Where a checkpoint that was sent lies, in the folder of caches."""
    from studio.speech.conversion import cache_folder

    return cache_folder().parent / "received" / wanted.digest / Path(wanted.name).name


def is_received(wanted: CheckpointFile) -> bool:
    """Whether all of it is there already, since another worker on this computer received it."""
    path = received(wanted)
    return path.is_file() and path.stat().st_size == wanted.size


def receive(wanted: CheckpointFile, sender: str, at: int, data: bytes) -> None:
    """Take a part of the file, from the byte `at` on; with the last one it is there. Raises OutOfSpace, CannotWrite.

    `sender` keeps apart what two people send at once.
    """
    path = received(wanted)
    part = path.with_name(f".{sender}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("rb+" if at else "wb") as file:
            file.seek(at)
            file.write(data)
        if at + len(data) >= wanted.size:
            part.replace(path)
    except OSError as error:
        raise write_error(path, error) from error
