"""What a card says where the mouse rests on it: its facts, what it lacks, what is late and what clashes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from studio.plan.conflicts import Conflict
from studio.plan.item import Item
from studio.plan.lead_times import Late
from ui import evidence, words
from ui.days.words import clash
from ui.days.words import late as days_late

translate = QCoreApplication.translate
_LONGEST = 110


def tip(
    item: Item, readiness: object, late: Sequence[Late], clashes: Sequence[Conflict], items: Mapping[int, Item]
) -> str:
    """The text, a fact a line. `readiness` is None while it is not known; `items` holds those that clash, by id."""
    of_series = f"{item.series} #{item.episode}" if item.series and item.episode is not None else item.series
    people = " · ".join(part for part in (item.owner, item.host, item.studio) if part)
    lines = [
        item.title,
        " · ".join(part for part in (words.when(item), words.length(item.duration_min)) if part),
        " · ".join(part for part in (words.kind_name(item.kind), words.stage_name(item.stage), people) if part),
        " · ".join(part for part in (of_series, item.campaign, ", ".join(item.platforms)) if part),
        *(_steps(readiness, {one.step: one for one in late}) if readiness is not None else ()),
        *(f"⚠ {clash(one, items)}" for one in clashes),
    ]
    return "\n".join(line for line in lines if line)


def _steps(readiness, late: Mapping[str, Late]) -> list[str]:  # type: ignore[no-untyped-def]
    lines = [translate("Words", "%1 % ready").replace("%1", str(round(readiness.score * 100)))]
    for step in readiness.steps:
        if step.state.counts == 1 and step.step not in late:
            continue
        says = evidence.say(step.evidence) if step.evidence else ""
        parts = [words.state_name(step.state.value), says if len(says) <= _LONGEST else ""]
        if step.step in late:
            parts.insert(1, days_late(late[step.step].days_late))
        told = " · ".join(part for part in parts if part)
        lines.append(f"{words.step_name(step.step, step.title)}: {told}")
    return lines


def clash_texts(clashes: Sequence[Conflict], items: Mapping[int, Item]) -> dict[date, tuple[str, ...]]:
    """What clashes on each day, in words."""
    days: dict[date, tuple[str, ...]] = {}
    for one in clashes:
        if not one.is_hint:
            days[one.day] = (*days.get(one.day, ()), clash(one, items))
    return days
