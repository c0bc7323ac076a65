"""Looks through a library's file from its first event to its last, and shows what came of it."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pr_editor.gui.background import Background
from pr_editor.gui.dialogs.pages import Page
from pr_editor.gui.notices import Notice
from pr_editor.text.message import KnownError, message

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from pr_editor.gui.long_work import LongWork, Work
    from pr_editor.gui.notices import Tell
    from pr_editor.gui.speech import Speech
    from pr_editor.library.verify import Report
    from pr_editor.text.message import Message

type Look[T] = Callable[[Callable[[int], None]], T]
"""Looks through a file; what it is given wants to hear percent."""


class Verifying(QObject):
    """One file at a time, in a thread of its own: what is asked of the library meanwhile need not wait."""

    _looked = Signal(int)
    """So many percent have been looked at."""

    def __init__(self, work: LongWork, parent: QObject) -> None:
        """Tell ``work`` how far it is; there it can be called off as well."""
        super().__init__(parent)
        self._work = work
        self._going: Work | None = None
        self._background = Background("verify", self)
        self._called_off = Event()
        self._looked.connect(self._say_how_far)

    def free(self, tell: Tell) -> bool:
        """Whether nothing is being looked through; else ``tell`` says so."""
        if self._going is not None:
            more = message("Wait until it is through, or call it off.")
            tell(Notice(message("Another file is being verified."), more))
        return self._going is None

    @property
    def called_off(self) -> bool:
        """Whether the last one was not looked through to the end because nobody wanted that any more."""
        return self._called_off.is_set()

    def begin[T](
        self, what: Message, look: Look[T], then: Callable[[T], None], failed: Callable[[Message], None]
    ) -> None:
        """Look through a file. What ``look`` gives goes to ``then``.

        ``failed`` hears why there is nothing, also when it was called off.
        """
        self._called_off.clear()
        self._going = self._work.begin(what, self._called_off.set)

        def ended(result: T) -> None:
            self._end()
            then(result)

        def not_ended(why: Message) -> None:
            self._end()
            failed(why)

        self._background.run(partial(self._run, look), ended, not_ended)

    def finish(self) -> None:
        """The window is closing."""
        self._called_off.set()
        self._background.finish()

    def _run[T](self, look: Look[T]) -> T:
        """Runs in the background. Raises ``KnownError``, also when it is called off."""

        told = -1

        def looked(percent: int) -> None:
            nonlocal told
            self._heed()
            if percent != told:
                told = percent
                self._looked.emit(percent)

        try:
            result = look(looked)
        except (KnownError, OSError):
            raise
        except Exception:
            # A mistake of the program's is told to nobody, but must not be in the way of all that comes after it.
            self._background.tell(self._end)
            raise
        self._heed()
        return result

    def _heed(self) -> None:
        if self._called_off.is_set():
            raise KnownError("It was called off.")

    def _say_how_far(self, percent: int) -> None:
        if self._going is not None:
            self._work.go_on(self._going, self._going.what, percent, 100)

    def _end(self) -> None:
        if self._going is not None:
            self._work.end(self._going)
            self._going = None


def show_report(window: QWidget, speech: Speech, title: str, verdict: Message, report: Report) -> None:
    """A page over ``window`` that says what is wrong with a file, and what was looked at."""
    render = speech.render
    page = Page(window, speech, title)
    page.setObjectName("verified")
    parts = [f"## {render(verdict)}"]
    for problem in report.problems:
        reason = f" {render(problem.reason)}" if problem.reason else ""
        parts.append(f"- **{render(problem.message)}**{reason}")
    parts.append(f"### {render(message('What was checked'))}")
    parts += [f"- {render(one)}" for one in report.checked]
    page.show_markdown("\n\n".join(parts))
    page.show()
