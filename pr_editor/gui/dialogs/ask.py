"""Questions to the user. All are sheets of the window that answer by a call: nothing waits in a loop of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHeaderView, QMessageBox, QTreeView, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.speech import Speech

_FILES = (760, 480)
_READABLE = "*.txt *.docx"


class Ask:
    """Asks in the language of the window, in Qt's own dialogs: the system's would not speak it."""

    def __init__(self, window: QWidget, speech: Speech) -> None:
        """Ask on behalf of ``window``."""
        self._window = window
        self._speech = speech
        self._folder = str(Path.home())

    def files_to_open(self, chosen: Callable[[list[str]], None]) -> None:
        """Let the user pick drafts."""
        dialog = self._files(self._speech.tr("Open drafts"), self._speech.tr("Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([f"{self._speech.tr('Drafts')} ({_READABLE})", f"{self._speech.tr('All files')} (*)"])
        dialog.filesSelected.connect(chosen)
        dialog.open()

    def house_style(self, chosen: Callable[[str], None]) -> None:
        """Let the user pick the file of a house style."""
        dialog = self._files(self._speech.tr("Use a house style"), self._speech.tr("Choose"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{self._speech.tr('House styles')} (*.toml)", f"{self._speech.tr('All files')} (*)"])
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def where_to_save(self, proposed: Path, chosen: Callable[[str], None]) -> None:
        """Let the user say where a copy goes; it asks by itself before an existing file would be replaced."""
        dialog = self._files(self._speech.tr("Save a copy"), self._speech.tr("Save"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [f"{self._speech.tr('Word document')} (*.docx)", f"{self._speech.tr('Plain text')} (*.txt)"]
        )
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self._speech.tr("Save"))
        dialog.selectNameFilter(dialog.nameFilters()[1 if proposed.suffix == ".txt" else 0])
        dialog.setDefaultSuffix(proposed.suffix.lstrip("."))
        dialog.filterSelected.connect(
            lambda _: dialog.setDefaultSuffix("txt" if "*.txt" in dialog.selectedNameFilter() else "docx")
        )
        dialog.setDirectory(str(proposed.parent))
        dialog.selectFile(proposed.name)
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def before_closing(self, name: str, copy: Callable[[], None], discard: Callable[[], None]) -> None:
        """A draft whose text is kept nowhere else is about to be closed: save a copy, discard it, or go on."""
        box = QMessageBox(self._window)
        box.setObjectName("before-closing")
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self._speech.tr("Close this draft"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self._speech.tr("The changes in “{name}” are in no file yet.", name=name))
        box.setInformativeText(self._speech.tr("If you close it without a copy, they are gone for good."))
        save = box.addButton(self._speech.tr("Save a copy…"), QMessageBox.ButtonRole.AcceptRole)
        throw = box.addButton(self._speech.tr("Discard the draft"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self._speech.tr("Keep it open"), QMessageBox.ButtonRole.RejectRole)
        save.setProperty("primary", True)
        box.setDefaultButton(save)
        box.setEscapeButton(stay)

        def answered() -> None:
            if box.clickedButton() is save:
                copy()
            elif box.clickedButton() is throw:
                discard()

        box.finished.connect(answered)
        box.finished.connect(box.deleteLater)
        box.open()

    def _files(self, title: str, accept: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._folder)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        # In a line from the right the brackets and asterisks of «(*.docx)» fall apart.
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        dialog.resize(*_FILES)
        labels = QFileDialog.DialogLabel
        dialog.setLabelText(labels.LookIn, self._speech.tr("Folder:"))
        dialog.setLabelText(labels.FileName, self._speech.tr("File name:"))
        dialog.setLabelText(labels.FileType, self._speech.tr("Kind of file:"))
        dialog.setLabelText(labels.Accept, accept)
        dialog.setLabelText(labels.Reject, self._speech.tr("Cancel"))
        if (folders := dialog.findChild(QComboBox, "lookInCombo")) is not None:
            folders.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if (files := dialog.findChild(QTreeView, "treeView")) is not None:
            files.header().setStretchLastSection(False)
            files.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            files.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        dialog.directoryEntered.connect(self._remember)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _remember(self, folder: str) -> None:
        self._folder = folder
