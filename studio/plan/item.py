"""An item: one video or live session on the calendar, as a value."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What an item is: a short video (SV) or a live session (LS)."""

    VIDEO = "video"
    LIVE = "live"


class Stage(StrEnum):
    """How far a person says an item is; the program only ever proposes one."""

    IDEA = "idea"
    PLANNED = "planned"
    SCRIPTED = "scripted"
    RECORDED = "recorded"
    SUBTITLED = "subtitled"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


DEFAULT_ZONE = "Asia/Jakarta"
DEFAULT_LANGUAGE = "id"


@dataclass(frozen=True, slots=True)
class Product:
    """Something that is shown or sold in an item; `price` is as it is written ("Rp89.000")."""

    name: str
    price: str = ""
    link: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One video or live session.

    `start` is a naive `datetime` (wall time in `zone`), a `date` (all day) or None (undated).
    `answers` are what was answered to the questions of its script's template, by key.
    `studio` is the room where it is filmed or broadcast. `series_uid` and `occurrence` are set where a series made it:
    the uid of that series, and the start that its rule gives (the RECURRENCE-ID of RFC 5545), wherever it was moved to.
    `recording` is a path, relative to the workspace where it lies inside, else absolute; "" while there is none.
    `id` is 0 until it is stored; `uid` is a UUID that travels with every export.
    """

    title: str
    kind: Kind = Kind.VIDEO
    id: int = 0
    uid: str = field(default_factory=lambda: str(uuid.uuid4()))
    stage: Stage = Stage.IDEA
    start: datetime | date | None = None
    zone: str = DEFAULT_ZONE
    duration_min: float | None = None
    language: str = DEFAULT_LANGUAGE
    owner: str = ""
    host: str = ""
    studio: str = ""
    platforms: tuple[str, ...] = ()
    campaign: str = ""
    series: str = ""
    episode: int | None = None
    audience: str = ""
    learning_goal: str = ""
    products: tuple[Product, ...] = ()
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: str = ""
    recording: str = ""
    script_template: str = ""
    thumbnail_template: str = ""
    deck_template: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    series_uid: str = ""
    occurrence: datetime | date | None = None

    @property
    def all_day(self) -> bool:
        """Whether the item takes a day and no hour."""
        return self.start is not None and not isinstance(self.start, datetime)

    @property
    def day(self) -> date | None:
        """The day on which it stands in the calendar, None while it is undated."""
        return self.start.date() if isinstance(self.start, datetime) else self.start
