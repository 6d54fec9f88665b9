"""The arguments of `siar profiles` and `siar report`: how subtitles should read, and how they do."""

from __future__ import annotations

from typing import Any

from studio.cli.arguments import add_command, path


def add(commands: Any) -> None:
    """Add `profiles` and `report`."""
    profiles = commands.add_parser("profiles", help="the reading rules of subtitles").add_subparsers(
        metavar="ACTION", required=True
    )
    add_command(profiles, "list", "profiles:list_", "list the profiles with their figures")
    show = add_command(profiles, "show", "profiles:show", "show the figures of one profile")
    show.add_argument("name", metavar="NAME")
    copy = add_command(profiles, "copy", "profiles:copy", "copy a profile into the workspace, to change it there")
    copy.add_argument("name", metavar="NAME")
    copy.add_argument("new", metavar="NEW")
    report = add_command(commands, "report", "reports:report", "hold subtitle files against a profile")
    report.add_argument("paths", nargs="+", type=path, metavar="PATH", help="subtitle files, or folders with some")
    report.add_argument("--profile", metavar="P", help="a profile's name (else by the picture and the language)")
    report.add_argument("--video", type=path, metavar="FILE", help="the recording (else the one beside the file)")
    add_gate(report)


def add_gate(parser: Any) -> None:
    """The gate of a batch."""
    parser.add_argument(
        "--gate",
        metavar="RULE,...",
        default="",
        help="publish, strict, or names of rules: files that break one of them need a look (exit code 3)",
    )
