"""How checks become findings."""

from __future__ import annotations

import logging
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from pr_editor.checks.engine import Engine
from pr_editor.checks.model import Applicability, DraftCheck, Hit, ParagraphCheck, Rule, fix
from pr_editor.profile.model import Severity
from pr_editor.text.draft import Kind, draft_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile

_WORD = Rule("TST001", "word", "«{text}» was seen", Severity.WARNING, Applicability.ASK, "nobody")
_DRAFT = Rule("TST002", "draft", "A draft of {count}", Severity.ERROR, None, "nobody")
_BROKEN = Rule("TST003", "broken", "Never", Severity.ERROR, None, "nobody")


def _see_words(view: ParagraphView, context: Context) -> Iterator[Hit]:
    for word in view.words:
        if word.text == "خطا":
            yield Hit(
                _WORD, view.span(word.start, word.end), severity=Severity.NOTE if view.kind is Kind.BODY else None
            )


def _see_draft(view: DraftView, context: Context) -> Iterator[Hit]:
    first = view.paragraphs[0]
    yield Hit(_DRAFT, first.span(0, 0), args=(("count", len(view.paragraphs)),))


def _break(view: ParagraphView, context: Context) -> Iterator[Hit]:
    raise ZeroDivisionError("on purpose")


_CHECKS = (ParagraphCheck((_WORD,), _see_words), DraftCheck((_DRAFT,), _see_draft))


def test_findings_come_in_reading_order(language: Language, profile: Profile) -> None:
    review = Engine(_CHECKS, language, profile).review(draft_of(["یک خطا و خطا", "خطا"]))
    assert [(f.code, f.span.key, f.span.start) for f in review.findings] == [
        ("TST002", 0, 0),
        ("TST001", 0, 3),
        ("TST001", 0, 9),
        ("TST001", 1, 0),
    ]
    assert str(review.findings[0].message) == "A draft of 2"
    assert str(review.findings[1].message) == "«خطا» was seen"


def test_paragraphs_come_before_the_whole(language: Language, profile: Profile) -> None:
    engine = Engine(_CHECKS, language, profile)
    draft = draft_of(["خطا"])
    batches = list(engine.batches(draft, engine.structure(draft)))
    assert [(batch.scope, [f.code for f in batch.findings]) for batch in batches] == [
        ("paragraph", ["TST001"]),
        ("draft", ["TST002"]),
    ]


def test_the_house_has_the_last_word_on_weight(language: Language, profile: Profile) -> None:
    body = {0: Kind.BODY}
    draft = draft_of(["خطا"])
    by_case = Engine(_CHECKS, language, profile).review(draft, body).findings
    named = replace(profile, severities=MappingProxyType({"TST001": Severity.BLOCKER}))
    by_house = Engine(_CHECKS, language, named).review(draft, body).findings
    family = replace(profile, severities=MappingProxyType({"TST": Severity.BLOCKER}))
    by_family = Engine(_CHECKS, language, family).review(draft, body).findings
    assert [f.severity for f in by_case if f.code == "TST001"] == [Severity.NOTE]
    assert [f.severity for f in by_house if f.code == "TST001"] == [Severity.BLOCKER]
    assert [f.severity for f in by_family] == [Severity.BLOCKER, Severity.NOTE]


def test_ignored_rules_are_silent(language: Language, profile: Profile) -> None:
    quiet = replace(profile, ignore=("TST002",))
    review = Engine(_CHECKS, language, quiet).review(draft_of(["خطا"]))
    assert {finding.code for finding in review.findings} == {"TST001"}


def test_a_broken_check_is_told_and_hides_nothing(
    language: Language, profile: Profile, caplog: pytest.LogCaptureFixture
) -> None:
    engine = Engine((ParagraphCheck((_BROKEN,), _break), *_CHECKS), language, profile)
    with caplog.at_level(logging.CRITICAL):
        review = engine.review(draft_of(["خطا", "خطا"]))
    assert [f.code for f in review.findings] == ["TST002", "TST001", "TST001"]
    assert [failure.codes for failure in review.failures] == [("TST003",)]
    assert "ZeroDivisionError" in review.failures[0].reason


def test_fixes_pass_the_guard(language: Language, profile: Profile) -> None:
    def run(view: ParagraphView, context: Context) -> Iterator[Hit]:
        harmful = fix("Forget the figure", [view.edit(0, 4, "")], Applicability.ASK)
        harmless = fix("Replace the word", [view.edit(5, 8, "تن")], Applicability.ASK)
        yield Hit(_WORD, view.span(5, 8), fixes=(harmful, harmless))

    review = Engine([ParagraphCheck((_WORD,), run)], language, profile).review(draft_of(["۱۴۰۲ نفر"]))
    assert [str(f.title) for f in review.findings[0].fixes] == ["Replace the word"]


def test_a_changed_dictionary_is_heard_after_forgetting(language: Language, profile: Profile) -> None:
    seen: list[str] = []

    def run(view: ParagraphView, context: Context) -> Iterator[Hit]:
        seen.append(view.text)
        return iter(())

    engine = Engine([ParagraphCheck((_WORD,), run)], language, profile)
    draft = draft_of(["الف", "ب"])
    engine.review(draft)
    engine.review(draft)
    assert seen == ["الف", "ب"]
    engine.forget()
    engine.review(draft)
    assert seen == ["الف", "ب"] * 2


def test_fingerprints_outlive_edits_elsewhere(language: Language, profile: Profile) -> None:
    engine = Engine(_CHECKS[:1], language, profile)
    padding = "این همه واژهٔ دیگر در میان آمده است تا دور باشد"
    before = engine.review(draft_of([f"آغاز {padding} خطا {padding} پایان"])).findings
    after = engine.review(draft_of([f"سرآغازی دیگر {padding} خطا {padding} انجامی دیگر"])).findings
    near = engine.review(draft_of([f"آغاز {padding} نیز خطا {padding} پایان"])).findings
    assert before[0].fingerprint == after[0].fingerprint != near[0].fingerprint


def test_equal_faults_have_names_of_their_own(language: Language, profile: Profile) -> None:
    findings = Engine(_CHECKS[:1], language, profile).review(draft_of(["خطا", "خطا"])).findings
    assert len({finding.fingerprint for finding in findings}) == len(findings)
