"""What a step sees: the item, its workspace, the options of this run, and what upstream steps made."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from studio.files import read_text, slug
from studio.plan.item import Item
from studio.plan.wishes import cut_wish
from studio.scripts.script import Script, parse_script
from studio.steps.placing import recorded, settled
from studio.store import Store
from studio.store.artefacts import Artefact
from studio.store.digests import file_digest
from studio.video.probe import Media, probe
from studio.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Options:
    """How this run makes things, where the item itself does not say: engine and checkpoint, presets."""

    engine: str = "auto"
    model: str | None = None
    presets: tuple[str, ...] = ("tiktok", "youtube")


class Context:
    """One item in its workspace, read once: records of its artefacts, digests, the parsed script."""

    def __init__(
        self, store: Store, item: Item, options: Options | None = None, rows: Sequence[Artefact] | None = None
    ) -> None:
        self.store = store
        self.item = item
        self.options = options or Options()
        self.subject = f"item:{item.uid}"
        self.records: dict[tuple[str, str], Artefact] = {}
        self.rendered: str | None = None
        self.reload(rows)

    def reload(self, rows: Sequence[Artefact] | None = None) -> None:
        """Read the artefacts' records again, after a step was made; `rows` are those, where they were read already."""
        self.records = recorded(self.store, self.subject) if rows is None else settled(self.store, rows)
        self._script: tuple[str, Script] | None = None

    @property
    def workspace(self) -> Workspace:
        """The workspace that the item lives in."""
        return self.store.workspace

    @property
    def template_folders(self) -> Path:
        """The workspace's own templates, which come before the bundled ones."""
        return self.workspace.root / "templates"

    def path(self, step: str, name: str) -> Path | None:
        """The artefact's file, None if it was never made or is gone."""
        record = self.records.get((step, name))
        if record is None:
            return None
        path = self.workspace.absolute(record.path)
        return path if path.is_file() else None

    def digest(self, path: Path) -> str:
        """The digest of a file, from the store's cache while size and time are the same."""
        return file_digest(self.store, path)

    def is_edited(self, step: str, name: str) -> bool:
        """Whether a person changed the artefact after it was made."""
        path, record = self.path(step, name), self.records.get((step, name))
        return path is not None and record is not None and self.digest(path) != record.output_hash

    def media(self, path: Path) -> Media:
        """What `probe` says of a file, asked once while size and time are the same. Raises as `probe` does."""
        seen = path.stat()
        return _probed(path, seen.st_size, seen.st_mtime_ns)

    @property
    def recording(self) -> Path | None:
        """The item's recording, None if it has none or the file is not there."""
        if not self.item.recording:
            return None
        path = self.workspace.absolute(self.item.recording)
        return path if path.is_file() else None

    @property
    def footage(self) -> Path | None:
        """What subtitles and captions are made from: the recording, or its cut where the item asks for one.

        None while that is not there.
        """
        return self.path("cut", "mp4") if cut_wish(self.item) else self.recording

    @property
    def waits_for_footage(self) -> str:
        """The sentence for a step that waits for `footage`; "" where it is there."""
        if self.recording is None:
            return "Waits for the recording"
        return "" if self.footage else "Waits for the cut"

    @property
    def script_path(self) -> Path | None:
        """The script's file, as made or as edited."""
        return self.path("script", "md")

    @property
    def script(self) -> Script | None:
        """The script as it stands on disk, None while there is none or it cannot be read."""
        path = self.script_path
        if path is None:
            return None
        key = self.digest(path)
        if self._script is None or self._script[0] != key:
            self._script = key, parse_script(read_text(path))
        return self._script[1]

    @property
    def folder(self) -> Path:
        """Where the item's artefacts lie: as first made, so that a new title moves nothing."""
        out = self.workspace.out
        for record in self.records.values():
            parent = self.workspace.absolute(record.path).parent
            if parent.parent == out:
                return parent
        return out / f"{self.item.id}-{slug(self.item.title)}"

    @property
    def stem(self) -> str:
        """How the names of the artefacts begin."""
        return self.folder.name.partition("-")[2] or self.folder.name


@lru_cache(maxsize=1000)
def _probed(path: Path, _size: int, _mtime_ns: int) -> Media:
    return probe(path)


def text_digest(text: str) -> str:
    """32 hexadecimal digits of a text."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
