"""Subtitle loose files: find them, skip what is done, go on after a failure, and say where everything lies."""

from __future__ import annotations

import os
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.actions.captions import captions_of, drawing_inputs, videos
from studio.actions.opening import open_studio
from studio.actions.subtitled import FORMATS, There, language_of
from studio.errors import InvalidValue, NotFound, SiarError
from studio.files import existing_file
from studio.jobs.events import JobRequest, Report
from studio.steps.context import text_digest
from studio.steps.graph import Inputs, Made, fingerprint
from studio.steps.placing import place, work_folder
from studio.steps.recognition import Wanted, rewrite, subtitle
from studio.store import Store
from studio.store.digests import file_digest

if TYPE_CHECKING:
    from studio.subtitles.burn import Captions

MEDIA = {
    ".mp4", ".mov", ".m4v", ".mkv", ".webm", ".avi", ".3gp", ".mpg", ".mpeg", ".ts", ".wmv",
    ".mp3", ".m4a", ".aac", ".wav", ".flac", ".ogg", ".opus", ".wma", ".amr",
}  # fmt: skip
OUR_OWN = (".captioned.mp4", ".subtitled.mp4")


@dataclass(frozen=True, slots=True)
class SubtitleOptions:
    """What `siar subtitle` was asked for; `script` and `out` are absolute paths or "".

    `style` is a caption style's name, `preset` a platform whose safe zone burned-in captions keep to; "" is as usual.
    """

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
    style: str = ""
    preset: str = ""


def subtitle_request(store: Store, paths: Sequence[Path], options: SubtitleOptions) -> JobRequest:
    """A job that subtitles these files, and the media files in these folders.

    A path that is not there fails by itself, later. Raises NotFound for a script that is not there, InvalidValue for
    an unknown format or language, an `out` that cannot be a folder, or a folder without recordings.
    """
    options = _checked(options)
    captions_of(store, options.style, options.preset)
    files = recordings(paths)
    title = f"Subtitle {_shown(files[0].name)}" if len(files) == 1 else f"Subtitle {len(files)} recordings"
    arguments = {
        "workspace": str(store.workspace.root),
        "files": targets(files, options.out),
        "options": {name: getattr(options, name) for name in SubtitleOptions.__slots__},
    }
    return JobRequest(title, "studio.actions.subtitling:run", arguments)


def _checked(options: SubtitleOptions) -> SubtitleOptions:
    """The same with Whisper's code for the language, and each format once."""
    if not options.formats:
        raise InvalidValue("No subtitle format is named", f"Use {', '.join(FORMATS)}")
    for name in options.formats:
        if name not in FORMATS:
            raise InvalidValue(f"There is no subtitle format {name}", f"Use {', '.join(FORMATS)}")
    for named in (options.script, options.out, options.profile or "", options.model or ""):
        if not _storable(named):
            raise InvalidValue(f"The name {_shown(named)} cannot be read", "Rename it")
    if options.script:
        existing_file(Path(options.script))
    if options.out:
        out = Path(options.out)
        there = next((one for one in (out, *out.parents) if one.exists()), out)
        if not there.is_dir():
            raise InvalidValue(f"{there} is a file, not a folder", "Choose a folder to write to")
    language = None
    if options.language:
        from studio.speech.languages import whisper_code

        language = whisper_code(options.language)
    return replace(options, formats=tuple(dict.fromkeys(options.formats)), language=language)


def _storable(text: str) -> bool:
    # A file name that is no UTF-8 holds lone surrogates, which neither the store nor JSON takes.
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _shown(text: str) -> str:
    return os.fsencode(text).decode("utf-8", "replace") if not _storable(text) else text


