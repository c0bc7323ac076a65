"""Finding words in the draft in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from pr_editor.gui.find.bar import FindBar
from pr_editor.gui.find.frames import Frames
from pr_editor.gui.find.go_to import GoTo
from pr_editor.gui.find.places import nearest
from pr_editor.gui.find.region import Region
from pr_editor.gui.find.replacing import Replacing
from pr_editor.gui.find.search import Search
from pr_editor.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.editor import DraftEditor
    from pr_editor.gui.find.region import Parts
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.notices import Tell
    from pr_editor.gui.settings.keymap import KeysOf
    from pr_editor.gui.speech import Speech

_LONGEST = 200
"""Characters of a selection that are still offered to be sought."""
_PAUSE = 120
"""Milliseconds without a key before what is typed is sought."""


class Find(QObject):
    """The controller of the bar. Esc gives the caret back: to the hit if one was gone to, else to where it was."""

    def __init__(self, drafts: Drafts, speech: Speech, tell: Tell, keys: KeysOf, window: QWidget) -> None:
        """Seek nothing yet; ``window`` holds the bar, which names the ``keys`` of its commands."""
        super().__init__(window)
        self._drafts = drafts
        self._speech = speech
        self.bar = FindBar(speech, keys, window)
        self._window = window
        self.search = Search(self)
        self.search.found.connect(self._found)
        self._origin: tuple[int, int] | None = None
        self._current: Span | None = None
        self._wrapped = ""
        self._then: Callable[[], None] | None = None
        self._frames = Frames(drafts, self)
        self._region: Region | None = None
        self._clock = QTimer(self, singleShot=True, interval=_PAUSE)
        self._clock.timeout.connect(self._seek_again)
        bar = self.bar
        bar.changed.connect(lambda: self._seek_soon(jump=True))
        bar.next_wanted.connect(self.go_next)
        bar.previous_wanted.connect(self.go_previous)
        bar.left.connect(self.leave)
        bar.grown.connect(lambda: QTimer.singleShot(0, self, self._keep_in_sight))
        drafts.shown.connect(self._other_draft)
        self.replacing = Replacing(self, speech, tell)
        self._jump = False

    @property
    def editor(self) -> DraftEditor | None:
        """The editor in front."""
        return self._drafts.current.editor if self._drafts.current else None

    def begin(self) -> None:
        """Ask what to find; words that are selected are offered."""
        self._open(replacing=self.bar.isVisible() and self.bar.replacing)

    def begin_replacing(self) -> None:
        """Ask what to find and what to put in its place."""
        self._open(replacing=True)

    def show_options(self) -> None:
        """Show what counts as the same; who has not seen the bar sees it first."""
        if not self.bar.isVisible():
            self.begin()
        # They stand beside a button that has its place only when the bar has.
        QTimer.singleShot(0, self, lambda: self.bar.options.setChecked(self.bar.isVisible()))

    def leave(self) -> None:
        """Close the bar and give the caret back."""
        self._take_region(None)
        self.bar.hide()
        self._stop()
        editor = self.editor
        if editor is None:
            return
        if self._origin is not None:
            editor.move_caret(*self._origin)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Esc in the text closes the bar as well, with the caret where it is."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key()
        if pressed != Qt.Key.Key_Escape or not self.bar.isVisible():
            return super().eventFilter(watched, event)
        self._origin = None
        self.leave()
        return True

    def go_next(self) -> None:
        """Go to the next hit; after the last comes the first."""
        self._go(1)

    def go_previous(self) -> None:
        """Go to the hit before; before the first comes the last."""
        self._go(-1)

    def go_to(self) -> None:
        """Ask for a paragraph and go there."""
        draft, editor = self._drafts.current, self.editor
        if draft is not None and editor is not None:
            GoTo(draft.draft(), self._speech, editor).chosen.connect(self._go_to_paragraph)

    def text_changed(self, draft: OpenDraft) -> None:
        """A text was edited: what is found in it is looked for again."""
        if draft is self._drafts.current and self.bar.isVisible():
            self._seek_soon(jump=False)

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self.bar.dress(icons)

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self.bar.retranslate()
        self._say()

    def _open(self, *, replacing: bool) -> None:
        editor = self.editor
        if editor is None:
            return
        if not self.bar.isVisible():
            self._origin = editor.caret_place()
        selected, region = editor.textCursor().selectedText(), Region(editor)
        if region.is_wide or not self.bar.isVisible():
            self._take_region(region if region.is_wide else None)
        offered = len(selected) <= _LONGEST and not region.is_wide
        self.bar.open(replacing=replacing, words=selected if offered else "")
        self._seek(jump=False)

    def _take_region(self, region: Region | None) -> None:
        """Seek in what is selected only, unless somebody wants all of the text."""
        self._region = region
        self.bar.offer_region(there=region is not None)

    def _other_draft(self, draft: OpenDraft | None) -> None:
        self._origin = None
        self._take_region(None)
        if draft is None:
            self.bar.hide()
            self._stop()
        elif self.bar.isVisible():
            self._seek_soon(jump=False)

    def _stop(self) -> None:
        self._clock.stop()
        self.search.stop()
        self._then = self._current = None
        self._frames.show({}, None)

    def _seek_soon(self, *, jump: bool) -> None:
        self._jump |= jump
        self._clock.start()

    def _seek_again(self) -> None:
        self._seek(jump=self._jump)

    def _seek(self, *, jump: bool, then: Callable[[], None] | None = None) -> None:
        """Look for all hits; afterwards go to the first from where the caret was, or do something else."""
        self._clock.stop()
        self._jump, self._then = jump, then
        self._wrapped = ""
        editor = self.editor
        if editor is not None:
            self.search.begin(self.bar.query(), editor.paragraphs(), self._within())

    def _within(self) -> Parts | None:
        return self._region.parts() if self._region is not None and self.bar.within.isChecked() else None

    def with_hits(self, act: Callable[[], None]) -> None:
        """Do something with the hits of the text as it stands."""
        editor = self.editor
        if editor is None:
            return
        now = {paragraph.key: paragraph.text for paragraph in editor.paragraphs()}
        sought = self.search.query, self.search.within, self.search.texts
        if self.search.running or sought != (self.bar.query(), self._within(), now):
            self._seek(jump=False, then=act)
        else:
            act()

    def _found(self) -> None:
        editor = self.editor
        if editor is None:
            return
        then, self._then = self._then, None
        if self._jump and then is None:
            self._jump = False
            if self.search.hits:
                self._take(nearest(self.search.hits, list(self.search.texts), self._start(editor), 1))
                return
            if self._origin is not None:
                editor.move_caret(*self._origin)
        self._current = self.hit_at_caret(editor)
        self._say()
        if then is not None:
            then()

    def _start(self, editor: DraftEditor) -> tuple[int, int]:
        """Where hits are counted from while words are being typed."""
        if parts := self._within():
            key, (first, _behind) = next(iter(parts.items()))
            return key, first
        return self._origin if self._origin is not None else editor.caret_place()

    def _go(self, step: int) -> None:
        if not self.bar.words.text():
            self.begin()
            return
        if not self.bar.isVisible():
            self.bar.show()
        self.with_hits(lambda: self.step(step))

    def step(self, step: int) -> None:
        """Go so many hits on, counted from the caret; past the last comes the first."""
        editor, hits = self.editor, self.search.hits
        if editor is None or not hits:
            self._say()
            return
        self._origin = None
        current = self.hit_at_caret(editor)
        if current is not None:
            at = hits.index(current) + step
        else:
            at = nearest(hits, list(self.search.texts), editor.caret_place(), step)
        self._take(at)

    def _take(self, at: int) -> None:
        """Go to a hit by number; past either end it is counted from the other."""
        hits, editor = self.search.hits, self.editor
        if at >= len(hits):
            self._wrapped = self._speech.tr("from the beginning again")
        elif at < 0:
            self._wrapped = self._speech.tr("from the end again")
        else:
            self._wrapped = ""
        self._current = hits[at % len(hits)]
        if editor is not None:
            editor.select(self._current)
        self._say()

    def _keep_in_sight(self) -> None:
        """The bar must not cover the hit in hand."""
        if self.editor is not None and self._current is not None:
            self.editor.ensureCursorVisible()

    def seek_anew(self, then: Callable[[], None] | None = None) -> None:
        """The text was changed on purpose: the caret stays where it is; afterwards do something."""
        self._origin = None
        self._seek(jump=False, then=then)

    def hit_at_caret(self, editor: DraftEditor) -> Span | None:
        """The hit that is selected."""
        selected = editor.selected_span()
        if selected is None or selected.key not in self.search.frames:
            return None
        return selected if (selected.start, selected.end) in self.search.frames[selected.key].spans else None

    def _go_to_paragraph(self, key: int) -> None:
        editor = self.editor
        if editor is not None:
            editor.select(Span(key, 0, 0))
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        """Frame the hits and tell their number."""
        hits, tr = self.search.hits, self._speech.tr
        self._frames.show(self.search.frames if self.bar.isVisible() else {}, self._current)
        self.bar.allow(hits=bool(hits))
        if not self.bar.words.text():
            self.bar.say("")
        elif not hits:
            self.bar.say(tr("Not found"), tone="error")
        elif self._current is not None:
            place = hits.index(self._current) + 1
            told = tr("{place} of {number}", place=place, number=len(hits))
            self.bar.say(told, self._wrapped)
        else:
            self.bar.say(tr("{number} hits", number=len(hits)) if len(hits) > 1 else tr("1 hit"))
