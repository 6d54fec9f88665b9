"""The look as tokens: one set for light, one for dark, and the switch between them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication


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


class Choice(StrEnum):
    """What a person chose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Choice.SYSTEM: Qt.ColorScheme.Unknown,
    Choice.LIGHT: Qt.ColorScheme.Light,
    Choice.DARK: Qt.ColorScheme.Dark,
}
_now: Tokens = LIGHT


def tokens() -> Tokens:
    """The tokens that painted widgets use right now."""
    return _now


@lru_cache(maxsize=256)
def color(value: str, alpha: float = 1.0) -> QColor:
    """A token as a QColor; `alpha` from 0 to 1."""
    made = QColor(value)
    made.setAlphaF(alpha)
    return made


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2, from 1 to 21."""

    def luminance(value: str) -> float:
        channels = QColor(value).getRgbF()[:3]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def wanted(choice: Choice) -> Tokens:
    """The tokens for a choice; a system that says nothing gets the light ones."""
    if choice is Choice.SYSTEM:
        return DARK if QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if choice is Choice.DARK else LIGHT


def apply(application: QApplication, choice: Choice) -> None:
    """Give every widget the palette and the stylesheet of `choice`."""
    from ui.stylesheet import stylesheet

    global _now
    hints = application.styleHints()
    # Since Qt 6.8 the title bar and native dialogs follow an override too.
    if hasattr(hints, "setColorScheme"):
        hints.setColorScheme(_SCHEMES[choice])
    _now = wanted(choice)
    application.setPalette(_palette(_now))
    application.setStyleSheet(stylesheet(_now))


def _palette(t: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: t.bg,
        QPalette.ColorRole.WindowText: t.text,
        QPalette.ColorRole.Base: t.surface,
        QPalette.ColorRole.AlternateBase: t.sunken,
        QPalette.ColorRole.Text: t.text,
        QPalette.ColorRole.Button: t.surface,
        QPalette.ColorRole.ButtonText: t.text,
        QPalette.ColorRole.BrightText: t.live,
        QPalette.ColorRole.Highlight: t.accent,
        QPalette.ColorRole.HighlightedText: t.on_accent,
        QPalette.ColorRole.PlaceholderText: t.muted,
        QPalette.ColorRole.ToolTipBase: t.surface,
        QPalette.ColorRole.ToolTipText: t.text,
        QPalette.ColorRole.Link: t.accent,
        QPalette.ColorRole.LinkVisited: t.accent,
        QPalette.ColorRole.Light: t.surface,
        QPalette.ColorRole.Midlight: t.line,
        QPalette.ColorRole.Mid: t.line,
        QPalette.ColorRole.Dark: t.line,
        QPalette.ColorRole.Shadow: t.line,
    }
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(t.faint))
    return palette


def color_names() -> tuple[str, ...]:
    """The names of the tokens that are colours."""
    return tuple(f.name for f in fields(Tokens) if f.name != "dark")
