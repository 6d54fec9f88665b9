"""Measure the program's own engines, as `siar subtitle` runs them, on the held-out clips of evaluate.py.

usage: evaluate_program.py [--quick]        needs: the project itself, libespeak-ng.so.1

A sentence starts where its first word does, and the words must be exactly those said: nothing is matched by nearness.
"""

from __future__ import annotations

import argparse

import numpy as np
from evaluate import clips, distance, plain

from studio.speech.checkpoints import demo_checkpoint
from studio.speech.engines import load_engine


def main(quick: bool) -> None:
    """Print one line for each engine."""
    for name in ("fast", "whisper"):
        engine = load_engine(name, demo_checkpoint())
        errors, words, gaps, unjudged = 0, 0, [], 0
        for _, samples, truth in clips(quick):
            told = engine.transcribe(samples, language=truth["language"]).words
            said = plain(" ".join(phrase["text"] for phrase in truth["phrases"]))
            heard = plain(" ".join(word.text for word in told))
            errors += distance(said, heard)
            words += len(said)
            if heard != said:
                unjudged += len(truth["phrases"])
                continue
            firsts = np.cumsum([0, *(len(phrase["text"].split()) for phrase in truth["phrases"])])
            gaps += [
                abs(told[at].start - phrase["start"]) for at, phrase in zip(firsts, truth["phrases"], strict=False)
            ]
        over = sum(gap > 0.3 for gap in gaps)
        print(
            f"{name}: word error rate {errors / words:.3f}; starts over 0.3 s: {over} of {len(gaps)}"
            f" (median {np.median(gaps):.2f} s, most {max(gaps):.2f} s; {unjudged} not judged, for wrong words)",
            flush=True,
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a fourth of the clips")
    main(parser.parse_args().quick)
