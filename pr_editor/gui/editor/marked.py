"""A page with what was found marked in it: marks are painted near what is seen, but for the word being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, Signal

from pr_editor.gui.editor.page import DraftPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from pr_editor.app.i18n import Translator
    from pr_editor.checks.model import Finding
    from pr_editor.gui.editor.marks import Mark
    from pr_editor.gui.icons import Icons
    from pr_editor.text.draft import Paragraph


class MarkedPage(DraftPage):
    """Shows findings as marks, one of them stressed."""

    sight_changed = Signal()
    """Another part of the text is in sight, or what is in sight is marked otherwise."""

    def __init__(self, tr: Translator, icons: Icons, points: float, parent: QWidget | None = None) -> None:
        """Make an empty page in the theme of ``icons``, with body text ``points`` high."""
        super().__init__(tr, icons, points, parent)
        self._current: str | None = None
        self._veiled: set[Mark] = set()
        self._painted = range(0)
        """The numbers of the blocks whose marks Qt was given to paint."""
        self._typing = False
        self._caret_revision = 0
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._follow_view())
        self.cursorPositionChanged.connect(self._unveil)

    def load_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these paragraphs instead of what was here, with nothing marked."""
        self._veiled = set()
        self._painted = range(0)
        self._current = None
        self._typing = False
        super().load_paragraphs(paragraphs)
        self._caret_revision = self.revision

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark these findings and no others. They speak of the text as it stands now."""
        changed = self._markings.show(findings)
        if self._set_veil() or changed:
            self._paint_marks()

    def set_current(self, fingerprint: str | None, reveal: bool = True) -> None:
        """Stress one finding, and bring it to where it can be seen, with the caret at it."""
        if fingerprint != self._current:
            if before := self._markings.find(self._current):
                before.selection = None
            self._current = fingerprint
            self._paint_marks()
        mark = self._markings.find(fingerprint) if reveal else None
        if mark is not None:
            self._reveal(mark)

    def finding_at(self, position: int) -> Finding | None:
        """The finding at a document position: the one in hand, else that of the fewest words, else what is missing."""
        key = self.key_of(self.document().findBlock(position))
        marks = self._markings.at(position) or self._markings.flags(key)
        in_hand = (mark.finding for mark in marks if mark.fingerprint == self._current)
        return next(in_hand, marks[0].finding if marks else None)

    def _after_change(self) -> None:
        if self._dirty:
            self._typing = self._keyed
            if self._set_veil() or self._marks_dropped:
                self._marks_dropped = False
                self._paint_marks()
            self._follow_view()
        super()._after_change()

    def _unveil(self) -> None:
        """Who goes elsewhere by hand has typed the word."""
        moved_by_hand = self._caret_revision == self.revision
        self._caret_revision = self.revision
        position = self.textCursor().position()
        if moved_by_hand and self._typing and not any(mark.touches(position) for mark in self._veiled):
            self._typing = False
            if self._set_veil():
                self._paint_marks()

    def _set_veil(self) -> bool:
        """Leave the word that is being typed unmarked; whether that changes what is painted."""
        at_caret = self._markings.at(self.textCursor().position()) if self._typing else []
        veiled = {mark for mark in at_caret if mark.finding.rule.family == "SPL"}
        changed = veiled != self._veiled
        self._veiled = veiled
        return changed

    def _paint_marks(self) -> None:
        height = self.viewport().height()
        self._painted = self._blocks_between(-height, 2 * height)
        keys = self._lines.keys(self._painted.start, len(self._painted))
        self.setExtraSelections(self._markings.selections(keys, self._icons.theme, self._current, self._veiled))
        self.viewport().update()
        self.sight_changed.emit()

    def _follow_view(self) -> None:
        """Another part of the text is in sight: its marks are painted."""
        sight = self._blocks_between(0, self.viewport().height())
        if sight.start < self._painted.start or sight.stop > self._painted.stop:
            self._paint_marks()
        else:
            self.sight_changed.emit()

    def _blocks_between(self, top: int, bottom: int) -> range:
        """The numbers of the blocks between two heights of the viewport (pixels)."""
        layout, scrolled = self.document().documentLayout(), self.verticalScrollBar().value()
        first, last = (
            self.document().findBlock(layout.hitTest(QPointF(0, y + scrolled), Qt.HitTestAccuracy.FuzzyHit))
            for y in (top, bottom)
        )
        return range(max(0, first.blockNumber()), last.blockNumber() + 1)

    def _mark_at(self, place: QPoint) -> Mark | None:
        """The mark with the fewest words under a place of the viewport; none beside the text."""
        bars = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        position = self.document().documentLayout().hitTest(QPointF(place) + bars, Qt.HitTestAccuracy.ExactHit)
        marks = self._markings.at(position) if position >= 0 else []
        return marks[0] if marks else None

    def _reveal(self, mark: Mark) -> None:
        cursor = self.textCursor()
        if not mark.touches(cursor.position()):
            cursor.setPosition(mark.cursor.selectionStart() if mark.whole else mark.cursor.selectionEnd())
            self.setTextCursor(cursor)
        self._bring_into_view()
