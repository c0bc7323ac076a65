"""Asks for a reason: for sending a text back, recalling one, changing how the house works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from pr_editor.gui.library.form import Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.speech import Speech


class Reason(QTextEdit):
    """A few lines of text; Tab leaves it."""

    def __init__(self, parent: QWidget, name: str) -> None:
        """An empty field called ``name``."""
        super().__init__(parent)
        self.setProperty("field", True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        # An empty line would begin where the keyboard types from.
        lines = self.document().defaultTextOption()
        lines.setTextDirection(parent.layoutDirection())
        self.document().setDefaultTextOption(lines)
        self.setFixedHeight(self.fontMetrics().height() * 5)


class ReasonForm(Form):
    """One reason, which must not be empty where it is ``needed``."""

    def __init__(
        self,
        window: QWidget,
        speech: Speech,
        title: str,
        button: str,
        done: Callable[[Form, str], None],
        *,
        needed: bool = True,
    ) -> None:
        """``done`` gets the form and the reason."""
        super().__init__(window, speech, title, button)
        self._needed = needed
        self.setObjectName("reason")
        self._done = done
        name = speech.tr("Reason")
        self.reason = Reason(self, name)
        self.reason.textChanged.connect(self.look)
        self.body.addWidget(QLabel(name, self))
        self.body.addWidget(self.reason)
        self.reason.setFocus()

    def why_not(self) -> str:
        """It is kept for ever, so it must be there."""
        return "" if self.reason.toPlainText().strip() or not self._needed else self.speech.tr("Say why.")

    def go(self) -> None:
        """Hand it over."""
        self._done(self, self.reason.toPlainText().strip())
