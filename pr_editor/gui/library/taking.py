"""Taking a text out of the library: copied, exported, or opened as a draft again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.text.message import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.app.i18n import Translator
    from pr_editor.app.services import Services
    from pr_editor.app.sign_off import Sheet
    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.speech import Speech
    from pr_editor.library.store import Library
    from pr_editor.review.ports import Copy
    from pr_editor.text.message import Message


class Taking(QObject):
    """What is not final goes out only as a proof that says so."""

    def __init__(self, window: QWidget, speech: Speech, librarian: Librarian, services: Services, tell: Tell) -> None:
        """Ask over ``window``."""
        super().__init__(window)
        self._window, self._speech, self._tell = window, speech, tell
        self._librarian, self._services = librarian, services

    def copy(self, sheet: Sheet) -> None:
        """Put the text on the clipboard: clean paragraphs, half-spaces kept."""

        def put(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self._tell(Notice(message("The text is on the clipboard."), tone=Tone.DONE))

        def render(library: Library) -> str:
            from pr_editor.app.export import marked

            draft = marked(self._take(library, sheet), self._persian)
            return "\n\n".join(paragraph.text for paragraph in draft.paragraphs)

        self._librarian.ask(render, put, self._failed(message("The text could not be copied.")))

    def export(self, sheet: Sheet) -> None:
        """Ask where to, and write the text to a file by its suffix."""
        tr = self._speech.tr
        dialog = QFileDialog(self._window, tr("Export"), str(Path.home()))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{tr('Word document')} (*.docx)", f"{tr('Plain text')} (*.txt)"])
        dialog.setDefaultSuffix("docx")
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix("txt" if "*.txt" in name else "docx"))
        dialog.selectFile(f"{sheet.release.id}.docx")
        dialog.fileSelected.connect(lambda path: self.export_to(sheet, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_to(self, sheet: Sheet, path: Path) -> None:
        """Write the version that is shown to ``path``."""

        def write(library: Library) -> bool:
            from pr_editor.app.export import export

            copy = self._take(library, sheet)
            export(copy, path, self._persian)
            return copy.final

        def written(final: bool) -> None:
            more = None if final else message("It is no approved text, and says so at its head.")
            self._tell(Notice(message("Exported: {path}", path=str(path)), more, Tone.DONE))

        self._librarian.ask(write, written, self._failed(message("The text could not be exported.")))

    @property
    def _persian(self) -> Translator:
        """Marks stand in the text, so they speak its language."""
        return self._services.translator("fa")

    def _take(self, library: Library, sheet: Sheet) -> Copy:
        return library.export_draft(sheet.release.id, sheet.text.version.number, proof=True)

    def _failed(self, what: Message) -> Callable[[Message], None]:
        return lambda why: self._tell(Notice(what, why, Tone.ERROR))
