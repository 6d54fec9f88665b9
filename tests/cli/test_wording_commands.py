"""`siar glossary` and `siar rules`, as they are typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

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


def test_a_glossary_is_filled_listed_and_emptied(siar: Siar) -> None:
    assert siar("glossary", "list")[1].startswith("The glossary is empty. Add a name: siar glossary add")
    assert siar("glossary", "add", "Siar", "TikTok Shop")[1].startswith("Added: Siar, TikTok Shop.")
    assert siar("glossary", "add", "SIAR")[:2] == (0, "It is in the glossary already.\n")
    assert siar("glossary", "list")[1] == "Siar\nTikTok Shop\n"
    assert siar("glossary", "remove", "siar")[1] == "Removed: Siar (siar undo brings it back)\n"
    assert json.loads(siar("glossary", "list", "--json")[1]) == ["TikTok Shop"]
    assert siar("undo")[1] == "Undone: Remove “Siar” from the glossary\n"
    assert siar("glossary", "remove", "Shopee") == (
        1,
        "",
        "siar: error: “Shopee” is not in the glossary. `siar glossary list` shows what is.\n",
    )


def test_rules_are_added_listed_and_removed(siar: Siar) -> None:
    assert siar("rules", "list")[1].startswith("There are no rules. Add one: siar rules add")
    assert siar("rules", "add", "lima puluh ribu", "Rp50.000")[1] == "“lima puluh ribu” becomes “Rp50.000”.\n"
    assert siar("rules", "add", r"(\d+) persen", r"\1%", "--regex", "--case")[0] == 0
    assert siar("rules", "add", "eee", "")[1] == "“eee” is taken away.\n"
    assert siar("rules", "list")[1].splitlines() == [
        "find             replace   how",
        "lima puluh ribu  Rp50.000  whole words",
        "(\\d+) persen     \\1%       regular expression, capitals count",
        "eee                        whole words",
    ]
    assert siar("rules", "remove", "EEE")[1] == "Removed the rule for “eee” (siar undo brings it back)\n"
    assert json.loads(siar("rules", "list", "--json")[1])[0] == {
        "find": "lima puluh ribu",
        "replace": "Rp50.000",
        "case": False,
        "regex": False,
    }


@pytest.mark.parametrize("pattern", ["(", "a*", "[z-a]"])
def test_a_pattern_that_is_none_is_one_clear_sentence(siar: Siar, pattern: str) -> None:
    code, out, err = siar("rules", "add", pattern, "x", "--regex")

    assert (code, out, err.count("\n"), err[:12]) == (1, "", 1, "siar: error:")
