"""The workspace's memory: one SQLite file with the items, their undo log, artefacts and jobs.

    with open_store(open_workspace(root)) as store, store.action('Add "Cahaya bagus"'):
        item = items.add_item(store, Item("Cahaya bagus"))

Other programs may have the same file open: every write begins IMMEDIATE, every read is one statement or lies in
`store.transaction()`. A Store belongs to the thread that opened it.
"""

from studio.store.opening import open_store
from studio.store.session import Store

__all__ = ["Store", "open_store"]
