"""A plain-text field for Persian: half-space keys, plain clipboard, dropped files, and undo by name."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from pr_editor.gui.editor.steps import Steps
from pr_editor.gui.editor.transfer import incoming_text, is_own, local_files, make_plain, storable
from pr_editor.gui.editor.typography import text_option
from pr_editor.text.clean import Cleaned, clean
from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragMoveEvent,
        QDropEvent,
        QInputMethodEvent,
        QWheelEvent,
    )
    from PySide6.QtWidgets import QMenu, QWidget

    from pr_editor.app.i18n import Translator

_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_TWO = frozenset({Qt.Key.Key_2, Qt.Key.Key_At, ord("۲"), ord("٬")})
"""What the key 2 of Latin and Persian keyboards is called while Shift is held."""


def types_half_space(event: QKeyEvent) -> bool:
    """Whether a key stands for the half-space: Shift+Space, or Ctrl+Shift+2 as on the standard Persian keyboard."""
    if event.key() == Qt.Key.Key_Space:
        return event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() in _TWO and event.modifiers() == _CTRL_SHIFT


def _steps_through(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class TextInput(QTextEdit):
    """Right-to-left plain text. Whatever changes it is a step of undo with a name."""

    undo_names_changed = Signal()
    files_dropped = Signal(list)
    """Paths of files dropped here; nothing was inserted."""
    cleaned = Signal(int, object)
    """Something pasted was inserted without so many characters that meant nothing; call the other to have them too."""
    zoom_requested = Signal(int)
    """Ctrl and the wheel: steps up (positive) or down."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        """Make an empty field whose words come from ``tr``."""
        super().__init__(parent)
        self._tr = tr
        self._steps = Steps()
        self._step_name = ""
        self._count = 0
        self._stepping = False
        self._keyed = False
        self._left_out: tuple[int, str, int, int] | None = None
        """Of the last paste: how much, the whole of what was pasted, and where it was put."""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDefaultTextOption(text_option())
        self.document().contentsChange.connect(self._record_step)

    def undo_name(self) -> str:
        """The name of the step undo would take back; empty when there is none."""
        return self._named(self._steps.undo_name(self.document().availableUndoSteps()))

    def redo_name(self) -> str:
        """The name of the step redo would do again; empty when there is none."""
        return self._named(self._steps.redo_name(self.document().availableUndoSteps()))

    def undo(self) -> None:
        """Take back the last step."""
        self._step_through(super().undo)

    def redo(self) -> None:
        """Do again the step taken back last."""
        self._step_through(super().redo)

    def cut(self) -> None:
        """Move the selection to the clipboard."""
        with self.step(self._tr("Cut")):
            super().cut()

    def part_steps(self) -> None:
        """Something else was done: typing goes on with a step of its own, and what was undone can't be done again."""
        document = self.document()
        document.setModified(False)
        document.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
        self._steps.forget_after(document.availableUndoSteps())
        self.undo_names_changed.emit()

    @property
    def stepping(self) -> bool:
        """Whether undo or redo is changing the text just now."""
        return self._stepping

    @contextmanager
    def step(self, name: str, *, join: bool = False) -> Iterator[QTextCursor]:
        """Everything changed inside is one step of undo, called ``name``; within another step it belongs to that.

        ``join`` makes one step of it and the step before.
        """
        outer = self._step_name
        self._step_name = outer or name
        # Qt joins neighbouring insertions to one step unless the document was saved between them.
        self.document().setModified(False)
        cursor = self.textCursor()
        before = self.document().availableUndoSteps()
        cursor.joinPreviousEditBlock() if join else cursor.beginEditBlock()
        try:
            yield cursor
        finally:
            cursor.endEditBlock()
            if join and self.document().availableUndoSteps() > before:
                self._steps.join()
            self.document().setModified(False)
            self._step_name = outer

    def add_clipboard_actions(self, menu: QMenu) -> None:
        """Add cut, copy, paste and select all to a context menu."""
        tr, selected = self._tr, self.textCursor().hasSelection()
        entries = (
            (tr("Cut"), self.cut, selected),
            (tr("Copy"), self.copy, selected),
            (tr("Paste"), self.paste, self.canPaste()),
            None,
            (tr("Select all"), self.selectAll, not self.document().isEmpty()),
        )
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                text, act, enabled = entry
                action = menu.addAction(text)
                action.setEnabled(enabled)
                action.triggered.connect(lambda _checked=False, act=act: act())

    def forget_steps(self) -> None:
        """Start a new history, as after loading."""
        self._steps.clear()
        self._count = self.document().availableUndoSteps()
        self.undo_names_changed.emit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the commands of the window, if it has any: not all that was done is in the text."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _steps_through(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Undo, redo and cut by name, half-spaces, and Shift+Enter as Enter: paragraphs have no lines of their own."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            self._keyed = True
            try:
                self._type(event)
            finally:
                self._keyed = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """What an input method commits counts as typed."""
        self._keyed = True
        try:
            super().inputMethodEvent(event)
        finally:
            self._keyed = False

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Take text, and HTML for its text."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Insert the text of what is pasted or dropped, half-spaces and all, as one step.

        What means nothing and can't be seen is left out of what comes from elsewhere, and ``cleaned`` tells so.
        """
        text = incoming_text(source)
        found = Cleaned(storable(text), 0) if is_own(source) else self._cleaned(text)
        start = self.textCursor().selectionStart()
        if found.text:
            with self.step(self._tr("Paste")):
                self.insertPlainText(found.text)
            self.ensureCursorVisible()
        if found.removed and storable(text) != found.text:
            self._left_out = found.removed, storable(text), start, self.textCursor().position()
        if not self._step_name:
            self._tell_what_was_left_out()

    def _tell_what_was_left_out(self) -> None:
        """Once the step is over, tell what was left out in it, and how to have it."""
        if self._left_out is not None:
            removed, text, start, end = self._left_out
            self._left_out = None
            steps = self.document().availableUndoSteps()
            self.cleaned.emit(removed, lambda: self._paste_as_it_was(text, start, end, steps))

    def _cleaned(self, text: str) -> Cleaned:
        cursor = self.textCursor()
        start, end = QTextCursor(cursor), QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        end.setPosition(cursor.selectionEnd())
        return clean(text, joined=(not start.atBlockStart(), not end.atBlockEnd()))

    def _paste_as_it_was(self, text: str, start: int, end: int, steps: int) -> None:
        """Put ``text`` where it was inserted cleaned, unless something has happened since; it stays one step."""
        if self.document().availableUndoSteps() != steps:
            return
        with self.step(self._tr("Paste"), join=True) as cursor:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text)
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """The selection as plain text."""
        return make_plain(super().createMimeDataFromSelection(), self.textCursor())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Welcome files and text."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Welcome files anywhere; text shows where it would go."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Hand files over; insert text."""
        if files := local_files(event.mimeData()):
            event.acceptProposedAction()
            self.files_dropped.emit(files)
            return
        with self.step(self._tr("Drag and drop")):
            super().dropEvent(event)
        self._tell_what_was_left_out()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl and the wheel ask for another text size instead of changing one font."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if steps := event.angleDelta().y():
                self.zoom_requested.emit(1 if steps > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _type(self, event: QKeyEvent) -> None:
        if types_half_space(event):
            self.insertPlainText(ZWNJ)
            self.ensureCursorVisible()
        elif event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        else:
            if event.text().isspace():
                self.document().setModified(False)  # undo goes back word by word
            super().keyPressEvent(event)

    def _step_through(self, move: Callable[[], None]) -> None:
        self._stepping = True
        try:
            move()
        finally:
            self._stepping = False
        self.document().setModified(False)
        self.undo_names_changed.emit()

    def _record_step(self) -> None:
        before, self._count = self._count, self.document().availableUndoSteps()
        if self._stepping or not self.document().isUndoRedoEnabled():
            return
        names = self.undo_name(), self.redo_name()
        self._steps.record(before, self._count, self._step_name)
        if (self.undo_name(), self.redo_name()) != names:
            self.undo_names_changed.emit()

    def _named(self, name: str | None) -> str:
        return "" if name is None else name or self._tr("Typing")
