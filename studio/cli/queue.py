"""`siar queue ...`: add, list, run, hold, order, change, retry, remove."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from studio.actions import queue as actions
from studio.actions.jobs import run_job
from studio.actions.queue_view import (
    QueueView,
    line_to_json,
    name_of,
    needs_look,
    short_reason,
    to_json,
    told,
    view_queue,
)
from studio.cli.output import ProgressLine, open_for, print_json, print_table
from studio.cli.subtitling import named_options, options_of
from studio.jobs.events import in_words
from studio.store import Store
from studio.store.queue import WENT_WRONG, Entry, EntryState


def add(args: Namespace) -> int:
    """Queue files, folders and items' recordings."""
    if not args.paths and not args.item:
        args.wrong_usage("name a PATH, or --item ITEM")
    options = options_of(args)
    with open_for(args) as store:
        added = actions.add_to_queue(store, args.paths, options) if args.paths else actions.Added()
        entries = [*added.entries, *(actions.add_recording_of(store, item, options) for item in args.item)]
    if args.json:
        print_json({
            "added": [{"id": one.id, "input": one.path} for one in entries],
            "known": [{"id": one.id, "input": one.path} for one in added.known],
            "refused": [{"input": path, "reason": why} for path, why in added.refused],
        })  # fmt: skip
    for _, why in added.refused:
        print(f"siar: error: {why}", file=sys.stderr)
    if not args.json:
        for one in entries:
            print(f"{one.id:4}  {name_of(one)}")
        if added.known:
            print(f"{_recordings(len(added.known))} in the queue already.")
        if entries:
            print(f"{_recordings(len(entries))} added. `siar queue run` makes the subtitles.")
    return 0 if not added.refused else 3 if entries or added.known else 1


def list_(args: Namespace) -> int:
    """List the queue."""
    with open_for(args) as store:
        view = view_queue(store)
    if args.json:
        print_json(to_json(view))
    else:
        _print(view)
    return 0


def run(args: Namespace) -> int:
    """Work on the queue, held or not."""
    with open_for(args) as store:
        actions.resume_queue(store)
        code, view = work(store)
    if args.json:
        print_json(to_json(view))
    return code


def work(store: Store, *, quiet: bool = False) -> tuple[int, QueueView]:
    """Run what waits and tell what became of it; the exit code, and the queue as it stands then."""
    before = view_queue(store)
    if not before.open:
        if not quiet:
            print("Nothing waits in the queue.", file=sys.stderr)
        return 0, before
    over = {line.entry.id for line in before.lines if line.left_s is None and line.entry.ended}
    run_job(store, actions.queue_request(store), ProgressLine())
    view = view_queue(store)
    return _tell_run(view, [line.entry for line in view.lines if line.entry.id not in over]), view


def _tell_run(view: QueueView, ran: list[Entry]) -> int:
    done = [one for one in ran if one.state in (EntryState.DONE, EntryState.SKIPPED)]
    bad = [one for one in ran if one.state in WENT_WRONG]
    for one in bad:
        print(f"siar: error: {name_of(one)}: {one.reason}", file=sys.stderr)
    for one in done:
        if needs_look(one):
            what = f"{one.problems} to look at" if one.cues != 0 else "it has no cues"
            print(f"siar: note: {name_of(one)}: {what}", file=sys.stderr)
    print(f"Queue: {told(view)}.", file=sys.stderr)
    if view.state.paused:
        why = view.state.reason or "It was held by hand."
        print(f"siar: error: The queue is paused. {why} `siar queue run` goes on.", file=sys.stderr)
        return 3 if done else 1
    return 0 if not bad else 3 if done else 1


def pause(args: Namespace) -> int:
    """Hold the queue."""
    return _do(args, actions.pause_queue, "The queue is held. `siar queue resume` lets it go on.")


def set_(args: Namespace) -> int:
    """Change options of recordings."""
    with open_for(args) as store:
        entries = actions.change_in_queue(store, args.ids, named_options(args))
    return _tell(args, entries, "Changed")


def order(args: Namespace) -> int:
    """Put a recording elsewhere."""
    return _do(args, lambda store: actions.order_entries(store, [args.id], args.position), "")


def cancel(args: Namespace) -> int:
    """Stop recordings."""
    return _do(args, lambda store: actions.cancel_entries(store, args.ids), "cancelled", counted=True)


def retry(args: Namespace) -> int:
    """Let recordings wait again."""

    def again(store: Store) -> int:
        return actions.retry_entries(store, args.ids) if args.ids else actions.retry_failed(store)

    return _do(args, again, "waiting again", counted=True)


def remove(args: Namespace) -> int:
    """Take recordings out."""
    return _do(args, lambda store: len(actions.remove_from_queue(store, args.ids)), "removed", counted=True)


def clear(args: Namespace) -> int:
    """Take out what is done."""
    return _do(args, lambda store: len(actions.clear_queue(store, everything=args.all)), "removed", counted=True)


def _do(args: Namespace, call, says: str, *, counted: bool = False) -> int:  # type: ignore[no-untyped-def]
    with open_for(args) as store:
        given = call(store)
        view = view_queue(store)
    if args.json:
        print_json(to_json(view))
    elif counted:
        print(f"{_recordings(given)} {says}.")
    elif says:
        print(says)
    else:
        _print(view)
    return 0


def _tell(args: Namespace, entries: list[Entry], says: str) -> int:
    if args.json:
        from studio.actions.queue_view import Line

        print_json([line_to_json(Line(one, 0.0, None), one.position) for one in entries])
    else:
        print(f"{says}: {', '.join(name_of(one) for one in entries)}")
    return 0


def _print(view: QueueView) -> None:
    if not view.lines:
        print("The queue is empty. Add recordings: siar queue add PATH")
        return
    cells = []
    for line in view.lines:
        entry = line.entry
        state = f"{line.fraction:.0%}" if entry.state is EntryState.RUNNING else entry.state.value
        left = in_words(line.left_s) if line.left_s is not None else ""
        what = short_reason(entry) or (f"{entry.problems} to look at" if entry.problems else "")
        length = f"{entry.length_s:.0f} s" if entry.length_s else ""
        language = entry.language or entry.options.get("language") or "detect"
        cells.append((entry.id, state, Path(entry.path).name, length, language, left, what))
    print_table(("id", "state", "recording", "length", "language", "left", ""), cells)
    left = f", {in_words(view.left_s)}" if view.left_s and view.open else ""
    print(f"\n{told(view)}{left}.")
    if view.state.paused:
        print(f"The queue is paused. {view.state.reason}".rstrip())


def _recordings(count: int) -> str:
    return f"{count} recording{'' if count == 1 else 's'}"
