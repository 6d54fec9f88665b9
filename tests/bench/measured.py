"""A command run to its end, with the time it took, the processor's too, and the most memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
_LOOK_S = 0.1


@dataclass(frozen=True)
class Taken:
    """Seconds by the clock and of the processor; megabytes, of all processes of the command at one moment."""

    wall_s: float
    cpu_s: float
    memory_mb: float


def run(command: Sequence[str], log: Path, env: Mapping[str, str] | None = None) -> Taken:
    """Run `command`, whose output goes to the end of `log`. Ends the program where it fails."""
    began, most = time.perf_counter(), [0.0]
    with log.open("ab") as file:
        process = subprocess.Popen(command, stdout=file, stderr=file, env=env or _environment())
        watching = threading.Thread(target=_watch, args=(process.pid, most), daemon=True)
        watching.start()
        # What a process takes counts with its children, once these have ended and were waited for.
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    watching.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{log.read_text('utf-8', 'replace')[-2000:]}")
    return Taken(wall, used.ru_utime + used.ru_stime, most[0])


def _watch(pid: int, most: list[float]) -> None:
    try:
        root = psutil.Process(pid)
        while root.status() != psutil.STATUS_ZOMBIE:
            held = 0
            for one in [root, *root.children(recursive=True)]:
                try:
                    held += one.memory_info().rss
                except psutil.Error:
                    continue
            most[0] = max(most[0], held / 1e6)
            time.sleep(_LOOK_S)
    except psutil.Error:
        return


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}
