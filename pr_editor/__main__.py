"""Where the program starts: no arguments, or nothing but files, open the window; all else is a command."""

from __future__ import annotations

import io
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pr_editor.app.logs import start_log
from pr_editor.app.services import build_services
from pr_editor.cli import COMMANDS
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pr_editor.app.services import Services
    from pr_editor.text.message import Message

BAD_INPUT, INTERRUPTED = 2, 130
BUG = 70
"""Exit status of an error nobody foresaw (EX_SOFTWARE of sysexits.h): never taken for a verdict on a draft."""

_WITHOUT_SCREEN = frozenset({"offscreen", "minimal", "vnc", "linuxfb", "eglfs", "minimalegl", "vkkhrdisplay"})

_log = logging.getLogger(__name__)


def main() -> int:
    """Run the program with the arguments of the process and give its exit status."""
    _write_utf8()
    services = build_services()
    start_log(services.paths.log)
    try:
        return _run(sys.argv[1:], services)
    except KeyboardInterrupt:
        return INTERRUPTED
    except KnownError as error:
        _tell(services, error.message)
        return BAD_INPUT
    except Exception:  # noqa: BLE001 - logged with its traceback and told to the user
        _log.exception("unexpected error")
        _tell(
            services,
            message("Something went wrong that should not. Details are in {path}", path=str(services.paths.log)),
        )
        return BUG


def wants_window(arguments: Sequence[str]) -> bool:
    """Whether the window is meant. Raises ``KnownError`` for a word that is neither command, option nor file."""
    if not arguments:
        return True
    if arguments[0] in COMMANDS or arguments[0].startswith("-"):
        return False
    for name in arguments:
        if not _exists(name):
            raise KnownError("{name} is neither a command nor a file.", name=name)
    return True


def _exists(name: str) -> bool:
    try:
        return bool(name) and Path(name).exists()
    except OSError:
        # A name the system can't even look up, such as one too long.
        return False


def has_screen(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can be shown. Without a screen Qt aborts the process and blames a library."""
    if not platform.startswith("linux"):
        return True
    plugin = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    return plugin in _WITHOUT_SCREEN or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _run(arguments: Sequence[str], services: Services) -> int:
    if not wants_window(arguments):
        from pr_editor.cli.main import run as run_command

        return run_command(arguments, services)
    if not has_screen(os.environ):
        raise KnownError("There is no screen to show the window on. «pr-editor check FILE» works without one.")
    from pr_editor.gui.application import run as run_window

    return run_window(services, arguments)


def _tell(services: Services, what: Message) -> None:
    from pr_editor.cli.terminal import choose_language

    language = choose_language(sys.argv[1:], services)
    sys.stderr.write(services.translator(language).render(what) + "\n")


def _write_utf8() -> None:
    """The contract promises UTF-8 whatever the locale; what no UTF-8 can hold (odd file names) is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
