"""Subtitles that move along when their recording is cut: shifted, shortened, and joined under the new file's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from studio.errors import SiarError
from studio.files import read_text, write_text
from studio.speech.words import Word
from studio.subtitles.cue import Cue
from studio.subtitles.files import READERS, WRITERS, read_cues, timed_json
from studio.subtitles.files.content import Subtitles
from studio.video.cut import Piece

# Of a cue at a cut, less than this (seconds) cannot be read, and is left out.
_LEAST_S = 0.2


def moved_cues(cues: Sequence[Sequence[Cue]], pieces: Iterable[Piece]) -> list[Cue]:
    """The cues of each take, by its number, as they stand in the result."""
    moved: list[Cue] = []
    for piece in pieces:
        for cue in cues[piece.take] if piece.take < len(cues) else ():
            start, end = max(cue.start, piece.start), min(cue.end, piece.end)
            if end - start >= min(_LEAST_S, cue.duration_s) and end > start:
                by = piece.at - piece.start
                words = tuple(_inside(cue.words, piece))
                moved.append(replace(cue, start=round(start + by, 3), end=round(end + by, 3), words=words))
    return moved


def moved_words(words: Sequence[Sequence[Word]], pieces: Iterable[Piece]) -> list[Word]:
    """The words of each take as they stand in the result; one that is cut through goes where its middle is."""
    return [word for piece in pieces if piece.take < len(words) for word in _inside(words[piece.take], piece)]


def _inside(words: Iterable[Word], piece: Piece) -> Iterator[Word]:
    by = piece.at - piece.start
    for word in words:
        if piece.start <= (word.start + word.end) / 2 <= piece.end:
            start, end = max(word.start, piece.start), min(word.end, piece.end)
            yield replace(word, start=round(start + by, 3), end=round(end + by, 3))


def files_beside(video: Path) -> dict[str, Path]:
    """The subtitle files under the name of `video`, by what follows its stem: {"id.srt": ..., "en.vtt": ...}."""
    stem = f"{video.stem}."
    formats = READERS.keys() | WRITERS.keys()
    return {
        path.name[len(stem) :]: path
        for path in sorted(video.parent.iterdir())
        if path.name.startswith(stem) and path.suffix.lower().removeprefix(".") in formats and path.is_file()
    }


def move_files(
    takes: Sequence[Path], pieces: Sequence[Piece], folder: Path, stem: str, size: tuple[int, int] | None
) -> tuple[list[Path], list[str]]:
    """Write the subtitles that lie beside `takes` for what these were cut to, as `stem.id.srt` and so on.

    `size` is the picture's where its shape is another one now: .ass is then laid out anew, else it keeps its styles.
    What a take has in no format of a language is left out there. Gives the files, and sentences on what could not be
    read. Raises CannotWrite or OutOfSpace.
    """
    found = [files_beside(take) for take in takes]
    written: list[Path] = []
    told: list[str] = []
    for name in dict.fromkeys(name for files in found for name in files):
        try:
            text = _moved(found, name, pieces, size)
        except SiarError as error:
            told.append(f"{stem}.{name} was not made. {error}")
            continue
        if text:
            write_text(folder / f"{stem}.{name}", text)
            written.append(folder / f"{stem}.{name}")
    return written, told


def moved_text(path: Path, pieces: Sequence[Piece], *, laid_out: bool) -> str:
    """The subtitle file `path` for what its recording was cut to; .ass keeps its styles where `laid_out` says so.

    "" where nothing of it is left. Raises what `read_cues` raises.
    """
    ending = path.suffix.lower().removeprefix(".")
    return _moved([{ending: path}], ending, pieces, None if laid_out else (16, 9))


def _moved(
    found: Sequence[Mapping[str, Path]], name: str, pieces: Sequence[Piece], size: tuple[int, int] | None
) -> str:
    """The text of the file `name` for the result; "" where there is nothing to say."""
    ending = name.rpartition(".")[2].lower()
    if ending == "ass" and size is None and len(found) == 1:
        return _shifted_ass(found[0][name], pieces)
    documents = [_document(files, name) for files in found]
    cues = moved_cues([document.cues for document in documents], pieces)
    words = moved_words([document.words for document in documents], pieces)
    if not cues or (ending == "json" and not words):
        return ""
    said = next((document for document in documents if document.cues), documents[0])
    language = said.language if said.language != "und" else name.partition(".")[0] if "." in name else "und"
    writer = WRITERS.get(ending) or WRITERS["ttml"]
    return writer(Subtitles(tuple(cues), language, said.engine, tuple(words), size))


def _document(files: Mapping[str, Path], name: str) -> Subtitles:
    """What a take has under `name`, or, where it lacks that, in another format of the same language."""
    stem, dot, ending = name.rpartition(".")
    if ending.lower() == "json" and name in files:
        return timed_json.read(read_text(files[name]), files[name].name)
    order = [ending.lower(), *READERS]
    source = next((files[one] for kind in order if kind in READERS and (one := f"{stem}{dot}{kind}") in files), None)
    return Subtitles(tuple(read_cues(source)) if source is not None else ())


def _shifted_ass(source: Path, pieces: Sequence[Piece]) -> str:
    """The .ass with its styles and commands as they are, and its events shifted."""
    import pysubs2

    read_cues(source)  # says what is wrong with it
    document = pysubs2.SSAFile.from_string(read_text(source), format_="ass")
    kept = []
    for piece in pieces:
        for event in document.events:
            start, end = max(event.start / 1000, piece.start), min(event.end / 1000, piece.end)
            if end - start >= min(_LEAST_S, (event.end - event.start) / 1000) and end > start:
                copy = event.copy()
                by = piece.at - piece.start
                copy.start, copy.end = round((start + by) * 1000), round((end + by) * 1000)
                kept.append(copy)
    document.events = kept
    text: str = document.to_string("ass")
    return text if kept else ""
