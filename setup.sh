#!/bin/sh
# Make .venv beside this file, with everything that Siar Studio needs. Run it as often as you like.
#
#   sh setup.sh            for use, for tests, for building
#   SIAR_NO_APT=1 sh setup.sh     leave the operating system as it is
set -eu
cd "$(dirname "$0")"

say() { printf '%s\n' "setup: $*" >&2; }
stop() { say "$*"; exit 1; }

# 1. What Qt and the window tests want of the operating system (Debian and its kin; elsewhere they are there, or said).
if [ "$(uname -s)" = Linux ] && [ -z "${SIAR_NO_APT:-}" ]; then
    if command -v apt-get >/dev/null 2>&1; then
        wanted="libgl1 libegl1 libxkbcommon0 libxkbcommon-x11-0 libfontconfig1 libdbus-1-3 libpulse0 libpulse-mainloop-glib0
            libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0
            libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1 libglib2.0-0 xvfb openbox xdotool"
        python3 -c 'import ensurepip, venv' 2>/dev/null || wanted="$wanted python3-venv"
        lacking=""
        for package in $wanted; do
            # Newer releases call some of them NAMEt64.
            dpkg-query -W -f '${Status}\n' "$package" "${package}t64" 2>/dev/null | grep -q '^install ok installed' \
                || lacking="$lacking $package"
        done
        if [ -n "$lacking" ]; then
            as_root=""
            [ "$(id -u)" = 0 ] || as_root="sudo"
            if [ -n "$as_root" ] && ! command -v sudo >/dev/null 2>&1; then
                stop "these packages are missing, and only root can install them:$lacking"
            fi
            say "installing what the operating system lacks:$lacking"
            export DEBIAN_FRONTEND=noninteractive
            # shellcheck disable=SC2086  # a list of names
            $as_root apt-get update -q >/dev/null && $as_root apt-get install -y -q --no-install-recommends $lacking >/dev/null \
                || stop "apt-get could not install:$lacking"
        fi
    else
        say "this is no Debian: if the window does not start, install Qt's xcb libraries with your package manager"
    fi
fi

# 2. A virtual environment with a Python that is new enough.
for python in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
    [ -n "$python" ] && command -v "$python" >/dev/null 2>&1 \
        && "$python" -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info < (3, 14)))' && break
    python=""
done
[ -n "$python" ] || stop "Python 3.11, 3.12 or 3.13 is needed; name it as PYTHON=/path/to/python3 sh setup.sh"
[ -x .venv/bin/python ] && .venv/bin/python -c 'import pip' 2>/dev/null || {
    say "making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
}
pip() { .venv/bin/python -m pip --disable-pip-version-check "$@"; }

# Nothing has changed since the last time: ready at once.
stamp=".venv/.siar-setup"
state=$(cksum pyproject.toml setup.sh)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$state" ] && .venv/bin/python -c 'import studio' 2>/dev/null; then
    say "everything is there. Try: .venv/bin/siar demo"
    exit 0
fi

# 3. torch first: without an NVIDIA GPU its CPU build, which is a tenth of the size.
torch="torch==2.13.0"
if ! .venv/bin/python -c 'import torch' 2>/dev/null; then
    if command -v nvidia-smi >/dev/null 2>&1 && nvidia-smi >/dev/null 2>&1; then
        pip install -q "$torch"
    elif pip install -q --dry-run --report - "$torch" 2>/dev/null | grep -q '"name": *"nvidia-'; then
        say "taking the CPU build of torch"
        # uv knows where PyTorch keeps its CPU builds; should that be out of reach, the large build works too.
        { pip install -q uv && .venv/bin/uv pip install -q --python .venv/bin/python "$torch" --torch-backend cpu; } \
            || pip install -q "$torch"
    else
        pip install -q "$torch"
    fi
fi

# 4. Siar Studio itself, from this folder, with what its tests use.
say "installing Siar Studio and its libraries (some minutes the first time)"
pip install -q -e ".[dev]"
.venv/bin/python -m compileall -q studio ui >/dev/null 2>&1 || true
printf '%s' "$state" >"$stamp"
say "done. Try: .venv/bin/siar demo"
