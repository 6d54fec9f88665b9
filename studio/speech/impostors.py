"""What can be told of a checkpoint's file before it is opened: a web page, cut, a bomb, another program's."""

from __future__ import annotations

import zipfile
from pathlib import Path

from studio.errors import DamagedCheckpoint

_HEAD = 512
_MOST_PARTS = 20_000
_SLACK = 1_000_000
_AGAIN = "Copy it again, or download it by `siar models get`"
_OTHERS = {
    b"lmgg": "whisper.cpp",
    b"ggml": "whisper.cpp",
    b"GGUF": "llama.cpp",
}


def refuse_impostors(path: Path) -> None:
    """Raise DamagedCheckpoint where the first and last bytes of `path` show that it is no whole checkpoint.

    Takes no longer for gigabytes than for a page: weights are not read. A file that passes may still be damaged.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise DamagedCheckpoint(f"{path} cannot be read ({error.strerror or error})", _AGAIN) from error
    if not head.strip(b"\0"):
        raise DamagedCheckpoint(f"{path} is not a whole checkpoint: it is empty", _AGAIN)
    if is_web_page(head):
        raise DamagedCheckpoint(
            f"{path} is a web page, not a checkpoint: a network saved its sign-in page under that name",
            "Sign in to the network in a browser, then download it again",
        )
    for sign, program in _OTHERS.items():
        if head.startswith(sign):
            raise DamagedCheckpoint(
                f"{path} is a model for {program}", "Use the .pt file of openai-whisper's: `siar models get small`"
            )
    if head[8:9] == b"{" and int.from_bytes(head[:8], "little") < size:
        raise DamagedCheckpoint(
            f"{path} is a .safetensors file, which another program reads",
            "Use the .pt file of openai-whisper's: `siar models get small`",
        )
    if head.startswith(b"PK"):
        _refuse_bad_archive(path, size)


def is_web_page(head: bytes) -> bool:
    """Whether a file that begins with `head` is HTML or XML."""
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return text.startswith((b"<!doctype", b"<html", b"<head", b"<body", b"<?xml", b"<script", b"<!--"))


def _refuse_bad_archive(path: Path, size: int) -> None:
    """A checkpoint is an archive whose parts lie in it as they are: one that unpacks to more is made to do harm."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise DamagedCheckpoint(
            f"{path} is not a whole checkpoint: its end is missing, so it was cut off while it was copied or fetched",
            _AGAIN,
        ) from error
    unpacked = sum(part.file_size for part in parts)
    if unpacked > size + _SLACK or len(parts) > _MOST_PARTS:
        raise DamagedCheckpoint(
            f"{path} was refused: its {size / 1e6:,.1f} MB unpack to {unpacked / 1e6:,.0f} MB in {len(parts):,} parts",
            "Use a .pt file of openai-whisper's, from `siar models get` or from somebody you trust",
        )
