"""More workers than this computer has: the same plans whatever their number, and sounds that kill workers elsewhere."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from pack_ear import PackEar, asked_for, spoken, write_wave

from studio.errors import SiarError, WorkerDied
from studio.speech import batch
from studio.speech.batch import Asked, recognise_all
from studio.speech.hearing import Listening
from studio.speech.journal import Journal
from studio.speech.packing import Heard, Segment
from studio.speech.words import Transcript, Word
from studio.video.ffmpeg import run_ffmpeg

if TYPE_CHECKING:
    from studio.speech.audio import Samples

CLIP = Path(__file__).resolve().parent.parent / "assets" / "heldout-id.flac"


class Elsewhere:
    """Hears of each sound how long it is; one of `deadly` samples or more kills worker after worker."""

    name, model, multilingual, batch = "fast", "fake", True, 4

    def __init__(self, workers: int, deadly: int = 1 << 30) -> None:
        self.workers, self.deadly = workers, deadly
        self.asked: list[list[int]] = []
        self._lock = threading.Lock()

    def hear_packs(self, sounds: Sequence[Samples], language: str, prompt: str) -> list[Heard]:
        with self._lock:
            self.asked.append([len(sound) for sound in sounds])
        if max(map(len, sounds)) >= self.deadly:
            raise WorkerDied("Several workers of the cluster died at one piece of work")
        return [_heard(sound) for sound in sounds]

    def detect(self, samples: Samples) -> dict[str, float]:
        return {"id": 1.0}


def _heard(sound: Samples) -> Heard:
    loud = np.flatnonzero(np.abs(sound) > 0.02) / 16000
    words = (Word(f"{len(sound)}", float(loud[0]), float(loud[0]) + 0.5, 0.9),)
    return Heard((Segment(float(loud[0]), float(loud[-1]), words),))


def recordings(folder: Path, count: int) -> list[Asked]:
    paths = [Path(shutil.copyfile(CLIP, folder / f"{number}.flac")) for number in range(count)]
    return [Asked(path, f"digest-{path.stem}", 10.0) for path in paths]


def results(asked: list[Asked], engine: Elsewhere, journal: Path, groups: int = 1) -> dict[str, Transcript | SiarError]:
    with Journal(journal) as opened:
        found = recognise_all(asked, engine, opened, Listening("id"), groups=groups)
        return {one.path.stem: transcript for one, transcript in found}


@pytest.mark.parametrize("groups", [2, 3, 20])
def test_what_is_heard_together_does_not_depend_on_how_many_hear(
    groups: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "GROUP_S", 25.0)
    asked = recordings(tmp_path, 9)
    few, many = Elsewhere(2), Elsewhere(2)
    here = results(asked, few, tmp_path / "few.jsonl")
    assert results(asked, many, tmp_path / "many.jsonl", groups) == here
    assert list(here) == [str(number) for number in range(9)]
    assert sorted(many.asked) == sorted(few.asked)


def test_a_recording_that_kills_workers_is_set_aside_and_the_others_are_heard(tmp_path: Path) -> None:
    asked = recordings(tmp_path, 3)
    longer = tmp_path / "longer.flac"
    run_ffmpeg(["-i", str(CLIP), "-filter_complex", "[0:a][0:a]concat=n=2:v=0:a=1", str(longer)], 20.0)
    asked.append(Asked(longer, "digest-longer", 20.0))
    alone = Elsewhere(1)
    results(asked[-1:], alone, tmp_path / "alone.jsonl")
    deadly = Elsewhere(2, deadly=max(max(lengths) for lengths in alone.asked))

    found = results(asked, deadly, tmp_path / "deadly.jsonl")
    assert [name for name, one in found.items() if isinstance(one, Transcript)] == ["0", "1", "2"]
    said = "longer.flac ended the program twice while it was recognised, and is set aside."
    again = results(asked, deadly, tmp_path / "deadly.jsonl")
    for told in (found["longer"], again["longer"]):
        assert isinstance(told, WorkerDied)
        assert str(told).startswith(said)
    with Journal(tmp_path / "deadly.jsonl") as journal:
        journal.forgive("digest-longer")
    mended = results(asked, Elsewhere(2), tmp_path / "deadly.jsonl")["longer"]
    assert isinstance(mended, Transcript)
    assert mended.words


def test_groups_that_an_error_cut_off_end_together_and_are_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SECTION_S", "GROUP_S"):
        monkeypatch.setattr(batch, name, 20.0)
    lengths = {"long": 90, "short": 6, "longer": 70}
    asked = [asked_for(write_wave(tmp_path / f"{name}.wav", spoken(s, s))) for name, s in lengths.items()]
    with Journal(tmp_path / "whole.jsonl") as journal:
        whole = dict(recognise_all(asked, PackEar(), journal, Listening("id")))

    def meanwhile(call: int) -> None:
        if call == 4:
            raise MemoryError("no room")

    with Journal(tmp_path / "cut.jsonl") as journal, pytest.raises(MemoryError, match="no room"):
        list(recognise_all(asked, PackEar(meanwhile=meanwhile), journal, Listening("id"), groups=3))
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("siar-")]
    told: list[tuple[float, threading.Thread]] = []

    def say(share: float, _message: str) -> None:
        told.append((share, threading.current_thread()))

    with Journal(tmp_path / "cut.jsonl") as journal:
        assert journal.unfinished()
        assert dict(recognise_all(asked, PackEar(), journal, Listening("id"), say, groups=3)) == whole
    assert {thread for _, thread in told} == {threading.current_thread()}
    shares = [round(share, 9) for share, _ in told]
    assert shares == sorted(shares)
