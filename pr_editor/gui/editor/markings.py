"""All marks of a draft: set from findings, kept in step with the text, asked for by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from pr_editor.gui.editor.marks import Mark, Shape
from pr_editor.gui.editor.places import carry, position_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QTextEdit

    from pr_editor.checks.model import Finding
    from pr_editor.gui.editor.lines import Lines
    from pr_editor.gui.theme import Theme
    from pr_editor.text.span import Span

type _Signature = tuple[str, tuple[tuple[str, int, int], ...]]


class Markings:
    """The marks of one document, by the key of the paragraph they stand in."""

    def __init__(self, document: QTextDocument, lines: Lines) -> None:
        """Mark ``document``, whose blocks ``lines`` keeps the keys of."""
        self._document = document
        self._lines = lines
        self._marks: dict[int, list[Mark]] = {}
        self._shown: dict[int, _Signature] = {}
        self._checked: dict[int, str] = {}

    def __iter__(self) -> Iterator[Mark]:
        """Every mark, in no particular order."""
        return (mark for marks in self._marks.values() for mark in marks)

    def clear(self) -> None:
        """Forget all marks and what was checked."""
        self._marks.clear()
        self._shown.clear()
        self._checked.clear()

    def show(self, findings: Iterable[Finding]) -> bool:
        """Mark these findings and no others; whether that changes anything.

        Paragraphs whose words and findings are those of last time keep their marks. A finding whose words are not in
        the text any more gets none.
        """
        by_key: dict[int, list[Finding]] = {}
        for finding in findings:
            by_key.setdefault(finding.span.key, []).append(finding)
        gone = self._marks.keys() - by_key.keys()
        changed = bool(gone)
        for key in gone:
            del self._marks[key]
        for index, (key, line) in enumerate(self._lines.items()):
            paragraph = by_key.get(key, [])
            signature = line, tuple((f.fingerprint, f.span.start, f.span.end) for f in paragraph)
            if self._shown.get(key) != signature:
                self._shown[key] = signature
                changed |= self._mark(index, key, line, paragraph)
        for key in self._shown.keys() - dict(self._lines.items()).keys():
            del self._shown[key]
            self._checked.pop(key, None)
        return changed

    def _mark(self, index: int, key: int, line: str, findings: Sequence[Finding]) -> bool:
        before = self._marks.pop(key, [])
        text = line.strip()
        if key not in self._checked or all(finding.span.of(text) == finding.text for finding in findings):
            self._checked[key] = text
        block = self._document.findBlockByNumber(index)
        marks = []
        for finding in findings:
            span = self.where(finding.span)
            if span is not None and span.of(text) == finding.text:
                cursor = QTextCursor(self._document)
                cursor.setPosition(position_of(block, line, span.start))
                cursor.setPosition(position_of(block, line, span.end), QTextCursor.MoveMode.KeepAnchor)
                marks.append(Mark.of(finding, cursor, line))
        if marks:
            self._marks[key] = marks
        return bool(before or marks)

    def where(self, span: Span) -> Span | None:
        """Where the words that ``span`` covered when they were checked stand now; None when they are not the same."""
        line = self._lines.text_of(span.key)
        if line is None:
            return None
        now = line.strip()
        return carry(span, self._checked.get(span.key, now), now)

    def text_now(self, finding: Finding) -> str:
        """The words now under a finding; empty when they are gone."""
        mark = self.find(finding.fingerprint)
        if mark is not None and mark.finding.span == finding.span:
            return mark.cursor.selectedText()
        span = self.where(finding.span)
        line = self._lines.text_of(finding.span.key)
        return "" if span is None or line is None else span.of(line.strip())

    def changed(self, keys: Collection[int]) -> bool:
        """The paragraphs with these keys were edited: drop marks whose words went; whether any did."""
        dropped = False
        for key in keys:
            self._shown.pop(key, None)
            for mark in self._marks.pop(key, ()):
                home = self._home(mark, key)
                if home is None:
                    dropped = True
                else:
                    self._marks.setdefault(home, []).append(mark)
        return dropped

    def _home(self, mark: Mark, key: int) -> int | None:
        """The key of the paragraph a mark of paragraph ``key`` stands in after an edit, if it lives."""
        if mark.shape is Shape.FLAG:
            return key if self._lines.text_of(key) is not None else None
        if not mark.alive:
            return None
        return self._lines.key_at(self._document.findBlock(mark.cursor.selectionStart()).blockNumber())

    def find(self, fingerprint: str | None) -> Mark | None:
        """The mark of a finding, if it is in the text."""
        return next((mark for mark in self if mark.fingerprint == fingerprint), None)

    def at(self, position: int) -> list[Mark]:
        """The marks that touch a document position, the shortest first; flags are not among them."""
        block = self._document.findBlock(position)
        marks = self._marks.get(self._lines.key_at(block.blockNumber()), ()) if block.isValid() else ()
        touching = [mark for mark in marks if mark.shape is not Shape.FLAG and mark.touches(position)]
        return sorted(touching, key=lambda mark: len(mark.finding.text))

    def flags(self, key: int) -> list[Mark]:
        """What is missing at the paragraph ``key``, the heaviest first."""
        marks = (mark for mark in self._marks.get(key, ()) if mark.shape is Shape.FLAG)
        return sorted(marks, key=lambda mark: -mark.finding.severity)

    def repeated(self, key: int) -> Mark | None:
        """The mark that says the whole paragraph ``key`` is repeated text."""
        return next((mark for mark in self._marks.get(key, ()) if mark.shape is Shape.GROUND and mark.whole), None)

    def selections(self, theme: Theme, current: str | None, veiled: Collection[Mark]) -> list[QTextEdit.ExtraSelection]:
        """What Qt paints: all marks but the veiled, the current one last so that its ground lies on top."""
        chosen: list[QTextEdit.ExtraSelection] = []
        last: list[QTextEdit.ExtraSelection] = []
        for mark in self:
            is_current = mark.fingerprint == current
            if mark.selection is None or is_current:
                mark.style(theme, current=is_current)
            if mark.selection is not None and mark not in veiled:
                (last if is_current else chosen).append(mark.selection)
        return chosen + last

    def restyle(self) -> None:
        """Forget the painted forms, as when the theme has changed."""
        for mark in self:
            mark.selection = None
