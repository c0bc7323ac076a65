"""Going through repeated text of a draft, pair by pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from pr_editor.app.repeats import Pair
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.look import Look
    from pr_editor.gui.reuse.side_by_side import SideBySide
    from pr_editor.gui.review.fixing import Fixing
    from pr_editor.gui.review.reviewing import Reviewing
    from pr_editor.gui.speech import Speech


class Pairs(QObject):
    """Opens pairs of places side by side and passes decisions about them on."""

    def __init__(
        self,
        window: QWidget,
        drafts: Drafts,
        reviewing: Reviewing,
        fixing: Fixing,
        look: Look,
        speech: Speech,
        undo: Callable[[], None],
    ) -> None:
        """Nothing is open. ``undo`` takes back what was done last in the window."""
        super().__init__(window)
        self._window = window
        self._drafts = drafts
        self._reviewing = reviewing
        self._fixing = fixing
        self._look = look
        self._speech = speech
        self._undo = undo
        self._pair: Pair | None = None
        self._at = 0
        self._decided = False
        self.view: SideBySide | None = None
        """What is open."""
        reviewing.changed.connect(self._refresh)
        reviewing.counted.connect(self._refresh)  # the check is complete

    def open(self) -> None:
        """Show the finding in hand beside the other place it is about."""
        from pr_editor.gui.reuse.side_by_side import SideBySide

        finding, icons, there = self._reviewing.current, self._look.icons, self._pairs()
        mine = next((pair for pair in there if finding and pair.finding.fingerprint == finding.fingerprint), None)
        if mine is None or icons is None or self.view is not None:
            return
        self.view = SideBySide(self._window, self._speech, icons)
        self.view.candidate.connect(self._fix)
        self.view.left.connect(self._leave)
        self.view.stepped.connect(self._step)
        self.view.undone.connect(self._undo)
        self.view.finished.connect(self._closed)
        self._show(there, there.index(mine))
        self.view.open()

    def _pairs(self) -> tuple[Pair, ...]:
        from pr_editor.app.repeats import pairs

        draft = self._drafts.current
        return pairs(self._reviewing.open, draft.draft()) if draft is not None else ()

    def _show(self, there: tuple[Pair, ...], at: int) -> None:
        from pr_editor.gui.reuse.side_by_side import Content

        assert self.view is not None
        self._at, self._pair = at, there[at]
        self._decided = False
        self.view.show_content(Content(there[at], at + 1, len(there), self._fixing.candidates(there[at].finding)))

    def _step(self, by: int) -> None:
        there = self._pairs()
        if there and not self._decided:
            self._show(there, (self._at + by) % len(there))

    def _fix(self, number: int) -> None:
        if self._hold():
            self._fixing.fix_with(number)

    def _leave(self) -> None:
        if self._hold():
            self._reviewing.leave_here()

    def _hold(self) -> bool:
        """Take the finding of the pair in hand, to decide about it and no other."""
        if self._pair is None or self.view is None or self._decided:
            return False
        self._reviewing.take(self._pair.finding.fingerprint, reveal=False)
        held = self._reviewing.current
        self._decided = held is not None and held.fingerprint == self._pair.finding.fingerprint
        if self._decided:
            self.view.wait()
        return self._decided

    def _refresh(self) -> None:
        """The findings are others than before: stay with the pair, else show the one in its place, if there is any."""
        draft = self._drafts.current
        if self.view is None or self._pair is None or draft is None:
            return
        if not draft.review.checked or draft.review.texts != draft.texts():
            return
        there = self._pairs()
        names = [pair.name for pair in there]
        if self._pair.name in names:
            self._show(there, names.index(self._pair.name))
        elif there:
            self._show(there, min(self._at, len(there) - 1))
        else:
            self.view.accept()

    def _closed(self) -> None:
        self.view = self._pair = None
        draft = self._drafts.current
        if draft is not None and draft.editor is not None:
            draft.editor.setFocus()
