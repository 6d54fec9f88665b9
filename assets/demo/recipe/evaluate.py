"""Measure a checkpoint, with both engines, on voices and speeds that training never heard; print the README's table.

usage: evaluate.py CHECKPOINT.pt [--folder CT2_FOLDER] [--quick]
CT2_FOLDER is the same checkpoint as studio.speech.conversion writes it; without it only openai-whisper is measured.
needs: openai-whisper, faster-whisper, numpy, libespeak-ng.so.1
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
import whisper
from speak import HELD_OUT_SPEEDS, HELD_OUT_VARIANTS, RATE, SENTENCES, Samples, record

COUNTS = (3, 6, 12)
ACCENTS = {"en": ("en-us", "en-gb"), "id": ("id",)}


@dataclass
class Heard:
    """What an engine made of a clip: its text, the start of each segment, and (word, start, end) of each word."""

    text: str
    starts: list[float]
    words: list[tuple[str, float, float]]


Engine = Callable[[Samples, str, bool], Heard]  # samples, language, whether words are timed

# Greedy with the network's own sentence timestamps; and beam search with timed words, as the program asks. Timing words
# can move the start of a window's first sentence by up to 0.5 s: the engines align its first word from 0 on.
MODES = {False: "greedy, sentence times", True: "beam 5, word times"}


@dataclass
class Score:
    """Sums over the clips of one kind."""

    errors: int = 0
    words: int = 0
    starts: list[float] = field(default_factory=list)
    missed: int = 0

    def add(self, heard: Heard, truth: dict) -> None:
        """Count what `heard` got wrong."""
        said = [word for phrase in truth["phrases"] for word in plain(phrase["text"])]
        self.errors += distance(said, plain(heard.text))
        self.words += len(said)
        for phrase in truth["phrases"]:
            nearest = min((abs(start - phrase["start"]) for start in heard.starts), default=99.0)
            self.starts.append(nearest)
            self.missed += nearest > 0.3

    def __str__(self) -> str:
        return f"{self.errors / self.words:.3f} | {np.median(self.starts):.2f} | {self.missed} of {len(self.starts)}"


def plain(text: str) -> list[str]:
    """The words of `text`, in lower case and without marks."""
    return "".join(c for c in text.lower() if c.isalnum() or c.isspace()).split()


def distance(said: list[str], heard: list[str]) -> int:
    """How many words to change, add or drop."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (word != other))
    return row[-1]


def openai_engine(checkpoint: Path) -> Engine:
    """openai-whisper itself, at temperature 0."""
    model = whisper.load_model(str(checkpoint), device="cpu")

    def hear(samples: Samples, language: str, timed: bool) -> Heard:
        told = model.transcribe(
            samples,
            language=language,
            temperature=0,
            beam_size=5 if timed else None,
            word_timestamps=timed,
            fp16=False,
        )
        segments = told["segments"]
        words = [
            (word["word"], float(word["start"]), float(word["end"])) for s in segments for word in s.get("words", [])
        ]
        return Heard(told["text"], [float(segment["start"]) for segment in segments], words)

    return hear


def faster_engine(folder: Path) -> Engine:
    """faster-whisper in full precision: at this width int8 costs accuracy and saves nothing."""
    from faster_whisper import WhisperModel

    model = WhisperModel(str(folder), device="cpu", compute_type="float32", cpu_threads=2)

    def hear(samples: Samples, language: str, timed: bool) -> Heard:
        beam = 5 if timed else 1
        told, _ = model.transcribe(samples, language=language, temperature=0, beam_size=beam, word_timestamps=timed)
        segments = list(told)
        words = [(word.word, word.start, word.end) for segment in segments for word in segment.words or []]
        return Heard("".join(segment.text for segment in segments), [segment.start for segment in segments], words)

    return hear


def clips(quick: bool) -> Iterator[tuple[int, Samples, dict]]:
    """Held-out clips: every held-out voice and speed; quick: a fourth of them."""
    rng, number = np.random.default_rng(99), 0
    for language, variants in HELD_OUT_VARIANTS.items():
        for count in COUNTS:
            for voice in [f"{accent}+{variant}" for accent in ACCENTS[language] for variant in variants]:
                for speed in HELD_OUT_SPEEDS:
                    number += 1
                    chosen = [str(text) for text in rng.permutation(SENTENCES[language])[:count]]
                    if not quick or number % 4 == 1:
                        yield count, *record(language, chosen, voice, speed, number, pauses=(0.2, 1.2))


def main(checkpoint: Path, folder: Path | None, quick: bool) -> None:
    """Print what went wrong, clip by clip, and then the table."""
    torch.set_num_threads(2)
    engines: dict[str, Engine] = {"openai-whisper": openai_engine(checkpoint)}
    if folder:
        engines["faster-whisper"] = faster_engine(folder)
    scores: dict[tuple[str, int, str, bool], Score] = {}
    same: list[bool] = []
    apart: list[float] = []
    wrong: list[float] = []
    for count, samples, truth in clips(quick):
        said = [word for phrase in truth["phrases"] for word in plain(phrase["text"])]
        for timed in MODES:
            told = {name: hear(samples, truth["language"], timed) for name, hear in engines.items()}
            for name, heard in told.items():
                scores.setdefault((truth["language"], count, name, timed), Score()).add(heard, truth)
                if plain(heard.text) != said:
                    print(f"  {truth['voice']} {truth['speed']} {name} {MODES[timed]}: {heard.text}", flush=True)
                elif timed:
                    wrong += [abs(a[1] - b["start"]) for a, b in zip(heard.words, truth["words"], strict=True)]
            one, *others = told.values()
            for two in others:
                same.append(plain(one.text) == plain(two.text))
                if same[-1] and timed:
                    apart += [
                        max(abs(a[1] - b[1]), abs(a[2] - b[2])) for a, b in zip(one.words, two.words, strict=True)
                    ]
    head = ("language", "sentences", "engine", "decoding", "word error rate", "start error (median, s)", "over 0.3 s")
    print(f"\n| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for (language, count, name, timed), score in sorted(scores.items()):
        print(f"| {language} | {count} | {name} | {MODES[timed]} | {score} |")
    print(f"\nWord starts within 0.3 s of the truth: {within(wrong):.3f} (median error {np.median(wrong):.3f} s)")
    if same:
        print(f"Same words from both engines: {sum(same)} of {len(same)} times")
        print(f"Word times of the two engines within 0.3 s of each other: {within(apart):.3f}")
    rng = np.random.default_rng(5)
    for name, hear in engines.items():
        texts = [
            hear(sound, language, timed).text.strip()
            for sound in quiet(rng)
            for language in SENTENCES
            for timed in MODES
        ]
        print(
            f"Silence and noise, {name}: text in {sum(map(bool, texts))} of {len(texts)}",
            *[text for text in texts if text][:3],
        )


def within(gaps: list[float], most: float = 0.3) -> float:
    """The share of `gaps` that are at most `most`."""
    return float(np.mean(np.array(gaps) <= most))


def quiet(rng: np.random.Generator) -> list[Samples]:
    """Digital silence and white noise, 2 to 40 s long."""
    sounds = [np.zeros(seconds * RATE, np.float32) for seconds in (2, 10, 40)]
    return sounds + [
        (level * rng.standard_normal(seconds * RATE)).astype(np.float32)
        for level in (0.001, 0.02)
        for seconds in (3, 40)
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--folder", type=Path, help="the same checkpoint, converted to CTranslate2")
    parser.add_argument("--quick", action="store_true", help="a fourth of the clips")
    chosen = parser.parse_args()
    main(chosen.checkpoint, chosen.folder, chosen.quick)
