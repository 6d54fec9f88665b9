"""Short clips in English and in Indonesian, and jobs in which the worker dies at one of them."""

from __future__ import annotations

import json
import os
import signal
import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from studio.actions import subtitle_batch, subtitling
from studio.resources import assets
from studio.speech.audio import RATE, load_audio

SPOKEN = Path(__file__).resolve().parents[1] / "assets"
MODEL = str(assets("demo", "siar-demo.pt"))
Report = Callable[[float, str], None]


def write_clips(folder: Path) -> dict[str, str]:
    """One clip for each of the speakers' sentences; what is said, by the clip's name."""
    said = {}
    for language in ("en", "id"):
        path = SPOKEN / f"heldout-{language}.flac"
        samples, truth = load_audio(path), json.loads(path.with_suffix(".json").read_text("utf-8"))
        for number, phrase in enumerate(truth["phrases"]):
            first = max(0, round((phrase["start"] - 0.3) * RATE))
            clip = samples[first : round((phrase["end"] + 0.3) * RATE)]
            name = f"{language}-{number}.wav"
            write_wave(folder / name, clip)
            said[name] = phrase["text"]
    return said


def write_wave(path: Path, samples: np.ndarray) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.rint(samples * 32767).clip(-32768, 32767).astype("<i2").tobytes())
    return path


def marked(samples: np.ndarray) -> np.ndarray:
    """The same with a click at its loudest by which a test knows the sound again."""
    clicked = samples.copy()
    middle = len(samples) // 2
    clicked[middle : middle + 40] = 1.0
    return clicked


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at_a_moment(*, moment: int, progress: Report, **arguments: Any) -> list[dict[str, Any]]:
    """Subtitle, and die when progress was told so many times, but for the second life."""
    told = [0]

    def counting(fraction: float, message: str) -> None:
        progress(fraction, message)
        told[0] += 1
        if told[0] == moment and not arguments["after_death"]:
            die()

    return subtitling.run(progress=counting, **arguments)


def die_reading(**arguments: Any) -> list[dict[str, Any]]:
    """Subtitle, and die whenever the sound of deadly.wav is read."""
    from studio.speech import batch

    real = batch.sections

    def sections(path: Path, **kinds: Any) -> Iterator[Any]:
        if path.name == "deadly.wav":
            die()
        yield from real(path, **kinds)

    batch.sections = sections
    return subtitling.run(**arguments)


def die_looking(**arguments: Any) -> list[dict[str, Any]]:
    """Subtitle, and die whenever somebody looks what kind of file deadly.wav is."""
    real = subtitle_batch.find_task

    def find_task(store: Any, path: Path, *rest: Any) -> Any:
        return die() if path.name == "deadly.wav" else real(store, path, *rest)

    subtitle_batch.find_task = find_task
    return subtitling.run(**arguments)


def die_writing(**arguments: Any) -> list[dict[str, Any]]:
    """Subtitle, and die whenever the files of deadly.wav are made."""
    real = subtitle_batch.finish

    def finish(store: Any, task: Any, *rest: Any) -> Any:
        return die() if task.path.name == "deadly.wav" else real(store, task, *rest)

    subtitle_batch.finish = finish
    return subtitling.run(**arguments)


def die_hearing(**arguments: Any) -> list[dict[str, Any]]:
    """Subtitle, and die whenever the clip is heard that has a click in it."""
    from studio.speech.engines.fast import FastEngine

    real = FastEngine.hear_packs

    def hear_packs(self: Any, sounds: Any, *rest: Any) -> Any:
        if any((np.asarray(sound) > 0.999).sum() >= 40 for sound in sounds):
            die()
        return real(self, sounds, *rest)

    FastEngine.hear_packs = hear_packs
    return subtitling.run(**arguments)
