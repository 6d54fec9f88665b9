"""Our workbook saved by LibreOffice, in the formats of others, comes back without a loss."""

import shutil
import subprocess

import pytest
from sheet_items import PLAN, SERIES, TODAY, written

from studio.plan.difference import compare
from studio.plan.sheets import read_sheet
from studio.plan.sheets.names import sheet_names


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice")
@pytest.mark.parametrize("kind", ["xls", "ods", "xlsx"])
def test_our_sheet_comes_back_from_libreoffice(tmp_path, kind):
    path = written(tmp_path, series=[SERIES])
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", kind, "--outdir", tmp_path / "saved", path],
        check=True,
        capture_output=True,
        timeout=180,
    )
    saved = tmp_path / "saved" / f"plan-id.{kind}"
    reading = read_sheet(saved, today=TODAY)
    found = compare(reading, PLAN, [SERIES])
    assert (found.is_empty, found.same, reading.series, reading.unread) == (True, len(PLAN), (SERIES,), ())
    assert sheet_names(saved) == ["Rencana", "Ringkasan", "Pivot", "Seri"]
