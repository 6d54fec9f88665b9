"""Fetching a published checkpoint: resumed where it stopped, verified, and under its name only when whole."""

from __future__ import annotations

import http.client
import os
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from studio import __version__
from studio.errors import DownloadFailed
from studio.files import write_error
from studio.speech.alone import alone
from studio.speech.audio import Progress
from studio.speech.checkpoints import Known, checkpoints_folder, known, part_of, sha256
from studio.speech.conversion import cache_folder, forget
from studio.speech.impostors import is_web_page
from studio.speech.network import PUBLISHED, Route, opener, route, shown
from studio.speech.space import require_room

_TRIES = 5
"""Attempts without a single new byte before we give up."""
_BLOCK = 1 << 18
_PATIENCE_S = 30.0
_LOST = (urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError)
_TOO_LARGE = 1.05
"""The sizes of the list are rounded; what is larger by more than this share is another file."""
_BY_HAND = "copy the file from a colleague: `siar models add FILE`"


@dataclass(frozen=True, slots=True)
class _Fetch:
    """What is fetched, from where, and to where."""

    wanted: Known
    address: str
    part: Path
    opener: urllib.request.OpenerDirector
    progress: Progress | None

    @property
    def most(self) -> int:
        """More bytes than the file can have."""
        return round(self.wanted.size * _TOO_LARGE) + 1_000_000


def get(
    name: str,
    base_url: str | None = None,
    progress: Progress | None = None,
    *,
    proxy: str | None = None,
    wait: Callable[[float], None] = time.sleep,
) -> Path:
    """Fetch the published checkpoint `name` into the folder of checkpoints; its path.

    `base_url` is a mirror and `proxy` an address; where none is given, the environment's hold (`SIAR_MODELS_MIRROR`,
    `HTTPS_PROXY`), then those of the settings, then OpenAI's own place. What has arrived stays in a `.part` file, from
    which the next call goes on. `wait` is called with the seconds between two attempts.
    Raises UnknownCheckpoint, DownloadFailed, OutOfSpace, CannotWrite, InvalidValue for an address that is none, and
    SpeechError where another process fetches the same.
    """
    wanted = known(name)
    target = checkpoints_folder() / wanted.file
    way = route(base_url, proxy)
    with alone(cache_folder().parent / "locks" / f"{wanted.name}.lock", f"{wanted.name} is being fetched"):
        if target.is_file() and sha256(target, progress) == wanted.sha256:
            return target
        part = part_of(wanted.name)
        require_room(target.parent, max(0, wanted.size - _size(part)), wanted.size)
        address = f"{way.mirror}/{wanted.sha256}/{wanted.file}"
        _bring(_Fetch(wanted, address, part, opener(way), progress), way, wait)
        try:
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            if target.exists():
                forget(target)  # made from a file that was not whole
            part.replace(target)
        except OSError as error:
            raise write_error(target, error) from error
    return target


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _bring(fetch: _Fetch, way: Route, wait: Callable[[float], None]) -> None:
    """Bring the part to its end, and see that it is what is published."""
    resumed = _fetch(fetch, wait)
    whole = _is_published(fetch)
    if not whole and resumed:
        # What lay there from before may have been damaged, or be of another file; a whole new one settles it.
        fetch.part.unlink()
        _fetch(fetch, wait)
        whole = _is_published(fetch)
    if not whole:
        size = _size(fetch.part)
        fetch.part.unlink()
        short = (
            f": it has {size / 1e6:,.1f} MB of about {fetch.wanted.size / 1e6:,.0f}"
            if size < fetch.wanted.size * 0.9
            else ""
        )
        raise DownloadFailed(
            f"What arrived from {shown(way.mirror)} is not the checkpoint {fetch.wanted.name} "
            f"(its SHA-256 differs){short}",
            _elsewhere(way),
        )


def _is_published(fetch: _Fetch) -> bool:
    if fetch.progress:  # its own progress would begin at 0 again
        fetch.progress(1.0, f"Checking {fetch.wanted.name}")
    return sha256(fetch.part) == fetch.wanted.sha256


def _elsewhere(way: Route) -> str:
    if way.mirror == PUBLISHED:
        return f"Try again later, set a mirror (`siar models settings --mirror URL`), or {_BY_HAND}"
    return f"Look at the mirror (`siar models settings` shows where it was set), or {_BY_HAND}"


def _fetch(fetch: _Fetch, wait: Callable[[float], None]) -> bool:
    """Bring the part to its full length, however often the connection is lost; whether it was begun before."""
    tries, reason, resumed = 0, "", _size(fetch.part) > 0
    while tries < _TRIES:
        before = _size(fetch.part)
        resumed = resumed or before > 0
        try:
            if _receive(fetch):
                return resumed
            reason = "the connection was lost"
        except urllib.error.HTTPError as error:
            with error:
                _give_up_at(error, fetch)
            reason = f"HTTP {error.code}"
        except _LOST as error:
            reason = str(getattr(error, "reason", "") or error) or type(error).__name__
            _give_up_on(error, reason, fetch)
        tries = 1 if _size(fetch.part) > before else tries + 1
        if tries < _TRIES:
            wait(2.0 ** (tries - 1))
    raise DownloadFailed(
        f"The checkpoint {fetch.wanted.name} did not arrive: {reason}",
        f"Check the connection and run the same command, which goes on where this stopped; or {_BY_HAND}",
    )


