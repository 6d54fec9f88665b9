"""`siar cluster`, as it is typed: the address is kept and forgotten, and what is wrong with it is told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.actions import open_studio
from studio.actions.cluster import chosen_cluster
from studio.cli import main

Siar = Callable[..., tuple[int, str, str]]
NOBODY = "tcp://127.0.0.1:1"


@pytest.fixture
def siar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Siar:
    """Runs a command on a workspace; its exit code, what it printed, and its error."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(["--workspace", str(tmp_path / "Siar"), *arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_an_address_is_kept_told_and_forgotten(siar: Siar, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    assert siar("cluster") == (0, "Batches are recognised on this computer.\n", "")
    code, out, _ = siar("cluster", "127.0.0.1:1")
    assert (code, out.split("  ")[0]) == (1, NOBODY)
    assert "There is no cluster at tcp://127.0.0.1:1 (connection refused). Start one there" in out
    told = json.loads(siar("cluster", "--json")[1])
    assert (told["address"], told["ok"], told["workers"], told["threads"]) == (NOBODY, False, 0, 0)
    with open_studio(tmp_path / "Siar") as store:
        assert [chosen_cluster(store, asked) for asked in (None, "", "none", "x:7")] == [NOBODY, "", "", "tcp://x:7"]
    assert siar("undo")[1] == "Undone: Recognise on a cluster\n"
    assert siar("cluster") == (0, "Batches are recognised on this computer.\n", "")
    siar("cluster", NOBODY)
    assert siar("cluster", "none")[1] == "Batches are recognised on this computer.\n"


def test_what_is_no_address_is_refused(siar: Siar) -> None:
    code, out, err = siar("cluster", "http://10.0.0.7:8786")
    assert (code, out) == (1, "")
    assert err == (
        "siar: error: A cluster is not reached by http://. Write it as tcp://HOST:8786, as `dask scheduler` shows it, "
        "or with tls:// in front.\n"
    )
