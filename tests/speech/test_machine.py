"""How much of the computer recognition takes: by the computer, by the settings, by the environment."""

from __future__ import annotations

import pytest

from studio.actions.models import machine_settings
from studio.errors import InvalidValue
from studio.speech import machine
from studio.speech.checkpoints import demo_checkpoint
from studio.speech.conversion import processor_compute
from studio.speech.machine import Machine


def test_nothing_set_is_chosen_from_the_computer() -> None:
    assert machine.load() == Machine(0, "")
    assert 1 <= machine.threads() <= 16
    assert processor_compute(demo_checkpoint()) == "float32"  # too narrow for 8-bit weights


def test_what_is_set_holds_until_it_is_left_to_the_program_again() -> None:
    machine.save(threads="3", compute="int8")
    assert (machine.threads(), processor_compute(demo_checkpoint())) == (3, "int8")
    machine.save(threads="auto")
    assert machine.load() == Machine(0, "int8")
    machine.save(compute="auto")
    assert machine.load() == Machine(0, "")


def test_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    machine.save(threads="3", compute="int8")
    monkeypatch.setenv("SIAR_THREADS", "1")
    monkeypatch.setenv("SIAR_COMPUTE", "float32")
    assert machine.load() == Machine(1, "float32")


@pytest.mark.parametrize(
    ("threads", "compute", "told"),
    [
        ("many", None, "many is no number of threads. Give 1 to 64, or auto."),
        ("65", None, "65 is no number of threads. Give 1 to 64, or auto."),
        (None, "int4", "int4 is no form that a processor runs. Use int8, float32 or auto."),
    ],
)
def test_what_cannot_be_set_is_said_and_changes_nothing(threads: str, compute: str, told: str) -> None:
    machine.save(threads="2")
    with pytest.raises(InvalidValue) as error:
        machine_settings(threads, compute)
    assert str(error.value) == told
    assert machine.load() == Machine(2, "")


def test_a_spoilt_file_is_named() -> None:
    machine.save(threads="2")
    machine.machine_file().write_text("threads = ", encoding="utf-8")
    with pytest.raises(InvalidValue, match=r"speech\.toml cannot be read .* Correct the file, or delete it"):
        machine.load()
