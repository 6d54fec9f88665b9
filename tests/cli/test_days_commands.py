"""`siar days`, `conflicts`, `schedule` and `lead-times`, as they are typed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

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


@pytest.fixture
def said(siar: Siar) -> Callable[..., Any]:
    """The JSON document of a command that goes well."""

    def run(*arguments: str) -> Any:
        code, out, err = siar(*arguments, "--json")
        assert code == 0, err
        return json.loads(out)

    return run


LIVE = ("--kind", "live", "--stage", "planned", "--host", "Bima, Sari", "--studio", "A")


def test_days_are_listed_as_a_person_reads_them(siar: Siar) -> None:
    siar("days", "add", "Stock opname", "--first", "2026-12-28", "--last", "2026-12-29")
    assert siar("days", "list", "--from", "2026-12-12", "--to", "2026-12-28") == (
        0,
        "day                       name                          kind         which\n"
        "2026-12-10 to 2026-12-12  Harbolnas                     sale         sale:2026:harbolnas\n"
        "2026-12-12                12.12                         double date  double_date:2026-12-12\n"
        "2026-12-24                Cuti Bersama Hari Raya Natal  joint leave  joint_leave:2026-12-24\n"
        "2026-12-25                Hari Raya Natal               holiday      holiday:2026:hari-raya-natal\n"
        "2026-12-25 to 2026-12-31  Gajian                        payday       payday:2026-12\n"
        "2026-12-28 to 2026-12-29  Stock opname                  blackout     1\n",
        "",
    )


def test_days_are_listed_as_json(said: Callable[..., Any]) -> None:
    day = said("days", "add", "Cuti kantor", "--first", "2090-12-27", "--kind", "joint-leave")
    found = said("days", "list", "--from", "2089-12-25", "--to", "2090-12-27", "--language", "en")
    assert found["days"][0]["day"] == "2089-12-25"
    assert found["days"][0]["marks"][0] == {
        "name": "Christmas Day", "kind": "holiday", "key": "holiday:2089:hari-raya-natal", "id": None,
        "estimated": False,
    }  # fmt: skip
    assert found["days"][-1]["marks"][0]["id"] == day["id"] == 1
    assert found["own"] == [day]
    assert found["not_announced"] == [2089]


def test_a_year_without_joint_leave_says_so_and_never_none(siar: Siar) -> None:
    _, out, _ = siar("days", "list", "--from", "2090-09-20", "--to", "2090-09-21")
    assert out == "No day is marked from 2090-09-20 to 2090-09-21.\nJoint leave of 2090: not announced.\n"


def test_a_mark_is_hidden_shown_renamed_and_put_back(siar: Siar, said: Callable[..., Any]) -> None:
    key = "holiday:2026:hari-raya-natal"

    def natal() -> list[str]:
        found = said("days", "list", "--from", "2026-12-25", "--to", "2026-12-25")
        return [mark["name"] for day in found["days"] for mark in day["marks"]]

    assert siar("days", "hide", key)[1] == "Hidden: Hari Raya Natal, 2026-12-25\n"
    assert natal() == ["Gajian"]
    assert siar("days", "show", key)[1] == "Shown again: Hari Raya Natal, 2026-12-25\n"
    assert siar("days", "set", key, "name=Natal")[1] == "Changed 2: Natal, 2026-12-25\n"
    assert natal() == ["Natal", "Gajian"]
    assert siar("days", "list", "--own")[1].splitlines()[1].split() == ["2026-12-25", "Natal", "holiday", "2"]
    assert siar("days", "hide", "2")[0] == 0
    assert natal() == ["Gajian"]
    assert siar("days", "remove", key)[1] == "Removed 2: Natal (siar undo brings it back)\n"
    assert natal() == ["Hari Raya Natal", "Gajian"]
    assert siar("undo")[1] == "Undone: Unmark “Natal”\n"


def test_an_own_day_is_changed_and_removed(siar: Siar) -> None:
    siar("days", "add", "Opname", "--first", "2026-12-28")
    assert siar("days", "set", "1", "last=2026-12-29", "kind=campaign")[1] == (
        "Changed 1: Opname, 2026-12-28 to 2026-12-29\n"
    )
    assert siar("days", "remove", "1")[0] == 0
    assert siar("days", "list", "--own")[1] == (
        'You marked no days yet. Mark one: siar days add "Stock opname" --first 2026-12-28\n'
    )


def test_the_settings_are_shown_and_changed(siar: Siar, said: Callable[..., Any]) -> None:
    code, out, _ = siar("days", "settings", "payday=28", "double-dates=11,12", "hidden=joint-leave")
    assert (code, out) == (
        0,
        "setting       value\n"
        "payday        28-31\n"
        "double-dates  11.11, 12.12\n"
        "sales         Harbolnas 12-10..12-12\n"
        "hidden        joint_leave\n"
        "weekend       sat, sun\n",
    )
    assert siar("undo")[1] == "Undone: Change what the calendar marks\n"
    assert said("days", "settings") == {
        "double_dates": list(range(1, 13)),
        "sales": [{"name": "Harbolnas", "first": "12-10", "last": "12-12"}],
        "payday": [25, None],
        "hidden": [],
        "weekend": ["sat", "sun"],
    }


def test_clashes_are_told_with_both_items_and_their_times(siar: Siar, said: Callable[..., Any]) -> None:
    assert siar("conflicts") == (0, "Nothing clashes.\n", "")
    siar("items", "add", "Sesi 1", "--start", "2026-12-12T12:00", "--duration-min", "120", *LIVE)
    siar("items", "add", "Sesi 2", "--start", "2026-12-12T13:00", *LIVE[:4], "--host", "bima")
    both = '"Sesi 1" (Sat 12 Dec 12:00-14:00 WIB) and "Sesi 2" (Sat 12 Dec 13:00-14:00 WIB)'
    assert siar("conflicts", "--from", "2026-12-12", "--to", "2026-12-12")[1] == (
        f"2026-12-12  Bima is booked twice: {both}\n2026-12-12  2 live sessions overlap: {both}\n"
    )
    assert siar("conflicts", "--from", "2026-12-13")[1] == "Nothing clashes.\n"
    assert said("conflicts")[0] == {
        "kind": "host",
        "items": [1, 2],
        "day": "2026-12-12",
        "about": "Bima",
        "begin": "2026-12-12T06:00:00+00:00",
        "end": "2026-12-12T07:00:00+00:00",
        "hint": False,
        "evidence": f"Bima is booked twice: {both}",
    }


def test_the_schedule_says_when_each_step_is_due_and_what_is_late(siar: Siar, said: Callable[..., Any]) -> None:
    siar("items", "add", "Kelas komisi", "--start", "2026-12-16T19:30", *LIVE)
    siar("items", "add", "Ide nanti")
    assert siar("schedule", "--today", "2026-12-11")[1] == (
        "1: Kelas komisi, 2026-12-16 19:30\n"
        "  step       due         state\n"
        "  script     2026-12-09  missing  2 days late\n"
        "  thumbnail  2026-12-14  missing\n"
        "  rundown    2026-12-11  missing\n"
        "  deck       2026-12-14  missing\n"
    )
    told = said("schedule", "2", "--today", "2026-12-11")
    assert (told[0]["at_risk"], told[0]["start"], {step["due"] for step in told[0]["steps"]}) == (False, None, {None})
    assert said("schedule", "1", "--today", "2026-12-11")[0]["steps"][0] == {
        "step": "script", "due": "2026-12-09", "state": "missing", "days_late": 2,
    }  # fmt: skip
    assert siar("schedule", "--today", "2027-02-01")[1] == (
        "Nothing is to be published on these days. `siar items list` shows the whole plan.\n"
    )


def test_lead_times_are_shown_and_changed(siar: Siar, said: Callable[..., Any]) -> None:
    assert siar("lead-times", "deck=1", "script=none", "--kind", "live")[1] == (
        "kind  step       working days before\n"
        "live  thumbnail  2\n"
        "live  rundown    3\n"
        "live  deck       1\n"
    )  # fmt: skip
    assert said("lead-times") == {
        "video": {"script": 5, "thumbnail": 2, "recording": 3, "subtitles": 2, "captioned": 1},
        "live": {"thumbnail": 2, "rundown": 3, "deck": 1},
    }


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("days add Libur --first besok", '"besok" is no date that can be read. Write it as 2026-12-01T19:00'),
        ("days add Libur --first 2026-12-28 --last 2026-12-27", "The last day, 2026-12-27, comes before the first"),
        ("days remove 7", 'You marked or changed no day "7". `siar days list --own` shows those that you did.'),
        ("days hide natal", 'There is no mark "natal". `siar days list` shows those that there are, with their keys.'),
        ("days set 1 uid=x", 'A day has no field "uid". Choose one of: name, first, last, kind.'),
        ("days hide 1", "A day of your own is not hidden but removed. Run: siar days remove 1."),
        ("days settings payday=soon", '"soon" is no payday.'),
        ("lead-times script=soon", '"soon" is no number of days. Write a whole number, such as script=5, or none.'),
        ("lead-times cut=1", 'There is no step "cut".'),
        ("schedule 9", 'There is no item "9".'),
        ("conflicts --from 2026-13-01", 'There is no such day as "2026-13-01".'),
    ],
)
def test_what_cannot_be_done_says_why_and_what_to_do(siar: Siar, command: str, says: str) -> None:
    siar("days", "add", "Opname", "--first", "2026-12-28")
    code, out, err = siar(*command.split())
    assert (code, out) == (1, "")
    assert err.startswith(f"siar: error: {says}")
