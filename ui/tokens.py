"""The colours of the window, light and dark, by what they are for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of the window as "#rrggbb"; what each is for stands in the drawings' table."""

    dark: bool
    bg: str  # window, rail
    surface: str  # pages, cells, panels
    sunken: str  # days outside the month, weekends
    line: str  # hairlines, 1 px
    text: str
    muted: str
    faint: str  # never carries meaning
    accent: str  # selection, primary button, focus
    accent_bg: str
    accent_hover: str
    on_accent: str  # text on the accent
    video: str
    video_bg: str
    live: str  # live items; errors
    live_bg: str
    warn: str
    warn_bg: str
    ok: str
    track: str  # the empty part of a ring or a bar
    hover: str


LIGHT = Tokens(
    dark=False,
    bg="#f6f5f2",
    surface="#ffffff",
    sunken="#faf9f7",
    line="#e5e2db",
    text="#1e1d1a",
    muted="#6a665e",
    faint="#99948a",
    accent="#0b6e66",
    accent_bg="#e2f1ef",
    accent_hover="#095e57",
    on_accent="#ffffff",
    video="#3f51b5",
    video_bg="#eceefa",
    live="#c43d2f",
    live_bg="#fbece9",
    warn="#9a6200",
    warn_bg="#fbf1dc",
    ok="#2f7d3b",
    track="#dedbd3",
    hover="#efede8",
)

DARK = Tokens(
    dark=True,
    bg="#151618",
    surface="#1c1e21",
    sunken="#18191c",
    line="#2d3035",
    text="#eceae6",
    muted="#a3a09a",
    faint="#77756f",
    accent="#4cc9bc",
    accent_bg="#16332f",
    accent_hover="#6ad5ca",
    on_accent="#08211e",
    video="#9aa6f2",
    video_bg="#252a45",
    live="#f08a7b",
    live_bg="#42241f",
    warn="#e6b24a",
    warn_bg="#3a2e14",
    ok="#7bc98a",
    track="#3a3d43",
    hover="#24272b",
)
