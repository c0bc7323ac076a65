"""The window's end of the checker process: texts go out, findings come in, and its death costs nothing.

The client keeps the newest text of every open draft. Only changed paragraphs travel; when the process dies, a new one
is started and gets everything again.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QProcess, QTimer, Signal

from pr_editor.app import protocol
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pr_editor.checks.model import Rule
    from pr_editor.profile.choices import ReleaseKind
    from pr_editor.text.draft import Kind, Paragraph

_log = logging.getLogger(__name__)
_PATIENCE = (100, 500, 2_000, 5_000, 15_000)
"""Milliseconds before each new start after a death; the last one again and again."""
_AT_ONCE = 4
"""Milliseconds of reading answers before the window's other business has its turn."""
_ECHO = 15
"""Milliseconds after a keystroke in which answers wait: what was typed is to be seen first."""
_LEAVE = 1_500
"""Milliseconds the process gets to leave by itself when the window closes."""


@dataclass(slots=True)
class _Text:
    """A draft as the checker should see it, and what of it the running process already has."""

    revision: int
    paragraphs: tuple[Paragraph, ...]
    overrides: Mapping[int, Kind]
    hints: Mapping[int, Kind]
    from_pdf: bool
    release_kind: ReleaseKind | None
    own: str
    without: tuple[str, ...]
    can_wait: bool
    there: dict[int, str] = field(default_factory=dict)


