"""Why the system refused something, in words people know."""

from __future__ import annotations

import errno
from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.text.message import KnownError, Message, message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_KNOWN: Mapping[int, Message] = MappingProxyType(
    {
        errno.ENOSPC: message("There is no room left on the disk."),
        errno.EDQUOT: message("There is no room left on the disk."),
        errno.EACCES: message("You have no permission to write there."),
        errno.EPERM: message("You have no permission to write there."),
        errno.EROFS: message("The disk can only be read."),
        errno.ENOENT: message("The folder is not there."),
        errno.ENOTDIR: message("The folder is not there."),
        errno.EEXIST: message("A file stands where a folder should be."),
        errno.EIO: message("The disk does not answer as it should."),
    }
)


def reason(error: BaseException) -> Message:
    """A sentence for what went wrong while writing; the system's own words where we have none."""
    known = _KNOWN.get(error.errno or 0) if isinstance(error, OSError) else None
    said = getattr(error, "strerror", None) or str(error)
    return known or message("The system says: {reason}", reason=f"{said.rstrip('.')}.")


def guarded(do: Callable[[], object], failed: Message, tell: Tell) -> bool:
    """Do something that may fail in ordinary use. False when it did; then ``tell`` has said so, and why."""
    try:
        do()
    except KnownError as error:
        tell(Notice(failed, error.message, Tone.ERROR))
    except OSError as error:
        tell(Notice(failed, reason(error), Tone.ERROR))
    else:
        return True
    return False
