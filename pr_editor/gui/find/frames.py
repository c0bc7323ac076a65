"""The frames around hits in the draft in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.editor import DraftEditor
    from pr_editor.gui.editor.painting import Hits
    from pr_editor.text.span import Span


class Frames:
    """One editor has frames at a time; while it has, ``watcher`` filters its events."""

    def __init__(self, drafts: Drafts, watcher: QObject) -> None:
        """No editor has frames yet."""
        self._drafts, self._watcher = drafts, watcher
        self._framed: DraftEditor | None = None

    def show(self, hits: Mapping[int, Hits], current: Span | None) -> None:
        """Frame hits in the editor in front, the ``current`` one more strongly, and none in the one before."""
        editor = self._drafts.current.editor if self._drafts.current else None
        there = [draft.editor for draft in self._drafts.all]
        if self._framed is not None and self._framed is not editor and self._framed in there:
            self._framed.show_hits({})
            self._framed.removeEventFilter(self._watcher)
        if editor is not None and editor is not self._framed:
            editor.installEventFilter(self._watcher)
        self._framed = editor
        if editor is not None:
            editor.show_hits(hits, current)
