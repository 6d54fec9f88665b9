"""Items that are hard to write to a sheet, and what a written sheet says, for the tests of both directions."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from studio.plan.item import Item, Kind, Product, Stage
from studio.plan.series import Series
from studio.plan.sheets import write_sheet

TODAY = date(2026, 12, 2)
FORMULAS = ('=HYPERLINK("http://jahat.example","klik")', "+cmd|' /C calc'!A0", "@SUM(A1)", "-1+1", "=1+1", "#N/A")

LIVE = Item(
    title="Kelas live: hook 3 detik",
    kind=Kind.LIVE,
    id=7,
    uid="live-7",
    stage=Stage.SCRIPTED,
    start=datetime(2026, 12, 1, 19, 30),
    zone="Asia/Makassar",
    duration_min=90,
    owner="Rani",
    host="Kak Ayu",
    studio="Studio B",
    platforms=("TikTok", "YouTube"),
    campaign="12.12",
    series="Kelas",
    episode=8,
    audience="pemula",
    learning_goal="Paham hook",
    products=(Product("Lampu", "Rp89.000", "https://toko.example/lampu"),),
    links=("https://a.example/x,y",),
    tags=("pemula", "hook"),
    notes='Baris satu\nBaris "dua" 😀; tiga',
    recording="media/hook.mp4",
    script_template="kelas",
    answers={"hook": "Stop scroll!"},
    series_uid="series-1",
    occurrence=datetime(2026, 12, 2, 19, 30),
)
VIDEO = Item(title="Cahaya bagus", id=8, uid="video-8", start=date(2026, 12, 12), language="en", duration_min=1.5)
IDEA = Item(title="Racun 11.11", id=9, uid="idea-9", owner="Bagas")
DONE = Item(title="Unboxing", id=10, uid="done-10", stage=Stage.PUBLISHED, start=date(2026, 11, 30), owner="rani")
PLAN = (LIVE, VIDEO, IDEA, DONE)
SERIES = Series(
    "FREQ=WEEKLY;BYDAY=WE",
    Item(title="Kelas {episode}", uid="pattern-1", start=datetime(2026, 11, 4, 19, 30), episode=4, series="Kelas"),
    uid="series-1",
    skipped=(datetime(2026, 11, 11, 19, 30),),
    made_until=date(2027, 1, 27),
)


def written(
    folder: Path,
    items: Sequence[Item] = PLAN,
    language: str = "id",
    series: Sequence[Series] = (),
    today: date = TODAY,
) -> Path:
    """A workbook with these items."""
    path = folder / f"plan-{language}.xlsx"
    write_sheet(path, items, series=series, today=today, language=language)
    return path


def cells(path: Path, sheet: str) -> list[list[Any]]:
    """What a program that does not calculate shows on a sheet, row by row."""
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()


def table(path: Path, sheet: str = "Rencana") -> list[dict[str, Any]]:
    """The rows of the plan's table by their headings, but for empty cells."""
    head, *rows = cells(path, sheet)
    return [{name: value for name, value in zip(head, row, strict=True) if value != ""} for row in rows]


def part(path: Path, name: str) -> str:
    """A part of the workbook as it lies in the file."""
    with zipfile.ZipFile(path) as file:
        return file.read(name).decode("utf-8")


def formulas(path: Path) -> set[str]:
    """Every formula of the workbook, wherever it stands."""
    with zipfile.ZipFile(path) as file:
        sheets = [name for name in file.namelist() if name.startswith("xl/worksheets/sheet")]
    return {found for name in sheets for found in re.findall(r"<f[^>]*>([^<]*)</f>", part(path, name))}
