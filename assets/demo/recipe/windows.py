"""Training windows: sentences placed with pauses, noise and edges as Whisper meets them, and what it is to answer.

A window is what `transcribe` feeds the network: sound up to the end of the file, or to the end of the window, and then
nothing. "Nothing" is the number 0 in the scaled mel spectrum (both engines pad there), not the floor that digital
silence gives; a network that never saw it babbles after the end of every clip.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from speak import LANGUAGES, RATE, SENTENCES, Samples, Utterance, coloured, speak, training_speeds, training_voices
from whisper.tokenizer import get_tokenizer

TOKENS = get_tokenizer(True, num_languages=99, language="en", task="transcribe")
ZERO = TOKENS.timestamp_begin
LONGEST_PROMPT = 223  # half the text context less one: what both engines keep of the previous text
FIRST_START = 1.0  # decoding allows no later first timestamp (max_initial_timestamp)
CHARACTERS = {
    c: i + 1
    for i, c in enumerate(sorted({c for texts in SENTENCES.values() for t in texts for c in t.lower()} | {" "}))
}


Spoken = dict[str, list[list[Utterance]]]  # by language and number of the sentence


@dataclass
class Window:
    """One window: sound, the tokens given and wanted, and when each wanted one is heard (-1: nobody knows)."""

    samples: Samples
    tokens: list[int]
    wanted: list[int]
    heard: list[tuple[float, float]]
    characters: list[int]
    floor_padding: bool
    headroom: float


NOWHERE = (-1.0, -1.0)


@cache
def _pieces(sentence: str) -> list[tuple[list[int], list[int]]]:
    """For each word of `sentence` its tokens and how many letters each has; marks have none."""
    words = []
    for word in sentence.split():
        pieces = TOKENS.encode(" " + word)
        texts = [TOKENS.decode([piece]).strip() for piece in pieces]
        words.append((pieces, [0 if text in ".,?!" else len(text) for text in texts]))
    assert [piece for pieces, _ in words for piece in pieces] == TOKENS.encode(" " + sentence)
    return words


def spell(sentence: str, spoken: Utterance) -> list[tuple[int, float, float]]:
    """Each token of `sentence` with its start and end: letters share their word's time, a mark takes the pause.

    The full stop so owns the silence up to the next sentence, and word alignment ends the word before it in time.
    """
    timed: list[tuple[int, float, float]] = []
    for number, (pieces, letters) in enumerate(_pieces(sentence)):
        start, end = spoken.starts[number], spoken.ends[number]
        after = spoken.starts[number + 1] if number + 1 < len(spoken.starts) else end
        shares = start + (end - start) * np.cumsum([0, *letters]) / sum(letters)
        for piece, count, left, right in zip(pieces, letters, shares[:-1], shares[1:], strict=True):
            timed.append((piece, float(left), float(right)) if count else (piece, end, max(after, end)))
    return timed


def say_everything(each: int, seed: int) -> Spoken:
    """`each` renderings of every sentence by random training voices, speeds, pitches, rooms and microphones."""
    rng = np.random.default_rng(seed)
    spoken: Spoken = {}
    for language, sentences in SENTENCES.items():
        voices, speeds = training_voices(language), training_speeds()
        spoken[language] = []
        for sentence in sentences:
            renderings = []
            for number in range(each):
                plain = voices[(number * 7) % len(voices)] if number % 2 else str(rng.choice(voices))
                said = speak(
                    sentence, plain, int(rng.choice(speeds)), int(rng.integers(30, 71)), int(rng.integers(30, 71))
                )
                samples = coloured(said.samples, rng) if rng.random() < 0.7 else said.samples
                renderings.append(
                    Utterance((samples / np.abs(samples).max()).astype(np.float16), said.starts, said.ends)
                )
            spoken[language].append(renderings)
    return spoken


@cache
def _noises() -> list[Samples]:
    """40 s each of noises from white to brown, two with a mains hum, of unit loudness; made once, as they take long."""
    rng, length, made = np.random.default_rng(1), 40 * RATE, list[Samples]()
    for power in (0.0, 0.0, 0.0, 0.25, 0.5, 0.5, 0.75, 1.0):
        spectrum = (
            np.fft.rfft(rng.standard_normal(length)) / np.maximum(np.arange(length // 2 + 1), length / 400) ** power
        )
        sound = np.fft.irfft(spectrum, length)
        made.append((sound / np.sqrt((sound**2).mean())).astype(np.float32))
    hum = np.sin(2 * np.pi * 50 * np.arange(length) / RATE).astype(np.float32)
    return [*made, made[1] + 0.7 * hum, made[4] + 0.7 * np.roll(hum, 80) ** 3]


def noise(length: int, rng: np.random.Generator) -> Samples:
    """`length` samples of a random noise of unit loudness."""
    bank = _noises()
    whole = bank[int(rng.integers(len(bank)))]
    begin = int(rng.integers(len(whole) - length + 1))
    return whole[begin : begin + length] * np.float32(rng.choice((-1, 1)))


def _pause(rng: np.random.Generator) -> float:
    return float(rng.uniform(0.15, 0.7) if rng.random() < 0.6 else rng.uniform(0.5, 2.0))


def _prompt(language: str, before: int | None, rng: np.random.Generator) -> list[int]:
    """Previous text as the engines give it: with timestamps or without, leading to sentence `before` or at random."""
    stamped, at, tokens = rng.random() < 0.7, 0.0, list[int]()
    count, sentences = int(rng.integers(1, 13)), SENTENCES[language]
    for number in range(count):
        which = (before - count + number) % len(sentences) if before is not None else int(rng.integers(len(sentences)))
        end = min(at + rng.uniform(1.6, 4), 30.0)
        words = TOKENS.encode(" " + sentences[which])
        tokens += [ZERO + round(at / 0.02), *words, ZERO + round(end / 0.02)] if stamped else words
        at = min(end + rng.uniform(0, 1.5), 30.0) if end < 29 else 0.0
    if rng.random() < 0.15:  # names a user may give: tokens that occur nowhere else
        tokens = [*rng.integers(0, TOKENS.eot, int(rng.integers(1, 12))).tolist(), *tokens]
    return [TOKENS.sot_prev, *tokens[-LONGEST_PROMPT:]]


def _place(
    spoken: Spoken, language: str, room: float, rng: np.random.Generator
) -> tuple[Samples, list, int | None, bool]:
    """Sentences laid out: sound, (sentence, utterance, start) of each, the first if in order, whether cut off."""
    sentences = SENTENCES[language]
    ordered = rng.random() < 0.25
    first = which = int(rng.integers(len(sentences)))
    voice_changes = rng.random() < 0.6  # clips are packed into one window when a batch is transcribed
    loudness = np.float32(10 ** rng.uniform(-1.1, 0))
    full = rng.random() < 0.5
    count = 99 if full else int(rng.integers(1, 1 + max(2, round(room / 3))))
    sound = np.zeros(int((room + 8) * RATE), np.float32)
    placed: list[tuple[str, Utterance, float]] = []
    at = 0.0 if rng.random() < 0.2 else float(rng.uniform(0, 0.9) if rng.random() < 0.85 else rng.uniform(0.9, 2.2))
    if rng.random() < 0.12:  # the tail of a sentence that the window before has told already
        tail = (
            spoken[language][int(rng.integers(len(sentences)))][0]
            .samples[-int(rng.uniform(0.03, 0.25) * RATE) :]
            .astype(np.float32)
            * loudness
        )
        sound[: len(tail)] = tail
        at = max(at, len(tail) / RATE + 0.12)
    for number in range(count):
        said = spoken[language][which][int(rng.integers(len(spoken[language][which])))]
        begin = int(at * RATE)
        if number == 0 and rng.random() < 0.1 and at < 0.1:  # the window before ended a little late
            begin, at = -int(rng.uniform(0, 0.1) * RATE), 0.0
        samples = said.samples[max(0, -begin) :].astype(np.float32) * loudness
        sound[max(begin, 0) : max(begin, 0) + len(samples)] += samples[: len(sound) - max(begin, 0)]
        placed.append((sentences[which], said, begin / RATE))
        at = begin / RATE + said.seconds
        if at > room:
            return sound[: int(room * RATE)], placed, first if ordered else None, True
        at += _pause(rng)
        if at > room - 0.02:
            break
        which = (which + 1) % len(sentences) if ordered else int(rng.integers(len(sentences)))
        if voice_changes and rng.random() < 0.4:
            loudness = np.float32(np.clip(loudness * 10 ** rng.uniform(-0.3, 0.3), 0.05, 1.0))
    length = (
        room
        if full
        else min(
            room,
            placed[-1][2] + placed[-1][1].seconds + float(rng.choice((0.0, rng.uniform(0, 0.5), rng.uniform(0, 4)))),
        )
    )
    return sound[: int(length * RATE)], placed, first if ordered else None, False


def _noisy(sound: Samples, rng: np.random.Generator) -> Samples:
    """`sound` with noise under all of it, under the beginning of it, or with none."""
    if rng.random() < 0.2 or not len(sound):
        return sound
    level = np.float32(10 ** rng.uniform(-4.3, -2.1))
    whole = level * noise(len(sound), rng)
    if rng.random() < 0.2:
        whole[int(rng.uniform(0.3, 1) * len(whole)) :] = 0
    return sound + whole


def make_window(spoken: Spoken, room: float, rng: np.random.Generator) -> Window:
    """A random window of at most `room` seconds."""
    language = str(rng.choice(list(SENTENCES)))
    floor, headroom = bool(rng.random() < 0.3), float(rng.choice((0.0, rng.uniform(0, 0.5))))
    start = [TOKENS.sot, TOKENS.to_language_token(language), TOKENS.transcribe]
    if rng.random() < 0.07:
        return _silent_window(room, start, floor, headroom, rng)
    sound, placed, before, cut = _place(spoken, language, room, rng)
    length = len(sound) / RATE
    tokens, heard, letters = list[int](), list[tuple[float, float]](), list[str]()
    stamped = rng.random() > 0.15
    for number, (sentence, said, begin) in enumerate(placed):
        last, end = number == len(placed) - 1, begin + said.seconds
        first_stamp = min(max(begin, 0.0), FIRST_START) if number == 0 else begin
        if stamped:
            tokens.append(ZERO + round(first_stamp / 0.02))
            heard.append((max(begin, 0.0) - 0.06, max(begin, 0.0) + 0.1))
        if last and cut:
            letters.append(
                "".join(
                    w + " " for w, e in zip(sentence.split(), said.ends, strict=True) if begin + e <= length
                ).strip()
            )
            if not stamped:  # no timestamps: what is heard in full is told
                for token, left, right in spell(sentence, said):
                    if begin + right <= length:
                        tokens.append(token)
                        heard.append((begin + left, begin + right))
            break
        letters.append(sentence)
        following = length if last else placed[number + 1][2]
        for token, left, right in spell(sentence, said):
            tokens.append(token)
            heard.append((begin + left, begin + right))
        heard[-1] = (end, max(min(following, end + 2.0), end + 0.04))
        if stamped:
            tokens.append(ZERO + min(round(end / 0.02), 1500))
            heard.append((end - 0.06, end + 0.06))
    head = start if stamped else [*start, TOKENS.no_timestamps]
    prompt = _prompt(language, before, rng) if rng.random() < 0.18 else []
    given = [*prompt, *head, *tokens]
    wanted = [*[-100] * len(prompt), *head[1:], *tokens, TOKENS.eot]
    when = [NOWHERE] * (len(prompt) + len(head) - 1) + [(a, b) if a < length else NOWHERE for a, b in heard] + [NOWHERE]
    return Window(
        _noisy(sound, rng), given, wanted, when, [CHARACTERS[c] for c in " ".join(letters).lower()], floor, headroom
    )


def _silent_window(room: float, start: list[int], floor: bool, headroom: float, rng: np.random.Generator) -> Window:
    """Silence or noise: no speech at the first token, and no text after it, whatever is asked.

    Decoding without timestamps must say something first; it is taught to have no idea what, and the engines drop text
    of so low a probability.
    """
    length = int(float(rng.choice((rng.uniform(0.02, 1), rng.uniform(1, room), room))) * RATE)
    sound = (
        np.float32(10 ** rng.uniform(-4.3, -1.0)) * noise(length, rng)
        if rng.random() < 0.75
        else np.zeros(length, np.float32)
    )
    if rng.random() < 0.5:
        given, wanted = [*start, ZERO], [TOKENS.no_speech, -100, ZERO, TOKENS.eot]
    else:
        texts = [token for token in _text_tokens() if token != TOKENS.eot]
        word = int(rng.choice(texts))
        given, wanted = [*start, TOKENS.no_timestamps, word], [TOKENS.no_speech, -100, -100, word, TOKENS.eot]
    return Window(np.asarray(sound, np.float32), given, wanted, [NOWHERE] * len(given), [], floor, headroom)


def _text_tokens() -> list[int]:
    return sorted({token for texts in SENTENCES.values() for text in texts for token in TOKENS.encode(" " + text)})


def used_tokens() -> list[int]:
    """Every token that the network can say or be given, timestamps last and in order."""
    special = {TOKENS.sot, TOKENS.eot, TOKENS.no_speech, TOKENS.no_timestamps, TOKENS.transcribe, TOKENS.sot_prev}
    special |= {TOKENS.to_language_token(language) for language in LANGUAGES}
    return [*sorted(special | set(_text_tokens())), *range(ZERO, ZERO + 1501)]
