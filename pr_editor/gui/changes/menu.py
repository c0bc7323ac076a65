"""All there is to do about the list of changes, as a menu: for those who have its keys, and where it has no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QComboBox, QPushButton, QToolButton, QWidget

    from pr_editor.gui.speech import Speech


class ListMenu(QMenu):
    """Offers what buttons and fields do, as they are when it opens."""

    def __init__(
        self,
        buttons: Sequence[tuple[QPushButton, str]],
        rules: QComboBox,
        dismiss: QToolButton,
        speech: Speech,
        parent: QWidget,
    ) -> None:
        """Stand for ``buttons`` with the keys of each in the list, the choice among ``rules``, and ``dismiss``."""
        super().__init__(parent)
        self._buttons, self._rules, self._dismiss, self._speech = buttons, rules, dismiss, speech
        self._choices = QMenu(self)
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for button, key in self._buttons:
            action = self.addAction(button.text())
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setEnabled(button.isEnabled())
            action.triggered.connect(lambda _=False, button=button: button.click())
        self.addSeparator()
        self._offer_rules()
        self.addSeparator()
        self.addAction(self._dismiss.accessibleName()).triggered.connect(lambda: self._dismiss.click())

    def _offer_rules(self) -> None:
        menu, rules = self._choices, self._rules
        menu.clear()
        menu.setTitle(self._speech.tr("Only one rule"))
        self.addMenu(menu)
        for at in range(rules.count()):
            action = menu.addAction(rules.itemText(at).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(at == rules.currentIndex())
            action.triggered.connect(lambda _=False, at=at: rules.setCurrentIndex(at))
