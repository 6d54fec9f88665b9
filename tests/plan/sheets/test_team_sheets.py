"""Sheets of other teams, as they are found: each is read as the person who made it meant it."""

from datetime import date, datetime, time

from openpyxl import Workbook
from team_sheets import book, read, told, understood, unread

from studio.plan.difference import compare
from studio.plan.item import Item, Kind


def test_an_indonesian_content_plan_with_a_title_and_merged_dates(tmp_path):
    path = book(
        tmp_path / "plan.xlsx",
        [
            ["CONTENT PLAN DESEMBER 2026"],
            ["Tim Affiliate Academy"],
            [],
            [
                "No",
                "Tanggal",
                "Jam",
                "Judul Konten",
                "Jenis",
                "PIC",
                "Pembawa Acara",
                "Platform",
                "Status",
                "Keterangan",
            ],
            [
                1,
                "Selasa, 1 Desember",
                "19.00",
                "Cahaya bagus di kamar kos",
                "SV",
                "Rani",
                "-",
                "TikTok, IG",
                "Draft",
                "",
            ],
            [
                2,
                None,
                "20.00",
                "Live 12.12 bareng Sari",
                "LS",
                "Bima",
                "Sari",
                "TikTok & Shopee",
                "Siap tayang",
                "Bawa lampu",
            ],
            [
                3,
                "Rabu, 2 Desember",
                "7 malam",
                "Hook tiga detik",
                "Video pendek",
                "Rani",
                "Dewi",
                "YT",
                "Sudah take",
                None,
            ],
            [],
            ["Total", None, None, 3],
        ],
        merge=["A1:J1", "A2:J2", "B5:B6"],
    )
    reading = read(path)
    assert told(reading, "start", "title", "kind", "owner", "host", "platforms", "stage", "notes") == [
        ("2026-12-01 19:00:00", "Cahaya bagus di kamar kos", "video", "Rani", "", "TikTok, Instagram", "idea", ""),
        (
            "2026-12-01 20:00:00",
            "Live 12.12 bareng Sari",
            "live",
            "Bima",
            "Sari",
            "TikTok, Shopee",
            "scheduled",
            "Bawa lampu",
        ),
        ("2026-12-02 19:00:00", "Hook tiga detik", "video", "Rani", "Dewi", "YouTube", "recorded", ""),
    ]
    assert (reading.header_row, reading.source, reading.unread) == (4, "Sheet1", ())
    assert [one.row for one in reading.incoming] == [5, 6, 7]
    assert reading.notes == (
        "The year 2026 is taken from the title",
        "Rows of sums are passed over: 1",
        "Times without a time zone are read as those of the plan",
    )
    assert reading.missing_zone


def test_an_english_sheet_with_excel_dates_and_times(tmp_path):
    path = book(
        tmp_path / "schedule.xlsx",
        [
            [
                "Publish Date",
                "Time",
                "Title",
                "Type",
                "Owner",
                "Channel",
                "Stage",
                "Duration (min)",
                "Campaign",
                "Notes",
            ],
            [
                date(2026, 12, 1),
                time(19, 30),
                "Good light",
                "Short video",
                "Rani",
                "TikTok/YouTube",
                "Posted",
                1.5,
                "12.12",
                "x",
            ],
            [
                datetime(2026, 12, 2),
                time(7, 0),
                "Live Q&A",
                "Live session",
                "Bima",
                "TikTok",
                "In progress",
                90,
                None,
                None,
            ],
            [datetime(2026, 12, 3, 12, 0), None, "Noon", "Live", "Bima", "TikTok", "Cancelled", "1 hour", None, None],
        ],
    )
    reading = read(path)
    assert told(reading, "start", "title", "kind", "platforms", "stage", "duration_min", "campaign") == [
        ("2026-12-01 19:30:00", "Good light", "video", "TikTok, YouTube", "published", 1.5, "12.12"),
        ("2026-12-02 07:00:00", "Live Q&A", "live", "TikTok", "planned", 90.0, ""),
        ("2026-12-03 12:00:00", "Noon", "live", "TikTok", "cancelled", 60.0, ""),
    ]
    assert understood(reading) == {
        "Publish Date": "date",
        "Time": "time",
        "Title": "title",
        "Type": "kind",
        "Owner": "owner",
        "Channel": "platforms",
        "Stage": "stage",
        "Duration (min)": "duration_min",
        "Campaign": "campaign",
        "Notes": "notes",
    }


