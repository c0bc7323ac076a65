"""The page of a comparison: the text, and below it what differs and through what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout

from pr_editor.gui.compare.text import ComparedText
from pr_editor.gui.compare.words import DraftWords
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.settings.keymap import with_key
from pr_editor.gui.theme import font, scaled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

    from pr_editor.app.comparison import Comparison
    from pr_editor.gui.compare.words import Words
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.settings.keymap import KeysOf
    from pr_editor.gui.speech import Speech
    from pr_editor.text.draft import Kind

_ICON = 16


class ComparePage(QFrame):
    """Filled with a ``Comparison``."""

    left = Signal()
    """Back to where one was."""
    go_wanted = Signal(int)
    """To the place of a difference (its number) in the draft."""

    def __init__(self, speech: Speech, keys: KeysOf, parent: QWidget, words: Words | None = None) -> None:
        """Nothing to compare yet; ``keys`` are those of commands, ``words`` those for a draft unless given."""
        super().__init__(parent)
        self._speech, self._keys = speech, keys
        self._words = words or DraftWords(speech)
        self._comparison: Comparison | None = None
        self.text = ComparedText(keys, self)
        self._folded = False
        self.text.left.connect(self.left)
        self.text.go_wanted.connect(self.go_wanted)
        self.text.moved.connect(lambda _: self._say())
        self.setFocusProxy(self.text)
        self.counts, self.place = Prose(self), Prose(self, tone="muted")
        self.previous, self.next = QToolButton(self), QToolButton(self)
        self.previous.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        self.back = QPushButton(self)
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.left)
        strip = QFrame(self)
        strip.setObjectName("noticebar")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.place, 1)
        for part in (self.previous, self.next, self.back):
            row.addWidget(part)
        said = QVBoxLayout(strip)
        said.setContentsMargins(16, 6, 10, 6)
        said.setSpacing(4)
        said.addWidget(self.counts)
        said.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text, 1)
        column.addWidget(strip)

    def fold(self, *, folded: bool) -> None:
        """Say what is below the text in one line, the counts on hovering over it."""
        self._folded = folded
        self._say()

    def show_comparison(
        self, comparison: Comparison, kinds: Mapping[int, Kind], start: tuple[int, int] | None, current: int = -1
    ) -> None:
        """Show a comparison, as ``ComparedText`` does."""
        self._comparison = comparison
        self.text.show_comparison(comparison, kinds, start, current)
        for button in (self.previous, self.next):
            button.setEnabled(bool(comparison.differences))
        self._say()

    def dress(self, icons: Icons, shape: QFont, points: float, margin: int) -> None:
        """Use the colours of a theme, and the type of the draft."""
        self.text.dress(icons.theme, shape, points, margin)
        for part in (self.counts, self.place):
            part.setFont(font())
        for button, name in ((self.previous, "chevron-left"), (self.next, "chevron-right")):
            button.setIcon(icons.icon(name))
            button.setIconSize(QSize(scaled(_ICON), scaled(_ICON)))

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        self.text.setAccessibleName(self._words.name())
        self.text.setAccessibleDescription(self._words.hint())
        for button, words, keys in (
            (self.previous, tr("Previous change"), self._keys("previous")),
            (self.next, tr("Next change"), self._keys("next")),
            (self.back, self._words.back(), ("Esc",)),
        ):
            button.setAccessibleName(words)
            button.setToolTip(self._speech.sentence(with_key(words, keys)))
        self.back.setText(self._words.back())
        self._say()

    def _go(self, by: int) -> None:
        self.text.go(by)
        self.text.setFocus()

    def _say(self) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        counts, where = self._words.counts(comparison), self._where(comparison)
        self.counts.say(counts, self._speech)
        self.counts.setVisible(not self._folded)
        self.place.say(where, self._speech)
        self.place.setToolTip(self._speech.sentence(counts) if self._folded else "")
        self.text.setAccessibleName(". ".join(filter(None, (self._words.name(), counts if self._folded else ""))))

    def _where(self, comparison: Comparison) -> str:
        """Which difference is in hand, and what made it; how many there are while none is."""
        tr, total, at = self._speech.tr, len(comparison.differences), self.text.current
        if at < 0:
            return tr("{number} changes", number=total) if total != 1 else tr("{number} change", number=1)
        place = tr("{place} of {total}", place=at + 1, total=total)
        return " · ".join(filter(None, (place, self._words.made_by(comparison.differences[at]))))
