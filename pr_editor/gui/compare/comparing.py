"""Shows the draft in front against the same as it was received, and goes back as if nothing had happened."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QTextCursor

from pr_editor.app.comparison import Comparison, compare_with_received
from pr_editor.gui.background import Background
from pr_editor.gui.compare.page import ComparePage

if TYPE_CHECKING:
    from pr_editor.app.changes import Change
    from pr_editor.gui.changes.ledger import Ledger
    from pr_editor.gui.drafts.desk import Desk
    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.editor import DraftEditor
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.look import Look
    from pr_editor.gui.settings.keymap import KeysOf
    from pr_editor.gui.speech import Speech
    from pr_editor.text.draft import Draft


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came of a comparison that was asked for as the ``number``-th."""

    number: int
    now: Draft
    comparison: Comparison


class Comparing(QObject):
    """Texts are compared in a thread of their own, so that the window never waits."""

    changed = Signal()
    """The comparison has come or gone."""

    def __init__(
        self, drafts: Drafts, ledger: Ledger, desk: Desk, look: Look, speech: Speech, keys: KeysOf, parent: QObject
    ) -> None:
        """Show comparisons on the desk; ``keys`` are those of commands."""
        super().__init__(parent)
        self._drafts, self._desk, self._look = drafts, desk, look
        self.page = ComparePage(speech, keys, desk)
        self.page.left.connect(self.leave)
        self.page.go_wanted.connect(self._go_to)
        desk.addWidget(self.page)
        self._background = Background("compare", self)
        self._icons: Icons | None = None
        self._number = 0
        self._wanted = False
        self._answer: _Answer | None = None
        drafts.shown.connect(lambda _: self.leave())
        ledger.changed.connect(self._edited)
        # After the draft, whose font it takes.
        look.changed.connect(self._dress, Qt.ConnectionType.QueuedConnection)

    @property
    def on(self) -> bool:
        """Whether a comparison is shown, or about to be."""
        return self._wanted

    @property
    def shown(self) -> bool:
        """Whether a comparison stands in place of the draft."""
        return self._wanted and self._answer is not None

    def toggle(self) -> None:
        """Compare the draft in front, or go back to it."""
        if self._wanted:
            self.leave()
        elif self._drafts.current is not None and self._drafts.current.editor is not None:
            self._wanted, self._answer = True, None
            self._ask(self._drafts.current)
            self.changed.emit()

    def leave(self) -> None:
        """Back to the draft; its caret and what it showed are as they were."""
        if not self._wanted:
            return
        self._wanted = False
        draft = self._drafts.current
        if draft is not None and draft.editor is not None and self._desk.currentWidget() is self.page:
            self._desk.setCurrentWidget(draft.editor)
            draft.editor.setFocus()
        self.changed.emit()

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self._icons = icons
        self._dress()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self.page.retranslate()

    def finish(self) -> None:
        """The window is closing."""
        self._wanted = False
        self._background.finish()

    def _ask(self, draft: OpenDraft) -> None:
        self._number += 1
        job = partial(_compare, self._number, draft.session.received, draft.draft(), draft.session.changes)
        self._background.run(job, self._show)

    def _show(self, answer: _Answer) -> None:
        draft = self._drafts.current
        if not self._wanted or answer.number != self._number or draft is None or draft.editor is None:
            return
        fresh, self._answer = self._answer is None, answer
        start = None
        if fresh:
            self._dress()
            start = _first_in_sight(draft.editor, answer.now)
            self._desk.setCurrentWidget(self.page)
            self.page.setFocus()
        kinds = {at: paragraph.kind for at, paragraph in enumerate(answer.now.paragraphs)}
        current = min(self.page.text.current, len(answer.comparison.differences) - 1)
        self.page.show_comparison(answer.comparison, kinds, start, -1 if fresh else current)
        if fresh:
            self.changed.emit()

    def _edited(self, draft: OpenDraft) -> None:
        if self._wanted and draft is self._drafts.current:
            self._ask(draft)

    def _go_to(self, number: int) -> None:
        """Leave for the place of a difference in the draft."""
        draft, answer = self._drafts.current, self._answer
        if draft is None or draft.editor is None or answer is None:
            return
        difference = answer.comparison.differences[number]
        passage = answer.comparison.passages[difference.passage]
        self.leave()
        if passage.new is not None:
            key = answer.now.paragraphs[passage.new].key
            draft.editor.move_caret(key, passage.changes[difference.change].b_start)

    def _dress(self) -> None:
        draft = self._drafts.current
        if self._icons is not None and draft is not None and draft.editor is not None:
            editor = draft.editor
            self.page.dress(self._icons, editor.font(), self._look.settings.text_size, editor.margin_width)


def _compare(number: int, received: Draft, now: Draft, changes: tuple[Change, ...]) -> _Answer:
    return _Answer(number, now, compare_with_received(received, now, changes))


def _first_in_sight(editor: DraftEditor, draft: Draft) -> tuple[int, int] | None:
    """The paragraph of the draft at the top of the editor, and how far from there (pixels) it begins."""
    index, block = draft.index(), editor.cursorForPosition(QPoint(0, 0)).block()
    while block.isValid():
        if (at := index.get(editor.key_of(block))) is not None:
            return at, editor.cursorRect(QTextCursor(block)).top()
        block = block.next()
    return None
