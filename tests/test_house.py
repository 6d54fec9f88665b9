"""The rules of the house: imports go down, the types hold, the style is one, and the first steps stay light."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
HEAVY = {"torch", "ctranslate2", "moviepy", "numba", "holidays", "whisper", "faster_whisper", "distributed"}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=280)


def modules_after(code: str) -> set[str]:
    ending = "import sys, json; print(json.dumps(sorted(sys.modules)))"
    done = run(sys.executable, "-c", f"{code}\n{ending}")
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}


def test_imports_go_down_floor_by_floor_and_the_studio_knows_no_qt() -> None:
    done = run(str(BIN / "lint-imports"), "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_studio_is_strictly_typed() -> None:
    done = run(sys.executable, "-m", "mypy")
    assert done.returncode == 0, done.stdout


def test_the_code_is_of_one_style() -> None:
    checked = run(sys.executable, "-m", "ruff", "check", "--no-cache", ".")
    assert checked.returncode == 0, checked.stdout
    formatted = run(sys.executable, "-m", "ruff", "format", "--no-cache", "--check", ".")
    assert formatted.returncode == 0, formatted.stdout


def test_no_file_does_so_much_that_it_is_longer_than_400_lines() -> None:
    files = [path for folder in ("studio", "ui", "tests") for path in (ROOT / folder).rglob("*.py")]
    assert {str(path): n for path in files if (n := len(path.read_text("utf-8").splitlines())) > 400} == {}


def test_help_imports_nothing_that_it_does_not_need() -> None:
    code = "from studio.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass"
    assert modules_after(code) & (HEAVY | {"sqlite_utils", "numpy", "PySide6", "jinja2", "PIL"}) == set()


def test_the_list_of_items_imports_nothing_heavy(tmp_path: Path) -> None:
    code = f"from studio.cli import main\nmain(['--workspace', {str(tmp_path / 'w')!r}, 'items', 'list'])"
    assert modules_after(code) & (HEAVY | {"PySide6"}) == set()


@pytest.mark.parametrize("folder", ["templates", "assets"])
def test_data_is_found_in_a_checkout(folder: str) -> None:
    from studio import resources

    assert getattr(resources, folder)() == ROOT / folder


def test_no_module_of_actions_takes_the_name_of_an_action() -> None:
    from studio import actions

    modules = {path.stem for path in (ROOT / "studio" / "actions").glob("*.py")}
    assert modules & set(actions.__all__) == set()
