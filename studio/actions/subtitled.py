"""What lies there already for a recording that is to be subtitled, and what of it a person edited."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from pathlib import Path

from studio.steps.placing import recorded
from studio.store import Store
from studio.store.artefacts import Artefact
from studio.store.digests import file_digest

FORMATS = ("srt", "vtt", "ass", "ttml", "txt", "json")


class There:
    """The files that were made for one recording: by kind ("srt", "captioned"), in the language asked for if any."""

    def __init__(self, store: Store, subject: str, folder: Path, stem: str, language: str | None, now: str) -> None:
        self.subject = subject
        self._folder, self._stem = folder, stem
        self.paths: dict[str, Path] = {}
        self._store = store
        self._now = now
        self._rows: dict[str, Artefact] = {}
        rows = [row for (_, _), row in recorded(store, subject, "subtitles").items()]
        self._hashes = {store.workspace.absolute(row.path): row.output_hash for row in rows}
        # The last one counts, and one that was made from the same as now before all.
        for row in sorted(rows, key=lambda row: (row.fingerprint == now, row.made_at)):
            path = store.workspace.absolute(row.path)
            kind = _kind(row.name, stem, language)
            if kind and path.is_file():
                self._rows[kind], self.paths[kind] = row, path

    def is_edited(self, path: Path) -> bool:
        """Whether we made `path` and a person changed it since."""
        return path in self._hashes and path.is_file() and file_digest(self._store, path) != self._hashes[path]

    def edited(self, kind: str) -> Path | None:
        """The file of this kind if a person edited it."""
        path = self.paths.get(kind)
        return path if path is not None and self.is_edited(path) else None

    def whole(self, todo: Sequence[str], wanted: str, *, words: bool) -> Path | None:
        """The .srt that videos with captions can be made from without recognising anything again.

        With `words`, only where their times are there, too. None where another format is to be made.
        """
        if any(kind in FORMATS for kind in todo) or not self.stands("srt", wanted):
            return None
        return self.paths["srt"] if not words or self.stands("json", wanted) else None

    def others(self, language: str) -> dict[str, Path]:
        """The .srt files in other languages that lie beside, by Whisper's language code."""
        found = {}
        for path in sorted(self._folder.glob(f"{glob.escape(self._stem)}.*.srt")):
            code = _whisper(path.name[len(self._stem) + 1 : -len(".srt")])
            if code.isalpha() and len(code) in (2, 3) and code != language:
                found[code] = path
        return found

    def stale(self, kind: str) -> bool:
        """Whether the file of this kind was made from something else than now."""
        return self._rows[kind].fingerprint != self._now

    def stands(self, kind: str, wanted: str) -> bool:
        """Whether the file of this kind need not be made: made from what has this fingerprint, or edited."""
        return kind in self._rows and (self._rows[kind].fingerprint == wanted or self.edited(kind) is not None)


def _kind(name: str, stem: str, language: str | None) -> str:
    """What a file of that name is ("srt", "captioned"), "" for one of another stem or language."""
    if not name.startswith(f"{stem}."):
        return ""
    first, _, last = name[len(stem) + 1 :].partition(".")
    if last == "mp4":
        return first
    return last if last in FORMATS and language in (None, _whisper(first)) else ""


def language_of(path: Path, stem: str) -> str:
    """Whisper's code for the language in a subtitle file's name."""
    return _whisper(path.name[len(stem) + 1 :].partition(".")[0])


def _whisper(code: str) -> str:
    return {"jv": "jw"}.get(code, code)  # a file's name has BCP-47's code for Javanese
