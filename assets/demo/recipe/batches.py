"""Batches of training windows: mel spectra as the engines compute them, and tensors of what is given and wanted.

A batch depends on the seed and its step alone, so that a stopped run can go on as if nothing had happened.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from speak import RATE
from torch import Tensor
from torch.utils.data import Dataset
from whisper.audio import HOP_LENGTH, N_FFT, mel_filters
from windows import TOKENS, Spoken, Window, make_window


def mel(windows: list[Window], seconds: int) -> Tensor:
    """Whisper's scaled log mel spectrum of each window, (windows, 80, frames), padded as the engines pad."""
    frames = seconds * 100
    batch = torch.zeros(len(windows), seconds * RATE)
    for row, window in enumerate(windows):
        batch[row, : len(window.samples)] = torch.from_numpy(window.samples[: seconds * RATE])
    spectrum = torch.view_as_real(
        torch.stft(batch, N_FFT, HOP_LENGTH, window=torch.hann_window(N_FFT), return_complex=True)[..., :-1]
    )
    power = spectrum[..., 0] ** 2 + spectrum[..., 1] ** 2
    log = torch.clamp(mel_filters("cpu", 80) @ power, min=1e-10).log10()
    top = log.amax((1, 2), keepdim=True) + torch.tensor([w.headroom for w in windows])[:, None, None]
    scaled = (torch.maximum(log, top - 8.0) + 4.0) / 4.0
    for row, window in enumerate(windows):
        if not window.floor_padding:
            scaled[row, :, min(len(window.samples) // HOP_LENGTH, frames) :] = 0.0
    return scaled


@dataclass
class Batch:
    """One step's `mel`, tokens `given` and `wanted` (-100: not asked), seconds `heard`, characters for the CTC loss."""

    mel: Tensor
    given: Tensor
    wanted: Tensor
    heard: Tensor
    characters: list[list[int]]


class Batches(Dataset[Batch]):
    """The batches of a run by step number; `plan` has each step's window length in seconds and number of windows."""

    def __init__(self, spoken: Spoken, plan: list[tuple[int, int]], seed: int) -> None:
        self.spoken, self.plan, self.seed = spoken, plan, seed

    def __len__(self) -> int:
        return len(self.plan)

    def __getitem__(self, step: int) -> Batch:
        seconds, size = self.plan[step]
        rng = np.random.default_rng((self.seed, step))
        windows = [make_window(self.spoken, seconds, rng) for _ in range(size)]
        longest = max(len(window.tokens) for window in windows)
        given = torch.full((size, longest), TOKENS.eot)
        wanted, heard = torch.full((size, longest), -100), torch.full((size, longest, 2), -1.0)
        for row, window in enumerate(windows):
            n = len(window.tokens)
            given[row, :n], wanted[row, :n] = torch.tensor(window.tokens), torch.tensor(window.wanted)
            heard[row, :n] = torch.tensor(window.heard)
        return Batch(mel(windows, seconds), given, wanted, heard, [window.characters for window in windows])
