"""The fast engine on the computers of a Dask cluster: batches of packs go out, what was heard comes back.

Recordings are read, planned and journalled here as ever; only the hearing is done elsewhere. A worker that is lost
costs nothing but time: Dask gives its work to another one.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from studio import __version__
from studio.errors import ClusterFailed, SiarError, WorkerDied
from studio.files import digest
from studio.speech import machine
from studio.speech.audio import RATE
from studio.speech.checkpoints import model_name
from studio.speech.cluster_address import knock
from studio.speech.engines import on_worker
from studio.speech.engines.on_worker import CheckpointFile, Lacking, Order
from studio.speech.packing import Heard

if TYPE_CHECKING:
    from distributed import Client, Future

    from studio.speech.audio import Samples

_MOST_BATCHES = 32
"""Batches under way at once: each is some 7 MB of sound here and at the scheduler."""
PATIENCE_S = 120.0
"""So long a cluster may be without any worker before we give up."""
_CONNECT_S = 20.0
_LOOK_S = 2.0
_BLOCK = 1 << 22
_DETECTED_S = 30
_SENDS = 2
_RETRIES = 1
"""What fails on one computer, as on one whose disk is full, is tried once more, most likely on another."""


class ClusterEngine:
    """A PackEngine whose checkpoint is run by a cluster's workers; a context, which closes the connection.

    So many `groups` of recordings heard at once (see studio.speech.batch) keep all of its workers busy.
    """

    name = "fast"
    """What is written into transcripts: they are the same as those that the fast engine makes here."""

    def __init__(
        self, address: str, checkpoint: Path, *, connect_s: float = _CONNECT_S, patience_s: float = PATIENCE_S
    ) -> None:
        """Connect, and have one worker load `checkpoint`, which is sent to workers that have not got it.

        The scheduler has `connect_s` seconds to answer, when it is lost later too.

        Raises ClusterFailed where the cluster cannot be used, and what loading a checkpoint raises.
        """
        from studio.speech.engines.fast import usual_batches

        self.model = model_name(checkpoint)
        # Planned as for this computer: what is heard in a batch depends a little on what else is in it.
        self.workers, self.batch = usual_batches(checkpoint)
        self._checkpoint, self._patience_s = checkpoint, patience_s
        self._address, self._sender = address, uuid.uuid4().hex
        self._sending, self._sent = threading.Lock(), Counter[str]()
        size = checkpoint.stat().st_size
        asked = CheckpointFile(checkpoint.name, size, digest(checkpoint), str(checkpoint.absolute()))
        self._client, workers = connected(address, connect_s)
        try:
            hosts = Counter(str(one["host"]) for one in workers.values())
            self._order = Order(asked, machine.load().compute, tuple(sorted(hosts.items())))
            threads = min(_MOST_BATCHES, sum(int(one["nthreads"]) for one in workers.values()))
            self.groups = max(1, -(-threads // self.workers))
            self.multilingual = bool(self._done(on_worker.is_multilingual))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> ClusterEngine:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let the cluster go; what it still does for us is dropped."""
        self._client.close(timeout=2)

    def hear_packs(self, sounds: Sequence[Samples], language: str, prompt: str) -> list[Heard]:
        """As FastEngine.hear_packs. Raises WorkerDied where worker after worker died at these sounds."""
        heard: list[Heard] = self._done(on_worker.hear, list(sounds), language, prompt)
        return heard

    def detect(self, samples: Samples) -> dict[str, float]:
        """As FastEngine.detect."""
        probabilities: dict[str, float] = self._done(on_worker.detect, samples[: _DETECTED_S * RATE])
        return probabilities

    def _done(self, work: Callable[..., Any], *arguments: Any) -> Any:
        """What `work` gives on any worker; a worker that lacks the checkpoint is sent it first."""
        from distributed import CancelledError

        while True:
            try:
                # pure=False: two batches that are the same sound are two pieces of work all the same.
                future = self._client.submit(work, self._order, *arguments, pure=False, retries=_RETRIES)
                given = self._result(future)
            except CancelledError:
                self._wait_for_scheduler()
                continue
            if not isinstance(given, Lacking):
                return given
            self._send(given.worker)

    def _result(self, future: Future) -> Any:
        """The result of a piece of work, waited for as long as there is a worker that may do it."""
        from distributed import CancelledError, KilledWorker

        last_seen = time.monotonic()
        while True:
            try:
                return future.result(timeout=_LOOK_S)
            except (SiarError, CancelledError):
                raise
            except KilledWorker as error:
                raise WorkerDied(
                    f"Several workers of the cluster at {self._address} died at one piece of work",
                    "Give them more memory (`dask worker` has --memory-limit), or use a smaller checkpoint",
                ) from error
            except Exception as error:
                if isinstance(error, TimeoutError) and not future.done():
                    if self._is_manned():
                        last_seen = time.monotonic()
                    elif time.monotonic() - last_seen > self._patience_s:
                        raise self._lost("All its workers are gone") from error
                    continue
                raise self._failed(error) from error

    def _is_manned(self) -> bool:
        """Whether the cluster has a worker; one that cannot be asked is about to cancel what it was given."""
        try:
            return bool(self._client.scheduler_info(n_workers=0)["n_workers"])
        except (OSError, RuntimeError, TimeoutError):
            return True

    def _wait_for_scheduler(self) -> None:
        """Return when the lost scheduler is there again. Raises ClusterFailed when the client has given up."""
        while self._client.status == "connecting":
            time.sleep(0.1)
        if self._client.status != "running":
            raise self._lost("Its scheduler does not answer any more")

    def _lost(self, why: str) -> ClusterFailed:
        return ClusterFailed(
            f"The cluster at {self._address} was lost. {why}",
            "What was heard is kept: start the cluster again and run the same again, or run it without --cluster",
        )

    def _failed(self, error: Exception) -> ClusterFailed:
        return ClusterFailed(
            f"A worker of the cluster at {self._address} failed ({type(error).__name__}: {error})",
            "Look whether Siar Studio runs on that computer (`siar doctor`), or run it without --cluster",
        )

    # the checkpoint

    def _send(self, worker: str) -> None:
        """Send the checkpoint to a worker, once; a worker that is lost meanwhile is passed over."""
        asked = self._order.checkpoint
        with self._sending:
            try:
                if self._ask(worker, on_worker.is_received, asked):
                    return
                self._sent[worker] += 1
                if self._sent[worker] > _SENDS:
                    raise ClusterFailed(
                        f"The checkpoint {self.model} does not arrive whole at {worker}",
                        "Install it on that computer by `siar models add`",
                    )
                with self._checkpoint.open("rb") as file:
                    for at in range(0, asked.size, _BLOCK):
                        self._ask(worker, on_worker.receive, asked, self._sender, at, file.read(_BLOCK))
            except SiarError:
                raise
            except Exception as error:
                if worker in self._client.scheduler_info(n_workers=-1)["workers"]:
                    raise self._failed(error) from error

    def _ask(self, worker: str, call: Callable[..., Any], *arguments: Any) -> Any:
        return self._client.run(call, *arguments, workers=[worker])[worker]


