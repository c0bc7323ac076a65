"""Checkers that start in an instant: a process loads everything once, and each checker is a fork of it.

Run as a program with the path of a socket, it listens there until its standard input ends. What the window starts in
place of the checker is a relay: it hands its streams, arguments and environment over the socket, and lives as long as
the fork that works with them. From there on the fork is the checker of the program, to the last line it writes.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Never, Self

from pr_editor.app import checker
from pr_editor.app.paths import default_paths
from pr_editor.app.services import Services, build_services

if TYPE_CHECKING:
    from pr_editor.app.paths import Paths
    from pr_editor.language.language import Language
    from pr_editor.language.ngrams import Ngrams

ROOT = Path(__file__).parents[1]
_ENOUGH = 1 << 16
"""Bytes that arguments and environment fit in."""
_CRASHED = 70

_RELAY = f"""
import json, os, socket, sys
path, *arguments = sys.argv[1:]
server = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
server.connect(path)
socket.send_fds(server, [json.dumps([arguments, dict(os.environ)]).encode()], [0, 1, 2])
for stream in 0, 1, 2: os.close(stream)
os._exit(int(server.recv(16) or {_CRASHED}))
"""


class PreparedServices(Services):
    """The program's services, with dictionaries that are loaded already: for one asking, as they learn words."""

    prepared: Language | None

    def language(self, words: frozenset[str] | None = None, house: Ngrams | None = None) -> Language:
        """The dictionaries; those that are prepared at first, then others."""
        if self.prepared is None:
            return super().language(words, house)
        language, self.prepared = self.prepared, None
        language.use_house(house)
        language.add_words(self.words.words() if words is None else words)
        return language


@dataclass(frozen=True, slots=True)
class PreparedChecker:
    """The process that has loaded everything, seen from the tests."""

    process: subprocess.Popen[bytes]
    path: Path

    @classmethod
    def start(cls, path: Path) -> Self:
        """Start it and wait until it listens at ``path``."""
        command = [sys.executable, "-m", __name__, str(path)]
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        return cls(process, path)

    def command(self, services: Services, profile: str = "") -> list[str]:
        """What to start in place of the command of the program."""
        program, *options = checker.checker_command(services, profile)
        arguments = [option for option in options if option.startswith("--")]
        return [program, "-I", "-S", "-c", _RELAY, str(self.path), *arguments]

    def end(self) -> None:
        """End it; its forks end by themselves."""
        self.process.communicate()


def main() -> None:
    """Load everything, then fork a checker for everyone who connects."""
    services = build_services()
    language = services.language(frozenset())
    engine = services.engine(services.profile(checker.DEFAULT_PROFILE), language)
    # The first review builds tables that all others use.
    engine.review(services.read(services.sample("faulty.txt")).draft)
    gc.freeze()
    # Nobody asks for the exit status of a fork but its relay, and that one is told.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind(sys.argv[1])
        listener.listen()
        os.write(1, b"ready\n")
        while sys.stdin not in select.select([listener, sys.stdin], [], [])[0]:
            relay, _ = listener.accept()
            with relay:
                if not os.fork():
                    listener.close()
                    _check(relay, language)


def _check(relay: socket.socket, language: Language) -> Never:
    """Be the checker of a relay, and tell it the exit status at the end."""
    data, streams, _, _ = socket.recv_fds(relay, _ENOUGH, 3)
    for place, stream in enumerate(streams):
        os.dup2(stream, place)
        os.close(stream)
    arguments, environment = json.loads(data)
    os.environ.clear()
    os.environ.update(environment)

    def build(paths: Paths) -> Services:
        plain = build_services(paths)
        made = PreparedServices(plain.paths, plain.settings, plain.sessions, plain.words)
        made.prepared = language if paths.resources == default_paths().resources else None
        return made

    status = checker.main(arguments, build)
    # What has to be done at the end is done, but the dictionaries aren't taken apart: they would be copied for it.
    atexit._run_exitfuncs()
    relay.send(b"%d" % status)
    os._exit(status)


if __name__ == "__main__":
    main()
