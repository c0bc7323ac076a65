"""A few words beside a part of the window, and a line round that part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.theme import font, scaled

if TYPE_CHECKING:
    from pr_editor.gui.speech import Speech

_WIDTH = 360
_GAP = 12


class Outline(QFrame):
    """A line round a part of the window, which can be used as ever."""

    def __init__(self, window: QWidget) -> None:
        """Somewhere in ``window``."""
        super().__init__(window)
        self.setObjectName("outline")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class Callout(QFrame):
    """Title, sentence, the place among the steps, and the ways on, back and out."""

    onwards = Signal()
    back = Signal()
    left = Signal()

    def __init__(self, speech: Speech, window: QWidget) -> None:
        """Empty, over ``window``."""
        super().__init__(window)
        tr = speech.tr
        self._speech, self._window = speech, window
        self.setObjectName("callout")
        self.setAccessibleName(tr("Tour of the window"))
        self.title = QLabel(self)
        self.title.setFont(font(12, font().Weight.Bold))
        self.title.setWordWrap(True)
        self.text = Prose(self)
        self.place = QLabel(self)
        self.place.setProperty("tone", "muted")
        self.next = QPushButton(self)
        self.next.setProperty("primary", True)
        self.previous = QPushButton(tr("Back"), self)
        self.skip = QPushButton(tr("Skip the tour"), self)
        self.skip.setProperty("link", True)
        for button, signal in ((self.next, self.onwards), (self.previous, self.back), (self.skip, self.left)):
            button.clicked.connect(signal)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.place)
        buttons.addStretch()
        for button in (self.skip, self.previous, self.next):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(side) for side in (16, 14, 16, 12)))
        layout.setSpacing(scaled(8))
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addLayout(buttons)

    def say(self, title: str, text: str, number: int, total: int) -> None:
        """Say one step, counted from 1."""
        tr = self._speech.tr
        self.title.setText(title)
        self.text.say(text, self._speech)
        self.place.setText(tr("{place} of {total}", place=number, total=total))
        self.next.setText(tr("Finish") if number == total else tr("Next"))
        self.next.setAccessibleDescription(f"{title}. {text}")
        self.previous.setVisible(number > 1)
        self.skip.setVisible(number < total)

    def stand_by(self, part: QRect) -> None:
        """Take a place beside a part of the window, inside the window."""
        window = self._window
        width = min(max(scaled(_WIDTH), self.minimumSizeHint().width()), window.width() - 2 * _GAP)
        height = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry(QRect(beside(part, QSize(width, height), window.rect()), QSize(width, height)))
        self.raise_()

    def event(self, event: QEvent) -> bool:
        """Take Escape before it becomes a command."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return super().event(event)
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return goes on, Escape leaves."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.onwards.emit()
            case _:
                super().keyPressEvent(event)


def beside(part: QRect, size: QSize, room: QRect) -> QPoint:
    """Where something of ``size`` stands best by ``part``: below, above or at a side, whole in ``room``."""
    middle = part.center() - QPoint(size.width() // 2, size.height() // 2)
    ways = (
        QPoint(middle.x(), part.bottom() + _GAP),
        QPoint(middle.x(), part.top() - _GAP - size.height()),
        QPoint(part.left() - _GAP - size.width(), middle.y()),
        QPoint(part.right() + _GAP, middle.y()),
    )
    inside = room.adjusted(_GAP, _GAP, -_GAP, -_GAP)
    fitting = [_into(place, size, inside) for place in ways]
    free = (place for place in fitting if not QRect(place, size).intersects(part))
    return next(free, _into(middle, size, inside))


def _into(place: QPoint, size: QSize, room: QRect) -> QPoint:
    x = max(room.left(), min(place.x(), room.right() + 1 - size.width()))
    y = max(room.top(), min(place.y(), room.bottom() + 1 - size.height()))
    return QPoint(x, y)
