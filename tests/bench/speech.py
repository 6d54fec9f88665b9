"""Recognition side by side: ours, openai-whisper's command, faster-whisper in a loop and its batched pipeline.

Run it as a script: `python tests/bench/speech.py [--sizes demo,tiny,base] [--clips 40] [--long 300] [--ways ...]`.

One checkpoint at a time, the demo's and the same widened (see widen.py), the same beam, the language told to each. Each
way runs in processes of its own, start and loading included, on a set of short clips, half Indonesian and half English,
and on one long recording. Printed are wall time, processor time, words a second, word error rate, the most memory that
its processes held, and how many times ours each took. Times of words are judged with the demo checkpoint only: the wide
ones have layers that know nothing of time. Ours leaves out words with no sound under them, so that wrong times can cost
it words there which the others keep. Needs espeak-ng.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from measured import ROOT, run
from spoken import Recording, espeak, long_recording, plain, short_clips, wrong_words
from widen import SIZES, widened

from studio.speech.checkpoints import demo_checkpoint
from studio.speech.conversion import converted, processor_compute
from studio.subtitles.files import read_cues

WAYS = ("ours", "command", "loop", "batched", "whisper")
NAMES = {
    "ours": "ours, in one process",
    "command": "ours, `siar subtitle`",
    "loop": "faster-whisper, loop",
    "batched": "faster-whisper, batched",
    "whisper": "openai-whisper's command",
}


@dataclass(frozen=True)
class Run:
    """What one way took, in seconds and megabytes, and what it got wrong."""

    wall_s: float
    cpu_s: float
    memory_mb: float
    said: int
    wrong: int
    off_s: float | None = None


@dataclass(frozen=True)
class Checkpoint:
    """A checkpoint, and the folder that faster-whisper takes instead."""

    name: str
    pt: Path
    folder: Path
    compute: str


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="demo,tiny", help="demo, tiny, base, small")
    parser.add_argument("--clips", type=int, default=40)
    parser.add_argument("--long", type=float, default=300, metavar="SECONDS", help="0 leaves the long recording out")
    parser.add_argument("--ways", default=",".join(WAYS))
    parser.add_argument("--folder", type=Path, help="keep recordings and checkpoints here, for the next run")
    wanted = parser.parse_args()
    ways, sizes = wanted.ways.split(","), wanted.sizes.split(",")
    if unknown := ({*ways} - {*WAYS}) | ({*sizes} - {"demo", *SIZES}):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    espeak()
    with tempfile.TemporaryDirectory(prefix="siar-bench-") as name:
        folder = wanted.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        os.environ["SIAR_CACHE"] = str(folder / "cache")
        sets = recordings(folder, wanted.clips, wanted.long)
        checkpoints = [checkpoint(folder, size) for size in sizes]
        bin_folder = with_ffmpeg(Path(name))
        for one in checkpoints:
            for told, recorded in sets.items():
                compare(one, told, recorded, ways, Path(name), bin_folder)


def recordings(folder: Path, clips: int, long_s: float) -> dict[str, list[Recording]]:
    """The sets of recordings by what they are called."""
    sets = {}
    if clips:
        (folder / "clips").mkdir(exist_ok=True)
        sets[f"{clips} short clips"] = short_clips(folder / "clips", clips)
    if long_s:
        sets["one long recording"] = [long_recording(folder / "long.wav", "id", long_s)]
    return sets


def checkpoint(folder: Path, size: str) -> Checkpoint:
    """The demo checkpoint, widened, and converted as the program itself does it."""
    import torch

    pt = demo_checkpoint()
    if size != "demo":
        pt = folder / f"demo-as-{size}.pt"  # Whisper's own names would bring their own alignment heads
        if not pt.exists():
            torch.save(widened(demo_checkpoint(), size), pt)
    compute = processor_compute(pt)
    return Checkpoint(size, pt, converted(pt, compute), compute)


def with_ffmpeg(folder: Path) -> Path:
    """A folder for PATH with imageio-ffmpeg's program under the name that openai-whisper calls."""
    import imageio_ffmpeg

    bin_folder = folder / "bin"
    bin_folder.mkdir()
    target = bin_folder / ("ffmpeg.exe" if os.name == "nt" else "ffmpeg")
    shutil.copy2(imageio_ffmpeg.get_ffmpeg_exe(), target)
    return bin_folder


