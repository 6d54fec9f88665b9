"""`siar views`, as it is typed: filters under a name."""

import json
from pathlib import Path

import pytest

from studio.cli import main


def run(root: Path, *arguments: str) -> int:
    return main(["--workspace", str(root), *arguments])


def test_a_view_is_saved_renamed_and_brought_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "Siar"
    assert run(root, "views", "save", "Siaran", "--kind", "live") == 0
    assert run(root, "views", "rename", "Siaran", "Siaran Bima") == 0
    capsys.readouterr()
    assert run(root, "views", "list", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"Siaran Bima": {"kinds": ["live"]}}
    assert run(root, "undo") == 0
    assert run(root, "views", "rename", "Siaran Bima", "Lain") == 1
    assert 'There is no saved view "Siaran Bima"' in capsys.readouterr().err
    assert run(root, "views", "save", "Lain", "--kind", "video") == 0
    assert run(root, "views", "rename", "Siaran", "Lain") == 1
    assert "There is a view “Lain” already" in capsys.readouterr().err
