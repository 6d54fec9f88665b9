from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from deck_samples import ITEM, RING, TRIPOD, script

from studio.checks import Check
from studio.decks.rundown import Row, Rundown, Segment, checks, hosts, over_s, rundown_from_script, timeline, total_s
from studio.plan.item import Item, Kind, Product
from studio.scripts.script import parse_script


def at(hour: int, minute: int, day: int = 16) -> datetime:
    return datetime(2026, 12, day, hour, minute)


def row(cue: str, minutes: float, start: datetime | None = None, kind: Segment = Segment.TEACHING) -> Row:
    return Row(cue, start, minutes * 60, kind, f"Bagian {cue}")


def test_a_script_becomes_one_row_a_section_with_its_target_as_length():
    rundown = rundown_from_script(script(), ITEM)

    assert [(r.cue, r.kind.value, r.title, r.duration_s, r.host) for r in rundown.rows] == [
        ("1", "opening", "Pembukaan", 120, "Bima"),
        ("2", "teaching", "Tiga jenis komisi", 480, "Bima"),
        ("3", "demo", "Buka dasbor, cari angka kemarin", 360, "Sari"),
        ("4", "product", "Ring light mini", 300, "Sari"),
        ("5", "voucher", "Voucher malam ini", 180, "Bima"),
        ("6", "qa", "Tanya jawab", 300, "Sari"),
        ("7", "quiz", "Benar atau salah?", 240, "Bima"),
        ("8", "closing", "Misi minggu ini", 120, "Bima"),
    ]
    assert rundown.start == at(19, 30)
    assert rundown.slot_s == 34 * 60
    assert rundown.rows[3].product == RING
    assert rundown.rows[4].voucher == "KELAS10"
    assert rundown.rows[2].asset == "dasbor afiliasi, akun latihan"
    assert rundown.rows[0].spoken == ("Halo, selamat datang di Kelas komisi!",)


def test_soft_starts_follow_the_item_and_a_minute_too_much_is_said():
    rundown = rundown_from_script(script(), ITEM)

    assert [f"{timed.start:%H:%M}" for timed in timeline(rundown)] == [
        "19:30", "19:32", "19:40", "19:46", "19:51", "19:54", "19:59", "20:03",
    ]  # fmt: skip
    assert over_s(rundown) == 60
    assert checks(rundown) == (
        Check("slot", False, "1 min over the slot"),
        Check("overlap", True, "No row runs into the next"),
    )


def test_a_rundown_may_be_shorter_than_its_slot_or_have_none():
    rows = (row("1", 2), row("2", 1.5))

    assert checks(Rundown(rows, slot_s=240))[0] == Check("slot", True, "30 s under the slot")
    assert checks(Rundown(rows, slot_s=210))[0] == Check("slot", True, "3 min 30 s, the whole slot")
    assert checks(Rundown(rows))[0] == Check("slot", True, "3 min 30 s long, no slot set")
    assert checks(Rundown(()))[0] == Check("slot", True, "0 min long, no slot set")


def test_a_hard_start_stays_where_it_is_pinned_with_a_gap_or_an_overlap_before_it():
    late = timeline(Rundown((row("1", 2), row("2", 3, at(19, 40)), row("3", 1)), at(19, 30)))
    assert [timed.start for timed in late] == [at(19, 30), at(19, 40), at(19, 43)]
    assert [timed.gap_s for timed in late] == [0, 480, 0]

    early = Rundown((row("1", 2), row("2", 3, at(19, 31)), row("3", 1)), at(19, 30))
    assert [timed.overlap_s for timed in timeline(early)] == [0, 60, 0]
    assert checks(early)[1] == Check("overlap", False, "Cue 1 runs 1 min over cue 2")


def test_hard_starts_are_right_across_midnight():
    rundown = Rundown((row("1", 20), row("2", 5, datetime(2026, 12, 17, 0, 10)), row("3", 5)), at(23, 45))

    assert [timed.start for timed in timeline(rundown)][1:] == [
        datetime(2026, 12, 17, 0, 10),
        datetime(2026, 12, 17, 0, 15),
    ]
    assert total_s(rundown) == 35 * 60


def test_an_undated_session_is_counted_from_its_start():
    rundown = rundown_from_script(script(), replace(ITEM, start=None))

    assert rundown.start is None
    assert [(timed.begin_s, timed.start) for timed in timeline(rundown)][:3] == [(0, None), (120, None), (600, None)]


def test_sections_with_no_target_share_what_is_left_of_the_slot():
    markdown = "# Kelas\n## Halo [opening] (3:00)\n- a\n## Isi [teaching]\n- b\n## Tanya [qa]\n- c\n"
    rundown = rundown_from_script(parse_script(markdown, "id"), Item("Kelas", Kind.LIVE, duration_min=25))

    assert [r.duration_s for r in rundown.rows] == [180, 660, 660]
    assert over_s(rundown) == 0


def test_sections_with_no_target_and_no_slot_take_their_usual_length():
    rundown = rundown_from_script(
        parse_script("# K\n## Isi [teaching]\n- a\n## Dadah [closing]\n- b\n", "id"), Item("K", Kind.LIVE)
    )

    assert [r.duration_s for r in rundown.rows] == [480, 120]


def test_a_product_row_takes_price_and_link_from_the_item_by_name_or_in_order():
    named = "## Tripod lipat [product]\n- Kuat\n## Sale [product]\n- Murah\n"
    markdown = f"# K\n{named}## Lagi [product]\n- Produk: Lampu | Rp5.000\n"
    item = replace(ITEM, products=(RING, TRIPOD, Product("Lampu", "Rp6.000", "tok.id/lampu")))
    rundown = rundown_from_script(parse_script(markdown, "id"), item)

    assert [r.product for r in rundown.rows] == [TRIPOD, RING, Product("Lampu", "Rp5.000", "tok.id/lampu")]


def test_a_short_videos_script_can_be_presented_live_too():
    rundown = rundown_from_script(
        parse_script("# V\n## Hook [hook] (0:05)\nHalo\n## Value [value] (0:35)\nIsi\n", "id"), ITEM
    )

    assert [r.kind for r in rundown.rows] == [Segment.OPENING, Segment.TEACHING]


def test_hosts_are_told_apart():
    assert hosts(replace(ITEM, host="Bima, Sari & Tono")) == ("Bima", "Sari", "Tono")
    assert hosts(replace(ITEM, host="Bima and Sari")) == ("Bima", "Sari")
    assert hosts(replace(ITEM, host=" ")) == ()


def test_an_empty_script_is_an_empty_rundown():
    assert rundown_from_script(parse_script("", "id"), ITEM).rows == ()
