"""Another process that gets in the library's way, or that lives where nothing can be written.

``hold`` takes the file and says so, ``write`` tries to; ``die`` is killed while it goes back to a backup. The others
need a name space of their own, in which they may mount a small disk; they try to add words, to import, to back up
or to restore there and tell how it ended.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from pr_editor.app.library import shelf_at
from pr_editor.library.candidate import Candidate, examine
from pr_editor.library.restore import restore
from pr_editor.library.store import Environment, Library
from pr_editor.library.verify import verify
from pr_editor.review.model import now
from pr_editor.text.message import KnownError
from tests.unit.library.office import PASSPHRASE, SUPERVISOR, arrival

BATCH = 5


def hold(path: Path) -> None:
    """Hold the file until standard input ends."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("BEGIN EXCLUSIVE")
    sys.stdout.write("held\n")
    sys.stdout.flush()
    sys.stdin.read()


def write(path: Path) -> None:
    """Try to be the one who writes."""
    sqlite3.connect(path, timeout=0, isolation_level=None).execute("BEGIN IMMEDIATE")


def read_only_disk(path: Path) -> None:
    """Open the library on a disk that is mounted read-only."""
    place = _small_disk(path)
    subprocess.run(["mount", "-o", "remount,ro", str(place.parent)], check=True)
    with Library.open(place, readonly=True) as library:
        sys.stdout.write(f"{len(library.accounts.all())} accounts read\n")
    copy = path.with_name("copy.db")
    shelf_at(place, path.parent).backup(copy, lambda _: None)
    sys.stdout.write(f"copied: {verify(copy).sound}\n")
    _attempt(place)


def full_disk(path: Path) -> None:
    """Add words until the disk is full; then make room and see that nothing is lost."""
    place = _small_disk(path)
    ballast = place.with_name("ballast")
    _fill_up(ballast)
    _attempt(place)
    ballast.unlink()
    _attempt(place)


def full_disk_import(path: Path) -> None:
    """Import batch by batch until the disk is full; what is in is whole."""
    place = _small_disk(path)
    arrivals = [arrival(f"خبر {number}", "واژه " * 2000 + str(number)) for number in range(100)]
    with Library.open(place, environment=Environment(timeout=0.1)) as library:
        supervisor = library.accounts.login(SUPERVISOR, PASSPHRASE)
        try:
            for at in range(0, len(arrivals), BATCH):
                library.bring_in(arrivals[at : at + BATCH], supervisor)
        except KnownError as error:
            sys.stdout.write(f"{error.message.id}\n")
        count = len(library.list(limit=len(arrivals)))
    assert verify(place).sound
    sys.stdout.write(f"{count > 0} {count % BATCH}\n")


def full_disk_backup(path: Path) -> None:
    """Back up to a disk that has no room."""
    place = _small_disk(path)
    copy = place.with_name("copy.db")
    _fill_up(place.with_name("ballast"))
    with Library.open(path) as library:
        try:
            library.backup(copy)
        except KnownError as error:
            sys.stdout.write(f"{error.message.id}\n{dict(error.message.args)['path'] == str(copy.parent)}\n")
    assert sorted(one.name for one in place.parent.iterdir()) == ["ballast", place.name]


def full_disk_restore(path: Path) -> None:
    """Go back to a backup with a little more room at each attempt, until there is enough."""
    copy = path.with_name("copy.db")
    with Library.open(path) as library:
        library.backup(copy)
    place = _small_disk(path)
    ballast = place.with_name("ballast")
    _fill_up(ballast)
    before, errors = place.read_bytes(), set()
    while not list(place.parent.glob("*replaced*")):
        os.truncate(ballast, ballast.stat().st_size - (1 << 14))
        found = examine(copy, place, now())
        assert isinstance(found, Candidate)
        try:
            restore(found, place)
        except KnownError as error:
            errors.add(error.message.id)
            assert place.read_bytes() == before
            assert sorted(one.name for one in place.parent.iterdir()) == ["ballast", place.name]
    sys.stdout.write("\n".join([*errors, str(all(verify(one).sound for one in place.parent.glob("*.db")))]))


def die(path: Path) -> None:
    """Be killed when so much of a backup is restored."""
    copy, percent = Path(sys.argv[3]), int(sys.argv[4])

    def perish(done: int) -> None:
        if done >= percent:
            os.kill(os.getpid(), signal.SIGKILL)

    found = examine(copy, path, now())
    assert isinstance(found, Candidate)
    restore(found, path, progress=perish)


def _small_disk(path: Path) -> Path:
    disk = path.parent / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], check=True)
    return Path(shutil.copy(path, disk))


def _fill_up(ballast: Path) -> None:
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass


def _attempt(path: Path) -> None:
    count = 0
    try:
        with Library.open(path, environment=Environment(timeout=0.1)) as library:
            count = len(library.words.own("من"))
            while count < 20:
                library.words.add(f"واژه{count}" + "ا" * 2000, "من")
                count += 1
    except KnownError as error:
        sys.stdout.write(f"{error.message.id}\n")
    with Library.open(path, readonly=True) as library:
        assert len(library.words.own("من")) == count
    sys.stdout.write(f"{count} words\n")


if __name__ == "__main__":
    {
        "hold": hold,
        "write": write,
        "read-only-disk": read_only_disk,
        "full-disk": full_disk,
        "full-disk-import": full_disk_import,
        "full-disk-backup": full_disk_backup,
        "full-disk-restore": full_disk_restore,
        "die": die,
    }[sys.argv[1]](Path(sys.argv[2]))
