"""Days and hours as teams write them into their sheets."""

from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from team_sheets import book, read, told, unread


def test_a_workbook_that_counts_days_from_1904(tmp_path):
    made = Workbook()
    made.epoch = CALENDAR_MAC_1904
    made.active.append(["Tgl", "Pukul", "Topik"])
    made.active.append([date(2026, 12, 1), time(19, 0), "Cahaya"])
    made.active.append([datetime(2026, 12, 2, 8, 15), None, "Suara"])
    made.save(tmp_path / "mac.xlsx")
    assert told(read(tmp_path / "mac.xlsx"), "start") == [("2026-12-01 19:00:00",), ("2026-12-02 08:15:00",)]


def test_dates_that_are_texts_of_every_kind(tmp_path):
    texts = [
        "1 Des 2026",
        "01/12/2026",
        "2026-12-01",
        "Selasa, 1 Desember 2026",
        "1-Des-26",
        "Dec 1, 2026",
        "1st December 2026",
        "01.12.26",
        "Selasa/1 Desember 2026",
        "1 Desember 2026 (Selasa)",
        "Tue 1 Dec 2026",
        "tanggal 1 Desember 2026",
        "2026/12/1",
        "20261201",
        "the 1st day of December 2026",
        "1Des2026",
        "Selasa (1/12)",
        "2026-12-01 00:00:00",
    ]
    path = book(tmp_path / "a.xlsx", [["Tanggal", "Judul"], *([text, f"Judul {n}"] for n, text in enumerate(texts))])
    reading = read(path)
    assert unread(reading) == []
    assert {day for (day,) in told(reading, "day")} == {"2026-12-01"}
    assert "Dates are read with the day first" in reading.notes


def test_a_date_and_a_time_in_one_cell(tmp_path):
    texts = [
        "1 Des 2026 19.00",
        "Selasa, 1 Desember 2026, pukul 7 malam",
        "01/12/2026 19:00 WIB",
        "2026-12-01T19:00",
        "1 Des 2026 | 19.00-20.30",
    ]
    path = book(tmp_path / "a.xlsx", [["Tanggal & Jam", "Judul"], *([text, f"J{n}"] for n, text in enumerate(texts))])
    reading = read(path)
    assert unread(reading) == []
    assert {start for (start,) in told(reading, "start")} == {"2026-12-01 19:00:00"}
    assert told(reading, "zone", "duration_min")[2:] == [("Asia/Jakarta", "…"), ("…", "…"), ("…", 90.0)]


def test_a_midnight_behind_every_date_is_no_hour(tmp_path):
    rows = [["Tanggal", "Judul"], [datetime(2026, 12, 11), "A"], ["2026-12-12 00:00:00", "B"], ["13 Agust 2026", "C"]]
    dates = read(book(tmp_path / "a.xlsx", rows))
    assert told(dates, "day", "start") == [("2026-12-11", "…"), ("2026-12-12", "…"), ("2026-08-13", "…")]
    sale = read(book(tmp_path / "b.xlsx", [*rows, [datetime(2026, 12, 14, 19), "D"]]))
    assert told(sale, "day", "start")[1] == ("…", "2026-12-12 00:00:00")


def test_a_date_that_cannot_be_understood_makes_its_row_unread(tmp_path):
    rows = [
        ["Tanggal", "Judul"],
        ["32 Desember 2026", "A"],
        ["minggu depan", "B"],
        ["1-3 Desember 2026", "C"],
        ["Live 12.12", "D"],
        ["30 Februari 2026", "E"],
        [True, "F"],
        ["1 Des 2026", "G"],
    ]
    reading = read(book(tmp_path / "a.xlsx", rows))
    advice = "Write it as 1 Des 2026 or 01/12/2026."
    assert unread(reading) == [
        (2, f"The date “32 Desember 2026” cannot be understood: there is no such day. {advice}"),
        (3, f"The date “minggu depan” cannot be understood. {advice}"),
        (4, f"The date “1-3 Desember 2026” cannot be understood. {advice}"),
        (5, f"The date “Live 12.12” cannot be understood. {advice}"),
        (6, f"The date “30 Februari 2026” cannot be understood: there is no such day. {advice}"),
        (7, f"The date “True” cannot be understood. {advice}"),
    ]
    assert told(reading, "title", "day") == [("G", "2026-12-01")]


