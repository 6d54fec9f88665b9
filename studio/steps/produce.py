"""Run the steps that are missing or stale, keep what a person edited, and record how each artefact was made."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from studio.errors import NotFound, SiarError
from studio.files import free_name, write_error
from studio.plan.item import Item
from studio.steps.context import Context, Options
from studio.steps.graph import Inputs, Made, Report, State, Step, fingerprint
from studio.steps.registry import STEPS
from studio.steps.report import look, steps_of
from studio.store import Store
from studio.store.artefacts import Artefact, artefacts, record_artefacts, record_checks
from studio.store.digests import file_digest
from studio.workspace import Workspace


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
        failed = {outcome.step for outcome in outcomes if outcome.item_id == item.id and outcome.state == "failed"}
        tell = _share(progress, number, len(plan), f"{item.title}: {step.title.lower()}")
        broken = [name for name in step.needs if name in failed]
        if broken:
            outcomes.append(Outcome(item.id, step.name, "failed", reason=f"Its {broken[0]} could not be made."))
            continue
        try:
            outcome = run_step(context, step, force=force and (not only or step.name in only), progress=tell)
        except SiarError as error:
            outcome = Outcome(item.id, step.name, "failed", reason=str(error))
        except OSError as error:
            outcome = Outcome(item.id, step.name, "failed", reason=str(write_error(context.folder / step.name, error)))
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


def place(
    store: Store, subject: str, step: str, made: Iterable[Made], folder: Path, expected: dict[str, Inputs]
) -> tuple[list[Path], list[Path]]:
    """Move made files to where they belong and record them; what was there and is not ours is kept beside.

    Returns the new paths, and the paths under which older ones were kept.
    """
    workspace = store.workspace
    records = {workspace.absolute(one.path): one for one in artefacts(store, subject, step)}
    placed, kept, rows = [], [], []
    now = datetime.now(UTC)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for one in made:
            target = folder / one.path.name
            if target.exists():
                record = records.get(target)
                if record is None or file_digest(store, target) != record.output_hash:
                    beside = free_name(target.with_name(f"{target.stem} (kept){target.suffix}"))
                    target.replace(beside)
                    kept.append(beside)
            shutil.move(one.path, target)
            placed.append(target)
            inputs = dict(expected.get(one.name, {}))
            rows.append(
                Artefact(
                    subject=subject,
                    step=step,
                    name=one.name,
                    path=workspace.relative(target),
                    fingerprint=fingerprint(inputs),
                    inputs=inputs,
                    output_hash=file_digest(store, target),
                    made_at=now,
                    how=one.how,
                    checks=one.checks,
                )
            )
    except OSError as error:
        raise write_error(folder / step, error) from error
    record_artefacts(store, rows)
    return placed, kept


@contextmanager
def work_folder(workspace: Workspace) -> Iterator[Path]:
    """A folder inside the workspace to make files in, so that placing them is a rename; removed at the end."""

    try:
        workspace.out.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".making-", dir=workspace.out))
    except OSError as error:
        raise write_error(workspace.out / "new", error) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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
