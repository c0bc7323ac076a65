"""What the page of a comparison says, by what is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pr_editor.app.comparison import BY_HAND
from pr_editor.gui.review.families import family_of

if TYPE_CHECKING:
    from pr_editor.app.comparison import Comparison, Difference
    from pr_editor.gui.speech import Speech


class Words(Protocol):
    """Asked anew whenever the language may be another."""

    def name(self) -> str:
        """What is seen."""
        ...

    def hint(self) -> str:
        """What can be done there, for those who hear it."""
        ...

    def back(self) -> str:
        """What the button says that leads away."""
        ...

    def counts(self, comparison: Comparison) -> str:
        """How much differs, and through what."""
        ...

    def made_by(self, difference: Difference) -> str:
        """What made a difference; empty where nobody knows."""
        ...


class DraftWords:
    """For a draft against the same as received."""

    def __init__(self, speech: Speech) -> None:
        """Speak through ``speech``."""
        self._speech = speech

    def name(self) -> str:
        """What is seen."""
        return self._speech.tr("What has changed since the draft as received")

    def hint(self) -> str:
        """What can be done there."""
        return self._speech.tr("Return goes to the place of a change in the draft.")

    def back(self) -> str:
        """What the button says that leads to the draft."""
        return self._speech.tr("Back to the draft")

    def counts(self, comparison: Comparison) -> str:
        """The fixes by family of rules, and what was done by hand."""
        tr = self._speech.tr
        if not comparison.differences:
            return tr("The text is as it was received.")
        parts = (
            f"{tr(family_of(family).title) if family != BY_HAND else tr('By hand')} {self._speech.digits(number)}"
            for family, number in comparison.counts.items()
        )
        return tr(", ").join(parts)

    def made_by(self, difference: Difference) -> str:
        """The families of the rules whose fixes stand there."""
        tr = self._speech.tr
        names = dict.fromkeys(tr(family_of(code).title) for code in difference.codes)
        return tr(", ").join(names) or tr("By hand")
