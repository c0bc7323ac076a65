"""Says what is in a backup and what would go with the library in use, before one takes the place of the other."""

from __future__ import annotations

from os import sep
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QWidget

from pr_editor.app.dates import show_moment
from pr_editor.gui.library.form import Form
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.signoff.marks import isolated, name_of
from pr_editor.gui.speech import of_file
from pr_editor.gui.theme import scaled, widen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pr_editor.gui.speech import Speech
    from pr_editor.library.candidate import Candidate
    from pr_editor.library.contents import Contents, Missing

_WIDTH = 580
_HEIGHTS = (112, 240)
"""Least and most of the list, in pixels."""
_MOST = 100
"""Releases that are listed; the others are counted."""
_MAY_BREAK = "\u200b"
"""Lets a line end here."""


class RestoreForm(Form):
    """It appears when a long look at a file is over, while somebody may be typing: Return alone does nothing in it."""

    wanted = Signal()
    """The library in use is to give way."""

    def __init__(
        self, window: QWidget, speech: Speech, candidate: Candidate, path: Path, call_off: Callable[[], None]
    ) -> None:
        """Show ``candidate``, which would become the library at ``path``; ``call_off`` stops it while it does."""
        super().__init__(window, speech, speech.tr("Restore a backup"), speech.tr("Restore this backup"))
        self.setObjectName("restore")
        widen(self, _WIDTH)
        self._call_off = call_off
        self.accept_button.setDefault(False)
        self.accept_button.setAutoDefault(False)
        self.explain(speech.tr("The backup is sound: everything in it is as it was written and signed."))
        self._tell_both(candidate, path)
        self.verdict = self._judge(candidate)
        self.body.addWidget(self.verdict)
        self.gone = self._list(candidate.missing)
        self.body.addWidget(self.gone, 1)
        follows = Prose(self, tone="muted")
        follows.say(self._what_follows(candidate), speech)
        self.body.addWidget(follows)
        self.body.addStretch()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        (self.gone if self.gone.count() else self).setFocus()

    def go(self) -> None:
        """It is wanted."""
        self.wanted.emit()

    def say_how_far(self, percent: int) -> None:
        """So much is copied."""
        if self._busy:
            self._say(self.speech.tr("The backup is taking its place: {percent} percent", percent=percent), "muted")

    def reject(self) -> None:
        """Do nothing; what is being done is called off first."""
        if self._busy:
            self._call_off()
        else:
            super().reject()

    def _tell_both(self, candidate: Candidate, path: Path) -> None:
        tr = self.speech.tr
        self._add(tr("Backup"), self._path(candidate.copy))
        self._add(tr("It holds"), self._told(candidate.contents))
        if candidate.current is not None:
            self._add(tr("The library in use holds"), self._told(candidate.current))
        if candidate.aside is not None:
            self._add(tr("It will be kept as"), self._path(candidate.aside))
        else:
            self._add(tr("The backup is put at"), self._path(path))

    def _add(self, name: str, text: str) -> None:
        self.fields.addRow(name, self.label(text))

    def _told(self, contents: Contents) -> str:
        """Figures of a library, and when it was last written to."""
        tr = self.speech.tr
        numbers = tr("releases: {releases}, accounts: {people}", releases=contents.releases, people=contents.people)
        moment = isolated(show_moment(contents.at, self.speech.translator))
        last = tr("last entry: {moment}, {name}", moment=moment, name=contents.by)
        return "\n".join(map(self.speech.sentence, (numbers, last)))

    def _judge(self, candidate: Candidate) -> Prose:
        """Say what of the library in use the backup lacks."""
        tr, lacked = self.speech.tr, candidate.missing
        if candidate.unreadable is not None:
            unknown = tr("What would be gone can't be told, as the library in use can't be read.")
            said = f"{unknown} {self.speech.render(candidate.unreadable)}"
        elif lacked is None:
            said = tr("There is no library in use, so nothing gives way.")
        elif not lacked.anything:
            said = tr("The library in use has nothing that is not in the backup.")
        elif not lacked.related:
            said = tr("This is a backup of another library: nothing of the library in use is in it.")
        else:
            said = tr("The backup lacks what came later: {what}.", what=self._counted(lacked))
        nothing = candidate.unreadable is None and (lacked is None or not lacked.anything)
        verdict = Prose(self, tone="success" if nothing else "warning")
        verdict.say(said, self.speech)
        return verdict

    def _counted(self, lacked: Missing) -> str:
        tr = self.speech.tr
        counts = (
            (len(lacked.new), tr("new releases: {number}", number=len(lacked.new))),
            (
                len(lacked.changed),
                tr("releases that have changed since: {number}", number=len(lacked.changed)),
            ),
            (lacked.others, tr("accounts, words of dictionaries and the like: {number}", number=lacked.others)),
        )
        return tr("; ").join(told for number, told in counts if number)

    def _list(self, lacked: Missing | None) -> QListWidget:
        """The releases that would be gone, or be as they were."""
        tr = self.speech.tr
        shown = QListWidget(self)
        shown.setAccessibleName(tr("Releases the backup lacks, or knows an older state of"))
        shown.setWordWrap(True)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        shown.setMinimumHeight(scaled(_HEIGHTS[0]))
        shown.setMaximumHeight(scaled(_HEIGHTS[1]))
        new, changed = (lacked.new, lacked.changed) if lacked else ((), ())
        named = [*((one, "") for one in new), *((one, tr("changed since")) for one in changed)]
        for one, mark in named[:_MOST]:
            parts = (name_of(one.release, self.speech), one.headline, mark)
            shown.addItem(self.speech.row(filter(None, parts)))
        if len(named) > _MOST:
            shown.addItem(tr("And {number} more", number=len(named) - _MOST))
        shown.setVisible(bool(named))
        return shown

    def _what_follows(self, candidate: Candidate) -> str:
        tr = self.speech.tr
        kept = tr("The library in use is not deleted.") if candidate.aside is not None else ""
        others = tr("Whoever is logged in is logged out; accounts and passphrases are those of the backup.")
        return " ".join(filter(None, (kept, others, tr("Drafts stay as they are."))))

    def _path(self, path: Path) -> str:
        """A path in a line of the language; it wraps between its folders."""
        return self.speech.sentence(of_file(str(path)).replace(sep, sep + _MAY_BREAK))
