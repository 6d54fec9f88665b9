"""Subtitle loose files: find them, skip what is done, go on after a failure, and say where everything lies."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from studio.actions.captions import captions_of
from studio.actions.cluster import chosen_cluster
from studio.actions.opening import open_studio
from studio.actions.subtitled import FORMATS
from studio.errors import InvalidValue, NotFound
from studio.files import existing_file
from studio.jobs.events import JobRequest, Report
from studio.jobs.worker import AFTER_DEATH
from studio.speech.cluster_address import checked_address
from studio.store import Store

MEDIA = {
    ".mp4", ".mov", ".m4v", ".mkv", ".webm", ".avi", ".3gp", ".mpg", ".mpeg", ".ts", ".wmv",
    ".mp3", ".m4a", ".aac", ".wav", ".flac", ".ogg", ".opus", ".wma", ".amr",
}  # fmt: skip
OUR_OWN = (".captioned.mp4", ".subtitled.mp4")


@dataclass(frozen=True, slots=True)
class SubtitleOptions:
    """What `siar subtitle` was asked for; `script` and `out` are absolute paths or "".

    `style` is a caption style's name, `preset` a platform whose safe zone burned-in captions keep to; "" is as usual.
    `cluster` is the address of a Dask cluster, "" for this computer, None for what the workspace's settings say.
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
    cluster: str | None = None


def subtitle_request(store: Store, paths: Sequence[Path], options: SubtitleOptions) -> JobRequest:
    """A job that subtitles these files, and the media files in these folders.

    A path that is not there fails by itself, later. Raises NotFound for a script that is not there, InvalidValue for
    an unknown format or language, an `out` that cannot be a folder, a folder without recordings, or an address that is
    none.
    """
    options = checked_options(options)
    options = replace(options, cluster=chosen_cluster(store, options.cluster))
    captions_of(store, options.style, options.preset)
    files = recordings(paths)
    title = f"Subtitle {_shown(files[0].name)}" if len(files) == 1 else f"Subtitle {len(files)} recordings"
    arguments = {
        "workspace": str(store.workspace.root),
        "files": targets(files, options.out),
        "options": options_told(options),
        AFTER_DEATH: False,
    }
    return JobRequest(title, "studio.actions.subtitling:run", arguments)


def checked_options(options: SubtitleOptions) -> SubtitleOptions:
    """The same with Whisper's code for the language, no format twice, a full address. Raises NotFound, InvalidValue."""
    if not options.formats:
        raise InvalidValue("No subtitle format is named", f"Use {', '.join(FORMATS)}")
    for name in options.formats:
        if name not in FORMATS:
            raise InvalidValue(f"There is no subtitle format {name}", f"Use {', '.join(FORMATS)}")
    for named in (options.script, options.out, options.profile or "", options.model or ""):
        if not _storable(named):
            raise InvalidValue(f"The name {_shown(named)} cannot be read", "Rename it")
    if options.cluster and options.engine in ("script", "whisper"):
        raise InvalidValue(
            f"The engine {options.engine} does not run on a cluster", "Use the engine fast, or leave out --cluster"
        )
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
    cluster = options.cluster if options.cluster is None else checked_address(options.cluster)
    return replace(options, formats=tuple(dict.fromkeys(options.formats)), language=language, cluster=cluster)


def options_told(options: SubtitleOptions) -> dict[str, Any]:
    """The options as JSON holds them."""
    told = {name: getattr(options, name) for name in SubtitleOptions.__slots__}
    return {**told, "formats": list(options.formats)}


def options_from(told: Mapping[str, Any]) -> SubtitleOptions:
    """What `options_told` gave; what another version kept beside it is passed over."""
    known = {name: value for name, value in told.items() if name in SubtitleOptions.__slots__}
    return SubtitleOptions(**{**known, "formats": tuple(known.get("formats", ("srt",)))})


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
        groups.setdefault((folders[path], alike(path.stem)), []).append(path)
    stems = {group[0]: group[0].stem for group in groups.values() if len(group) == 1}
    taken = {key for key, group in groups.items() if len(group) == 1}
    for (folder, _), group in groups.items():
        if len(group) > 1:
            names = next(
                names for names in _other_stems(group) if not {(folder, alike(name)) for name in names} & taken
            )
            stems.update(zip(group, names, strict=True))
            taken |= {(folder, alike(name)) for name in names}
    unreadable = "Its name cannot be read: rename it, then try again."
    return [
        {"path": str(path), "folder": str(folders[path]), "stem": stems[path], "reason": ""}
        if path in stems
        else {"path": _shown(str(path)), "folder": "", "stem": "", "reason": unreadable}
        for path in files
    ]


def alike(name: str) -> str:
    """A name as disks compare it: two that differ in case, or in how an accent is composed, are one file on many."""
    return unicodedata.normalize("NFC", name).casefold()


def _other_stems(group: Sequence[Path]) -> Iterator[list[str]]:
    """Ways to tell files of one stem apart, the plainest first; each gives as many different names."""
    for names in (
        [path.name for path in group],
        [f"{path.parent.name}-{path.stem}" for path in group],
        [f"{path.parent.name}-{path.name}" for path in group],
    ):
        if len({alike(name) for name in names}) == len(names):
            yield names
    for start in count(1):
        yield [f"{path.stem}-{number}" for number, path in enumerate(group, start)]


def recordings(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the media files below the folders named, without our own captioned ones and hidden ones."""
    found: list[Path] = []
    for path in paths:
        whole = path.expanduser().absolute()
        if whole.is_dir():
            found += sorted(file for file in whole.rglob("*") if is_recording(file))
        else:
            found.append(whole)
    if not found:
        raise InvalidValue("There is no recording in there", "Choose a folder with videos or sound files in it")
    return list({os.path.normpath(path): path for path in found}.values())


def is_recording(file: Path) -> bool:
    """Whether a file in a folder is taken for a recording, by its name: not hidden, and no captioned video of ours."""
    named = file.suffix.lower() in MEDIA and not file.name.startswith(".")
    return named and not file.name.endswith(OUR_OWN)


def run(
    *, workspace: str, files: list[dict[str, str]], options: dict[str, Any], progress: Report, after_death: bool = False
) -> list[dict[str, Any]]:
    """What the worker does: one dict for each of `targets`, with the keys of `siar subtitle --json`."""
    from studio.actions.subtitle_batch import Wish, subtitle_all

    chosen = options_from(options)
    wishes = [Wish(Path(one["path"]), Path(one["folder"]), one["stem"], chosen, one["reason"]) for one in files]
    with open_studio(Path(workspace)) as store:
        return subtitle_all(store, wishes, progress, after_death=after_death)


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
