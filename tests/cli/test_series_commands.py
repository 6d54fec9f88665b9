"""`siar items repeat`, and what the plan tells when time has passed, as they are typed."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from studio import actions
from studio.actions.series import extend_all, list_series, repeat_item
from studio.cli import main

Siar = Callable[..., tuple[int, str, str]]


@pytest.fixture
def siar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Siar:
    """Runs a command on a workspace; its exit code, what it printed, and its error."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(["--workspace", str(tmp_path / "Siar"), *arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_the_word_every_is_typed_or_left_out_in_either_language(siar: Siar) -> None:
    for typed in (["setiap", "Rabu"], ["every Wednesday"], ["Rabu"], ["Tiap hari Rabu"]):
        _, added, _ = siar("items", "add", "Kelas", "--start", "2026-12-02T19:00", "--json")
        code, out, err = siar("items", "repeat", str(json.loads(added)["id"]), "--every", *typed, "--count", "2")
        assert (code, err) == (0, "")
        assert out.startswith("“Kelas” repeats every Wednesday, 2 times. 2 are on the calendar:")


@pytest.mark.parametrize("count", ["0", "-3"])
def test_a_repeat_of_no_times_is_refused(siar: Siar, count: str) -> None:
    siar("items", "add", "Kelas", "--start", "2026-12-02T19:00")
    assert siar("items", "repeat", "1", "--every", "week", "--count", count) == (
        1,
        "",
        f"siar: error: An item cannot repeat {count} times. Give --count a number from 1.\n",
    )


@pytest.mark.parametrize(
    "command", [("items", "list"), ("days", "list"), ("conflicts",), ("schedule",), ("export", "plan.csv")]
)
def test_days_that_run_backwards_are_refused(siar: Siar, command: tuple[str, ...]) -> None:
    assert siar(*command, "--from", "2026-12-20", "--to", "2026-12-01") == (
        1,
        "",
        "siar: error: The last day, 2026-12-01, comes before the first one, 2026-12-20. Give --from the earlier one.\n",
    )


def test_what_is_late_is_told_wherever_the_plan_is_listed(siar: Siar) -> None:
    soon = date.today() + timedelta(days=1)
    siar("items", "add", "Besok", "--start", f"{soon}T19:00")
    siar("items", "add", "Nanti", "--start", f"{soon + timedelta(days=120)}T19:00")
    _, listed, _ = siar("items", "list")
    assert ["0%, late" in line for line in listed.splitlines()[1:]] == [True, False]
    for command in (("items", "list"), ("ready",), ("schedule", "1")):
        _, told, _ = siar(*command, "--json")
        assert [one["at_risk"] for one in json.loads(told)] == [True, False][: len(json.loads(told))]
    _, told, _ = siar("ready")
    assert "Besok  (at risk: script, thumbnail" in told


def test_a_hint_of_a_command_is_one_that_can_be_typed(siar: Siar) -> None:
    siar("days", "set", "double_date:2026-12-12", "name=12.12 besar")
    code, _, err = siar("days", "show", "double_date:2026-12-12")
    assert (code, err) == (
        1,
        'siar: error: No mark "double_date:2026-12-12" is hidden. `siar days list --own` shows those that are.\n',
    )
    assert siar("days", "list", "--own")[0] == 0


@pytest.mark.parametrize("command", [("conflicts",), ("schedule",), ("ready",), ("export", "{}/plan.csv")])
def test_a_plan_that_was_closed_for_months_is_whole_again(siar: Siar, tmp_path: Path, command: tuple[str, ...]) -> None:
    today = date.today()
    with actions.open_studio(tmp_path / "Siar") as store:
        start = f"{today - timedelta(weeks=30)}T19:00"
        repeat_item(
            store, actions.add_item(store, "Kelas", start=start).id, "weekly", today=today - timedelta(weeks=30)
        )
        assert extend_all(store, today - timedelta(weeks=30)) == 0
    assert siar(*(part.format(tmp_path) for part in command))[0] == 0
    with actions.open_studio(tmp_path / "Siar") as store:
        (series,) = list_series(store)
        assert series.made_until is not None
        assert series.made_until >= today + timedelta(weeks=12)
