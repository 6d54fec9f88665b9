"""What the arguments of several commands have in common: how a command is added, and how a value is read."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any


def _command(dotted: str) -> Callable[[argparse.Namespace], int]:
    """A function that imports "module:function" of studio.cli only when it is called."""

    def run(args: argparse.Namespace) -> int:
        module, _, name = dotted.partition(":")
        code: int = getattr(importlib.import_module(f"studio.cli.{module}"), name)(args)
        return code

    return run


def path(text: str) -> Path:
    """A path as typed; "~" is the home folder."""
    try:
        return Path(text).expanduser()
    except RuntimeError:  # "~name" of nobody on this computer
        return Path(text)


def assignment(text: str) -> str:
    """NAME=VALUE as typed."""
    name, equals, _ = text.partition("=")
    if not (equals and name.strip()):
        raise argparse.ArgumentTypeError(f'"{text}" has no value: write it as NAME=VALUE, such as title="Cahaya bagus"')
    return text


def names(text: str) -> tuple[str, ...]:
    """The names of "tiktok,youtube"."""
    found = tuple(name.strip().lower() for name in text.split(",") if name.strip())
    if not found:
        raise argparse.ArgumentTypeError("it names nothing")
    return found


def add_command(commands: Any, name: str, dotted: str, help_: str, *, json: bool = True) -> argparse.ArgumentParser:
    """A command with its help; `dotted` is "module:function" of studio.cli, imported when it runs."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=help_, description=help_[0].upper() + help_[1:] + "."
    )
    if json:
        parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=_command(dotted))
    return parser


def add_item_argument(parser: argparse.ArgumentParser) -> None:
    """The item that a command is about."""
    parser.add_argument("item", metavar="ITEM", help="its number, or its uid")
