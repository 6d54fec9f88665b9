"""Thumbnail templates: YAML files of named layers, drawn from the first to the last.

To add one, put a file beside those in `templates/thumbnails/`, or into the workspace's own folder of templates:

    name: mine
    title: What a person sees
    photo: false                 # whether it wants a frame of the recording as its background
    colours: {teal: "#0B6E66"}   # names for the layers below
    layers:
      - {name: ground, kind: gradient, colours: [teal, "#07313A"], angle: 70}
      - name: title
        kind: text               # gradient, photo, shape, text, chip or logo
        text: "{title}"          # values in braces; a layer whose values are all empty is left out
        font: extra-bold         # or a .ttf file beside the template
        narrow: loud             # a narrower font, for titles that would become small
        size: [0.06, 0.14]       # smallest and largest, as shares of the picture's shorter side
        lines: 4
        box: [0, 0.3, 1, 0.9]    # left, top, right, bottom, as shares of the safe zone (of: picture for all of it)
        presets:                 # what differs from preset to preset
          youtube: {box: [0, 0.2, 0.6, 0.9]}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from studio.errors import NotFound, TemplateError
from studio.resources import templates as bundled
from studio.thumbnails.layers import FIELDS, VALUES, Layer, read_layer, read_palette
from studio.yaml_file import Fields, read_text, read_yaml

DEFAULT_NAME = "bold-title"


@dataclass(frozen=True, slots=True)
class ThumbnailTemplate:
    """A template that was read and found sound; `wants_picture` asks for a frame of the recording."""

    name: str
    title: str
    wants_picture: bool
    path: Path
    layers: tuple[tuple[Layer, Mapping[str, Layer], tuple[str, ...]], ...]

    def for_preset(self, preset: str) -> list[Layer]:
        """The layers as this preset has them."""
        return [overrides.get(preset, layer) for layer, overrides, only in self.layers if not only or preset in only]

    @property
    def values(self) -> tuple[str, ...]:
        """The names of the values that its texts use, in the order of VALUES."""
        used = {name for layer, _, _ in self.layers for name in layer.values}
        return tuple(name for name in VALUES if name in used)


def load_thumbnail_template(path: Path) -> ThumbnailTemplate:
    """Read and check a template. Raises TemplateError, which names file and line."""
    try:
        stat = path.stat()
    except OSError:
        return _load(path, 0, 0)  # says why
    return _load(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=64)
def _load(path: Path, changed_ns: int, size: int) -> ThumbnailTemplate:
    head = read_yaml(read_text(path), path)
    head.only("name", "title", "photo", "colours", "layers")
    colours = read_palette(head)
    layers = tuple(_layer(fields, colours) for fields in head.parts("layers"))
    if not any(layer.kind in ("text", "chip") for layer, _, _ in layers):
        head.refuse("no layer shows any text", "Add a layer of kind: text")
    seen: set[str] = set()
    for layer, overrides, _ in layers:
        for one in (layer, *overrides.values()):
            for other in filter(None, (one.above, one.below, one.along)):
                if other not in seen:
                    raise TemplateError(
                        f"{path.name}, line {layer.line}: no layer before it is called '{other}'",
                        "A layer can only follow one that stands further up",
                    )
        seen.add(layer.name)
    return ThumbnailTemplate(head.text("name"), head.text("title"), head.flag("photo"), path, layers)


def find_thumbnail_template(name: str, folders: Sequence[Path] = ()) -> Path:
    """The file of the template called `name` (or lying at that path); "" is the usual one.

    The workspace's own `folders` come before the bundled ones. Raises NotFound with the names there are.
    """
    if name.endswith((".yaml", ".yml")) and Path(name).is_file():
        return Path(name)
    wanted = name or DEFAULT_NAME
    known: list[str] = []
    for folder in (*folders, bundled("thumbnails")):
        for path in sorted(folder.glob("*.yaml")):
            if path.stem == wanted:
                return path
            known.append(path.stem)
    raise NotFound(f"There is no thumbnail template '{name}'", f"There are {', '.join(dict.fromkeys(known))}")


def thumbnail_templates(folders: Sequence[Path] = ()) -> list[Path]:
    """The files of all templates, the workspace's own first; the first of a name wins."""
    found: dict[str, Path] = {}
    for folder in (*folders, bundled("thumbnails")):
        for path in sorted(folder.glob("*.yaml")):
            found.setdefault(path.stem, path)
    return list(found.values())


def _layer(fields: Fields, colours: Mapping[str, str]) -> tuple[Layer, Mapping[str, Layer], tuple[str, ...]]:
    fields.only(*FIELDS, "presets", "only")
    own = {name: value for name, value in fields.values.items() if name not in ("presets", "only")}
    layer = read_layer(Fields(own, fields.path, fields.line), colours)
    overrides: dict[str, Layer] = {}
    changes = fields.values.get("presets", {})
    if not isinstance(changes, dict):
        fields.refuse("'presets' is not a mapping", "Write presets: {youtube: {...}}")
    for names, change in changes.items():
        if names == "__line__":
            continue
        if not isinstance(change, dict):
            fields.refuse(f"the changes for '{names}' are not a mapping")
        changed = {name: value for name, value in change.items() if name != "__line__"}
        part = Fields({**own, **changed}, fields.path, fields.line)
        part.only(*FIELDS)
        for name in str(names).split():
            overrides[name] = read_layer(part, colours)
    return layer, overrides, fields.texts("only")
