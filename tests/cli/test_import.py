"""``pr-editor library import`` as other programs meet it, also when it is interrupted or killed."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import sqlite3
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from pr_editor.library.file import Access, LibraryFile
from pr_editor.library.reuse_index import is_behind
from pr_editor.library.verify import verify
from tests.cli.office import BODY, EDITOR, HEADLINE, LEAD, SECRETS, SUPERVISOR, Office, descriptors_of, options_for
from tests.cli.program import COMMAND

if TYPE_CHECKING:
    from pathlib import Path

MANY = 800
"""Enough for several batches on any machine."""


def archive(folder: Path, count: int, name: str = "1402.jsonl") -> Path:
    """An archive of so many releases, each with words of its own."""
    path = folder / name
    rows = ({"title": f"{HEADLINE} {n}", "text": f"{LEAD}\n{BODY} {n}", "date": "1402/07/12"} for n in range(count))
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("SELECT count(*) FROM release").fetchone()[0])


def lags(path: Path) -> bool:
    """Whether the words of some releases can't be found yet."""
    with closing(LibraryFile(path, Access(readonly=True))) as file:
        return is_behind(file)


def test_an_archive_comes_in_and_is_there_like_anything_approved(office: Office) -> None:
    done = office.act(SUPERVISOR, "library", "import", archive(office.folder, 3), "--outlet", "روابط عمومی", "--list")
    assert done.returncode == 0, done.stderr
    releases = [line.split("\t")[0] for line in done.stdout.splitlines()]
    assert releases == ["1402-0001", "1402-0002", "1402-0003"]
    assert done.stdout.splitlines()[2].endswith("1402.jsonl:3")
    assert done.stderr.splitlines() == ["Imported: 3", "Date as the archive says: 3"]
    listed = json.loads(office.call("library", "list", "--state", "approved", "--format", "json").stdout)["releases"]
    assert {(row["eyes"], row["outlet"], row["jalali"]) for row in listed} == {("archive", "روابط عمومی", "1402-07-12")}
    shown = office.call("library", "show", "1402-0002").stdout
    assert "from the archive" in shown
    assert "1402.jsonl:2" in shown
    as_json = json.loads(office.call("library", "show", "1402-0002", "--format", "json").stdout)
    assert as_json["origin"] == {"file": "1402.jsonl", "line": 2, "id": "", "dated": "field"}
    assert as_json["history"][0]["kind"] == "imported"
    assert "1402-0002" in office.call("library", "list").stdout
    exported = office.call("library", "export", "1402-0002", "--to", office.folder / "خبر.txt")
    assert exported.returncode == 0, exported.stderr
    text = (office.folder / "خبر.txt").read_text("utf-8")
    assert f"{BODY} 1" in text
    assert text.rstrip().endswith("[از بایگانی]")
    assert office.call("library", "verify").returncode == 0


def test_the_second_time_adds_nothing_and_prints_no_results(office: Office) -> None:
    path = archive(office.folder, 3)
    assert office.act(SUPERVISOR, "library", "import", path).stdout == ""
    before = office.path.read_bytes()
    again = office.act(SUPERVISOR, "library", "import", path, "--list")
    assert (again.returncode, again.stdout) == (0, "")
    assert again.stderr.splitlines() == ["Imported: 0", "In the library already: 3"]
    assert office.path.read_bytes() == before


def test_what_can_not_come_in_is_named_with_its_line(office: Office) -> None:
    path = archive(office.folder, 2)
    path.write_bytes(path.read_bytes() + b"{]\n")
    (office.folder / "تهی.txt").write_bytes(b"")
    done = office.act(SUPERVISOR, "library", "import", path, office.folder / "تهی.txt", office.folder / "نیست.txt")
    assert done.returncode == 2
    told = done.stderr.splitlines()
    assert f"{path}:3: this line is no JSON, at character 2." in told
    assert any("تهی.txt" in line for line in told)
    assert any("نیست.txt" in line for line in told)
    assert told[-3:] == ["Imported: 2", "Date as the archive says: 2", "Not imported: 3"]


def test_only_supervisors_may(office: Office) -> None:
    done = office.act(EDITOR, "library", "import", archive(office.folder, 1))
    assert done.returncode == 2
    assert "Only a supervisor" in done.stderr
    assert count(office.path) == 0


