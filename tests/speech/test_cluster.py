"""A batch on a Dask cluster: the same files as here, a lost worker's work is done by the other, errors are told."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from local_cluster import LocalCluster, local_cluster
from speech_clips import Clip

pytest.importorskip("distributed", reason="the extra “cluster” is not installed")

from studio.actions import open_studio
from studio.actions.subtitling import SubtitleOptions, run, subtitle_request
from studio.errors import ClusterFailed, InvalidValue
from studio.speech.audio import RATE
from studio.speech.cluster_address import checked_address
from studio.speech.engines import Engine
from studio.speech.engines.cluster import ClusterEngine
from studio.speech.engines.on_worker import require_versions

HELD_OUT = Path(__file__).resolve().parent.parent / "assets"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory, one_cache: None) -> Iterator[LocalCluster]:
    with local_cluster(tmp_path_factory.mktemp("cluster"), workers=2) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def sounds(clips: dict[str, Clip]) -> list[np.ndarray]:
    return [clips[name].samples[: 29 * RATE] for name in ("cahaya-bagus", "heldout-id", "cahaya-bagus")]


def test_a_cluster_hears_what_this_computer_hears(
    cluster: LocalCluster, demo: Path, engines: dict[str, Engine], sounds: list[np.ndarray]
) -> None:
    here = engines["fast"]
    with ClusterEngine(cluster.address, demo) as there:
        assert (there.name, there.model, there.multilingual) == ("fast", "demo", True)
        assert (there.workers, there.batch) == (here.workers, here.batch)  # type: ignore[attr-defined]
        assert there.groups == -(-2 // there.workers)
        assert there.hear_packs(sounds, "id", "Serum Glow") == here.hear_packs(sounds, "id", "Serum Glow")  # type: ignore[attr-defined]
        assert there.detect(sounds[0]) == here.detect(sounds[0])  # type: ignore[attr-defined]


@pytest.mark.skipif(sys.platform != "linux", reason="a path that only this process has")
def test_a_checkpoint_that_no_worker_has_is_sent_to_it(
    cluster: LocalCluster,
    demo: Path,
    engines: dict[str, Engine],
    sounds: list[np.ndarray],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with zipfile.ZipFile(demo) as old, zipfile.ZipFile(tmp_path / "team.pt", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))  # the same weights in another file
    monkeypatch.chdir(tmp_path)
    with ClusterEngine(cluster.address, Path("/proc/self/cwd/team.pt")) as there:
        assert there.hear_packs(sounds, "id", "") == engines["fast"].hear_packs(sounds, "id", "")  # type: ignore[attr-defined]
    (received,) = Path(os.environ["SIAR_CACHE"]).glob("received/*/*")
    assert received.name == "team.pt"
    assert received.read_bytes() == (tmp_path / "team.pt").read_bytes()


def test_a_batch_gives_the_same_files_on_a_cluster_as_here(cluster: LocalCluster, demo: Path, tmp_path: Path) -> None:
    clips = [tmp_path / "in" / name for name in ("satu.flac", "dua.flac", "tiga.mp4")]
    clips[0].parent.mkdir()
    for clip, source in zip(
        clips,
        (HELD_OUT / "heldout-id.flac", HELD_OUT / "heldout-en.flac", demo.parent / "cahaya-bagus.mp4"),
        strict=True,
    ):
        shutil.copyfile(source, clip)
    made: dict[str, dict[str, bytes]] = {}
    for where, address in (("here", None), ("there", cluster.address)):
        out = tmp_path / where
        with open_studio(tmp_path / f"workspace-{where}") as store:
            options = SubtitleOptions(engine="fast", model=str(demo), formats=("srt", "json"), out=str(out))
            asked = subtitle_request(store, clips, replace(options, cluster=address))
            rows = run(**asked.arguments, progress=lambda fraction, message: None)
            assert [row["state"] for row in rows] == ["done"] * 3
        made[where] = {path.name: path.read_bytes() for path in sorted(out.iterdir())}
    assert len(made["here"]) == 6
    assert made["there"] == made["here"]


def test_what_a_lost_worker_had_begun_is_done_by_the_other_until_all_are_lost(
    cluster: LocalCluster, demo: Path, engines: dict[str, Engine], sounds: list[np.ndarray]
) -> None:
    """The last one with the cluster, of which it leaves nothing."""
    from distributed import Client

    batches = [sounds[:1], sounds[1:2], sounds[:2], sounds[1:]]
    heard: dict[int, object] = {}
    with ClusterEngine(cluster.address, demo, connect_s=4.0, patience_s=0.5) as there:
        frozen, other = cluster.workers
        os.kill(frozen.pid, signal.SIGSTOP)  # so that it has begun what it never ends

        def hear(number: int) -> None:
            heard[number] = there.hear_packs(batches[number], "id", "")

        threads = [threading.Thread(target=hear, args=(number,)) for number in range(len(batches))]
        for thread in threads:
            thread.start()
        with Client(cluster.address, set_as_default=False) as looking:
            names = {address: one["name"] for address, one in looking.scheduler_info(n_workers=-1)["workers"].items()}
            until = time.monotonic() + 60
            while not [at for at, tasks in looking.processing().items() if tasks and names[at] == "worker-1"]:
                assert time.monotonic() < until
                time.sleep(0.05)
        frozen.kill()
        for thread in threads:
            thread.join(timeout=120)
        assert heard == {
            number: engines["fast"].hear_packs(batch, "id", "")  # type: ignore[attr-defined]
            for number, batch in enumerate(batches)
        }
        other.kill()
        with pytest.raises(ClusterFailed, match=r"was lost\. All its workers are gone\. What was heard is kept"):
            there.hear_packs(sounds, "id", "")
        with pytest.raises(ClusterFailed, match=rf"has no workers\. Start one by `dask worker {cluster.address}`"):
            ClusterEngine(cluster.address, demo)
        cluster.scheduler.kill()
        with pytest.raises(ClusterFailed, match="Its scheduler does not answer any more"):
            there.hear_packs(sounds, "id", "")


def test_a_batch_whose_cluster_is_not_there_says_so_for_each_file(demo: Path, tmp_path: Path) -> None:
    clip = Path(shutil.copyfile(HELD_OUT / "heldout-id.flac", tmp_path / "satu.flac"))
    options = SubtitleOptions(engine="fast", model=str(demo), language="id", cluster="tcp://127.0.0.1:1")
    with open_studio(tmp_path / "workspace") as store:
        asked = subtitle_request(store, [clip], options)
        (row,) = run(**asked.arguments, progress=lambda fraction, message: None)
        assert (row["state"], row["reason"]) == (
            "failed",
            "There is no cluster at tcp://127.0.0.1:1 (connection refused). "
            "Start one there with `dask scheduler`, or correct the address.",
        )
        with pytest.raises(InvalidValue, match="The engine whisper does not run on a cluster"):
            subtitle_request(store, [clip], replace(options, engine="whisper"))
        with pytest.raises(InvalidValue, match="is no address of a cluster"):
            subtitle_request(store, [clip], replace(options, cluster="tcp://:1"))


def test_an_address_where_nobody_listens_is_told_at_once(demo: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    began = time.monotonic()
    with pytest.raises(ClusterFailed, match=f"There is no cluster at tcp://127.0.0.1:{port} \\(connection refused\\)"):
        ClusterEngine(f"tcp://127.0.0.1:{port}", demo)
    assert time.monotonic() - began < 30
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(ClusterFailed, match="certificates"):
        ClusterEngine(f"tls://127.0.0.1:{server.getsockname()[1]}", demo)
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(ClusterFailed, match="as a scheduler does"):
        ClusterEngine(f"tcp://127.0.0.1:{server.getsockname()[1]}", demo, connect_s=0.5)


def test_another_version_on_a_worker_is_told() -> None:
    with pytest.raises(ClusterFailed) as told:
        require_versions("9.9", sys.version_info[:2], "tcp://10.0.0.7:4000")
    assert str(told.value).startswith("tcp://10.0.0.7:4000 has Siar Studio 0.1.0, and this computer has 9.9. Install")
    with pytest.raises(ClusterFailed, match=r"has Python 3\.\d+, and this computer has 3\.99"):
        require_versions("0.1.0", (3, 99), "tcp://10.0.0.7:4000")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("tcp://10.0.0.7:8786", "tcp://10.0.0.7:8786"),
        (" meja-3:9000/ ", "tcp://meja-3:9000"),
        ("meja-3", "tcp://meja-3:8786"),
        ("tls://meja-3:8786", "tls://meja-3:8786"),
        ("tcp://[::1]:8786", "tcp://[::1]:8786"),
        ("none", ""),
        ("", ""),
    ],
)
def test_an_address_may_be_written_as_people_do(text: str, address: str) -> None:
    assert checked_address(text) == address


@pytest.mark.parametrize(
    "text", ["http://x:80", "tcp://x:70000", "tcp://x:y", "tcp://:8786", "a b:1", "tcp://u@x:1", "x/y"]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="Write it as tcp://HOST:8786"):
        checked_address(text)
