"""The changes of one draft through undo and redo. Knows nothing of Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.app.changes import following

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.app.changes import Change


class History:
    """Which changes are in the text, by how many steps can be undone: undo takes a record out, redo puts it back."""

    def __init__(self, changes: tuple[Change, ...], texts: Mapping[int, str]) -> None:
        """Begin with the changes of a session, in a text (paragraphs by key) where nothing can be undone yet."""
        self.now = changes
        self.texts = texts
        """The text the changes were last seen in."""
        self._at = {-1: changes}
        """The changes from so many steps on."""
        self._count = 0

    def edited(self, count: int, texts: Mapping[int, str]) -> None:
        """Somebody has edited the text, and ``count`` steps can be undone: what could be done again is gone."""
        for at in [at for at in self._at if at > self._count]:
            del self._at[at]
        self._count = count
        self._follow(texts)

    def stepped(self, count: int, texts: Mapping[int, str]) -> None:
        """Undo or redo has left ``count`` steps that can be undone."""
        self._count = count
        self._follow(texts)
        # What is in the text before and after has been followed through typing; the others stand as they stood then.
        known = {(change.id, len(change.turns)): change for change in self.now}
        then = self._at[max(at for at in self._at if at <= count)]
        self.now = tuple(known.get((change.id, len(change.turns)), change) for change in then)

    def put(self, changes: tuple[Change, ...]) -> None:
        """The last step has brought or turned changes: these are all there are now."""
        self.now = self._at[self._count] = changes

    def _follow(self, texts: Mapping[int, str]) -> None:
        self.now = following(self.now, self.texts, texts)
        self.texts = texts
