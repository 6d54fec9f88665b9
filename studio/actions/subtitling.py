"""Subtitle loose files: find them, skip what is done, go on after a failure, and say where everything lies."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.actions.opening import open_studio
from studio.errors import InvalidValue, NotFound, SiarError
from studio.files import existing_file
from studio.jobs.events import JobRequest, Report
from studio.steps.context import text_digest
from studio.steps.graph import Inputs, Made, fingerprint
from studio.steps.placing import place, recorded, work_folder
from studio.steps.recognition import Subtitled, Wanted, subtitle
from studio.store import Store
from studio.store.digests import file_digest

MEDIA = {
    ".mp4", ".mov", ".m4v", ".mkv", ".webm", ".avi", ".3gp", ".mpg", ".mpeg", ".ts", ".wmv",
    ".mp3", ".m4a", ".aac", ".wav", ".flac", ".ogg", ".opus", ".wma", ".amr",
}  # fmt: skip
FORMATS = ("srt", "vtt", "ass", "txt", "json")
OUR_OWN = (".captioned.mp4", ".subtitled.mp4")


@dataclass(frozen=True, slots=True)
class SubtitleOptions:
    """What `siar subtitle` was asked for; `script` and `out` are absolute paths or ""."""

    script: str = ""
    engine: str = "auto"
    model: str | None = None
    language: str | None = None
    profile: str | None = None
    formats: tuple[str, ...] = ("srt",)
    burn: bool = False
    mux: bool = False
    out: str = ""
    force: bool = False


def subtitle_request(store: Store, paths: Sequence[Path], options: SubtitleOptions) -> JobRequest:
    """A job that subtitles these files, and the media files in these folders.

    Raises NotFound for a path that is not there, InvalidValue for an unknown format or a folder without recordings.
    """
    for name in options.formats:
        if name not in FORMATS:
            raise InvalidValue(f"There is no subtitle format {name}", f"Use {', '.join(FORMATS)}")
    if options.script:
        existing_file(Path(options.script))
    files = recordings(paths)
    title = f"Subtitle {files[0].name}" if len(files) == 1 else f"Subtitle {len(files)} recordings"
    arguments = {
        "workspace": str(store.workspace.root),
        "files": [str(path) for path in files],
        "options": {name: getattr(options, name) for name in SubtitleOptions.__slots__},
    }
    return JobRequest(title, "studio.actions.subtitling:run", arguments)


def recordings(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the media files below the folders named, without our own captioned ones and hidden ones."""
    found: list[Path] = []
    for path in paths:
        whole = path.expanduser().absolute()
        if whole.is_dir():
            found += sorted(
                file
                for file in whole.rglob("*")
                if file.suffix.lower() in MEDIA and not file.name.startswith(".") and not file.name.endswith(OUR_OWN)
            )
        else:
            found.append(whole)
    if not found:
        raise InvalidValue("There is no recording in there", "Choose a folder with videos or sound files in it")
    return list(dict.fromkeys(found))


def run(*, workspace: str, files: list[str], options: dict[str, Any], progress: Report) -> list[dict[str, Any]]:
    """What the worker does: one dict for each file, with the keys of `siar subtitle --json`."""
    chosen = SubtitleOptions(**{**options, "formats": tuple(options["formats"])})
    results = []
    with open_studio(Path(workspace)) as store:
        for number, name in enumerate(files):
            path = Path(name)

            def tell(fraction: float, message: str, number: int = number, path: Path = path) -> None:
                progress((number + fraction) / len(files), f"{path.name} – {message}")

            began = time.monotonic()
            try:
                results.append(_one(store, path, chosen, tell))
            except SiarError as error:
                results.append(_row(path, "failed", reason=str(error), took_s=time.monotonic() - began))
    return results


