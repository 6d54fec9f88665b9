"""How well a video is encoded again: by the quality that its source has, so that nothing is lost and nothing padded."""

from __future__ import annotations

from math import log2
from pathlib import Path

from studio.media import open_media
from studio.video.probe import Media

# Of x264: from 17 on nobody sees a difference to a clean source; 18 is for a good one, and for what cannot be judged.
QUALITY = 18
BEST, COARSEST = 17, 23
SPEED = "veryfast"

# Bits a pixel of a frame at which x264 itself gives about CRF 18 on talking heads and product shots.
_GOOD_BITS = 0.11
# How many bits of x264 a bit of another codec is worth, by what their makers' and public comparisons agree on.
_WORTH = {"hevc": 1.6, "vp9": 1.5, "av1": 2.0, "mpeg4": 0.6, "mpeg2video": 0.45, "mjpeg": 0.15, "h263": 0.5}
_LOSSLESS = frozenset(("ffv1", "huffyuv", "utvideo", "rawvideo", "png", "qtrle", "prores", "dnxhd"))


def chosen_quality(video: Path, media: Media) -> int:
    """The CRF for x264 that keeps what `video` holds: 17 for the cleanest, up to 23 where little is left to keep.

    x264 halves its bits with every 6 steps of CRF: a source with half of a good one's bits is kept by a CRF 6 higher.
    Half of that is taken, since a picture that is encoded twice loses twice.
    """
    with open_media(video) as container:
        stream = container.streams.video[0]
        codec = stream.codec_context.name
        rate = float(stream.codec_context.bit_rate or stream.bit_rate or 0)
        if not rate and container.size and media.duration_s:
            rate = container.size * 8 / media.duration_s
    if codec in _LOSSLESS:
        return BEST
    pixels = media.width * media.height * media.fps
    if not rate or not pixels:
        return QUALITY
    bits = rate / pixels * _WORTH.get(codec, 1.0)
    return min(COARSEST, max(BEST, round(QUALITY + 3 * log2(_GOOD_BITS / bits))))
