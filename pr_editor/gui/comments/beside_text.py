"""A text of the library with the comments on it: marked at their places, listed below, made from a selection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from pr_editor.gui.comments.list import CommentList
from pr_editor.gui.editor.typography import line_height
from pr_editor.gui.panels.flow import Flow
from pr_editor.gui.theme import padded
from pr_editor.text.span import from_utf16, to_utf16

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.gui.icons import Icons
    from pr_editor.gui.speech import Speech
    from pr_editor.review.model import Comment

_LINES = 8
"""Room for so many lines of the text stays beside its comments: six where a headline is among them."""
_AROUND = 16
"""Pixels of the ordinary size that are around the lines, above and below together."""
_KEYS = {"add": "Ctrl+Alt+M", "change": "F2", "remove": "Delete"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A comment in the list: what is said about it, and whether it can still be changed."""

    comment: Comment
    said: str
    pending: bool


class CommentedText(QWidget):
    """The ``page`` shows a paragraph a block, so that what is selected in it is a place of the text."""

    add_wanted = Signal(int, int, int)
    """A comment on this paragraph (from 0), from and to these code points."""
    change_wanted = Signal(int)
    """Other words for the comment with this number in the list."""
    remove_wanted = Signal(int)
    passage_shown = Signal()
    """The passage of a comment was gone to on the page."""

    def __init__(self, page: QTextBrowser, speech: Speech, parent: QWidget) -> None:
        """Nothing is commented on."""
        super().__init__(parent)
        self._speech = speech
        self._icons: Icons | None = None
        self._shown: Sequence[Shown] = ()
        self._open = False
        self.page = page
        # With a caret, words can be chosen without the mouse, too.
        keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        page.setTextInteractionFlags(keyboard)
        page.selectionChanged.connect(self._look)
        self.title = QLabel(self)
        self.title.setProperty("tone", "muted")
        self.list = CommentList(self)
        self.title.setBuddy(self.list)
        self.list.chosen.connect(self._go_to)
        self.list.currentRowChanged.connect(lambda _: self._look())
        self.buttons = {name: QPushButton(self) for name in _KEYS}
        for button in self.buttons.values():
            button.setAutoDefault(False)
        self.buttons["add"].clicked.connect(self._add)
        self.buttons["change"].clicked.connect(lambda: self.change_wanted.emit(self.list.currentRow()))
        self.buttons["remove"].clicked.connect(lambda: self.remove_wanted.emit(self.list.currentRow()))
        for name in ("change", "remove"):
            self.list.bind((_KEYS[name],), self.buttons[name].click)
        for key, by in (("F7", 1), ("Shift+F7", -1)):
            step = QShortcut(QKeySequence(key), self)
            step.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            step.activated.connect(lambda by=by: self.list.step(by))
        self._lay_out()

    def show_comments(self, shown: Sequence[Shown], *, open_: bool) -> None:
        """List and mark these; with ``open_`` others can be added."""
        self._shown, self._open = shown, open_
        self.title.setText(self._speech.tr("Comments ({number})", number=len(shown)))
        self.list.say([one.said for one in shown])
        for part in (self.title, self.list):
            part.setVisible(bool(shown))
        self._strip.setVisible(bool(shown) or open_)
        self._mark()
        self._look()

    def least_height(self) -> int:
        """Pixels in which a few lines of the text can be read, and the comments on it."""
        line = self.page.fontMetrics().lineSpacing() * line_height() / 100
        self.page.setMinimumHeight(round(_LINES * line + 2 * self.page.document().documentMargin() + padded(_AROUND)))
        return self.minimumSizeHint().height()

    def choose(self, comment: Comment) -> None:
        """Take a comment of the list in hand."""
        self.list.setCurrentRow([one.comment for one in self._shown].index(comment))

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self._icons = icons
        self._mark()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        names = {"add": tr("Comment on the selection…"), "change": tr("Change…"), "remove": tr("Remove")}
        for name, text in names.items():
            self.buttons[name].setText(text)
            self.buttons[name].setToolTip(_KEYS[name])
        # New words take the key away.
        self.buttons["add"].setShortcut(QKeySequence(_KEYS["add"]))
        self.list.setAccessibleName(tr("Comments"))
        self.list.setAccessibleDescription(tr("F7 goes to the next comment, Shift+F7 to the one before."))

    def selected(self) -> tuple[int, int, int] | None:
        """Paragraph and code points of what is selected; None where that is nothing, or parts of several."""
        cursor = self.page.textCursor()
        block = self.page.document().findBlock(cursor.selectionStart())
        start, end = (at - block.position() for at in (cursor.selectionStart(), cursor.selectionEnd()))
        if start == end or end >= block.length():
            return None
        text = block.text()
        words = text[(first := from_utf16(text, start)) : (last := from_utf16(text, end))]
        first, last = first + len(words) - len(words.lstrip()), last - len(words) + len(words.rstrip())
        return (block.blockNumber(), first, last) if first < last else None

    def _add(self) -> None:
        if (place := self.selected()) is not None and self._open:
            self.add_wanted.emit(*place)

    def _look(self) -> None:
        """Offer what can be done now."""
        row = self.list.currentRow()
        pending = 0 <= row < len(self._shown) and self._shown[row].pending
        self.buttons["add"].setVisible(self._open)
        self.buttons["add"].setEnabled(self._open and self.selected() is not None)
        for name in ("change", "remove"):
            self.buttons[name].setVisible(any(one.pending for one in self._shown))
            self.buttons[name].setEnabled(pending)

    def _go_to(self, row: int) -> None:
        self.page.setTextCursor(self._cursor(self._shown[row].comment))
        self.page.ensureCursorVisible()
        self.passage_shown.emit()

    def _cursor(self, comment: Comment) -> QTextCursor:
        block = self.page.document().findBlockByNumber(comment.paragraph)
        text, cursor = block.text(), QTextCursor(block)
        cursor.setPosition(block.position() + to_utf16(text, comment.start))
        cursor.setPosition(block.position() + to_utf16(text, comment.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _mark(self) -> None:
        if self._icons is None:
            return
        marks = []
        for one in self._shown:
            mark = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            look.setUnderlineColor(self._icons.theme.color("warning"))
            look.setBackground(self._icons.theme.color("selection"))
            mark.cursor, mark.format = self._cursor(one.comment), look
            marks.append(mark)
        self.page.setExtraSelections(marks)

    def _lay_out(self) -> None:
        self._strip = QFrame(self)
        strip = QVBoxLayout(self._strip)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.setSpacing(6)
        offers = QWidget(self._strip)
        row = Flow(offers)
        for button in self.buttons.values():
            row.addWidget(button)
        for part in (self.title, self.list, offers):
            strip.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.page, 1)
        layout.addWidget(self._strip)
        self._strip.hide()
