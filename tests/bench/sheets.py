"""How long a sheet of 10,000 rows takes: written, read, compared, against a plain openpyxl loop.

Run `python tests/bench/sheets.py [ROWS]`.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from studio.plan.difference import compare
from studio.plan.item import Item, Kind, Stage
from studio.plan.sheets import read_sheet, write_sheet

TODAY = date(2026, 11, 24)
BEGIN = datetime(2026, 1, 1, 19)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
PEOPLE, PLATFORMS = ("Rani", "Bima", "Sari", "Dewi"), ("TikTok", "YouTube", "Shopee")


def plan(count: int) -> list[Item]:
    """Items over two years, as a busy team has them."""
    stages = list(Stage)
    return [
        Item(
            f"Konten {number}: cahaya, suara dan hook",
            kind=Kind.LIVE if number % 3 == 0 else Kind.VIDEO,
            id=number,
            stage=stages[number % 8],
            start=BEGIN + timedelta(hours=number * 17_000 // count),
            duration_min=90 if number % 3 == 0 else 1.5,
            owner=PEOPLE[number % 4],
            host=PEOPLE[number // 4 % 4],
            platforms=PLATFORMS[: number % 3 + 1],
            campaign="12.12" if number % 5 == 0 else "",
            notes=f"Catatan {number}\nBawa lampu",
        )
        for number in range(1, count + 1)
    ]


def write_team_sheet(path: Path, items: list[Item]) -> None:
    """The same items as a team's own sheet: dates and hours are texts, and words are theirs."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Jadwal")
    sheet.append(["CONTENT PLAN 2026–2027"])
    sheet.append(
        ["Tanggal", "Jam", "Judul Konten", "SV/LS", "PIC", "Pembawa acara", "Platform", "Status", "Keterangan"]
    )
    words = {Stage.PUBLISHED: "Sudah tayang", Stage.IDEA: "Draft", Stage.CANCELLED: "Batal"}
    for item in items:
        at = item.start
        assert isinstance(at, datetime)
        sheet.append(
            [
                f"{at.day} {MONTHS[at.month - 1]} {at.year}",
                f"{at:%H.%M} WIB",
                item.title,
                "LS" if item.kind == Kind.LIVE else "SV",
                item.owner,
                item.host,
                " & ".join(item.platforms),
                words.get(item.stage, item.stage.value),
                item.notes,
            ]
        )
    book.save(path)


def plain(path: Path) -> int:
    """What anyone would write with openpyxl: every row as a dict, nothing understood."""
    from openpyxl import load_workbook

    sheet = load_workbook(path, read_only=True, data_only=True).worksheets[0]
    rows = sheet.iter_rows(values_only=True)
    head = next(rows)
    return len([dict(zip(head, row, strict=False)) for row in rows])


def taken(call: Callable[..., Any], *args: Any, **options: Any) -> tuple[float, Any]:
    """How long a call takes in seconds, and what it gives."""
    begin = time.perf_counter()
    given = call(*args, **options)
    return time.perf_counter() - begin, given


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    items = plan(count)
    print(
        f"{count:,} rows {'write':>12} {'read':>8} {'compare':>8} {'read and compare':>17} {'openpyxl':>9} {'ratio':>6}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name in ("plan.xlsx", "plan.csv", "team.xlsx"):
            path = Path(folder) / name
            if name == "team.xlsx":
                write, _ = taken(write_team_sheet, path, items)
            else:
                write, _ = taken(write_sheet, path, items, today=TODAY)
            read, reading = taken(read_sheet, path, today=TODAY)
            compared, found = taken(compare, reading, items)
            assert not found.unread and not found.new and found.same + len(found.changed) == count
            assert name == "team.xlsx" or found.is_empty
            line = f"{name:12} {write:9.2f}s {read:7.2f}s {compared:7.2f}s {read + compared:16.2f}s"
            if path.suffix == ".xlsx":
                theirs, _ = taken(plain, path)
                line += f" {theirs:8.2f}s {(read + compared) / theirs:6.2f}"
            print(line)


if __name__ == "__main__":
    main()
