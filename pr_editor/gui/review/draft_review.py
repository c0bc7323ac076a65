"""What is known about one open draft: what was checked, what was found, what the editor has decided. No widgets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pr_editor.app.decisions import matter, same_matter
from pr_editor.app.left import Left, Reach
from pr_editor.checks.fixes import choose, first_fix
from pr_editor.checks.model import Applicability
from pr_editor.checks.structure import Structure
from pr_editor.gui.review.families import family_order
from pr_editor.text.fold import fold, fold_word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from pr_editor.app.decisions import Decisions
    from pr_editor.checks.fixes import Applied
    from pr_editor.checks.model import Finding, Fix
    from pr_editor.profile.model import Severity
    from pr_editor.text.draft import Kind, Paragraph
    from pr_editor.text.span import Span


class DraftReview:
    """The findings of one draft, put together from the checker's answers.

    Answers come in parts and may be about a text that has changed since: what does not fit the text last sent is
    left out, so that nothing here ever points at other words than those it was found at.
    """

    def __init__(self, decisions: Decisions) -> None:
        """Start with nothing found; ``decisions`` hide what the editor has left as it is in this draft."""
        self.decisions = decisions
        self.always = Left()
        """What is left in every draft, by the user or by the house."""
        self.kinds: dict[int, Kind] = {}
        self.texts: dict[int, str] = {}
        self.revision = -1
        self.finished = -1
        self.given_up = -1
        """The revision the checker met a difficulty with, and says no more about."""
        self.version = 0
        """Grows with everything told that is other than before, and with the text it is held against."""
        self.structure = Structure()
        """What the checker recognised last."""
        self.failures: list[tuple[tuple[str, ...], str]] = []
        """Codes of rules that could not run on the text last sent, and the technical reason."""
        self._told: dict[str, dict[int, list[Finding]]] = {}
        """What the checker has told, by scope and paragraph, whether it fits or not."""
        self._fitting: dict[int, tuple[Finding, ...]] = {}
        """What of that fits the text, by paragraph, in order; made when it is asked for."""

    def sent(self, revision: int, paragraphs: Iterable[Paragraph]) -> None:
        """Take note of the text the checker is about to look at."""
        self.revision = revision
        self.version += 1
        self.failures = []
        before, self.texts = self.texts, {paragraph.key: paragraph.text for paragraph in paragraphs}
        self._fitting = {
            key: found for key, found in self._fitting.items() if key in self.texts and before[key] == self.texts[key]
        }
        for told in self._told.values():
            for key in told.keys() - self.texts.keys():
                del told[key]

    def found(self, scope: str, keys: Iterable[int], findings: Iterable[Finding]) -> None:
        """Replace what is known of these paragraphs in one scope. Each answer counts: those after it build on it."""
        told = self._told.setdefault(scope, {})
        for key in keys:
            self.version += 1
            told[key] = []
            self._fitting.pop(key, None)
        for finding in findings:
            told[finding.span.key].append(finding)

    @property
    def checked(self) -> bool:
        """Whether the text last sent has been looked at completely."""
        return self.finished == self.revision >= 0

    @property
    def awaited(self) -> bool:
        """Whether more is to come about the text as it stands."""
        return not self.checked and not self.given_up == self.revision >= 0

    def findings(self) -> list[Finding]:
        """What is open, in reading order: all that fits the text and that no decision hides."""
        everything = self.all_findings()
        if not self.decisions and not self.always:
            return everything
        # Most findings are of no matter in which anything was left: they need no closer look.
        matters = self.always.matters | {about for about, _ in self.decisions.left_in_draft}
        here = self.decisions.left_here
        remaining = [one for one in everything if one.fingerprint not in here]
        return [one for one in remaining if matter(one.code) not in matters or self.reach(one) is None]

    def reach(self, finding: Finding) -> Reach | None:
        """How far the decision goes that hides ``finding``; None for an open one."""
        if finding.fingerprint in self.decisions.left_here:
            return Reach.HERE
        if self.decisions.hides(finding):
            return Reach.DRAFT
        entry = self.always.entry(finding)
        return entry[0] if entry else None

    def all_findings(self) -> list[Finding]:
        """What is open, and what the editor has left as it is: a decision here takes no finding from the supervisor."""
        for key in self.texts.keys() - self._fitting.keys():
            self._fitting[key] = self._fit(key)
        return [one for key in self.texts for one in self._fitting[key]]

    def may_return(self, finding: Finding) -> bool:
        """Whether a finding is missing because it does not fit the text, and what looks for it has not answered yet."""
        if not self.awaited:
            return False
        key, name = finding.span.key, finding.fingerprint
        old = (one for told in self._told.values() for one in told.get(key, ()) if one.fingerprint == name)
        return any(one.span.of(self.texts[key]) != one.text for one in old)

    def _fit(self, key: int) -> tuple[Finding, ...]:
        """What was told of a paragraph and fits its text, in order."""
        text = self.texts[key]
        told = [one for told in self._told.values() for one in told.get(key, ())]
        fitting = [one for one in told if one.span.of(text) == one.text]
        return tuple(sorted(fitting, key=lambda one: (one.span.start, one.span.end, one.code)))


def by_family(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings by the three letters of their family, families in the panel's order, findings as they come."""
    groups: dict[str, list[Finding]] = {}
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        code = finding.rule.code
        if code not in by_code:
            by_code[code] = groups.setdefault(finding.rule.family, [])
        by_code[code].append(finding)
    return dict(sorted(groups.items(), key=lambda group: family_order(group[0])))