@pytest.mark.parametrize("options", [("--date", "دیروز"), ("--kind", "سیاسی"), ()])
def test_mistakes_of_usage_are_told_before_anything_is_asked(office: Office, options: tuple[str, ...]) -> None:
    files = (archive(office.folder, 1),) if options else ()
    assert office.call("library", "import", *files, *options, "--as", SUPERVISOR).returncode == 2
    assert count(office.path) == 0


def test_help_has_an_example(office: Office) -> None:
    assert "pr-editor library import archive/ --as Maryam" in office.call("library", "import", "--help").stdout


def start(path: Path, library: Path, descriptors: tuple[int, ...], stderr: int) -> subprocess.Popen[bytes]:
    """Begin to import in a process of its own, each release told on its standard output."""
    command = ("library", "import", str(path), "--library", str(library), "--as", SUPERVISOR)
    return subprocess.Popen(
        [*COMMAND, *command, "--list", "--lang", "en", *options_for(descriptors)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=stderr,
        pass_fds=descriptors,
    )


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT], ids=lambda end: end.name)
def test_broken_off_in_the_middle_it_goes_on_from_there(office: Office, end: signal.Signals) -> None:
    path = archive(office.folder, MANY)
    with descriptors_of((SECRETS[SUPERVISOR],)) as descriptors:
        job = start(path, office.path, descriptors, subprocess.PIPE)
        assert job.stdout
        first = job.stdout.readline()
        job.send_signal(end)
        rest, said = job.communicate(timeout=60)
    told = [line.split(b"\t")[0].decode() for line in (first + rest).splitlines() if line.count(b"\t") == 1]
    assert job.returncode == (130 if end is signal.SIGINT else -signal.SIGKILL)
    assert (b"Interrupted" in said) is (end is signal.SIGINT)
    there = count(office.path)
    assert len(told) <= there < MANY
    assert verify(office.path).sound
    done = office.act(SUPERVISOR, "library", "import", path)
    assert done.returncode == 0
    assert f"Imported: {MANY - there}" in done.stderr.splitlines()
    assert f"In the library already: {there}" in done.stderr.splitlines()
    assert count(office.path) == MANY
    assert not lags(office.path)
    assert verify(office.path).sound


def test_a_reader_is_served_meanwhile(office: Office) -> None:
    path = archive(office.folder, MANY)
    with descriptors_of((SECRETS[SUPERVISOR],)) as descriptors:
        job = start(path, office.path, descriptors, subprocess.DEVNULL)
        assert job.stdout
        job.stdout.readline()
        seen = [count(office.path) for _ in range(5)]
        assert office.call("library", "search", HEADLINE.split()[0]).returncode == 0
        job.communicate(timeout=60)
    assert job.returncode == 0
    assert seen == sorted(seen)
    assert seen[0] > 0


def test_a_terminal_shows_how_far_it_is(office: Office) -> None:
    """The passphrase comes by the descriptor; the terminal is only watched."""
    path = archive(office.folder, 20)
    watching, shown = pty.openpty()
    with descriptors_of((SECRETS[SUPERVISOR],)) as descriptors:
        job = start(path, office.path, descriptors, shown)
        out, _ = job.communicate(timeout=60)
    os.close(shown)
    text = b""
    while select.select([watching], [], [], 0)[0]:
        try:
            text += os.read(watching, 65_536)
        except OSError:
            break
    os.close(watching)
    assert job.returncode == 0
    assert len(out.splitlines()) == 20
    assert re.search(rb"\[#+\]\s+100%", text)
    assert b"Imported: 20" in text


def test_what_was_imported_is_known_as_published(office: Office) -> None:
    assert office.act(SUPERVISOR, "library", "import", archive(office.folder, 1)).returncode == 0
    draft = office.draft(HEADLINE, LEAD, f"{BODY} 0", name="پیش‌نویس.txt")
    done = office.call("check", draft, "--library", office.path, "--select", "DUP", "--format", "json")
    (checked,) = json.loads(done.stdout)["drafts"]
    assert {related["release"] for finding in checked["findings"] for related in finding["related"]} == {"1402-0001"}
