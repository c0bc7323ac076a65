"""The first step of an office: who it is and who writes for it, on one page that can be skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from pr_editor.app.house import Facts
from pr_editor.gui.house.facts_page import FactsFields
from pr_editor.gui.library.form import Form
from pr_editor.gui.theme import font, widen
from pr_editor.profile.lists import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.speech import Speech

_WIDTH = 640
_MOST = 6
"""Who has more writers enters them in the window of the house."""


class FirstRun(Form):
    """Asks for the organisation, its source line and formula, and the people who write."""

    def __init__(self, window: QWidget, speech: Speech, begin: Callable[[FirstRun], None]) -> None:
        """``begin`` gets this form when it has been filled in; it closes it, or says what failed."""
        tr = speech.tr
        super().__init__(window, speech, tr("Your house"), tr("Set up"))
        self.setObjectName("first-run")
        widen(self, _WIDTH)
        self._begin = begin
        self.explain(
            tr(
                "With these few facts, drafts are reviewed by your own house style. All of it can be changed later"
                " under Review ▸ Our house style, and nothing leaves this computer."
            )
        )
        self.fields_of_house = FactsFields(speech, Facts(), self.look, self)
        self.body.addWidget(self.fields_of_house)
        self._add_people()
        self.cancel_button.setText(tr("Not now"))
        self.fields_of_house.organisation.setFocus()

    @property
    def facts(self) -> Facts:
        """Who the house is."""
        return self.fields_of_house.facts

    @property
    def people(self) -> tuple[Person, ...]:
        """Who writes for it."""
        written = ((" ".join(name.text().split()), " ".join(role.text().split())) for name, role in self.lines)
        return tuple(Person(name, byline=role) for name, role in written if name)

    def why_not(self) -> str:
        """A name is all that is needed; who writes has a role."""
        tr = self.speech.tr
        if not self.facts.organisation:
            return tr("What is your organisation called?")
        for name, role in self.lines:
            if name.text().strip() and not role.text().strip():
                return tr(
                    "In what role does {name} write? For instance “{role}”.", name=name.text().strip(), role=_ROLE
                )
            if role.text().strip() and not name.text().strip():
                return tr("Who writes as “{role}”?", role=role.text().strip())
        names = [person.name for person in self.people]
        twice = next((name for name in names if names.count(name) > 1), None)
        return tr("{name} stands there twice.", name=twice) if twice else ""

    def go(self) -> None:
        """Set the house up."""
        self._begin(self)

    def add_line(self) -> None:
        """Room for somebody else who writes."""
        tr, digits = self.speech.tr, self.speech.digits
        number = len(self.lines) + 1
        line: list[QLineEdit] = []
        for column, (text, hint) in enumerate(((tr("Name"), "مریم کاظمی"), (tr("Role in the byline"), _ROLE))):
            field = QLineEdit(self)
            field.setAccessibleName(f"{text} {digits(number)}")
            if number == 1:
                field.setPlaceholderText(hint)
            field.textChanged.connect(self.look)
            self._grid.addWidget(field, number, column)
            line.append(field)
        self.lines.append((line[0], line[1]))
        self.more.setEnabled(number < _MOST)
        QWidget.setTabOrder(line[0], line[1])
        QWidget.setTabOrder(line[1], self.more)

    def _add_people(self) -> None:
        tr = self.speech.tr
        title = QLabel(tr("Who writes your releases?"), self)
        title.setFont(font(weight=font().Weight.Bold))
        self.lines: list[tuple[QLineEdit, QLineEdit]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        for column, text in enumerate((tr("Name"), tr("Role in the byline"))):
            head = QLabel(text, self)
            head.setProperty("tone", "muted")
            self._grid.addWidget(head, 0, column)
        self.more = QPushButton(tr("Somebody else"), self)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._add_and_go)
        self.body.addSpacing(8)
        self.body.addWidget(title)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch()
        self.add_line()

    def _add_and_go(self) -> None:
        self.add_line()
        self.lines[-1][0].setFocus()


_ROLE = "کارشناس روابط عمومی"
