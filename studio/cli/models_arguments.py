"""The arguments of `siar models`."""

from __future__ import annotations

import argparse
from typing import Any

from studio.cli.arguments import add_command


def add(commands: Any) -> None:
    """Add `models` with its actions."""
    models = commands.add_parser("models", help="the speech checkpoints").add_subparsers(
        metavar="ACTION", required=True
    )
    add_command(models, "list", "models:list_", "list the checkpoints, installed or not")
    for name, help_ in (
        ("get", "download a checkpoint; it goes on where it was cut off"),
        ("add", "install a checkpoint from a file"),
        ("check", "look whether the installed checkpoints are whole"),
        ("remove", "remove an installed checkpoint, or the part of one that arrived"),
    ):
        parser = add_command(models, name, f"models:{name}", help_)
        metavar = "FILE" if name == "add" else "NAME"
        parser.add_argument("name", metavar=metavar, nargs="?" if name == "check" else None)
        if name == "get":
            _route(parser, "")
    settings = add_command(
        models, "settings", "models:settings", "show where checkpoints come from and what they take, or set it"
    )
    _route(settings, ', or "none"')
    settings.add_argument("--threads", metavar="N", help="threads that recognition takes, or auto")
    settings.add_argument("--compute", metavar="C", help="int8, float32, or auto")


def _route(parser: argparse.ArgumentParser, none: str) -> None:
    parser.add_argument("--mirror", metavar="URL", help=f"a copy of OpenAI's place, as https://HOST/PATH{none}")
    parser.add_argument("--proxy", metavar="URL", help=f"the proxy on the way, as http://HOST:PORT{none}")
