"""What is said about the versions of a release, and about what differs between two of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pr_editor.app.dates import show_moment
from pr_editor.gui.signoff.marks import isolated
from pr_editor.review.names import STATES
from pr_editor.text.marked import Mark, whole

if TYPE_CHECKING:
    from pr_editor.app.comparison import Comparison, Difference
    from pr_editor.app.versions import Text
    from pr_editor.gui.speech import Speech
    from pr_editor.review.model import Version


class VersionWords:
    """For the page of a comparison; ``changed_by`` are those who made what differs."""

    def __init__(self, speech: Speech) -> None:
        """Speak through ``speech``."""
        self._speech = speech
        self.changed_by: tuple[str, ...] = ()

    def name(self) -> str:
        """What is seen."""
        return self._speech.tr("What differs between both texts")

    def hint(self) -> str:
        """What can be done there."""
        return self._speech.tr("What went is struck through, what came is underlined.")

    def back(self) -> str:
        """What the button says that leads back."""
        return self._speech.tr("Close")

    def counts(self, comparison: Comparison) -> str:
        """In how many paragraphs something differs, and through whom."""
        tr = self._speech.tr
        if not comparison.differences:
            return tr("The texts are the same.")
        differing = Counter(whole(passage) for passage in comparison.passages if not passage.same)
        names = {
            Mark.SAME: tr("Paragraphs changed"),
            Mark.NEW: tr("Paragraphs added"),
            Mark.GONE: tr("Paragraphs removed"),
        }
        said = [f"{name}: {self._speech.digits(differing[mark])}" for mark, name in names.items() if differing[mark]]
        if self.changed_by:
            said.append(tr("Changed by {names}", names=tr(", ").join(self.changed_by)))
        return " · ".join(said)

    def made_by(self, _difference: Difference) -> str:
        """Who made which single difference is not on record."""
        return ""


def title_of(text: Text, version: Version, speech: Speech) -> str:
    """A text in a list: its number, and where it stands."""
    if text.received:
        return speech.tr("Version {number} as received", number=text.number)
    return speech.tr("Version {number} — {state}", number=text.number, state=speech.tr(STATES[version.state]))


def facts_of(text: Text, version: Version, speech: Speech) -> str:
    """Who handed a text in, when, and who decided about it."""
    tr, submission = speech.tr, version.submission
    if text.received:
        return tr("The draft that version {number} was made from", number=text.number)
    name = tr("Submitted by") if submission.origin is None else tr("Imported by")
    parts = [f"{name}: {submission.by}", isolated(show_moment(submission.at, speech.translator))]
    if version.sign_offs:
        parts.append(tr("Decided by {name}", name=version.sign_offs[-1].by))
    return " · ".join(parts)
