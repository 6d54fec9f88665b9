"""Opening a recording by PyAV, for the rooms of sound and of picture alike."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import NotMedia
from studio.files import existing_file

if TYPE_CHECKING:
    from av.container import InputContainer

# A playlist that calls itself a recording may not make us open other files or the network.
_LISTS = {"hls", "concat", "dash", "imf", "sdp", "rtsp"}


@contextmanager
def open_media(path: Path) -> Iterator[InputContainer]:
    """The recording at `path`, opened by PyAV. Raises NotFound, or NotMedia where nothing in it can be understood."""
    import av

    existing_file(path)
    if path.stat().st_size == 0:
        raise NotMedia(f"{path} is empty (0 bytes)", "Copy or export the recording again")
    try:
        # An absolute path: in a relative one, what stands before a colon would be taken for a protocol.
        container = av.open(str(path.absolute()), options={"protocol_whitelist": "file"}, metadata_errors="replace")
    except (av.error.FFmpegError, ValueError) as error:
        reason = str(getattr(error, "strerror", "") or error).strip().rstrip(".") or type(error).__name__
        raise NotMedia(
            f"{path} cannot be read as a recording ({reason})",
            "If it plays elsewhere, export it as .mp4; if it does not, copy it again from where it was recorded",
        ) from error
    with container:
        if _LISTS & set(container.format.name.split(",")):
            raise NotMedia(f"{path} is a playlist, not a recording", "Choose the recording itself")
        yield container
