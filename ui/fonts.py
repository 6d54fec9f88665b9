"""The bundled typeface, and the few sizes and weights that the window uses."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication

from studio.resources import assets

FAMILY = "Plus Jakarta Sans"
BODY, SMALL, TINY, TITLE, HEADING = 13.0, 11.5, 10.5, 17.0, 20.0
REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700


def load(application: QApplication) -> None:
    """Load the bundled files, and make the body size the application's font."""
    for file in sorted(assets("fonts", "plus-jakarta-sans").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    application.setFont(font())


@lru_cache(maxsize=64)
def font(size: float = BODY, weight: int = REGULAR) -> QFont:
    """The typeface at `size` pixels; digits are all as wide as each other, so that times stand in columns.

    The font is kept, since every card asks for it: change only a copy of it.
    """
    made = QFont(FAMILY)
    # setPixelSize takes whole pixels only; half a pixel is what tells 11.5 from 11.
    made.setPointSizeF(size * 72 / _pixels_an_inch())
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if hasattr(made, "setFeature"):  # since Qt 6.7
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


@lru_cache(maxsize=64)
def metrics(size: float = BODY, weight: int = REGULAR) -> QFontMetricsF:
    """The metrics of `font(size, weight)`, kept, since every card asks for them."""
    return QFontMetricsF(font(size, weight))


def _pixels_an_inch() -> float:
    screen = QApplication.primaryScreen()
    return screen.logicalDotsPerInchY() if screen else 96.0
