"""What a rundown's sheet calls its columns and kinds, in Indonesian and English; add a team's own word here."""

from __future__ import annotations

import re

from studio.decks.rows import Segment
from studio.decks.words import indonesian

# Meaning -> our heading in Indonesian and English, then what other teams call it.
HEADINGS: dict[str, tuple[str, ...]] = {
    "cue": ("Cue", "Cue", "no", "no.", "nomor", "#", "urutan"),
    "day": ("Tanggal", "Date", "hari", "day", "tgl"),
    "start": ("Mulai", "Start", "jam", "waktu", "jam mulai", "start time", "time"),
    "end": ("Selesai", "End", "jam selesai", "sampai", "end time", "finish"),
    "length": (
        "Durasi",
        "Duration",
        "lama",
        "panjang",
        "length",
        "menit",
        "minutes",
        "durasi (menit)",
        "duration (min)",
    ),
    "pinned": ("Mulai pasti", "Hard start", "pasti", "terkunci", "pinned", "hard", "fixed"),
    "kind": ("Jenis", "Kind", "segmen", "tipe", "segment", "type", "jenis segmen"),
    "title": ("Judul", "Title", "bagian", "kegiatan", "acara", "section", "name", "nama", "topik", "topic"),
    "points": ("Poin", "Points", "pokok bahasan", "isi", "talking points", "content", "poin bicara"),
    "product": ("Produk", "Product", "nama produk", "product name"),
    "price": ("Harga", "Price", "harga produk"),
    "link": ("Tautan", "Link", "url", "link produk"),
    "product_note": ("Catatan produk", "Product note"),
    "voucher": ("Voucher", "Voucher", "kode voucher", "voucher code", "kode", "code"),
    "host": ("Host", "Host", "pembawa acara", "pemandu", "pic", "presenter"),
    "asset": ("Di layar", "On screen", "aset", "asset", "materi layar", "layar"),
    "notes": ("Catatan", "Notes", "keterangan", "note", "remarks"),
    "spoken": ("Naskah", "Spoken", "ucapan", "script", "teks"),
}
_MEANINGS = {name.casefold(): meaning for meaning, names in HEADINGS.items() for name in names}
KINDS: dict[Segment, tuple[str, ...]] = {
    Segment.OPENING: ("Pembukaan", "Opening", "pembuka", "intro"),
    Segment.TEACHING: ("Materi", "Teaching", "lesson", "pelajaran", "kelas"),
    Segment.DEMO: ("Demo", "Demo", "praktik"),
    Segment.PRODUCT: ("Produk", "Product", "jualan"),
    Segment.VOUCHER: ("Voucher", "Voucher", "promo"),
    Segment.QA: ("Tanya jawab", "Q&A", "qa", "qna", "tanya-jawab"),
    Segment.QUIZ: ("Kuis", "Quiz", "polling"),
    Segment.CLOSING: ("Penutup", "Closing", "penutupan", "outro"),
}
_KIND = {name.casefold(): kind for kind, names in KINDS.items() for name in names} | {
    kind.value: kind for kind in Segment
}
YES = {"ya", "y", "yes", "x", "1", "true", "benar", "pasti", "✓", "v"}
# A cell that begins so is run as a formula (OWASP, CSV injection); an apostrophe keeps it text.
_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")


def kind_name(kind: Segment, language: str) -> str:
    """ "Tanya jawab", "Q&A": what a kind is called in a language."""
    return KINDS[kind][0 if indonesian(language) else 1]


def safe(cell: str) -> str:
    """The cell, kept from being run as a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unsafe(cell: str) -> str:
    """The cell as it was before `safe`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def meanings(cells: list[str]) -> dict[str, int]:
    """The position of each known heading among `cells`; the first of two that mean the same."""
    found: dict[str, int] = {}
    for position, cell in enumerate(cells):
        meaning = _MEANINGS.get(" ".join(cell.split()).strip(" :*").casefold())
        if meaning and meaning not in found:
            found[meaning] = position
    return found


def kind_of(word: str) -> Segment | None:
    """The kind that a person wrote, None for a word that is none."""
    return _KIND.get(" ".join(word.split()).casefold())
