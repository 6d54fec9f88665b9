"""Light and dark, and whether everyone can read them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.theme import Choice, contrast
from ui.tokens import DARK, LIGHT, Tokens
from ui.window import Window

TEXTS = [
    ("text", "surface"), ("text", "bg"), ("muted", "surface"), ("muted", "bg"), ("muted", "sunken"),
    ("accent", "surface"),
    ("accent", "bg"), ("accent", "accent_bg"), ("on_accent", "accent"), ("video", "video_bg"), ("live", "live_bg"),
    ("live", "surface"), ("live", "sunken"), ("warn", "warn_bg"), ("warn", "surface"), ("warn", "sunken"),
    ("muted", "video_bg"), ("muted", "live_bg"), ("text", "video_bg"), ("text", "live_bg"), ("muted", "hover"),
]  # fmt: skip


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_has_at_least_the_contrast_of_aa(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("sign", ["ok", "warn", "live", "video", "accent"])
def test_signs_stand_out_from_their_ground(tokens: Tokens, sign: str) -> None:
    assert contrast(getattr(tokens, sign), tokens.surface) >= 3


def test_the_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_the_switch_repaints_the_window_and_is_remembered(window: Window, qapp: QApplication) -> None:
    light = window.grab().toImage().pixelColor(30, 400)
    window.toggle_theme()
    dark = window.grab().toImage().pixelColor(30, 400)
    assert (light.name(), dark.name()) == (LIGHT.bg, DARK.bg)
    assert window.preferences.theme is Choice.DARK
    assert window.settings.themes.checkedButton().text() == "Dark"
    window.toggle_theme()
    assert theme.tokens() == LIGHT
