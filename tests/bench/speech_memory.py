"""What recognition takes of the memory. Run `python tests/bench/speech_memory.py [MINUTES [FILES]]`.

Peak memory of a process that subtitles ten minutes, and of one that subtitles MINUTES (120), which may be 300 MB more;
then the memory of one process over FILES (200) short files, which must stay what it was. The sound is that of the
tests' recordings again and again, the checkpoint the demo's: what a larger one adds is the same for any length.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
import wave
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from studio.actions.opening import open_studio
from studio.actions.subtitle_batch import Wish, subtitle_all
from studio.actions.subtitling import SubtitleOptions
from studio.resources import assets
from studio.speech.audio import RATE, load_audio

SPOKEN = Path(__file__).resolve().parents[1] / "assets"
OPTIONS = SubtitleOptions(engine="fast", model=str(assets("demo", "siar-demo.pt")), language="en")
SPAWN = multiprocessing.get_context("spawn")
MB = 1e6
ALLOWED_MB, GROWTH_MB = 300, 50


def write(path: Path, seconds: float, speech: np.ndarray, seed: int) -> Path:
    """A recording of `seconds`, in blocks, no two seeds alike."""
    chance = np.random.default_rng(seed)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        left = round(seconds * RATE)
        while left > 0:
            block = np.roll(speech, -int(chance.integers(len(speech))))[:left] * chance.uniform(0.5, 1.0)
            file.writeframes((block * 32767).astype("<i2").tobytes())
            left -= len(block)
    return path


def measure(root: Path, paths: list[Path], pipe: Connection) -> None:
    """Subtitle the recordings, and tell how much memory was held after each, then the most, in bytes."""
    process, held, most = psutil.Process(), [], [0]

    def look(*_told: object) -> None:
        most[0] = max(most[0], process.memory_info().rss)

    with open_studio(root) as store:
        wishes = [Wish(path, path.parent, path.stem, OPTIONS) for path in paths]
        rows = subtitle_all(store, wishes, look, lambda _number, _row: held.append(process.memory_info().rss))
    assert {row["state"] for row in rows} == {"done"}, [row["reason"] for row in rows]
    peak = peak_of_this_process() or max(most[0], *held)
    pipe.send((held, peak))


def peak_of_this_process() -> float:
    """The most that this process ever held, in bytes; 0 where the system does not say."""
    if hasattr(psutil.Process().memory_info(), "peak_wset"):
        return float(psutil.Process().memory_info().peak_wset)
    import resource

    kilo = 1 if sys.platform == "darwin" else 1024
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * kilo)


def measured(root: Path, paths: list[Path]) -> tuple[list[float], float, float]:
    began = time.perf_counter()
    ours, theirs = SPAWN.Pipe(duplex=False)
    child = SPAWN.Process(target=measure, args=(root, paths, theirs))
    child.start()
    theirs.close()
    held, peak = ours.recv()
    child.join()
    return held, peak, time.perf_counter() - began


def main() -> None:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 120.0
    files = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    speech = load_audio(SPOKEN / "heldout-en.flac")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peaks = {}
        for length in (10.0, minutes):
            path = write(folder / f"{length:.0f} minutes.wav", length * 60, speech, 1)
            _, peaks[length], took = measured(folder / f"w{length}", [path])
            print(f"one file of {length:5.0f} min: {peaks[length] / MB:5.0f} MB at the most, {took:4.0f} s", flush=True)
            path.unlink()
        more = (peaks[minutes] - peaks[10.0]) / MB
        print(f"the longer one takes {more:.0f} MB more; {ALLOWED_MB} MB are allowed")
        chance = np.random.default_rng(2)
        clips = [write(folder / f"{n:03}.wav", chance.uniform(3, 12), speech, 10 + n) for n in range(files)]
        held, peak, took = measured(folder / "many", clips)
        marks = [round(at) for at in np.linspace(len(held) / 5, len(held), 5)]
        said = ", ".join(f"{held[at - 1] / MB:.0f} MB after {at}" for at in marks)
        print(f"{files} files: {said}; {peak / MB:.0f} MB at the most, {took:.0f} s")
        # What libraries keep for sounds of every length comes with the first ones; Python's own part does not grow.
        growth = (held[-1] - held[marks[1] - 1]) / MB
        print(f"from file {marks[1]} to {marks[-1]} it grows by {growth:.0f} MB; {GROWTH_MB} MB are allowed")
    if more > ALLOWED_MB or growth > GROWTH_MB:
        sys.exit("more than is allowed")


if __name__ == "__main__":
    main()
