"""Putting other words in place of those found, one by one or all at once. Nothing is replaced silently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pr_editor.gui.notices import Notice, Tone
from pr_editor.text.message import message
from pr_editor.text.replacing import replacements

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.gui.editor import DraftEditor
    from pr_editor.gui.find.find import Find
    from pr_editor.gui.notices import Tell
    from pr_editor.gui.speech import Speech

_SHORT = 24


class Replacing(QObject):
    """Replaces exactly what was found in the text as it stands. Each time is one step of undo with a name."""

    def __init__(self, find: Find, speech: Speech, tell: Tell) -> None:
        """Replace what ``find`` finds by what stands in its bar."""
        super().__init__(find)
        self._find = find
        self._speech = speech
        self._tell = tell
        find.bar.replace_wanted.connect(self.replace_one)
        find.bar.all_wanted.connect(self.replace_all)

    def replace_one(self) -> None:
        """Put the other words in place of the hit in hand and go to the next; with none in hand, go to one."""
        self._ready(self._replace_current)

    def replace_all(self) -> None:
        """Put the other words in place of all hits, as one step."""
        self._ready(self._replace_every)

    def _ready(self, act: Callable[[DraftEditor], None]) -> None:
        """Replace with the hits of the text as it stands; who has not seen the fields sees them first."""
        find = self._find
        if not find.bar.isVisible() or not find.bar.replacing:
            find.begin_replacing()
        elif (editor := find.editor) is not None:
            find.with_hits(lambda: act(editor))

    def _replace_current(self, editor: DraftEditor) -> None:
        find, words = self._find, self._find.bar.new_words.text()
        hit = find.hit_at_caret(editor)
        found = [] if hit is None else [(hit.key, find.search.texts[hit.key], [(hit.start, hit.end)])]
        if edits := replacements(found, words):
            editor.apply_now(edits, self._step_name(1))
            find.seek_anew(then=lambda: find.step(1))
        else:
            find.step(1)

    def _replace_every(self, editor: DraftEditor) -> None:
        search = self._find.search
        found = ((key, hits.text, hits.spans) for key, hits in search.frames.items())
        edits = replacements(found, self._find.bar.new_words.text())
        same = len(search.hits) - len(edits)
        if edits and editor.apply_now(edits, self._step_name(len(edits))):
            self._find.seek_anew()
        self._tell(_told(len(edits), same, editor))

    def _step_name(self, number: int) -> str:
        words = self._find.bar.words.text()
        short = words if len(words) <= _SHORT else words[:_SHORT] + "…"
        if number == 1:
            return self._speech.tr("Replace “{words}”", words=short)
        return self._speech.tr("Replace “{words}” ({number})", words=short, number=number)


def _told(number: int, same: int, editor: DraftEditor) -> Notice:
    more = message("{number} already read so.", number=same) if same else None
    if not number:
        return Notice(message("Nothing was replaced."), more)
    what = message("{number} replaced.", number=number)
    return Notice(what, more, Tone.DONE, message("Undo"), editor.undo, until_edit=True)
