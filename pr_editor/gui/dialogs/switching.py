"""What another house style would change in the draft in front, before it is switched to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from pr_editor.gui.dialogs.pages import rule_title
from pr_editor.gui.library.form import Form
from pr_editor.gui.review.families import family_order
from pr_editor.gui.theme import fit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from pr_editor.app.preview import RuleChange
    from pr_editor.app.services import Services
    from pr_editor.gui.speech import Speech

_SIZE = (720, 460)
_JOIN = "، "


class SwitchForm(Form):
    """Lists rule by rule what appears, what goes and what weighs otherwise; the switch is one button."""

    def __init__(
        self, window: QWidget, speech: Speech, services: Services, title: str, switch: Callable[[], None]
    ) -> None:
        """Begin without an answer; ``title`` is what the other house style is called."""
        tr = speech.tr
        super().__init__(window, speech, tr("House style: {name}", name=title), tr("Use this house style"))
        self.setObjectName("switch-profile")
        self._services = services
        self._switch = switch
        self._refusal = ""
        fit(self, *_SIZE)
        self.explain(tr("What would change in this draft is being worked out…"))
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(tr("What would change in this draft"))
        self.list.setHeaderLabels([tr("Rule"), tr("Appear"), tr("Go"), tr("Weigh otherwise"), tr("For instance")])
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QTreeWidget.SelectionMode.SingleSelection)
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(True)
        self.body.addWidget(self.list, 1)

    def answer(self, changes: Sequence[RuleChange]) -> None:
        """Show what would change."""
        tr = self.speech.tr
        appearing, going = sum(change.appearing for change in changes), sum(change.going for change in changes)
        if changes:
            self.explain(tr("In this draft {more} findings appear and {fewer} go.", more=appearing, fewer=going))
        else:
            self.explain(tr("Nothing changes in this draft."))
        for change in sorted(changes, key=lambda change: (family_order(change.code), change.code)):
            self.list.addTopLevelItem(self._row(change))

    def refuse(self, why: str) -> None:
        """Say why it can't be told; a house style that can't be read can't be switched to either."""
        self.explain("")
        self._refusal = why
        self.look()

    def why_not(self) -> str:
        """What keeps the house style from being used."""
        return self._refusal

    def go(self) -> None:
        """Switch."""
        self.accept()
        self._switch()

    def _row(self, change: RuleChange) -> QTreeWidgetItem:
        digits = self.speech.digits
        numbers = [digits(number) if number else "" for number in (change.appearing, change.going, change.weighed)]
        words = _JOIN.join(f"«{word}»" for word in change.examples)
        row = QTreeWidgetItem([rule_title(self._services, self.speech, change.code), *numbers, words])
        for column in (1, 2, 3):
            row.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
        row.setToolTip(0, change.code)
        row.setToolTip(len(numbers) + 1, words)
        return row
