"""The whole program as a person runs it: `siar` in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)


def run_siar(*arguments: object, env: dict[str, str] | None = None) -> Ran:
    command = [sys.executable, "-m", "studio.cli", *(str(argument) for argument in arguments)]
    kept = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=kept, timeout=280)
    return Ran(done.returncode, done.stdout, done.stderr)


@dataclass(frozen=True)
class Demo:
    root: Path
    told: dict[str, Any]

    def item(self, kind: str) -> dict[str, Any]:
        return next(item for item in self.told["items"] if item["kind"] == kind)

    def paths(self, kind: str, step: str) -> list[Path]:
        steps = {one["step"]: one for one in self.item(kind)["steps"]}
        return [Path(path) for path in steps[step]["paths"]]


Siar = Callable[..., Ran]
