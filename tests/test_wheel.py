"""A wheel carries templates and assets inside `studio/`, and works where no checkout is."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content, as pip would lay it out."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.glob("*.whl")
    place = folder / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    return place


def test_its_top_level_names_are_ours_alone(installed: Path) -> None:
    assert {path.name for path in installed.iterdir() if path.suffix != ".dist-info"} == {"studio", "ui"}


def test_templates_and_assets_are_inside(installed: Path) -> None:
    studio = installed / "studio"
    templates = ("scripts/short-video.id.md", "profiles/vertical.toml", "decks/siar.pptx", "speech/phrases.yaml")
    assert [name for name in templates if not (studio / "templates" / name).is_file()] == []
    assets = ("demo/siar-demo.pt", "demo/cahaya-bagus.mp4", "fonts/anton/OFL.txt")
    assert [name for name in assets if not (studio / "assets" / name).is_file()] == []


def test_the_installed_program_writes_a_script(installed: Path, tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(installed), "SIAR_WORKSPACE": str(tmp_path / "w")}

    def siar(*arguments: str) -> str:
        command = [sys.executable, "-m", "studio.cli", *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = "import studio, studio.resources as r; print(studio.__file__, r.templates(), r.assets())"
    asked = [sys.executable, "-c", where]
    found = subprocess.run(asked, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60)
    assert [Path(part).is_relative_to(installed) for part in found.stdout.split()] == [True, True, True]
    siar("items", "add", "Mitos komisi", "--start", "2026-12-03T09:00")
    assert "Mitos komisi" in Path(siar("script", "1").splitlines()[0]).read_text("utf-8")
