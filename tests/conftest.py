"""What all tests share: no network, no trace of the developer's own settings, one set of dictionaries."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pr_editor.checks.engine import Engine
from pr_editor.checks.registry import CHECKS, RULES
from pr_editor.language.language import Language
from pr_editor.profile.load import load_profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.profile.model import Profile
    from tests.prepared_checker import PreparedChecker
    from tests.published import Libraries

RESOURCES = Path(__file__).parents[1] / "resources"

_connections: list[str] = []


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Use one worker more than there are cores: tests of the window often wait, for a clock or for another process."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return cores + 1


def _watch(event: str, args: tuple[object, ...]) -> None:
    """Note every attempt of this process to reach a network; a socket of the machine's own kind is none."""
    if event in {"socket.connect", "socket.sendto"}:
        sock, address = args[0], args[1] if len(args) > 1 else ""
        if isinstance(sock, socket.socket) and sock.family not in {socket.AF_INET, socket.AF_INET6}:
            return
        _connections.append(f"{event} {address}")
    elif event == "socket.getaddrinfo":
        _connections.append(f"{event} {args[0]}")


sys.addaudithook(_watch)


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """Fail any test in which the program reaches for a network."""
    _connections.clear()
    yield
    assert not _connections, f"a network connection was opened: {_connections}"


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings, sessions and dictionaries of each test in its own folder."""
    monkeypatch.setenv("PR_EDITOR_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="session")
def resources() -> Path:
    """The folder of data the program ships."""
    return RESOURCES


@pytest.fixture(scope="session")
def language() -> Language:
    """The real dictionaries, loaded once."""
    return Language.load(RESOURCES / "dictionaries")


@pytest.fixture(scope="session")
def profile() -> Profile:
    """The house style of a PR office, the default one."""
    return load_profile("pr", RESOURCES / "profiles", RULES)


@pytest.fixture(scope="session")
def engine(language: Language, profile: Profile) -> Engine:
    """All checks under the default house style."""
    return Engine(CHECKS, language, profile)


@pytest.fixture(scope="session")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Libraries]:
    """Makes real libraries of published releases."""
    # Loading what a library takes is for the tests that ask for one.
    from tests.published import Libraries

    made = Libraries(tmp_path_factory.mktemp("libraries"))
    yield made
    made.close()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PreparedChecker]:
    """Starts checkers in an instant."""
    from tests.prepared_checker import PreparedChecker

    made = PreparedChecker.start(tmp_path_factory.mktemp("checker") / "socket")
    yield made
    made.end()
