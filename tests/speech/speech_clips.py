"""A recording with its truth, and a Whisper checkpoint that has learnt nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.speech.audio import load_audio

if TYPE_CHECKING:
    from studio.speech.audio import Samples


@dataclass(frozen=True)
class Clip:
    """A synthetic recording with the true times of its sentences and words."""

    path: Path
    language: str
    phrases: tuple[dict[str, Any], ...]
    words: tuple[dict[str, Any], ...]
    samples: Samples

    @property
    def text(self) -> str:
        return "\n".join(phrase["text"] for phrase in self.phrases)


def read_clip(path: Path) -> Clip:
    truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return Clip(path, truth["language"], tuple(truth["phrases"]), tuple(truth["words"]), load_audio(path))


def save_network(path: Path, *, mels: int = 80, tokens: int = 51865, width: int = 64, heads: int = 1) -> Path:
    """A Whisper checkpoint of one layer each way that has learnt nothing."""
    import torch
    from whisper.model import ModelDimensions, Whisper

    torch.manual_seed(1)
    model = Whisper(ModelDimensions(mels, 1500, width, heads, 1, tokens, 448, width, heads, 2))
    for name, weight in model.named_parameters():
        torch.nn.init.normal_(weight, mean=float(name.endswith("ln.weight")), std=0.05)
    state = {name: weight.half() for name, weight in model.state_dict().items()}
    torch.save({"dims": dict(model.dims.__dict__), "model_state_dict": state}, path)
    return path
