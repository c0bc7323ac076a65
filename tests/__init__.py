"""Tests of the program."""

from __future__ import annotations

import pytest

# What these assert is told as fully as in a test itself.
pytest.register_assert_rewrite("tests.gui.accessible", "tests.gui.driver", "tests.gui.library.desk", "tests.e2e")
