"""Asks why a release is to count no more in the report about one draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from pr_editor.gui.library.form import Form
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from pr_editor.gui.speech import Speech

REASONS = (
    N_("Told on purpose again"),
    N_("Follow-up agreed with the supervisor"),
    N_("Standing text of the house"),
    N_("Quotation of what was said before"),
)


class ExcludeForm(Form):
    """One reason, written or picked from those given lately and those given everywhere."""

    def __init__(
        self, window: QWidget, speech: Speech, headline: str, recent: Sequence[str], done: Callable[[str], None]
    ) -> None:
        """``done`` gets the reason."""
        super().__init__(window, speech, speech.tr("Leave this source out"), speech.tr("Leave out"))
        self.setObjectName("exclude")
        self.explain(
            speech.tr(
                "“{text}” counts no more for this draft. The reason is kept and goes to the supervisor.", text=headline
            )
        )
        self._done = done
        tr = speech.tr
        self.reason = self.row(tr("Reason"), QComboBox(self, editable=True))
        usual = [tr(reason) for reason in REASONS]
        self.reason.addItems(["", *recent, *(reason for reason in usual if reason not in recent)])
        line = self.reason.lineEdit()
        assert line is not None
        line.setPlaceholderText(tr("pick or write"))
        if speech.translator.right_to_left:
            line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.reason.currentTextChanged.connect(self.look)
        self.reason.setFocus()

    def why_not(self) -> str:
        """It goes into the history, so it must be there."""
        return "" if self.reason.currentText().strip() else self.speech.tr("Say why.")

    def go(self) -> None:
        """Hand it over."""
        self._done(self.reason.currentText().strip())
        self.accept()
