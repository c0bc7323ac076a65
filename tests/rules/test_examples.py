"""Every rule is held to its own examples, and must have some."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pr_editor.checks.engine import Engine
from pr_editor.checks.model import Applicability
from pr_editor.checks.ports import Against
from pr_editor.checks.registry import CHECKS, RULES
from pr_editor.profile.load import load_profile
from pr_editor.text.edits import apply
from tests.published import release
from tests.rules.examples import Example, read_examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from pr_editor.checks.model import Finding
    from pr_editor.language.language import Language
    from pr_editor.text.span import Edit
    from tests.published import Libraries

FOLDER = Path(__file__).parent
EXAMPLES = [example for path in sorted(FOLDER.glob("*.md")) for example in read_examples(path)]
LEAST = 3


@pytest.fixture(scope="module")
def engine_of(language: Language, resources: Path) -> Callable[[str], Engine]:
    """An engine for a house style by name; each is built once."""
    engines: dict[str, Engine] = {}

    def get(name: str) -> Engine:
        if name not in engines:
            profile = load_profile(name, resources / "profiles", RULES)
            engines[name] = Engine(CHECKS, language, profile)
        return engines[name]

    return get


@pytest.mark.parametrize("code", sorted(RULES))
def test_rule_has_examples(code: str) -> None:
    counts = Counter(example.fails for example in EXAMPLES if example.code == code)
    assert counts[True] >= LEAST, "too few failing examples"
    assert counts[False] >= LEAST, "too few passing examples"


def test_examples_belong_to_rules() -> None:
    assert {example.code for example in EXAMPLES} <= RULES.keys()


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example(example: Example, engine_of: Callable[[str], Engine], libraries: Libraries) -> None:
    engine = engine_of(example.profile)
    review = engine.review(example.draft, example.overrides, against=_against(example, libraries))
    assert not review.failures
    found = [finding for finding in review.findings if finding.code == example.code]
    assert bool(example.spans) == example.fails, "the marks contradict the heading"
    assert [finding.span for finding in found] == list(example.spans)
    if example.fixed is not None:
        fixed = apply(example.draft, (edit for finding in found for edit in _first_edits(finding)))
        assert tuple(paragraph.text for paragraph in fixed.paragraphs) == example.fixed


@pytest.mark.parametrize("example", [example for example in EXAMPLES if example.fails], ids=str)
def test_fixes_are_as_declared(example: Example, engine_of: Callable[[str], Engine], libraries: Libraries) -> None:
    review = engine_of(example.profile).review(example.draft, example.overrides, against=_against(example, libraries))
    for finding in review.findings:
        best = finding.rule.applicability
        assert all(best is not None and fix.applicability <= best for fix in finding.fixes), finding.code
        assert all(edit.span.end <= len(_text(example, edit.span.key)) for fix in finding.fixes for edit in fix.edits)


def test_declared_fixes_are_seen(engine_of: Callable[[str], Engine]) -> None:
    """A rule that says it can fix does so in one of its examples at least."""
    seen: dict[str, Applicability] = {}
    for example in EXAMPLES:
        for finding in engine_of(example.profile).review(example.draft, example.overrides).findings:
            for fix in finding.fixes:
                seen[finding.code] = max(seen.get(finding.code, Applicability.SHOW), fix.applicability)
    declared = {code: rule.applicability for code, rule in RULES.items() if rule.applicability is not None}
    assert {code: seen.get(code) for code in declared} == declared


def _against(example: Example, libraries: Libraries) -> Against | None:
    if not example.published:
        return None
    return Against(libraries.holding(*map(release, example.published)))


def _text(example: Example, key: int) -> str:
    return next(paragraph.text for paragraph in example.draft.paragraphs if paragraph.key == key)


def _first_edits(finding: Finding) -> tuple[Edit, ...]:
    assert finding.fixes, "no fix to apply"
    return finding.fixes[0].edits
