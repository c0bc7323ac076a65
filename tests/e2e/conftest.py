"""A screen and a home; and these tests come before all others."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.e2e.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with these: they wait for most of their time, which is best spent on the others."""
    items.sort(key=lambda item: item.get_closest_marker("e2e") is None)


@pytest.fixture
def screen() -> Iterator[Screen]:
    """A screen, where there are programs to make one."""
    missing = [name for name in ("Xvfb", "openbox", "xdotool", "setxkbmap") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with Screen() as made:
        yield made


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the program keeps what is the user's."""
    return tmp_path / "home"
