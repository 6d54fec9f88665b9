"""The program's words as the window says them, in the interface's language: kinds, stages, states, dates, lengths."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from studio.plan.item import Item, Kind, Stage

translate = QCoreApplication.translate

_ZONES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


def locale() -> QLocale:
    """The locale of the interface; ui.i18n sets it."""
    return QLocale()


def kind_name(kind: Kind) -> str:
    """ "Video" or "Live"."""
    return translate("Words", "Video") if kind is Kind.VIDEO else translate("Words", "Live")


def stage_name(stage: Stage) -> str:
    """The stage as a chip says it."""
    return {
        Stage.IDEA: translate("Words", "Idea"),
        Stage.PLANNED: translate("Words", "Planned"),
        Stage.SCRIPTED: translate("Words", "Scripted"),
        Stage.RECORDED: translate("Words", "Recorded"),
        Stage.SUBTITLED: translate("Words", "Subtitled"),
        Stage.SCHEDULED: translate("Words", "Scheduled"),
        Stage.PUBLISHED: translate("Words", "Published"),
        Stage.CANCELLED: translate("Words", "Cancelled"),
    }[stage]


def state_name(state: str) -> str:
    """The state of a step in one word."""
    return {
        "ready": translate("Words", "Ready"),
        "edited": translate("Words", "Edited"),
        "missing": translate("Words", "Missing"),
        "stale": translate("Words", "Stale"),
        "failing": translate("Words", "Failing"),
    }[state]


def step_name(step: str, fallback: str = "") -> str:
    """The title of a step; one that this window does not know yet keeps the title that it came with."""
    return {
        "script": translate("Words", "Script"),
        "thumbnail": translate("Words", "Thumbnail"),
        "recording": translate("Words", "Recording"),
        "cut": translate("Words", "Cut"),
        "subtitles": translate("Words", "Subtitles"),
        "captioned": translate("Words", "Captioned video"),
        "rundown": translate("Words", "Rundown"),
        "deck": translate("Words", "Deck"),
    }.get(step, fallback or step)


def caption_style_name(name: str) -> str:
    """The name of a caption style; one that a person made keeps its own."""
    return {
        "plain": translate("Words", "Plain"),
        "boxed": translate("Words", "Boxed"),
        "highlight": translate("Words", "Highlight"),
        "pop": translate("Words", "Pop"),
    }.get(name, name)


def language_name(code: str) -> str:
    """The name of a content language: "Bahasa Indonesia", "English", else the code as it is."""
    return {"id": "Bahasa Indonesia", "en": "English"}.get(code, code)


def zone_name(zone: str) -> str:
    """The short name that people use: WIB, WITA, WIT; else the IANA name's city."""
    return _ZONES.get(zone, zone.rpartition("/")[2].replace("_", " "))


def clock(at: time) -> str:
    """19:30, or 19.30 where dots are the custom."""
    return locale().toString(QTime(at.hour, at.minute), translate("Words", "HH:mm", "a clock time"))


def qdate(day: date) -> QDate:
    """A Python date for Qt."""
    return QDate(day.year, day.month, day.day)


def month_name(day: date) -> str:
    """December 2026."""
    return locale().toString(qdate(day), "MMMM yyyy")


def short_day(day: date) -> str:
    """Tue 8 Dec."""
    return locale().toString(qdate(day), "ddd d MMM")


def long_day(day: date) -> str:
    """Tuesday 8 December 2026."""
    return locale().toString(qdate(day), "dddd d MMMM yyyy")


def when(item: Item) -> str:
    """When an item stands, in words: "Tue 8 Dec, 12:00 WIB", "Tue 8 Dec, all day", "No date yet"."""
    if item.start is None:
        return translate("Words", "No date yet")
    if isinstance(item.start, datetime):
        return f"{short_day(item.start.date())}, {clock(item.start.time())} {zone_name(item.zone)}"
    return translate("Words", "%1, all day").replace("%1", short_day(item.start))


def length(minutes: float | None) -> str:
    """60 s, 34 min, 1 h 30 min; "" where it is not known. Up to 90 s in seconds, as makers of short videos speak."""
    if not minutes:
        return ""
    seconds = round(minutes * 60)
    if seconds <= 90:
        return translate("Words", "%1 s").replace("%1", str(seconds))
    whole, rest = divmod(round(minutes), 60)
    if not whole:
        return translate("Words", "%1 min").replace("%1", str(rest))
    text = translate("Words", "%1 h").replace("%1", str(whole))
    return text + (" " + translate("Words", "%1 min").replace("%1", str(rest)) if rest else "")


def time_left(seconds: float) -> str:
    """Under a minute, 6 min, 1 h 5 min: a time left, rounded as people say it."""
    if seconds < 60:
        return translate("Words", "%1 s left").replace("%1", str(max(1, round(seconds))))
    return translate("Words", "%1 left").replace("%1", length(max(2.0, seconds / 60)))


def moment(at: datetime, today: date) -> str:
    """When something was, as people say it: "Today, 08:00", "Yesterday, 17:20", "Tue 1 Dec, 08:00"."""
    days = (today - at.date()).days
    if days == 0:
        day = translate("Words", "Today")
    elif days == 1:
        day = translate("Words", "Yesterday")
    elif at.year == today.year:
        day = short_day(at.date())
    else:
        day = locale().toString(qdate(at.date()), "d MMM yyyy")
    return f"{day}, {clock(at.time())}"


def items_counted(count: int) -> str:
    """1 item, 48 items."""
    return translate("Words", "%n item(s)", "", count)


def file_size(size: int) -> str:
    """A size in bytes as file managers say it: 24 kB, 1.2 MB."""
    return locale().formattedDataSize(size, 1 if size >= 1_000_000 else 0, QLocale.DataSizeFormat.DataSizeSIFormat)
