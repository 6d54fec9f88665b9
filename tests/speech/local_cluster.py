"""A Dask scheduler and workers as processes of this machine, started as a team would start them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_S = 90


class LocalCluster:
    """`address` is the scheduler's; `workers` are processes of one thread each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "scheduler.json"
        self.workers: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._start("scheduler", "--port", "0", "--dashboard-address", "127.0.0.1:0")
        self._wait(lambda: self._file.is_file() and bool(self._file.read_text("utf-8")), "the scheduler")
        self.address = str(json.loads(self._file.read_text("utf-8"))["address"])

    def start_workers(self, count: int) -> None:
        """More workers, worker-1 the first, which the scheduler knows when this returns."""
        names = [f"worker-{len(self.workers) + number}" for number in range(1, count + 1)]
        for name in names:
            # A nanny would start another one in the place of one that was killed.
            said = ["--name", name, "--nthreads", "1", "--no-nanny", "--local-directory", str(self._folder / name)]
            self.workers.append(self._start("worker", *said))
        for name in names:
            registered = f"name: {name}\n"
            self._wait(lambda: registered in self._log("scheduler").read_text("utf-8"), f"{name} to register")  # noqa: B023

    def close(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait(timeout=_PATIENCE_S)

    def _start(self, what: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", what, "--scheduler-file", str(self._file), "--host", "127.0.0.1"]
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        env = {**os.environ, "PYTHONPATH": path, "SIAR_MODELS": str(self._folder / "models")}
        with self._log(what).open("ab") as log:
            return subprocess.Popen([*command, "--no-dashboard", *arguments], cwd=ROOT, env=env, stdout=log, stderr=log)

    def _log(self, what: str) -> Path:
        return self._folder / f"{what}.log"

    def _wait(self, until: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + _PATIENCE_S
        while not until():
            if time.monotonic() > end:
                logs = {one.name: one.read_text("utf-8", "replace")[-2000:] for one in self._folder.glob("*.log")}
                raise AssertionError(f"Waited in vain for {what}: {logs}")
            time.sleep(0.05)


@contextmanager
def local_cluster(folder: Path, workers: int) -> Iterator[LocalCluster]:
    cluster = LocalCluster(folder)
    try:
        cluster.start_workers(workers)
        yield cluster
    finally:
        cluster.close()