def compare(
    one: Checkpoint, told: str, recorded: Sequence[Recording], ways: Sequence[str], folder: Path, bin_folder: Path
) -> None:
    """Run every way on these recordings, and print a line for each."""
    seconds, words = sum(each.seconds for each in recorded), sum(len(each.words) for each in recorded)
    print(f"\n{one.name} ({one.compute}), {told}: {seconds:.0f} s of sound, {words} words", flush=True)
    print(f"{'':26}{'wall s':>8}{'CPU s':>8}{'words/s':>9}{'WER':>7}{'MB':>7}{'wall':>8}{'CPU':>7}", flush=True)
    first: Run | None = None
    for way in ways:
        found = measured(one, way, recorded, Path(tempfile.mkdtemp(dir=folder)), bin_folder)
        first = first or found
        judged = one.name == "demo" and found.off_s is not None
        print(
            f"{NAMES[way]:26}{found.wall_s:8.1f}{found.cpu_s:8.1f}{words / found.wall_s:9.1f}"
            f"{found.wrong / found.said:7.3f}{found.memory_mb:7.0f}"
            f"{found.wall_s / first.wall_s:7.2f}x{found.cpu_s / first.cpu_s:6.2f}x"
            + (f"   words begin {found.off_s:.2f} s off (median)" if judged else ""),
            flush=True,
        )


def measured(one: Checkpoint, way: str, recorded: Sequence[Recording], out: Path, bin_folder: Path) -> Run:
    """One way, run to its end."""
    env = {**os.environ, "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    taken = [run(command, out / "log", env) for command in commands(one, way, recorded, out)]
    said = wrong = 0
    off = []
    for each in recorded:
        text, starts = heard(way, each, out)
        truth = plain(each.text)
        said, wrong = said + len(truth), wrong + wrong_words(truth, plain(text))
        if plain(text) == truth and starts:
            off += [abs(start - word["start"]) for start, word in zip(starts, each.words, strict=True)]
    wall, cpu = sum(each.wall_s for each in taken), sum(each.cpu_s for each in taken)
    return Run(wall, cpu, max(each.memory_mb for each in taken), said, wrong, median(off) if off else None)


def commands(one: Checkpoint, way: str, recorded: Sequence[Recording], out: Path) -> list[list[str]]:
    """What is run: one command for each language where a command takes only one."""
    if way in {"ours", "loop", "batched"}:
        task = out / "task.json"
        pairs = [(str(each.path), each.language) for each in recorded]
        told = {"checkpoint": str(one.pt), "model": str(one.folder), "compute": one.compute, "recordings": pairs}
        task.write_text(json.dumps(told), "utf-8")
        return [[sys.executable, str(ROOT / "tests" / "bench" / "ways.py"), way, str(task), str(out)]]
    made = []
    for language in dict.fromkeys(each.language for each in recorded):
        paths = [str(each.path) for each in recorded if each.language == language]
        if way == "command":
            made.append([
                sys.executable, "-m", "studio.cli", "--workspace", str(out / "workspace"), "subtitle", *paths,
                "--engine", "fast", "--model", str(one.pt), "--language", language, "--out", str(out),
            ])  # fmt: skip
        else:
            made.append([
                sys.executable, "-m", "whisper.transcribe", *paths, "--model", str(one.pt), "--language", language,
                "--beam_size", "5", "--word_timestamps", "True", "--fp16", "False", "--output_format", "srt",
                "--output_dir", str(out),
            ])  # fmt: skip
    return made


def heard(way: str, each: Recording, out: Path) -> tuple[str, list[float]]:
    """The text that a way wrote for a recording, and where its words begin, if it tells."""
    if way in {"ours", "loop", "batched"}:
        told = json.loads((out / f"{each.path.name}.json").read_text("utf-8"))
        return told["text"], [start for _, start, _ in told["words"]]
    name = f"{each.path.stem}.{each.language}.srt" if way == "command" else f"{each.path.stem}.srt"
    return " ".join(cue.text for cue in read_cues(out / name)), []


if __name__ == "__main__":
    main()
