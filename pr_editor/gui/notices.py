"""What the window tells the user below the text: what happened, what it means, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.review.decision import Decision
    from pr_editor.text.message import Message


class Tone(StrEnum):
    """How a notice is meant. All but ERROR go by themselves after a while."""

    INFO = "info"
    DONE = "done"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """``what`` happened, ``more`` (what it means, what to do), and one thing that can be done about it at once."""

    what: Message
    more: Message | None = None
    tone: Tone = Tone.INFO
    action: Message | None = None
    do: Callable[[], None] | None = None
    why: Message | None = None
    """What the system said, between the two."""
    until_edit: bool = False
    """Whether it goes with the next change of the text, as an offer to undo the last one must."""
    decision: Decision | None = None
    """The decision it tells of. Its offer is to take it back, as undo does."""


def decided(decision: Decision) -> Notice:
    """The notice of a decision, with the offer to take it back."""
    return Notice(decision.what, tone=Tone.DONE, action=message("Take back"), decision=decision)


class Tell(Protocol):
    """Shows a notice in place of the one before."""

    def __call__(self, notice: Notice, /) -> None:
        """Show it."""
