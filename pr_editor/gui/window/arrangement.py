"""Where the parts of the window stand, and how much room each may take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from pr_editor.gui.panels.side import Side
from pr_editor.gui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pr_editor.gui.changes.panel import ChangesPanel
    from pr_editor.gui.comments.panel import CommentsPanel
    from pr_editor.gui.window.mainwindow import MainWindow

_SIDES = (230, 800, 330)
"""Widths of drafts, text and findings at first, in pixels."""
_WIDEST = (240, 420)
"""Pixels beyond which drafts and findings leave the room to the text, however large everything is."""
_TEXT = 360, 96
"""Pixels the text has at least, in width and height."""
_LOW = 600
"""Pixels of the ordinary size below which a window is too low for anything above or below the text."""
_ROOM = 390
"""Pixels of the ordinary size for menus, bar, status line and six lines of the text."""
_COMMENTS, _CHANGES, _REASONS, _FINDING, _REPLACING = 190, 240, 130, 46, 84
"""What else needs room (pixels of the ordinary size) where it stands above or below the text."""


class Arrangement(QObject):
    """The bar above, the status line below, and between them drafts, text and findings side by side.

    Changes, comments and what is sought stand above and below the text. In a low window there is no room for them:
    changes and comments take turns with the findings, what is sought with the bar, and with the status line notices and
    what is said of a comparison.
    """

    def __init__(self, window: MainWindow) -> None:
        """Put the parts of ``window`` in place."""
        super().__init__(window)
        self._window = window
        self._low = self._moving = False
        self.side = Side(window.speech, window.keys_of, window)
        self.side.hold("findings", (window.findings_panel,))
        self._middle = QWidget(window)
        self._middle.setMinimumWidth(_TEXT[0])
        window.desk.setMinimumHeight(_TEXT[1])
        self._sides = QSplitter(Qt.Orientation.Horizontal, window)
        for part in (window.drafts_panel, self._middle, self.side):
            self._sides.addWidget(part)
        self._sides.setChildrenCollapsible(False)
        self._sides.setStretchFactor(1, 1)
        self._sides.setSizes(_SIDES)
        self._sides.setHandleWidth(1)
        self._whole = QWidget(window)
        for part in (self._middle, self._whole):
            _make_rows(part)
        self._widen()
        self._stand()
        window.setCentralWidget(self._whole)
        self._follow()

    def refit(self) -> None:
        """Everything has another size."""
        self._widen()
        self._look(resized=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The window has another size, or something that takes turns has come or gone."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._look(resized=True)
        elif event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent) and not self._moving:
            self._look()
            self._take_turns()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        window, lists = self._window, self._lists
        for part in (window, *lists, window.approval.reasons, window.seeking.bar, window.notices, window.progress):
            part.installEventFilter(self)
        window.seeking.bar.grown.connect(self._look, Qt.ConnectionType.QueuedConnection)
        window.comparing.changed.connect(self._take_turns)
        for panel in (window.findings_panel, *lists):
            panel.called.connect(lambda panel=panel: self.side.bring(panel))

    def _widen(self) -> None:
        """Give the panels the least width their words need at the size they now have."""
        self._window.drafts_panel.setMinimumWidth(min(scaled(170), _WIDEST[0]))
        self.side.setMinimumWidth(min(scaled(260), _WIDEST[1]))

    def _needed(self) -> int:
        """Pixels of the ordinary size that the window needs for what is open above and below the text."""
        (comments, changes), seeking = self._lists, self._window.seeking.bar
        parts = (
            (comments, _COMMENTS),
            (changes, _CHANGES),
            (self._window.approval.reasons, _REASONS),
            (seeking, _REPLACING if seeking.replacing else _FINDING),
        )
        return _ROOM + sum(height for part, height in parts if not part.isHidden())

    @property
    def _lists(self) -> tuple[CommentsPanel, ChangesPanel]:
        return self._window.approval.comments.panel, self._window.changes.panel

    def _look(self, *, resized: bool = False) -> None:
        """Let parts take turns where there is too little room; a list is not moved again when something else goes."""
        low = self._window.height() < scaled(max(_LOW, self._needed()))
        stays = self._low and not resized and not all(panel.isHidden() for panel in self._lists)
        if low is not self._low and not stays:
            self._low, self._moving = low, True
            self._stand()
            self._moving = False

    def _stand(self) -> None:
        """Put everything where it belongs in a window of this height; who has the keys keeps them."""
        window, low, focused = self._window, self._low, QApplication.focusWidget()
        (comments, changes), seeking = self._lists, window.seeking.bar
        above, told = (window.approval.reasons, comments), (window.progress, window.notices)
        shown = [part for part in (*above, changes, seeking, *told) if not part.isHidden()]
        self.side.hold("changes", (changes,) if low else ())
        self.side.hold("comments", above if low else ())
        _fill(self._middle, (window.desk,) if low else (*above, window.desk, changes, seeking, *told))
        sought, below = ((seeking,), told) if low else ((), ())
        _fill(self._whole, (window.bar, *sought, self._sides, *below, window.status))
        _rows(self._middle).setStretchFactor(window.desk, 1)
        _rows(self._whole).setStretchFactor(self._sides, 1)
        for panel in (comments, changes, seeking, window.comparing.page):
            panel.fold(folded=low)
        # Qt shows what has moved to another place only later, and then without asking.
        for part in shown:
            part.show()
        self._take_turns()
        if focused is not None and window.isAncestorOf(focused):
            holding = (part for part in (comments, changes) if part.isAncestorOf(focused))
            self.side.bring(next(holding, window.findings_panel))
            focused.setFocus()

    def _take_turns(self) -> None:
        """In a low window one of two shows."""
        window = self._window
        window.bar.setVisible(not self._low or window.seeking.bar.isHidden())
        below = not (window.notices.isHidden() and window.progress.isHidden()) or window.comparing.shown
        window.status.setVisible(not (self._low and below))


def _fill(column: QWidget, parts: Iterable[QWidget]) -> None:
    """Set parts one below the other, in this order."""
    for part in parts:
        _rows(column).addWidget(part)


def _rows(of: QWidget) -> QVBoxLayout:
    layout = of.layout()
    assert isinstance(layout, QVBoxLayout)
    return layout


def _make_rows(of: QWidget) -> None:
    """Let parts stand edge to edge."""
    rows = QVBoxLayout(of)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
