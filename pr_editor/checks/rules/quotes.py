"""QUO: quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pr_editor.checks.model import Check

CHECKS: tuple[Check, ...] = ()
