"""Speech for the demo checkpoint: espeak-ng's, with the true time of every word, and voices kept out of training.

espeak-ng is called as a library, because only its events tell when a word begins; its command line does not.
Needs: libespeak-ng.so.1 (Debian: espeak-ng) and numpy.
"""

from __future__ import annotations

import ctypes
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

RATE = 16_000
HERE = Path(__file__).parent
LANGUAGES: dict[str, dict] = json.loads((HERE / "sentences.json").read_text(encoding="utf-8"))
SENTENCES: dict[str, list[str]] = {language: parts["spoken"] for language, parts in LANGUAGES.items()}

ACCENTS = {
    "en": ("en-us", "en-gb", "en-gb-x-rp", "en-gb-scotland", "en-gb-x-gbclan", "en-gb-x-gbcwmd", "en-029", "en-us-nyc"),
    "id": ("id",),
}
# Variants change the speaker, not the accent. Those that whisper, croak or play robot are left out.
VARIANTS = (
    "", "f1", "f2", "f3", "f4", "f5", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "adam", "Alex", "Alicia",
    "Andrea", "Andy", "Annie", "antonio", "belinda", "benjamin", "caleb", "david", "edward", "Hugo", "linda", "Mike",
    "paul", "pedro", "quincy", "rob", "robert", "steph", "travis", "victor", "anika",
)  # fmt: skip
# Never heard in training, in any accent; and no training speed lies within 3 words a minute of a held-out one.
HELD_OUT_VARIANTS = {"en": ("f2", "m7"), "id": ("f4", "m3")}
HELD_OUT_SPEEDS = (150, 178)

_NAMES = {"en-gb": "en"}  # the library goes by file names, the command line by languages
_EVENT_WORD = 1
_RATE, _PITCH, _RANGE = 1, 3, 4


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    ]


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


@dataclass(frozen=True)
class Utterance:
    """One spoken sentence, silence trimmed: samples, and start and end in seconds of each of its words."""

    samples: Samples
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    rate: int = RATE

    @property
    def seconds(self) -> float:
        """How long it takes to say."""
        return len(self.samples) / self.rate


class _Espeak:
    """The library, opened once a process: its voice and parameters are global state."""

    def __init__(self) -> None:
        self.library = ctypes.CDLL("libespeak-ng.so.1")
        synchronous = 2
        self.rate = int(self.library.espeak_Initialize(synchronous, 0, None, 0))
        if self.rate <= 0:
            raise RuntimeError("espeak-ng found no voices: install the package espeak-ng with its data")
        self.pieces: list[NDArray[np.int16]] = []
        self.words: list[tuple[int, float]] = []
        self.callback = _Callback(self._hear)  # kept: ctypes would free it
        self.library.espeak_SetSynthCallback(self.callback)

    def _hear(self, sound: ctypes._Pointer[ctypes.c_short], count: int, events: ctypes._Pointer[_Event]) -> int:
        if sound and count:
            self.pieces.append(np.ctypeslib.as_array(sound, (count,)).copy())
        number = 0
        while events[number].type:
            if events[number].type == _EVENT_WORD:
                self.words.append((events[number].text_position - 1, events[number].audio_position / 1000))
            number += 1
        return 0

    def say(
        self, text: str, voice: str, speed: int, pitch: int, liveliness: int
    ) -> tuple[NDArray[np.int16], list[tuple[int, float]]]:
        """Samples at the library's rate, and (position in `text`, seconds) of each word it announced."""
        self.pieces, self.words = [], []
        accent, _, variant = voice.partition("+")
        name = _NAMES.get(accent, accent) + (f"+{variant}" if variant else "")
        if self.library.espeak_SetVoiceByName(name.encode()):
            raise ValueError(f"espeak-ng has no voice {voice!r}")
        for parameter, value in ((_RATE, speed), (_PITCH, pitch), (_RANGE, liveliness)):
            self.library.espeak_SetParameter(parameter, value, 0)
        data = text.encode()
        self.library.espeak_Synth(data, len(data) + 1, 0, 1, 0, 1, None, None)
        self.library.espeak_Synchronize()
        return np.concatenate(self.pieces), self.words


@cache
def _espeak() -> _Espeak:
    return _Espeak()


