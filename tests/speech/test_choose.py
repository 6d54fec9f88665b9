"""Which engine and checkpoint a recording gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.errors import InvalidValue, NoSpeechSource, UnknownCheckpoint
from studio.speech.checkpoints import checkpoints_folder, demo_checkpoint
from studio.speech.choose import Choice, choose


def install(*names: str) -> None:
    checkpoints_folder().mkdir(parents=True, exist_ok=True)
    for name in names:
        (checkpoints_folder() / f"{name}.pt").write_bytes(b"weights")


def chosen(name: str, engine: str = "fast") -> Choice:
    return Choice(engine, checkpoints_folder() / f"{name}.pt", name)


def test_an_installed_checkpoint_comes_first_and_the_better_before_the_other() -> None:
    install("small", "base")

    assert choose(script="Halo.") == chosen("small")
    assert choose("whisper") == chosen("small", "whisper")
    assert choose(model="base") == chosen("base")
    install("kelas-kreator")
    assert choose() == chosen("kelas-kreator")


def test_english_only_checkpoints_are_for_english() -> None:
    install("medium.en", "tiny")

    assert choose(language="en") == chosen("medium.en")
    assert choose(language="id") == chosen("tiny")
    assert choose() == chosen("tiny")


def test_with_no_checkpoint_a_script_is_timed() -> None:
    assert choose(script="Halo semuanya.") == Choice("script", None, "")
    assert choose("script", script="Halo.") == Choice("script", None, "")


def test_with_neither_the_way_to_one_is_told() -> None:
    with pytest.raises(NoSpeechSource, match="siar models get small"):
        choose()
    with pytest.raises(NoSpeechSource, match="siar models get small"):
        choose("fast", script="Halo.")
    with pytest.raises(NoSpeechSource, match="--script"):
        choose("script", script=" ")


def test_the_demo_checkpoint_is_for_the_demos_recordings_and_who_names_it(tmp_path: Path) -> None:
    demo = Choice("fast", demo_checkpoint(), "demo")

    assert choose(script="Halo.", is_demo_file=True) == demo
    assert choose(model="demo") == demo
    assert choose("whisper", is_demo_file=True).engine == "whisper"
    install("small")
    assert choose(is_demo_file=True) == demo
    assert choose(is_demo_file=True, model="small") == chosen("small")


def test_a_file_is_a_checkpoint_too(tmp_path: Path) -> None:
    (tmp_path / "punya kita.pt").write_bytes(b"weights")

    assert choose(model=tmp_path / "punya kita.pt") == Choice("fast", tmp_path / "punya kita.pt", "punya kita")


def test_wrong_names_are_told() -> None:
    with pytest.raises(InvalidValue, match="auto, script, fast, whisper"):
        choose("cepat")
    with pytest.raises(UnknownCheckpoint):
        choose(model="smal")


def test_a_damaged_checkpoint_is_passed_over_where_there_is_another(network: Path) -> None:
    install("large-v3-turbo")
    (checkpoints_folder() / "punyaku.pt").write_bytes(b"<html>Masuk</html>")
    (checkpoints_folder() / "milikku.pt").write_bytes(network.read_bytes())

    assert choose() == chosen("milikku")
