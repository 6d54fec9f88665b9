from __future__ import annotations

import pytest

from studio.subtitles.languages import track_language


@pytest.mark.parametrize(
    ("whisper", "track"),
    [
        ("id", "ind"),
        ("en", "eng"),
        ("ms", "msa"),
        ("jw", "jav"),
        ("de", "deu"),
        ("zh", "zho"),
        ("haw", "haw"),
        ("", "und"),
    ],
)
def test_an_mp4_track_gets_three_letters(whisper: str, track: str):
    assert track_language(whisper) == track
