"""Rules put words right and keep their times; a hostile pattern costs a moment, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import InvalidValue
from studio.speech.replacing import LONGEST, Rule, apply_rules, checked_rule, would_change
from studio.speech.words import Transcript, Word


def heard(text: str) -> Transcript:
    """A word a second, each of 0.8 s."""
    words = tuple(Word(word, float(at), at + 0.8, 0.9) for at, word in enumerate(text.split()))
    return Transcript("id", "fast", "ear", 60.0, words)


def ruled(text: str, *rules: Rule) -> str:
    return apply_rules(heard(text), [checked_rule(rule) for rule in rules]).text


@pytest.mark.parametrize(
    ("text", "rule", "becomes"),
    [
        ("Harga lima puluh ribu, saja.", Rule("lima puluh ribu", "Rp50.000"), "Harga Rp50.000, saja."),
        ("di tiktok sop. Ya", Rule("TikTok sop", "TikTok Shop"), "di TikTok Shop. Ya"),
        ("Jaman dulu JAMAN jaman", Rule("jaman", "zaman"), "Zaman dulu ZAMAN zaman"),
        ("zamannya jaman", Rule("zaman", "x"), "zamannya jaman"),
        ("Sari sari", Rule("Sari", "Mbak Sari", case=True), "Mbak Sari sari"),
        ("Jadi eee, ini eee", Rule("eee", ""), "Jadi ini"),
        ("diskon 15 persen ya", Rule(r"(\d+) persen", r"\1%", regex=True), "diskon 15% ya"),
        ("kode A7 dan a8", Rule(r"\bA(\d)", r"B\1", case=True, regex=True), "kode B7 dan a8"),
        ("A&B dan a&b", Rule("a&b", "A dan B"), "A dan B dan A dan B"),
        ("satu dua tiga", Rule("(?r)[aeiou]", "o", regex=True), "soto doo togo"),
        ("café baru", Rule("cafe\u0301", "kafe"), "kafe baru"),
    ],
)
def test_what_is_found_becomes_what_is_meant(text: str, rule: Rule, becomes: str) -> None:
    assert ruled(text, rule) == becomes


def test_several_words_that_become_one_span_their_times() -> None:
    words = apply_rules(heard("Harga lima puluh ribu saja"), [Rule("lima puluh ribu", "Rp50.000")]).words

    assert [(word.text, word.start, word.end) for word in words] == [
        ("Harga", 0.0, 0.8),
        ("Rp50.000", 1.0, 3.8),
        ("saja", 4.0, 4.8),
    ]
    assert words[1].confidence == 0.9


def test_one_word_that_becomes_several_shares_its_time_and_pauses_stay_between_words() -> None:
    words = apply_rules(heard("di tokopedia oke"), [Rule("tokopedia", "Toko Pedia")]).words
    assert [(word.text, word.start, word.end) for word in words][1:3] == [("Toko", 1.0, 1.356), ("Pedia", 1.356, 1.8)]

    four = apply_rules(heard("satu dua"), [Rule("satu dua", "aa bb cc dd")]).words
    assert [(word.start, word.end) for word in four] == [(0.0, 0.4), (0.4, 0.8), (1.0, 1.4), (1.4, 1.8)]


def test_rules_apply_in_turn_and_segments_follow() -> None:
    transcript = apply_rules(heard("tik tok sop"), [Rule("tik tok", "TikTok"), Rule("TikTok sop", "TikTok Shop")])

    assert transcript.text == " ".join(part.text for part in transcript.segments) == "TikTok Shop"
    assert apply_rules(transcript, [Rule("tidak ada", "x")]) is transcript


@pytest.mark.parametrize("pattern", ["(a|aa)+$", "(a+a+)+b"])
def test_a_pattern_that_would_never_end_is_left_out_and_told(pattern: str) -> None:
    text = "a" * 2000 + "! eee"

    ruled = apply_rules(heard(text), [Rule(pattern, "x", regex=True), Rule("eee", "ini")], time_s=0.05)

    assert ruled.text == "a" * 2000 + "! ini"
    assert ruled.notes == (f"The rule for “{pattern}” took too long and was left out: make its pattern simpler.",)


def test_rules_cannot_flood_a_transcript() -> None:
    flood = Rule("(.+)", r"\1 " * 60 + r"\1", regex=True)

    ruled = apply_rules(heard("kata " * 500), [flood] * 3)

    assert len(ruled.words) == 500
    assert ruled.notes == ("The rule for “(.+)” makes the text too long and was left out.",) * 3


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (Rule("  "), "nothing to find"),
        (Rule("..."), "no letter"),
        (Rule("sama", "sama"), "become itself"),
        (Rule("a" * (LONGEST + 1)), "too long"),
        (Rule("a\nb"), "too long, or holds signs"),
        (Rule("(", regex=True), "no regular expression"),
        (Rule("a*", regex=True), "fits everywhere"),
        (Rule("(a)", r"\2", regex=True), "no regular expression"),
        (Rule("(" * 100 + "a" + ")" * 99, regex=True), "no regular expression"),
    ],
)
def test_a_rule_that_cannot_work_is_refused(rule: Rule, says: str) -> None:
    with pytest.raises(InvalidValue, match=says):
        checked_rule(rule)


def test_a_text_is_asked_whether_a_rule_changes_it() -> None:
    rules = [Rule("tiktok shop", "TikTok Shop")]

    assert would_change("Beli di Tiktok shop.", rules)
    assert not would_change("Beli di TikTok Shop.", rules)
    assert would_change("a eee", [Rule("eee", "")])
    assert not would_change("", rules)


letters = st.text("abc .,é", max_size=6)
rules = st.builds(Rule, st.text("abc", min_size=1, max_size=3), letters, st.booleans())
patterns = st.builds(lambda text: Rule(text, r"\g<0>x y", regex=True), st.sampled_from(["a.", "[ab]+ ?c", ". ", "b|c"]))


@given(
    st.lists(st.tuples(st.text("abcABC,", min_size=1, max_size=4), st.floats(0, 2), st.floats(0, 2)), max_size=12),
    st.lists(st.one_of(rules, patterns), max_size=4),
)
def test_words_stay_in_order_and_within_the_times_of_those_they_were(
    made: list[tuple[str, float, float]], applied: list[Rule]
) -> None:
    words, at = [], 0.0
    for text, pause, length in made:
        words.append(Word(text, round(at + pause, 3), round(at + pause + length, 3), 0.5))
        at += pause + length

    after = apply_rules(Transcript("id", "fast", "", 60, tuple(words)), applied).words

    times = [time for word in after for time in (word.start, word.end)]
    assert times == sorted(times)
    assert all(word.text and " " not in word.text for word in after)
    if after:
        assert words[0].start <= times[0]
        assert times[-1] <= words[-1].end
