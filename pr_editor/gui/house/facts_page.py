"""Who the house is: name, outlet, and the formula its releases are attributed by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from pr_editor.app.house import Facts
from pr_editor.gui.panels.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.speech import Speech


class FactsFields(QWidget):
    """Three lines. As long as nobody has touched outlet and formula, the name proposes them."""

    def __init__(self, speech: Speech, facts: Facts, changed: Callable[[], None], parent: QWidget) -> None:
        """Begin with ``facts``; ``changed`` hears of every key."""
        super().__init__(parent)
        self._changed = changed
        self._right = speech.translator.right_to_left
        tr = speech.tr
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.organisation = self._line(tr("Name of the organisation"), facts.organisation)
        self.outlet = self._line(tr("Source of its releases"), facts.outlet)
        self.formula = self._line(tr("Attribution formula"), facts.formula)
        self.organisation.setPlaceholderText("شهرداری مهرآباد")
        self.outlet.setPlaceholderText("روابط عمومی شهرداری مهرآباد")
        self.formula.setPlaceholderText("به گزارش روابط عمومی شهرداری مهرآباد")
        self.organisation.textChanged.connect(self._propose_outlet)
        self.outlet.textChanged.connect(self._propose_formula)
        for field in (self.organisation, self.outlet, self.formula):
            field.textChanged.connect(lambda _: self._changed())

    @property
    def facts(self) -> Facts:
        """What the lines say."""
        lines = (self.organisation, self.outlet, self.formula)
        return Facts(*(" ".join(line.text().split()) for line in lines))

    def _line(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        label = QLabel(name, self)
        label.setBuddy(field)
        field.setAccessibleName(name)
        if self._right:
            field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.form.addRow(label, field)
        return field

    def _propose_outlet(self) -> None:
        # ``isModified`` tells what was typed from what was proposed.
        if not self.outlet.isModified():
            name = self.facts.organisation
            self.outlet.setText(f"روابط عمومی {name}" if name else "")

    def _propose_formula(self) -> None:
        if not self.formula.isModified():
            outlet = self.facts.outlet
            self.formula.setText(f"به گزارش {outlet}" if outlet else "")


class FactsPage(QWidget):
    """The lines, and what they are good for."""

    def __init__(self, speech: Speech, facts: Facts, changed: Callable[[], None], parent: QWidget) -> None:
        """Begin with ``facts``; nothing is proposed any more once they have been said."""
        super().__init__(parent)
        self.fields = FactsFields(speech, facts, changed, self)
        if facts != Facts():
            for field in (self.fields.outlet, self.fields.formula):
                field.setModified(True)
        about = Prose(self, tone="muted")
        about.say(
            speech.tr(
                "These words count as the source of a release: the last line that names it, and the opening of its"
                " first paragraph. A release that attributes itself in other words is pointed out."
            ),
            speech,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 12, 2, 2)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addWidget(self.fields)
        layout.addStretch()
