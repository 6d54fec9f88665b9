"""What a heading means: our own words, and those of teams, in Indonesian and English, with small slips."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from studio.plan.dates import INDONESIAN_ZONES
from studio.plan.item import Kind
from studio.plan.sheets.columns import COLUMNS
from studio.plan.sheets.reading.words import plain_words

# The better a word fits, the earlier it stands: of two columns for one field the better is taken.
_SYNONYMS = {
    "title": "judul konten, judul video, judul live, judul, nama konten, title, content title, video title, konten, "
    "content, topik konten, topik, topic, tema konten, tema, theme, materi konten, materi, nama acara, acara, "
    "event, headline, ide konten, content idea, idea, ide, nama, name, subject, perihal, agenda, kegiatan, "
    "pembahasan, video",
    "date": "tanggal tayang, tgl tayang, tanggal posting, tgl posting, tanggal post, tgl post, tanggal upload, "
    "tgl upload, tanggal publish, tgl publish, jadwal tayang, jadwal posting, publish date, posting date, "
    "post date, date posted, air date, live date, go live date, go live, publishing date, publication date, "
    "release date, upload date, tanggal live, tgl live, tanggal siaran, tgl siaran, tanggal rilis, hari tanggal, "
    "hari tgl, hari dan tanggal, day date, tanggal, tgl, tangal, date, jadwal, schedule, scheduled date, "
    "start date, tanggal mulai, tanggal pelaksanaan, kapan, when, tayang, tanggal jam, tanggal waktu, tgl jam, "
    "date time, date and time, datetime, tanggal dan jam, tanggal dan waktu, waktu tayang, hari, day",
    "time": "jam tayang, jam posting, jam post, jam upload, jam live, jam mulai, waktu mulai, waktu posting, "
    "jam siaran, pukul, jam, time, start time, post time, posting time, publish time, live time, upload time, "
    "go live time, air time, waktu, pkl, waktu live, hour, jam pelaksanaan, mulai, start",
    "end": "jam selesai, waktu selesai, selesai, end time, end, berakhir, jam berakhir, finish, sampai",
    "duration_min": "durasi, duration, lama, length, runtime, durasi video, durasi live, panjang, lama waktu",
    "owner": "pic, penanggung jawab, pj, owner, pic konten, content pic, person in charge, in charge, assignee, "
    "assigned to, penanggungjawab, ditugaskan, responsible, petugas, tim, team, pemilik, content owner, handler, "
    "creator, kreator, pembuat",
    "host": "host, pembawa acara, host talent, talent, talent host, nama host, presenter, mc, pemandu, hosts, "
    "pengisi acara, narasumber, speaker, pembicara, model, cast, pemeran, pengisi",
    "platforms": "platform, platforms, channel, kanal, channels, media, sosmed, medsos, media sosial, social media, "
    "platform tayang, saluran, tayang di, distribusi, posting di, akun, account",
    "stage": "status, tahap, stage, progress, status konten, status produksi, progres, keterangan status, tahapan, "
    "state, kondisi, post status, content status, posting status, publish status, publishing status, live status",
    "kind": "jenis, tipe, sv ls, ls sv, kind, type, jenis konten, tipe konten, content type, format, format konten, "
    "kategori, category, sv atau ls, bentuk, jenis video, video live, tipe video, content format, "
    "post type, video type",
    "campaign": "campaign, kampanye, nama campaign, campaign name, program, promo, event campaign, kampanye promo, "
    "nama kampanye, momen, moment",
    "series": "seri, series, serial, nama seri, nama kelas, kelas, playlist, segmen, segment, rubrik, "
    "content series, show, program series",
    "episode": "episode, eps, ep, episode ke, part, no episode, nomor episode, eps no, bagian, sesi ke",
    "studio": "studio, tempat, lokasi, ruang, ruangan, room, location, place, venue, tempat shooting, "
    "lokasi syuting, lokasi shooting, set, tempat syuting",
    "links": "link, links, tautan, url, link konten, link video, link posting, link post, link upload, link live, "
    "link tayang, link drive, link file, referensi, reference, link referensi",
    "products": "produk, product, products, barang, item produk, produk unggulan, daftar produk, sku, nama produk, "
    "product name",
    "notes": "catatan, keterangan, notes, note, ket, remarks, remark, deskripsi, description, brief, komentar, "
    "comment, comments, memo, info, detail, details, caption, feedback, keterangan tambahan",
    "tags": "tag, tags, label, hashtag, hashtags, tagar, labels, kata kunci, keywords, pilar, pilar konten, "
    "content pillar, pillar",
    "language": "bahasa, language, lang",
    "zone": "zona waktu, zona, timezone, time zone, tz, zone",
    "audience": "penonton, audience, target audiens, audiens, target audience, target penonton, sasaran, "
    "target market",
    "learning_goal": "tujuan belajar, learning goal, tujuan, goal, objective, tujuan konten, tujuan pembelajaran, "
    "takeaway, key takeaway",
    "recording": "rekaman, recording, file rekaman, file video, raw file",
    "year": "tahun, year",
    "month": "bulan, month",
    "number": "no, nomor, nomer, num, number, urut, no urut",
}  # fmt: skip
# Days on which something else is done than going live: never the date of an item.
_OTHER_DAYS = re.compile(
    r"\b(deadline|due|tenggat|shooting|shoot|syuting|take|taping|rekam|rekaman|edit|editing|review|approval|brief|script|naskah|"
    r"selesai|akhir|end|dibuat|created|updated|update|submit|setor|revisi|preview|finish|minggu mulai|week)\b"
)
_UNITS = {"jam": 60.0, "hour": 60.0, "hours": 60.0, "hrs": 60.0, "detik": 1 / 60, "seconds": 1 / 60, "sec": 1 / 60}
_ZONE = re.compile(rf"\b({'|'.join(INDONESIAN_ZONES)})\b")
_NEAR = 0.84
_OWN_RANK = 40
# What a heading begins with tells the most: "Judul materi", "Status tayang", "Catatan tim".
_FIRST_WORDS = (
    "judul topik tema materi platform status host talent catatan keterangan durasi link produk pic campaign kampanye "
    "episode title topic notes duration product channel"
)
_LAST_WORDS = ("title", "judul")  # "Working title"
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading was taken for: `field` is an item's field, or one of date, time, end, year, month, id, uid ...

    `rank` tells how well it fits, 0 is best. `zone` is the zone that the heading names, `unit` the minutes of a number.
    """

    field: str
    rank: int = 0
    zone: str = ""
    unit: float = 1.0


