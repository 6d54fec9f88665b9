"""The words that a deck and a rundown add of their own, in the item's language."""

from __future__ import annotations

from datetime import date, datetime

_ID = {
    "agenda": "Agenda",
    "with": "Bersama",
    "and": "dan",
    "live": "SIARAN LANGSUNG",
    "minutes": "menit",
    "seconds": "detik",
    "hours": "jam",
    "goal": "Tujuan",
    "products": "Produk",
    "points": "Poin",
    "spoken": "Diucapkan",
    "directions": "Arahan",
    "screen": "Di layar",
    "price": "Harga",
    "link": "Tautan",
    "notes": "Catatan",
    "voucher": "Kode voucher",
    "answer": "Jawaban",
    "thanks": "Terima kasih!",
    "ask": "Tulis pertanyaanmu di kolom komentar",
    "opening": "Pembukaan",
    "teaching": "Materi",
    "demo": "Demo",
    "product": "Produk",
    "qa": "Tanya jawab",
    "quiz": "Kuis",
    "closing": "Penutup",
    "start": "mulai",
}
_EN = {
    "agenda": "Agenda",
    "with": "With",
    "and": "and",
    "live": "LIVE",
    "minutes": "min",
    "seconds": "s",
    "hours": "h",
    "goal": "Goal",
    "products": "Products",
    "points": "Points",
    "spoken": "Spoken",
    "directions": "Directions",
    "screen": "On screen",
    "price": "Price",
    "link": "Link",
    "notes": "Notes",
    "voucher": "Voucher code",
    "answer": "Answer",
    "thanks": "Thank you!",
    "ask": "Write your question in the comments",
    "opening": "Opening",
    "teaching": "Lesson",
    "demo": "Demo",
    "product": "Product",
    "qa": "Q&A",
    "quiz": "Quiz",
    "closing": "Closing",
    "start": "from the start",
}


def indonesian(language: str) -> bool:
    """Whether the deck's own words are Indonesian; every other language gets English ones."""
    return language.lower().split("-")[0] in ("id", "ind")


def words(language: str) -> dict[str, str]:
    """The words of a language."""
    return _ID if indonesian(language) else _EN


def tag(language: str) -> str:
    """The language as PowerPoint's spelling checker names it: id-ID, en-US, else as it is."""
    base = language.lower().split("-")[0]
    return {"id": "id-ID", "en": "en-US", "ms": "ms-MY", "jv": "jv-ID", "su": "su-ID"}.get(base, "en-US")


def listed(names: tuple[str, ...], language: str) -> str:
    """ "Bima", "Bima dan Sari", "Bima, Sari, dan Tono"."""
    word = words(language)["and"]
    if len(names) < 3:
        return f" {word} ".join(names)
    return f"{', '.join(names[:-1])}, {word} {names[-1]}"


def clock(when: datetime, language: str) -> str:
    """ "19.30" in Indonesian, "19:30" elsewhere; seconds where there are any."""
    dot = "." if indonesian(language) else ":"
    return when.strftime(f"%H{dot}%M{dot}%S" if when.second else f"%H{dot}%M")


def length(seconds: float, language: str) -> str:
    """ "8 menit", "1 menit 30 detik", "1 jam 5 menit"; in English "8 min", "1 min 30 s"."""
    word = words(language)
    whole = round(seconds)
    amounts = ((whole // 3600, "hours"), (whole // 60 % 60, "minutes"), (whole % 60, "seconds"))
    said = [f"{amount} {word[name]}" for amount, name in amounts if amount]
    return " ".join(said) or f"0 {word['minutes']}"


def elapsed(seconds: float) -> str:
    """A time counted from the start, "0:02:00"."""
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def short_date(day: date, language: str) -> str:
    """ "16 Des 2026"; "16 Dec 2026"."""
    from babel.dates import format_date

    return str(format_date(day, "d MMM y", locale="id" if indonesian(language) else "en"))


def tonight(start: date | datetime | None, language: str) -> str:
    """The agenda's heading: "Malam ini", "Siang ini"; "Tonight", "This morning"; "Agenda" while nothing is planned."""
    if not isinstance(start, datetime):
        return words(language)["agenda"]
    hour = start.hour
    if indonesian(language):
        # Indonesian parts of the day: pagi to 11, siang to 15, sore to 18, then malam.
        return (
            "Malam ini" if hour >= 18 or hour < 4 else ("Pagi", "Siang", "Sore")[(hour >= 11) + (hour >= 15)] + " ini"
        )
    if hour >= 18 or hour < 4:
        return "Tonight"
    return ("This morning", "This afternoon")[hour >= 12]
