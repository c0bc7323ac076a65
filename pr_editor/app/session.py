"""One open draft, with all that must outlive a crash."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pr_editor.app.decisions import Decisions
from pr_editor.text.draft import Draft, Kind, Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pr_editor.app.changes import Change
    from pr_editor.profile.choices import ReleaseKind
    from pr_editor.review.model import Answer, Exclusion


@dataclass(slots=True)
class Session:
    """One open draft: as received, as it is now, and what was decided about it."""

    id: str
    title: str
    source: str
    """The path as given, or empty."""
    received: Draft
    paragraphs: tuple[Paragraph, ...]
    overrides: dict[int, Kind] = field(default_factory=dict)
    """Kinds the editor chose, by key."""
    decisions: Decisions = field(default_factory=Decisions)
    caret: tuple[int, int] = (0, 0)
    """Key of the paragraph, offset in code points."""
    opened: float = 0.0
    """Seconds since the epoch, like ``changed``."""
    changed: float = 0.0
    release: str = ""
    """Id of the release this text was handed in as, or is to become a new version of."""
    submitted: str = ""
    """Digest of the text last handed in."""
    editors: set[str] = field(default_factory=set)
    """Who was logged in while the text was changed since then."""
    from_pdf: bool = False
    """Whether the editor, the file or the clipboard said that the text was read from a PDF."""
    top: tuple[int, int] = (0, 0)
    """The place, told like the caret's, at the top of what was in sight."""
    release_kind: ReleaseKind | None = None
    """What sort of release the editor says it is."""
    changes: tuple[Change, ...] = ()
    """What fixes have changed, in the order they were applied."""
    exclusions: tuple[Exclusion, ...] = ()
    """Earlier releases the text is not held against; without a name where nobody had logged in."""
    answers: tuple[Answer, ...] = ()
    """To comments on versions handed in before; without a name where nobody had logged in."""
    known: Mapping[str, str] | None = None
    """The findings the editor knew when the draft was last checked, see ``seen``; None before it was."""
    fresh: Mapping[str, str] = field(default_factory=dict)
    """Those that were new to him."""
    taught: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Words put into a dictionary from this draft, and the findings each of them settled: fingerprint and family."""
    shown: float = 0.0
    """When it last came to the front, in seconds since the epoch; 0 while nobody has had it there."""

    @property
    def hints(self) -> dict[int, Kind]:
        """The kinds that the file or the clipboard proposed, by key."""
        return {p.key: p.kind for p in self.received.paragraphs if p.kind is not Kind.BODY}

    @property
    def touched(self) -> bool:
        """Whether its editor has changed or decided anything."""
        if self.decisions or self.changes or self.overrides or self.taught:
            return True
        return [one.text for one in self.paragraphs] != [one.text for one in self.received.paragraphs]

    @property
    def draft(self) -> Draft:
        """The text as it is now."""
        return Draft(self.paragraphs, self.title, self.source, self.from_pdf)
