"""Train a network in Whisper's own format, 64 wide, from scratch, on synthetic speech of the demo's sentences alone.

What makes two CPU cores enough, in order of importance:
1. the softmax runs over the ~1,700 tokens that occur and one shared vector for the 50,000 others (its logit + log of
   their number); afterwards each of those gets that vector, so what is saved is what was trained;
2. a CTC loss on the encoder (characters) teaches the sounds long before the decoder finds its way;
3. the last decoder layer's cross-attention (the alignment head) is told, token by token, where espeak-ng says the word
   is. That cures skipped and repeated sentences in long windows and gives word times;
4. windows end as the engines end them, in noise, digital silence and the zeros they pad with (see windows.py);
5. first windows of 10 s, then the 30 s that Whisper always sees. The short ones lie anywhere within the 30 s of
   positions, and timestamps start out as the encoder's own position vectors, so all are learnt while steps are cheap.

The rate stays level until the last steps and falls then, so a run can be lengthened without another's beginning.

usage: train.py OUT.pt [--short 2500] [--long 2800] [--fall 1500] [--keep STATE]      (from STATE a stopped run goes on)
needs: torch, openai-whisper, numpy, libespeak-ng.so.1
"""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from batches import Batch, Batches
from speak import SENTENCES
from torch import Tensor, nn
from torch.utils.data import DataLoader
from whisper.model import ModelDimensions, Whisper, sinusoids
from windows import CHARACTERS, ZERO, say_everything, used_tokens

SEED = 2026
WIDTH, HEADS, LAYERS_IN, LAYERS_OUT = 64, 1, 3, 2
RATE_OF_LEARNING, WARM_UP = 2e-3, 300
RENDERINGS = 150  # of each sentence
SHORT, LONG = (10, 16), (30, 6)  # seconds, windows a batch
DIMENSIONS = ModelDimensions(
    n_mels=80, n_audio_ctx=1500, n_audio_state=WIDTH, n_audio_head=HEADS, n_audio_layer=LAYERS_IN,
    n_vocab=51865, n_text_ctx=448, n_text_state=WIDTH, n_text_head=HEADS, n_text_layer=LAYERS_OUT,
)  # fmt: skip


