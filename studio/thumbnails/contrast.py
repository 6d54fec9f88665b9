"""Contrast as WCAG 2 defines it, measured on the worst pixels behind the letters, not on their mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL import Image

NORMAL, LARGE = 4.5, 3.0  # WCAG 2.2, success criterion 1.4.3
# One pixel in two hundred may be worse: less than that is noise of a photo, and no letter hangs on it.
_WORST_SHARE = 0.005
# A phone held upright shows a picture about 360 CSS pixels wide; "large" is 24 of them, or 18.66 in bold.
_PHONE = 360
_LARGE_PX, _LARGE_BOLD_PX = 24.0, 18.66
_DARK = 0.18  # the luminance of a mid grey

Colour = tuple[int, int, int]


def rgb(colour: str) -> Colour:
    """`"#0B6E66"` as red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colours: NDArray[np.float32]) -> NDArray[np.float32]:
    """WCAG's relative luminance (0 to 1) of colours in an array of shape (..., 3), 0 to 255."""
    import numpy as np

    part = colours.astype(np.float32) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    weighted: NDArray[np.float32] = linear.astype(np.float32) @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    return weighted


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, 1 to 21."""
    import numpy as np

    one, other = (float(luminance(np.array(rgb(colour), np.float32))) for colour in (first, second))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def worst_contrast(behind: Image.Image, letters: Image.Image, colour: str) -> float:
    """The contrast between `colour` and the worst pixels of `behind` where `letters` (a mask of its size) is set."""
    import numpy as np

    pixels = np.asarray(behind.convert("RGB"))[np.asarray(letters) > 96]
    if not len(pixels):
        return 21.0
    ratios = _ratios(luminance(pixels), colour)
    return float(np.quantile(ratios, _WORST_SHARE))


def scrim_strength(behind: Image.Image, colour: str, scrim: str, wanted: float, least: float, most: float) -> float:
    """How opaque (`least` to `most`) a layer of `scrim` over `behind` must be for text in `colour` to read."""
    import numpy as np

    small = behind.convert("RGB")
    small.thumbnail((160, 160))
    pixels = np.asarray(small, np.float32).reshape(-1, 3)
    order = np.argsort(_ratios(luminance(pixels), colour))
    worst = pixels[order[: max(1, len(order) // 100)]]
    cover = np.array(rgb(scrim), np.float32)
    low, high = least, most
    for _ in range(8):
        middle = (low + high) / 2
        covered = worst * (1 - middle) + middle * (worst * cover / 255 if multiplies(scrim) else cover)
        if float(_ratios(luminance(covered), colour).min()) >= wanted:
            high = middle
        else:
            low = middle
    return high


def multiplies(scrim: str) -> bool:
    """Whether a scrim darkens by multiplying: a dark one does, which keeps a photo's colours."""
    import numpy as np

    return float(luminance(np.array(rgb(scrim), np.float32))) < _DARK


def is_large(size: int, heavy: bool, width: int) -> bool:
    """Whether text of `size` pixels on a picture of `width` counts as large on a phone's screen."""
    return size * _PHONE / width >= (_LARGE_BOLD_PX if heavy else _LARGE_PX)


def _ratios(values: NDArray[np.float32], colour: str) -> NDArray[np.float32]:
    import numpy as np

    own = luminance(np.array(rgb(colour), np.float32))
    return ((np.maximum(values, own) + 0.05) / (np.minimum(values, own) + 0.05)).astype(np.float32)
