"""The library of the window's tests serves these as well."""

from __future__ import annotations

from tests.gui.library.conftest import desk, office, template

__all__ = ["desk", "office", "template"]
