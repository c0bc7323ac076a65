"""A sheet of the window that asks for a few things and says why it can't go on, instead of failing late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.panels.scroll import Scroll
from pr_editor.gui.theme import font, scaled, widen

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from pr_editor.gui.speech import Speech
    from pr_editor.text.message import Message

_WIDTH = 460


class Form(QDialog):
    """Explanation and fields, which are scrolled where the screen is small, a line for problems, and two buttons.

    ``go`` is called by the primary button, ``why_not`` says what is missing: empty when nothing is.
    """

    def __init__(self, window: QWidget, speech: Speech, title: str, button: str) -> None:
        """An empty form."""
        super().__init__(window)
        self.speech = speech
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        widen(self, _WIDTH)
        self.heading = QLabel(title, self)
        self.heading.setFont(font(13, font().Weight.Bold))
        self.explanation = Prose(self, tone="muted")
        self.explanation.hide()
        self.fields = QFormLayout()
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(8)
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.problem = self.label()
        self.problem.setAccessibleName(speech.tr("What is missing"))
        self.accept_button = QPushButton(button, self)
        self.accept_button.setProperty("primary", True)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._pressed)
        # Return alone is a new line where there is room for several.
        QShortcut(QKeySequence("Ctrl+Return"), self, self._pressed)
        self.cancel_button = QPushButton(speech.tr("Cancel"), self)
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self._busy = False
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget(self)
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)
        self.body.addWidget(self.explanation)
        self.body.addLayout(self.fields)
        self.bottom = QHBoxLayout()
        for part in (self.problem, self.cancel_button, self.accept_button):
            self.bottom.addWidget(part, 1 if part is self.problem else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(side) for side in (20, 18, 20, 16)))
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addWidget(Scroll(inside, self), 1)
        layout.addLayout(self.bottom)

    def why_not(self) -> str:
        """What is missing before the primary button can be pressed, as a sentence; empty when nothing is."""
        return ""

    def go(self) -> None:
        """The primary button was pressed and nothing is missing."""
        raise NotImplementedError

    def explain(self, text: str) -> None:
        """Say below the title what this is about."""
        self.explanation.say(text, self.speech)
        self.explanation.setVisible(bool(text))

    def row[W: QWidget](self, name: str, field: W) -> W:
        """A field with its name beside it."""
        label = QLabel(name, self)
        label.setBuddy(field)
        field.setAccessibleName(name)
        if isinstance(field, QComboBox) and (line := field.lineEdit()) is not None:
            line.setAccessibleName(name)
        self.fields.addRow(label, field)
        if isinstance(field, QLineEdit):
            field.textChanged.connect(self.look)
        return field

    def line(self, name: str, text: str = "", *, secret: bool = False) -> QLineEdit:
        """A line to write in; a ``secret`` one shows dots and keeps the letters as they are typed."""
        field = self.row(name, QLineEdit(text, self))
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        if self.speech.translator.right_to_left:
            # Figures alone would begin at the left.
            field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        return field

    def label(self, text: str = "", tone: str = "") -> QLabel:
        """A label that wraps, in a tone of the theme."""
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if tone:
            label.setProperty("tone", tone)
        return label

    def look(self) -> None:
        """Something was entered: allow to go on, or say why not yet."""
        self._say(self.why_not(), "muted")
        self._allow()

    def fail(self, message: Message) -> None:
        """It could not be done; what was entered stays."""
        self.wait(False)
        self._say(self.speech.render(message), "error")

    def tell(self, message: Message) -> None:
        """Something was done; it shows until something else is entered."""
        self._say(self.speech.render(message), "success")

    def wait(self, on: bool) -> None:
        """The library is at work, or no more."""
        self._busy = on
        if on:
            self._say(self.speech.tr("One moment…"), "muted")
        self._allow()

    def order(self) -> None:
        """Let Tab come to the buttons after everything else, whenever it was added."""
        items = [self.bottom.itemAt(at) for at in range(self.bottom.count())]
        below = [item.widget() for item in items if item is not None]
        main = [self.accept_button, self.cancel_button]
        buttons = [*(one for one in below if one is not None and one not in main), *main]
        last = self.previousInFocusChain()
        while last in buttons and last is not None:
            last = last.previousInFocusChain()
        for one in buttons:
            if last is not None:
                self.setTabOrder(last, one)
            last = one

    def _pressed(self) -> None:
        if not self._busy and not self.why_not():
            self.go()

    def _allow(self) -> None:
        self.accept_button.setEnabled(not self._busy and not self.why_not())

    def _say(self, text: str, tone: str) -> None:
        self.problem.setText(self.speech.sentence(text))
        self.problem.setProperty("tone", tone)
        style = QApplication.style()
        style.unpolish(self.problem)
        style.polish(self.problem)

    def done(self, result: int) -> None:
        """Close, and give the keys back to the window below.

        Left alone, a window manager may give them to another one that was closed just before: nobody has them then.
        """
        below = self.parentWidget()
        if below is not None and QApplication.applicationState() is Qt.ApplicationState.ApplicationActive:
            self.hide()
            below.window().activateWindow()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Say from the start what is missing."""
        self.look()
        self.order()
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Make room for all words: Qt gives a new window no more than two thirds of the screen."""
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        if needed > self.height():
            self.resize(self.width(), min(needed, self.screen().availableSize().height()))
