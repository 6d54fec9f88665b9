"""An ear for packs that hears in each clip words which name its very sound, and recordings to be told apart by it."""

from __future__ import annotations

import hashlib
import threading
import wave
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from studio.speech.audio import RATE, load_audio
from studio.speech.batch import Asked, recognise_all
from studio.speech.hearing import Listening
from studio.speech.journal import Journal
from studio.speech.packing import Heard, Segment
from studio.speech.words import Transcript, Word

SPOKEN = Path(__file__).resolve().parents[1] / "assets"


class PackEar:
    """Hears a word a second in every clip of a pack, named after the clip's sound and after the whole pack's.

    `heard` counts how often each clip was heard. A clip in `doubtful` makes its pack doubtful; `meanwhile` is called
    with the number of each call, and may raise.
    """

    name, model, multilingual = "fast", "ear", True

    def __init__(self, *, workers: int = 2, batch: int = 2, meanwhile: Callable[[int], None] = lambda _call: None):
        self.workers, self.batch = workers, batch
        self.heard: Counter[str] = Counter()
        self.languages: list[dict[str, float]] = []
        self.asked: list[str] = []
        self.doubtful: set[str] = set()
        self.deaf_to: set[str] = set()
        self._meanwhile, self._calls, self._lock = meanwhile, 0, threading.Lock()

    def hear_packs(self, sounds: Sequence[np.ndarray], language: str, prompt: str) -> list[Heard]:
        with self._lock:
            self._calls += 1
            call = self._calls
        self._meanwhile(call)
        with self._lock:
            self.asked.append(language)
            return [self._one(sound) for sound in sounds]

    def detect(self, samples: np.ndarray) -> dict[str, float]:
        return self.languages.pop(0) if self.languages else {"id": 0.95, "en": 0.05}

    def _one(self, sound: np.ndarray) -> Heard:
        segments, whole = [], named(sound)
        clips = clips_of(sound)
        names = [named(sound[first:last]) for first, last in clips]
        self.heard.update(names)
        for name, (first, last) in zip(names, clips, strict=True):
            if name not in self.deaf_to:
                start, end = first / RATE, last / RATE
                times = np.linspace(start + 0.1, max(end - 0.8, start + 0.2), max(1, round(end - start))).tolist()
                words = [Word(f"{name}{whole}{letters(at)}", t, t + 0.7, 0.9) for at, t in enumerate(times)]
                segments.append(Segment(start, end, tuple(words)))
        return Heard(tuple(segments), bool(self.doubtful & set(names)))


def clips_of(sound: np.ndarray) -> list[tuple[int, int]]:
    """Where the clips lie that are joined with silence between."""
    loud = np.flatnonzero(sound)
    if not len(loud):
        return []
    cuts = np.flatnonzero(np.diff(loud) > 0.5 * RATE)
    firsts, lasts = [loud[0], *loud[cuts + 1]], [*loud[cuts], loud[-1]]
    return [(int(first), int(last) + 1) for first, last in zip(firsts, lasts, strict=True)]


def named(sound: np.ndarray) -> str:
    """Four letters that stand for this very sound."""
    number = int.from_bytes(hashlib.blake2b(np.ascontiguousarray(sound).tobytes(), digest_size=4).digest(), "big")
    return letters(number)[:5]


def letters(number: int) -> str:
    return "".join("bdfgklmnprst"[number // 12**power % 12] + "aeio"[number // 7**power % 4] for power in range(3))


def spoken(seconds: float, seed: int) -> np.ndarray:
    """So many seconds of speech, no two seeds alike, with no sample at 0."""
    speech = np.concatenate([load_audio(SPOKEN / f"heldout-{language}.flac") for language in ("id", "en")])
    chance = np.random.default_rng(seed)
    sound = np.resize(np.roll(speech, -int(chance.integers(len(speech)))), round(seconds * RATE))
    steps = np.rint((sound * chance.uniform(0.5, 1.0) + chance.normal(0, 2e-4, len(sound))) * 32767)
    return np.where(steps == 0, 1, steps).clip(-32767, 32767).astype(np.int16)


def write_wave(path: Path, sound: np.ndarray) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sound.astype("<i2").tobytes())
    return path


def asked_for(path: Path) -> Asked:
    length = (path.stat().st_size - 44) / 2 / RATE if path.exists() else 0.0
    digest = hashlib.blake2b(path.read_bytes() if path.exists() else str(path).encode(), digest_size=8).hexdigest()
    return Asked(path, digest, length)


def recognised(
    asked: Sequence[Asked],
    ear: PackEar,
    journal: Journal,
    listening: Listening | None = None,
    told: list[tuple[float, str]] | None = None,
) -> dict[Path, Transcript | Any]:
    """What became of each recording; each is finished in the journal, as when its files are written."""
    given = {}
    say = None if told is None else lambda fraction, message: told.append((fraction, message))
    for one, found in recognise_all(asked, ear, journal, listening or Listening("id"), say):
        given[one.path] = found
        journal.finish(one.digest)
    return given


def run(folder: Path, asked: Sequence[Asked], ear: PackEar | None = None, **kinds: Any) -> dict[Path, Any]:
    """The same with a journal in `folder`, which goes on where it was."""
    with Journal(folder / "journal.jsonl") as journal:
        return recognised(asked, ear or PackEar(), journal, **kinds)
