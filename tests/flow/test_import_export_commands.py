"""`siar import` and `siar export` as a person runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from program import Siar

OUTLOOK = """BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
BEGIN:VEVENT
UID:040000008200E00074C5B7101A82E008
SUMMARY:Live 12.12
DTSTART;TZID=SE Asia Standard Time:20261212T190000
DTEND;TZID=SE Asia Standard Time:20261212T203000
LOCATION:Studio 2
END:VEVENT
BEGIN:VEVENT
UID:detik
SUMMARY:Tiap detik
DTSTART:20261201T120000Z
RRULE:FREQ=SECONDLY
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def run(siar: Siar, tmp_path: Path) -> Siar:
    return lambda *arguments: siar("--workspace", tmp_path / "w", *arguments)


def test_a_calendar_is_shown_then_taken_over_then_taken_back(run: Siar, tmp_path: Path) -> None:
    file = tmp_path / "outlook.ics"
    file.write_text(OUTLOOK)
    shown = run("import", file)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == (
        "outlook.ics\n"
        "\n"
        "New:\n"
        "  2026-12-12 19:00  video  Live 12.12\n"
        "\n"
        "Not read:\n"
        "  line 11: “Tiap detik”: The rule says SECONDLY. "
        "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY: an item repeats once a day at most.\n"
        "\n"
        "1 new, 0 the same, 1 not read\n"
        f'Nothing is changed yet. To take it over: siar import "{file}" --apply\n'
    )
    assert run("items", "list", "--json").json == []
    applied = run("import", file, "--apply", "--json")
    assert applied.code == 3  # one event could not be read
    (item,) = run("items", "list", "--json").json
    assert (item["title"], item["start"], item["duration_min"]) == ("Live 12.12", "2026-12-12T19:00", 90)
    run("items", "set", 1, "title=Live Harbolnas")
    changed = run("import", file, "--json").json
    assert changed["changed"][0]["fields"] == {"title": ["Live Harbolnas", "Live 12.12"]}
    assert (changed["new"], changed["same"], changed["applied"]) == ([], 0, False)
    assert [one["row"] for one in changed["unread"]] == [11]
    assert [run("undo", "--json").json["undone"] for _ in range(2)][1] == "Import outlook.ics"
    assert run("items", "list", "--json").json == []


def test_a_file_in_which_nothing_can_be_read_fails(run: Siar, tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    file.write_text(OUTLOOK[: OUTLOOK.index("DTSTART")])
    failed = run("import", file, "--apply")
    assert failed.code == 1
    assert failed.err == (
        "siar: error: Nothing in a.ics can be read; line 4: “Live 12.12”: The file ends within this event. "
        "Export it again: it was cut off. Correct that and import it again.\n"
    )


def test_an_export_says_what_it_wrote_and_takes_filters(run: Siar, tmp_path: Path) -> None:
    run("items", "add", "Live 12.12", "--kind", "live", "--start", "2026-12-12T19:00", "--owner", "Sari")
    run("items", "add", "Cahaya bagus", "--start", "2026-12-08T12:00")
    file = tmp_path / "plan.ics"
    assert run("export", file).out == f"{file}: 2 items\n"
    assert run("export", file, "--kind", "LS", "--owner", "sari", "--json").json == {"path": str(file), "items": 1}
    assert run("export", file, "--from", "2026-12-09", "--to", "2026-12-31").out == f"{file}: 1 item\n"
    assert run("export", file, "--stage", "tayang-tayang").code == 1
    assert run("export", tmp_path / "plan.txt").code == 1
