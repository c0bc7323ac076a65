"""From the last keystroke to the squiggle under a misspelled word, in the real window over a real checker."""

from __future__ import annotations

import sys
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
    from pr_editor.gui.mainwindow import MainWindow

SLIPS = table(
    "افتتاج مشازکت ظرقیت پیشنعاد برکزاری سامانخ سادرات برجصته مهروم تقاظای ضرورط موانه فزای طقویت مثابقه",
    "نیازنمد مهدنس مصحابه بحارن گسرتش اعبتار نششست نهالل وثییقه معااون محمموله نمایشگا پژهشی شمره جشنوره",
    "میلون بخستین حمابت مصرق نوسعه حاطرنشان تنطیم خبرنگری غملیات گزازش",
)
"""Typed one after the other, each with a space behind it."""
_BETWEEN_KEYS = 60
"""Milliseconds: an ordinary typist."""
_PATIENCE = 10_000


class Typist:
    """Types into the draft in front and watches what is painted."""

    def __init__(self, window: MainWindow, editor: DraftEditor) -> None:
        """Sit down before a window that shows a checked draft."""
        self._window = window
        self._editor = editor
        self._painted = _Painted(editor)

    def type_slip(self, word: str, paragraph: int) -> float:
        """Type a word at the end of a paragraph; seconds from its last key to its squiggle. It is deleted again."""
        cursor = QTextCursor(self._editor.document().findBlockByNumber(paragraph))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._editor.setTextCursor(cursor)
        start = cursor.position()
        for letter in f" {word} ":
            key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._editor, key)
            ended = time.perf_counter()
            if letter != " " or self._editor.textCursor().position() == start + 1:
                _wait(lambda quit_loop: QTimer.singleShot(_BETWEEN_KEYS, quit_loop))
        self._painted.wait_for(word)
        taken = time.perf_counter() - ended
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.wait_checked()
        return taken

    def wait_checked(self) -> None:
        """Wait until the text has been checked as it stands."""
        _wait(self._window.checking.finished.connect)


class _Painted(QObject):
    """Sees each painting of the text."""

    def __init__(self, editor: DraftEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._wanted = ""
        self._seen: Callable[[], object] = lambda: None
        editor.viewport().installEventFilter(self)

    def wait_for(self, word: str) -> None:
        """Wait until ``word`` has been painted and underlined: in a wave, or a line where it is only unknown."""

        def begin(seen: Callable[[], object]) -> None:
            self._wanted, self._seen = word, seen

        _wait(begin)
        self._wanted = ""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """At a painting with the squiggle in it, tell so once it is over."""
        if event.type() is QEvent.Type.Paint and self._wanted and self._underlined():
            QTimer.singleShot(0, self._seen)
        return False

    def _underlined(self) -> bool:
        none = QTextCharFormat.UnderlineStyle.NoUnderline
        return any(
            selection.format.underlineStyle() is not none and selection.cursor.selectedText() == self._wanted
            for selection in self._editor.extraSelections()
        )


def _wait(begin: Callable[[Callable[[], object]], object]) -> None:
    """Let the window live until what ``begin`` was given is called. Raises ``TimeoutError`` when it never is."""
    loop = QEventLoop()
    patience = QTimer(loop, singleShot=True)
    patience.timeout.connect(lambda: loop.exit(1))
    patience.start(_PATIENCE)
    begin(loop.quit)
    if loop.exec():
        raise TimeoutError("the window did not answer")


def measure(window: MainWindow, draft: Path) -> list[float]:
    """Open a draft and type every slip into it, in one paragraph after the other; the seconds each took."""
    window.drafts.open_files([str(draft)])
    opened = window.drafts.current
    assert opened is not None
    assert opened.editor is not None
    typist = Typist(window, opened.editor)
    typist.wait_checked()
    paragraphs = range(2, len(opened.paragraphs()) - 2)
    return [typist.type_slip(word, paragraphs[at % len(paragraphs)]) for at, word in enumerate(SLIPS)]


def main() -> None:
    """Measure and print."""
    with own_home() as home:
        draft = home / "draft.txt"
        draft.write_text("\n".join(release()), encoding="utf-8")
        _, window = build(build_services())
        window.resize(1360, 860)
        window.show()
        taken = measure(window, draft)
        window.close()
        QApplication.processEvents()
    print(Figure("squiggle painted, from the last keystroke", 0.3, taken, share=0.95))


if __name__ == "__main__":
    main()
    sys.exit()
