"""The fields of the form as data: what each is called, how it is asked for, and which belong together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from studio.plan.item import Kind, Stage
from ui import words

translate = QCoreApplication.translate


class Ask(Enum):
    """How a field is asked for."""

    LINE = auto()
    TEXT = auto()  # several lines
    CHOICE = auto()
    START = auto()  # date and time, all day, or undated
    ZONE = auto()
    FILE = auto()


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of the form; `choices` are (value, what is shown)."""

    name: str
    title: str
    ask: Ask = Ask.LINE
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


def groups() -> tuple[tuple[str, tuple[FormField, ...]], ...]:
    """The fields of an item in groups, in the order in which a person thinks of them."""
    return (
        (
            "",
            (
                FormField("title", translate("Fields", "Title")),
                FormField(
                    "kind",
                    translate("Fields", "Kind"),
                    Ask.CHOICE,
                    choices=tuple((str(kind), words.kind_name(kind)) for kind in Kind),
                ),
                FormField(
                    "stage",
                    translate("Fields", "Stage"),
                    Ask.CHOICE,
                    choices=tuple((str(stage), words.stage_name(stage)) for stage in Stage),
                ),
            ),
        ),
        (
            translate("Fields", "When"),
            (
                FormField("start", translate("Fields", "Date"), Ask.START),
                FormField("zone", translate("Fields", "Time zone"), Ask.ZONE),
                FormField("duration_min", translate("Fields", "Duration in minutes"), hint="34"),
                FormField(
                    "language",
                    translate("Fields", "Language of the content"),
                    Ask.CHOICE,
                    choices=(("id", "Bahasa Indonesia"), ("en", "English")),
                ),
            ),
        ),
        (
            translate("Fields", "Who and where"),
            (
                FormField("owner", translate("Fields", "Owner")),
                FormField("host", translate("Fields", "Host")),
                FormField("studio", translate("Fields", "Studio"), hint=translate("Fields", "Studio A")),
                FormField("platforms", translate("Fields", "Platforms"), hint="tiktok, youtube"),
                FormField("campaign", translate("Fields", "Campaign"), hint="Harbolnas"),
                FormField("series", translate("Fields", "Series")),
                FormField("episode", translate("Fields", "Episode"), hint="8"),
            ),
        ),
        (
            translate("Fields", "What for"),
            (
                FormField("audience", translate("Fields", "Audience")),
                FormField("learning_goal", translate("Fields", "Learning goal"), Ask.TEXT),
                FormField(
                    "products",
                    translate("Fields", "Products"),
                    Ask.TEXT,
                    translate("Fields", "One a line: Name | Rp89.000 | https://link"),
                ),
                FormField("links", translate("Fields", "Links"), Ask.TEXT, translate("Fields", "One a line")),
                FormField("tags", translate("Fields", "Tags"), hint="12.12, live"),
                FormField("notes", translate("Fields", "Notes"), Ask.TEXT),
            ),
        ),
        (
            translate("Fields", "Recording"),
            (FormField("recording", translate("Fields", "File"), Ask.FILE, translate("Fields", "Drop a video here")),),
        ),
    )
