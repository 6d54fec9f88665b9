"""Checkpoints as a person meets them: what is there, get one, add one from a stick, look whether it is whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from studio.errors import InvalidValue
from studio.jobs.events import JobRequest, Report
from studio.speech import checkpoints, network
from studio.speech.checkpoints import Installed, Known

HERE, MISSING, PART, DAMAGED = "here", "missing", "part", "damaged"
"""The states of a checkpoint in `list_models`; that one is being fetched or prepared is known by its job."""

_FETCHED, _ADDED = 0.92, 0.6
"""The shares of the work after which only the fast engine's form is left to be made."""


def list_models() -> list[dict[str, Any]]:
    """Every known or installed checkpoint, those of one's own first.

    `{name, installed, path, size_mb, languages, advice, state, part_mb, prepared}`: `state` is one of HERE, MISSING,
    PART (some of it has arrived: get goes on) and DAMAGED (as a short look shows); `prepared` tells whether the fast
    engine's form is made.
    """
    there = {one.name: one for one in checkpoints.installed()}
    own = [_own(one) for one in there.values() if one.known is None]
    return own + [_published(one, there.get(one.name)) for one in checkpoints.KNOWN.values()]


def _own(one: Installed) -> dict[str, Any]:
    return {
        "name": one.name,
        "installed": True,
        "path": str(one.path),
        "size_mb": round(one.size / 1e6),
        "languages": "",
        "advice": "added from a file",
        **_standing(one),
    }


def _published(one: Known, there: Installed | None) -> dict[str, Any]:
    part = checkpoints.part_of(one.name)
    arrived = part.stat().st_size if there is None and part.is_file() else 0
    absent = {"state": PART if arrived else MISSING, "part_mb": round(arrived / 1e6), "prepared": False}
    return {
        "name": one.name,
        "installed": there is not None,
        "path": str(there.path) if there else None,
        "size_mb": round(one.size / 1e6),
        "languages": one.languages,
        "advice": one.advice,
        **(_standing(there) if there else absent),
    }


def _standing(one: Installed) -> dict[str, Any]:
    from studio.speech.conversion import is_prepared

    damaged = checkpoints.looks_damaged(one)
    return {"state": DAMAGED if damaged else HERE, "part_mb": 0, "prepared": not damaged and is_prepared(one.path)}


def place() -> dict[str, Any]:
    """Where checkpoints lie, and how much is free there: `{folder, free_mb}`; null where the system does not say."""
    from studio.speech.space import free_space

    folder = checkpoints.checkpoints_folder()
    free = free_space(folder)
    return {"folder": str(folder), "free_mb": None if free is None else round(free / 1e6)}


def get_request(name: str, mirror: str | None = None, proxy: str | None = None) -> JobRequest:
    """A job that downloads a checkpoint and prepares it for the fast engine.

    Raises UnknownCheckpoint for a name that is not Whisper's, InvalidValue for an address that is none.
    """
    wanted = checkpoints.known(name)
    if network.shown(proxy or "") != (proxy or ""):
        # The job is written into the plan's database, and that is copied and handed on.
        raise InvalidValue(
            "A proxy with a password cannot be given for one download",
            "Keep it on this computer: `siar models settings --proxy URL`",
        )
    given = {"mirror": network.checked_mirror(mirror or ""), "proxy": network.checked_proxy(proxy or "")}
    network.route(given["mirror"], given["proxy"])  # settings that cannot be read are told before the work begins
    arguments = {"name": wanted.name, **{key: value for key, value in given.items() if value}}
    return JobRequest(f"Download the checkpoint {wanted.name}", "studio.actions.models:run_get", arguments)


def run_get(*, name: str, progress: Report, mirror: str | None = None, proxy: str | None = None) -> str:
    """What the worker does: the path of the verified file, which the fast engine can use at once."""
    from studio.speech.download import get

    path = get(name, mirror, lambda part, message: progress(_FETCHED * part, message), proxy=proxy)
    _prepare(path, _FETCHED, progress)
    return str(path)


