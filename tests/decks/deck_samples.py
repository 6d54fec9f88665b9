"""The live session that the deck tests are about, and ways to spoil a written deck."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from studio.decks.building import Deck, build_deck
from studio.decks.figures import A
from studio.decks.opened import Opened
from studio.decks.outline import outline
from studio.decks.rundown import rundown_from_script
from studio.plan.item import Item, Kind, Product
from studio.scripts.script import Script, parse_script

MARKDOWN = """# Kelas komisi #8
*Siaran langsung dalam bahasa Indonesia*

## Pembukaan [opening] (2:00)
Halo, selamat datang di Kelas komisi!
- Sapa penonton, sebut tiga nama
- Tujuan malam ini: paham tiga jenis komisi
> Host: Bima

## Tiga jenis komisi [teaching] (8:00)
- Standar: dihitung dari setiap pesanan yang selesai
- Kampanye: naik saat 12.12 dan Harbolnas
- Target: bonus bila misi mingguan selesai
> Host: Bima

## Buka dasbor, cari angka kemarin [demo] (6:00)
- Menu Analitik, lalu Komisi
- Bandingkan kemarin dengan minggu lalu
> Host: Sari
> Layar: dasbor afiliasi, akun latihan

## Ring light mini [product] (5:00)
- Produk: Ring light mini | Rp89.000 | https://tok.id/ring
- Cahaya rata, tiga tingkat terang
> Host: Sari

## Voucher malam ini [voucher] (3:00)
- Kode: KELAS10
- Potongan 10%, minimal belanja Rp50.000
> Host: Bima

## Tanya jawab [qa] (5:00)
- Lima pertanyaan dari kolom komentar
> Host: Sari

## Benar atau salah? [quiz] (4:00)
- Komisi dihitung dari harga sebelum diskon.
- Benar
- Salah
- Jawaban: salah, komisi dihitung dari harga sesudah diskon
> Host: Bima

## Misi minggu ini [closing] (2:00)
- Unggah tiga video, pakai tautan kelas
> Host: Bima
"""

RING = Product("Ring light mini", "Rp89.000", "https://tok.id/ring", "Cahaya rata untuk meja kecil")
TRIPOD = Product("Tripod lipat", "Rp129.000", "https://tok.id/tripod")
ITEM = Item(
    "Kelas komisi #8",
    Kind.LIVE,
    start=datetime(2026, 12, 16, 19, 30),
    duration_min=34,
    owner="Dewi",
    host="Bima dan Sari",
    series="Kelas komisi",
    learning_goal="Paham tiga jenis komisi",
    products=(RING, TRIPOD),
    tags=("komisi", "pemula"),
)


def script() -> Script:
    return parse_script(MARKDOWN, "id")


def sample_deck(folder: Path, template: Path | None = None) -> Deck:
    return build_deck(outline(rundown_from_script(script(), ITEM), ITEM), ITEM, folder / "kelas.pptx", template)


Change = Callable[[dict[str, bytes]], None]


def spoiled(path: Path, change: Change, extra: tuple[tuple[str, bytes], ...] = ()) -> Path:
    """A copy of the deck after `change` on its parts by name; `extra` parts are added even if they are there."""
    parts = dict(Opened(path).parts)
    change(parts)
    copy = path.with_name("spoiled.pptx")
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in [*parts.items(), *extra]:
            archive.writestr(zipfile.ZipInfo(name), data)
    return copy


def replace(part: str, old: str, new: str) -> Change:
    """A change of the first `old` in a part; it must be there."""

    def change(parts: dict[str, bytes]) -> None:
        text = parts[part].decode()
        assert old in text, f"{old} is not in {part}"
        parts[part] = text.replace(old, new, 1).encode()

    return change


def said(path: Path) -> str:
    """All that the slides and the notes of a deck say, paragraph by paragraph."""
    opened = Opened(path)
    trees = [opened.tree(name) for slide in opened.slides for name in (slide.name, slide.notes)]
    return "\n".join("".join(paragraph.itertext(f"{A}t")) for tree in trees for paragraph in tree.iter(f"{A}p"))