def _one(store: Store, path: Path, options: SubtitleOptions, progress: Report) -> dict[str, Any]:
    from studio.speech.checkpoints import find

    existing_file(path)
    folder = Path(options.out) if options.out else path.parent
    subject = f"file:{path}>{folder}"
    inputs: Inputs = {
        "recording": file_digest(store, path),
        "script": text_digest(script_text(Path(options.script))) if options.script else "",
        "engine": options.engine,
        "model": file_digest(store, find(options.model)) if options.model else "",
        "language": options.language or "",
        "profile": options.profile or "",
    }
    names = [*options.formats, *(["captioned"] if options.burn else []), *(["subtitled"] if options.mux else [])]
    if not options.force:
        there = _fresh(store, subject, inputs, names)
        if there is not None:
            return _row(path, "skipped", reason="It is done already; --force makes it again.", outputs=there)
    wanted = Wanted(
        formats=options.formats,
        engine=options.engine,
        model=options.model,
        language=options.language,
        script=script_text(Path(options.script)) if options.script else None,
        profile=options.profile,
        folders=(store.workspace.root / "templates" / "profiles",),
    )
    with work_folder(store.workspace) as work:
        share = 0.6 if options.burn else 0.95
        done = subtitle(path, wanted, work, path.stem, lambda f, m: progress(share * f, m))
        made = [*done.files, *_videos(path, done, options, work, lambda f, m: progress(share + (1 - share) * f, m))]
        placed, _ = place(store, subject, "subtitles", made, folder, dict.fromkeys(names, inputs))
    return _row(
        path,
        "done",
        outputs=placed,
        language=done.transcript.language,
        engine=done.transcript.engine,
        model=done.transcript.model,
        cues=len(done.cues),
        problems=[{"cue": one.cue, "rule": one.rule, "value": one.value} for one in done.problems],
        notes=list(done.transcript.notes),
        audio_s=round(done.transcript.audio_s, 3),
        took_s=done.took_s,
    )


def _videos(path: Path, done: Subtitled, options: SubtitleOptions, folder: Path, progress: Report) -> list[Made]:
    from studio.subtitles.burn import burn, mux

    made = []
    if options.burn:
        captioned = folder / f"{path.stem}.captioned.mp4"
        burn(path, list(done.cues), captioned, progress=progress)
        made.append(Made("captioned", captioned, "captions burned in"))
    if options.mux:
        tracked = folder / f"{path.stem}.subtitled.mp4"
        mux(path, list(done.cues), tracked, done.transcript.language, progress=progress)
        made.append(Made("subtitled", tracked, "captions as a track that a player can show"))
    return made


def _fresh(store: Store, subject: str, inputs: Inputs, names: Sequence[str]) -> list[Path] | None:
    """The paths of all the artefacts if each is there and was made from the same, else None. What was edited counts."""
    records = {name: record for (_, name), record in recorded(store, subject, "subtitles").items()}
    paths = []
    for name in names:
        record = records.get(name)
        if record is None or record.fingerprint != fingerprint(inputs):
            return None
        path = store.workspace.absolute(record.path)
        if not path.is_file():
            return None
        paths.append(path)
    return paths


def script_text(path: Path) -> str:
    """What is said, from a script's file: the spoken parts of a Siar script (.md), the whole text of any other."""
    try:
        text = existing_file(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidValue(
            f"{path} is no text in UTF-8", "Save the script as plain text (UTF-8), then try again"
        ) from error
    if path.suffix.lower() == ".md":
        from studio.scripts.script import parse_script

        text = parse_script(text).spoken_text or text
    if not text.strip():
        raise NotFound(f"The script {path} is empty", "Choose the file that holds what is said")
    return text


def _row(path: Path, state: str, *, outputs: Sequence[Path] = (), took_s: float = 0.0, **told: Any) -> dict[str, Any]:
    blank: dict[str, Any] = {
        "input": str(path), "state": state, "reason": "", "outputs": [str(one) for one in outputs], "language": None,
        "engine": None, "model": None, "cues": None, "problems": [], "notes": [], "audio_s": None,
    }  # fmt: skip
    return blank | told | {"took_s": round(took_s, 3)}
