"""Readiness: how every step of an item stands, found by looking, never by a tick that somebody set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from studio.checks import Check
from studio.errors import SiarError
from studio.plan.item import Item
from studio.steps.context import Context, Options
from studio.steps.graph import Readiness, State, Step, StepReport, changed, fingerprint, list_words
from studio.steps.registry import STEPS
from studio.store import Store
from studio.store.artefacts import Artefact, all_artefacts


def readiness(
    store: Store, item: Item, options: Options | None = None, rows: Sequence[Artefact] | None = None
) -> Readiness:
    """How each step of `item` stands, in the order of the graph, with its evidence.

    `rows` are the records of its artefacts, where they were read already.
    """
    context = Context(store, item, options, rows)
    reports: dict[str, StepReport] = {}
    for step in steps_of(item):
        reports[step.name] = _after_upstream(look(step, context), step, reports)
    score = sum(report.state.counts for report in reports.values()) / max(1, len(reports))
    return Readiness(item.id, round(score, 3), tuple(reports.values()))


def scores(store: Store, items: Iterable[Item]) -> dict[int, float]:
    """Readiness from 0 to 1 of many items, by id."""
    return {number: report.score for number, report in reports(store, items).items()}


def reports(store: Store, items: Iterable[Item]) -> dict[int, Readiness]:
    """How many items stand, by id; the store is asked once."""
    made = all_artefacts(store)
    return {item.id: readiness(store, item, rows=made.get(f"item:{item.uid}", [])) for item in items}


def steps_of(item: Item) -> tuple[Step, ...]:
    """The steps that belong to the item, upstream first."""
    return tuple(step for step in STEPS.values() if step.belongs(item))


def look(step: Step, context: Context) -> StepReport:
    """How one step stands by itself, its upstream left aside."""
    blank = StepReport(step.name, step.title, State.MISSING, (), None, "", "", (), step.make is not None, step.needs)
    try:
        expected, waits = step.expected(context), step.waits(context)
    except SiarError as error:
        broken = (Check("source", False, str(error)),)
        return replace(blank, state=State.FAILING, paths=_there(step, context), evidence=str(error), checks=broken)
    if step.make is None:
        return _given(step, context, blank, waits, tuple(expected))
    found: dict[str, Path] = {}
    wanted: list[str] = []
    states: set[State] = set()
    reasons: list[str] = []
    for name, inputs in expected.items():
        path, record = context.path(step.name, name), context.records.get((step.name, name))
        if path is None or record is None:
            states.add(State.MISSING)
            wanted.append(name)
            continue
        found[name] = path
        fresh = record.fingerprint == fingerprint(inputs)
        if not fresh:
            reasons += changed(record.inputs, inputs)
        if context.is_edited(step.name, name):
            states.add(State.EDITED)
        elif not fresh:
            states.add(State.STALE)
            wanted.append(name)
    if not expected:
        return _nothing_expected(step, context, blank, waits)
    records = [context.records[step.name, name] for name in found]
    checks = _checks(step, context, found)
    state = _worst(states, checks)
    evidence = _evidence(state, states, checks, list(dict.fromkeys(reasons)), waits)
    latest = max((record.made_at for record in records), default=None)
    how = "; ".join(dict.fromkeys(record.how for record in records))
    return replace(
        blank,
        state=state,
        paths=tuple(found.values()),
        made_at=latest.isoformat(timespec="seconds") if latest else None,
        how=how,
        evidence=evidence,
        checks=checks,
        wanted=tuple(wanted),
        can_make=not waits,
    )


def _given(step: Step, context: Context, blank: StepReport, waits: str, names: tuple[str, ...]) -> StepReport:
    recording = context.recording
    if not names or recording is None:
        return replace(blank, evidence=waits)
    checks = step.check(context, {"file": recording})
    state = State.READY if all(check.ok for check in checks) else State.FAILING
    return replace(blank, state=state, paths=(recording,), checks=checks, evidence=_sentence(checks, state))


def _nothing_expected(step: Step, context: Context, blank: StepReport, waits: str) -> StepReport:
    """What was made before its source went away is still there, and is worth showing."""
    there = _there(step, context)
    if there:
        return replace(blank, state=State.STALE, paths=there, evidence=waits, can_make=False)
    return replace(blank, evidence=waits, can_make=False)


def _there(step: Step, context: Context) -> tuple[Path, ...]:
    """The step's files that are on disk, whatever they were made from."""
    paths = [context.path(owner, name) for owner, name in context.records if owner == step.name]
    return tuple(path for path in paths if path is not None)


def _checks(step: Step, context: Context, found: dict[str, Path]) -> tuple[Check, ...]:
    """The checks as recorded when made, or looked at anew for what a person edited."""
    if not found:
        return ()
    if not any(context.is_edited(step.name, name) for name in found):
        recorded = [check for name in found for check in context.records[step.name, name].checks]
        if recorded:
            return tuple(dict.fromkeys(recorded))
    try:
        return step.check(context, found)
    except SiarError as error:
        return (Check("readable", False, str(error)),)


def _worst(states: set[State], checks: tuple[Check, ...]) -> State:
    for state in (State.MISSING, State.STALE):
        if state in states:
            return state
    if not all(check.ok for check in checks):
        return State.FAILING
    return State.EDITED if State.EDITED in states else State.READY


def _evidence(state: State, states: set[State], checks: tuple[Check, ...], reasons: list[str], waits: str) -> str:
    if state is State.MISSING:
        return waits or "Not made yet"
    sentences = []
    if State.EDITED in states:
        since = f"; the {list_words(reasons)} changed since" if reasons and state is not State.STALE else ""
        sentences.append(f"Edited by hand{since}")
    if state is State.STALE:
        sentences.append(f"The {list_words(reasons)} changed after it was made")
    said = _sentence(checks, state)
    return ". ".join([*sentences, said]) if said else ". ".join(sentences)


def _sentence(checks: tuple[Check, ...], state: State) -> str:
    """What failed, if anything did; else the evidence on one line."""
    failed = [check.evidence for check in checks if not check.ok]
    if failed and state is State.FAILING:
        return " · ".join(failed)
    # One line has room for three; two pictures of one step say the same things of each.
    first: dict[str, str] = {}
    for check in checks:
        first.setdefault(check.name, check.evidence)
    return " · ".join(list(first.values())[:3])


def _after_upstream(report: StepReport, step: Step, reports: dict[str, StepReport]) -> StepReport:
    """A step is stale while what it is made from is, and can be made if what it waits for can be.

    Of a stale script the next text is known, and each step compares what it takes from that: a new date in a script's
    head makes no subtitles stale.
    """
    upstream = [reports[name] for name in step.needs if name in reports]
    stale = [above for above in upstream if above.state is State.STALE and above.step != "script"]
    if stale and report.state in (State.READY, State.FAILING):
        titles = list_words([above.title.lower() for above in stale])
        evidence = f"The {titles} changed since" if len(stale) > 1 else f"Its {titles} is stale"
        report = replace(report, state=State.STALE, evidence=evidence)
    if step.make is not None and not report.can_make and report.state in (State.MISSING, State.STALE):
        blocked = [above for above in upstream if above.state is State.MISSING and not above.can_make]
        makeable = [above for above in upstream if above.state in (State.MISSING, State.STALE) and above.can_make]
        report = replace(report, can_make=bool(makeable) and not blocked)
    return report
