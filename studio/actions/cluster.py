"""A team's cluster: its address in the workspace's settings, and whether it can be used now."""

from __future__ import annotations

import importlib.util
from typing import Any

from studio.errors import InvalidValue, SiarError
from studio.jobs.events import JobRequest, Report
from studio.speech.cluster_address import checked_address
from studio.store import Store
from studio.store.settings import get_setting, set_setting

_KEY = "cluster"


def cluster_address(store: Store) -> str:
    """The address of the cluster that hears batches, "" where this computer does."""
    kept = get_setting(store, _KEY, "")
    try:
        return checked_address(kept if isinstance(kept, str) else "")
    except InvalidValue:
        return ""


def set_cluster(store: Store, address: str) -> str:
    """Keep the address for batches from now on ("" or "none" forgets it); it as it is kept. Raises InvalidValue."""
    address = checked_address(address)
    if address != get_setting(store, _KEY, ""):
        label = "Recognise on a cluster" if address else "Recognise on this computer"
        set_setting(store, _KEY, address or None, label=label)
    return address


def chosen_cluster(store: Store, asked: str | None) -> str:
    """The address for a batch: None goes by the settings, "" and "none" mean this computer. Raises InvalidValue."""
    return cluster_address(store) if asked is None else checked_address(asked)


def look_at_cluster(address: str) -> dict[str, Any]:
    """`{address, ok, workers, threads, reason}`: whether a batch could be heard there now; takes up to half a minute.

    `reason` is the sentence that says why not.
    """
    from studio.speech.engines.cluster import connected

    told: dict[str, Any] = {"address": address, "ok": False, "workers": 0, "threads": 0, "reason": ""}
    if not address:
        return told
    try:
        client, workers = connected(address)
    except SiarError as error:
        return told | {"reason": str(error)}
    client.close(timeout=2)
    threads = sum(int(one["nthreads"]) for one in workers.values())
    return told | {"ok": True, "workers": len(workers), "threads": threads}


def look_request(address: str) -> JobRequest:
    """A job that gives what `look_at_cluster` does, for a window that Dask's import would hold up."""
    return JobRequest("Look at the cluster", "studio.actions.cluster:run_look", {"address": address})


def run_look(*, address: str, progress: Report) -> dict[str, Any]:
    """What the worker does."""
    progress(0.0, f"Asking {address}")
    return look_at_cluster(address)


def can_use_clusters() -> bool:
    """Whether Dask is installed here; nothing of it is imported."""
    return importlib.util.find_spec("distributed") is not None
