"""Compares any two texts of a release, beside the window in which it is read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from pr_editor.app.versions import compare_of
from pr_editor.gui.notices import Notice, Tone
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from pr_editor.app.versions import ComparedTexts, Pair
    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.library.versions_window import VersionsWindow
    from pr_editor.gui.look import Look
    from pr_editor.gui.notices import Tell
    from pr_editor.gui.settings.keymap import KeysOf
    from pr_editor.gui.speech import Speech
    from pr_editor.text.message import Message


class Versions(QObject):
    """One comparison at a time. Texts are read and compared in the library's thread."""

    def __init__(self, librarian: Librarian, look: Look, speech: Speech, keys: KeysOf, parent: QObject) -> None:
        """Nothing is compared yet; ``keys`` are those of commands."""
        super().__init__(parent)
        self._librarian, self._look, self._speech, self._keys = librarian, look, speech, keys
        self._release = ""
        self._number: int | None = None
        self._pair: Pair | None = None
        self._asked = 0
        self.view: VersionsWindow | None = None
        """What is open."""
        librarian.changed.connect(self._again)
        for changed in (look.changed, look.resized, look.dressed):
            changed.connect(self._dress)
        for changed in (look.language_changed, look.keys_changed):
            changed.connect(self._retranslate)

    def compare(self, release: str, number: int | None, over: QWidget, tell: Tell) -> None:
        """Open the comparison over a window, at the texts chosen last while this release is the one compared.

        Else it begins with version ``number``, the newest if that is None. ``tell`` hears why there is nothing to see.
        """
        if self.view is not None:
            self.view.close()
        if release != self._release:
            self._release, self._pair = release, None
        self._number = number

        def failed(why: Message) -> None:
            tell(Notice(message("The versions could not be compared."), why, Tone.ERROR))

        self._ask(partial(self._open, over), failed)

    def _ask(self, then: Callable[[ComparedTexts], None], failed: Callable[[Message], None]) -> None:
        self._asked += 1
        asked = self._asked

        def if_last[T](do: Callable[[T], None]) -> Callable[[T], None]:
            return lambda answer: do(answer) if asked == self._asked else None

        release, number, pair = self._release, self._number, self._pair
        self._librarian.ask(lambda library: compare_of(library, release, number, pair), if_last(then), if_last(failed))

    def _open(self, over: QWidget, compared: ComparedTexts) -> None:
        from pr_editor.gui.library.versions_window import VersionsWindow

        self.view = view = VersionsWindow(over, self._speech, self._keys)
        view.chosen.connect(self._choose)
        view.finished.connect(lambda _: self._closed(over))
        if isinstance(over, QDialog):
            over.finished.connect(view.close)
        self._dress()
        view.retranslate()
        view.show()
        view.activateWindow()
        # In a turn of its own: making the window has taken one.
        QTimer.singleShot(0, view, partial(view.show_compared, compared))

    def _choose(self, pair: Pair) -> None:
        self._pair = pair
        self._again()

    def _again(self) -> None:
        if (view := self.view) is not None:
            self._ask(view.show_compared, view.say)

    def _closed(self, over: QWidget) -> None:
        """Back to where one was, or to the window below that; an answer still under way has nobody to go to."""
        self.view = None
        self._asked += 1
        parent = over.parentWidget()
        below = over if over.isVisible() or parent is None else parent.window()
        if QApplication.applicationState() is Qt.ApplicationState.ApplicationActive:
            below.activateWindow()

    def _dress(self) -> None:
        if self.view is not None and self._look.icons is not None:
            self.view.dress(self._look.icons, self._look.settings.text_size)

    def _retranslate(self) -> None:
        if self.view is not None:
            self.view.retranslate()
