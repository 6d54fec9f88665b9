"""What is not yet right about cues: each broken rule of the profile with its figure, and the same as evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from studio.checks import Check
from studio.subtitles.cue import Cue
from studio.subtitles.profiles import Profile
from studio.subtitles.syntax import quantity_cuts

# Files hold milliseconds, .ass files hundredths: what rounding does is no problem.
_TOLERANCE_S = 0.0105
_TOLERANCE_CPS = 0.25
_ONE_SPEECH_S = 1.0
"""Cues that are further apart are not one sentence."""
_DASHES = "-–—"

RULES = (
    "chars", "lines", "cps", "min_duration", "max_duration", "linger", "overlap", "gap", "flicker", "beyond_end",
    "split", "dash", "marked",
)  # fmt: skip
"""The names of all rules, as they stand in `problems` of `--json`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One rule that the cue with the number `cue` (from 1) breaks.

    `value` is the figure that breaks it: characters for `chars`, lines for `lines`, characters a second for `cps`, the
    duration for `min_duration` and `max_duration`, the gap for `gap` and `flicker` (one that should be closed), and the
    seconds of too much for `overlap`, `linger` (after its speech) and `beyond_end`. For `split` it is what was parted
    ("3 | hari"), for `dash` the line, for `marked` the note.
    """

    cue: int
    rule: str
    value: float | str


def find_problems(
    cues: Sequence[Cue], profile: Profile, duration_s: float | None = None, fps: float = 25.0
) -> list[Problem]:
    """Every broken rule, by cue; `duration_s` is the recording's length (None where it is not known)."""
    problems: list[Problem] = []
    cuts = _cuts(cues)
    for number, cue in enumerate(cues, 1):
        following = cues[number] if number < len(cues) else None
        broken = [
            *_broken(cue, following, profile, duration_s, fps),
            *_badly_broken(cue, cuts.get(number, ()), profile),
        ]
        problems += [Problem(number, rule, value) for rule, value in broken]
    return problems


def _broken(
    cue: Cue, following: Cue | None, profile: Profile, duration_s: float | None, fps: float
) -> Iterator[tuple[str, float | str]]:
    if (longest := max(map(len, cue.lines), default=0)) > profile.chars:
        yield "chars", longest
    if len(cue.lines) > profile.lines:
        yield "lines", len(cue.lines)
    if cue.cps > profile.cps_max + _TOLERANCE_CPS:
        yield "cps", round(cue.cps, 1)
    if cue.duration_s < profile.min_s - _TOLERANCE_S:
        yield "min_duration", round(cue.duration_s, 3)
    if cue.duration_s > profile.max_s + _TOLERANCE_S:
        yield "max_duration", round(cue.duration_s, 3)
    if cue.words and cue.duration_s > profile.min_s + _TOLERANCE_S:
        lingers = cue.end - cue.words[-1].end
        if lingers > profile.linger_s(fps) + _TOLERANCE_S:
            yield "linger", round(lingers, 3)
    if following:
        gap = following.start - cue.end
        if gap < -0.0005:
            yield "overlap", round(-gap, 3)
        elif gap < profile.gap_s(fps) - _TOLERANCE_S:
            yield "gap", round(gap, 3)
        elif _flickers(cue, gap, profile, fps):
            yield "flicker", round(gap, 3)
    if duration_s is not None and cue.end > duration_s + 0.001:
        yield "beyond_end", round(cue.end - duration_s, 3)


def _flickers(cue: Cue, gap: float, profile: Profile, fps: float) -> bool:
    """Whether the gap after `cue` should be closed, and can be with no other rule broken."""
    if not profile.gap_s(fps) + _TOLERANCE_S < gap < profile.close_under_s - _TOLERANCE_S:
        return False
    closed = gap - profile.gap_s(fps)
    lingers = cue.end - cue.words[-1].end if cue.words else 0.0
    return lingers + closed < profile.linger_s(fps) - _TOLERANCE_S and cue.duration_s + closed <= profile.max_s


def _badly_broken(cue: Cue, cuts: Sequence[str], profile: Profile) -> Iterator[tuple[str, float | str]]:
    for cut in cuts:
        yield "split", cut
    if profile.dash and len(cue.lines) > 1 and any(map(_speaks, cue.lines)):
        wrong = next((line for line in cue.lines if not line.startswith(profile.dash)), None)
        if wrong is not None:
            yield "dash", wrong
    if cue.note:
        yield "marked", cue.note


def _speaks(line: str) -> bool:
    """Whether a line begins with the dash of a speaker; "-5 derajat" does not."""
    return line[:1] in _DASHES and not line[1:2].isdigit()


def _goes_on(before: Cue, cue: Cue, first: str) -> bool:
    """Whether `cue`, whose first word is `first`, seems to go on with the sentence of the cue before."""
    return cue.start - before.end <= _ONE_SPEECH_S and not first[:1].isupper()


