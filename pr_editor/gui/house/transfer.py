"""Lists go out to spreadsheets and come back: what would come in is shown before it does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from pr_editor.app.house_import import Standing, read_import, taken
from pr_editor.gui.dialogs.ask import Ask
from pr_editor.gui.house.draft import read_row
from pr_editor.gui.house.rows import title_of
from pr_editor.gui.library.form import Form
from pr_editor.gui.reasons import reason
from pr_editor.gui.theme import fit
from pr_editor.profile.table import LISTS, cells_of, write_table
from pr_editor.text.files import write_atomically
from pr_editor.text.message import N_, KnownError, Message, message

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from pr_editor.app.house_import import Import
    from pr_editor.gui.house.rows import Rows
    from pr_editor.gui.speech import Speech
    from pr_editor.profile.lists import Keyed

_SIZE = (720, 480)
_STANDINGS = {Standing.NEW: N_("New"), Standing.CHANGED: N_("Changed"), Standing.SAME: N_("Already there")}
_JOIN = " · "


class ImportForm(Form):
    """What a file holds, line by line, mistakes first."""

    def __init__(
        self,
        window: QWidget,
        speech: Speech,
        name: str,
        found: Import,
        columns: tuple[str, ...],
        take: Callable[[], None],
    ) -> None:
        """``take`` takes the entries over."""
        tr = speech.tr
        super().__init__(window, speech, tr("Import {name}", name=name), tr("Take these over"))
        self.setObjectName("import")
        fit(self, *_SIZE)
        self._found, self._take, self._columns = found, take, columns
        new, changed = (
            sum(one.standing is which for one in found.incoming) for which in (Standing.NEW, Standing.CHANGED)
        )
        self.explain(
            tr("{new} new, {changed} changed, {wrong} wrong.", new=new, changed=changed, wrong=len(found.mistakes))
        )
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(tr("What the file holds"))
        self.list.setHeaderLabels([tr("Line"), tr("State"), tr("Entry")])
        self.list.setRootIsDecorated(False)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(True)
        for mistake in found.mistakes:
            self._add(mistake.line, tr("Wrong"), said(mistake.message, columns, speech))
        for one in sorted(found.incoming, key=lambda one: list(_STANDINGS).index(one.standing)):
            cells = cells_of(one.entry, speech.language)
            self._add(one.line, tr(_STANDINGS[one.standing]), _JOIN.join(filter(None, cells)))
        self.body.addWidget(self.list, 1)

    def why_not(self) -> str:
        """Whether there is something to take."""
        return "" if self._found.useful else self.speech.tr("Nothing in this file is new.")

    def go(self) -> None:
        """Take the entries over; lines that are wrong are left out."""
        self.accept()
        self._take()

    def _add(self, line: int, state: str, text: str) -> None:
        item = QTreeWidgetItem([self.speech.digits(line), state, text])
        item.setToolTip(2, text)
        item.setTextAlignment(0, Qt.AlignmentFlag.AlignCenter)
        self.list.addTopLevelItem(item)


class Transfer:
    """Asks for files and moves entries."""

    def __init__(self, speech: Speech) -> None:
        """Speak the language of the window."""
        self._speech = speech

    def take(self, window: Form, rows: Rows) -> None:
        """Ask for a file and show what would come into ``rows``."""
        Ask(window, self._speech).list_to_import(lambda path: self.take_file(window, rows, Path(path)))

    def take_file(self, window: Form, rows: Rows, path: Path) -> None:
        """Show what would come into ``rows`` from a file; ``window`` says when it can't be read."""
        entries = _entries(rows)
        try:
            found = read_import(path, rows.key, entries)
        except KnownError as error:
            window.fail(error.message)
        except OSError as error:
            window.fail(reason(error))
        else:
            unfinished = [row for row in rows.rows if isinstance(read_row(rows.key, row), Message)]

            def take() -> None:
                rows.change([*map(cells_of, taken(entries, found.useful)), *unfinished])

            ImportForm(window, self._speech, path.name, found, rows.columns, take).open()

    def give(self, window: Form, rows: Rows) -> None:
        """Ask where ``rows`` go."""
        name = self._speech.tr(NAMES[rows.key])
        Ask(window, self._speech).where_to_export(name, lambda path: self.give_file(window, rows, Path(path)))

    def give_file(self, window: Form, rows: Rows, path: Path) -> None:
        """Write ``rows`` with headings in the language of the window; spreadsheets know UTF-8 by its mark."""
        text = write_table(_entries(rows), LISTS[rows.key], self._speech.language)
        try:
            write_atomically(path, ("\ufeff" + text).encode())
        except OSError as error:
            window.fail(reason(error))
        else:
            window.tell(message("The list was written: {path}", path=str(path)))


NAMES = {
    "people": N_("People and posts"),
    "organisations": N_("Organisations"),
    "terms": N_("Terms"),
    "paragraphs": N_("Standard paragraphs"),
    "left": N_("Always left"),
}
"""What the lists are called."""


def said(what: Message, columns: tuple[str, ...], speech: Speech) -> str:
    """A sentence in which columns are called as above the table."""
    marks = "«»" if speech.language == "fa" else "“”"
    args = {
        name: f"{marks[0]}{title_of(str(value), speech)}{marks[1]}" if value in columns else value
        for name, value in what.args
    }
    return speech.tr(what.id, **args)


def _entries(rows: Rows) -> tuple[Keyed, ...]:
    found = (read_row(rows.key, row) for row in rows.rows)
    return tuple(entry for entry in found if not isinstance(entry, Message))
