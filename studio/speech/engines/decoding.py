"""Several half minutes of sound through one Whisper network at once, with the times of sentences and words.

faster-whisper's own batches drop the times of sentences, which are what tells the clips of a pack apart.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from studio.speech.packing import Heard, Segment
from studio.speech.words import Word

if TYPE_CHECKING:
    import numpy as np
    from ctranslate2 import StorageView
    from faster_whisper import WhisperModel
    from faster_whisper.tokenizer import Tokenizer
    from numpy.typing import NDArray

    from studio.speech.audio import Samples

_FRAMES, _SAMPLES = 3000, 480_000
"""A window of Whisper's: half a minute, in hundredths of a second and in samples."""
_TICK_S = 0.02
"""What Whisper counts times in."""
_ASTRAY, _OUTSIDE_S = 0.5, 1.0
"""Words that overlap with less than this share of their sentence, or reach so far out of it, are timed wrongly."""
_NO_SPEECH, _UNSURE, _LOOPED = 0.6, -1.0, 2.4
"""openai-whisper's thresholds: probability of no speech, mean log probability of a token, zlib's ratio of the text."""


def hear_packs(model: WhisperModel, sounds: Sequence[Samples], language: str, prompt: str, beam: int) -> list[Heard]:
    """What is said in each of `sounds`, at temperature 0: the same sounds in the same batch give the same words."""
    import numpy as np
    from faster_whisper.tokenizer import Tokenizer
    from faster_whisper.transcribe import get_suppressed_tokens

    tokenizer = Tokenizer(model.hf_tokenizer, model.model.is_multilingual, task="transcribe", language=language)
    features = [model.feature_extractor(np.pad(sound, (0, _SAMPLES - len(sound))))[:, :_FRAMES] for sound in sounds]
    encoded = _encoded(model, features)
    start = model.get_prompt(tokenizer, [], hotwords=prompt or None)
    results = model.model.generate(
        encoded,
        [start] * len(sounds),
        beam_size=beam,
        max_length=model.max_length,
        suppress_blank=True,
        suppress_tokens=list(get_suppressed_tokens(tokenizer, [-1])),
        return_scores=True,
        return_no_speech_prob=True,
    )
    spoken = [[token for token in one.sequences_ids[0] if token < tokenizer.eot] for one in results]
    # No word lies in the silence that fills the window up.
    frames = [min(_FRAMES, math.ceil(len(sound) / _SAMPLES * _FRAMES)) for sound in sounds]
    timed = model.find_alignment(tokenizer, spoken, encoded, frames)
    room = model.max_length - len(start)
    return [_heard(one, words, tokenizer, room) for one, words in zip(results, timed, strict=True)]


def _encoded(model: WhisperModel, features: Sequence[NDArray[np.float32]]) -> StorageView:
    """What the encoder makes of each window, stacked.

    A processor is given one at a time: more at once take longer, since they leave its cache, and memory by the window.
    """
    import numpy as np
    from ctranslate2 import StorageView

    if model.model.device != "cpu":
        return model.encode(np.stack(features))
    return StorageView.from_array(np.concatenate([np.asarray(model.encode(one)) for one in features]))


def _heard(result: Any, timed: list[dict[str, Any]], tokenizer: Tokenizer, room: int) -> Heard:
    from faster_whisper.transcribe import merge_punctuations

    tokens = result.sequences_ids[0]
    sure = result.scores[0] * len(tokens) / (len(tokens) + 1)
    if result.no_speech_prob > _NO_SPEECH and sure < _UNSURE:
        return Heard((), doubtful=True)
    merge_punctuations(timed, "\"'“¿([{-", "\"'.。,，!！?？:：”)]}、")
    segments, at = [], 0
    for start, end, count in _sentences(tokens, tokenizer):
        words, taken = [], 0
        while taken < count and at < len(timed):
            one = timed[at]
            if one["word"].strip():
                sureness = round(float(one["probability"]), 3)
                words.append(Word(one["word"].strip(), float(one["start"]), float(one["end"]), sureness))
            taken += len(one["tokens"])
            at += 1
        if words:
            segments.append(Segment(start, end, _within(start, end, words)))
    doubtful = sure < _UNSURE or len(tokens) >= room or _looped(segments)
    return Heard(tuple(segments), doubtful)


def _within(start: float, end: float, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words as attention times them; shared out over their sentence where it lies elsewhere for the most part.

    Whisper tells the beginning and the end of a sentence by itself. Where attention saw nothing, its word times would
    let the sentence end up in a pause, or in another recording.
    """
    overlap = min(end, words[-1].end) - max(start, words[0].start)
    outside = max(start - words[0].start, words[-1].end - end)
    if end <= start or (overlap >= _ASTRAY * (end - start) and outside <= _OUTSIDE_S):
        return tuple(words)
    letters = [len(word.text) + 1 for word in words]
    at = [start + (end - start) * part / sum(letters) for part in accumulate(letters, initial=0)]
    return tuple(replace(word, start=at[index], end=at[index + 1]) for index, word in enumerate(words))


def _looped(segments: Sequence[Segment]) -> bool:
    """Whether one thing is said over and over, within a sentence or as one sentence after another.

    openai-whisper asks this of a whole window; the clips of a pack may well begin and end with the same sentences.
    """
    texts = [" ".join(word.text for word in one.words) for one in segments]
    again = any(first == second == third for first, second, third in zip(texts, texts[1:], texts[2:], strict=False))
    return again or any(len(text.encode()) > _LOOPED * len(zlib.compress(text.encode())) for text in texts)


def _sentences(tokens: Sequence[int], tokenizer: Tokenizer) -> list[tuple[float, float, int]]:
    """Beginning, end (seconds) and number of text tokens of each stretch between two of Whisper's times."""
    parts: list[tuple[float, float, int]] = []
    start, count = 0.0, 0
    for token in tokens:
        if token < tokenizer.eot:
            count += 1
        elif token >= tokenizer.timestamp_begin:
            at = (token - tokenizer.timestamp_begin) * _TICK_S
            if count:
                parts.append((start, max(start, at), count))
                count = 0
            start = at
    if count:
        parts.append((start, _FRAMES / 100, count))
    return parts