def targets(files: Sequence[Path], out: str = "") -> list[dict[str, str]]:
    """Where the subtitles of each file go: its "path", the "folder", and the "stem" of the new files' names.

    The stem is the file's own where no other of these files would write the same names into the folder, else one with
    the ending or the folder's name in it; which one does not depend on the order. `reason` says why a file cannot be
    taken at all.
    """
    folders = {path: Path(os.path.normpath(out or path.parent)) for path in files}
    groups: dict[tuple[Path, str], list[Path]] = {}
    for path in sorted(path for path in files if _storable(str(path))):
        groups.setdefault((folders[path], _alike(path.stem)), []).append(path)
    stems = {group[0]: group[0].stem for group in groups.values() if len(group) == 1}
    taken = {key for key, group in groups.items() if len(group) == 1}
    for (folder, _), group in groups.items():
        if len(group) > 1:
            names = next(
                names for names in _other_stems(group) if not {(folder, _alike(name)) for name in names} & taken
            )
            stems.update(zip(group, names, strict=True))
            taken |= {(folder, _alike(name)) for name in names}
    unreadable = "Its name cannot be read: rename it, then try again."
    return [
        {"path": str(path), "folder": str(folders[path]), "stem": stems[path], "reason": ""}
        if path in stems
        else {"path": _shown(str(path)), "folder": "", "stem": "", "reason": unreadable}
        for path in files
    ]


def _alike(name: str) -> str:
    # Two names that differ in case only, or in how an accent is composed, are one file on many disks.
    return unicodedata.normalize("NFC", name).casefold()


def _other_stems(group: Sequence[Path]) -> Iterator[list[str]]:
    """Ways to tell files of one stem apart, the plainest first; each gives as many different names."""
    for names in (
        [path.name for path in group],
        [f"{path.parent.name}-{path.stem}" for path in group],
        [f"{path.parent.name}-{path.name}" for path in group],
    ):
        if len({_alike(name) for name in names}) == len(names):
            yield names
    for start in count(1):
        yield [f"{path.stem}-{number}" for number, path in enumerate(group, start)]


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
    return list({os.path.normpath(path): path for path in found}.values())


def run(
    *, workspace: str, files: list[dict[str, str]], options: dict[str, Any], progress: Report
) -> list[dict[str, Any]]:
    """What the worker does: one dict for each of `targets`, with the keys of `siar subtitle --json`."""
    chosen = SubtitleOptions(**{**options, "formats": tuple(options["formats"])})
    results = []
    with open_studio(Path(workspace)) as store:
        for number, file in enumerate(files):
            path = Path(file["path"])
            if file["reason"]:
                results.append(_row(path, "failed", reason=file["reason"]))
                continue

            def tell(fraction: float, message: str, number: int = number, path: Path = path) -> None:
                progress((number + fraction) / len(files), f"{path.name} – {message}")

            began = time.monotonic()
            try:
                results.append(_one(store, path, Path(file["folder"]), file["stem"], chosen, tell))
            except SiarError as error:
                results.append(_row(path, "failed", reason=str(error), took_s=time.monotonic() - began))
    return results


