from __future__ import annotations

from studio.subtitles.profiles import Profile
from studio.subtitles.timing import Spoken, show_times


def test_a_cue_is_shown_while_it_is_spoken(netflix: Profile):
    assert show_times([Spoken(1.0, 3.0, 20)], netflix, 25) == [(1.0, 3.0)]


def test_a_small_gap_is_closed_to_two_frames(netflix: Profile):
    spoken = [Spoken(1.0, 3.0, 20), Spoken(3.4, 5.0, 20)]
    assert show_times(spoken, netflix, 25) == [(1.0, 3.32), (3.4, 5.0)]


def test_a_small_gap_is_closed_wholly_in_a_short(vertical: Profile):
    spoken = [Spoken(1.0, 3.0, 20), Spoken(3.4, 5.0, 20)]
    assert show_times(spoken, vertical, 25) == [(1.0, 3.4), (3.4, 5.0)]


def test_speech_without_a_pause_still_leaves_two_frames(netflix: Profile):
    spoken = [Spoken(1.0, 3.0, 20), Spoken(3.0, 5.0, 20)]
    assert show_times(spoken, netflix, 25) == [(1.0, 2.92), (3.0, 5.0)]


def test_a_wide_gap_is_left_open(netflix: Profile):
    spoken = [Spoken(1.0, 3.0, 20), Spoken(4.0, 5.0, 10)]
    assert show_times(spoken, netflix, 25) == [(1.0, 3.0), (4.0, 5.0)]


def test_a_fast_cue_stays_for_twelve_frames_at_most(netflix: Profile):
    assert show_times([Spoken(1.0, 3.0, 60)], netflix, 25) == [(1.0, 3.48)]
    assert show_times([Spoken(1.0, 3.0, 60)], netflix, 24) == [(1.0, 3.5)]
    # At 60 frames a second, 24 are the half second that the guides mean.
    assert show_times([Spoken(1.0, 3.0, 60)], netflix, 60) == [(1.0, 3.4)]


def test_a_short_word_stays_for_the_least_time(netflix: Profile):
    assert show_times([Spoken(1.0, 1.2, 3)], netflix, 25) == [(1.0, 1.833)]


def test_a_word_with_a_broken_length_is_taken_off_after_the_longest_time(vertical: Profile):
    assert show_times([Spoken(1.0, 60.0, 5)], vertical, 25) == [(1.0, 6.0)]


def test_nothing_is_shown_after_the_end(netflix: Profile):
    assert show_times([Spoken(1.0, 1.3, 5)], netflix, 25, end_s=1.5) == [(1.0, 1.5)]
    assert show_times([Spoken(1.0, 1.6, 5), Spoken(1.7, 1.8, 5)], netflix, 25, end_s=1.5)[-1][1] == 1.5


def test_words_that_all_have_one_time_are_spread(vertical: Profile):
    spoken = [Spoken(2.0, 2.0, 5)] * 3
    assert show_times(spoken, vertical, 25) == [(2.0, 2.04), (2.04, 2.08), (2.08, 2.78)]
