"""Caption styles: their files, what each draws, and that it stays inside the safe zone on every shape of picture."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from studio.errors import InvalidValue, MediaError, NotFound, TemplateError
from studio.speech.words import Word
from studio.subtitles.burn import Captions, burn
from studio.subtitles.cue import Cue
from studio.subtitles.drawing import write_for_burning
from studio.subtitles.files.content import Subtitles
from studio.subtitles.looks import load_look, look_files
from studio.subtitles.preview import caption_frame, sample_cue
from studio.subtitles.spoken import Token, spoken_lines, with_words
from studio.video.ffmpeg import run_ffmpeg

LOOKS = ("plain", "boxed", "highlight", "pop")
WORDS = (Word("Cahaya", 0.2, 0.6), Word("bagus", 0.7, 1.0), Word("nggak", 1.2, 1.5), Word("mahal.", 1.5, 2.2))
CUE = Cue(0.0, 3.0, ("Cahaya bagus", "nggak mahal."), WORDS)
ARABIC = Cue(0.0, 3.0, ("السعر خمسون ألف روبية فقط", "مرحبا بكم"))
LONG = Cue(0.0, 3.0, ("Pertanggungjawabannyaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ketidakberpihakan"))
MANY = Cue(0.0, 3.0, tuple("Satu dua tiga empat lima enam" for _ in range(12)))
WIDE, UPRIGHT = (0.06, 0.04, 0.94, 0.925), (65 / 1080, 420 / 1920, 1 - 65 / 1080, 1248 / 1920)


def picture(video: Path, cue: Cue, look: str, tmp_path: Path, at_s: float = 1.3) -> np.ndarray:
    out = tmp_path / "frame.png"
    caption_frame(video, Captions([cue], load_look(look)), out, at_s=at_s)
    with Image.open(out) as image:
        return np.asarray(image.convert("RGB")).astype(int)


def drawn(pixels: np.ndarray) -> tuple[float, float, float, float]:
    """Where the grey is drawn over: left, top, right, bottom as shares of the picture."""
    differs = np.abs(pixels - np.median(pixels)).max(axis=2) > 40
    height, width = differs.shape
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    assert len(rows)
    return columns[0] / width, rows[0] / height, (columns[-1] + 1) / width, (rows[-1] + 1) / height


def coloured(pixels: np.ndarray, colour: tuple[int, int, int]) -> np.ndarray:
    return np.abs(pixels - np.array(colour)).max(axis=2) < 40


@pytest.mark.parametrize("cue", [CUE, ARABIC, LONG, MANY], ids=["usual", "right-to-left", "long", "many"])
@pytest.mark.parametrize("look", LOOKS)
def test_captions_stay_inside_the_safe_zone_but_for_an_edge_line(
    clips: Path, tmp_path: Path, look: str, cue: Cue
) -> None:
    for clip, zone in (("upright.mp4", UPRIGHT), ("turned.mp4", UPRIGHT), ("wide.mp4", WIDE)):
        left, top, right, bottom = drawn(picture(clips / clip, cue, look, tmp_path))
        assert left >= zone[0] - 0.015 and right <= zone[2] + 0.015
        assert top >= zone[1] - 0.015 and bottom <= zone[3] + 0.015


def test_a_square_and_a_picture_of_oblong_pixels_are_captioned_alike(tmp_path: Path) -> None:
    widths = []
    for name, size, aspect in (("square", "360x360", "1"), ("oblong", "180x360", "2")):
        clip = tmp_path / f"{name}.mp4"
        source = f"color=gray:s={size}:r=10:d=2,setsar={aspect},format=yuv420p"
        run_ffmpeg(["-f", "lavfi", "-i", source, "-c:v", "libx264", "-preset", "ultrafast", str(clip)])
        left, _top, right, _bottom = drawn(picture(clip, CUE, "plain", tmp_path))
        widths.append(right - left)
    assert widths[0] == pytest.approx(widths[1], abs=0.03)


def test_a_box_stands_behind_the_letters(clips: Path, tmp_path: Path) -> None:
    box = drawn(picture(clips / "wide.mp4", CUE, "boxed", tmp_path))
    letters = drawn(picture(clips / "wide.mp4", CUE, "plain", tmp_path))
    assert box[0] < letters[0] and box[2] > letters[2]
    assert (box[3] - box[1]) > (letters[3] - letters[1])


def test_words_are_filled_as_they_are_said(clips: Path, tmp_path: Path) -> None:
    yellow = (0xFF, 0xD8, 0x4D)
    counts = [
        int(coloured(picture(clips / "upright.mp4", CUE, "highlight", tmp_path, at), yellow).sum())
        for at in (0.1, 0.4, 1.1, 2.5)
    ]
    assert counts[0] == 0
    assert counts == sorted(counts)
    assert len(set(counts)) == 4


def test_only_the_word_being_said_pops_and_its_neighbours_stay(clips: Path, tmp_path: Path) -> None:
    mint = (0x5E, 0xEA, 0xD4)
    first, second = (picture(clips / "upright.mp4", CUE, "pop", tmp_path, at) for at in (0.45, 2.0))
    early, late = (np.flatnonzero(coloured(pixels, mint).any(axis=1)) for pixels in (first, second))
    assert len(early) and len(late)
    assert early[-1] < late[0]  # a word of the upper line, then one of the lower
    white = [coloured(pixels, (255, 255, 255)) for pixels in (first, second)]
    columns = slice(int(white[0].shape[1] * 0.5), None)  # "bagus" is white in both, and has not moved
    rows = slice(early[0], early[-1])
    assert (white[0][rows, columns] == white[1][rows, columns]).mean() > 0.98


def test_the_preview_is_what_is_burned(clips: Path, tmp_path: Path) -> None:
    look = load_look("pop")
    shown = picture(clips / "variable.mp4", CUE, "pop", tmp_path, 1.35)
    out = burn(clips / "variable.mp4", [CUE], tmp_path / "out.mp4", look=look, quality=10)
    with av.open(str(out)) as container:
        frames = [(frame.time, frame.to_ndarray(format="rgb24")) for frame in container.decode(video=0)]
    burned = next(pixels for at, pixels in frames if at >= 1.35).astype(int)
    assert np.abs(shown - burned).mean() < 4


def test_a_preview_is_made_at_a_telling_time_and_in_a_height(clips: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.jpg"
    assert caption_frame(clips / "wide.mp4", Captions([CUE]), out, height=135) == pytest.approx(1.98)
    with Image.open(out) as image:
        assert image.size == (238, 134)
    assert caption_frame(clips / "wide.mp4", Captions([]), out) == 0.0
    assert sample_cue("id", 0, 1).lines[0] == "Begini nanti teksnya"


def test_what_cannot_be_previewed_says_why(clips: Path, tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match=r"99 s is outside of wide\.mp4, which is 3\.0 s long"):
        caption_frame(clips / "wide.mp4", Captions([CUE]), tmp_path / "a.png", at_s=99)
    with pytest.raises(InvalidValue, match=r"a\.gif is no name for a picture"):
        caption_frame(clips / "wide.mp4", Captions([CUE]), tmp_path / "a.gif")
    with pytest.raises(MediaError, match="has sound but no picture"):
        caption_frame(clips / "sound.m4a", Captions([CUE]), tmp_path / "a.png")
    assert list(tmp_path.iterdir()) == []


def test_the_words_of_a_line_are_told_with_their_times() -> None:
    assert spoken_lines(CUE) == [
        [Token("Cahaya", 0.2, 0.7), Token("bagus", 0.7, 1.2)],
        [Token("nggak", 1.2, 1.5), Token("mahal.", 1.5, 2.35)],
    ]


def test_a_corrected_word_takes_its_time_from_its_neighbours() -> None:
    edited = Cue(0.0, 3.0, ("Cahaya baik", "tidak mahal"))
    (cue,) = with_words([edited], WORDS)
    tokens = [token for line in spoken_lines(cue) for token in line]
    assert [token.text for token in tokens] == ["Cahaya", "baik", "tidak", "mahal"]
    starts = [token.start for token in tokens]
    assert starts == sorted(starts)
    assert (starts[0], starts[3]) == (0.2, 1.5)


def test_a_cue_without_words_spreads_its_time_over_its_letters() -> None:
    tokens = [token for line in spoken_lines(Cue(1.0, 4.0, ("aa bb", "cccccc"))) for token in line]
    assert [round(token.start, 3) for token in tokens] == [1.0, 1.692, 2.385]
    assert tokens[-1].end == 4.0


def test_highlight_is_one_event_a_line_with_karaoke_times() -> None:
    text = write_for_burning(Subtitles((CUE,), size=(1080, 1920)), load_look("highlight"))
    assert text.count("Dialogue:") == 2
    assert r"{\k20\k50}Cahaya" in text
    assert r"{\k120\k30}nggak" in text


def test_the_looks_are_files_that_a_person_can_copy(tmp_path: Path) -> None:
    assert list(look_files()) == list(LOOKS)
    own = tmp_path / "toko.yaml"
    own.write_text('title: Toko kami\nfill: "#ffee00"\nwords: pop\n', encoding="utf-8")
    look = load_look("toko", [tmp_path])
    assert (look.title, look.fill, look.words, look.path) == ("Toko kami", "#FFEE00", "pop", own)
    assert list(look_files([tmp_path])) == [*LOOKS, "toko"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("fill: yellow\n", "a.yaml, line 1: 'fill' is no colour: yellow. Write it as \"#FFD84D\", in quotation marks."),
        ("size: 9\n", "a.yaml, line 1: 'size' is 9. Give a number from 0.3 to 2.5."),
        ("words: jump\n", "a.yaml, line 1: 'words' is jump. Use none, fill, pop."),
        ("colour: 3\n", "a.yaml, line 1: 'colour' is not known here."),
    ],
    ids=["colour", "size", "words", "key"],
)
def test_a_file_that_is_no_look_says_where(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        load_look("a", [tmp_path])
    assert str(caught.value).startswith(says)


def test_a_look_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(NotFound) as caught:
        load_look("neon")
    assert str(caught.value) == ("There is no caption style neon. Choose one of these: plain, boxed, highlight, pop.")
