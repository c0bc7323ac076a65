"""Open drafts on disk, so that no crash costs a word.

A session is a folder: ``session.json`` with the text as received, as it is now and what was decided; beside it the
bytes of the file it came from, never touched. A lock beside the folder tells other windows that it is in use.
"""

from __future__ import annotations

import logging
import re
import secrets
import shutil
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pr_editor.app.lock import FileLock
from pr_editor.app.session import Session
from pr_editor.app.session_records import decode_session, encode_session
from pr_editor.text.files import sync_folder, write_atomically
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from pathlib import Path

    from pr_editor.text.draft import Draft

_log = logging.getLogger(__name__)
_STATE = "session.json"
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}")


class SessionStore:
    """The sessions under one folder. One store a window: it holds the locks of the sessions it opened."""

    def __init__(self, folder: Path) -> None:
        """Use ``folder``; it need not exist."""
        self._folder = folder
        self._locks: dict[str, FileLock] = {}
        self.problems: list[KnownError] = []
        """What ``all`` could not read, to be told to the user; nothing of it is deleted."""

    def create(self, received: Draft, original: bytes | None = None, suffix: str = "") -> Session:
        """Begin a session of a draft, owned by this window; ``original`` is its file, verbatim. Raises ``OSError``."""
        now = time.time()
        name = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
        session = Session(
            name,
            received.title,
            received.source,
            received,
            received.paragraphs,
            from_pdf=received.from_pdf,
            opened=now,
            changed=now,
        )
        # The lock comes first: a folder without a state and without an owner is what a crash has left.
        self._folder.mkdir(parents=True, exist_ok=True)
        self.claim(session)
        self.place(name).mkdir()
        if original is not None:
            ending = suffix if _SUFFIX.fullmatch(suffix) else ""
            write_atomically(self.place(name) / f"original{ending}", original)
        self.save(session)
        return session

    def save(self, session: Session) -> None:
        """Write the session's state. Raises ``OSError``; then the state saved before still stands."""
        write_atomically(self.place(session.id) / _STATE, encode_session(session))

    def all(self) -> list[Session]:
        """Every readable session, newest change first, whether or not another window has it open."""
        self.problems = []
        sessions = []
        for place in sorted(self._folder.glob("*/")):
            try:
                sessions.append(_read(place))
            except FileNotFoundError:
                self._sweep(place)
            except KnownError as error:
                self.problems.append(error)
        return sorted(sessions, key=lambda session: session.changed, reverse=True)

    def claim(self, session: Session) -> bool:
        """Make this window the owner of a session; False when another running window is."""
        lock = self._locks.setdefault(session.id, FileLock(self._lock_path(session.id)))
        return lock.acquire()

    def take(self, session: Session) -> Session | None:
        """Own a session that ``all`` has found, and give it as it stands; None when another window has it open.

        Until it is owned another window may work on it, or close it: then None is given as well.
        """
        if not self.claim(session):
            return None
        try:
            return _read(self.place(session.id))
        except FileNotFoundError:
            self._let_go(session)
        except KnownError as error:
            self.problems.append(error)
            self.release(session)
        return None

    def release(self, session: Session) -> None:
        """Let other windows have the session; it stays on disk."""
        if lock := self._locks.pop(session.id, None):
            lock.release()

    def original(self, session: Session) -> Path | None:
        """The untouched copy of the file a session came from, if it came from one."""
        return next(iter(sorted(self.place(session.id).glob("original*"))), None)

    def close(self, session: Session) -> None:
        """End a session: everything of it leaves the disk. Raises ``OSError``."""
        place = self.place(session.id)
        if place.exists():
            # Without its state a folder is no session: a crash in the middle leaves rubbish, not half a draft.
            (place / _STATE).unlink(missing_ok=True)
            shutil.rmtree(place)
        self._let_go(session)

    def move_out(self, session: Session, folder: Path) -> None:
        """End a session, and keep everything of it in ``folder``, on the same disk, instead.

        Raises ``OSError``; then the session is there as before.
        """
        self.place(session.id).rename(folder / session.id)
        sync_folder(folder)
        sync_folder(self._folder)
        self._let_go(session)

    def move_in(self, place: Path) -> Session:
        """Go on with a session that was moved out to ``place``, as its owner.

        Raises ``KnownError`` when it is not there any more or can't be read, and ``OSError``; then nothing is moved.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self._lock_path(place.name))
        if not lock.acquire():
            raise KnownError("Another window is opening this draft.")
        try:
            session = _read(place)
            place.rename(self.place(place.name))
        except FileNotFoundError:
            lock.release()
            raise KnownError("This draft is not kept any more.") from None
        except BaseException:
            lock.release()
            raise
        self._locks[session.id] = lock
        sync_folder(self._folder)
        return session

    def place(self, name: str) -> Path:
        """The folder of the session called ``name``."""
        return self._folder / name

    def _let_go(self, session: Session) -> None:
        """There is no such session any more."""
        self.release(session)
        self._lock_path(session.id).unlink(missing_ok=True)

    def _sweep(self, place: Path) -> None:
        """Take away what a crash left while a session was made or closed, unless a window is at it just now."""
        lock = FileLock(self._lock_path(place.name))
        if place.name in self._locks or not lock.acquire():
            return
        shutil.rmtree(place, ignore_errors=True)
        lock.release()
        self._lock_path(place.name).unlink(missing_ok=True)

    def _lock_path(self, name: str) -> Path:
        return self._folder / f"{name}.lock"


def _read(place: Path) -> Session:
    """The session in a folder. Raises ``FileNotFoundError`` where there is none, ``KnownError`` for a damaged one."""
    try:
        return decode_session(place.name, (place / _STATE).read_bytes())
    except FileNotFoundError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        _log.warning("session %s not read: %r", place.name, error)
        raise KnownError("A draft could not be read. Its files are kept: {path}", path=str(place)) from error
