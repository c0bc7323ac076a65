"""All marks of a draft: set from findings, kept in step with the text, asked for by place."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
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

type _Signature = tuple[str, Sequence[Finding]]

_KEY = attrgetter("span.key")


class Markings:
    """The marks of one document, by the key of the paragraph they stand in.

    A mark is made when its paragraph is first looked at: a long draft has thousands that nobody ever sees.
    """

    def __init__(self, document: QTextDocument, lines: Lines) -> None:
        """Mark ``document``, whose blocks ``lines`` keeps the keys of."""
        self._document = document
        self._lines = lines
        self._marks: dict[int, list[Mark]] = {}
        self._unmade: dict[int, Sequence[Finding]] = {}
        self._places: dict[str, int] = {}
        """The key of the paragraph each finding was shown in, by fingerprint."""
        self._shown: dict[int, _Signature] = {}
        self._checked: dict[int, str] = {}

    def __iter__(self) -> Iterator[Mark]:
        """Every mark made so far, in no particular order."""
        return (mark for marks in self._marks.values() for mark in marks)

    def clear(self) -> None:
        """Forget all marks and what was checked."""
        for part in (self._marks, self._unmade, self._places, self._shown, self._checked):
            part.clear()

    def show(self, findings: Iterable[Finding]) -> bool:
        """Mark these findings and no others; whether that changes anything.

        Paragraphs whose words and findings are those of last time keep their marks. A finding whose words are not in
        the text any more gets none.
        """
        by_key: dict[int, list[Finding]] = {}
        for key, together in groupby(findings, _KEY):
            by_key.setdefault(key, []).extend(together)
        gone = (self._marks.keys() | self._unmade.keys()) - by_key.keys()
        changed = bool(gone)
        for key in gone:
            self._drop(key)
        there = dict(self._lines.items())
        for key, line in there.items():
            paragraph = by_key.get(key, [])
            signature = line, paragraph
            if self._shown.get(key) != signature:
                self._shown[key] = signature
                changed |= self._take(key, line, paragraph)
        for key in self._shown.keys() - there.keys():
            del self._shown[key]
            self._checked.pop(key, None)
        return changed

    def _take(self, key: int, line: str, findings: Sequence[Finding]) -> bool:
        """Have these findings marked in a paragraph when it is looked at; whether that changes anything."""
        before = self._drop(key)
        text = line.strip()
        checked = self._checked.get(key)
        if checked != text and (checked is None or all(one.span.of(text) == one.text for one in findings)):
            self._checked[key] = text
        if findings:
            self._unmade[key] = findings
            self._places |= {finding.fingerprint: key for finding in findings}
        return before or bool(findings)

    def _drop(self, key: int) -> bool:
        """Take away what is marked in a paragraph; whether there was anything."""
        unmade, marks = self._unmade.pop(key, ()), self._marks.pop(key, ())
        for fingerprint in (*(one.fingerprint for one in unmade), *(mark.fingerprint for mark in marks)):
            self._places.pop(fingerprint, None)
        return bool(unmade or marks)

    def _in(self, key: int) -> list[Mark]:
        """The marks of a paragraph."""
        if key in self._unmade:
            made = [*self._marks.get(key, ()), *self._make(key, self._unmade.pop(key))]
            if made:
                self._marks[key] = made
        return self._marks.get(key, [])

    def _make(self, key: int, findings: Sequence[Finding]) -> Iterator[Mark]:
        line, index = self._lines.text_of(key), self._lines.index_of(key)
        if line is None or index is None:
            return
        block = self._document.findBlockByNumber(index)
        text = line.strip()
        for finding in findings:
            span = self.where(finding.span)
            if span is not None and span.of(text) == finding.text:
                cursor = QTextCursor(self._document)
                cursor.setPosition(position_of(block, line, span.start))
                cursor.setPosition(position_of(block, line, span.end), QTextCursor.MoveMode.KeepAnchor)
                yield Mark.of(finding, cursor, line)

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
        if fingerprint is None:
            return None
        if (key := self._places.get(fingerprint)) is not None:
            here = next((mark for mark in self._in(key) if mark.fingerprint == fingerprint), None)
            if here is not None:
                return here
        return next((mark for mark in self if mark.fingerprint == fingerprint), None)

    def at(self, position: int) -> list[Mark]:
        """The marks that touch a document position, the shortest first; flags are not among them."""
        block = self._document.findBlock(position)
        marks = self._in(self._lines.key_at(block.blockNumber())) if block.isValid() else ()
        touching = [mark for mark in marks if mark.shape is not Shape.FLAG and mark.touches(position)]
        return sorted(touching, key=lambda mark: len(mark.finding.text))

    def flags(self, key: int) -> list[Mark]:
        """What is missing at the paragraph ``key``, the heaviest first."""
        marks = (mark for mark in self._in(key) if mark.shape is Shape.FLAG)
        return sorted(marks, key=lambda mark: -mark.finding.severity)

    def repeated(self, key: int) -> Mark | None:
        """The mark that says the whole paragraph ``key`` is repeated text."""
        return next((mark for mark in self._in(key) if mark.shape is Shape.GROUND and mark.whole), None)

    def selections(
        self, keys: Iterable[int], theme: Theme, current: str | None, veiled: Collection[Mark]
    ) -> list[QTextEdit.ExtraSelection]:
        """What Qt paints in these paragraphs: all marks but the veiled, the current last, so that it lies on top."""
        chosen: list[QTextEdit.ExtraSelection] = []
        last: list[QTextEdit.ExtraSelection] = []
        for mark in (mark for key in keys for mark in self._in(key)):
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
