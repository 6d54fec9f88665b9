from __future__ import annotations

import pytest

from studio.video.presets import PRESETS, Box, Preset


def test_the_presets_have_the_names_that_the_command_line_takes():
    assert list(PRESETS) == ["tiktok", "reels", "youtube", "square"]


@pytest.mark.parametrize("preset", PRESETS.values(), ids=lambda preset: preset.name)
def test_the_safe_zone_lies_in_the_picture_and_out_of_what_the_platform_covers(preset: Preset):
    assert Box(0, 0, preset.width, preset.height).contains(preset.safe)
    assert not any(preset.safe.overlaps(box) for box in preset.covered)


def test_tiktok_keeps_clear_what_its_buttons_cover():
    tiktok = PRESETS["tiktok"]
    assert (tiktok.safe.top, tiktok.height - tiktok.safe.bottom, tiktok.width - tiktok.safe.right) == (250, 420, 170)


def test_reels_keeps_clear_its_shares_of_the_picture():
    reels = PRESETS["reels"]
    assert reels.safe.top / 1920 == pytest.approx(0.14, abs=0.001)
    assert (1920 - reels.safe.bottom) / 1920 == pytest.approx(0.35, abs=0.001)
    assert reels.safe.left / 1080 == pytest.approx(0.06, abs=0.001)


def test_a_youtube_thumbnail_keeps_the_corner_of_the_length_clear_and_stays_under_two_megabytes():
    youtube = PRESETS["youtube"]
    assert youtube.covered == (Box(1024, 612, 1280, 720),)
    assert youtube.max_bytes == 2_000_000
