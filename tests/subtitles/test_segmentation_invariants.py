"""What holds for any stream of words: generated, with numbers, names, odd words, and times as bad as engines give."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.speech.words import Word
from studio.subtitles.cue import Cue
from studio.subtitles.profiles import load_profile
from studio.subtitles.quality import find_problems
from studio.subtitles.segmentation import make_cues

PROFILES = [load_profile(name) for name in ("vertical", "netflix-id", "netflix-en")]
VOCABULARY = """
cahaya bagus itu nggak harus mahal. dan kertas putih, karena di dekat jendela yang untuk Kak Bima TikTok Shop
Indonesia? the product before you say hello! a of in I pertanggungjawabannya Harbolnas (serius) - 12.12
keranjang kuning; ke dari sampai jumpa… A
"""
QUANTITIES = [
    ("Rp", "50.000"), ("Rp.", "89.000"), ("3", "hari"), ("45", "derajat"), ("15", "persen"), ("2", "kg"),
    ("1,5", "jam"),     ("120", "ribu", "rupiah"), ("Rp", "15", "ribu"), ("10", "seconds"), ("100", "%"),
    ("lima", "derajat"), ("nine", "rupiah"), ("tiga", "hari"),
]  # fmt: skip

odd_text = st.text(st.characters(exclude_categories=("Cc", "Cs", "Z")), min_size=1, max_size=40)
runs = st.one_of(
    st.sampled_from(VOCABULARY.split()).map(lambda text: (text,)),
    st.sampled_from(VOCABULARY.split()).map(lambda text: (text,)),
    st.sampled_from(QUANTITIES),
    odd_text.filter(lambda text: text.split() == [text]).map(lambda text: (text,)),
)


@st.composite
def speech(draw: st.DrawFn) -> list[Word]:
    """Words in order, with pauses, at any speed."""
    at, words = draw(st.floats(0, 5)), []
    for run in draw(st.lists(runs, max_size=60)):
        for text in run:
            length = draw(st.floats(0.02, 1.2))
            words.append(Word(text, at, at + length))
            at += length
        at += draw(st.sampled_from([0.0, 0.0, 0.02, 0.1, 0.3, 0.45, 0.6, 1.5, 8.0]))
    return words


@st.composite
def bad_speech(draw: st.DrawFn) -> list[Word]:
    """Words whose times overlap, stand still, run backwards or last a minute."""
    times = st.floats(0, 60)
    return [Word(text, draw(times), draw(times)) for run in draw(st.lists(runs, max_size=25)) for text in run]


quick = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
profiles = st.sampled_from(PROFILES)
rates = st.sampled_from([23.976, 25.0, 29.97, 60.0])


def words_of(cues: list[Cue]) -> list[str]:
    return [text for cue in cues for line in cue.lines for text in line.split(" ")]


@quick
@given(st.one_of(speech(), bad_speech()), profiles, st.sampled_from(["id", "en", "fr"]))
def test_no_word_is_lost_or_reordered(words, profile, language):
    cues = make_cues(words, profile, language)
    assert words_of(cues) == [word.text for word in words]
    assert [word.text for cue in cues for word in cue.words] == [word.text for word in words]


@quick
@given(st.one_of(speech(), bad_speech()), profiles, rates)
def test_cues_follow_one_another_and_never_overlap(words, profile, fps):
    cues = make_cues(words, profile, "id", fps)
    assert all(cue.start < cue.end for cue in cues)
    for before, after in pairwise(cues):
        assert after.start - before.end >= profile.gap_frames / fps - 0.0011
    assert all(cue.end - cue.start <= profile.max_s + 0.001 for cue in cues)


@quick
@given(speech(), profiles, rates, st.floats(0, 1))
def test_no_cue_outlasts_the_recording(words, profile, fps, tail):
    end = (words[-1].end if words else 0) + tail
    for cue in make_cues(words, profile, "id", fps, end_s=end):
        assert cue.end <= end + 0.001


@quick
@given(speech(), profiles, rates)
def test_a_cue_starts_with_its_speech_and_stays_twelve_frames_at_most(words, profile, fps):
    for cue in make_cues(words, profile, "id", fps):
        assert cue.start >= cue.words[0].start - 0.001
        longest = max(cue.words[-1].end + 12 / min(fps, 30), cue.start + profile.min_s)
        assert cue.end <= longest + 1.01 / fps + 0.002


@quick
@given(st.one_of(speech(), bad_speech()), profiles)
def test_no_line_ends_between_a_number_and_its_unit(words, profile):
    starts, position = set(), 0
    for cue in make_cues(words, profile, "id"):
        for line in cue.lines:
            starts.add(position)
            position += len(line.split(" "))
    for index in range(len(words)):
        for quantity in QUANTITIES:
            if tuple(word.text for word in words[index : index + len(quantity)]) == quantity:
                assert not starts & set(range(index + 1, index + len(quantity)))


@quick
@given(st.one_of(speech(), bad_speech()), profiles)
def test_only_what_cannot_be_parted_is_longer_than_a_line(words, profile):
    quantities = {" ".join(quantity) for quantity in QUANTITIES}
    for cue in make_cues(words, profile, "id"):
        assert len(cue.lines) <= profile.lines
        for line in cue.lines:
            if len(line) > profile.chars:
                assert " " not in line or any(quantity in line for quantity in quantities)
                assert cue.lines == (line,)


@quick
@given(st.one_of(speech(), bad_speech()), profiles, rates, st.floats(0.5, 30))
def test_every_rule_is_kept_or_reported(words, profile, fps, end_s):
    cues = make_cues(words, profile, "id", fps)
    reported = {(problem.cue, problem.rule) for problem in find_problems(cues, profile, end_s, fps)}
    for number, cue in enumerate(cues, 1):
        length = cue.end - cue.start
        broken = {
            "chars": max(map(len, cue.lines)) > profile.chars,
            "lines": len(cue.lines) > profile.lines,
            "cps": len(" ".join(cue.lines)) / length > profile.cps_max + 0.25,
            "min_duration": length < profile.min_s - 0.0105,
            "max_duration": length > profile.max_s + 0.0105,
            "beyond_end": cue.end > end_s + 0.001,
        }
        assert {rule for rule, is_broken in broken.items() if is_broken} == {
            rule for cue_number, rule in reported if cue_number == number and rule in broken
        }


@quick
@given(speech(), profiles, rates)
def test_what_can_be_kept_is_never_reported(words, profile, fps):
    """Breaks and gaps are ours to choose: whatever the speech, none of these is ever left to a person."""
    found = find_problems(make_cues(words, profile, "id", fps), profile, None, fps)
    assert [
        problem for problem in found if problem.rule in ("lines", "overlap", "gap", "flicker", "split", "linger")
    ] == []
