"""From the last keystroke to the squiggle under a misspelled word, and from adding a word until its squiggle is gone.

In the real window over a real checker.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Figure, own_home, release
from pr_editor.app.services import build_services
from pr_editor.gui.application import build
from pr_editor.language.normal import table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pr_editor.gui.editor import DraftEditor
    from pr_editor.gui.window.mainwindow import MainWindow

SLIPS = table(
    "افتتاج مشازکت ظرقیت پیشنعاد برکزاری سامانخ سادرات برجصته مهروم تقاظای ضرورط موانه فزای طقویت مثابقه",
    "نیازنمد مهدنس مصحابه بحارن گسرتش اعبتار نششست نهالل وثییقه معااون محمموله نمایشگا پژهشی شمره جشنوره",
    "میلون بخستین حمابت مصرق نوسعه حاطرنشان تنطیم خبرنگاذی غملیات گزازش",
)
"""Typed one after the other, each with a space before and behind it."""
_BETWEEN_KEYS = 60
"""Milliseconds: an ordinary typist."""
_ADDED = 4
"""Every so many slips one is added to the dictionary."""
_PATIENCE = 60_000


class Typist:
    """Types into the draft in front and watches what is painted."""

    def __init__(self, window: MainWindow, editor: DraftEditor) -> None:
        """Sit down before a window that shows a checked draft."""
        self._window = window
        self._editor = editor
        self._painted = _Painted(editor)

    def type_slip(self, word: str, paragraph: int) -> float:
        """Type a word at the end of a paragraph; seconds from its last key to its squiggle."""
        cursor = QTextCursor(self._editor.document().findBlockByNumber(paragraph))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._editor.setTextCursor(cursor)
        for letter in f" {word}":
            self._press(letter)
            wait(lambda done: QTimer.singleShot(_BETWEEN_KEYS, done))
        began = time.perf_counter()
        self._press(" ")
        self._painted.wait_for(word, underlined=True)
        return time.perf_counter() - began

    def delete(self, word: str) -> None:
        """Delete a word typed before, and wait until that has been checked."""
        cursor = self._editor.document().find(word)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.wait_checked()

    def add(self, word: str) -> float:
        """Add a word that is found to the dictionary; seconds until it is painted without a squiggle."""
        reviewing = self._window.reviewing
        reviewing.take(next(one for one in reviewing.open if one.text == word).fingerprint)
        began = time.perf_counter()
        self._window.teaching.add_word()
        self._painted.wait_for(word, underlined=False)
        return time.perf_counter() - began

    def _press(self, letter: str) -> None:
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(self._editor, key)

    def wait_checked(self) -> None:
        """Wait until the text has been checked as it stands."""
        wait(self._window.checking.finished.connect)


class _Painted(QObject):
    """Sees each painting of the text."""

    def __init__(self, editor: DraftEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._wanted: tuple[str, bool] | None = None
        self._seen: Callable[[], object] = lambda: None
        editor.viewport().installEventFilter(self)

    def wait_for(self, word: str, *, underlined: bool) -> None:
        """Wait until ``word`` has been painted with a squiggle (or the line of what is only unknown), or without."""

        def begin(seen: Callable[[], object]) -> None:
            self._wanted, self._seen = (word, underlined), seen

        wait(begin)
        self._wanted = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """At a painting as wanted, tell so once it is over."""
        if event.type() is QEvent.Type.Paint and self._wanted is not None:
            word, underlined = self._wanted
            if underlined == (word in self._underlined()):
                QTimer.singleShot(0, self._seen)
        return False

    def _underlined(self) -> set[str]:
        none = QTextCharFormat.UnderlineStyle.NoUnderline
        selections = self._editor.extraSelections()
        return {one.cursor.selectedText() for one in selections if one.format.underlineStyle() is not none}


def wait(begin: Callable[[Callable[[], object]], object]) -> None:
    """Let the window live until what ``begin`` was given is called. Raises ``TimeoutError`` when it never is."""
    loop = QEventLoop()
    patience = QTimer(loop, singleShot=True)
    patience.timeout.connect(lambda: loop.exit(1))
    patience.start(_PATIENCE)
    begin(loop.quit)
    if loop.exec():
        raise TimeoutError("the window did not answer")


def typist_at(window: MainWindow, draft: Path) -> tuple[Typist, range]:
    """Open a draft and have it checked; who types into it, and the numbers of the paragraphs to type into."""

    def begin(done: Callable[[], object]) -> None:
        window.drafts.begun.connect(lambda _: done())
        window.drafts.open_files([str(draft)])

    wait(begin)
    opened = window.drafts.current
    assert opened is not None
    assert opened.editor is not None
    typist = Typist(window, opened.editor)
    typist.wait_checked()
    return typist, range(2, len(opened.paragraphs()) - 2)


def measure(typist: Typist, paragraphs: range) -> tuple[list[float], list[float]]:
    """Type every slip, into one paragraph after the other; the seconds to each squiggle, and for some until it went."""
    painted, gone = [], []
    for at, word in enumerate(SLIPS):
        painted.append(typist.type_slip(word, paragraphs[at % len(paragraphs)]))
        if at % _ADDED == 0:
            gone.append(typist.add(word))
        typist.delete(word)
    return painted, gone


def main() -> None:
    """Measure and print."""
    with own_home() as home:
        draft = home / "draft.txt"
        draft.write_text("\n".join(release()), encoding="utf-8")
        _, window = build(build_services())
        window.resize(1360, 860)
        window.show()
        painted, gone = measure(*typist_at(window, draft))
        window.close()
        QApplication.processEvents()
    print(Figure("squiggle painted, from the last keystroke", 0.3, painted, share=0.95))
    print(Figure("squiggle gone, from adding its word", 0.5, gone, share=0.95))


if __name__ == "__main__":
    main()
