"""A fresh office for each test that asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.library.office import Office, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A library with a supervisor and an editor."""
    opened = open_office(tmp_path)
    yield opened
    opened.library.close()
