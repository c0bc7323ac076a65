"""What became of the drafts that were handed in: followed in the library, shown in the list and above the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from pr_editor.gui.notices import Notice, Tell, Tone
from pr_editor.gui.panels.scroll import Scroll
from pr_editor.gui.signoff.marks import name_of
from pr_editor.gui.theme import scaled
from pr_editor.review.model import ReleaseState, Verdict
from pr_editor.text.message import message

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from pr_editor.gui.drafts.drafts import Drafts
    from pr_editor.gui.drafts.open_draft import OpenDraft
    from pr_editor.gui.icons import Icons
    from pr_editor.gui.library.librarian import Librarian
    from pr_editor.gui.speech import Speech
    from pr_editor.library.store import Library
    from pr_editor.review.model import Release
    from pr_editor.text.message import Message

type _Fate = tuple[ReleaseState, str, str]
"""State, who decided last, and what he said."""


class Following(QObject):
    """Asks the library about every draft that belongs to a release, whenever the file changes."""

    changed = Signal()
    """Something else is known about a draft."""

    def __init__(self, drafts: Drafts, librarian: Librarian, speech: Speech, tell: Tell, parent: QObject) -> None:
        """Nothing is known yet."""
        super().__init__(parent)
        self._drafts = drafts
        self._librarian = librarian
        self._speech = speech
        self._tell = tell
        self._strange: set[str] = set()
        """Drafts whose texts are not in the library, although they were handed in."""
        self._trouble: Message | None = None
        """Why the library could not be asked the last time; said once, not after every change of the file."""
        librarian.changed.connect(self.look)
        drafts.added.connect(lambda _: self.look())

    def look(self) -> None:
        """Ask about all drafts."""
        sessions = {draft.id: draft.session for draft in self._drafts.all if draft.session.release}
        wanted = {draft: (session.release, session.submitted) for draft, session in sessions.items()}
        if wanted and self._librarian.there:
            self._librarian.ask(lambda library: _fates(library, wanted), self._learned, self._failed)

    def state(self, draft: OpenDraft) -> tuple[str, str]:
        """What the list says about a draft, and its icon; empty where the library has nothing to say."""
        tr, release = self._speech.tr, name_of(draft.session.release, self._speech)
        if draft.id in self._strange:
            return tr("Not in the library in use"), "circle-alert"
        if draft.release_state is ReleaseState.RETURNED:
            why = " ".join(draft.returned_because.split())
            return tr("Returned: {reason}", reason=why) if why else tr("Returned"), "undo-2"
        if draft.release_state is None or draft.draft().digest != draft.session.submitted:
            return ("", "") if not draft.session.release else (tr("Changed since it was submitted"), "pencil")
        match draft.release_state:
            case ReleaseState.SUBMITTED:
                return tr("Submitted · {release}", release=release), "clock"
            case ReleaseState.APPROVED:
                return tr("Approved · {release}", release=release), "check"
            case ReleaseState.WITHDRAWN:
                return tr("Withdrawn · {release}", release=release), "x"
        return "", ""

    def _failed(self, why: Message) -> None:
        if why != self._trouble:
            self._trouble = why
            self._tell(Notice(message("What became of the submitted drafts can't be seen."), why, Tone.ERROR))

    def _learned(self, fates: dict[str, _Fate | None]) -> None:
        self._trouble = None
        before = [(draft.release_state, draft.returned_because) for draft in self._drafts.all], self._strange
        for draft in self._drafts.all:
            state, by, note = fates.get(draft.id) or (None, "", "")
            draft.release_state, draft.returned_by, draft.returned_because = state, by, note
        self._strange = {draft for draft, fate in fates.items() if fate is None}
        if before != ([(draft.release_state, draft.returned_because) for draft in self._drafts.all], self._strange):
            self.changed.emit()


def _fates(library: Library, wanted: dict[str, tuple[str, str]]) -> dict[str, _Fate | None]:
    """What became of drafts, by the releases and texts they were handed in as; None for what the library lacks."""
    return {
        draft: _fate(library.release(release)) if library.knows(release, text) else None
        for draft, (release, text) in wanted.items()
    }


def _fate(release: Release) -> _Fate:
    sign_offs = [one for one in release.versions[-1].sign_offs if one.verdict is Verdict.RETURN]
    last = sign_offs[-1] if sign_offs and release.state is ReleaseState.RETURNED else None
    return release.state, last.by if last else "", last.note if last else ""


_SHARE, _LINES = 8, 3
"""A long reason takes one part in so many of the window's height, or so many lines; the rest is scrolled to."""


class ReasonBar(QFrame):
    """Stands above a text that was sent back and says why, until it is handed in again."""

    def __init__(self, speech: Speech, parent: QWidget) -> None:
        """Hidden while there is nothing to say."""
        super().__init__(parent)
        self._speech = speech
        self.setObjectName("noticebar")
        self.picture = QLabel(self)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.page = Scroll(self.text, self)
        self.page.verticalScrollBar().rangeChanged.connect(self._let_keys_scroll)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(10)
        layout.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.page, 1)
        self.hide()

    def dress(self, icons: Icons) -> None:
        """Use the colours of a theme."""
        self.picture.setPixmap(icons.pixmap("undo-2", "warning", scaled(16), self.devicePixelRatioF()))

    def show_draft(self, draft: OpenDraft | None) -> None:
        """Say why this draft came back, if it did."""
        back = draft is not None and draft.release_state is ReleaseState.RETURNED
        if draft is not None and back:
            name, why, tr = draft.returned_by, draft.returned_because, self._speech.tr
            said = tr("Returned by {name}: {reason}", name=name, reason=why) if why else ""
            said = said or tr("Returned by {name}, with comments on passages.", name=name)
            self.text.setText(self._speech.sentence(said))
            self.setAccessibleName(self.text.text())
            self.page.setAccessibleName(self.text.text())
        self.setVisible(back)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the room to the text."""
        super().resizeEvent(event)
        lines = _LINES * self.text.fontMetrics().lineSpacing()
        self.page.setMaximumHeight(max(self.window().height() // _SHARE, lines))

    def _let_keys_scroll(self, _least: int, most: int) -> None:
        """Tab comes here where there is something to scroll."""
        self.page.setFocusPolicy(Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus)
