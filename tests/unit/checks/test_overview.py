"""Checks that look over what others saw: text from a PDF speaks once, and what is written both ways weighs more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pr_editor.checks.engine import Engine
from pr_editor.checks.fixes import fix_all
from pr_editor.checks.model import Applicability, Hit, OverviewCheck, ParagraphCheck, Rule
from pr_editor.checks.registry import CHECKS
from pr_editor.profile.model import Severity
from pr_editor.text.draft import draft_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pr_editor.checks.model import Check
    from pr_editor.checks.view import Context, DraftView, ParagraphView
    from pr_editor.language.language import Language
    from pr_editor.profile.model import Profile

LOST = ["مدیر می گوید برنامه ها آماده است.", "سرمایه گذاری در کتاب ها می رسد و کتاب ها می آید."]


def half_spaces(engine: Engine, lines: list[str], *, from_pdf: bool) -> list[tuple[str, Severity]]:
    """Codes and severities of the half-space findings of a draft."""
    review = engine.review(replace(draft_of(lines), from_pdf=from_pdf))
    assert not review.failures
    return [(finding.code, finding.severity) for finding in review.findings if finding.rule.family == "ZWN"]


def test_text_from_a_pdf_speaks_of_its_half_spaces_once(engine: Engine) -> None:
    each = half_spaces(engine, LOST, from_pdf=False)
    assert len(each) == 7
    review = engine.review(replace(draft_of(LOST), from_pdf=True))
    (one,) = [finding for finding in review.findings if finding.rule.family == "ZWN"]
    assert (one.code, one.severity, one.text) == ("ZWN016", Severity.WARNING, "می گوید")
    assert dict(one.message.args)["number"] == 7
    assert [fix.applicability for fix in one.fixes] == [Applicability.SAFE, Applicability.ASK]
    assert [len(fix.edits) for fix in one.fixes] == [6, 7]


def test_what_remains_after_the_sure_ones_is_a_note(engine: Engine) -> None:
    fixed, _ = fix_all(engine, replace(draft_of(LOST), from_pdf=True))
    assert fixed.paragraphs[0].text == "مدیر می\u200cگوید برنامه\u200cها آماده است."
    assert half_spaces(engine, [p.text for p in fixed.paragraphs], from_pdf=True) == [("ZWN016", Severity.NOTE)]


def test_a_marked_draft_with_its_half_spaces_says_nothing(engine: Engine) -> None:
    assert half_spaces(engine, ["مدیر می\u200cگوید برنامه\u200cها آماده است."], from_pdf=True) == []


def test_a_house_that_leaves_the_summary_out_hears_each(language: Language, profile: Profile) -> None:
    engine = Engine(CHECKS, language, replace(profile, ignore=("ZWN016",)))
    assert half_spaces(engine, LOST, from_pdf=True) == half_spaces(engine, LOST, from_pdf=False)


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        (["سرمایه گذاری رشد کرد."], Severity.NOTE),
        (["سرمایه گذاری رشد کرد.", "این سرمایه\u200cگذاری تازه است."], Severity.WARNING),
        (["سرمایه گذاری رشد کرد.", "سرمایه\u200cگذاری\u200cهای تازه."], Severity.WARNING),
        (["سرمایه گذاری رشد کرد.", "برنامه\u200cریزی تازه است."], Severity.NOTE),
    ],
)
def test_a_compound_written_both_ways_is_a_warning(engine: Engine, lines: list[str], severity: Severity) -> None:
    assert ("ZWN009", severity) in half_spaces(engine, lines, from_pdf=False)


RULE = Rule("TST001", "test", "text", Severity.NOTE, None, "none")


def see_each(view: ParagraphView, _: Context) -> Iterator[Hit]:
    yield Hit(RULE, view.span(0, 1))


def stumble(_: DraftView, hits: Sequence[Hit], __: Context) -> Iterable[Hit]:
    raise RuntimeError(f"{len(hits)} seen")


def test_hits_outlive_an_overview_that_fails(language: Language, profile: Profile) -> None:
    checks: tuple[Check, ...] = (ParagraphCheck((RULE,), see_each), OverviewCheck((RULE,), stumble))
    review = Engine(checks, language, replace(profile, select=())).review(draft_of(["یک", "دو"]))
    assert [finding.code for finding in review.findings] == ["TST001", "TST001"]
    assert [failure.reason for failure in review.failures] == ["RuntimeError: 2 seen"]
