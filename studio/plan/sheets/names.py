"""Which sheets a workbook has, found without reading them."""

from __future__ import annotations

from pathlib import Path

from studio.errors import SiarError


def sheet_names(path: Path) -> list[str]:
    """The sheets of the workbook `path` that a person sees, in their order; [] for a file that is no workbook.

    Nothing is raised for a file that cannot be read: reading it says why.
    """
    if path.suffix.lower() in (".csv", ".ics"):
        return []
    from studio.plan.sheets.reading.workbooks import Workbook

    try:
        hidden = Workbook(path).hidden
    except (SiarError, OSError):
        return []
    return [name for name in hidden if not hidden[name]]
