"""The finding in hand: its words, what is wrong in a sentence, the candidates and the decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from pr_editor.gui.panels.discard import discard
from pr_editor.gui.panels.flow import Flow
from pr_editor.gui.panels.letters import LETTERS
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.review.draft_review import replacement
from pr_editor.gui.speech import as_html, isolated
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from pr_editor.checks.model import Finding, Fix
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.panels.snippet import Snippet
    from pr_editor.gui.speech import Speech
    from pr_editor.text.message import Message

_REACH = {
    "leave-here": N_("Only at this place; the same words elsewhere stay open."),
    "leave-draft": N_("The same words everywhere in this draft."),
    "leave-mine": N_("The same words in all your drafts, now and later. Nobody else sees a difference."),
    "leave-house": N_(
        "The same words in all drafts reviewed by this house style, by everybody. It is written into it."
    ),
    "add-word": N_("The word is right for you, in all drafts and for every rule about spelling."),
    "add-house-word": N_("The word is right for everybody in the house, for every rule about spelling."),
    "open-again": N_("The decision is taken back; all it hid is open again."),
}
"""How far each decision goes."""
_LONGEST = 34
_OTHER = 70


@dataclass(frozen=True, slots=True)
class CardContent:
    """What the card shows. ``other`` is the text of the other place of repeated text, ``alike`` how many are alike."""

    finding: Finding
    snippet: Snippet
    candidates: tuple[Fix, ...]
    ink: str
    """Token of the colour its words have, as in the text."""
    alike: int = 1
    other: str = ""
    other_number: int = 0
    """Which paragraph that is, from 1."""
    can_add_word: bool = False
    can_add_house_word: bool = False
    missing_line: str = ""
    """How the line begins that can be added, where one is missing."""
    same: int = 1
    """How many open findings are about the same words in the same matter."""
    can_leave_mine: bool = False
    """Whether the words can be left for good."""
    can_leave_house: bool = False
    fresh: bool = False
    """Whether it is new to the editor."""
    left: Message | None = None
    """Why it was hidden; None for an open finding."""


class FindingCard(QFrame):
    """One card, filled anew for each finding."""

    candidate = Signal(int)
    """A candidate was chosen, counted from 0."""
    decided = Signal(str)
    """A decision: the id of its command (see ``actions``), or ``add-line``."""
    resized = Signal()
    """It needs another height now."""

    def __init__(self, speech: Speech, parent: QWidget | None = None) -> None:
        """An empty card."""
        super().__init__(parent)
        self._speech = speech
        self._icons: Icons | None = None
        self._content: CardContent | None = None
        self._filled_as: object = None
        self._heights: dict[int, int] = {}
        self._leader: QWidget | None = None
        self.setProperty("card", True)
        self.setProperty("current", True)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.sentence = Prose(self, "muted")
        self.other = Prose(self, "muted")
        self.state = Prose(self, "muted")
        """That it is new, or why it was hidden."""
        self.buttons = QWidget(self)
        self.links = QWidget(self)
        Flow(self.buttons)
        Flow(self.links, between=0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        for part in (self.state, self.words, self.sentence, self.other, self.buttons, self.links):
            layout.addWidget(part)

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self._icons = icons
        if self._content is not None:
            self.fill(self._content)

    def follow(self, widget: QWidget) -> None:
        """Let Tab lead from ``widget`` to the buttons, and the focus back to it when its button has gone."""
        self._leader = widget

    def fill(self, content: CardContent) -> None:
        """Show a finding."""
        if content == self._content and self._filled_as == self._manner():
            return
        self._content, self._filled_as = content, self._manner()
        ink = self._icons.theme.color(content.ink).name() if self._icons else "black"
        self.words.setText(content.snippet.marked_up(ink))
        self.words.setVisible(bool(content.snippet.words))
        sentence = self._speech.render(content.finding.message)
        self.sentence.say(sentence, self._speech)
        other = self._speech.tr(
            "The other place, paragraph {number}: “{text}”", number=content.other_number, text=_short(content.other)
        )
        self.other.say(other, self._speech)
        self.other.setVisible(bool(content.other))
        state = self._speech.render(content.left) if content.left else self._speech.tr("New") if content.fresh else ""
        self.state.say(f"● {state}" if state else "", self._speech)
        self.state.setVisible(bool(state))
        had_focus = self.isAncestorOf(focused) if (focused := QApplication.focusWidget()) is not None else False
        self._fill_buttons(content)
        self._fill_links(content)
        self._chain(take_focus=had_focus)
        self.setAccessibleName(" — ".join(part for part in (state, content.snippet.words, sentence) if part))
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        self._heights = {}
        self.resized.emit()

    def _chain(self, *, take_focus: bool) -> None:
        """Put the new buttons after the leader in the order of Tab, which is that of their making otherwise."""
        if self._leader is None:
            return
        before = self._leader
        for button in self.findChildren(QPushButton):
            QWidget.setTabOrder(before, button)
            before = button
        if take_focus:
            self._leader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _manner(self) -> object:
        return self._speech.language, self._icons

    def show_focus(self, *, focused: bool) -> None:
        """Show whether keys decide about this finding."""
        self.setProperty("focused", focused)
        self.style().polish(self)

    def height_in(self, width: int) -> int:
        """The height the card wants in ``width``; it is asked for often, so it is remembered."""
        if width not in self._heights:
            layout = self.layout()
            assert layout is not None
            self._heights = {width: layout.totalHeightForWidth(width)}
        return self._heights[width]

    def event(self, event: QEvent) -> bool:
        """Once style and font have reached new buttons, another height may be needed."""
        if event.type() is QEvent.Type.LayoutRequest:
            before, self._heights = self._heights, {}
            if any(self.height_in(width) != height for width, height in before.items()):
                self.resized.emit()
        return super().event(event)

    def _fill_buttons(self, content: CardContent) -> None:
        _empty(self.buttons)
        for at, fix in enumerate(content.candidates):
            title = replacement(content.finding, fix) or self._speech.render(fix.title)
            text = f"{self._speech.digits(at + 1)}  {_short(title, _LONGEST)}"
            button = self._button(self.buttons, text, "primary" if at == 0 else "")
            button.setToolTip(as_html(self._speech.render(fix.title), self._speech.direction))
            button.clicked.connect(lambda _=False, at=at: self.candidate.emit(at))
        if content.missing_line:
            text = self._speech.tr("Add “{text}…”", text=isolated(content.missing_line))
            text = text if content.candidates else f"{self._speech.digits(1)}  {text}"
            button = self._button(self.buttons, text, "" if content.candidates else "primary")
            button.clicked.connect(lambda: self.decided.emit("add-line"))
        self.buttons.setVisible(bool(content.candidates or content.missing_line))

    def _fill_links(self, content: CardContent) -> None:
        _empty(self.links)
        tr = self._speech.tr
        is_open = content.left is None
        offers = (
            ("side-by-side", tr("See both side by side"), bool(content.finding.related)),
            ("other-place", tr("Go to the other place"), bool(content.other)),
            (
                "fix-alike",
                tr("Fix all of these ({number})", number=content.alike),
                content.alike > 1 and bool(content.candidates),
            ),
            ("open-again", tr("Open it again"), not is_open),
            ("leave-here", tr("Leave it here"), is_open),
            ("leave-draft", self._in_draft(content.same), is_open and bool(content.finding.text)),
            ("leave-mine", tr("Always leave it, for me"), is_open and content.can_leave_mine),
            ("leave-house", tr("Always leave it, for the house"), is_open and content.can_leave_house),
            ("add-word", tr("Add to the dictionary"), content.can_add_word),
            ("add-house-word", tr("To the house's"), content.can_add_house_word),
            ("why", tr("Why?"), True),
        )
        for name, text, offered in offers:
            if offered:
                # Latin letters beside Persian words: each keeps its own direction.
                button = self._button(self.links, f"{text} {isolated(LETTERS[name])}", "link")
                button.setAccessibleName(text)
                button.setToolTip(as_html(tr(_REACH[name]), self._speech.direction) if name in _REACH else "")
                button.clicked.connect(lambda _=False, name=name: self.decided.emit(name))

    def _in_draft(self, number: int) -> str:
        tr = self._speech.tr
        return tr("Leave it in this draft ({number})", number=number) if number > 1 else tr("Leave it in this draft")

    def _button(self, parent: QWidget, text: str, look: str) -> QPushButton:
        button = QPushButton(self._speech.sentence(text.replace("&", "&&")), parent)
        if look:
            button.setProperty(look, True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = parent.layout()
        assert layout is not None
        layout.addWidget(button)
        button.show()
        return button


def _empty(parent: QWidget) -> None:
    layout = parent.layout()
    assert layout is not None
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            discard(widget)


def _short(text: str, longest: int = _OTHER) -> str:
    text = " ".join(text.split(" "))
    return text if len(text) <= longest else text[:longest].rpartition(" ")[0] + " …"
