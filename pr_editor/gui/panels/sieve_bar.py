"""Over the list of findings: a field of search, a menu of what to list, and what is held back, with a way out of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from pr_editor.app.sieve import Sieve
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.review.families import family_of, family_order
from pr_editor.gui.theme import SECONDARY_POINTS, font
from pr_editor.profile.model import Severity
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from pr_editor.gui.icons import Icons
    from pr_editor.gui.speech import Speech

_WEIGHTS = {
    Severity.BLOCKER: N_("Blockers"),
    Severity.ERROR: N_("Errors"),
    Severity.WARNING: N_("Warnings"),
    Severity.NOTE: N_("Notes"),
}


class StayingMenu(QMenu):
    """A menu in which several entries are ticked at once: it closes by Escape or a click beside it."""

    def mouseReleaseEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A click on an entry that is on or off leaves the menu open."""
        if not self._tick():
            super().mouseReleaseEvent(event)  # type: ignore[arg-type] # Qt hands over a mouse event

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space and Return do what a click does."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() not in keys or not self._tick():
            super().keyPressEvent(event)

    def _tick(self) -> bool:
        action: QAction | None = self.activeAction()  # which Qt may have none of
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class SieveBar(QFrame):
    """Shows a sieve and lets it be changed; what passes is the business of others."""

    sieved = Signal(object)
    """The ``Sieve`` that is wanted now."""
    left_toggled = Signal()
    """What was left is to be listed as well, or no longer."""
    called = Signal()
    """Somebody goes to the field of search."""
    done = Signal()
    """Whoever was in the field goes to the list."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """Nothing is held back."""
        super().__init__(parent)
        self.setObjectName("sievebar")
        self._speech = speech
        self._sieve = Sieve()
        self._weights: Callable[[], Counter[Severity]] | None = None
        self._families: Callable[[], Counter[str]] | None = None
        self._fresh = self._left = 0
        self._shows_left = False
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.words.textEdited.connect(lambda _: self._sift(words=self.words.text()))
        self.words.textChanged.connect(self._cleared)
        self.words.installEventFilter(self)
        self.choose = QToolButton(self)
        self.choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choose.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.menu = StayingMenu(self.choose)
        self.menu.aboutToShow.connect(self._fill)
        self.choose.setMenu(self.menu)
        self.held_back = Prose(self, "muted")
        self.all = QPushButton(self)
        self.all.setProperty("link", True)
        self.all.clicked.connect(self.clear)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.words, 1)
        top.addWidget(self.choose)
        bottom = QHBoxLayout()
        bottom.setSpacing(6)
        bottom.addWidget(self.held_back, 1)
        bottom.addWidget(self.all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addLayout(bottom)

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self.held_back.setFont(font(SECONDARY_POINTS))
        self.all.setFont(font(SECONDARY_POINTS))

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        self.words.setPlaceholderText(tr("Search in the findings (/)"))
        self.words.setToolTip(self._speech.sentence(self.words.placeholderText()))
        self.words.setAccessibleName(tr("Search in the findings"))
        right = self._speech.direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.words.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.choose.setText(f"{tr('Filter')} ▾")
        self.choose.setAccessibleName(tr("Filter"))
        self.choose.setToolTip(tr("What is listed: by weight, by family, only what is new, what was left"))
        self.all.setText(tr("List all (Backspace)"))
        self._show()

    def begin(self) -> None:
        """Take the focus for a search."""
        self.called.emit()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def clear(self) -> None:
        """Hold nothing back."""
        self.sieved.emit(Sieve())

    def show_sieve(
        self, sieve: Sieve, weights: Callable[[], Counter[Severity]], families: Callable[[], Counter[str]]
    ) -> None:
        """Show what is held back; the counts are asked for when the menu opens."""
        self._sieve, self._weights, self._families = sieve, weights, families
        if self.words.text() != sieve.words:
            self.words.setText(sieve.words)
        self._show()

    def show_more(self, *, fresh: int, left: int, shows_left: bool) -> None:
        """How many are new and how many were left, and whether these are listed."""
        self._fresh, self._left, self._shows_left = fresh, left, shows_left

    def said(self) -> str:
        """What is asked for, in words; empty when everything is listed."""
        tr, sieve = self._speech.tr, self._sieve
        parts = [tr(_WEIGHTS[weight]) for weight in sorted(sieve.severities, reverse=True)]
        parts += [tr(family_of(code).title) for code in sorted(sieve.families, key=family_order)]
        if sieve.fresh:
            parts.append(tr("New"))
        if words := sieve.words.strip():
            parts.append(f"«{words}»" if self._speech.language == "fa" else f"“{words}”")
        return " · ".join(parts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """From the field Return and Down go to the list; Escape forgets the words first."""
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.done.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._sift(words="")
                self.done.emit()
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        said = self.said()
        self.held_back.say(self._speech.tr("Listed: {what}", what=said) if said else "", self._speech)
        self.held_back.setVisible(bool(said))
        self.all.setVisible(bool(said))

    def _sift(self, **changed: object) -> None:
        self.sieved.emit(replace(self._sieve, **changed))  # type: ignore[arg-type] # the fields of a sieve

    def _cleared(self, text: str) -> None:
        """The button in the field clears without an edit."""
        if not text and self._sieve.words:
            self._sift(words="")

    def _fill(self) -> None:
        """Offer what there is, and what is asked for though there is none of it."""
        self.menu.clear()
        tr, sieve = self._speech.tr, self._sieve
        weights = self._weights() if self._weights else {}
        for weight, title in _WEIGHTS.items():
            self._offer(tr(title), weights.get(weight, 0), weight in sieve.severities, severities={weight})
        self.menu.addSeparator()
        families = self._families() if self._families else {}
        for code in sorted({*families, *sieve.families}, key=family_order):
            self._offer(tr(family_of(code).title), families.get(code, 0), code in sieve.families, families={code})
        self.menu.addSeparator()
        self._entry(tr("New"), self._fresh, sieve.fresh, lambda: self._sift(fresh=not self._sieve.fresh))
        self._entry(tr("What was left"), self._left, self._shows_left, self.left_toggled.emit)
        self.menu.addSeparator()
        self.menu.addAction(tr("List all findings")).triggered.connect(self.clear)

    def _offer(self, title: str, number: int, ticked: bool, **one: set[Severity] | set[str]) -> None:
        """An entry that takes one weight or family in or out."""
        ((name, value),) = one.items()
        self._entry(title, number, ticked, lambda: self._sift(**{name: getattr(self._sieve, name) ^ value}))

    def _entry(self, title: str, number: int, ticked: bool, do: Callable[[], None]) -> None:
        if not number and not ticked:
            return
        action = self.menu.addAction(f"{title}  ({self._speech.digits(number)})")
        action.setCheckable(True)
        action.setChecked(ticked)
        action.triggered.connect(lambda: do())
