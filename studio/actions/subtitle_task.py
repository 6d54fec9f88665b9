"""One recording that is to be subtitled: what lies there already, what is to be made, and the making of it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.actions.captions import captions_of, drawing_inputs, videos
from studio.actions.cluster import chosen_cluster
from studio.actions.subtitled import FORMATS, There, language_of
from studio.files import existing_file
from studio.jobs.events import Report
from studio.steps.context import text_digest
from studio.steps.graph import Inputs, Made, fingerprint
from studio.steps.placing import place, recorded, work_folder
from studio.steps.recognition import JOURNALS, Source, Wanted, rewrite, source, write
from studio.steps.wording import rules_of_latest, wording
from studio.store import Store
from studio.store.digests import file_digest

if TYPE_CHECKING:
    from studio.actions.subtitling import SubtitleOptions
    from studio.speech.words import Transcript
    from studio.subtitles.burn import Captions


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be made for one recording.

    `todo` are the kinds of files ("srt", "captioned"), `expected` what each is made from. With a `master`, an .srt that
    a person edited or that is fresh, nothing is recognised; else `source` says what will hear it.
    """

    path: Path
    folder: Path
    stem: str
    options: SubtitleOptions
    digest: str
    there: There
    kinds: tuple[str, ...]
    todo: tuple[str, ...]
    expected: dict[str, Inputs]
    captions: Captions
    wanted: Wanted
    master: Path | None
    edited: bool
    source: Source | None
    began: float = field(default_factory=time.monotonic)

    @property
    def together(self) -> bool:
        """Whether it is heard together with others."""
        return self.source is not None and self.source.choice.engine == "fast"

    @property
    def length_s(self) -> float:
        """Seconds of the recording, 0 where nothing is heard."""
        return self.source.media.duration_s if self.source is not None else 0.0

    @property
    def share(self) -> float:
        """About how much of the work is over when it was heard, 0 to 1."""
        return 0.6 if "captioned" in self.todo else 0.95


def find_task(store: Store, path: Path, folder: Path, stem: str, options: SubtitleOptions) -> Task | dict[str, Any]:
    """What is to be made for `path`, or its row where nothing is. Raises SiarError where it cannot be made."""
    from studio.actions.subtitling import script_text
    from studio.speech.checkpoints import find

    existing_file(path)
    script = script_text(Path(options.script)) if options.script else None
    inputs: Inputs = {
        "recording": file_digest(store, path),
        "script": text_digest(script) if script else "",
        "engine": options.engine,
        "model": file_digest(store, find(options.model)) if options.model else "",
        "language": options.language or "",
        "profile": options.profile or "",
    }
    subject = f"file:{path}>{folder}"
    if rules := rules_of_latest(store, recorded(store, subject, "subtitles").values()):
        inputs = {**inputs, "rules": rules}
    there = There(store, subject, folder, stem, options.language, fingerprint(inputs))
    kinds = [*options.formats, *(["captioned"] if options.burn else []), *(["subtitled"] if options.mux else [])]
    # A person edits the .srt: what else is asked for then follows it, and nothing is recognised again.
    edited = None if options.force else there.edited("srt")
    basis = inputs
    if edited is not None:
        basis = {
            "recording": inputs["recording"],
            "language": language_of(edited, stem),
            "edited subtitles": file_digest(store, edited),
        }
    # The style of captions concerns only the video that they are burned into.
    drawn = drawing_inputs(store, options.style, options.preset)
    expected = {kind: {**basis, **drawn} if kind == "captioned" else basis for kind in kinds}
    todo = [kind for kind in kinds if options.force or not there.stands(kind, fingerprint(expected[kind]))]
    if not todo:
        stays = [kind for kind in kinds if there.edited(kind) and there.stale(kind)]
        reason = "It was edited by hand, and stays; --force makes it anew." if stays else ""
        reason = reason or "It is done already; --force makes it again."
        return row(path, "skipped", reason=reason, outputs=[there.paths[kind] for kind in kinds])
    captions = captions_of(store, options.style, options.preset)
    master = edited
    if master is None and not options.force:
        master = there.whole(todo, fingerprint(basis), words=captions.look.words != "none")
    wanted = Wanted(
        formats=tuple(kind for kind in todo if kind in FORMATS),
        engine=options.engine,
        model=options.model,
        language=options.language,
        script=script,
        profile=options.profile,
        folders=(store.workspace.root / "templates" / "profiles",),
        wording=wording(store),
        journals=store.workspace.out / JOURNALS,
        cluster=chosen_cluster(store, options.cluster),
    )
    heard = source(path, wanted, inputs["recording"]) if master is None else None
    return Task(
        path, folder, stem, options, inputs["recording"], there, tuple(kinds), tuple(todo), expected, captions, wanted,
        master, edited is not None, heard,
    )  # fmt: skip


