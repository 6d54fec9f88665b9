"""Several processes in one workspace, and processes that are killed."""

import multiprocessing
import multiprocessing.connection
import random
from collections import Counter

from store_writer import act_for_ever, add_many

from studio.plan.item import Item
from studio.store import open_store
from studio.store.items import add_item, get_item, list_items
from studio.store.soundness import find_damage
from studio.store.undo import history, undo
from studio.workspace import open_workspace

SPAWN = multiprocessing.get_context("spawn")
KILLS, ACTIONS = 10, 25


def test_two_processes_that_write_at_once_lose_nothing(workspace):
    errors = SPAWN.Queue()
    with open_store(workspace) as store:
        add_item(store, Item("penghitung"))
        writers = [SPAWN.Process(target=add_many, args=(workspace.root, name, ACTIONS, errors)) for name in "AB"]
        for writer in writers:
            writer.start()
        reads = 0
        while any(writer.is_alive() for writer in writers):
            reads += len(list_items(store)) > 0  # a reader never sees "locked" either
        for writer in writers:
            writer.join(240)
        assert [writer.exitcode for writer in writers] == [0, 0], errors.get(timeout=60)
        assert reads
        titles = [item.title for item in list_items(store)]
        assert sorted(titles) == sorted(["penghitung", *(f"{name} {n}" for name in "AB" for n in range(ACTIONS))])
        assert get_item(store, 1).episode == 2 * ACTIONS
        assert len(history(store)) == 2 * ACTIONS + 1
        while undo(store):
            pass
        assert list_items(store) == []


def test_two_processes_that_open_a_new_workspace_at_once_make_it_once(tmp_path):
    errors = SPAWN.Queue()
    root = tmp_path / "baru"
    with open_store(open_workspace(tmp_path / "lain")) as store:
        add_item(store, Item("x"))
    first = [SPAWN.Process(target=add_many, args=(root, name, 0, errors)) for name in "AB"]
    for writer in first:
        writer.start()
    for writer in first:
        writer.join(240)
    assert [writer.exitcode for writer in first] == [0, 0], errors.get(timeout=60)
    with open_store(open_workspace(root)) as store:
        assert list_items(store) == []


def test_a_process_killed_at_any_moment_leaves_every_action_whole(tmp_path):
    # All children at once, since starting Python is the slow part; each is killed when it says its moment.
    chance = random.Random(20261201)
    children = {}
    for number in range(KILLS):
        workspace = open_workspace(tmp_path / str(number))
        with open_store(workspace) as store:
            add_item(store, Item("saksi", episode=0))
        ours, theirs = SPAWN.Pipe(duplex=False)
        child = SPAWN.Process(target=act_for_ever, args=(workspace.root, theirs))
        child.start()
        theirs.close()
        children[ours] = (workspace, child, iter(range(chance.randrange(1, 60))))
    begun = {}
    while len(begun) < KILLS:
        for pipe in multiprocessing.connection.wait([pipe for pipe in children if not pipe.closed]):
            workspace, child, countdown = children[pipe]
            number = pipe.recv()
            if next(countdown, None) is None:
                child.kill()
                child.join(240)
                pipe.close()
                begun[workspace] = number
    for workspace, number in begun.items():
        with open_store(workspace) as store:
            assert find_damage(store.db.conn) is None
            last = get_item(store, 1).episode
            assert last >= number - 1  # what was committed before is there
            made = Counter(item.title for item in list_items(store) if item.id != 1)
            assert made == Counter(f"{half} {n}" for n in range(1, last + 1) for half in "ab")
            assert [step.label for step in history(store, last)] == [f"Action {n}" for n in range(last, 0, -1)]
            while undo(store):
                pass
            assert list_items(store) == []
            assert add_item(store, Item("sesudah")).title == "sesudah"
