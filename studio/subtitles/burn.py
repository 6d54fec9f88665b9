"""Captions in the video itself: drawn into the picture by libass, or beside it as a track that can be switched off.

Both are one run of ffmpeg. Names of files never stand inside a filter, where colons, quotes, commas and brackets would
mean something: ffmpeg runs in a folder of its own that holds `cues.ass` and the fonts, and is told of nothing else.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from studio.errors import InvalidValue, MediaError
from studio.files import read_text, whole_file, write_error
from studio.media import open_media
from studio.subtitles.cue import Cue
from studio.subtitles.drawing import write_for_burning
from studio.subtitles.files import write_subtitles
from studio.subtitles.files.content import Subtitles
from studio.subtitles.languages import language_title, track_language
from studio.subtitles.looks import PLAIN, Look
from studio.subtitles.style import FACES
from studio.video.ffmpeg import Progress, file_argument, run_ffmpeg
from studio.video.presets import Preset
from studio.video.probe import Media, probe
from studio.video.quality import SPEED, chosen_quality

# What players take in an .mp4; other sound (Opus of a browser, PCM of a camera) is encoded again.
_COPIED_AUDIO = frozenset(("aac", "mp3", "ac3", "eac3", "alac"))
_MP4 = frozenset((".mp4", ".m4v", ".mov"))
_OUTPUTS = _MP4 | {".mkv"}
# Tracks that are pictures, as discs have them: they cannot become text.
_PICTURES = frozenset(("dvd_subtitle", "dvdsub", "hdmv_pgs_subtitle", "pgssub", "dvb_subtitle", "dvbsub", "xsub"))


@dataclass(frozen=True, slots=True)
class Captions:
    """What is drawn: `cues` in `look`, inside the safe zone of `preset` (None: one that suits all platforms).

    `styled` is an .ass file that is drawn just as it is, in place of all that.
    """

    cues: Sequence[Cue] = ()
    look: Look = PLAIN
    preset: Preset | None = None
    styled: Path | None = None


def burn(
    video: Path,
    cues: Sequence[Cue],
    out: Path,
    *,
    look: Look = PLAIN,
    preset: Preset | None = None,
    styled: Path | None = None,
    progress: Progress | None = None,
    quality: int | None = None,
    speed: str = SPEED,
) -> Path:
    """Draw `cues` into `video` and write it to `out` (.mp4, .m4v, .mov or .mkv), whole or not at all.

    `look`, `preset` and `styled` are those of `Captions`. The picture is turned as it is shown, frame times stay as
    they are (variable rates too), the sound is copied where players take it as it is. `quality` and `speed` are x264's
    CRF (None: what suits the source) and preset. `progress` gets the fraction and a message with the time left.
    Raises NotFound, NotMedia, MediaError without picture, EncodingFailed, OutOfSpace, CannotWrite. Gives `out` back.
    """
    media = _with_picture(video, out)
    stored = _stored(video)
    crf = chosen_quality(video, media) if quality is None else quality
    with drawing_filter(media, Captions(cues, look, preset, styled)) as (folder, filters), whole_file(out) as temporary:
        if stored.odd:
            # x264 wants even sides for 4:2:0; a row of pixels less is not seen, a scaled picture is.
            filters = f"crop=trunc(iw/2)*2:trunc(ih/2)*2:0:0,{filters}"
        run_ffmpeg(
            [
                "-protocol_whitelist", "file", "-i", file_argument(video),
                "-map", "0:V:0", "-map", "0:a:0?", "-map_chapters", "0",
                "-vf", filters, "-fps_mode:v", "passthrough", "-enc_time_base:v", "demux",
                "-c:v", "libx264", "-preset", speed, "-crf", str(crf), "-pix_fmt", "yuv420p",
                *_sound(stored.audio, out), *_container(out), file_argument(temporary),
            ],
            media.duration_s,
            progress,
            verb="Burning in",
            cwd=folder,
        )  # fmt: skip
    return out


@contextmanager
def drawing_filter(media: Media, captions: Captions) -> Iterator[tuple[Path, str]]:
    """A folder for ffmpeg to run in, and the filter that draws `captions` on the picture of `media` there."""
    shown = (media.width // 2 * 2, media.height // 2 * 2)
    with tempfile.TemporaryDirectory(prefix="siar-burn-") as name:
        folder = Path(name)
        if captions.styled is not None:
            text = read_text(captions.styled)
        else:
            subtitles = Subtitles(tuple(captions.cues), size=shown, preset=captions.preset)
            text = write_for_burning(subtitles, captions.look)
        try:
            (folder / "cues.ass").write_text(text, encoding="utf-8")
            (folder / "fonts").mkdir()
            for face in FACES:
                shutil.copy(face.path, folder / "fonts")
        except OSError as error:
            raise write_error(folder, error) from error
        # Told the size at which it is seen, libass keeps letters upright where pixels are no squares.
        yield folder, f"ass=cues.ass:fontsdir=fonts:original_size={shown[0]}x{shown[1]}"


def mux(
    video: Path, cues: Sequence[Cue], out: Path, language: str = "und", *, progress: Progress | None = None
) -> Path:
    """`mux_tracks` with the one track `cues`; `language` is Whisper's code."""
    return mux_tracks(video, {language: cues}, out, progress=progress)


