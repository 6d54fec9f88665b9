"""Text is fitted by measurement: it stays in its box, keeps its words, and says so when it cannot."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.thumbnails.fit import Style, fit_text
from studio.thumbnails.fonts import cleaned, font, font_path

BOLD = font_path("extra-bold", Path())
LOUD = font_path("loud", Path())
STYLE = Style(BOLD, leading=0.86)


def lines_of(
    text: str, width: int = 800, height: int = 600, sizes: tuple[int, int] = (40, 200), most: int = 4
) -> list[str]:
    return list(fit_text(text, STYLE, width, height, sizes, most).lines)


def test_a_short_title_takes_the_largest_size() -> None:
    fit = fit_text("Hook", STYLE, 800, 600, (40, 200), 4)
    assert (fit.lines, fit.size, fit.cut) == (("Hook",), 200, False)


def test_lines_come_out_even() -> None:
    assert lines_of("Tiga kesalahan pencahayaan yang bikin produk kusam", 900) == [
        "Tiga kesalahan", "pencahayaan", "yang bikin", "produk kusam",
    ]  # fmt: skip
    assert lines_of("Cahaya bagus, modal murah", 1000, 400) == ["Cahaya bagus,", "modal murah"]


def test_a_number_stays_with_its_unit() -> None:
    for width in range(300, 1200, 50):
        joined = "\n".join(lines_of("Modal Rp 50.000 cukup 3 detik saja", width, 900, (20, 120), 6))
        assert "Rp 50.000" in joined
        assert "3 detik" in joined


def test_a_word_too_long_for_the_smallest_size_is_divided() -> None:
    fit = fit_text("Pertanggungjawabannya", STYLE, 400, 600, (60, 200), 4)
    assert fit.lines == ("Pertang-", "gungjawa-", "bannya")
    assert not fit.cut


def test_what_fits_no_way_ends_in_an_ellipsis_and_says_so() -> None:
    fit = fit_text("Satu dua tiga empat lima enam tujuh delapan", STYLE, 250, 100, (40, 200), 2)
    assert fit.cut
    assert fit.lines == ("Satu dua", "tiga empat…")
    assert fit_text("Kata", STYLE, 10, 10, (40, 40), 1).small


def test_a_stroke_takes_room() -> None:
    plain = fit_text("Hook", Style(BOLD), 400, 600, (10, 400), 1)
    stroked = fit_text("Hook", Style(BOLD, stroke=12), 400, 600, (10, 400), 1)
    assert stroked.size < plain.size
    assert stroked.width <= 400


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(alphabet="abcdefgijlmwABCÅÉ?!gy", min_size=1, max_size=14), min_size=1, max_size=9),
    st.integers(250, 1000),
    st.integers(120, 900),
    st.integers(0, 8),
)
def test_the_ink_is_inside_and_no_word_is_lost(words: list[str], width: int, height: int, stroke: int) -> None:
    text = " ".join(words)
    fit = fit_text(text, Style(BOLD, 0.9, stroke), width, height, (12, 180), 5)
    assert not fit.small
    assert fit.width <= width
    assert fit.height <= height
    assert 12 <= fit.size <= 180
    face = font(BOLD, fit.size)
    for line in fit.lines:
        box = face.getbbox(line, anchor="ls", stroke_width=stroke)
        assert box[2] - min(0, box[0]) <= width
    if not fit.cut:
        assert "".join(fit.lines).replace(" ", "").replace("-", "") == text.replace(" ", "")


def test_what_a_font_lacks_is_left_out_and_told() -> None:
    shown = cleaned("Laris 🔥👍🏽 tanpa\u00a0ribet ﬁx", BOLD)
    assert (shown.ornaments, shown.letters) == (("🔥", "👍"), ())
    assert shown.text in ("Laris tanpa ribet ﬁx", "Laris tanpa ribet fix")
    assert cleaned("学 video", LOUD).letters == ("学",)
    assert cleaned("Ⅷ ½", LOUD).letters == ()
