"""``pr-editor check`` keeps the contract: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.program import CLEAN, COMMAND, FAULTY, run_process
from tests.cli.shape import REPORT, differences

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.program import Run

ONLY = ("--select", "CHR,ZWN001")
"""Rules whose findings in the texts of these tests are known."""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "خبر.txt"
    path.write_text(f"{CLEAN}\r\n\r\n  {FAULTY}\r\n", "utf-8", newline="")
    return path


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN, "utf-8")
    return path


type Report = Callable[..., dict[str, Any]]


@pytest.fixture
def report(run: Run) -> Report:
    """Run with ``--format json``; the report is checked against the contract: its shape, and every span of it."""

    def call(*arguments: str | Path, data: bytes = b"") -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(run("check", "--format", "json", *arguments, data=data).stdout)
        assert list(differences(answer, REPORT)) == []
        for draft in answer["drafts"]:
            check_spans(draft)
        return answer

    return call


def check_spans(draft: dict[str, Any]) -> None:
    texts = [paragraph["text"] for paragraph in draft["paragraphs"]]
    assert [paragraph["index"] for paragraph in draft["paragraphs"]] == list(range(len(texts)))
    for finding in draft["findings"]:
        assert texts[finding["paragraph"]][finding["start"] : finding["end"]] == finding["text"]
        assert all(e["end"] <= len(texts[e["paragraph"]]) for fix in finding["fixes"] for e in fix["edits"])
    order = [(f["paragraph"], f["start"], f["end"], f["code"]) for f in draft["findings"]]
    assert order == sorted(order)


def test_json_is_the_one_of_the_contract(report: Report, faulty: Path, resources: Path) -> None:
    sample = resources / "samples" / "faulty.txt"
    answer = report(faulty, sample)
    assert [draft["path"] for draft in answer["drafts"]] == [str(faulty), str(sample)]
    assert answer["errors"] == []
    assert answer["drafts"][1]["findings"]


def test_json_tells_each_finding_with_its_fix(report: Report, faulty: Path) -> None:
    (draft,) = report(faulty, *ONLY)["drafts"]
    assert [paragraph["text"] for paragraph in draft["paragraphs"]] == [CLEAN, FAULTY]
    found = [(f["code"], f["paragraph"], f["text"], f["severity"]) for f in draft["findings"]]
    assert found == [
        ("CHR001", 1, "شركت", "error"),
        ("CHR001", 1, "كارها", "error"),
        ("ZWN001", 1, "می رود", "error"),
    ]
    (edit,) = draft["findings"][2]["fixes"][0]["edits"]
    assert FAULTY[: edit["start"]] + edit["text"] + FAULTY[edit["end"] :] == FAULTY.replace("می رود", "می‌رود")


def test_json_is_not_escaped_and_utf8_whatever_the_locale(faulty: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [*COMMAND, "check", "--format", "json", faulty], capture_output=True, env=environment, check=False
    )
    assert "شركت".encode() in done.stdout


def test_messages_come_in_the_language_asked_for(run: Run, report: Report, clean: Path, faulty: Path) -> None:
    english = report(faulty, "--lang", "en", *ONLY)["drafts"][0]["findings"]
    persian = report(faulty, "--lang", "fa", *ONLY)["drafts"][0]["findings"]
    assert all(finding["message"].isascii() or "«" in finding["message"] for finding in english)
    assert all(not finding["message"].isascii() for finding in persian)
    assert run("check", clean, "--lang", "en", *ONLY).stdout.endswith("Nothing found.\n")


def test_exit_status_follows_the_severity_asked_for(faulty: Path, clean: Path) -> None:
    assert run_process("check", faulty, *ONLY).returncode == 1
    assert run_process("check", faulty, *ONLY, "--fail-on", "blocker").returncode == 0
    assert run_process("check", clean, *ONLY, "--fail-on", "note").returncode == 0


def test_select_runs_nothing_else_and_ignore_leaves_out(report: Report, faulty: Path) -> None:
    def codes(*options: str) -> set[str]:
        return {finding["code"] for finding in report(faulty, *options)["drafts"][0]["findings"]}

    assert codes("--select", "zwn001") == {"ZWN001"}
    assert codes("--select", "CHR, ZWN001", "--ignore", "CHR001") == {"ZWN001"}
    everything = codes()
    assert everything > {"CHR001", "ZWN001"}
    assert codes("--ignore", "CHR") == everything - {"CHR001"}


def test_the_kind_of_release_can_be_said(report: Report, clean: Path) -> None:
    def weight(*arguments: str) -> str:
        (draft,) = report(clean, "--select", "BYL001", *arguments)["drafts"]
        (finding,) = draft["findings"]
        return str(finding["severity"])

    assert (weight(), weight("--kind", "news"), weight("--kind", "note")) == ("warning", "warning", "error")


def test_a_text_from_a_pdf_speaks_of_its_half_spaces_once(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "pdf.txt"
    path.write_text("کارها خوب پیش می رود.\nبرنامه ها می رسد.\n", "utf-8")

    def codes(*options: str) -> list[str]:
        return [finding["code"] for finding in report(path, "--select", "ZWN", *options)["drafts"][0]["findings"]]

    assert codes() == ["ZWN001", "ZWN002", "ZWN001"]
    assert codes("--from-pdf") == ["ZWN016"]


@pytest.mark.parametrize("codes", ["XYZ", "SPL9", "SPL999", "spelling", "", ",", "CHR;ZWN"])
def test_codes_that_mean_nothing_are_a_mistake_of_usage(run: Run, clean: Path, codes: str) -> None:
    done = run("check", clean, "--select", codes)
    assert done.returncode == 2
    assert done.stdout == ""


def test_a_file_that_can_not_be_read_does_not_stop_the_others(run: Run, faulty: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b" \n\n")
    missing = tmp_path / "missing.txt"
    binary = tmp_path / "binary.txt"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    done = run("check", "--format", "json", missing, empty, faulty, binary)
    assert done.returncode == 2
    answer = json.loads(done.stdout)
    assert list(differences(answer, REPORT)) == []
    assert [draft["path"] for draft in answer["drafts"]] == [str(faulty)]
    assert [error["path"] for error in answer["errors"]] == [str(missing), str(empty), str(binary)]
    for path in (missing, empty, binary):
        assert str(path) in done.stderr


def test_folders_are_walked_for_drafts(report: Report, tmp_path: Path) -> None:
    inside = tmp_path / "drafts"
    (inside / "b").mkdir(parents=True)
    (inside / ".git").mkdir()
    for name in ("b/دو.TXT", "a.txt", "a.txt.orig", ".hidden.txt", "~$a.docx", ".git/x.txt", "picture.png"):
        (inside / name).write_text(CLEAN, "utf-8")
    answer = report(inside, *ONLY)
    assert [draft["path"] for draft in answer["drafts"]] == [str(inside / "a.txt"), str(inside / "b" / "دو.TXT")]
    assert answer["errors"] == []


def test_a_folder_without_drafts_is_named(run: Run, tmp_path: Path) -> None:
    done = run("check", tmp_path)
    assert done.returncode == 2
    assert str(tmp_path) in done.stderr


def test_a_folder_that_can_not_be_read_is_named(run: Run, faulty: Path) -> None:
    """Nested too deep for its name to be said to the system: unlike permissions, that stops root too."""
    here = os.open(faulty.parent, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("d" * 250, dir_fd=here)
        here, above = os.open("d" * 250, os.O_RDONLY, dir_fd=here), here
        os.close(above)
    os.close(here)
    done = run("check", faulty.parent)
    assert done.returncode == 2
    assert "CHR001" in done.stdout
    assert "ddd" in done.stderr


@pytest.mark.parametrize("name", ["", "ن" * 300])
def test_names_no_file_can_have_are_told(run: Run, faulty: Path, name: str) -> None:
    done = run("check", name, faulty)
    assert done.returncode == 2
    assert "CHR001" in done.stdout
    assert len(done.stderr.splitlines()) == 1


def test_a_closed_standard_input_is_told(faulty: Path) -> None:
    command = 'exec "$@" <&-'
    done = subprocess.run(["sh", "-c", command, "sh", *COMMAND, "check", "-", faulty], capture_output=True, check=False)
    assert done.returncode == 2
    assert b"CHR001" in done.stdout
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_report_that_can_not_be_written_is_told(faulty: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "check", faulty], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_standard_input_is_a_draft_called_dash(report: Report) -> None:
    (draft,) = report("-", *ONLY, data=FAULTY.encode())["drafts"]
    assert draft["path"] == "-"
    assert [finding["code"] for finding in draft["findings"]] == ["CHR001", "CHR001", "ZWN001"]


def test_empty_standard_input_is_an_error(run: Run) -> None:
    done = run("check", "-", "--format", "json")
    assert done.returncode == 2
    assert [error["path"] for error in json.loads(done.stdout)["errors"]] == ["-"]


def test_jobs_change_nothing_but_the_time(
    report: Report, faulty: Path, clean: Path, resources: Path, tmp_path: Path
) -> None:
    files = [faulty, clean, tmp_path / "missing.txt", resources / "samples" / "small.txt"]
    one, two = report(*files), report(*files, "--jobs", "2")
    for draft in (*one["drafts"], *two["drafts"]):
        draft["seconds"] = 0.0
    assert one == two


def test_results_and_messages_have_a_stream_each(faulty: Path, tmp_path: Path) -> None:
    done = run_process("check", faulty, tmp_path / "missing.txt", *ONLY, "--lang", "en")
    assert "missing" not in done.stdout
    assert "CHR001" in done.stdout
    assert "CHR001" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_text_names_paragraph_severity_code_words_and_candidate(run: Run, faulty: Path) -> None:
    lines = run("check", faulty, *ONLY, "--lang", "en").stdout.splitlines()
    assert lines[0] == str(faulty)
    assert lines[1].startswith("  Paragraph 2 ")
    for line, code, words, candidate in zip(
        lines[2:5], ("CHR001", "CHR001", "ZWN001"), ("شركت", "كارها", "می رود"), ("شرکت", "کارها", "می‌رود"), strict=True
    ):
        assert line.startswith(f"    error {code}")
        assert f"«{words}»" in line
        assert line.endswith(f"→ «{candidate}»")
    assert lines[-1] == "Drafts: 1. Blockers: 0, errors: 3, warnings: 0, notes: 0."


def test_text_has_persian_digits_in_persian(run: Run, faulty: Path) -> None:
    done = run("check", faulty, *ONLY, "--lang", "fa")
    assert "بند ۲" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("پیش‌نویس‌ها: ۱.")


def test_html_stands_alone_and_escapes_the_draft(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "<b>.txt"
    path.write_text(f"<script>alert(1)</script> {FAULTY} &amp;", "utf-8")
    page = run("check", path, "--format", "html").stdout
    assert page.startswith("<!DOCTYPE html>")
    assert '<html lang="fa" dir="rtl">' in page
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "&amp;amp;" in page
    assert "&lt;b&gt;.txt" in page
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import", page)
    marked = re.findall(r"<mark[^>]*>([^<]+)<", page)
    assert {"شركت", "كارها", "می رود"} <= set(marked)
    assert '<html lang="en" dir="ltr">' in run("check", path, "--format", "html", "--lang", "en").stdout


def test_html_tells_what_was_not_reviewed(run: Run, tmp_path: Path) -> None:
    done = run("check", tmp_path / "missing.txt", "--format", "html")
    assert done.returncode == 2
    assert "missing.txt" in done.stdout


def test_an_unknown_house_style_is_told_in_one_line(run: Run, clean: Path) -> None:
    done = run("check", clean, "--profile", "nobody")
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "nobody" in done.stderr


@pytest.mark.parametrize("command", ["check", "fix"])
def test_each_mistake_of_a_house_style_is_told_with_its_place(
    run: Run, clean: Path, tmp_path: Path, command: str
) -> None:
    style = tmp_path / "house.toml"
    style.write_text('extends = "pr"\nnmae = "x"\n[severity]\nCHR = "loud"\n', "utf-8")
    done = run(command, clean, "--profile", style, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    first, second, whole = done.stderr.splitlines()
    assert first.startswith(f"{style}:2: ")
    assert "nmae" in first
    assert second.startswith(f"{style}:4: ")
    assert "loud" in second
    assert str(style) in whole


@pytest.mark.parametrize(("language", "word"), [("en", "folder"), ("fa", "پوشه")])
def test_a_folder_is_no_library(run: Run, clean: Path, tmp_path: Path, language: str, word: str) -> None:
    done = run("check", clean, "--library", tmp_path, "--lang", language)
    assert (done.returncode, done.stdout) == (2, "")
    (told,) = done.stderr.splitlines()
    assert str(tmp_path) in told
    assert word in told


def test_a_house_style_of_ones_own_is_used(report: Report, faulty: Path, tmp_path: Path) -> None:
    style = tmp_path / "house.toml"
    style.write_text('extends = "pr"\nname = "house"\nversion = 3\n[severity]\nCHR = "note"\n', "utf-8")
    answer = report(faulty, "--profile", style, *ONLY)
    assert answer["profile"] == {"name": "house", "version": 3}
    severities = [finding["severity"] for finding in answer["drafts"][0]["findings"]]
    assert severities == ["note", "note", "error"]


def on_terminal(*arguments: str | Path) -> tuple[str, str]:
    """What a run writes to standard output and standard error when both are terminals of their own."""
    out, err = pty.openpty(), pty.openpty()
    with subprocess.Popen([*COMMAND, *map(str, arguments)], stdout=out[1], stderr=err[1]):
        written = [_drain(*out), _drain(*err)]
    return written[0], written[1]


def _drain(master: int, slave: int) -> str:
    os.close(slave)
    data = b""
    # Linux says EIO, others give nothing, when the last writer has closed its end.
    try:
        while chunk := os.read(master, 4096):
            data += chunk
    except OSError:
        pass
    os.close(master)
    return data.decode()


def test_only_a_terminal_gets_colours_and_a_progress_bar(faulty: Path, clean: Path) -> None:
    arguments = ("check", faulty, clean, *ONLY, "--lang", "en")
    written, progress = on_terminal(*arguments)
    assert "\x1b[31merror\x1b[0m" in written
    assert "100%" in progress
    done = run_process(*arguments)
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


def test_ctrl_c_ends_it_with_its_own_status() -> None:
    with subprocess.Popen([*COMMAND, "check", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdin is not None
        assert program.stderr is not None
        # A pipe holds less than this: once it is written, the program is up and reading.
        program.stdin.write("متن\n".encode() * 100_000)
        program.stdin.flush()
        program.send_signal(signal.SIGINT)
        assert program.wait(10) == 130
        assert b"Traceback" not in program.stderr.read()
