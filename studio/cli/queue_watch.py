"""`siar queue watch`: what is copied into a folder is subtitled as it comes, until Ctrl+C."""

from __future__ import annotations

import sys
import time
from argparse import Namespace

from studio.actions.queue import resume_queue
from studio.actions.queue_view import name_of, to_json, view_queue
from studio.actions.watching import Watched, Watcher, unwatch_folder, watch_folder, watched_folders
from studio.cli.output import note, open_for, print_json
from studio.cli.queue import work
from studio.cli.subtitling import options_of
from studio.store import Store

_EVERY_S = 1.0


def watch(args: Namespace) -> int:
    """Watch a folder, or those that are watched already."""
    if args.list:
        return _list(args)
    if args.stop:
        return _stop(args)
    options = options_of(args)
    with open_for(args) as store:
        if args.folder is None:
            watched = watched_folders(store)
            if not watched:
                args.wrong_usage("name a folder DIR: none is watched yet")
        elif args.once:
            watched = (Watched(args.folder.resolve(), options),)
        else:
            watched = (watch_folder(store, args.folder, options),)
        return _once(args, store, watched) if args.once else _on(store, watched)


def _list(args: Namespace) -> int:
    with open_for(args) as store:
        watched = watched_folders(store)
    if args.json:
        print_json([str(one.folder) for one in watched])
    else:
        print("\n".join(str(one.folder) for one in watched) or "No folder is watched. Watch one: siar queue watch DIR")
    return 0


def _stop(args: Namespace) -> int:
    if args.folder is None:
        args.wrong_usage("--stop needs the folder DIR")
    with open_for(args) as store:
        unwatch_folder(store, args.folder)
    if args.json:
        print_json({"stopped": str(args.folder)})
    else:
        print(f"{args.folder} is watched no more.")
    return 0


def _once(args: Namespace, store: Store, watched: tuple[Watched, ...]) -> int:
    """Take what is there when its copying has ended, do it, and end."""
    watcher, taken = Watcher(patience_s=0), 0
    while True:
        taken += len(watcher.look(store, watched))
        _tell_problems(watcher)
        if not watcher.pending:
            break
        time.sleep(_EVERY_S)
    code, view = (0, view_queue(store))
    if taken:
        resume_queue(store)
        code, view = work(store, quiet=True)
    elif not args.json:
        print("Nothing new lies there.")
    if args.json:
        print_json(to_json(view))
    return 1 if watcher.problems and not taken else code


def _on(store: Store, watched: tuple[Watched, ...]) -> int:
    """Take what comes, until Ctrl+C."""
    watcher = Watcher()
    names = ", ".join(str(one.folder) for one in watched)
    print(f"Watching {names}. Ctrl+C ends it; `siar queue watch DIR --stop` forgets it.", file=sys.stderr)
    told: set[str] = set()
    while True:
        for entry in watcher.look(store, watched):
            print(f"New: {name_of(entry)}")
        for problem in set(watcher.problems.values()) - told:
            note(problem)
        told = set(watcher.problems.values())
        view = view_queue(store)
        if view.open and not view.running and not view.state.paused:
            work(store, quiet=True)
        time.sleep(_EVERY_S)


def _tell_problems(watcher: Watcher) -> None:
    for problem in watcher.problems.values():
        print(f"siar: error: {problem}", file=sys.stderr)
