"""Choosing and applying many fixes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pr_editor.checks.engine import Engine
from pr_editor.checks.fixes import ROUNDS, choose, first_fix, fix_all, keep_facts
from pr_editor.checks.model import Applicability, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.draft import draft_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pr_editor.checks.view import Context, ParagraphView
    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile

_RULE = Rule("TST001", "test-rule", "A test", Severity.WARNING, Applicability.SAFE, "nobody")


def _engine(language: Language, profile: Profile, old: str, new: str, applicability: Applicability) -> Engine:
    """An engine whose only rule replaces each ``old`` by ``new``."""

    def run(view: ParagraphView, context: Context) -> Iterator[Hit]:
        at = view.text.find(old)
        while at != -1:
            edits = [view.edit(at, at + len(old), new)]
            yield Hit(_RULE, view.span(at, at + len(old)), fixes=(fix("Replace", edits, applicability),))
            at = view.text.find(old, at + 1)

    return Engine([ParagraphCheck((_RULE,), run)], language, profile)


def test_overlapping_fixes_wait_for_the_next_round(language: Language, profile: Profile) -> None:
    engine = _engine(language, profile, "اا", "ا", Applicability.SAFE)
    draft = draft_of(["باااد"])
    assert len(choose(engine.review(draft).findings)) == 1
    fixed, done = fix_all(engine, draft)
    assert [paragraph.text for paragraph in fixed.paragraphs] == ["باد"]
    assert len(done) == len("اا")


def test_only_trusted_fixes_join(language: Language, profile: Profile) -> None:
    engine = _engine(language, profile, "بد", "خوب", Applicability.ASK)
    draft = draft_of(["حال بد"])
    finding = engine.review(draft).findings[0]
    assert first_fix(finding, Applicability.SAFE) is None
    assert fix_all(engine, draft) == (draft, [])
    fixed, _ = fix_all(engine, draft, Applicability.ASK)
    assert fixed.paragraphs[0].text == "حال خوب"


def test_a_fix_without_end_is_stopped(language: Language, profile: Profile) -> None:
    engine = _engine(language, profile, "ا", "اا", Applicability.SAFE)
    _, done = fix_all(engine, draft_of(["با"]))
    assert len(done) == 2**ROUNDS - 1


def test_fixes_that_make_a_date_together_are_not_applied_together(language: Language, profile: Profile) -> None:
    engine = _engine(language, profile, "  ", " ", Applicability.SAFE)
    draft = draft_of(["شمارهٔ ۱۲  /  ۱۱/۱۲ رسید"])
    findings = engine.review(draft).findings
    chosen = choose(findings)
    assert len(chosen) == len(findings) == len(("before", "after"))
    assert keep_facts(draft, chosen) == chosen[:1]
    fixed, _ = fix_all(engine, draft)
    assert fixed.paragraphs[0].text == "شمارهٔ ۱۲ /  ۱۱/۱۲ رسید"


def test_fixes_of_many_paragraphs_stay_in_theirs(engine: Engine) -> None:
    fixed, _ = fix_all(engine, draft_of(["كتاب ها رسید .", "متن بی‌خطا", "وی گفت:آمدیم"]))
    assert [paragraph.text for paragraph in fixed.paragraphs] == ["کتاب‌ها رسید.", "متن بی‌خطا", "وی گفت: آمدیم"]
