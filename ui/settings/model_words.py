"""What a checkpoint is good for and how it stands, in the interface's language."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from ui import words
from ui.bridge import RunningJob

translate = QCoreApplication.translate

ADVICE: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Checkpoints", "not fit for Indonesian: every second or third word is wrong"),
    QT_TRANSLATE_NOOP("Checkpoints", "a first impression of English, on any machine"),
    QT_TRANSLATE_NOOP("Checkpoints", "clear English on an old laptop"),
    QT_TRANSLATE_NOOP("Checkpoints", "the one to begin with: good Indonesian and English on a laptop"),
    QT_TRANSLATE_NOOP("Checkpoints", "good English on a laptop"),
    QT_TRANSLATE_NOOP("Checkpoints", "better Indonesian, three times slower than small"),
    QT_TRANSLATE_NOOP("Checkpoints", "very good English, three times slower than small.en"),
    QT_TRANSLATE_NOOP("Checkpoints", "superseded by large-v2 and large-v3"),
    QT_TRANSLATE_NOOP("Checkpoints", "the best Indonesian, for machines with a GPU or for the night"),
    QT_TRANSLATE_NOOP("Checkpoints", "as good as large-v2, for machines with a GPU"),
    QT_TRANSLATE_NOOP("Checkpoints", "near large-v3 at the speed of medium; it cannot translate"),
    QT_TRANSLATE_NOOP("Checkpoints", "added from a file"),
    # languages
    QT_TRANSLATE_NOOP("Checkpoints", "99 languages"),
    QT_TRANSLATE_NOOP("Checkpoints", "100 languages"),
    QT_TRANSLATE_NOOP("Checkpoints", "English only"),
    # what a check found
    QT_TRANSLATE_NOOP("Checkpoints", "as published"),
    QT_TRANSLATE_NOOP("Checkpoints", "not the file that is published: get it again"),
    QT_TRANSLATE_NOOP("Checkpoints", "a whole Whisper checkpoint, not one of OpenAI's"),
)
_MB = 1_000_000


def say(text: str) -> str:
    """Advice, languages or what a check found; a sentence that is not known stays as it is."""
    return translate("Checkpoints", text) if text in ADVICE else text


def facts(row: dict[str, Any]) -> str:
    """What a person chooses by: "99 languages · good Indonesian and English on a laptop"."""
    text = " · ".join(say(part) for part in (row["languages"], row["advice"]) if part)
    return text[:1].upper() + text[1:]


def size_of(megabytes: int) -> str:
    """A size as one speaks of downloads: 484 MB, 3.1 GB."""
    places = 0 if megabytes < 1000 else 1
    return words.locale().formattedDataSize(megabytes * _MB, places, QLocale.DataSizeFormat.DataSizeSIFormat)


def standing(row: dict[str, Any]) -> str:
    """The size, and what is here of it: "484 MB", "120 of 484 MB are here", "484 MB · ready"."""
    size = size_of(row["size_mb"])
    if row["state"] == "part":
        arrived = size_of(row["part_mb"])
        return translate("Checkpoints", "%1 of %2 are here").replace("%2", size).replace("%1", arrived)
    if row["state"] == "damaged":
        return translate("Checkpoints", "The file is not whole")
    if row["state"] == "here":
        ready = translate("Checkpoints", "ready") if row["prepared"] else translate("Checkpoints", "here")
        return f"{size} · {ready}"
    return size


def progress(job: RunningJob) -> str:
    """How far a job on a checkpoint is: "Downloading · 34 % · 3 min left"."""
    if not job.started:
        return translate("Checkpoints", "Waits for its turn")
    doing = {
        "Fetching": translate("Checkpoints", "Downloading"),
        "Copying": translate("Checkpoints", "Copying"),
        "Reading": translate("Checkpoints", "Being prepared"),
        "Preparing": translate("Checkpoints", "Being prepared"),
        "Checking": translate("Checkpoints", "Checking"),
        "": translate("Checkpoints", "Beginning"),
    }.get(job.message.partition(" ")[0], translate("Checkpoints", "Being prepared"))
    left = words.time_left(job.remaining_s) if job.remaining_s is not None else ""
    return " · ".join(part for part in (doing, f"{round(job.fraction * 100)} %", left) if part)
