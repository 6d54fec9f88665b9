"""The words of marked days in the interface's language: kinds, runs of days, and what clashes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from studio.plan.commerce import OFF_KINDS, MarkKind
from studio.plan.conflicts import Conflict, ConflictKind, minutes
from studio.plan.item import Item
from ui import words

translate = QCoreApplication.translate


def kind_name(kind: MarkKind) -> str:
    """ "Public holiday", "Blackout day"..."""
    return {
        MarkKind.HOLIDAY: translate("Days", "Public holiday"),
        MarkKind.JOINT_LEAVE: translate("Days", "Joint leave"),
        MarkKind.BLACKOUT: translate("Days", "Blackout"),
        MarkKind.CAMPAIGN: translate("Days", "Campaign"),
        MarkKind.DOUBLE_DATE: translate("Days", "Double date"),
        MarkKind.SALE: translate("Days", "Sale"),
        MarkKind.PAYDAY: translate("Days", "Payday"),
    }[kind]


def kind_hint(kind: MarkKind) -> str:
    """What a kind of own day means for the plan."""
    return {
        MarkKind.BLACKOUT: translate("Days", "Nobody works and nothing should go out. Due days skip it."),
        MarkKind.CAMPAIGN: translate("Days", "Shown on every one of its days. The team works."),
        MarkKind.HOLIDAY: translate("Days", "A day off. Due days skip it."),
        MarkKind.JOINT_LEAVE: translate("Days", "A day off that was announced. Due days skip it."),
    }.get(kind, "")


def kind_tone(kind: MarkKind) -> str:
    """The tone of the chip that names a kind."""
    return "live" if kind in OFF_KINDS else "" if kind is MarkKind.CAMPAIGN else "warn"


def span(first: date, last: date) -> str:
    """28 Dec 2026, or 10 – 12 Dec 2026, with as much of the first day as differs."""
    locale, end = words.locale(), words.qdate(last)
    whole = locale.toString(end, "d MMM yyyy")
    if first == last:
        return whole
    same_year = first.year == last.year
    short = "d" if same_year and first.month == last.month else "d MMM" if same_year else "d MMM yyyy"
    return f"{locale.toString(words.qdate(first), short)} – {whole}"


def not_announced(year: int) -> str:
    """Joint leave of 2028: not announced."""
    return translate("Days", "Joint leave of %1: not announced").replace("%1", str(year))


def slot(item: Item) -> str:
    """When an item takes place: Sat 12 Dec, 12:00–14:00 WIB."""
    if not isinstance(item.start, datetime):
        return words.when(item)
    end = item.start + timedelta(minutes=minutes(item))
    clock = f"{words.clock(item.start.time())}–{words.clock(end.time())}"
    return f"{words.short_day(item.start.date())}, {clock} {words.zone_name(item.zone)}"


def clash(conflict: Conflict, items: Mapping[int, Item]) -> str:
    """The evidence of a clash: every item with its time. `items` holds those of the conflict by id."""
    known = [items[number] for number in conflict.items if number in items]
    told = ", ".join(
        translate("Days", "“%1” (%2)").replace("%2", slot(item)).replace("%1", item.title) for item in known
    )
    text = {
        ConflictKind.HOST: translate("Days", "%1 is booked at the same time: %2"),
        ConflictKind.STUDIO: translate("Days", "The studio %1 is booked at the same time: %2"),
        ConflictKind.LIVE_OVERLAP: translate("Days", "Live sessions overlap: %2"),
        ConflictKind.BLACKOUT: translate("Days", "%2 is on a blackout day: %1"),
        ConflictKind.HOLIDAY: translate("Days", "%2 is a live session on a day off: %1"),
    }[conflict.kind]
    before, _, after = text.partition("%2")
    return "".join((before.replace("%1", conflict.about), told, after.replace("%1", conflict.about)))


def due(day: date, today: date) -> str:
    """Due today, Due Thu 3 Dec."""
    if day == today:
        return translate("Days", "Due today")
    return translate("Days", "Due %1").replace("%1", words.short_day(day))


def late(days: int) -> str:
    """2 days late."""
    return translate("Days", "%n day(s) late", "", days)