@lru_cache(maxsize=4096)
def meaning_of(heading: str, *, near: bool = True) -> Meaning | None:
    """What `heading` means, None where nothing is known of it; with `near`, a slip of the keys is forgiven."""
    if len(heading) > _LONGEST:
        return None
    whole = plain_words(heading)
    zone = _ZONE.search(whole)
    named = INDONESIAN_ZONES[zone[1]] if zone else ""
    bare = plain_words(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading)) or whole
    for words in dict.fromkeys((_ZONE.sub("", whole).strip(), _ZONE.sub("", bare).strip())):
        found = _meaning(" ".join(words.split()), near=near)
        if found is not None:
            field, rank = found
            units = [_UNITS[word] for word in whole.split() if word in _UNITS] if field == "duration_min" else []
            return Meaning(field, rank, named, units[0] if units else 1.0)
    own = own_key(heading)
    return Meaning(own, _OWN_RANK) if own else None


def _meaning(words: str, *, near: bool) -> tuple[str, int] | None:
    if not words:
        return None
    known = _known()
    if words in known:
        return known[words]
    if _OTHER_DAYS.search(words) and re.search(
        r"\b(tanggal|tgl|date|jadwal|jam|time|waktu|deadline|due|tenggat)\b", words
    ):
        return None
    trimmed = " ".join(
        word for word in words.split() if word not in ("nama", "the", "menit", "minutes", "min", "mins", "jam")
    )
    if trimmed != words and trimmed in known and known[trimmed][0] in ("duration_min", "host", "owner", "platforms"):
        field, rank = known[trimmed]
        return field, rank + 50
    first, last = words.split()[0], words.split()[-1]
    if first in _FIRST_WORDS.split():
        return known[first][0], known[first][1] + 60
    if last in _LAST_WORDS:
        return known[last][0], known[last][1] + 70
    if near and len(words) >= 5:
        close = difflib.get_close_matches(words, [one for one in known if abs(len(one) - len(words)) <= 2], 1, _NEAR)
        if close:
            field, rank = known[close[0]]
            return field, rank + 100
    return None


def own_key(heading: object) -> str:
    """The key of the column of our own sheet that has this heading in either language, "" where there is none."""
    return _own_headings().get(" ".join(heading.split()).casefold(), "") if isinstance(heading, str) else ""


@lru_cache(maxsize=1)
def _own_headings() -> dict[str, str]:
    return {column.heading(language).casefold(): column.key for column in COLUMNS for language in ("id", "en")}


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, int]]:
    return {
        word.strip(): (field, rank)
        for field, words in _SYNONYMS.items()
        for rank, word in enumerate(words.split(","), start=1)
    }


@lru_cache(maxsize=16)
def heading_words(field: str) -> frozenset[str]:
    """The words that mean `field` when they stand alone in a heading."""
    return frozenset(word for word, (of, _) in _known().items() if of == field)


_KIND_TITLES = {
    Kind.LIVE: re.compile(r"(?<!go[ -])\b(live|ls|siaran langsung|livestream)\b", re.IGNORECASE),
    Kind.VIDEO: re.compile(r"\b(video|videos|sv|reels?|shorts?)\b", re.IGNORECASE),
}


def kind_in(titles: Iterable[str]) -> Kind | None:
    """The kind of item that titles speak of, such as "Jadwal live Desember"; None where they name none, or both."""
    found = {kind for kind, words in _KIND_TITLES.items() for title in titles if words.search(title)}
    return found.pop() if len(found) == 1 else None
