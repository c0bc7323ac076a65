"""Questions to the user. All are sheets of the window that answer by a call: nothing waits in a loop of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHeaderView, QMessageBox, QPushButton, QTreeView, QWidget

from pr_editor.formats.read import SUFFIXES
from pr_editor.gui.theme import fit

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.speech import Speech
    from pr_editor.text.message import Message

type Way = tuple[str, Callable[[], None]]
"""What a button says and does."""

_FILES = (760, 480)
_READABLE = " ".join(f"*{suffix}" for suffix in SUFFIXES)


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

    def folder_to_open(self, chosen: Callable[[list[str]], None]) -> None:
        """Let the user pick a folder of drafts."""
        dialog = self._files(self._speech.tr("Open a folder of drafts"), self._speech.tr("Open"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
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

    def list_to_import(self, chosen: Callable[[str], None]) -> None:
        """Let the user pick a table to take entries from."""
        dialog = self._files(self._speech.tr("Import a list"), self._speech.tr("Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{self._speech.tr('Tables')} (*.csv *.tsv)", f"{self._speech.tr('All files')} (*)"])
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def where_to_export(self, name: str, chosen: Callable[[str], None]) -> None:
        """Let the user say where a table called ``name`` goes."""
        dialog = self._files(self._speech.tr("Export the list"), self._speech.tr("Save"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{self._speech.tr('Tables')} (*.csv)"])
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self._speech.tr("Save"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{name}.csv")
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def where_to_back_up(self, name: str, chosen: Callable[[str], None]) -> None:
        """Let the user say where a copy of the library goes; nothing is replaced."""
        dialog = self._files(self._speech.tr("Back up the library"), self._speech.tr("Save"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilters([f"{self._speech.tr('Libraries')} (*.db)"])
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self._speech.tr("Save"))
        dialog.setDefaultSuffix("db")
        dialog.selectFile(name)
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def backup_to_restore(self, chosen: Callable[[str], None]) -> None:
        """Let the user pick a backup of the library."""
        dialog = self._files(self._speech.tr("Restore a backup"), self._speech.tr("Verify"))
        dialog.setObjectName("backup-to-restore")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{self._speech.tr('Libraries')} (*.db)", f"{self._speech.tr('All files')} (*)"])
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def before_closing(self, name: str, why: Message, copy: Callable[[], None], discard: Callable[[], None]) -> None:
        """A draft whose text is nowhere else is to be closed and can't be kept: save a copy, discard it, or go on."""
        tr = self._speech.tr
        box = self._box("before-closing", tr("Close this draft"))
        box.setText(tr("The changes in “{name}” are in no file yet.", name=name))
        gone = tr("The draft can't be kept to be reopened: if you close it without a copy, they are gone for good.")
        box.setInformativeText(f"{gone} {self._speech.render(why)}")
        self._three_ways(box, (tr("Save a copy…"), copy), (tr("Discard the draft"), discard), tr("Keep it open"))

    def before_forgetting(self, number: int, forget: Callable[[], None]) -> None:
        """Closed drafts are to be removed from the disk."""
        tr = self._speech.tr
        box = self._box("before-forgetting", tr("Closed drafts"))
        box.setText(tr("Closed drafts that can be reopened: {number}.", number=number))
        box.setInformativeText(tr("Once they are forgotten, what is in no file is gone for good."))
        self._three_ways(box, None, (tr("Forget them"), forget), tr("Keep them"))

    def before_reversing(self, number: int, reverse: Callable[[], None]) -> None:
        """Many fixes are about to be reversed at once."""
        tr = self._speech.tr
        box = self._box("before-reversing", tr("Changes"))
        box.setText(tr("{number} fixes are about to be reversed.", number=number))
        box.setInformativeText(tr("Undo makes them all again at once."))
        self._three_ways(box, None, (tr("Reverse {number}", number=number), reverse), tr("Leave them in the text"))

    def before_leaving(self, save: Callable[[], None] | None, discard: Callable[[], None]) -> None:
        """A window with unsaved changes is about to be closed; ``save`` is None where they can't be saved yet."""
        tr = self._speech.tr
        box = self._box("before-leaving", self._window.windowTitle())
        box.setText(tr("There are changes that are not saved."))
        box.setInformativeText("" if save else tr("They can't be saved before the mistake in them is put right."))
        first = (tr("Save"), save) if save else None
        self._three_ways(box, first, (tr("Discard the changes"), discard), tr("Keep it open"))

    def _box(self, name: str, title: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setObjectName(name)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        return box

    @staticmethod
    def _three_ways(box: QMessageBox, first: Way | None, other: Way, stay: str) -> None:
        """Offer to keep what would be lost, to lose it, or to stay; the first is proposed."""
        ways: dict[QPushButton, Callable[[], None]] = {}
        if first is not None:
            keep = box.addButton(first[0], QMessageBox.ButtonRole.AcceptRole)
            keep.setProperty("primary", True)
            ways[keep] = first[1]
        ways[box.addButton(other[0], QMessageBox.ButtonRole.DestructiveRole)] = other[1]
        back = box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(next(iter(ways)) if first else back)
        box.setEscapeButton(back)

        def answered() -> None:
            for button, do in ways.items():
                if box.clickedButton() is button:
                    do()

        box.finished.connect(answered)
        box.finished.connect(box.deleteLater)
        box.open()

    def _files(self, title: str, accept: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._folder)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        # In a line from the right the brackets and asterisks of «(*.docx)» fall apart.
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        fit(dialog, *_FILES)
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