def add_request(file: Path) -> JobRequest:
    """A job that installs a checkpoint from a file and prepares it. Raises NotFound, DamagedCheckpoint."""
    from studio.files import existing_file
    from studio.speech.impostors import refuse_impostors

    whole = existing_file(file.expanduser()).absolute()
    refuse_impostors(whole)
    return JobRequest(f"Add the checkpoint {whole.name}", "studio.actions.models:run_add", {"file": str(whole)})


def run_add(*, file: str, progress: Report) -> str:
    """What the worker does: where the checkpoint lies now."""
    from studio.speech.adding import add

    path = add(Path(file), lambda part, message: progress(_ADDED * part, message)).path
    _prepare(path, _ADDED, progress)
    return str(path)


def prepare_request(name: str) -> JobRequest:
    """A job that prepares an installed checkpoint, so that the first subtitle need not wait for it.

    Raises UnknownCheckpoint.
    """
    checkpoints.find(name)
    return JobRequest(f"Prepare the checkpoint {name}", "studio.actions.models:run_prepare", {"name": name})


def run_prepare(*, name: str, progress: Report) -> str:
    """What the worker does: the path of the checkpoint."""
    path = checkpoints.find(name)
    _prepare(path, 0.0, progress)
    return str(path)


def _prepare(path: Path, begin: float, progress: Report) -> None:
    from studio.speech.conversion import prepare

    progress(begin, f"Preparing {path.stem} for this computer")
    prepare(path, lambda part, message: progress(begin + (1 - begin) * part, message))


def check_request(name: str) -> JobRequest:
    """A job that looks at all of an installed checkpoint; gives what `check_models` does. Raises UnknownCheckpoint."""
    checkpoints.find(name)
    return JobRequest(f"Check the checkpoint {name}", "studio.actions.models:run_check", {"name": name})


def run_check(*, name: str, progress: Report) -> list[dict[str, Any]]:
    """What the worker does."""
    return check_models(name, progress)


def check_models(name: str | None = None, progress: Report | None = None) -> list[dict[str, Any]]:
    """One dict for each installed checkpoint, or for `name`: `{name, ok, evidence}`."""
    names = [name] if name else [one.name for one in checkpoints.installed()]
    checks = [(one, checkpoints.check(one, progress)) for one in names]
    return [{"name": one, "ok": check.ok, "evidence": check.evidence} for one, check in checks]


def remove_model(name: str) -> Path:
    """Remove a checkpoint or the part of it that arrived, and what was converted from it. Raises UnknownCheckpoint."""
    return checkpoints.remove(name)


def machine_settings(threads: str | None = None, compute: str | None = None) -> dict[str, Any]:
    """How much of this computer recognition takes, after what is given is kept ("auto" leaves it to the program).

    `{threads, set_threads, compute, set_compute}`: what holds, and what is set (0 and "" where nothing is). `compute`
    is "float16" on a graphics card, else "int8" or "float32". Raises InvalidValue.
    """
    import ctranslate2

    from studio.speech import machine

    kept = machine.save(threads, compute) if threads is not None or compute is not None else machine.load()
    automatic = "float16" if ctranslate2.get_cuda_device_count() else "int8"
    return {
        "threads": machine.threads(),
        "set_threads": kept.threads,
        "compute": kept.compute or automatic,
        "set_compute": kept.compute,
    }


def model_settings(mirror: str | None = None, proxy: str | None = None) -> dict[str, Any]:
    """The settings, after those that are given are kept ("" or "none" forgets one).

    `{file, folder, free_mb, mirror, mirror_from, proxy, proxy_from, set_mirror, set_proxy}`: what holds, where it was
    said ("environment", "settings" or ""), and what the file says. Passwords are left out. Raises InvalidValue.
    """
    kept = network.save(mirror, proxy) if mirror is not None or proxy is not None else network.load()
    way = network.route()
    return {
        "file": str(network.settings_file()),
        **place(),
        "mirror": network.shown(way.mirror),
        "mirror_from": way.mirror_from,
        "proxy": network.shown(way.proxy),
        "proxy_from": way.proxy_from,
        "set_mirror": network.shown(kept.mirror),
        "set_proxy": network.shown(kept.proxy),
    }
