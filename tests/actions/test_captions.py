"""Caption styles as actions: the list, a preview from what lies beside the video, and an item's own style."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from studio import actions
from studio.actions.captions import caption_preview, caption_styles, set_caption_style
from studio.actions.subtitling import SubtitleOptions, run, subtitle_request
from studio.errors import InvalidValue, NotFound
from studio.plan.wishes import caption_style
from studio.scripts.answers import given_answers
from studio.speech.words import Word
from studio.store import Store
from studio.subtitles.cue import Cue
from studio.subtitles.files import write_subtitles
from studio.video.ffmpeg import run_ffmpeg

CUES = [Cue(0.2, 1.8, ("Cahaya bagus", "itu murah."))]


@pytest.fixture(scope="module")
def grey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("grey") / "film.mp4"
    source = ["-f", "lavfi", "-i", "color=gray:s=180x320:r=5:d=2,format=yuv420p"]
    run_ffmpeg([*source, "-c:v", "libx264", "-preset", "ultrafast", str(path)])
    return path


@pytest.fixture
def film(grey: Path, tmp_path: Path) -> Path:
    path = tmp_path / "in" / "film.mp4"
    path.parent.mkdir()
    path.write_bytes(grey.read_bytes())
    return path


def test_a_preview_shows_a_sample_until_there_are_subtitles(store: Store, film: Path, tmp_path: Path) -> None:
    told = caption_preview(store, film, tmp_path / "a.png", style="boxed")
    assert (told["sample"], told["style"]) == (True, "boxed")
    write_subtitles(CUES, film.with_name("film.en.srt"))
    write_subtitles(CUES, film.with_name("film.id.srt"))
    told = caption_preview(store, film, tmp_path / "b.png", language="id", height=160)
    assert told == {
        "path": str(tmp_path / "b.png"), "at_s": 1.256, "style": "plain",
        "subtitles": str(film.with_name("film.id.srt")), "sample": False,
    }  # fmt: skip
    with Image.open(tmp_path / "b.png") as image:
        assert image.size == (90, 160)


def test_a_preview_never_replaces_the_video(store: Store, film: Path) -> None:
    before = film.read_bytes()
    with pytest.raises(InvalidValue, match="would replace the recording itself"):
        caption_preview(store, film, film)
    assert film.read_bytes() == before


def test_a_workspace_has_styles_of_its_own(store: Store) -> None:
    folder = store.workspace.root / "templates" / "captions"
    folder.mkdir(parents=True)
    (folder / "toko.yaml").write_text("title: Toko\nabout: Warna toko\n", encoding="utf-8")
    (folder / "salah.yaml").write_text("fill: red\n", encoding="utf-8")
    told = {one["name"]: one for one in caption_styles(store)}
    assert list(told) == ["plain", "boxed", "highlight", "pop", "salah", "toko"]
    assert (told["toko"]["title"], told["toko"]["own"], told["pop"]["own"]) == ("Toko", True, False)
    assert told["salah"]["problem"].startswith("salah.yaml, line 1: 'fill' is no colour: red.")


def test_an_items_style_is_one_step_of_undo_and_no_matter_of_its_script(store: Store) -> None:
    item = actions.add_item(store, "Cahaya bagus", answers={"hook": ["Halo"]})
    assert caption_style(set_caption_style(store, item.id, "pop")) == "pop"
    kept = actions.show_item(store, item.id)
    assert kept.answers == {"hook": ["Halo"], "_captions": "pop"}
    from studio.steps.context import Context
    from studio.steps.script import template_of

    assert list(given_answers(template_of(Context(store, kept)), kept.answers)) == ["hook"]
    actions.undo(store)
    assert caption_style(actions.show_item(store, item.id)) == ""
    with pytest.raises(NotFound, match="There is no caption style neon"):
        set_caption_style(store, item.id, "neon")


def subtitled(store: Store, film: Path, **options: object) -> dict[str, object]:
    request = subtitle_request(store, [film], SubtitleOptions(**options))  # type: ignore[arg-type]
    (row,) = run(**request.arguments, progress=lambda fraction, message: None)
    return row


def test_another_style_burns_again_and_recognises_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken = Path(__file__).resolve().parents[1] / "assets" / "heldout-en.flac"
    film = tmp_path / "film.mp4"
    run_ffmpeg([
        "-f", "lavfi", "-i", "color=gray:s=90x160:r=5:d=9.6", "-i", str(spoken), "-shortest", "-pix_fmt", "yuv420p",
        str(film),
    ])  # fmt: skip
    script = tmp_path / "said.txt"
    script.write_text("So show the product before you say hello. Speak slowly and look into the lens.", "utf-8")
    asked = {"script": str(script), "engine": "script", "language": "en", "formats": ("srt", "json"), "burn": True}
    first = subtitled(store, film, **asked)
    assert first["state"] == "done", first

    from studio.actions import subtitle_batch

    def never(*_told: object) -> None:
        raise AssertionError("it was recognised again")

    monkeypatch.setattr(subtitle_batch, "hear", never)
    assert subtitled(store, film, **asked)["state"] == "skipped"
    before = film.with_name("film.captioned.mp4").read_bytes()
    again = subtitled(store, film, **asked, style="pop")
    assert again["state"] == "done", again
    assert film.with_name("film.captioned.mp4").read_bytes() != before
    assert subtitled(store, film, **asked, style="pop")["state"] == "skipped"


def test_tracks_of_other_languages_that_lie_beside_come_along(store: Store, film: Path) -> None:
    import av

    from studio.actions.captions import captions_of, videos

    write_subtitles(CUES, film.with_name("film.en.srt"))
    target = film.parent / "out"
    from dataclasses import replace

    captions = replace(captions_of(store, ""), cues=CUES)
    others = {"en": film.with_name("film.en.srt")}
    (made,) = videos(film, captions, "id", ["subtitled"], target, others, lambda fraction, message: None)
    with av.open(str(made.path)) as container:
        assert [one.language for one in container.streams.subtitles] == ["ind", "eng"]


def test_words_come_from_the_json_beside(store: Store, film: Path) -> None:
    from studio.actions.captions import cues_with_words

    words = [Word("Cahaya", 0.2, 0.5), Word("bagus", 0.6, 0.9)]
    write_subtitles(CUES, film.with_name("film.id.srt"))
    write_subtitles(CUES, film.with_name("film.id.json"), words=words)
    (cue,) = cues_with_words(film.with_name("film.id.srt"))
    assert [word.text for word in cue.words] == ["Cahaya", "bagus"]
    film.with_name("film.id.json").write_text("{", encoding="utf-8")
    (cue,) = cues_with_words(film.with_name("film.id.srt"))
    assert cue.words == ()
