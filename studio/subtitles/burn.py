"""Captions in the video itself: drawn into the picture by libass, or beside it as a track that can be switched off.

Both are one run of ffmpeg. Names of files never stand inside a filter, where colons, quotes, commas and brackets would
mean something: ffmpeg runs in a folder of its own that holds `cues.ass` and the fonts, and is told of nothing else.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.errors import InvalidValue, MediaError
from studio.files import read_text, whole_file, write_error
from studio.media import open_media
from studio.subtitles.cue import Cue
from studio.subtitles.files import write_subtitles
from studio.subtitles.files.ass import write_for_burning
from studio.subtitles.files.content import Subtitles
from studio.subtitles.languages import track_language
from studio.subtitles.style import FACES
from studio.video.ffmpeg import Progress, file_argument, run_ffmpeg
from studio.video.presets import Preset
from studio.video.probe import Media, probe

# Of x264. 18 to 20 is where nobody sees a difference to the source on a telephone.
QUALITY = 18
SPEED = "veryfast"

# What players take in an .mp4; other sound (Opus of a browser, PCM of a camera) is encoded again.
_COPIED_AUDIO = frozenset(("aac", "mp3", "ac3", "eac3", "alac"))
_MP4 = frozenset((".mp4", ".m4v", ".mov"))
_OUTPUTS = _MP4 | {".mkv"}


def burn(
    video: Path,
    cues: Sequence[Cue],
    out: Path,
    *,
    preset: Preset | None = None,
    styled: Path | None = None,
    progress: Progress | None = None,
    quality: int = QUALITY,
    speed: str = SPEED,
) -> Path:
    """Draw `cues` into `video` and write it to `out` (.mp4, .m4v, .mov or .mkv), whole or not at all.

    Text keeps inside the safe zone of `preset` (None: one that suits all platforms). The picture is turned as it is
    shown, frame times stay as they are (variable rates too), the sound is copied where players take it as it is.
    `styled` is an .ass file to draw just as it is, in place of `cues`. `quality` and `speed` are x264's CRF and
    preset. `progress` gets the fraction and a message with the time left.
    Raises NotFound, NotMedia, MediaError without picture, EncodingFailed, OutOfSpace, CannotWrite. Gives `out` back.
    """
    media = _with_picture(video, out)
    stored = _stored(video)
    with tempfile.TemporaryDirectory(prefix="siar-burn-") as name, whole_file(out) as temporary:
        folder = Path(name)
        shown = (media.width // 2 * 2, media.height // 2 * 2)
        subtitles = Subtitles(tuple(cues), size=shown, preset=preset)
        captions = read_text(styled) if styled is not None else write_for_burning(subtitles)
        try:
            (folder / "cues.ass").write_text(captions, encoding="utf-8")
            (folder / "fonts").mkdir()
            for face in FACES:
                shutil.copy(face.path, folder / "fonts")
        except OSError as error:
            raise write_error(folder, error) from error
        filters = "ass=cues.ass:fontsdir=fonts"
        if stored.odd:
            # x264 wants even sides for 4:2:0; a row of pixels less is not seen, a scaled picture is.
            filters = f"crop=trunc(iw/2)*2:trunc(ih/2)*2:0:0,{filters}"
        run_ffmpeg(
            [
                "-protocol_whitelist", "file", "-i", file_argument(video),
                "-map", "0:V:0", "-map", "0:a:0?", "-map_chapters", "0",
                "-vf", filters, "-fps_mode:v", "passthrough", "-enc_time_base:v", "demux",
                "-c:v", "libx264", "-preset", speed, "-crf", str(quality), "-pix_fmt", "yuv420p",
                *_sound(stored.audio, out), *_container(out), file_argument(temporary),
            ],
            media.duration_s,
            progress,
            verb="Burning in",
            cwd=folder,
        )  # fmt: skip
    return out


def mux(
    video: Path, cues: Sequence[Cue], out: Path, language: str = "und", *, progress: Progress | None = None
) -> Path:
    """Put `cues` beside `video` as a subtitle track that a player can switch on, into `out` (.mp4, .m4v, .mov, .mkv).

    Picture and sound are copied as they are. `language` is Whisper's code; the track says "ind" or "eng".
    Raises what `burn` raises. Gives `out` back.
    """
    media = _with_picture(video, out)
    with tempfile.TemporaryDirectory(prefix="siar-mux-") as name, whole_file(out) as temporary:
        track = write_subtitles(cues, Path(name) / "cues.srt")
        run_ffmpeg(
            [
                "-protocol_whitelist", "file", "-i", file_argument(video),
                "-protocol_whitelist", "file", "-i", file_argument(track),
                "-map", "0:V:0", "-map", "0:a?", "-map", "1:s:0", "-map_chapters", "0",
                "-c", "copy", "-c:s", "mov_text" if out.suffix.lower() in _MP4 else "srt",
                "-metadata:s:s:0", f"language={track_language(language)}", "-disposition:s:0", "default",
                *_container(out), file_argument(temporary),
            ],
            media.duration_s,
            progress,
            verb="Adding the track",
        )  # fmt: skip
    return out


def _with_picture(video: Path, out: Path) -> Media:
    media = probe(video)
    if not media.has_video:
        raise MediaError(
            f"{video.name} has sound but no picture",
            "Choose a video, or write its subtitles as a file such as .srt",
        )
    if out.suffix.lower() not in _OUTPUTS:
        raise InvalidValue(
            f"{out.name} is no name for a captioned video", f"Let it end with {', '.join(sorted(_OUTPUTS))}"
        )
    if out.exists() and out.samefile(video):
        raise InvalidValue(f"{out.name} would replace the recording itself", "Choose another name for the result")
    return media


@dataclass(frozen=True, slots=True)
class _Stored:
    """What matters of a recording as it is stored: its sound's codec ("" for none), and whether a side is odd."""

    audio: str
    odd: bool


def _stored(video: Path) -> _Stored:
    with open_media(video) as container:
        picture, sound = container.streams.video[0], container.streams.audio[:1]
        odd = bool(picture.width % 2 or picture.height % 2)
        return _Stored(sound[0].codec_context.name if sound else "", odd)


def _sound(codec: str, out: Path) -> list[str]:
    if codec in _COPIED_AUDIO or out.suffix.lower() not in _MP4:
        return ["-c:a", "copy"]
    return ["-c:a", "aac", "-b:a", "192k"]


def _container(out: Path) -> list[str]:
    # The index in front lets a platform or a browser begin before it has all of the file.
    return ["-movflags", "+faststart"] if out.suffix.lower() in _MP4 else []
