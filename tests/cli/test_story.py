"""From draft to approved version by command line alone: two persons, each command a process of its own."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from pr_editor.app.services import build_services
from tests.cli.office import CLEAN, EDITOR, REPEATED, SECRETS, SUPERVISOR, Office, tamper
from tests.cli.office import run_alone as run
from tests.cli.program import COMMAND

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Outcome


TAMPERINGS = {
    "UPDATE version SET body = replace(body, 'سه هزار', 'شش هزار') WHERE id = 2": "version 2 was changed",
    "DELETE FROM event WHERE seq = 4": "Event 4 is missing",
    "UPDATE sealed_key SET public_key = zeroblob(32) WHERE name LIKE 'مریم%'": f"key of {SUPERVISOR} was swapped",
}


def act(who: str, *arguments: str | Path) -> Outcome:
    return run(*arguments, "--as", who, "--lang", "fa", secrets=(SECRETS[who],))


def test_the_way_of_a_text(tmp_path: Path) -> None:
    draft, out = tmp_path / "خبر کتابخانه.txt", tmp_path / "خبر نهایی.txt"
    draft.write_text("\n".join(REPEATED), "utf-8")
    assert act(SUPERVISOR, "library", "init").returncode == 0
    both = (SECRETS[SUPERVISOR], SECRETS[EDITOR])
    assert run("account", "add", EDITOR, "--role", "editor", "--as", SUPERVISOR, secrets=both).returncode == 0

    refused = act(EDITOR, "submit", draft)
    assert (refused.returncode, refused.stdout) == (1, "")
    (mark,) = re.findall(r"--waive ([0-9a-f]{16})=", refused.stderr)
    submitted = act(EDITOR, "submit", draft, "--waive", f"{mark}=لید در پایان تکرار می‌شود")
    assert (submitted.returncode, submitted.stderr) == (0, "")
    release = submitted.stdout.strip()

    alone = act(EDITOR, "approve", release)
    assert alone.returncode == 2
    assert EDITOR in alone.stderr
    assert act(SUPERVISOR, "return", release, "--note", "تکرار لید را بردارید").returncode == 0
    assert "تکرار لید را بردارید" in run("library", "show", release, "--lang", "fa").stdout

    draft.write_text("\n".join(CLEAN), "utf-8")
    assert act(EDITOR, "submit", draft, "--release", release).stdout.strip() == release
    assert act(EDITOR, "approve", release).returncode == 2
    assert act(SUPERVISOR, "approve", release, "--version", "2").returncode == 0

    for words in ("تامین", "کتابها"):
        assert run("library", "search", words).stdout.startswith(release)
    assert run("library", "export", release, "--to", out).returncode == 0
    assert out.read_text("utf-8").splitlines() == list(CLEAN)
    assert run("library", "verify").returncode == 0

    for number, (change, named) in enumerate(TAMPERINGS.items()):
        copy = tmp_path / f"copy {number}.db"
        shutil.copy(build_services().paths.library, copy)
        tamper(copy, change)
        told = run("library", "verify", "--library", copy, "--lang", "en")
        assert told.returncode == 1
        assert named in told.stdout


def test_a_changed_byte_is_named(office: Office) -> None:
    """Wherever the text lies in the file: in what was signed, in what is shown, in what is searched."""
    office.approved(*CLEAN)
    data, word = office.path.read_bytes(), "شهرداری بهاران".encode()
    places = [match.start() for match in re.finditer(re.escape(word), data)]
    assert places
    for place in places:
        office.path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        told = office.call("library", "verify")
        assert told.returncode == 1
        assert told.stdout.strip()


DISK = """
mount -t tmpfs -o size=1m tmpfs "$disk"
cp "$library" "$disk/one.db"
program() { "$python" -m pr_editor "$@" --library "$disk/one.db" --lang en; }
approve() { printf %s "$passphrase" | program approve "$release" --as "$who" --passphrase-fd 0; }
"""


def disks() -> bool:
    """Whether this system lets one make a small disk of one's own."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode == 0


@dataclass
class SmallDisk:
    """A disk of one megabyte that only the commands run on it can see, with a library and a text that waits."""

    office: Office
    release: str

    def run(self, script: str) -> tuple[list[str], list[str]]:
        """Run a shell script there; ``approve`` and ``program`` are at hand. Gives the lines it printed and said."""
        place = self.office.folder / "disk"
        place.mkdir()
        known = {
            "disk": str(place),
            "library": str(self.office.path),
            "python": COMMAND[0],
            "release": self.release,
            "who": SUPERVISOR,
            "passphrase": SECRETS[SUPERVISOR],
        }
        names = "".join(f"{name}={shlex.quote(value)}\n" for name, value in known.items())
        done = subprocess.run(["unshare", "-rm", "sh", "-c", names + DISK + script], capture_output=True, check=False)
        return done.stdout.decode().splitlines(), done.stderr.decode().splitlines()


needs_disks = pytest.mark.skipif(not disks(), reason="no disks of one's own here")


@pytest.fixture
def small_disk(office: Office) -> SmallDisk:
    return SmallDisk(office, office.submit(*CLEAN))


@needs_disks
def test_a_full_disk_is_told_and_what_was_there_stays(small_disk: SmallDisk) -> None:
    told, said = small_disk.run("""
        head -c 2000000 /dev/zero > "$disk/filler" 2>/dev/null
        approve; echo $?
        rm "$disk/filler"
        program library verify > /dev/null; echo $?
        approve; echo $?
    """)
    assert told == ["2", "0", "0"]
    full, approved = said
    assert "no room left on the disk" in full
    assert small_disk.release in approved


@needs_disks
def test_a_disk_that_may_only_be_read_is_told(small_disk: SmallDisk) -> None:
    told, said = small_disk.run("""
        mount -o remount,ro "$disk"
        program library list
        approve; echo $?
    """)
    assert [line.split()[0] for line in told] == [small_disk.release, "2"]
    (reason,) = said
    assert "read-only" in reason
