"""What an editor decides beside changing the text: undo takes it back and redo does it again, like a step of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.text.message import Message

type Ended = Callable[[bool], None]
"""To be told whether something could be done."""
type Turn = Callable[[Ended], None]
"""Does something, maybe after asking who is there, and tells when it has ended: never, if the user calls it off."""


@dataclass(frozen=True, slots=True, eq=False)
class Decision:
    """One decision, made already. Who fails to turn it tells the user why."""

    what: Message
    """What was decided, as it was told."""
    draft: OpenDraft | None
    """The draft in front then: undo there takes it back."""
    take_back: Turn
    again: Turn


def at_once(do: Callable[[], bool]) -> Turn:
    """The turn of what is done before the call is over; it gives whether it could be."""
    return lambda ended: ended(do())
