"""A batch of short clips that `siar subtitle` is killed at again and again, and what must be true in the end."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
import wave
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import psutil

from studio.resources import assets
from studio.speech.audio import RATE, load_audio
from studio.speech.conversion import prepare

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 300


def cut_clips(folder: Path, count: int) -> list[Path]:
    """`count` clips of one or two sentences of the demo's Indonesian recording, no two alike, as .wav files."""
    folder.mkdir(parents=True, exist_ok=True)
    samples = load_audio(assets("demo", "cahaya-bagus.mp4"))
    phrases = json.loads(assets("demo", "cahaya-bagus.json").read_text("utf-8"))["phrases"]
    stretches = [(one["start"], one["end"]) for one in phrases]
    stretches += [(one["start"], after["end"]) for one, after in pairwise(phrases)]
    paths = []
    for number, (start, end) in enumerate(stretches[:count]):
        part = samples[max(0, round((start - 0.15) * RATE)) : round((end + 0.15) * RATE)]
        paths.append(folder / f"clip-{number:02}.wav")
        with wave.open(str(paths[-1]), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((part.clip(-1, 1) * 32767).astype("<i2").tobytes())
    return paths


@dataclass
class Batch:
    """One run of the command over `clips`, gone on with until it ends; everything it writes lies in `folder`."""

    folder: Path
    clips: Path
    kills: Counter[str] = field(default_factory=Counter)

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def started(self) -> subprocess.Popen[bytes]:
        """The command, in a process group of its own."""
        self.folder.mkdir(parents=True, exist_ok=True)
        command = [
            *(sys.executable, "-m", "studio.cli", "--workspace", str(self.folder / "workspace"), "subtitle"),
            *(str(self.clips), "--engine", "fast", "--model", "demo", "--language", "id"),
            *("--format", "srt,json", "--out", str(self.out)),
        ]
        with (self.folder / "log").open("ab") as log:
            env = {**os.environ, "PYTHONPATH": str(ROOT)}
            return subprocess.Popen(command, stdout=log, stderr=log, env=env, start_new_session=True)

    def ended(self, running: subprocess.Popen[bytes]) -> float:
        """Wait for its end, which must be a good one; the seconds that took."""
        began = time.monotonic()
        assert running.wait(LONGEST_S) == 0, (self.folder / "log").read_text("utf-8", "replace")[-3000:]
        return time.monotonic() - began

    def killed(self, after_s: float) -> bool:
        """Start it, and kill all its processes at once after so many seconds; False where it had ended by then."""
        running = self.started()
        try:
            running.wait(after_s)
        except subprocess.TimeoutExpired:
            self.kills["the program"] += 1
        else:
            assert running.returncode == 0, (self.folder / "log").read_text("utf-8", "replace")[-3000:]
        was_killed = running.returncode is None
        if was_killed:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait(60)
            self._keep_journals()
        return was_killed

    def bereft(self, after_s: float) -> bool:
        """Start it, kill its worker alone after so many seconds, and wait for the end; False where there was none."""
        running = self.started()
        time.sleep(after_s)
        worker = _worker_of(running.pid)
        while worker is None and running.poll() is None:  # a slow machine has not started it yet
            time.sleep(0.05)
            worker = _worker_of(running.pid)
        if worker is not None:
            worker.kill()
            self.kills["its worker"] += 1
            self._keep_journals()
        self.ended(running)
        return worker is not None

    def _keep_journals(self) -> None:
        # A second name for the same file: what is added to it later is seen too, and it outlives its removal.
        for path in (self.folder / "workspace" / "out" / ".heard").glob("*.jsonl"):
            known = {one.stat().st_ino for one in self.folder.glob("kept-*")}
            if path.stat().st_ino not in known:
                os.link(path, self.folder / f"kept-{len(known)}")

    def check(self, undisturbed: Batch) -> int:
        """Every file is that of the undisturbed batch, and nothing was heard twice; how many pieces were journalled."""
        assert contents(self.out) == contents(undisturbed.out)
        pieces = 0
        for path in self.folder.glob("kept-*"):
            lines = [json.loads(line[9:]) for line in path.read_bytes().split(b"\n")[:-1]]
            pieces += heard_once(lines)
        return pieces


def undisturbed_batch(folder: Path, clips: Path) -> tuple[Batch, float]:
    """A batch that nobody kills, and the seconds it takes when the checkpoint is prepared."""
    prepare(assets("demo", "siar-demo.pt"))
    batch = Batch(folder / "undisturbed", clips)
    return batch, batch.ended(batch.started())


def heard_once(lines: Sequence[dict[str, Any]]) -> int:
    """How many pieces a journal holds, each of which must be there once, and each recording in one plan."""
    batches = Counter((line["of"], line["batch"]) for line in lines if "batch" in line)
    alone = Counter(json.dumps((line["of"], part)) for line in lines if "alone" in line for part in line["alone"])
    planned = Counter((one["recording"], one["number"]) for line in lines if "plan" in line for one in line["sections"])
    twice = [one for counted in (batches, alone, planned) for one, times in counted.items() if times > 1]
    assert twice == []
    return len(batches) + len(alone)


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of each file, by its name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def killed_again_and_again(
    folder: Path, clips: Path, undisturbed: Batch, kills: int, within_s: float, chance: random.Random
) -> tuple[Counter[str], int]:
    """Batches that are killed `kills` times in all and then gone on with; the kills, and the pieces that were kept.

    A batch loses its worker once at the most: where that dies twice at one piece, its recording is set aside.
    """

    def moment() -> float:
        return chance.uniform(0.1, 0.9) * within_s

    done: Counter[str] = Counter()
    pieces = number = 0
    while done.total() < kills:
        number += 1
        batch = Batch(folder / f"batch {number}", clips)
        while done.total() + batch.kills.total() < kills and batch.killed(moment()):
            if batch.kills.total() >= 5 and done.total() + batch.kills.total() < kills:
                batch.bereft(moment())
                break
        else:
            batch.ended(batch.started())
        pieces += batch.check(undisturbed)
        done += batch.kills
    return done, pieces


def _worker_of(pid: int) -> psutil.Process | None:
    try:
        children = psutil.Process(pid).children()
        return next((one for one in children if "spawn_main" in " ".join(one.cmdline())), None)
    except psutil.Error:
        return None
