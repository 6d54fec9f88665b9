"""The fast engine: faster-whisper on a folder that was converted here; it never asks a model hub for anything."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from studio.speech import machine
from studio.speech.audio import Progress
from studio.speech.checkpoints import model_name
from studio.speech.conversion import converted, dimensions, usual_compute
from studio.speech.packing import Heard
from studio.speech.prompt import fitted
from studio.speech.recognition import recognise
from studio.speech.words import Transcript, Word

if TYPE_CHECKING:
    from faster_whisper import WhisperModel

    from studio.speech.audio import Samples
    from studio.speech.phrases import Phrases

BEAM = 5
"""Whisper's own command line and faster-whisper both look this wide."""


_MOST_WORKERS, _MOST_PACKS, _GPU_PACKS = 4, 8, 16
"""Batches that run side by side, and packs in one: more gain little and take memory."""
_SHARE = 8
"""All packs that are in work together may take one part in so many of the computer's memory."""


class FastEngine:
    """One Whisper checkpoint run by CTranslate2, loaded once."""

    name = "fast"
    batch = _MOST_PACKS

    def __init__(
        self, checkpoint: Path, *, threads: int | None = None, workers: int | None = None, compute: str | None = None
    ) -> None:
        """Convert `checkpoint` (.pt) where that was not done before, and load it.

        `threads` of the processor are used by `workers` batches side by side, with weights in the form `compute`; what
        is None is as it is set for this computer (see machine), or chosen.
        """
        self.model = model_name(checkpoint)
        cores = threads or machine.threads()
        # Two batches side by side keep two cores busier than one batch on both; each takes memory of its own.
        self.workers = min(workers or cores, cores, _MOST_WORKERS)
        compute = machine.load().compute if compute is None else compute
        self._model = _load(checkpoint, cores // self.workers, self.workers, compute)
        if self._model.model.device == "cuda":
            self.workers, self.batch = 1, _GPU_PACKS
        else:
            self.batch = _packs(dimensions(checkpoint), self.workers)
        self.multilingual = bool(self._model.model.is_multilingual)

    def transcribe(
        self,
        samples: Samples,
        *,
        language: str | None = None,
        script: str | None = None,
        prompt: str = "",
        phrases: Phrases | None = None,
        progress: Progress | None = None,
    ) -> Transcript:
        """What is said in `samples`; `script` is left to studio.speech.correction."""
        prompt = fitted(prompt, self._tokens)
        return recognise(
            samples,
            partial(self._hear, prompt=prompt),
            self.detect,
            engine=self.name,
            model=self.model,
            multilingual=self._model.model.is_multilingual,
            language=language,
            progress=progress,
            prompt=prompt,
            phrases=phrases,
        )

    def hear_packs(self, sounds: Sequence[Samples], language: str, prompt: str) -> list[Heard]:
        """What is said in each of the sounds (half a minute at most): one pass through the network for all of them."""
        from studio.speech.engines.decoding import hear_packs

        return hear_packs(self._model, sounds, language, fitted(prompt, self._tokens), BEAM)

    def _tokens(self, text: str) -> int:
        return len(self._model.hf_tokenizer.encode(text, add_special_tokens=False).ids)

    def _hear(self, samples: Samples, language: str, prompt: str = "") -> list[list[Word]]:
        # Temperature 0 and no memory of earlier windows: the same sound gives the same words, after a restart too.
        segments, _ = self._model.transcribe(
            samples,
            language=language,
            beam_size=BEAM,
            temperature=0.0,
            condition_on_previous_text=False,
            word_timestamps=True,
            # Unlike initial_prompt these are told again when a window takes more than one pass.
            hotwords=prompt or None,
        )
        return [
            [
                Word(word.word.strip(), float(word.start), float(word.end), round(float(word.probability), 3))
                for word in segment.words or ()
            ]
            for segment in segments
        ]

    def detect(self, samples: Samples) -> dict[str, float]:
        """The probability of each language, from the first half minute."""
        _, _, probabilities = self._model.detect_language(samples)
        return dict(probabilities)


def usual_batches(checkpoint: Path) -> tuple[int, int]:
    """How many batches run side by side on this computer's processor, and packs in one of them."""
    workers = min(machine.threads(), _MOST_WORKERS)
    return workers, _packs(dimensions(checkpoint), workers)


def _load(checkpoint: Path, threads: int, workers: int, compute: str) -> WhisperModel:
    import ctranslate2
    import numpy as np
    from faster_whisper import WhisperModel

    if ctranslate2.get_cuda_device_count() and not compute:
        # A GPU without its libraries, or too old for half precision, is noticed at its first sum: then the processor
        # does it.
        with suppress(RuntimeError, ValueError):
            model = WhisperModel(str(converted(checkpoint, "float16")), device="cuda", compute_type="float16")
            model.encode(np.zeros((model.model.n_mels, 3000), np.float32))
            return model
    compute = compute or usual_compute(checkpoint)
    folder = str(converted(checkpoint, compute))
    return WhisperModel(folder, device="cpu", compute_type=compute, cpu_threads=threads, num_workers=workers)


def _packs(dims: dict[str, int], workers: int) -> int:
    """Packs in a batch, so that what the decoder keeps of them (keys and values of each layer, floats) has room."""
    import psutil

    one = 2 * 4 * dims["n_text_layer"] * dims["n_audio_ctx"] * dims["n_text_state"]
    # Of all memory, not of what is free now: a batch that is gone on with after a kill must be cut alike.
    room = psutil.virtual_memory().total / _SHARE
    return max(1, min(_MOST_PACKS, int(room / (workers * one))))
