"""A checkpoint arrives whole or not at all, however the network behaves."""

from __future__ import annotations

import hashlib
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from studio.errors import DownloadFailed, InvalidValue, OutOfSpace, SpeechError, UnknownCheckpoint
from studio.speech import checkpoints
from studio.speech.alone import alone
from studio.speech.checkpoints import KNOWN, checkpoints_folder
from studio.speech.conversion import cache_folder
from studio.speech.download import get

CONTENT = bytes(range(256)) * 4000


class Mirror:
    """A web server on this machine that can be told to misbehave."""

    def __init__(self) -> None:
        self.content, self.ranges, self.cut_after, self.status = CONTENT, True, 0, 200
        self.kind, self.length, self.location = "application/octet-stream", True, ""
        self.then = b""
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
        if self.location:
            to.send_response(302)
            to.send_header("Location", self.address + self.location)
            to.end_headers()
            return
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
        to.send_header("Content-Type", self.kind)
        if self.length:
            to.send_header("Content-Length", str(len(body)))
        to.end_headers()
        if self.cut_after:
            body, self.cut_after = body[: self.cut_after], 0
            self.content = self.then or self.content
        with suppress(OSError):  # one that has seen enough hangs up
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
    assert told[-2:] == [(1.0, "Fetching tiny: 1 of 1 MB"), (1.0, "Checking tiny")]


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


PAGE = b"<!doctype html><title>Masuk</title>"


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/octet-stream"])
def test_a_sign_in_page_is_named_and_what_had_arrived_stays(mirror: Mirror, kind: str) -> None:
    mirror.content, mirror.kind, mirror.ranges = PAGE, kind, False
    part().parent.mkdir(parents=True)
    part().write_bytes(CONTENT[:500_000])

    with pytest.raises(DownloadFailed, match=r"gave a web page instead of the checkpoint\. Sign in"):
        get("tiny", mirror.address)
    assert part().read_bytes() == CONTENT[:500_000]


def test_a_page_that_ends_with_the_right_length_is_named_by_its_kind(mirror: Mirror) -> None:
    mirror.kind = "text/html"
    with pytest.raises(DownloadFailed, match="web page"):
        get("tiny", mirror.address)
    assert list(checkpoints_folder().glob("*")) == []


def test_a_redirect_loop_is_told_at_once(mirror: Mirror, waits: tuple[list[float], Callable[[float], None]]) -> None:
    mirror.location = "/lagi"
    with pytest.raises(DownloadFailed, match="leads from one address to the next without end"):
        get("tiny", mirror.address, wait=waits[1])
    assert waits[0] == []


def test_a_file_that_is_cut_at_the_mirror_is_told_with_its_size(mirror: Mirror) -> None:
    mirror.content = CONTENT[:200_000]
    with pytest.raises(DownloadFailed, match=r"SHA-256 differs\): it has 0\.2 MB of about 1\. Look at the mirror"):
        get("tiny", mirror.address)
    assert not part().exists()


@pytest.mark.parametrize("length", [True, False])
def test_a_flood_is_stopped(mirror: Mirror, length: bool) -> None:
    mirror.content, mirror.length = b"x" * 6_000_000, length
    with pytest.raises(DownloadFailed, match="sends more than 2 MB, and tiny has about 1"):
        get("tiny", mirror.address)
    assert not part().exists()


def test_without_a_length_it_arrives_all_the_same(mirror: Mirror) -> None:
    mirror.length = False
    assert get("tiny", mirror.address).read_bytes() == CONTENT


def test_a_file_that_changes_while_it_is_fetched_is_fetched_anew(
    mirror: Mirror, waits: tuple[list[float], Callable[[float], None]]
) -> None:
    mirror.content, mirror.then, mirror.cut_after = CONTENT[::-1], CONTENT, 300_000
    assert get("tiny", mirror.address, wait=waits[1]).read_bytes() == CONTENT
    assert mirror.asked == [None, "bytes=300000-", None]


def test_a_proxy_that_wants_a_password_is_told(mirror: Mirror) -> None:
    mirror.status = 407
    with pytest.raises(DownloadFailed, match=r"asks for a name and a password\. Set them: "):
        get("tiny", "http://cermin.example", proxy=mirror.address)


def test_a_proxy_is_gone_through(mirror: Mirror) -> None:
    assert get("tiny", "http://cermin.example/w", proxy=mirror.address).read_bytes() == CONTENT
    assert mirror.paths == [f"http://cermin.example/w/{KNOWN['tiny'].sha256}/tiny.pt"]


def test_one_checkpoint_is_fetched_once_at_a_time(mirror: Mirror) -> None:
    lock = cache_folder().parent / "locks" / "tiny.lock"
    with alone(lock, "tiny is being fetched"), pytest.raises(SpeechError, match="by another window or command already"):
        get("tiny", mirror.address)
    assert get("tiny", mirror.address).read_bytes() == CONTENT


def test_a_damaged_one_is_replaced(mirror: Mirror) -> None:
    checkpoints_folder().mkdir(parents=True)
    (checkpoints_folder() / "tiny.pt").write_bytes(b"rusak")
    assert get("tiny", mirror.address).read_bytes() == CONTENT
