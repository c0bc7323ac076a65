"""The bar at the top: what is done most, and the counts, which filter when they are clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QWidget

from pr_editor.gui.panels.flow import TwoEnds
from pr_editor.gui.theme import scaled
from pr_editor.profile.model import Severity

if TYPE_CHECKING:
    from collections import Counter

    from PySide6.QtGui import QAction, QResizeEvent

    from pr_editor.gui.icons import Icons
    from pr_editor.gui.speech import Speech

_ICON = 16
_SIGNS = {
    Severity.BLOCKER: "octagon-x",
    Severity.ERROR: "circle-alert",
    Severity.WARNING: "triangle-alert",
    Severity.NOTE: "info",
}
_THIN = "\u2002"
"""Between sign and number: styled buttons set the icon right against the words."""


class TopBar(QFrame):
    """Buttons of the window's actions at the start, chips with counts at the end."""

    filtered = Signal(object)
    """A frozenset of the severities whose chips are pressed."""

    def __init__(self, actions: list[QAction], primary: QAction, speech: Speech, parent: QWidget) -> None:
        """Offer these actions, and at the end the ``primary`` one."""
        super().__init__(parent)
        self._speech = speech
        self.setObjectName("topbar")
        layout = self._layout = TwoEnds(self)
        layout.setContentsMargins(16, 8, 16, 8)
        self._offers = [self._button(action) for action in actions]
        for button in self._offers:
            layout.addWidget(button)
        self.chips: dict[Severity, QPushButton] = {}
        for severity in sorted(Severity, reverse=True):
            chip = QPushButton(self)
            chip.setCheckable(True)
            chip.setProperty("chip", severity.label)
            chip.clicked.connect(self._clicked)
            layout.add_at_end(chip)
            self.chips[severity] = chip
        self.primary = self._button(primary)
        self.primary.setProperty("primary", True)
        layout.add_at_end(self.primary)
        self._told: tuple[Counter[Severity], frozenset[Severity]] | None = None
        """The counts as they were last written, and the weights asked for."""
        self._icons: Icons | None = None

    def show_counts(self, counts: Counter[Severity], pressed: frozenset[Severity]) -> None:
        """Write the counts on the chips; one without findings goes unless it is pressed."""
        # Every answer about a draft comes by here, and what is typed waits for it.
        if self._told != (counts, pressed):
            self._told = counts, pressed
            self._write(counts, pressed)

    def _write(self, counts: Counter[Severity], pressed: frozenset[Severity]) -> None:
        for severity, chip in self.chips.items():
            number = counts[severity]
            chip.setVisible(bool(number) or severity in pressed)
            chip.setChecked(severity in pressed)
            words = self._words(severity, number)
            chip.setAccessibleName(words)
            lines = (words, self._speech.tr("Show only these; click again for all"))
            chip.setToolTip("\n".join(map(self._speech.sentence, lines)))
        self._fit()

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self._icons = icons
        self._fit()

    def resize_icons(self) -> None:
        """Draw the icons as large as everything is."""
        for button in self.findChildren(QToolButton):
            button.setIconSize(QSize(scaled(_ICON), scaled(_ICON)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a narrow window icons do without their words, which the tooltips have."""
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        if self._told is not None:
            self._write(*self._told)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setIconSize(QSize(scaled(_ICON), scaled(_ICON)))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _fit(self) -> None:
        """Keep everything in one line, if need be without words."""
        offers = {button for button in self._offers if not button.icon().isNull()}
        for wordless in (set(), offers, offers | {self.primary}):
            self._leave_wordless(wordless, chips=False)
            if self._layout.fits(self.width()):
                return
        self._leave_wordless(offers | {self.primary}, chips=True)

    def _leave_wordless(self, wordless: set[QToolButton], *, chips: bool) -> None:
        """Show these buttons without their words, and with ``chips`` these as signs and numbers."""
        style = Qt.ToolButtonStyle
        for button in (*self._offers, self.primary):
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if button in wordless else style.ToolButtonTextBesideIcon
            )
        for severity, chip in self.chips.items():
            number = self._told[0][severity] if self._told else 0
            if chips and self._icons is not None:
                chip.setText(f"{_THIN}{self._speech.digits(number)}")
                chip.setIcon(self._icons.icon(_SIGNS[severity], severity.label))
            else:
                chip.setText(self._words(severity, number))
                if not chip.icon().isNull():
                    chip.setIcon(QIcon())

    def _pressed(self) -> frozenset[Severity]:
        return frozenset(severity for severity, chip in self.chips.items() if chip.isChecked())

    def _clicked(self) -> None:
        self.filtered.emit(self._pressed())

    def _words(self, severity: Severity, number: int) -> str:
        tr = self._speech.tr
        match severity:
            case Severity.BLOCKER:
                return tr("{number} blockers", number=number) if number != 1 else tr("{number} blocker", number=number)
            case Severity.ERROR:
                return tr("{number} errors", number=number) if number != 1 else tr("{number} error", number=number)
            case Severity.WARNING:
                return tr("{number} warnings", number=number) if number != 1 else tr("{number} warning", number=number)
            case Severity.NOTE:
                return tr("{number} notes", number=number) if number != 1 else tr("{number} note", number=number)
