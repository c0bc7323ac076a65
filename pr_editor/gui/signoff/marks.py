"""The mark an approval carries when nobody else has looked at the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.review.names import EYES

if TYPE_CHECKING:
    from pr_editor.review.model import Eyes


def mark_of(eyes: Eyes | None) -> str:
    """The mark as a message id; empty for an approval under four eyes, and for none."""
    return EYES.get(eyes, "") if eyes is not None else ""
