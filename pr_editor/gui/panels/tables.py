"""Small tables that open over the status line and close at the next click or key: all counts, and the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from pr_editor.gui.editor.invisibles import Place, Sign, paint_sign
from pr_editor.gui.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from pr_editor.gui.speech import Speech
    from pr_editor.gui.theme import Theme
    from pr_editor.text.counts import Counts

_GAP = 6


class _Table(QFrame):
    """A frame above a widget, filled by those who inherit it."""

    def __init__(self, title: str, speech: Speech, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", True)
        self.setLayoutDirection(speech.direction)
        self.setAccessibleName(title)
        self._speech = speech
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(16, 12, 16, 12)
        self.grid.setHorizontalSpacing(24)
        self.grid.setVerticalSpacing(_GAP)

    def open(self, over: QWidget) -> None:
        """Show it above ``over``, at the side where lines begin."""
        self.adjustSize()
        right = self._speech.direction is Qt.LayoutDirection.RightToLeft
        x = over.width() - self.width() - _GAP if right else _GAP
        self.move(over.mapToGlobal(QPoint(x, -self.height() - _GAP)))
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def say(self, row: int, column: int, text: str, *, muted: bool = False) -> None:
        """Write into a cell."""
        label = QLabel(text, self)
        if muted:
            label.setProperty("tone", "muted")
        self.grid.addWidget(label, row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Any key closes it."""
        self.close()


class CountsTable(_Table):
    """Every count of a text, beside it those of the selection if there is one."""

    def __init__(self, whole: Counts, part: Counts | None, speech: Speech, over: QWidget) -> None:
        """Open over a widget."""
        tr = speech.tr
        super().__init__(tr("Counts"), speech, over)
        columns = [whole] if part is None else [whole, part]
        if part is not None:
            self.say(0, 1, tr("Text"), muted=True)
            self.say(0, 2, tr("Selection"), muted=True)
        names = (tr("Words"), tr("Characters"), tr("Without spaces"), tr("Sentences"), tr("Paragraphs"), tr("Reading"))
        for row, name in enumerate(names, start=1):
            self.say(row, 0, name, muted=True)
        for column, counts in enumerate(columns, start=1):
            figures = (counts.words, counts.characters, counts.letters, counts.sentences, counts.paragraphs)
            for row, figure in enumerate(figures, start=1):
                self.say(row, column, speech.digits(figure))
            self.say(len(figures) + 1, column, self._time(counts.seconds))
        self.say(len(names) + 1, 0, tr("A half-space is no character."), muted=True)
        self.open(over)

    def _time(self, seconds: int) -> str:
        minutes, rest = divmod(seconds, 60)
        tr = self._speech.tr
        if not minutes:
            return tr("{number} seconds", number=rest)
        return tr("{minutes} min {seconds} s", minutes=minutes, seconds=rest)


class Legend(_Table):
    """What each mark of an invisible character means, with the mark itself."""

    def __init__(self, theme: Theme, speech: Speech, over: QWidget) -> None:
        """Open over a widget."""
        super().__init__(speech.tr("Marks of invisible characters"), speech, over)
        for row, sign in enumerate(Sign):
            self.grid.addWidget(_Sample(sign, theme, self), row, 0)
            self.say(row, 1, speech.tr(sign.title))
        self.open(over)


class _Sample(QWidget):
    """One mark."""

    def __init__(self, sign: Sign, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign, self._theme = sign, theme
        self.setFixedSize(scaled(28), scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self._sign in {Sign.NO_BREAK, Sign.TAB, Sign.SPACES, Sign.STRETCH}
        left, right = (8.0, 20.0) if wide else (14.0, 14.0)
        paint_sign(painter, self._sign, Place(left, right, 2.0, 15.0, 5.0), self._theme)
