"""How long 1000 slides with notes take: ours against plain python-pptx. Run `python tests/bench/decks.py [SLIDES]`."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from studio.decks.building import build_deck
from studio.decks.outline import Slide, SlideKind
from studio.plan.item import Item, Kind

POINTS = ("Standar: dihitung dari setiap pesanan", "Kampanye: naik saat 12.12", "Target: bonus bila misi selesai")
NOTES = "19.32–19.40 WIB · 8 menit · Bima\nSebut tiga jenis komisi, lalu hitung satu contoh."


def ours(count: int, path: Path) -> float:
    slides = [Slide(SlideKind.POINTS, f"Bagian {n}", POINTS, kicker="Materi", notes=NOTES) for n in range(count)]
    begin = time.perf_counter()
    deck = build_deck(slides, Item("Kelas komisi", Kind.LIVE, owner="Dewi"), path)
    assert deck.slides == count and not deck.findings
    return time.perf_counter() - begin


def plain(count: int, path: Path) -> float:
    """What anyone would write with python-pptx: no measuring, no footers, no lint."""
    from pptx import Presentation

    begin = time.perf_counter()
    presentation = Presentation()
    layout = presentation.slide_layouts[1]
    for n in range(count):
        slide = presentation.slides.add_slide(layout)
        slide.shapes.title.text = f"Bagian {n}"
        slide.placeholders[1].text = "\n".join(POINTS)
        slide.notes_slide.notes_text_frame.text = NOTES
    presentation.save(str(path))
    return time.perf_counter() - begin


def main() -> None:
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.pptx"
        ours(1, path)
        print(f"{'slides':>7} {'ours':>8} {'python-pptx':>12} {'ratio':>6}")
        for count in sorted({20, 100, 500, largest}):
            mine, theirs = ours(count, path), plain(count, path)
            print(f"{count:7} {mine:7.2f}s {theirs:11.2f}s {mine / theirs:6.2f}")


if __name__ == "__main__":
    main()
