"""What stands beside the text. Where several panels share that place, they take turns, and tabs say which there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from pr_editor.gui.settings.keymap import with_key
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pr_editor.gui.settings.keymap import KeysOf
    from pr_editor.gui.speech import Speech

_NAMES = {"findings": N_("Findings"), "changes": N_("Changes"), "comments": N_("Comments")}
_KEYS = {"findings": "to-findings", "changes": "changes", "comments": "to-comments"}
"""The command that goes to each."""


@runtime_checkable
class Panel(Protocol):
    """A panel whose list takes keys."""

    def take_focus(self) -> None:
        """Have the keys."""

    def isHidden(self) -> bool:  # noqa: N802 - Qt's name
        """Whether it does not want to be seen."""


class Side(QWidget):
    """A page for each kind of panel, which may give it a title.

    A page nothing on which wants to be seen has no tab; without any, all of it goes.

    Panels stay hidden or shown by their own will; the one in front is the one somebody went to last.
    """

    def __init__(self, speech: Speech, keys: KeysOf, parent: QWidget) -> None:
        """Pages without panels; ``keys`` are those of commands."""
        super().__init__(parent)
        self._speech, self._keys = speech, keys
        self._held: dict[str, list[QWidget]] = {name: [] for name in _NAMES}
        self._front = "findings"
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("sides")
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabs.currentChanged.connect(self._choose)
        self._stack = QStackedWidget(self)
        self._pages = {name: QWidget(self._stack) for name in _NAMES}
        for page in self._pages.values():
            _column(page)
            self._stack.addWidget(page)
        column = _column(self)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    def hold(self, name: str, panels: Sequence[QWidget]) -> None:
        """Take panels in on a page, one below the other, in place of those it has, which somebody else has taken."""
        for panel in self._held[name]:
            panel.removeEventFilter(self)
        self._held[name] = list(panels)
        column = self._pages[name].layout()
        assert column is not None
        for panel in panels:
            panel.installEventFilter(self)
            column.addWidget(panel)
        self._look()

    def bring(self, panel: QWidget) -> None:
        """Show the page a panel is on, if it is on one and wants to be seen."""
        name = self._name_of(panel)
        if name is not None and name in self._wanted():
            self._front = name
            self._look()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self.tabs.setAccessibleName(self._speech.tr("Beside the text"))
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A panel that comes is brought; when one goes, another takes its place."""
        if event.type() == QEvent.Type.ShowToParent and isinstance(watched, QWidget):
            self.bring(watched)
        elif event.type() in (QEvent.Type.HideToParent, QEvent.Type.WindowTitleChange):
            self._look()
        return super().eventFilter(watched, event)

    def _name_of(self, panel: QWidget) -> str | None:
        return next((name for name, held in self._held.items() if panel in held), None)

    def _wanted(self) -> list[str]:
        """The pages on which something wants to be seen."""
        return [name for name, held in self._held.items() if any(not panel.isHidden() for panel in held)]

    def _look(self) -> None:
        wanted = self._wanted()
        if self._front not in wanted:
            self._front = wanted[0] if wanted else "findings"
        self._turn_to(self._pages[self._front])
        with QSignalBlocker(self.tabs):
            self._fill_tabs(wanted)
        self.tabs.setVisible(len(wanted) > 1)
        self.setVisible(bool(wanted))

    def _turn_to(self, page: QWidget) -> None:
        """Show a page; whoever had the keys on the one before has them in its list."""
        before = self._stack.currentWidget()
        if before is None or page is before:
            return
        focused = QApplication.focusWidget()
        handed_on = focused is not None and before.isAncestorOf(focused)
        self._stack.setCurrentWidget(page)
        if handed_on:
            for panel in self._held[self._front]:
                if isinstance(panel, Panel) and not panel.isHidden():
                    panel.take_focus()

    def _fill_tabs(self, wanted: Sequence[str]) -> None:
        if [self.tabs.tabData(at) for at in range(self.tabs.count())] != wanted:
            while self.tabs.count():
                self.tabs.removeTab(0)
            for at, name in enumerate(wanted):
                self.tabs.addTab("")
                self.tabs.setTabData(at, name)
        for at, name in enumerate(wanted):
            given = filter(None, (panel.windowTitle() for panel in self._held[name]))
            title = next(given, self._speech.tr(_NAMES[name]))
            self.tabs.setTabText(at, title)
            self.tabs.setTabToolTip(at, self._speech.sentence(with_key(title, self._keys(_KEYS[name]))))
        if wanted:
            self.tabs.setCurrentIndex(wanted.index(self._front))

    def _choose(self, at: int) -> None:
        """A tab was clicked."""
        self._front = self.tabs.tabData(at)
        self._look()


def _column(of: QWidget) -> QVBoxLayout:
    """One below the other, edge to edge."""
    made = QVBoxLayout(of)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(0)
    return made
