from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from deck_samples import ITEM, RING, TRIPOD, script
from PIL import Image

from studio.decks.outline import Slide, SlideKind, outline
from studio.decks.rundown import Row, Rundown, Segment, rundown_from_script
from studio.plan.item import Item, Kind, Product


def slides() -> tuple[Slide, ...]:
    return outline(rundown_from_script(script(), ITEM), ITEM)


def test_a_live_session_has_title_agenda_a_slide_a_segment_products_and_closing():
    assert [(slide.kind.value, slide.title) for slide in slides()] == [
        ("title", "Kelas komisi #8"),
        ("agenda", "Malam ini"),
        ("points", "Tiga jenis komisi"),
        ("points", "Buka dasbor, cari angka kemarin"),
        ("product", "Ring light mini"),
        ("product", "Tripod lipat"),
        ("voucher", "Voucher malam ini"),
        ("qa", "Tanya jawab"),
        ("quiz", "Benar atau salah?"),
        ("closing", "Misi minggu ini"),
    ]


def test_the_title_says_when_and_with_whom_and_carries_the_opening_in_its_notes():
    title = slides()[0]

    assert title.kicker == "SIARAN LANGSUNG · Kelas komisi"
    assert title.body == ("Rabu, 16 Desember 2026, 19.30 WIB", "Bersama Bima dan Sari", "Paham tiga jenis komisi")
    assert title.timing == "19.30–19.32 WIB · 2 menit · Bima"
    assert title.notes == (
        "1. Pembukaan\n\nPoin:\n• Sapa penonton, sebut tiga nama\n• Tujuan malam ini: paham tiga jenis komisi\n\n"
        "Diucapkan:\nHalo, selamat datang di Kelas komisi!"
    )


def test_the_agenda_is_a_table_of_times():
    assert slides()[1].rows[:3] == (
        ("19.30", "Pembukaan", "Bima"),
        ("19.32", "Tiga jenis komisi", "Bima"),
        ("19.40", "Buka dasbor, cari angka kemarin", "Sari"),
    )


def test_every_slides_notes_begin_with_its_timing():
    assert [slide.timing for slide in slides()] == [
        "19.30–19.32 WIB · 2 menit · Bima",
        "19.30–19.32 WIB · 2 menit · Bima",
        "19.32–19.40 WIB · 8 menit · Bima",
        "19.40–19.46 WIB · 6 menit · Sari",
        "19.46–19.51 WIB · 5 menit · Sari",
        "19.46–19.51 WIB · 5 menit · Sari",
        "19.51–19.54 WIB · 3 menit · Bima",
        "19.54–19.59 WIB · 5 menit · Sari",
        "19.59–20.03 WIB · 4 menit · Bima",
        "20.03–20.05 WIB · 2 menit · Bima",
    ]


def test_a_product_has_price_link_and_points_without_the_line_that_names_it():
    ring, tripod = (slide for slide in slides() if slide.kind is SlideKind.PRODUCT)

    assert (ring.lead, ring.link, ring.body) == (
        RING.price,
        RING.link,
        ("Cahaya rata untuk meja kecil", "Cahaya rata, tiga tingkat terang"),
    )
    assert (tripod.lead, tripod.link, tripod.body) == (TRIPOD.price, TRIPOD.link, ())


def test_a_vouchers_code_stands_out_and_is_said_once():
    voucher = next(slide for slide in slides() if slide.kind is SlideKind.VOUCHER)

    assert (voucher.lead, voucher.body) == ("KELAS10", ("Potongan 10%, minimal belanja Rp50.000",))


def test_a_quizs_answer_is_in_the_notes_only():
    quiz = next(slide for slide in slides() if slide.kind is SlideKind.QUIZ)

    assert (quiz.lead, quiz.body) == ("Komisi dihitung dari harga sebelum diskon.", ("Benar", "Salah"))
    assert "Jawaban: salah" in quiz.notes


def test_an_english_item_has_english_words():
    item = Item(
        "Commission class", Kind.LIVE, start=datetime(2026, 12, 16, 19, 30), language="en", host="Bima and Sari"
    )
    rows = (Row("1", None, 120, Segment.TEACHING, "Three kinds", ("Standard",), host="Bima"),)
    title, agenda, points, closing = outline(Rundown(rows, item.start), item)

    assert title.body == ("Wednesday, 16 December 2026, 19:30 WIB", "With Bima and Sari")
    assert agenda.title == "Tonight"
    assert points.timing == "19:30–19:32 WIB · 2 min · Bima"
    assert (closing.title, closing.body) == ("Thank you!", ("Commission class", "Bima and Sari"))


def test_an_undated_session_is_counted_from_its_start():
    item = replace(ITEM, start=None)
    made = outline(rundown_from_script(script(), item), item)

    assert made[1].title == "Agenda"
    assert made[1].rows[1] == ("0:02:00", "Tiga jenis komisi", "Bima")
    assert made[2].timing == "0:02:00–0:10:00 mulai · 8 menit · Bima"


