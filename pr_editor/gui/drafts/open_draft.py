"""One draft that is open in the window: its session on disk, its editor, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pr_editor.app.changes import declined
from pr_editor.app.seen import Seen, first_look
from pr_editor.gui.review.draft_review import DraftReview
from pr_editor.text.draft import Draft, Kind, count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pr_editor.app.session import Session
    from pr_editor.checks.model import Finding
    from pr_editor.gui.editor import DraftEditor
    from pr_editor.review.model import ReleaseState
    from pr_editor.text.draft import Paragraph
    from pr_editor.text.span import Span

_SHORT = 80
_COUNTED_AT_ONCE = 16_000
"""Characters whose words are counted between two keystrokes."""


@dataclass(slots=True, eq=False)
class OpenDraft:
    """A draft in the list. Its editor is made when it is first shown, so that many restored drafts cost no time."""

    session: Session
    review: DraftReview = field(init=False)
    editor: DraftEditor | None = None
    copied: str = ""
    """Digest of the text last saved as a copy."""
    open_findings: int = 0
    """How many findings were open when it was last counted."""
    current: str | None = None
    """Fingerprint of the finding in hand."""
    release_state: ReleaseState | None = None
    """Where the release stands that this text belongs to, as last seen in the library."""
    returned_by: str = ""
    returned_because: str = ""
    """Who sent it back and why, if anybody did."""
    unanswered: int = 0
    """How many comments on it were neither answered nor settled, when it was last in front."""
    _counted: dict[str, int] = field(default_factory=dict)
    _counted_of: tuple[Paragraph, ...] | None = None
    _words: int = 0

    def __post_init__(self) -> None:
        """The session's decisions are the review's."""
        self.review = DraftReview(self.session.decisions)

    @property
    def id(self) -> str:
        """The session's id."""
        return self.session.id

    @property
    def seen(self) -> bool:
        """Whether anybody has had it in front since it was opened."""
        return self.session.shown > 0

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The text as it is now."""
        return self.editor.paragraphs() if self.editor is not None else self.session.paragraphs

    def texts(self) -> dict[int, str]:
        """The text as it is now, by key."""
        return {paragraph.key: paragraph.text for paragraph in self.paragraphs()}

    def draft(self) -> Draft:
        """The text as it is now with the kinds last recognised."""
        session = self.session
        now = Draft(self.paragraphs(), session.title, session.source, session.from_pdf)
        return now.with_kinds({**self.review.kinds, **session.overrides})

    def declined(self) -> frozenset[tuple[str, Span]]:
        """Where in the text last checked which rule's fix was reversed."""
        return declined(self.session.changes, self.review.texts)

    @property
    def fresh(self) -> Mapping[str, str]:
        """The fingerprints of what is new to the editor, see ``seen``."""
        return self.session.fresh

    def take_note(self, findings: Iterable[Finding]) -> None:
        """The draft has been checked completely: tell what is new from what the editor knew."""
        known = self.session.known
        self._know(first_look(findings) if known is None else Seen(known, self.session.fresh).after(findings))

    def look_at(self, fingerprint: str | None) -> None:
        """The editor has had a finding in hand: it is new no more."""
        if self.session.known is not None:
            self._know(Seen(self.session.known, self.session.fresh).looked_at(fingerprint))

    def catch_up(self) -> None:
        """Nothing is new any more."""
        if self.session.known is not None:
            self._know(Seen(self.session.known, self.session.fresh).caught_up())

    def _know(self, seen: Seen) -> None:
        self.session.known, self.session.fresh = seen.known, seen.fresh

    def words(self) -> int | None:
        """How many words the text has. None while it is being counted: of a long text each call counts a part.

        Only paragraphs that have changed since the last call are counted.
        """
        now = self.paragraphs()
        if now is self._counted_of:
            return self._words
        counted: dict[str, int] = {}
        room = _COUNTED_AT_ONCE
        for text in (paragraph.text for paragraph in now):
            if text not in self._counted:
                if room <= 0:
                    self._counted |= counted
                    return None
                room -= len(text)
            counted[text] = self._counted[text] if text in self._counted else count_words(text)
        self._counted, self._counted_of = counted, now
        self._words = sum(counted[paragraph.text] for paragraph in now)
        return self._words

    @property
    def name(self) -> str:
        """What to call it: its headline, else its first words; while it has none, those that were received."""
        paragraphs, overrides, kinds = self.paragraphs(), self.session.overrides, self.review.kinds
        headlines = (p for p in paragraphs if (overrides.get(p.key) or kinds.get(p.key, p.kind)) is Kind.HEADLINE)
        headline = next(headlines, next(iter(paragraphs or self.session.received.paragraphs), None))
        text = " ".join(headline.text.split()) if headline else self.session.title
        return text if len(text) <= _SHORT else text[:_SHORT].rsplit(" ", 1)[0] + "…"

    @property
    def kept(self) -> bool:
        """Whether nothing would be lost with the session: the text is as received from a file, or as last saved."""
        digest = self.draft().digest
        from_file = bool(self.session.source) and digest == self.session.received.digest
        return from_file or digest in {self.copied, self.session.submitted}

    def snapshot(self) -> Session:
        """The session as it should be on disk, sharing nothing that changes: another thread may write it."""
        session = self.session
        session.paragraphs = self.draft().paragraphs
        if self.editor is not None:
            session.caret, session.top = self.editor.caret_place(), self.editor.top_place()
        decisions = replace(
            session.decisions,
            left_here=set(session.decisions.left_here),
            left_in_draft=set(session.decisions.left_in_draft),
        )
        return replace(session, overrides=dict(session.overrides), decisions=decisions, editors=set(session.editors))
