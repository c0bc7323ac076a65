"""A draft in the editor: paragraphs with keys and kinds, edits as steps of undo, and marks that follow the words."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor

from pr_editor.gui.editor.edits import by_block, make
from pr_editor.gui.editor.input import TextInput
from pr_editor.gui.editor.lines import Lines
from pr_editor.gui.editor.loading import Loading
from pr_editor.gui.editor.markings import Markings
from pr_editor.gui.editor.places import offset_of, position_of
from pr_editor.gui.editor.typography import Typesetter, block_format
from pr_editor.gui.theme import reading_font
from pr_editor.text.clean import clean
from pr_editor.text.draft import Kind, Paragraph
from pr_editor.text.span import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

    from pr_editor.app.i18n import Translator
    from pr_editor.checks.model import Finding
    from pr_editor.text.draft import Draft

_SIGNS = "\n\r\u2029\ufdd0\ufdd1"
_SEPARATORS = re.compile(f"\r\n|[{_SIGNS}]")
"""What Qt takes for the end of a block."""


class DraftText(TextInput):
    """The text of one draft. Spans and offsets are those of its paragraphs: code points, outer white space left out.

    Kinds, marks and fonts never become part of the text or of undo.
    """

    edited = Signal()
    """The text has changed, whoever did it; loading does not count."""
    caret_moved = Signal()

    def __init__(self, tr: Translator, points: float, parent: QWidget | None = None) -> None:
        """Make an empty text with body text ``points`` high."""
        super().__init__(tr, parent)
        self.revision = 0
        """Grows at every change of the text."""
        self._lines = Lines()
        self._keys_at: dict[int, tuple[int, ...]] = {}
        """The keys of all lines by the number of steps that could be undone then."""
        self._kinds: dict[int, Kind] = {}
        self._made: dict[int, tuple[str, Paragraph]] = {}
        """The paragraph last made of each line, by key, and that line."""
        self._paragraphs: tuple[Paragraph, ...] | None = None
        """All of them, as long as nothing has changed."""
        self._markings = Markings(self.document(), self._lines)
        self._dirty = False
        self._marks_dropped = False
        self._caret_wanted: tuple[int, int] | None = None
        """Where the caret goes once the text is there."""
        self._loading = Loading(self.document())
        self._loading.finished.connect(self._loaded)
        self.setFont(reading_font(points))
        self.document().contentsChange.connect(self._follow)
        self.document().contentsChanged.connect(self._after_change)
        # Made after _follow is connected: it asks for kinds by key, so the keys must be in step before it runs.
        self._typesetter = Typesetter(self.document(), lambda block: self.kind_of(self.key_of(block)), points)

    def load(self, draft: Draft) -> None:
        """Show ``draft`` instead of what was here; undo starts anew. Keys and kinds are the draft's."""
        self.load_paragraphs(draft.paragraphs)

    def load_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these paragraphs instead of what was here; undo starts anew."""
        lines = [line for paragraph in paragraphs for line in _split(paragraph)] or [(None, "")]
        self._markings.clear()
        self.setExtraSelections([])
        self._lines.reset(lines)
        self._kinds = {paragraph.key: paragraph.kind for paragraph in paragraphs}
        self._made, self._paragraphs = {}, None
        self._caret_wanted = None
        self.revision += 1
        self._loading.begin([text for _key, text in lines])
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def complete(self) -> None:
        """Show all of the text now, as before it is changed or taken as a whole."""
        self._loading.complete()

    def _loaded(self) -> None:
        self._keys_at = {self.document().availableUndoSteps(): tuple(self._lines.keys(0, len(self._lines)))}
        self.forget_steps()
        if self._caret_wanted is not None:
            self.move_caret(*self._caret_wanted)
            self._caret_wanted = None

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The draft as it stands: every line with words in it, stripped."""
        if self._paragraphs is not None:
            return self._paragraphs
        made = {}
        for key, line in self._lines.items():
            known = self._made.get(key)
            made[key] = known if known and known[0] is line else (line, Paragraph(key, line.strip(), self.kind_of(key)))
        self._made = made
        self._paragraphs = tuple(paragraph for _line, paragraph in made.values() if paragraph.text)
        return self._paragraphs

    def apply(self, edits: Sequence[Edit], name: str, *, join: bool = False) -> bool:
        """Make these edits, all of the text as it was when last checked, in one step of undo called ``name``.

        ``join`` puts them into the step before. A paragraph left without words goes. False, and nothing done, when a
        place to be edited has changed since.
        """
        standing = self.standing(edits)
        return standing is not None and self.apply_now(standing, name, join=join)

    def standing(self, edits: Sequence[Edit]) -> list[Edit] | None:
        """Edits of the text as it was when last checked, as edits of the text now; None when a place has changed."""
        spans = [self._markings.where(edit.span) for edit in edits]
        return [Edit(span, edit.text) for span, edit in zip(spans, edits, strict=True) if span] if all(spans) else None

    def apply_now(self, edits: Sequence[Edit], name: str, *, join: bool = False) -> bool:
        """Like ``apply``, for edits of the text as it stands."""
        self.complete()
        changes = by_block(self.document(), self._lines, edits)
        if not changes:
            return False
        with self.step(name, join=join) as cursor:
            for index in sorted(changes, reverse=True):
                make(cursor, self.document().findBlockByNumber(index), changes[index])
        return True

    def clean_when_loaded(self) -> None:
        """Leave out what means nothing and can't be seen, as a step of undo; ``cleaned`` tells so.

        Who pastes a whole draft sees it at once; the rest of a long one is cleaned when it is there.
        """
        if self._loading.under_way:
            self._loading.finished.connect(self._clean, Qt.ConnectionType.SingleShotConnection)
        else:
            self._clean()

    def _clean(self) -> None:
        found = [(paragraph, clean(paragraph.text)) for paragraph in self.paragraphs()]
        edits = [Edit(Span(one.key, 0, len(one.text)), new.text) for one, new in found if new.removed]
        if self.apply_now(edits, self._tr("Cleaning up")):
            self.cleaned.emit(sum(new.removed for _, new in found), self.undo)

    def current_text_of(self, finding: Finding) -> str:
        """The words now under ``finding``, to be compared with those it saw; empty when they are gone."""
        return self._markings.text_now(finding)

    def set_kinds(self, kinds: Mapping[int, Kind]) -> None:
        """Take the kinds of paragraphs; those not named keep theirs."""
        changed = {key for key, kind in kinds.items() if self.kind_of(key) is not kind}
        if not changed:
            return
        self._kinds.update(kinds)
        self._paragraphs = None
        for key in changed:
            self._made.pop(key, None)
        for index, (key, _text) in enumerate(self._lines.items()):
            if key in changed:
                self._typesetter.rehighlightBlock(self.document().findBlockByNumber(index))

    def set_text_size(self, points: float) -> None:
        """Set body text ``points`` high, and all else in proportion."""
        self.setFont(reading_font(points))
        self._typesetter.set_points(points)
        self._set_lines()

    def _set_lines(self) -> None:
        """Set lines as far apart as they are at the size everything has; with something to undo, they stay as they are.

        Formats of blocks are part of undo, so that is switched off meanwhile, which would forget what can be undone.
        """
        document = self.document()
        there = document.isUndoAvailable() or document.isRedoAvailable()
        if there or self._loading.under_way or document.firstBlock().blockFormat() == block_format():
            return
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(block_format())
        document.setUndoRedoEnabled(True)
        document.setModified(False)

    def caret_place(self) -> tuple[int, int]:
        """Key of the paragraph with the caret, and the offset in it."""
        cursor = self.textCursor()
        block = cursor.block()
        return self.key_of(block), offset_of(block, block.text(), cursor.position())

    def move_caret(self, key: int, offset: int) -> None:
        """Put the caret into a paragraph; nothing happens when it is gone."""
        block = self.block_of(key)
        if block is None and self._loading.under_way:
            self._caret_wanted = key, offset
        if block is not None:
            cursor = self.textCursor()
            line = block.text()
            cursor.setPosition(position_of(block, line, max(0, min(offset, len(line.strip())))))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def key_of(self, block: QTextBlock) -> int:
        """The key of the paragraph in a block."""
        return self._lines.key_at(block.blockNumber())

    def block_of(self, key: int) -> QTextBlock | None:
        """The block that holds a paragraph, or None when it is gone, or not loaded yet."""
        index = self._lines.index_of(key)
        block = None if index is None else self.document().findBlockByNumber(index)
        return block if block is not None and block.isValid() else None

    def kind_of(self, key: int) -> Kind:
        """The kind of a paragraph."""
        return self._kinds.get(key, Kind.BODY)

    @contextmanager
    def step(self, name: str, *, join: bool = False) -> Iterator[QTextCursor]:
        """As for any text, once all of this one is there."""
        self.complete()
        with super().step(name, join=join) as cursor:
            yield cursor

    def selectAll(self) -> None:  # noqa: N802 - Qt's name
        """Select all of the text, also what is still to be loaded."""
        self.complete()
        super().selectAll()

    def insertPlainText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Insert a text, once all of this one is there."""
        self.complete()
        super().insertPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Who types meets the whole text."""
        self.complete()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Who types meets the whole text."""
        self.complete()
        super().inputMethodEvent(event)

    def _follow(self, position: int, _removed: int, added: int) -> None:
        """Keep keys and marks in step; the layout has not seen the change yet."""
        if not self.document().isUndoRedoEnabled():
            return  # it is being loaded
        document = self.document()
        first = document.findBlock(position)
        last = document.findBlock(min(position + added, document.characterCount() - 1))
        index, count = first.blockNumber(), last.blockNumber() - first.blockNumber() + 1
        before = count + len(self._lines) - document.blockCount()
        old = self._lines.keys(index, before)
        texts = [document.findBlockByNumber(n).text() for n in range(index, index + count)]
        steps = document.availableUndoSteps()
        then = self._keys_at.get(steps, ()) if self._stepping else ()
        changed = self._lines.replace(index, before, texts, at_start=position == first.position(), keys=then)
        if not self._stepping:
            self._remember_keys(steps)
        if changed:
            self._dirty, self._paragraphs = True, None
            self.revision += 1
            if self._markings.changed({*old, *self._lines.keys(index, count)}):
                self._marks_dropped = True

    def _remember_keys(self, steps: int) -> None:
        """Note the keys of now; those of steps that can't be done again are of no use."""
        while self._keys_at and next(reversed(self._keys_at)) >= steps:
            self._keys_at.popitem()
        now = tuple(self._lines.keys(0, len(self._lines)))
        before = self._keys_at[next(reversed(self._keys_at))] if self._keys_at else ()
        self._keys_at[steps] = before if before == now else now  # mostly the same ones, and so the same object

    def _after_change(self) -> None:
        """The layout has seen the change: tell everybody."""
        if self._dirty:
            self._dirty = False
            self.edited.emit()


def _split(paragraph: Paragraph) -> list[tuple[int | None, str]]:
    """The lines Qt makes of a paragraph: nearly always one, and the first has its key."""
    if not any(sign in paragraph.text for sign in _SIGNS):  # much sooner told than a pattern is tried
        return [(paragraph.key, paragraph.text)]
    first, *others = _SEPARATORS.split(paragraph.text)
    return [(paragraph.key, first), *((None, text) for text in others)]
