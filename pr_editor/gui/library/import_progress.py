"""Shows how far an import is, what it has brought, and what could not be imported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pr_editor.app.archive_import import Tally, summary
from pr_editor.gui.theme import fit, font, scaled
from pr_editor.text.files import write_atomically
from pr_editor.text.message import Message, message

if TYPE_CHECKING:
    from pr_editor.gui.speech import Speech

_SIZE = (620, 460)
_BUTTON = 96
"""Its words change."""
_MOST = 20_000
"""So many lines are shown and can be saved; the rest is counted."""


class ImportProgress(QDialog):
    """Stands beside the window, which can be worked in meanwhile."""

    stop = Signal()
    """The user has enough."""

    def __init__(self, window: QWidget, speech: Speech) -> None:
        """Nothing has come yet."""
        super().__init__(window)
        self.setObjectName("import-progress")
        fit(self, *_SIZE)
        self._speech = speech
        self._tally = Tally()
        self._outcome: Message | None = None
        self._running = True
        self._told: list[Message] = []
        self.heading = QLabel(self)
        self.heading.setFont(font(13, font().Weight.Bold))
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.counts = QLabel(self)
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        self.list_title = QLabel(self)
        self.troubles = QListWidget(self)
        self.troubles.setWordWrap(True)
        self.troubles.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.troubles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.troubles.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.save_button = QPushButton(self)
        self.end_button = QPushButton(self)
        for button in (self.save_button, self.end_button):
            button.setAutoDefault(False)
            button.setMinimumWidth(scaled(_BUTTON))
        self.save_button.clicked.connect(self._choose_place)
        self.end_button.clicked.connect(self._end)
        self._lay_out()
        self.retranslate()

    @property
    def tally(self) -> Tally:
        """What has come in so far."""
        return self._tally

    @property
    def running(self) -> bool:
        """Whether the import goes on."""
        return self._running

    def begin(self, size: int) -> None:
        """So many KiB are to be read."""
        self.bar.setRange(0, max(size, 1))

    def move_on(self, size: int) -> None:
        """So many are behind it."""
        self.bar.setValue(min(size, self.bar.maximum()))

    def count(self, tally: Tally) -> None:
        """Show what has come in."""
        self._tally = tally
        self.counts.setText("\n".join(map(self._speech.sentence, summary(tally, self._speech.translator))))

    def tell(self, what: Message) -> None:
        """Add a line to the list."""
        if len(self._told) < _MOST:
            self._told.append(what)
            self._add(what)
        self._show_list()

    def end(self, why: Message | None) -> None:
        """It is over; ``why`` when it ended early."""
        self._running = False
        self._outcome = why
        if why is None:
            self.bar.setRange(0, 1)
            self.bar.setValue(1)
        elif self.bar.maximum() == 0:
            self.bar.setRange(0, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        tr = self._speech.tr
        self.setLayoutDirection(self._speech.direction)
        self.setWindowTitle(tr("Import an archive"))
        self.bar.setAccessibleName(tr("How far the import is"))
        self.troubles.setAccessibleName(tr("What was noticed"))
        self.list_title.setText(tr("What was noticed"))
        self.save_button.setText(tr("Save this list…"))
        self.end_button.setText(tr("Stop") if self._running else tr("Close"))
        self.heading.setText(self._speech.sentence(self._said()))
        self.troubles.clear()
        for what in self._told:
            self._add(what)
        self.count(self._tally)
        self._show_list()

    def save_to(self, path: Path) -> None:
        """Write the list to a text file. Raises ``OSError``."""
        lines = "".join(f"{self._speech.translator.render(what)}\n" for what in self._told)
        write_atomically(path, lines.encode("utf-8", "backslashreplace"))

    def reject(self) -> None:
        """Escape leaves an import running: it is shown again by its command."""
        self.hide()

    def _said(self) -> str:
        tr = self._speech.tr
        if self._running:
            return tr("The archive is being imported…")
        if self._outcome is None:
            return tr("The archive is in the library.")
        return self._speech.render(self._outcome)

    def _add(self, what: Message) -> None:
        item = QListWidgetItem(self._speech.sentence(self._speech.render(what)), self.troubles)
        item.setToolTip(item.text())

    def _show_list(self) -> None:
        for part in (self.list_title, self.troubles, self.save_button):
            part.setVisible(bool(self._told))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addStretch()
        row.addWidget(self.end_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        for part in (self.heading, self.bar, self.counts, self.list_title):
            layout.addWidget(part)
        layout.addWidget(self.troubles, 1)
        layout.addStretch()
        layout.addLayout(row)

    def _end(self) -> None:
        if self._running:
            self.stop.emit()
        else:
            self.hide()

    def _choose_place(self) -> None:
        tr = self._speech.tr
        dialog = QFileDialog(self, tr("Save this list"), str(Path.home()))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("import.txt")
        dialog.fileSelected.connect(lambda path: self._save(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, path: Path) -> None:
        try:
            self.save_to(path)
        except OSError as error:
            reason = error.strerror or str(error)
            self.heading.setText(
                self._speech.render(message("{path} can't be used: {reason}", path=str(path), reason=reason))
            )
