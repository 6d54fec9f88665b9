"""Fetching a published checkpoint: resumed where it stopped, verified, and under its name only when whole."""

from __future__ import annotations

import http.client
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from studio import __version__
from studio.errors import DownloadFailed, InvalidValue
from studio.files import write_error
from studio.speech.audio import Progress
from studio.speech.checkpoints import Known, checkpoints_folder, known, sha256
from studio.speech.space import require_space

PUBLISHED = "https://openaipublic.azureedge.net/main/whisper/models"
"""Where OpenAI publishes them, as PUBLISHED/SHA256/NAME.pt; a mirror has the same form."""

_TRIES = 5
"""Attempts without a single new byte before we give up."""
_BLOCK = 1 << 18
_PATIENCE_S = 30.0
_LOST = (urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError)


def get(
    name: str,
    base_url: str | None = None,
    progress: Progress | None = None,
    *,
    wait: Callable[[float], None] = time.sleep,
) -> Path:
    """Fetch the published checkpoint `name` into the folder of checkpoints; its path.

    `base_url` is else `$SIAR_MODELS_MIRROR`, else OpenAI's own; the proxy of the environment is used. What has arrived
    stays in a `.part` file, from which the next call goes on. `wait` is called with the seconds between two attempts.
    Raises UnknownCheckpoint, DownloadFailed, OutOfSpace, CannotWrite, InvalidValue for an address that is none.
    """
    wanted = known(name)
    target = checkpoints_folder() / wanted.file
    if target.is_file() and sha256(target) == wanted.sha256:
        return target
    part = target.with_name(f".{wanted.file}.part")
    base = (base_url or os.environ.get("SIAR_MODELS_MIRROR") or PUBLISHED).rstrip("/")
    if not base.startswith(("https://", "http://")):
        raise InvalidValue(f"{base} is no web address", "Set SIAR_MODELS_MIRROR to one that begins with https://")
    address = f"{base}/{wanted.sha256}/{wanted.file}"
    require_space(target.parent, max(0, wanted.size - _size(part)))
    resumed = _size(part) > 0
    _fetch(address, part, wanted, progress, wait)
    if sha256(part) != wanted.sha256 and resumed:
        # What lay there from before may have been damaged; a whole new file settles it.
        part.unlink()
        _fetch(address, part, wanted, progress, wait)
    if sha256(part) != wanted.sha256:
        part.unlink()
        raise DownloadFailed(
            f"What arrived from {base} is not the checkpoint {wanted.name} (its SHA-256 differs)",
            "Try again, or from another place by SIAR_MODELS_MIRROR",
        )
    try:
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise write_error(target, error) from error
    return target


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _fetch(address: str, part: Path, wanted: Known, progress: Progress | None, wait: Callable[[float], None]) -> None:
    """Bring `part` to its full length, however often the connection is lost."""
    tries, reason = 0, ""
    while tries < _TRIES:
        before = _size(part)
        try:
            if _receive(address, part, wanted, progress):
                return
            reason = "the connection was lost"
        except urllib.error.HTTPError as error:
            if error.code < 500 and error.code not in {408, 429}:
                raise DownloadFailed(
                    f"{address} cannot be had (HTTP {error.code} {error.reason})",
                    "Check SIAR_MODELS_MIRROR if you set it, or copy the file from a colleague: `siar models add FILE`",
                ) from error
            reason = f"HTTP {error.code}"
        except _LOST as error:
            reason = str(getattr(error, "reason", "") or error) or type(error).__name__
        tries = 1 if _size(part) > before else tries + 1
        if tries < _TRIES:
            wait(2.0 ** (tries - 1))
    raise DownloadFailed(
        f"The checkpoint {wanted.name} did not arrive: {reason}",
        "Check the connection and run the same command, which goes on where this stopped; or copy the file from a "
        "colleague: `siar models add FILE`",
    )


def _receive(address: str, part: Path, wanted: Known, progress: Progress | None) -> bool:
    """Append what the server sends to `part`; whether all of it is there. Raises what urllib raises, OutOfSpace, ..."""
    at = _size(part)
    request = urllib.request.Request(address, headers={"User-Agent": f"siar-studio/{__version__}"})
    if at:
        request.add_header("Range", f"bytes={at}-")
    try:
        answer: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=_PATIENCE_S)
    except urllib.error.HTTPError as error:
        if error.code != 416:
            raise
        with error:
            # Nothing lies beyond what we have: it is whole, or longer than the file that is served.
            served = (error.headers.get("Content-Range") or "").rpartition("/")[2]
        if served.isdigit() and int(served) == at:
            return True
        part.unlink()
        return False
    with answer:
        resumes = answer.status == 206 and (answer.headers.get("Content-Range") or "").startswith(f"bytes {at}-")
        at = at if resumes else 0
        length = answer.headers.get("Content-Length")
        total = at + int(length) if length else None
        try:
            with part.open("ab" if resumes else "wb") as file:
                for block in _blocks(answer):
                    file.write(block)
                    at += len(block)
                    if progress:
                        whole = total or max(wanted.size, at)
                        progress(at / whole, f"Fetching {wanted.name}: {at / 1e6:,.0f} of {whole / 1e6:,.0f} MB")
        except _LOST:
            raise
        except OSError as error:
            raise write_error(part, error) from error
    return total is None or at >= total


def _blocks(answer: http.client.HTTPResponse) -> Iterator[bytes]:
    try:
        while block := answer.read(_BLOCK):
            yield block
    except OSError as error:  # a broken TLS stream is one too; what is met while writing must not be taken for it
        raise ConnectionError(str(error) or type(error).__name__) from error
