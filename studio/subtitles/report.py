"""The report on one subtitle file: its figures, and every broken rule with the cue, its time and text, and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from studio.subtitles.cue import Cue
from studio.subtitles.profiles import Profile
from studio.subtitles.quality import Problem, find_problems, sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule: the cue's number (from 1), its times in seconds, its text, the rule, its figure, in words.

    `limit` is what the profile asks for, None where the rule has no figure.
    """

    cue: int
    start: float
    end: float
    text: str
    rule: str
    value: float | str
    limit: float | None
    says: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What the cues are like: the longest line (characters), the fastest cue, the median speed (characters a second),
    the shortest and the longest cue, the least gap between two (seconds; None with one cue), and the end."""

    cues: int
    longest_line: int
    fastest_cps: float
    median_cps: float
    shortest_s: float
    longest_s: float
    least_gap_s: float | None
    end_s: float


@dataclass(frozen=True, slots=True)
class Report:
    """What `examine` finds; `profile` is the name of the rules that the cues were held against."""

    profile: str
    figures: Figures
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How often each broken rule is broken, the most often first."""
        return dict(Counter(one.rule for one in self.findings).most_common())


def examine(cues: Sequence[Cue], profile: Profile, duration_s: float | None = None, fps: float = 25.0) -> Report:
    """Hold `cues` (at least one) against `profile`; `duration_s` is the recording's length, None where not known."""
    found = find_problems(cues, profile, duration_s, fps)
    return Report(profile.name, _figures(cues), tuple(_finding(one, cues, profile, fps) for one in found))


def _figures(cues: Sequence[Cue]) -> Figures:
    speeds = sorted(cue.cps for cue in cues)
    lengths = [cue.duration_s for cue in cues]
    gaps = [after.start - before.end for before, after in pairwise(cues)]
    return Figures(
        cues=len(cues),
        longest_line=max(len(line) for cue in cues for line in cue.lines or ("",)),
        fastest_cps=round(speeds[-1], 1),
        median_cps=round(speeds[len(speeds) // 2], 1),
        shortest_s=round(min(lengths), 3),
        longest_s=round(max(lengths), 3),
        least_gap_s=round(min(gaps), 3) if gaps else None,
        end_s=round(max(cue.end for cue in cues), 3),
    )


def _finding(problem: Problem, cues: Sequence[Cue], profile: Profile, fps: float) -> Finding:
    cue = cues[problem.cue - 1]
    limits = {
        "chars": profile.chars,
        "lines": profile.lines,
        "cps": profile.cps_max,
        "min_duration": profile.min_s,
        "max_duration": profile.max_s,
        "linger": round(profile.linger_s(fps), 3),
        "gap": round(profile.gap_s(fps), 3),
        "flicker": profile.close_under_s,
    }
    return Finding(
        problem.cue,
        cue.start,
        cue.end,
        cue.text,
        problem.rule,
        problem.value,
        limits.get(problem.rule),
        sentence(problem, profile),
    )
