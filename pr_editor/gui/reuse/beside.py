"""The draft and one release side by side, with the passage in hand in sight on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from pr_editor.gui.panels.flow import TwoEnds
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.reuse.columns import Columns, Head
from pr_editor.gui.reuse.legend import Legend
from pr_editor.gui.reuse.words import facts_said, figures_said, only_said, overlap_said, relation_said

if TYPE_CHECKING:
    from pr_editor.app.reuse_report import Pair, Taken
    from pr_editor.app.side_by_side import Sides
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.speech import Speech

_OFFERS = {"exclude": "Ctrl+D", "open": "Ctrl+O", "place": "Ctrl+J", "close": ""}
"""What can be done about the release and the passage in hand, and the key of each."""


class Beside(QFrame):
    """Shows what is said about the pair at once; the texts follow when the library has given the release."""

    stepped = Signal(int)
    """The next passage (1) or the one before (-1) is wanted."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """Nothing to read yet."""
        super().__init__(parent)
        self._speech = speech
        self._icons: Icons | None = None
        self._taken: Taken | None = None
        self._both: Sides | None = None
        self._at = 0
        self._head, self._columns = Head(self), Columns(self)
        self._head.stepped.connect(self.stepped)
        self.headline, self.place = self._head.sentence, self._head.place
        self.previous, self.next = self._head.previous, self._head.next
        self.titles, self.texts = self._columns.titles, self._columns.texts
        self.facts, self.overlap = Prose(self, "muted"), Prose(self, "muted")
        self.figures = Prose(self, "error")
        self.legend = Legend(self)
        self.buttons = {name: QPushButton(self) for name in _OFFERS}
        for button in self.buttons.values():
            button.setAutoDefault(False)
        self._lay_out()

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self._icons, self._both = icons, None
        self._head.dress(icons)

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        names = {
            "exclude": tr("Leave this source out…"),
            "open": tr("Open that release"),
            "place": tr("Go to it in the draft"),
            "close": tr("Close"),
        }
        for name, text in names.items():
            sequence = QKeySequence(_OFFERS[name])
            self.buttons[name].setText(text)
            # New words take the key away.
            self.buttons[name].setShortcut(sequence)
            self.buttons[name].setToolTip(sequence.toString(QKeySequence.SequenceFormat.PortableText) or "Esc")
        self._head.name(tr("Previous match"), tr("Next match"))

    def show_pair(self, taken: Taken, at: int) -> bool:
        """Hold the passage ``at`` (from 0) that the draft takes from a release; False when its texts are to come."""
        if taken is not self._taken:
            self._both = None
        if self._taken is not None and taken.source != self._taken.source:
            # Under the name of this release those of another must not stand, however soon its own come.
            for text in self.texts:
                text.clear()
        self._taken, self._at = taken, at
        speech, pair = self._speech, taken.pairs[at]
        found = pair.alignment()
        self.headline.say(taken.source.headline, speech)
        self.facts.say(" · ".join((*facts_said(taken.source, speech), relation_said(taken, speech))), speech)
        figures = figures_said(found.figures, speech)
        self.figures.say(figures, speech)
        self.figures.setVisible(bool(figures))
        self.overlap.say(overlap_said(found, speech, published=True), speech)
        self.place.setText(speech.tr("{place} of {total}", place=at + 1, total=len(taken.pairs)))
        names = (
            speech.tr("This draft, paragraph {number}", number=pair.number),
            speech.tr("That release, paragraph {number}", number=pair.there),
        )
        for title, text, name in zip(self.titles, self.texts, names, strict=True):
            title.setText(speech.sentence(name))
            text.setAccessibleName(name)
        if self._icons is not None:
            self.legend.explain(found, speech, self._icons.theme)
        self._hold(pair)
        return self._both is not None

    def show_texts(self, both: Sides) -> None:
        """Show both texts, which belong to the release shown, with the pair in hand in sight."""
        if self._taken is None or self._icons is None:
            return
        self._both = both
        for text, marked in zip(self.texts, (both.first, both.second), strict=True):
            text.show_paragraphs(marked, self._icons.theme)
        self._hold(self._taken.pairs[self._at])

    def _hold(self, pair: Pair) -> None:
        if self._both is None:
            return
        places = (self._both.first, pair.number - 1), (self._both.second, pair.there - 1)
        for text, (paragraphs, at) in zip(self.texts, places, strict=True):
            text.hold(at)
            text.setAccessibleDescription(only_said(paragraphs[at], self._speech))

    def _lay_out(self) -> None:
        offers = QWidget(self)
        bottom = TwoEnds(offers)
        for name, button in self.buttons.items():
            bottom.add_at_end(button) if name == "close" else bottom.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(8)
        layout.addLayout(self._head)
        for part in (self.facts, self.figures, self.overlap):
            layout.addWidget(part)
        layout.addLayout(self._columns, 1)
        layout.addWidget(self.legend)
        layout.addWidget(offers)