class CheckerClient(QObject):
    """Starts the checker, keeps it alive, and passes its answers on."""

    ready = Signal(float)
    """The process has loaded; seconds it took."""
    answered = Signal(object)
    """A ``Structured`` or ``Done`` about the newest revision of a draft, or a ``Found`` about any.

    What is found travels as differences, so none may be left out.
    """
    previewed = Signal(object)
    """A ``Previewed``: what another house style would change."""
    trouble = Signal(object)
    """A ``Trouble`` the checker reports; it lives on."""
    died = Signal(object)
    """The process ended by itself; a ``KnownError`` for the user. A new one is on its way."""

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        """Take the program and arguments of the checker; nothing starts yet."""
        super().__init__(parent)
        self._command = list(command)
        self._rules: Mapping[str, Rule] | None = None
        self._texts: dict[str, _Text] = {}
        self._profile: str | None = None
        self._words: tuple[str, ...] | None = None
        self._deaths = 0
        self._leaving = False
        self._running = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        self._process.started.connect(self._send_everything)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._read_log)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.start)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._read)
        self._keyed = QElapsedTimer()

    @property
    def pid(self) -> int:
        """Process id of the running checker, 0 when there is none."""
        return self._process.processId()

    @property
    def deaths(self) -> int:
        """How often in a row the process has died without finishing a review."""
        return self._deaths

    def start(self) -> None:
        """Start the process; returns at once."""
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self._process.start(self._command[0], self._command[1:])

    def stop(self) -> None:
        """End the process with the window: ask, wait a moment, then end it."""
        self._leaving = True
        self._again.stop()
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return
        self._write(protocol.Stop())
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(_LEAVE):
            self._process.kill()
            self._process.waitForFinished(_LEAVE)

    def check(
        self,
        draft: str,
        revision: int,
        paragraphs: Sequence[Paragraph],
        overrides: Mapping[int, Kind],
        hints: Mapping[int, Kind],
        *,
        from_pdf: bool = False,
        release_kind: ReleaseKind | None = None,
        own: str = "",
        without: tuple[str, ...] = (),
        can_wait: bool = False,
    ) -> None:
        """Have a draft checked at this revision; one that ``can_wait`` after everything else."""
        known = self._texts.get(draft)
        there = known.there if known else {}
        about = from_pdf, release_kind, own, without, can_wait
        text = _Text(revision, tuple(paragraphs), dict(overrides), hints, *about, there)
        self._texts[draft] = text
        self._send(draft, text)

    def forget(self, draft: str) -> None:
        """A draft was closed."""
        if self._texts.pop(draft, None) is not None:
            self._write(protocol.Forget(draft))

    def preview(self, draft: str, name: str) -> bool:
        """Ask what the house style ``name`` would change in a draft as last sent; False when nobody is there to ask."""
        text = self._texts.get(draft)
        if text is None or not self._running:
            return False
        overrides, hints = _words_for(text.overrides, text.there), _words_for(text.hints, text.there)
        self._write(protocol.Preview(draft, name, overrides, text.from_pdf, hints, text.release_kind))
        return True

    def use_words(self, words: Iterable[str]) -> None:
        """Hand over the user's whole dictionary; a process started later gets it, too."""
        self._words = tuple(sorted(words))
        self._write(protocol.Words(self._words))

    def use_house(self) -> None:
        """The releases of the house have taught something; a process started later finds it by itself."""
        self._write(protocol.UseHouse())

    def use_profile(self, name: str) -> None:
        """Go on by another house style; drafts must be sent again to be checked by it."""
        self._profile = name
        self._write(protocol.UseProfile(name))

    def hold(self) -> None:
        """A key was pressed: let what is typed be painted before answers are taken."""
        self._keyed.start()

    def _send(self, draft: str, text: _Text) -> None:
        if not self._running:
            return
        now = {paragraph.key: paragraph.text for paragraph in text.paragraphs}
        rows = tuple((key, None if text.there.get(key) == words else words) for key, words in now.items())
        overrides, hints = _words_for(text.overrides, now), _words_for(text.hints, now)
        about = text.from_pdf, hints, text.release_kind, text.can_wait, text.own, text.without
        self._write(protocol.Check(draft, text.revision, rows, overrides, *about))
        text.there = now

    def _send_everything(self) -> None:
        self._running = True
        if self._profile is not None:
            self._write(protocol.UseProfile(self._profile))
        if self._words is not None:
            self._write(protocol.Words(self._words))
        for draft, text in self._texts.items():
            text.there = {}
            self._send(draft, text)

    def _write(self, request: protocol.Request) -> None:
        if self._running:
            self._process.write(protocol.encode(request))

    def _read(self) -> None:
        """Take what has arrived, but never so much at once that a keystroke would have to wait."""
        if self._keyed.isValid() and not self._keyed.hasExpired(_ECHO):
            self._rest.start(_ECHO)
            return
        began = QElapsedTimer()
        began.start()
        while self._process.canReadLine():
            if began.elapsed() >= _AT_ONCE:
                self._rest.start(0)
                return
            line = bytes(self._process.readLine().data())
            try:
                self._take(protocol.decode_event(line, self._known_rules()))
            except protocol.ProtocolError:
                _log.exception("the checker said something unknown")

    def _known_rules(self) -> Mapping[str, Rule]:
        if self._rules is None:
            # Not before the first answer: the window should show first.
            from pr_editor.checks.registry import RULES

            self._rules = RULES
        return self._rules

    def _take(self, event: protocol.Event) -> None:
        match event:
            case protocol.Ready(seconds):
                self.ready.emit(seconds)
            case protocol.Trouble():
                self.trouble.emit(event)
            case protocol.Previewed():
                self.previewed.emit(event)
            case protocol.Found(draft):
                if draft in self._texts:
                    self.answered.emit(event)
            case protocol.Structured(draft, revision) | protocol.Done(draft, revision):
                text = self._texts.get(draft)
                if text is None or text.revision != revision:
                    return
                if isinstance(event, protocol.Done):
                    self._deaths = 0
                self.answered.emit(event)

    def _read_log(self) -> None:
        for line in bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").splitlines():
            _log.warning("checker: %s", line)

    def _failed(self, error: QProcess.ProcessError) -> None:
        """A process that never started does not «finish»."""
        if error is QProcess.ProcessError.FailedToStart:
            self._ended()

    def _ended(self) -> None:
        self._running = False
        if self._leaving:
            return
        wait = _PATIENCE[min(self._deaths, len(_PATIENCE) - 1)]
        self._deaths += 1
        self._again.start(wait)
        self.died.emit(
            KnownError("Checking stopped unexpectedly and is starting again. Your text is safe; nothing was changed.")
        )


def _words_for(kinds: Mapping[int, Kind], there: Mapping[int, str]) -> dict[int, str]:
    """The kinds of those paragraphs that are there, as the protocol writes them."""
    return {key: kind.value for key, kind in kinds.items() if key in there}
