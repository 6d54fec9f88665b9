from __future__ import annotations

from dataclasses import replace

import pytest

from studio.checks import Check
from studio.speech.words import Word
from studio.subtitles.cue import Cue
from studio.subtitles.profiles import Profile
from studio.subtitles.quality import RULES, Problem, find_problems, sentence, summary

GOOD = Cue(1.0, 3.0, ("Taruh produk", "di dekat jendela."))


@pytest.mark.parametrize(
    ("cue", "problem"),
    [
        (Cue(1, 3, ("Hadapkan kamera ke jendela.",)), Problem(1, "chars", 27)),
        (Cue(1, 3, ("Satu", "dua", "tiga")), Problem(1, "lines", 3)),
        (Cue(1, 2, ("Taruh produk", "di dekat jendela.")), Problem(1, "cps", 30.0)),
        (Cue(1, 1.5, ("Ya.",)), Problem(1, "min_duration", 0.5)),
        (Cue(1, 6.5, ("Ya.",)), Problem(1, "max_duration", 5.5)),
        (Cue(1, 3, ("Ya.",), (Word("Ya.", 1, 1.5),)), Problem(1, "linger", 1.5)),
        (Cue(8, 10.8, ("Sampai jumpa!",)), Problem(1, "beyond_end", 0.8)),
        (Cue(1, 3, ("Harganya cuma Rp", "50.000 saja.")), Problem(1, "split", "Rp | 50.000")),
        (Cue(1, 3, ("Tunggu 3", "hari lagi.")), Problem(1, "split", "3 | hari")),
        (Cue(1, 3, ("Ya.",), note="not in the script"), Problem(1, "marked", "not in the script")),
    ],
    ids=lambda value: value.rule if isinstance(value, Problem) else "",
)
def test_a_broken_rule_is_found_with_its_figure(vertical: Profile, cue: Cue, problem: Problem):
    assert find_problems([cue], vertical, 10.0) == [problem]


def test_good_cues_have_no_problems(vertical: Profile):
    assert find_problems([GOOD, Cue(3.0, 5.0, ("Ya, begitu saja.",))], vertical, 10.0) == []


def test_cues_over_one_another_are_found(vertical: Profile):
    assert find_problems([GOOD, Cue(2.75, 5.0, ("Ya.",))], vertical) == [Problem(1, "overlap", 0.25)]


def test_a_gap_of_less_than_two_frames_is_found_where_the_profile_wants_them(netflix: Profile):
    cues = [GOOD, Cue(3.02, 5.0, ("Ya.",))]
    assert find_problems(cues, netflix) == [Problem(1, "gap", 0.02)]


def test_what_hundredths_of_an_ass_file_do_is_no_problem(netflix: Profile):
    assert find_problems([Cue(1.0, 1.83, ("Ya.",)), Cue(1.9, 4.0, ("Ya.",))], netflix) == []


def test_the_evidence_of_good_cues_can_be_read(vertical: Profile):
    assert summary([GOOD, Cue(3.0, 5.0, ("Ya, begitu saja.",))], vertical, 6.5) == (
        Check("cues", True, "2 cues from 1.0 s to 5.0 s"),
        Check("line length", True, "All within 2 × 24 characters"),
        Check("line breaks", True, "No line ends between a number and its unit"),
        Check("reading speed", True, "None faster than 25 characters a second"),
        Check("duration", True, "Each shown for 0.7 to 5 s"),
        Check("spacing", True, "No two cues overlap or touch more closely than they may"),
        Check("end", True, "The last cue ends 1.5 s before the video does"),
        Check("marks", True, "No cue is marked for a look"),
    )


def test_the_evidence_of_bad_cues_names_the_first_and_counts_the_rest(vertical: Profile):
    cues = [
        Cue(1.0, 1.4, ("Taruh produk di dekat jendela.",)),
        Cue(1.3, 1.5, ("Ya, begitu saja.",), note="not in the script"),
        Cue(1.5, 8.8, ("Ya.",), note="not in the script"),
    ]
    assert {check.name: check.evidence for check in summary(cues, vertical, 8.0) if not check.ok} == {
        "line length": "Cue 1 has a line of 30 characters (24 at most)",
        "reading speed": "Cue 1 needs 75 characters a second (25 at most), and 1 more has such a problem",
        "duration": "Cue 1 is shown for 0.4 s (0.7 s at least), and 2 more have such a problem",
        "spacing": "Cue 1 overlaps the next by 0.1 s",
        "end": "Cue 3 ends 0.8 s after the video",
        "marks": "Cue 2 is marked: not in the script, and 1 more has such a problem",
    }


def test_no_cues_are_a_problem_too(vertical: Profile):
    assert summary([], vertical, 8.0) == (
        Check("cues", False, "There are no cues: nothing was heard, or the file is empty"),
    )


def test_a_number_and_its_unit_are_parted_by_two_cues_too(vertical: Profile):
    cues = [Cue(1, 3, ("Potongan 15",)), Cue(3, 5, ("persen hari ini.",)), Cue(5, 7, ("Cuma 3",))]
    assert find_problems([*cues, Cue(7, 9, ("Jam berapa?",))], vertical) == [Problem(1, "split", "15 | persen")]
    assert find_problems([cues[0], Cue(6, 8, ("persen hari ini.",))], vertical) == []


def test_a_gap_that_flickers_is_found_where_it_can_be_closed(netflix: Profile):
    later = Cue(3.3, 5.0, ("Ya.",))
    assert find_problems([GOOD, later], netflix) == [Problem(1, "flicker", 0.3)]
    spoken = replace(GOOD, words=(Word("jendela.", 2.0, 2.6),))
    assert find_problems([spoken, later], netflix) == []  # it would stay too long after its speech
    assert find_problems([replace(GOOD, start=-4.0), later], netflix) == []  # it is shown for seven seconds already
    assert find_problems([GOOD, Cue(3.5, 5.0, ("Ya.",))], netflix) == []


def test_two_speakers_have_dashes_with_a_space_where_the_guide_wants_them(netflix: Profile, vertical: Profile):
    right = Cue(1, 3, ("- Jam berapa?", "- Jam tujuh."))
    assert find_problems([right], netflix) == []
    for lines, wrong in (
        (("-Jam berapa?", "- Jam tujuh."), "-Jam berapa?"),
        (("Jam berapa?", "- Jam tujuh."), "Jam berapa?"),
        (("– Jam berapa?", "– Jam tujuh."), "– Jam berapa?"),
    ):
        assert find_problems([replace(right, lines=lines)], netflix) == [Problem(1, "dash", wrong)]
        assert find_problems([replace(right, lines=lines)], vertical) == []
    assert find_problems([replace(right, lines=("Suhunya di sana", "-5 derajat."))], netflix) == []


def test_every_rule_can_be_said(vertical: Profile):
    said = [sentence(Problem(3, rule, "x" if rule in ("split", "dash", "marked") else 1.5), vertical) for rule in RULES]
    assert all(text.startswith("Cue 3 ") for text in said) and len(set(said)) == len(RULES)
