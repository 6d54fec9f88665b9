"""What is said in the clip of these tests."""

import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "assets"
SOUND = FOLDER / "heldout-en.flac"
SENTENCES = [phrase["text"] for phrase in json.loads((FOLDER / "heldout-en.json").read_text("utf-8"))["phrases"]]
