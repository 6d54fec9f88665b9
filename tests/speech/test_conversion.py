"""A Whisper checkpoint becomes the folder that CTranslate2 runs, and says the same there."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from speech_clips import Clip, save_network

from studio.errors import DamagedCheckpoint, NotFound
from studio.speech import conversion
from studio.speech.conversion import cache_folder, converted, forget
from studio.speech.weights import alignment_heads, read_checkpoint


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SIAR_CACHE", str(tmp_path / "cache"))
    return cache_folder()


def test_the_converted_network_computes_what_the_checkpoint_does(demo: Path, clips: dict[str, Clip]) -> None:
    import ctranslate2
    import torch
    import whisper
    from whisper.timing import find_alignment
    from whisper.tokenizer import get_tokenizer

    clip = clips["heldout-id"]
    model = whisper.load_model(str(demo), device="cpu")
    other = ctranslate2.models.Whisper(str(converted(demo, "float32")), device="cpu", compute_type="float32")
    mel = whisper.pad_or_trim(whisper.log_mel_spectrogram(clip.samples), 3000)
    tokenizer = get_tokenizer(True, language="id", task="transcribe")
    tokens = tokenizer.encode(" " + clip.text.replace("\n", " "))

    features = ctranslate2.StorageView.from_array(np.ascontiguousarray(mel.numpy()[None]))
    encoded = other.encode(features)
    with torch.no_grad():
        theirs = model.embed_audio(mel[None]).numpy()
    assert np.array(encoded) == pytest.approx(theirs, abs=2e-3)

    aligned = other.align(encoded, list(tokenizer.sot_sequence), [tokens], 3000)[0]
    told = find_alignment(model, tokenizer, tokens, mel, 3000)
    words = [float(np.mean(part)) for part in _split(aligned.text_token_probs, [len(word.tokens) for word in told])]
    assert words == pytest.approx([float(word.probability) for word in told], abs=1e-2)

    languages = dict(other.detect_language(encoded)[0])
    _, likely = model.detect_language(mel)
    assert languages["<|id|>"] == pytest.approx(likely["id"], abs=1e-3)


def _split(values: list[float], sizes: list[int]) -> list[list[float]]:
    ends = np.cumsum(sizes)
    return [values[end - size : end] for end, size in zip(ends, sizes, strict=True) if size and end <= len(values)]


@pytest.mark.parametrize(("tokens", "mels"), [(51864, 80), (51866, 128)], ids=["English only", "large-v3"])
def test_other_vocabularies_and_mel_bands_run(tmp_path: Path, cache: Path, tokens: int, mels: int) -> None:
    from faster_whisper import WhisperModel

    folder = converted(save_network(tmp_path / "net.pt", mels=mels, tokens=tokens), "float32")
    model = WhisperModel(str(folder), device="cpu", compute_type="float32")

    assert model.model.is_multilingual == (tokens > 51864)
    assert model.feature_extractor.mel_filters.shape[0] == mels
    segments, _ = model.transcribe(np.zeros(16_000, np.float32), language="en", beam_size=1, max_new_tokens=3)
    list(segments)
    if tokens > 51864:
        assert len(model.detect_language(np.zeros(16_000, np.float32))[2]) == tokens - 51766


def test_a_checkpoint_is_converted_once(network: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = converted(network, "int8")
    monkeypatch.setattr(conversion, "read_checkpoint", pytest.fail)

    assert converted(network, "int8") == folder
    assert {path.name for path in folder.iterdir()} >= {"model.bin", "config.json", "tokenizer.json", "siar.json"}
    assert json.loads((folder / "siar.json").read_text())["dims"]["n_text_state"] == 64


def test_changed_weights_are_converted_anew(tmp_path: Path, cache: Path) -> None:
    path = save_network(tmp_path / "net.pt")
    first = converted(path, "float32")
    path.write_bytes(path.read_bytes() + b" ")
    os.utime(path, ns=(1, 1))

    assert converted(path, "float32") != first


def test_two_at_once_end_with_one_folder(network: Path, cache: Path) -> None:
    found: list[Path] = []
    threads = [threading.Thread(target=lambda: found.append(converted(network, "float16"))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(found)) == 1
    assert sorted(path.name for path in cache.iterdir()) == sorted([found[0].name, "digests.json"])


def test_what_was_never_finished_is_made_again(network: Path, cache: Path) -> None:
    folder = converted(network, "int8")
    (folder / "siar.json").unlink()
    (folder / "model.bin").write_bytes(b"half")

    assert converted(network, "int8") == folder
    assert (folder / "model.bin").stat().st_size > 1000


def test_forgetting_removes_what_was_made(network: Path, cache: Path) -> None:
    folder = converted(network, "int8")
    longer = folder.rename(folder.with_name(folder.name.replace("blank-", "blank-en-")))

    forget(network)
    assert longer.exists()
    longer.rename(folder)
    forget(network)
    assert not folder.exists()


def test_known_names_have_their_alignment_heads() -> None:
    tiny = {"n_text_layer": 4, "n_text_head": 6}

    assert alignment_heads("tiny", tiny) == [(2, 2), (3, 0), (3, 2), (3, 3), (3, 4), (3, 5)]
    assert alignment_heads("tiny", {"n_text_layer": 2, "n_text_head": 1}) == [(1, 0)]
    assert alignment_heads("mine", {"n_text_layer": 4, "n_text_head": 2}) == [(2, 0), (2, 1), (3, 0), (3, 1)]


class Hostile:
    """Touches a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return Path.touch, (self.path,)


def test_a_checkpoint_that_wants_to_run_code_is_refused(tmp_path: Path) -> None:
    import torch

    touched, path = tmp_path / "touched", tmp_path / "net.pt"
    torch.save({"dims": {}, "model_state_dict": {"a": Hostile(touched)}}, path)

    with pytest.raises(DamagedCheckpoint, match="wants to run code"):
        read_checkpoint(path)
    assert not touched.exists()


def test_what_is_no_whisper_checkpoint_is_said_to_be_none(tmp_path: Path, network: Path) -> None:
    import torch

    path = tmp_path / "net.pt"
    with pytest.raises(NotFound):
        read_checkpoint(path)
    for content, words in (
        (b"", "not a whole checkpoint"),
        (b"Halo semuanya", "refused|not a whole"),
        (network.read_bytes()[:100_000], "not a whole checkpoint"),
    ):
        path.write_bytes(content)
        with pytest.raises(DamagedCheckpoint, match=words):
            read_checkpoint(path)
    content = torch.load(network, weights_only=True)
    for changed, words in (
        ([1, 2], "not a Whisper checkpoint"),
        ({"dims": {"n_mels": 80}, "model_state_dict": {}}, "does not tell the dimensions"),
        ({**content, "dims": {**content["dims"], "n_text_layer": 3}}, "has no decoder.blocks.2"),
        ({**content, "dims": {**content["dims"], "n_mels": 128}}, "has no encoder.conv1.weight"),
    ):
        torch.save(changed, path)
        with pytest.raises(DamagedCheckpoint, match=words):
            read_checkpoint(path)
