"""Which sheets a workbook has, found without reading them."""

from __future__ import annotations

from pathlib import Path


def sheet_names(path: Path) -> list[str]:
    """The sheets of the workbook `path` that a person sees, in their order; [] for a file that is no workbook.

    Nothing is raised for a file that cannot be read: reading it says why.
    """
    if path.suffix.lower() != ".xlsx":
        return []
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        with path.open("rb") as file:
            sheets = CalamineWorkbook.from_filelike(file).sheets_metadata
    except (CalamineError, OSError):
        return []
    return [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
