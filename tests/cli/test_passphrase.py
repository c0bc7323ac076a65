"""Passphrases come hidden from a terminal or from a descriptor, and leave no trace."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.services import build_services
from tests.cli.office import CLEAN, EDITOR, SECRETS, SUPERVISOR, Office, pipe_with, run_alone
from tests.cli.program import COMMAND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.cli.program import Run

# A session without a terminal takes the first one it opens as its own.
_BECOME = """
import os, sys
os.setsid()
os.close(os.open(os.ttyname(0), os.O_RDWR))
os.execvp(sys.argv[1], sys.argv[1:])
"""


class Typist:
    """A process at a terminal of its own, and somebody who types."""

    def __init__(self, *arguments: str | Path) -> None:
        self._screen, terminal = pty.openpty()
        self._process = subprocess.Popen(
            [COMMAND[0], "-c", _BECOME, *COMMAND, *map(str, arguments)],
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
        )
        os.close(terminal)
        self.seen = b""

    @property
    def pid(self) -> int:
        return self._process.pid

    def wait_for(self, words: str) -> None:
        while words.encode() not in self.seen:
            piece = os.read(self._screen, 4096)
            assert piece, self.seen.decode()
            self.seen += piece
        self.seen = self.seen.partition(words.encode())[2]

    def type(self, text: str) -> None:
        os.write(self._screen, f"{text}\n".encode())

    def end(self) -> tuple[int, str]:
        try:
            while piece := os.read(self._screen, 4096):
                self.seen += piece
        except OSError:  # How Linux tells that the terminal is gone.
            pass
        os.close(self._screen)
        return self._process.wait(), self.seen.decode()


def in_trace(secrets: Sequence[str], *places: Path) -> list[Path]:
    files = [file for place in places for file in (place.rglob("*") if place.is_dir() else [place]) if file.is_file()]
    return [file for file in files if any(secret.encode() in file.read_bytes() for secret in secrets)]


def test_the_whole_first_start_at_a_terminal(tmp_path: Path) -> None:
    secret = "گذرواژه‌ای بلند"
    typist = Typist("library", "init", "--as", SUPERVISOR, "--lang", "en")
    typist.wait_for("alone")
    typist.type("n")
    typist.wait_for(f"New passphrase for {SUPERVISOR}: ")
    process = Path("/proc") / str(typist.pid)
    if process.exists():
        assert secret.encode() not in (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
    typist.type(secret)
    typist.wait_for("once more: ")
    typist.type(secret)
    status, seen = typist.end()
    assert status == 0
    assert secret not in seen
    assert "library.db" in seen
    with build_services().shelf().open() as library:
        assert library.accounts.login(SUPERVISOR, secret).person.name == SUPERVISOR
        assert not library.accounts.house.solo
    assert in_trace([secret], tmp_path) == []


def test_two_passphrases_that_differ_make_nothing() -> None:
    typist = Typist("library", "init", "--as", SUPERVISOR, "--four-eyes", "--lang", "en")
    typist.wait_for(": ")
    typist.type("گذرواژهٔ نخست")
    typist.wait_for("once more: ")
    typist.type("گذرواژهٔ دوم")
    status, seen = typist.end()
    assert status == 2
    assert "differ" in seen
    assert not build_services().paths.library.exists()


def test_a_decision_at_a_terminal(office: Office) -> None:
    release = office.submit(*CLEAN)
    typist = Typist("approve", release, "--as", SUPERVISOR, "--lang", "fa")
    typist.wait_for(f"گذرواژهٔ {SUPERVISOR}: ")
    typist.type(SECRETS[SUPERVISOR])
    status, seen = typist.end()
    assert status == 0
    shown = build_services().translator("fa").digits(release)
    assert f"خبر {shown} تأیید شد." in seen
    assert SECRETS[SUPERVISOR] not in seen


def test_without_a_terminal_nothing_is_asked(office: Office) -> None:
    release = office.submit(*CLEAN)
    done = run_alone("approve", release, "--as", SUPERVISOR, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--passphrase-fd" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_passphrase_on_standard_input(office: Office, run: Run) -> None:
    """The number 0 is a descriptor as well."""
    release = office.submit(*CLEAN)
    done = subprocess.run(
        [*COMMAND, "approve", release, "--as", SUPERVISOR, "--passphrase-fd", "0"],
        input=SECRETS[SUPERVISOR].encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("line", ["", "\n", "\r\n"])
def test_an_empty_descriptor_is_told(office: Office, line: str) -> None:
    reading, writing = os.pipe()
    os.write(writing, line.encode())
    os.close(writing)
    release = office.submit(*CLEAN)
    done = office.call("approve", release, "--as", SUPERVISOR, "--passphrase-fd", str(reading))
    os.close(reading)
    assert done.returncode == 2
    assert "descriptor" in done.stderr


def test_a_descriptor_that_is_not_open_is_told(office: Office) -> None:
    release = office.submit(*CLEAN)
    done = office.call("approve", release, "--as", SUPERVISOR, "--passphrase-fd", "999")
    assert done.returncode == 2
    assert "descriptor 999" in done.stderr


def test_bytes_that_are_no_text_are_told(office: Office) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"\xff\xfe\n")
    os.close(writing)
    release = office.submit(*CLEAN)
    done = office.call("approve", release, "--as", SUPERVISOR, "--passphrase-fd", str(reading))
    os.close(reading)
    assert done.returncode == 2
    assert "UTF-8" in done.stderr


def test_a_short_passphrase_makes_no_account(office: Office) -> None:
    reading = pipe_with((SECRETS[SUPERVISOR], "کوتاه"))
    done = office.call(
        "account", "add", "زهرا", "--role", "reader", "--as", SUPERVISOR, "--passphrase-fd", str(reading)
    )
    os.close(reading)
    assert done.returncode == 2
    assert "زهرا" not in office.call("account", "list").stdout


def test_a_passphrase_is_no_argument_and_no_variable(office: Office) -> None:
    release = office.submit(*CLEAN)
    argument = office.call("approve", release, "--as", SUPERVISOR, "--passphrase", SECRETS[SUPERVISOR])
    assert argument.returncode == 2
    names = ("PASSPHRASE", "PR_EDITOR_PASSPHRASE", "PR_EDITOR_APPROVE_PASSPHRASE_FD")
    variable = run_alone("approve", release, "--as", SUPERVISOR, environment=dict.fromkeys(names, SECRETS[SUPERVISOR]))
    assert variable.returncode == 2
    assert office.act(EDITOR, "approve", release).returncode == 2
    assert in_trace([*SECRETS.values()], office.folder) == []
