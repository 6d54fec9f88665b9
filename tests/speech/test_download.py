"""A checkpoint arrives whole or not at all, however the network behaves."""

from __future__ import annotations

import hashlib
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from studio.errors import DownloadFailed, InvalidValue, OutOfSpace, UnknownCheckpoint
from studio.speech import checkpoints
from studio.speech.checkpoints import KNOWN, checkpoints_folder
from studio.speech.download import get

CONTENT = bytes(range(256)) * 4000


class Mirror:
    """A web server on this machine that can be told to misbehave."""

    def __init__(self) -> None:
        self.content, self.ranges, self.cut_after, self.status = CONTENT, True, 0, 200
        self.asked: list[str | None] = []
        self.paths: list[str] = []
        mirror = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                mirror.answer(self)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def answer(self, to: BaseHTTPRequestHandler) -> None:
        wanted = to.headers.get("Range")
        self.asked.append(wanted)
        self.paths.append(to.path)
        if self.status != 200:
            to.send_error(self.status)
            return
        at = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and self.ranges else 0
        body = self.content[at:]
        if at and not body:
            to.send_response(416)
            to.send_header("Content-Range", f"bytes */{len(self.content)}")
            to.end_headers()
            return
        to.send_response(206 if at else 200)
        if at:
            to.send_header("Content-Range", f"bytes {at}-{len(self.content) - 1}/{len(self.content)}")
        to.send_header("Content-Length", str(len(body)))
        to.end_headers()
        if self.cut_after:
            body, self.cut_after = body[: self.cut_after], 0
        to.wfile.write(body)
        to.close_connection = True

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def mirror() -> Iterator[Mirror]:
    mirror = Mirror()
    yield mirror
    mirror.close()


@pytest.fixture(autouse=True)
def small_tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """ "tiny" is a megabyte here."""
    tiny = replace(KNOWN["tiny"], sha256=hashlib.sha256(CONTENT).hexdigest(), size=len(CONTENT))
    monkeypatch.setitem(checkpoints.KNOWN, "tiny", tiny)


@pytest.fixture
def waits() -> tuple[list[float], Callable[[float], None]]:
    waited: list[float] = []
    return waited, waited.append


def part() -> Path:
    return checkpoints_folder() / ".tiny.pt.part"


def test_a_checkpoint_arrives_under_its_name(mirror: Mirror, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIAR_MODELS_MIRROR", mirror.address + "/whisper/")
    told: list[tuple[float, str]] = []

    path = get("tiny", progress=lambda fraction, message: told.append((fraction, message)))

    assert path == checkpoints_folder() / "tiny.pt"
    assert path.read_bytes() == CONTENT
    assert [entry.name for entry in path.parent.iterdir()] == ["tiny.pt"]
    assert mirror.paths == [f"/whisper/{KNOWN['tiny'].sha256}/tiny.pt"]
    assert told[-1] == (1.0, "Fetching tiny: 1 of 1 MB")


def test_what_is_there_is_not_fetched_again(mirror: Mirror) -> None:
    get("tiny", mirror.address)
    get("tiny", mirror.address)

    assert mirror.asked == [None]


def test_a_lost_connection_is_taken_up_where_it_broke(
    mirror: Mirror, waits: tuple[list[float], Callable[[float], None]]
) -> None:
    mirror.cut_after = 300_000

    get("tiny", mirror.address, wait=waits[1])

    assert mirror.asked == [None, "bytes=300000-"]
    assert waits[0] == [1.0]


def test_a_later_run_goes_on_from_the_part_that_is_there(mirror: Mirror) -> None:
    part().parent.mkdir(parents=True)
    part().write_bytes(CONTENT[:500_000])

    assert get("tiny", mirror.address).read_bytes() == CONTENT
    assert mirror.asked == ["bytes=500000-"]


def test_a_part_that_is_whole_is_not_fetched(mirror: Mirror) -> None:
    part().parent.mkdir(parents=True)
    part().write_bytes(CONTENT)

    assert get("tiny", mirror.address).read_bytes() == CONTENT
    assert not part().exists()


def test_a_server_without_ranges_begins_anew(mirror: Mirror) -> None:
    mirror.ranges = False
    part().parent.mkdir(parents=True)
    part().write_bytes(CONTENT[:500_000])

    assert get("tiny", mirror.address).read_bytes() == CONTENT


def test_a_damaged_part_is_fetched_anew(mirror: Mirror) -> None:
    part().parent.mkdir(parents=True)
    part().write_bytes(b"x" * 500_000)

    assert get("tiny", mirror.address).read_bytes() == CONTENT
    assert mirror.asked == ["bytes=500000-", None]


def test_another_file_is_not_taken(mirror: Mirror) -> None:
    mirror.content = CONTENT[::-1]

    with pytest.raises(DownloadFailed, match="SHA-256 differs"):
        get("tiny", mirror.address)
    assert list(checkpoints_folder().iterdir()) == []


def test_a_missing_file_is_told_at_once(mirror: Mirror, waits: tuple[list[float], Callable[[float], None]]) -> None:
    mirror.status = 404

    with pytest.raises(DownloadFailed, match="HTTP 404"):
        get("tiny", mirror.address, wait=waits[1])
    assert (len(mirror.asked), waits[0]) == (1, [])


def test_a_server_in_trouble_is_asked_again(mirror: Mirror, waits: tuple[list[float], Callable[[float], None]]) -> None:
    mirror.status = 503

    with pytest.raises(DownloadFailed, match="goes on where this stopped"):
        get("tiny", mirror.address, wait=waits[1])
    assert waits[0] == [1.0, 2.0, 4.0, 8.0]


def test_nobody_answers(mirror: Mirror, waits: tuple[list[float], Callable[[float], None]]) -> None:
    address = mirror.address
    mirror.server.server_close()

    with pytest.raises(DownloadFailed, match="did not arrive"):
        get("tiny", address, wait=waits[1])


def test_room_is_looked_for_first(mirror: Mirror, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr("studio.speech.space.shutil.disk_usage", lambda folder: usage._replace(free=1000))

    with pytest.raises(OutOfSpace, match="SIAR_MODELS"):
        get("tiny", mirror.address)
    assert mirror.asked == []


def test_wrong_names_and_addresses() -> None:
    with pytest.raises(UnknownCheckpoint, match="Choose one of: tiny"):
        get("smal")
    with pytest.raises(InvalidValue, match="no web address"):
        get("tiny", "file:///etc")
