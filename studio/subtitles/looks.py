"""How burned-in captions may look: presets in YAML that a person can copy and change, chosen by `--style`.

To add one: a file in `templates/captions`, here or in the workspace; `plain.yaml` explains every line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from studio.errors import NotFound
from studio.resources import templates
from studio.yaml_file import Fields, read_text, read_yaml

DEFAULT_LOOK = "plain"
WORDS = ("none", "fill", "pop")
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_KNOWN = (
    "title", "about", "size", "fill", "edge", "edge-width", "shadow", "box", "box-opacity", "box-padding",
    "box-corner", "words", "word-fill", "word-scale",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """One preset. Lengths are in ems of the letters, colours "#RRGGBB"; `size` is times the usual one.

    `edge_width` None is what suits the picture's shape. `box` is "" for none. `words` says what becomes of the word
    that is being said: "none", "fill" (it and those before it take `word_fill`), "pop" (it alone takes `word_fill`,
    and grows to `word_scale`). `path` is the file that it was read from, None for the usual look.
    """

    name: str = DEFAULT_LOOK
    title: str = "Plain"
    about: str = ""
    size: float = 1.0
    fill: str = "#FFFFFF"
    edge: str = "#0C0D12"
    edge_width: float | None = None
    shadow: bool = True
    box: str = ""
    box_opacity: float = 80.0
    box_padding: float = 0.38
    box_corner: float = 0.3
    words: str = "none"
    word_fill: str = "#FFD84D"
    word_scale: float = 1.14
    path: Path | None = None


PLAIN = Look()


def load_look(name: str, folders: Iterable[Path] = ()) -> Look:
    """The look `name` ("" is the usual one), from the first of `folders` that holds `name`.yaml, else our own.

    Raises NotFound, naming those that there are, or TemplateError with the line of a file that is no look.
    """
    wanted = name or DEFAULT_LOOK
    places = (*folders, templates("captions"))
    for folder in places:
        if not {"/", "\\"} & set(wanted) and (path := folder / f"{wanted}.yaml").is_file():
            return read_look(path)
    raise NotFound(f"There is no caption style {name}", f"Choose one of these: {', '.join(look_files(places))}")


def look_files(folders: Iterable[Path] = ()) -> dict[str, Path]:
    """The files of all looks by name, our own in their order first; a file in an earlier folder wins."""
    found = {name: templates("captions", f"{name}.yaml") for name in ("plain", "boxed", "highlight", "pop")}
    for folder in reversed((*folders, templates("captions"))):
        found |= {path.stem: path for path in sorted(folder.glob("*.yaml"))} if folder.is_dir() else {}
    return found


def read_look(path: Path) -> Look:
    """The look in the file `path`; its name is the file's. Raises TemplateError, naming the line."""
    head = read_yaml(read_text(path), path)
    head.only(*_KNOWN)
    words = head.text("words", PLAIN.words)
    if words not in WORDS:
        head.refuse(f"'words' is {words}", f"Use {', '.join(WORDS)}")
    return Look(
        name=path.stem,
        title=head.text("title", path.stem),
        about=head.text("about", ""),
        size=_within(head, "size", PLAIN.size, 0.3, 2.5),
        fill=_colour(head, "fill", PLAIN.fill),
        edge=_colour(head, "edge", PLAIN.edge),
        edge_width=_within(head, "edge-width", 0, 0, 0.5) if head.values.get("edge-width") is not None else None,
        shadow=head.flag("shadow", PLAIN.shadow),
        box=_colour(head, "box", "") if head.values.get("box") else "",
        box_opacity=_within(head, "box-opacity", PLAIN.box_opacity, 0, 100),
        box_padding=_within(head, "box-padding", PLAIN.box_padding, 0, 2),
        box_corner=_within(head, "box-corner", PLAIN.box_corner, 0, 2),
        words=words,
        word_fill=_colour(head, "word-fill", PLAIN.word_fill),
        word_scale=_within(head, "word-scale", PLAIN.word_scale, 1, 1.5),
        path=path,
    )


def _within(head: Fields, name: str, default: float, least: float, most: float) -> float:
    value = head.number(name, default)
    if not least <= value <= most:
        head.refuse(f"'{name}' is {value:g}", f"Give a number from {least:g} to {most:g}")
    return value


def _colour(head: Fields, name: str, default: str) -> str:
    value = head.text(name, default)
    if not _COLOUR.fullmatch(value):
        head.refuse(f"'{name}' is no colour: {value}", 'Write it as "#FFD84D", in quotation marks')
    return value.upper()
