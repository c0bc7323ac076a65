"""Putting what is read of a release on paper, or into a PDF file by the printer's window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument, QTextOption

from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.gui.theme import Theme, reading_font
from pr_editor.text.message import message

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from pr_editor.app.sign_off import Sheet
    from pr_editor.gui.library.reader import Reader
    from pr_editor.gui.speech import Speech

_POINTS = 9.5
"""Small enough for the sheet of an ordinary release to fit on a page of A4."""


class Printing(QObject):
    """Paper is white, whatever the window looks like."""

    def __init__(self, reader: Reader, speech: Speech, themes: Path, tell: Tell) -> None:
        """Print the pages of ``reader``; ``themes`` is the folder of looks."""
        super().__init__(reader)
        self._reader, self._speech, self._tell = reader, speech, tell
        self._themes = themes

    def begin(self, sheet: Sheet) -> None:
        """Ask for a printer."""
        # It looks for printers when it is loaded, which nobody needs who does not print.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(sheet.release.id)
        dialog = QPrintDialog(printer, self._reader)
        dialog.accepted.connect(partial(self.put_on, printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.show()

    def put_on(self, printer: QPrinter) -> None:
        """Print the page in front; say so where it can't be done."""
        document = QTextDocument(self)
        document.setDefaultFont(reading_font(_POINTS))
        option = QTextOption()
        option.setTextDirection(self._speech.direction)
        document.setDefaultTextOption(option)
        document.setHtml(self._reader.on_paper(Theme.load(self._themes / "light.toml")))
        document.print_(printer)
        document.deleteLater()
        if printer.printerState() is printer.PrinterState.Error:
            self._tell(Notice(message("It could not be printed."), tone=Tone.ERROR))
