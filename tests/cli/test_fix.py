"""``pr-editor fix`` changes what it should, where it should, and nothing else."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import docx
import pytest

from tests.cli.program import CLEAN, FAULTY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Run

BOM = b"\xef\xbb\xbf"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "release.txt"
    path.write_text(f"{FAULTY}\n", "utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_by_default_a_diff_is_shown_and_nothing_written(run: Run, faulty: Path) -> None:
    before = files(faulty.parent)
    done = run("fix", faulty)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [f"--- {faulty}", f"+++ {faulty}", "@@ -1 +1 @@", f"-{FAULTY}", f"+{CLEAN}"]
    assert files(faulty.parent) == before


def test_the_diff_can_be_applied_by_patch(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_text(f"{CLEAN}\n\n{FAULTY}\n  {CLEAN}  \n\n{FAULTY}", "utf-8")
    diff = run("fix", path, "--diff").stdout
    applied = subprocess.run(
        ["git", "apply", "-p0", "-"], input=diff.replace(f"{tmp_path}/", ""), cwd=tmp_path, text=True, check=False
    )
    assert applied.returncode == 0
    assert path.read_text("utf-8") == f"{CLEAN}\n\n{CLEAN}\n  {CLEAN}  \n\n{CLEAN}"


def test_the_diff_of_a_file_with_lone_cr_has_a_line_for_each_of_its_lines(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mac.txt"
    path.write_bytes(f"{CLEAN}\r{FAULTY}\r".encode())
    diff = run("fix", path).stdout.split("\n")[2:]
    assert diff == ["@@ -1,2 +1,2 @@", f" {CLEAN}\r", f"-{FAULTY}\r", f"+{CLEAN}\r", ""]


def test_a_draft_without_faults_gives_no_diff(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN, "utf-8")
    done = run("fix", path)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_diff_of_a_document_is_of_its_paragraphs(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    document = docx.Document()
    document.add_paragraph(CLEAN)
    document.add_paragraph(FAULTY)
    document.save(str(path))
    lines = run("fix", path).stdout.splitlines()
    assert f"-{FAULTY}" in lines
    assert f"+{CLEAN}" in lines
    assert f" {CLEAN}" in lines


def test_a_document_is_fixed_in_place(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    document = docx.Document()
    document.add_paragraph(FAULTY)
    document.save(str(path))
    before = path.read_bytes()
    assert run("fix", "--in-place", path).returncode == 0
    assert [paragraph.text for paragraph in docx.Document(str(path)).paragraphs] == [CLEAN]
    assert path.with_name("release.docx.orig").read_bytes() == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{FAULTY}\r\n\r\n \t{FAULTY} \r\n", f"{CLEAN}\r\n\r\n \t{CLEAN} \r\n"),
        (f"\n\n{FAULTY}\r{FAULTY}\r\n{FAULTY}\n", f"\n\n{CLEAN}\r{CLEAN}\r\n{CLEAN}\n"),
        (f"{FAULTY}", f"{CLEAN}"),
        (f"\ufeff{FAULTY}\n", f"\ufeff{CLEAN}\n"),
    ],
)
def test_line_ends_blank_lines_and_mark_stay(run: Run, tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "release.txt"
    path.write_bytes(before.encode())
    assert run("fix", "--in-place", path).returncode == 0
    assert path.read_bytes() == after.encode()
    assert path.with_name("release.txt.orig").read_bytes() == before.encode()


def test_windows_1256_comes_out_as_utf8(run: Run, tmp_path: Path) -> None:
    """The old encoding has no Persian ye: every file in it needs fixes."""
    given = "به گزارش روابط عمومي شركت آب، كارهاي تازه آغاز شد.\r\n"
    path, out = tmp_path / "old.txt", tmp_path / "out"
    path.write_bytes(given.encode("cp1256"))
    assert run("fix", "--output", out, path).returncode == 0
    assert (out / "old.txt").read_bytes().decode() == given.replace("ي", "ی").replace("ك", "ک")
    assert path.read_bytes() == given.encode("cp1256")


def test_no_backup_is_ever_overwritten(run: Run, faulty: Path) -> None:
    faulty.with_name("release.txt.orig").write_bytes(b"precious")
    assert run("fix", "--in-place", faulty).returncode == 0
    assert files(faulty.parent) == {
        "release.txt": f"{CLEAN}\n".encode(),
        "release.txt.orig": b"precious",
        "release.txt.orig.1": f"{FAULTY}\n".encode(),
    }


def test_a_file_without_faults_is_not_touched(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN, "utf-8")
    before = path.stat()
    assert run("fix", "--in-place", path).returncode == 0
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert list(files(tmp_path)) == ["clean.txt"]


def test_permissions_stay(run: Run, faulty: Path) -> None:
    faulty.chmod(0o640)
    run("fix", "--in-place", faulty)
    assert faulty.stat().st_mode & 0o777 == 0o640
    assert faulty.with_name("release.txt.orig").stat().st_mode & 0o777 == 0o640


def test_output_keeps_the_names_and_the_originals(run: Run, faulty: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean.txt"
    clean.write_text(CLEAN, "utf-8")
    out = tmp_path / "new" / "folder"
    assert run("fix", "--output", out, faulty, clean).returncode == 0
    assert files(out) == {"release.txt": f"{CLEAN}\n".encode(), "clean.txt": CLEAN.encode()}
    assert faulty.read_text("utf-8") == f"{FAULTY}\n"


def test_two_files_of_one_name_are_refused_before_anything_is_written(run: Run, faulty: Path, tmp_path: Path) -> None:
    other = tmp_path / "b" / "Release.TXT"
    other.parent.mkdir()
    other.write_text(FAULTY, "utf-8")
    out = tmp_path / "out"
    done = run("fix", "--output", out, faulty, other)
    assert done.returncode == 2
    assert "release.txt" in done.stderr
    assert not out.exists()


def test_output_never_replaces_what_was_read(run: Run, faulty: Path) -> None:
    before = files(faulty.parent)
    assert run("fix", "--output", faulty.parent, faulty).returncode == 2
    assert files(faulty.parent) == before


def test_a_second_run_finds_nothing_to_do(run: Run, faulty: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    run("fix", "--output", first, faulty)
    run("fix", "--output", second, first / "release.txt")
    assert files(first) == files(second)


def test_doubtful_fixes_wait_for_unsafe(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "typo.txt"
    path.write_text("این کار با همکری مردم انجام شد.", "utf-8")
    assert "همکاری" not in run("fix", path, "--select", "SPL").stdout
    assert "+این کار با همکاری مردم انجام شد." in run("fix", "--unsafe", path, "--select", "SPL").stdout


def test_a_line_that_is_missing_is_added_in_its_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("name,byline\nمریم کاظمی,کارشناس روابط عمومی\n", "utf-8")
    style = tmp_path / "own.toml"
    style.write_text('extends = "pr"\n[lists]\npeople = "people.csv"', "utf-8")
    path = tmp_path / "unsigned.txt"
    lines = [CLEAN, "", "کار تا پایان سال به سرانجام می‌رسد.", "منبع: شرکت آب بهاران"]
    path.write_text("\r\n".join(lines), "utf-8", newline="")
    done = run("fix", "--unsafe", "--in-place", path, "--select", "BYL", "--profile", style)
    assert done.returncode == 0
    added = [*lines[:3], "نویسنده: مریم کاظمی، کارشناس روابط عمومی", lines[3]]
    assert path.read_bytes().decode() == "\r\n".join(added), "once, and with the file's own line ends"


def test_select_decides_which_fixes(run: Run, faulty: Path) -> None:
    assert f"+{FAULTY.replace('می رود', 'می‌رود')}" in run("fix", faulty, "--select", "ZWN001").stdout.splitlines()


def test_a_file_that_can_not_be_read_does_not_stop_the_others(run: Run, faulty: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    done = run("fix", "--in-place", missing, faulty)
    assert done.returncode == 2
    assert str(missing) in done.stderr
    assert faulty.read_text("utf-8") == f"{CLEAN}\n"


def test_a_file_that_can_not_be_written_is_named(run: Run, faulty: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "out"
    (blocked / "release.txt").mkdir(parents=True)
    done = run("fix", "--output", blocked, faulty)
    assert done.returncode == 2
    assert "release.txt" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "options", [("--diff", "--in-place"), ("--in-place", "--output", "x"), ("--diff", "--output", "x")]
)
def test_only_one_way_to_deliver(run: Run, faulty: Path, options: tuple[str, ...]) -> None:
    before = files(faulty.parent)
    done = run("fix", faulty, *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert files(faulty.parent) == before


def test_standard_input_can_only_be_shown(run: Run, tmp_path: Path) -> None:
    assert f"+{CLEAN}" in run("fix", "-", data=FAULTY.encode()).stdout.splitlines()
    assert run("fix", "-", "--in-place", data=FAULTY.encode()).returncode == 2
    assert run("fix", "-", "--output", tmp_path / "out", data=FAULTY.encode()).returncode == 2
    assert not (tmp_path / "out").exists()
