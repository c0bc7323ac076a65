"""Two texts of a release against each other, in a window of their own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QGridLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout

from pr_editor.gui.compare.page import ComparePage
from pr_editor.gui.library.version_words import VersionWords, facts_of, title_of
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.settings.keymap import key_pressed, with_key
from pr_editor.gui.signoff.marks import name_of
from pr_editor.gui.theme import fit, font, reading_font, scaled
from pr_editor.text.message import Message

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from pr_editor.app.versions import ComparedTexts
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.settings.keymap import KeysOf
    from pr_editor.gui.speech import Speech

_SIZE = (940, 680)
_LOW = 440
"""Pixels of the ordinary size below which the room is left to the text."""
_ICON = 16
_LETTERS = 12
"""Letters of a text's name that are always in sight."""
_KEYS = ("Ctrl+1", "Ctrl+2")
"""The keys that lead to the lists."""
_SWAP = "Ctrl+T"


class VersionsWindow(QDialog):
    """Which texts are compared is chosen in two lists: where lines begin the older one, beside it the newer one."""

    chosen = Signal(object)
    """Another ``Pair`` is to be compared."""

    def __init__(self, over: QWidget, speech: Speech, keys: KeysOf) -> None:
        """Nothing to read yet; ``keys`` are those of commands."""
        super().__init__(over)
        self.setObjectName("versions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, *_SIZE)
        self._speech, self._keys = speech, keys
        self._compared: ComparedTexts | None = None
        self._words = VersionWords(speech)
        self.lists = QComboBox(self), QComboBox(self)
        self.facts = Prose(self, tone="muted"), Prose(self, tone="muted")
        self.signs = QLabel("−", self), QLabel("+", self)
        self.swap = QToolButton(self)
        self.swap.clicked.connect(self._swap)
        self.page = ComparePage(speech, keys, self, self._words)
        self.page.left.connect(self.reject)
        self.nothing = Prose(self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in self.facts:
            part.setAlignment(Qt.AlignmentFlag.AlignTop)
        for box, key in zip(self.lists, _KEYS, strict=True):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LETTERS)
            box.activated.connect(self._choose)
            QShortcut(QKeySequence(key), self, box.setFocus)
        QShortcut(QKeySequence(_SWAP), self, self._swap)
        self._lay_out()
        self.page.setFocus()

    def show_compared(self, compared: ComparedTexts) -> None:
        """Show a comparison. One that is shown already stays as it is, with the difference in hand."""
        before, self._compared = self._compared, compared
        self._words.changed_by = compared.changed_by
        self._say()
        outcome = compared.outcome
        if isinstance(outcome, Message):
            self.say(outcome)
        elif before is None or before.outcome != outcome or self._stack.currentWidget() is not self.page:
            self.page.show_comparison(outcome, compared.kinds, None)
            self._stack.setCurrentWidget(self.page)

    def say(self, why: Message) -> None:
        """There is nothing to read, and why."""
        self.nothing.say(self._speech.render(why), self._speech)
        if self.page.text.hasFocus():
            self.lists[0].setFocus()
        self._stack.setCurrentWidget(self.nothing)

    def dress(self, icons: Icons, points: float) -> None:
        """Use the colours of a theme, and type of so many points as in drafts."""
        self.page.dress(icons, reading_font(points), points, 0)
        self.swap.setIcon(icons.icon("arrow-left-right"))
        self.swap.setIconSize(QSize(scaled(_ICON), scaled(_ICON)))
        for sign, tone in zip(self.signs, ("error", "success"), strict=True):
            sign.setProperty("tone", tone)
            sign.setFont(font(13, font().Weight.Bold))
        for part in self.facts:
            part.setFont(font())
        self._fold()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        self.setLayoutDirection(self._speech.direction)
        names = tr("The older text: what went from it is struck through"), tr("The newer text: what came is underlined")
        for box, sign, name, key in zip(self.lists, self.signs, names, _KEYS, strict=True):
            box.setAccessibleName(name)
            sign.setToolTip(self._speech.sentence(with_key(name, (key,))))
        self.swap.setAccessibleName(tr("Swap both texts"))
        self.swap.setToolTip(self._speech.sentence(with_key(tr("Swap both texts"), (_SWAP,))))
        self.page.retranslate()
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The keys that go through differences do so from the lists as well, and those that compare lead back."""
        pressed = key_pressed(event.keyCombination())
        by = (pressed in self._keys("next")) - (pressed in self._keys("previous"))
        if by and self._stack.currentWidget() is self.page:
            self.page.text.go(by)
        elif pressed in {*self._keys("compare"), *self._keys("compare-versions")}:
            self.reject()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the text its room."""
        super().resizeEvent(event)
        self._fold()

    def _lay_out(self) -> None:
        bar = QFrame(self)
        bar.setProperty("panel", True)
        grid = QGridLayout(bar)
        grid.setContentsMargins(14, 8, 14, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for side in (0, 1):
            at = 3 * side
            grid.addWidget(self.signs[side], 0, at)
            grid.addWidget(self.lists[side], 0, at + 1)
            grid.addWidget(self.facts[side], 1, at + 1)
            grid.setColumnStretch(at + 1, 1)
        grid.addWidget(self.swap, 0, 2)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        for before, after in pairwise((self.lists[0], self.swap, self.lists[1], self.page.text)):
            self.setTabOrder(before, after)

    def _say(self) -> None:
        compared, tr = self._compared, self._speech.tr
        if compared is None:
            return
        title = tr("Compare versions"), name_of(compared.release.id, self._speech)
        self.setWindowTitle(self._speech.row(title))
        for box, facts, chosen in zip(self.lists, self.facts, compared.pair, strict=True):
            self._list(box, compared)
            box.setCurrentIndex(box.count() - 1 - compared.texts.index(chosen))
            said = facts_of(chosen, compared.version(chosen), self._speech)
            facts.say(said, self._speech)
            box.setAccessibleDescription(said)
            box.setToolTip(f"{box.currentText()}\n{self._speech.sentence(said)}")

    def _list(self, box: QComboBox, compared: ComparedTexts) -> None:
        """List all texts, newest first; a list that says so already is left alone, as it may be open."""
        titles = {
            text: self._speech.sentence(title_of(text, compared.version(text), self._speech))
            for text in reversed(compared.texts)
        }
        if titles != {box.itemData(at): box.itemText(at) for at in range(box.count())}:
            box.clear()
            for text, title in titles.items():
                box.addItem(title, text)
            box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + scaled(_ICON))

    def _fold(self) -> None:
        """Where there is little room, who and when is said on hovering, and to those who hear it."""
        low = self.height() < scaled(_LOW)
        self.page.fold(folded=low)
        for part in self.facts:
            part.setVisible(not low)

    def _choose(self) -> None:
        self.chosen.emit(tuple(box.currentData() for box in self.lists))

    def _swap(self) -> None:
        self.chosen.emit(tuple(box.currentData() for box in reversed(self.lists)))
