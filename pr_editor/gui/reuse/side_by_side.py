"""Two places of a draft that say the same, side by side, with the ways to leave only one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pr_editor.app.side_by_side import sides
from pr_editor.gui.editor.kinds import KIND_NAMES
from pr_editor.gui.panels.discard import discard
from pr_editor.gui.panels.flow import Flow
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.reuse.columns import Columns, Head
from pr_editor.gui.reuse.legend import Legend
from pr_editor.gui.reuse.words import figures_said, only_said, overlap_said
from pr_editor.gui.theme import fit
from pr_editor.text.fold import to_ascii_digits

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from pr_editor.app.repeats import Pair, Place
    from pr_editor.checks.model import Fix
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.speech import Speech

_SIZE = (900, 520)


@dataclass(frozen=True, slots=True)
class Content:
    """What is shown: a pair, which of how many it is (from 1), and the fixes of its finding, best first."""

    pair: Pair
    at: int
    of: int
    fixes: tuple[Fix, ...]


class SideBySide(QDialog):
    """Filled anew for each pair. Decides nothing itself."""

    candidate = Signal(int)
    """A fix was chosen, counted from 0."""
    left = Signal()
    """The finding is to be left as it is."""
    stepped = Signal(int)
    """The next pair (1) or the one before (-1) is wanted."""
    undone = Signal()
    """The last step in the text is to be taken back."""

    def __init__(self, window: QWidget, speech: Speech, icons: Icons) -> None:
        """Nothing to read yet."""
        super().__init__(window)
        self.setObjectName("side-by-side")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLayoutDirection(speech.direction)
        fit(self, *_SIZE)
        self._speech, self._icons = speech, icons
        self.setWindowTitle(speech.tr("Side by side"))
        self._head, self._columns = self._headed(), Columns(self)
        self.sentence, self.place = self._head.sentence, self._head.place
        self.previous, self.next = self._head.previous, self._head.next
        self.titles, self.texts = self._columns.titles, self._columns.texts
        self.figures = Prose(self, "error")
        self.overlap = Prose(self, "muted")
        self.legend = Legend(self)
        self._offered = QWidget(self)
        self.decisions = Flow(self._offered, gap=8)
        self.buttons: list[QPushButton] = []
        self._lay_out()

    def show_content(self, content: Content) -> None:
        """Show another pair, or the same one after the text has changed."""
        pair, tr = content.pair, self._speech.tr
        found, theme = pair.alignment(), self._icons.theme
        self.sentence.say(self._speech.render(pair.finding.message), self._speech)
        self.place.setText(tr("{place} of {total}", place=content.at, total=content.of) if content.of > 1 else "")
        for button in (self.previous, self.next):
            button.setVisible(content.of > 1)
        said = figures_said(found.figures, self._speech)
        self.figures.say(said, self._speech)
        self.figures.setVisible(bool(said))
        self.overlap.say(overlap_said(found, self._speech), self._speech)
        both = sides(pair.first.paragraph, pair.second.paragraph, found)
        columns = zip(self.titles, self.texts, (pair.first, pair.second), (both.first, both.second), strict=True)
        for title, text, place, marked in columns:
            title.setText(self._title(place, is_copy=pair.finding.span.key == place.paragraph.key))
            text.setAccessibleName(title.text())
            text.show_paragraphs(marked, theme)
            text.setAccessibleDescription(only_said(marked[0], self._speech))
        self.legend.explain(found, self._speech, theme)
        self._offer(content.fixes)

    def wait(self) -> None:
        """A decision was taken: no other one before the text has been checked again."""
        for button in self.buttons:
            button.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Number keys choose a fix and Delete leaves the finding, as in the list of findings."""
        number = event.text().translate(to_ascii_digits)
        offered = [button for button in self.buttons if button.isEnabled()]
        if number in {"1", "2", "3", "4", "5"} and int(number) < len(offered):
            offered[int(number) - 1].click()
        elif event.key() == Qt.Key.Key_Delete and offered:
            offered[-1].click()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        close = QPushButton(self._speech.tr("Back to the text"), self)
        close.setAutoDefault(False)
        close.setToolTip("Esc")
        close.clicked.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.addWidget(self._offered, 1)
        bottom.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(self._head)
        layout.addWidget(self.figures)
        layout.addWidget(self.overlap)
        layout.addLayout(self._columns, 1)
        layout.addWidget(self.legend)
        layout.addLayout(bottom)
        self.texts[1].setFocus()

    def _headed(self) -> Head:
        head, tr = Head(self), self._speech.tr
        head.dress(self._icons)
        head.name(tr("Previous pair"), tr("Next pair"))
        head.stepped.connect(self.stepped)
        for button, key in zip((head.previous, head.next), Head.KEYS, strict=True):
            QShortcut(QKeySequence(key), self, button.click)
        return head

    def _title(self, place: Place, *, is_copy: bool) -> str:
        tr = self._speech.tr
        kind = tr(KIND_NAMES[place.paragraph.kind])
        where = tr("Paragraph {number} · {kind}", number=place.number, kind=kind)
        return self._speech.sentence(f"{where} · {tr('this copy')}" if is_copy else where)

    def _offer(self, fixes: tuple[Fix, ...]) -> None:
        for button in self.buttons:
            self.decisions.removeWidget(button)
            discard(button)
        self.buttons = []
        for at, fix in enumerate(fixes):
            text = f"{self._speech.digits(at + 1)}  {self._speech.render(fix.title)}"
            button = self._decision(text, self._speech.digits(at + 1))
            button.setProperty("primary", at == 0)
            button.clicked.connect(lambda _=False, at=at: self.candidate.emit(at))
        self._decision(self._speech.tr("Leave it here"), "Delete").clicked.connect(self.left)

    def _decision(self, text: str, key: str) -> QPushButton:
        button = QPushButton(self._speech.sentence(text.replace("&", "&&")), self)
        button.setAutoDefault(False)
        button.setToolTip(key)
        self.decisions.addWidget(button)
        self.buttons.append(button)
        return button
