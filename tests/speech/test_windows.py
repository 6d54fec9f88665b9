"""What a recogniser is given at once: all of the speech, half a minute at most, cut in pauses."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.speech.audio import RATE
from studio.speech.voice import Span
from studio.speech.windows import LONGEST_S, even_windows, plan_windows

GAPS = st.lists(st.tuples(st.floats(0.2, 40), st.floats(0.1, 70)), min_size=1, max_size=12)


def spans_of(gaps: list[tuple[float, float]]) -> tuple[list[Span], np.ndarray]:
    spans, at = [], 0.0
    for pause, length in gaps:
        spans.append(Span(at + pause, at + pause + length))
        at += pause + length
    # A view of one zero: an hour of silence that takes no memory.
    return spans, np.broadcast_to(np.float32(0), (round((at + 1) * RATE),))


@given(GAPS)
def test_all_speech_is_in_windows_of_half_a_minute(gaps: list[tuple[float, float]]) -> None:
    spans, samples = spans_of(gaps)

    windows = plan_windows(spans, samples)

    pieces = [piece for window in windows for piece in window.pieces]
    assert all(window.length <= LONGEST_S + 0.01 for window in windows)
    for span in spans:
        inside = sum(max(0.0, min(piece.end, span.end) - max(piece.start, span.start)) for piece in pieces)
        assert inside >= span.length - 0.01


def test_a_long_silence_is_left_out_and_times_come_back_right() -> None:
    spans, samples = spans_of([(1, 2), (10, 3)])

    (window,) = plan_windows(spans, samples)

    assert window.length == pytest.approx(2 + 3 + 4 * 0.3)
    assert window.in_recording(0.3, 1.0) == pytest.approx((1.0, 1.7))
    assert window.in_recording(2.9, 3.5) == pytest.approx((13.0, 13.6))
    assert len(window.sound(samples)) == pytest.approx(window.length * RATE, abs=2)


def test_windows_are_of_even_length() -> None:
    spans, samples = spans_of([(0.5, 3)] * 10)

    windows = plan_windows(spans, samples)

    assert [len(window.sound(samples)) / RATE for window in windows] == pytest.approx([17.6, 17.6], abs=0.2)


def test_windows_over_everything_leave_nothing_out() -> None:
    samples = np.zeros(65 * RATE, np.float32)

    assert even_windows(samples)[0].pieces[0].start == 0
    assert even_windows(samples)[-1].pieces[-1].end == 65
    assert even_windows(samples[:0]) == []
