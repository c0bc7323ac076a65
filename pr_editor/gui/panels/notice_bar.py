"""The place above the text where the window says what happened, what it means and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from pr_editor.gui.notices import Notice, Tone
from pr_editor.gui.theme import font

if TYPE_CHECKING:
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.speech import Speech

_STAYS = 9_000
"""Milliseconds; an error stays until it is closed."""
_ICONS = {Tone.INFO: ("info", "note"), Tone.DONE: ("check", "success"), Tone.ERROR: ("circle-alert", "error")}


class NoticeBar(QFrame):
    """Shows one notice at a time."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """Hidden until there is something to say."""
        super().__init__(parent)
        self._speech = speech
        self._icons: Icons | None = None
        self.notice: Notice | None = None
        self.setObjectName("noticebar")
        self.picture = QLabel(self)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.action = QPushButton(self)
        self.action.setProperty("link", True)
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
        self.notice = notice
        self._clock.stop()
        if notice.tone is not Tone.ERROR:
            self._clock.start()
        self._show()

    def clear(self) -> None:
        """Show nothing."""
        self.notice = None
        self._clock.stop()
        self.hide()

    def _show(self) -> None:
        if self.notice is None:
            return
        notice = self.notice
        parts = [self._speech.render(part) for part in (notice.what, notice.more) if part is not None]
        self.text.setText(self._speech.sentence(" ".join(parts)))
        self.setAccessibleName(self.text.text())
        self.action.setVisible(notice.action is not None)
        if notice.action is not None:
            self.action.setText(self._speech.render(notice.action))
        if self._icons is not None:
            name, ink = _ICONS[notice.tone]
            self.picture.setPixmap(self._icons.pixmap(name, ink, 16, self.devicePixelRatioF()))
        self.show()

    def _do(self) -> None:
        notice = self.notice
        self.clear()
        if notice is not None and notice.do is not None:
            notice.do()