def resample(samples: Samples, rate: int, to: int = RATE) -> Samples:
    """`samples` at `to` hertz instead of `rate`, by cutting or padding the spectrum (silent ends do not ring)."""
    length = round(len(samples) * to / rate)
    spectrum = np.fft.rfft(samples)
    return (np.fft.irfft(spectrum[: length // 2 + 1], length) * (length / len(samples))).astype(np.float32)


def _loudness(samples: Samples, frame: int) -> Samples:
    """Root mean square of every `frame` samples."""
    whole = len(samples) // frame * frame
    return np.sqrt((samples[:whole].reshape(-1, frame) ** 2).mean(1))


def _word_starts(text: str, announced: list[tuple[int, float]], seconds: float) -> list[float]:
    """When each word of `text` begins; espeak joins some pairs ("in the"), which share by length."""
    positions, at = [], 0
    for word in text.split():
        positions.append(text.index(word, at))
        at = positions[-1] + len(word)
    known = sorted({place: second for place, second in announced if place in positions}.items())
    if not known or known[0][0] != 0:
        known.insert(0, (0, 0.0))
    places = [place for place, _ in known] + [len(text) + 1]
    times = [second for _, second in known] + [seconds]
    return [float(np.interp(position, places, times)) for position in positions]


def speak(text: str, voice: str, speed: int, pitch: int = 50, liveliness: int = 50, rate: int = RATE) -> Utterance:
    """`text` spoken by espeak-ng's `voice` at `speed` words a minute, trimmed to where sound begins and ends."""
    raw, announced = _espeak().say(text, voice, speed, pitch, liveliness)
    samples = resample(raw.astype(np.float32) / 32768, _espeak().rate, rate)
    frame = rate // 100
    loud = _loudness(samples, frame)
    heard = np.flatnonzero(loud > 0.01 * loud.max())
    first, last = int(heard[0]), int(heard[-1]) + 1
    offset, seconds = first / 100, (last - first) / 100
    quiet = loud[first:last] <= 0.02 * loud.max()
    starts = [
        min(max(start - offset, 0.0), seconds - 0.05) for start in _word_starts(text, announced, len(samples) / rate)
    ]
    starts[0] = 0.0
    ends = []
    for follower in [*starts[1:], seconds]:
        end = min(round(follower * 100), len(quiet))
        while end > 1 and quiet[end - 1]:  # a pause at a comma belongs to no word
            end -= 1
        ends.append(end / 100 if follower - end / 100 > 0.04 else follower)
    ends = [max(end, start + 0.03) for start, end in zip(starts, ends, strict=True)]
    return Utterance(samples[first * frame : last * frame], tuple(starts), tuple(ends), rate)


def training_voices(language: str) -> list[str]:
    """Every accent with every variant but the held-out ones."""
    kept = [variant for variant in VARIANTS if variant not in HELD_OUT_VARIANTS[language]]
    return [f"{accent}+{variant}" if variant else accent for accent in ACCENTS[language] for variant in kept]


def training_speeds() -> list[int]:
    """Words a minute from 128 to 202, less those near a held-out speed."""
    return [speed for speed in range(128, 203) if all(abs(speed - held) > 3 for held in HELD_OUT_SPEEDS)]


def coloured(samples: Samples, rng: np.random.Generator) -> Samples:
    """`samples` through another microphone and room: band limits, a tilt and, at times, a short reverberation."""
    size = 1 << (len(samples) + RATE // 3).bit_length()
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    response = np.ones(len(hertz), np.complex128)
    if rng.random() < 0.5:
        response *= 1 / (1 + (hertz / rng.uniform(3000, 8000)) ** 6)
    if rng.random() < 0.5:
        response *= hertz**2 / (hertz**2 + rng.uniform(50, 250) ** 2)
    if rng.random() < 0.5:
        response *= (np.maximum(hertz, 100) / 1000) ** rng.uniform(-0.3, 0.3)
    if rng.random() < 0.35:
        tail = rng.standard_normal(int(rng.uniform(0.05, 0.3) * RATE))
        tail *= np.exp(-np.arange(len(tail)) / RATE * 6.9 / (len(tail) / RATE)) * np.hanning(2 * len(tail))[len(tail) :]
        response *= 1 + np.fft.rfft(tail / np.sqrt((tail**2).sum()), size) * rng.uniform(0.05, 0.35)
    result = np.fft.irfft(np.fft.rfft(samples, size) * response, size)[: len(samples)]
    return (result / max(np.abs(result).max(), 1e-6) * np.abs(samples).max()).astype(np.float32)


def record(
    language: str,
    sentences: list[str],
    voice: str,
    speed: int,
    seed: int,
    rate: int = RATE,
    pauses: tuple[float, float] = (0.3, 0.9),
) -> tuple[Samples, dict]:
    """A clip of `sentences` in a quiet room with `pauses` (shortest, longest), and its truth.

    The truth has language, voice, speed, and phrases and words with text, start and end in seconds.
    """
    rng = np.random.default_rng(seed)
    parts, phrases, words = [np.zeros(int(rng.uniform(0.2, 0.8) * rate), np.float32)], list[dict](), list[dict]()
    at = len(parts[0]) / rate
    for text in sentences:
        said = speak(text, voice, speed, rate=rate)
        phrases.append({"text": text, "start": round(at, 3), "end": round(at + said.seconds, 3)})
        for word, start, end in zip(text.split(), said.starts, said.ends, strict=True):
            words.append({"text": word, "start": round(at + start, 3), "end": round(at + end, 3)})
        parts += [said.samples, np.zeros(int(rng.uniform(*pauses) * rate), np.float32)]
        at += (len(parts[-2]) + len(parts[-1])) / rate
    sound = np.concatenate(parts)
    room = rng.standard_normal(len(sound))
    room = (
        np.cumsum(room) * 0.02
        - np.convolve(np.cumsum(room) * 0.02, np.ones(rate // 50) / (rate // 50), "same")
        + 0.3 * room
    )
    sound = 0.6 * sound / np.abs(sound).max() + 0.0012 * room / room.std()
    return sound.astype(np.float32), {
        "language": language,
        "voice": voice,
        "speed": speed,
        "phrases": phrases,
        "words": words,
    }
