"""Text set as Qt's plain labels and painters can't: they put wrapped right-to-left lines a space's width off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from pr_editor.gui.speech import as_html

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from pr_editor.gui.speech import Speech


class Prose(QLabel):
    """A label of wrapped sentences in the language of the window."""

    def __init__(self, parent: QWidget, tone: str = "") -> None:
        """An empty label; ``tone`` as the stylesheet knows it."""
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        if tone:
            self.setProperty("tone", tone)

    def say(self, text: str, speech: Speech) -> None:
        """Show ``text`` as it is, whatever looks like HTML in it."""
        self.setText(as_html(text, speech.direction) if text else "")
        self.setAccessibleName(text)


def fitted(text: str, font: QFont, width: float, lines: int) -> list[str]:
    """``text`` (one paragraph) in at most so many lines of ``width`` pixels; the last is cut off with an ellipsis."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) < lines and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    units = text.encode("utf-16-le", "surrogatepass")
    ends = [*starts[1:], len(units) // 2]
    pieces = [units[2 * a : 2 * b].decode("utf-16-le", "surrogatepass") for a, b in zip(starts, ends, strict=True)]
    elided = QFontMetricsF(font).elidedText
    return [elided(piece.strip(), Qt.TextElideMode.ElideRight, width) for piece in pieces]