def finish(store: Store, task: Task, transcript: Transcript, progress: Report) -> dict[str, Any]:
    """The row of a recording whose speech is known: its cues set, its files made and put in their places."""
    assert task.source is not None
    progress(0.0, "setting the cues")
    with work_folder(store.workspace) as work:
        done = write(task.source, transcript, task.wanted, work, task.stem)
        heard = done.transcript
        captions = replace(task.captions, cues=done.cues)
        others = task.there.others(heard.language)
        made = [
            *done.files,
            *videos(task.path, captions, heard.language, task.todo, work / task.stem, others, progress),
        ]
        told = {
            "language": heard.language,
            "language_confidence": heard.language_confidence,
            "engine": heard.engine,
            "model": heard.model,
            "cues": len(done.cues),
            "problems": [{"cue": one.cue, "rule": one.rule, "value": one.value} for one in done.problems],
            "notes": list(heard.notes),
            "audio_s": round(heard.audio_s, 3),
        }
        return _placed(store, task, made, told)


def follow(store: Store, task: Task, progress: Report) -> dict[str, Any]:
    """The row of a recording whose missing files are made from an .srt that is there."""
    from studio.subtitles.files import read_cues, read_words
    from studio.subtitles.spoken import with_words

    assert task.master is not None
    cues = read_cues(task.master)
    language = language_of(task.master, task.stem)
    formats = [kind for kind in task.todo if kind in FORMATS]
    words = task.there.paths.get("json")
    with work_folder(store.workspace) as work:
        kept = words if "json" in formats else None
        made = rewrite(task.master, task.path, formats, language, work, task.stem, kept) if formats else []
        if words is not None:
            cues = with_words(cues, read_words(words))
        captions, others = replace(task.captions, cues=cues), task.there.others(language)
        made += videos(task.path, captions, language, task.todo, work / task.stem, others, progress)
        notes = [f"{task.master.name} was edited by hand: what is new was made from it."] if task.edited else []
        return _placed(store, task, made, {"language": language, "cues": len(cues), "notes": notes})


def _placed(store: Store, task: Task, made: Sequence[Made], told: dict[str, Any]) -> dict[str, Any]:
    """The row, with the files that were made in their places; what a person edited stays."""
    there, folder = task.there, task.folder
    # Its language may be known only now, and with it that a person edited the file of that name.
    stays = [] if task.options.force else [one.name for one in made if there.is_edited(folder / one.path.name)]
    new = [replace(one, name=one.path.name) for one in made if one.name not in stays]
    made_from = {one.path.name: task.expected[one.name] for one in made}
    _, kept = place(store, there.subject, "subtitles", new, folder, made_from)
    outputs = there.paths | {one.name: folder / one.path.name for one in made}
    told["notes"] = [*told["notes"], *(f"{outputs[kind].name} was edited by hand, and stays." for kind in stays)]
    return row(
        task.path,
        "done",
        outputs=[outputs[kind] for kind in task.kinds],
        kept=[str(one) for one in kept],
        took_s=time.monotonic() - task.began,
        **told,
    )


def row(path: Path, state: str, *, outputs: Sequence[Path] = (), took_s: float = 0.0, **told: Any) -> dict[str, Any]:
    """A row of `siar subtitle --json`; `state` is done, skipped or failed, `error` the kind of what went wrong."""
    blank: dict[str, Any] = {
        "input": str(path), "state": state, "reason": "", "error": "", "outputs": [str(one) for one in outputs],
        "kept": [], "language": None, "language_confidence": None, "engine": None, "model": None, "cues": None,
        "problems": [], "notes": [], "audio_s": None,
    }  # fmt: skip
    return blank | told | {"took_s": round(took_s, 3)}
