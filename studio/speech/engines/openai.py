"""The reference engine: openai-whisper itself, given the sound as an array, so that it calls no ffmpeg of its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from studio.speech.audio import Progress
from studio.speech.checkpoints import model_name
from studio.speech.engines.fast import BEAM
from studio.speech.prompt import fitted
from studio.speech.recognition import recognise
from studio.speech.weights import alignment_heads, read_checkpoint
from studio.speech.words import Transcript, Word

if TYPE_CHECKING:
    from whisper.model import Whisper

    from studio.speech.audio import Samples
    from studio.speech.phrases import Phrases


class WhisperEngine:
    """One Whisper checkpoint run by openai-whisper, loaded once."""

    name = "whisper"

    def __init__(self, checkpoint: Path) -> None:
        """Load `checkpoint` (.pt), onto a GPU where torch finds one."""
        self.model = model_name(checkpoint)
        self._model = _load(checkpoint)

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
            self._detect,
            engine=self.name,
            model=self.model,
            multilingual=self._model.is_multilingual,
            language=language,
            progress=progress,
            prompt=prompt,
            phrases=phrases,
        )

    def _tokens(self, text: str) -> int:
        from whisper.tokenizer import get_tokenizer

        tokenizer = get_tokenizer(self._model.is_multilingual, num_languages=self._model.num_languages)
        return len(tokenizer.encode(text))

    def _hear(self, samples: Samples, language: str, prompt: str = "") -> list[list[Word]]:
        import whisper

        result = whisper.transcribe(
            self._model,
            samples,
            language=language,
            beam_size=BEAM,
            temperature=0.0,
            condition_on_previous_text=False,
            word_timestamps=True,
            initial_prompt=prompt or None,
            carry_initial_prompt=bool(prompt),
            fp16=self._model.device.type == "cuda",
        )
        return [
            [
                Word(
                    word["word"].strip(), float(word["start"]), float(word["end"]), round(float(word["probability"]), 3)
                )
                for word in segment["words"]
            ]
            for segment in result["segments"]
        ]

    def _detect(self, samples: Samples) -> dict[str, float]:
        import torch
        from whisper import audio

        mel = audio.log_mel_spectrogram(samples, self._model.dims.n_mels, padding=audio.N_SAMPLES)
        half = self._model.device.type == "cuda"
        mel = audio.pad_or_trim(mel, audio.N_FRAMES).to(self._model.device, torch.float16 if half else torch.float32)
        _, probabilities = self._model.detect_language(mel)
        return dict(probabilities)


def _load(checkpoint: Path) -> Whisper:
    import torch
    from whisper.model import ModelDimensions, Whisper

    found = read_checkpoint(checkpoint)
    model = Whisper(ModelDimensions(**found.dims))
    model.load_state_dict(found.weights)
    heads = torch.zeros(found.dims["n_text_layer"], found.dims["n_text_head"], dtype=torch.bool)
    for layer, head in alignment_heads(checkpoint.stem, found.dims):
        heads[layer, head] = True
    model.register_buffer("alignment_heads", heads.to_sparse(), persistent=False)
    return model.to("cuda" if torch.cuda.is_available() else "cpu").eval()
