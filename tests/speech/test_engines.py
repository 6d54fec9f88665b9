"""Both recognisers, on the demo checkpoint: the same words, right times, silence stays silent, no hub is asked."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from speech_clips import Clip

from studio.errors import DamagedCheckpoint, InvalidValue
from studio.resources import assets
from studio.speech.audio import RATE, load_audio
from studio.speech.correction import correct
from studio.speech.engines import Engine, load_engine
from studio.speech.words import Transcript, ends_sentence

NAMES = ["heldout-id", "heldout-en", "hook-3-seconds"]


@pytest.fixture(scope="module")
def heard(clips: dict[str, Clip], engines: dict[str, Engine]) -> dict[tuple[str, str], Transcript]:
    return {
        (engine, name): engines[engine].transcribe(clips[name].samples, language=clips[name].language)
        for engine in engines
        for name in NAMES
    }


def plain(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def word_error_rate(said: list[str], heard: list[str]) -> float:
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        above, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (word != other))
    return row[-1] / len(said)


@pytest.mark.parametrize("name", NAMES)
def test_both_engines_hear_the_same_words_at_the_same_times(
    heard: dict[tuple[str, str], Transcript], name: str
) -> None:
    fast, whisper = heard["fast", name], heard["whisper", name]

    assert [word.text for word in fast.words] == [word.text for word in whisper.words]
    apart = [abs(one.start - other.start) for one, other in zip(fast.words, whisper.words, strict=True)]
    assert np.mean(np.array(apart) <= 0.3) >= 0.9
    assert (fast.engine, whisper.engine, fast.model) == ("fast", "whisper", "demo")


@pytest.mark.parametrize("engine", ["fast", "whisper"])
@pytest.mark.parametrize("name", NAMES)
def test_words_are_right_and_sentences_begin_when_they_do(
    heard: dict[tuple[str, str], Transcript], clips: dict[str, Clip], engine: str, name: str
) -> None:
    transcript, clip = heard[engine, name], clips[name]

    assert word_error_rate(plain(clip.text), plain(transcript.text)) <= 0.1
    words = transcript.words
    starts = [word.start for index, word in enumerate(words) if not index or ends_sentence(words[index - 1].text)]
    late = {
        phrase["text"]: gap
        for phrase in clip.phrases
        if (gap := min(abs(start - phrase["start"]) for start in starts)) > 0.3
    }
    assert late == {}


def test_words_begin_when_they_are_said(heard: dict[tuple[str, str], Transcript], clips: dict[str, Clip]) -> None:
    words, truth = heard["fast", "hook-3-seconds"].words, clips["hook-3-seconds"].words

    assert [word.text for word in words] == [word["text"] for word in truth]
    off = [abs(word.start - true["start"]) for word, true in zip(words, truth, strict=True)]
    assert np.percentile(off, [50, 90]) == pytest.approx([0, 0], abs=0.15)


def test_a_known_script_corrects_what_is_heard(clips: dict[str, Clip], engines: dict[str, Engine]) -> None:
    clip = clips["cahaya-bagus"]
    script = clip.text.replace("lima belas ribu rupiah", "Rp15.000").replace("empat puluh lima", "45")

    corrected = correct(engines["fast"].transcribe(clip.samples, language="id"), script)

    assert word_error_rate(script.split(), [word.text for word in corrected.words]) <= 0.05
    price = next(word for word in corrected.words if word.text == "Rp15.000.")
    said = [word for word in clip.words if 8 < word["start"] < 10.5]
    assert (price.start, price.end) == pytest.approx((said[-4]["start"], said[-1]["end"]), abs=0.3)


@pytest.mark.parametrize("engine", ["fast", "whisper"])
@pytest.mark.parametrize("name", ["heldout-id", "heldout-en"])
def test_the_language_is_detected_with_its_probability(
    clips: dict[str, Clip], engines: dict[str, Engine], engine: str, name: str
) -> None:
    transcript = engines[engine].transcribe(clips[name].samples)

    assert transcript.language == clips[name].language
    assert transcript.language_confidence is not None
    assert 0.5 < transcript.language_confidence <= 1


@pytest.mark.parametrize("engine", ["fast", "whisper"])
@pytest.mark.parametrize("level", [0.0, 0.003], ids=["digital silence", "noise"])
def test_silence_gives_no_words(engines: dict[str, Engine], engine: str, level: float) -> None:
    samples = (level * np.random.default_rng(1).standard_normal(40 * RATE)).astype(np.float32)

    transcript = engines[engine].transcribe(samples, language="id")

    assert (transcript.words, transcript.segments, transcript.audio_s) == ((), (), 40.0)
    assert transcript.notes == ("Nobody speaks in this recording.",)


@pytest.mark.parametrize("engine", ["fast", "whisper"])
def test_music_alone_gives_no_words(engines: dict[str, Engine], engine: str) -> None:
    at = np.arange(RATE // 4) / RATE
    beats = np.concatenate([np.sin(2 * np.pi * tone * at) * np.exp(-14 * at) for tone in (70, 220, 70, 330)] * 10)

    transcript = engines[engine].transcribe((0.4 * beats).astype(np.float32), language="id")

    assert (transcript.words, transcript.notes) == ((), ("Nobody speaks in this recording.",))


@pytest.mark.parametrize("engine", ["fast", "whisper"])
def test_a_prompt_is_told_before_every_window(
    engines: dict[str, Engine], clips: dict[str, Clip], monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    clip, loaded, told = clips["heldout-id"], engines[engine], []
    monkeypatch.setattr(loaded, "_hear", lambda samples, language, prompt: told.append(prompt) or [])
    many = ", ".join(["Siar Studio", "TikTok Shop", *(f"Merek ke-{number}" for number in range(200))]) + "."
    quiet = np.zeros(25 * RATE, np.float32)

    loaded.transcribe(np.concatenate([clip.samples, quiet] * 4), language="id", prompt=many)

    assert len(told) > 1
    assert set(told) == {told[0]}
    assert told[0].startswith("Siar Studio, TikTok Shop, Merek ke-0,")
    assert 150 < loaded._tokens(" " + told[0]) <= 223


@pytest.mark.parametrize("engine", ["fast", "whisper"])
def test_a_prompt_is_not_heard(engines: dict[str, Engine], clips: dict[str, Clip], engine: str) -> None:
    clip = clips["heldout-id"]

    heard = engines[engine].transcribe(clip.samples, language="id", prompt="Siar Studio, TikTok Shop, Kelas Dasar.")

    assert heard.text.split() == clip.text.split()


def test_nothing_is_invented_in_a_long_silence(clips: dict[str, Clip], engines: dict[str, Engine]) -> None:
    clip = clips["heldout-en"]
    length, silence = len(clip.samples) / RATE, np.zeros(40 * RATE, np.float32)

    words = engines["fast"].transcribe(np.concatenate([clip.samples, silence, clip.samples]), language="en").words

    assert not [word for word in words if length < word.start < length + 40]
    first, second = ([word.text for word in words if (word.start < length + 1) is before] for before in (True, False))
    assert first == second == clip.text.split()


def test_progress_tells_where_it_is(clips: dict[str, Clip], engines: dict[str, Engine]) -> None:
    told: list[tuple[float, str]] = []

    engines["fast"].transcribe(
        clips["cahaya-bagus"].samples,
        language="id",
        progress=lambda fraction, message: told.append((fraction, message)),
    )

    assert told[0] == (0.0, "Listening for speech")
    assert re.fullmatch(r"Recognising 0:\d\d of 0:41", told[-1][1])
    assert [fraction for fraction, _ in told] == sorted(fraction for fraction, _ in told)


def test_a_language_that_is_none_and_a_file_that_is_none(engines: dict[str, Engine], tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="no language that can be recognised"):
        engines["fast"].transcribe(np.zeros(RATE, np.float32), language="klingon")
    (tmp_path / "naskah.pt").write_text("Halo semuanya.")
    for name in ("fast", "whisper"):
        with pytest.raises(DamagedCheckpoint):
            load_engine(name, tmp_path / "naskah.pt")


OFFLINE = """
import socket, sys
def refuse(*given, **named):
    raise AssertionError("a socket was asked for")
class Refused(socket.socket):
    __init__ = refuse
socket.socket, socket.getaddrinfo, socket.create_connection = Refused, refuse, refuse
from pathlib import Path
from studio.speech.audio import load_audio
from studio.speech.engines import load_engine
engine = load_engine("fast", Path(sys.argv[1]))
print(engine.transcribe(load_audio(Path(sys.argv[2]))).text)
"""


def test_the_fast_engine_needs_no_socket(demo: Path, heard: dict[tuple[str, str], Transcript], tmp_path: Path) -> None:
    clip = Path(__file__).parent.parent / "assets" / "heldout-en.flac"
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, str(demo), str(clip)],
        capture_output=True,
        text=True,
        cwd=assets().parent,
        check=False,
    )

    assert done.stderr == ""
    assert done.stdout.strip() == heard["fast", "heldout-en"].text


def test_the_sound_of_a_video_is_what_the_engines_take(clips: dict[str, Clip]) -> None:
    clip = clips["cahaya-bagus"]

    assert np.array_equal(clip.samples, load_audio(clip.path))
