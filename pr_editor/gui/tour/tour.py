"""Four steps through the window at the first start; afterwards only when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from pr_editor.gui.tour.callout import Callout, Outline
from pr_editor.gui.window.actions import COMMANDS
from pr_editor.text.message import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.window.mainwindow import MainWindow

STEPS = (
    (
        N_("Begin with a release"),
        N_("Open a Word or text file, drop it anywhere in the window, or paste a text. The file is never changed."),
    ),
    (
        N_("What is found"),
        N_(
            "Findings are listed here by kind, the heaviest first. Number keys choose a candidate,"
            " Enter takes the first one, and {next} goes to the next."
        ),
    ),
    (
        N_("You decide"),
        N_(
            "Fix everything that is sure at once, leave a finding as it is, or ask why."
            " Each decision is one step back with {undo}."
        ),
    ),
    (
        N_("Hand it in"),
        N_(
            "When nothing is open any more, submit the release. A second person approves it in the library,"
            " and later releases are held against it."
        ),
    ),
)


class Tour(QObject):
    """Leads through the window; everything in it can be used meanwhile."""

    def __init__(self, window: MainWindow) -> None:
        """Nothing is shown yet."""
        super().__init__(window)
        self._window = window
        self._at = 0
        self._before: QWidget | None = None
        self.callout: Callout | None = None
        self._outline: Outline | None = None
        window.look.language_changed.connect(self.end)
        window.look.resized.connect(self.end)

    def offer(self) -> None:
        """Begin by itself, once; after the question that stands before the window, if there is one."""
        if self._window.look.settings.tour_seen:
            return
        before = QApplication.activeModalWidget() or self._window.findChild(QDialog, "first-run")
        if isinstance(before, QDialog) and before.isVisible():
            before.finished.connect(lambda _: self.begin())
        else:
            self.begin()

    def begin(self) -> None:
        """Show the first step."""
        self.end()
        window = self._window
        window.look.keep(tour_seen=True)
        self._before = QApplication.focusWidget()
        self._outline = Outline(window)
        self.callout = Callout(window.speech, window)
        self.callout.onwards.connect(lambda: self._go(self._at + 1))
        self.callout.back.connect(lambda: self._go(self._at - 1))
        self.callout.left.connect(self.end)
        window.installEventFilter(self)
        self._go(0)

    def end(self) -> None:
        """Leave the tour; the focus goes back to where it was."""
        if self.callout is None or self._outline is None:
            return
        self._window.removeEventFilter(self)
        for part in (self.callout, self._outline):
            part.hide()
            part.deleteLater()
        self.callout = self._outline = None
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def retranslate(self) -> None:
        """Name other keys; in another language the tour is over."""
        if self.callout is not None:
            self._say(self.callout)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay beside the part when the window is resized."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _go(self, at: int) -> None:
        if self.callout is None or not 0 <= at < len(STEPS):
            self.end()
            return
        self._at = at
        self._say(self.callout)
        self.callout.show()
        self._place()
        self.callout.next.setFocus()

    def _say(self, callout: Callout) -> None:
        tr, (title, text) = self._window.speech.tr, STEPS[self._at]
        keys = {name: self._key(name) for name in ("next", "undo")}
        callout.say(tr(title), tr(text, **keys), self._at + 1, len(STEPS))

    def _key(self, name: str) -> str:
        """The first key of a command; its name in the menu where the user has left it without one."""
        if keys := self._window.keys_of(name):
            return f"\u2066{keys[0]}\u2069"
        tr = self._window.speech.tr
        text = next(command.text for command in COMMANDS if command.id == name)
        return tr("“{command}” in the menus", command=tr(text))

    def _place(self) -> None:
        if self.callout is None or self._outline is None:
            return
        part = self._part()
        around = QRect(part.mapTo(self._window, QPoint(0, 0)), part.size())
        self._outline.setGeometry(around.adjusted(-2, -2, 2, 2) & self._window.rect())
        self._outline.show()
        self._outline.raise_()
        self.callout.stand_by(around)

    def _part(self) -> QWidget:
        """The part of the window that the step is about."""
        window = self._window
        parts: tuple[Callable[[], QWidget], ...] = (
            lambda: window.welcome.begin if window.welcome.isVisible() else window.bar,
            lambda: window.findings_panel,
            lambda: window.findings_panel.card if window.findings_panel.card.isVisible() else window.bar,
            lambda: window.bar.primary,
        )
        part = parts[self._at]()
        return part if part.isVisible() else window.bar
