"""The fast engine: faster-whisper on a folder that was converted here; it never asks a model hub for anything."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from studio.speech.audio import Progress
from studio.speech.checkpoints import model_name
from studio.speech.conversion import converted, processor_compute
from studio.speech.recognition import recognise
from studio.speech.words import Transcript, Word

if TYPE_CHECKING:
    from faster_whisper import WhisperModel

    from studio.speech.audio import Samples

BEAM = 5
"""Whisper's own command line and faster-whisper both look this wide."""


class FastEngine:
    """One Whisper checkpoint run by CTranslate2, loaded once."""

    name = "fast"

    def __init__(self, checkpoint: Path, *, threads: int | None = None) -> None:
        """Convert `checkpoint` (.pt) where that was not done before, and load it; `threads` is else chosen."""
        self.model = model_name(checkpoint)
        self._model = _load(checkpoint, threads or _cores())

    def transcribe(
        self,
        samples: Samples,
        *,
        language: str | None = None,
        script: str | None = None,
        progress: Progress | None = None,
    ) -> Transcript:
        """What is said in `samples`; `script` is left to studio.speech.correction."""
        return recognise(
            samples,
            self._hear,
            self._detect,
            engine=self.name,
            model=self.model,
            multilingual=self._model.model.is_multilingual,
            language=language,
            progress=progress,
        )

    def _hear(self, samples: Samples, language: str) -> list[list[Word]]:
        # Temperature 0 and no memory of earlier windows: the same sound gives the same words, after a restart too.
        segments, _ = self._model.transcribe(
            samples,
            language=language,
            beam_size=BEAM,
            temperature=0.0,
            condition_on_previous_text=False,
            word_timestamps=True,
        )
        return [
            [
                Word(word.word.strip(), float(word.start), float(word.end), round(float(word.probability), 3))
                for word in segment.words or ()
            ]
            for segment in segments
        ]

    def _detect(self, samples: Samples) -> dict[str, float]:
        _, _, probabilities = self._model.detect_language(samples)
        return dict(probabilities)


def _load(checkpoint: Path, threads: int) -> WhisperModel:
    import ctranslate2
    import numpy as np
    from faster_whisper import WhisperModel

    if ctranslate2.get_cuda_device_count():
        # A GPU without its libraries, or too old for half precision, is noticed at its first sum: then the processor
        # does it.
        with suppress(RuntimeError, ValueError):
            model = WhisperModel(str(converted(checkpoint, "float16")), device="cuda", compute_type="float16")
            model.encode(np.zeros((model.model.n_mels, 3000), np.float32))
            return model
    compute = processor_compute(checkpoint)
    folder = str(converted(checkpoint, compute))
    return WhisperModel(folder, device="cpu", compute_type=compute, cpu_threads=threads)


def _cores() -> int:
    """Cores that this process may use; twice as many threads, where a core has two, make matrix products slower."""
    import psutil

    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(allowed, psutil.cpu_count(logical=False) or allowed, 16))