def test_headings_in_any_order_with_slips_units_and_zones(tmp_path):
    rows = [
        [
            "Penanggug Jawab",
            "Jam Tayang (WITA)",
            "Tanggal Shooting",
            "Tanggal Tayang",
            "Judull Video",
            "Durasi (jam)",
            "Lokasi",
            "Link Drive",
            "Eps",
            "Kampanye",
            "Tagar",
        ],
        [
            "Rani",
            "19.00",
            "20 Nov 2026",
            "1 Des 2026",
            "Cahaya",
            1.5,
            "Studio A",
            "https://drive.example/a",
            "Eps 3",
            "12.12",
            "#hook #pemula",
        ],
    ]
    reading = read(book(tmp_path / "a.xlsx", rows))
    assert told(
        reading, "owner", "start", "zone", "title", "duration_min", "studio", "links", "episode", "campaign", "tags"
    ) == [
        (
            "Rani",
            "2026-12-01 19:00:00",
            "Asia/Makassar",
            "Cahaya",
            90.0,
            "Studio A",
            "https://drive.example/a",
            3,
            "12.12",
            "hook, pemula",
        )
    ]
    assert understood(reading)["Tanggal Shooting"] == ""
    assert not reading.missing_zone


def test_the_best_sheet_is_chosen_and_hidden_ones_come_last(tmp_path):
    made = Workbook()
    made.active.title = "Petunjuk"
    made.active.append(["Cara mengisi sheet ini"])
    hidden = made.create_sheet("Arsip")
    hidden.sheet_state = "hidden"
    plans = [hidden, made.create_sheet("Nov 2026"), made.create_sheet("Des 2026"), made.create_sheet("Master PIC")]
    for sheet in plans[:3]:
        sheet.append(["Tanggal", "Judul", "PIC", "Platform", "Status"])
        sheet.append([date(2026, 12, 1), f"Dari {sheet.title}", "Rani", "TikTok", "Draft"])
    plans[0].append([date(2026, 12, 2), "Arsip lagi", "Rani", "TikTok", "Draft"])
    plans[3].append(["Nama", "Tim"])
    made.save(tmp_path / "a.xlsx")
    reading = read(tmp_path / "a.xlsx")
    assert (reading.source, told(reading, "title")) == ("Nov 2026", [("Dari Nov 2026",)])
    assert reading.notes == ("Other sheets look like plans too: “Des 2026”",)
    assert told(read(tmp_path / "a.xlsx", "Des 2026"), "title") == [("Dari Des 2026",)]
    assert [row[0] for row in told(read(tmp_path / "a.xlsx", "Arsip"), "title")] == ["Dari Arsip", "Arsip lagi"]


def test_words_that_are_not_known_are_left_out_and_said(tmp_path):
    rows = [
        ["Judul", "Status", "Durasi", "Jenis"],
        ["A", "Nunggu approval Bu Ina", "sebentar", "SV"],
        ["B", "Nunggu approval Bu Ina", 2, "Podcast"],
        ["C", "✅ Tayang", 3, "LS"],
    ]
    reading = read(book(tmp_path / "a.xlsx", rows))
    assert told(reading, "title", "stage", "duration_min", "kind") == [
        ("A", "…", "…", "video"),
        ("B", "…", 2.0, "…"),
        ("C", "published", 3.0, "live"),
    ]
    assert reading.notes == (
        "“Nunggu approval Bu Ina” is no stage that is known: it is left out (2 rows)",
        "The duration “sebentar” cannot be understood: it is left out",
        "“Podcast” is no kind of item that is known: it is left out",
    )


def test_tables_one_below_the_other_are_all_read(tmp_path):
    rows = [
        ["Rencana Desember 2026"],
        ["VIDEO"],
        ["Tanggal", "Judul", "PIC"],
        [1, "Cahaya", "Rani"],
        ["Tanggal", "Judul", "PIC"],
        [2, "Suara", "Bima"],
        [],
        ["LIVE"],
        ["Tanggal", "Jam", "Topik", "Host"],
        [3, "19.00", "Kelas", "Sari"],
        ["tanggal kosong", "20.00", "Klinik", "Sari"],
    ]
    reading = read(book(tmp_path / "a.xlsx", rows))
    assert told(reading, "title", "start", "day", "kind", "owner", "host") == [
        ("Cahaya", "…", "2026-12-01", "video", "Rani", "…"),
        ("Suara", "…", "2026-12-02", "video", "Bima", "…"),
        ("Kelas", "2026-12-03 19:00:00", "…", "live", "…", "Sari"),
    ]
    assert [one.row for one in reading.incoming] == [4, 6, 10]
    assert [row for row, _ in unread(reading)] == [11]
    assert reading.header_row == 3
    assert "Another table is read, with its headings in row 9: Tanggal, Jam, Topik, Host" in reading.notes


def test_names_of_groups_above_the_headings_make_no_table_of_their_own(tmp_path):
    rows = [
        ["Jadwal", "", "Konten", "", "Tim"],
        ["Tanggal", "Jam", "Judul", "Platform", "PIC"],
        ["1 Des 2026", "19.00", "Cahaya", "TikTok", "Rani"],
    ]
    reading = read(book(tmp_path / "a.xlsx", rows, merge=["A1:B1", "C1:D1"]))
    assert (reading.header_row, told(reading, "title", "owner")) == (2, [("Cahaya", "Rani")])


