"""What is looked at before a script counts as ready: its length, its claims, its sections, what is left to fill in."""

from __future__ import annotations

import re

from studio.checks import Check
from studio.plan.item import Item, Kind
from studio.scripts.claims import find_claims
from studio.scripts.rendering import clock, slot_seconds
from studio.scripts.script import VIDEO_KINDS, Script
from studio.scripts.spoken import script_seconds, section_seconds

_BLANK = re.compile(r"\[\s*(?:isi|fill in)\s*:[^\[\]]*\]", re.IGNORECASE)
_NEEDED = {Kind.VIDEO: VIDEO_KINDS, Kind.LIVE: ("opening", "closing")}
# The estimate is no stopwatch: what is over by less than this is not worth a red line.
_GRACE_S = 1.0


def checks(script: Script, item: Item, rate: float | None = None) -> tuple[Check, ...]:
    """The checks of a script for `item`, each with its evidence; `rate` is the host's, in syllables a second."""
    return (
        _sections(script, item),
        _length_of_live(script, item, rate) if item.kind is Kind.LIVE else _length_of_video(script, item, rate),
        _claims(script),
        _filled(script),
    )


def _length_of_video(script: Script, item: Item, rate: float | None) -> Check:
    spoken = script_seconds(script, rate)
    if not spoken:
        return Check("length", False, "Nothing is spoken in it")
    slot = slot_seconds(item) or script.target_s
    if not slot:
        return Check("length", True, f"{spoken:.0f} s spoken, no length is set")
    if spoken > slot + _GRACE_S:
        return Check("length", False, f"{spoken:.0f} s spoken of {slot:.0f} s: {spoken - slot:.0f} s too long")
    return Check("length", True, f"{spoken:.0f} s spoken of {slot:.0f} s")


def _length_of_live(script: Script, item: Item, rate: float | None) -> Check:
    planned = script.target_s
    slot = slot_seconds(item) or planned
    over = [
        f"{part.name} is spoken for {clock(part.seconds)} of {clock(part.target)}"
        for part in section_seconds(script, rate)
        if part.target and part.seconds > part.target + _GRACE_S
    ]
    if planned > slot + _GRACE_S:
        over.insert(0, f"{clock(planned - slot)} too long")
    evidence = f"{clock(planned)} planned of {clock(slot)}"
    return Check("length", not over, f"{evidence}: {'; '.join(over)}" if over else evidence)


def _claims(script: Script) -> Check:
    findings = find_claims(script)
    banned = [finding for finding in findings if finding.level == "error"]
    if banned:
        words = ", ".join(f'"{finding.text}" in line {finding.line}' for finding in banned[:3])
        more = f" and {len(banned) - 3} more" if len(banned) > 3 else ""
        return Check("claims", False, f"Banned: {words}{more}")
    if findings:
        words = ", ".join(f'"{finding.text}" in line {finding.line}' for finding in findings[:3])
        return Check("claims", True, f"No banned claim; look again at {words}")
    return Check("claims", True, "No banned claim")


def _sections(script: Script, item: Item) -> Check:
    kinds = [section.kind for section in script.sections]
    missing = [kind for kind in _NEEDED[item.kind] if kind not in kinds]
    if missing:
        return Check("sections", False, f"No {' and no '.join(missing)} section")
    count = f"{len(kinds)} sections" if len(kinds) != 1 else "1 section"
    return Check("sections", True, count)


def _filled(script: Script) -> Check:
    lines = [line.number for section in script.sections for line in section.lines if _BLANK.search(line.text)]
    if not lines:
        return Check("filled", True, "Nothing is left to fill in")
    places = "1 place" if len(lines) == 1 else f"{len(lines)} places"
    shown = ", ".join(map(str, lines[:5])) + (" ..." if len(lines) > 5 else "")
    return Check("filled", False, f"{places} to fill in: line {shown}")
