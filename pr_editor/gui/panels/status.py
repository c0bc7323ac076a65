"""The line at the bottom: how long the text is, how it is shown, whether it is safe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from pr_editor.gui.theme import SECONDARY_POINTS, font

if TYPE_CHECKING:
    from pr_editor.gui.speech import Speech

_WORDS_A_MINUTE = 180
"""A calm pace for Persian prose read silently is 150–200 words a minute."""


@dataclass(frozen=True, slots=True)
class Status:
    """What the line says. ``words`` is None when no draft is open."""

    words: int | None = None
    paragraphs: int = 0
    half_spaces: bool = False
    release: str = ""
    """What sort of release it is; empty when nobody knows."""
    profile: str = ""
    saved: str = ""
    """``saved``, ``waiting`` or ``failed``; empty when no draft is open."""
    checker: str = "starting"
    """``starting``, ``checking`` or ``idle``."""


class StatusLine(QFrame):
    """Labels, filled from a ``Status``."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """An empty line."""
        super().__init__(parent)
        self._speech = speech
        self._status = Status()
        self.setObjectName("statusline")
        self.labels = {
            name: QLabel(self)
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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 16, 5)
        layout.setSpacing(18)
        for name, label in self.labels.items():
            label.setProperty("tone", "muted")
            label.setFont(font(SECONDARY_POINTS))
            if name == "checker":
                layout.addStretch()
            layout.addWidget(label)

    def show_status(self, status: Status) -> None:
        """Say how things are."""
        self._status = status
        tr = self._speech.tr
        there = status.words is not None
        words = status.words or 0
        texts = {
            "words": self._words(words) if there else "",
            "paragraphs": self._paragraphs(status.paragraphs) if there else "",
            "reading": self._reading(words) if there else "",
            "half_spaces": tr("Half-spaces: shown") if status.half_spaces else tr("Half-spaces: hidden"),
            "release": tr("Release: {kind}", kind=status.release) if status.release else "",
            "profile": tr("House style: {name}", name=status.profile) if status.profile else "",
            "checker": {"starting": tr("The checker is starting…"), "checking": tr("Checking…")}.get(
                status.checker, ""
            ),
            "saved": " · ".join(filter(None, (self._saved(), tr("No network")))),
        }
        for name, text in texts.items():
            self.labels[name].setText(text)
            self.labels[name].setVisible(bool(text))

    def show_person(self, who: str) -> None:
        """Say who is logged in; empty when nobody is."""
        self.labels["person"].setText(who)
        self.labels["person"].setVisible(bool(who))

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self.show_status(self._status)

    def _saved(self) -> str:
        tr = self._speech.tr
        names = {"saved": tr("Saved"), "waiting": tr("Saving…"), "failed": tr("Not saved")}
        return names.get(self._status.saved, "")

    def _words(self, number: int) -> str:
        tr = self._speech.tr
        return tr("{number} word", number=number) if number == 1 else tr("{number} words", number=number)

    def _paragraphs(self, number: int) -> str:
        tr = self._speech.tr
        return tr("{number} paragraph", number=number) if number == 1 else tr("{number} paragraphs", number=number)

    def _reading(self, words: int) -> str:
        minutes = round(words / _WORDS_A_MINUTE)
        if minutes < 1:
            return self._speech.tr("Less than a minute to read")
        return self._speech.tr("{number} min to read", number=minutes)
