"""What one event or task says of an item: our fields where they travel with it, else the standard properties."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

from studio.errors import InvalidValue, SiarError
from studio.plan.calendars.event_lines import DAY_MIN, all_day_days, default_of, own_property, status_shown
from studio.plan.calendars.lines import Component
from studio.plan.calendars.markup import plain_text
from studio.plan.calendars.times import Moment, minutes_between, read_duration, read_moment
from studio.plan.calendars.zones import Zones
from studio.plan.fields import check_field
from studio.plan.item import DEFAULT_ZONE, Stage
from studio.plan.readers import FIELDS, LONGEST_DURATION_MIN
from studio.plan.reading import Unread
from studio.plan.texts import clean_line

_FROM_OTHERS = uuid.UUID("6f1a5b0e-3c0e-5f0c-9d51-0d2f6c8f7a11")  # our own name space for events without a uid
_LONGEST_UID = 200
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_OWN = {own_property(name): name for name in FIELDS}
_DEFAULTS = {name: default_of(name) for name in FIELDS}
_OUTLOOK_DAY = "X-MICROSOFT-CDO-ALLDAYEVENT"
_APART = ("title", "start", "stage", "zone", "duration_min")  # our property and the standard one are weighed


@dataclass(slots=True)
class Told:
    """The fields that an event mentions; `start` is its moment as it is written, `notes` what could not be taken."""

    fields: dict[str, Any] = field(default_factory=dict)
    start: Moment | None = None
    zone_assumed: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def floats(self) -> bool:
        """Whether it has an hour and no zone."""
        return self.start is not None and self.start.timed and self.start.zone is None


def uid_of(event: Component) -> str:
    """The uid of an event; one that has none gets the same one whenever the file is read."""
    uid = clean_line(event.text("UID"))
    if uid and len(uid) <= _LONGEST_UID:
        return uid
    start = event.first("DTSTART")
    return made_uid(uid or f"{start.value if start else ''}/{event.text('SUMMARY')}")


def unread(event: Component, reason: SiarError | str) -> Unread:
    """`event` as one that could not be read; its title tells a person more than its line in the file."""
    title = clean_line(event.text("SUMMARY"))
    return Unread(event.line, f"“{title[:80]}”: {reason}" if title else str(reason))


def made_uid(text: str) -> str:
    """A uid that is always the same for `text`."""
    return str(uuid.uuid5(_FROM_OTHERS, text))


def told_by(event: Component, zones: Zones, *, ours: bool) -> Told:
    """What `event` mentions; in a file of `ours`, that is every field.

    Raises InvalidValue where it has no title, or no start that is a day.
    """
    told = Told(dict(_DEFAULTS) if ours else {})
    own = {_OWN[name]: found[0].text for name, found in event.properties.items() if name in _OWN}
    values: dict[str, Any] = {"title": event.text("SUMMARY")}
    if not clean_line(values["title"]):
        raise InvalidValue("The event has no title", "Give it one in the calendar program")
    values |= _texts(event, ours=ours)
    values |= {name: text for name, text in own.items() if name not in _APART}
    stage = _stage(event, own.get("stage"))
    if stage is not None:
        values["stage"] = stage
    values |= _times(event, zones, own, told)
    for name, value in values.items():
        try:
            told.fields[name] = check_field(name, value)
        except InvalidValue as error:
            if name in ("title", "start"):
                raise
            told.notes.append(f"{told.fields.get('title', '')}: {error.happened}")
    return told


def _texts(event: Component, *, ours: bool) -> dict[str, Any]:
    """The texts that have a property of their own in the standard."""
    notes, place = event.text("DESCRIPTION"), event.text("LOCATION")
    links = [event.text("URL")] if event.text("URL") else []
    if not ours:
        notes = plain_text(notes)
        if _ADDRESS.fullmatch(place.strip()):  # a meeting on the web, not a room
            links.append(place.strip())
            place = ""
    tags = [tag for one in event.all("CATEGORIES") for tag in one.texts]
    told = {"notes": notes, "studio": place, "tags": tags} | ({} if ours else {"links": links})
    return {name: value for name, value in told.items() if value}


def _stage(event: Component, own: str | None) -> str | None:
    """The stage; where another program has set a STATUS that ours cannot have, that is newer than our property."""
    status, task = event.text("STATUS").strip().upper(), event.name == "VTODO"
    if own is not None:
        try:
            agrees = not status or status_shown(check_field("stage", own), task=task) == status
        except InvalidValue:
            agrees = True  # told as a note
        if agrees or status not in ("CANCELLED", "CONFIRMED", "COMPLETED"):
            return own
    if status == "CANCELLED":
        return Stage.CANCELLED
    if status == "COMPLETED":
        return Stage.PUBLISHED
    return None if own is None else Stage.PLANNED


def _times(event: Component, zones: Zones, own: dict[str, str], told: Told) -> dict[str, Any]:
    """Start, zone and duration."""
    begun = event.first("DTSTART") or (event.first("DUE") if event.name == "VTODO" else None)
    values: dict[str, Any] = {name: own[name] for name in ("zone",) if name in own}
    if begun is None:
        if event.name != "VTODO":
            raise InvalidValue("The event has no start", "Give it a date in the calendar program")
        return values | {"start": None} | _own_duration(own)
    told.start = start = _whole_day(event, read_moment(begun, zones))
    if start.timed:
        if start.zone == "UTC":
            zone = own.get("zone") or zones.own
            told.zone_assumed = "zone" not in own
        else:
            zone = start.zone or zones.own
        if start.zone is not None or zone != DEFAULT_ZONE:
            values["zone"] = zone
        values["start"] = start.on_clock(zone)
    else:
        zone = zones.own
        values["start"] = start.at
    minutes = _minutes(event, zones, start, zone)
    exact = _number(own.get("duration_min"))
    if exact is not None and _agree(exact, minutes, timed=start.timed):
        values["duration_min"] = exact
    elif minutes is not None and 0 < minutes <= LONGEST_DURATION_MIN:
        values["duration_min"] = minutes
    elif minutes is not None and minutes > LONGEST_DURATION_MIN:
        title = clean_line(event.text("SUMMARY"))
        told.notes.append(f"{title}: it lasts {minutes / DAY_MIN:.0f} days, and only its first day is taken")
    return values


def _whole_day(event: Component, at: Moment) -> Moment:
    """`at` as a day where Outlook says beside it that an event from midnight to midnight takes whole days."""
    if not isinstance(at.at, datetime) or at.at.time() != time() or at.zone == "UTC":
        return at
    return Moment(at.at.date()) if event.text(_OUTLOOK_DAY).strip().upper() == "TRUE" else at


def _minutes(event: Component, zones: Zones, start: Moment, zone: str) -> float | None:
    """How long the event lasts in minutes by the standard; None where it does not say, or lasts just its day."""
    lasts, end = event.first("DURATION"), event.first("DTEND")
    try:
        if lasts is not None:
            minutes = read_duration(lasts.value)
        elif end is not None:
            minutes = minutes_between(start, _whole_day(event, read_moment(end, zones)), zone)
        else:
            return None
    except InvalidValue:
        return None
    if not start.timed and minutes <= DAY_MIN:
        return None
    return minutes


def _agree(exact: float, minutes: float | None, *, timed: bool) -> bool:
    """Whether our own duration is that which the event had when we wrote it; else another program has changed it."""
    if not timed:
        return all_day_days(exact) * DAY_MIN == (minutes or DAY_MIN)
    return abs(exact - (minutes or 0)) < 1


def _own_duration(own: dict[str, str]) -> dict[str, Any]:
    return {"duration_min": own["duration_min"]} if "duration_min" in own else {}


def _number(text: str | None) -> float | None:
    try:
        minutes: float | None = check_field("duration_min", text)
    except InvalidValue:
        return None
    return minutes