def test_tables_beside_each_other_are_all_read(tmp_path):
    rows = [
        ["Video", "", "", "", "Live", "", ""],
        ["Tanggal", "Judul", "PIC", "", "Tanggal", "Judul", "Host"],
        ["1 Des 2026", "Cahaya", "Rani", "", "2 Des 2026", "Kelas", "Sari"],
        ["3 Des 2026", "Suara", "Bima", "", "", "", ""],
    ]
    reading = read(book(tmp_path / "a.xlsx", rows, merge=["A1:C1", "E1:G1"]))
    assert told(reading, "title", "day", "kind", "owner", "host") == [
        ("Cahaya", "2026-12-01", "video", "Rani", "…"),
        ("Suara", "2026-12-03", "video", "Bima", "…"),
        ("Kelas", "2026-12-02", "live", "…", "Sari"),
    ]
    assert "Another table is read, with its headings in row 2: Tanggal, Judul, Host" in reading.notes


def test_a_category_column_is_no_kind_of_item(tmp_path):
    rows = [["Judul", "Kategori", "Tanggal"], ["A", "Edukasi", "1 Des 2026"], ["B", "Promo", "2 Des 2026"]]
    reading = read(book(tmp_path / "a.xlsx", rows))
    assert understood(reading) == {"Judul": "title", "Kategori": "", "Tanggal": "date"}
    assert told(reading, "title", "kind") == [("A", "…"), ("B", "…")]


def test_rows_that_are_no_items_are_passed_over(tmp_path):
    rows = [
        ["No", "Tanggal", "Judul", "PIC"],
        ["MINGGU 1"],
        [1, date(2026, 12, 1), "A", "Rani"],
        [2, date(2026, 12, 2), None, None],
        [],
        ["No", "Tanggal", "Judul", "PIC"],
        [3, date(2026, 12, 3), "B", "Rani"],
        [None, None, None, "Bima"],
        ["Total", None, 2, None],
        [None, None, "Grand Total: 2 konten", None],
    ]
    reading = read(book(tmp_path / "a.xlsx", rows))
    assert told(reading, "title") == [("A",), ("B",)]
    assert unread(reading) == [(8, "It has no title. Give it one.")]
    assert sorted(reading.notes) == [
        "Rows of sums are passed over: 2",
        "Rows that only name a group are passed over: 1",
        "Rows that repeat the headings are passed over: 1",
        "Rows without a title are passed over: 1",
    ]


def test_a_title_merged_over_two_platforms_is_one_item(tmp_path):
    rows = [
        ["Tanggal", "Judul", "Platform"],
        [date(2026, 12, 1), "A", "TikTok"],
        [None, None, "YouTube"],
        [date(2026, 12, 2), "B", "TikTok"],
    ]
    reading = read(book(tmp_path / "a.xlsx", rows, merge=["A2:A3", "B2:B3"]))
    assert told(reading, "title", "platforms") == [("A", "TikTok, YouTube"), ("B", "TikTok")]


def test_live_platforms_make_live_sessions_where_no_column_tells_the_kind(tmp_path):
    rows = [
        ["Tanggal", "Judul", "Platform"],
        [date(2026, 12, 1), "A", "tiktok live"],
        [date(2026, 12, 2), "B", "TikTok"],
    ]
    reading = read(book(tmp_path / "a.xlsx", rows))
    assert told(reading, "kind", "platforms") == [("live", "TikTok Live"), ("…", "TikTok")]


def test_a_team_sheet_changes_the_items_it_is_about(tmp_path):
    plan = [
        Item("Cahaya bagus", id=1, uid="a", start=datetime(2026, 12, 1, 19), owner="Rani", notes="Bawa lampu"),
        Item("Live 12.12", Kind.LIVE, id=2, uid="b", start=datetime(2026, 12, 12, 19)),
    ]
    rows = [
        ["No", "Tanggal", "Judul", "PIC"],
        [1, date(2026, 12, 1), "cahaya  bagus", "Bima"],
        [2, date(2026, 12, 12), "Live 12.12", None],
        [3, date(2026, 12, 13), "Baru", None],
    ]
    found = compare(read(book(tmp_path / "a.xlsx", rows)), plan)
    assert [(one.item.uid, dict(one.fields)) for one in found.changed] == [
        ("a", {"title": ("Cahaya bagus", "cahaya bagus"), "owner": ("Rani", "Bima")})
    ]
    assert (found.same, [(item.title, item.day) for item in found.new]) == (1, [("Baru", date(2026, 12, 13))])
