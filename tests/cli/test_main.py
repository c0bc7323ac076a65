"""What starts what, in which language, and what is said when something is wrong."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from pr_editor import __version__
from pr_editor.__main__ import has_screen, wants_window
from pr_editor.app.config import Settings
from pr_editor.app.services import build_services
from pr_editor.checks.registry import RULES
from pr_editor.cli import COMMANDS
from pr_editor.cli.main import build
from pr_editor.cli.terminal import Terminal, choose_language
from pr_editor.text.message import KnownError
from tests.cli.program import COMMAND, run_process

if TYPE_CHECKING:
    from pathlib import Path

    import click

    from tests.cli.program import Run

PERSIAN = "پیش‌نویس‌ها را بازبینی"


@pytest.fixture
def program() -> click.Group:
    services = build_services()
    return build(Terminal(services, services.translator("en")))


def every_command(group: click.Group, *names: str) -> list[tuple[str, ...]]:
    found = [names]
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            found += every_command(command, *names, name)  # type: ignore[arg-type]  # only groups have commands
        else:
            found.append((*names, name))
    return found


def test_the_window_knows_which_words_are_commands(program: click.Group) -> None:
    assert set(COMMANDS) == set(program.commands)


def test_every_command_has_help_an_example_and_a_language(program: click.Group) -> None:
    for names in every_command(program):
        done = CliRunner().invoke(program, [*names, "--help"])
        assert done.exit_code == 0
        assert "Examples:" in done.output
        assert " ".join(["  pr-editor", *names]) in done.output
        assert "--lang [fa|en]" in done.output


def test_help_is_in_the_language_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PR_EDITOR_LANG", raising=False)
    assert PERSIAN in run("check", "--help").stdout
    assert "کاربرد:" in run("check", "--help").stdout
    assert "Usage:" in run("check", "--help", "--lang", "en").stdout
    monkeypatch.setenv("PR_EDITOR_LANG", "en")
    assert "Usage:" in run("--help").stdout
    assert PERSIAN in run("check", "--lang=fa", "--help").stdout


def test_the_language_is_chosen_by_option_environment_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    services = build_services()
    monkeypatch.delenv("PR_EDITOR_LANG", raising=False)
    assert choose_language(["check"], services) == "fa"
    services.settings.save(Settings(language="en"))
    assert choose_language(["check"], services) == "en"
    monkeypatch.setenv("PR_EDITOR_LANG", "fa")
    assert choose_language(["check"], services) == "fa"
    assert choose_language(["check", "--lang", "en"], services) == "en"
    assert choose_language(["check", "--", "--lang", "en"], services) == "fa"
    assert choose_language(["check", "--lang"], services) == "fa"


def test_the_version_is_told(run: Run) -> None:
    assert __version__ in run("--version").stdout


@pytest.mark.parametrize(
    "arguments", [("check",), ("check", "x", "--nope"), ("check", "x", "--jobs", "0"), ("--nope",), ("profile", "x")]
)
def test_wrong_usage_is_told_without_results(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_files_open_the_window_and_commands_do_not(tmp_path: Path) -> None:
    draft = tmp_path / "خبر.txt"
    draft.write_text("متن")
    assert wants_window([])
    assert wants_window([str(draft)])
    assert wants_window([str(draft), str(tmp_path)])
    assert not wants_window(["check", str(draft)])
    assert not wants_window(["--help"])
    with pytest.raises(KnownError, match="missing"):
        wants_window([str(draft), "missing"])


def test_a_word_that_is_neither_is_told_in_one_line() -> None:
    done = run_process("chekc", "x.txt")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "chekc" in done.stderr
    assert run_process("chekc", "--lang", "en").stderr == "chekc is neither a command nor a file.\n"
    assert run_process("x" * 300).returncode == 2


@pytest.mark.parametrize(
    ("environment", "screen"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, False),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, True),
    ],
)
def test_a_screen_is_looked_for_on_linux(environment: dict[str, str], screen: bool) -> None:
    assert has_screen(environment, "linux") is screen
    assert has_screen(environment, "darwin")


def test_without_a_screen_one_line_says_so() -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(COMMAND, capture_output=True, env=environment, check=False)
    assert done.returncode == 2
    assert done.stdout == b""
    assert len(done.stderr.splitlines()) == 1
    assert "pr-editor check" in done.stderr.decode()


def test_an_unforeseen_error_is_told_in_one_line_and_logged() -> None:
    """A folder where the dictionary file should be is more than the program reckons with."""
    services = build_services()
    services.paths.words.mkdir(parents=True)
    done = run_process("check", "-", data="متن".encode())
    assert done.returncode == 70
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert str(services.paths.log) in line
    assert "IsADirectoryError" in services.paths.log.read_text("utf-8")


def test_broken_settings_are_told_and_do_not_stop_a_command(run: Run, resources: Path) -> None:
    services = build_services()
    services.paths.settings.parent.mkdir(parents=True)
    services.paths.settings.write_text("{")
    done = run("check", resources / "samples" / "clean.txt", "--select", "CHR")
    assert done.returncode == 0
    assert str(services.paths.settings) in done.stderr


def test_rules_lists_them_all_or_explains_one(run: Run) -> None:
    listed = run("rules", "--lang", "en")
    assert listed.returncode == 0
    assert [line.split()[0] for line in listed.stdout.splitlines()] == list(RULES)
    assert {line[:3] for line in run("rules", "CHR").stdout.splitlines()} == {"CHR"}
    explained = run("rules", "chr001", "--lang", "en")
    assert explained.stdout == (build_services().rule_page("CHR001", "en"))
    assert run("rules", "XYZ001").returncode == 2


def test_profile_check_names_every_mistake_with_its_line(run: Run, tmp_path: Path, resources: Path) -> None:
    good = run("profile", "check", resources / "profiles" / "pr.toml")
    assert (good.returncode, good.stdout) == (0, "")
    path = tmp_path / "bad.toml"
    path.write_text('extends = "pr"\nname = "bad"\ncolour = "red"\n\n[severity]\nSPL001 = "awful"\n', "utf-8")
    bad = run("profile", "check", path, "--lang", "en")
    assert bad.returncode == 2
    places = [line.split(": ")[0] for line in bad.stdout.splitlines()]
    assert places == [f"{path}:3", f"{path}:6"]
    assert run("profile", "check", tmp_path / "missing.toml").returncode == 2


def test_only_what_a_command_needs_is_loaded(resources: Path) -> None:
    """Start-up: no window, no Word documents, no pages, no hazm for a text file, no library."""
    program = (
        "import sys\n"
        "sys.argv[1:] = ['check', sys.argv[1], '--select', 'CHR']\n"
        "from pr_editor.__main__ import main\n"
        "assert main() == 0\n"
        "heavy = {'PySide6', 'docx', 'lxml', 'jinja2', 'hazm', 'nltk', 'multiprocessing'}\n"
        "heavy |= {'sqlite_utils', 'cryptography', 'argon2', 'persiantools'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    sample = resources / "samples" / "clean.txt"
    # Measuring coverage loads modules of its own into every process.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(
        [COMMAND[0], "-c", program, sample], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.splitlines()[-1] == "[]"
