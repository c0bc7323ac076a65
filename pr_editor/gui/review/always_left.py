"""A sheet with all that is always left, by the user and by the house, from which entries are taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from pr_editor.app.left import Reach
from pr_editor.gui.library.form import Form
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pr_editor.gui.review.leaving import Leaving
    from pr_editor.gui.speech import Speech
    from pr_editor.profile.lists import LeftAlone

_SIZE = (720, 460)
_WHOSE = {Reach.MINE: N_("Mine"), Reach.HOUSE: N_("The house's")}


class AlwaysLeft(Form):
    """The entries in a list; its button takes the one in hand back."""

    def __init__(self, window: QWidget, speech: Speech, leaving: Leaving) -> None:
        """Show what ``leaving`` knows, as long as the sheet is open."""
        tr = speech.tr
        super().__init__(window, speech, tr("What is always left"), tr("Look at it again"))
        self.setObjectName("always-left")
        self.resize(*_SIZE)
        self._leaving = leaving
        self.explain(tr("These words are left as they are in every draft. What is taken back is a finding again."))
        self.cancel_button.setText(tr("Close"))
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(tr("What is always left"))
        self.list.setHeaderLabels([tr("Words"), tr("Rule"), tr("Whose"), tr("Decided by"), tr("Reason")])
        self.list.setRootIsDecorated(False)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(True)
        self.list.currentItemChanged.connect(lambda *_: self.look())
        self.list.itemActivated.connect(lambda *_: self.go())
        self.body.addWidget(self.list, 1)
        leaving.changed.connect(self._fill)
        self._fill()

    def why_not(self) -> str:
        """Whether an entry is in hand."""
        return "" if self.list.currentItem() else self.speech.tr("Nothing is left for good.")

    def go(self) -> None:
        """Take the entry in hand back; the sheet stays for the next."""
        if (item := self.list.currentItem()) is not None:
            reach, entry = item.data(0, Qt.ItemDataRole.UserRole)
            self._leaving.forget(reach, entry)

    def _fill(self) -> None:
        at = max(0, self.list.currentIndex().row())
        self.list.clear()
        for reach, entries in self._leaving.lists.items():
            for entry in entries:
                self._add(reach, entry)
        last = self.list.topLevelItemCount() - 1
        self.list.setCurrentIndex(self.list.model().index(min(at, last), 0))
        self.list.setFocus()
        self.look()

    def _add(self, reach: Reach, entry: LeftAlone) -> None:
        who = " · ".join(filter(None, (entry.by, entry.since)))
        item = QTreeWidgetItem([entry.words, entry.rule, self.speech.tr(_WHOSE[reach]), who, entry.reason])
        item.setData(0, Qt.ItemDataRole.UserRole, (reach, entry))
        self.list.addTopLevelItem(item)
