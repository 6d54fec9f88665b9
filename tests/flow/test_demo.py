"""The demo leaves real artefacts, makes nothing twice, and keeps its hands off what a person edited."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import pptx
import pysubs2
from PIL import Image
from program import Demo, Siar

from studio.resources import assets
from studio.scripts.script import parse_script

SENTENCES = (
    "Cahaya bagus itu nggak harus mahal.",
    "Cukup satu jendela dan kertas putih.",
    "Kertas putih harganya cuma Rp15.000.",
    "Taruh produk di dekat jendela.",
    "Hadapkan kamera ke arah produk.",
    "Jangan pakai lampu kuning dari atas.",
    "Wajah kamu jadi gelap, produk jadi kusam.",
    "Coba geser badan 45 derajat.",
    "Lihat bedanya sebelum dan sesudah.",
    "Pasang tautan afiliasi di keranjang kuning.",
    "Simpan video ini untuk rekaman berikutnya.",
    "Sampai jumpa di kelas kreator minggu depan.",
)
SAID = " ".join(SENTENCES).split()


def test_every_step_of_both_items_is_ready(demo: Demo) -> None:
    states = {item["kind"]: {one["step"]: one["state"] for one in item["steps"]} for item in demo.told["items"]}
    ready = dict.fromkeys
    assert states == {
        "video": ready(("script", "thumbnail", "recording", "subtitles", "captioned"), "ready"),
        "live": ready(("script", "thumbnail", "rundown", "deck"), "ready"),
    }


def test_the_month_is_believable(demo: Demo, siar: Siar) -> None:
    items = siar("--workspace", demo.root, "items", "list", "--json").json
    assert len(items) >= 12
    assert {item["kind"] for item in items} == {"video", "live"}
    assert any(item["start"] is None for item in items)
    assert {"2026-12-12", "2026-12-28"} <= {(item["start"] or "")[:10] for item in items}


def test_the_script_says_what_the_clip_says(demo: Demo) -> None:
    (path,) = demo.paths("video", "script")
    assert parse_script(path.read_text("utf-8")).spoken_text.split() == SAID


def test_thumbnails_are_pictures_of_the_platforms_sizes(demo: Demo) -> None:
    sizes = {}
    for path in demo.paths("video", "thumbnail"):
        with Image.open(path) as image:
            image.load()
            sizes[path.name.rpartition(".")[0].rpartition(".")[2].rpartition("-")[2]] = image.size
    assert sizes == {"tiktok": (1080, 1920), "youtube": (1280, 720)}


def test_cues_carry_the_scripts_spelling_with_the_speechs_times(demo: Demo) -> None:
    by_ending = {path.suffix: path for path in demo.paths("video", "subtitles")}
    assert {".srt", ".vtt", ".ass"} <= set(by_ending)
    for ending in (".srt", ".vtt", ".ass"):
        cues = pysubs2.load(str(by_ending[ending]))
        assert " ".join(cue.plaintext for cue in cues).split() == SAID
    how = next(one["how"] for one in demo.item("video")["steps"] if one["step"] == "subtitles")
    assert how == "fast engine, checkpoint demo, spelling from the script"


def test_the_captioned_video_plays_as_long_as_the_recording(demo: Demo) -> None:
    (captioned,) = demo.paths("video", "captioned")
    with av.open(str(captioned)) as made, av.open(str(assets("demo", "cahaya-bagus.mp4"))) as clip:
        assert made.duration is not None and clip.duration is not None
        assert abs(made.duration - clip.duration) / av.time_base < 0.2
        assert made.streams.video[0].codec_context.height > made.streams.video[0].codec_context.width


def test_the_deck_has_its_timings_in_the_notes(demo: Demo) -> None:
    (path,) = demo.paths("live", "deck")
    slides = list(pptx.Presentation(str(path)).slides)
    assert len(slides) >= 8
    titles = [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title is not None]
    assert titles[0] == "Kelas komisi #8"
    assert all(slide.has_notes_slide and slide.notes_slide.notes_text_frame.text.strip() for slide in slides)
    assert "19.30" in slides[0].notes_slide.notes_text_frame.text


def test_a_second_run_makes_nothing_again_and_keeps_what_was_edited(demo: Demo, siar: Siar) -> None:
    made = [path for item in demo.told["items"] for one in item["steps"] for path in map(Path, one["paths"])]
    edited = next(path for path in demo.paths("video", "subtitles") if path.suffix == ".vtt")
    text = edited.read_text("utf-8")
    edited.write_text(text + "\nNOTE seen by Sari\n", "utf-8")
    before = {path: path.stat().st_mtime_ns for path in made}
    try:
        again = siar("demo", "--no-window", "--out", demo.root, "--json").json
        assert again["made"] == 0
        assert {path: path.stat().st_mtime_ns for path in made} == before
        assert edited.read_text("utf-8").endswith("NOTE seen by Sari\n")
        assert steps_of(again, "video")["subtitles"]["state"] == "edited"
    finally:
        edited.write_text(text, "utf-8")


def steps_of(told: dict[str, Any], kind: str) -> dict[str, Any]:
    item = next(item for item in told["items"] if item["kind"] == kind)
    return {one["step"]: one for one in item["steps"]}
