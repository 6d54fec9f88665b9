from __future__ import annotations

from speech_words import said, texts

from studio.speech.words import Word
from studio.subtitles.profiles import Profile
from studio.subtitles.segmentation import make_cues


def test_no_words_make_no_cues(vertical: Profile):
    assert make_cues([], vertical, "id") == []
    assert make_cues([Word("  ", 0, 1)], vertical, "id") == []


def test_a_short_reads_well_in_indonesian(vertical: Profile):
    words = said(
        "Cahaya bagus itu nggak harus mahal.",
        "Kertas putih harganya cuma Rp15.000.",
        "Taruh produk di dekat jendela.",
        "Wajah kamu jadi gelap, produk jadi kusam.",
        "Coba geser badan 45 derajat.",
        "Lihat bedanya sebelum dan sesudah.",
    )
    assert texts(make_cues(words, vertical, "id")) == [
        "Cahaya bagus itu / nggak harus mahal.",
        "Kertas putih / harganya cuma Rp15.000.",
        "Taruh produk / di dekat jendela.",
        "Wajah kamu jadi gelap, / produk jadi kusam.",
        "Coba geser badan / 45 derajat.",
        "Lihat bedanya / sebelum dan sesudah.",
    ]


def test_a_short_reads_well_in_english(vertical: Profile):
    words = said(
        "Most viewers leave in the first three seconds.",
        "So show the product before you say hello.",
        "Keep every shot under 2 seconds.",
        "Read the campaign rules before you post.",
    )
    assert texts(make_cues(words, vertical, "en")) == [
        "Most viewers leave in / the first three seconds.",
        "So show the product / before you say hello.",
        "Keep every shot / under 2 seconds.",
        "Read the campaign rules / before you post.",
    ]


def test_a_talk_is_broken_at_its_clauses(netflix: Profile):
    words = said(
        "Kalau kamu baru mulai jadi kreator afiliasi, jangan langsung beli lampu mahal "
        "karena cahaya jendela sudah cukup."
    )
    assert texts(make_cues(words, netflix, "id")) == [
        "Kalau kamu baru mulai / jadi kreator afiliasi,",
        "jangan langsung beli lampu mahal / karena cahaya jendela sudah cukup.",
    ]


def test_breaks_are_the_best_of_all_and_not_the_first_that_fit(vertical: Profile):
    # A greedy breaker fills the first cue and leaves "besok." alone.
    words = said("Jangan lupa simpan video ini untuk kamu tonton lagi besok.")
    assert texts(make_cues(words, vertical, "id")) == [
        "Jangan lupa simpan / video ini untuk kamu",
        "tonton lagi besok.",
    ]


def test_a_sentence_ends_its_cue_where_the_next_one_has_room(vertical: Profile):
    words = said("Simpan dulu ya.", "Nanti kita bahas lagi.", pause_s=0.2)
    assert texts(make_cues(words, vertical, "id")) == ["Simpan dulu ya.", "Nanti kita bahas lagi."]


def test_a_silence_ends_a_cue_in_the_middle_of_a_sentence(vertical: Profile):
    words = [*said("Dan hasilnya"), *said("luar biasa.", start=4.0)]
    assert texts(make_cues(words, vertical, "id")) == ["Dan hasilnya", "luar biasa."]


def test_a_number_stays_with_its_unit(vertical: Profile):
    words = said("Modalnya cuma sekitar Rp 50.000 saja dan komisinya cair dalam waktu 3 hari kerja, naik 15 persen.")
    lines = [line for cue in make_cues(words, vertical, "id") for line in cue.lines]
    for together in ("Rp 50.000", "3 hari", "15 persen"):
        assert any(together in line for line in lines)


def test_a_name_and_a_date_stay_on_one_line(vertical: Profile):
    words = said("Kelasnya dibuka oleh Bu Sari Dewi Lestari mulai tanggal 12 Desember 2026 jam 7 malam.")
    lines = [line for cue in make_cues(words, vertical, "id") for line in cue.lines]
    for together in ("Sari Dewi Lestari", "12 Desember 2026", "jam 7 malam"):
        assert any(together in line for line in lines)


