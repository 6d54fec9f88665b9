"""The demo checkpoint with the dimensions of a real one, so that it costs what that costs and says what the demo says.

Run it as a script: `python tests/bench/widen.py {tiny,base,small} OUT.pt`.

Each feature is there k times over. What reads features parts its weight among the copies, in shares of random size that
add up to one, so that the rounding of 8-bit weights is as random as in a real network; what writes features writes each
copy. Layer norms see the same mean and variance, heads keep their 64 features, so every number is what it was. Layers
that are added come before the others and write nothing. The times of words suffer all the same: openai-whisper
takes them from all heads of the upper half of the layers, among which are some of those.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

if TYPE_CHECKING:
    from torch import Generator, Tensor

SIZES = {"tiny": (384, 4), "base": (512, 6), "small": (768, 12)}
"""Whisper's own: features, and layers of the encoder and of the decoder."""
HEAD = 64
"""Features of a head, in every Whisper network."""
UNEVEN = 0.5
"""Shares lie between 1 - UNEVEN and 1 + UNEVEN times the even one."""


def widened(source: Path, size: str) -> dict[str, Any]:
    """The checkpoint at `source` as large as `size`; its heads have 64 features, its two halves the same width."""
    import torch

    old = torch.load(source, map_location="cpu", weights_only=True)
    dims, (width, layers) = dict(old["dims"]), SIZES[size]
    have = dims["n_audio_state"]
    if have != dims["n_text_state"] or have % HEAD or width % have:
        raise SystemExit(f"{source} is {have} features wide, which cannot be repeated to {width}")
    chance = torch.Generator().manual_seed(have + width)
    state = old["model_state_dict"]
    wide = {name: _wide(name, weight.float(), width // have, chance) for name, weight in state.items()}
    for side, own in (("encoder", dims["n_audio_layer"]), ("decoder", dims["n_text_layer"])):
        wide = _deeper(wide, f"{side}.blocks", own, layers)
    dims |= {"n_audio_state": width, "n_text_state": width, "n_audio_layer": layers, "n_text_layer": layers}
    dims |= {"n_audio_head": width // HEAD, "n_text_head": width // HEAD}
    return {"dims": dims, "model_state_dict": {name: weight.half() for name, weight in wide.items()}}


def _wide(name: str, weight: Tensor, k: int, chance: Generator) -> Tensor:
    """One weight: rows are what is written, columns what is read, a third axis is a convolution's."""
    if name.endswith("positional_embedding"):
        return weight.repeat(1, k)
    if name == "decoder.token_embedding.weight":
        return weight.repeat(1, k)  # read and written by turns: the last layer norm divides for it
    if name.startswith("decoder.ln."):
        return weight.repeat(k) / k
    if weight.dim() == 1:
        return weight.repeat(k)
    if name == "encoder.conv1.weight":
        return weight.repeat(k, 1, 1)  # it reads sound, of which there is one
    written = weight.repeat(k, *[1] * (weight.dim() - 1))
    return _shared(written, k, chance)


def _shared(weight: Tensor, k: int, chance: Generator) -> Tensor:
    import torch

    rows, columns = weight.shape[:2]
    shares = 1 + UNEVEN * (2 * torch.rand((rows, k, columns), generator=chance) - 1)
    shares /= shares.sum(dim=1, keepdim=True)
    shares = shares.reshape(rows, k * columns, *[1] * (weight.dim() - 2))
    return weight.repeat(1, k, *[1] * (weight.dim() - 2)) * shares


def _deeper(weights: dict[str, Tensor], blocks: str, own: int, layers: int) -> dict[str, Tensor]:
    """The same with layers that write nothing before the `own` ones, which move up to the top."""
    import torch

    inside = {name: weight for name, weight in weights.items() if name.startswith(f"{blocks}.")}
    deeper = {name: weight for name, weight in weights.items() if name not in inside}
    for number in range(layers):
        real = number - (layers - own)
        prefix = f"{blocks}.{max(real, 0)}."
        writes: Callable[[str], bool] = lambda name: ".out." in name or ".mlp.2." in name  # noqa: E731
        for name, weight in inside.items():
            if name.startswith(prefix):
                moved = f"{blocks}.{number}.{name.removeprefix(prefix)}"
                deeper[moved] = torch.zeros_like(weight) if real < 0 and writes(name) else weight
    return deeper


def main() -> None:
    import torch

    from studio.speech.checkpoints import demo_checkpoint

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", choices=SIZES)
    parser.add_argument("out", type=Path)
    wanted = parser.parse_args()
    torch.save(widened(demo_checkpoint(), wanted.size), wanted.out)
    print(f"{wanted.out}: {wanted.out.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
