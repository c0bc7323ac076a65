"""What the editor wants left as it is in one draft, and what such a decision is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pr_editor.text.fold import fold

if TYPE_CHECKING:
    from pr_editor.checks.model import Finding

_DOUBTS = frozenset({"SPL001", "SPL005"})


def matter(code: str) -> str:
    """What a rule is about, where a decision must hold for several: a word nobody lists stays one matter.

    Whether it counts as misspelled or unknown hangs on how often it stands in the draft.
    """
    return min(_DOUBTS) if code in _DOUBTS else code


def same_matter(code: str) -> frozenset[str]:
    """The rules that are about what a rule is about, itself among them."""
    return _DOUBTS if code in _DOUBTS else frozenset((code,))


@dataclass(slots=True)
class Decisions:
    """Findings the editor wants left as they are: this one, or these words anywhere in the draft."""

    left_here: set[str] = field(default_factory=set)
    """Fingerprints."""
    left_in_draft: set[tuple[str, str]] = field(default_factory=set)
    """What each is about: see ``about``."""

    def __bool__(self) -> bool:
        """Whether anything was decided."""
        return bool(self.left_here or self.left_in_draft)

    def hides(self, finding: Finding) -> bool:
        """Whether the editor has decided to leave ``finding``."""
        if finding.fingerprint in self.left_here:
            return True
        # Folding words takes longer than all the rest: only where some words of that matter were left.
        about = matter(finding.code)
        return any(left == about for left, _ in self.left_in_draft) and self.about(finding) in self.left_in_draft

    @staticmethod
    def about(finding: Finding) -> tuple[str, str]:
        """What a decision for the whole draft is about: the matter and the words."""
        return matter(finding.code), fold(finding.text)
