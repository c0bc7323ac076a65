"""What must hold for every set of SAFE fixes, whatever the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from pr_editor.checks.fixes import choose, fix_all, keep_facts
from pr_editor.checks.model import Touches
from pr_editor.checks.protect import same_facts, speech
from pr_editor.text.edits import apply, edit_text, invert
from tests.properties.strategies import drafts

if TYPE_CHECKING:
    from random import Random

    from pr_editor.checks.engine import Engine
    from pr_editor.text.draft import Draft

_HALF = 0.5
_laws = settings(deadline=None, max_examples=60)


def _texts(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs]


@given(drafts(), st.randoms(use_true_random=False))
@_laws
def test_any_safe_fixes_keep_the_facts(engine: Engine, draft: Draft, chance: Random) -> None:
    findings = list(engine.review(draft).findings)
    subset = [finding for finding in findings if chance.random() < _HALF]
    for some in (findings, subset):
        chosen = keep_facts(draft, choose(some))
        after = apply(draft, (edit for one in chosen for edit in one.fix.edits))
        for old, new in zip(_texts(draft), _texts(after), strict=True):
            assert same_facts(old, new, (Touches.DIGITS,))
            assert speech(old) == speech(new)


@given(drafts())
@_laws
def test_fixing_settles(engine: Engine, draft: Draft) -> None:
    once, _ = fix_all(engine, draft)
    twice, done = fix_all(engine, once)
    assert not done
    assert twice == once
    assert len(once.paragraphs) == len(draft.paragraphs)


@given(drafts())
@_laws
def test_every_round_can_be_taken_back(engine: Engine, draft: Draft) -> None:
    chosen = keep_facts(draft, choose(engine.review(draft).findings))
    for paragraph in draft.paragraphs:
        edits = [edit for one in chosen for edit in one.fix.edits if edit.span.key == paragraph.key]
        after = edit_text(paragraph.text, edits)
        assert edit_text(after, invert(paragraph.text, edits)) == paragraph.text


@given(drafts())
@_laws
def test_findings_say_what_they_cover(engine: Engine, draft: Draft) -> None:
    review = engine.review(draft)
    texts = {paragraph.key: paragraph.text for paragraph in draft.paragraphs}
    assert not review.failures
    assert all(finding.text == finding.span.of(texts[finding.span.key]) for finding in review.findings)
    assert len({finding.fingerprint for finding in review.findings}) == len(review.findings)
