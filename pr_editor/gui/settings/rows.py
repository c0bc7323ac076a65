"""One setting in the window: its name, a control, and a plain sentence about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pr_editor.app.config import Settings
from pr_editor.gui.panels.prose import Prose
from pr_editor.gui.theme import scale, scaled
from pr_editor.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.gui.speech import Speech

_FIELD = 270
"""Width (pixels) of a list of choices."""
_WIDEST = 520
_BELOW = 1.5
"""From this scale on there is no room for it beside its name."""


class SettingRow(QWidget):
    """A setting by the name of its field in ``Settings``."""

    chosen = Signal(str, object)
    """Field and value."""

    def __init__(self, field: str, title: str, about: str, speech: Speech, parent: QWidget) -> None:
        """``about`` says in a sentence what it is good for."""
        super().__init__(parent)
        self.field, self.title = field, title
        self._about = about
        self.about = Prose(self, "muted")
        self.about.say(about, speech)

    @property
    def default(self) -> Any:
        """What a newcomer has."""
        return getattr(Settings(), self.field)

    def matches(self, words: str) -> bool:
        """Whether all of ``words`` stand in what is said about it."""
        said = fold(f"{self.title} {self._about}")
        return all(word in said for word in fold(words).split())

    def show_value(self, value: Any) -> None:
        """Show what holds, without choosing it."""
        raise NotImplementedError


class Choice(SettingRow):
    """One of several values."""

    def __init__(
        self,
        field: str,
        title: str,
        about: str,
        options: Iterable[tuple[Any, str]],
        speech: Speech,
        parent: QWidget,
    ) -> None:
        """``options`` are values with their names."""
        super().__init__(field, title, about, speech, parent)
        self.box = QComboBox(self)
        self.box.setAccessibleName(title)
        self.box.setAccessibleDescription(about)
        self.box.setMinimumWidth(min(scaled(_FIELD), _WIDEST))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, name in options:
            self.box.addItem(name, value)
        self.box.activated.connect(lambda at: self.chosen.emit(field, self.box.itemData(at)))
        label = QLabel(title, self)
        label.setBuddy(self.box)
        label.setWordWrap(True)
        beside = scale() < _BELOW
        line: QBoxLayout = QHBoxLayout() if beside else QVBoxLayout()
        line.addWidget(label, 1 if beside else 0)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag.AlignLeading)
        _stack(self, line)

    def show_value(self, value: Any) -> None:
        """Show the option that holds; one that is not offered is added."""
        with QSignalBlocker(self.box):
            at = self.box.findData(value)
            if at < 0:
                self.box.addItem(str(value), value)
                at = self.box.count() - 1
            self.box.setCurrentIndex(at)


class Switch(SettingRow):
    """On or off."""

    def __init__(self, field: str, title: str, about: str, speech: Speech, parent: QWidget) -> None:
        """Off at first."""
        super().__init__(field, title, about, speech, parent)
        self.box = QCheckBox(title, self)
        self.box.setAccessibleDescription(about)
        self.box.toggled.connect(lambda on: self.chosen.emit(field, on))
        line = QHBoxLayout()
        line.addWidget(self.box)
        line.addStretch()
        _stack(self, line)

    def show_value(self, value: Any) -> None:
        """Show whether it is on."""
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))


def _stack(row: SettingRow, line: QBoxLayout) -> None:
    layout = QVBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, scaled(10))
    layout.setSpacing(scaled(4))
    layout.addLayout(line)
    layout.addWidget(row.about)
