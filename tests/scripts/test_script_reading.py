"""A script is read back from whatever a person made of it, and no word is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.scripts.script import parse_script
from studio.scripts.sentences import sentences

EDITED = """\ufeff# Judul *baru*\r
_Video pendek · Bahasa Indonesia_\r
\r
Catatan di atas bagian pertama.

## hook (5 detik)
**Halo** semua, lihat [ini](https://contoh.id)! Harganya Rp15.000. Jam 19.00 WIB, ya.
[senyum ke kamera]
> Layar: DISKON

##Isi [value] (1:05:00)
* butir satu
2) butir dua
Potong [jeda] di sini.
### Anak judul
<!-- catatan
dua baris -->
---
## Bonus [bonus]
Terakhir.
"""


def test_a_hand_edited_script_keeps_every_line_in_its_place() -> None:
    script = parse_script(EDITED)
    assert (script.title, script.facts, script.language) == ("Judul baru", "Video pendek · Bahasa Indonesia", "id")
    above, hook, value, bonus = script.sections
    assert (above.name, above.kind, above.spoken) == ("", "other", ("Catatan di atas bagian pertama.",))
    assert (hook.name, hook.kind, hook.target_s) == ("hook", "hook", 5)
    assert hook.spoken == ("Halo semua, lihat ini! Harganya Rp15.000. Jam 19.00 WIB, ya.",)
    assert hook.directions == ("senyum ke kamera", "Layar: DISKON")
    assert (value.name, value.kind, value.target_s) == ("Isi", "value", 3900)
    assert value.points == ("butir satu", "butir dua")
    assert value.directions == ("Anak judul", "catatan dua baris")
    assert (bonus.name, bonus.kind, bonus.lines[0].number) == ("Bonus [bonus]", "other", 20)
    assert script.spoken_text == (
        "Catatan di atas bagian pertama.\n"
        "Halo semua, lihat ini!\nHarganya Rp15.000.\nJam 19.00 WIB, ya.\n"
        "Potong di sini.\n"
        "Terakhir."
    )


def test_a_plain_text_without_headings_is_all_spoken() -> None:
    script = parse_script("And so, my fellow Americans: ask not what your country can do for you.\n")
    assert script.spoken_text == "And so, my fellow Americans: ask not what your country can do for you."
    assert script.language == "en"


def test_what_is_left_to_fill_in_is_not_spoken() -> None:
    assert parse_script("## Isi [value]\n[isi: langkah]\nPertama: [isi: apa]").spoken_text == "Pertama:"


def test_an_empty_script_has_no_sections() -> None:
    for text in ("", "\n\n", "# Judul saja\n"):
        assert parse_script(text).sections == ()


def test_sentences_end_where_a_speaker_would_pause() -> None:
    assert sentences('Dr. Sari bilang "cukup!" Lalu pergi. Harga Rp15.000 saja, dll. Oke? Ya… 3 hari. 5 jam') == [
        'Dr. Sari bilang "cukup!"',
        "Lalu pergi.",
        "Harga Rp15.000 saja, dll.",
        "Oke?",
        "Ya…",
        "3 hari.",
        "5 jam",
    ]


@given(st.text(alphabet="aB. !?…\"'1,\n”)", max_size=60))
def test_sentences_lose_nothing(text: str) -> None:
    assert " ".join(sentences(text)) == " ".join(text.split())


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_read_and_no_word_is_lost(text: str) -> None:
    script = parse_script(text)
    kept = f"{script.title} {script.facts} " + " ".join(
        f"{section.name} " + " ".join(line.text for line in section.lines) for section in script.sections
    )
    letters = {sign for sign in text if sign.isalpha()}
    assert letters <= {sign for sign in kept + "detikmnsecDETIKMNSEC" if sign.isalpha()}
