"""Drafts that were closed lately, kept for a while with all that belongs to them: closing one by mistake costs nothing.

Each is the folder of its session, moved out of the sessions in one step, with a note beside the state that tells what
the draft was called and when it was closed. A crash leaves it on the one side or on the other, whole.
"""

from __future__ import annotations

import json
import logging
import shutil
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pr_editor.text.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pr_editor.app.session import Session
    from pr_editor.app.sessions import SessionStore

_log = logging.getLogger(__name__)
_DAY = 24 * 60 * 60
_NOTE = "closed.json"
_GOING = "."
"""How the name begins of a folder that is being removed."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What is kept of the closed drafts. The one closed last is, however large it may be, until its days are over."""

    days: int = 14
    most: int = 20
    room: int = 200 << 20
    """Bytes they may take on the disk together."""


@dataclass(frozen=True, slots=True)
class ClosedDraft:
    """A draft that can be opened again."""

    id: str
    name: str
    closed: float
    """Seconds since the epoch."""
    source: str = ""
    """The path of the file it came from, or empty."""
    touched: bool = False
    """Whether anything was done with it."""


class ClosedDrafts:
    """The closed drafts under one folder. Every call looks anew: two windows may be open."""

    def __init__(
        self, folder: Path, sessions: SessionStore, limits: Limits = Limits(), now: Callable[[], float] = time.time
    ) -> None:
        """Use ``folder``, on the disk of the sessions; it need not exist. ``now`` is the clock."""
        self.limits = limits
        self._now = now
        self._folder = folder
        self._sessions = sessions

    def all(self) -> list[ClosedDraft]:
        """What can be opened again, the one closed last first."""
        found = (_look_at(place) for place in self._places() if not place.name.startswith(_GOING))
        return sorted(found, key=lambda draft: draft.closed, reverse=True)

    def put_away(self, session: Session, name: str) -> None:
        """Close a session of this window that is saved as it stands. Raises ``OSError``; then it is open as before."""
        note = {"name": name, "closed": self._now(), "source": session.source, "touched": session.touched}
        written = json.dumps(note, ensure_ascii=False).encode("utf-8", "surrogatepass")
        write_atomically(self._sessions.place(session.id) / _NOTE, written)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._sessions.move_out(session, self._folder)

    def reopen(self, name: str) -> Session:
        """Make the draft called ``name`` (an id) a session of this window. Raises ``KnownError`` and ``OSError``."""
        session = self._sessions.move_in(self._folder / name)
        (self._sessions.place(session.id) / _NOTE).unlink(missing_ok=True)
        return session

    def sweep(self) -> None:
        """Remove what is too old, too many or too much, and what was not removed completely before.

        Raises ``OSError`` when one can't be removed.
        """
        oldest, room = self._now() - self.limits.days * _DAY, self.limits.room
        for at, draft in enumerate(self.all()):
            room -= _size(self._folder / draft.id)
            if at >= self.limits.most or draft.closed < oldest or (at > 0 and room < 0):
                self._set_aside(self._folder / draft.id)
        self._remove()

    def forget(self) -> None:
        """Remove all of them. Raises ``OSError`` when one can't be removed."""
        for draft in self.all():
            self._set_aside(self._folder / draft.id)
        self._remove()

    def _set_aside(self, place: Path) -> None:
        """What is to be removed is no draft from now on, unless another window has opened it again just now."""
        try:
            place.rename(place.with_name(_GOING + place.name))
        except FileNotFoundError:
            _log.info("%s was opened again meanwhile", place.name)

    def _remove(self) -> None:
        """Remove what was set aside, now or before; nothing else, since another window may be closing a draft."""
        for place in self._places():
            if place.name.startswith(_GOING):
                shutil.rmtree(place, onexc=_unless_gone)

    def _places(self) -> list[Path]:
        return [place for place in self._folder.glob("*") if place.is_dir()]


def _unless_gone(_do: object, _path: str, error: BaseException) -> None:
    """Two windows may be removing the same; what is gone is gone."""
    if not isinstance(error, FileNotFoundError):
        raise error


def _look_at(place: Path) -> ClosedDraft:
    """What the note says; where it can't be read, what the folder itself tells."""
    try:
        note = json.loads((place / _NOTE).read_bytes().decode("utf-8", "surrogatepass"))
        source, touched = str(note["source"]), bool(note["touched"])
        return ClosedDraft(place.name, str(note["name"]), float(note["closed"]), source, touched)
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.warning("note of %s not read: %r", place.name, error)
        return ClosedDraft(place.name, place.name, _changed(place))


def _changed(place: Path) -> float:
    try:
        return place.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _size(place: Path) -> int:
    """How many bytes a draft takes."""
    try:
        return sum(file.stat().st_size for file in place.iterdir())
    except FileNotFoundError:
        return 0
