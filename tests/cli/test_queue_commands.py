"""`siar queue` as a person types it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from studio.cli import main

SPOKEN = Path(__file__).resolve().parents[1] / "assets" / "heldout-en.flac"
SAID = "So show the product before you say hello. Speak slowly and look into the lens."


@pytest.fixture
def siar(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    def run(*arguments: object) -> tuple[int, str, str]:
        code = main(["--workspace", str(tmp_path / "w"), *(str(one) for one in arguments)])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def told(siar):
    def run(*arguments: object) -> Any:
        code, out, err = siar(*arguments, "--json")
        assert code == 0, err
        return json.loads(out)

    return run


@pytest.fixture
def wishes(tmp_path: Path) -> list[object]:
    script = tmp_path / "said.txt"
    script.write_text(SAID, "utf-8")
    return ["--engine", "script", "--script", script, "--language", "en"]


def clips(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_bytes(SPOKEN.read_bytes() + name.encode())
    return [folder / name for name in names]


def names(listed: dict[str, Any]) -> list[str]:
    return [Path(one["input"]).name for one in listed["entries"]]


def test_recordings_are_added_ordered_changed_and_removed(siar, told, tmp_path: Path) -> None:
    assert siar("queue", "list")[1] == "The queue is empty. Add recordings: siar queue add PATH\n"
    clips(tmp_path / "in", "a.flac", "b.flac", "c.flac")
    code, out, err = siar("queue", "add", tmp_path / "in", tmp_path / "gone.mp4")
    assert code == 3
    assert out.splitlines()[-1] == "3 recordings added. `siar queue run` makes the subtitles."
    assert err == f"siar: error: There is no file {tmp_path / 'gone.mp4'}. Check the name, or choose the file again.\n"
    assert siar("queue", "add", tmp_path / "in")[1] == "3 recordings in the queue already.\n"
    assert names(told("queue", "order", 3, 1)) == ["c.flac", "a.flac", "b.flac"]
    assert siar("queue", "set", 1, 2, "--language", "id", "--format", "srt,vtt")[1] == "Changed: a.flac, b.flac\n"
    assert siar("queue", "set", 1, "--burn")[0] == 0
    assert siar("queue", "set", 1, "--no-burn")[0] == 0
    listed = told("queue", "list")
    assert [one["options"]["language"] for one in listed["entries"]] == [None, "id", "id"]
    assert [one["options"]["formats"] for one in listed["entries"]] == [["srt"], ["srt", "vtt"], ["srt", "vtt"]]
    assert siar("queue", "cancel", 1)[1] == "1 recording cancelled.\n"
    assert siar("queue", "retry")[1] == "1 recording waiting again.\n"
    assert siar("queue", "remove", 1, 3)[1] == "2 recordings removed.\n"
    assert names(told("queue", "list")) == ["b.flac"]
    code, _, err = siar("queue", "remove", 1)
    assert (code, err) == (
        1, "siar: error: There is no recording 1 in the queue. `siar queue list` shows those that there are.\n",
    )  # fmt: skip
    assert siar("queue", "clear", "--all")[1] == "1 recording removed.\n"


def test_the_queue_runs_and_sums_up(siar, told, tmp_path: Path, wishes: list[object]) -> None:
    assert siar("queue", "run")[0] == 0
    clips(tmp_path / "in", "a.flac", "b.flac")
    (tmp_path / "in" / "text.mp4").write_text("no film")
    siar("queue", "add", tmp_path / "in", *wishes)
    assert siar("queue", "pause")[1] == "The queue is held. `siar queue resume` lets it go on.\n"
    assert told("queue", "list")["paused"] is True
    code, out, err = siar("queue", "resume")
    assert (code, out) == (3, "")
    assert "siar: error: text.mp4: " in err
    assert "Queue: 2 done, 1 failed; " in err
    assert sorted(path.name for path in (tmp_path / "in").glob("*.srt")) == ["a.en.srt", "b.en.srt"]
    listed = told("queue", "list")
    assert [one["state"] for one in listed["entries"]] == ["done", "done", "failed"]
    assert 3 in listed["summary"]["look"]
    assert siar("queue", "clear")[1] == "2 recordings removed.\n"
    assert siar("queue", "retry", 3)[0] == 0
    assert siar("queue", "run")[0] == 1


def test_a_folder_is_watched_once_or_for_good(siar, told, tmp_path: Path, wishes: list[object]) -> None:
    folder = tmp_path / "in"
    clips(folder, "a.flac")
    code, _, err = siar("queue", "watch", folder, "--once", *wishes)
    assert (code, (folder / "a.en.srt").is_file()) == (0, True), err
    assert told("queue", "watch", "--list") == []
    assert siar("queue", "watch", folder, "--once")[1] == "Nothing new lies there.\n"
    code, _, err = siar("queue", "watch", tmp_path / "none", "--once")
    assert (code, err) == (
        1, f"siar: error: The watched folder {tmp_path / 'none'} cannot be read (there is no such folder).\n",
    )  # fmt: skip
    with pytest.raises(SystemExit) as usage:
        siar("queue", "watch", "--once")
    assert usage.value.code == 2


def test_an_items_recording_is_sent_to_the_queue(siar, told, tmp_path: Path) -> None:
    (clip,) = clips(tmp_path / "in", "a.flac")
    siar("items", "add", "Cahaya bagus", "--language", "en")
    assert siar("queue", "add", "--item", 1)[2].startswith("siar: error: “Cahaya bagus” has no recording.")
    siar("items", "set", 1, f"recording={clip}")
    assert told("queue", "add", "--item", 1)["added"] == [{"id": 1, "input": str(clip)}]
    with pytest.raises(SystemExit):
        siar("queue", "add")
