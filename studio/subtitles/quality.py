"""What is not yet right about cues: each broken rule of the profile with its figure, and the same as evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from studio.checks import Check
from studio.subtitles.cue import Cue
from studio.subtitles.profiles import Profile

# Files hold milliseconds, .ass files hundredths: what rounding does is no problem.
_TOLERANCE_S = 0.0105
_TOLERANCE_CPS = 0.25


@dataclass(frozen=True, slots=True)
class Problem:
    """One rule that the cue with the number `cue` (from 1) breaks.

    `value` is the figure that breaks it: characters for `chars`, lines for `lines`, characters a second for `cps`, the
    duration for `min_duration` and `max_duration`, the gap for `gap`, and the seconds of too much for `overlap`,
    `linger` (after its speech) and `beyond_end`; for `marked` it is the note.
    """

    cue: int
    rule: str
    value: float | str


def find_problems(
    cues: Sequence[Cue], profile: Profile, duration_s: float | None = None, fps: float = 25.0
) -> list[Problem]:
    """Every broken rule, by cue; `duration_s` is the recording's length (None where it is not known)."""
    problems: list[Problem] = []
    for number, cue in enumerate(cues, 1):
        following = cues[number] if number < len(cues) else None
        broken = _broken(cue, following, profile, duration_s, fps)
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
    if duration_s is not None and cue.end > duration_s + 0.001:
        yield "beyond_end", round(cue.end - duration_s, 3)
    if cue.note:
        yield "marked", cue.note


def summary(
    cues: Sequence[Cue], profile: Profile, duration_s: float | None = None, fps: float = 25.0
) -> tuple[Check, ...]:
    """The same as checks with one sentence of evidence each, fit to be read beside the file.

    Seven checks: cues, line length, reading speed, duration, spacing, end and marks.
    """
    if not cues:
        return (Check("cues", False, "There are no cues: nothing was heard, or the file is empty"),)
    problems = find_problems(cues, profile, duration_s, fps)
    count = _count(len(cues), "cue")
    checks = [Check("cues", True, f"{count} from {cues[0].start:.1f} s to {max(cue.end for cue in cues):.1f} s")]
    for name, rules, fine in (
        ("line length", ("chars", "lines"), f"All within {profile.lines} × {profile.chars} characters"),
        ("reading speed", ("cps",), f"None faster than {profile.cps_max:g} characters a second"),
        (
            "duration",
            ("min_duration", "max_duration", "linger"),
            f"Each shown for {profile.min_s:g} to {profile.max_s:g} s",
        ),
        ("spacing", ("overlap", "gap"), "No two cues overlap or touch more closely than they may"),
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


def _evidence(broken: Sequence[Problem], profile: Profile) -> str:
    sentence = _SENTENCES[broken[0].rule](broken[0], profile)
    more = len({problem.cue for problem in broken}) - 1
    return f"{sentence}, and {more} more {'has' if more == 1 else 'have'} such a problem" if more else sentence


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
    "overlap": lambda p, _: f"Cue {p.cue} overlaps the next by {_s(p)} s",
    "beyond_end": lambda p, _: f"Cue {p.cue} ends {_s(p)} s after the video",
    "marked": lambda p, _: f"Cue {p.cue} is marked: {p.value}",
}


def _s(problem: Problem) -> str:
    # "0.8", but "0.03" where one digit would say 0.0.
    value = float(problem.value)
    return f"{value:.1f}" if value >= 0.1 else f"{value:.3f}".rstrip("0").rstrip(".")
