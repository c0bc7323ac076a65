#!/usr/bin/env bash
# Brings a checkout from nothing to working: system libraries, uv, and the locked environment in .venv.
#
#   .ci/setup.sh run     what the program needs
#   .ci/setup.sh test    that and what the tests need
#   .ci/setup.sh make    only the build tools, for machines that lack even make
#
# Doing it again changes nothing. What is there already is left alone.
set -euo pipefail
cd "$(dirname "$0")/.."

# Qt with and without a screen (no wheel brings these), and enchant, which pyenchant only wraps.
RUN_PACKAGES=(
    libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0
    libxkbcommon-x11-0 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-randr0
    libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1
    libenchant-2-2
)
# A screen that is not there, a window manager, and hands that type.
TEST_PACKAGES=(git xvfb xauth xdotool openbox x11-utils x11-xkb-utils)

installed() { # PACKAGE: under this name or the one it has where time_t is 64 bits wide (Debian 13, Ubuntu 24.04)
    { dpkg-query -W -f '${Status}\n' "$1" "$1t64" 2>/dev/null || true; } | grep -q '^install ok installed$'
}

need_packages() { # PACKAGE…
    local missing=() package as_root=()
    for package in "$@"; do
        installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
            as_root=(sudo -n)
        else
            echo "Some system packages are missing. Please run this line, then the same command again:" >&2
            echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
            exit 1
        fi
    fi
    echo "Installing system packages: ${missing[*]}" >&2
    # An outdated index of one source must not stop what the others can deliver; the install below will tell.
    "${as_root[@]}" apt-get -qq update || true
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends "${missing[@]}" </dev/null >/dev/null
}

need_system() { # PACKAGE…
    [ "$(uname -s)" = Linux ] || return 0
    if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
        need_packages "$@"
    else
        echo "Not Debian or Ubuntu: make sure that what they call $* is installed." >&2
    fi
}

find_uv() { # sets UV
    UV=$(command -v uv || true)
    [ -z "$UV" ] || return 0
    UV=$PWD/.tools/bin/uv
    [ ! -x "$UV" ] || return 0
    if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
        need_system python3 python3-venv
    fi
    echo "Installing uv into .tools" >&2
    python3 -m venv .tools
    .tools/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.8'
}

install_locked() { # LOCK
    [ -x .venv/bin/python ] || "$UV" venv --quiet --clear .venv
    "$UV" pip install --quiet --python .venv/bin/python --require-hashes -r "$1"
    "$UV" pip install --quiet --python .venv/bin/python --no-deps -e .
}

case "${1:-}" in
    run)
        need_system ca-certificates "${RUN_PACKAGES[@]}"
        find_uv
        install_locked requirements.lock
        ;;
    test)
        need_system ca-certificates "${RUN_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
        find_uv
        install_locked requirements-dev.lock
        touch .venv/run.stamp
        ;;
    make)
        need_system make
        exit
        ;;
    uv)
        find_uv
        echo "$UV"
        exit
        ;;
    *)
        sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
esac
touch ".venv/$1.stamp"
