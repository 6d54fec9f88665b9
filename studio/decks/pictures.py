"""Pictures as a deck carries them: turned upright, no larger than a screen needs, without a phone's place and time."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.decks.figures import Box
from studio.decks.package import new_part
from studio.decks.pages import Picture
from studio.errors import InvalidValue
from studio.files import existing_file

if TYPE_CHECKING:
    from PIL.Image import Image

# Twice the pixels of a full-HD slide's longer side is more than any projector shows.
_LONGEST = 2560
_KEPT = {"PNG": "png", "JPEG": "jpg"}


class Pictures:
    """The pictures of one package: the same file is embedded once, however many slides show it."""

    def __init__(self, package: Any) -> None:
        self._package = package
        self._parts: dict[str, Any] = {}
        self._files: dict[Path, tuple[bytes, str, tuple[int, int]]] = {}
        names = [str(part.partname) for part in package.iter_parts()]
        self._taken = {name.rpartition(".")[0] for name in names if name.startswith("/ppt/media/")}

    def placed(self, picture: Picture) -> tuple[Picture, Any]:
        """The picture scaled into its box, along its upper edge as text is, and its part.

        Raises NotFound and InvalidValue.
        """
        if picture.path not in self._files:
            self._files[picture.path] = _read(picture.path)
        data, ext, (width, height) = self._files[picture.path]
        key = hashlib.sha256(data).hexdigest()
        if key not in self._parts:
            kind = "image/jpeg" if ext == "jpg" else "image/png"
            self._parts[key] = new_part(self._package, f"{self._free_name()}.{ext}", kind, data)
        box = picture.box
        scale = min(box.w / width, box.h / height)
        w, h = width * scale, height * scale
        return replace(picture, box=Box(box.x + (box.w - w) / 2, box.y, w, h)), self._parts[key]

    def _free_name(self) -> str:
        number = len(self._taken) + 1
        while (name := f"/ppt/media/image{number}") in self._taken:
            number += 1
        self._taken.add(name)
        return name


def _read(path: Path) -> tuple[bytes, str, tuple[int, int]]:
    """A picture's bytes, ending and size in pixels; written anew where it is turned, large, or of a rarer kind."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    existing_file(path)
    try:
        with Image.open(path) as image:
            kind = image.format or ""
            image.load()  # a picture that was cut off fails here, not in PowerPoint
            plain = kind in _KEPT and not image.getexif() and image.mode in ("L", "RGB", "RGBA", "P")
            if plain and max(image.size) <= _LONGEST:
                return path.read_bytes(), _KEPT[kind], image.size
            return _again(ImageOps.exif_transpose(image), kind)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise InvalidValue(f"{path.name} cannot be shown as a picture", "Choose a PNG or JPEG file") from error


def _again(image: Image, kind: str) -> tuple[bytes, str, tuple[int, int]]:
    from PIL import Image as Images

    image.thumbnail((_LONGEST, _LONGEST), Images.Resampling.LANCZOS)
    out = io.BytesIO()
    if kind in ("JPEG", "MPO"):
        image.convert("RGB").save(out, "JPEG", quality=88)
        return out.getvalue(), "jpg", image.size
    image.convert("RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB").save(out, "PNG")
    return out.getvalue(), "png", image.size
