"""Asks for an archive to import: what, by whom, and what its releases do not say themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from pr_editor.app.archive_files import LINES
from pr_editor.app.archive_job import Order
from pr_editor.app.dates import parse_day
from pr_editor.formats.read import SUFFIXES
from pr_editor.gui.library.form import Form
from pr_editor.gui.theme import scaled
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from pr_editor.gui.speech import Speech
    from pr_editor.text.message import Message

_ROWS = 96
"""Height of the list of files, in pixels."""


class ImportForm(Form):
    """Files and folders, a date and an outlet for what names none, and the passphrase to sign with."""

    def __init__(
        self, window: QWidget, speech: Speech, name: str, begin: Callable[[ImportForm, Order], None], known: Order
    ) -> None:
        """``begin`` gets what was ordered by ``name``; ``known`` is what is known before."""
        super().__init__(window, speech, speech.tr("Import an archive"), speech.tr("Import"))
        self.setObjectName("import-archive")
        tr = speech.tr
        self._begin, self._known, self._name = begin, known, name
        self.explain(
            tr(
                "Releases that were published before come into the library as approved, marked “from the archive”:"
                " nobody has reviewed them here. You vouch for them with your key."
            )
        )
        self._add_sources()
        self.day = self.line(tr("Date of those without one"))
        self.day.setPlaceholderText(tr("for example 1398/07/12; else from the name or time of the file"))
        self.outlet = self.line(tr("Outlet of those without one"))
        self.passphrase = self.line(tr("Passphrase of {name}", name=name), secret=True)

    def choose(self, names: Iterable[str]) -> None:
        """Add files or folders."""
        there = set(self.names)
        for name in names:
            if name not in there:
                item = QListWidgetItem(name, self.sources)
                item.setToolTip(name)
        self.look()

    @property
    def names(self) -> tuple[str, ...]:
        """What was chosen."""
        return tuple(self.sources.item(row).text() for row in range(self.sources.count()))

    def why_not(self) -> str:
        """What is missing."""
        tr = self.speech.tr
        if not self.names:
            return tr("Choose files or a folder.")
        try:
            self._day()
        except KnownError as error:
            return self.speech.render(error.message)
        return "" if self.passphrase.text() else tr("Type your passphrase.")

    def go(self) -> None:
        """Give the order."""
        day, known = self._day(), self._known
        self.wait(True)
        outlet = " ".join(self.outlet.text().split())
        self._begin(
            self,
            Order(
                library=known.library,
                who=self._name,
                passphrase=self.passphrase.text(),
                names=self.names,
                day=day.isoformat() if day else "",
                outlet=outlet,
                profile=known.profile,
            ),
        )

    def fail(self, message: Message) -> None:
        """Let the passphrase be typed again."""
        super().fail(message)
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def _add_sources(self) -> None:
        tr = self.speech.tr
        self.sources = self.row(tr("Archive"), QListWidget(self))
        self.sources.setFixedHeight(scaled(_ROWS))
        # Paths run from the left in any language.
        self.sources.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.sources.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.sources.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for text, do in (
            (tr("Folder…"), self._choose_folder),
            (tr("Files…"), self._choose_files),
            (tr("Remove"), self._remove),
        ):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(do)
            buttons.addWidget(button)
        self.sources.setFocus()
        buttons.addStretch()
        self.fields.addRow("", buttons)

    def _choose_folder(self) -> None:
        dialog = self._dialog(self.speech.tr("Choose a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.open()

    def _choose_files(self) -> None:
        tr = self.speech.tr
        dialog = self._dialog(tr("Choose files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = " ".join(f"*{suffix}" for suffix in (*SUFFIXES, LINES))
        dialog.setNameFilters([f"{tr('Releases')} ({kinds})", f"{tr('All files')} (*)"])
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title, str(Path.home()))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.filesSelected.connect(self.choose)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _remove(self) -> None:
        for item in self.sources.selectedItems():
            self.sources.takeItem(self.sources.row(item))
        self.look()

    def _day(self) -> date | None:
        text = self.day.text().strip()
        return parse_day(text) if text else None
