"""A small office at the command line: a supervisor, an editor, and the texts they work on."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from tests.cli.program import COMMAND, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.cli.program import Run

SUPERVISOR, EDITOR = "مریم کریمی", "فائزه رضایی"
SECRETS = {SUPERVISOR: "گذرواژه مریم ۱۴۰۴", EDITOR: "گذرواژه فائزه ۱۴۰۴"}

HEADLINE = "کتابخانهٔ شهر بهاران کتاب‌های تازه می‌گیرد"
LEAD = "مدیر کتابخانهٔ بهاران از خرید سه هزار جلد کتاب تازه برای کودکان شهر خبر داد."
BODY = "به گزارش روابط عمومی شهرداری بهاران، هزینهٔ تأمین کتاب‌ها را شهرداری و مردم با هم پرداخته‌اند."
BYLINE = "نویسنده: نرگس حیدری، کارشناس روابط عمومی شهرداری بهاران"
SOURCE = "منبع: روابط عمومی شهرداری بهاران"
CLEAN = (HEADLINE, LEAD, BODY, BYLINE, SOURCE)
REPEATED = (HEADLINE, LEAD, BODY, LEAD, BYLINE, SOURCE)
"""With one blocker: the lead stands twice."""


class Office:
    """Runs commands on one library; who acts gives the passphrase by a pipe."""

    def __init__(self, run: Run, folder: Path) -> None:
        """Work in ``folder``; there is no library yet."""
        self._run = run
        self.folder = folder
        self.path = folder / "home" / "data" / "library.db"

    def call(self, *arguments: str | Path, secrets: tuple[str, ...] = ()) -> Outcome:
        """Run a command that reads ``secrets`` from a descriptor, in English."""
        with descriptors_of(secrets) as descriptors:
            return self._run(*arguments, *options_for(descriptors), "--lang", "en")

    def act(self, who: str, *arguments: str | Path) -> Outcome:
        """Run a command as ``who``."""
        return self.call(*arguments, "--as", who, secrets=(SECRETS[who],))

    def open(self, *options: str) -> None:
        """Make the library and the accounts."""
        made = self.call("library", "init", "--as", SUPERVISOR, *options, secrets=(SECRETS[SUPERVISOR],))
        assert made.returncode == 0, made.stderr
        add = ("account", "add", EDITOR, "--role", "editor", "--as", SUPERVISOR)
        added = self.call(*add, secrets=(SECRETS[SUPERVISOR], SECRETS[EDITOR]))
        assert added.returncode == 0, added.stderr

    def draft(self, *paragraphs: str, name: str = "خبر امروز.txt") -> Path:
        """A text file of these paragraphs."""
        path = self.folder / name
        path.write_text("\n\n".join(paragraphs) + "\n", "utf-8")
        return path

    def submit(self, *paragraphs: str, options: tuple[str, ...] = ()) -> str:
        """Submit a text as the editor; gives the number of its release."""
        done = self.act(EDITOR, "submit", self.draft(*paragraphs), *options)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def approved(self, *paragraphs: str, options: tuple[str, ...] = ()) -> str:
        """Submit and approve a text; gives the number of its release."""
        release = self.submit(*paragraphs, options=options)
        done = self.act(SUPERVISOR, "approve", release)
        assert done.returncode == 0, done.stderr
        return release


def pipe_with(lines: tuple[str, ...]) -> int:
    """A descriptor to read these lines from."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as pipe:
        pipe.write("".join(f"{line}\n" for line in lines).encode())
    return reading


def tamper(path: Path, *statements: str) -> None:
    """Change a library as somebody with a SQLite tool would who knows about its guards."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        guards = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            db.execute(statement)
        for _, sql in guards:
            db.execute(sql)


def run_alone(
    *arguments: str | Path, secrets: tuple[str, ...] = (), environment: Mapping[str, str] | None = None
) -> Outcome:
    """Run the program as a process of its own, without a terminal, with ``secrets`` on a descriptor."""
    with descriptors_of(secrets) as descriptors:
        done = subprocess.run(
            [*COMMAND, *map(str, arguments), *options_for(descriptors)],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            pass_fds=descriptors,
            start_new_session=True,
            env={**os.environ, **(environment or {})},
            check=False,
        )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


@contextmanager
def descriptors_of(secrets: tuple[str, ...]) -> Iterator[tuple[int, ...]]:
    """The descriptor that gives these passphrases, if there are any."""
    descriptors = (pipe_with(secrets),) if secrets else ()
    try:
        yield descriptors
    finally:
        for number in descriptors:
            os.close(number)


def options_for(descriptors: tuple[int, ...]) -> list[str]:
    """How the program is told."""
    return [word for number in descriptors for word in ("--passphrase-fd", str(number))]
