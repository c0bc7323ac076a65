"""What is shown instead of the house's window while its files can't be read: nothing is written over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from pr_editor.gui.library.form import Form
from pr_editor.gui.reasons import reason
from pr_editor.gui.theme import fit
from pr_editor.profile.load import ProfileError
from pr_editor.text.message import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from pr_editor.gui.speech import Speech

_SIZE = (720, 380)


class BrokenHouse(Form):
    """The mistakes with their files and lines, and a button to look again once they have been put right."""

    def __init__(
        self, window: QWidget, speech: Speech, folder: Path, error: KnownError | OSError, again: Callable[[], None]
    ) -> None:
        """Tell ``error`` about the files in ``folder``; ``again`` reads them anew."""
        tr = speech.tr
        super().__init__(window, speech, tr("Our house style can't be read"), tr("Read again"))
        self.setObjectName("broken-house")
        fit(self, *_SIZE)
        self._again = again
        self.explain(
            tr(
                "Somebody has changed its files by hand, and something in them is wrong. Put it right there; the"
                " program does not touch them until then. They are in {path}",
                path=str(folder),
            )
        )
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(tr("Mistakes"))
        self.list.setHeaderLabels([tr("File"), tr("Line"), tr("What is wrong")])
        self.list.setRootIsDecorated(False)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(True)
        self.list.setWordWrap(True)
        for row in self._rows(error):
            item = QTreeWidgetItem(list(row))
            item.setToolTip(2, row[2])
            self.list.addTopLevelItem(item)
        self.body.addWidget(self.list, 1)
        self.cancel_button.setText(tr("Close"))

    def go(self) -> None:
        """Look again."""
        self.accept()
        self._again()

    def _rows(self, error: KnownError | OSError) -> list[tuple[str, str, str]]:
        render, digits = self.speech.render, self.speech.digits
        if isinstance(error, ProfileError):
            return [(one.path.name, digits(one.line), render(one.message)) for one in error.problems]
        return [("", "", render(error.message if isinstance(error, KnownError) else reason(error)))]
