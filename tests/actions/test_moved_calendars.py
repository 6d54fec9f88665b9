"""A calendar that is imported again after its program moved a whole repeat: nothing is lost and nothing comes twice."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from series_plan import TODAY, only, tables

from studio import actions
from studio.actions import exchange
from studio.actions.series import extend_all, occurrences_of
from studio.plan.recurrence import occurrences
from studio.store import Store
from studio.store.artefacts import Artefact, artefacts, record_artefacts


def calendar(path: Path, start: datetime, rule: str, skipped: datetime) -> Path:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Google Inc//Google Calendar 70.9054//EN", "BEGIN:VEVENT"]
    lines += ["UID:kelas@google.com", f"DTSTART;TZID=Asia/Jakarta:{start:%Y%m%dT%H%M%S}", f"RRULE:{rule}"]
    lines += [f"EXDATE;TZID=Asia/Jakarta:{skipped:%Y%m%dT%H%M%S}", "SUMMARY:Kelas", "END:VEVENT", "END:VCALENDAR", ""]
    path.write_text("\r\n".join(lines), newline="")
    return path


def take(store: Store, path: Path, today: date) -> None:
    before = tables(store)
    difference = exchange.read_file(store, path, today=today)
    assert difference.unread == ()
    exchange.apply(store, difference)
    after = tables(store)
    actions.undo(store)
    assert tables(store) == before
    actions.redo(store)
    assert tables(store) == after
    assert exchange.read_file(store, path, today=today).is_empty
    series = only(store)
    made = {item.occurrence for item in occurrences_of(store, series)}
    assert series.made_until is not None
    assert made | set(series.skipped) == set(occurrences(series.rule, series.start, date.min, series.made_until))
    assert made.isdisjoint(series.skipped)


@pytest.mark.parametrize(
    ("start", "rule", "skipped"),
    [
        (datetime(2026, 12, 2, 20), "FREQ=WEEKLY;BYDAY=WE", datetime(2026, 12, 9, 20)),
        (datetime(2026, 12, 3, 19), "FREQ=WEEKLY;BYDAY=TH", datetime(2026, 12, 10, 19)),
        (datetime(2026, 12, 1, 8), "FREQ=WEEKLY;BYDAY=TU", datetime(2026, 12, 8, 8)),
    ],
    ids=["another hour", "a day later", "a day earlier"],
)
def test_occurrences_keep_their_files_and_what_is_skipped_stays_so(
    store: Store, tmp_path: Path, start: datetime, rule: str, skipped: datetime
) -> None:
    first = calendar(tmp_path / "1.ics", datetime(2026, 12, 2, 19), "FREQ=WEEKLY;BYDAY=WE", datetime(2026, 12, 9, 19))
    take(store, first, TODAY)
    extend_all(store, TODAY + timedelta(weeks=3))  # further than the next file is read
    before = {item.id: item for item in actions.list_items(store)}
    last = max(before.values(), key=lambda item: str(item.start))
    subject = f"item:{last.uid}"
    record_artefacts(
        store, [Artefact(subject, "script", "naskah.md", "out/naskah.md", "f", {}, "h", datetime(2026, 12, 1))]
    )
    take(store, calendar(tmp_path / "2.ics", start, rule, skipped), TODAY)
    after = {item.id: item for item in actions.list_items(store)}
    assert before.keys() <= after.keys()
    by = start - datetime(2026, 12, 2, 19)
    assert all(after[number].start == item.start + by for number, item in before.items())  # type: ignore[operator]
    assert artefacts(store, f"item:{after[last.id].uid}", "script")
    extend_all(store, TODAY + timedelta(weeks=6))
    assert skipped not in {item.start for item in actions.list_items(store)}
