"""Commands that only pass on to the editor in front, or move the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextBrowser, QTextEdit, QWidget

from pr_editor.text.letters import ZWNJ

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.editor import DraftEditor
    from pr_editor.gui.look import Look
    from pr_editor.gui.panels.findings import FindingsPanel
    from pr_editor.gui.review.taking_back import TakingBack


class EditCommands(QObject):
    """What the Edit menu does, and where the focus can go."""

    def __init__(
        self,
        window: QMainWindow,
        drafts: Drafts,
        taking_back: TakingBack,
        look: Look,
        to_drafts: QWidget,
        to_findings: FindingsPanel,
    ) -> None:
        """Act on the draft in front."""
        super().__init__(window)
        self._window = window
        self._drafts = drafts
        self._taking_back = taking_back
        self._look = look
        self._to_drafts = to_drafts
        self._to_findings = to_findings

    @property
    def _editor(self) -> DraftEditor | None:
        return self._drafts.current.editor if self._drafts.current else None

    @property
    def _target(self) -> DraftEditor | QLineEdit | QTextEdit | None:
        """The text field with the focus; else the editor."""
        focused = QApplication.focusWidget()
        return focused if isinstance(focused, (QLineEdit, QTextEdit)) else self._editor

    def close(self) -> None:
        """Close the window; the drafts stay in their sessions."""
        self._window.close()

    def undo(self) -> None:
        """Take back what was done last, a decision or a step in the text."""
        if not self._taking_back.take_back() and self._editor is not None:
            self._editor.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if not self._taking_back.do_again() and self._editor is not None:
            self._editor.redo()

    def cut(self) -> None:
        """Cut the selection."""
        if (target := self._target) is not None and not isinstance(target, QTextBrowser):
            target.cut()

    def copy(self) -> None:
        """Copy the selection."""
        if (target := self._target) is not None:
            target.copy()

    def paste(self) -> None:
        """Paste plain text."""
        if (target := self._target) is not None and not isinstance(target, QTextBrowser):
            target.paste()

    def select_all(self) -> None:
        """Select the whole text."""
        if (target := self._target) is not None:
            target.selectAll()

    def half_space(self) -> None:
        """Insert a half-space at the caret; who was elsewhere sees where it went."""
        if self._editor is not None:
            self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._editor.insertPlainText(ZWNJ)
            self._editor.ensureCursorVisible()

    def explain(self) -> None:
        """Say what hovering would say about the place of the caret."""
        if self._editor is not None:
            self._editor.explain_at_caret()

    def focus_drafts(self) -> None:
        """Go to the list of drafts, hidden or not."""
        if not self._look.show_drafts:
            self._look.toggle_drafts()
        self._to_drafts.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_findings(self) -> None:
        """Go to the findings, hidden or not."""
        if not self._look.show_findings:
            self._look.toggle_findings()
        self._to_findings.take_focus()

    def focus_next_part(self) -> None:
        """Go to the findings; from there to the drafts, from there to the text. What is hidden is passed over."""
        if _has_focus(self._to_drafts):
            self.focus_text()
        elif not self._to_findings.isHidden() and not _has_focus(self._to_findings):
            self.focus_findings()
        elif self._to_drafts.isVisible():
            self.focus_drafts()
        else:
            self.focus_text()

    def next_draft(self) -> None:
        """Bring the next draft of the list to the front."""
        self._turn_to(1)

    def previous_draft(self) -> None:
        """Bring the draft before to the front."""
        self._turn_to(-1)

    def _turn_to(self, by: int) -> None:
        """Go through the drafts, round the ends; whoever works in a list goes on there."""
        among_findings, among_drafts = _has_focus(self._to_findings), _has_focus(self._to_drafts)
        self._drafts.show_next(by)
        if among_findings:
            self.focus_findings()
        elif among_drafts:
            self.focus_drafts()

    def focus_text(self) -> None:
        """Go to the text."""
        if self._editor is not None:
            self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _has_focus(part: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is part or part.isAncestorOf(focused))
