"""Whisper's .pt checkpoints as the folders that CTranslate2 runs, made once on this machine and kept in a cache."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from studio.files import digest, existing_file, slug, write_error, write_text
from studio.speech.audio import Progress
from studio.speech.weights import Checkpoint, alignment_heads, read_checkpoint

_FORM = 1
"""Raise it when what is written here changes, so that older folders are made again."""
_WHOLE = "siar.json"
"""Written last into a folder; one without it was never finished."""
_NARROW = 256
"""Below this width a network is too small for 8-bit weights: a row of 64 rounded numbers is off by enough to turn the
choice between two tokens, and there is no time to be won. Whisper's smallest, tiny, is 384 wide."""


def cache_folder() -> Path:
    """Where converted models lie: `$SIAR_CACHE`, else the system's folder for caches."""
    given = os.environ.get("SIAR_CACHE")
    if given:
        return Path(given) / "models"
    from platformdirs import user_cache_path

    return user_cache_path("siar-studio", appauthor=False) / "models"


def processor_compute(pt: Path) -> str:
    """The form in which a processor runs the checkpoint `pt`: as it is set (see machine), else the usual one."""
    from studio.speech import machine

    return machine.load().compute or usual_compute(pt)


def usual_compute(pt: Path) -> str:
    """The form of the weights by the network's size: "int8", or "float32" for a very small network."""
    return "float32" if dimensions(pt)["n_text_state"] < _NARROW else "int8"


def prepare(pt: Path, progress: Progress | None = None) -> Path:
    """Make now what the fast engine would make of `pt` at its first use on this machine; the folder. As `converted`."""
    import ctranslate2

    from studio.speech import machine

    graphics = ctranslate2.get_cuda_device_count() and not machine.load().compute
    return converted(pt, "float16" if graphics else processor_compute(pt), progress)


def is_prepared(pt: Path) -> bool:
    """Whether something was converted from `pt` as it is now; the file is not read for it."""
    cache = cache_folder()
    with suppress(OSError):
        known = _digests(cache / "digests.json").get(_stamp(pt))
        folders = cache.glob(f"{slug(pt.stem, 40)}-{known}-*-{_FORM}") if known else ()
        return any((folder / _WHOLE).is_file() for folder in folders)
    return False


