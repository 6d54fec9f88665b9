"""What is written as a sheet comes back as it was: every field of every item, and every series."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sheet_items import IDEA, LIVE, PLAN, SERIES, TODAY, VIDEO, written

from studio.plan.difference import compare
from studio.plan.item import Item
from studio.plan.sheets import read_sheet, write_sheet

sys.path.insert(0, str(Path(__file__).parents[1] / "calendars"))
from calendar_items import items, series

LANGUAGES = st.sampled_from(("id", "en"))
ENDINGS = st.sampled_from((".xlsx", ".csv"))
ANY_FOLDER = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def numbered(made):
    """The items as a store would number them."""
    return [replace(item, id=number, series_uid="", occurrence=None) for number, item in enumerate(made, start=1)]


def by_uid(found):
    return {item.uid: replace(item, id=0) for item in found}


@given(st.lists(items(), max_size=4), LANGUAGES, ENDINGS)
@ANY_FOLDER
def test_nothing_of_an_item_is_lost(tmp_path, made, language, ending):
    made = numbered(made)
    path = tmp_path / f"plan{ending}"
    write_sheet(path, made, today=TODAY, language=language)
    reading = read_sheet(path, today=TODAY)
    assert (reading.unread, reading.notes, reading.header_row) == ((), (), 1)
    assert by_uid(compare(reading, []).new) == by_uid(made)
    found = compare(reading, made)
    assert (found.is_empty, found.same) == (True, len(made))


@given(series(), st.lists(items(), max_size=1), LANGUAGES)
@ANY_FOLDER
def test_a_series_comes_back_with_its_occurrences(tmp_path, made, others, language):
    one, occurrences = made
    plan = [*numbered(others), *occurrences]
    path = tmp_path / "plan.xlsx"
    write_sheet(path, plan, series=[one], today=TODAY, language=language)
    reading = read_sheet(path, today=TODAY)
    assert reading.unread == ()
    assert list(reading.series) == [one]
    found = compare(reading, plan, [one])
    assert (found.is_empty, found.same) == (True, len(plan))
    elsewhere = compare(reading, [])
    assert by_uid(elsewhere.new) == by_uid(plan)
    assert list(elsewhere.new_series) == [one]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_texts_longer_than_a_cell_come_back_whole(tmp_path, language, ending):
    long = replace(LIVE, notes="Catatan 😀\n" * 9_000 + "=akhir", answers={"hook": "a" * 40_000})
    path = tmp_path / f"plan{ending}"
    write_sheet(path, [long, IDEA], today=TODAY, language=language)
    assert compare(read_sheet(path, today=TODAY), [long, IDEA]).same == 2


def test_a_series_with_a_text_longer_than_a_cell_comes_back_whole(tmp_path):
    long = replace(SERIES, pattern=replace(SERIES.pattern, notes="panjang " * 5_000))
    path = written(tmp_path, [VIDEO], series=[long])
    assert read_sheet(path, today=TODAY).series == (
        replace(long, pattern=replace(long.pattern, notes=long.pattern.notes.strip())),
    )


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_column_of_our_sheet_is_understood_and_one_that_a_person_added_is_told(tmp_path, language):
    import openpyxl

    path = written(tmp_path, language=language)
    reading = read_sheet(path, today=TODAY)
    columns = reading.columns
    assert (reading.is_own_sheet, reading.unused) == (True, ())
    book = openpyxl.load_workbook(path)
    book.worksheets[0].insert_cols(4)
    book.worksheets[0]["D1"] = "Prioritas"
    book.save(path)
    assert [column.heading for column in read_sheet(path, today=TODAY).unused] == ["Prioritas"]
    assert columns[0].letter == "A" and columns[0].field == "id"
    assert {"title", "date", "time", "notes", "series_uid", "occurrence"} <= {column.field for column in columns}


def test_an_empty_plan_comes_back_empty(tmp_path):
    reading = read_sheet(written(tmp_path, []), today=TODAY)
    assert (reading.incoming, reading.unread, reading.source) == ((), (), "Rencana")


def test_what_was_changed_in_our_sheet_is_the_difference(tmp_path):
    import openpyxl

    path = written(tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book["Rencana"]
    at = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, at["PIC"]).value = "Bima"
    sheet.cell(2, at["Jam"]).value = "7 malam"
    sheet.cell(3, at["Tahap"]).value = "Sudah take"
    sheet.cell(4, at["PIC"]).value = None
    sheet.cell(5, at["Tanggal"]).value = "besok saja"
    sheet.cell(6, at["Judul"]).value = "Ide yang baru"
    sheet.cell(6, at["Tanggal"]).value = "3 Januari 2027"
    book.save(path)
    found = compare(read_sheet(path, today=TODAY), PLAN)
    assert {change.item.uid: sorted(change.fields) for change in found.changed} == {
        "live-7": ["owner", "start"],
        "video-8": ["stage"],
        "idea-9": ["owner"],
    }
    assert [(one.row, one.reason) for one in found.unread] == [
        (5, "The date “besok saja” cannot be understood. Write it as 1 Des 2026 or 01/12/2026.")
    ]
    assert [(item.title, str(item.start)) for item in found.new] == [("Ide yang baru", "2027-01-03")]


def test_without_its_uids_our_sheet_is_known_by_its_ids(tmp_path):
    import openpyxl

    path = written(tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book["Rencana"]
    sheet.delete_cols(2)
    sheet["B2"] = "Judul baru"
    book.save(path)
    reading = read_sheet(path, today=TODAY)
    assert [one.id for one in reading.incoming] == [7, 8, 9, 10]
    assert {change.item.uid: list(change.fields) for change in compare(reading, PLAN).changed} == {"live-7": ["title"]}


def test_a_formula_stays_the_title_that_it_is(tmp_path):
    plan = [
        Item(title, id=number, uid=f"u{number}")
        for number, title in enumerate(("=1+1", "'=1", "''-2", "'Tis", "@a"), 1)
    ]
    for ending in (".xlsx", ".csv"):
        path = tmp_path / f"plan{ending}"
        write_sheet(path, plan, today=TODAY)
        assert [one.fields["title"] for one in read_sheet(path, today=TODAY).incoming] == [item.title for item in plan]