def test_a_name_longer_than_a_line_is_broken_where_it_must_be(vertical: Profile):
    words = said("Raden Ajeng Kartini Djojo Adhiningrat Sosroningrat bicara.")
    cues = make_cues(words, vertical, "id")
    assert max(len(line) for cue in cues for line in cue.lines) <= vertical.chars


def test_a_word_longer_than_a_line_stands_alone_and_whole(vertical: Profile):
    link = "https://contoh.id/keranjang-kuning"
    cues = make_cues(said(f"Cek {link} sekarang juga."), vertical, "id")
    assert (link,) in [cue.lines for cue in cues]


def test_languages_without_spaces_get_none(netflix: Profile):
    words = [
        Word(text, index * 0.4, index * 0.4 + 0.35) for index, text in enumerate(("今日は", "良い", "天気", "です。"))
    ]
    assert texts(make_cues(words, netflix, "ja")) == ["今日は良い天気です。"]


def test_a_marked_word_marks_its_cue(vertical: Profile):
    words = said("Ini baris pertama.", "Ini baris kedua.")
    marked = [
        Word(w.text, w.start, w.end, w.confidence, "not in the script" if w.text == "kedua." else "") for w in words
    ]
    assert [cue.note for cue in make_cues(marked, vertical, "id")] == ["", "not in the script"]


def test_cues_keep_the_words_that_they_were_made_of(vertical: Profile):
    words = said("Ini baris pertama.", "Ini baris kedua yang agak panjang dan terus berlanjut.")
    assert [word for cue in make_cues(words, vertical, "id") for word in cue.words] == words


def test_a_number_in_words_is_parted_after_its_thousands_and_never_from_its_unit(vertical: Profile):
    words = said("Komisinya delapan ribu sembilan ratus rupiah per produk.", "Geser dua puluh sentimeter dari kamera.")
    assert texts(make_cues(words, vertical, "id")) == [
        "Komisinya delapan ribu / sembilan ratus rupiah",
        "per produk.",
        "Geser / dua puluh sentimeter",
        "dari kamera.",
    ]


def test_a_word_that_points_back_stays_with_what_it_points_at(vertical: Profile, netflix: Profile):
    words = said("Kelas malam ini dibawakan Kak Bima Pratama dan Kak Sari, mulai jam 7 malam WIB sampai selesai.")
    assert texts(make_cues(words, vertical, "id")) == [
        "Kelas malam ini / dibawakan",
        "Kak Bima Pratama / dan Kak Sari,",
        "mulai jam 7 malam WIB / sampai selesai.",
    ]
    words = said(
        "Komisi 10 persen dari harga Rp 89.000 itu delapan ribu sembilan ratus rupiah per produk yang terjual."
    )
    assert " itu / delapan" in texts(make_cues(words, netflix, "id"))[0]


def test_speech_without_full_stops_is_broken_where_it_rests_before_a_capital(netflix: Profile):
    words = said(
        "jangan langsung beli lampu mahal untuk 15 video pertama kamu", "Komisi 10 persen dari harga", pause_s=0.4
    )
    assert texts(make_cues(words, netflix, "id"))[-1] == "Komisi 10 persen dari harga"
    # A rest before a name is no new sentence where a word leans on it.
    words = [*said("ada di"), *said("TikTok Shop Indonesia mulai hari ini", start=1.2)]
    assert texts(make_cues(words, netflix, "id")) == ["ada di TikTok Shop Indonesia / mulai hari ini"]


def test_a_helping_verb_stays_with_its_verb(vertical: Profile):
    words = said("If you are new to affiliate marketing on TikTok Shop you do not need an expensive lamp.")
    assert texts(make_cues(words, vertical, "en")) == [
        "If you are new / to affiliate marketing",
        "on TikTok Shop / you do not need",
        "an expensive lamp.",
    ]