def converted(pt: Path, compute: str = "int8", progress: Progress | None = None) -> Path:
    """The CTranslate2 folder of the checkpoint `pt` with weights in `compute` ("int8", "float16" or "float32").

    It is made on first use, in a temporary folder that is renamed when whole, and found again by the file's digest; two
    processes that convert at once end with one folder. Raises NotFound, DamagedCheckpoint, OutOfSpace, CannotWrite.
    """
    existing_file(pt)
    cache = cache_folder()
    folder = cache / f"{slug(pt.stem, 40)}-{_digest(pt, cache)}-{compute}-{_FORM}"
    if (folder / _WHOLE).is_file():
        return folder
    tell = progress or (lambda fraction, message: None)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        _sweep(cache)
        temporary = Path(tempfile.mkdtemp(prefix=f".siar-{os.getpid()}-", dir=cache))
    except OSError as error:
        raise write_error(folder, error) from error
    try:
        tell(0.05, f"Reading {pt.stem}")
        checkpoint = read_checkpoint(pt)
        tell(0.3, f"Preparing {pt.stem} for this computer")
        _write(checkpoint, pt.stem, temporary, compute)
        tell(1.0, f"{pt.stem} is ready")
        return _kept(temporary, folder)
    except OSError as error:
        raise write_error(folder, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _kept(temporary: Path, folder: Path) -> Path:
    """`temporary` under its final name; if another process was quicker, its folder, which is as good."""
    if folder.is_dir() and not (folder / _WHOLE).is_file():
        shutil.rmtree(folder, ignore_errors=True)  # left by a program that does not know _WHOLE
    try:
        temporary.rename(folder)
    except OSError:
        if not (folder / _WHOLE).is_file():
            raise
    return folder


def _sweep(cache: Path) -> None:
    """Remove what a process that was ended in the middle left behind: it can be a gigabyte."""
    import psutil

    for left in cache.glob(".siar-*-*"):
        owner = left.name.split("-")[1]
        if owner.isdigit() and not psutil.pid_exists(int(owner)):
            shutil.rmtree(left, ignore_errors=True)


def forget(pt: Path) -> None:
    """Remove every folder that was made from the checkpoint `pt`, which may be gone already."""
    made = re.compile(rf"{re.escape(slug(pt.stem, 40))}-[0-9a-f]{{16}}-\w+-\d+")
    for folder in cache_folder().glob("*"):
        if made.fullmatch(folder.name):
            shutil.rmtree(folder, ignore_errors=True)


def dimensions(pt: Path) -> dict[str, int]:
    """The network's dimensions by openai-whisper's names, from a converted folder where there is one."""
    existing_file(pt)
    cache = cache_folder()
    for folder in cache.glob(f"{slug(pt.stem, 40)}-{_digest(pt, cache)}-*"):
        with suppress(OSError, ValueError, KeyError):
            dims: dict[str, int] = json.loads((folder / _WHOLE).read_text("utf-8"))["dims"]
            return dims
    return read_checkpoint(pt).dims


def _digest(pt: Path, cache: Path) -> str:
    """The file's digest; remembered by size and time of change, since reading gigabytes takes seconds."""
    notes, key = cache / "digests.json", _stamp(pt)
    known = _digests(notes)
    if key not in known:
        known = {other: value for other, value in known.items() if other.split("|")[0] != str(pt.resolve())}
        known[key] = digest(pt)[:16]
        write_text(notes, json.dumps(known, indent=1))
    return known[key]


def _stamp(pt: Path) -> str:
    status = pt.stat()
    return f"{pt.resolve()}|{status.st_size}|{status.st_mtime_ns}"


def _digests(notes: Path) -> dict[str, str]:
    with suppress(OSError, ValueError):
        known = json.loads(notes.read_text("utf-8"))
        return known if isinstance(known, dict) else {}
    return {}


def _write(checkpoint: Checkpoint, name: str, folder: Path, compute: str) -> None:
    from ctranslate2.specs.whisper_spec import WhisperSpec
    from whisper.tokenizer import get_tokenizer

    from studio.speech.tokenizer_file import vocabulary, write_tokenizer

    dims = checkpoint.dims
    spec = WhisperSpec(dims["n_audio_layer"], dims["n_audio_head"], dims["n_text_layer"], dims["n_text_head"])
    _fill(spec, checkpoint)
    tokenizer = get_tokenizer(
        checkpoint.multilingual, num_languages=checkpoint.languages, language="en", task="transcribe"
    )
    spec.register_vocabulary(vocabulary(checkpoint.multilingual, checkpoint.languages))
    spec.config.suppress_ids = list(tokenizer.non_speech_tokens)
    spec.config.suppress_ids_begin = [tokenizer.encode(" ")[0], tokenizer.eot]
    spec.config.lang_ids = list(tokenizer.all_language_tokens)
    spec.config.alignment_heads = [list(pair) for pair in alignment_heads(name, dims)]
    spec.validate()
    spec.optimize(quantization=compute)
    spec.save(str(folder))
    write_tokenizer(folder / "tokenizer.json", checkpoint.multilingual, checkpoint.languages)
    features = {
        "feature_size": dims["n_mels"],
        "sampling_rate": 16000,
        "hop_length": 160,
        "chunk_length": 30,
        "n_fft": 400,
    }
    write_text(folder / "preprocessor_config.json", json.dumps(features))
    write_text(folder / _WHOLE, json.dumps({"name": name, "compute": compute, "dims": dims}))


def _fill(spec: Any, checkpoint: Checkpoint) -> None:
    """Put the weights where CTranslate2 looks for them."""
    import numpy as np
    import torch

    # Half precision stays half until CTranslate2 takes a weight in hand: large-v3 in floats would be 6 GB.
    weights = {
        name: np.ascontiguousarray((tensor if tensor.dtype == torch.float16 else tensor.float()).numpy())
        for name, tensor in checkpoint.weights.items()
    }

    def plain(target: Any, name: str) -> None:
        target.weight, target.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]

    def norm(target: Any, name: str) -> None:
        target.gamma, target.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]

    def fused(target: Any, name: str, parts: tuple[str, ...]) -> None:
        """One linear layer for several; Whisper's key has no bias, so it gets zeros."""
        zeros = np.zeros_like(weights[f"{name}.query.bias"])
        target.weight = np.concatenate([weights[f"{name}.{part}.weight"] for part in parts])
        target.bias = np.concatenate([weights.get(f"{name}.{part}.bias", zeros) for part in parts])

    def block(layer: Any, name: str, cross: bool) -> None:
        norm(layer.self_attention.layer_norm, f"{name}.attn_ln")
        fused(layer.self_attention.linear[0], f"{name}.attn", ("query", "key", "value"))
        plain(layer.self_attention.linear[1], f"{name}.attn.out")
        if cross:
            norm(layer.attention.layer_norm, f"{name}.cross_attn_ln")
            plain(layer.attention.linear[0], f"{name}.cross_attn.query")
            fused(layer.attention.linear[1], f"{name}.cross_attn", ("key", "value"))
            plain(layer.attention.linear[2], f"{name}.cross_attn.out")
        norm(layer.ffn.layer_norm, f"{name}.mlp_ln")
        plain(layer.ffn.linear_0, f"{name}.mlp.0")
        plain(layer.ffn.linear_1, f"{name}.mlp.2")

    plain(spec.encoder.conv1, "encoder.conv1")
    plain(spec.encoder.conv2, "encoder.conv2")
    spec.encoder.position_encodings.encodings = weights["encoder.positional_embedding"]
    norm(spec.encoder.layer_norm, "encoder.ln_post")
    for index, layer in enumerate(spec.encoder.layer):
        block(layer, f"encoder.blocks.{index}", cross=False)
    spec.decoder.embeddings.weight = weights["decoder.token_embedding.weight"]
    spec.decoder.projection.weight = weights["decoder.token_embedding.weight"]
    spec.decoder.position_encodings.encodings = weights["decoder.positional_embedding"]
    norm(spec.decoder.layer_norm, "decoder.ln")
    for index, layer in enumerate(spec.decoder.layer):
        block(layer, f"decoder.blocks.{index}", cross=True)
