"""A small window over the text that asks for a paragraph: by number, by kind, by words in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from pr_editor.gui.editor.kinds import KIND_NAMES
from pr_editor.gui.find.places import meant
from pr_editor.gui.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pr_editor.gui.speech import Speech
    from pr_editor.text.draft import Draft

_WIDTH, _HEIGHT = 460, 320
_MOST = 100
"""Rows; who does not see his paragraph among so many types another letter."""
_LONGEST = 90
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class GoTo(QFrame):
    """Lists paragraphs while a number or words are typed; Enter goes to the one chosen, Esc away."""

    chosen = Signal(int)
    """Key of a paragraph."""

    def __init__(self, draft: Draft, speech: Speech, parent: QWidget) -> None:
        """Open over ``parent``, listing the paragraphs of ``draft``."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", True)
        self.setLayoutDirection(speech.direction)
        self._text = parent
        self._paragraphs = draft.paragraphs
        self._speech = speech
        self._names = {kind: speech.tr(name) for kind, name in KIND_NAMES.items()}
        self.wanted = QLineEdit(self)
        self.wanted.setPlaceholderText(speech.tr("Number, kind or words of the paragraph"))
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(speech.tr("Go to a paragraph"))
        self.wanted.setAccessibleName(speech.tr("Go to a paragraph"))
        self.list.setAccessibleName(speech.tr("Paragraphs"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.wanted)
        layout.addWidget(self.list)
        self.wanted.textChanged.connect(self._fill)
        self.wanted.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self._fill("")
        self._open(parent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrows move in the list while the caret stays in the field; Enter chooses."""
        if isinstance(event, QKeyEvent) and not self.isVisible():
            # Typed on before the screen knew that this is closed: it was meant for the text.
            return QCoreApplication.sendEvent(self._text, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _open(self, over: QWidget) -> None:
        self.resize(min(scaled(_WIDTH), over.width()), min(scaled(_HEIGHT), over.height()))
        self.move(over.mapToGlobal(QPoint((over.width() - self.width()) // 2, 24)))
        self.show()
        self.wanted.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self, wanted: str) -> None:
        self.list.clear()
        for at in meant(wanted, self._paragraphs, self._names, _MOST):
            paragraph = self._paragraphs[at]
            words = " ".join(paragraph.text.split())
            short = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + "…"
            head = f"{self._speech.digits(at + 1)} · {self._names[paragraph.kind]} · "
            item = QListWidgetItem(self._speech.sentence(head + short))
            item.setData(Qt.ItemDataRole.UserRole, paragraph.key)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            key = int(item.data(Qt.ItemDataRole.UserRole))
            self.close()
            self.chosen.emit(key)