def _cuts(cues: Sequence[Cue]) -> dict[int, list[str]]:
    """By cue, what was parted at the end of one of its lines, such as "Rp | 50.000"."""
    words: list[str] = []
    ends: dict[int, int] = {}  # the position of a line's first word -> the cue that the line before belongs to
    for number, cue in enumerate(cues, 1):
        before = cues[number - 2] if number > 1 else None
        for index, line in enumerate(cue.lines):
            texts = line.split()
            if texts and (index or (before is not None and _goes_on(before, cue, texts[0]))):
                ends[len(words)] = number if index else number - 1
            words += texts
    found: dict[int, list[str]] = {}
    for position in quantity_cuts(words, ends):
        found.setdefault(ends[position], []).append(f"{words[position - 1]} | {words[position]}")
    return found


def summary(
    cues: Sequence[Cue], profile: Profile, duration_s: float | None = None, fps: float = 25.0
) -> tuple[Check, ...]:
    """The same as checks with one sentence of evidence each, fit to be read beside the file.

    Eight checks: cues, line length, line breaks, reading speed, duration, spacing, end and marks.
    """
    if not cues:
        return (Check("cues", False, "There are no cues: nothing was heard, or the file is empty"),)
    problems = find_problems(cues, profile, duration_s, fps)
    count = _count(len(cues), "cue")
    checks = [Check("cues", True, f"{count} from {cues[0].start:.1f} s to {max(cue.end for cue in cues):.1f} s")]
    for name, rules, fine in (
        ("line length", ("chars", "lines"), f"All within {profile.lines} × {profile.chars} characters"),
        ("line breaks", ("split", "dash"), "No line ends between a number and its unit"),
        ("reading speed", ("cps",), f"None faster than {profile.cps_max:g} characters a second"),
        (
            "duration",
            ("min_duration", "max_duration", "linger"),
            f"Each shown for {profile.min_s:g} to {profile.max_s:g} s",
        ),
        ("spacing", ("overlap", "gap", "flicker"), "No two cues overlap or touch more closely than they may"),
        ("end", ("beyond_end",), _end_evidence(cues, duration_s)),
        ("marks", ("marked",), "No cue is marked for a look"),
    ):
        broken = [problem for problem in problems if problem.rule in rules]
        checks.append(Check(name, not broken, _evidence(broken, profile) if broken else fine))
    return tuple(checks)


def _end_evidence(cues: Sequence[Cue], duration_s: float | None) -> str:
    end = max(cue.end for cue in cues)
    if duration_s is None:
        return f"The last cue ends at {end:.1f} s"
    return f"The last cue ends {max(0.0, duration_s - end):.1f} s before the video does"


def sentence(problem: Problem, profile: Profile) -> str:
    """The problem in words: "Cue 3 has a line of 27 characters (24 at most)"."""
    return _SENTENCES[problem.rule](problem, profile)


def _evidence(broken: Sequence[Problem], profile: Profile) -> str:
    first = sentence(broken[0], profile)
    more = len({problem.cue for problem in broken}) - 1
    return f"{first}, and {more} more {'has' if more == 1 else 'have'} such a problem" if more else first


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


_SENTENCES: dict[str, Callable[[Problem, Profile], str]] = {
    "chars": lambda p, profile: f"Cue {p.cue} has a line of {p.value} characters ({profile.chars} at most)",
    "lines": lambda p, profile: f"Cue {p.cue} has {p.value} lines ({profile.lines} at most)",
    "cps": lambda p, profile: f"Cue {p.cue} needs {p.value:g} characters a second ({profile.cps_max:g} at most)",
    "min_duration": lambda p, profile: f"Cue {p.cue} is shown for {_s(p)} s ({profile.min_s:g} s at least)",
    "max_duration": lambda p, profile: f"Cue {p.cue} is shown for {_s(p)} s ({profile.max_s:g} s at most)",
    "linger": lambda p, profile: (
        f"Cue {p.cue} stays {_s(p)} s after its speech ({profile.linger_frames} frames at most)"
    ),
    "gap": lambda p, profile: f"Cue {p.cue} ends {_s(p)} s before the next ({profile.gap_frames} frames at least)",
    "flicker": lambda p, profile: (
        f"Cue {p.cue} ends {_s(p)} s before the next, which flickers (close it, or leave {profile.close_under_s:g} s)"
    ),
    "split": lambda p, _: f"Cue {p.cue} parts a number from its unit: {p.value}",
    "dash": lambda p, _: f"Cue {p.cue} has two speakers, and a line without their dash: {p.value}",
    "overlap": lambda p, _: f"Cue {p.cue} overlaps the next by {_s(p)} s",
    "beyond_end": lambda p, _: f"Cue {p.cue} ends {_s(p)} s after the video",
    "marked": lambda p, _: f"Cue {p.cue} is marked: {p.value}",
}


def _s(problem: Problem) -> str:
    # "0.8", but "0.03" where one digit would say 0.0.
    value = float(problem.value)
    return f"{value:.1f}" if value >= 0.1 else f"{value:.3f}".rstrip("0").rstrip(".")
