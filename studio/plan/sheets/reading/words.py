"""What teams write for a stage and a kind, and where there is nothing yet, in Indonesian and English."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from studio.plan.item import Kind, Stage
from studio.plan.sheets.columns import KIND_WORDS, STAGE_WORDS

_STAGES = {
    Stage.IDEA: "ide, idea, draft, draf, konsep, concept, brainstorm, brainstorming, usulan, backlog, wishlist, "
    "pitch, bank ide, ide konten, ide awal, baru, new, mentah",
    Stage.PLANNED: "planned, plan, planning, rencana, terencana, direncanakan, to do, todo, belum, not started, "
    "belum mulai, belum dikerjakan, belum take, belum syuting, belum shooting, belum tayang, brief, briefing, "
    "approved, disetujui, acc, ide ok, riset, research, upcoming, open, pending, on hold, ditunda, in progress, "
    "on progress, proses, dikerjakan, awaiting approval, waiting approval, waiting for approval, menunggu approval, "
    "nunggu approval, menunggu persetujuan",
    Stage.SCRIPTED: "scripted, script, scripting, naskah, skrip, script done, script ready, script ok, naskah jadi, "
    "naskah selesai, naskah ok, naskah siap, skrip jadi, skrip selesai, buat script, siap take, siap syuting, "
    "siap shooting, siap rekam, ready to shoot, ready to take, ready to film",
    Stage.RECORDED: "recorded, rekam, rekaman, direkam, terekam, recording, taken, take, shot, shoot, shooting, "
    "syuting, filming, filmed, done take, take done, done shooting, done shoot, done syuting, selesai take, "
    "selesai syuting, selesai rekam, footage, edit, editing, edited, diedit, teredit, proses edit, on editing, "
    "in editing, sedang diedit, selesai edit, edit done, done edit, review, in review, ready for review, "
    "on review, revisi, revision, preview, qc",
    Stage.SUBTITLED: "subtitled, bersubtitle, subtitle, subtitling, subtitle selesai, subtitle done, sub done, "
    "done subtitle",
    Stage.SCHEDULED: "scheduled, terjadwal, dijadwalkan, jadwal, siap tayang, siap posting, siap post, siap upload, "
    "siap publish, siap live, siap, ready, ready to post, ready to publish, ready to upload, ready to live, queued, "
    "queue, antre, antri, antrean, sudah dijadwalkan, siap siar",
    Stage.PUBLISHED: "published, publish, tayang, posted, post, posting, upload, uploaded, diupload, diunggah, "
    "terunggah, diposting, terposting, dipublikasikan, terpublikasi, terbit, rilis, released, live, done, selesai, "
    "on air, aired, tersiar, disiarkan, naik, completed, complete, finished, beres, kelar, tuntas, selesai tayang, "
    "selesai live, done live, live done, done post, done posting, done upload",
    Stage.CANCELLED: "cancelled, canceled, cancel, batal, dibatalkan, drop, dropped, skip, skipped, gagal, "
    "tidak jadi, gak jadi, ga jadi, nggak jadi, ngga jadi, void, ditiadakan, batal tayang",
}  # fmt: skip
_KINDS = {
    Kind.VIDEO: "video, sv, vt, short video, video pendek, short, shorts, reel, reels, vidio, konten video, "
    "video konten, vod, short form, short form video, feed video, video vertikal, video tiktok, tiktok video, "
    "youtube shorts, sv short video, short video sv, video pendek sv, sv video pendek",
    Kind.LIVE: "live, ls, lives, live session, sesi live, livestream, live stream, live streaming, livestreaming, "
    "siaran, siaran langsung, live selling, live shopping, live class, kelas live, live sale, ls live session, "
    "live session ls, live ls, ls live, live tiktok, tiktok live, live shopee, shopee live, ig live, live ig",
}  # fmt: skip
NOTHING = frozenset(
    {"", "-", "–", "—", "--", "---", "n/a", "na", "tba", "tbc", "tbd", "?", "??", "menyusul", "belum ada", "belum tahu"}
    | {"belum ditentukan", "none", "null", "nan", "kosong", "."}
)
_SIGNS = re.compile(r"[^\w\s]+|_+")
_DONE = re.compile(r"^(?:sudah|udah|sdh|udh|dah|telah|already|has been|is|status|masih|sedang|lagi|on|in)\s+")
_E = TypeVar("_E", bound=StrEnum)


def stage_of(text: str) -> Stage | None:
    """The stage that a team's word means ("Sudah take", "✅ Tayang"), None where it means none."""
    return _found(text, _stages())


def kind_of(text: str) -> Kind | None:
    """The kind that a team's word means ("LS", "Video pendek"), None where it means none."""
    return _found(text, _kinds())


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing yet: "-", "TBA", "menyusul"."""
    return text.strip().casefold() in NOTHING


def plain_words(text: str) -> str:
    """`text` in small letters and single spaces, without signs and emoji."""
    return " ".join(_SIGNS.sub(" ", text.casefold()).split())


def _found(text: str, words: dict[str, _E]) -> _E | None:
    word = plain_words(text)
    while word:
        if word in words:
            return words[word]
        shorter = _DONE.sub("", word)
        if shorter == word:
            return None
        word = shorter
    return None


@lru_cache(maxsize=1)
def _stages() -> dict[str, Stage]:
    own = {word.casefold(): stage for told in STAGE_WORDS.values() for stage, word in told.items()}
    return _listed(_STAGES) | own


@lru_cache(maxsize=1)
def _kinds() -> dict[str, Kind]:
    own = {word.casefold(): kind for told in KIND_WORDS.values() for kind, word in told.items()}
    return _listed(_KINDS) | own


def _listed(words: dict[_E, str]) -> dict[str, _E]:
    return {word: value for value, listed in words.items() for word in listed.split(", ")}
