"""The rules of a profile and their figures, in the interface's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import words

if TYPE_CHECKING:
    from studio.subtitles.report import Figures, Finding

translate = QCoreApplication.translate
_SECONDS = {"min_duration", "max_duration", "linger", "gap", "flicker", "overlap", "beyond_end"}


def rule_name(rule: str) -> str:
    """What a broken rule is called: "Line too long"; a rule that is not known keeps its own name."""
    return {
        "chars": translate("Reading", "Line too long"),
        "lines": translate("Reading", "Too many lines"),
        "cps": translate("Reading", "Too fast to read"),
        "min_duration": translate("Reading", "Shown too briefly"),
        "max_duration": translate("Reading", "Shown too long"),
        "linger": translate("Reading", "Stays after its speech"),
        "overlap": translate("Reading", "Overlaps the next"),
        "gap": translate("Reading", "Too close to the next"),
        "flicker": translate("Reading", "Gap that flickers"),
        "beyond_end": translate("Reading", "After the video's end"),
        "split": translate("Reading", "Number parted from its unit"),
        "dash": translate("Reading", "Two speakers, one dash"),
        "marked": translate("Reading", "Look at the words"),
        "empty": translate("Reading", "No cues at all"),
    }.get(rule, rule)


def number(value: float) -> str:
    """A figure with two decimals at most, as the interface's language writes it."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", words.locale().decimalPoint())


def value_text(finding: Finding) -> str:
    """The figure that breaks the rule, and what is asked for: "47 / 24", "0.4 s / 0.7 s"; a text stays as it is."""
    if isinstance(finding.value, str):
        return finding.value
    parts = [finding.value] if finding.limit is None else [finding.value, finding.limit]
    texts = [number(part) for part in parts]
    if finding.rule in _SECONDS:
        texts = [translate("Words", "%1 s").replace("%1", text) for text in texts]
    return " / ".join(texts)


def time_text(seconds: float) -> str:
    """When a cue begins: 1:02.5."""
    tenths = round(seconds * 10)
    return f"{tenths // 600}:{tenths // 10 % 60:02d}{words.locale().decimalPoint()}{tenths % 10}"


def cues_counted(count: int) -> str:
    """1 cue, 14 cues."""
    return translate("Reading", "%n cue(s)", "", count)


def figures_text(figures: Figures) -> str:
    """The figures of a file in one line."""
    line = translate("Reading", "longest line %1").replace("%1", str(figures.longest_line))
    speed = translate("Reading", "%1 characters a second at most").replace("%1", number(figures.fastest_cps))
    return " · ".join((cues_counted(figures.cues), line, speed))
