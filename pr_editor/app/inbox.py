"""What the window has sent to the checker and the checker has not come to yet."""

from __future__ import annotations

import logging
import os
import threading
from collections import deque

from pr_editor.app import protocol

_log = logging.getLogger(__name__)
_CHUNK = 1 << 16


class Inbox:
    """Lines of the window in order, gathered while the checker works, so that it can see what has become stale."""

    def __init__(self, handle: int) -> None:
        """Begin to read the file descriptor ``handle``."""
        self._handle = handle
        self._lines: deque[protocol.Request | protocol.ProtocolError] = deque()
        self._ended = False
        self._news = threading.Condition()
        # Reading the descriptor itself: a thread blocked in a buffered reader can't be left behind at exit.
        threading.Thread(target=self._gather, daemon=True).start()

    def next(self) -> protocol.Request | protocol.ProtocolError:
        """The oldest request not yet taken; waits for one. ``Stop`` when there will be no more."""
        with self._news:
            self._news.wait_for(lambda: self._lines or self._ended)
            return self._lines.popleft() if self._lines else protocol.Stop()

    def makes_stale(self, check: protocol.Check) -> bool:
        """Whether what waits says that nobody needs the answer to ``check`` any more."""
        with self._news:
            return self._ended or any(_supersedes(later, check) for later in self._lines)

    def has_urgent(self) -> bool:
        """Whether a request waits that is not to wait behind one that can."""
        with self._news:
            return any(not getattr(later, "can_wait", False) for later in self._lines)

    def put_back(self, check: protocol.Check) -> None:
        """Take up ``check`` after everything that waits. None of that may be about its draft."""
        with self._news:
            self._lines.append(check)

    def _gather(self) -> None:
        rest = b""
        try:
            while chunk := os.read(self._handle, _CHUNK):
                *lines, rest = (rest + chunk).split(b"\n")
                self._put(lines)
        except OSError:
            _log.exception("standard input can't be read")
        with self._news:
            self._ended = True
            self._news.notify()

    def _put(self, lines: list[bytes]) -> None:
        requests = [_decoded(line) for line in lines if line.strip()]
        with self._news:
            self._lines += requests
            self._news.notify()


def _decoded(line: bytes) -> protocol.Request | protocol.ProtocolError:
    try:
        return protocol.decode_request(line)
    except protocol.ProtocolError as error:
        return error


def _supersedes(later: object, check: protocol.Check) -> bool:
    match later:
        case protocol.Check(draft=draft, revision=revision):
            return draft == check.draft and revision > check.revision
        case protocol.Forget(draft=draft):
            return draft == check.draft
        case protocol.Stop():
            return True
    return False
