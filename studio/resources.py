"""Where `templates/` and `assets/` lie: beside `studio/` in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from studio.errors import NotFound

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root(name: str) -> Path:
    for root in (_PACKAGE / name, _PACKAGE.parent / name):
        if root.is_dir():
            return root
    raise NotFound(f"The folder {name} of Siar Studio is missing", "Install Siar Studio again")


def templates(*parts: str) -> Path:
    """A path below the templates that come with the program, such as `templates("scripts")`."""
    return _root("templates").joinpath(*parts)


def assets(*parts: str) -> Path:
    """A path below the fonts, icons and demo files that come with the program."""
    return _root("assets").joinpath(*parts)
