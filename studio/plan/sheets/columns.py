"""The columns of our own sheet: what each is called in both languages, what it holds and how wide it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from studio.plan.dates import format_start
from studio.plan.item import Item, Kind, Stage
from studio.plan.readers import FIELDS

Cell = str | int | float | date | time | None

STAGE_WORDS: dict[str, dict[Stage, str]] = {
    "id": {
        Stage.IDEA: "Ide",
        Stage.PLANNED: "Direncanakan",
        Stage.SCRIPTED: "Naskah jadi",
        Stage.RECORDED: "Direkam",
        Stage.SUBTITLED: "Bersubtitle",
        Stage.SCHEDULED: "Dijadwalkan",
        Stage.PUBLISHED: "Tayang",
        Stage.CANCELLED: "Batal",
    },
    "en": {stage: stage.value.capitalize() for stage in Stage},
}
KIND_WORDS: dict[str, dict[Kind, str]] = {
    "id": {Kind.VIDEO: "Video", Kind.LIVE: "Live"},
    "en": {Kind.VIDEO: "Video", Kind.LIVE: "Live"},
}


class Holds(StrEnum):
    """What the cells of a column are, which decides their number format and how they are read back."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column; `key` is the item's field, or "date" and "time", which together are its start."""

    key: str
    id: str
    en: str
    width: int
    holds: Holds = Holds.TEXT

    def heading(self, language: str) -> str:
        """What stands above it."""
        return self.id if language == "id" else self.en


COLUMNS: tuple[SheetColumn, ...] = (
    SheetColumn("id", "ID", "ID", 7, Holds.NUMBER),
    SheetColumn("uid", "UID", "UID", 10),
    SheetColumn("title", "Judul", "Title", 42),
    SheetColumn("kind", "Jenis", "Kind", 9),
    SheetColumn("stage", "Tahap", "Stage", 14),
    SheetColumn("date", "Tanggal", "Date", 17, Holds.DATE),
    SheetColumn("time", "Jam", "Time", 8, Holds.TIME),
    SheetColumn("duration_min", "Durasi menit", "Duration min", 14, Holds.NUMBER),
    SheetColumn("owner", "PIC", "Owner", 14),
    SheetColumn("host", "Host", "Host", 16),
    SheetColumn("platforms", "Platform", "Platforms", 20),
    SheetColumn("campaign", "Kampanye", "Campaign", 16),
    SheetColumn("series", "Seri", "Series", 18),
    SheetColumn("episode", "Episode", "Episode", 10, Holds.NUMBER),
    SheetColumn("language", "Bahasa", "Language", 11),
    SheetColumn("studio", "Studio", "Studio", 14),
    SheetColumn("tags", "Tag", "Tags", 18),
    SheetColumn("notes", "Catatan", "Notes", 32),
    SheetColumn("links", "Tautan", "Links", 24),
    SheetColumn("products", "Produk", "Products", 28),
    SheetColumn("audience", "Penonton", "Audience", 20),
    SheetColumn("learning_goal", "Tujuan belajar", "Learning goal", 26),
    SheetColumn("zone", "Zona waktu", "Time zone", 15),
    SheetColumn("recording", "Rekaman", "Recording", 20),
    SheetColumn("script_template", "Templat naskah", "Script template", 17),
    SheetColumn("thumbnail_template", "Templat thumbnail", "Thumbnail template", 20),
    SheetColumn("deck_template", "Templat deck", "Deck template", 16),
    SheetColumn("answers", "Jawaban naskah", "Script answers", 20),
    SheetColumn("series_uid", "UID seri", "Series UID", 12),
    SheetColumn("occurrence", "Jadwal asal", "Original start", 17),
)

SERIES_SHEET = {"id": "Seri", "en": "Series"}
# What repeats has a sheet of its own. Its cells are texts, the moments in them as format_start writes them: `pattern`
# is the JSON of studio.plan.fields, `skipped` holds one moment a line, and `says` tells a person what the rule means.
SERIES_COLUMNS: tuple[SheetColumn, ...] = (
    SheetColumn("uid", "UID", "UID", 12),
    SheetColumn("title", "Judul", "Title", 42),
    SheetColumn("says", "Berulang", "Repeats", 34),
    SheetColumn("start", "Mulai", "Start", 18),
    SheetColumn("rule", "Aturan (RRULE)", "Rule (RRULE)", 34),
    SheetColumn("skipped", "Dilewati", "Skipped", 18),
    SheetColumn("made_until", "Dibuat sampai", "Made until", 15),
    SheetColumn("pattern", "Pola (JSON)", "Pattern (JSON)", 40),
)


def cell(item: Item, key: str, language: str) -> Cell:
    """What the column `key` says of `item`; texts are "" where there is nothing, numbers and days None."""
    match key:
        case "date":
            return item.day
        case "time":
            return item.start.time() if isinstance(item.start, datetime) else None
        case "kind":
            return KIND_WORDS[language][item.kind]
        case "stage":
            return STAGE_WORDS[language][item.stage]
        case "id":
            return item.id or None
        case "uid" | "series_uid":
            return str(getattr(item, key))
        case "occurrence":
            return format_start(item.occurrence) or ""
        case "duration_min" | "episode":
            number: float | None = getattr(item, key)
            return int(number) if number is not None and number == int(number) else number
    return FIELDS[key].show(getattr(item, key))
