"""`siar models get` is killed in the middle: what arrived stays, is listed, and the next call goes on from there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from program import ROOT, Siar

SENT = 2_000_000


class Stalling:
    """A mirror that sends two megabytes and then nothing more; once it is `gone`, it has no such file."""

    def __init__(self) -> None:
        self.ranges: list[str | None] = []
        self.gone, self.end = False, threading.Event()
        mirror = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                mirror.ranges.append(self.headers.get("Range"))
                if mirror.gone:
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header("Content-Length", "75600000")
                self.end_headers()
                self.wfile.write(b"x" * SENT)
                self.wfile.flush()
                mirror.end.wait(120)
                self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def close(self) -> None:
        self.end.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def mirror() -> Iterator[Stalling]:
    mirror = Stalling()
    yield mirror
    mirror.close()


def test_a_download_that_is_killed_goes_on_where_it_was(siar: Siar, mirror: Stalling) -> None:
    part = Path(os.environ["SIAR_MODELS"]) / ".tiny.pt.part"
    command = [sys.executable, "-m", "studio.cli", "models", "get", "tiny", "--mirror", mirror.address]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    fetching = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 120
        # All that was sent, but for what may wait to be a whole block.
        while (part.stat().st_size if part.exists() else 0) < SENT - (1 << 18):
            assert time.monotonic() < until and fetching.poll() is None
            time.sleep(0.05)
    finally:
        fetching.kill()
        fetching.wait()
    arrived = part.stat().st_size
    row = next(one for one in siar("models", "list", "--json").json if one["name"] == "tiny")
    assert (row["state"], row["part_mb"]) == ("part", 2)
    mirror.gone = True
    for _ in range(20):  # the killed one's worker ends a moment after it
        again = siar("models", "get", "tiny", "--mirror", mirror.address)
        if "already" not in again.err:
            break
        time.sleep(1)
    assert again.code == 1
    assert "cannot be had (HTTP 404 Not Found). Check the mirror if you set one" in again.err
    assert mirror.ranges[-1] == f"bytes={arrived}-" and part.stat().st_size == arrived
    assert json.loads(siar("models", "remove", "tiny", "--json").out) == {"removed": str(part)}
    assert not part.exists()
