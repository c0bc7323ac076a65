"""The line at the bottom: how long the text is, how it is shown, whether it is safe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from pr_editor.gui.panels.flow import TwoEnds
from pr_editor.gui.settings.keymap import with_key
from pr_editor.gui.theme import SECONDARY_POINTS, font
from pr_editor.text.counts import reading_seconds

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from pr_editor.gui.settings.keymap import KeysOf
    from pr_editor.gui.speech import Speech

_GAP = 18
"""Pixels between two things said."""
_ELSEWHERE = ("reading", "paragraphs", "release", "profile", "half_spaces")
"""What the counts and the menus say as well, the least needed first."""
_PRESSABLE = frozenset({"words", "paragraphs", "reading", "half_spaces"})


@dataclass(frozen=True, slots=True)
class Status:
    """What the line says. ``words`` is None when no draft is open."""

    words: int | None = None
    paragraphs: int = 0
    half_spaces: bool = False
    invisibles: bool = False
    """Whether everything invisible shows, half-spaces among it."""
    release: str = ""
    """What sort of release it is; empty when nobody knows."""
    profile: str = ""
    saved: str = ""
    """``saved``, ``waiting`` or ``failed``; empty when no draft is open."""
    checker: str = "starting"
    """``starting``, ``checking`` or ``idle``."""


class _Pressable(QLabel):
    """A label with something behind it."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class StatusLine(QFrame):
    """Labels, filled from a ``Status``."""

    counts_wanted = Signal()
    """The words, paragraphs or the time were clicked."""
    legend_wanted = Signal()
    """The state of invisible characters was clicked."""

    def __init__(self, speech: Speech, keys: KeysOf, parent: QWidget) -> None:
        """An empty line; ``keys`` are those of commands."""
        super().__init__(parent)
        self._speech, self._keys = speech, keys
        self._status = Status()
        self._selected = 0
        self.setObjectName("statusline")
        self.labels = {
            name: _Pressable(self) if name in _PRESSABLE else QLabel(self)
            for name in (
                "words",
                "paragraphs",
                "reading",
                "half_spaces",
                "release",
                "profile",
                "checker",
                "person",
                "saved",
            )
        }
        layout = self._layout = TwoEnds(self, gap=_GAP)
        layout.setContentsMargins(16, 5, 16, 5)
        at_end = False
        for name, label in self.labels.items():
            if isinstance(label, _Pressable):
                label.clicked.connect(self.legend_wanted if name == "half_spaces" else self.counts_wanted)
            label.setProperty("tone", "muted")
            label.setFont(font(SECONDARY_POINTS))
            at_end = at_end or name == "checker"
            layout.add_at_end(label) if at_end else layout.addWidget(label)

    def show_status(self, status: Status) -> None:
        """Say how things are."""
        if status != self._status:
            self._status = status
            self._show()

    def _show(self) -> None:
        status = self._status
        tr = self._speech.tr
        there = status.words is not None
        words = status.words or 0
        texts = {
            "words": self._words(words) if there else "",
            "paragraphs": self._paragraphs(status.paragraphs) if there else "",
            "reading": self._reading(words) if there else "",
            "half_spaces": self._unseen(),
            "release": tr("Release: {kind}", kind=status.release) if status.release else "",
            "profile": tr("House style: {name}", name=status.profile) if status.profile else "",
            "checker": {"starting": tr("The checker is starting…"), "checking": tr("Checking…")}.get(
                status.checker, ""
            ),
            "saved": " · ".join(filter(None, (self._saved(), tr("No network")))),
        }
        for name, text in texts.items():
            self.labels[name].setText(text)
        self._explain()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A narrow line says less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show in one line what there is to say, and leave out what can be learnt elsewhere where it is too long."""
        said = {name: label.sizeHint().width() + _GAP for name, label in self.labels.items() if label.text()}
        around = self._layout.contentsMargins()
        room = self.width() - around.left() - around.right() + _GAP
        for name in _ELSEWHERE:
            if sum(said.values()) > room:
                said.pop(name, None)
        for name, label in self.labels.items():
            label.setVisible(name in said)

    def _explain(self) -> None:
        """Say what a click does, and which keys do as much."""
        tr, sentence, keys = self._speech.tr, self._speech.sentence, self._keys
        counts = sentence(with_key(tr("Click for all counts"), keys("counts")))
        for name in ("words", "paragraphs", "reading"):
            self.labels[name].setToolTip(counts)
        lines = (
            with_key(tr("Half-spaces"), keys("half-spaces")),
            with_key(tr("Everything invisible"), keys("invisibles")),
            tr("Click to see what the marks mean"),
        )
        self.labels["half_spaces"].setToolTip("\n".join(map(sentence, lines)))

    def show_selection(self, words: int) -> None:
        """Say how many words are selected; 0 where nothing is."""
        if words != self._selected:
            self._selected = words
            self._show()

    def show_person(self, who: str) -> None:
        """Say who is logged in; empty when nobody is."""
        self.labels["person"].setText(who)
        self._fit()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self._show()

    def _unseen(self) -> str:
        tr = self._speech.tr
        if self._status.invisibles:
            return tr("Invisible characters: shown")
        return tr("Half-spaces: shown") if self._status.half_spaces else tr("Half-spaces: hidden")

    def _saved(self) -> str:
        tr = self._speech.tr
        names = {"saved": tr("Saved"), "waiting": tr("Saving…"), "failed": tr("Not saved")}
        return names.get(self._status.saved, "")

    def _words(self, number: int) -> str:
        tr = self._speech.tr
        if self._selected:
            return tr("{part} of {number} words selected", part=self._selected, number=number)
        return tr("{number} word", number=number) if number == 1 else tr("{number} words", number=number)

    def _paragraphs(self, number: int) -> str:
        tr = self._speech.tr
        return tr("{number} paragraph", number=number) if number == 1 else tr("{number} paragraphs", number=number)

    def _reading(self, words: int) -> str:
        minutes = round(reading_seconds(words) / 60)
        if minutes < 1:
            return self._speech.tr("Less than a minute to read")
        return self._speech.tr("{number} min to read", number=minutes)
