"""A page with a list of chapters beside it, that can be searched and gone through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
)

from pr_editor.gui.dialogs.pages import Page
from pr_editor.gui.panels.wrapped import Wrapped
from pr_editor.gui.theme import fit
from pr_editor.text.find import Finder, Query
from pr_editor.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QWidget

    from pr_editor.gui.speech import Speech

SCHEME = "chapter"
"""Of links from one chapter to another."""
_SIZE = (940, 640)
_CHAPTER = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter by its name in links, with its title in the list and its Markdown."""

    name: str
    title: str
    markdown: str

    @property
    def words(self) -> str:
        """What is searched."""
        return fold(f"{self.name} {self.title} {self.markdown}")


class Book(Page):
    """Chapters in a list and the one chosen beside it."""

    def __init__(self, window: QWidget, speech: Speech, title: str, chapters: Sequence[Chapter], at: str = "") -> None:
        """Open at the chapter ``at``, or at the first."""
        super().__init__(window, speech, title)
        tr = speech.tr
        self._chapters = {chapter.name: chapter for chapter in chapters}
        self._found: list[QTextEdit.ExtraSelection] = []
        self._words = {chapter.name: chapter.words for chapter in chapters}
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search by words or code…"))
        self.search.setAccessibleName(tr("Search by words or code…"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.list = QListWidget(self)
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(Wrapped(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        for chapter in chapters:
            item = QListWidgetItem(chapter.title)
            item.setData(_CHAPTER, chapter.name)
            self.list.addItem(item)
        self.previous = self._button(tr("Previous page"), -1, QKeySequence("Alt+Up"))
        self.next = self._button(tr("Next page"), 1, QKeySequence("Alt+Down"))
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        column = QVBoxLayout()
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.middle.insertLayout(0, column, 2)
        for at_end, button in enumerate((self.previous, self.next)):
            self.bottom.insertWidget(at_end, button)
        for before, after in ((self.search, self.list), (self.list, self.text), (self.text, self.previous)):
            self.setTabOrder(before, after)
        self.setTabOrder(self.previous, self.next)
        self.setTabOrder(self.next, self.close_button)
        fit(self, *_SIZE)
        self.list.currentItemChanged.connect(self._show)
        self.text.anchorClicked.connect(self._follow)
        self.go_to(at or next(iter(self._chapters), ""))
        self.list.setFocus()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As large as it was made."""
        return self.size()

    @property
    def chapter(self) -> str:
        """The name of the chapter in sight."""
        at = self.list.currentRow()
        return str(self.list.item(at).data(_CHAPTER)) if at >= 0 else ""

    def go_to(self, name: str) -> None:
        """Show a chapter; one that the search hides ends the search."""
        item = next((one for one in self._items() if one.data(_CHAPTER) == name), None)
        if item is None:
            return
        if item.isHidden():
            self.search.clear()
        self.list.setCurrentItem(item)
        self.list.scrollToItem(item)

    def step(self, by: int) -> None:
        """Show the next (1) or the previous (-1) chapter of those listed."""
        listed = [item for item in self._items() if not item.isHidden()]
        at = next((number for number, item in enumerate(listed) if item is self.list.currentItem()), None)
        if at is not None and 0 <= at + by < len(listed):
            self.list.setCurrentItem(listed[at + by])

    def reject(self) -> None:
        """Escape ends a search first."""
        if self.search.text() and self.focusWidget() is self.search:
            self.search.clear()
        else:
            super().reject()

    def _show(self) -> None:
        if chapter := self._chapters.get(self.chapter):
            self.show_markdown(chapter.markdown)
            self._mark()
        self._look()

    def _narrow(self, words: str) -> None:
        wanted = fold(words).split()
        for item in self._items():
            item.setHidden(not all(word in self._words[item.data(_CHAPTER)] for word in wanted))
        listed = [item for item in self._items() if not item.isHidden()]
        if not listed:
            self.list.setCurrentRow(-1)
            nothing = "Nothing was found. Fewer words find more; how they are spelled makes no difference."
            self.show_markdown(self._speech.tr(nothing))
        elif wanted:
            titled = (item for item in listed if all(word in fold(item.text()) for word in wanted))
            self.list.setCurrentItem(next(titled, listed[0]))
            self.list.scrollToItem(self.list.currentItem())
        elif not self.chapter:
            self.list.setCurrentItem(listed[0])
        self._mark()
        self._look()

    def _mark(self) -> None:
        """Mark the words that were sought in the chapter, and come to the first."""
        self._found = list(places(self.text.document(), self.search.text().split()))
        self.text.setExtraSelections(self._found)
        if self._found:
            caret = QTextCursor(self._found[0].cursor)
            caret.setPosition(caret.selectionStart())
            self.text.setTextCursor(caret)
            self.text.ensureCursorVisible()

    def _look(self) -> None:
        listed = [item.data(_CHAPTER) for item in self._items() if not item.isHidden()]
        self.previous.setEnabled(self.chapter in listed[1:])
        self.next.setEnabled(self.chapter in listed[:-1])

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == SCHEME:
            self.go_to(link.path())

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _button(self, text: str, by: int, key: QKeySequence) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setToolTip(f"{text} ({key.toString(QKeySequence.SequenceFormat.PortableText)})")
        button.clicked.connect(lambda: self.step(by))
        QShortcut(key, self, lambda: self.step(by))
        return button


def places(document: QTextDocument, words: Sequence[str]) -> Iterator[QTextEdit.ExtraSelection]:
    """The places of words in a text, found as a reader would, to be marked."""
    look = QTextCharFormat()
    look.setBackground(QApplication.palette().highlight())
    look.setForeground(QApplication.palette().highlightedText())
    finders = [Finder(Query(word)) for word in words]
    block = document.begin()
    while block.isValid():
        text = block.text()
        for start, end in sorted(hit for finder in finders for hit in finder.spans(text)):
            place = QTextEdit.ExtraSelection()
            place.cursor, place.format = QTextCursor(block), look
            place.cursor.setPosition(block.position() + start)
            place.cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
            yield place
        block = block.next()