def _give_up_at(error: urllib.error.HTTPError, fetch: _Fetch) -> None:
    """Raise DownloadFailed for an answer that will be the same next time."""
    place = shown(fetch.address)
    if error.code == 407:
        raise _proxy_asks(fetch) from error
    if 300 <= error.code < 400:
        raise DownloadFailed(
            f"{place} leads from one address to the next without end (HTTP {error.code})",
            f"Correct the mirror (`siar models settings --mirror URL`), or {_BY_HAND}",
        ) from error
    if error.code < 500 and error.code not in {408, 429}:
        raise DownloadFailed(
            f"{place} cannot be had (HTTP {error.code} {error.reason})",
            f"Check the mirror if you set one (`siar models settings`), or {_BY_HAND}",
        ) from error


def _give_up_on(error: Exception, reason: str, fetch: _Fetch) -> None:
    """Raise DownloadFailed for what no second attempt mends."""
    if "Tunnel connection failed: 407" in reason:
        raise _proxy_asks(fetch) from error
    if isinstance(getattr(error, "reason", None), ssl.SSLCertVerificationError):
        raise DownloadFailed(
            f"The certificate of {shown(fetch.address)} is not trusted ({reason})",
            f"Check this computer's date; in an office whose proxy reads along, ask for its certificate, or {_BY_HAND}",
        ) from error


def _proxy_asks(fetch: _Fetch) -> DownloadFailed:
    return DownloadFailed(
        f"The proxy on the way to {shown(fetch.address)} asks for a name and a password",
        "Set them: `siar models settings --proxy http://NAME:PASSWORD@HOST:PORT`",
    )


def _receive(fetch: _Fetch) -> bool:
    """Append what the server sends to the part; whether all is there. Raises what urllib raises, OutOfSpace, ..."""
    part, at = fetch.part, _size(fetch.part)
    request = urllib.request.Request(fetch.address, headers={"User-Agent": f"siar-studio/{__version__}"})
    if at:
        request.add_header("Range", f"bytes={at}-")
    try:
        answer: http.client.HTTPResponse = fetch.opener.open(request, timeout=_PATIENCE_S)
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
        total = at + int(length) if length and length.isdigit() else None
        blocks = _blocks(answer)
        first = next(blocks, b"")
        # Before a byte is written: what arrived earlier must not give way to a sign-in page.
        _refuse_page(answer, b"" if resumes else first, fetch)
        _refuse_size(total or 0, fetch)
        at = _write(first, blocks, at, total, resumes, fetch)
    return total is None or at >= total


def _refuse_page(answer: http.client.HTTPResponse, head: bytes, fetch: _Fetch) -> None:
    kind = (answer.headers.get("Content-Type") or "").lower()
    if kind.startswith(("text/html", "application/xhtml")) or is_web_page(head[:512]):
        raise DownloadFailed(
            f"{shown(fetch.address)} gave a web page instead of the checkpoint",
            f"Sign in to the network in a browser if it asks for that, or check the mirror; or {_BY_HAND}",
        )


def _refuse_size(size: int, fetch: _Fetch) -> None:
    if size > fetch.most:
        raise DownloadFailed(
            f"{shown(fetch.address)} sends more than {fetch.most / 1e6:,.0f} MB, and {fetch.wanted.name} has about "
            f"{fetch.wanted.size / 1e6:,.0f}",
            f"Check the mirror (`siar models settings`), or {_BY_HAND}",
        )


def _write(first: bytes, blocks: Iterator[bytes], at: int, total: int | None, resumes: bool, fetch: _Fetch) -> int:
    """Write what arrives; how long the part is then."""
    name, part = fetch.wanted.name, fetch.part
    try:
        with part.open("ab" if resumes else "wb") as file:
            block = first
            while block:
                file.write(block)
                at += len(block)
                if at > fetch.most:
                    break
                if fetch.progress:
                    whole = total or max(fetch.wanted.size, at)
                    fetch.progress(at / whole, f"Fetching {name}: {at / 1e6:,.0f} of {whole / 1e6:,.0f} MB")
                block = next(blocks, b"")
    except _LOST:
        raise
    except OSError as error:
        raise write_error(part, error) from error
    if at > fetch.most:  # one that tells no length could fill the disk
        part.unlink(missing_ok=True)
        _refuse_size(at, fetch)
    return at


def _blocks(answer: http.client.HTTPResponse) -> Iterator[bytes]:
    try:
        while block := answer.read(_BLOCK):
            yield block
    except OSError as error:  # a broken TLS stream is one too; what is met while writing must not be taken for it
        raise ConnectionError(str(error) or type(error).__name__) from error