def test_an_empty_rundown_still_has_a_title_its_products_and_an_end():
    assert [(slide.kind.value, slide.title) for slide in outline(Rundown(()), ITEM)] == [
        ("title", "Kelas komisi #8"),
        ("product", "Ring light mini"),
        ("product", "Tripod lipat"),
        ("closing", "Terima kasih!"),
    ]


def test_a_segment_with_nothing_to_list_is_a_divider():
    made = outline(Rundown((Row("1", None, 60, Segment.DEMO, "Demo dasbor"),)), replace(ITEM, products=()))

    assert [slide.kind for slide in made] == [SlideKind.TITLE, SlideKind.AGENDA, SlideKind.SECTION, SlideKind.CLOSING]


def test_two_products_in_one_segment_are_two_slides():
    row = Row(
        "1",
        None,
        60,
        Segment.PRODUCT,
        "Lampu",
        ("Produk: Lampu | Rp5.000", "Produk: Tripod | Rp6.000 | tok.id/t"),
        Product("Lampu", "Rp5.000"),
    )
    made = outline(Rundown((row,)), replace(ITEM, products=()))

    assert [(slide.title, slide.lead) for slide in made if slide.kind is SlideKind.PRODUCT] == [
        ("Lampu", "Rp5.000"),
        ("Tripod", "Rp6.000"),
    ]


def test_a_rows_picture_is_shown_where_its_file_is_there(tmp_path):
    Image.new("RGB", (40, 30)).save(tmp_path / "dasbor.png")
    rows = tuple(
        Row("1", None, 60, Segment.DEMO, "Demo", asset=asset)
        for asset in ("dasbor.png", "none.png", "dasbor", "\0.png", "x" * 999 + ".png")
    )
    made = outline(Rundown(rows), replace(ITEM, products=()), tmp_path)

    assert [slide.picture for slide in made[2:-1]] == [tmp_path / "dasbor.png", None, None, None, None]
    assert made[2].alt == "Di layar: Demo"
    assert "Di layar: none.png" in made[3].notes


def only(row: Row, language: str = "id") -> list[Slide]:
    """The slides between the agenda and the farewell."""
    item = replace(ITEM, products=(), language=language)
    made = outline(Rundown((row,)), item)
    return list(made[2:] if row.kind is Segment.CLOSING else made[2:-1])


def test_each_question_of_a_quiz_is_a_slide_with_its_options():
    points = (
        "Soal: Komisi dari harga apa? -> Sesudah diskon",
        "Sebelum diskon",
        "Soal 2: Kapan dibayar?",
        "Jawaban: tanggal 25",
    )
    made = only(Row("1", None, 60, Segment.QUIZ, "Kuis", points))

    assert [(slide.title, slide.kicker, slide.lead, slide.body) for slide in made] == [
        ("Kuis", "", "Komisi dari harga apa?", ("Sebelum diskon",)),
        ("Kuis", "", "Kapan dibayar?", ()),
    ]
    assert "tanggal 25" in made[1].notes


def test_questions_in_reserve_are_the_hosts():
    row = Row("1", None, 60, Segment.QA, "Tanya jawab", ("Cadangan: Dari mana mulai?",))

    assert [slide.body for slide in only(row)] == [("Tulis pertanyaanmu di kolom komentar",)]
    assert [slide.body for slide in only(row, "en")] == [("Write your question in the comments",)]
    assert "Cadangan: Dari mana mulai?" in only(row)[0].notes


def test_what_is_said_of_a_voucher_stands_under_its_code():
    said = ("Sekarang vouchernya. KELAS10, potongan 10% sampai 20.15. Ayo!",)
    (slide,) = only(Row("1", None, 60, Segment.VOUCHER, "Voucher", ("Tekan Klaim",), voucher="KELAS10", spoken=said))

    assert (slide.lead, slide.body) == ("KELAS10", ("Potongan 10% sampai 20.15", "Tekan Klaim"))


def test_a_closing_that_is_only_called_so_says_thank_you():
    (slide,) = only(Row("1", None, 60, Segment.CLOSING, "Penutup", ("Unggah tiga video",)))

    assert (slide.title, slide.kicker, slide.body) == ("Terima kasih!", "Penutup", ("Unggah tiga video",))


def test_the_agenda_names_hosts_only_where_they_change():
    rows = (Row("1", None, 90, Segment.DEMO, "A", host="Bima"), Row("2", None, 60, Segment.DEMO, "B", host="Bima"))

    assert outline(Rundown(rows, datetime(2026, 12, 16, 19, 30)), ITEM)[1].rows == (("19.30", "A"), ("19.31", "B"))
