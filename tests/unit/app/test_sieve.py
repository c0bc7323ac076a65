"""Which findings are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pr_editor.app.sieve import Sieve
from pr_editor.profile.model import Severity
from pr_editor.text.draft import draft_of
from pr_editor.text.fold import fold

if TYPE_CHECKING:
    from pr_editor.checks.engine import Engine
    from pr_editor.checks.model import Finding


@pytest.fixture
def findings(engine: Engine) -> list[Finding]:
    return list(engine.review(draft_of(["مردم گردشفر آمدند و كتاب هایی را عمدا نخواندند."])).findings)


def say(finding: Finding) -> str:
    return fold(f"دربارهٔ «{finding.text}»")


def test_nothing_asked_for_holds_nothing_back(findings: list[Finding]) -> None:
    assert findings
    assert Sieve().sift(findings, say) == findings
    assert not Sieve(words="  ")


def test_several_families_and_weights_at_once(findings: list[Finding]) -> None:
    sieve = Sieve(families=frozenset({"SPL", "CHR"}), severities=frozenset({Severity.ERROR}))
    passed = sieve.sift(findings, say)
    assert {one.rule.family for one in passed} == {"SPL", "CHR"}
    assert {one.severity for one in passed} == {Severity.ERROR}
    assert passed == [one for one in findings if one in passed]


@pytest.mark.parametrize("words", ["کتاب", "كتاب", "chr001 کتاب", "درباره کِتاب"])
def test_words_are_compared_folded(findings: list[Finding], words: str) -> None:
    assert "CHR001" in {one.code for one in Sieve(words=words).sift(findings, say)}
    assert not Sieve(words=f"{words} نیست").sift(findings, say)


def test_only_what_is_new_passes(findings: list[Finding]) -> None:
    name = findings[-1].fingerprint
    assert Sieve(fresh=True).sift(findings, say, {name}) == [findings[-1]]


def test_counts_follow_what_else_is_asked_for(findings: list[Finding]) -> None:
    sieve = Sieve(families=frozenset({"SPL"}), words="گردشفر")
    assert set(sieve.by_family(findings, say)) == {one.rule.family for one in findings if "گردشفر" in one.text}
    weights = sieve.by_severity(findings, say)
    assert weights.total() == len(sieve.sift(findings, say))
    assert Sieve(severities=frozenset({Severity.NOTE})).by_severity(findings, say).total() == len(findings)
