"""What a paragraph is in the release: proposed by the program, decided by the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from pr_editor.gui.editor import KIND_NAMES

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from pr_editor.gui.drafts.autosave import Autosave
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.review.checking import Checking
    from pr_editor.gui.speech import Speech
    from pr_editor.text.draft import Kind


class Kinds(QObject):
    """Shows the kinds in the margin and lets the editor choose others."""

    def __init__(self, drafts: Drafts, checking: Checking, autosave: Autosave, speech: Speech, window: QWidget) -> None:
        """Follow what the checker recognises."""
        super().__init__(window)
        self._drafts = drafts
        self._checking = checking
        self._autosave = autosave
        self._speech = speech
        self._window = window
        checking.kinds_changed.connect(self.show_kinds)

    def show_kinds(self, draft: OpenDraft) -> None:
        """Put the recognised and chosen kinds into the margin."""
        if draft.editor is not None:
            draft.editor.set_kinds({**draft.review.kinds, **draft.session.overrides})

    def ask_at_caret(self) -> None:
        """Offer the kinds for the paragraph the caret is in."""
        draft = self._drafts.current
        if draft is not None and draft.editor is not None:
            key, _ = draft.editor.caret_place()
            place = draft.editor.viewport().mapToGlobal(draft.editor.cursorRect().bottomRight())
            self.ask(key, place)

    def ask(self, key: int, place: QPoint) -> None:
        """Offer the kinds for the paragraph ``key`` at a place on the screen."""
        draft = self._drafts.current
        if draft is None or all(paragraph.key != key for paragraph in draft.paragraphs()):
            return
        menu = self.menu(draft, key)
        menu.popup(place)
        menu.setActiveAction(next((action for action in menu.actions() if action.isChecked()), menu.actions()[0]))

    def menu(self, draft: OpenDraft, key: int) -> QMenu:
        """The menu of kinds for a paragraph: what it is now is ticked; what was chosen can be given back."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        group = QActionGroup(menu)
        now = {**draft.review.kinds, **draft.session.overrides}.get(key)
        for kind, name in KIND_NAMES.items():
            action = group.addAction(QAction(self._speech.tr(name), menu, checkable=True, checked=kind is now))
            action.triggered.connect(lambda _=False, kind=kind: self.choose(draft, key, kind))
            menu.addAction(action)
        menu.addSeparator()
        back = menu.addAction(self._speech.tr("As the program proposes"))
        back.setEnabled(key in draft.session.overrides)
        back.triggered.connect(lambda: self.choose(draft, key, None))
        return menu

    def choose(self, draft: OpenDraft, key: int, kind: Kind | None) -> None:
        """Decide what a paragraph is; None leaves it to the program again."""
        if kind is None:
            draft.session.overrides.pop(key, None)
        else:
            draft.session.overrides[key] = kind
        self.show_kinds(draft)
        self._autosave.touch(draft)
        self._checking.check(draft)
