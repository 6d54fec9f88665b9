"""Everything that can go wrong for a person, as one tree; each error says what happened and what to do.

SiarError
├── InvalidValue          a field, a date, an option that cannot be taken
├── NotFound              no such item, template, profile, job, file
├── PlanChanged           the plan is another one than it was when a person chose
├── WorkspaceError        the workspace cannot be used as it is
│   ├── ReadOnlyWorkspace     it cannot be written to
│   ├── NewerSchema           a newer Siar Studio wrote it
│   ├── DamagedDatabase       siar.db is not whole
│   │   └── DamagedBackup         a backup of it is not whole
│   └── WorkspaceBusy         another process holds it for too long
├── MediaError            a recording cannot be used
│   ├── NotMedia              it holds neither sound nor picture
│   ├── NoSound               it has no sound, or none that can be decoded
│   └── EncodingFailed        ffmpeg gave up
├── SpeechError           speech cannot become text
│   ├── UnknownCheckpoint     no checkpoint of that name is installed
│   ├── DamagedCheckpoint     its file is not what it should be
│   ├── NoSpeechSource        neither a checkpoint nor a script
│   ├── DownloadFailed        a checkpoint did not arrive
│   └── ClusterFailed         a cluster cannot be used, or was lost
├── TemplateError         a template is wrong, hostile, or asks for what is not there
├── OutOfSpace            the disk is full
├── CannotWrite           a file or folder cannot be written
├── WorkerDied            the worker process ended without a word
└── Interrupted           the person cancelled
"""

from __future__ import annotations


class SiarError(Exception):
    """Something that a person can do something about.

    `happened` and `advice` are whole sentences, without a final full stop where it would be doubled;
    `str(error)` joins them: "The file is empty. Choose another one."
    """

    def __init__(self, happened: str, advice: str = "") -> None:
        super().__init__(happened, advice)
        self.happened = happened
        self.advice = advice

    def __str__(self) -> str:
        parts = (part.strip().rstrip(".") for part in (self.happened, self.advice))
        return " ".join(f"{part}." for part in parts if part)

    # An exception that does not pickle reaches the parent of a worker as a broken pool.
    def __reduce__(self) -> tuple[type[SiarError], tuple[str, str]]:
        return type(self), (self.happened, self.advice)


class InvalidValue(SiarError):
    """A field, a date or an option that cannot be taken."""


class NotFound(SiarError):
    """No such item, template, profile, job or file."""


class PlanChanged(SiarError):
    """The plan is another one than it was when a person chose."""


class WorkspaceError(SiarError):
    """The workspace cannot be used as it is."""


class ReadOnlyWorkspace(WorkspaceError):
    """The workspace cannot be written to."""


class NewerSchema(WorkspaceError):
    """A newer Siar Studio wrote this workspace."""


class DamagedDatabase(WorkspaceError):
    """`siar.db` is not a whole database."""


class DamagedBackup(DamagedDatabase):
    """A backup of `siar.db` is not a whole database."""


class WorkspaceBusy(WorkspaceError):
    """Another process held the workspace for longer than we wait."""


class MediaError(SiarError):
    """A recording cannot be used."""


class NotMedia(MediaError):
    """A file that holds neither sound nor picture."""


class NoSound(MediaError):
    """A recording with no sound, or none that can be decoded."""


class EncodingFailed(MediaError):
    """ffmpeg gave up; its last words are in `happened`."""


class SpeechError(SiarError):
    """Speech cannot become text."""


class UnknownCheckpoint(SpeechError):
    """No checkpoint of that name is installed, and no file of that name is one."""


class DamagedCheckpoint(SpeechError):
    """A checkpoint's file is not what it should be."""


class NoSpeechSource(SpeechError):
    """Neither a checkpoint nor a script is there to make subtitles from."""


class DownloadFailed(SpeechError):
    """A checkpoint did not arrive whole."""


class ClusterFailed(SpeechError):
    """A cluster cannot be reached or used, or was lost in the middle."""


class TemplateError(SiarError):
    """A template is wrong, hostile, or asks for what is not there."""


class OutOfSpace(SiarError):
    """The disk is full."""


class CannotWrite(SiarError):
    """A file or folder cannot be written."""


class WorkerDied(SiarError):
    """The worker process ended without a word."""


class Interrupted(SiarError):
    """The person cancelled."""
