"""kill -9 at random moments of `siar subtitle` over 20 files. Run `python tests/bench/batch_kills.py [KILLS] [SEED]`.

Most kills end the whole program at once, some its worker alone, which the program then starts again. Each batch is gone
on with by the same command until it ends. The files must be byte for byte those of an undisturbed run, and no piece may
be recognised again once it stands in the journal; what is not so stops the run.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "faults"))

from killed_batch import contents, cut_clips, killed_again_and_again, undisturbed_batch


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 30)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="siar-kills-") as name:
        folder = Path(name)
        cut_clips(folder / "clips", 20)
        undisturbed, took = undisturbed_batch(folder, folder / "clips")
        files = len(contents(undisturbed.out))
        print(f"20 recordings, {files} files, {took:.1f} s undisturbed; {kills} kills, seed {seed}", flush=True)
        done, pieces = killed_again_and_again(folder, folder / "clips", undisturbed, kills, took, random.Random(seed))
        batches = len(list(folder.glob("batch *")))
        told = ", ".join(f"{count} of {who}" for who, count in done.most_common())
        print(f"{done.total()} kills ({told}) in {batches} batches: all files byte for byte the same")
        print(f"{pieces} pieces in the journals of what was killed, none of them recognised twice")
    print(f"took {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