def _one(
    store: Store, path: Path, folder: Path, stem: str, options: SubtitleOptions, progress: Report
) -> dict[str, Any]:
    from studio.speech.checkpoints import find

    began = time.monotonic()
    existing_file(path)
    inputs: Inputs = {
        "recording": file_digest(store, path),
        "script": text_digest(script_text(Path(options.script))) if options.script else "",
        "engine": options.engine,
        "model": file_digest(store, find(options.model)) if options.model else "",
        "language": options.language or "",
        "profile": options.profile or "",
    }
    there = There(store, f"file:{path}>{folder}", folder, stem, options.language, fingerprint(inputs))
    kinds = [*options.formats, *(["captioned"] if options.burn else []), *(["subtitled"] if options.mux else [])]
    # A person edits the .srt: what else is asked for then follows it, and nothing is recognised again.
    master = None if options.force else there.edited("srt")
    follow = inputs
    if master is not None:
        follow = {
            "recording": inputs["recording"],
            "language": language_of(master, stem),
            "edited subtitles": file_digest(store, master),
        }
    # The style of captions concerns only the video that they are burned into.
    drawn = drawing_inputs(store, options.style, options.preset)
    expected = {kind: {**follow, **drawn} if kind == "captioned" else follow for kind in kinds}
    todo = [kind for kind in kinds if options.force or not there.stands(kind, fingerprint(expected[kind]))]
    if not todo:
        stays = [kind for kind in kinds if there.edited(kind) and there.stale(kind)]
        reason = "It was edited by hand, and stays; --force makes it anew." if stays else ""
        reason = reason or "It is done already; --force makes it again."
        return _row(path, "skipped", reason=reason, outputs=[there.paths[kind] for kind in kinds])
    captions = captions_of(store, options.style, options.preset)
    source = master or there.whole(todo, fingerprint(follow), words=captions.look.words != "none")
    with work_folder(store.workspace) as work:
        if source is not None and not options.force:
            made, told = _followed(path, source, there, todo, work, stem, captions, progress)
        else:
            made, told = _recognised(store, path, options, todo, work, stem, captions, there, progress)
        # Its language may be known only now, and with it that a person edited the file of that name.
        stays = [] if options.force else [one.name for one in made if there.is_edited(folder / one.path.name)]
        new = [replace(one, name=one.path.name) for one in made if one.name not in stays]
        made_from = {one.path.name: expected[one.name] for one in made}
        _, kept = place(store, there.subject, "subtitles", new, folder, made_from)
    outputs = there.paths | {one.name: folder / one.path.name for one in made}
    if master is not None:
        told["notes"] = [f"{master.name} was edited by hand: what is new was made from it."]
    told.setdefault("notes", [])
    told["notes"] += [f"{outputs[kind].name} was edited by hand, and stays." for kind in stays]
    return _row(
        path,
        "done",
        outputs=[outputs[kind] for kind in kinds],
        kept=[str(one) for one in kept],
        took_s=time.monotonic() - began,
        **told,
    )


def _recognised(
    store: Store,
    path: Path,
    options: SubtitleOptions,
    todo: Sequence[str],
    work: Path,
    stem: str,
    captions: Captions,
    there: There,
    progress: Report,
) -> tuple[list[Made], dict[str, Any]]:
    wanted = Wanted(
        formats=tuple(kind for kind in todo if kind in FORMATS),
        engine=options.engine,
        model=options.model,
        language=options.language,
        script=script_text(Path(options.script)) if options.script else None,
        profile=options.profile,
        folders=(store.workspace.root / "templates" / "profiles",),
    )
    share = 0.6 if "captioned" in todo else 0.95
    done = subtitle(path, wanted, work, stem, lambda f, m: progress(share * f, m))
    heard = done.transcript
    made = [
        *done.files,
        *videos(
            path,
            replace(captions, cues=done.cues),
            heard.language,
            todo,
            work / stem,
            there.others(heard.language),
            lambda f, m: progress(share + (1 - share) * f, m),
        ),
    ]
    return made, {
        "language": heard.language,
        "engine": heard.engine,
        "model": heard.model,
        "cues": len(done.cues),
        "problems": [{"cue": one.cue, "rule": one.rule, "value": one.value} for one in done.problems],
        "notes": list(heard.notes),
        "audio_s": round(heard.audio_s, 3),
    }


def _followed(
    path: Path,
    master: Path,
    there: There,
    todo: Sequence[str],
    work: Path,
    stem: str,
    captions: Captions,
    progress: Report,
) -> tuple[list[Made], dict[str, Any]]:
    """What is asked for, from an .srt that a person edited, or that is fresh."""
    from studio.subtitles.files import read_cues, read_words
    from studio.subtitles.spoken import with_words

    cues = read_cues(master)
    language = language_of(master, stem)
    formats = [kind for kind in todo if kind in FORMATS]
    words = there.paths.get("json")
    made = rewrite(master, path, formats, language, work, stem, words if "json" in formats else None) if formats else []
    if words is not None:
        cues = with_words(cues, read_words(words))
    made += videos(path, replace(captions, cues=cues), language, todo, work / stem, there.others(language), progress)
    return made, {"language": language, "cues": len(cues)}


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
        "input": str(path), "state": state, "reason": "", "outputs": [str(one) for one in outputs], "kept": [],
        "language": None, "engine": None, "model": None, "cues": None, "problems": [], "notes": [], "audio_s": None,
    }  # fmt: skip
    return blank | told | {"took_s": round(took_s, 3)}
