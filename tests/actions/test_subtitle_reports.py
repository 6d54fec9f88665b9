"""Subtitle files held against a profile: the video beside, the marks, the gate, and what cannot be read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from studio.actions import open_studio
from studio.actions.subtitle_reports import gate_rows, report_file, subtitle_files
from studio.cli import main
from studio.errors import InvalidValue
from studio.resources import assets
from studio.subtitles.gates import GATES, gate_rules
from studio.subtitles.quality import RULES

GOOD = "1\n00:00:01,000 --> 00:00:03,000\nTaruh produk\ndi dekat jendela.\n"
BAD = GOOD + "\n2\n00:01:10,000 --> 00:01:10,400\nHarganya cuma Rp\n15.000 ya teman-teman.\n"


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """An upright recording of 41 seconds."""
    return Path(shutil.copy(assets("demo", "cahaya-bagus.mp4"), tmp_path / "kelas.mp4"))


def told(capsys: pytest.CaptureFixture[str], *command: object) -> tuple[int, list[dict[str, Any]]]:
    code = main(["report", *map(str, command), "--json"])
    return code, json.loads(capsys.readouterr().out)["files"]


def test_a_file_is_held_against_the_video_beside_it(clip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = clip.with_name("kelas.id.srt")
    path.write_text(BAD)
    code, (file,) = told(capsys, path)
    assert (code, file["video"], file["profile"], file["state"]) == (0, str(clip), "vertical", "ok")
    assert file["counts"] == {"cps": 1, "min_duration": 1, "beyond_end": 1, "split": 1}
    assert file["problems"][0] == {
        "cue": 2, "start": 70.0, "end": 70.4, "text": "Harganya cuma Rp\n15.000 ya teman-teman.", "rule": "cps",
        "value": 97.5, "limit": 25.0, "says": "Cue 2 needs 97.5 characters a second (25 at most)",
    }  # fmt: skip
    assert file["figures"] == {
        "cues": 2, "longest_line": 22, "fastest_cps": 97.5, "median_cps": 97.5, "shortest_s": 0.4, "longest_s": 2.0,
        "least_gap_s": 67.0, "end_s": 70.4,
    }  # fmt: skip


def test_without_a_video_the_language_of_the_name_chooses_the_profile(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.id.srt", "b.en.srt", "c.srt"):
        (tmp_path / name).write_text(GOOD)
    _, files = told(capsys, tmp_path)
    assert [(file["video"], file["profile"]) for file in files] == [
        (None, "netflix-id"), (None, "netflix-en"), (None, "netflix-en"),
    ]  # fmt: skip


def test_the_gate_says_which_files_need_a_look(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "baik.id.srt").write_text(GOOD)
    assert told(capsys, tmp_path, "--gate", "strict")[0] == 0
    (tmp_path / "buruk.id.srt").write_text(BAD)
    code, files = told(capsys, tmp_path, "--gate", "publish")
    assert (code, [file["look"] for file in files]) == (3, [[], ["cps", "split"]])
    assert told(capsys, tmp_path, "--gate", "overlap, beyond_end")[0] == 0
    assert main(["report", str(tmp_path / "buruk.id.srt"), "--gate", "cps"]) == 3
    assert "Needs a look: cps" in capsys.readouterr().out
    assert main(["report", str(tmp_path), "--gate", "publih"]) == 1
    assert "There is no gate or rule called publih. Use publish, strict, or some of chars," in capsys.readouterr().err


def test_gates_hold_rules_that_there_are() -> None:
    assert all(set(rules) <= set(RULES) for rules in GATES.values())
    assert gate_rules("cps,publish")[0] == "cps" and len(gate_rules("cps,publish")) == len(GATES["publish"])
    assert gate_rules("") == ()
    with pytest.raises(InvalidValue, match="names no rule"):
        gate_rules(" , ")


def test_what_cannot_be_read_is_told_and_the_others_are_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "baik.srt").write_text(GOOD)
    (tmp_path / "kosong.srt").write_text("")
    assert main(["report", str(tmp_path)]) == 3
    said = capsys.readouterr()
    assert "baik.srt, by the profile netflix-en" in said.out and "Nothing to mend." in said.out
    assert "siar: error: kosong.srt: kosong.srt holds no cues" in said.err
    assert main(["report", str(tmp_path / "kosong.srt")]) == 1
    assert main(["report", str(tmp_path / "hilang.srt")]) == 1
    capsys.readouterr()
    (tmp_path / "kosong").mkdir()
    assert main(["report", str(tmp_path / "kosong")]) == 1
    assert "There is no subtitle file in there" in capsys.readouterr().err
    assert main(["report", str(tmp_path / "baik.srt"), "--profile", "rusak"]) == 1
    assert "There is no profile rusak" in capsys.readouterr().err


def test_a_broken_video_beside_it_is_passed_over_and_one_that_is_named_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kelas.id.srt").write_text(GOOD)
    (tmp_path / "kelas.mp4").write_bytes(b"no video")
    code, (file,) = told(capsys, tmp_path)
    assert (code, file["video"]) == (0, None)
    assert main(["report", str(tmp_path), "--video", str(tmp_path / "kelas.mp4")]) == 1
    capsys.readouterr()


def test_marks_come_from_the_words_beside_it(clip: Path) -> None:
    path = clip.with_name("kelas.id.srt")
    path.write_text(GOOD)
    with open_studio() as store:
        for cues in ([{"start": 1.0, "end": 3.0, "text": "x", "note": "not in the script"}], "rusak", [3]):
            path.with_suffix(".json").write_text(json.dumps({"cues": cues}))
            found = report_file(store.workspace, path).report
            assert found is not None
            wanted = {"marked": 1} if isinstance(cues, list) and isinstance(cues[0], dict) else {}
            assert found.counts == wanted


def test_rows_of_a_batch_pass_the_gate_or_need_a_look(clip: Path) -> None:
    path = clip.with_name("kelas.id.srt")
    path.write_text(BAD)
    row = {"input": str(clip), "state": "done", "outputs": [str(path)], "engine": "fast", "cues": 3, "problems": []}
    rows = [
        row,
        row | {"problems": [{"cue": 1, "rule": "cps", "value": 40.0}, {"cue": 1, "rule": "linger", "value": 1.0}]},
        row | {"cues": 0},
        row | {"state": "skipped", "engine": None, "cues": None},
        row | {"state": "failed", "outputs": []},
    ]
    with open_studio() as store:
        gated = gate_rows(store, rows, gate_rules("publish"))
        assert [one["look"] for one in gated] == [[], ["cps"], ["empty"], ["cps", "beyond_end", "split"], []]
        assert [one["look"] for one in gate_rows(store, rows, ())] == [[], [], [], [], []]


def test_folders_are_searched_for_what_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "isi").mkdir()
    for name in ("b.srt", "a.vtt", "isi/c.ASS", "d.mp4", ".e.srt"):
        (tmp_path / name).write_text("")
    assert [path.name for path in subtitle_files([tmp_path, tmp_path / "b.srt"])] == ["a.vtt", "b.srt", "c.ASS"]
