"""How releases are named, and the mark an approval carries when nobody else has looked at the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.review.names import EYES

if TYPE_CHECKING:
    from pr_editor.gui.speech import Speech
    from pr_editor.review.model import Eyes


def mark_of(eyes: Eyes | None) -> str:
    """The mark as a message id; empty for an approval under four eyes, and for none."""
    return EYES.get(eyes, "") if eyes is not None else ""


def isolated(text: str) -> str:
    """``text`` in an isolate: dates and numbers with a hyphen keep their order among Persian words."""
    return f"\u2066{text}\u2069"


def name_of(release: str, speech: Speech) -> str:
    """A release's id in the digits of the language."""
    return isolated(speech.digits(release))
