"""The middle of the window: one editor for each open draft, a welcome while there is none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from pr_editor.gui.editor import DraftEditor

if TYPE_CHECKING:
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.speech import Speech


class Desk(QStackedWidget):
    """Makes an editor when a draft is first shown, and passes on what happens in the one in front."""

    edited = Signal(object)
    """The text of an ``OpenDraft`` has changed."""
    undo_changed = Signal()
    """There is something else to undo or redo."""
    selection_changed = Signal()
    cleaned = Signal(int, object)
    """See ``DraftEditor.cleaned``."""
    finding_activated = Signal(str)
    finding_clicked = Signal(str)
    finding_reached = Signal(str)
    candidate_requested = Signal(int)
    kind_menu_requested = Signal(int, QPoint)
    finding_menu_requested = Signal(str, QPoint)
    edit_menu_requested = Signal(QPoint)
    files_dropped = Signal(list)
    zoom_requested = Signal(int)
    """Steps up (positive) or down."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """An empty desk."""
        super().__init__(parent)
        self._speech = speech
        self._icons: Icons | None = None
        self._points = 12.0
        self._half_spaces = self._invisibles = False

    def show_draft(self, draft: OpenDraft) -> DraftEditor:
        """Bring the editor of a draft to the front."""
        fresh = draft.editor is None
        editor = draft.editor or self._make(draft)
        self.setCurrentWidget(editor)
        if fresh:
            # Before it had its size, Qt scrolled to keep the caret in view.
            if draft.session.top == (0, 0):
                editor.verticalScrollBar().setValue(0)
                editor.ensureCursorVisible()
            else:
                editor.show_from(*draft.session.top)
        return editor

    def remove(self, draft: OpenDraft) -> None:
        """A draft was closed."""
        if draft.editor is not None:
            self.removeWidget(draft.editor)
            draft.editor.blockSignals(True)  # a long text may still be loading, and cleaned when it is there
            draft.editor.deleteLater()
            draft.editor = None

    def editors(self) -> list[DraftEditor]:
        """Every editor there is."""
        widgets = (self.widget(at) for at in range(self.count()))
        return [widget for widget in widgets if isinstance(widget, DraftEditor)]

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self._icons = icons
        self.retranslate()

    def use(self, *, points: float, half_spaces: bool, invisibles: bool) -> None:
        """Set the size of the text, and whether half-spaces and other invisible characters show."""
        resized, self._points = points != self._points, points
        self._half_spaces, self._invisibles = half_spaces, invisibles
        for editor in self.editors():
            if resized:
                editor.set_text_size(points)
            editor.set_show_half_spaces(half_spaces)
            editor.set_show_invisibles(invisibles)

    def retranslate(self) -> None:
        """Speak the language of the window."""
        if self._icons is not None:
            for editor in self.editors():
                editor.dress(self._speech.translator, self._icons)

    def _make(self, draft: OpenDraft) -> DraftEditor:
        assert self._icons is not None, "dress the desk before showing drafts"
        editor = DraftEditor(self._speech.translator, self._icons, partial(self._describe, draft), self)
        editor.set_text_size(self._points)
        editor.set_show_half_spaces(self._half_spaces)
        editor.set_show_invisibles(self._invisibles)
        editor.load(draft.session.draft)
        if draft.session.caret != (0, 0):
            editor.move_caret(*draft.session.caret)
        draft.editor = editor
        editor.edited.connect(partial(self.edited.emit, draft))
        editor.selectionChanged.connect(self.selection_changed)
        editor.cleaned.connect(self.cleaned)
        editor.undo_names_changed.connect(self.undo_changed)
        editor.finding_activated.connect(self.finding_activated)
        editor.finding_clicked.connect(self.finding_clicked)
        editor.finding_reached.connect(self.finding_reached)
        editor.candidate_requested.connect(self.candidate_requested)
        editor.kind_menu_requested.connect(self.kind_menu_requested)
        editor.context_menu_for.connect(self.finding_menu_requested)
        editor.edit_menu_requested.connect(self.edit_menu_requested)
        editor.files_dropped.connect(self.files_dropped)
        editor.zoom_requested.connect(self.zoom_requested)
        self.addWidget(editor)
        return editor

    def _describe(self, draft: OpenDraft, fingerprint: str) -> str:
        """What the tooltip of a mark says."""
        found = (finding for finding in draft.review.findings() if finding.fingerprint == fingerprint)
        finding = next(found, None)
        return self._speech.render(finding.message) if finding else ""