def connected(address: str, within_s: float = _CONNECT_S) -> tuple[Client, dict[str, dict[str, Any]]]:
    """A client of the cluster at `address` (tcp:// or tls://), and what is known of its workers by their addresses.

    Raises ClusterFailed where Dask is not installed, nobody answers, there is no worker, or versions differ.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterFailed(
            "Dask, which speaks to clusters, is not installed here", 'Install it by: pip install "siar-studio[cluster]"'
        ) from error
    knock(address)
    for part in ("client", "core", "comm"):  # what they would tell on the terminal is told by our errors
        logging.getLogger(f"distributed.{part}").setLevel(logging.CRITICAL)
    try:
        asyncio.run(asyncio.wait_for(_greet(address, within_s), within_s))
        client = Client(address, timeout=within_s, set_as_default=False, direct_to_workers=False)
    except Exception as error:
        if address.startswith("tls:"):
            advice = "Tell Dask the certificates in ~/.config/dask/*.yaml (distributed.comm.tls), as on the cluster"
        else:
            advice = "Look whether a Dask scheduler of the same version listens there, and whether it wants tls://"
        raise ClusterFailed(f"The cluster at {address} cannot be used ({_first_line(error)})", advice) from error
    try:
        return client, _workers(client, address)
    except BaseException:
        client.close(timeout=2)
        raise


async def _greet(address: str, within_s: float) -> None:
    """Exchange greetings with a scheduler: what is none may say nothing, for which a Client would wait for ever."""
    from distributed.comm import connect
    from distributed.security import Security

    comm = await connect(address, timeout=within_s, **Security().get_connection_args("client"))
    await comm.close()


def _workers(client: Client, address: str) -> dict[str, dict[str, Any]]:
    workers: dict[str, dict[str, Any]] = client.scheduler_info(n_workers=-1)["workers"]
    if not workers:
        raise ClusterFailed(f"The cluster at {address} has no workers", f"Start one by `dask worker {address}`")
    told = client.get_versions(packages=["siar-studio"])
    others = {f"The worker {name}": one for name, one in told["workers"].items() if isinstance(one, dict)}
    for where, there in {"The scheduler": told["scheduler"], **others}.items():
        siar = there["packages"].get("siar-studio")
        # A checkout that was never installed has no version to compare here: workers then compare it themselves.
        if siar != told["client"]["packages"].get("siar-studio"):
            raise on_worker.other_version(where, "Siar Studio", siar or "(none)", __version__)
        python = ".".join(str(there["host"]["python"]).split(".")[:2])
        if python != (here := ".".join(map(str, sys.version_info[:2]))):
            raise on_worker.other_version(where, "Python", python, here)
    return workers


def _first_line(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it does not answer as a scheduler does"
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
