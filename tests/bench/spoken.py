"""Recordings for the benches: the demo's sentences by voices that the demo checkpoint never heard, with their truth."""

from __future__ import annotations

import sys
import wave
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
VOICES = {
    "id": ("id+f4", "id+m3"),
    "en": ("en-us+f2", "en-gb+m7", "en-gb+f2", "en-us+m7"),
}
SPEEDS = (150, 178)
RATE = 16_000


@dataclass(frozen=True)
class Recording:
    """A file, its language, and what is said in it: words with "text", "start" and "end" in seconds."""

    path: Path
    language: str
    words: tuple[dict[str, Any], ...]
    seconds: float

    @property
    def text(self) -> str:
        return " ".join(word["text"] for word in self.words)


def espeak() -> Any:
    """The recipe's `speak` module; ends the program with a plain sentence where espeak-ng is not installed."""
    sys.path.insert(0, str(ROOT / "assets" / "demo" / "recipe"))
    try:
        import speak

        speak.speak("halo", "id", 150)
    except (ImportError, OSError, RuntimeError) as error:
        raise SystemExit(
            f"espeak-ng, which speaks the recordings of this bench, is not installed ({error}). "
            "Install the package espeak-ng, then run it again."
        ) from error
    return speak


def short_clips(folder: Path, count: int, sentences: int = 2, first_seed: int = 500) -> list[Recording]:
    """`count` clips of some sentences each, Indonesian and English by turns; each fourth is a video, the rest .wav."""
    speak = espeak()
    made = []
    for number in range(count):
        language = ("id", "en")[number % 2]
        turn = number // 2
        own = speak.SENTENCES[language]
        step = 1 + turn // len(own)  # no two clips say the same
        texts = [own[(turn + at * step) % len(own)] for at in range(sentences)]
        voices = VOICES[language]
        voice, speed = voices[turn % len(voices)], SPEEDS[turn // len(voices) % len(SPEEDS)]
        name = f"clip-{number:03}{'.mp4' if number % 4 > 1 else '.wav'}"
        made.append(_written(folder / name, *speak.record(language, texts, voice, speed, first_seed + number)))
    return made


def long_recording(path: Path, language: str, seconds: float) -> Recording:
    """About so many seconds of one speaker after another, sentence by sentence, with pauses as a teacher makes them."""
    import numpy as np

    speak = espeak()
    own, voices = speak.SENTENCES[language], VOICES[language]
    parts, words, at, number = [], list[dict[str, Any]](), 0.0, 0
    while at < seconds:
        texts = [own[(number * 5 + place) % len(own)] for place in range(6)]
        voice, speed = voices[number % len(voices)], SPEEDS[number // len(voices) % len(SPEEDS)]
        sound, truth = speak.record(language, texts, voice, speed, 900 + number, pauses=(0.3, 1.2))
        words += [
            {**word, "start": round(word["start"] + at, 3), "end": round(word["end"] + at, 3)}
            for word in truth["words"]
        ]
        parts.append(sound)
        at += len(sound) / RATE
        number += 1
    return _written(path, np.concatenate(parts), {"language": language, "words": words})


def _written(path: Path, sound: Any, truth: dict[str, Any]) -> Recording:
    if path.suffix == ".mp4":
        from studio.video.ffmpeg import run_ffmpeg

        raw = path.with_suffix(".tmp.wav")
        _save(raw, sound)
        run_ffmpeg([
            "-f", "lavfi", "-i", "color=c=gray:s=360x640:r=25", "-i", str(raw), "-shortest",
            "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-b:a", "96k", "-fflags", "+bitexact", str(path),
        ])  # fmt: skip
        raw.unlink()
    else:
        _save(path, sound)
    return Recording(path, truth["language"], tuple(truth["words"]), len(sound) / RATE)


def _save(path: Path, sound: Any) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((sound * 32767).round().astype("<i2").tobytes())


def plain(text: str) -> list[str]:
    """The words, in lower case and without marks."""
    return "".join(letter for letter in text.lower() if letter.isalnum() or letter.isspace()).split()


def wrong_words(said: list[str], heard: list[str]) -> int:
    """How many words to change, add or drop (Levenshtein's distance)."""
    row = list(range(len(heard) + 1))
    for number, word in enumerate(said, 1):
        before, row[0] = row[0], number
        for at, other in enumerate(heard, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (word != other))
    return row[-1]
