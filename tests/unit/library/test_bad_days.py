"""Each thing that can go wrong with the file has a message that says what, and changes nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from pr_editor.library.file import DamagedError
from pr_editor.library.place import is_network_share
from pr_editor.library.store import Library
from pr_editor.text.message import KnownError
from tests.unit.library.office import EDITOR, PASSPHRASE, SUPERVISOR, Office, handover

ROOT = Path(__file__).parents[3]
STRANGER = [sys.executable, "-m", "tests.unit.library.stranger"]
READ_ONLY = "The library can't be written: the file or its folder is read-only: {path}"
FULL = "There is no room left on the disk of {path}."


def in_own_space(what: str, path: Path) -> list[str]:
    """What a stranger who may mount disks tells."""
    own = ["unshare", "--map-root-user", "--mount"]
    if not shutil.which("unshare") or subprocess.run([*own, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no name spaces of one's own here")
    told = subprocess.run([*own, *STRANGER, what, str(path)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return told.stdout.splitlines()


def test_held_by_another_process(office: Office) -> None:
    release = office.submit()
    with subprocess.Popen(
        [*STRANGER, "hold", str(office.path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as stranger:
        assert stranger.stdin
        assert stranger.stdout
        assert stranger.stdout.readline() == "held\n"
        for attempt in (
            lambda: office.library.approve(release, SUPERVISOR, PASSPHRASE),
            lambda: office.library.list(),
            lambda: Library.open(office.path, environment=office.environment),
        ):
            with pytest.raises(KnownError, match="Another program is using the library"):
                attempt()
        stranger.stdin.close()
    office.approve(release)


def test_whoever_looks_at_the_file_meanwhile_takes_no_lock_away(office: Office) -> None:
    """The system drops all locks of a process on a file when the process closes the file once."""
    with closing(sqlite3.connect(office.path, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        Library.open(office.path, readonly=True).close()
        with pytest.raises(KnownError):
            Library.open(office.path.parent)
        tried = subprocess.run([*STRANGER, "write", str(office.path)], cwd=ROOT, capture_output=True, check=False)
        assert b"database is locked" in tried.stderr


def test_a_reader_keeps_nobody_from_reading(office: Office) -> None:
    release = office.submit()
    with closing(sqlite3.connect(office.path, isolation_level=None)) as db:
        db.execute("BEGIN")
        db.execute("SELECT * FROM event").fetchone()
        assert office.library.show(release).version.number == 1
        with pytest.raises(KnownError, match="Another program is using the library"):
            office.approve(release)
    office.approve(release)


def test_a_read_only_disk(office: Office) -> None:
    office.library.close()
    assert in_own_space("read-only-disk", office.path) == ["2 accounts read", "copied: True", READ_ONLY, "0 words"]


def test_a_full_disk_loses_nothing_and_goes_on_when_there_is_room(office: Office) -> None:
    office.library.close()
    told = in_own_space("full-disk", office.path)
    assert FULL in told[:-1]
    assert told[-1] == "20 words"


def test_a_full_disk_ends_an_import_between_two_batches(office: Office) -> None:
    office.library.close()
    assert in_own_space("full-disk-import", office.path) == [FULL, "True 0"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is read-only to the superuser")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_read_only_file_or_folder(office: Office, what: str) -> None:
    office.library.close()
    place = office.path if what == "file" else office.path.parent
    place.chmod(0o555)
    try:
        with pytest.raises(KnownError, match="read-only"):
            office.reopen().accounts.disable(EDITOR, office.supervisor)
    finally:
        place.chmod(0o755)


def test_what_keeps_acknowledged_steps_over_a_power_cut_is_on(office: Office) -> None:
    file = office.library._file
    assert file.rows("PRAGMA journal_mode") == [("truncate",)]
    assert file.rows("PRAGMA synchronous") == [(3,)]


def test_no_room_for_one_more_page(office: Office) -> None:
    release = office.submit()
    (pages,) = office.library._file.rows("PRAGMA page_count")[0]
    office.library._file.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(KnownError, match="no room left"):
        office.submit(*[f"بند {n} " + "متن " * 900 for n in range(9)], release=release)
    office.library._file.rows("PRAGMA max_page_count = 100000")
    assert len(office.library.versions(release)) == 1
    assert office.submit("خبر", "لید", release=release) == release


def test_a_newer_schema(office: Office) -> None:
    office.library.close()
    with closing(sqlite3.connect(office.path)) as db:
        db.execute("PRAGMA user_version = 99")
    content = office.path.read_bytes()
    with pytest.raises(KnownError, match="newer version of the program"):
        office.reopen()
    assert office.path.read_bytes() == content


@pytest.mark.parametrize("content", ["empty", "text", "other database"])
def test_no_library(tmp_path: Path, content: str) -> None:
    path = tmp_path / "archive.db"
    path.write_bytes(b"" if content == "empty" else "خبرهای دیروز".encode() * 20)
    if content == "other database":
        path.unlink()
        with closing(sqlite3.connect(path)) as db:
            db.execute("CREATE TABLE account (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(KnownError, match="not a library of this program"):
        Library.open(path)
    assert path.read_bytes() == before


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="There is no library at"):
        Library.open(tmp_path / "library.db")
    assert list(tmp_path.iterdir()) == []


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="is a folder"):
        Library.open(tmp_path)


def test_nothing_is_overwritten_by_a_new_library(office: Office) -> None:
    with pytest.raises(KnownError, match="already a file"):
        Library.create(office.path, SUPERVISOR, PASSPHRASE, environment=office.environment)


def test_a_new_library_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="at least 8"):
        Library.create(tmp_path / "library.db", SUPERVISOR, "کوتاه")
    with pytest.raises(KnownError, match="needs a name"):
        Library.create(tmp_path / "library.db", "  ", PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


def test_pages_overwritten_by_rubbish(office: Office) -> None:
    release = office.approved()
    office.library.close()
    content = office.path.read_bytes()
    office.path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(DamagedError, match="is damaged"):
        office.reopen().show(release)


def test_a_network_share_is_only_read(office: Office, tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    office.library.close()
    place = str(tmp_path).replace(" ", "\\040")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/archive {place} nfs4 rw 0 0\n")
    environment = replace(office.environment, mounts=mounts)
    with pytest.raises(KnownError, match="network share"):
        Library.open(office.path, environment=environment)
    with pytest.raises(KnownError, match="network share"):
        Library.create(tmp_path / "new.db", SUPERVISOR, PASSPHRASE, environment=environment)
    with Library.open(office.path, readonly=True, environment=environment) as library:
        assert len(library.accounts.all()) == 2


@pytest.mark.parametrize(
    ("place", "shared"),
    [
        ("/srv/news/library.db", True),
        ("/srv/newsroom/library.db", False),
        ("/srv/news/disk/library.db", False),
        ("/srv/with space/library.db", True),
        ("/srv/covered/library.db", False),
        ("/mnt/sshfs/library.db", True),
        ("/mnt/usb/library.db", False),
        ("/var/lib/library.db", False),
        ("//server/share/library.db", True),
    ],
)
def test_what_is_a_network_share(tmp_path: Path, place: str, shared: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "server:/news /srv/news nfs rw 0 0\n"
        "/dev/sdb1 /srv/news/disk xfs rw 0 0\n"
        "//server/a /srv/with\\040space cifs rw 0 0\n"
        "server:/c /srv/covered nfs4 rw 0 0\n"
        "/dev/sdc1 /srv/covered ext4 rw 0 0\n"
        "user@host:/ /mnt/sshfs fuse.sshfs rw 0 0\n"
        "/dev/sdd1 /mnt/usb fuseblk rw 0 0\n"
    )
    assert is_network_share(Path(place), mounts) is shared


def test_where_no_table_of_mounts_is_every_disk_is_ones_own(tmp_path: Path) -> None:
    assert not is_network_share(tmp_path / "library.db", tmp_path / "none")


def test_a_checkpoint_that_cannot_be_written_is_told_and_the_step_stands(office: Office) -> None:
    office.library.close()
    nowhere = office.path.with_name("nowhere")
    nowhere.symlink_to(office.path.with_name("gone"))
    office.environment = replace(office.environment, checkpoint=nowhere / "checkpoint.json")
    release = office.reopen().submit(handover("خبر", "لید"), office.editor)
    (warning,) = office.library.warnings
    assert "It has been saved, but the checkpoint" in str(warning)
    assert office.reopen().show(release).version.number == 1


def test_nothing_is_added_while_the_checkpoint_cannot_be_read(office: Office) -> None:
    office.checkpoint.write_bytes(b"rubbish")
    with pytest.raises(KnownError, match="checkpoint can't be read"):
        office.submit()
    assert office.library.list() == ()