def mux_tracks(
    video: Path, tracks: Mapping[str, Sequence[Cue]], out: Path, *, progress: Progress | None = None
) -> Path:
    """Put `tracks` (cues by Whisper's language code) beside `video` as subtitles that a player can switch on.

    Picture and sound are copied as they are. Each track says its language ("ind" or "eng") and its name; the first
    one is shown by itself. Tracks that `video` has already are kept but for those in a language that is put in anew,
    and for those that are pictures, which .mp4 has no place for. `out` ends with .mp4, .m4v, .mov or .mkv.
    Raises what `burn` raises. Gives `out` back.
    """
    media = _with_picture(video, out)
    codes = {track_language(language): language for language in tracks}
    mp4 = out.suffix.lower() in _MP4
    kept = [
        (number, code) for number, code, codec in _tracks(video)
        if (code == "und" or code not in codes) and codec not in _PICTURES
    ]  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="siar-mux-") as name, whole_file(out) as temporary:
        inputs: list[str] = []
        maps = ["-map", "0:V:0", "-map", "0:a?"]
        told: list[str] = []
        for number, (code, language) in enumerate(codes.items()):
            track = write_subtitles(tracks[language], Path(name) / f"{number}.srt")
            inputs += ["-protocol_whitelist", "file", "-i", file_argument(track)]
            maps += ["-map", f"{number + 1}:s:0"]
            told += [f"-metadata:s:s:{number}", f"language={code}"]
            title = language_title(language)
            if title:
                # Players of .mp4 show the handler's name, those of .mkv the title.
                told += [f"-metadata:s:s:{number}", f"{'handler_name' if mp4 else 'title'}={title}"]
            told += [f"-disposition:s:{number}", "default" if not number else "0"]
        for number, (stream, _code) in enumerate(kept, len(codes)):
            maps += ["-map", f"0:{stream}"]
            told += [f"-disposition:s:{number}", "0"]
        run_ffmpeg(
            [
                "-protocol_whitelist", "file", "-i", file_argument(video), *inputs, *maps, "-map_chapters", "0",
                "-c", "copy", "-c:s", "mov_text" if mp4 else "srt", *told,
                *_container(out), file_argument(temporary),
            ],
            media.duration_s,
            progress,
            verb="Adding the track" if len(codes) == 1 else "Adding the tracks",
        )  # fmt: skip
    return out


def _tracks(video: Path) -> list[tuple[int, str, str]]:
    """The subtitle tracks that `video` has: the stream's number, its language (ISO 639-2) and its codec."""
    with open_media(video) as container:
        return [
            (stream.index, stream.language or "und", stream.codec_context.name if stream.codec_context else "")
            for stream in container.streams.subtitles
        ]


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
