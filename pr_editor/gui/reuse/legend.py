"""One line that says how shared words, different words and figures are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from pr_editor.gui.reuse.passage import Look, format_of
from pr_editor.gui.theme import SECONDARY_POINTS, font

if TYPE_CHECKING:
    from pr_editor.gui.speech import Speech
    from pr_editor.gui.theme import Theme
    from pr_editor.text.alignment import Alignment


class Legend(QTextEdit):
    """Shows only what there is to explain."""

    def __init__(self, parent: QWidget) -> None:
        """Nothing to explain yet."""
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setFont(font(SECONDARY_POINTS))
        self.setFixedHeight(self.fontMetrics().height() + 12)

    def explain(self, found: Alignment, speech: Speech, theme: Theme) -> None:
        """Explain the marks of two passages."""
        tr = speech.tr
        there = {
            Look.SHARED: (bool(found.shared), tr("shared words")),
            Look.DIFFERENT: (bool(found.only_a or found.only_b), tr("words of one only")),
            Look.FIGURE: (bool(found.figures), tr("figures that differ")),
        }
        self.clear()
        cursor = QTextCursor(self.document())
        shape = QTextBlockFormat()
        shape.setLayoutDirection(speech.direction)
        cursor.setBlockFormat(shape)
        for look, (is_there, name) in there.items():
            if is_there:
                cursor.insertText(name, format_of(look, theme, font(SECONDARY_POINTS)))
                cursor.insertText("      ", format_of(Look.PLAIN, theme, font(SECONDARY_POINTS)))
        self.setAccessibleName(self.toPlainText())
