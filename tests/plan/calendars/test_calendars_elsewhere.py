"""Other programs see in our calendars the days, hours and repeats of the plan."""

import json
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from calendar_items import items, series
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from studio.plan.calendars import calendar_bytes, write_calendar
from studio.plan.item import Item, Kind
from studio.plan.series import Series, occurrence_items

LAST = date(2027, 3, 1)


def instant(at, zone):
    """A day as its text, an hour as a moment in UTC."""
    return at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) if isinstance(at, datetime) else at.isoformat()


def planned(plan):
    """What a calendar shows of `plan`: title and start of every item that has a date."""
    return sorted((item.title, str(instant(item.start, item.zone))) for item in plan if item.start is not None)


def seen(at):
    return str(at.astimezone(UTC) if isinstance(at, datetime) else at.isoformat())


def shown(data, last):
    """The titles and starts that the icalendar package reads, repeats expanded by python-dateutil to the day `last`."""
    events = Calendar.from_ical(data).events
    changed = {
        (str(event["UID"]), seen(event["RECURRENCE-ID"].dt)): event for event in events if "RECURRENCE-ID" in event
    }
    found = [(str(event["SUMMARY"]), seen(event["DTSTART"].dt)) for event in changed.values()]
    for event in events:
        if "RECURRENCE-ID" in event:
            continue
        start = event["DTSTART"].dt
        starts = [start]
        if "RRULE" in event:
            clock = start if isinstance(start, datetime) else datetime.combine(start, time())
            rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=clock)
            ends = datetime.combine(last, time.max, tzinfo=clock.tzinfo)
            excluded = event.get("EXDATE", [])
            skipped = {
                seen(one.dt) for part in (excluded if isinstance(excluded, list) else [excluded]) for one in part.dts
            }
            given = [at if isinstance(start, datetime) else at.date() for at in rule.between(clock, ends, inc=True)]
            starts = [at for at in given if seen(at) not in skipped]
        own = [at for at in starts if (str(event["UID"]), seen(at)) not in changed]
        found += [(str(event["SUMMARY"]), seen(at)) for at in own]
    return sorted(found)


@given(st.lists(items(), max_size=3))
@settings(deadline=None, max_examples=40)
def test_the_icalendar_package_reads_the_same_items(plan):
    data = calendar_bytes(plan)
    assert shown(data, LAST) == planned(plan)
    for event in Calendar.from_ical(data).events:
        item = next(item for item in plan if item.uid == event["UID"])
        assert not event.errors
        assert str(event.get("DESCRIPTION", "")) == item.notes
        assert (
            tuple(str(tag) for tag in event["CATEGORIES"].cats) == item.tags if item.tags else "CATEGORIES" not in event
        )
        if not item.all_day:
            assert event["DTSTART"].params.get("TZID", "UTC") == item.zone


@given(series())
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_dateutil_expands_the_rule_to_the_occurrences_of_the_plan(made):
    one, occurrences = made
    if one.made_until is not None:
        assert shown(calendar_bytes(occurrences, [one]), one.made_until) == planned(occurrences)


@pytest.fixture
def ical_js(tmp_path):
    """What ical.js reads of a file; its module is named by SIAR_ICAL_JS (the package's dist/ical.js)."""
    node, library = shutil.which("node"), os.environ.get("SIAR_ICAL_JS")
    if node is None or not library:
        pytest.skip("ical.js is not here: install node, and name its dist/ical.js in SIAR_ICAL_JS")
    script = Path(__file__).with_name("read_with_ical_js.mjs")

    def read(path):
        done = subprocess.run(
            [node, script, library, path, LAST.isoformat()], capture_output=True, text=True, timeout=60, check=True
        )
        return json.loads(done.stdout)

    return read


def test_ical_js_reads_the_same_events(ical_js, tmp_path):
    kelas = Item("Kelas #{episode}", Kind.LIVE, start=datetime(2026, 12, 2, 19), duration_min=60, episode=1)
    weekly = Series(
        "FREQ=WEEKLY;UNTIL=20270227;BYDAY=WE", kelas, uid="k", skipped=(datetime(2026, 12, 9, 19),), made_until=LAST
    )
    monthly = Series(
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        Item("Laporan", start=date(2026, 12, 31)),
        uid="l",
        made_until=LAST,
    )
    abroad = Series(
        "FREQ=WEEKLY;BYDAY=SU",
        Item("Webinar", start=datetime(2026, 10, 18, 9, 30), zone="America/New_York", duration_min=45),
        uid="w",
        made_until=LAST,
    )
    twin = replace(weekly, pattern=Item("Rapat", start=kelas.start, duration_min=30), uid="r", skipped=())
    plan = [
        Item("Cahaya bagus; modal, murah\\", uid="1", start=datetime(2026, 12, 8, 12), duration_min=34, notes="a\nb"),
        Item("Hari Natal 🎄", uid="2", start=date(2026, 12, 25)),
        Item("Roadshow", uid="3", start=date(2026, 12, 27), duration_min=3 * 1440),
        Item("London", uid="4", start=datetime(2027, 3, 1, 0, 30), zone="Europe/London", duration_min=90),
        Item("Ide", uid="5"),
    ]
    for one in (weekly, twin, monthly, abroad):
        plan += occurrence_items(one, date.min, LAST)
    moved = next(item for item in plan if item.occurrence == datetime(2026, 12, 16, 19))
    plan[plan.index(moved)] = replace(moved, start=datetime(2026, 12, 17, 20, 30))
    write_calendar(tmp_path / "plan.ics", plan, [weekly, twin, monthly, abroad])

    def moment(at, zone):
        found = instant(at, zone)
        return found if isinstance(found, str) else found.strftime("%Y-%m-%dT%H:%M:%S.000Z")

    def end(item):
        if item.all_day:
            return (item.start + timedelta(days=max(1, int((item.duration_min or 0) // 1440)))).isoformat()
        began = item.start.replace(tzinfo=ZoneInfo(item.zone)).astimezone(UTC)
        return (began + timedelta(minutes=item.duration_min)).strftime("%Y-%m-%dT%H:%M:%S.000Z")

    expected = [
        (item.series_uid or item.uid, item.title, moment(item.start, item.zone), end(item))
        for item in plan
        if item.start
    ]
    read = [(one["uid"], one["summary"], one["start"], one["end"]) for one in ical_js(tmp_path / "plan.ics")]
    assert sorted(read) == sorted(expected)
