"""Run the steps that are missing or stale, keep what a person edited, and record how each artefact was made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studio.errors import NotFound, SiarError
from studio.files import write_error
from studio.plan.item import Item
from studio.steps.context import Context, Options
from studio.steps.graph import Report, State, Step
from studio.steps.placing import place, work_folder
from studio.steps.registry import STEPS
from studio.steps.report import look, steps_of
from studio.store import Store
from studio.store.artefacts import record_checks


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one step of one item: `state` is made, fresh, kept, waits or failed; `reason` says why."""

    item_id: int
    step: str
    state: str
    paths: tuple[Path, ...] = ()
    reason: str = ""
    kept: tuple[Path, ...] = ()


def produce(
    store: Store,
    items: Sequence[Item],
    *,
    only: Sequence[str] = (),
    force: bool = False,
    options: Options | None = None,
    progress: Report | None = None,
) -> list[Outcome]:
    """Make what is missing or stale for `items`, upstream first; a failure ends its own branch and nothing else.

    `only` names steps; what they need is made too. `force` makes the named steps again though they are fresh.
    What a person edited is left alone, and with `force` kept beside the new one.
    """
    for name in only:
        if name not in STEPS:
            raise NotFound(f"There is no step {name}", f"The steps are {', '.join(STEPS)}")
    plan = [(item, step) for item in items for step in _chosen(item, only)]
    outcomes: list[Outcome] = []
    contexts = {item.id: Context(store, item, options) for item in items}
    for number, (item, step) in enumerate(plan):
        context = contexts[item.id]
        causes = {one.step: one.reason for one in outcomes if one.item_id == item.id and one.state == "failed"}
        tell = _share(progress, number, len(plan), f"{item.title}: {step.title.lower()}")
        try:
            outcome = run_step(context, step, force=force and (not only or step.name in only), progress=tell)
        except SiarError as error:
            outcome = Outcome(item.id, step.name, "failed", reason=str(error))
        except OSError as error:
            outcome = Outcome(item.id, step.name, "failed", reason=str(write_error(context.folder / step.name, error)))
        except Exception as error:  # noqa: BLE001  one odd step must not lose what the others have done
            why = f"Something unforeseen went wrong ({type(error).__name__}: {error})."
            outcome = Outcome(item.id, step.name, "failed", reason=why)
        cause = next((causes[name] for name in step.needs if name in causes), None)
        if outcome.state == "waits" and cause is not None:
            outcome = replace(outcome, state="failed", reason=f"{outcome.reason}: {cause}")
        outcomes.append(outcome)
        context.reload()
    return outcomes


def run_step(context: Context, step: Step, *, force: bool = False, progress: Report | None = None) -> Outcome:
    """Make one step if it is missing or stale, or if `force` says so. Raises what the step raises."""
    report = look(step, context)
    tell = progress or (lambda _fraction, _message: None)
    if step.make is None:
        state = "waits" if report.state is State.MISSING else "fresh"
        return Outcome(context.item.id, step.name, state, report.paths, report.evidence)
    expected = step.expected(context)
    waits = step.waits(context)
    if waits or not expected:
        return Outcome(context.item.id, step.name, "waits", report.paths, waits)
    wanted = tuple(expected) if force else report.wanted
    if not wanted:
        edited = any(context.is_edited(step.name, name) for name in expected)
        return Outcome(context.item.id, step.name, "kept" if edited else "fresh", report.paths, report.evidence)
    tell(0.0, step.title)
    with work_folder(context.workspace) as folder:
        made = step.make(context, wanted, folder, tell)
        placed, kept = place(context.store, context.subject, step.name, made, context.folder, expected)
    context.reload()
    found = {name: path for name in expected if (path := context.path(step.name, name)) is not None}
    if checks := step.check(context, found):
        # Kept with the artefact, so that showing the evidence later costs nothing.
        record_checks(context.store, context.subject, step.name, checks)
        context.reload()
    return Outcome(context.item.id, step.name, "made", tuple(placed), "; ".join({one.how for one in made}), tuple(kept))


def _chosen(item: Item, only: Sequence[str]) -> list[Step]:
    steps = steps_of(item)
    if not only:
        return list(steps)
    names = set(only)
    for step in reversed(steps):
        if step.name in names:
            names.update(step.needs)
    return [step for step in steps if step.name in names]


def _share(progress: Report | None, number: int, count: int, title: str) -> Callable[[float, str], None]:
    def tell(fraction: float, message: str) -> None:
        if progress is not None:
            progress((number + fraction) / count, f"{title} – {message}" if message else title)

    return tell