def test_the_year_follows_from_the_days_of_the_week(tmp_path):
    rows = [["Hari", "Tanggal", "Judul"], ["Rabu", "1 Desember", "A"], ["Jumat", "3 Desember", "B"]]
    reading = read(book(tmp_path / "a.xlsx", rows))
    assert told(reading, "day") == [("2027-12-01",), ("2027-12-03",)]
    assert "The year 2027 is the one in which the days of the week fit" in reading.notes


def test_the_year_follows_from_the_dates_around_and_turns_in_january(tmp_path):
    rows = [["Tanggal", "Judul"], ["20 Des 2027", "A"], ["28 Des", "B"], ["3 Januari", "C"], ["10 Feb", "D"]]
    reading = read(book(tmp_path / "a.xlsx", rows))
    assert told(reading, "day") == [("2027-12-20",), ("2027-12-28",), ("2028-01-03",), ("2028-02-10",)]
    assert "The year 2027 follows from the dates around" in reading.notes


def test_the_year_is_the_nearest_to_today_where_nothing_tells_it(tmp_path):
    reading = read(book(tmp_path / "a.xlsx", [["Tanggal", "Judul"], ["5 Januari", "A"], ["12/1", "B"]]))
    assert told(reading, "day") == [("2027-01-05",), ("2027-01-12",)]
    assert "Dates without a year are read as those nearest to today, 2027 first" in reading.notes


def test_a_month_in_the_title_and_only_days_in_the_column(tmp_path):
    rows = [
        ["Jadwal Live Desember 2026"],
        ["Tgl", "Jam", "Tema"],
        [1, 19, "Cahaya"],
        [2, 19.3, "Suara"],
        [3, "20.00", "Riset"],
    ]
    reading = read(book(tmp_path / "a.xlsx", rows))
    assert told(reading, "start", "kind") == [
        ("2026-12-01 19:00:00", "live"),
        ("2026-12-02 19:30:00", "live"),
        ("2026-12-03 20:00:00", "live"),
    ]
    assert "All items are read as live sessions, as the title says" in reading.notes


def test_days_stand_between_the_rows_instead_of_in_a_column(tmp_path):
    rows = [
        ["Rundown minggu ini"],
        ["Jam", "Judul", "PIC"],
        ["Selasa, 1 Desember 2026"],
        ["09.00 pagi", "A", "Rani"],
        ["1 siang", "B", "Bima"],
        ["Rabu, 2 Desember 2026"],
        ["19.00-20.00", "C", "Rani"],
    ]
    reading = read(book(tmp_path / "a.xlsx", rows, merge=["A3:C3", "A6:C6"]))
    assert told(reading, "start", "title", "duration_min") == [
        ("2026-12-01 09:00:00", "A", "…"),
        ("2026-12-01 13:00:00", "B", "…"),
        ("2026-12-02 19:00:00", "C", 60.0),
    ]
    assert "Dates between the rows count for those below them" in reading.notes


def test_month_first_dates_are_seen_by_those_that_would_be_none_otherwise(tmp_path):
    rows = [["Date", "Title"], ["12/01/2026", "A"], ["12/25/2026", "B"]]
    reading = read(book(tmp_path / "a.xlsx", rows))
    assert told(reading, "day") == [("2026-12-01",), ("2026-12-25",)]
    assert reading.notes == ("Dates are read with the month first: they would be none otherwise",)


def test_start_and_end_give_a_duration_over_midnight_too(tmp_path):
    rows = [
        ["Tanggal", "Jam Mulai", "Jam Selesai", "Acara"],
        [date(2026, 12, 11), time(23, 0), time(1, 0), "A"],
        [date(2026, 12, 12), "19.00", "selesai", "B"],
    ]
    reading = read(book(tmp_path / "a.xlsx", rows))
    assert told(reading, "start", "duration_min") == [("2026-12-11 23:00:00", 120.0), ("2026-12-12 19:00:00", "…")]
