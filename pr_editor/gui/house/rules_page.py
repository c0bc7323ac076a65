"""Which rules run and how heavy they weigh, in every release or in those of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pr_editor.app.house_rules import WORDS, usual
from pr_editor.checks.registry import RULES
from pr_editor.gui.dialogs.pages import rule_title
from pr_editor.gui.panels.flow import Flow
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.review.families import family_of, family_order
from pr_editor.gui.theme import font, scaled
from pr_editor.profile.choices import ReleaseKind
from pr_editor.profile.load import OFF
from pr_editor.text.fold import fold
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.app.services import Services
    from pr_editor.gui.house.draft import HouseDraft
    from pr_editor.gui.speech import Speech

KINDS = {
    "": N_("Every release"),
    ReleaseKind.NEWS: N_("News"),
    ReleaseKind.NOTE: N_("Signed notes"),
    ReleaseKind.REPORT: N_("Features"),
    ReleaseKind.NOTICE: N_("Notices"),
}
WEIGHTS = {
    OFF: N_("Off"),
    "note": N_("Note"),
    "warning": N_("Warning"),
    "error": N_("Error"),
    "blocker": N_("Blocker"),
}
_CODE = Qt.ItemDataRole.UserRole
_OWN = 2
"""The column of what the house itself says."""


class RulesPage(QWidget):
    """All rules; the buttons below weigh those that are chosen."""

    def __init__(
        self, speech: Speech, services: Services, draft: HouseDraft, changed: Callable[[], None], parent: QWidget
    ) -> None:
        """Show and change ``draft.weights``; ``changed`` hears of every change."""
        super().__init__(parent)
        self._speech, self._services, self._draft, self._changed = speech, services, draft, changed
        tr = speech.tr
        self.about = Prose(self, tone="muted")
        self.about.say(
            tr(
                "Choose one or several rules, then say how much they weigh. A blocker stops approval until it is fixed."
            ),
            speech,
        )
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Search the rules…"))
        self.search.setAccessibleName(tr("Search the rules…"))
        self.search.textChanged.connect(self._narrow)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(tr("Applies to"))
        for kind, text in KINDS.items():
            self.kind.addItem(tr(text), str(kind))
        self.kind.currentIndexChanged.connect(lambda _: self.show_weights())
        self.list = self._make_list()
        self.buttons = self._make_buttons()
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus).setContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.show_weights()

    def show_weights(self) -> None:
        """Write the weights of the kind of release that is chosen."""
        tr = self._speech.tr
        for item in self._items():
            code = item.data(0, _CODE)
            own = self._draft.weights.get((self.kind.currentData(), code))
            item.setText(1, tr(WEIGHTS[self._usual(code)]))
            item.setText(_OWN, tr(WEIGHTS[own]) if own else "")
        self._look()

    def weigh(self, word: str | None) -> None:
        """Weigh the rules that are chosen; None leaves them to what is usual."""
        for item in self._chosen():
            place = self.kind.currentData(), item.data(0, _CODE)
            if word is None:
                self._draft.weights.pop(place, None)
            else:
                self._draft.weights[place] = word
        self.show_weights()
        self._changed()

    def _chosen(self) -> list[QTreeWidgetItem]:
        """The rules that can be weighed here: one that is off in every release is off in each kind."""
        items = [item for item in self.list.selectedItems() if not item.isHidden()]
        return [item for item in items if not (self.kind.currentData() and self._is_off(item.data(0, _CODE)))]

    def _is_off(self, code: str) -> bool:
        """Whether the rule runs in no release at all."""
        own = self._draft.weights.get(("", code))
        return (own or usual(self._draft.base, {}, ("", code), RULES[code].severity)) == OFF

    def _usual(self, code: str) -> str:
        """What the rule comes to where the house says nothing about it here."""
        kind = self.kind.currentData()
        return usual(self._draft.base, self._draft.weights if kind else {}, (kind, code), RULES[code].severity)

    def _make_list(self) -> QTreeWidget:
        tr = self._speech.tr
        made = QTreeWidget(self)
        made.setAccessibleName(tr("Rules"))
        made.setHeaderLabels([tr("Rule"), tr("Usually"), tr("In our house")])
        made.setRootIsDecorated(False)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = made.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, _OWN):
            made.setColumnWidth(column, scaled(130))
        bold = font(weight=QFont.Weight.Bold)
        for code in sorted(RULES, key=lambda code: (family_order(code), code)):
            title = rule_title(self._services, self._speech, code)
            item = QTreeWidgetItem([f"{title} · {code}", "", ""])
            item.setData(0, _CODE, code)
            told = (f"{title} · {code}", tr(family_of(code).title))
            item.setToolTip(0, "\n".join(map(self._speech.sentence, told)))
            item.setFont(_OWN, bold)
            made.addTopLevelItem(item)
        made.setCurrentIndex(made.model().index(0, 0))
        made.itemSelectionChanged.connect(self._look)
        return made

    def _make_buttons(self) -> dict[str | None, QPushButton]:
        made: dict[str | None, QPushButton] = {}
        for word, text in ((None, N_("As usual")), *WEIGHTS.items()):
            button = QPushButton(self._speech.tr(text), self)
            button.setAutoDefault(False)
            if word in WORDS:
                button.setProperty("chip", word)
            button.clicked.connect(lambda _=False, word=word: self.weigh(word))
            made[word] = button
        return made

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        label = QLabel(self._speech.tr("Applies to"), self)
        label.setBuddy(self.kind)
        top.addWidget(label)
        top.addWidget(self.kind)
        weights = QWidget(self)
        row = Flow(weights)
        for button in self.buttons.values():
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 12, 2, 2)
        layout.setSpacing(8)
        layout.addWidget(self.about)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(weights)

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount()))
        return [item for item in items if item is not None]

    def _narrow(self, words: str) -> None:
        wanted = fold(words).split()
        for item in self._items():
            text = fold(f"{item.text(0)} {item.toolTip(0)}")
            item.setHidden(not all(word in text for word in wanted))

    def _look(self) -> None:
        """Offer what can be done about the rules that are chosen."""
        for button in self.buttons.values():
            button.setEnabled(bool(self._chosen()))
