"""Ten hours in which nobody speaks: it ends soon, memory stays flat, and it is said.

Run it as a script: `python tests/bench/silence.py`. Beside it ten minutes of the same, and what both took.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from measured import run

from studio.video.ffmpeg import run_ffmpeg

MINUTES = (10, 600)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="siar-silence-") as name:
        folder = Path(name)
        for minutes in MINUTES:
            sound = folder / f"silence-{minutes}.flac"
            run_ffmpeg(["-f", "lavfi", "-i", "anullsrc=r=16000:cl=mono", "-t", str(60 * minutes), str(sound)])
            told = folder / f"{minutes}.json"
            program = (
                "import sys; from studio.cli import main; sys.stdout = open(sys.argv.pop(1), 'w'); sys.exit(main())"
            )
            taken = run(
                [
                    *(sys.executable, "-c", program, str(told), "--workspace", str(folder / "workspace")),
                    *("subtitle", str(sound), "--engine", "fast", "--model", "demo", "--language", "id", "--json"),
                ],
                folder / "log",
            )
            (row,) = json.loads(told.read_text("utf-8"))["files"]
            print(
                f"{minutes:4} min ({sound.stat().st_size / 1e6:.1f} MB): {taken.wall_s:6.1f} s, {taken.cpu_s:6.1f} s "
                f"of the processor, {taken.memory_mb:5.0f} MB; {row['state']}, {row['cues']} cues, {row['notes']}"
            )


if __name__ == "__main__":
    main()
