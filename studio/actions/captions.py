"""Captions on the picture: their styles, a preview of one, and the videos that they go into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.errors import InvalidValue
from studio.files import existing_file
from studio.jobs.events import Report
from studio.plan.item import Item
from studio.plan.wishes import caption_style, with_caption_style
from studio.steps.graph import Made
from studio.store import Store
from studio.store.digests import file_digest

if TYPE_CHECKING:
    from studio.subtitles.burn import Captions
    from studio.subtitles.cue import Cue


def caption_folders(store: Store) -> tuple[Path, ...]:
    """Where a workspace's own caption styles lie."""
    return (store.workspace.root / "templates" / "captions",)


def caption_styles(store: Store) -> list[dict[str, Any]]:
    """The caption styles that there are: `{name, title, about, path, own}`, and why one cannot be used in `problem`."""
    from studio.errors import TemplateError
    from studio.subtitles.looks import look_files, read_look

    styles = []
    for name, path in look_files(caption_folders(store)).items():
        told = {"name": name, "title": name, "about": "", "path": str(path), "problem": ""}
        try:
            look = read_look(path)
            told |= {"title": look.title, "about": look.about}
        except TemplateError as error:
            told["problem"] = str(error)
        styles.append({**told, "own": path.parent in caption_folders(store)})
    return styles


def captions_of(store: Store, style: str, preset: str = "") -> Captions:
    """How captions are drawn, still without cues. Raises NotFound, TemplateError or InvalidValue for its names."""
    from studio.subtitles.burn import Captions
    from studio.subtitles.looks import load_look
    from studio.video.presets import PRESETS

    if preset and preset not in PRESETS:
        raise InvalidValue(f"There is no preset {preset}", f"Use {', '.join(PRESETS)}")
    return Captions(look=load_look(style, caption_folders(store)), preset=PRESETS[preset] if preset else None)


def drawing_inputs(store: Store, style: str, preset: str = "") -> dict[str, str]:
    """What the burned-in video is made from besides its cues; nothing for the usual look."""
    look = captions_of(store, style, preset).look
    told = {"style": file_digest(store, look.path)} if style and look.path is not None else {}
    return {**told, **({"preset": preset} if preset else {})}


def set_caption_style(store: Store, number: int | str, style: str) -> Item:
    """Let the captioned step of an item draw in `style` ("" is the usual one). Raises NotFound, TemplateError."""
    from studio.actions.items import set_fields, show_item

    captions_of(store, style)
    item = show_item(store, number)
    if caption_style(item) == style:
        return item
    return set_fields(store, item.id, {"answers": with_caption_style(item, style)})


def caption_preview(
    store: Store,
    video: Path,
    out: Path,
    *,
    style: str = "",
    preset: str = "",
    at_s: float | None = None,
    subtitles: Path | None = None,
    language: str = "id",
    height: int | None = None,
) -> dict[str, Any]:
    """Write a frame of `video` with its captions to `out` (.png or .jpg), by the filter that burns them in.

    The captions are those of `subtitles`, else of the first subtitle file that lies beside the video, else a sample in
    `language`. `at_s` is a time in seconds, None for while the longest cue is read; `height` is in pixels. Gives
    `{path, at_s, style, subtitles, sample}`. Raises what `caption_frame` raises.
    """
    from studio.subtitles.preview import caption_frame, sample_cue

    existing_file(video)
    if out.exists() and out.samefile(video):
        raise InvalidValue(f"{out.name} would replace the recording itself", "Choose another name for the picture")
    captions = captions_of(store, style, preset)
    source = subtitles or beside(video, language)
    if source is not None:
        cues: Sequence[Cue] = cues_with_words(source)
    else:
        from studio.video.probe import probe

        cues = [sample_cue(language, 0.0, max(0.2, probe(video).duration_s))]
    at = caption_frame(video, replace(captions, cues=cues), out, at_s=at_s, height=height)
    told = str(source) if source is not None else ""
    return {
        "path": str(out), "at_s": round(at, 3), "style": captions.look.name, "subtitles": told, "sample": not told,
    }  # fmt: skip


def beside(video: Path, language: str = "") -> Path | None:
    """The subtitle file that lies beside `video` under its name, one in `language` first; None where there is none."""
    from studio.subtitles.files import READERS

    stem = f"{video.stem}."
    found = [
        path
        for path in sorted(video.parent.iterdir())
        if path.name.startswith(stem) and path.suffix.lower().removeprefix(".") in READERS and path.is_file()
    ]
    order = list(READERS)
    found.sort(key=lambda path: (f".{language}." not in path.name, order.index(path.suffix.lower().removeprefix("."))))
    return next(iter(found), None)


def cues_with_words(source: Path) -> list[Cue]:
    """The cues of a subtitle file, with the times of their words where the .json of its name lies beside it."""
    from studio.subtitles.files import read_cues, read_words
    from studio.subtitles.spoken import with_words

    cues = read_cues(source)
    words = source.with_suffix(".json")
    return with_words(cues, read_words(words)) if words.is_file() else cues


def videos(
    path: Path,
    captions: Captions,
    language: str,
    todo: Sequence[str],
    target: Path,
    others: Mapping[str, Path],
    progress: Report,
) -> list[Made]:
    """The videos with captions that are `todo`, under names that begin with `target`.

    `others` are subtitle files in other languages, by Whisper's code: they become tracks of the same video.
    """
    from studio.subtitles.burn import burn, mux_tracks
    from studio.subtitles.files import read_cues

    made = []
    if "captioned" in todo:
        captioned = target.with_name(f"{target.name}.captioned.mp4")
        burn(path, captions.cues, captioned, look=captions.look, preset=captions.preset, progress=progress)
        made.append(Made("captioned", captioned, f"captions burned in, style {captions.look.name}"))
    if "subtitled" in todo:
        tracked = target.with_name(f"{target.name}.subtitled.mp4")
        tracks = {language: captions.cues, **{code: read_cues(one) for code, one in others.items()}}
        mux_tracks(path, tracks, tracked, progress=progress)
        made.append(Made("subtitled", tracked, "captions as a track that a player can show"))
    return made
