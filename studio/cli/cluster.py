"""`siar cluster`: the computers that recognise a team's batches."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from studio.actions.cluster import cluster_address, look_at_cluster, set_cluster
from studio.cli.arguments import add_command
from studio.cli.output import open_for, print_json


def add(commands: Any) -> None:
    """Add `cluster`."""
    parser = add_command(commands, "cluster", "cluster:cluster", "the Dask cluster that recognises batches")
    parser.add_argument(
        "address", nargs="?", metavar="ADDRESS", help='from now on this one, as tcp://HOST:PORT, or "none"'
    )


def cluster(args: Namespace) -> int:
    """Show the cluster of the workspace or set it, and look whether it can be used now."""
    with open_for(args) as store:
        address = cluster_address(store) if args.address is None else set_cluster(store, args.address)
    told = look_at_cluster(address)
    if args.json:
        print_json(told)
    elif not address:
        print("Batches are recognised on this computer.")
    elif told["ok"]:
        print(f"{address}  {_counted(told['workers'], 'worker')}, {_counted(told['threads'], 'thread')} in all")
    else:
        print(f"{address}  {told['reason']}")
    return 0 if told["ok"] or not address else 1


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
