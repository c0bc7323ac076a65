"""Which findings are listed: by weight, by family, by words, and only new ones. What is not asked for lets all pass."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pr_editor.text.fold import fold, fold_word

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from pr_editor.checks.model import Finding
    from pr_editor.profile.model import Severity


@dataclass(frozen=True, slots=True)
class Sieve:
    """A finding passes when it passes each of the four; of several weights or families one is enough."""

    severities: frozenset[Severity] = frozenset()
    families: frozenset[str] = frozenset()
    """By their three letters."""
    words: str = ""
    """All of them must stand, folded, in the flagged words, the sentence or the code."""
    fresh: bool = False
    """Whether only what is new to the editor passes."""

    def __bool__(self) -> bool:
        """Whether anything is held back."""
        return bool(self.severities or self.families or self.words.strip() or self.fresh)

    def sift(
        self, findings: Iterable[Finding], say: Callable[[Finding], str], fresh: Collection[str] = ()
    ) -> list[Finding]:
        """Those that pass, in their order. ``say`` gives the folded sentence of one, ``fresh`` names the new ones."""
        if not self:
            return list(findings)
        wanted = fold(self.words).split()
        passed = (one for one in findings if self._lets(one) and (not self.fresh or one.fingerprint in fresh))
        if not wanted:
            return list(passed)
        return [one for one in passed if _holds(one, say, wanted)]

    def by_severity(
        self, findings: Iterable[Finding], say: Callable[[Finding], str], fresh: Collection[str] = ()
    ) -> Counter[Severity]:
        """How many of each weight would pass, were weights not asked for."""
        passed = replace(self, severities=frozenset()).sift(findings, say, fresh)
        return Counter(finding.severity for finding in passed)

    def by_family(
        self, findings: Iterable[Finding], say: Callable[[Finding], str], fresh: Collection[str] = ()
    ) -> Counter[str]:
        """How many of each family would pass, were families not asked for."""
        passed = replace(self, families=frozenset()).sift(findings, say, fresh)
        return Counter(finding.rule.family for finding in passed)

    def _lets(self, finding: Finding) -> bool:
        return (not self.severities or finding.severity in self.severities) and (
            not self.families or finding.rule.family in self.families
        )


def _holds(finding: Finding, say: Callable[[Finding], str], wanted: Iterable[str]) -> bool:
    searched = f"{finding.code.lower()} {fold_word(finding.text)} {say(finding)}"
    return all(word in searched for word in wanted)
