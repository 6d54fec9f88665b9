"""A Whisper checkpoint as openai-whisper saves it, read without running anything in it and checked for its shapes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.errors import DamagedCheckpoint
from studio.files import existing_file
from studio.speech.impostors import refuse_impostors

if TYPE_CHECKING:
    from torch import Tensor

_DIMENSIONS = ("n_mels", "n_audio_ctx", "n_audio_state", "n_audio_head", "n_audio_layer", "n_vocab", "n_text_ctx",
               "n_text_state", "n_text_head", "n_text_layer")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a .pt file of Whisper's holds: its dimensions by openai-whisper's names, and its weights by name."""

    dims: dict[str, int]
    weights: dict[str, Tensor]

    @property
    def multilingual(self) -> bool:
        """Whether it knows more than English; openai-whisper asks the size of the vocabulary too."""
        return self.dims["n_vocab"] >= 51865

    @property
    def languages(self) -> int:
        """How many languages its vocabulary names: 99, or 100 since large-v3."""
        return self.dims["n_vocab"] - 51765 - int(self.multilingual)


def read_checkpoint(path: Path) -> Checkpoint:
    """The checkpoint at `path`, as tensors and nothing else: a file that wants to run code is refused.

    Raises NotFound, or DamagedCheckpoint where it is not a whole checkpoint of Whisper's shapes.
    """
    import pickle

    import torch

    existing_file(path)
    refuse_impostors(path)
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise DamagedCheckpoint(
            f"{path} was refused: it is no file of weights, or it wants to run code",
            "Use a .pt file of openai-whisper's, from `siar models get` or from somebody you trust",
        ) from error
    except (
        RuntimeError,
        EOFError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        MemoryError,
    ) as error:
        raise DamagedCheckpoint(
            f"{path} is not a whole checkpoint ({_first_line(error)})",
            "Copy it again, or download it by `siar models get`",
        ) from error
    return _checked(path, content)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:120].rstrip(".")


def _checked(path: Path, content: Any) -> Checkpoint:
    """`content` as a Checkpoint if its names and shapes are those of a Whisper network, else DamagedCheckpoint."""
    advice = "Use a .pt file of openai-whisper's, or one fine-tuned from it and saved in the same format"
    if not isinstance(content, dict) or not {"dims", "model_state_dict"} <= content.keys():
        raise DamagedCheckpoint(f"{path} is a file of weights, but not a Whisper checkpoint", advice)
    dims, weights = content["dims"], content["model_state_dict"]
    whole = isinstance(dims, dict) and isinstance(weights, dict)
    whole = whole and all(isinstance(dims.get(name), int) and 0 < dims[name] < 10**6 for name in _DIMENSIONS)
    if not whole:
        raise DamagedCheckpoint(f"{path} does not tell the dimensions of a Whisper network", advice)
    wanted = _shapes(dims)
    for name, shape in wanted.items():
        found = tuple(getattr(weights.get(name), "shape", ()))
        if found != shape:
            raise DamagedCheckpoint(f"{path} has no {name} of the shape that its dimensions ask for", advice)
    _refuse_spread_weights(path, [weights[name] for name in wanted], advice)
    if dims["n_vocab"] not in {51864, 51865, 51866}:
        raise DamagedCheckpoint(f"{path} has {dims['n_vocab']:,} tokens, which is no vocabulary of Whisper's", advice)
    return Checkpoint({name: dims[name] for name in _DIMENSIONS}, {name: weights[name] for name in wanted})


def _refuse_spread_weights(path: Path, weights: list[Tensor], advice: str) -> None:
    """A weight may claim more numbers than its file holds, by giving one of them many times over: gigabytes in use."""
    if not all(weight.is_floating_point() for weight in weights):
        raise DamagedCheckpoint(f"{path} holds weights that are no fractions", advice)
    claimed = sum(weight.numel() * weight.element_size() for weight in weights)
    if claimed > path.stat().st_size + 1_000_000:
        raise DamagedCheckpoint(
            f"{path} was refused: it claims {claimed / 1e6:,.0f} MB of weights, and holds fewer", advice
        )


def _shapes(dims: dict[str, int]) -> dict[str, tuple[int, ...]]:
    """Every weight of openai-whisper's model with these dimensions."""
    audio, text = dims["n_audio_state"], dims["n_text_state"]
    shapes: dict[str, tuple[int, ...]] = {
        "encoder.conv1.weight": (audio, dims["n_mels"], 3),
        "encoder.conv1.bias": (audio,),
        "encoder.conv2.weight": (audio, audio, 3),
        "encoder.conv2.bias": (audio,),
        "encoder.positional_embedding": (dims["n_audio_ctx"], audio),
        "encoder.ln_post.weight": (audio,),
        "encoder.ln_post.bias": (audio,),
        "decoder.token_embedding.weight": (dims["n_vocab"], text),
        "decoder.positional_embedding": (dims["n_text_ctx"], text),
        "decoder.ln.weight": (text,),
        "decoder.ln.bias": (text,),
    }
    for side, width, layers in (("encoder", audio, dims["n_audio_layer"]), ("decoder", text, dims["n_text_layer"])):
        for layer in range(layers):
            block = f"{side}.blocks.{layer}"
            for attention in ("attn", "cross_attn") if side == "decoder" else ("attn",):
                for part in ("query", "key", "value", "out"):
                    shapes[f"{block}.{attention}.{part}.weight"] = (width, width)
                    if part != "key":
                        shapes[f"{block}.{attention}.{part}.bias"] = (width,)
                shapes[f"{block}.{attention}_ln.weight"] = shapes[f"{block}.{attention}_ln.bias"] = (width,)
            shapes[f"{block}.mlp.0.weight"], shapes[f"{block}.mlp.0.bias"] = (4 * width, width), (4 * width,)
            shapes[f"{block}.mlp.2.weight"], shapes[f"{block}.mlp.2.bias"] = (width, 4 * width), (width,)
            shapes[f"{block}.mlp_ln.weight"] = shapes[f"{block}.mlp_ln.bias"] = (width,)
    return shapes


def alignment_heads(name: str, dims: dict[str, int]) -> list[tuple[int, int]]:
    """The (layer, head) pairs whose attention follows the speech: openai-whisper's table for a checkpoint it knows.

    For any other name, all heads of the upper half of the layers, which is its own default.
    """
    import base64
    import gzip

    import numpy as np
    import whisper

    layers, heads = dims["n_text_layer"], dims["n_text_head"]
    packed = whisper._ALIGNMENT_HEADS.get(name)
    if packed is not None:
        mask = np.frombuffer(gzip.decompress(base64.b85decode(packed)), dtype=bool)
        # Another network may have been saved under a known name.
        if mask.size == layers * heads:
            return [(int(layer), int(head)) for layer, head in np.argwhere(mask.reshape(layers, heads))]
    return [(layer, head) for layer in range(layers // 2, layers) for head in range(heads)]
