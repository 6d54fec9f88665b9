"""The ready pivot: items by owner and stage, to be filtered by month and kind, over the table of the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from studio.plan.item import Item, Kind, Stage
from studio.plan.sheets.cells import excel_text
from studio.plan.sheets.columns import COLUMNS, KIND_WORDS, STAGE_WORDS
from studio.plan.sheets.derived import MONTH, TABLE, UNDATED, month_text
from studio.plan.sheets.figures import spellings
from studio.plan.sheets.plan_sheet import headings
from studio.plan.sheets.styles import print_wide, put_count, put_quiet, put_text, set_width

if TYPE_CHECKING:
    from openpyxl.pivot.cache import CacheDefinition
    from openpyxl.pivot.table import TableDefinition
    from openpyxl.worksheet.worksheet import Worksheet

PIVOT = "Pivot"
_TITLE = {"id": "Item per PIC dan tahap", "en": "Items by owner and stage"}
_HOW = {
    "id": "Tabel pivot: geser bidangnya sesuka Anda. Klik kanan, Refresh setelah mengubah tabel.",
    "en": "A pivot table: move its fields as you like. Right-click, Refresh after changing the table.",
}
_COUNT = {"id": "Jumlah item", "en": "Number of items"}
_TOTAL = {"id": "Total", "en": "Total"}
_EVERY = {"id": "(Semua)", "en": "(All)"}
_BLANK = {"id": "(kosong)", "en": "(blank)"}
_FILTER_ROW, _TOP = 4, 7
_VERSION = 6  # Excel 2016; what it holds is readable from Excel 2007 (3) on


def add_pivot(sheet: Worksheet, items: Sequence[Item], language: str, today: date) -> None:
    """Write the pivot, and the cells that it shows before a program has counted anew."""
    names = headings(language, today)
    owners = [*spellings(item.owner for item in items), *([""] if any(not item.owner for item in items) else [])]
    used = {item.stage for item in items}
    stages = [stage for stage in Stage if stage in used]
    months = {month_text(item, language) for item in items}
    shared = {
        "owner": owners or [""],
        "stage": [STAGE_WORDS[language][stage] for stage in stages] or [""],
        "kind": [KIND_WORDS[language][kind] for kind in Kind if any(item.kind == kind for item in items)] or [""],
        MONTH[language]: sorted(months - {UNDATED[language]}) + sorted(months & {UNDATED[language]}) or [""],
    }
    place = {column.key: index for index, column in enumerate(COLUMNS)} | {
        MONTH[language]: names.index(MONTH[language])
    }
    of_field = {place[key]: texts for key, texts in shared.items()}
    last_row, last_column = _fill(sheet, items, owners, stages, language)
    ref = f"A{_TOP}:{_letter(last_column)}{last_row}"
    pivot = _definition(names, of_field, place, ref, language)
    pivot.cache = _cache(names, of_field, language)
    sheet.add_pivot(pivot)


def _fill(
    sheet: Worksheet, items: Sequence[Item], owners: Sequence[str], stages: Sequence[Stage], language: str
) -> tuple[int, int]:
    """The cells; the last row and the last column of the pivot."""
    title = {column.key: column.heading(language) for column in COLUMNS}
    put_text(sheet, 1, 1, _TITLE[language], size=16, bold=True)
    put_quiet(sheet, 2, 1, _HOW[language])
    for row, name in enumerate((MONTH[language], title["kind"]), start=_FILTER_ROW):
        put_text(sheet, row, 1, name)
        put_text(sheet, row, 2, _EVERY[language])
    put_text(sheet, _TOP, 1, _COUNT[language], bold=True)
    put_text(sheet, _TOP, 2, title["stage"], bold=True)
    put_text(sheet, _TOP + 1, 1, title["owner"], bold=True)
    counts = Counter((item.owner.casefold(), item.stage) for item in items)
    total = len(stages) + 2 if stages else 3
    for column, stage in enumerate(stages, start=2):
        put_text(sheet, _TOP + 1, column, STAGE_WORDS[language][stage], bold=True)
    put_text(sheet, _TOP + 1, total, _TOTAL[language], bold=True)
    rows = owners or [""]
    for row, owner in enumerate(rows, start=_TOP + 2):
        put_text(sheet, row, 1, owner or _BLANK[language])
        of_owner = [counts[owner.casefold(), stage] for stage in stages]
        for column, number in enumerate(of_owner, start=2):
            if number:
                put_count(sheet, row, column, number)
        put_count(sheet, row, total, sum(of_owner))
    last = _TOP + 2 + len(rows)
    put_text(sheet, last, 1, _TOTAL[language], bold=True)
    of_stage = Counter(item.stage for item in items)
    for column, stage in enumerate(stages, start=2):
        put_count(sheet, last, column, of_stage[stage], bold=True)
    put_count(sheet, last, total, len(items), bold=True)
    set_width(sheet, 1, 26)
    for column in range(2, len(Stage) + 3):
        set_width(sheet, column, 15)
    sheet.sheet_view.showGridLines = False
    print_wide(sheet)
    return last, total


def _definition(
    names: Sequence[str], shared: dict[int, list[str]], place: dict[str, int], ref: str, language: str
) -> TableDefinition:
    from openpyxl.pivot.table import (
        DataField,
        Location,
        PageField,
        PivotTableStyle,
        RowColField,
        TableDefinition,
    )

    owner, stage, kind, month, title = (place[key] for key in ("owner", "stage", "kind", MONTH[language], "title"))
    axes = {owner: "axisRow", stage: "axisCol", kind: "axisPage", month: "axisPage"}
    return TableDefinition(
        name="PivotSiar",
        cacheId=1,
        dataCaption=_COUNT[language],
        grandTotalCaption=_TOTAL[language],
        rowHeaderCaption=names[owner],
        colHeaderCaption=names[stage],
        updatedVersion=_VERSION,
        createdVersion=_VERSION,
        minRefreshableVersion=3,
        compact=False,
        compactData=False,
        multipleFieldFilters=False,
        location=Location(ref=ref, firstHeaderRow=1, firstDataRow=2, firstDataCol=1, rowPageCount=2, colPageCount=1),
        pivotFields=[_field(axes.get(index), shared.get(index), index == title) for index in range(len(names))],
        rowFields=[RowColField(x=owner)],
        rowItems=_items(len(shared[owner])),
        colFields=[RowColField(x=stage)],
        colItems=_items(len(shared[stage])),
        pageFields=[PageField(fld=month, hier=-1), PageField(fld=kind, hier=-1)],
        dataFields=[DataField(name=_COUNT[language], fld=title, subtotal="count", baseField=0, baseItem=0)],
        pivotTableStyleInfo=PivotTableStyle(
            name="PivotStyleLight16",
            showRowHeaders=True,
            showColHeaders=True,
            showRowStripes=False,
            showColStripes=False,
            showLastColumn=True,
        ),
    )


def _field(axis: str | None, shared: Sequence[str] | None, counted: bool) -> Any:
    from openpyxl.pivot import table

    make: Any = table.PivotField  # its types want the axis as one of four words
    items = [table.FieldItem(x=index) for index in range(len(shared))] if shared else []
    if shared:
        items.append(table.FieldItem(t="default"))
    return make(axis=axis, dataField=counted or None, compact=False, outline=False, showAll=False, items=items)


def _items(count: int) -> list[Any]:
    from openpyxl.pivot.fields import Index
    from openpyxl.pivot.table import RowColItem

    return [RowColItem(x=[Index(v=index)]) for index in range(count)] + [RowColItem(t="grand", x=[Index()])]


def _cache(names: Sequence[str], shared: dict[int, list[str]], language: str) -> CacheDefinition:
    """What the pivot counts: the table by its name, so that new rows count; read when the file is opened."""
    from openpyxl.pivot.cache import CacheDefinition, CacheField, CacheSource, WorksheetSource

    return CacheDefinition(
        saveData=False,
        refreshOnLoad=True,
        refreshedBy="Siar Studio",
        createdVersion=_VERSION,
        refreshedVersion=_VERSION,
        minRefreshableVersion=3,
        cacheSource=CacheSource(type="worksheet", worksheetSource=WorksheetSource(name=TABLE[language])),
        cacheFields=[
            CacheField(name=name, numFmtId=0, sharedItems=_shared(shared.get(index, ())))
            for index, name in enumerate(names)
        ],
    )


def _shared(texts: Sequence[str]) -> Any:
    from openpyxl.pivot.cache import SharedItems
    from openpyxl.pivot.fields import Missing, Text

    made = [Text(v=excel_text(text)) if text else Missing() for text in texts]
    return SharedItems(
        _fields=made,
        containsBlank=True if "" in texts else None,
        longText=True if any(len(text) > 255 for text in texts) else None,
    )


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)
