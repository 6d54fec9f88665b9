"""A .pptx file as it lies on the disk: its parts, relations and slides, read without python-pptx's forgiveness."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from studio.decks.figures import Element, P, R
from studio.errors import InvalidValue
from studio.files import existing_file

CONTENT_TYPES = "[Content_Types].xml"
PRESENTATION = "ppt/presentation.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_LARGEST = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship; `target` is a part's name, or an address where `external`."""

    key: str
    kind: str
    target: str
    external: bool

    def is_a(self, name: str) -> bool:
        """Whether it is of the office kind `name`, such as "slideLayout"."""
        return self.kind == f"{_OFFICE}/{name}"


@dataclass(frozen=True, slots=True)
class OpenedSlide:
    """A slide by its place in the show, from 1, and the names of the parts that it stands on ("" where missing)."""

    number: int
    name: str
    layout: str
    master: str
    notes: str


class Opened:
    """The parts of a file. What is not well-formed is None, and named in `broken` with the parser's reason."""

    def __init__(self, path: Path) -> None:
        existing_file(path)
        try:
            with zipfile.ZipFile(path) as archive:
                if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                    raise InvalidValue(f"{path.name} is too large", "Take films out of it")
                self.entries = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
                self.parts = {name: archive.read(name) for name in self.entries}
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
            raise InvalidValue(f"{path.name} is no PowerPoint file", "Choose a .pptx file") from error
        self.broken: dict[str, str] = {}
        self._trees: dict[str, Element | None] = {}
        self._relations: dict[str, dict[str, Relation]] = {}

    def tree(self, name: str) -> Element | None:
        """The root element of a part; None if it is missing or not well-formed."""
        if name not in self._trees:
            data = self.parts.get(name)
            self._trees[name] = None if data is None else self._parsed(name, data)
        return self._trees[name]

    def _parsed(self, name: str, data: bytes) -> Element | None:
        from lxml import etree

        # Neither entities nor the network: a deck may come from anywhere.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            self.broken[name] = str(error)
            return None

    def relations(self, name: str) -> dict[str, Relation]:
        """A part's relationships by id; those of the package itself for ""."""
        if name not in self._relations:
            folder, _, base = name.rpartition("/")
            root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
            found = {}
            for row in () if root is None else root.iter(f"{_REL}Relationship"):
                external = row.get("TargetMode") == "External"
                target = row.get("Target", "")
                if not external:
                    target = unquote(posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
                found[row.get("Id", "")] = Relation(row.get("Id", ""), row.get("Type", ""), target, external)
            self._relations[name] = found
        return self._relations[name]

    def related(self, name: str, kind: str) -> str:
        """The part that `name` relates to by an office kind, "" where there is none."""
        return next((relation.target for relation in self.relations(name).values() if relation.is_a(kind)), "")

    @cached_property
    def slides(self) -> tuple[OpenedSlide, ...]:
        """The slides in the order of the show."""
        root = self.tree(PRESENTATION)
        keys = () if root is None else (row.get(f"{R}id") for row in root.iterfind(f"{P}sldIdLst/{P}sldId"))
        targets = self.relations(PRESENTATION)
        names = [targets[key].target for key in keys if key in targets]
        found = []
        for number, name in enumerate(names, 1):
            layout = self.related(name, "slideLayout")
            master = self.related(layout, "slideMaster")
            found.append(OpenedSlide(number, name, layout, master, self.related(name, "notesSlide")))
        return tuple(found)

    @cached_property
    def size(self) -> tuple[float, float]:
        """Width and height of the slides in points; PowerPoint's default where the file gives none."""
        root = self.tree(PRESENTATION)
        found = None if root is None else root.find(f"{P}sldSz")
        if found is None:
            return 720.0, 540.0
        return int(found.get("cx", 9144000)) / 12700, int(found.get("cy", 6858000)) / 12700
