"""A child process of the tests that writes to a workspace; run as a module of this folder."""

from pathlib import Path

from studio.plan.item import Item
from studio.store import open_store
from studio.store.items import add_item, change_item, get_item
from studio.workspace import open_workspace


def add_many(root, name, count, errors):
    """Add `count` items, and count in the item 1, by reading and writing it in one action."""
    try:
        with open_store(open_workspace(Path(root))) as store:
            for number in range(count):
                with store.action(f"{name} {number}"):
                    counted = get_item(store, 1).episode or 0
                    add_item(store, Item(f"{name} {number}"))
                    change_item(store, 1, episode=counted + 1)
    except Exception as error:
        errors.put(f"{type(error).__name__}: {error}")
        raise


def act_for_ever(root, pipe):
    """Do actions of three changes without end, and say at each change which one it is."""
    with open_store(open_workspace(Path(root))) as store:
        number = 0
        while True:
            number += 1
            with store.action(f"Action {number}"):
                pipe.send(number)
                add_item(store, Item(f"a {number}"))
                pipe.send(number)
                add_item(store, Item(f"b {number}"))
                pipe.send(number)
                change_item(store, 1, episode=number)
                pipe.send(number)
