"""Reports on subtitle files as a person asks for them: the video beside, the profile that suits it, and the gate."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.errors import InvalidValue, SiarError
from studio.files import existing_file, read_text
from studio.store import Store
from studio.workspace import Workspace

if TYPE_CHECKING:
    from studio.subtitles.cue import Cue
    from studio.subtitles.profiles import Profile
    from studio.subtitles.report import Report

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class FileReport:
    """The report on `path`, held against the length of `video` where there is one; `error` where it cannot be read."""

    path: Path
    video: Path | None = None
    report: Report | None = None
    error: str = ""


def report_file(
    workspace: Workspace, path: Path, profile: str | None = None, video: Path | None = None, language: str | None = None
) -> FileReport:
    """The report on one subtitle file.

    `video` is else the recording beside it (`video.mp4` beside `video.id.srt`), `profile` that of the picture's shape
    and of `language`, which is else read from the file's name. Marks come from the .json beside it, where one keeps
    them. Raises NotFound, InvalidValue or TemplateError, with what is wrong in the file or the profile.
    """
    from studio.actions.profiles import own_folder
    from studio.subtitles.files import read_cues
    from studio.subtitles.profiles import default_profile, load_profile
    from studio.subtitles.report import examine
    from studio.video.probe import probe

    cues = _marked(read_cues(path), path)
    stem, found = _named(path)
    beside = existing_file(video) if video is not None else _recording_beside(path, stem)
    media = None
    if beside is not None:
        if video is not None:
            media = probe(beside)
        else:
            with suppress(SiarError):  # what lies beside it and is no recording says nothing about it
                media = probe(beside)
    folders = [own_folder(workspace)]
    width, height = (media.width, media.height) if media else (None, None)
    rules: Profile = (
        load_profile(profile, folders) if profile else default_profile(width, height, language or found, folders)
    )
    fps = (media.fps if media else None) or 25.0
    report = examine(cues, rules, media.duration_s if media else None, fps)
    return FileReport(path, beside if media else None, report)


def report_files(
    store: Store, paths: Sequence[Path], profile: str | None = None, video: Path | None = None
) -> list[FileReport]:
    """The reports on these files, and on the subtitle files in these folders; one that cannot be read has its error.

    Raises InvalidValue where there is none, or where one video is named for several files.
    """
    files = subtitle_files(paths)
    if video is not None and len(files) > 1:
        raise InvalidValue("One video is named for several subtitle files", "Name one file, or leave the video out")
    reports = []
    for path in files:
        try:
            reports.append(report_file(store.workspace, path, profile, video))
        except SiarError as error:
            reports.append(FileReport(path, error=str(error)))
    return reports


def subtitle_files(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the subtitle files below the folders named. Raises InvalidValue where there is none."""
    from studio.subtitles.files import READERS

    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.suffix.lower().removeprefix(".") in READERS)
            found += sorted(file for file in inside if not file.name.startswith("."))
        else:
            found.append(path)
    if not found:
        raise InvalidValue(
            "There is no subtitle file in there", f"Choose a folder with files such as {', '.join(READERS)}"
        )
    return list(dict.fromkeys(found))


def to_json(one: FileReport, rules: Sequence[str] = ()) -> dict[str, Any]:
    """A report as `siar report --json` prints it; `rules` are those of the gate."""
    report = one.report
    look = looked_at(report.counts if report else {}, rules)
    return {
        "input": str(one.path),
        "video": str(one.video) if one.video else None,
        "state": "failed" if report is None else "look" if look else "ok",
        "reason": one.error,
        "profile": report.profile if report else None,
        "figures": asdict(report.figures) if report else None,
        "counts": report.counts if report else {},
        "problems": [asdict(finding) for finding in report.findings] if report else [],
        "look": look,
    }


def looked_at(counts: Iterable[str], rules: Sequence[str]) -> list[str]:
    """Those of the gate's `rules` that are broken."""
    broken = set(counts)
    return [rule for rule in rules if rule in broken]


def gate_rows(
    store: Store, rows: Sequence[dict[str, Any]], rules: Sequence[str], profile: str | None = None
) -> list[dict[str, Any]]:
    """Rows of `siar subtitle --json` with `look`: the gate's `rules` that each breaks, "empty" where it has no cue.

    A file that was skipped is read again from the disk, as is one that a person edited: what stands there counts.
    """
    return [row | {"look": _look(store, row, rules, profile)} for row in rows]


def _look(store: Store, row: dict[str, Any], rules: Sequence[str], profile: str | None) -> list[str]:
    if row["state"] == "failed" or not rules:
        return []
    if row["state"] == "done" and row["engine"]:
        return ["empty"] if not row["cues"] else looked_at((one["rule"] for one in row["problems"]), rules)
    for ending in (".srt", ".vtt", ".ass"):
        for output in map(Path, row["outputs"]):
            if output.suffix == ending:
                try:
                    found = report_file(store.workspace, output, profile, Path(row["input"]))
                except SiarError:
                    return ["empty"]
                return looked_at(found.report.counts if found.report else {}, rules)
    return []


def _named(path: Path) -> tuple[str, str | None]:
    """The recording's stem and the language in "video.id.srt"; None where no language stands there."""
    stem, dot, code = path.stem.rpartition(".")
    if dot and stem and _LANGUAGE.fullmatch(code):
        return stem, code.partition("-")[0]
    return path.stem, None


def _recording_beside(path: Path, stem: str) -> Path | None:
    from studio.actions.subtitling import MEDIA, OUR_OWN

    names = dict.fromkeys((stem, path.stem))
    for name in names:
        for ending in sorted(MEDIA):
            for file in (path.with_name(name + ending), path.with_name(name + ending.upper())):
                if file.is_file() and not file.name.endswith(OUR_OWN):
                    return file
    return None


def _marked(cues: list[Cue], path: Path) -> list[Cue]:
    """`cues` with the notes that the .json beside keeps for cues of the same start."""
    beside = path.with_suffix(".json")
    if not beside.is_file():
        return cues
    notes: dict[float, str] = {}
    with suppress(ValueError, SiarError, TypeError, KeyError, AttributeError):  # another program's file may lie there
        told = json.loads(read_text(beside))
        notes = {round(float(one["start"]), 3): str(one["note"]) for one in told["cues"] if one.get("note")}
    return [replace(cue, note=notes.get(round(cue.start, 3), cue.note)) for cue in cues]