class Student(nn.Module):
    """Whisper with only the tokens in use (timestamps last, then one row for all others), and a CTC head."""

    def __init__(self) -> None:
        super().__init__()
        self.used = torch.tensor(used_tokens())
        self.others = DIMENSIONS.n_vocab - len(self.used)
        self.first_stamp = len(self.used) - 1501
        place = torch.full((DIMENSIONS.n_vocab,), len(self.used))
        place[self.used] = torch.arange(len(self.used))
        self.place = place
        whisper = Whisper(DIMENSIONS)
        self.encoder, self.decoder = whisper.encoder, whisper.decoder
        self.decoder.token_embedding = nn.Embedding(len(self.used) + 1, WIDTH)
        self.ctc = nn.Linear(WIDTH, len(CHARACTERS) + 1)
        for parameter in self.parameters():
            if parameter.dim() > 1:
                nn.init.normal_(parameter, std=0.5 / math.sqrt(parameter[0].numel()))
        nn.init.normal_(self.decoder.positional_embedding, std=0.02)
        with torch.no_grad():
            table = self.decoder.token_embedding.weight
            nn.init.normal_(table, std=0.3 / math.sqrt(WIDTH))
            table[self.first_stamp : -1] = 0.06 * sinusoids(1501, WIDTH)
            table[-1] = 0

    def hear(self, mel: Tensor, shift: Tensor) -> Tensor:
        """The encoder's states of `mel` (windows, 80, frames), each window `shift` positions into the 30 s."""
        x = F.gelu(self.encoder.conv2(F.gelu(self.encoder.conv1(mel)))).permute(0, 2, 1)
        x = x + self.encoder.positional_embedding[shift[:, None] + torch.arange(x.shape[1])]
        for block in self.encoder.blocks:
            y, attn = block.attn_ln(x), block.attn
            x = x + attn.out(
                F.scaled_dot_product_attention(attn.query(y)[:, None], attn.key(y)[:, None], attn.value(y)[:, None])[
                    :, 0
                ]
            )
            x = x + block.mlp(block.mlp_ln(x))
        return self.encoder.ln_post(x)

    def tell(self, x: Tensor, given: Tensor) -> tuple[Tensor, Tensor]:
        """The decoder's states after the tokens `given`, and where (windows, tokens, frames) its last layer looks."""
        h = self.decoder.token_embedding(self.place[given]) + self.decoder.positional_embedding[: given.shape[1]]
        look = torch.zeros(())
        for block in self.decoder.blocks:
            y, attn = block.attn_ln(h), block.attn
            query, key, value = attn.query(y)[:, None], attn.key(y)[:, None], attn.value(y)[:, None]
            h = h + attn.out(F.scaled_dot_product_attention(query, key, value, is_causal=True)[:, 0])
            cross = block.cross_attn
            look = torch.log_softmax(
                cross.query(block.cross_attn_ln(h)) @ cross.key(x).transpose(1, 2) / math.sqrt(WIDTH // HEADS), -1
            )
            h = h + cross.out(look.exp() @ cross.value(x))
            h = h + block.mlp(block.mlp_ln(h))
        return self.decoder.ln(h), look

    def losses(self, batch: Batch, shift: Tensor, spelling: bool) -> tuple[Tensor, Tensor, Tensor]:
        """Token, character (if `spelling`, else 0) and attention loss."""
        x = self.hear(batch.mel, shift)
        given, wanted = (
            torch.where(t >= ZERO, (t + shift[:, None]).clamp(max=ZERO + 1500), t) for t in (batch.given, batch.wanted)
        )
        h, look = self.tell(x, given)
        real = wanted >= 0
        wanted = wanted[real]
        character = self._character_loss(x, batch.characters) if spelling else torch.zeros(())
        return self._token_loss(h[real], self.place[wanted]), character, _attention_loss(look, batch.heard)

    def _token_loss(self, h: Tensor, wanted: Tensor) -> Tensor:
        """Cross entropy; a timestamp shares its weight with its neighbours, as 0.02 s more or less is no mistake."""
        table = self.decoder.token_embedding.weight
        logits = h @ table.T
        logits = torch.cat([logits[:, :-1], logits[:, -1:] + math.log(self.others)], 1)
        said = F.log_softmax(logits, -1)
        loss = -said.gather(1, wanted[:, None])[:, 0]
        stamps = (wanted >= self.first_stamp) & (wanted < len(self.used))
        around = wanted[stamps][:, None] + torch.arange(-2, 3)
        inside = (around >= self.first_stamp) & (around < len(self.used))
        weight = inside * torch.tensor([0.05, 0.2, 0.5, 0.2, 0.05])
        near = said[stamps].gather(1, around.clamp(self.first_stamp, len(self.used) - 1))
        return torch.cat([loss[~stamps], -(near * weight).sum(1) / weight.sum(1)]).mean()

    def _character_loss(self, x: Tensor, characters: list[list[int]]) -> Tensor:
        lengths = torch.tensor([len(row) for row in characters])
        flat = torch.tensor([c for row in characters for c in row], dtype=torch.long)
        heard = F.log_softmax(self.ctc(x), -1).transpose(0, 1)
        return F.ctc_loss(heard, flat, torch.full((len(x),), x.shape[1]), lengths, zero_infinity=True)

    def checkpoint(self) -> dict:
        """What is saved: Whisper's own format in half precision, every unused token with the shared vector."""
        state = {
            name: value.detach().clone() for name, value in self.state_dict().items() if not name.startswith("ctc.")
        }
        table = state["decoder.token_embedding.weight"]
        state["decoder.token_embedding.weight"] = table[self.place]
        return {
            "dims": dict(DIMENSIONS.__dict__),
            "model_state_dict": {name: value.half() for name, value in state.items()},
        }


def _attention_loss(look: Tensor, heard: Tensor) -> Tensor:
    """How far the looks (log weights) are from an even look at the time each token is heard."""
    told = heard[..., 1] > 0
    frames = torch.arange(look.shape[-1]) * 0.02
    begin, end = heard[told][:, :1].clamp(min=0), heard[told][:, 1:]
    inside = ((frames >= begin - 0.011) & (frames <= end + 0.011)).float()
    inside = inside / inside.sum(-1, keepdim=True).clamp(min=1)
    return -(look[told] * inside).sum(-1).mean() if len(inside) else look.sum() * 0


def rate_at(step: int, steps: int, fall: int) -> float:
    """Warm up, stay level, and fall to nothing over the last `fall` steps."""
    return RATE_OF_LEARNING * min(1.0, (step + 1) / WARM_UP) * min(1.0, (steps - step) / fall)


def shifts(seconds: int, size: int, step: int) -> Tensor:
    """Positions to move each window of a short batch by; half of them stay at the beginning, as in Whisper."""
    rng = np.random.default_rng((SEED, step, 1))
    return torch.from_numpy(rng.integers(0, 1501 - seconds * 50, size) * (rng.random(size) < 0.5))


def train(out: Path, short: int, long: int, fall: int, keep: Path | None) -> None:
    """Train for `short` and then `long` steps, of which the last `fall` at a falling rate, and save to `out`."""
    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    began = time.time()
    student = Student()
    decayed = [p for p in student.parameters() if p.dim() > 1]
    plain = [p for p in student.parameters() if p.dim() <= 1]
    groups = [{"params": decayed, "weight_decay": 0.02}, {"params": plain, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=RATE_OF_LEARNING, betas=(0.9, 0.98))
    first, before = 0, 0.0
    if keep and keep.exists():
        kept = torch.load(keep, weights_only=True)
        student.load_state_dict(kept["student"])
        optimizer.load_state_dict(kept["optimizer"])
        first, before = kept["step"], kept["seconds"]
    batches = Batches(say_everything(RENDERINGS, SEED), [SHORT] * short + [LONG] * long, SEED)
    print(
        f"{sum(map(len, SENTENCES.values()))} sentences spoken {RENDERINGS} times each in {time.time() - began:.0f} s",
        flush=True,
    )
    steps = len(batches)
    loader = DataLoader(batches, batch_size=None, sampler=range(first, steps), num_workers=1, prefetch_factor=6)
    mean = np.zeros(3)
    for step, batch in enumerate(loader, first):
        for group in optimizer.param_groups:
            group["lr"] = rate_at(step, steps, fall)
        spelling = step < short or step % 3 == 0  # a quarter of a long step, and by then the sounds are known
        token, character, attention = student.losses(
            batch, shifts(batches.plan[step][0], len(batch.mel), step), spelling
        )
        optimizer.zero_grad()
        (token + 0.3 * character + 0.3 * attention).backward()
        nn.utils.clip_grad_norm_(student.parameters(), 1.0)
        optimizer.step()
        mean += (token.item(), character.item(), attention.item())
        if (step + 1) % 100 == 0:
            figures = " ".join(
                f"{name} {value:.3f}"
                for name, value in zip(("token", "characters", "attention"), mean / 100, strict=True)
            )
            print(f"step {step + 1}/{steps}  {(before + time.time() - began) / 60:.1f} min  {figures}", flush=True)
            mean[:] = 0
        if (step + 1) % 250 == 0 or step + 1 == steps:
            torch.save(student.checkpoint(), out)
            if keep:
                seconds = before + time.time() - began
                torch.save(
                    {
                        "student": student.state_dict(),
                        "optimizer": optimizer.state_dict(),
                        "step": step + 1,
                        "seconds": seconds,
                    },
                    keep,
                )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--short", type=int, default=2500, help="steps with windows of 10 s")
    parser.add_argument("--long", type=int, default=2800, help="steps with windows of 30 s")
    parser.add_argument("--fall", type=int, default=1500, help="the last steps, at a falling rate")
    parser.add_argument("--keep", type=Path, help="where the state of a run is kept, and taken up again")
    chosen = parser.parse_args()
    train(chosen.out, chosen.short, chosen.long, chosen.fall, chosen.keep)
