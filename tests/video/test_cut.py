"""A cut as a value: what is kept, which part is seen, and that it comes back from JSON."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import InvalidValue
from studio.video.cut import Cut, kept_part, parse_focus, parse_shape, picture_size, seen_part
from studio.video.times import parse_time, time_text


@pytest.mark.parametrize(
    ("text", "seconds"), [("65.5", 65.5), ("1:05.5", 65.5), ("1:05,5", 65.5), ("1:02:03", 3723.0), (" 0 ", 0.0)]
)
def test_times_are_read_as_people_write_them(text: str, seconds: float) -> None:
    assert parse_time(text) == seconds
    assert parse_time(time_text(seconds)) == seconds


@pytest.mark.parametrize("text", ["", "soon", "-1", "1:2:3:4", "nan"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="is no time"):
        parse_time(text)


def test_a_part_is_kept_by_hand_or_by_speech_with_some_air() -> None:
    assert kept_part(Cut(), "a.mp4", 30.0, None) == (0.0, 30.0)
    assert kept_part(Cut(start=2, end=12), "a.mp4", 30.0, None) == (2, 12)
    assert kept_part(Cut(speech=True), "a.mp4", 30.0, (3.0, 20.0)) == (2.75, 20.5)
    assert kept_part(Cut(start=2.9, speech=True), "a.mp4", 20.2, (3.0, 20.0)) == (2.9, 20.2)
    assert kept_part(Cut(end=30.3), "a.mp4", 30.0, None) == (0.0, 30.0)  # headers are not that exact


@pytest.mark.parametrize(
    ("cut", "says"),
    [
        (Cut(start=90), "The start 1:30 lies beyond the end of a.mp4, which is 0:30 long. Choose a time inside it."),
        (Cut(end=31.5), "The end 0:31.5 lies beyond the end of a.mp4, which is 0:30 long. Choose a time inside it."),
        (Cut(start=9, end=3), "Nothing is left between 0:09 and 0:03. Let it end later."),
    ],
)
def test_times_that_do_not_fit_say_so(cut: Cut, says: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        kept_part(cut, "a.mp4", 30.0, None)
    assert str(caught.value) == says


def test_silence_cannot_be_trimmed_by_speech() -> None:
    with pytest.raises(InvalidValue, match=r"Nobody speaks in a\.mp4 between 0:00 and 0:30"):
        kept_part(Cut(speech=True), "a.mp4", 30.0, (30.0, 0.0))


def test_the_result_is_even_and_brought_up_to_what_platforms_take() -> None:
    assert picture_size((1921, 1081), None) == (1920, 1080)
    assert picture_size((1920, 1080), (9, 16)) == (1080, 1920)
    assert picture_size((3840, 2160), (9, 16)) == (1216, 2160)
    assert picture_size((320, 180), (9, 16)) == (102, 180)
    assert picture_size((1080, 1920), (16, 9)) == (1920, 1080)


def test_the_focus_stays_in_view_as_far_as_the_edges_allow() -> None:
    assert seen_part((1920, 1080), (1080, 1920), (0.5, 0.5)) == (656, 0, 608, 1080)
    assert seen_part((1920, 1080), (1080, 1920), (0.0, 0.5)) == (0, 0, 608, 1080)
    assert seen_part((1920, 1080), (1080, 1920), (1.0, 0.9)) == (1312, 0, 608, 1080)


@given(
    st.integers(16, 4000), st.integers(16, 4000), st.sampled_from([(9, 16), (1, 1), (4, 5), (16, 9)]),
    st.floats(0, 1), st.floats(0, 1),
)  # fmt: skip
def test_what_is_seen_is_inside_the_picture(
    width: int, height: int, shape: tuple[int, int], x: float, y: float
) -> None:
    result = picture_size((width, height), shape)
    left, top, wide, high = seen_part((width, height), result, (x, y))
    assert 0 <= left <= left + wide <= width and 0 <= top <= top + high <= height
    assert result[0] % 2 == result[1] % 2 == 0


def test_a_cut_comes_back_from_json() -> None:
    cut = Cut(1.5, 9.0, True, "a.mp4", "b.mp4", (9, 16), (0.25, 0.5), ("c.mp4",))
    assert Cut.from_json(cut.to_json()) == cut
    assert Cut().to_json() == {}
    assert Cut(focus=(0.1, 0.1)).is_empty


@pytest.mark.parametrize(
    "data", [{"start": -1}, {"start": "soon"}, {"shape": "tall"}, {"focus": [2, 0], "shape": "9:16"}, {"speed": 2}]
)
def test_json_that_is_no_cut_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(InvalidValue):
        Cut.from_json(data)


def test_shapes_and_points_are_read() -> None:
    assert parse_shape("9:16") == parse_shape(" 9x16 ") == (9, 16)
    assert parse_focus("0.3, 0.5") == (0.3, 0.5)
    for text in ("9", "0:16", "1:100"):
        with pytest.raises(InvalidValue, match="is no shape"):
            parse_shape(text)
    with pytest.raises(InvalidValue, match="is no point"):
        parse_focus("0.3")
    with pytest.raises(InvalidValue, match="is no share of the picture"):
        parse_focus("0.3,7")
