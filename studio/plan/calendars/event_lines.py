"""One item as the lines of an event, or, while it has no date, of a task."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from studio.plan.calendars.lines import escaped
from studio.plan.calendars.times import Moment, end_of, minutes_between, moment_line, utc_stamp
from studio.plan.item import DEFAULT_ZONE, Item, Kind, Stage
from studio.plan.readers import FIELDS

DAY_MIN = 24 * 60
ALARM_BEFORE = "-PT30M"  # a host wants to be at the place half an hour before a broadcast
_EVENT_STATUS = {Stage.IDEA: "TENTATIVE", Stage.CANCELLED: "CANCELLED"}
_TASK_STATUS = {Stage.IDEA: "NEEDS-ACTION", Stage.PUBLISHED: "COMPLETED", Stage.CANCELLED: "CANCELLED"}
_ALWAYS = ("kind", "stage")
_EMPTY = Item("", uid="")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:[\x21-\x7e]+", re.IGNORECASE)


class Revised(Protocol):
    """How often something was changed, and when last (aware)."""

    @property
    def sequence(self) -> int:
        """Grows with each change."""

    @property
    def changed(self) -> datetime:
        """When it was changed last."""


def own_property(name: str) -> str:
    """The name under which our field `name` travels."""
    return f"X-SIAR-{name.upper().replace('_', '-')}"


def default_of(name: str) -> Any:
    """What the field `name` is where our own file does not tell it."""
    return getattr(_EMPTY, name)


def item_lines(
    item: Item, revision: Revised, *, uid: str, title: str = "", extra: Sequence[str] = (), alarm: bool = True
) -> list[str]:
    """The content lines of `item` under `uid`: every field is in them, the standard way where there is one.

    `title` is what other programs show instead of the item's own; `extra` are further lines (RRULE, RECURRENCE-ID).
    """
    name = "VEVENT" if item.start is not None else "VTODO"
    times, told = _times(item)
    told |= {"title": title or item.title, "notes": item.notes, "studio": item.studio, "tags": item.tags}
    changed = utc_stamp(revision.changed)
    lines = [f"BEGIN:{name}", f"UID:{escaped(uid)}", f"DTSTAMP:{changed}", f"LAST-MODIFIED:{changed}"]
    lines += [f"SEQUENCE:{revision.sequence}", *times, *extra, f"SUMMARY:{escaped(title or item.title)}"]
    lines += [
        f"{key}:{escaped(text)}" for key, text in (("DESCRIPTION", item.notes), ("LOCATION", item.studio)) if text
    ]
    if item.tags:
        lines.append(f"CATEGORIES:{','.join(map(escaped, item.tags))}")
    link = next(filter(_ADDRESS.fullmatch, item.links), None)
    if link is not None:
        lines.append(f"URL:{link}")
    lines.append(f"STATUS:{_status(item)}")
    for field, rule in FIELDS.items():
        value = getattr(item, field)
        if field != "start" and (field in _ALWAYS or value != told.get(field, default_of(field))):
            lines.append(f"{own_property(field)}:{escaped(rule.show(value))}")
    if alarm and item.kind is Kind.LIVE and isinstance(item.start, datetime) and item.stage is not Stage.CANCELLED:
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(title or item.title)}"]
        lines += [f"TRIGGER:{ALARM_BEFORE}", "END:VALARM"]
    return [*lines, f"END:{name}"]


def status_shown(stage: Stage, *, task: bool) -> str:
    """The STATUS of an item in that stage."""
    return _TASK_STATUS.get(stage, "IN-PROCESS") if task else _EVENT_STATUS.get(stage, "CONFIRMED")


def _status(item: Item) -> str:
    return status_shown(item.stage, task=item.start is None)


def _times(item: Item) -> tuple[list[str], dict[str, Any]]:
    """The lines of the item's start and end, and the fields as they tell them."""
    if item.start is None:
        return [], {}
    if not isinstance(item.start, datetime):
        days = all_day_days(item.duration_min)
        lines = [moment_line("DTSTART", item.start, ""), moment_line("DTEND", _later(item.start, days), "")]
        return lines, {"duration_min": days * DAY_MIN if days > 1 else None}
    lines = [moment_line("DTSTART", item.start, item.zone)]
    told: dict[str, Any] = {"zone": item.zone, "duration_min": None}
    if item.zone == "UTC":
        told["zone"] = DEFAULT_ZONE  # the UTC form names no zone
    if item.duration_min is not None and round(item.duration_min * 60) > 0:
        end = end_of(item.start, item.zone, item.duration_min)
        minutes = minutes_between(Moment(item.start), Moment(end), item.zone)
        if minutes > 0:  # in the hour that a clock shows twice, an end may look like being before its start
            lines.append(moment_line("DTEND", end, item.zone))
            told["duration_min"] = minutes
    return lines, told


def all_day_days(minutes: float | None) -> int:
    """How many days of the calendar an item without an hour takes: one, unless it takes whole days."""
    return int(minutes // DAY_MIN) if minutes and minutes >= DAY_MIN and minutes % DAY_MIN == 0 else 1


def _later(day: date, days: int) -> date:
    return day + timedelta(days=days)
