"""The place below the text where the window says what happened, what it means and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from pr_editor.gui.notices import Notice, Tone
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.theme import font, scaled

if TYPE_CHECKING:
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.speech import Speech
    from pr_editor.text.message import Message

_STAYS = 9_000
"""Milliseconds; an error stays until it is closed."""
_ICON = 16
_ICONS = {Tone.INFO: ("info", "note"), Tone.DONE: ("check", "success"), Tone.ERROR: ("circle-alert", "error")}


class NoticeBar(QFrame):
    """Shows one notice at a time. It comes and goes below the text, which must not move under the eyes.

    An error stays until it is closed or withdrawn; what is told meanwhile only covers it.
    """

    told = Signal(object)
    """A ``Notice`` was put here."""
    acted = Signal(object)
    """What a ``Notice`` offers is about to be done."""
    left = Signal()
    """It had the keys, and goes."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """Hidden until there is something to say."""
        super().__init__(parent)
        self._speech = speech
        self._icons: Icons | None = None
        self.notice: Notice | None = None
        self._errors: list[Notice] = []
        self.setObjectName("noticebar")
        self.picture = QLabel(self)
        self.text = Prose(self)
        self.action = QPushButton(self)
        self.action.setProperty("link", True)
        self.action.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.action.clicked.connect(self._do)
        self.dismiss = QToolButton(self)
        self.dismiss.setAutoRaise(True)
        self.dismiss.setProperty("link", True)
        self.dismiss.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 10, 6)
        layout.setSpacing(10)
        layout.addWidget(self.picture)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.dismiss)
        self._clock = QTimer(self, singleShot=True, interval=_STAYS)
        self._clock.timeout.connect(self.clear)
        self.hide()

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self._icons = icons
        self.text.setFont(font())
        self.dismiss.setIcon(icons.icon("x", "muted"))
        self._show()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self.dismiss.setAccessibleName(self._speech.tr("Close this notice"))
        self.dismiss.setToolTip(self._speech.tr("Close this notice"))
        self._show()

    def tell(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        if notice.tone is Tone.ERROR:
            self._errors = [*(error for error in self._errors if error.what != notice.what), notice]
        self._put(notice)
        self.told.emit(notice)

    def act(self, notice: Notice) -> None:
        """Do what a notice offers, shown or not; it goes with that."""
        if notice is self.notice:
            self.clear()
        self.acted.emit(notice)
        if notice.do is not None:
            notice.do()

    def clear(self) -> None:
        """Put away the notice that is shown; an error it covered shows again."""
        self._errors = [error for error in self._errors if error is not self.notice]
        self._put(self._errors[-1] if self._errors else None)

    def withdraw(self, what: Message) -> None:
        """What was told is true no more."""
        self._errors = [error for error in self._errors if error.what != what]
        if self.notice is not None and self.notice.what == what:
            self.clear()

    def text_changed(self) -> None:
        """The text was edited: a notice about the edit before it goes."""
        if self.notice is not None and self.notice.until_edit:
            self.clear()

    def _put(self, notice: Notice | None) -> None:
        self.notice = notice
        self._clock.stop()
        if notice is None:
            had_focus = self.action.hasFocus() or self.dismiss.hasFocus()
            self.hide()
            if had_focus:
                self.left.emit()
            return
        if notice.tone is not Tone.ERROR:
            self._clock.start()
        self._show()

    def _show(self) -> None:
        if self.notice is None:
            return
        notice = self.notice
        parts = [self._speech.render(part) for part in (notice.what, notice.why, notice.more) if part is not None]
        self.text.say(" ".join(parts), self._speech)
        self.setAccessibleName(self.text.accessibleName())
        self.action.setVisible(notice.action is not None)
        if notice.action is not None:
            self.action.setText(self._speech.render(notice.action))
        if self._icons is not None:
            name, ink = _ICONS[notice.tone]
            self.picture.setPixmap(self._icons.pixmap(name, ink, scaled(_ICON), self.devicePixelRatioF()))
        self.show()

    def _do(self) -> None:
        if self.notice is not None:
            self.act(self.notice)