def counts(findings: Iterable[Finding]) -> Counter[Severity]:
    """How many findings weigh how much."""
    return Counter(finding.severity for finding in findings)


def safe_fixes(findings: Iterable[Finding], declined: Collection[tuple[str, Span]] = ()) -> list[Applied]:
    """All fixes that are right whatever the text means and don't stand in each other's way.

    Those of a rule at a place where it was ``declined`` are left to the editor.
    """
    chosen = choose(findings, Applicability.SAFE)
    if not declined:
        return chosen
    return [one for one in chosen if all((one.finding.code, edit.span) not in declined for edit in one.fix.edits)]


def alike(finding: Finding, among: Iterable[Finding]) -> list[Finding]:
    """Those one decision can serve with ``finding``: the same words in the same matter, or with the same sure fix."""
    words, fix = fold(finding.text), first_fix(finding, Applicability.SAFE)
    codes = same_matter(finding.code)

    def same(other: Finding) -> bool:
        sure = first_fix(other, Applicability.SAFE)
        if fix is not None and sure is not None and fix.title.id == sure.title.id:
            return True
        return other.text == finding.text or fold_word(other.text) == words

    return [other for other in among if other.rule.code in codes and same(other)]


def same_choice(finding: Finding, chosen: Fix) -> Fix | None:
    """The fix of ``finding`` that puts in the words ``chosen`` puts in, else its first one, if that is sure."""
    words = [edit.text for edit in chosen.edits]
    for fix in finding.fixes:
        if [edit.text for edit in fix.edits] == words and fix.title.id == chosen.title.id:
            return fix
    return first_fix(finding, Applicability.SAFE)


def replacement(finding: Finding, fix: Fix) -> str:
    """The words a fix leaves where the finding stands; empty when it does more than change those words."""
    if any(edit.span.key != finding.span.key or "\n" in edit.text for edit in fix.edits):
        return ""
    text, at, span = [], finding.span.start, finding.span
    for edit in sorted(fix.edits):
        if edit.span.start < at or edit.span.end > span.end:
            return ""
        text += [finding.text[at - span.start : edit.span.start - span.start], edit.text]
        at = edit.span.end
    return "".join([*text, finding.text[at - span.start :]])


def step(findings: Sequence[Finding], current: str | None, by: int) -> Finding | None:
    """The finding ``by`` steps from the one called ``current``, round the ends; the first when there is none."""
    if not findings:
        return None
    at = next((at for at, finding in enumerate(findings) if finding.fingerprint == current), None)
    if at is None:
        return findings[0 if by > 0 else -1]
    return findings[(at + by) % len(findings)]
