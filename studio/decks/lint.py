"""What is wrong in a written deck, by rules that XML schemas do not have but PowerPoint, Keynote and readers do.

A rule is a function from the opened file to findings; to add one, write it in `lint_file` or `lint_slides` and name it
in their RULES.
"""

from __future__ import annotations

from pathlib import Path

from studio.decks.findings import DeckFinding
from studio.decks.lint_file import RULES as FILE_RULES
from studio.decks.lint_slides import RULES as SLIDE_RULES
from studio.decks.opened import Opened

__all__ = ["RULES", "DeckFinding", "lint"]

RULES = (*FILE_RULES, *SLIDE_RULES)


def lint(path: Path) -> list[DeckFinding]:
    """Every finding in the .pptx file at `path`, in the order of its slides; none if it is clean.

    Raises NotFound, and InvalidValue for what is no such file at all.
    """
    opened = Opened(path)
    found = [DeckFinding(name, slide, text) for name, rule in RULES for slide, text in rule(opened)]
    return sorted(found, key=lambda finding: finding.slide or 0)
