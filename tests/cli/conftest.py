"""A quick way to run commands, for tests that don't need a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.app.services import build_services
from tests.cli.office import Office
from tests.cli.program import Outcome, QuickServices, run_here

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.language.language import Language
    from tests.cli.program import Run


@pytest.fixture
def run(language: Language, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process."""

    def call(*arguments: str | Path, data: bytes = b"") -> Outcome:
        plain = build_services()
        services = QuickServices(plain.paths, plain.settings, plain.sessions, plain.words)
        services.shared = language
        return run_here(services, monkeypatch, tuple(map(str, arguments)), data)

    return call


@pytest.fixture
def office(run: Run, tmp_path: Path) -> Office:
    """An office with a library, a supervisor and an editor."""
    made = Office(run, tmp_path)
    made.open()
    return made
