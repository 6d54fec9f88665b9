"""`siar report`: subtitle files held against a profile."""

from __future__ import annotations

import sys
from argparse import Namespace

from studio.actions.subtitle_reports import FileReport, looked_at, report_files, to_json
from studio.cli.output import open_for, print_json, print_table
from studio.subtitles.gates import gate_rules


def report(args: Namespace) -> int:
    """Report on subtitle files."""
    rules = gate_rules(args.gate)
    with open_for(args) as store:
        found = report_files(store, args.paths, args.profile, args.video)
    if args.json:
        print_json({"files": [to_json(one, rules) for one in found]})
    for one in found:
        if one.report is None:
            print(f"siar: error: {one.path.name}: {one.error}", file=sys.stderr)
        elif not args.json:
            _tell(one, rules)
    failed = sum(one.report is None for one in found)
    look = sum(bool(one.report and looked_at(one.report.counts, rules)) for one in found)
    return 1 if failed == len(found) else 3 if failed or look else 0


def _tell(one: FileReport, rules: tuple[str, ...]) -> None:
    assert one.report is not None
    figures, findings = one.report.figures, one.report.findings
    beside = f" beside {one.video.name}" if one.video else ""
    print(f"{one.path.name}{beside}, by the profile {one.report.profile}")
    print(
        f"  {figures.cues} cues to {figures.end_s:.1f} s; longest line {figures.longest_line}; "
        f"{figures.median_cps:g} characters a second in the middle, {figures.fastest_cps:g} at most; "
        f"shown for {figures.shortest_s:g} to {figures.longest_s:g} s"
    )
    if not findings:
        print("  Nothing to mend.\n")
        return
    print()
    cells = [
        (one.cue, _clock(one.start), one.rule, one.says.partition(" ")[2].partition(" ")[2], _short(one.text))
        for one in findings
    ]
    print_table(("cue", "time", "rule", "what", "text"), cells)
    look = looked_at(one.report.counts, rules)
    print(f"\n  Needs a look: {', '.join(look)}\n" if look else "")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes):02d}:{rest:04.1f}"


def _short(text: str, most: int = 48) -> str:
    line = text.replace("\n", " / ")
    return line if len(line) <= most else line[: most - 1] + "…"
