"""What is no checkpoint is told apart before it is opened, each with a sentence of its own."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from studio.errors import DamagedCheckpoint
from studio.speech.adding import add
from studio.speech.checkpoints import checkpoints_folder, installed, looks_damaged
from studio.speech.impostors import refuse_impostors
from studio.speech.weights import read_checkpoint

PAGE = b"\xef\xbb\xbf\n <!DOCTYPE html><html><title>Masuk ke WiFi kantor</title></html>"


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/data.pkl", b"\0" * 30_000_000)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is not a whole checkpoint: it is empty. Copy it again"),
        (b"\0" * 5000, "it is empty"),
        (PAGE, "is a web page, not a checkpoint: a network saved its sign-in page"),
        (b"lmgg" + b"\1" * 100, "is a model for whisper.cpp. Use the .pt file"),
        ((60).to_bytes(8, "little") + b'{"__metadata__":{}}' + b" " * 200, "is a .safetensors file"),
        (b"PK\3\4" + b"x" * 5000, "its end is missing, so it was cut off"),
    ],
    ids=["empty", "blank", "page", "whisper.cpp", "safetensors", "cut"],
)
def test_each_impostor_is_named(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "small.pt"
    path.write_bytes(content)
    for look in (refuse_impostors, read_checkpoint, add):
        with pytest.raises(DamagedCheckpoint) as caught:
            look(path)
        assert says in str(caught.value)
    assert installed() == []


def test_an_archive_that_unpacks_to_much_more_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "bom.pt"
    bomb(path)
    assert path.stat().st_size < 100_000
    with pytest.raises(DamagedCheckpoint, match=r"was refused: its 0\.0 MB unpack to 30 MB in 1 parts"):
        add(path)


def test_a_weight_that_claims_more_numbers_than_the_file_holds_is_refused(tmp_path: Path, network: Path) -> None:
    import torch

    content: dict[str, Any] = torch.load(network, weights_only=True)
    tokens = content["model_state_dict"]["decoder.token_embedding.weight"]
    content["model_state_dict"]["decoder.token_embedding.weight"] = tokens[:1, :1].clone().expand(*tokens.shape)
    torch.save(content, tmp_path / "luas.pt")
    with pytest.raises(DamagedCheckpoint, match=r"it claims \d+ MB of weights, and holds fewer"):
        read_checkpoint(tmp_path / "luas.pt")


def test_what_lies_in_the_folder_is_looked_at_shortly(network: Path) -> None:
    folder = checkpoints_folder()
    folder.mkdir(parents=True)
    (folder / "halaman.pt").write_bytes(PAGE)
    (folder / "punyaku.pt").write_bytes(network.read_bytes())
    (folder / "small.pt").write_bytes(network.read_bytes())  # far too short for Whisper's small
    assert {one.name: looks_damaged(one) for one in installed()} == {
        "halaman": True, "punyaku": False, "small": True,
    }  # fmt: skip
