"""One way to recognise a list of recordings, in a process of its own: what the bench `speech.py` starts and measures.

usage: ways.py WAY TASK.json OUT      TASK has "checkpoint" (.pt), "model" (the converted folder), "compute" and
"recordings" (pairs of path and language). Writes OUT/NAME.json for each: {"text", "words": [[text, start, end]]}.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

Task = dict[str, Any]
Words = list[tuple[str, float, float]]


def write(out: Path, recording: str, words: Words) -> None:
    told = {"text": " ".join(text for text, _, _ in words), "words": words}
    (out / f"{Path(recording).name}.json").write_text(json.dumps(told), "utf-8")


def ours(task: Task, out: Path) -> None:
    """`subtitle_all`, all recordings in one call, in this process."""
    from studio.actions.opening import open_studio
    from studio.actions.subtitle_batch import Wish, subtitle_all
    from studio.actions.subtitling import SubtitleOptions

    wishes = []
    for path, language in task["recordings"]:
        options = SubtitleOptions(
            engine="fast", model=task["checkpoint"], language=language, formats=("srt", "json"), out=str(out)
        )
        wishes.append(Wish(Path(path), out, Path(path).name, options))
    with open_studio(out / "workspace") as store:
        rows = subtitle_all(store, wishes, lambda fraction, message: None)
    for (path, language), row in zip(task["recordings"], rows, strict=True):
        assert row["state"] == "done", row
        told = json.loads((out / f"{Path(path).name}.{language}.json").read_text("utf-8"))
        write(out, path, [(word["text"], word["start"], word["end"]) for word in told["words"]])


def loop(task: Task, out: Path) -> None:
    """faster-whisper as its own page shows it: one recording after another."""
    from faster_whisper import WhisperModel

    model = WhisperModel(task["model"], device="cpu", compute_type=task["compute"])
    for path, language in task["recordings"]:
        segments, _ = model.transcribe(path, language=language, beam_size=5, word_timestamps=True)
        write(out, path, _words(segments))


def batched(task: Task, out: Path) -> None:
    """faster-whisper's batched pipeline, one recording after another."""
    from faster_whisper import BatchedInferencePipeline, WhisperModel

    model = WhisperModel(task["model"], device="cpu", compute_type=task["compute"])
    pipeline = BatchedInferencePipeline(model=model)
    for path, language in task["recordings"]:
        segments, _ = pipeline.transcribe(path, language=language, beam_size=5, word_timestamps=True, batch_size=8)
        write(out, path, _words(segments))


def _words(segments: Iterable[Any]) -> Words:
    return [(word.word.strip(), float(word.start), float(word.end)) for one in segments for word in one.words or ()]


WAYS: dict[str, Callable[[Task, Path], None]] = {"ours": ours, "loop": loop, "batched": batched}


def main() -> None:
    way, task, out = sys.argv[1:]
    WAYS[way](json.loads(Path(task).read_text("utf-8")), Path(out))


if __name__ == "__main__":
    main()
