"""The picture sizes of the platforms, and where on them nothing of theirs covers ours.

The safe zones are third-party figures (the platforms publish none that are complete): they describe the
buttons, captions and progress bars that each app lays over a full-screen video.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels from the top left corner; `right` and `bottom` are just outside it, as in Pillow."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Pixels from left to right."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return self.bottom - self.top

    def overlaps(self, other: Box) -> bool:
        """Whether the two share at least one pixel."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def contains(self, other: Box) -> bool:
        """Whether `other` lies wholly inside, touching edges included."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Preset:
    """One platform's picture: `width` x `height` pixels, text inside `safe`, a file of at most `max_bytes`.

    `covered` are the rectangles that the platform draws over, for a layout that places finer than `safe`.
    """

    name: str
    title: str
    width: int
    height: int
    safe: Box
    max_bytes: int | None = None
    covered: tuple[Box, ...] = ()


_TIKTOK = Preset(
    "tiktok",
    "TikTok",
    1080,
    1920,
    # Tabs above, the caption and sound below, buttons on the right; left is only a breathing margin.
    safe=Box(65, 250, 910, 1500),
    covered=(Box(0, 0, 1080, 250), Box(0, 1500, 1080, 1920), Box(910, 0, 1080, 1920)),
)
_REELS = Preset(
    "reels",
    "Instagram Reels",
    1080,
    1920,
    # 14 % of the height above, 35 % below, 6 % of the width on both sides.
    safe=Box(65, 269, 1015, 1248),
    covered=(Box(0, 0, 1080, 269), Box(0, 1248, 1080, 1920), Box(0, 0, 65, 1920), Box(1015, 0, 1080, 1920)),
)
_YOUTUBE = Preset(
    "youtube",
    "YouTube",
    1280,
    720,
    # Only the corner with the length is covered, but one rectangle that misses it must end above it.
    safe=Box(48, 36, 1232, 612),
    max_bytes=2_000_000,
    covered=(Box(1024, 612, 1280, 720),),
)
_SQUARE = Preset("square", "Square post", 1080, 1080, safe=Box(65, 65, 1015, 1015))

PRESETS: dict[str, Preset] = {preset.name: preset for preset in (_TIKTOK, _REELS, _YOUTUBE, _SQUARE)}
